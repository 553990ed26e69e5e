"""The set-up: what it asks of the system, when it is done, what it says when it cannot go on."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from installer import environment, stages, system
from installer.environment import RUNTIME_LOCK, TEST_LOCK, Environment
from installer.speech import Stop

ROOT = Path(__file__).resolve().parents[2]


def new_checkout(folder: Path) -> Environment:
    """Return an empty checkout with locks that need no network, in a folder with a blank."""
    root = folder / "指挥室 code"
    (root / "installer").mkdir(parents=True)
    for name in (RUNTIME_LOCK, TEST_LOCK):
        (root / "installer" / name).write_text("# nothing\n", encoding="utf-8")
    return Environment(root)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Return a checkout that was set up over the rest of a set-up that was broken off."""
    checkout = new_checkout(tmp_path_factory.mktemp("made"))
    checkout.folder.mkdir()
    (checkout.folder / "left-over").touch()
    environment.ensure(checkout, TEST_LOCK)
    return checkout


def test_every_line_of_the_package_list_is_understood() -> None:
    needs = system.needs()
    assert {need.group for need in needs} == {"base", "window", "print", "font", "test"}
    assert {need.sign.partition(":")[0] for need in needs} == {"lib", "program", "font", "file"}
    assert len({need.package for need in needs}) == len(needs)


def test_nothing_that_the_test_run_needs_is_missing_here() -> None:
    assert system.missing(system.needs()) == []


def test_a_library_that_is_not_there_is_found_missing() -> None:
    absent = system.Need("base", "libnothing1", "lib:libnothing-of-the-kind.so.1")
    program = system.Need("test", "nothing", "program:nothing-of-the-kind")
    assert system.missing([absent, program, *system.needs()]) == [absent, program]


@pytest.mark.parametrize(
    ("purpose", "variables", "needed", "wished"),
    [
        ("run", {}, {"base"}, {"window", "print", "font"}),
        ("run", {"DISPLAY": ":0"}, {"base", "window"}, {"print", "font"}),
        ("run", {"WAYLAND_DISPLAY": "wayland-0"}, {"base", "window"}, {"print", "font"}),
        ("test", {}, {"base", "window", "print", "font", "test"}, set()),
    ],
)
def test_a_machine_without_a_screen_needs_less(
    purpose: str, variables: dict[str, str], needed: set[str], wished: set[str]
) -> None:
    assert system.groups_for(purpose, variables) == (needed, wished)


def test_the_line_for_somebody_without_roots_rights_can_be_copied() -> None:
    assert system.apt_line(["libgl1", "xvfb"]).startswith("sudo apt-get install -y ")
    assert system.apt_line(["libgl1", "xvfb"]).endswith(" libgl1 xvfb")


def test_a_half_made_environment_is_made_anew(made: Environment) -> None:
    assert made.is_ready(TEST_LOCK)
    assert not (made.folder / "left-over").exists()


def test_a_second_set_up_installs_nothing(made: Environment) -> None:
    stamp = made.stamp(TEST_LOCK).stat().st_mtime_ns
    begin = time.monotonic()
    environment.ensure(made, TEST_LOCK)
    environment.ensure(made, RUNTIME_LOCK)
    assert time.monotonic() - begin < 1.0
    assert made.stamp(TEST_LOCK).stat().st_mtime_ns == stamp


def test_a_second_start_waits_for_the_first(tmp_path: Path) -> None:
    checkout = new_checkout(tmp_path)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl, sys\n"
            "file = open(sys.argv[1], 'a+b')\n"
            "fcntl.flock(file, fcntl.LOCK_EX)\n"
            "print('held', flush=True)\n"
            "sys.stdin.read()\n",
            str(checkout.root / ".setup.lock"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    second = threading.Thread(target=environment.ensure, args=(checkout, RUNTIME_LOCK))
    second.start()
    second.join(0.3)
    assert second.is_alive()
    assert not checkout.folder.exists()
    holder.stdin.close()
    holder.wait(10)
    holder.stdout.close()
    second.join(60)
    assert checkout.is_ready(RUNTIME_LOCK)


@pytest.mark.parametrize(
    ("said", "chinese"),
    [
        ("WARNING: Retrying ... NewConnectionError('...')", "连不上 Python 软件源"),
        ("Max retries exceeded\nERROR: No matching distribution", "连不上 Python 软件源"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "校验值不符"),
        ("ERROR: No matching distribution found for PySide6", "没有适合本机"),
        ("ERROR: something else", "ERROR: something else"),
    ],
)
def test_what_pip_said_becomes_a_sentence(said: str, chinese: str, tmp_path: Path) -> None:
    message = str(environment._explain(said, tmp_path / "log"))
    assert chinese in message
    assert "try again" in message or "try another" in message or "use Python" in message


def test_a_changed_lock_that_cannot_be_fetched_stops_with_a_sentence(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"six==1.16.0 --hash=sha256:{'0' * 64}\n"
    made.lock(RUNTIME_LOCK).write_text(line, encoding="utf-8")
    for name, value in {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
        "PIP_CONFIG_FILE": os.devnull,
    }.items():
        monkeypatch.setenv(name, value)
    try:
        with pytest.raises(Stop, match="连不上 Python 软件源"):
            environment.ensure(made, RUNTIME_LOCK)
        assert not made.is_ready(RUNTIME_LOCK)
    finally:
        made.lock(RUNTIME_LOCK).write_text("# nothing\n", encoding="utf-8")
    assert made.is_ready(RUNTIME_LOCK)


def test_unknown_words_explain_the_use() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "installer" / "dev.py", "dance"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "installer/dev.py demo" in done.stderr


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("QObject::connect: No such signal", True),
        ("qt.qpa.fonts: Populating font family aliases took 90 ms", True),
        ("QFont::setPixelSize: Pixel size <= 0 (0)", True),
        ("Traceback (most recent call last):", True),
        ("2026-11-24 09:00:00 ERROR db: cannot open", True),
        ("libEGL warning: DRI3: Screen seems not DRI3 capable", False),
        ("demo street: 4,210 cases", False),
    ],
)
def test_the_window_stage_knows_a_complaint(line: str, wrong: bool) -> None:
    assert bool(stages.complaints(line)) is wrong

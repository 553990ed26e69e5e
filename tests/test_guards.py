"""The guards that conftest.py puts around every test really guard."""

import os
import random
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
CLEAN = "def test_fine():\n    assert True\n"
THREAD = """
import threading
def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, args=(60,), name="db-1", daemon=True).start()
"""
WINDOW = """
from PySide6.QtWidgets import QWidget
kept = []
def test_leaves_a_window(qtbot):
    kept.append(QWidget())
"""
TIDY_WINDOW = """
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget
def test_closes_its_window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    child = QThread(widget)
    widget.show()
    child.start()
    child.quit()
    assert child.wait(5000)
"""
RUNNING_THREAD = """
import pytest
from PySide6.QtCore import QThread
@pytest.fixture(scope="module")
def threads():
    kept = []
    yield kept
    for thread in kept:
        thread.quit()
        thread.wait()
def test_leaves_a_running_thread(threads, qtbot):
    threads.append(QThread())
    threads[0].start()
    qtbot.waitUntil(threads[0].isRunning)
"""
LEFT_OUT = "import pytest\n@pytest.mark.{}\ndef test_left_out():\n    assert True\n"


def run(folder: Path, test: str) -> subprocess.CompletedProcess[str]:
    """Run one test file in its own process under our conftest."""
    (folder / "conftest.py").write_bytes(CONFTEST.read_bytes())
    (folder / "pytest.ini").write_text("[pytest]\nqt_api = pyside6\n", encoding="utf-8")
    (folder / "test_it.py").write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("test", "complaint"),
    [
        (THREAD, "a database thread is left"),
        (WINDOW, "a window is left"),
        (RUNNING_THREAD, "a thread still runs"),
        (LEFT_OUT.format("sk" + "ip"), "no test may be left out"),
        (LEFT_OUT.format("xf" + "ail"), "no test may be left out"),
    ],
    ids=["thread", "window", "running", "not-run", "expected-to-fail"],
)
def test_what_is_left_behind_or_left_out_fails(test: str, complaint: str, tmp_path: Path) -> None:
    done = run(tmp_path, test)
    assert done.returncode == 1, done.stdout + done.stderr
    assert complaint in done.stdout


@pytest.mark.parametrize("test", [CLEAN, TIDY_WINDOW], ids=["no-qt", "window"])
def test_a_tidy_test_passes_and_the_seed_is_told(test: str, tmp_path: Path) -> None:
    done = run(tmp_path, test)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"TEST_SEED={os.environ['TEST_SEED']}" in done.stdout


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.org"])
def test_a_test_cannot_leave_this_machine(host: str) -> None:
    with pytest.raises(RuntimeError, match="nothing but this machine"):
        socket.create_connection((host, 9), timeout=1)


def test_a_test_may_talk_to_its_own_machine() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_random_numbers_are_those_of_the_printed_seed(request: pytest.FixtureRequest) -> None:
    same = random.Random(f"{os.environ['TEST_SEED']} {request.node.nodeid}")
    assert random.random() == same.random()


def test_settings_and_data_of_the_person_are_out_of_reach() -> None:
    assert not os.environ["XDG_DATA_HOME"].startswith(str(Path.home() / ".local"))
    assert os.stat(os.environ["XDG_RUNTIME_DIR"]).st_mode & 0o077 == 0

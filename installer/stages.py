"""The stages of the test run: what `.ci/run` and `dev.py test` do after the set-up."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.environment import Environment
from installer.input_method import input_method
from installer.screen import screen
from installer.system import postgres_programs

NO_TESTS = 5  # pytest's exit code when it found none: a failure here
WINDOW_LIMIT_S = 300
# What starts windows and processes of the program and would say the same of any server.
OFF_SERVER = ("calls", "live_desks", "server_away", "lost_answers")
NEAR_THE_RECORD = tuple(
    f"tests/{name}" for name in ("cli", "exchange", "faults", "flows", "property", "rules")
)
# All flows run on the wheel's newer server in `unit`; these touch every kind of rule of the server.
FLOWS_ON_SERVER = (
    *("case_life", "case_exceptions", "verdicts", "notices", "handovers"),
    *("attachments", "numbering_rules", "errors_hide_values", "take_back"),
)
# import-linter can be started by its script only, whose first line breaks in a path with blanks.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
# A line of the program's error output that must not be there.
COMPLAINT = re.compile(
    r"warning|error|critical|traceback|exception|cannot|could not|failed"
    r"|^qt\.|^Q[A-Z]\w*[:(]|QObject::|无法|失败",
    re.IGNORECASE | re.MULTILINE,
)
# Mesa speaks of the graphics card that a virtual screen does not have.
HARMLESS = re.compile(r"^(libEGL|MESA|libGL)\b")


def run(home: Environment, names: list[str]) -> int:
    """Run the named stages, or all of them, and print what each took."""
    unknown = [name for name in names if name not in STAGES]
    if unknown:
        print(f"没有这样的阶段 / no such stage: {unknown[0]}; {', '.join(STAGES)}", file=sys.stderr)
        return 2
    results = []
    for name in names or USUAL:
        print(f"\n════ {name}", flush=True)
        begin = time.monotonic()
        good = STAGES[name](home)
        results.append((name, good, time.monotonic() - begin))
    print()
    for name, good, seconds in results:
        print(f"{'ok  ' if good else 'FAIL'} {name:<12} {seconds:7.1f} s")
    return 0 if all(good for _, good, _ in results) else 1


def static(home: Environment) -> bool:
    """Check style, types and layers; run all of them even if one fails."""
    commands = (
        ("-m", "ruff", "check", "-q", "."),
        ("-m", "ruff", "format", "--check", "-q", "."),
        ("-m", "mypy"),
        ("-c", LINT_IMPORTS),
    )
    return all([_python(home, *words) == 0 for words in commands])


def unit(home: Environment) -> bool:
    """Run the suite without a screen; what is nearest to the record with the branch coverage of db.

    Watching every line costs a fifth of the time, so windows and papers are not watched.
    """
    chosen = (
        *("-m", "not xvfb and not bench and not input_method and not debian_server"),
        *("-n", "2", "--dist", "worksteal"),
    )
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    watched = ("--cov=db", "--cov-report=term-missing:skip-covered")
    others = [f"--ignore={folder}" for folder in NEAR_THE_RECORD]
    return all(
        [
            _pytest(home, *chosen, *watched, *NEAR_THE_RECORD, extra=offscreen),
            _pytest(home, *chosen, *others, extra=offscreen),
        ]
    )


def server(home: Environment) -> bool:
    """Run what speaks to PostgreSQL on that of the distribution, which is older and knows TLS."""
    programs = postgres_programs()
    if programs is None:
        print("no PostgreSQL of the distribution is installed: that is a failure")
        return False
    print(f"── {programs.parent.name} in {programs}", flush=True)
    flows = [f"tests/flows/test_{name}.py" for name in FLOWS_ON_SERVER]
    return _pytest(
        home,
        *("-n", "2", "--dist", "worksteal", "-k", "server or office"),
        *("tests/office", "tests/server", *flows),
        *(f"--ignore=tests/server/test_{name}.py" for name in OFF_SERVER),
        extra={"QT_QPA_PLATFORM": "offscreen", "TEST_POSTGRES": str(programs)},
    )


def xvfb(home: Environment) -> bool:
    """Run the tests that need a real window."""
    with screen() as there:
        return _pytest(home, "-m", "xvfb", extra=there)


def typing(home: Environment) -> bool:
    """Type Chinese with a real input method, which is fetched for it: run when asked for."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        input_method(Path(folder)) as there,
    ):
        return _pytest(home, "-m", "input_method", extra=there)


def window(home: Environment) -> bool:
    """Start the real program once in a real window; any complaint on its way is a failure."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, screen() as there:
        database = str(Path(folder) / "demo.db")
        words = ["-m", "desktop", "demo", "--database", database, "--exit-after-first-paint"]
        with _private_folders() as private:
            try:
                answer = subprocess.run(
                    [home.python, *words],
                    cwd=home.root,
                    env={**os.environ, **private, **there},
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    text=True,
                    encoding="utf-8",
                    errors="replace",
                    timeout=WINDOW_LIMIT_S,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                print(f"the window was not painted and closed within {WINDOW_LIMIT_S} s")
                return False
    wrong = complaints(answer.stderr)
    print(answer.stdout.strip())
    if answer.returncode or wrong:
        print(f"exit code {answer.returncode}; the program said:\n{answer.stderr.strip()}")
        return False
    print("1 passed, 0 failed")
    return True


def complaints(said: str) -> list[str]:
    """Return the lines of a program's error output that no good run has."""
    lines = [line for line in said.splitlines() if not HARMLESS.match(line)]
    return [line for line in lines if COMPLAINT.search(line)]


def bench_smoke(home: Environment) -> bool:
    """Run the benchmarks once at a small size: they must work, their figures are not judged."""
    return _pytest(
        home,
        *("-m", "bench", "-s", "--timeout=600"),
        extra={"QT_QPA_PLATFORM": "offscreen", "BENCH_SMOKE": "1"},
    )


def history(home: Environment) -> bool:
    """Let people work through faults of the server for minutes and judge what they were told."""
    return _python(home, "-m", "tests.faults.history") == 0


STAGES: dict[str, Callable[[Environment], bool]] = {
    "static": static,
    "unit": unit,
    "server": server,
    "xvfb": xvfb,
    "window": window,
    "bench-smoke": bench_smoke,
    "input-method": typing,
    "history": history,
}
NAMED_ONLY = ("input-method", "history")
USUAL = tuple(name for name in STAGES if name not in NAMED_ONLY)
"""What runs unless stages are named: no package of the system is fetched for it, and it is done in
less than half an hour."""


def _python(home: Environment, *words: str) -> int:
    """Run the environment's Python in the checkout and return its exit code."""
    print(f"── python {' '.join(words)}", flush=True)
    return subprocess.run(
        [home.python, *words], cwd=home.root, stdin=subprocess.DEVNULL, check=False
    ).returncode


def _pytest(home: Environment, *words: str, extra: dict[str, str]) -> bool:
    """Run pytest in folders of its own and tell whether everything passed."""
    with _private_folders() as private:
        code = subprocess.run(
            [home.python, "-m", "pytest", "-q", *words],
            cwd=home.root,
            env={**os.environ, **private, **extra},
            stdin=subprocess.DEVNULL,
            check=False,
        ).returncode
    if code == NO_TESTS:
        print("this stage has no test: that is a failure")
    return code == 0


@contextmanager
def _private_folders() -> Iterator[dict[str, str]]:
    """Give variables that keep the program's settings and data out of the person's own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
        folders = {name: str(Path(folder) / name.lower()) for name in names}
        for path in folders.values():
            Path(path).mkdir(mode=0o700)
        yield {**folders, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}

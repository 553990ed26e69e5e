"""What holds for every test: a printed seed, no network, own folders, nothing left behind."""

import gc
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

# Before Qt is imported anywhere. The stages of the test run set their own platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# One seed for the run; the workers of xdist inherit it.
SEED = int(os.environ.setdefault("TEST_SEED", str(random.SystemRandom().randrange(2**31))))
PRIVATE_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
LOOPBACK = ("127.", "::1", "localhost", "::ffff:127.")
THREAD_PATIENCE_S = 5.0

hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")


class NetworkUsed(RuntimeError):
    """A test tried to leave this machine."""


def _refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise for every address but our own machine's; sockets of the file system are free."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if not isinstance(address, tuple):
            return
        host = address[0]
    else:
        return
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "localhost")
    if not name.startswith(LOOPBACK):
        raise NetworkUsed(f"{event} {name}: tests use nothing but this machine")


def pytest_configure(config: pytest.Config) -> None:
    """Shut the network, seed hypothesis, keep the person's own settings and data out of reach."""
    sys.addaudithook(_refuse_the_network)
    if config.getoption("--hypothesis-seed", default=None) is None:
        config.option.hypothesis_seed = str(SEED)
    # The folder is taken away with the last reference to it, at the end of the run.
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    for name in PRIVATE_FOLDERS:
        path = Path(folder.name) / name.lower()
        path.mkdir(mode=0o700)
        os.environ[name] = str(path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what repeats this run, also where the header is left out."""
    terminalreporter.write_line(f"seed: {SEED} (again with TEST_SEED={SEED})")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in which a test was skipped: what is not run is not known to work."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return  # a worker of xdist; its reports arrive at the one that prints
    left_out = [name for name in ("skipped", "xfailed", "xpassed") if reporter.stats.get(name)]
    if left_out and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{', '.join(left_out)}: no test may be left out", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _seeded(request: pytest.FixtureRequest) -> None:
    """Give each test the same random numbers, whatever ran before it."""
    random.seed(f"{SEED} {request.node.nodeid}")


@pytest.fixture(autouse=True)
def _no_database_thread_is_left() -> Iterator[None]:
    """Watch that every worker thread of the database ends with the test that started it."""
    before = _database_threads()
    yield
    end = time.monotonic() + THREAD_PATIENCE_S
    left = _database_threads() - before
    for thread in left:
        thread.join(max(0.0, end - time.monotonic()))
    assert not [thread.name for thread in left if thread.is_alive()], "a database thread is left"


def _database_threads() -> set[threading.Thread]:
    """Return the threads whose name says that they work on a database."""
    return {thread for thread in threading.enumerate() if thread.name.startswith("db")}


WHOLE_SEARCH_EVERY = 25
"""After so many tests with Qt the whole memory is searched for what nobody holds any more."""
_SEARCHED = count(1)


@pytest.fixture(autouse=True)
def _no_window_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Watch that a test with Qt leaves no window and no running thread; idle for all others.

    pytest-qt closes its widgets before this ends, but they live on until their deferred deletion
    is delivered, and would answer signals in the next test.
    """
    if not {"qapp", "qtbot", "qtmodeltester"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool
    from PySide6.QtWidgets import QApplication

    def windows() -> dict[int, str]:
        return {id(one): repr(one) for one in QApplication.topLevelWidgets()}

    def deliver_deletions() -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    before = windows() if QApplication.instance() else {}
    # What is there already is set aside: only what the test makes is searched when it ends.
    gc.freeze()
    yield
    application = QCoreApplication.instance()
    assert application is not None, "the test ended the application"
    pool_is_idle = QThreadPool.globalInstance().waitForDone(int(THREAD_PATIENCE_S * 1000))
    deliver_deletions()
    gc.collect()
    deliver_deletions()
    running = [
        thread
        for thread in gc.get_objects()
        if issubclass(type(thread), QThread)
        and thread is not application.thread()
        and thread.isRunning()
    ]
    gc.unfreeze()
    if next(_SEARCHED) % WHOLE_SEARCH_EVERY == 0:
        # What outlived its own test in a circle is found by nobody else.
        gc.collect()
    left = [name for key, name in windows().items() if key not in before]
    assert pool_is_idle, "a job of the thread pool still runs"
    assert not running, f"a thread still runs: {running}"
    assert not left, f"a window is left: {left}"

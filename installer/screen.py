"""A screen without hardware for the stages that need a real window: Xvfb and a window manager."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.speech import stop

SIZE = "1920x1080x24"
PATIENCE_S = 20.0


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start a screen and openbox on it; give the environment variables that lead there.

    Windows and macOS have a screen of their own and need none.
    """
    if not sys.platform.startswith("linux"):
        yield {}
        return
    with tempfile.TemporaryDirectory() as folder:
        server, display = _start_server()
        try:
            environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            manager = _start_manager(environment, Path(folder) / "ready")
            try:
                yield environment
            finally:
                _end(manager)
        finally:
            _end(server)


def _start_server() -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb on the first free display and return its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(write), "-screen", "0", SIZE),
            *("-noreset", "-nolisten", "tcp"),
        ],
        pass_fds=[write],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()  # ends without a number when Xvfb dies
    if not number:
        server.wait()
        raise stop("Xvfb 没有启动。", "Xvfb did not start: run it by hand to see why.")
    return server, f":{number}"


def _start_manager(environment: dict[str, str], sign: Path) -> subprocess.Popen[bytes]:
    """Start openbox; return when it manages the screen: without one no window becomes active."""
    manager = subprocess.Popen(
        ["openbox", "--sm-disable", "--startup", f"touch '{sign}'"],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + PATIENCE_S
    while not sign.exists():
        if manager.poll() is not None or time.monotonic() > end:
            _end(manager)
            raise stop("窗口管理器 openbox 没有启动。", "openbox did not start.")
        time.sleep(0.05)
    return manager


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that we started and wait until it is gone."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

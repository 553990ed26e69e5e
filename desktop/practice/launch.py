"""Start practice beside the real work: a process, a window and a file of its own."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess


def command() -> list[str]:
    """Return the call that opens the practice window."""
    itself = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    )
    return [*itself, "practice"]


def start() -> bool:
    """Open the practice window; tell whether it could be started."""
    program, *arguments = command()
    started = QProcess.startDetached(program, arguments)
    return bool(started[0] if isinstance(started, tuple) else started)

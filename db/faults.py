"""Named points at which a test kills the process (reliability.md F21, §6.1 no. 3).

They do nothing unless the environment names one: ``FAULT_AT=before_commit:3`` ends the process
at the third passage, as ``kill -9`` would. The points, in the order of one command:

``begin`` → ``statement`` (before each SQL statement, also those of a migration) →
``after_change_before_audit`` → ``before_commit`` → ``after_commit``; and of a backup
``backup_part`` (the copy stands, unproven) and ``backup_rename`` (proven, not yet in its place).
"""

from __future__ import annotations

import os
import signal


class _Point:
    """The one point that is armed, and how often it was passed."""

    def __init__(self, where: str) -> None:
        self.arm(where)

    def arm(self, where: str) -> None:
        """Forget the last point and wait for another."""
        self.name, _, nth = where.partition(":")
        self.nth = int(nth or "1")
        self.passed = 0


_armed = _Point(os.environ.get("FAULT_AT", ""))


def arm(where: str) -> None:
    """Arm a point from inside, as the environment would: ``name:n``."""
    _armed.arm(where)


def is_armed(name: str) -> bool:
    """Tell whether a point is the armed one, so that a hot path need not look for others."""
    return _armed.name == name


def faultpoint(name: str) -> None:
    """End the process here when the environment asks for it."""
    if name != _armed.name:
        return
    _armed.passed += 1
    if _armed.passed == _armed.nth:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def passages() -> int:
    """Return how often the armed point was passed."""
    return _armed.passed

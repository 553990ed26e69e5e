"""Named points at which a test kills the process (reliability.md F21, §6.1 no. 3).

They do nothing unless the environment names one: ``FAULT_AT=before_commit:3`` ends the process
at the third passage, as ``kill -9`` would.
"""

from __future__ import annotations

import os
import signal

_WANTED, _, _NTH = os.environ.get("FAULT_AT", "").partition(":")
_passages = {"count": 0}


def faultpoint(name: str) -> None:
    """End the process here when the environment asks for it."""
    if not _WANTED or name != _WANTED:
        return
    _passages["count"] += 1
    if _passages["count"] == int(_NTH or "1"):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

"""Printing through CUPS: the paper itself is handed over, so it stays drawn in lines and letters.

No option makes the page larger or smaller: what is 156 mm wide in the file is 156 mm on paper.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from desktop.print_wish import PrintWish, page_ranges

PATIENCE_SECONDS = 60
"""A queue that answers no sooner is gone."""

_LIST_SECONDS = 10


class CupsError(Exception):
    """CUPS did not take a paper; the words are its own."""


def is_here() -> bool:
    """Tell whether this computer prints through CUPS."""
    return sys.platform != "win32" and shutil.which("lp") is not None


def queues() -> list[str]:
    """Return the queues that CUPS knows, the usual one first."""
    names = [line.strip() for line in _asked("lpstat", "-e").splitlines() if line.strip()]
    usual = _asked("lpstat", "-d").rpartition(":")[2].strip()
    return sorted(names, key=lambda name: (name != usual, name))


def send(pdf: bytes, title: str, wish: PrintWish) -> str:
    """Hand a paper to a queue and return what CUPS says of the job.

    :raises CupsError: the queue did not take it.
    """
    command = ["lp", "-d", wish.printer, "-n", str(wish.copies), "-t", title]
    for option in ("media=A4", f"sides={wish.sides.value}", "print-scaling=none"):
        command += ["-o", option]
    if wish.pages:
        command += ["-P", page_ranges(wish.pages)]
    try:
        done = subprocess.run(
            [*command, "-"],
            input=pdf,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            env=_environment(),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CupsError(str(error)) from error
    if done.returncode:
        raise CupsError(done.stderr.decode(errors="replace").strip())
    return done.stdout.decode(errors="replace").strip()


def _asked(*command: str) -> str:
    """Return what a program of CUPS says; nothing when it says nothing in time."""
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_LIST_SECONDS, env=_environment(), check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace")


def _environment() -> dict[str, str]:
    """Return an environment in which CUPS answers in the words that are read here."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}

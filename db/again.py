"""Send again what got no answer, for a moment; the id of a command lets nothing be done twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from db.errors import TryAgain

PAUSES = (0.0, 0.25, 1.0)
"""Seconds to wait before each further attempt; a server that starts again takes about as long."""
LONGEST_SECONDS = 6.0
"""After so long only the first further attempt is made: a person waits for the answer."""

T = TypeVar("T")


def until_answered(attempt: Callable[[], T]) -> T:
    """Return what an attempt returns; one that met what passes is made again.

    :raises TryAgain: it did not pass in time.
    """
    began = time.monotonic()
    for nth, pause in enumerate(PAUSES):
        try:
            return attempt()
        except TryAgain:
            if nth and time.monotonic() - began > LONGEST_SECONDS:
                raise
        time.sleep(pause)
    return attempt()

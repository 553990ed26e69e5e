"""Say what the set-up does, in Chinese and English."""

import sys
from typing import TextIO


class Stop(Exception):
    """The set-up cannot go on; the message says what to do next."""


def say(chinese: str, english: str, stream: TextIO | None = None) -> None:
    """Print one line of progress."""
    print(f"· {chinese} / {english}", file=stream or sys.stdout, flush=True)


def stop(chinese: str, english: str) -> Stop:
    """Return the error for a set-up that cannot go on."""
    return Stop(f"{chinese}\n{english}")

"""What one simulated person writes down of each command: the log from which the checker judges."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What the person knows in the end."""

    OK = "ok"
    """Acknowledged."""
    FAIL = "fail"
    """Refused: certainly not done."""
    INFO = "info"
    """Nobody knows: the run ended before an answer came."""


@dataclass(frozen=True)
class Entry:
    """One command, from the first sending to the last answer."""

    command_id: str
    login: str
    kind: str
    case_id: int | None
    from_version: int | None
    invoked: int
    completed: int
    """Nanoseconds of a clock that all people share."""
    outcome: Outcome
    version: int | None = None
    number: str = ""
    code: str = ""
    tries: int = 1


@dataclass(frozen=True)
class Look:
    """What a person saw of a case after a command was acknowledged to that person."""

    login: str
    case_id: int
    at_least: int
    seen: int | None


class Log:
    """The entries of everybody."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: list[Entry] = []
        self._looks: list[Look] = []

    def write(self, entry: Entry) -> None:
        """Write down what a command came to."""
        with self._lock:
            self._entries.append(entry)

    def look(self, look: Look) -> None:
        """Write down what was seen."""
        with self._lock:
            self._looks.append(look)

    def entries(self) -> Sequence[Entry]:
        """Return what was written so far."""
        with self._lock:
            return tuple(self._entries)

    def looks(self) -> Sequence[Look]:
        """Return what was seen so far."""
        with self._lock:
            return tuple(self._looks)

    def acknowledged(self) -> int:
        """Return how many commands were acknowledged so far."""
        with self._lock:
            return sum(entry.outcome is Outcome.OK for entry in self._entries)

"""What goes between the window and the process that works for it, one JSON object a line.

The window writes the order, then at most one line that asks to stop; the end of its line means
that the window is gone. The key of the record travels in the order and so only through the pipe:
arguments and environment of a process can be read by others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from db.errors import RecordError

STOP = b"stop\n"
CANCELLED = "cancelled"


class TaskState(Enum):
    """How far a task has come."""

    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class TaskError(RecordError):
    """What a task was refused for, or why its process ended, by code and facts."""


@dataclass(frozen=True)
class Order:
    """One piece of work: what to do, on which record and as whom."""

    kind: str
    facts: dict[str, Any]
    path: str
    key: str | None
    place: tuple[int, int] | None
    read_only: bool
    is_practice: bool
    account_id: int
    now: str
    """The window's time when it gave the order; the clock of the work goes on from there."""
    folder: str
    """For what is only of use while the work lasts; it is deleted with the task."""
    language: str = "zh_CN"

    def line(self) -> bytes:
        """Return the order as a line."""
        return line(asdict(self))

    @classmethod
    def read(cls, text: bytes) -> Order:
        """Return the order of a line."""
        values = json.loads(text)
        if values["place"] is not None:
            values["place"] = tuple(values["place"])
        return cls(**values)


@dataclass(frozen=True)
class Wish:
    """What a page wants done: the kind of work, its facts, and what it may leave half done."""

    kind: str
    title: str
    """What the person calls it, such as the name of the file."""
    facts: dict[str, Any] = field(default_factory=dict)
    writes: tuple[Path, ...] = ()
    """Files it writes, or folders it writes into; a process that dies leaves no part of them."""
    shows_folder: bool = False
    """Whether a person wants to see afterwards where the first of them lies."""


def line(values: Mapping[str, Any]) -> bytes:
    """Return values as one line of JSON."""
    return (json.dumps(values, ensure_ascii=False, default=plain) + "\n").encode()


def plain(value: Any) -> Any:
    """Return a value of ours as JSON can carry it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, set | frozenset):
        return list(value)
    return str(value)


def refusal(error: BaseException, trace: str = "") -> dict[str, Any]:
    """Return what is told of an error: its code and facts, of a mistake of ours the trace too."""
    from desktop.errors import code_of, facts_of

    return {"refused": {"code": code_of(error), "facts": dict(facts_of(error)), "trace": trace}}


def revived(told: Mapping[str, Any]) -> TaskError:
    """Return the error that was told of."""
    error = TaskError(told["code"], **told["facts"])
    if told["trace"]:
        error.add_note(told["trace"])
    return error

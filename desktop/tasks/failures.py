"""The list of what a task could not do: each line with its number, the reason, its own values."""

from __future__ import annotations

import shutil
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.exchange.faults import ExchangeError
from desktop.exchange.part_file import part_file
from desktop.tasks.sheets import failed_sheets, write_failed

if TYPE_CHECKING:
    from desktop.tasks.task import Task


def failures(task: Task) -> dict[str, Any]:
    """Return what the list of an ended task is made of."""
    if task.wish.kind == "print":
        return {"failed": failed_sheets(task)}
    return task.answer or {}


def save_failures(kind: str, answer: dict[str, Any], path: Path) -> Path:
    """Write the list of a finished task as a workbook; return where it lies.

    :raises ExchangeError: ``cannot_write``, ``file_missing``.
    """
    if kind == "print":
        return write_failed(answer["failed"], path)
    if kind == "look":
        with part_file(path) as stream:
            stream.write(b64decode(answer["report"]))
        return path
    kept = Path(answer["report"] or "")
    if not kept.is_file():
        raise ExchangeError("file_missing", path=str(kept))
    with kept.open("rb") as source, part_file(path) as stream:
        shutil.copyfileobj(source, stream)
    return path

"""The sheets of a batch of notices as the window knows them: the wish, the rest, what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from desktop import texts
from desktop.errors import sentence
from desktop.print_wish import PrintWish
from desktop.tasks.order import CANCELLED, TaskState, Wish

if TYPE_CHECKING:
    from desktop.tasks.task import Task


@dataclass(frozen=True)
class Sheet:
    """A notice of the batch: its id, and what a person knows it by."""

    id: int
    number: str
    unit: str
    subject: str


def print_wish(
    title: str,
    sheets: Sequence[Sheet],
    copies: int,
    folder: Path,
    printer: str,
    *,
    queue: PrintWish | None = None,
    merged: bool = False,
    archives: bool = False,
) -> Wish:
    """Return the wish to print notices into a folder and, with ``queue``, on a printer.

    ``printer`` is what the record says where there is no queue. ``merged`` makes one file of all.
    """
    facts = {
        "batch": str(uuid4()),
        "sheets": [asdict(sheet) for sheet in sheets],
        "copies": copies,
        "folder": str(folder),
        "printer": printer if queue is None else queue.printer,
        "sides": "" if queue is None else queue.sides.value,
        "merged": merged,
        "archives": archives,
        "done": 0,
        "printed": 0,
        "failed": [],
    }
    return Wish("print", title, facts, (folder,), shows_folder=True)


def next_sheet(task: Task) -> int:
    """Return the place, counted from 1, at which an ended batch goes on; 0 if nothing is left."""
    if task.wish.kind != "print" or task.is_running():
        return 0
    place = int(_state(task)["done"]) + 1 + _hurt(task)
    return place if place <= len(task.wish.facts["sheets"]) else 0


def rest_wish(task: Task) -> Wish:
    """Return the wish to go on; a sheet that ended the process is left out and listed."""
    facts = {**task.wish.facts, **_state(task)}
    facts["failed"] = failed_sheets(task)
    facts["done"] = next_sheet(task) - 1
    return Wish("print", task.wish.title, facts, task.wish.writes, shows_folder=True)


def failed_sheets(task: Task) -> list[dict[str, Any]]:
    """Return the sheets that were not printed, the one that ended the process among them."""
    state = _state(task)
    failed = list(state["failed"])
    if _hurt(task) and task.error is not None:
        sheet = Sheet(**task.wish.facts["sheets"][state["done"]])
        failed.append(failed_sheet(sheet, state["done"], sentence(task.error)))
    return failed


def write_failed(failed: Sequence[dict[str, Any]], path: Path) -> Path:
    """Write the sheets that were not printed as a workbook.

    :raises ExchangeError: ``cannot_write``.
    """
    from desktop.exchange.tables import Column, Kind, write_xlsx

    columns = (
        Column(texts.word("line"), 8, Kind.NUMBER),
        Column(texts.word("reason"), 60),
        Column(texts.word("document_number"), 24),
        Column(texts.word("unit"), 20),
        Column(texts.field_name("subject"), 40),
    )
    rows = [
        [one["line"], one["reason"], one["number"], one["unit"], one["subject"]] for one in failed
    ]
    write_xlsx(path, columns, rows, title=texts.word("not_printed"), total=len(rows))
    return path


def _state(task: Task) -> dict[str, Any]:
    """Return how far the batch came, as was told last."""
    told = task.answer or task.kept or task.wish.facts
    return {name: told[name] for name in ("done", "printed", "failed")}


def _hurt(task: Task) -> bool:
    """Tell whether the process ended over a sheet, which would end it again."""
    if task.state is not TaskState.FAILED or task.error is None or task.error.code == CANCELLED:
        return False
    return _state(task)["done"] < len(task.wish.facts["sheets"])


def failed_sheet(sheet: Sheet, place: int, reason: str) -> dict[str, Any]:
    """Return a line of the list of failures; ``place`` counts from 0."""
    return {"line": place + 1, "reason": reason, **asdict(sheet)}

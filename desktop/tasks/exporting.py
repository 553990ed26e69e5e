"""The export of cases as a task, and what the window makes of its answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.queries.page import CaseFilter
from desktop.exporting import Exported, export_cases
from desktop.tasks.filters import arrived, carried
from desktop.tasks.hands import Hands
from desktop.tasks.order import CANCELLED, TaskError, Wish

if TYPE_CHECKING:
    from desktop.tasks.task import Task


def export_wish(path: Path, filter: CaseFilter, *, in_clear: bool, purpose: str) -> Wish:
    """Return the wish to write the cases of a filter."""
    facts = {
        "path": str(path),
        "filter": carried(filter),
        "in_clear": in_clear,
        "purpose": purpose,
    }
    return Wish("export", path.name, facts, (path,), shows_folder=True)


def export(hands: Hands, facts: dict[str, Any], _folder: Path) -> dict[str, Any]:
    """Write the cases; in the process of the task."""
    hands.begin("writing")
    written = export_cases(
        hands.database,
        hands.account_id,
        Path(facts["path"]),
        filter=arrived(facts["filter"]),
        in_clear=facts["in_clear"],
        purpose=facts["purpose"],
        progress=hands.tell,
        cancelled=hands.is_stopped,
    )
    return {"path": str(written.path), "rows": written.rows, "masked": written.masked}


def exported(task: Task) -> Exported:
    """Return what was written.

    :raises TaskError: it was refused, stopped or ended; no file was left.
    """
    if task.answer is None:
        raise task.error or TaskError(CANCELLED)
    return Exported(Path(task.answer["path"]), task.answer["rows"], task.answer["masked"])

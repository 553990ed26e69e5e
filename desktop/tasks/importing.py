"""The import as a task: try a file, bring a file in; and what the window makes of the answers."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.importing import Imported, import_file
from desktop.looking import Looked, PreviewRow, look_into
from desktop.paths import imports_folder
from desktop.tasks.hands import Hands
from desktop.tasks.limits import READING_SECONDS
from desktop.tasks.order import CANCELLED, TaskError, TaskState, Wish

if TYPE_CHECKING:
    from desktop.tasks.task import Task


def look_wish(path: Path) -> Wish:
    """Return the wish to try a file."""
    return Wish("look", path.name, {"path": str(path)})


def import_wish(path: Path, database: Path | None) -> Wish:
    """Return the wish to bring a file in; its report lies beside the file, if it is one."""
    return Wish("import", path.name, {"path": str(path)}, (imports_folder(database),))


# In the process of the task ---------------------------------------------------------------


def look(hands: Hands, facts: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Try a file and answer what a person wants to see of it."""
    looked = look_into(
        hands.database,
        hands.account_id,
        Path(facts["path"]),
        folder,
        hands.tell,
        hands.is_stopped,
        lambda name: _begin(hands, name),
    )
    return {
        "found": _told(looked.found),
        "first": [asdict(row) for row in looked.first],
        "refused": [asdict(row) for row in looked.refused],
        "report": b64encode(looked.report).decode(),
    }


def bring_in(hands: Hands, facts: dict[str, Any], _folder: Path) -> dict[str, Any]:
    """Import a file and answer what came in."""
    done = import_file(
        hands.database,
        hands.account_id,
        Path(facts["path"]),
        progress=hands.tell,
        cancelled=hands.is_stopped,
        stage=lambda name: _begin(hands, name),
        kept=lambda so_far: hands.keep(**_told(so_far)),
    )
    return _told(done)


def _begin(hands: Hands, name: str) -> None:
    hands.begin(name)
    if name == "reading":
        hands.allow(READING_SECONDS)


def _told(done: Imported) -> dict[str, Any]:
    values = asdict(done)
    return values | {
        "made": sorted(done.made),
        "report": None if done.report is None else str(done.report),
    }


# In the window ----------------------------------------------------------------------------


def looked(task: Task) -> Looked:
    """Return what a try found.

    :raises TaskError: it was refused, stopped or ended.
    """
    answer = _answer(task)
    return Looked(
        Path(task.wish.facts["path"]),
        _imported(answer["found"]),
        tuple(PreviewRow(**row) for row in answer["first"]),
        tuple(PreviewRow(**row) for row in answer["refused"]),
        b64decode(answer["report"]),
    )


def imported(task: Task) -> Imported:
    """Return what an import did; one whose process was ended tells what had come in by then.

    :raises TaskError: it was refused, or stopped before anything came in.
    """
    if task.state is TaskState.STOPPED and task.kept:
        return _imported({**task.kept, "cancelled": True})
    return _imported(_answer(task))


def _answer(task: Task) -> dict[str, Any]:
    if task.answer is None:
        raise task.error or TaskError(CANCELLED)
    return task.answer


def _imported(told: dict[str, Any]) -> Imported:
    changed: dict[str, Any] = {
        "made": {(community_id, name) for community_id, name in told["made"]},
        "report": None if told["report"] is None else Path(told["report"]),
        "unknown_columns": tuple(told["unknown_columns"]),
        "other_sheets": tuple(told["other_sheets"]),
    }
    return Imported(**{**told, **changed})

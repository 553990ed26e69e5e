"""Private data seen in clear leaves its entry: who saw whose, when and what for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from db.commands.door import Command, Result, handles
from db.model.case import PRIVATE_COLUMNS
from db.rules.checks import clean_text
from db.rules.permissions import Permission
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class SeePrivate(Command):
    """Note that the reporter of a case was looked at in clear; the answer holds the columns."""

    permission: ClassVar = Permission.PRIVATE_SEE
    case_id: int
    purpose: str = ""


@dataclass(frozen=True, kw_only=True)
class ExportPrivate(Command):
    """Note that a list left the house with private columns in clear."""

    permission: ClassVar = Permission.EXPORT
    kind: str
    rows: int
    file_name: str
    purpose: str = ""


@handles(SeePrivate)
def see_private(work: Work, command: SeePrivate) -> Result:
    case = work.case(command.case_id, None)
    work.record(
        "case",
        case.id,
        {
            "seen": (None, sorted(PRIVATE_COLUMNS)),
            "purpose": (None, clean_text(command.purpose, field="purpose", limit=200)),
        },
    )
    # The names themselves stay out of the answer: it is kept with the command for ever.
    return {"case_id": case.id, "number": case.number}


@handles(ExportPrivate)
def export_private(work: Work, command: ExportPrivate) -> Result:
    work.demand(Permission.PRIVATE_SEE)
    work.record(
        "export",
        work.new_id(),
        {
            "kind": (None, command.kind),
            "rows": (None, command.rows),
            "file": (None, clean_text(command.file_name, field="file_name", limit=200)),
            "purpose": (None, clean_text(command.purpose, field="purpose", limit=200)),
        },
    )
    return {"rows": command.rows}

"""The first steps of a street leave their trace: lists that were looked at, backups made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from db.commands.door import Command, Result, handles
from db.errors import RuleError
from db.rules.checks import clean_name
from db.rules.first_steps import BACKUP_KIND, CONFIRMED_AS, FirstStep
from db.rules.permissions import Permission
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class ConfirmFirstStep(Command):
    """Say that the units, the items or the calendar were looked through and are right."""

    permission: ClassVar = Permission.SETTINGS
    step: FirstStep


@dataclass(frozen=True, kw_only=True)
class RecordBackup(Command):
    """Note in the audit that a proven copy of the record was made."""

    permission: ClassVar = Permission.BACKUP
    file_name: str
    size: int


@handles(ConfirmFirstStep)
def confirm_first_step(work: Work, command: ConfirmFirstStep) -> Result:
    kind = CONFIRMED_AS.get(command.step)
    if kind is None:
        raise RuleError("first_step_not_confirmed", step=command.step)
    work.record(kind, work.actor.street_id, {"confirmed": (None, True)})
    work.changed("first_step", work.actor.street_id)
    return {"step": command.step.value}


@handles(RecordBackup)
def record_backup(work: Work, command: RecordBackup) -> Result:
    name = clean_name(command.file_name, field="file_name")
    work.record(
        BACKUP_KIND,
        work.actor.street_id,
        {"file": (None, name), "bytes": (None, command.size)},
    )
    work.changed("first_step", work.actor.street_id)
    return {"file": name}

"""The numbers of papers: the office's 机关代字, and from which number a year goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import insert, select, update

from db.commands.door import Command, Result, handles
from db.errors import RuleError
from db.model.organisation import street
from db.model.setting import counter
from db.rules.checks import clean_name
from db.rules.numbering import MOST_SERIAL, NUMBERING, Numbered, counter_name, is_organ_code
from db.rules.permissions import Permission
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class ChangeOrganCode(Command):
    """Change the signs with which the numbers of notices begin; issued ones keep theirs."""

    permission: ClassVar = Permission.SETTINGS
    organ_code: str


@dataclass(frozen=True, kw_only=True)
class SetNextNumber(Command):
    """Let the papers of a kind go on with a later number in this year, never with an earlier one.

    For an office that gave numbers by hand before; the numbers in between are left out.
    """

    permission: ClassVar = Permission.SETTINGS
    kind: Numbered
    next: int


@handles(ChangeOrganCode)
def change_organ_code(work: Work, command: ChangeOrganCode) -> Result:
    code = clean_name(command.organ_code, field="organ_code")
    if not is_organ_code(code):
        raise RuleError("organ_code_bad", field="organ_code", code=code)
    row = work.row(street, work.actor.street_id)
    if row["organ_code"] == code:
        raise RuleError("nothing_changed")
    work.update(street, row, organ_code=code)
    work.changed("setting", work.actor.street_id)
    return {"organ_code": code}


@handles(SetNextNumber)
def set_next_number(work: Work, command: SetNextNumber) -> Result:
    name = counter_name(command.kind, work.actor.street_id, work.now.year)
    where = (counter.c.kind == command.kind.value) & (counter.c.name == name)
    last = work.connection.execute(select(counter.c.last).where(where)).scalar()
    following = (last or 0) + 1
    if command.next == following:
        raise RuleError("nothing_changed")
    if command.next < following:
        raise RuleError("number_goes_back", field="next", next=following)
    if command.next > MOST_SERIAL:
        raise RuleError("number_too_high", field="next", most=MOST_SERIAL)
    if last is None:
        values = {"kind": command.kind.value, "name": name, "last": command.next - 1}
        work.connection.execute(insert(counter).values(**values))
    else:
        work.connection.execute(update(counter).where(where).values(last=command.next - 1))
    changed = {f"{command.kind.value} {work.now.year}": (following, command.next)}
    work.record(NUMBERING, work.actor.street_id, changed)
    work.changed("setting", work.actor.street_id)
    return {"next": command.next}

"""A shift hands over to the next: counts, open matters, two signatures (domain.md §5.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select

from db.commands.door import Command, Result, handles
from db.commands.shape import refuse_misshapen
from db.errors import NotFound, RuleError
from db.model.account import account
from db.model.handover import handover, handover_item
from db.queries.handovers import shift_counts
from db.rules.checks import clean_text
from db.rules.permissions import Permission, may
from db.rules.shifts import Shift, began_at
from db.rules.terms import OPEN_STATES, Role
from db.work import Work

MOST_MATTERS = 100
REMARK_MOST = 200
NOTE_MOST = 2000


@dataclass(frozen=True, kw_only=True)
class HandedMatter:
    """A case that the next shift is to look after, and why."""

    case_id: int
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class HandOver(Command):
    """Hand a shift over: the counts are those of this moment; sending it is the signature."""

    permission: ClassVar = Permission.SHIFT_HAND_OVER
    taker_id: int
    shift: Shift
    note: str = ""
    matters: tuple[HandedMatter, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OnHandover(Command):
    """A command on one handover as the person saw it."""

    permission: ClassVar = Permission.SHIFT_HAND_OVER
    handover_id: int
    version: int | None = None


@dataclass(frozen=True, kw_only=True)
class TakeOver(OnHandover):
    """The named one signs for the shift; after that nothing of the record changes."""


@dataclass(frozen=True, kw_only=True)
class WithdrawHandover(OnHandover):
    """Take back what nobody signed for, as when the wrong person was named."""


@dataclass(frozen=True, kw_only=True)
class SettleMatter(Command):
    """Say that a matter of the shift before needs no more looking after."""

    permission: ClassVar = Permission.SHIFT_HAND_OVER
    matter_id: int
    note: str = ""


@handles(HandOver)
def hand_over(work: Work, command: HandOver) -> Result:
    _check_taker(work, command.taker_id)
    _refuse_open(work)
    matters = _checked(work, command.matters)
    handover_id = work.insert(
        handover,
        street_id=work.actor.street_id,
        shift=command.shift.value,
        began_at=began_at(command.shift, work.now),
        giver_id=work.actor.account_id,
        taker_id=command.taker_id,
        at=work.now,
        counts={name.value: count for name, count in shift_counts(work).items()},
        note=clean_text(command.note, field="note", limit=NOTE_MOST),
    )
    for case_id, remark in matters:
        work.insert(handover_item, handover_id=handover_id, case_id=case_id, remark=remark)
    work.changed("handover", handover_id)
    return {"handover_id": handover_id, "version": 1}


@handles(TakeOver)
def take_over(work: Work, command: TakeOver) -> Result:
    row = _unsigned(work, command)
    if row["taker_id"] != work.actor.account_id:
        raise RuleError("handover_of_another")
    return _sign(work, row, taken_at=work.now)


@handles(WithdrawHandover)
def withdraw_handover(work: Work, command: WithdrawHandover) -> Result:
    row = _unsigned(work, command)
    if row["giver_id"] != work.actor.account_id:
        raise RuleError("handover_of_another")
    return _sign(work, row, withdrawn_at=work.now)


@handles(SettleMatter)
def settle_matter(work: Work, command: SettleMatter) -> Result:
    row = work.row(handover_item, command.matter_id)
    held = work.row(handover, row["handover_id"])
    if held["taken_at"] is None:
        raise RuleError("handover_not_taken")
    if row["settled_at"] is not None:
        raise RuleError("matter_settled")
    work.update(
        handover_item,
        row,
        settled_at=work.now,
        settled_by=work.actor.account_id,
        settled_note=clean_text(command.note, field="note", limit=REMARK_MOST),
    )
    work.changed("handover", held["id"])
    return {"handover_id": held["id"], "matter_id": row["id"]}


def _check_taker(work: Work, taker_id: int) -> None:
    """Only somebody else of the room may take over.

    :raises NotFound: ``account_unknown``.
    :raises RuleError: ``handover_to_oneself``, ``handover_to_outsider``.
    """
    row = work.row(account, taker_id)
    if taker_id == work.actor.account_id:
        raise RuleError("handover_to_oneself")
    if not row["active"] or not may(Role(row["role"]), Permission.SHIFT_HAND_OVER):
        raise RuleError("handover_to_outsider")


def _refuse_open(work: Work) -> None:
    """A person hands over once; what waits for a signature is signed or taken back first."""
    waiting = work.connection.execute(
        select(handover.c.id).where(
            handover.c.street_id == work.actor.street_id,
            handover.c.giver_id == work.actor.account_id,
            handover.c.taken_at.is_(None),
            handover.c.withdrawn_at.is_(None),
        )
    ).first()
    if waiting is not None:
        raise RuleError("handover_open")


def _checked(work: Work, matters: tuple[HandedMatter, ...]) -> list[tuple[int, str]]:
    """Return the open cases that are named, each once, with their remarks."""
    if len(matters) > MOST_MATTERS:
        raise RuleError("not_consistent", field="matters")
    found: dict[int, str] = {}
    for matter in matters:
        refuse_misshapen(matter)
        if matter.case_id in found:
            raise RuleError("not_consistent", field="matters")
        case = work.case(matter.case_id, None)
        if case["state"] not in OPEN_STATES:
            raise RuleError("handover_case_closed", number=case["number"])
        found[case.id] = clean_text(matter.remark, field="remark", limit=REMARK_MOST)
    return list(found.items())


def _unsigned(work: Work, command: OnHandover) -> dict[str, Any]:
    row = work.row(handover, command.handover_id, command.version)
    if row["taken_at"] is not None:
        raise RuleError("handover_taken")
    if row["withdrawn_at"] is not None:
        raise NotFound("handover_unknown", id=row["id"])
    return row


def _sign(work: Work, row: dict[str, Any], **values: Any) -> Result:
    work.update(handover, row, **values)
    work.changed("handover", row["id"])
    return {"handover_id": row["id"], "version": row["version"] + 1}

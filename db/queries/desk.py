"""What waits for a person, by duty, and what was done today."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select

from db.model.case import case_step, case_unit, cases, extension_request
from db.queries.days import first_id_of, moment_between
from db.queries.deadlines import own_work, word_owed
from db.queries.door import Reader
from db.queries.page import (
    EVERYTHING,
    CaseFilter,
    Order,
    Tab,
    case_count,
    case_ids,
    conditions,
)
from db.rules.permissions import Permission, may
from db.rules.steps import StepKind
from db.rules.terms import (
    OPEN_STATES,
    ROOM_ROLES,
    UNIT_ROLES,
    CaseState,
    ExtensionState,
    Role,
    UnitPart,
    Urgency,
)

SHOWN = 200
"""Ids of a column; its count goes on."""


_HANDLED = (CaseState.WAITING_SIGNATURE, CaseState.IN_PROGRESS, CaseState.ESCALATED)
"""States of the columns that are told by the deadline; the other states have their own."""

_LATE = (*_HANDLED, CaseState.RETURNED)
"""A return that the room has not answered in time is late like what a unit has not handled."""


class Duty(StrEnum):
    """What a person has to do with the cases of a column."""

    WAITING_ACCEPTANCE = "waiting_acceptance"
    TO_ASSIGN = "to_assign"
    RETURNED = "returned"
    TO_SIGN = "to_sign"
    TO_HANDLE = "to_handle"
    TO_FOLLOW_UP = "to_follow_up"
    """A word on a major case is owed soon or already."""
    TO_ASSIST = "to_assist"
    TO_READ = "to_read"
    NEARLY_DUE = "nearly_due"
    OVERDUE = "overdue"
    TO_VERIFY = "to_verify"
    TO_CALL_BACK = "to_call_back"
    EXTENSIONS = "extensions"
    REVIEW_SUSPENDED = "review_suspended"


@dataclass(frozen=True, slots=True)
class DeskColumn:
    """One duty with its cases, the most pressing first."""

    duty: Duty
    count: int
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The duties of a person; ``waiting`` counts each case once."""

    columns: tuple[DeskColumn, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class MyDay:
    """What the reader did today, and what came in and was closed in all that the reader sees."""

    registered: int
    accepted: int
    assigned: int
    signed: int
    reported: int
    verified: int
    sent_back: int
    called_back: int
    reminded: int
    all_registered: int
    all_closed: int


def desk(reader: Reader) -> Desk:
    """Return what waits for the reader, by the duties of the role."""
    columns: list[DeskColumn] = []
    waiting: set[int] = set()
    for duty in duties_of(reader.actor.role):
        ids = _waiting(reader, duty)
        waiting.update(ids)
        # Where no filter lists a duty, its ids are the list.
        shown = len(ids) if duty_filter(duty, reader.actor.role) is None else SHOWN
        columns.append(DeskColumn(duty, len(ids), tuple(ids[:shown])))
    return Desk(tuple(columns), len(waiting))


def duties_of(role: Role) -> tuple[Duty, ...]:
    """Return the duties of a role in the order of their columns."""
    if role in ROOM_ROLES:
        found = [
            Duty.TO_FOLLOW_UP,
            Duty.WAITING_ACCEPTANCE,
            Duty.TO_ASSIGN,
            Duty.RETURNED,
            Duty.NEARLY_DUE,
            Duty.OVERDUE,
            Duty.TO_VERIFY,
            Duty.TO_CALL_BACK,
        ]
        if role is not Role.OPERATOR:
            found.append(Duty.EXTENSIONS)
        if role is Role.DIRECTOR:
            found.append(Duty.REVIEW_SUSPENDED)
        return tuple(found)
    if role in UNIT_ROLES:
        return (
            Duty.TO_FOLLOW_UP,
            Duty.TO_SIGN,
            Duty.TO_HANDLE,
            Duty.NEARLY_DUE,
            Duty.OVERDUE,
            Duty.TO_ASSIST,
            Duty.TO_READ,
        )
    if role is Role.LEADER:
        return (Duty.EXTENSIONS, Duty.OVERDUE)
    return (Duty.OVERDUE,) if may(role, Permission.CASE_SEE) else ()


def duty_filter(duty: Duty, role: Role) -> CaseFilter | None:
    """Return the filter of the ledger that lists a duty, or None where only the desk can."""
    own = role in UNIT_ROLES
    state = CaseState
    filters = {
        Duty.WAITING_ACCEPTANCE: CaseFilter(tab=Tab.WAITING_ACCEPTANCE),
        Duty.TO_ASSIGN: CaseFilter(states=(state.WAITING_ASSIGNMENT,), is_duplicate=False),
        Duty.RETURNED: CaseFilter(states=(state.RETURNED,), is_duplicate=False),
        Duty.TO_SIGN: CaseFilter(states=(state.WAITING_SIGNATURE,), held_by_me=True),
        Duty.TO_HANDLE: CaseFilter(states=(state.IN_PROGRESS,), held_by_me=True),
        Duty.NEARLY_DUE: CaseFilter(states=_HANDLED, nearly_due=True, held_by_me=own),
        Duty.OVERDUE: CaseFilter(tab=Tab.OVERDUE, states=_LATE, held_by_me=own),
        Duty.TO_VERIFY: CaseFilter(tab=Tab.TO_VERIFY),
        Duty.TO_CALL_BACK: CaseFilter(tab=Tab.TO_CALL_BACK),
    }
    return filters.get(duty)


def my_day(reader: Reader) -> MyDay:
    """Return the reader's own steps of today and the day of everything that the reader sees."""
    today = reader.now.date()
    done_today = reader.connection.execute(
        select(case_step.c.kind, func.count())
        .where(
            case_step.c.actor_id == reader.actor.account_id,
            # Steps have no index by time but their key.
            case_step.c.id >= first_id_of(today),
            *moment_between(case_step.c.at, today, today),
        )
        .group_by(case_step.c.kind)
    )
    mine: dict[str, int] = {kind: number for kind, number in done_today}

    def done(*kinds: StepKind) -> int:
        return sum(mine.get(kind.value, 0) for kind in kinds)

    return MyDay(
        registered=done(StepKind.REGISTER, StepKind.SELF_HANDLE),
        accepted=done(StepKind.ACCEPT),
        assigned=done(StepKind.ASSIGN, StepKind.REASSIGN, StepKind.FORCE_ASSIGN),
        signed=done(StepKind.SIGN_FOR),
        reported=done(StepKind.REPORT),
        verified=done(StepKind.VERIFY),
        sent_back=done(StepKind.SEND_BACK),
        called_back=done(StepKind.CALL_BACK),
        reminded=done(StepKind.REMIND),
        all_registered=case_count(
            reader,
            CaseFilter(registered_from=today, registered_to=today, is_duplicate=False),
            bound=None,
        ),
        all_closed=case_count(reader, CaseFilter(tab=Tab.CLOSED_TODAY), bound=None),
    )


def registered_today(reader: Reader, limit: int = 50) -> array[int]:
    """Return the cases that came in today as far as the reader sees them, newest first."""
    today = reader.now.date()
    return case_ids(
        reader, CaseFilter(registered_from=today, registered_to=today), Order.NEWEST, limit
    )


def _waiting(reader: Reader, duty: Duty) -> array[int]:
    filter = duty_filter(duty, reader.actor.role)
    if filter is not None:
        return case_ids(reader, filter, Order.DEADLINE)
    condition = _OWN_CONDITIONS[duty](reader)
    order = cases.c.follow_up_due_at if duty is Duty.TO_FOLLOW_UP else cases.c.id
    rows = reader.connection.execute(
        select(cases.c.id)
        .where(condition, own_work(), *conditions(reader, EVERYTHING))
        .order_by(order)
    )
    return array("q", rows.scalars())


def _owed_part(reader: Reader, part: UnitPart) -> ColumnElement[bool]:
    """Return the condition for open cases in which the reader's unit still owes its part."""
    c = case_unit.c
    done = c.replied_at if part is UnitPart.ASSIST else c.read_at
    ids = select(c.case_id).where(
        c.unit_id == reader.actor.unit_id, c.part == part.value, done.is_(None)
    )
    return and_(
        cases.c.id.in_(ids),
        cases.c.state.in_(sorted(map(int, OPEN_STATES))),
        # What the unit itself holds is on its desk already.
        or_(cases.c.holder_id.is_(None), cases.c.holder_id != reader.actor.unit_id),
    )


def _extensions(reader: Reader) -> ColumnElement[bool]:
    """Return the condition for cases with a request that the reader may decide."""
    asked = select(extension_request.c.case_id).where(
        extension_request.c.state == ExtensionState.APPLIED.value
    )
    found = and_(cases.c.id.in_(asked), cases.c.state == int(CaseState.IN_PROGRESS))
    # A major case is extended by a leader, a second time not by the shift lead (domain.md §1.4).
    if reader.actor.role is Role.LEADER:
        return found
    found = and_(found, cases.c.urgency != int(Urgency.MAJOR))
    if reader.actor.role is Role.SHIFT_LEAD:
        return and_(found, cases.c.extension_count == 0)
    return found


def _to_follow_up(reader: Reader) -> ColumnElement[bool]:
    owed = word_owed(reader.now, reader.office.limits)
    if reader.actor.role in ROOM_ROLES:
        return owed
    return and_(owed, cases.c.holder_id == reader.actor.unit_id)


def _to_review(reader: Reader) -> ColumnElement[bool]:
    return and_(cases.c.state == int(CaseState.SUSPENDED), cases.c.review_on <= reader.now)


_OWN_CONDITIONS: dict[Duty, Callable[[Reader], ColumnElement[bool]]] = {
    Duty.TO_FOLLOW_UP: _to_follow_up,
    Duty.TO_ASSIST: lambda reader: _owed_part(reader, UnitPart.ASSIST),
    Duty.TO_READ: lambda reader: _owed_part(reader, UnitPart.INFORM),
    Duty.EXTENSIONS: _extensions,
    Duty.REVIEW_SUSPENDED: _to_review,
}

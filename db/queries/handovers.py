"""The handovers of the room: the counts of a moment, what waits for a signature, open matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from db.errors import NotFound
from db.model.account import account, person
from db.model.case import cases
from db.model.handover import handover, handover_item
from db.queries.cases import CaseRow, case_rows
from db.queries.deadlines import nearly_due_ids, overdue, own_work
from db.queries.door import Reader
from db.queries.scope import visible
from db.rules.permissions import Permission, may
from db.rules.shifts import Shift, ShiftCount, shift_to_hand_over
from db.rules.terms import OPEN_STATES, ROOM_ROLES, CaseState, Role, Urgency
from db.work import Work

SUGGESTED = 40
"""Cases that are offered to be named to the next shift."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A case named to the next shift; ``is_open`` while nobody settled it and its case is open."""

    id: int
    handover_id: int
    giver: str
    at: datetime
    case_id: int
    number: str
    title: str
    remark: str
    settled_at: datetime | None
    settled_by: str
    settled_note: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Handover:
    """One record; it is signed by both when ``taken_at`` is set."""

    id: int
    version: int
    shift: Shift
    began_at: datetime
    giver_id: int
    giver: str
    taker_id: int
    taker: str
    at: datetime
    counts: Mapping[ShiftCount, int]
    note: str
    taken_at: datetime | None
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the room who may take over."""

    account_id: int
    name: str
    role: Role
    initials: str


@dataclass(frozen=True, slots=True)
class HandoverDraft:
    """What a new handover begins with."""

    shift: Shift
    colleagues: tuple[Colleague, ...]
    counts: Mapping[ShiftCount, int]
    cases: tuple[CaseRow, ...]
    """Open cases that the next shift should hear of, the gravest first."""
    now: datetime


@dataclass(frozen=True, slots=True)
class ShiftView:
    """What of the handovers concerns the reader now."""

    to_take: Handover | None
    """What waits for the reader's signature."""
    given: Handover | None
    """What the reader handed over and nobody signed for yet."""
    last: Handover | None
    """The latest record that both signed."""
    matters: tuple[Matter, ...]
    """What earlier shifts named and is still open, newest first."""


NO_SHIFT = ShiftView(None, None, None, ())
"""What concerns those outside the room."""


def shift_counts(reader: Reader | Work) -> dict[ShiftCount, int]:
    """Count how the street stands at this moment; linked duplicates are told by their main case."""
    is_open = and_(
        cases.c.street_id == reader.actor.street_id,
        cases.c.closed_at.is_(None),
        cases.c.state.in_(sorted(map(int, OPEN_STATES))),
        own_work(),
    )
    rows = reader.connection.execute(
        select(cases.c.state, cases.c.urgency, func.count())
        .where(is_open)
        .group_by(cases.c.state, cases.c.urgency)
    ).all()
    late = select(func.count()).select_from(cases).where(is_open, overdue(reader.now))
    states = {
        ShiftCount.WAITING_ACCEPTANCE: (CaseState.WAITING_ACCEPTANCE,),
        ShiftCount.TO_ASSIGN: (CaseState.WAITING_ASSIGNMENT, CaseState.RETURNED),
        ShiftCount.TO_SIGN: (CaseState.WAITING_SIGNATURE,),
        ShiftCount.TO_VERIFY: (CaseState.WAITING_VERIFICATION,),
    }
    found = {
        name: sum(count for state, _urgency, count in rows if state in wanted)
        for name, wanted in states.items()
    }
    found[ShiftCount.NEARLY_DUE] = len(nearly_due_ids(reader))
    found[ShiftCount.OVERDUE] = int(reader.connection.execute(late).scalar_one())
    found[ShiftCount.URGENT_OPEN] = sum(
        count for _state, urgency, count in rows if urgency >= Urgency.URGENT
    )
    return {name: found[name] for name in ShiftCount}


def handover_draft(reader: Reader) -> HandoverDraft:
    """Return what a new handover begins with.

    :raises NotAllowed: ``permission_missing``.
    """
    reader.demand(Permission.SHIFT_HAND_OVER)
    query = (
        select(account.c.id, person.c.name, account.c.role, person.c.initials)
        .join(person, person.c.id == account.c.person_id)
        .where(
            account.c.street_id == reader.actor.street_id,
            account.c.id != reader.actor.account_id,
            account.c.active,
            account.c.role.in_([role.value for role in sorted(ROOM_ROLES)]),
        )
        .order_by(account.c.id)
    )
    colleagues = tuple(
        Colleague(row.id, row.name, Role(row.role), row.initials)
        for row in reader.connection.execute(query)
    )
    ids = list(
        reader.connection.execute(
            select(cases.c.id)
            .where(
                visible(reader),
                cases.c.closed_at.is_(None),
                cases.c.state.in_(sorted(map(int, OPEN_STATES))),
                own_work(),
                or_(
                    cases.c.urgency >= int(Urgency.URGENT),
                    cases.c.supervision_level > -1,
                    overdue(reader.now),
                ),
            )
            .order_by(cases.c.urgency.desc(), cases.c.supervision_level.desc(), cases.c.id.desc())
            .limit(SUGGESTED)
        ).scalars()
    )
    rows = case_rows(reader, ids)
    return HandoverDraft(
        shift_to_hand_over(reader.now),
        colleagues,
        shift_counts(reader),
        tuple(rows[id_] for id_ in ids if id_ in rows),
        reader.now,
    )


def shift_view(reader: Reader) -> ShiftView:
    """Return what of the handovers concerns the reader; outside the room that is nothing."""
    if not may(reader.actor.role, Permission.SHIFT_HAND_OVER):
        return NO_SHIFT
    mine = reader.actor.account_id
    waits = and_(handover.c.taken_at.is_(None), handover.c.withdrawn_at.is_(None))
    to_take = _handovers(reader, and_(waits, handover.c.taker_id == mine), 1)
    given = _handovers(reader, and_(waits, handover.c.giver_id == mine), 1)
    last = _handovers(reader, handover.c.taken_at.is_not(None), 1)
    is_open = and_(
        handover.c.taken_at.is_not(None),
        handover_item.c.settled_at.is_(None),
        cases.c.closed_at.is_(None),
        cases.c.state.in_(sorted(map(int, OPEN_STATES))),
    )
    return ShiftView(
        to_take[0] if to_take else None,
        given[0] if given else None,
        last[0] if last else None,
        _matters(reader, is_open),
    )


def handovers(reader: Reader, limit: int = 30) -> tuple[Handover, ...]:
    """Return the records that both signed, newest first.

    :raises NotAllowed: ``permission_missing``.
    """
    reader.demand(Permission.SHIFT_HAND_OVER)
    return _handovers(reader, handover.c.taken_at.is_not(None), limit)


def handover_of(reader: Reader, handover_id: int) -> Handover:
    """Return one record.

    :raises NotFound: ``handover_unknown``.
    """
    reader.demand(Permission.SHIFT_HAND_OVER)
    found = _handovers(reader, handover.c.id == handover_id, 1)
    if not found:
        raise NotFound("handover_unknown", id=handover_id)
    return found[0]


def _handovers(reader: Reader, where: ColumnElement[bool], limit: int) -> tuple[Handover, ...]:
    giver, taker = account.alias("giver"), account.alias("taker")
    gives, takes = person.alias("gives"), person.alias("takes")
    rows = reader.connection.execute(
        select(handover, gives.c.name.label("giver"), takes.c.name.label("taker"))
        .join(giver, giver.c.id == handover.c.giver_id)
        .join(gives, gives.c.id == giver.c.person_id)
        .join(taker, taker.c.id == handover.c.taker_id)
        .join(takes, takes.c.id == taker.c.person_id)
        .where(handover.c.street_id == reader.actor.street_id, where)
        .order_by(handover.c.id.desc())
        .limit(limit)
    ).all()
    named: dict[int, list[Matter]] = {row.id: [] for row in rows}
    if named:
        for one in _matters(reader, handover_item.c.handover_id.in_(named)):
            named[one.handover_id].append(one)
    return tuple(_handover(row, named[row.id]) for row in rows)


def _handover(row: Any, matters: list[Matter]) -> Handover:
    return Handover(
        id=row.id,
        version=row.version,
        shift=Shift(row.shift),
        began_at=row.began_at,
        giver_id=row.giver_id,
        giver=row.giver,
        taker_id=row.taker_id,
        taker=row.taker,
        at=row.at,
        counts={name: int(row.counts.get(name.value, 0)) for name in ShiftCount},
        note=row.note,
        taken_at=row.taken_at,
        matters=tuple(sorted(matters, key=lambda one: one.id)),
    )


def _matters(reader: Reader, where: ColumnElement[bool]) -> tuple[Matter, ...]:
    giver, settler = account.alias("giver"), account.alias("settler")
    gives, settles = person.alias("gives"), person.alias("settles")
    rows = reader.connection.execute(
        select(
            handover_item,
            handover.c.at,
            gives.c.name.label("giver"),
            settles.c.name.label("settler"),
            cases.c.number,
            cases.c.title,
            cases.c.state,
        )
        .join(handover, handover.c.id == handover_item.c.handover_id)
        .join(giver, giver.c.id == handover.c.giver_id)
        .join(gives, gives.c.id == giver.c.person_id)
        .join(cases, cases.c.id == handover_item.c.case_id)
        .outerjoin(settler, settler.c.id == handover_item.c.settled_by)
        .outerjoin(settles, settles.c.id == settler.c.person_id)
        .where(handover.c.street_id == reader.actor.street_id, where)
        .order_by(handover.c.id.desc(), handover_item.c.id)
    )
    return tuple(
        Matter(
            id=row.id,
            handover_id=row.handover_id,
            giver=row.giver,
            at=row.at,
            case_id=row.case_id,
            number=row.number,
            title=row.title,
            remark=row.remark,
            settled_at=row.settled_at,
            settled_by=row.settler or "",
            settled_note=row.settled_note,
            is_open=row.settled_at is None and CaseState(row.state) in OPEN_STATES,
        )
        for row in rows
    )

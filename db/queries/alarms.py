"""The deadlines that call the reader now, and which of them the reader has seen already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select

from db.model.case import cases
from db.model.desk import alarm_acknowledged, alarm_volume
from db.queries.cases import CaseRow, case_rows
from db.queries.deadlines import HORIZON, LIGHT_COLUMNS, RUNNING, deadline_at, reading, running
from db.queries.door import Reader
from db.queries.scope import visible
from db.rules.alarms import ROOM_STATES, UNIT_STATES, AlarmClock, AlarmKind, alarm_of
from db.rules.lights import yellow_from
from db.rules.terms import ROOM_ROLES, UNIT_ROLES, CaseState, Urgency

SHOWN = 200
"""Alarms that are told with their case; the counts go on."""
USUAL_VOLUME = 60
_RANKS = {kind: rank for rank, kind in enumerate(AlarmKind)}


class AlarmKey(NamedTuple):
    """What an acknowledgement holds for: another deadline or threshold is another alarm."""

    case_id: int
    kind: AlarmKind
    deadline_at: datetime


@dataclass(frozen=True, slots=True)
class Alarm:
    """A case that calls: what runs out, since when it calls, and whether it was acknowledged."""

    key: AlarmKey
    row: CaseRow
    clock: AlarmClock
    since: datetime
    is_quiet: bool
    quiet_until: datetime | None


@dataclass(frozen=True, slots=True)
class AlarmView:
    """The alarms of a person, the loud ones first; ``loud`` and ``count`` also tell of the rest."""

    alarms: tuple[Alarm, ...]
    count: int
    loud: frozenset[AlarmKey]
    volume: int
    now: datetime


def alarms(reader: Reader) -> AlarmView:
    """Return what calls the reader: the own deadlines, and for the room every one that passed."""
    found: dict[AlarmKey, Any] = {}
    for row in _candidates(reader):
        kind = alarm_of(CaseState(row.state), Urgency(row.urgency), reading(reader, row).light)
        due, _ = running(row)
        if kind is not None and due is not None:
            found[AlarmKey(row.id, kind, due)] = row
    quiet = _acknowledged(reader)
    order = sorted(found, key=lambda one: (one in quiet, _RANKS[one.kind], one.deadline_at))
    shown = order[:SHOWN]
    rows = case_rows(reader, [one.case_id for one in shown])
    return AlarmView(
        tuple(
            Alarm(
                one,
                rows[one.case_id],
                _clock(found[one]),
                _since(reader, one, found[one]),
                one in quiet,
                quiet.get(one),
            )
            for one in shown
            if one.case_id in rows
        ),
        len(found),
        frozenset(one for one in found if one not in quiet),
        _volume(reader),
        reader.now,
    )


def _candidates(reader: Reader) -> list[Any]:
    """Return the open cases whose deadline passed or is near enough to be looked at."""
    mine = _mine(reader)
    if mine is None:
        return []
    rows = reader.connection.execute(
        select(cases.c.id, *LIGHT_COLUMNS).where(
            visible(reader),
            cases.c.closed_at.is_(None),
            cases.c.state.in_(RUNNING),
            deadline_at() <= reader.now + HORIZON,
            mine,
        )
    )
    return list(rows)


def _mine(reader: Reader) -> ColumnElement[bool] | None:
    """Return the condition for the cases that may call the reader, None where none does."""
    if reader.actor.role in ROOM_ROLES:
        return or_(cases.c.state.in_(sorted(map(int, ROOM_STATES))), deadline_at() < reader.now)
    if reader.actor.role in UNIT_ROLES:
        return and_(
            cases.c.holder_id == reader.actor.unit_id,
            cases.c.state.in_(sorted(map(int, UNIT_STATES))),
        )
    return None


def _acknowledged(reader: Reader) -> dict[AlarmKey, datetime | None]:
    """Return the alarms that are quiet for the reader and until when; None: while they stand."""
    a = alarm_acknowledged.c
    rows = reader.connection.execute(
        select(a.case_id, a.kind, a.deadline_at, a.quiet_until)
        .join(cases, cases.c.id == a.case_id)
        .where(
            a.account_id == reader.actor.account_id,
            or_(a.quiet_until.is_(None), a.quiet_until > reader.now),
            cases.c.closed_at.is_(None),
        )
        .order_by(a.id)
    )
    found: dict[AlarmKey, datetime | None] = {}
    for row in rows:
        one = AlarmKey(row.case_id, AlarmKind(row.kind), row.deadline_at)
        found[one] = None if one in found and found[one] is None else row.quiet_until
    return found


def _clock(row: Any) -> AlarmClock:
    if row.state == CaseState.WAITING_VERIFICATION and row.verify_due_at is not None:
        return AlarmClock.VERIFICATION
    return AlarmClock.ACCEPTANCE if row.due_at is None else AlarmClock.HANDLING


def _since(reader: Reader, one: AlarmKey, row: Any) -> datetime:
    """Return when the alarm began to call."""
    due, start = running(row)
    if one.kind is AlarmKind.OVERDUE or due is None:
        return one.deadline_at
    if one.kind is AlarmKind.URGENT_WAITING:
        return start
    urgency = Urgency.URGENT if row.due_at is None else Urgency(row.urgency)
    office = reader.office
    return max(start, yellow_from(due, start, urgency, office.calendar, office.limits))


def _volume(reader: Reader) -> int:
    found = reader.connection.execute(
        select(alarm_volume.c.volume).where(alarm_volume.c.account_id == reader.actor.account_id)
    ).scalar()
    return USUAL_VOLUME if found is None else int(found)

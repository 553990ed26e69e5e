"""What another working calendar would do to the deadlines of open cases, before it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from db.model.case import cases
from db.model.organisation import unit
from db.model.setting import calendar_day
from db.office import calendar_of, own_days
from db.queries.door import Reader
from db.rules.calendar import WorkingCalendar
from db.rules.permissions import Permission
from db.rules.recalculation import (
    LOOKED_AT,
    DeadlineKind,
    MovedDeadline,
    moved_deadlines,
)
from db.rules.terms import OPEN_STATES, Urgency
from db.work import Work


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One deadline of one case that would move."""

    case_id: int
    number: str
    title: str
    unit_name: str
    kind: DeadlineKind
    before: datetime
    after: datetime
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What the office says of a day, over the announced calendar."""

    day: date
    is_workday: bool
    note: str


def own_calendar_days(reader: Reader, year: int) -> tuple[OwnDay, ...]:
    """Return the days of a year of which the office says something itself."""
    rows = reader.connection.execute(
        select(calendar_day.c.day, calendar_day.c.is_workday, calendar_day.c.note)
        .where(
            calendar_day.c.street_id == reader.actor.street_id,
            calendar_day.c.day.between(date(year, 1, 1), date(year, 12, 31)),
        )
        .order_by(calendar_day.c.day)
    )
    return tuple(OwnDay(row.day, bool(row.is_workday), row.note) for row in rows)


def calendar_what_if(reader: Reader, days: Mapping[date, bool | None]) -> tuple[MovedRow, ...]:
    """Return the deadlines that days would move, the earliest first; None is as announced.

    :raises NotAllowed: the reader sees no cases, or does not keep the settings.
    """
    reader.demand(Permission.SETTINGS)
    reader.demand(Permission.CASE_SEE)
    other = calendar_with(reader, days)
    found = [
        MovedRow(
            row.id, row.number, row.title, row.unit_name or "",
            one.kind, one.before, one.after, one.is_fixed,
        )
        for row, moved in moved_cases(reader, reader.office.calendar, other)
        for one in moved
    ]  # fmt: skip
    found.sort(key=lambda row: (row.is_fixed, row.before, row.number))
    return tuple(found)


def calendar_with(where: Reader | Work, days: Mapping[date, bool | None]) -> WorkingCalendar:
    """Return the calendar of a street as it would be with other days of its own."""
    kept = own_days(where.connection, where.actor.street_id)
    for day, is_workday in days.items():
        if is_workday is None:
            kept.pop(day, None)
        else:
            kept[day] = is_workday
    return calendar_of(kept, where.office.calendar.hours)


def moved_cases(
    where: Reader | Work, old: WorkingCalendar, new: WorkingCalendar
) -> Iterator[tuple[Any, tuple[MovedDeadline, ...]]]:
    """Yield the open cases of a street with deadlines that the new calendar puts elsewhere."""
    rows = where.connection.execute(
        select(
            cases.c.id,
            cases.c.number,
            cases.c.title,
            unit.c.name.label("unit_name"),
            *(cases.c[name] for name in LOOKED_AT),
        )
        .outerjoin(unit, unit.c.id == func.coalesce(cases.c.lead_id, cases.c.holder_id))
        .where(
            # The sum keeps planners from the index by street, in which every case ever stands.
            cases.c.street_id + 0 == where.actor.street_id,
            cases.c.state.in_(sorted(map(int, OPEN_STATES))),
            cases.c.urgency == int(Urgency.NORMAL),
        )
        .order_by(cases.c.id)
    ).all()
    for row in rows:
        moved = moved_deadlines(dict(row._mapping), old, new)
        if moved:
            yield row, moved

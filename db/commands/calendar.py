"""The office's own days over the announced calendar change by command."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import delete, insert, select, update

from db.commands.door import Result, handles
from db.commands.meanwhile import OnSeen, refuse_moved
from db.errors import RuleError
from db.model.setting import calendar_day
from db.queries.what_if import calendar_with, moved_cases
from db.rules.calendar import WorkingCalendar
from db.rules.checks import clean_name
from db.rules.permissions import Permission
from db.rules.recalculation import changes_of
from db.rules.steps import StepKind
from db.work import Work

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_DAYS = 800


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """What the office says of one day; ``is_workday=None`` leaves it to the announced calendar."""

    day: date
    is_workday: bool | None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class SetCalendarDays(OnSeen):
    """Lay the office's own days over the announced calendar.

    Deadlines set before stay, unless ``recalculate`` moves those of open cases that still run.
    ``seen`` tells by a day as it is written (2026-11-20) what the office had said of it.
    """

    permission: ClassVar = Permission.SETTINGS
    days: tuple[CalendarDay, ...]
    recalculate: bool = False


@handles(SetCalendarDays)
def set_calendar_days(work: Work, command: SetCalendarDays) -> Result:
    if not 0 < len(command.days) <= MOST_DAYS:
        raise RuleError("calendar_days_count", most=MOST_DAYS)
    if command.recalculate:
        work.demand(Permission.CASE_DECIDE)
    before_calendar = work.office.calendar
    changed: dict[str, tuple[Any, Any]] = {}
    for wanted in command.days:
        if not FIRST_YEAR <= wanted.day.year <= LAST_YEAR:
            raise RuleError("calendar_day_bad", day=wanted.day)
        before = _own_day(work, wanted.day)
        _set_day(work, wanted, before is not None)
        if before != wanted.is_workday:
            changed[wanted.day.isoformat()] = (before, wanted.is_workday)
    now = {day: was for day, (was, _) in changed.items()}
    refuse_moved(work, "calendar", work.actor.street_id, now, command.seen)
    work.record("calendar", work.actor.street_id, changed)
    work.changed("calendar", work.actor.street_id)
    moved = 0
    if command.recalculate:
        moved = _recalculate(work, before_calendar, _reason(command.days))
    return {"days": len(command.days), "changed": len(changed), "recalculated": moved}


def _recalculate(work: Work, old: WorkingCalendar, reason: str) -> int:
    """Move the running deadlines of open cases by a step of each; return how many cases."""
    count = 0
    for row, moved in list(moved_cases(work, old, calendar_with(work, {}))):
        changes = changes_of(dict(row._mapping), moved)
        if changes:
            work.case(row.id, None).take(StepKind.RECALCULATE, reason=reason, **changes)
            count += 1
    return count


def _reason(days: tuple[CalendarDay, ...]) -> str:
    """Return what the office noted for the days, each word once."""
    notes = (clean_name(one.note, field="note") for one in days)
    return " ".join(dict.fromkeys(note for note in notes if note))


def _own_day(work: Work, day: date) -> bool | None:
    found = work.connection.execute(
        select(calendar_day.c.is_workday).where(
            calendar_day.c.street_id == work.actor.street_id, calendar_day.c.day == day
        )
    ).scalar()
    return None if found is None else bool(found)


def _set_day(work: Work, wanted: CalendarDay, known: bool) -> None:
    where = (calendar_day.c.street_id == work.actor.street_id) & (calendar_day.c.day == wanted.day)
    if wanted.is_workday is None:
        work.connection.execute(delete(calendar_day).where(where))
        return
    note = clean_name(wanted.note, field="note")
    if known:
        work.connection.execute(
            update(calendar_day).where(where).values(is_workday=wanted.is_workday, note=note)
        )
        return
    work.connection.execute(
        insert(calendar_day).values(
            street_id=work.actor.street_id,
            day=wanted.day,
            is_workday=wanted.is_workday,
            note=note,
        )
    )

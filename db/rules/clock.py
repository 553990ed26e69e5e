"""Deadlines and how they come about (domain.md §1.6).

A normal case is counted in working days: the first is the next working day, and the deadline is
the close of business of the last. An urgent or major case is counted in natural time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from db.rules.calendar import DayKind, WorkingCalendar
from db.rules.limits import Limit, Limits, LimitUnit, Stage
from db.rules.terms import Urgency

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_OFF = frozenset({DayKind.HOLIDAY, DayKind.WEEKEND})


class FactCode(StrEnum):
    """One step of the arithmetic of a deadline."""

    STARTS = "starts"
    """The clock is set off: ``moment``."""
    LIMIT_WORKDAYS = "limit_workdays"
    LIMIT_WORKING_MINUTES = "limit_working_minutes"
    LIMIT_MINUTES = "limit_minutes"
    """The limit: ``number`` of days or minutes."""
    COUNTS_FROM = "counts_from"
    """The first working day that counts: ``day``."""
    COUNTED = "counted"
    """Working day ``number`` is ``day``."""
    COUNTED_MAKE_UP = "counted_make_up"
    """Working day ``number`` is ``day``, a weekend day that is worked; ``note``."""
    SKIPPED_WEEKEND = "skipped_weekend"
    SKIPPED_HOLIDAY = "skipped_holiday"
    """Days off from ``day`` to ``last_day``; ``note``."""
    PART_OF_DAY = "part_of_day"
    """``number`` working minutes of ``day``."""
    EXTENDED_WORKDAYS = "extended_workdays"
    EXTENDED_DAYS = "extended_days"
    """Extended by ``number`` days."""
    NOT_ANNOUNCED = "not_announced"
    """The holidays of the year ``number`` are not announced; Monday to Friday was assumed."""
    DUE = "due"
    """The deadline: ``moment``."""


@dataclass(frozen=True)
class Fact:
    """A step of the arithmetic, from which a sentence is made."""

    code: FactCode
    day: date | None = None
    last_day: date | None = None
    moment: datetime | None = None
    number: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Remaining:
    """The time to a deadline or past it; a day is a working day when ``is_working``."""

    is_overdue: bool
    days: int
    hours: int
    minutes: int
    is_working: bool


@dataclass(frozen=True)
class Clock:
    """The calendar and the limits of a street, put together."""

    calendar: WorkingCalendar
    limits: Limits = field(default_factory=Limits)

    def deadline(self, limit: Limit, start: datetime) -> datetime:
        """Return when a limit that starts at a moment ends."""
        if limit.unit is LimitUnit.WORKDAYS:
            last = self.calendar.add_workdays(start.date(), limit.amount)
            return self.calendar.close_of(last)
        if limit.unit is LimitUnit.WORKING_MINUTES:
            return self.calendar.add_working_minutes(start, limit.amount)
        return start + timedelta(minutes=limit.amount)

    def accept_due(self, urgency: Urgency, registered_at: datetime) -> datetime:
        """Return by when a case must be accepted and assigned."""
        return self.deadline(self.limits.of(Stage.ACCEPT, urgency), registered_at)

    def sign_due(self, urgency: Urgency, assigned_at: datetime) -> datetime:
        """Return by when the unit must sign."""
        return self.deadline(self.limits.of(Stage.SIGN, urgency), assigned_at)

    def feedback_due(self, urgency: Urgency, assigned_at: datetime) -> datetime:
        """Return by when the unit must say the first time how things stand."""
        return self.deadline(self.limits.of(Stage.FEEDBACK, urgency), assigned_at)

    def handle_due(self, urgency: Urgency, assigned_at: datetime, limit_hours: int) -> datetime:
        """Return by when the case must be handled; 24 hours of a normal case are a workday."""
        return self.deadline(self.limits.handling(urgency, limit_hours), assigned_at)

    def verify_due(self, urgency: Urgency, reported_at: datetime) -> datetime:
        """Return by when the room must verify a report."""
        return self.deadline(self.limits.of(Stage.VERIFY, urgency), reported_at)

    def return_audit_due(self, urgency: Urgency, returned_at: datetime) -> datetime:
        """Return by when the room must answer a return."""
        return self.deadline(self.limits.of(Stage.RETURN_AUDIT, urgency), returned_at)

    def extended_due(self, urgency: Urgency, due: datetime, days: int) -> datetime:
        """Return a deadline put off by working days, or by natural days for an urgent case."""
        if urgency is not Urgency.NORMAL:
            return due + timedelta(days=days)
        return self.calendar.close_of(self.calendar.add_workdays(due.date(), days))

    def days_until(self, urgency: Urgency, due: datetime, day: date) -> int:
        """Return by how many days a deadline is put off to reach a day; 0 or less if it has."""
        if urgency is not Urgency.NORMAL or day <= due.date():
            return (day - due.date()).days
        return self.calendar.workdays_between(due.date(), day)

    def resumed_due(
        self, urgency: Urgency, due: datetime, suspended_at: datetime, resumed_at: datetime
    ) -> datetime:
        """Return the deadline after a suspension, which leaves as much time as there was."""
        if suspended_at >= due:
            return due
        if urgency is not Urgency.NORMAL:
            return due + (resumed_at - suspended_at)
        left = self.calendar.workdays_between(suspended_at.date(), due.date())
        if resumed_at.date() == suspended_at.date():
            return due
        return self.calendar.close_of(self.calendar.add_workdays(resumed_at.date(), left))

    def remaining(self, due: datetime, now: datetime, urgency: Urgency) -> Remaining:
        """Return how much time is left, or how much has passed since."""
        is_working = urgency is Urgency.NORMAL
        first, last = min(due, now), max(due, now)
        if is_working:
            left = self.calendar.working_time_between(first, last)
            a_day = self.calendar.hours.length
        else:
            left, a_day = last - first, _DAY
        days, rest = divmod(left, a_day)
        hours, minutes = divmod(int(rest / _MINUTE), 60)
        return Remaining(now > due, days, hours, minutes, is_working)

    def overdue_workdays(self, due: datetime, now: datetime) -> int:
        """Return how many working days have begun after the day of the deadline.

        It is 0 on that day itself, whatever the hour, and 1 on the next working day.
        """
        return max(0, self.calendar.workdays_between(due.date(), now.date()))

    def explain(self, limit: Limit, start: datetime, *, extended_days: int = 0) -> tuple[Fact, ...]:
        """Return the arithmetic of a deadline, step by step."""
        return tuple(self._explanation(limit, start, extended_days))

    def explain_handling(
        self, urgency: Urgency, assigned_at: datetime, limit_hours: int, *, extended_days: int = 0
    ) -> tuple[Fact, ...]:
        """Return the arithmetic of the deadline of handling."""
        limit = self.limits.handling(urgency, limit_hours)
        return self.explain(limit, assigned_at, extended_days=extended_days)

    def _explanation(self, limit: Limit, start: datetime, extended_days: int) -> Iterator[Fact]:
        due = self.deadline(limit, start)
        yield Fact(FactCode.STARTS, moment=start)
        yield Fact(_LIMIT_CODES[limit.unit], number=limit.amount)
        if limit.unit is LimitUnit.WORKDAYS:
            first = self.calendar.next_workday(start.date())
            yield Fact(FactCode.COUNTS_FROM, day=first)
            yield from self._days(start.date(), due.date(), 1)
        elif limit.unit is LimitUnit.WORKING_MINUTES:
            yield from self._parts(start, due)
        if extended_days:
            old, is_natural = due, limit.unit is LimitUnit.MINUTES
            due = self.extended_due(
                Urgency.URGENT if is_natural else Urgency.NORMAL, due, extended_days
            )
            code = FactCode.EXTENDED_DAYS if is_natural else FactCode.EXTENDED_WORKDAYS
            yield Fact(code, number=extended_days)
            if not is_natural:
                yield from self._days(old.date(), due.date(), 1)
        if limit.unit is not LimitUnit.MINUTES:
            for year in range(start.year, due.year + 1):
                if not self.calendar.is_announced(year):
                    yield Fact(FactCode.NOT_ANNOUNCED, number=year)
        yield Fact(FactCode.DUE, moment=due)

    def _days(self, after: date, last: date, number: int) -> Iterator[Fact]:
        """Yield the days that count and those left out, up to the last that counts."""
        day = after + _DAY
        while day <= last:
            kind, note = self.calendar.kind(day), self.calendar.note(day)
            if kind in _OFF:
                end = self._end_of_rest(day, kind, note)
                yield _skipped(kind, day, end, note)
                day = end + _DAY
                continue
            is_make_up = kind is DayKind.MAKE_UP
            code = FactCode.COUNTED_MAKE_UP if is_make_up else FactCode.COUNTED
            yield Fact(code, day=day, number=number, note=note)
            number += 1
            day += _DAY

    def _parts(self, start: datetime, due: datetime) -> Iterator[Fact]:
        """Yield the working minutes of each day, and the days left out between."""
        day = start.date()
        while day <= due.date():
            kind, note = self.calendar.kind(day), self.calendar.note(day)
            if kind in _OFF:
                end = self._end_of_rest(day, kind, note)
                yield _skipped(kind, day, end, note)
                day = end + _DAY
                continue
            begin = max(start, datetime.combine(day, time()))
            end_of_part = min(due, datetime.combine(day + _DAY, time()))
            minutes = self.calendar.working_minutes_between(begin, end_of_part)
            yield Fact(FactCode.PART_OF_DAY, day=day, number=minutes)
            day += _DAY

    def _end_of_rest(self, day: date, kind: DayKind, note: str) -> date:
        """Return the last of the days off of one kind and name that begin with a day."""
        following = day + _DAY
        while self.calendar.kind(following) is kind and self.calendar.note(following) == note:
            day, following = following, following + _DAY
        return day


_LIMIT_CODES = {
    LimitUnit.WORKDAYS: FactCode.LIMIT_WORKDAYS,
    LimitUnit.WORKING_MINUTES: FactCode.LIMIT_WORKING_MINUTES,
    LimitUnit.MINUTES: FactCode.LIMIT_MINUTES,
}


def _skipped(kind: DayKind, first: date, last: date, note: str) -> Fact:
    is_holiday = kind is DayKind.HOLIDAY
    code = FactCode.SKIPPED_HOLIDAY if is_holiday else FactCode.SKIPPED_WEEKEND
    return Fact(code, day=first, last_day=last, note=note)

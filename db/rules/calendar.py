"""The working calendar: which days are worked, and counting in days and minutes of work.

Times are the wall clock of the street, without a zone; China keeps one time all the year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

_DAY = timedelta(days=1)
_SATURDAY = 5
_NATIONAL_DAY = (10, 1)


class DayKind(StrEnum):
    """What a day is in the calendar."""

    WORKDAY = "workday"
    MAKE_UP = "make_up"
    """A Saturday or Sunday that is worked."""
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    """A day off by announcement."""


@dataclass(frozen=True)
class WorkingHours:
    """The hours of a working day, in order and apart."""

    periods: tuple[tuple[time, time], ...] = (
        (time(8, 30), time(12)),
        (time(14), time(17, 30)),
    )

    def __post_init__(self) -> None:
        """Refuse hours that are empty, turned round or overlapping."""
        moments = [moment for period in self.periods for moment in period]
        if not moments or any(a >= b for a, b in pairwise(moments)):
            raise ValueError("working hours must be periods in order, without overlap")

    @property
    def close(self) -> time:
        """Return the close of business."""
        return self.periods[-1][1]

    @cached_property
    def length(self) -> timedelta:
        """Return how much work a day holds."""
        return sum((end - start for start, end in self.on(date.min)), timedelta())

    def on(self, day: date) -> list[tuple[datetime, datetime]]:
        """Return the periods of a day as moments."""
        return [
            (datetime.combine(day, start), datetime.combine(day, end))
            for start, end in self.periods
        ]


USUAL_HOURS = "08:30-12:00 14:00-17:30"
"""The hours of a working day as the office writes them."""
MOST_PERIODS = 4
_PERIOD = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


def hours_of(text: str) -> WorkingHours | None:
    """Return the hours that are written as :data:`USUAL_HOURS`; None when that makes no sense."""
    found = [_PERIOD.fullmatch(part) for part in text.split()]
    if not 0 < len(found) <= MOST_PERIODS or not all(found):
        return None
    numbers = [tuple(map(int, one.groups())) for one in found if one is not None]
    periods = tuple((time(a, b), time(c, d)) for a, b, c, d in numbers)
    try:
        return WorkingHours(periods)
    except ValueError:
        return None


@dataclass(frozen=True)
class _Year:
    """The workdays of a year and, for each of its days, how many of them came before it."""

    workdays: tuple[date, ...]

    def before(self, day: date) -> int:
        return bisect_left(self.workdays, day)


NO_DAYS: Mapping[date, bool] = {}
NO_NOTES: Mapping[date, str] = {}


@dataclass(frozen=True, eq=False)
class WorkingCalendar:
    """Monday to Friday, but for the days that ``days`` states otherwise."""

    days: Mapping[date, bool] = field(default_factory=dict)
    hours: WorkingHours = WorkingHours()
    announced_years: frozenset[int] = frozenset()
    notes: Mapping[date, str] = field(default_factory=dict)
    _years: dict[int, _Year] = field(default_factory=dict, init=False, repr=False)

    def is_announced(self, year: int) -> bool:
        """Say whether the holidays of a year are known; if not, a screen should warn."""
        return year in self.announced_years

    def is_workday(self, day: date) -> bool:
        """Say whether a day is worked."""
        stated = self.days.get(day)
        return day.weekday() < _SATURDAY if stated is None else stated

    def kind(self, day: date) -> DayKind:
        """Return what a day is."""
        is_weekend = day.weekday() >= _SATURDAY
        if self.is_workday(day):
            return DayKind.MAKE_UP if is_weekend else DayKind.WORKDAY
        return DayKind.HOLIDAY if day in self.days else DayKind.WEEKEND

    def note(self, day: date) -> str:
        """Return what is noted for a day: the holiday's code or the office's own words."""
        return self.notes.get(day, "")

    def close_of(self, day: date) -> datetime:
        """Return the close of business of a day."""
        return datetime.combine(day, self.hours.close)

    def next_workday(self, day: date) -> date:
        """Return the first workday after a day."""
        return self.add_workdays(day, 1)

    def add_workdays(self, day: date, count: int) -> date:
        """Return the n-th workday after a day, or before it when n is negative.

        With 0 it is the day itself, or the next workday when the day is off.
        """
        if count < 0:
            return self._workday_at(day.year, self._year(day.year).before(day) + count)
        if count == 0:
            return self._workday_at(day.year, self._year(day.year).before(day))
        done = self._year(day.year).before(day) + self.is_workday(day)
        return self._workday_at(day.year, done + count - 1)

    def workdays_between(self, first: date, last: date) -> int:
        """Count the workdays after one day up to and with another; negative when it is earlier."""
        if last < first:
            return -self.workdays_between(last, first)
        return self._up_to(last, first.year) - self._up_to(first, first.year)

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time from one moment to another; negative when it is earlier."""
        if end < start:
            return -self.working_time_between(end, start)
        if start.date() == end.date():
            return self._worked(start.date(), start, end)
        first, last = start.date(), end.date()
        whole_days = self.workdays_between(first, last - _DAY)
        return (
            self._worked(first, start, datetime.combine(first + _DAY, time()))
            + whole_days * self.hours.length
            + self._worked(last, datetime.combine(last, time()), end)
        )

    def working_minutes_between(self, start: datetime, end: datetime) -> int:
        """Return the whole working minutes from one moment to another."""
        return int(self.working_time_between(start, end) / timedelta(minutes=1))

    def add_working_minutes(self, moment: datetime, minutes: int) -> datetime:
        """Return the earliest moment that lies so many working minutes after another.

        With a negative number: so many before it.
        """
        return self.add_working_time(moment, timedelta(minutes=minutes))

    def add_working_time(self, moment: datetime, amount: timedelta) -> datetime:
        """Return the earliest moment that lies so much working time after another, or before."""
        if amount < timedelta():
            return self._work_before(moment, -amount)
        return self._work_after(moment, amount) if amount else moment

    def _work_after(self, moment: datetime, amount: timedelta) -> datetime:
        day = moment.date()
        today = self._worked(day, moment, datetime.combine(day + _DAY, time()))
        if amount > today:
            whole_days, amount = divmod(amount - today, self.hours.length)
            # A whole day ends at its close of business, not at the next day's opening.
            if not amount:
                return self.close_of(self.add_workdays(day, whole_days))
            day = self.add_workdays(day, whole_days + 1)
            moment = datetime.combine(day, time())
        for start, end in self.hours.on(day):
            start = max(start, moment)
            if start < end and amount <= end - start:
                return start + amount
            amount -= max(end - start, timedelta())
        raise AssertionError("a working day holds its own length")  # pragma: no cover

    def _work_before(self, moment: datetime, amount: timedelta) -> datetime:
        day = moment.date()
        today = self._worked(day, datetime.combine(day, time()), moment)
        if amount >= today:
            whole_days, amount = divmod(amount - today, self.hours.length)
            day = self.add_workdays(day, -whole_days - 1)
            moment = self.close_of(day)
        for start, end in reversed(self.hours.on(day)):
            end = min(end, moment)
            if start < end and amount < end - start:
                return end - amount
            amount -= max(end - start, timedelta())
        raise AssertionError("a working day holds its own length")  # pragma: no cover

    def _worked(self, day: date, start: datetime, end: datetime) -> timedelta:
        """Return the working time of one day between two of its moments."""
        if not self.is_workday(day):
            return timedelta()
        parts = (min(end, last) - max(start, first) for first, last in self.hours.on(day))
        return sum((part for part in parts if part > timedelta()), timedelta())

    def _workday_at(self, year: int, position: int) -> date:
        """Return a workday by its place counted from the first of a year, in any year."""
        while position < 0:
            year -= 1
            position += len(self._year(year).workdays)
        while position >= len(self._year(year).workdays):
            position -= len(self._year(year).workdays)
            year += 1
        return self._year(year).workdays[position]

    def _up_to(self, day: date, first_year: int) -> int:
        whole = sum(len(self._year(year).workdays) for year in range(first_year, day.year))
        return whole + self._year(day.year).before(day) + self.is_workday(day)

    def _year(self, year: int) -> _Year:
        found = self._years.get(year)
        if found is None:
            first = date(year, 1, 1).toordinal()
            days = map(date.fromordinal, range(first, date(year, 12, 31).toordinal() + 1))
            found = self._years[year] = _Year(tuple(filter(self.is_workday, days)))
        return found


def announced_calendar(
    years: Iterable[int],
    overrides: Mapping[date, bool] = NO_DAYS,
    *,
    hours: WorkingHours | None = None,
    notes: Mapping[date, str] = NO_NOTES,
) -> WorkingCalendar:
    """Return the calendar of the announced holidays with the office's own table over it.

    A year counts as announced when its holidays ship with the product, or when the office's
    table states its 1 October, a day that is in every yearly plan.
    """
    # Loaded here because the window must be up before it.
    from chinese_calendar import constants

    wanted = frozenset(years)
    known = {day.year for day in constants.holidays}
    days = {day: False for day in constants.holidays if day.year in wanted}
    days |= {day: True for day in constants.workdays if day.year in wanted}
    names = {
        day: constants.Holiday(holiday).name
        for table in (constants.holidays, constants.workdays)
        for day, holiday in table.items()
        if day.year in wanted
    }
    stated = {day.year for day in overrides if (day.month, day.day) == _NATIONAL_DAY}
    return WorkingCalendar(
        days={**days, **overrides},
        hours=hours or WorkingHours(),
        announced_years=frozenset((wanted & known) | stated),
        notes={**{day: name for day, name in names.items() if day not in overrides}, **notes},
    )

"""Days and minutes of work against a slow calculator that shares no code with the rules."""

import os
import time as os_time
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.rules.calendar import DayKind, WorkingCalendar, WorkingHours, announced_calendar

# The plan of 2026 as domain.md §1.6 states it, written out here once more on purpose.
REST = [
    ("2026-01-01", "2026-01-03"),
    ("2026-02-15", "2026-02-23"),
    ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"),
    ("2026-06-19", "2026-06-21"),
    ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
]
MAKE_UP = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31, 23, 59)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
days_of_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def slow_is_workday(day: date) -> bool:
    """Look a day up in the text of the plan."""
    text = day.isoformat()
    if text in MAKE_UP:
        return True
    if any(first <= text <= last for first, last in REST):
        return False
    return day.strftime("%w") not in "06"


def slow_minutes(start: datetime, end: datetime) -> int:
    """Count the working minutes one by one."""
    count = 0
    while start < end:
        minute = start.hour * 60 + start.minute
        if (510 <= minute < 720 or 840 <= minute < 1050) and slow_is_workday(start.date()):
            count += 1
        start += timedelta(minutes=1)
    return count


def slow_workday(day: date, count: int) -> date:
    """Walk over the days one by one."""
    step = timedelta(days=1 if count > 0 else -1)
    while count:
        day += step
        if slow_is_workday(day):
            count -= 1 if count > 0 else -1
    return day


def test_the_announced_calendar_is_the_plan_of_2026(calendar):
    day = date(2026, 1, 1)
    while day.year == 2026:
        assert calendar.is_workday(day) == slow_is_workday(day), day
        day += timedelta(days=1)


def test_a_year_without_announcement_is_monday_to_friday_and_says_so(calendar):
    assert calendar.is_announced(2026)
    assert not calendar.is_announced(2031)
    assert calendar.is_workday(date(2031, 10, 1))  # a Wednesday
    assert not calendar.is_workday(date(2031, 10, 4))


def test_the_office_table_lies_over_the_announced_days():
    overrides = {date(2026, 9, 24): False, date(2026, 9, 20): False, date(2031, 10, 1): False}
    calendar = announced_calendar([2026], overrides, notes={date(2026, 9, 24): "台风停工"})
    assert not calendar.is_workday(date(2026, 9, 24))
    assert not calendar.is_workday(date(2026, 9, 20))
    assert calendar.note(date(2026, 9, 24)) == "台风停工"
    assert calendar.note(date(2026, 9, 20)) == ""
    assert calendar.note(date(2026, 10, 1)) == "national_day"
    assert calendar.is_announced(2031), "whoever states National Day has entered the plan"
    assert not calendar.is_announced(2025), "a year that was not asked for is not known"


def test_a_day_has_a_kind(calendar):
    assert calendar.kind(date(2026, 9, 24)) is DayKind.WORKDAY
    assert calendar.kind(date(2026, 9, 20)) is DayKind.MAKE_UP
    assert calendar.kind(date(2026, 9, 25)) is DayKind.HOLIDAY
    assert calendar.kind(date(2026, 9, 19)) is DayKind.WEEKEND


@given(day=days_of_2026, count=st.integers(-30, 30).filter(bool))
def test_adding_workdays_equals_walking(calendar, day, count):
    if (found := slow_workday(day, count)).year == 2026:
        assert calendar.add_workdays(day, count) == found
        if slow_is_workday(day):
            assert calendar.workdays_between(day, found) == count
        assert calendar.workdays_between(found, day) == -calendar.workdays_between(day, found)


def test_adding_no_workday_gives_the_day_or_the_next_workday(calendar):
    assert calendar.add_workdays(date(2026, 9, 24), 0) == date(2026, 9, 24)
    assert calendar.add_workdays(date(2026, 10, 1), 0) == date(2026, 10, 8)
    assert calendar.next_workday(date(2026, 9, 30)) == date(2026, 10, 8)


def test_counting_crosses_years_in_both_directions(calendar):
    assert calendar.add_workdays(date(2025, 12, 31), 1) == date(2026, 1, 4)
    assert calendar.add_workdays(date(2026, 1, 4), -1) == date(2025, 12, 31)
    assert calendar.workdays_between(date(2025, 12, 31), date(2026, 1, 5)) == 2
    assert calendar.add_workdays(date(2024, 2, 28), 1) == date(2024, 2, 29)
    far = calendar.add_workdays(date(2026, 1, 4), 2000)
    assert calendar.workdays_between(date(2026, 1, 4), far) == 2000
    assert calendar.add_workdays(far, -2000) == date(2026, 1, 4)


@settings(max_examples=50)
@given(start=moments, length=st.integers(-4000, 4000))
def test_working_minutes_equal_a_count_minute_by_minute(calendar, start, length):
    end = start + timedelta(minutes=length)
    first, last = min(start, end), max(start, end)
    sign = 1 if length >= 0 else -1
    if end.year == 2026:
        assert calendar.working_minutes_between(start, end) == sign * slow_minutes(first, last)


@settings(max_examples=50)
@given(start=moments, minutes=st.integers(1, 1300))
def test_adding_working_minutes_lands_on_the_earliest_moment(calendar, start, minutes):
    found = calendar.add_working_minutes(start, minutes)
    if found.year == 2026:
        assert slow_minutes(start, found) == minutes
        assert slow_minutes(start, found - timedelta(minutes=1)) == minutes - 1


@settings(max_examples=50)
@given(end=moments, minutes=st.integers(1, 1300))
def test_taking_working_minutes_away_lands_on_the_earliest_moment(calendar, end, minutes):
    found = calendar.add_working_minutes(end, -minutes)
    if found.year == 2026 and found > datetime(2026, 1, 1, 0, 1):
        assert slow_minutes(found, end) == minutes
        assert slow_minutes(found - timedelta(minutes=1), end) == minutes + 1


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-11-20 08:00", 120, "2026-11-20 10:30"),
        ("2026-11-20 10:00", 120, "2026-11-20 12:00"),
        ("2026-11-20 11:00", 120, "2026-11-20 15:00"),
        ("2026-11-20 16:30", 120, "2026-11-23 09:30"),
        ("2026-11-20 17:30", 120, "2026-11-23 10:30"),
        ("2026-11-21 03:00", 120, "2026-11-23 10:30"),
        ("2026-11-20 08:30", 420, "2026-11-20 17:30"),
        ("2026-11-20 08:30", 840, "2026-11-23 17:30"),
        ("2026-11-20 16:00", 0, "2026-11-20 16:00"),
    ],
)
def test_working_minutes_stop_at_noon_and_in_the_evening(calendar, start, minutes, end):
    assert calendar.add_working_minutes(datetime.fromisoformat(start), minutes) == (
        datetime.fromisoformat(end)
    )


def test_hours_can_be_changed():
    hours = WorkingHours(((time(9), time(17)),))
    calendar = WorkingCalendar(hours=hours)
    assert hours.length == timedelta(hours=8)
    assert calendar.close_of(date(2026, 11, 20)) == datetime(2026, 11, 20, 17)
    assert (
        calendar.working_minutes_between(datetime(2026, 11, 20, 16), datetime(2026, 11, 23, 10))
        == 120
    )


@pytest.mark.parametrize(
    "periods",
    [(), ((time(12), time(8)),), ((time(8), time(12)), (time(11), time(17)))],
)
def test_hours_that_make_no_day_are_refused(periods):
    with pytest.raises(ValueError, match="in order"):
        WorkingHours(periods)


def test_the_zone_of_the_computer_and_summer_time_change_nothing(calendar, monkeypatch):
    start, limit = datetime(1988, 4, 9, 23, 30), 5000  # China had summer time from 1988-04-10
    plain = WorkingCalendar()
    expected = plain.add_working_minutes(start, limit)
    before = os.environ.get("TZ")
    try:
        for zone in ("America/New_York", "Asia/Shanghai", "UTC", "Pacific/Kiritimati"):
            monkeypatch.setenv("TZ", zone)
            os_time.tzset()
            assert plain.add_working_minutes(start, limit) == expected
            assert calendar.add_workdays(date(2026, 3, 7), 1) == date(2026, 3, 9)
    finally:
        monkeypatch.undo()
        assert os.environ.get("TZ") == before
        os_time.tzset()

"""Deadlines: the vectors of domain.md §1.6 and what lies around them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.calendar import announced_calendar
from db.rules.clock import Clock, Fact, FactCode, Remaining
from db.rules.limits import Limit, Limits, LimitUnit, Stage
from db.rules.terms import Urgency

NORMAL, URGENT, MAJOR = Urgency.NORMAL, Urgency.URGENT, Urgency.MAJOR


def at(text: str) -> datetime:
    """Read a moment."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("assigned", "workdays", "due"),
    [
        ("2026-09-24 15:00", 1, "2026-09-28 17:30"),
        ("2026-09-24 15:00", 3, "2026-09-30 17:30"),
        ("2026-09-24 15:00", 5, "2026-10-09 17:30"),
        ("2026-09-24 15:00", 6, "2026-10-10 17:30"),
        ("2026-09-18 10:00", 1, "2026-09-20 17:30"),
        ("2026-02-13 09:00", 1, "2026-02-14 17:30"),
        ("2026-02-13 09:00", 2, "2026-02-24 17:30"),
        ("2026-11-20 16:00", 1, "2026-11-23 17:30"),
        ("2026-11-20 16:00", 5, "2026-11-27 17:30"),
    ],
)
def test_a_normal_case_is_due_at_the_close_of_its_last_working_day(clock, assigned, workdays, due):
    assert clock.handle_due(NORMAL, at(assigned), workdays * 24) == at(due)


def test_the_vectors_hold_with_the_table_of_the_office_alone():
    calendar = announced_calendar([], {day: day.weekday() > 4 for day in OFFICE_TABLE})
    clock = Clock(calendar)
    assert clock.handle_due(NORMAL, at("2026-09-24 15:00"), 6 * 24) == at("2026-10-10 17:30")
    assert clock.handle_due(NORMAL, at("2026-09-24 15:00"), 24) == at("2026-09-28 17:30")


OFFICE_TABLE = [
    date(2026, 9, 25),
    *(date(2026, 10, day) for day in (1, 2, 5, 6, 7)),
    date(2026, 10, 10),
]
"""A weekday in it is off, a Saturday is worked."""


def test_an_urgent_case_is_counted_day_and_night(clock):
    assert clock.handle_due(URGENT, at("2026-09-25 23:00"), 24) == at("2026-09-26 23:00")
    assert clock.handle_due(MAJOR, at("2024-02-28 23:00"), 4) == at("2024-02-29 03:00")


def test_a_part_of_a_day_counts_as_a_day(clock):
    assert clock.handle_due(NORMAL, at("2026-11-20 16:00"), 30) == at("2026-11-24 17:30")
    assert clock.handle_due(NORMAL, at("2026-11-20 16:00"), 4) == at("2026-11-23 17:30")
    assert clock.handle_due(NORMAL, at("2026-11-20 16:00"), 0) == at("2026-11-23 17:30")


@pytest.mark.parametrize(
    ("stage", "normal", "urgent", "major"),
    [
        ("accept_due", "2026-11-23 09:30", "2026-11-20 16:45", "2026-11-20 16:35"),
        ("sign_due", "2026-11-23 17:30", "2026-11-20 17:00", "2026-11-20 16:45"),
        ("feedback_due", "2026-11-24 17:30", "2026-11-20 18:30", "2026-11-20 17:00"),
        ("verify_due", "2026-11-24 17:30", "2026-11-21 16:30", "2026-11-21 16:30"),
        ("return_audit_due", "2026-11-23 09:30", "2026-11-20 16:45", "2026-11-20 16:35"),
    ],
)
def test_each_stage_has_its_limit(clock, stage, normal, urgent, major):
    start = at("2026-11-20 16:30")
    for urgency, due in ((NORMAL, normal), (URGENT, urgent), (MAJOR, major)):
        assert getattr(clock, stage)(urgency, start) == at(due)


def test_a_street_may_change_its_limits(calendar):
    clock = Clock(calendar, Limits(normal_sign_days=2, urgent_sign_minutes=45))
    assert clock.sign_due(NORMAL, at("2026-11-20 16:00")) == at("2026-11-24 17:30")
    assert clock.sign_due(URGENT, at("2026-11-20 16:00")) == at("2026-11-20 16:45")


def test_an_urgent_case_is_not_proposed_for_days():
    limits = Limits()
    assert limits.suggested_hours(NORMAL, 240) == 240
    assert limits.suggested_hours(URGENT, 240) == 48
    assert limits.suggested_hours(URGENT, 4) == 4
    assert limits.suggested_hours(MAJOR, 48) == 24


def test_an_extension_moves_the_deadline_from_where_it_was(clock):
    assert clock.extended_due(NORMAL, at("2026-09-28 17:30"), 3) == at("2026-10-08 17:30")
    assert clock.extended_due(URGENT, at("2026-09-28 03:10"), 3) == at("2026-10-01 03:10")


@pytest.mark.parametrize(
    ("urgency", "due", "suspended", "resumed", "new"),
    [
        (NORMAL, "2026-11-27 17:30", "2026-11-24 10:00", "2026-12-01 09:00", "2026-12-04 17:30"),
        (NORMAL, "2026-11-24 17:30", "2026-11-24 10:00", "2026-12-05 09:00", "2026-12-07 17:30"),
        (NORMAL, "2026-11-27 17:30", "2026-11-24 10:00", "2026-11-24 16:00", "2026-11-27 17:30"),
        (NORMAL, "2026-11-23 17:30", "2026-11-24 10:00", "2026-12-01 09:00", "2026-11-23 17:30"),
        (URGENT, "2026-11-24 12:00", "2026-11-24 10:00", "2026-11-25 11:00", "2026-11-25 13:00"),
    ],
)
def test_a_suspension_leaves_as_much_time_as_there_was(
    clock, urgency, due, suspended, resumed, new
):
    assert clock.resumed_due(urgency, at(due), at(suspended), at(resumed)) == at(new)


def test_the_time_left_is_told_in_working_days_or_natural_ones(clock):
    due = at("2026-09-28 17:30")
    assert clock.remaining(due, at("2026-09-24 15:00"), NORMAL) == Remaining(
        False, 1, 2, 30, is_working=True
    )
    assert clock.remaining(due, at("2026-09-29 09:40"), NORMAL) == Remaining(
        True, 0, 1, 10, is_working=True
    )
    assert clock.remaining(due, at("2026-09-27 16:29"), URGENT) == Remaining(
        False, 1, 1, 1, is_working=False
    )
    assert clock.remaining(due, due, URGENT) == Remaining(False, 0, 0, 0, is_working=False)


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-09-27 12:00", 0),
        ("2026-09-28 17:00", 0),
        ("2026-09-28 23:59", 0),
        ("2026-09-29 00:00", 1),
        ("2026-10-07 12:00", 2),
        ("2026-10-10 09:00", 5),
        ("2026-10-11 09:00", 5),
    ],
)
def test_a_working_day_over_the_deadline_counts_once_it_begins(clock, now, days):
    assert clock.overdue_workdays(at("2026-09-28 17:30"), at(now)) == days


def test_the_arithmetic_names_holidays_and_the_make_up_day(clock):
    facts = clock.explain_handling(NORMAL, at("2026-09-24 15:00"), 6 * 24)
    assert facts == (
        Fact(FactCode.STARTS, moment=at("2026-09-24 15:00")),
        Fact(FactCode.LIMIT_WORKDAYS, number=6),
        Fact(FactCode.COUNTS_FROM, day=date(2026, 9, 28)),
        Fact(
            FactCode.SKIPPED_HOLIDAY,
            day=date(2026, 9, 25),
            last_day=date(2026, 9, 27),
            note="mid_autumn_festival",
        ),
        Fact(FactCode.COUNTED, day=date(2026, 9, 28), number=1),
        Fact(FactCode.COUNTED, day=date(2026, 9, 29), number=2),
        Fact(FactCode.COUNTED, day=date(2026, 9, 30), number=3),
        Fact(
            FactCode.SKIPPED_HOLIDAY,
            day=date(2026, 10, 1),
            last_day=date(2026, 10, 7),
            note="national_day",
        ),
        Fact(FactCode.COUNTED, day=date(2026, 10, 8), number=4),
        Fact(FactCode.COUNTED, day=date(2026, 10, 9), number=5),
        Fact(FactCode.COUNTED_MAKE_UP, day=date(2026, 10, 10), number=6, note="national_day"),
        Fact(FactCode.DUE, moment=at("2026-10-10 17:30")),
    )


def test_the_arithmetic_of_minutes_names_what_each_day_gave(clock):
    facts = clock.explain(clock.limits.of(Stage.ACCEPT, NORMAL), at("2026-11-20 16:30"))
    assert facts == (
        Fact(FactCode.STARTS, moment=at("2026-11-20 16:30")),
        Fact(FactCode.LIMIT_WORKING_MINUTES, number=120),
        Fact(FactCode.PART_OF_DAY, day=date(2026, 11, 20), number=60),
        Fact(FactCode.SKIPPED_WEEKEND, day=date(2026, 11, 21), last_day=date(2026, 11, 22)),
        Fact(FactCode.PART_OF_DAY, day=date(2026, 11, 23), number=60),
        Fact(FactCode.DUE, moment=at("2026-11-23 09:30")),
    )


def test_the_arithmetic_of_natural_time_is_one_line(clock):
    facts = clock.explain_handling(URGENT, at("2026-09-25 23:00"), 24, extended_days=1)
    assert [(fact.code, fact.number or fact.moment) for fact in facts] == [
        (FactCode.STARTS, at("2026-09-25 23:00")),
        (FactCode.LIMIT_MINUTES, 1440),
        (FactCode.EXTENDED_DAYS, 1),
        (FactCode.DUE, at("2026-09-27 23:00")),
    ]


def test_the_arithmetic_of_an_extension_goes_on_where_the_limit_ended(clock):
    facts = clock.explain_handling(NORMAL, at("2026-11-20 16:00"), 24, extended_days=1)
    assert facts[-3:] == (
        Fact(FactCode.EXTENDED_WORKDAYS, number=1),
        Fact(FactCode.COUNTED, day=date(2026, 11, 24), number=1),
        Fact(FactCode.DUE, moment=at("2026-11-24 17:30")),
    )


def test_the_arithmetic_warns_of_a_year_that_is_not_announced(clock):
    facts = clock.explain_handling(NORMAL, at("2026-12-31 10:00"), 24)
    assert Fact(FactCode.NOT_ANNOUNCED, number=2027) in facts


DAYS = """
2024-02-28 2024-02-29 2025-12-31 2026-01-01 2026-01-04 2026-02-13 2026-02-14 2026-02-28
2026-05-09 2026-09-18 2026-09-20 2026-09-24 2026-09-30 2026-10-07 2026-10-10 2026-11-30
"""
HOURS = """
00:00:00 00:00:01 08:29:59 08:30 11:59:59 12:00 12:00:01 13:59:59 14:00 17:29:59 17:30
17:30:01 23:59 23:59:59 23:59:59.999999
"""
BOUNDARIES = [at(f"{day} {hour}") for day in DAYS.split() for hour in HOURS.split()]


@given(
    start=st.sampled_from(BOUNDARIES) | st.datetimes(datetime(2024, 1, 2), datetime(2026, 11, 30)),
    amount=st.integers(1, 15),
)
def test_the_clock_equals_a_slow_calculator(clock, start, amount):
    due = clock.deadline(Limit(amount, LimitUnit.WORKDAYS), start)
    day, counted = start.date(), 0
    while counted < amount:
        day += timedelta(days=1)
        counted += clock.calendar.is_workday(day)
    assert due == datetime(day.year, day.month, day.day, 17, 30)
    facts = clock.explain(Limit(amount, LimitUnit.WORKDAYS), start)
    numbers = [f.number for f in facts if f.code in (FactCode.COUNTED, FactCode.COUNTED_MAKE_UP)]
    assert numbers == list(range(1, amount + 1))
    minutes = clock.deadline(Limit(amount * 40, LimitUnit.WORKING_MINUTES), start)
    assert clock.calendar.working_time_between(start, minutes) == timedelta(minutes=amount * 40)
    parts = clock.explain(Limit(amount * 40, LimitUnit.WORKING_MINUTES), start)
    assert parts[-1].moment == minutes

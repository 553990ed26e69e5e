"""The lights of deadlines (domain.md §1.6)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.lights import LightReading, light, yellow_from
from db.rules.limits import Limits
from db.rules.terms import Light, Urgency

START = datetime(2026, 11, 16, 10)
DUE = datetime(2026, 11, 27, 17, 30)  # nine working days


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-16 10:00", Light.GREEN),
        ("2026-11-25 12:00", Light.GREEN),
        ("2026-11-25 15:50", Light.YELLOW),  # a quarter of 3,900 working minutes is left
        ("2026-11-27 17:30", Light.YELLOW),
        ("2026-11-27 17:31", Light.RED),
    ],
)
def test_a_normal_case_turns_yellow_in_its_last_quarter(calendar, now, expected):
    now = datetime.fromisoformat(now)
    reading = light(DUE, now, start=START, urgency=Urgency.NORMAL, calendar=calendar)
    assert reading == LightReading(expected, expected is Light.RED)


def test_the_last_working_day_is_yellow_however_short_the_limit(calendar):
    due = datetime(2026, 11, 23, 17, 30)
    facts = {"start": datetime(2026, 11, 20, 9), "urgency": Urgency.NORMAL, "calendar": calendar}
    assert light(due, datetime(2026, 11, 20, 17, 29), **facts).light is Light.GREEN
    assert light(due, datetime(2026, 11, 20, 17, 30), **facts).light is Light.YELLOW
    assert light(due, datetime(2026, 11, 23, 8, 30), **facts).light is Light.YELLOW


def test_an_urgent_case_turns_yellow_in_natural_time(calendar):
    start = datetime(2026, 11, 21, 23)
    facts = {"start": start, "urgency": Urgency.URGENT, "calendar": calendar}
    due = start + timedelta(hours=1)
    assert light(due, start + timedelta(minutes=29), **facts).light is Light.GREEN
    assert light(due, start + timedelta(minutes=30), **facts).light is Light.YELLOW
    due = start + timedelta(hours=24)
    assert light(due, start + timedelta(hours=17, minutes=59), **facts).light is Light.GREEN
    assert light(due, start + timedelta(hours=18), **facts).light is Light.YELLOW


def test_a_suspended_case_is_grey_and_remembers_that_it_was_late(calendar):
    facts = {"start": START, "urgency": Urgency.NORMAL, "calendar": calendar}
    later = DUE + timedelta(days=9)
    in_time, late = DUE - timedelta(days=3), DUE + timedelta(days=1)
    assert light(DUE, later, suspended_at=in_time, **facts) == LightReading(Light.GREY, False)
    assert light(DUE, later, suspended_at=late, **facts) == LightReading(Light.GREY, True)
    assert light(None, later, suspended_at=late, **facts) == LightReading(Light.GREY, False)


def test_a_closed_case_shows_no_light_but_stays_late_on_the_record(calendar):
    facts = {"start": START, "urgency": Urgency.NORMAL, "calendar": calendar}
    later = DUE + timedelta(days=9)
    assert light(DUE, later, closed_at=DUE, **facts) == LightReading(Light.NONE, False)
    late = DUE + timedelta(seconds=1)
    assert light(DUE, later, closed_at=late, **facts) == LightReading(Light.NONE, True)


def test_without_a_deadline_there_is_no_light(calendar):
    reading = light(None, DUE, start=None, urgency=Urgency.NORMAL, calendar=calendar)
    assert reading == LightReading(Light.NONE, False)


def test_without_a_start_only_the_margin_counts(calendar):
    facts = {"start": None, "urgency": Urgency.NORMAL, "calendar": calendar}
    assert light(DUE, datetime(2026, 11, 26, 17), **facts).light is Light.GREEN
    assert light(DUE, datetime(2026, 11, 27, 9), **facts).light is Light.YELLOW
    wide = Limits(yellow_workdays=3)
    assert light(DUE, datetime(2026, 11, 26, 17), limits=wide, **facts).light is Light.YELLOW


@given(
    start=st.datetimes(datetime(2026, 1, 5), datetime(2026, 11, 1)),
    length=st.timedeltas(timedelta(minutes=1), timedelta(days=30)),
    share=st.floats(0, 1.2),
    urgency=st.sampled_from(Urgency),
)
def test_the_light_turns_yellow_when_it_says(calendar, start, length, share, urgency):
    due = start + length
    now = start + length * share
    turn = yellow_from(due, start, urgency, calendar, Limits())
    reading = light(due, now, start=start, urgency=urgency, calendar=calendar)
    expected = Light.RED if now > due else Light.YELLOW if now >= turn else Light.GREEN
    assert reading.light is expected
    if urgency is Urgency.NORMAL:
        left = calendar.working_time_between(now, due)
        whole = calendar.working_time_between(start, due)
        is_near = left <= max(whole / 4, calendar.hours.length)
    else:
        is_near = due - now <= max((due - start) / 4, timedelta(minutes=30))
    assert (reading.light is not Light.GREEN) == is_near

"""When a case is to be supervised and how hard (domain.md §3.2, §4.4)."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import product

import pytest

from db.rules.supervision import (
    Measure,
    Suggestion,
    SupervisedCase,
    SupervisionRules,
    Trigger,
    agreed_item_suggestion,
    may_cancel,
    may_raise,
    notice_due,
    suggestions,
)
from db.rules.terms import CaseState, SupervisionLevel, Urgency

NONE, ORDINARY, YELLOW, RED = SupervisionLevel
DUE = datetime(2026, 11, 16, 17, 30)  # a Monday
CASE = SupervisedCase(
    state=CaseState.IN_PROGRESS,
    assigned_at=datetime(2026, 11, 9, 10),
    sign_due_at=datetime(2026, 11, 10, 17, 30),
    signed_at=datetime(2026, 11, 9, 11),
    feedback_at=datetime(2026, 11, 9, 12),
    due_at=DUE,
)


def at(text: str) -> datetime:
    """Read a moment."""
    return datetime.fromisoformat(text)


def asked(case, now, calendar, rules=None):
    """Return the measures and triggers."""
    found = suggestions(case, at(now), calendar, rules)
    return [(suggestion.measure, suggestion.trigger) for suggestion in found]


def test_supervision_only_rises():
    allowed = {pair for pair in product(SupervisionLevel, repeat=2) if may_raise(*pair)}
    assert allowed == {
        (NONE, ORDINARY),
        (NONE, YELLOW),
        (NONE, RED),
        (ORDINARY, YELLOW),
        (ORDINARY, RED),
        (YELLOW, RED),
    }
    assert [may_cancel(level) for level in SupervisionLevel] == [False, True, True, True]


def test_cards_cost_points():
    rules = SupervisionRules()
    assert [rules.points(level) for level in SupervisionLevel] == [0, 0, -5, -10]
    assert SupervisionRules(yellow_points=-2.5).points(YELLOW) == Decimal("-2.5")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-12 10:00", []),
        ("2026-11-16 08:00", [(Measure.PHONE, Trigger.DUE_TODAY)]),
        ("2026-11-16 18:00", [(Measure.PHONE, Trigger.DUE_TODAY)]),
        ("2026-11-17 08:30", [(Measure.ORDINARY, Trigger.OVERDUE)]),
        ("2026-11-20 17:00", [(Measure.ORDINARY, Trigger.OVERDUE)]),
        ("2026-11-23 08:30", [(Measure.YELLOW, Trigger.OVERDUE)]),
        ("2026-11-29 12:00", [(Measure.YELLOW, Trigger.OVERDUE)]),
        ("2026-11-30 08:30", [(Measure.RED, Trigger.OVERDUE)]),
    ],
)
def test_a_normal_case_climbs_with_the_working_days(calendar, now, expected):
    assert asked(CASE, now, calendar) == expected


def test_a_case_in_its_last_quarter_is_reminded_once_a_day(calendar):
    case = replace(CASE, due_at=datetime(2026, 11, 24, 17, 30))
    assert asked(case, "2026-11-20 16:00", calendar) == [(Measure.REMIND, Trigger.NEARLY_DUE)]
    reminded = replace(case, last_reminded_at=at("2026-11-20 09:00"))
    assert asked(reminded, "2026-11-20 16:00", calendar) == []
    assert asked(reminded, "2026-11-21 09:00", calendar) == [(Measure.REMIND, Trigger.NEARLY_DUE)]


def test_a_case_is_telephoned_about_once_on_its_day(calendar):
    phoned = replace(CASE, last_phoned_at=at("2026-11-16 09:00"))
    assert asked(phoned, "2026-11-16 15:00", calendar) == []
    earlier = replace(CASE, last_phoned_at=at("2026-11-13 09:00"))
    assert asked(earlier, "2026-11-16 15:00", calendar) == [(Measure.PHONE, Trigger.DUE_TODAY)]


def test_facts_tell_how_long_it_is_overdue(calendar):
    (found,) = suggestions(CASE, at("2026-11-24 09:00"), calendar)
    assert found == Suggestion(Measure.YELLOW, Trigger.OVERDUE, since=DUE, overdue_days=6)


def test_what_stands_is_not_suggested_again(calendar):
    assert asked(replace(CASE, level=ORDINARY), "2026-11-17 09:00", calendar) == []
    assert asked(replace(CASE, level=ORDINARY), "2026-11-16 09:00", calendar) == []
    assert asked(replace(CASE, level=YELLOW), "2026-11-24 09:00", calendar) == []
    assert asked(replace(CASE, level=RED), "2026-12-24 09:00", calendar) == []


@pytest.mark.parametrize(
    ("level", "measure"),
    [(ORDINARY, Measure.YELLOW), (YELLOW, Measure.RED), (RED, Measure.LIST_AT_DISTRICT)],
)
def test_a_notice_past_its_limit_asks_for_the_next_step(calendar, level, measure):
    case = replace(CASE, level=level, due_at=None, notice_due_at=at("2026-11-19 17:30"))
    assert asked(case, "2026-11-19 17:30", calendar) == []
    assert asked(case, "2026-11-19 17:31", calendar) == [(measure, Trigger.NOTICE_PAST_LIMIT)]


def test_a_case_proposed_to_the_district_is_not_proposed_again(calendar):
    case = replace(CASE, level=RED, notice_due_at=DUE, is_proposed_for_listing=True)
    assert asked(case, "2026-12-19 17:31", calendar) == []


def test_a_cancelled_notice_asks_for_nothing(calendar):
    case = replace(CASE, level=NONE, due_at=None, notice_due_at=DUE)
    assert asked(case, "2026-12-19 17:31", calendar) == []


def test_every_trigger_of_the_hardest_measure_is_named(calendar):
    case = replace(CASE, level=YELLOW, notice_due_at=at("2026-11-26 17:30"), rework_count=2)
    assert asked(case, "2026-11-30 09:00", calendar) == [
        (Measure.RED, Trigger.OVERDUE),
        (Measure.RED, Trigger.NOTICE_PAST_LIMIT),
        (Measure.RED, Trigger.REWORK),
    ]


def test_a_case_sent_back_twice_is_red(calendar):
    assert asked(replace(CASE, rework_count=1), "2026-11-10 09:00", calendar) == []
    (found,) = suggestions(replace(CASE, rework_count=2), at("2026-11-10 09:00"), calendar)
    assert found == Suggestion(Measure.RED, Trigger.REWORK, count=2)


def test_a_signature_a_working_day_late_is_supervised(calendar):
    unsigned = replace(CASE, state=CaseState.WAITING_SIGNATURE, signed_at=None)
    assert asked(unsigned, "2026-11-10 18:00", calendar) == []
    late = [(Measure.ORDINARY, Trigger.SIGNATURE_OVERDUE)]
    assert asked(unsigned, "2026-11-11 09:00", calendar) == late
    assert asked(CASE, "2026-11-11 09:00", calendar) == []


@pytest.mark.parametrize("urgency", [Urgency.URGENT, Urgency.MAJOR])
@pytest.mark.parametrize(
    ("minutes", "measure"),
    [
        (-60, None),
        (-20, Measure.REMIND),
        (1, Measure.PHONE),
        (29, Measure.PHONE),
        (30, Measure.ORDINARY),
        (120, Measure.YELLOW),
        (240, Measure.RED),
    ],
)
def test_an_urgent_case_climbs_within_hours(calendar, urgency, minutes, measure):
    due = datetime(2026, 11, 21, 23)
    case = replace(
        CASE, urgency=urgency, assigned_at=due - timedelta(hours=2), due_at=due, sign_due_at=None
    )
    found = suggestions(case, due + timedelta(minutes=minutes), calendar)
    assert [suggestion.measure for suggestion in found] == ([measure] if measure else [])
    if minutes >= 30:
        assert found[0].overdue_minutes == minutes


@pytest.mark.parametrize(
    "state",
    [state for state in CaseState if state.name not in ("WAITING_SIGNATURE", "IN_PROGRESS")],
)
def test_nothing_is_suggested_where_no_unit_owes_work(calendar, state):
    assert asked(replace(CASE, state=state, rework_count=3), "2026-12-24 09:00", calendar) == []


def test_silence_may_be_supervised_where_the_street_wants_it(calendar):
    silent = replace(CASE, feedback_at=None, due_at=datetime(2026, 12, 31, 17, 30))
    rules = SupervisionRules(no_feedback_yellow_days=5, no_feedback_red_days=10)
    assert asked(silent, "2026-11-17 09:00", calendar) == []
    assert asked(silent, "2026-11-16 09:00", calendar, rules) == []
    assert asked(silent, "2026-11-17 09:00", calendar, rules) == [
        (Measure.YELLOW, Trigger.NO_FEEDBACK)
    ]
    assert asked(silent, "2026-11-24 09:00", calendar, rules) == [
        (Measure.RED, Trigger.NO_FEEDBACK)
    ]
    spoken = replace(silent, feedback_at=at("2026-11-12 09:00"))
    assert asked(spoken, "2026-11-24 09:00", calendar, rules) == []


def test_a_notice_is_due_after_three_working_days(calendar):
    assert notice_due(at("2026-09-29 11:00"), calendar) == at("2026-10-09 17:30")
    assert notice_due(at("2026-11-17 11:00"), calendar, SupervisionRules(notice_limit_days=1)) == (
        at("2026-11-18 17:30")
    )


def test_an_agreed_item_missed_twice_in_a_row_is_supervised():
    assert agreed_item_suggestion(1) is None
    assert agreed_item_suggestion(2) == Suggestion(
        Measure.ORDINARY, Trigger.AGREED_ITEM_MISSED, count=2
    )
    assert agreed_item_suggestion(2, SupervisionRules(agreed_missed_meetings=3)) is None

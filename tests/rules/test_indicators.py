"""Indicators: the test set of domain.md §1.8 and the edges of each counter."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.counters import Basis, CaseFacts, Counters, belongs, case_counters
from db.rules.indicators import INDICATORS, figures, indicator_table
from db.rules.terms import CaseState, Satisfaction, Source

MONDAY = datetime(2026, 11, 16, 9)
DUE = datetime(2026, 11, 18, 17, 30)
CUTOFF = datetime(2026, 11, 22, 23, 59, 59)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
S = CaseState

SELF_HANDLED = CaseFacts(
    registered_at=MONDAY,
    state=S.CLOSED,
    self_handled=True,
    due_at=DUE,
    closed_at=MONDAY + HOUR,
    source=Source.GRID_REPORT,
)
ASSIGNED = CaseFacts(
    registered_at=MONDAY,
    state=S.IN_PROGRESS,
    is_transferred=True,
    accept_due_at=MONDAY + 2 * HOUR,
    accepted_at=MONDAY + HOUR,
    assigned_at=MONDAY + HOUR,
    assign_count=1,
    sign_due_at=MONDAY + DAY,
    signed_at=MONDAY + 3 * HOUR,
    due_at=DUE,
    source=Source.GRID_REPORT,
)
CLOSED = replace(
    ASSIGNED,
    state=S.ARCHIVED,
    closed_at=DUE - HOUR,
    verified_at=DUE - HOUR,
    verified_first_time=True,
)
T1 = replace(CLOSED, satisfaction=Satisfaction.SATISFIED, stars=5)
T2 = replace(CLOSED, closed_at=DUE + HOUR, satisfaction=Satisfaction.DISSATISFIED, stars=2)
T3 = replace(ASSIGNED, due_at=CUTOFF + DAY)
T4 = replace(ASSIGNED, signed_at=MONDAY + 2 * DAY)
T5 = replace(
    CLOSED,
    rework_count=1,
    extension_count=1,
    verified_first_time=False,
    satisfaction=Satisfaction.VERY_SATISFIED,
)
TEST_SET = [*[SELF_HANDLED] * 7, T1, T2, T3, T4, T5]


def total(cases: list[CaseFacts]) -> Counters:
    """Count cases at the end of the week."""
    return Counters.total(case_counters(case, CUTOFF) for case in cases)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("registered", "12"),
        ("closed", "10"),
        ("open", "2"),
        ("close_rate", "83.33"),
        ("transferred", "5"),
        ("not_transferred", "7"),
        ("transfer_rate", "41.67"),
        ("self_handled_rate", "58.33"),
        ("transferred_close_rate", "60.00"),
        ("due", "11"),
        ("transferred_due", "4"),
        ("on_time_rate", "81.82"),
        ("transferred_on_time_rate", "50.00"),
        ("overdue_open", "1"),
        ("overdue_open_rate", "9.09"),
        ("transferred_overdue_open_rate", "25.00"),
        ("accept_on_time_rate", "100.00"),
        ("assign_on_time_rate", "100.00"),
        ("sign_on_time_rate", "80.00"),
        ("accurate_assignment_rate", "100.00"),
        ("return_rate", "0.00"),
        ("rework_rate", "9.09"),
        ("transferred_rework_rate", "25.00"),
        ("extension_rate", "9.09"),
        ("transferred_extension_rate", "25.00"),
        ("satisfaction_rate", "66.67"),
        ("first_verification_rate", "66.67"),
        ("strike_off_rate", None),
        ("agreed_rate", None),
        ("online_rate", None),
        ("full_mark_rate", None),
        ("valid_report_rate", "100.00"),
    ],
)
def test_the_twelve_cases_give_every_value(code, value):
    assert INDICATORS[code].value(total(TEST_SET)) == value


def test_the_twelve_cases_cover_every_indicator_in_the_order_of_the_table():
    assert list(figures(total(TEST_SET))) == list(INDICATORS)
    clauses = [indicator.clause for indicator in INDICATORS.values()]
    assert clauses == sorted(clauses)


def test_the_numbers_of_the_district_are_reproduced():
    seed = Counters(registered=63_284, closed=62_966, transferred=9_830)
    values = figures(seed)
    assert values["close_rate"] == "99.50"
    assert values["transfer_rate"] == "15.53"
    assert values["open"] == "318"
    assert values["not_transferred"] == "53454"
    assert values["on_time_rate"] is None


def test_without_cases_every_rate_is_a_dash():
    values = figures(Counters())
    assert {value for code, value in values.items() if code.endswith("rate")} == {None}


def test_fair_may_count_as_satisfied():
    counters = total([replace(T1, satisfaction=Satisfaction.FAIR), T2])
    assert INDICATORS["satisfaction_rate"].value(counters) == "0.00"
    table = indicator_table(fair_is_satisfied=True)
    assert table["satisfaction_rate"].value(counters) == "50.00"
    assert figures(counters, table)["satisfaction_rate"] == "50.00"


@pytest.mark.parametrize(
    "case",
    [
        replace(T1, state=S.DRAFT),
        replace(T1, state=S.VOID),
        replace(T1, duplicate_of=7),
        replace(T1, registered_at=CUTOFF + HOUR),
    ],
)
def test_drafts_void_and_double_cases_and_later_ones_count_for_nothing(case):
    assert replace(case_counters(case, CUTOFF), reports=0) == Counters()


def test_a_refused_or_double_report_is_no_valid_report():
    cases = [T1, replace(T1, state=S.VOID), replace(T1, duplicate_of=7), replace(T1, source=None)]
    counters = total([*cases, replace(T1, source=Source.MANUAL), replace(T1, state=S.DRAFT)])
    assert (counters.reports, counters.valid_reports) == (3, 1)
    assert case_counters(replace(T1, registered_at=CUTOFF + HOUR), CUTOFF) == Counters()


def test_a_case_closed_after_the_cutoff_was_open_then():
    counters = case_counters(T1, DUE - 2 * HOUR)
    assert (counters.closed, counters.open, counters.due) == (0, 1, 0)
    assert (counters.verified, counters.stars_count) == (0, 0)
    assert counters.open_in_time == 1


def test_a_case_that_was_reported_in_time_is_not_late_for_its_verification():
    waits = replace(ASSIGNED, state=S.WAITING_VERIFICATION, reported_at=DUE - HOUR)
    assert case_counters(waits, CUTOFF).due == 0
    late = replace(waits, reported_at=DUE + HOUR)
    assert case_counters(late, CUTOFF).overdue_open == 1
    closed = replace(T2, reported_at=DUE)
    assert case_counters(closed, CUTOFF).on_time == 1
    sent_back = replace(ASSIGNED, reported_at=DUE - HOUR, rework_count=1)
    counters = case_counters(sent_back, CUTOFF)
    assert (counters.overdue_open, counters.rework_cases) == (1, 1)
    assert (counters.verified, counters.verified_first_time) == (1, 0)


def test_a_case_without_a_limit_is_never_late():
    assert case_counters(replace(T2, due_at=None), CUTOFF).on_time == 1
    assert case_counters(replace(T4, due_at=None), CUTOFF).due == 0
    assert case_counters(replace(T4, sign_due_at=None), CUTOFF).signed_on_time == 1


def test_a_suspended_case_owes_nothing():
    suspended = replace(
        T4, state=S.SUSPENDED, signed_at=None, accepted_at=None, assigned_at=None, assign_count=0
    )
    counters = case_counters(suspended, CUTOFF)
    assert counters == Counters(registered=1, transferred=1, reports=1, valid_reports=1), (
        "it is registered and that is all"
    )


def test_a_deadline_is_kept_to_the_second():
    assert case_counters(replace(CLOSED, closed_at=DUE), CUTOFF).on_time == 1
    assert case_counters(T4, DUE).overdue_open == 0
    assert case_counters(T4, DUE + timedelta(seconds=1)).overdue_open == 1


@pytest.mark.parametrize(
    ("change", "due", "on_time"),
    [
        ({}, 1, 1),
        ({"signed_at": None, "state": S.WAITING_SIGNATURE}, 1, 0),
        ({"signed_at": None, "state": S.WAITING_SIGNATURE, "sign_due_at": CUTOFF}, 0, 0),
        ({"signed_at": None, "state": S.RETURNED}, 0, 0),
        ({"signed_at": None, "state": S.CLOSED, "closed_at": DUE}, 0, 0),
        ({"signed_at": CUTOFF + HOUR}, 1, 0),
    ],
)
def test_a_signature_is_owed_once_given_or_once_its_limit_passed(change, due, on_time):
    counters = case_counters(replace(ASSIGNED, **change), CUTOFF)
    assert (counters.sign_due, counters.signed_on_time) == (due, on_time)


def test_acceptance_and_assignment_share_a_limit():
    waiting = CaseFacts(MONDAY, S.WAITING_ACCEPTANCE, accept_due_at=MONDAY + 2 * HOUR)
    counters = case_counters(waiting, CUTOFF)
    assert (counters.accept_due, counters.accepted_on_time) == (1, 0)
    assert (counters.assign_due, counters.assigned_on_time) == (1, 0)
    slow = replace(ASSIGNED, assigned_at=MONDAY + 3 * HOUR)
    counters = case_counters(slow, CUTOFF)
    assert (counters.accepted_on_time, counters.assigned_on_time) == (1, 0)
    own = replace(waiting, self_handled=True, state=S.WAITING_VERIFICATION)
    assert case_counters(own, CUTOFF).assign_due == 0


def test_a_case_given_back_as_another_duty_was_assigned_wrongly():
    wrong = replace(ASSIGNED, wrong_unit_returns=1, return_count=2, assign_count=3)
    counters = case_counters(wrong, CUTOFF)
    assert INDICATORS["accurate_assignment_rate"].value(counters) == "0.00"
    assert INDICATORS["return_rate"].value(counters) == "66.67"


def test_a_call_that_was_not_answered_is_no_visit():
    assert case_counters(replace(T1, satisfaction=Satisfaction.UNREACHED), CUTOFF).visits == 0
    assert case_counters(replace(T1, called_back_at=CUTOFF + HOUR), CUTOFF).visits == 0
    assert case_counters(replace(T1, called_back_at=CUTOFF), CUTOFF).visits == 1


def test_a_period_takes_in_what_was_registered_or_what_closed_or_fell_due_in_it():
    start, end = datetime(2026, 11, 16), datetime(2026, 11, 23)
    old = replace(T1, registered_at=start - DAY)
    assert belongs(T1, Basis.REGISTERED, start, end)
    assert not belongs(old, Basis.REGISTERED, start, end)
    assert not belongs(replace(T1, registered_at=end), Basis.REGISTERED, start, end)
    assert belongs(old, Basis.CLOSED, start, end)
    assert belongs(replace(old, closed_at=None), Basis.CLOSED, start, end)
    assert not belongs(replace(old, closed_at=end, due_at=None), Basis.CLOSED, start, end)


@given(
    st.builds(
        CaseFacts,
        registered_at=st.just(MONDAY),
        state=st.sampled_from(CaseState),
        is_transferred=st.booleans(),
        self_handled=st.booleans(),
        due_at=st.none() | st.sampled_from([DUE, CUTOFF + DAY]),
        reported_at=st.none() | st.sampled_from([DUE, DUE + HOUR]),
        closed_at=st.none() | st.sampled_from([DUE, DUE + HOUR, CUTOFF + DAY]),
        rework_count=st.integers(0, 2),
        extension_count=st.integers(0, 2),
        assigned_at=st.none() | st.just(MONDAY),
        signed_at=st.none() | st.just(DUE),
        sign_due_at=st.none() | st.sampled_from([MONDAY, CUTOFF + DAY]),
        verified_at=st.none() | st.just(DUE),
        verified_first_time=st.none() | st.booleans(),
    )
)
def test_no_rate_of_a_case_passes_a_hundred(case):
    counters = case_counters(case, CUTOFF)
    for indicator in INDICATORS.values():
        if (ratio := indicator.ratio(counters)) is not None:
            assert 0 <= ratio <= 1, indicator.code
    assert counters.due == counters.on_time + counters.overdue_closed + counters.overdue_open
    assert counters + Counters() == Counters.total([counters])

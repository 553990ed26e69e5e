"""What comes before the meeting, and what becomes of what it agreed (domain.md §4)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleError
from db.rules.agenda import (
    LISTED,
    OWED,
    UNFINISHED,
    AgendaReason,
    CaseTraits,
    Completion,
    DecisionMove,
    DecisionState,
    DecisionTraits,
    MeetingKind,
    Section,
    completion,
    counts_missed,
    is_overdue,
    kept,
    missed_after,
    reasons,
    reviews,
    section_of,
    shown_state,
    state_after,
)
from db.rules.terms import CaseState, SupervisionLevel, Urgency

NOW = datetime(2026, 11, 23, 9)
BEFORE, AFTER = NOW - timedelta(days=3), NOW + timedelta(days=3)
S, M, R = DecisionState, DecisionMove, AgendaReason


def test_the_agenda_has_the_ten_sections_in_their_order() -> None:
    assert [section.value for section in Section] == [
        "attendance",
        "last_decisions",
        "overview",
        "ranking",
        "overdue",
        "supervision",
        "difficult",
        "outlook",
        "speech",
        "confirmation",
    ]
    assert {section.value for section in LISTED} == {"last_decisions", "overdue", "difficult"}


@pytest.mark.parametrize(
    ("traits", "expected"),
    [
        (CaseTraits(CaseState.IN_PROGRESS, due_at=AFTER), ()),
        (CaseTraits(CaseState.IN_PROGRESS, due_at=NOW), ()),
        (CaseTraits(CaseState.IN_PROGRESS), ()),
        (CaseTraits(CaseState.IN_PROGRESS, due_at=BEFORE), (R.OVERDUE,)),
        (CaseTraits(CaseState.RETURNED, due_at=BEFORE, return_count=1), (R.OVERDUE,)),
        (CaseTraits(CaseState.RETURNED, due_at=AFTER, return_count=2), (R.RETURNED,)),
        (CaseTraits(CaseState.IN_PROGRESS, rework_count=1), (R.REWORKED,)),
        (CaseTraits(CaseState.SUSPENDED, due_at=BEFORE), (R.SUSPENDED,)),
        (CaseTraits(CaseState.ESCALATED, due_at=BEFORE), (R.OVERDUE, R.ESCALATED)),
        (CaseTraits(CaseState.IN_PROGRESS, Urgency.URGENT), ()),
        (CaseTraits(CaseState.IN_PROGRESS, Urgency.MAJOR), (R.MAJOR,)),
        (
            CaseTraits(CaseState.IN_PROGRESS, supervision_level=int(SupervisionLevel.YELLOW)),
            (R.SUPERVISED,),
        ),
        (CaseTraits(CaseState.CLOSED, Urgency.MAJOR, BEFORE, rework_count=1), ()),
        (CaseTraits(CaseState.VOID, due_at=BEFORE), ()),
    ],
)
def test_a_case_comes_before_the_meeting_for_a_reason(
    traits: CaseTraits, expected: tuple[AgendaReason, ...]
) -> None:
    assert reasons(traits, NOW) == expected


def test_who_reported_in_time_does_not_answer_for_a_slow_verification() -> None:
    waits = CaseState.WAITING_VERIFICATION
    assert not is_overdue(CaseTraits(waits, due_at=BEFORE, reported_at=BEFORE), NOW)
    late = BEFORE + timedelta(seconds=1)
    assert is_overdue(CaseTraits(waits, due_at=BEFORE, reported_at=late), NOW)


def test_a_case_is_called_once_and_its_delay_first() -> None:
    assert section_of((R.MAJOR, R.OVERDUE)) is Section.OVERDUE
    assert section_of((R.MAJOR,)) is Section.DIFFICULT
    assert section_of((R.DEFERRED,)) is Section.DIFFICULT


def test_the_weekly_meeting_goes_through_everything_and_alone_counts_what_was_missed() -> None:
    assert all(reviews(MeetingKind.WEEKLY, kind) for kind in MeetingKind)
    assert reviews(MeetingKind.JOINT, MeetingKind.JOINT)
    assert not reviews(MeetingKind.JOINT, MeetingKind.WEEKLY)
    assert [kind for kind in MeetingKind if counts_missed(kind)] == [MeetingKind.WEEKLY]


@pytest.mark.parametrize(
    ("move", "state", "target"),
    [
        (M.PROGRESS, S.WAITING, S.UNDER_WAY),
        (M.PROGRESS, S.UNDER_WAY, S.UNDER_WAY),
        (M.PROGRESS, S.SUPERVISED, S.SUPERVISED),
        (M.FINISHED, S.WAITING, S.TO_CONFIRM),
        (M.FINISHED, S.SUPERVISED, S.TO_CONFIRM),
        (M.CONFIRMED, S.TO_CONFIRM, S.DONE),
        (M.REJECTED, S.TO_CONFIRM, S.UNDER_WAY),
        (M.CANCELLED, S.SUPERVISED, S.CANCELLED),
        (M.SUPERVISED, S.UNDER_WAY, S.SUPERVISED),
        (M.WITHDRAWN, S.WAITING, S.WITHDRAWN),
        (M.EXTENDED, S.UNDER_WAY, S.UNDER_WAY),
        (M.CHANGED, S.WAITING, S.WAITING),
    ],
)
def test_a_decision_goes_its_way(
    move: DecisionMove, state: DecisionState, target: DecisionState
) -> None:
    assert state_after(move, state) is target


@pytest.mark.parametrize("state", [S.DONE, S.CANCELLED, S.WITHDRAWN])
@pytest.mark.parametrize("move", list(M))
def test_an_ended_decision_moves_no_more(move: DecisionMove, state: DecisionState) -> None:
    with pytest.raises(RuleError) as refused:
        state_after(move, state)
    assert refused.value.code == "decision_move_illegal"
    assert refused.value.facts == {"move": move.value, "state": state.value}


def test_only_the_room_s_confirmation_ends_a_decision_as_done() -> None:
    assert [s for s in S if _target(M.CONFIRMED, s) is S.DONE] == [S.TO_CONFIRM]
    others = [m for m in M if m is not M.CONFIRMED]
    assert not [m for m in others for s in S if _target(m, s) is S.DONE]


def _target(move: DecisionMove, state: DecisionState) -> DecisionState | None:
    try:
        return state_after(move, state)
    except RuleError:
        return None


def test_overdue_is_computed_from_what_is_owed() -> None:
    shown = {state: shown_state(state, BEFORE, NOW) for state in S}
    assert {state for state, seen in shown.items() if seen is S.OVERDUE} == OWED | {S.OVERDUE}
    assert shown_state(S.WAITING, NOW, NOW) is S.WAITING


@pytest.mark.parametrize(
    ("state", "due", "done", "expected"),
    [
        (S.WAITING, AFTER, None, None),
        (S.UNDER_WAY, BEFORE, None, False),
        (S.SUPERVISED, BEFORE, None, False),
        (S.TO_CONFIRM, NOW, NOW, True),
        (S.DONE, BEFORE, NOW, False),
        (S.DONE, AFTER, BEFORE, True),
        (S.CANCELLED, BEFORE, None, None),
        (S.WITHDRAWN, BEFORE, None, None),
    ],
)
def test_a_promise_is_kept_by_the_day_on_which_the_unit_was_done(
    state: DecisionState, due: datetime, done: datetime | None, expected: bool | None
) -> None:
    assert kept(state, due, done, NOW) is expected


def test_two_overdue_meetings_in_a_row_count_two_and_a_kept_one_starts_anew() -> None:
    first = missed_after(S.UNDER_WAY, BEFORE, 0, NOW)
    second = missed_after(S.UNDER_WAY, BEFORE, first, NOW)
    assert (first, second) == (1, 2)
    assert missed_after(S.TO_CONFIRM, BEFORE, second, NOW) == 0
    assert missed_after(S.UNDER_WAY, AFTER, second, NOW) == 0
    assert missed_after(S.SUPERVISED, BEFORE, second, NOW) == 2


def test_completion_counts_what_was_due_by_hand_reckoned_figures() -> None:
    rows = [
        DecisionTraits(S.DONE, BEFORE, True),
        DecisionTraits(S.DONE, AFTER, True),
        DecisionTraits(S.DONE, BEFORE, False),
        DecisionTraits(S.UNDER_WAY, BEFORE),
        DecisionTraits(S.SUPERVISED, BEFORE),
        DecisionTraits(S.WAITING, AFTER),
        DecisionTraits(S.TO_CONFIRM, BEFORE),
        DecisionTraits(S.CANCELLED, BEFORE),
        DecisionTraits(S.WITHDRAWN, BEFORE),
    ]
    assert completion(rows, NOW) == Completion(due=5, on_time=2, late=1, overdue=2)
    assert completion([], NOW) == Completion()


@given(
    st.lists(
        st.builds(
            DecisionTraits,
            st.sampled_from(sorted(S)),
            st.sampled_from([BEFORE, NOW, AFTER]),
            st.sampled_from([None, True, False]),
        )
    )
)
def test_the_parts_of_completion_add_up(rows: list[DecisionTraits]) -> None:
    counted = completion(rows, NOW)
    assert counted.due == counted.on_time + counted.late + counted.overdue
    carried = sum(row.state in UNFINISHED for row in rows)
    assert counted.overdue <= carried
    assert counted.due <= len(rows)

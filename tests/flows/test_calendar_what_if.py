"""A day of the calendar is tried on the open cases before it holds, and then moves their limits."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from db.commands.calendar import CalendarDay, SetCalendarDays
from db.commands.exceptions import GrantExtension, RequestExtension, SuspendCase
from db.commands.flow import AssignCase
from db.errors import NotAllowed
from db.queries.case_detail import case_detail
from db.queries.what_if import MovedRow, calendar_what_if
from db.rules.recalculation import DeadlineKind
from db.rules.steps import StepKind
from db.rules.terms import Urgency
from db.verify import verify
from tests.story import Story

NINE = datetime(2026, 11, 16, 9, 0)
TUESDAY, SATURDAY = date(2026, 11, 17), date(2026, 11, 21)


def what_if(story: Story, day: date, is_workday: bool | None = False) -> tuple[MovedRow, ...]:
    """Return what a day would move, as the director asks it."""
    rows: tuple[MovedRow, ...] = story.ask(calendar_what_if, {day: is_workday}, by="director")
    return rows


def set_day(
    story: Story, day: date, is_workday: bool | None = False, *, recalculate: bool = True
) -> int:
    """Say what a day is; return how many cases were recalculated."""
    command = SetCalendarDays(
        days=(CalendarDay(day=day, is_workday=is_workday, note="台风停工"),),
        recalculate=recalculate,
    )
    return int(story.do(command, by="director")["recalculated"])


def test_a_day_off_tells_every_running_limit_it_moves(story: Story) -> None:
    case = story.assigned(at=NINE)
    moved = what_if(story, TUESDAY)
    assert {row.case_id for row in moved} == {case}
    told = {row.kind: (row.before, row.after) for row in moved}
    sign = story.column(case, "sign_due_at")
    assert told[DeadlineKind.SIGN] == (sign, sign + timedelta(days=1))
    assert set(told) == {DeadlineKind.SIGN, DeadlineKind.FEEDBACK, DeadlineKind.HANDLE}
    assert moved[0].unit_name.endswith("司法所") and not any(row.is_fixed for row in moved)
    assert story.column(case, "sign_due_at") == sign


def test_saving_moves_just_what_was_told_and_leaves_a_step_and_a_clean_record(
    story: Story,
) -> None:
    case, other = story.assigned(at=NINE), story.signed(at=NINE)
    moved = what_if(story, TUESDAY)
    assert set_day(story, TUESDAY) == 2
    for row in moved:
        column = {"sign": "sign_due_at", "feedback": "feedback_due_at", "handle": "due_at"}
        assert story.column(row.case_id, column[row.kind.value]) == row.after
    assert story.column(case, "original_due_at") == story.column(case, "due_at")
    steps = story.ask(case_detail, other).steps
    assert any(one.kind is StepKind.RECALCULATE and one.reason == "台风停工" for one in steps)
    assert what_if(story, TUESDAY) == () and verify(story.database) == []


def test_without_recalculation_deadlines_set_before_stay(story: Story) -> None:
    case = story.assigned(at=NINE)
    before = story.column(case, "due_at")
    assert set_day(story, TUESDAY, recalculate=False) == 0
    assert story.column(case, "due_at") == before


def test_a_make_up_day_brings_deadlines_forward_and_back_again(story: Story) -> None:
    case = story.signed(at=datetime(2026, 11, 20, 9, 0))
    before = story.column(case, "due_at")
    set_day(story, SATURDAY, True)
    assert story.column(case, "due_at") < before
    set_day(story, SATURDAY, None)
    assert story.column(case, "due_at") == before


def test_what_is_done_is_not_judged_again(story: Story) -> None:
    signed = story.signed(at=NINE)
    reported = story.signed(at=NINE)
    story.report(reported)
    told = [(row.case_id, row.kind) for row in what_if(story, TUESDAY)]
    assert (signed, DeadlineKind.SIGN) not in told
    assert [kind for case, kind in told if case == reported] == [DeadlineKind.VERIFY]


def test_natural_time_and_suspended_cases_are_left_alone(story: Story) -> None:
    story.assigned(at=NINE, urgency=Urgency.URGENT)
    still = story.signed(at=NINE)
    story.do(
        SuspendCase(case_id=still, version=None, reason="停", review_on=datetime(2026, 12, 1)),
        by="director",
    )
    assert what_if(story, TUESDAY) == ()


def test_an_extended_deadline_moves_with_its_extension(story: Story) -> None:
    case = story.signed(at=NINE)
    asked = story.do(
        RequestExtension(case_id=case, version=None, days=2, reason="等材料", progress="已上门"),
        by="sfs",
    )
    story.do(
        GrantExtension(case_id=case, version=None, request_id=asked["request_id"]), by="director"
    )
    before = story.column(case, "due_at")
    set_day(story, TUESDAY)
    assert story.column(case, "due_at") > before
    assert story.column(case, "original_due_at") < before


def test_a_deadline_that_a_person_chose_is_told_and_stays(story: Story) -> None:
    chosen = datetime(2026, 11, 19, 12, 0)
    case = story.registered(at=NINE)
    story.accept(case)
    lead = story.unit("SFS")
    story.do(AssignCase(case_id=case, version=None, lead_id=lead, due_at=chosen))
    moved = {row.kind: row for row in what_if(story, TUESDAY)}
    assert moved[DeadlineKind.HANDLE].is_fixed
    set_day(story, TUESDAY)
    assert story.column(case, "due_at") == chosen


def test_only_who_keeps_the_settings_and_decides_cases_recalculates(story: Story) -> None:
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.ask(calendar_what_if, {TUESDAY: False}, by="operator")

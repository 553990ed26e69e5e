"""The room answers a return within two working hours (domain.md §1.7)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from db.commands.exceptions import ResumeCase, SuspendCase
from db.commands.settings import ChangeSetting
from db.queries.case_detail import case_detail
from db.queries.cases import case_rows
from db.queries.desk import Duty, desk
from db.queries.page import CaseFilter, Tab, case_ids
from db.rules.clock import FactCode
from db.rules.limits import Stage
from db.rules.terms import Light, Urgency
from db.verify import verify
from tests.story import Story

MONDAY_AT_11 = datetime(2026, 11, 16, 11)


def returned(story: Story, urgency: Urgency = Urgency.NORMAL) -> int:
    """Let a unit return a case on Monday at eleven."""
    case = story.assigned("SFS", at=datetime(2026, 11, 16, 10, 55), urgency=urgency)
    story.give_back(case, at=MONDAY_AT_11)
    return case


def on_desk(story: Story, duty: Duty, by: str = "operator") -> list[int]:
    """Return the cases of one column of a person's desk."""
    return next(list(one.ids) for one in story.ask(desk, by=by).columns if one.duty is duty)


@pytest.mark.parametrize(
    ("urgency", "due"),
    [
        # An hour until noon, and another from two on.
        (Urgency.NORMAL, datetime(2026, 11, 16, 15)),
        (Urgency.URGENT, datetime(2026, 11, 16, 11, 15)),
        (Urgency.MAJOR, datetime(2026, 11, 16, 11, 5)),
    ],
)
def test_a_return_is_to_be_answered_by_its_own_clock(
    story: Story, urgency: Urgency, due: datetime
) -> None:
    case = returned(story, urgency)
    assert story.column(case, "return_due_at") == due
    row = story.ask(case_rows, [case])[case]
    assert (row.deadline_at, row.deadline_from) == (due, MONDAY_AT_11)
    detail = story.ask(case_detail, case)
    assert detail.deadline_stage is Stage.RETURN_AUDIT
    assert (detail.deadline_facts[-1].code, detail.deadline_facts[-1].moment) == (FactCode.DUE, due)


def test_an_unanswered_return_turns_red_and_lies_on_the_desk_as_overdue(story: Story) -> None:
    case = returned(story)

    def light() -> Light:
        found: Light = story.ask(case_rows, [case])[case].light
        return found

    story.registered(at=datetime(2026, 11, 16, 11, 1))
    assert (light(), on_desk(story, Duty.OVERDUE)) == (Light.GREEN, [])
    story.registered(at=datetime(2026, 11, 16, 14, 45))
    assert light() is Light.YELLOW
    story.registered(at=datetime(2026, 11, 16, 15, 1))
    assert light() is Light.RED
    assert on_desk(story, Duty.OVERDUE) == on_desk(story, Duty.RETURNED) == [case]
    assert case in story.ask(case_ids, CaseFilter(tab=Tab.OVERDUE))
    assert on_desk(story, Duty.OVERDUE, by="sfs") == []


def test_the_answer_ends_the_audit_and_the_whole_limit_runs_on(story: Story) -> None:
    case = returned(story)
    due = story.column(case, "due_at")
    story.assign(case, "PCS", at=datetime(2026, 11, 16, 16))
    row = story.ask(case_rows, [case])[case]
    assert (row.deadline_at, row.light) == (due, Light.GREEN)
    assert case not in story.ask(case_ids, CaseFilter(tab=Tab.OVERDUE))


def test_a_case_past_its_whole_limit_stays_red_while_its_return_is_audited(story: Story) -> None:
    case = story.assigned(
        "SFS", at=MONDAY_AT_11, urgency=Urgency.URGENT, item_id=story.item("MS01")
    )
    due = story.column(case, "due_at")
    assert due is not None
    story.do(
        ChangeSetting(name="limits", value={"urgent_return_audit_minutes": 60 * 24 * 9}),
        by="director",
    )
    story.give_back(case, at=MONDAY_AT_11 + timedelta(minutes=20))
    story.registered(at=due + timedelta(minutes=1))
    assert story.column(case, "return_due_at") > due
    row = story.ask(case_rows, [case])[case]
    assert (row.deadline_at, row.light) == (due, Light.RED)
    assert on_desk(story, Duty.OVERDUE) == [case]


def test_a_pause_puts_the_audit_off(story: Story) -> None:
    case = returned(story, Urgency.URGENT)
    due = story.column(case, "return_due_at")
    pause = SuspendCase(case_id=case, reason="待鉴定", review_on=MONDAY_AT_11 + timedelta(days=9))
    story.do(pause, by="director", at=MONDAY_AT_11 + timedelta(minutes=5))
    story.do(ResumeCase(case_id=case), by="director", at=MONDAY_AT_11 + timedelta(days=2))
    assert story.column(case, "return_due_at") == due + timedelta(days=2, minutes=-5)
    assert verify(story.database) == []

"""What a meeting agrees while it is open (domain.md §4.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from db.commands.decisions import ChangeDecision, WithdrawDecision
from db.commands.intake import VoidCase
from db.commands.meetings import NoteDiscussion
from db.errors import Conflict, NotAllowed, NotFound, RuleError
from db.model.case import case_step
from db.model.organisation import unit
from db.queries.decisions import decisions
from db.queries.meetings import meeting_detail, minutes_facts
from db.rules.agenda import (
    AgendaState,
    DecisionKind,
    DecisionMove,
    DecisionState,
    MeetingKind,
    Section,
)
from db.rules.steps import StepKind
from db.rules.terms import CaseState
from tests.meeting_story import (
    FRIDAY,
    NEXT_MONDAY,
    adjourn,
    agree,
    decision_order,
    decision_row,
    history,
    meet,
    planned,
)
from tests.story import MONDAY, Story


def test_decisions_are_numbered_through_the_week_and_a_withdrawn_number_is_not_reused(
    story: Story,
) -> None:
    weekly = meet(story)
    first = story.do(decision_order(story, weekly))
    second = story.do(decision_order(story, weekly))
    assert (first["code"], second["code"]) == ("议〔2026〕第47周-1", "议〔2026〕第47周-2")
    story.do(WithdrawDecision(decision_id=second["decision_id"], reason="重复"))
    joint = meet(story, kind=MeetingKind.JOINT)
    assert story.do(decision_order(story, joint))["code"] == "议〔2026〕第47周-3"
    following = meet(story, 1)
    later = decision_order(story, following, due_at=FRIDAY + timedelta(weeks=1))
    assert story.do(later)["code"] == "议〔2026〕第48周-1"


def test_a_decision_on_a_case_is_told_on_the_case_and_on_the_agenda(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    meeting_id = meet(story)
    agenda = story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0]
    assert agenda.case is not None
    answer = story.do(
        decision_order(
            story,
            meeting_id,
            agenda_case_id=agenda.id,
            case_version=agenda.case.version,
            kind=DecisionKind.SUPERVISE,
        )
    )
    assert answer["case_version"] == agenda.case.version + 1
    assert story.state_of(case) is CaseState.IN_PROGRESS
    with story.database.reading() as connection:
        step = connection.execute(
            select(case_step).where(case_step.c.case_id == case).order_by(case_step.c.id.desc())
        ).first()
    assert step is not None
    assert (step.kind, step.reason) == (StepKind.DECIDE, answer["code"])
    assert (step.note, step.target_id) == ("11月27日前完成清运并加装限高杆", story.unit("SFS"))
    decided = story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0]
    assert decided.state is AgendaState.DECIDED
    shown = decision_row(story, answer["decision_id"])
    assert (shown.case_id, shown.kind) == (case, DecisionKind.SUPERVISE)
    assert shown.case_number and shown.case_title == "邻居夜间装修噪声"
    assert [one.id for one in story.ask(decisions, case_id=case)] == [answer["decision_id"]]


def test_a_case_named_without_its_row_is_found_on_the_agenda(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    aside = story.registered()
    meeting_id = meet(story)
    agree(story, meeting_id, case_id=case)
    assert story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0].state is AgendaState.DECIDED
    assert decision_row(story, agree(story, meeting_id, case_id=aside)).case_id == aside


def test_a_case_that_moved_on_is_not_decided_on_unseen(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    meeting_id = meet(story)
    with pytest.raises(Conflict):
        story.do(decision_order(story, meeting_id, case_id=case, case_version=1))
    assert story.ask(decisions) == ()
    assert story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0].state is AgendaState.WAITING


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"due_at": NEXT_MONDAY}, "due_in_the_past"),
        ({"text": "  "}, "field_missing"),
        ({"responsible": ""}, "field_missing"),
        ({"assist_ids": "lead"}, "lead_assists"),
        ({"lead_id": 1}, "unit_unknown"),
        ({"agenda_case_id": 1}, "agenda_case_unknown"),
        ({"case_id": 1}, "case_unknown"),
    ],
)
def test_an_incomplete_decision_is_refused(story: Story, facts: dict[str, Any], code: str) -> None:
    meeting_id = meet(story)
    if facts.get("assist_ids") == "lead":
        facts = {"assist_ids": (story.unit("SFS"),)}
    with pytest.raises((RuleError, NotFound)) as refused:
        story.do(decision_order(story, meeting_id, **facts))
    assert refused.value.code == code
    assert agree(story, meeting_id)


def test_a_row_of_another_meeting_is_refused(story: Story) -> None:
    story.signed("SFS", at=MONDAY)
    weekly, special = meet(story), meet(story, kind=MeetingKind.SPECIAL)
    theirs = story.ask(meeting_detail, weekly).of(Section.OVERDUE)[0].id
    with pytest.raises(RuleError) as refused:
        story.do(decision_order(story, special, agenda_case_id=theirs))
    assert refused.value.code == "agenda_case_of_another_meeting"


def test_nothing_is_agreed_outside_an_open_meeting(story: Story) -> None:
    meeting_id = planned(story)
    with pytest.raises(RuleError) as refused:
        agree(story, meeting_id)
    assert refused.value.code == "meeting_not_open"
    with pytest.raises(NotAllowed):
        story.do(decision_order(story, meeting_id), by="sfs_head")


def test_a_decision_is_put_right_while_its_meeting_is_open_and_leaves_a_trace(
    story: Story,
) -> None:
    meeting_id = meet(story)
    decision_id = agree(story, meeting_id)
    story.do(
        ChangeDecision(
            decision_id=decision_id,
            version=1,
            kind=DecisionKind.OTHER,
            text="12月1日前完成",
            lead_id=story.unit("PCS"),
            assist_ids=(story.unit("ZZD"),),
            responsible="所长甲",
            due_at=datetime(2026, 12, 1, 17, 30),
            outcome_form="照片",
            report_to="指挥室",
        )
    )
    shown = decision_row(story, decision_id)
    assert (shown.text, shown.lead_id, shown.version) == ("12月1日前完成", story.unit("PCS"), 2)
    assert shown.assist_ids == (story.unit("ZZD"),)
    assert (shown.responsible, shown.outcome_form) == ("所长甲", "照片")
    assert history(story, decision_id) == [DecisionMove.AGREED, DecisionMove.CHANGED]
    with pytest.raises(Conflict):
        story.do(ChangeDecision(decision_id=decision_id, version=1, text="别的"), by="operator2")
    with pytest.raises(RuleError) as refused:
        story.do(ChangeDecision(decision_id=decision_id, due_at=MONDAY))
    assert refused.value.code == "due_in_the_past"
    adjourn(story, meeting_id)
    for command in (
        ChangeDecision(decision_id=decision_id, text="别的"),
        WithdrawDecision(decision_id=decision_id),
    ):
        with pytest.raises(RuleError) as closed:
            story.do(command)
        assert closed.value.code == "meeting_closed"
    assert decision_row(story, decision_id).text == "12月1日前完成"


@pytest.mark.parametrize(
    ("discussion", "state"),
    [("双方在场", AgendaState.DISCUSSED), ("", AgendaState.WAITING)],
)
def test_a_withdrawn_decision_gives_its_case_back_to_the_agenda(
    story: Story, discussion: str, state: AgendaState
) -> None:
    case = story.signed("SFS", at=MONDAY)
    meeting_id = meet(story)
    agenda = story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0]
    story.do(NoteDiscussion(agenda_case_id=agenda.id, text=discussion))
    first = agree(story, meeting_id, agenda_case_id=agenda.id)
    second = agree(story, meeting_id, agenda_case_id=agenda.id)
    story.do(WithdrawDecision(decision_id=first, reason="表述有误"))
    assert story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0].state is AgendaState.DECIDED
    story.do(WithdrawDecision(decision_id=second, reason="表述有误"))
    assert story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0].state is state
    assert story.ask(minutes_facts, meeting_id).agreed == ()
    assert decision_row(story, first).state is DecisionState.WITHDRAWN
    assert decision_row(story, first).cancel_reason == "表述有误"
    assert story.column(case, "version") > 4


def test_the_head_of_the_lead_unit_answers_where_nobody_is_named(story: Story) -> None:
    meeting_id = meet(story)
    with pytest.raises(RuleError) as refused:
        agree(story, meeting_id, responsible="")
    assert refused.value.facts["field"] == "responsible"
    with story.by_hand() as connection:
        head = update(unit).where(unit.c.id == story.unit("SFS")).values(head_name="司法所长甲")
        connection.execute(head)
    decision_id = agree(story, meeting_id, responsible="")
    assert decision_row(story, decision_id).responsible == "司法所长甲"


def test_only_what_is_named_is_put_right(story: Story) -> None:
    meeting_id = meet(story)
    decision_id = agree(story, meeting_id)
    before = decision_row(story, decision_id)
    story.do(ChangeDecision(decision_id=decision_id, outcome_form="书面反馈"))
    after = decision_row(story, decision_id)
    assert after == replace(before, outcome_form="书面反馈", version=2)


def test_units_out_of_service_and_void_cases_are_refused(story: Story) -> None:
    case = story.registered()
    meeting_id = meet(story)
    story.do(VoidCase(case_id=case, version=None, reason="误报"), by="shift_lead")
    with pytest.raises(RuleError) as refused:
        agree(story, meeting_id, case_id=case)
    assert refused.value.code == "step_illegal"
    with story.by_hand() as connection:
        connection.execute(update(unit).where(unit.c.code == "ZZD").values(active=False))
    with pytest.raises(RuleError) as refused:
        agree(story, meeting_id, lead_id=story.unit("ZZD"))
    assert refused.value.code == "unit_cannot_handle"

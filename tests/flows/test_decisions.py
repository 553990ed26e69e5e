"""What a meeting agreed becomes a task that the next meeting opens with (domain.md §4.4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from db.commands.decisions import (
    CancelDecision,
    ChangeDecision,
    ConfirmDecision,
    DecideCase,
    ExtendDecision,
    FinishDecision,
    RejectDecision,
    ReportDecisionProgress,
    SuperviseDecision,
    WithdrawDecision,
)
from db.commands.flow import ArchiveCase
from db.commands.meetings import (
    CloseMeeting,
    NoteDiscussion,
    PlanMeeting,
    RenewAgenda,
    StartMeeting,
)
from db.errors import Conflict, NotAllowed, NotFound, RuleError
from db.model.case import case_step
from db.queries.decisions import (
    DecisionRow,
    decision_completion,
    decision_detail,
    decisions,
    unfinished_decisions,
)
from db.queries.meetings import AgendaRow, meeting_detail, minutes_facts
from db.rules.agenda import (
    AgendaState,
    Completion,
    DecisionKind,
    DecisionMove,
    DecisionState,
    MeetingKind,
    Section,
)
from db.rules.steps import StepKind
from db.rules.terms import CaseState
from tests.story import MONDAY, Story

WEEK_48 = datetime(2026, 11, 23, 9)
FRIDAY = datetime(2026, 11, 27, 17, 30)
FIRST_WEEK = 47


def meet(story: Story, number: int = 0, **facts: Any) -> int:
    """Plan and open the meeting so many weeks after the first one; return its id."""
    meeting_id = planned(story, number, **facts)
    story.do(StartMeeting(meeting_id=meeting_id))
    return meeting_id


def planned(story: Story, number: int = 0, **facts: Any) -> int:
    """Plan the meeting so many weeks after the first one; return its id."""
    at = WEEK_48 + timedelta(weeks=number)
    command = PlanMeeting(
        year=2026, week=FIRST_WEEK + number, starts_at=at, chair_name="主任甲", **facts
    )
    return int(story.do(command, at=at)["meeting_id"])


def agree(story: Story, meeting_id: int, **facts: Any) -> int:
    """Agree on something in general and return the decision's id."""
    return int(story.do(order(story, meeting_id, **facts))["decision_id"])


def order(story: Story, meeting_id: int, **facts: Any) -> DecideCase:
    """Return a complete order to decide, changed as asked."""
    given: dict[str, Any] = {
        "meeting_id": meeting_id,
        "text": "11月27日前完成清运并加装限高杆",
        "lead_id": story.unit("SFS"),
        "assist_ids": (story.unit("PCS"),),
        "responsible": "司法所长甲",
        "due_at": FRIDAY,
    }
    return DecideCase(**{**given, **facts})


def adjourn(story: Story, meeting_id: int) -> None:
    """Close a meeting."""
    story.do(CloseMeeting(meeting_id=meeting_id))


def row(story: Story, decision_id: int, by: str = "operator") -> DecisionRow:
    """Return a decision as lists show it."""
    found = story.ask(decision_detail, decision_id, by=by).row
    assert isinstance(found, DecisionRow)
    return found


def history(story: Story, decision_id: int) -> list[DecisionMove]:
    """Return what happened to a decision."""
    return [one.kind for one in story.ask(decision_detail, decision_id).progress]


def reviewed(story: Story, meeting_id: int) -> dict[int, AgendaRow]:
    """Return the earlier decisions on an agenda by their ids."""
    rows = story.ask(meeting_detail, meeting_id).of(Section.LAST_DECISIONS)
    return {one.decision.id: one for one in rows if one.decision}


def test_decisions_are_numbered_through_the_week_and_a_withdrawn_number_is_not_reused(
    story: Story,
) -> None:
    weekly = meet(story)
    first = story.do(order(story, weekly))
    second = story.do(order(story, weekly))
    assert (first["code"], second["code"]) == ("议〔2026〕第47周-1", "议〔2026〕第47周-2")
    story.do(WithdrawDecision(decision_id=second["decision_id"], reason="重复"))
    joint = meet(story, kind=MeetingKind.JOINT)
    assert story.do(order(story, joint))["code"] == "议〔2026〕第47周-3"
    following = meet(story, 1)
    later = order(story, following, due_at=FRIDAY + timedelta(weeks=1))
    assert story.do(later)["code"] == "议〔2026〕第48周-1"


def test_a_decision_on_a_case_is_told_on_the_case_and_on_the_agenda(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    meeting_id = meet(story)
    agenda = story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0]
    assert agenda.case is not None
    answer = story.do(
        order(
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
    shown = row(story, answer["decision_id"])
    assert (shown.case_id, shown.kind) == (case, DecisionKind.SUPERVISE)
    assert shown.case_number and shown.case_title == "邻居夜间装修噪声"
    assert [one.id for one in story.ask(decisions, case_id=case)] == [answer["decision_id"]]


def test_a_case_named_without_its_row_is_found_on_the_agenda(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    aside = story.registered()
    meeting_id = meet(story)
    agree(story, meeting_id, case_id=case)
    assert story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0].state is AgendaState.DECIDED
    assert row(story, agree(story, meeting_id, case_id=aside)).case_id == aside


def test_a_case_that_moved_on_is_not_decided_on_unseen(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    meeting_id = meet(story)
    with pytest.raises(Conflict):
        story.do(order(story, meeting_id, case_id=case, case_version=1))
    assert story.ask(decisions) == ()
    assert story.ask(meeting_detail, meeting_id).of(Section.OVERDUE)[0].state is AgendaState.WAITING


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"due_at": WEEK_48}, "due_in_the_past"),
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
        story.do(order(story, meeting_id, **facts))
    assert refused.value.code == code
    assert agree(story, meeting_id)


def test_a_row_of_another_meeting_is_refused(story: Story) -> None:
    story.signed("SFS", at=MONDAY)
    weekly, special = meet(story), meet(story, kind=MeetingKind.SPECIAL)
    theirs = story.ask(meeting_detail, weekly).of(Section.OVERDUE)[0].id
    with pytest.raises(RuleError) as refused:
        story.do(order(story, special, agenda_case_id=theirs))
    assert refused.value.code == "agenda_case_of_another_meeting"


def test_nothing_is_agreed_outside_an_open_meeting(story: Story) -> None:
    meeting_id = planned(story)
    with pytest.raises(RuleError) as refused:
        agree(story, meeting_id)
    assert refused.value.code == "meeting_not_open"
    with pytest.raises(NotAllowed):
        story.do(order(story, meeting_id), by="sfs_head")


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
    shown = row(story, decision_id)
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
    assert row(story, decision_id).text == "12月1日前完成"


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
    assert row(story, first).state is DecisionState.WITHDRAWN
    assert row(story, first).cancel_reason == "表述有误"
    assert story.column(case, "version") > 4


def test_a_decision_opens_next_week_s_agenda_until_it_is_confirmed(story: Story) -> None:
    first = meet(story)
    decision_id = agree(story, first)
    adjourn(story, first)
    second = meet(story, 1)
    assert list(reviewed(story, second)) == [decision_id]
    assert reviewed(story, second)[decision_id].kept is False
    story.do(FinishDecision(decision_id=decision_id, text="已清运"), by="sfs")
    story.do(ConfirmDecision(decision_id=decision_id))
    # What a meeting was told stays as it was when it opened.
    assert reviewed(story, second)[decision_id].kept is False
    adjourn(story, second)
    third = planned(story, 2)
    assert list(reviewed(story, third)) == [decision_id]
    story.do(StartMeeting(meeting_id=third))
    adjourn(story, third)
    assert reviewed(story, planned(story, 3)) == {}


def test_kept_not_kept_and_not_yet_due(story: Story) -> None:
    first = meet(story)
    in_time, late, far = (
        agree(story, first),
        agree(story, first),
        agree(story, first, due_at=datetime(2026, 12, 31, 17, 30)),
    )
    adjourn(story, first)
    finish = FinishDecision(decision_id=in_time, text="已办结", version=1)
    story.do(finish, by="sfs", at=FRIDAY)
    answer = story.do(ConfirmDecision(decision_id=in_time))
    assert answer["in_time"] is True
    found = {id_: one.kept for id_, one in reviewed(story, meet(story, 1)).items()}
    assert found == {in_time: True, late: False, far: None}
    story.do(FinishDecision(decision_id=late, text="迟了"), by="sfs")
    assert story.do(ConfirmDecision(decision_id=late))["in_time"] is False
    assert row(story, late).done_at == story.now


def test_a_case_shows_last_week_s_promise_beside_its_state_today(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    first = meet(story)
    decision_id = agree(story, first, case_id=case)
    agree(story, first)
    adjourn(story, first)
    story.do(ReportDecisionProgress(decision_id=decision_id, text="清运约六成"), by="pcs")
    second = planned(story, 1)
    facts = story.ask(meeting_detail, second).of(Section.OVERDUE)[0].case
    assert facts is not None and facts.promise is not None
    assert (facts.promise.id, facts.promise.kept) == (decision_id, False)
    assert (facts.promise.week, facts.promise.last_progress) == (FIRST_WEEK, "清运约六成")


def test_two_missed_meetings_in_a_row_are_counted_and_a_kept_one_starts_anew(
    story: Story,
) -> None:
    first = meet(story)
    decision_id = agree(story, first)
    adjourn(story, first)
    second = planned(story, 1)
    assert row(story, decision_id).missed_meetings == 1
    story.do(RenewAgenda(meeting_id=second))
    story.do(StartMeeting(meeting_id=second))
    assert row(story, decision_id).missed_meetings == 1
    adjourn(story, second)
    third = meet(story, 2)
    assert row(story, decision_id).missed_meetings == 2
    assert history(story, decision_id).count(DecisionMove.MISSED) == 2
    adjourn(story, third)
    story.do(FinishDecision(decision_id=decision_id, text="已完成"), by="sfs")
    fourth = meet(story, 3)
    assert row(story, decision_id).missed_meetings == 0
    story.do(RejectDecision(decision_id=decision_id, reason="现场未清"))
    adjourn(story, fourth)
    planned(story, 4)
    assert row(story, decision_id).missed_meetings == 1


def test_a_decision_that_falls_due_between_planning_and_opening_is_counted_once(
    story: Story,
) -> None:
    first = meet(story)
    decision_id = agree(story, first, due_at=WEEK_48 + timedelta(weeks=1, minutes=30))
    adjourn(story, first)
    second = planned(story, 1)
    assert row(story, decision_id).missed_meetings == 0
    story.do(StartMeeting(meeting_id=second), at=WEEK_48 + timedelta(weeks=1, hours=1))
    assert row(story, decision_id).missed_meetings == 1
    assert reviewed(story, second)[decision_id].kept is False


def test_only_the_weekly_meeting_counts_and_it_goes_through_all_decisions(story: Story) -> None:
    joint = meet(story, kind=MeetingKind.JOINT)
    decision_id = agree(story, joint)
    adjourn(story, joint)
    special = planned(story, 1, kind=MeetingKind.SPECIAL)
    assert reviewed(story, special) == {}
    following = planned(story, 1, kind=MeetingKind.JOINT)
    assert list(reviewed(story, following)) == [decision_id]
    assert row(story, decision_id).missed_meetings == 0
    assert list(reviewed(story, planned(story, 1))) == [decision_id]
    assert row(story, decision_id).missed_meetings == 1


def test_a_unit_reports_and_finishes_and_the_room_confirms_or_rejects(story: Story) -> None:
    meeting_id = meet(story)
    decision_id = agree(story, meeting_id)
    assert row(story, decision_id).state is DecisionState.WAITING
    story.do(ReportDecisionProgress(decision_id=decision_id, text="限高杆已下单"), by="sfs")
    assert row(story, decision_id).state is DecisionState.UNDER_WAY
    story.do(FinishDecision(decision_id=decision_id, text="全部完成"), by="sfs_head")
    assert row(story, decision_id).state is DecisionState.TO_CONFIRM
    story.do(RejectDecision(decision_id=decision_id, reason="限高杆未装"))
    shown = row(story, decision_id)
    assert (shown.state, shown.done_at) == (DecisionState.UNDER_WAY, None)
    assert shown.last_progress == "限高杆未装"
    story.later(hours=1)
    story.do(FinishDecision(decision_id=decision_id, text="已补装"), by="operator")
    with pytest.raises(RuleError) as refused:
        story.do(ReportDecisionProgress(decision_id=decision_id, text="再报"), by="sfs")
    assert refused.value.code == "decision_move_illegal"
    story.do(ConfirmDecision(decision_id=decision_id, version=5), by="shift_lead")
    shown = row(story, decision_id)
    assert (shown.state, shown.in_time, shown.kept) == (DecisionState.DONE, True, True)
    assert shown.confirmed_at == story.now
    assert history(story, decision_id) == [
        DecisionMove.AGREED,
        DecisionMove.PROGRESS,
        DecisionMove.FINISHED,
        DecisionMove.REJECTED,
        DecisionMove.FINISHED,
        DecisionMove.CONFIRMED,
    ]


def test_who_has_no_part_in_a_decision_neither_sees_nor_moves_it(story: Story) -> None:
    meeting_id = meet(story)
    decision_id = agree(story, meeting_id)
    told = ReportDecisionProgress(decision_id=decision_id, text="代报")
    done = FinishDecision(decision_id=decision_id, text="代结")
    for command, login in ((told, "zzd"), (done, "zzd"), (done, "pcs")):
        with pytest.raises(NotAllowed) as refused:
            story.do(command, by=login)
        assert refused.value.code == "decision_not_yours"
    for command, login in (
        (ConfirmDecision(decision_id=decision_id), "sfs"),
        (RejectDecision(decision_id=decision_id, reason="不"), "sfs_head"),
        (told, "clerk"),
        (told, "leader"),
        (WithdrawDecision(decision_id=decision_id), "pcs_head"),
        (SuperviseDecision(decision_id=decision_id), "leader"),
    ):
        with pytest.raises(NotAllowed) as refused:
            story.do(command, by=login)
        assert refused.value.code == "permission_missing"
    assert [one.id for one in story.ask(decisions, by="sfs")] == [decision_id]
    assert [one.id for one in story.ask(decisions, by="pcs")] == [decision_id]
    assert story.ask(decisions, by="zzd") == ()
    with pytest.raises(NotFound):
        story.ask(decision_detail, decision_id, by="zzd")
    with pytest.raises(NotAllowed):
        story.ask(decisions, by="auditor")


def test_only_an_open_meeting_cancels_or_extends_an_earlier_decision(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    first = meet(story)
    dropped, longer = agree(story, first, case_id=case), agree(story, first)
    adjourn(story, first)
    cancel = CancelDecision(decision_id=dropped, meeting_id=first, reason="情况变化")
    with pytest.raises(RuleError) as refused:
        story.do(cancel)
    assert refused.value.code == "meeting_closed"
    second = meet(story, 1)
    with pytest.raises(RuleError):
        story.do(CancelDecision(decision_id=dropped, meeting_id=second, reason=" "))
    story.do(CancelDecision(decision_id=dropped, meeting_id=second, reason="情况变化"))
    shown = row(story, dropped)
    assert (shown.state, shown.cancel_reason) == (DecisionState.CANCELLED, "情况变化")
    later = FRIDAY + timedelta(weeks=2)
    short = ExtendDecision(decision_id=longer, meeting_id=second, due_at=later, reason="")
    with pytest.raises(RuleError):
        story.do(short)
    story.do(ExtendDecision(decision_id=longer, meeting_id=second, due_at=later, reason="缺件"))
    assert (row(story, longer).due_at, row(story, longer).missed_meetings) == (later, 1)
    with pytest.raises(RuleError) as refused:
        story.do(
            ExtendDecision(decision_id=longer, meeting_id=second, due_at=FRIDAY, reason="缺件")
        )
    assert refused.value.code == "due_in_the_past"
    with pytest.raises(RuleError) as refused:
        story.do(ExtendDecision(decision_id=longer, meeting_id=second, due_at=later, reason="同"))
    assert refused.value.code == "due_not_later"
    adjourn(story, second)
    assert list(reviewed(story, planned(story, 2))) == [longer]
    assert row(story, longer).missed_meetings == 0


def test_an_archived_case_does_not_hold_its_decision_back(story: Story) -> None:
    case = story.signed("SFS", at=MONDAY)
    first = meet(story)
    decision_id = agree(story, first, case_id=case)
    adjourn(story, first)
    story.report(case)
    story.verify(case)
    story.do(ArchiveCase(case_id=case))
    version = story.column(case, "version")
    second = meet(story, 1)
    story.do(CancelDecision(decision_id=decision_id, meeting_id=second, reason="已归档"))
    assert story.column(case, "version") == version
    assert row(story, decision_id).state is DecisionState.CANCELLED


def test_a_decision_turned_over_to_supervision_is_gone_through_there(story: Story) -> None:
    first = meet(story)
    decision_id = agree(story, first)
    adjourn(story, first)
    second = meet(story, 1)
    story.do(SuperviseDecision(decision_id=decision_id, note="两次未完成"))
    adjourn(story, second)
    third = planned(story, 2)
    assert reviewed(story, third) == {}
    supervised = story.ask(meeting_detail, third).of(Section.SUPERVISION)
    assert [one.decision.id for one in supervised if one.decision] == [decision_id]
    assert row(story, decision_id).missed_meetings == 1
    story.do(FinishDecision(decision_id=decision_id, text="已整改"), by="sfs")
    story.do(ConfirmDecision(decision_id=decision_id))
    assert row(story, decision_id).state is DecisionState.DONE


def test_decisions_are_found_by_state_unit_and_meeting(story: Story) -> None:
    first = meet(story)
    late = agree(story, first)
    soon = agree(story, first, lead_id=story.unit("ZZD"), due_at=FRIDAY + timedelta(weeks=4))
    adjourn(story, first)
    second = meet(story, 1)
    assert [one.id for one in story.ask(decisions, states=[DecisionState.OVERDUE])] == [late]
    assert row(story, late).state is DecisionState.OVERDUE
    assert row(story, late).stored_state is DecisionState.WAITING
    assert [one.id for one in story.ask(unfinished_decisions)] == [soon, late]
    assert [one.id for one in story.ask(decisions, unit_id=story.unit("ZZD"))] == [soon]
    assert [one.id for one in story.ask(decisions, unit_id=story.unit("PCS"))] == [soon, late]
    assert story.ask(decisions, meeting_id=second) == ()
    assert [one.id for one in story.ask(decisions, limit=1)] == [soon]
    assert [one.id for one in story.ask(decisions, before=soon)] == [late]


def test_the_rate_of_completion_counts_what_fell_due(story: Story) -> None:
    first = meet(story)
    in_time, late, open_, withdrawn = (agree(story, first) for _ in range(4))
    theirs = agree(story, first, lead_id=story.unit("ZZD"))
    agree(story, first, due_at=datetime(2026, 12, 31))
    story.do(WithdrawDecision(decision_id=withdrawn))
    adjourn(story, first)
    for decision_id, at in ((in_time, FRIDAY), (late, FRIDAY + timedelta(seconds=1))):
        story.do(FinishDecision(decision_id=decision_id, text="已完成"), by="sfs", at=at)
        story.do(ConfirmDecision(decision_id=decision_id))
    period = (datetime(2026, 11, 1), datetime(2026, 12, 1))
    counted = story.ask(decision_completion, *period)
    assert counted == Completion(due=4, on_time=1, late=1, overdue=2)
    of_unit = story.ask(decision_completion, *period, unit_id=story.unit("ZZD"))
    assert of_unit == Completion(due=1, overdue=1)
    assert open_ != theirs
    before = (datetime(2026, 10, 1), datetime(2026, 11, 1))
    assert story.ask(decision_completion, *before) == Completion()


def test_the_head_of_the_lead_unit_answers_where_nobody_is_named(story: Story) -> None:
    meeting_id = meet(story)
    with pytest.raises(RuleError) as refused:
        agree(story, meeting_id, responsible="")
    assert refused.value.facts["field"] == "responsible"
    assert row(story, agree(story, meeting_id, responsible="所长甲")).responsible == "所长甲"

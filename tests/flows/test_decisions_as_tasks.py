"""What was agreed becomes a task that the next meeting opens with (domain.md §4.4)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from db.commands.decisions import (
    CancelDecision,
    ConfirmDecision,
    ExtendDecision,
    FinishDecision,
    RejectDecision,
    ReportDecisionProgress,
    SuperviseDecision,
    WithdrawDecision,
)
from db.commands.flow import ArchiveCase
from db.commands.meetings import RenewAgenda, StartMeeting
from db.errors import NotAllowed, NotFound, RuleError
from db.queries.decisions import (
    decision_completion,
    decision_detail,
    decisions,
    promised,
    unfinished_decisions,
)
from db.queries.meetings import meeting_detail
from db.rules.agenda import Completion, DecisionMove, DecisionState, MeetingKind, Section
from tests.meeting_story import (
    FIRST_WEEK,
    FRIDAY,
    NEXT_MONDAY,
    adjourn,
    agree,
    decision_row,
    history,
    meet,
    planned,
    reviewed,
)
from tests.story import MONDAY, Story


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
    assert decision_row(story, late).done_at == story.now


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
    assert decision_row(story, decision_id).missed_meetings == 1
    story.do(RenewAgenda(meeting_id=second))
    story.do(StartMeeting(meeting_id=second))
    assert decision_row(story, decision_id).missed_meetings == 1
    adjourn(story, second)
    third = meet(story, 2)
    assert decision_row(story, decision_id).missed_meetings == 2
    assert history(story, decision_id).count(DecisionMove.MISSED) == 2
    adjourn(story, third)
    story.do(FinishDecision(decision_id=decision_id, text="已完成"), by="sfs")
    fourth = meet(story, 3)
    assert decision_row(story, decision_id).missed_meetings == 0
    story.do(RejectDecision(decision_id=decision_id, reason="现场未清"))
    adjourn(story, fourth)
    planned(story, 4)
    assert decision_row(story, decision_id).missed_meetings == 1


def test_a_decision_that_falls_due_between_planning_and_opening_is_counted_once(
    story: Story,
) -> None:
    first = meet(story)
    decision_id = agree(story, first, due_at=NEXT_MONDAY + timedelta(weeks=1, minutes=30))
    adjourn(story, first)
    second = planned(story, 1)
    assert decision_row(story, decision_id).missed_meetings == 0
    story.do(StartMeeting(meeting_id=second), at=NEXT_MONDAY + timedelta(weeks=1, hours=1))
    assert decision_row(story, decision_id).missed_meetings == 1
    assert reviewed(story, second)[decision_id].kept is False


def test_only_the_weekly_meeting_counts_and_it_goes_through_all_decisions(story: Story) -> None:
    joint = meet(story, kind=MeetingKind.JOINT)
    decision_id = agree(story, joint)
    adjourn(story, joint)
    special = planned(story, 1, kind=MeetingKind.SPECIAL)
    assert reviewed(story, special) == {}
    following = planned(story, 1, kind=MeetingKind.JOINT)
    assert list(reviewed(story, following)) == [decision_id]
    assert decision_row(story, decision_id).missed_meetings == 0
    assert list(reviewed(story, planned(story, 1))) == [decision_id]
    assert decision_row(story, decision_id).missed_meetings == 1


def test_a_unit_reports_and_finishes_and_the_room_confirms_or_rejects(story: Story) -> None:
    meeting_id = meet(story)
    decision_id = agree(story, meeting_id)
    assert decision_row(story, decision_id).state is DecisionState.WAITING
    story.do(ReportDecisionProgress(decision_id=decision_id, text="限高杆已下单"), by="sfs")
    assert decision_row(story, decision_id).state is DecisionState.UNDER_WAY
    story.do(FinishDecision(decision_id=decision_id, text="全部完成"), by="sfs_head")
    assert decision_row(story, decision_id).state is DecisionState.TO_CONFIRM
    story.do(RejectDecision(decision_id=decision_id, reason="限高杆未装"))
    shown = decision_row(story, decision_id)
    assert (shown.state, shown.done_at) == (DecisionState.UNDER_WAY, None)
    assert shown.last_progress == "限高杆未装"
    story.later(hours=1)
    story.do(FinishDecision(decision_id=decision_id, text="已补装"), by="operator")
    with pytest.raises(RuleError) as refused:
        story.do(ReportDecisionProgress(decision_id=decision_id, text="再报"), by="sfs")
    assert refused.value.code == "decision_move_illegal"
    story.do(ConfirmDecision(decision_id=decision_id, version=5), by="shift_lead")
    shown = decision_row(story, decision_id)
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
    for command in (told, done):
        with pytest.raises(NotFound, match="decision_unknown"):
            story.do(command, by="zzd")
    with pytest.raises(NotAllowed, match="decision_not_yours"):
        story.do(done, by="pcs")
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
    shown = decision_row(story, dropped)
    assert (shown.state, shown.cancel_reason) == (DecisionState.CANCELLED, "情况变化")
    later = FRIDAY + timedelta(weeks=2)
    short = ExtendDecision(decision_id=longer, meeting_id=second, due_at=later, reason="")
    with pytest.raises(RuleError):
        story.do(short)
    story.do(ExtendDecision(decision_id=longer, meeting_id=second, due_at=later, reason="缺件"))
    assert (decision_row(story, longer).due_at, decision_row(story, longer).missed_meetings) == (
        later,
        1,
    )
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
    assert decision_row(story, longer).missed_meetings == 0


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
    assert decision_row(story, decision_id).state is DecisionState.CANCELLED


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
    assert decision_row(story, decision_id).missed_meetings == 1
    story.do(FinishDecision(decision_id=decision_id, text="已整改"), by="sfs")
    story.do(ConfirmDecision(decision_id=decision_id))
    assert decision_row(story, decision_id).state is DecisionState.DONE


def test_decisions_are_found_by_state_unit_and_meeting(story: Story) -> None:
    first = meet(story)
    late = agree(story, first)
    soon = agree(story, first, lead_id=story.unit("ZZD"), due_at=FRIDAY + timedelta(weeks=4))
    adjourn(story, first)
    second = meet(story, 1)
    assert [one.id for one in story.ask(decisions, states=[DecisionState.OVERDUE])] == [late]
    assert decision_row(story, late).state is DecisionState.OVERDUE
    assert decision_row(story, late).stored_state is DecisionState.WAITING
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


def test_a_promise_lies_with_who_owes_it_until_it_is_done_and_then_with_the_room(
    story: Story,
) -> None:
    meeting_id = meet(story)
    far = agree(story, meeting_id, due_at=datetime(2026, 12, 31, 17, 30))
    near = agree(story, meeting_id)
    assert [row.id for row in story.ask(promised, by="sfs")] == [near, far]
    assert [row.id for row in story.ask(promised, by="pcs")] == [near, far]
    assert story.ask(promised, by="zzd") == ()
    assert story.ask(promised, by="operator") == ()
    assert story.ask(promised, by="leader") == ()
    story.do(FinishDecision(decision_id=near, text="已清运"), by="sfs")
    assert [row.id for row in story.ask(promised, by="sfs")] == [far]
    assert [row.id for row in story.ask(promised, by="operator")] == [near]
    story.do(ConfirmDecision(decision_id=near))
    assert story.ask(promised, by="operator") == ()

"""Reminders and what the supervision rules suggest, told as stories (domain.md §3.2)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from db.commands.decisions import DecideCase, FinishDecision
from db.commands.exceptions import SuspendCase
from db.commands.listed import ListSupervision
from db.commands.marks import LinkDuplicate
from db.commands.meetings import CloseMeeting, PlanMeeting, StartMeeting
from db.commands.notice_replies import DeliverNotice
from db.commands.notices import CheckNotice, DraftNotice, IssueNotice, NoticeTexts, WithdrawNotice
from db.commands.settings import ChangeSetting
from db.commands.supervision import AnswerSuggestion, RemindCase, ReminderMeans
from db.errors import NotAllowed, NotFound, RuleError
from db.queries.notice_detail import notice_detail
from db.queries.notice_draft import notice_draft
from db.queries.reminders import reminders
from db.queries.supervision import SuggestionAnswer, SuggestionRow, suggestions
from db.rules.supervision import Measure, Trigger
from db.rules.terms import SupervisionLevel, Urgency
from tests.flows.notice_steps import ORDINARY, RED, TEXTS, YELLOW, checked, drafted, issued, replied
from tests.story import Story

DAY_BEFORE = datetime(2026, 11, 18, 18, 0)
DUE_DAY = datetime(2026, 11, 19, 9, 0)
ONE_DAY_LATE = datetime(2026, 11, 20, 9, 0)
FIVE_DAYS_LATE = datetime(2026, 11, 26, 9, 0)
TEN_DAYS_LATE = datetime(2026, 12, 3, 9, 0)
"""The case of the story is due on Thursday 2026-11-19 at 17:30."""


def found(story: Story, at: datetime | None = None) -> list[SuggestionRow]:
    """Return what is suggested at a time; registering a case moves the practice clock there."""
    if at is not None:
        story.registered(at=at)
    return list(story.ask(suggestions))


def said(story: Story, at: datetime | None = None) -> list[tuple[int | None, Measure, Trigger]]:
    """Return case, measure and first trigger of what is suggested."""
    return [(row.case_id, row.measure, row.trigger) for row in found(story, at)]


def answer(story: Story, case: int, measure: Measure, given: SuggestionAnswer) -> None:
    """Answer a suggestion about an overdue case."""
    story.do(
        AnswerSuggestion(
            case_id=case, measure=measure, trigger=Trigger.OVERDUE, answer=given, reason="已约谈"
        )
    )


# Reminders ------------------------------------------------------------------------------------


def test_a_reminder_is_a_step_and_a_line_of_its_own(story: Story) -> None:
    case = story.signed("SFS")
    story.do(RemindCase(case_id=case, note="请尽快"))
    story.do(
        RemindCase(case_id=case, means=ReminderMeans.PHONE, spoke_with="司法员甲"), by="shift_lead"
    )
    assert story.column(case, "version") == 6
    rows = story.ask(reminders, case, by="sfs")
    assert [(row.means, row.spoke_with, row.actor_name) for row in rows] == [
        ("phone", "司法员甲", "值班长甲"),
        ("system", "", "值班员甲"),
    ]
    assert rows[1].note == "请尽快"
    assert rows[0].unit_name == "司法所"
    assert story.ask(reminders, case, by="pcs") == ()


@pytest.mark.parametrize("means", [ReminderMeans.PHONE, ReminderMeans.VISIT])
def test_a_call_or_visit_tells_with_whom_it_was(story: Story, means: ReminderMeans) -> None:
    case = story.signed("SFS")
    with pytest.raises(RuleError, match="spoke_with"):
        story.do(RemindCase(case_id=case, means=means))
    assert story.ask(reminders, case) == ()


@pytest.mark.parametrize("login", ["sfs", "leader", "clerk", "district"])
def test_only_the_room_reminds(story: Story, login: str) -> None:
    case = story.signed("SFS")
    with pytest.raises(NotAllowed):
        story.do(RemindCase(case_id=case), by=login)


# Each row of the trigger table ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "measure", "trigger", "days"),
    [
        (DAY_BEFORE, Measure.REMIND, Trigger.NEARLY_DUE, None),
        (DUE_DAY, Measure.PHONE, Trigger.DUE_TODAY, None),
        (ONE_DAY_LATE, Measure.ORDINARY, Trigger.OVERDUE, 1),
        (FIVE_DAYS_LATE, Measure.YELLOW, Trigger.OVERDUE, 5),
        (TEN_DAYS_LATE, Measure.RED, Trigger.OVERDUE, 10),
    ],
)
def test_the_later_a_case_the_harder_the_measure(
    story: Story, at: datetime, measure: Measure, trigger: Trigger, days: int | None
) -> None:
    case = story.signed("SFS")
    assert found(story) == []
    (row,) = found(story, at)
    assert (row.case_id, row.measure, row.trigger) == (case, measure, trigger)
    assert row.reasons[0].overdue_days == days
    assert row.reasons[0].since == row.due_at == datetime(2026, 11, 19, 17, 30)
    assert (row.unit_name, row.level) == ("司法所", SupervisionLevel.NONE)
    assert row.number == story.column(case, "number")


def test_a_case_not_signed_for_is_suggested(story: Story) -> None:
    case = story.assigned("SFS")
    (row,) = found(story, datetime(2026, 11, 18, 9, 0))
    assert (row.case_id, row.measure) == (case, Measure.ORDINARY)
    assert row.trigger is Trigger.SIGNATURE_OVERDUE
    assert row.reasons[0].since == row.sign_due_at == datetime(2026, 11, 17, 17, 30)


def test_a_case_reworked_twice_is_suggested_for_red(story: Story) -> None:
    case = story.signed("SFS")
    for _ in range(2):
        story.report(case)
        story.send_back(case)
    (row,) = found(story)
    assert (row.measure, row.trigger) == (Measure.RED, Trigger.REWORK)
    assert row.reasons[0].count == 2


def test_a_notice_past_its_limit_leads_to_the_next_level(story: Story) -> None:
    case = story.signed("SFS", at=datetime(2026, 11, 16, 8, 30), item_id=story.item("MD01"))
    issued(story, case, ORDINARY)
    assert found(story) == []
    limit = datetime(2026, 11, 19, 17, 30)
    (row,) = [r for r in found(story, limit + timedelta(minutes=1)) if r.case_id == case]
    assert row.measure is Measure.YELLOW
    assert Trigger.NOTICE_PAST_LIMIT in [reason.trigger for reason in row.reasons]
    assert row.notice_number == "龙永督〔2026〕1号"
    issued(story, case, YELLOW)
    (row,) = [r for r in found(story, datetime(2026, 11, 25, 9)) if r.case_id == case]
    assert (row.measure, row.notice_number) == (Measure.RED, "龙永督〔2026〕2号")
    issued(story, case, RED)
    (row,) = [r for r in found(story, datetime(2026, 12, 1, 9)) if r.case_id == case]
    assert (row.measure, row.level) == (Measure.LIST_AT_DISTRICT, RED)
    story.do(
        ListSupervision(
            number="龙委督〔2026〕3号",
            authority="区综合指挥中心",
            listed_on=story.now,
            subject="夜间噪声",
            reason="红牌督办逾期",
            goal="限期整改",
            unit_id=story.unit("SFS"),
            leader_name="领导甲",
            finish_by=story.now + timedelta(days=14),
            case_id=case,
        )
    )
    assert [r for r in found(story) if r.case_id == case] == []


def test_a_notice_that_was_answered_in_full_is_not_past_its_limit(story: Story) -> None:
    case = story.signed("SFS", item_id=story.item("MD01"))
    notice = issued(story, case, ORDINARY)
    story.do(DeliverNotice(notice_id=notice, received_by="司法员甲"))
    replied(story, notice)
    triggers = [r.trigger for row in found(story, DUE_DAY + timedelta(days=1)) for r in row.reasons]
    assert Trigger.NOTICE_PAST_LIMIT not in triggers


@pytest.mark.parametrize(
    ("minutes", "measure"), [(30, Measure.ORDINARY), (120, Measure.YELLOW), (240, Measure.RED)]
)
def test_an_urgent_case_runs_through_the_chain_in_minutes(
    story: Story, minutes: int, measure: Measure
) -> None:
    case = story.signed("SFS", urgency=Urgency.URGENT)
    late = story.column(case, "due_at") + timedelta(minutes=minutes)
    (row,) = [r for r in found(story, late) if r.case_id == case]
    assert (row.measure, row.urgency) == (measure, Urgency.URGENT)
    assert row.reasons[0].overdue_minutes == minutes


def test_silence_after_the_assignment_is_suggested_where_the_street_asks_for_it(
    story: Story,
) -> None:
    story.do(ChangeSetting(name="supervision", value={"no_feedback_yellow_days": 1}), by="director")
    case = story.signed("SFS")
    (row,) = found(story, datetime(2026, 11, 18, 9, 0))
    assert (row.case_id, row.measure, row.trigger) == (case, Measure.YELLOW, Trigger.NO_FEEDBACK)


def hold(story: Story, week: int, at: datetime, **decided: Any) -> int:
    """Hold the meeting of a week; return the id of the decision taken there, or 0."""
    plan = PlanMeeting(year=2026, week=week, starts_at=at, chair_name="主任甲")
    meeting = story.do(plan, at=at)["meeting_id"]
    story.do(StartMeeting(meeting_id=meeting))
    decision = 0
    if decided:
        decision = story.do(DecideCase(meeting_id=meeting, **decided))["decision_id"]
    story.do(CloseMeeting(meeting_id=meeting))
    return int(decision)


def missed_twice(story: Story, **decided: Any) -> int:
    """Return a decision that two meetings in a row found overdue."""
    decision = hold(
        story,
        46,
        datetime(2026, 11, 16, 9, 0),
        text="清理中心街占道摊位",
        lead_id=story.unit("ZZD"),
        responsible="中队长甲",
        due_at=datetime(2026, 11, 18, 17, 30),
        **decided,
    )
    hold(story, 47, datetime(2026, 11, 23, 9, 0))
    assert [row for row in found(story) if row.decision_id] == []
    hold(story, 48, datetime(2026, 11, 30, 9, 0))
    return decision


def test_an_agreed_item_missed_at_two_meetings_is_suggested(story: Story) -> None:
    decision = missed_twice(story)
    (row,) = found(story)
    assert (row.decision_id, row.case_id) == (decision, None)
    assert (row.measure, row.trigger) == (Measure.ORDINARY, Trigger.AGREED_ITEM_MISSED)
    assert (row.reasons[0].count, row.unit_name) == (2, "综合行政执法中队")
    draft = story.ask(notice_draft, None, ORDINARY, decision)
    assert (draft.agreed.text, draft.case, draft.unit.name) == (
        "清理中心街占道摊位",
        None,
        "综合行政执法中队",
    )
    drafting = DraftNotice(
        decision_id=decision, trigger="agreed_item_missed", texts=NoticeTexts(demands=("清理",))
    )
    notice = story.do(drafting)["notice_id"]
    assert found(story) == []
    with pytest.raises(RuleError, match="notice_already_drafted"):
        story.do(DraftNotice(decision_id=decision, texts=TEXTS))
    story.do(CheckNotice(notice_id=notice), by="shift_lead")
    story.do(IssueNotice(notice_id=notice), by="shift_lead")
    detail = story.ask(notice_detail, notice)
    assert (detail.subject, detail.agreed.code, detail.case) == (
        "清理中心街占道摊位",
        row.number,
        None,
    )
    with pytest.raises(RuleError, match="supervision_only_rises"):
        story.do(DraftNotice(decision_id=decision, texts=TEXTS))
    assert found(story) == []


def test_a_finished_agreed_item_is_not_supervised(story: Story) -> None:
    decision = missed_twice(story)
    story.do(FinishDecision(decision_id=decision, text="已清理"), by="zzd_head")
    assert found(story) == []
    with pytest.raises(RuleError, match="decision_not_open"):
        story.do(DraftNotice(decision_id=decision, texts=TEXTS))
    with pytest.raises(NotFound, match="decision_unknown"):
        story.ask(notice_draft, None, ORDINARY, 4711)


def test_an_ignored_agreed_item_stays_away(story: Story) -> None:
    decision = missed_twice(story)
    story.do(
        AnswerSuggestion(
            decision_id=decision,
            measure=Measure.ORDINARY,
            trigger=Trigger.AGREED_ITEM_MISSED,
            answer=SuggestionAnswer.IGNORE,
            reason="已另行部署",
        )
    )
    assert found(story) == []


def test_the_case_of_an_agreed_item_is_supervised_with_it(story: Story) -> None:
    case = story.signed("SFS")
    decision = missed_twice(story, case_id=case)
    drafting = DraftNotice(decision_id=decision, texts=TEXTS, unit_id=story.unit("ZZD"))
    notice = story.do(drafting)["notice_id"]
    story.do(CheckNotice(notice_id=notice), by="shift_lead")
    story.do(IssueNotice(notice_id=notice), by="shift_lead")
    assert story.column(case, "supervision_level") == ORDINARY


# Answers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", list(SuggestionAnswer))
def test_an_answered_suggestion_comes_back_when_a_harder_one_is_due(
    story: Story, given: SuggestionAnswer
) -> None:
    case = story.signed("SFS")
    assert said(story, ONE_DAY_LATE) == [(case, Measure.ORDINARY, Trigger.OVERDUE)]
    answer(story, case, Measure.ORDINARY, given)
    assert found(story) == []
    assert said(story, FIVE_DAYS_LATE) == [(case, Measure.YELLOW, Trigger.OVERDUE)]


def test_ignoring_needs_a_reason_and_an_object(story: Story) -> None:
    case = story.signed("SFS")
    given: dict[str, Any] = {
        "measure": Measure.ORDINARY,
        "trigger": Trigger.OVERDUE,
        "answer": SuggestionAnswer.IGNORE,
    }
    with pytest.raises(RuleError, match="field_missing"):
        story.do(AnswerSuggestion(case_id=case, **given))
    with pytest.raises(RuleError, match="suggestion_without_object"):
        story.do(AnswerSuggestion(reason="无", **given))
    with pytest.raises(RuleError, match="suggestion_without_object"):
        story.do(AnswerSuggestion(case_id=case, decision_id=1, reason="无", **given))
    with pytest.raises(NotFound, match="decision_unknown"):
        story.do(AnswerSuggestion(decision_id=1, reason="无", **given))
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(AnswerSuggestion(case_id=case, reason="无", **given), by="sfs")


def test_a_reminder_of_today_is_not_suggested_again_until_tomorrow(story: Story) -> None:
    case = story.signed("SFS")
    assert said(story, DAY_BEFORE) == [(case, Measure.REMIND, Trigger.NEARLY_DUE)]
    story.do(RemindCase(case_id=case))
    assert found(story) == []
    assert said(story, DUE_DAY) == [(case, Measure.PHONE, Trigger.DUE_TODAY)]
    story.do(RemindCase(case_id=case))
    assert said(story) == [(case, Measure.PHONE, Trigger.DUE_TODAY)]
    story.do(RemindCase(case_id=case, means=ReminderMeans.PHONE, spoke_with="司法员甲"))
    assert found(story) == []


def test_what_is_drafted_or_stands_is_not_suggested(story: Story) -> None:
    case = story.signed("SFS")
    story.registered(at=ONE_DAY_LATE)
    notice = drafted(story, case)
    assert found(story) == []
    story.do(WithdrawNotice(notice_id=notice, reason="重拟"))
    assert len(found(story)) == 1
    notice = checked(story, case)
    assert found(story) == []
    story.do(IssueNotice(notice_id=notice), by="shift_lead")
    assert found(story) == []


def test_each_case_is_suggested_once_and_the_hardest_first(story: Story) -> None:
    late = story.signed("SFS")
    reworked = story.signed("PCS")
    for _ in range(2):
        story.report(reworked, by="pcs")
        story.send_back(reworked)
    rows = found(story, FIVE_DAYS_LATE)
    assert [(row.case_id, row.measure) for row in rows] == [
        (reworked, Measure.RED),
        (late, Measure.YELLOW),
    ]


def test_a_suspended_or_linked_case_is_left_alone(story: Story) -> None:
    suspended, linked, main = (story.signed("SFS") for _ in range(3))
    story.do(
        SuspendCase(case_id=suspended, reason="等待鉴定", review_on=datetime(2027, 1, 4)),
        by="director",
    )
    story.do(LinkDuplicate(case_id=linked, main_id=main))
    assert [row.case_id for row in found(story, ONE_DAY_LATE)] == [main]


@pytest.mark.parametrize("login", ["sfs", "leader", "clerk", "auditor"])
def test_suggestions_are_for_those_who_draft(story: Story, login: str) -> None:
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.ask(suggestions, by=login)


def test_suggestions_take_the_same_few_statements_however_many_cases_are_open(
    story: Story,
) -> None:
    def statements() -> int:
        seen: list[str] = []

        def note(*arguments: Any) -> None:
            seen.append(arguments[2])

        event.listen(story.database.engine, "before_cursor_execute", note)
        story.ask(suggestions)
        event.remove(story.database.engine, "before_cursor_execute", note)
        return len(seen)

    story.signed("SFS")
    story.registered(at=ONE_DAY_LATE)
    few = statements()
    for _ in range(5):
        story.signed("SFS")
    story.registered(at=TEN_DAYS_LATE)
    assert statements() == few

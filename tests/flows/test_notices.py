"""Supervision notices from draft to strike-off, told as stories (domain.md §3)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from db.commands.marks import InstructCase
from db.commands.notice_replies import (
    AskStrikeOff,
    DeliverNotice,
    ReplyNotice,
    SendNoticeBack,
    StrikeOffNotice,
    VerifyNotice,
)
from db.commands.notices import (
    ChangeNotice,
    CheckNotice,
    DraftNotice,
    ExtendNotice,
    IssueNotice,
    NoticeTexts,
    WithdrawNotice,
)
from db.commands.supervision import RemindCase, ReminderMeans
from db.errors import NotAllowed, NotFound, RuleError
from db.queries.notice_detail import notice_detail, notice_id_of, notice_steps
from db.queries.notice_draft import notice_draft
from db.queries.notices import (
    notice_counts,
    notices,
)
from db.rules.notice_states import (
    NoticeAction,
    NoticeState,
    NoticeTab,
    ReplyOutcome,
)
from db.rules.terms import SupervisionLevel, Urgency
from tests.flows.notice_steps import (
    ORDINARY,
    RED,
    SIGNER,
    TEXTS,
    YELLOW,
    asked,
    book,
    checked,
    delivered,
    drafted,
    issued,
    replied,
    row_of,
)
from tests.story import MONDAY, Story

OVERDUE_ON = datetime(2026, 11, 20, 9, 0)
"""A Friday: the case of the story was due on the Thursday before."""


# The whole chain -----------------------------------------------------------------------------


def test_a_notice_goes_from_draft_to_strike_off(story: Story) -> None:
    case = story.signed("SFS")
    story.now = OVERDUE_ON
    notice = drafted(story, case, trigger="overdue")
    assert row_of(story, notice).state is NoticeState.DRAFT
    story.do(CheckNotice(notice_id=notice, opinion="属实"), by="shift_lead")
    answer = story.do(IssueNotice(notice_id=notice), by="shift_lead")
    assert answer["number"] == "龙永督〔2026〕1号"
    assert story.column(case, "supervision_level") == ORDINARY
    story.do(DeliverNotice(notice_id=notice, received_by="司法员甲"), by="clerk")
    replied(story, notice)
    story.do(AskStrikeOff(notice_id=notice, evidence="现场照片2张"), by="sfs_head")
    story.do(VerifyNotice(notice_id=notice, opinion="现场核实属实"))
    story.do(StrikeOffNotice(notice_id=notice, opinion="同意"), by="shift_lead")
    detail = story.ask(notice_detail, notice)
    assert detail.state is NoticeState.STRUCK_OFF
    assert detail.in_time is True
    assert detail.check_opinion == "现场核实属实"
    assert [step.kind for step in detail.steps] == [
        NoticeAction.DRAFT,
        NoticeAction.CHECK,
        NoticeAction.ISSUE,
        NoticeAction.DELIVER,
        NoticeAction.REPLY,
        NoticeAction.ASK,
        NoticeAction.VERIFY,
        NoticeAction.STRIKE_OFF,
    ]
    assert detail.steps[2].note == "龙永督〔2026〕1号"
    assert (detail.drafter, detail.checker, detail.issuer) == ("值班员甲", "值班长甲", "值班长甲")
    assert story.ask(notice_id_of, " 龙永督〔2026〕1号 ") == notice


def test_the_computed_fields_are_computed_from_the_case(story: Story) -> None:
    case = story.signed("SFS")
    story.do(RemindCase(case_id=case), at=datetime(2026, 11, 18, 9, 0))
    story.now = datetime(2026, 11, 24, 9, 0)
    notice = issued(story, case)
    detail = story.ask(notice_detail, notice)
    assert detail.overdue_days == 3
    assert detail.reminder_count == 1
    assert detail.finish_by == detail.report_by == datetime(2026, 11, 27, 17, 30)
    assert detail.unit.name == "司法所"
    assert detail.case is not None
    assert detail.case.assigned_at == MONDAY
    assert detail.case.original_due_at == datetime(2026, 11, 19, 17, 30)
    assert detail.demands == TEXTS.demands
    assert detail.contact_name == "值班员甲"


def test_what_is_computed_is_computed_again_when_the_notice_is_issued(story: Story) -> None:
    case = story.signed("SFS")
    story.now = OVERDUE_ON
    notice = checked(story, case)
    before = story.ask(notice_detail, notice)
    assert (before.overdue_days, before.is_limit_proposed) == (1, True)
    story.do(IssueNotice(notice_id=notice), by="shift_lead", at=datetime(2026, 11, 23, 9, 0))
    after = story.ask(notice_detail, notice)
    assert (after.overdue_days, after.is_limit_proposed) == (2, False)
    assert after.finish_by == datetime(2026, 11, 26, 17, 30)


def test_the_draft_query_gives_the_facts_of_form_a(story: Story) -> None:
    case = story.signed("SFS", content="请联系13805770001核实，夜间装修扰民。")
    story.do(
        RemindCase(case_id=case, means=ReminderMeans.PHONE, spoke_with="司法员甲", note="请尽快")
    )
    story.now = OVERDUE_ON
    issued(story, case)
    draft = story.ask(notice_draft, case, YELLOW)
    assert draft.case.number == story.column(case, "number")
    assert "13805770001" not in draft.case.content
    assert draft.case.item_code == "MD02"
    assert draft.unit.name == "司法所"
    assert (draft.overdue_days, draft.reminder_count) == (1, 1)
    assert [fact.text for fact in draft.progress] == ["请尽快"]
    assert [s.number for s in draft.standing] == ["龙永督〔2026〕1号"]
    assert draft.finish_by == datetime(2026, 11, 25, 17, 30)
    assert draft.points == -5
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.ask(notice_draft, case, YELLOW, by="sfs")
    with pytest.raises(NotFound, match="case_unknown"):
        story.ask(notice_draft, 4711, YELLOW)


def test_a_leaders_instruction_stands_on_the_notice_word_for_word(story: Story) -> None:
    case = story.signed("SFS")
    story.do(InstructCase(case_id=case, text="请司法所三日内办结。"), by="leader")
    notice = drafted(story, case, RED, texts=NoticeTexts(demands=("三日内办结。",)))
    detail = story.ask(notice_detail, notice)
    assert detail.basis == "请司法所三日内办结。"
    assert detail.subject == "邻居夜间装修噪声"
    assert detail.copy_to == ("区司法局",)


# Who may ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("login", ["sfs", "sfs_head", "leader", "clerk", "district", "auditor"])
def test_only_the_room_drafts(story: Story, login: str) -> None:
    case = story.signed("SFS")
    with pytest.raises(NotAllowed):
        story.do(DraftNotice(case_id=case, texts=TEXTS), by=login)


@pytest.mark.parametrize("login", ["operator", "clerk", "sfs_head", "leader", "district"])
def test_only_shift_lead_and_director_check(story: Story, login: str) -> None:
    notice = drafted(story, story.signed("SFS"))
    with pytest.raises(NotAllowed):
        story.do(CheckNotice(notice_id=notice), by=login)


@pytest.mark.parametrize(
    ("level", "login"),
    [
        (ORDINARY, "operator"),
        (ORDINARY, "clerk"),
        (ORDINARY, "sfs_head"),
        (YELLOW, "operator"),
        (YELLOW, "shift_lead"),
        (RED, "shift_lead"),
        (RED, "director"),
    ],
)
def test_a_level_is_issued_only_by_those_who_sign_it(
    story: Story, level: SupervisionLevel, login: str
) -> None:
    case = story.signed("SFS")
    notice = checked(story, case, level)
    with pytest.raises(NotAllowed):
        story.do(IssueNotice(notice_id=notice), by=login)
    story.do(IssueNotice(notice_id=notice), by=SIGNER[level])
    assert story.column(case, "supervision_level") == level


def test_another_unit_neither_receives_nor_replies_nor_asks(story: Story) -> None:
    case = story.signed("SFS")
    notice = issued(story, case)
    with pytest.raises(NotFound, match="notice_unknown"):
        story.do(DeliverNotice(notice_id=notice, received_by="民警甲"), by="pcs")
    story.do(DeliverNotice(notice_id=notice, received_by="司法员甲"), by="sfs")
    with pytest.raises(NotFound, match="notice_unknown"):
        replied(story, notice, by="pcs_head")
    replied(story, notice, by="sfs")
    with pytest.raises(NotFound, match="notice_unknown"):
        story.do(AskStrikeOff(notice_id=notice, evidence="照片"), by="pcs_head")


def test_the_room_replies_on_behalf_of_the_unit(story: Story) -> None:
    notice = delivered(story, story.signed("SFS"))
    replied(story, notice, by="operator")
    assert row_of(story, notice).state is NoticeState.REPLIED


@pytest.mark.parametrize(
    ("level", "login"),
    [(ORDINARY, "operator"), (YELLOW, "shift_lead"), (RED, "director"), (ORDINARY, "sfs_head")],
)
def test_a_level_is_struck_off_only_by_those_who_sign_it(
    story: Story, level: SupervisionLevel, login: str
) -> None:
    notice = asked(story, story.signed("SFS"), level)
    with pytest.raises(NotAllowed):
        story.do(StrikeOffNotice(notice_id=notice), by=login)
    story.do(StrikeOffNotice(notice_id=notice), by=SIGNER[level])
    assert row_of(story, notice).state is NoticeState.STRUCK_OFF


@pytest.mark.parametrize("login", ["sfs_head", "clerk", "district"])
def test_a_reply_is_sent_back_by_the_room_only(story: Story, login: str) -> None:
    notice = asked(story, story.signed("SFS"))
    with pytest.raises(NotAllowed):
        story.do(SendNoticeBack(notice_id=notice, reason="噪声仍在"), by=login)


@pytest.mark.parametrize(
    ("level", "login"), [(ORDINARY, "shift_lead"), (YELLOW, "operator"), (RED, "director")]
)
def test_an_issued_notice_is_withdrawn_only_from_above(
    story: Story, level: SupervisionLevel, login: str
) -> None:
    notice = issued(story, story.signed("SFS"), level)
    with pytest.raises(NotAllowed, match="notice_not_for_role"):
        story.do(WithdrawNotice(notice_id=notice, reason="误发"), by=login)


def test_a_unit_sees_only_its_own_notices_and_no_draft(story: Story) -> None:
    ours, theirs = story.signed("SFS"), story.signed("PCS")
    own = issued(story, ours)
    other = issued(story, theirs)
    pending = drafted(story, story.signed("SFS"))
    assert [row.id for row in story.ask(notices, by="sfs")] == [own]
    assert {row.id for row in story.ask(notices)} == {own, other, pending}
    assert story.ask(notices, by="auditor") == ()
    assert story.ask(notice_detail, own, by="sfs_head").number == "龙永督〔2026〕1号"
    for hidden in (other, pending):
        with pytest.raises(NotFound, match="notice_unknown"):
            story.ask(notice_detail, hidden, by="sfs")
        assert story.ask(notice_steps, hidden, by="sfs") == ()
    with pytest.raises(NotFound, match="notice_unknown"):
        story.ask(notice_id_of, "龙永督〔2026〕2号", by="sfs")
    assert story.ask(notice_counts, by="sfs").tabs[NoticeTab.ALL] == 1
    assert [line.number for line in book(story, by="pcs")] == ["龙永督〔2026〕2号"]


# Replies, limits and strike-off -------------------------------------------------------------------


def test_an_unfinished_reply_keeps_the_notice_open(story: Story) -> None:
    notice = delivered(story, story.signed("SFS"))
    first = story.later(hours=2)
    replied(story, notice, ReplyOutcome.HANDLING)
    with pytest.raises(RuleError, match="reply_not_closed"):
        story.do(AskStrikeOff(notice_id=notice, evidence="照片"), by="sfs_head")
    story.later(hours=2)
    replied(story, notice, ReplyOutcome.CLOSED)
    story.do(AskStrikeOff(notice_id=notice, evidence="照片"), by="sfs_head")
    detail = story.ask(notice_detail, notice)
    assert (detail.state, detail.replied_at) == (NoticeState.ASKED, first)


def test_a_notice_sent_back_is_worked_on_again(story: Story) -> None:
    notice = asked(story, story.signed("SFS"))
    story.do(SendNoticeBack(notice_id=notice, reason="噪声仍在"))
    assert row_of(story, notice).state is NoticeState.SENT_BACK
    with pytest.raises(RuleError, match="notice_step_illegal"):
        story.do(StrikeOffNotice(notice_id=notice), by="shift_lead")
    story.now = datetime(2026, 11, 20, 9, 0)
    assert row_of(story, notice).is_late is False
    replied(story, notice)
    story.do(AskStrikeOff(notice_id=notice, evidence="复查照片"), by="sfs")
    story.do(StrikeOffNotice(notice_id=notice), by="shift_lead")
    row = row_of(story, notice)
    assert (row.state, row.in_time) == (NoticeState.STRUCK_OFF, False)


def test_how_long_the_room_takes_is_not_held_against_the_unit(story: Story) -> None:
    notice = asked(story, story.signed("SFS"))
    story.later(days=20)
    story.do(StrikeOffNotice(notice_id=notice), by="director")
    assert row_of(story, notice).in_time is True


def test_a_limit_is_extended_only_before_it_has_passed(story: Story) -> None:
    notice = delivered(story, story.signed("SFS"))
    limit = row_of(story, notice).finish_by
    assert limit == datetime(2026, 11, 19, 17, 30)
    later = limit + timedelta(days=5)
    with pytest.raises(RuleError, match="limit_not_later"):
        story.do(ExtendNotice(notice_id=notice, finish_by=limit, reason="外出"), by="director")
    story.do(ExtendNotice(notice_id=notice, finish_by=later, reason="外出"), by="director")
    assert (row_of(story, notice).finish_by, row_of(story, notice).report_by) == (later, later)
    story.now = later + timedelta(minutes=1)
    with pytest.raises(RuleError, match="extension_too_late"):
        story.do(
            ExtendNotice(notice_id=notice, finish_by=later + timedelta(days=9), reason="又外出"),
            by="director",
        )


def test_limits_that_were_set_by_hand_stay(story: Story) -> None:
    case = story.signed("SFS")
    finish, report = datetime(2026, 11, 30, 17, 30), datetime(2026, 11, 18, 17, 30)
    notice = issued(story, case, finish_by=finish, report_by=report)
    assert (row_of(story, notice).finish_by, row_of(story, notice).report_by) == (finish, report)
    with pytest.raises(RuleError, match="limit_in_the_past"):
        drafted(story, story.signed("SFS"), finish_by=MONDAY - timedelta(days=1))


# What is refused ----------------------------------------------------------------------------------


def test_a_draft_without_demands_is_not_checked(story: Story) -> None:
    notice = drafted(story, story.signed("SFS"), texts=NoticeTexts(demands=("  ",)))
    with pytest.raises(RuleError, match="demands"):
        story.do(CheckNotice(notice_id=notice), by="shift_lead")


def test_a_notice_needs_an_object_and_a_unit(story: Story) -> None:
    with pytest.raises(RuleError, match="notice_without_object"):
        story.do(DraftNotice(texts=TEXTS))
    loose = story.registered()
    with pytest.raises(RuleError, match="notice_without_unit"):
        drafted(story, loose)
    for code in ("ZHS", "LD", "QZX"):
        with pytest.raises(RuleError, match="unit_not_supervised"):
            drafted(story, loose, unit_id=story.unit(code))
    notice = drafted(story, loose, unit_id=story.unit("PCS"))
    assert row_of(story, notice).unit_name == "派出所"


def test_a_draft_may_be_given_another_unit_means_and_urgency(story: Story) -> None:
    notice = drafted(story, story.signed("SFS"))
    story.do(
        ChangeNotice(
            notice_id=notice,
            unit_id=story.unit("PCS"),
            means="onsite",
            urgency=Urgency.URGENT,
            finish_by=datetime(2026, 11, 18, 17, 30),
            texts=NoticeTexts(contact_name="值班员乙", contact_phone="0577-86000000"),
        ),
        by="operator2",
    )
    detail = story.ask(notice_detail, notice)
    assert (detail.unit.name, detail.means, int(detail.urgency)) == ("派出所", "onsite", 2)
    assert (detail.contact_name, detail.contact_phone) == ("值班员乙", "0577-86000000")
    assert detail.is_limit_proposed is False


@pytest.mark.parametrize(
    "command",
    [
        lambda n: DeliverNotice(notice_id=n, received_by=" "),
        lambda n: ReplyNotice(notice_id=n, outcome=ReplyOutcome.CLOSED, text="", signer="甲"),
        lambda n: ReplyNotice(notice_id=n, outcome=ReplyOutcome.CLOSED, text="好", signer=""),
        lambda n: WithdrawNotice(notice_id=n, reason=""),
    ],
)
def test_what_a_form_asks_for_must_be_told(story: Story, command: object) -> None:
    notice = issued(story, story.signed("SFS"))
    with pytest.raises(RuleError, match="field_missing"):
        story.do(command(notice), by="director")  # type: ignore[operator]

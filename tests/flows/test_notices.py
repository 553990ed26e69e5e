"""Supervision notices from draft to strike-off, told as stories (domain.md §3)."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from itertools import product

import pytest

from db.commands.door import execute
from db.commands.flow import ReportCase, VerifyCase
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
    RefuseNotice,
    WithdrawNotice,
)
from db.commands.papers import FilePaper, RecordPrint
from db.commands.supervision import RemindCase
from db.errors import Conflict, NotAllowed, NotFound, RuleError
from db.queries.notice_detail import notice_detail, notice_id_of, notice_steps
from db.queries.notice_draft import notice_draft
from db.queries.notices import (
    BookRow,
    NoticeFilter,
    NoticeRow,
    notice_book,
    notice_counts,
    notices,
)
from db.queries.papers import altered_papers, paper_file, papers
from db.queries.supervision import unit_points
from db.rules.notice_states import (
    ENDED_STATES,
    LEVELS,
    NoticeAction,
    NoticeState,
    NoticeTab,
    ReplyOutcome,
    find_notice_rule,
    notice_refusal,
    notice_rules,
    possible_actions,
)
from db.rules.numbering import parse_document_number
from db.rules.supervision import Consequence
from db.rules.terms import CaseState, Role, SupervisionLevel
from tests.flows.notice_steps import (
    ORDINARY,
    RED,
    SIGNER,
    TEXTS,
    YELLOW,
    asked,
    checked,
    delivered,
    drafted,
    issued,
    replied,
    struck_off,
)
from tests.story import MONDAY, Story

OVERDUE_ON = datetime(2026, 11, 20, 9, 0)
"""A Friday: the case of the story was due on the Thursday before."""

PDF = b"%PDF-1.7 notice"


def row_of(story: Story, notice: int, by: str = "operator") -> NoticeRow:
    """Return a notice as the register shows it."""
    return next(row for row in story.ask(notices, by=by) if row.id == notice)


def book(story: Story, by: str = "operator") -> tuple[BookRow, ...]:
    """Return the whole register book."""
    return story.ask(notice_book, datetime(2026, 1, 1), datetime(2028, 1, 1), by=by)


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
    story.do(RemindCase(case_id=case, means="phone", spoke_with="司法员甲", note="请尽快"))
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
    assert draft.consequences[0] is Consequence.POINTS
    assert draft.points == -5
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.ask(notice_draft, case, YELLOW, by="sfs")
    with pytest.raises(NotFound, match="case_unknown"):
        story.ask(notice_draft, 4711, YELLOW)


def test_a_leaders_instruction_stands_on_the_notice_word_for_word(story: Story) -> None:
    from db.commands.marks import InstructCase

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
    with pytest.raises(NotAllowed, match="notice_of_another_unit"):
        story.do(DeliverNotice(notice_id=notice, received_by="民警甲"), by="pcs")
    story.do(DeliverNotice(notice_id=notice, received_by="司法员甲"), by="sfs")
    with pytest.raises(NotAllowed, match="notice_of_another_unit"):
        replied(story, notice, by="pcs_head")
    replied(story, notice, by="sfs")
    with pytest.raises(NotAllowed, match="notice_of_another_unit"):
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


# Escalate only ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("first", "second"), list(product(LEVELS, LEVELS)))
def test_supervision_only_rises(
    story: Story, first: SupervisionLevel, second: SupervisionLevel
) -> None:
    case = story.signed("SFS")
    issued(story, case, first)
    if second > first:
        issued(story, case, second)
        assert story.column(case, "supervision_level") == second
        return
    with pytest.raises(RuleError, match="supervision_only_rises"):
        drafted(story, case, second)
    assert story.column(case, "supervision_level") == first


def test_a_notice_overtaken_by_a_harder_one_is_refused_when_it_is_issued(story: Story) -> None:
    case = story.signed("SFS")
    notice = checked(story, case, ORDINARY)
    with pytest.raises(RuleError, match="notice_already_drafted"):
        drafted(story, case, YELLOW)
    story.do(RefuseNotice(notice_id=notice, reason="改黄牌"), by="shift_lead")
    story.do(ChangeNotice(notice_id=notice, level=YELLOW))
    story.do(CheckNotice(notice_id=notice), by="director")
    story.do(IssueNotice(notice_id=notice), by="director")
    assert story.column(case, "supervision_level") == YELLOW
    raised = drafted(story, case, RED)
    with pytest.raises(RuleError, match="supervision_only_rises"):
        story.do(ChangeNotice(notice_id=raised, level=ORDINARY))


def test_a_case_closed_in_between_is_not_supervised_and_no_number_is_lost(story: Story) -> None:
    case, other = story.signed("SFS"), story.signed("PCS")
    notice = checked(story, case)
    story.do(ReportCase(case_id=case, result="已调解"), by="sfs")
    story.do(VerifyCase(case_id=case, opinion="属实"))
    with pytest.raises(RuleError, match="step_illegal"):
        story.do(IssueNotice(notice_id=notice), by="shift_lead")
    with pytest.raises(RuleError, match="case_not_open"):
        drafted(story, case)
    assert row_of(story, issued(story, other)).number == "龙永督〔2026〕1号"


# Numbers ----------------------------------------------------------------------------------------


def test_numbers_begin_again_on_new_years_day(story: Story) -> None:
    lines = []
    for day in (datetime(2026, 12, 31, 16), datetime(2026, 12, 31, 17), datetime(2027, 1, 1, 9)):
        notice = issued(story, story.signed("SFS"), at=day)
        lines.append(row_of(story, notice).number)
    assert lines == ["龙永督〔2026〕1号", "龙永督〔2026〕2号", "龙永督〔2027〕1号"]
    assert [line.number for line in book(story)] == lines
    assert all(parse_document_number(number) for number in lines)


def test_a_withdrawn_notice_keeps_its_number_and_nobody_gets_it_again(story: Story) -> None:
    case = story.signed("SFS")
    first = issued(story, case, YELLOW)
    story.do(WithdrawNotice(notice_id=first, reason="对象有误"), by="director")
    assert story.column(case, "supervision_level") == SupervisionLevel.NONE
    second = issued(story, case, YELLOW)
    assert row_of(story, second).number == "龙永督〔2026〕2号"
    assert [(line.number, line.is_withdrawn, line.remark, line.points) for line in book(story)] == [
        ("龙永督〔2026〕1号", True, "对象有误", 0.0),
        ("龙永督〔2026〕2号", False, "", -5.0),
    ]


def test_withdrawing_an_old_notice_leaves_a_harder_supervision_standing(story: Story) -> None:
    case = story.signed("SFS")
    first = issued(story, case, ORDINARY)
    issued(story, case, YELLOW)
    story.do(WithdrawNotice(notice_id=first, reason="已升级"), by="director")
    assert story.column(case, "supervision_level") == YELLOW


def test_a_discarded_draft_takes_no_number(story: Story) -> None:
    case = story.signed("SFS")
    notice = drafted(story, case)
    story.do(WithdrawNotice(notice_id=notice, reason="已办结"))
    assert book(story) == ()
    assert story.column(case, "supervision_level") == SupervisionLevel.NONE
    assert row_of(story, issued(story, case)).number == "龙永督〔2026〕1号"


def test_two_who_issue_at_once_get_one_number_and_the_next(story: Story) -> None:
    waiting = [checked(story, story.signed(unit)) for unit in ("SFS", "PCS")]
    signer, numbers, start = story.account("shift_lead"), [], threading.Barrier(2)

    def issue(notice: int) -> None:
        start.wait()
        answer = execute(story.database, IssueNotice(notice_id=notice), by=signer, at=story.now)
        numbers.append(answer["number"])

    threads = [threading.Thread(target=issue, args=(notice,)) for notice in waiting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == ["龙永督〔2026〕1号", "龙永督〔2026〕2号"]


def test_a_repeated_command_issues_once(story: Story) -> None:
    notice = checked(story, story.signed("SFS"))
    command = IssueNotice(notice_id=notice)
    first = story.do(command, by="shift_lead")
    assert story.do(command, by="shift_lead") == first
    assert len(book(story)) == 1


def test_who_saw_an_old_version_is_told(story: Story) -> None:
    notice = drafted(story, story.signed("SFS"))
    story.do(ChangeNotice(notice_id=notice, version=1, texts=NoticeTexts(problem="拖延")))
    with pytest.raises(Conflict, match="notice_moved_on"):
        story.do(ChangeNotice(notice_id=notice, version=1, texts=NoticeTexts(problem="推诿")))
    assert story.ask(notice_detail, notice).problem == "拖延"


# Points -----------------------------------------------------------------------------------------


def test_cards_cost_points_and_withdrawn_ones_give_them_back(story: Story) -> None:
    case = story.signed("SFS")
    issued(story, case, ORDINARY)
    issued(story, case, YELLOW)
    red = issued(story, case, RED)
    start, end = datetime(2026, 1, 1), datetime(2027, 1, 1)
    (unit,) = story.ask(unit_points, start, end)
    assert (unit.unit_name, unit.points) == ("司法所", -15.0)
    assert (unit.ordinary, unit.yellow, unit.red) == (1, 1, 1)
    story.do(WithdrawNotice(notice_id=red, reason="误发"), by="leader")
    (unit,) = story.ask(unit_points, start, end)
    assert (unit.points, unit.red) == (-5.0, 0)
    assert story.ask(unit_points, start, end, by="pcs") == ()
    assert story.ask(unit_points, start, end, by="sfs") == (unit,)
    assert story.ask(unit_points, end, end + timedelta(days=9)) == ()


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
            urgency=2,
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


# The register -------------------------------------------------------------------------------------


def test_the_register_has_tabs_that_count_every_notice_once(story: Story) -> None:
    drafted(story, story.signed("SFS"))
    running = delivered(story, story.signed("SFS"))
    struck_off(story, story.signed("SFS"))
    waiting = asked(story, story.signed("SFS"))
    withdrawn = issued(story, story.signed("PCS"))
    story.do(WithdrawNotice(notice_id=withdrawn, reason="误发"), by="director")
    counts = story.ask(notice_counts).tabs
    assert counts == {
        NoticeTab.ALL: 5,
        NoticeTab.TO_ISSUE: 1,
        NoticeTab.RUNNING: 1,
        NoticeTab.LATE: 0,
        NoticeTab.TO_STRIKE_OFF: 1,
        NoticeTab.STRUCK_OFF: 1,
        NoticeTab.WITHDRAWN: 1,
    }
    story.do(RemindCase(case_id=story.signed("SFS")), at=datetime(2026, 11, 20, 8, 0))
    late = story.ask(notices, NoticeFilter(tab=NoticeTab.LATE))
    assert [row.id for row in late] == [running]
    assert (late[0].is_late, late[0].is_reply_late) == (True, True)
    for tab in NoticeTab:
        found = story.ask(notices, NoticeFilter(tab=tab))
        assert len(found) == story.ask(notice_counts).tabs[tab]
    assert row_of(story, waiting).is_late is False
    first = story.ask(notices)[:3]
    assert all(row.state not in ENDED_STATES for row in first)


def test_the_register_is_narrowed_by_level_unit_year_case_and_words(story: Story) -> None:
    case, other = story.signed("SFS"), story.signed("PCS")
    ours = issued(story, case, YELLOW, trigger="overdue")
    theirs = issued(story, other)

    def found(**narrow: object) -> list[int]:
        return [row.id for row in story.ask(notices, NoticeFilter(**narrow))]

    assert found(levels=(YELLOW,)) == [ours]
    assert found(unit_ids=(story.unit("PCS"),)) == [theirs]
    assert found(triggers=("overdue",)) == [ours]
    assert found(case_id=other) == [theirs]
    assert found(decision_id=1) == []
    assert found(year=2026) == [theirs, ours]
    assert found(year=2025) == []
    assert found(text="〔2026〕1号") == [ours]
    assert found(text="pcs") == [theirs]
    assert found(text=f"司法 {story.column(case, 'number').lower()}") == [ours]
    assert found(text="100%") == []
    counts = story.ask(notice_counts)
    assert (counts.levels, counts.points) == ({YELLOW: 1, ORDINARY: 1}, -5.0)


def test_the_register_book_has_the_columns_of_the_form(story: Story) -> None:
    case = story.signed("SFS")
    struck_off(story, case, YELLOW)
    (line,) = book(story)
    assert (line.position, line.number, line.level) == (1, "龙永督〔2026〕1号", YELLOW)
    assert (line.unit_name, line.issuer) == ("司法所", "主任甲")
    assert line.case_number == story.column(case, "number")
    assert (line.reply_outcome, line.in_time, line.points) == ("closed", True, -5.0)


# Papers -------------------------------------------------------------------------------------------


def test_a_paper_is_kept_once_and_each_print_is_counted(story: Story) -> None:
    notice = issued(story, story.signed("SFS"))
    command = FilePaper(
        kind="notice",
        number="龙永督〔2026〕1号",
        object_kind="notice",
        object_id=notice,
        contents={"subject": TEXTS.subject, "finish_by": datetime(2026, 11, 19, 17, 30)},
        data=PDF,
    )
    kept = story.do(command, by="clerk")
    again = story.do(FilePaper(**{**command.__dict__, "command_id": "another"}), by="clerk")
    assert again["paper_id"] == kept["paper_id"]
    for nth in (1, 2):
        done = story.do(RecordPrint(paper_id=kept["paper_id"], printer="HP", copies=3), by="clerk")
        assert done["nth"] == nth
    (row,) = story.ask(papers, "notice", notice, by="sfs")
    assert [(p.nth, p.copies, p.actor_name) for p in row.prints] == [
        (1, 3, "打印员甲"),
        (2, 3, "打印员甲"),
    ]
    file = story.ask(paper_file, kept["paper_id"], by="sfs")
    assert (file.data, file.is_intact, file.sha256) == (PDF, True, kept["sha256"])
    assert file.contents["subject"] == TEXTS.subject
    detail = story.ask(notice_detail, notice)
    assert detail.printed_at == story.now
    assert [s.note for s in detail.steps if s.kind is NoticeAction.PRINT] == ["1", "2"]
    with story.database.reading() as connection:
        assert list(altered_papers(connection, 1)) == []


def test_papers_of_another_unit_are_not_shown(story: Story) -> None:
    notice = issued(story, story.signed("SFS"))
    kept = story.do(
        FilePaper(kind="notice", object_kind="notice", object_id=notice, contents={}, data=PDF)
    )
    assert story.ask(papers, "notice", notice, by="pcs") == ()
    assert story.ask(papers, "notice", notice, by="auditor") == ()
    with pytest.raises(NotFound, match="paper_unknown"):
        story.ask(paper_file, kept["paper_id"], by="pcs")


def test_a_paper_that_cannot_be_right_is_not_kept(story: Story) -> None:
    notice = drafted(story, story.signed("SFS"))
    number = issued(story, story.signed("PCS"))

    def file(**changes: object) -> FilePaper:
        given = {
            "kind": "notice",
            "object_kind": "notice",
            "object_id": number,
            "contents": {},
            "data": PDF,
            **changes,
        }
        return FilePaper(**given)  # type: ignore[arg-type]

    with pytest.raises(RuleError, match="notice_not_numbered"):
        story.do(file(object_id=notice))
    with pytest.raises(RuleError, match="paper_number_wrong"):
        story.do(file(number="龙永督〔2026〕9号"))
    with pytest.raises(RuleError, match="file_empty"):
        story.do(file(data=b""))
    with pytest.raises(RuleError, match="file_too_large"):
        story.do(file(data=b"0" * (20 * 1024 * 1024 + 1)))
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(file(), by="sfs_head")
    kept = story.do(file())
    with pytest.raises(RuleError, match="copies_out_of_range"):
        story.do(RecordPrint(paper_id=kept["paper_id"], copies=0))


# The table ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_the_table_answers_for_every_action_state_and_role(level: SupervisionLevel) -> None:
    allowed = 0
    for action, state, role in product(NoticeAction, (None, *NoticeState), Role):
        rule = find_notice_rule(action, state, level, role)
        codes = {
            own: notice_refusal(action, state, level, role, is_own_unit=own)
            for own in (True, False)
        }
        if rule is None:
            assert codes[True] == codes[False] != None  # noqa: E711
            assert codes[True] in ("notice_step_illegal", "notice_not_for_role")
            continue
        allowed += 1
        assert codes[True] is None
        is_unit = role in (Role.HANDLER, Role.STATION_HEAD, Role.GRID)
        assert codes[False] == ("notice_of_another_unit" if is_unit else None)
        assert rule.level is level
    assert allowed == sum(rule.level is level for rule in notice_rules())


def test_no_rule_stands_twice_and_nothing_leaves_the_end() -> None:
    rules = notice_rules()
    assert len({(r.action, r.from_state, r.level, r.role) for r in rules}) == len(rules)
    leaving = {r.action for r in rules if r.from_state in ENDED_STATES}
    assert leaving == {NoticeAction.PRINT}
    assert not {r.role for r in rules} & {Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN}


def test_the_detail_names_the_actions_of_each_person(story: Story) -> None:
    notice = delivered(story, story.signed("SFS"), YELLOW)
    assert story.ask(notice_detail, notice, by="sfs").actions == (NoticeAction.REPLY,)
    assert NoticeAction.EXTEND not in story.ask(notice_detail, notice, by="shift_lead").actions
    assert NoticeAction.WITHDRAW in story.ask(notice_detail, notice, by="director").actions
    assert possible_actions(NoticeState.WITHDRAWN, RED, Role.LEADER, is_own_unit=False) == ()


def test_a_supervised_case_is_still_closed_in_the_usual_way(story: Story) -> None:
    case = story.signed("SFS")
    issued(story, case)
    story.report(case)
    story.verify(case)
    assert story.state_of(case) is CaseState.CLOSED
    assert story.column(case, "supervision_level") == ORDINARY

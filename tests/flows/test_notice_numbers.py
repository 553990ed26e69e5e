"""Notices only rise, take gap-free numbers and cost points (domain.md §3.2, §3.4)."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from itertools import product

import pytest

from db.commands.door import execute
from db.commands.flow import ArchiveCase, ReportCase, VerifyCase
from db.commands.notices import (
    ChangeNotice,
    CheckNotice,
    IssueNotice,
    NoticeTexts,
    RefuseNotice,
    WithdrawNotice,
)
from db.errors import Conflict, RuleError
from db.queries.notice_detail import notice_detail
from db.queries.points import unit_points
from db.rules.notice_states import (
    LEVELS,
    NoticeState,
)
from db.rules.numbering import parse_document_number
from db.rules.terms import SupervisionLevel
from tests.flows.notice_steps import (
    ORDINARY,
    RED,
    YELLOW,
    book,
    checked,
    drafted,
    issued,
    row_of,
)
from tests.story import Story

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


def test_a_lower_notice_that_still_stands_is_not_given_twice(story: Story) -> None:
    case = story.signed("SFS")
    issued(story, case, ORDINARY)
    harder = issued(story, case, YELLOW)
    story.do(WithdrawNotice(notice_id=harder, reason="误发"), by="director")
    with pytest.raises(RuleError, match="supervision_only_rises"):
        drafted(story, case, ORDINARY)
    issued(story, case, YELLOW)
    assert story.column(case, "supervision_level") == YELLOW


def test_a_notice_withdrawn_after_the_case_was_archived_leaves_the_case(story: Story) -> None:
    case = story.signed("SFS")
    notice = issued(story, case)
    story.report(case)
    story.verify(case)
    story.do(ArchiveCase(case_id=case))
    story.do(WithdrawNotice(notice_id=notice, reason="误发"), by="director")
    assert row_of(story, notice).state is NoticeState.WITHDRAWN
    assert story.column(case, "supervision_level") == ORDINARY


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

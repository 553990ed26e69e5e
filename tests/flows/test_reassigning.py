"""Who gives a case to another unit, and what happens then to what was asked (domain.md §1.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from db.commands.exceptions import (
    EscalateCase,
    GrantExtension,
    RefuseExtension,
    RequestExtension,
    SuspendCase,
)
from db.commands.flow import ReportInstead
from db.commands.intake import VoidCase
from db.commands.marks import LinkDuplicate
from db.errors import NotAllowed, RecordError, RuleError
from db.queries.case_detail import case_detail
from db.rules.terms import CaseState, ExtensionState
from db.verify import verify
from tests.story import MONDAY, Story


def test_an_operator_gives_a_case_to_another_unit(story: Story) -> None:
    case = story.assigned("SFS")
    story.assign(case, "PCS", by="operator")
    assert story.column(case, "holder_id") == story.unit("PCS")
    story.sign(case, by="pcs")
    story.assign(case, "ZZD", by="operator2")
    assert story.state_of(case) is CaseState.WAITING_SIGNATURE
    assert story.column(case, "holder_id") == story.unit("ZZD")


def test_what_was_returned_twice_no_operator_assigns_before_or_after_the_director(
    story: Story,
) -> None:
    case = story.assigned("SFS")
    story.give_back(case)
    story.assign(case, "PCS")
    story.give_back(case, by="pcs_head")
    with pytest.raises(NotAllowed):
        story.assign(case, "ZZD", by="operator")
    story.assign(case, "ZZD", by="director")
    for who in ("operator", "shift_lead"):
        with pytest.raises(RuleError, match="guard_first_returns"):
            story.assign(case, "SFS", by=who)
    story.assign(case, "SFS", by="director")
    assert story.column(case, "holder_id") == story.unit("SFS")


def _reassign(story: Story, case: int) -> None:
    story.assign(case, "PCS")


def _suspend(story: Story, case: int) -> None:
    pause = SuspendCase(case_id=case, reason="待鉴定", review_on=MONDAY + timedelta(days=9))
    story.do(pause, by="director")


def _report(story: Story, case: int) -> None:
    story.report(case)


def _report_instead(story: Story, case: int) -> None:
    story.do(ReportInstead(case_id=case, result="已办", reason="单位失联"), by="director")


def _escalate(story: Story, case: int) -> None:
    story.do(EscalateCase(case_id=case, reason="跨街道"), by="shift_lead")


def _void(story: Story, case: int) -> None:
    story.do(VoidCase(case_id=case, version=None, reason="误登"), by="shift_lead")


def _close_with_main(story: Story, case: int) -> None:
    main = story.signed("PCS")
    story.do(LinkDuplicate(case_id=case, main_id=main))
    story.report(main, by="pcs")
    story.verify(main)


@pytest.mark.parametrize(
    "move",
    [_reassign, _suspend, _report, _report_instead, _escalate, _void, _close_with_main],
)
def test_an_open_request_for_more_time_lapses_with_the_move(
    story: Story, move: Callable[[Story, int], None]
) -> None:
    case = story.signed("SFS")
    ask = RequestExtension(case_id=case, days=1, reason="取证", progress="在办")
    asked = story.do(ask, by="sfs")["request_id"]
    move(story, case)
    (request,) = story.ask(case_detail, case).extensions
    assert request.state is ExtensionState.LAPSED
    assert (request.decided_at, request.new_due_at) == (story.now, None)
    assert verify(story.database) == []
    with pytest.raises(RecordError):
        story.do(GrantExtension(case_id=case, request_id=asked), by="director")


def test_nobody_grants_the_new_unit_what_the_old_one_asked(story: Story) -> None:
    case = story.signed("SFS")
    ask = RequestExtension(case_id=case, days=2, reason="取证", progress="在办")
    asked = story.do(ask, by="sfs")["request_id"]
    story.assign(case, "PCS")
    story.sign(case, by="pcs")
    due = story.column(case, "due_at")
    for kind in (GrantExtension, RefuseExtension):
        with pytest.raises(RuleError, match="extension_decided"):
            story.do(kind(case_id=case, request_id=asked, answer="答复"), by="director")
    assert story.column(case, "due_at") == due
    again = RequestExtension(case_id=case, days=1, reason="刚接手", progress="在办")
    own = story.do(again, by="pcs")["request_id"]
    story.do(GrantExtension(case_id=case, request_id=own), by="director")
    assert story.column(case, "extended_days") == 1

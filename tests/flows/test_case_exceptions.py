"""What goes off the normal way of a case and is refused or decided (domain.md §1.7)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.commands.exceptions import (
    EscalateCase,
    GrantExtension,
    ProposeReturn,
    RefuseExtension,
    RequestExtension,
    ResumeCase,
    ReturnCase,
    SuspendCase,
)
from db.commands.flow import CallBackCase, VerifyCase
from db.commands.intake import AcceptCase, AmendCase, RegisterCase
from db.commands.marks import CalmCase
from db.errors import NotAllowed, NotFound, RuleError
from db.rules.terms import CaseState, ReturnReason, Satisfaction, Urgency
from tests.story import Story


def test_a_handler_proposes_a_return_and_the_head_sends_it(story: Story) -> None:
    case = story.assigned()
    story.do(ProposeReturn(case_id=case, reason=ReturnReason.INCOMPLETE, note="缺地址"), by="sfs")
    assert story.state_of(case) is CaseState.WAITING_SIGNATURE
    with pytest.raises(NotAllowed):
        story.give_back(case, by="sfs")
    story.give_back(case, reason=ReturnReason.INCOMPLETE)
    assert story.state_of(case) is CaseState.RETURNED


def test_another_reason_for_a_return_needs_words(story: Story) -> None:
    case = story.assigned()
    with pytest.raises(RuleError, match="field_missing"):
        story.do(ReturnCase(case_id=case, reason=ReturnReason.OTHER), by="sfs_head")


def test_a_refused_extension_leaves_the_deadline(story: Story) -> None:
    case = story.signed()
    due = story.column(case, "due_at")
    asked = story.do(
        RequestExtension(case_id=case, days=2, reason="取证", progress="在办"), by="sfs"
    )
    with pytest.raises(RuleError, match="extension_already_asked"):
        story.do(RequestExtension(case_id=case, days=1, reason="再要", progress="在办"), by="sfs")
    refuse = RefuseExtension(case_id=case, request_id=asked["request_id"], answer="进展不足")
    story.do(refuse, by="shift_lead")
    assert story.column(case, "due_at") == due
    with pytest.raises(RuleError, match="extension_decided"):
        grant = GrantExtension(case_id=case, request_id=asked["request_id"])
        story.do(grant, by="shift_lead")


def test_a_major_case_is_extended_by_a_leader(story: Story) -> None:
    case = story.signed(item_id=story.item("MD12"))
    assert story.column(case, "urgency") == Urgency.MAJOR
    asked = story.do(
        RequestExtension(case_id=case, days=1, reason="人员未散", progress="在劝返"), by="sfs"
    )
    grant = GrantExtension(case_id=case, request_id=asked["request_id"])
    with pytest.raises(NotAllowed, match="extension_by_leader"):
        story.do(grant, by="director")
    due = story.column(case, "due_at")
    story.do(grant, by="leader")
    assert story.column(case, "due_at") == due + timedelta(days=1)


def test_a_suspended_case_is_reviewed_on_a_later_day(story: Story) -> None:
    case = story.signed()
    with pytest.raises(RuleError, match="review_in_the_past"):
        story.do(SuspendCase(case_id=case, reason="等鉴定", review_on=story.now), by="director")
    with pytest.raises(RuleError, match="step_illegal"):
        story.do(ResumeCase(case_id=case), by="director")


def test_escalating_an_assigned_case_keeps_its_first_deadline(story: Story) -> None:
    case = story.signed()
    due = story.column(case, "due_at")
    story.do(
        EscalateCase(case_id=case, reason="跨街道河道", district_number="区2026-7"), by="director"
    )
    assert story.column(case, "due_at") == due
    assert story.column(case, "district_number") == "区2026-7"


def test_the_grid_tells_the_community_and_must_belong_to_it(story: Story) -> None:
    grid = story.unit("33030300100401")
    case = story.registered(community_id=None, grid_id=grid)
    assert story.column(case, "community_id") == story.unit("330303001004")
    with pytest.raises(RuleError, match="place_unknown"):
        story.registered(community_id=story.unit("330303001009"), grid_id=grid)
    with pytest.raises(RuleError, match="place_unknown"):
        story.registered(community_id=None, grid_id=story.unit("SFS"))


def test_a_grid_registers_in_its_own_grid_only(story: Story) -> None:
    other = story.unit("33030300100901")
    with pytest.raises(RuleError, match="place_not_yours"):
        story.registered(by="grid", community_id=None, grid_id=other)


def test_an_urgency_told_wins_over_that_of_the_item(story: Story) -> None:
    assert story.column(story.registered(urgency=Urgency.URGENT), "urgency") == Urgency.URGENT


def test_a_missing_title_is_the_first_sentence(story: Story) -> None:
    case = story.registered(title="", content="路面塌陷。已围挡，请尽快处理。")
    assert story.column(case, "title") == "路面塌陷"


def test_accepting_may_put_the_item_right(story: Story) -> None:
    case = story.registered()
    story.do(AcceptCase(case_id=case, version=None, item_id=story.item("MS04")))
    assert story.column(case, "item_id") == story.item("MS04")
    assert story.column(case, "platform") == "zf"


def test_amending_the_item_changes_class_and_platform_but_no_deadline(story: Story) -> None:
    case = story.signed()
    due = story.column(case, "due_at")
    changes = {"item_id": story.item("ZX01"), "reporter_phone": "１３８０５７７０００２"}
    story.do(AmendCase(case_id=case, version=None, changes=changes))
    assert story.column(case, "class_name") == "其他中心工作"
    assert story.column(case, "reporter_phone") == "13805770002"
    assert story.column(case, "due_at") == due


def test_a_unit_of_another_street_is_not_known(story: Story) -> None:
    with pytest.raises(NotFound, match="unit_unknown"):
        story.do(RegisterCase(facts=story.facts(community_id=None, grid_id=12345)))


def test_calming_what_is_not_urged_and_stars_out_of_range_are_refused(story: Story) -> None:
    case = story.signed()
    with pytest.raises(RuleError, match="not_urged"):
        story.do(CalmCase(case_id=case), by="director")
    story.report(case)
    with pytest.raises(RuleError, match="stars_out_of_range"):
        story.do(VerifyCase(case_id=case, stars=6))
    story.verify(case)
    story.do(CallBackCase(case_id=case, satisfaction=Satisfaction.FAIR, stars=4))
    assert story.column(case, "stars") == 4


def test_a_deadline_in_the_past_is_refused(story: Story) -> None:
    from db.commands.flow import AssignCase

    case = story.registered()
    story.accept(case)
    with pytest.raises(RuleError, match="due_in_the_past"):
        story.do(AssignCase(case_id=case, lead_id=story.unit("SFS"), due_at=story.now))

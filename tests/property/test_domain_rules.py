"""Rules of domain.md §1.2-1.7 that a reading of the commands line by line found open."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from db.commands.exceptions import (
    EscalateCase,
    RefuseExtension,
    RequestExtension,
    ResumeCase,
    SuspendCase,
)
from db.commands.flow import ArchiveCase, CallBackCase, ReplyAssistance
from db.commands.intake import (
    AcceptCase,
    AmendCase,
    RefuseCase,
    RegisterCase,
    SaveDraft,
    SelfHandleCase,
    VoidCase,
)
from db.commands.marks import LinkDuplicate
from db.commands.settings import ChangeSetting
from db.errors import NotAllowed, NotFound, RuleError
from db.model.audit import audit
from db.model.case import case_unit
from db.rules.terms import CaseState, Level, Satisfaction, Urgency
from tests.property.case_model import close_after
from tests.story import Story


def test_a_grid_of_another_community_makes_a_transfer_and_its_own_does_not(story: Story) -> None:
    own, other = story.unit("33030300100401"), "33030300100901"
    stays, goes = (story.registered(grid_id=own) for _ in range(2))
    for case in (stays, goes):
        story.accept(case)
    story.assign(stays, "33030300100401")
    story.assign(goes, other)
    assert story.column(stays, "is_transferred") is False
    assert story.column(goes, "is_transferred") is True


def test_what_a_community_settles_itself_is_of_the_second_tier(story: Story) -> None:
    for who, changes, level in (
        ("community", {}, Level.COMMUNITY),
        ("grid", {"grid_id": story.unit("33030300100401")}, Level.GRID),
    ):
        case = story.self_handled(by=who, **changes)
        assert story.column(case, "level") == level


def test_a_grid_does_not_register_for_another_community(story: Story) -> None:
    far = story.facts(community_id=story.unit("330303001009"))
    with pytest.raises(RuleError, match="place_not_yours"):
        story.do(SelfHandleCase(facts=far, result="已办"), by="grid")
    with pytest.raises(RuleError, match="place_not_yours"):
        story.do(RegisterCase(facts=far), by="community")


def test_a_station_is_no_place(story: Story) -> None:
    with pytest.raises(RuleError, match="place_unknown"):
        story.registered(community_id=story.unit("SFS"))


def test_a_draft_keeps_item_and_urgency_and_is_registered_by_its_writer_or_the_room(
    story: Story,
) -> None:
    facts = story.facts(urgency=Urgency.URGENT)
    draft = story.do(SaveDraft(facts=facts), by="sfs")
    assert story.column(draft["case_id"], "item_id") == story.item("MD02")
    assert story.column(draft["case_id"], "urgency") == Urgency.URGENT
    register = {"facts": facts, "draft_id": draft["case_id"], "draft_version": draft["version"]}
    with pytest.raises(NotFound):
        story.do(RegisterCase(**register), by="pcs")
    story.do(RegisterCase(**register), by="operator")
    assert story.state_of(draft["case_id"]) is CaseState.WAITING_ACCEPTANCE


def test_accepting_with_the_same_item_keeps_the_urgency_told(story: Story) -> None:
    case = story.registered(urgency=Urgency.URGENT)
    story.do(AcceptCase(case_id=case, version=None, item_id=story.item("MD02")))
    assert story.column(case, "urgency") == Urgency.URGENT


def test_an_amended_grid_brings_its_community(story: Story) -> None:
    case = story.registered()
    grid = story.unit("33030300100901")
    story.do(AmendCase(case_id=case, version=None, changes={"grid_id": grid}))
    assert story.column(case, "community_id") == story.unit("330303001009")
    story.do(AmendCase(case_id=case, version=None, changes={"grid_id": None}))
    assert story.column(case, "community_id") == story.unit("330303001009")


def test_only_the_director_takes_a_case_from_where_it_was_forced(story: Story) -> None:
    case = story.assigned("SFS")
    story.give_back(case)
    story.assign(case, "PCS")
    story.give_back(case, by="pcs_head")
    due = story.column(case, "due_at")
    story.assign(case, "ZZD", by="director")
    with pytest.raises(RuleError, match="guard_first_returns"):
        story.assign(case, "SFS", by="shift_lead")
    story.assign(case, "SFS", by="director")
    assert story.column(case, "due_at") == due


def test_an_assistant_is_somebody_who_can_reply(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    with pytest.raises(RuleError, match="unit_cannot_handle"):
        story.assign(case, "SFS", assist=("LD",))
    story.assign(case, "SFS", inform=("LD",))


def test_a_suspension_before_assignment_stops_the_rooms_clock(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    due = story.column(case, "accept_due_at")
    review = story.now + timedelta(days=30)
    story.do(SuspendCase(case_id=case, reason="等鉴定", review_on=review), by="director")
    story.later(days=7)
    story.do(ResumeCase(case_id=case), by="director")
    assert story.column(case, "accept_due_at") >= due + timedelta(days=7)


def test_a_suspension_stops_the_clock_of_the_first_word(story: Story) -> None:
    case = story.signed()
    review = story.now + timedelta(days=30)
    story.do(SuspendCase(case_id=case, reason="等鉴定", review_on=review), by="director")
    story.later(days=7)
    story.do(ResumeCase(case_id=case), by="director")
    assert story.column(case, "feedback_due_at") == datetime(2026, 11, 25, 17, 30)


def test_nobody_of_the_street_owes_a_signature_for_what_the_district_has(story: Story) -> None:
    case = story.assigned()
    story.give_back(case)
    story.do(EscalateCase(case_id=case, reason="跨街道"), by="shift_lead")
    assert story.column(case, "sign_due_at") is None


def test_the_street_sets_how_long_all_extensions_may_be(story: Story) -> None:
    story.do(ChangeSetting(name="limits", value={"max_extension_days": 2}), by="director")
    case = story.signed()
    ask = RequestExtension(case_id=case, days=3, reason="取证", progress="在办")
    with pytest.raises(RuleError) as refused:
        story.do(ask, by="sfs")
    assert refused.value.facts["longest"] == 2


def test_who_may_not_grant_an_extension_may_not_refuse_it(story: Story) -> None:
    case = story.signed(item_id=story.item("MD12"))
    asked = story.do(
        RequestExtension(case_id=case, days=1, reason="未散", progress="劝返"), by="sfs"
    )
    refuse = RefuseExtension(case_id=case, request_id=asked["request_id"], answer="不准")
    with pytest.raises(NotAllowed, match="extension_by_leader"):
        story.do(refuse, by="shift_lead")
    story.do(refuse, by="leader")


def test_whoever_waits_for_a_call_is_called_before_the_archive(story: Story) -> None:
    case = story.signed(wants_call_back=True)
    story.report(case)
    story.verify(case)
    with pytest.raises(RuleError, match="field_missing"):
        story.do(ArchiveCase(case_id=case))
    story.call_back(case, Satisfaction.UNREACHED)
    story.do(ArchiveCase(case_id=case))
    assert story.state_of(case) is CaseState.ARCHIVED


def test_a_call_nobody_answers_does_not_take_back_what_was_said(story: Story) -> None:
    case = story.signed(wants_call_back=True)
    story.report(case)
    story.verify(case)
    story.call_back(case, Satisfaction.SATISFIED)
    story.do(CallBackCase(case_id=case, satisfaction=Satisfaction.UNREACHED))
    assert story.column(case, "satisfaction") == Satisfaction.SATISFIED


@pytest.mark.parametrize("kind", [VoidCase, RefuseCase])
def test_duplicates_of_a_withdrawn_main_case_are_closed_with_it(
    story: Story, kind: type[VoidCase] | type[RefuseCase]
) -> None:
    main, linked = story.registered(), story.registered()
    story.do(LinkDuplicate(case_id=linked, main_id=main))
    story.do(kind(case_id=main, version=None, reason="不属受理范围"), by="shift_lead")
    assert story.state_of(linked) is CaseState.CLOSED
    assert story.column(linked, "result") == "不属受理范围"


def test_duplicates_make_no_chain_and_hang_on_no_withdrawn_case(story: Story) -> None:
    first, second, third = (story.registered() for _ in range(3))
    story.do(LinkDuplicate(case_id=second, main_id=first))
    with pytest.raises(RuleError, match="main_is_no_main"):
        story.do(LinkDuplicate(case_id=first, main_id=third))
    story.do(VoidCase(case_id=third, version=None, reason="误登"), by="shift_lead")
    with pytest.raises(RuleError, match="main_is_no_main"):
        story.do(LinkDuplicate(case_id=first, main_id=third))


def test_a_former_reply_does_not_stand_for_the_new_assignment(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS",))
    story.do(ReplyAssistance(case_id=case, text="已到场"), by="pcs")
    story.assign(case, "ZZD", assist=("PCS",), by="shift_lead")
    story.sign(case, by="zzd")
    with pytest.raises(RuleError, match="guard_assistants_replied"):
        story.report(case, by="zzd")
    with story.database.reading() as connection:
        part = connection.execute(
            select(case_unit).where(
                case_unit.c.case_id == case, case_unit.c.unit_id == story.unit("PCS")
            )
        ).one()
        told = connection.execute(select(audit.c.diff).where(audit.c.command == "AssignCase"))
        diffs = [str(row.diff) for row in told]
    assert (part.replied_at, part.reply) == (None, "")
    assert all("case_unit" in diff and str(story.unit("PCS")) in diff for diff in diffs)


def test_the_slow_count_of_workdays_knows_weekends() -> None:
    friday = datetime(2026, 11, 20, 16, 0)
    assert close_after(friday, 1) == datetime(2026, 11, 23, 17, 30)
    assert close_after(friday, 5) == datetime(2026, 11, 27, 17, 30)

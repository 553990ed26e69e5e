"""The whole life of a case, told as stories (domain.md §1.3, §1.7)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, insert, select

from db.commands.exceptions import (
    EscalateCase,
    GrantExtension,
    RejectReturn,
    ReportFromDistrict,
    RequestExtension,
    ResumeCase,
    SuspendCase,
    TakeBackFromDistrict,
)
from db.commands.flow import (
    AcceptAssistance,
    ArchiveCase,
    AssignCase,
    CallBackCase,
    NoteProgress,
    ReadCase,
    ReopenCase,
    ReplyAssistance,
    ReportCase,
    ReportInstead,
    SignForCase,
)
from db.commands.intake import (
    AmendCase,
    ProposeRefusal,
    RefuseCase,
    RegisterCase,
    SaveDraft,
    SelfHandleCase,
    VoidCase,
)
from db.commands.marks import CalmCase, InstructCase, LinkDuplicate, UnlinkDuplicate, UrgeCase
from db.errors import Conflict, NotAllowed, NotFound, RuleError
from db.model.case import FIXED_COLUMNS, NEW_CASE, cases
from db.rules.terms import CaseState, ReturnReason, Satisfaction, Source, Urgency
from tests.story import MONDAY, Story


def test_a_transferred_case_goes_from_registration_to_the_archive(story: Story) -> None:
    case = story.registered(wants_call_back=True)
    assert story.state_of(case) is CaseState.WAITING_ACCEPTANCE
    story.accept(case)
    assert story.state_of(case) is CaseState.WAITING_ASSIGNMENT
    story.assign(case, "SFS")
    assert story.column(case, "due_at") == datetime(2026, 11, 19, 17, 30)
    story.sign(case)
    story.report(case)
    assert story.state_of(case) is CaseState.WAITING_VERIFICATION
    story.verify(case)
    assert story.state_of(case) is CaseState.WAITING_CALL_BACK
    story.call_back(case, Satisfaction.UNREACHED)
    assert story.state_of(case) is CaseState.WAITING_CALL_BACK
    story.call_back(case, Satisfaction.SATISFIED)
    assert story.state_of(case) is CaseState.CLOSED
    story.do(ArchiveCase(case_id=case))
    assert story.state_of(case) is CaseState.ARCHIVED
    assert story.column(case, "is_transferred") is True


def test_a_grid_settles_a_case_on_the_spot(story: Story) -> None:
    case = story.self_handled()
    assert story.state_of(case) is CaseState.CLOSED
    assert story.column(case, "self_handled") is True
    assert story.column(case, "is_transferred") is False


def test_a_spot_check_sends_a_self_handled_case_to_verification(story: Story) -> None:
    command = SelfHandleCase(facts=story.facts(), result="已当场处置", spot_check=True)
    case = story.do(command, by="grid")["case_id"]
    assert story.state_of(case) is CaseState.WAITING_VERIFICATION
    story.verify(case)
    assert story.state_of(case) is CaseState.CLOSED


def test_a_number_tells_street_source_day_and_serial(story: Story) -> None:
    first = story.do(RegisterCase(facts=story.facts()))
    second = story.do(RegisterCase(facts=story.facts()))
    assert first["number"] == "YZH202611160001"
    assert second["number"] == "YZH202611160002"


def test_a_new_case_is_known_as_the_database_makes_it(story: Story) -> None:
    case = story.registered()
    with story.database.reading() as connection:
        given = dict(connection.execute(select(cases).where(cases.c.id == case)).mappings().one())
    bare = {name: given[name] for name in FIXED_COLUMNS}
    engine = create_engine("sqlite+pysqlite://", module=driver)
    with engine.begin() as connection:
        cases.create(connection)
        connection.execute(insert(cases).values(**bare))
        made = dict(connection.execute(select(cases)).mappings().one())
    engine.dispose()
    assert made == {**NEW_CASE, **bare}


def test_a_draft_becomes_a_registered_case_with_the_same_number(story: Story) -> None:
    draft = story.do(SaveDraft(facts=story.facts(content="刚接到电话", item_id=None)))
    assert story.state_of(draft["case_id"]) is CaseState.DRAFT
    done = story.do(
        RegisterCase(facts=story.facts(), draft_id=draft["case_id"], draft_version=draft["version"])
    )
    assert done["number"] == draft["number"]
    assert story.state_of(done["case_id"]) is CaseState.WAITING_ACCEPTANCE


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"content": ""}, "field_missing"),
        ({"item_id": None, "item_text": ""}, "field_missing"),
        ({"community_id": None}, "field_missing"),
        ({"item_id": None, "item_text": "飞碟降落"}, "not_on_list"),
        ({"happened_at": MONDAY + timedelta(days=2)}, "time_ahead"),
    ],
)
def test_an_incomplete_registration_is_refused(
    story: Story, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(RuleError) as refused:
        story.registered(**changes)
    assert refused.value.code == code


def test_a_refusal_off_the_list_names_the_nearest_items(story: Story) -> None:
    with pytest.raises(RuleError) as refused:
        story.registered(item_id=None, item_text="邻里打架纠纷")
    assert any("邻里纠纷" in name for name in refused.value.facts["nearest"])


def test_an_item_is_found_by_code_and_by_name_in_any_width(story: Story) -> None:
    for text in ("MD02", "ｍｄ０２", " 邻里纠纷 "):
        case = story.registered(item_id=None, item_text=text)
        assert story.column(case, "item_id") == story.item("MD02")


def test_the_room_refuses_a_case_with_a_reason(story: Story) -> None:
    case = story.registered()
    story.do(ProposeRefusal(case_id=case, version=None, reason="不属受理范围"))
    with pytest.raises(NotAllowed):
        story.do(RefuseCase(case_id=case, version=None, reason="不属受理范围"))
    with pytest.raises(RuleError, match="field_missing"):
        story.do(RefuseCase(case_id=case, version=None, reason=" "), by="shift_lead")
    story.do(RefuseCase(case_id=case, version=None, reason="不属受理范围"), by="shift_lead")
    assert story.state_of(case) is CaseState.VOID


def test_a_void_case_keeps_its_number(story: Story) -> None:
    first = story.do(RegisterCase(facts=story.facts()))
    story.do(VoidCase(case_id=first["case_id"], version=None, reason="测试"), by="shift_lead")
    assert story.do(RegisterCase(facts=story.facts()))["number"] == "YZH202611160002"


def test_only_the_holder_signs(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS",))
    with pytest.raises(RuleError, match="guard_holder"):
        story.sign(case, by="pcs")
    with pytest.raises(NotFound, match="case_unknown"):
        story.sign(case, by="zzd")
    story.sign(case, by="sfs")
    assert story.state_of(case) is CaseState.IN_PROGRESS


def test_a_returned_case_waits_for_a_new_unit(story: Story) -> None:
    case = story.assigned("SFS")
    story.give_back(case)
    assert story.state_of(case) is CaseState.RETURNED
    assert story.column(case, "wrong_unit_returns") == 1
    story.assign(case, "PCS")
    assert story.state_of(case) is CaseState.WAITING_SIGNATURE
    assert story.column(case, "holder_id") == story.unit("PCS")


def test_after_the_second_return_only_the_director_assigns_and_nobody_returns(
    story: Story,
) -> None:
    case = story.assigned("SFS")
    story.give_back(case)
    story.assign(case, "PCS")
    story.give_back(case, by="pcs_head")
    with pytest.raises(NotAllowed):
        story.assign(case, "ZZD", by="shift_lead")
    story.assign(case, "ZZD", by="director")
    with pytest.raises(RuleError, match="guard_not_forced"):
        story.give_back(case, by="zzd_head")
    story.sign(case, by="zzd")


def test_a_return_comes_within_the_limit_for_signing(story: Story) -> None:
    case = story.assigned("SFS")
    story.later(days=3)
    with pytest.raises(RuleError, match="return_too_late"):
        story.give_back(case)


def test_the_room_may_reject_a_return(story: Story) -> None:
    case = story.assigned("SFS")
    story.give_back(case, reason=ReturnReason.NOT_OUR_AREA)
    story.do(RejectReturn(case_id=case, reason="属本辖区"), by="shift_lead")
    assert story.column(case, "holder_id") == story.unit("SFS")


def test_the_deadline_keeps_running_through_a_return(story: Story) -> None:
    case = story.assigned("SFS")
    due = story.column(case, "due_at")
    story.later(hours=3)
    story.give_back(case)
    story.assign(case, "PCS")
    assert story.column(case, "due_at") == due
    assert story.column(case, "signed_at") is None


def test_the_lead_reports_only_after_the_assistants_replied(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS",), inform=("ZZD",))
    story.sign(case)
    with pytest.raises(RuleError, match="guard_assistants_replied"):
        story.report(case)
    story.do(AcceptAssistance(case_id=case), by="pcs")
    story.do(ReplyAssistance(case_id=case, text="已出警处置"), by="pcs")
    story.do(ReadCase(case_id=case), by="zzd")
    with pytest.raises(RuleError, match="guard_assistant"):
        story.do(ReplyAssistance(case_id=case, text="不相干"), by="zzd")
    story.report(case)
    assert story.state_of(case) is CaseState.WAITING_VERIFICATION


def test_the_director_reports_over_a_silent_assistant_with_a_reason(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS",))
    story.sign(case)
    with pytest.raises(RuleError, match="field_missing"):
        story.do(ReportInstead(case_id=case, result="已办", reason=""), by="director")
    story.do(ReportInstead(case_id=case, result="已办", reason="协办单位未回"), by="director")
    assert story.state_of(case) is CaseState.WAITING_VERIFICATION


def test_rework_goes_back_to_the_lead_and_is_counted(story: Story) -> None:
    case = story.signed()
    story.report(case)
    story.send_back(case)
    assert story.state_of(case) is CaseState.IN_PROGRESS
    assert story.column(case, "rework_count") == 1
    assert story.column(case, "holder_id") == story.unit("SFS")
    story.report(case)
    story.verify(case)
    assert story.column(case, "verified_first_time") is False


def test_an_extension_moves_the_deadline_by_working_days(story: Story) -> None:
    case = story.signed()
    before = story.column(case, "due_at")
    story.extend(case, 2)
    assert before == datetime(2026, 11, 19, 17, 30)
    assert story.column(case, "due_at") == datetime(2026, 11, 23, 17, 30)
    assert story.column(case, "original_due_at") == before


def test_a_second_extension_is_the_directors_and_a_third_is_refused(story: Story) -> None:
    case = story.signed()
    story.extend(case, 1)
    asked = story.do(
        RequestExtension(case_id=case, days=1, reason="取证", progress="在办"), by="sfs"
    )
    grant = GrantExtension(case_id=case, request_id=asked["request_id"])
    with pytest.raises(NotAllowed, match="extension_by_director"):
        story.do(grant, by="shift_lead")
    story.do(grant, by="director")
    with pytest.raises(RuleError, match="guard_extensions_left"):
        story.do(RequestExtension(case_id=case, days=1, reason="再取证", progress="在办"), by="sfs")


def test_an_extension_is_asked_before_expiry_and_not_longer_than_the_first_limit(
    story: Story,
) -> None:
    case = story.signed()
    with pytest.raises(RuleError, match="extension_too_long"):
        story.do(RequestExtension(case_id=case, days=4, reason="取证", progress="在办"), by="sfs")
    story.later(days=5)
    with pytest.raises(RuleError, match="extension_too_late"):
        story.do(RequestExtension(case_id=case, days=1, reason="取证", progress="在办"), by="sfs")


def test_suspension_stops_the_clock(story: Story) -> None:
    case = story.signed()
    review = story.now + timedelta(days=30)
    story.do(SuspendCase(case_id=case, reason="等待鉴定", review_on=review), by="director")
    assert story.state_of(case) is CaseState.SUSPENDED
    story.later(days=7)
    story.do(ResumeCase(case_id=case), by="director")
    assert story.state_of(case) is CaseState.IN_PROGRESS
    assert story.column(case, "due_at") == datetime(2026, 11, 26, 17, 30)


def test_a_case_is_raised_to_the_district_and_comes_back(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.do(EscalateCase(case_id=case, reason="跨街道"), by="shift_lead")
    assert story.state_of(case) is CaseState.ESCALATED
    assert story.column(case, "is_transferred") is True
    story.do(TakeBackFromDistrict(case_id=case), by="operator")
    story.assign(case, "SFS")
    story.sign(case)
    story.do(EscalateCase(case_id=case, reason="跨街道"), by="director")
    story.do(ReportFromDistrict(case_id=case, result="区级已协调解决"), by="district")
    assert story.state_of(case) is CaseState.WAITING_VERIFICATION


def test_a_dissatisfied_reporter_can_reopen_a_case(story: Story) -> None:
    case = story.signed(wants_call_back=True)
    story.report(case)
    story.verify(case)
    story.call_back(case, Satisfaction.DISSATISFIED)
    story.do(ReopenCase(case_id=case, reason="群众不满意"), by="shift_lead")
    assert story.state_of(case) is CaseState.IN_PROGRESS
    assert story.column(case, "closed_at") is None


def test_marks_and_instructions_leave_the_state_alone(story: Story) -> None:
    case = story.signed()
    story.do(UrgeCase(case_id=case, reason="舆情"), by="shift_lead")
    with pytest.raises(RuleError, match="already_urged"):
        story.do(UrgeCase(case_id=case), by="director")
    story.do(CalmCase(case_id=case), by="director")
    story.do(InstructCase(case_id=case, text="请抓紧办理"), by="leader")
    assert story.column(case, "is_urged") is True
    assert story.column(case, "instruction") == "请抓紧办理"
    assert story.state_of(case) is CaseState.IN_PROGRESS


def test_duplicates_are_linked_closed_with_the_main_case_and_unlinked_again(story: Story) -> None:
    main, linked, parted = story.signed(), story.registered(), story.registered()
    for case in (linked, parted):
        story.do(LinkDuplicate(case_id=case, main_id=main))
    with pytest.raises(RuleError, match="main_is_no_main"):
        story.do(LinkDuplicate(case_id=main, main_id=linked))
    story.do(UnlinkDuplicate(case_id=parted, reason="不同楼栋"))
    story.report(main)
    story.verify(main)
    assert story.state_of(linked) is CaseState.CLOSED
    assert story.state_of(parted) is CaseState.WAITING_ACCEPTANCE


def test_two_desks_change_one_case_and_one_is_told_what_changed(story: Story) -> None:
    case = story.signed()
    version = story.column(case, "version")
    story.do(NoteProgress(case_id=case, version=version, text="已联系当事人"), by="sfs")
    with pytest.raises(Conflict) as beaten:
        story.do(ReportCase(case_id=case, version=version, result="已办"), by="sfs_head")
    assert beaten.value.facts["since"][0]["who"] == "司法员甲"
    assert beaten.value.facts["since"][0]["kind"] == "note"


def test_a_repeated_command_changes_nothing_and_answers_the_same(story: Story) -> None:
    command = RegisterCase(facts=story.facts())
    first, again = story.do(command), story.do(command)
    assert first == again
    assert story.do(RegisterCase(facts=story.facts()))["number"].endswith("0002")


def test_a_command_id_of_somebody_else_is_refused(story: Story) -> None:
    command = RegisterCase(facts=story.facts())
    story.do(command)
    with pytest.raises(RuleError, match="command_id_taken"):
        story.do(command, by="operator2")


def test_facts_are_amended_by_name_and_nothing_else(story: Story) -> None:
    case = story.registered()
    story.do(AmendCase(case_id=case, version=None, changes={"address": "中心街30号"}))
    assert story.column(case, "address") == "中心街30号"
    with pytest.raises(RuleError, match="field_unknown"):
        story.do(AmendCase(case_id=case, version=None, changes={"due_at": None}))


def test_an_unknown_case_is_not_found(story: Story) -> None:
    with pytest.raises(NotFound):
        story.do(SignForCase(case_id=12345), by="sfs")


def test_the_district_and_the_room_are_no_units_to_assign_to(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    for code, error in (("QZX", "district_by_escalation"), ("ZHS", "unit_cannot_handle")):
        with pytest.raises(RuleError, match=error):
            story.assign(case, code)
    with pytest.raises(RuleError, match="lead_assists"):
        story.do(
            AssignCase(case_id=case, lead_id=story.unit("SFS"), assist_ids=(story.unit("SFS"),))
        )


def test_urgent_cases_run_by_the_natural_clock(story: Story) -> None:
    at = datetime(2026, 11, 21, 23, 0)
    case = story.assigned("ZZD", at=at, item_id=story.item("ZA17"), source=Source.POLICE_110)
    assert story.column(case, "urgency") == Urgency.URGENT
    assert story.column(case, "due_at") == datetime(2026, 11, 22, 23, 0)
    assert story.column(case, "sign_due_at") == datetime(2026, 11, 21, 23, 30)


def test_a_call_back_is_refused_before_closing(story: Story) -> None:
    case = story.signed()
    with pytest.raises(RuleError, match="step_illegal"):
        story.do(CallBackCase(case_id=case, satisfaction=Satisfaction.SATISFIED))

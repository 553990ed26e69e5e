"""The weekly review meeting, told as stories (domain.md §4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from db.commands.attachments import AttachFile
from db.commands.decisions import DecideCase
from db.commands.exceptions import EscalateCase, SuspendCase
from db.commands.flow import AssignCase, NoteProgress, ReopenCase
from db.commands.meetings import (
    AddAgendaCase,
    ChangeMeeting,
    CloseMeeting,
    DeferAgendaCase,
    NoteDiscussion,
    PlanMeeting,
    RecordAttendance,
    RemoveAgendaCase,
    RenewAgenda,
    StartMeeting,
)
from db.errors import Conflict, NotAllowed, NotFound, RuleError
from db.queries.door import ask
from db.queries.meetings import (
    AgendaRow,
    MeetingDetail,
    attendants,
    meeting_detail,
    meetings,
    minutes_facts,
    projection,
)
from db.rules.agenda import (
    AgendaReason,
    AgendaState,
    AttendanceStatus,
    DecisionKind,
    MeetingKind,
    MeetingState,
    Section,
)
from db.rules.masking import mask_address
from db.rules.terms import CaseState, Light, Urgency
from tests.story import MONDAY, Story

NEXT_MONDAY = datetime(2026, 11, 23, 9)
FRIDAY = datetime(2026, 11, 27, 17, 30)


def plan(
    story: Story, week: int = 47, at: datetime | None = NEXT_MONDAY, **facts: Any
) -> dict[str, Any]:
    """Plan a meeting on a week and return the answer."""
    given: dict[str, Any] = {
        "year": 2026,
        "week": week,
        "starts_at": (at or story.now) + timedelta(minutes=30),
        "place": "二楼指挥室",
        "chair_name": "主任甲",
        "recorder_name": "值班员甲",
    }
    by = facts.pop("by", "operator")
    return story.do(PlanMeeting(**{**given, **facts}), by=by, at=at)


def opened(story: Story, week: int = 47, at: datetime | None = NEXT_MONDAY, **facts: Any) -> int:
    """Plan and open a meeting and return its id."""
    meeting_id = int(plan(story, week, at, **facts)["meeting_id"])
    story.do(StartMeeting(meeting_id=meeting_id))
    return meeting_id


def detail(story: Story, meeting_id: int, by: str = "operator") -> MeetingDetail:
    """Return a meeting as the console shows it."""
    found = story.ask(meeting_detail, meeting_id, by=by)
    assert isinstance(found, MeetingDetail)
    return found


def case_ids(story: Story, meeting_id: int, section: Section) -> list[int]:
    """Return the cases of a section in their order."""
    rows = detail(story, meeting_id).of(section)
    return [row.case.case_id for row in rows if row.case]


def row_of(story: Story, meeting_id: int, case_id: int) -> AgendaRow:
    """Return the row of a case."""
    rows = detail(story, meeting_id).agenda
    return next(row for row in rows if row.case and row.case.case_id == case_id)


def overdue_case(story: Story, days: int = 0, **facts: Any) -> int:
    """Make a case that is overdue on the next Monday; more days make it younger."""
    return story.signed("SFS", at=MONDAY + timedelta(days=days), **facts)


def returned_twice(story: Story) -> int:
    """Make a case that two units gave back, with a deadline far away."""
    case = story.registered()
    story.accept(case)
    due = datetime(2026, 12, 31, 17, 30)
    story.do(AssignCase(case_id=case, lead_id=story.unit("SFS"), due_at=due))
    story.give_back(case, by="sfs_head")
    story.assign(case, "PCS")
    story.give_back(case, by="pcs_head")
    return case


def far(story: Story, **facts: Any) -> int:
    """Make a case that is not due for weeks."""
    case = story.registered(**facts)
    story.accept(case)
    due = datetime(2026, 12, 31, 17, 30)
    story.do(AssignCase(case_id=case, lead_id=story.unit("SFS"), due_at=due))
    story.sign(case)
    return case


def test_the_agenda_holds_exactly_the_overdue_and_the_difficult_cases(story: Story) -> None:
    older, younger = overdue_case(story), overdue_case(story, days=1)
    settled = overdue_case(story)
    story.report(settled)
    story.verify(settled)
    waits = overdue_case(story)
    story.report(waits)
    returned = returned_twice(story)
    reworked = far(story)
    story.report(reworked)
    story.send_back(reworked)
    major = far(story, urgency=Urgency.MAJOR)
    escalated = far(story)
    story.do(EscalateCase(case_id=escalated, reason="超出街道权限"), by="shift_lead")
    suspended = far(story)
    command = SuspendCase(case_id=suspended, reason="待法院判决", review_on=FRIDAY)
    story.do(command, by="director")
    usual = far(story)
    answer = plan(story)
    meeting_id = answer["meeting_id"]
    assert case_ids(story, meeting_id, Section.OVERDUE) == [older, younger]
    difficult = {returned, reworked, major, escalated, suspended}
    assert set(case_ids(story, meeting_id, Section.DIFFICULT)) == difficult
    listed = case_ids(story, meeting_id, Section.DIFFICULT)
    assert len(listed) == len(difficult) and usual not in listed
    assert answer["agenda"] == {"last_decisions": 0, "overdue": 2, "difficult": 5, "left_out": 0}
    assert row_of(story, meeting_id, returned).reasons == (AgendaReason.RETURNED,)
    assert row_of(story, meeting_id, older).reasons == (AgendaReason.OVERDUE,)


def test_the_agenda_has_its_ten_sections_and_a_place_for_each_topic(story: Story) -> None:
    case = overdue_case(story)
    meeting_id = plan(story)["meeting_id"]
    agenda = detail(story, meeting_id).agenda
    order = list(Section)
    assert [order.index(row.section) for row in agenda] == sorted(
        order.index(row.section) for row in agenda
    )
    topics = [row.section for row in agenda if row.case is None]
    assert topics == [
        s for s in Section if s.value not in ("last_decisions", "overdue", "difficult")
    ]
    assert row_of(story, meeting_id, case).section is Section.OVERDUE


def test_long_lists_are_cut_and_the_answer_tells_it(story: Story) -> None:
    first = overdue_case(story)
    overdue_case(story, days=1)
    answer = plan(story, overdue_most=1)
    assert case_ids(story, answer["meeting_id"], Section.OVERDUE) == [first]
    assert answer["agenda"]["left_out"] == 1
    renewed = story.do(RenewAgenda(meeting_id=answer["meeting_id"], version=1))
    assert renewed["agenda"]["overdue"] == 2
    assert len(case_ids(story, answer["meeting_id"], Section.OVERDUE)) == 2


def test_a_weekly_meeting_is_held_once_a_week_and_a_special_one_as_needed(story: Story) -> None:
    first = plan(story)["meeting_id"]
    with pytest.raises(RuleError) as refused:
        plan(story)
    assert refused.value.code == "meeting_exists"
    assert refused.value.facts["id"] == first
    plan(story, kind=MeetingKind.JOINT)
    with pytest.raises(RuleError):
        plan(story, kind=MeetingKind.JOINT)
    special = {plan(story, kind=MeetingKind.SPECIAL)["meeting_id"] for _ in range(2)}
    assert len(special) == 2
    assert len(story.ask(meetings, kind=MeetingKind.SPECIAL)) == 2
    assert [row.id for row in story.ask(meetings, kind=MeetingKind.WEEKLY, year=2026)] == [first]


def test_a_week_that_the_year_does_not_have_is_refused(story: Story) -> None:
    with pytest.raises(RuleError) as refused:
        plan(story, week=54)
    assert refused.value.code == "week_unknown"
    assert plan(story, week=53)["meeting_id"]


@pytest.mark.parametrize("login", ["pcs", "sfs_head", "grid", "clerk", "district", "auditor"])
def test_only_the_room_and_the_leaders_hold_meetings(story: Story, login: str) -> None:
    with pytest.raises(NotAllowed):
        plan(story, by=login)
    meeting_id = plan(story)["meeting_id"]
    for command in (StartMeeting(meeting_id=meeting_id), CloseMeeting(meeting_id=meeting_id)):
        with pytest.raises(NotAllowed):
            story.do(command, by=login)
    assert detail(story, meeting_id).row.state is MeetingState.PLANNED


@pytest.mark.parametrize("login", ["operator2", "shift_lead", "director", "leader"])
def test_the_room_s_own_people_may_plan(story: Story, login: str) -> None:
    assert plan(story, by=login)["version"] == 1


def test_who_administers_sees_no_meeting_and_a_unit_sees_its_own_cases_only(story: Story) -> None:
    ours, theirs = overdue_case(story), story.signed("PCS", at=MONDAY)
    meeting_id = plan(story)["meeting_id"]
    with pytest.raises(NotAllowed):
        story.ask(meetings, by="auditor")
    with pytest.raises(NotAllowed):
        story.ask(meeting_detail, meeting_id, by="auditor")
    seen = [row.case.case_id for row in detail(story, meeting_id, "sfs").agenda if row.case]
    assert seen == [ours] and theirs not in seen
    with pytest.raises(NotFound):
        story.ask(meeting_detail, 1)


def test_a_meeting_s_data_stand_still_when_it_opens(story: Story) -> None:
    case, gone = overdue_case(story), overdue_case(story)
    meeting_id = plan(story)["meeting_id"]
    story.do(NoteProgress(case_id=case, text="已约谈"), by="sfs")
    story.report(gone)
    story.verify(gone)
    answer = story.do(StartMeeting(meeting_id=meeting_id, version=1, figures={"registered": 9}))
    assert answer == {"meeting_id": meeting_id, "version": 2, "state": "open"}
    assert case_ids(story, meeting_id, Section.OVERDUE) == [case]
    story.later(minutes=5)
    story.report(case)
    shown = detail(story, meeting_id)
    assert shown.row.frozen_at == shown.row.opened_at == NEXT_MONDAY
    assert shown.figures == {"registered": 9}
    facts = row_of(story, meeting_id, case).case
    assert facts is not None
    assert facts.state is CaseState.IN_PROGRESS
    assert facts.state_now is CaseState.WAITING_VERIFICATION
    assert facts.version == story.column(case, "version")
    assert (facts.last_step_text, facts.light, facts.was_late) == ("已约谈", Light.RED, True)
    assert facts.due_at == datetime(2026, 11, 19, 17, 30)
    assert facts.overdue_workdays == 2


def test_the_console_is_told_what_it_shows_of_a_case(story: Story) -> None:
    case = story.registered(grid_id=story.unit("33030300100401"))
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS", "ZZD"))
    story.sign(case)
    data = b"\x89PNG\r\n\x1a\n" + bytes(16)
    story.do(AttachFile(case_id=case, name="现场.png", data=data))
    meeting_id = plan(story)["meeting_id"]
    facts = row_of(story, meeting_id, case).case
    assert facts is not None
    assert (facts.title, facts.lead_id) == ("邻居夜间装修噪声", story.unit("SFS"))
    assert len(facts.assist_names) == 2 and facts.lead_name not in facts.assist_names
    assert (facts.attachment_count, facts.reminder_count) == (1, 0)
    assert (facts.return_count, facts.rework_count, facts.extension_count) == (0, 0, 0)
    assert facts.item_name and facts.community_name and facts.grid_name
    assert (facts.reporter_name, facts.reporter_phone) == ("林大明", "13805770001")
    assert facts.promise is None


def test_on_the_wall_everything_private_is_masked_whoever_looks(story: Story) -> None:
    case = overdue_case(story, title="反映人13805770001再次来电")
    meeting_id = opened(story)
    row = row_of(story, meeting_id, case)
    story.do(NoteDiscussion(agenda_case_id=row.id, text="请联系13805770001"))
    on_wall = story.ask(projection, meeting_id, by="operator")
    facts = next(r.case for r in on_wall.agenda if r.case)
    assert facts.reporter_name == "林**"
    assert facts.reporter_phone == "138****0001"
    assert facts.address == mask_address("永上社区中心街29号") != "永上社区中心街29号"
    assert "13805770001" not in repr(on_wall)
    assert "13805770001" not in repr(story.ask(minutes_facts, meeting_id))
    leader_s = story.ask(meeting_detail, meeting_id, by="leader")
    assert next(r.case for r in leader_s.agenda if r.case).reporter_phone == "138****0001"


def test_attendance_is_recorded_and_put_right(story: Story) -> None:
    meeting_id = opened(story)
    for code, name, status in (
        ("PCS", "所长甲", AttendanceStatus.PRESENT),
        ("SFS", "司法所长甲", AttendanceStatus.LEAVE),
        ("ZZD", "中队长甲", AttendanceStatus.ABSENT),
        ("QZX", "区值班员", AttendanceStatus.OBSERVER),
    ):
        story.do(
            RecordAttendance(
                meeting_id=meeting_id, unit_id=story.unit(code), name=name, status=status
            )
        )
    unit_id = story.unit("ZZD")
    put_right = RecordAttendance(
        meeting_id=meeting_id, unit_id=unit_id, name="中队长甲", post="中队长", reason="迟到"
    )
    story.do(put_right)
    rows = story.ask(attendants, meeting_id)
    assert [row.status.value for row in rows] == ["present", "leave", "present", "observer"]
    assert (rows[2].post, rows[2].reason) == ("中队长", "迟到")
    facts = story.ask(minutes_facts, meeting_id)
    assert [row.name for row in facts.present] == ["所长甲", "中队长甲"]
    assert [row.name for row in facts.on_leave] == ["司法所长甲"]
    assert [row.name for row in facts.observers] == ["区值班员"]
    assert facts.absent == ()
    with pytest.raises(RuleError):
        story.do(RecordAttendance(meeting_id=meeting_id, unit_id=unit_id, name=" "))


def test_a_case_is_asked_for_by_hand_and_taken_off_before_it_was_discussed(story: Story) -> None:
    usual, late = far(story), overdue_case(story)
    meeting_id = plan(story)["meeting_id"]
    added = story.do(AddAgendaCase(meeting_id=meeting_id, case_id=usual))
    assert case_ids(story, meeting_id, Section.DIFFICULT) == [usual]
    assert row_of(story, meeting_id, usual).reasons == (AgendaReason.ASKED,)
    with pytest.raises(RuleError) as refused:
        story.do(AddAgendaCase(meeting_id=meeting_id, case_id=usual))
    assert refused.value.code == "case_on_agenda"
    story.do(RemoveAgendaCase(agenda_case_id=row_of(story, meeting_id, late).id))
    story.do(RenewAgenda(meeting_id=meeting_id))
    assert case_ids(story, meeting_id, Section.OVERDUE) == []
    assert case_ids(story, meeting_id, Section.DIFFICULT) == [usual]
    story.do(AddAgendaCase(meeting_id=meeting_id, case_id=late, section=Section.OVERDUE))
    assert case_ids(story, meeting_id, Section.OVERDUE) == [late]
    story.do(StartMeeting(meeting_id=meeting_id))
    story.do(NoteDiscussion(agenda_case_id=added["agenda_case_id"], text="【司法所】下周约谈"))
    with pytest.raises(RuleError) as refused:
        story.do(RemoveAgendaCase(agenda_case_id=added["agenda_case_id"]))
    assert refused.value.code == "agenda_case_discussed"


def test_what_cannot_be_put_on_the_agenda(story: Story) -> None:
    closed, usual = story.self_handled(), far(story)
    meeting_id = plan(story)["meeting_id"]
    with pytest.raises(RuleError) as refused:
        story.do(AddAgendaCase(meeting_id=meeting_id, case_id=closed))
    assert refused.value.code == "case_not_open"
    with pytest.raises(RuleError) as refused:
        story.do(AddAgendaCase(meeting_id=meeting_id, case_id=usual, section=Section.SPEECH))
    assert refused.value.code == "section_without_cases"
    with pytest.raises(NotFound):
        story.do(AddAgendaCase(meeting_id=meeting_id, case_id=1))
    topic = detail(story, meeting_id).of(Section.OVERVIEW)[0]
    with pytest.raises(RuleError) as refused:
        story.do(RemoveAgendaCase(agenda_case_id=topic.id))
    assert refused.value.code == "agenda_row_stays"


def test_what_is_settled_before_the_meeting_leaves_the_agenda_and_comes_back_with_the_case(
    story: Story,
) -> None:
    case = overdue_case(story)
    meeting_id = plan(story)["meeting_id"]
    story.report(case)
    story.verify(case)
    story.do(RenewAgenda(meeting_id=meeting_id))
    assert case_ids(story, meeting_id, Section.OVERDUE) == []
    with pytest.raises(RuleError) as refused:
        plan(story, kind=MeetingKind.SPECIAL, asked_case_ids=(case,))
    assert refused.value.code == "case_not_open"
    assert story.ask(meetings, kind=MeetingKind.SPECIAL) == ()
    story.do(ReopenCase(case_id=case, reason="噪声又起"), by="shift_lead")
    story.do(RenewAgenda(meeting_id=meeting_id))
    assert case_ids(story, meeting_id, Section.OVERDUE) == [case]
    reasons = row_of(story, meeting_id, case).reasons
    assert reasons == (AgendaReason.OVERDUE, AgendaReason.REWORKED)


def test_two_recorders_do_not_write_over_each_other(story: Story) -> None:
    case = overdue_case(story)
    meeting_id = opened(story)
    row = row_of(story, meeting_id, case)
    story.do(NoteDiscussion(agenda_case_id=row.id, text="第一段", previous=""))
    with pytest.raises(Conflict) as late:
        story.do(NoteDiscussion(agenda_case_id=row.id, text="另一段", previous=""), by="operator2")
    assert late.value.facts["actual"] == "第一段"
    story.do(NoteDiscussion(agenda_case_id=row.id, text="第一段\n另一段", previous="第一段"))
    noted = row_of(story, meeting_id, case)
    assert (noted.discussion, noted.state) == ("第一段\n另一段", AgendaState.DISCUSSED)
    story.do(NoteDiscussion(agenda_case_id=row.id, text=""))
    assert row_of(story, meeting_id, case).state is AgendaState.WAITING


def test_a_deferred_case_opens_the_next_agenda(story: Story) -> None:
    first, second = overdue_case(story), overdue_case(story, days=1)
    asked = far(story)
    meeting_id = opened(story, asked_case_ids=(asked,))
    row = row_of(story, meeting_id, second)
    story.do(DeferAgendaCase(agenda_case_id=row.id))
    assert row_of(story, meeting_id, second).state is AgendaState.DEFERRED
    story.do(CloseMeeting(meeting_id=meeting_id))
    following = plan(story, 48, datetime(2026, 11, 30, 9))["meeting_id"]
    assert case_ids(story, following, Section.OVERDUE) == [second, first]
    reasons = row_of(story, following, second).reasons
    assert reasons == (AgendaReason.DEFERRED, AgendaReason.OVERDUE)
    # Asked for and not reached: it is called again.
    assert case_ids(story, following, Section.DIFFICULT) == [asked]
    assert row_of(story, meeting_id, second).state is AgendaState.DEFERRED


def test_what_was_decided_is_not_deferred(story: Story) -> None:
    case = overdue_case(story)
    meeting_id = opened(story)
    row = row_of(story, meeting_id, case)
    command = DecideCase(
        meeting_id=meeting_id,
        agenda_case_id=row.id,
        text="月底前完成调解",
        lead_id=story.unit("SFS"),
        responsible="司法所长甲",
        due_at=FRIDAY,
    )
    story.do(command)
    with pytest.raises(RuleError) as refused:
        story.do(DeferAgendaCase(agenda_case_id=row.id))
    assert refused.value.code == "agenda_case_decided"


def test_nothing_is_discussed_before_the_meeting_opens(story: Story) -> None:
    case = overdue_case(story)
    meeting_id = plan(story)["meeting_id"]
    row = row_of(story, meeting_id, case)
    with pytest.raises(RuleError) as refused:
        story.do(NoteDiscussion(agenda_case_id=row.id, text="先说几句"))
    assert refused.value.code == "meeting_not_open"
    with pytest.raises(RuleError) as refused:
        story.do(CloseMeeting(meeting_id=meeting_id))
    assert refused.value.code == "meeting_not_open"
    story.do(RemoveAgendaCase(agenda_case_id=row.id))
    story.do(StartMeeting(meeting_id=meeting_id))
    with pytest.raises(RuleError) as refused:
        story.do(StartMeeting(meeting_id=meeting_id))
    assert refused.value.code == "meeting_already_open"
    with pytest.raises(RuleError) as refused:
        story.do(NoteDiscussion(agenda_case_id=row.id, text="已移除"))
    assert refused.value.code == "agenda_case_removed"


def test_a_planned_meeting_is_put_right_and_the_slower_hand_is_told(story: Story) -> None:
    meeting_id = plan(story)["meeting_id"]
    later = datetime(2026, 11, 23, 14)
    facts = {"starts_at": later, "place": "三楼会议室", "chair_name": "领导甲", "title": "周例会"}
    story.do(ChangeMeeting(meeting_id=meeting_id, version=1, **facts))
    row = detail(story, meeting_id).row
    assert (row.starts_at, row.place, row.chair_name) == (later, "三楼会议室", "领导甲")
    assert (row.recorder_name, row.title, row.version) == ("值班员甲", "周例会", 2)
    with pytest.raises(Conflict) as late:
        story.do(StartMeeting(meeting_id=meeting_id, version=1), by="operator2")
    assert (late.value.facts["expected"], late.value.facts["actual"]) == (1, 2)
    with pytest.raises(RuleError):
        story.do(ChangeMeeting(meeting_id=meeting_id, chair_name=" "))


def test_a_closed_meeting_never_changes(story: Story) -> None:
    case, usual = overdue_case(story), far(story)
    meeting_id = opened(story)
    row = row_of(story, meeting_id, case)
    story.do(CloseMeeting(meeting_id=meeting_id, opinion="抓紧", next_focus="防台", speech="严"))
    before = detail(story, meeting_id)
    assert (before.opinion, before.next_focus, before.speech) == ("抓紧", "防台", "严")
    unit_id = story.unit("SFS")
    decide = DecideCase(
        meeting_id=meeting_id, text="补一条", lead_id=unit_id, responsible="甲", due_at=FRIDAY
    )
    for command in (
        StartMeeting(meeting_id=meeting_id),
        CloseMeeting(meeting_id=meeting_id),
        ChangeMeeting(meeting_id=meeting_id, place="别处"),
        RenewAgenda(meeting_id=meeting_id),
        RecordAttendance(meeting_id=meeting_id, unit_id=unit_id, name="迟来者"),
        AddAgendaCase(meeting_id=meeting_id, case_id=usual),
        RemoveAgendaCase(agenda_case_id=row.id),
        NoteDiscussion(agenda_case_id=row.id, text="补记"),
        DeferAgendaCase(agenda_case_id=row.id),
        decide,
    ):
        with pytest.raises(RuleError) as refused:
            story.do(command)
        assert refused.value.code == "meeting_closed", type(command).__name__
    assert detail(story, meeting_id) == before


def test_the_issue_number_counts_all_minutes_and_starts_anew_with_the_year(story: Story) -> None:
    issues = []
    for year, week, at in (
        (2026, 52, datetime(2026, 12, 28, 9)),
        (2026, 53, datetime(2027, 1, 4, 9)),
        (2027, 1, datetime(2027, 1, 11, 9)),
    ):
        meeting_id = opened(story, week, at, year=year)
        issues.append(story.do(CloseMeeting(meeting_id=meeting_id))["issue_number"])
    assert issues == ["〔2026〕第1期", "〔2027〕第1期", "〔2027〕第2期"]
    shown = [row.issue_number for row in story.ask(meetings, state=MeetingState.CLOSED)]
    assert shown == list(reversed(issues))


def test_the_minutes_tell_what_was_heard_studied_and_agreed(story: Story) -> None:
    discussed, silent = overdue_case(story), overdue_case(story, days=1)
    meeting_id = opened(story, figures={"registered": 12}, title="街道周例会")
    overview = detail(story, meeting_id).of(Section.OVERVIEW)[0]
    story.do(NoteDiscussion(agenda_case_id=overview.id, text="本周受理12件"))
    row = row_of(story, meeting_id, discussed)
    story.do(NoteDiscussion(agenda_case_id=row.id, text="双方分歧较大"))
    for text in ("司法所牵头调解", "派出所配合"):
        story.do(
            DecideCase(
                meeting_id=meeting_id,
                agenda_case_id=row.id,
                kind=DecisionKind.CONTINUE,
                text=text,
                lead_id=story.unit("SFS"),
                assist_ids=(story.unit("PCS"),),
                responsible="司法所长甲",
                due_at=FRIDAY,
                outcome_form="书面反馈",
                report_to="指挥室",
            )
        )
    story.do(CloseMeeting(meeting_id=meeting_id, opinion="压实责任"))
    facts = story.ask(minutes_facts, meeting_id, by="clerk")
    assert (facts.meeting.title, facts.meeting.issue, facts.opinion) == (
        "街道周例会",
        1,
        "压实责任",
    )
    assert (facts.meeting.place, facts.meeting.chair_name) == ("二楼指挥室", "主任甲")
    assert [row.discussion for row in facts.heard] == ["本周受理12件"]
    assert [row.case.case_id for row in facts.studied if row.case] == [discussed]
    assert silent not in [row.case.case_id for row in facts.studied if row.case]
    assert [row.text for row in facts.agreed] == ["司法所牵头调解", "派出所配合"]
    first = facts.agreed[0]
    assert (first.outcome_form, first.report_to, first.due_at) == ("书面反馈", "指挥室", FRIDAY)
    assert len(first.assist_names) == 1
    counted = story.ask(meetings)[0]
    assert (counted.case_count, counted.settled_count) == (2, 1)
    assert (counted.decision_count, counted.unfinished_count) == (2, 2)


def test_meetings_come_page_by_page(story: Story) -> None:
    ids = [plan(story, week)["meeting_id"] for week in (44, 45, 46)]
    first = story.ask(meetings, limit=2)
    assert [row.id for row in first] == [ids[2], ids[1]]
    rest = story.ask(meetings, limit=2, before=first[-1].id)
    assert [row.id for row in rest] == [ids[0]]


def test_a_long_agenda_costs_no_more_statements_than_a_short_one(story: Story) -> None:
    overdue_case(story)
    short = plan(story)["meeting_id"]
    for _ in range(4):
        overdue_case(story)
    story.later(days=10)
    long = plan(story, 48, None)["meeting_id"]
    assert len(case_ids(story, long, Section.OVERDUE)) == 5
    assert _statements(story, long) == _statements(story, short) <= 16


def _statements(story: Story, meeting_id: int) -> int:
    seen: list[str] = []

    def note(*arguments: Any) -> None:
        seen.append(arguments[2])

    engine = story.database.engine
    account = story.account("operator")
    event.listen(engine, "before_cursor_execute", note)
    ask(story.database, meeting_detail, account, meeting_id)
    event.remove(engine, "before_cursor_execute", note)
    return len(seen)

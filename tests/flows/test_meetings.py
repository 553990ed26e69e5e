"""The weekly review meeting, told as stories (domain.md §4)."""

from __future__ import annotations

from datetime import datetime

import pytest

from db.commands.decisions import DecideCase
from db.commands.flow import NoteProgress
from db.commands.meetings import (
    AddAgendaCase,
    ChangeMeeting,
    CloseMeeting,
    DeferAgendaCase,
    NoteDiscussion,
    RecordAttendance,
    RemoveAgendaCase,
    RenewAgenda,
    StartMeeting,
)
from db.errors import Conflict, NotAllowed, NotFound, RuleError
from db.queries.meetings import attendants, meeting_detail, meetings, minutes_facts, projection
from db.rules.agenda import (
    AgendaState,
    AttendanceStatus,
    DecisionKind,
    MeetingKind,
    MeetingState,
    Section,
)
from db.rules.masking import mask_address
from db.rules.terms import CaseState, Light
from tests.meeting_story import (
    FRIDAY,
    NEXT_MONDAY,
    case_ids,
    detail,
    far,
    opened,
    overdue_case,
    plan,
    row_of,
)
from tests.story import MONDAY, Story


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
    story.do(ChangeMeeting(meeting_id=meeting_id, place="四楼"))
    row = detail(story, meeting_id).row
    assert (row.starts_at, row.place, row.chair_name) == (later, "四楼", "领导甲")


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

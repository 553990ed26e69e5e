"""What is on the agenda of a review meeting, and in which order (domain.md §4.2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import event

from db.commands.attachments import AttachFile
from db.commands.decisions import DecideCase
from db.commands.exceptions import EscalateCase, SuspendCase
from db.commands.flow import ReopenCase
from db.commands.marks import LinkDuplicate
from db.commands.meetings import (
    AddAgendaCase,
    CloseMeeting,
    DeferAgendaCase,
    NoteDiscussion,
    RemoveAgendaCase,
    RenewAgenda,
    StartMeeting,
)
from db.errors import NotFound, RuleError
from db.queries.door import ask
from db.queries.meetings import meeting_detail, meetings
from db.rules.agenda import AgendaReason, AgendaState, MeetingKind, Section
from db.rules.terms import Urgency
from tests.meeting_story import (
    FRIDAY,
    case_ids,
    detail,
    far,
    opened,
    overdue_case,
    plan,
    returned_twice,
    row_of,
)
from tests.story import Story


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


def test_a_case_that_is_there_anyway_keeps_the_mark_that_it_was_asked_for(story: Story) -> None:
    late = overdue_case(story)
    meeting_id = plan(story, asked_case_ids=(late,))["meeting_id"]
    story.do(RenewAgenda(meeting_id=meeting_id))
    row = row_of(story, meeting_id, late)
    assert row.section is Section.OVERDUE
    assert row.reasons == (AgendaReason.ASKED, AgendaReason.OVERDUE)
    assert len(detail(story, meeting_id).of(Section.DIFFICULT)) == 0


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
    story.do(NoteDiscussion(agenda_case_id=row.id, text="补记发言"))
    noted = row_of(story, meeting_id, case)
    assert (noted.state, noted.discussion) == (AgendaState.DECIDED, "补记发言")


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


def test_a_linked_duplicate_is_no_matter_of_its_own(story: Story) -> None:
    main, double = overdue_case(story), overdue_case(story, days=1)
    story.do(LinkDuplicate(case_id=double, main_id=main))
    meeting_id = opened(story)
    assert case_ids(story, meeting_id, Section.OVERDUE) == [main]

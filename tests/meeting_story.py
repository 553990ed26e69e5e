"""Meetings and decisions in the words of the stories (domain.md §4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from db.commands.decisions import DecideCase
from db.commands.flow import AssignCase
from db.commands.meetings import CloseMeeting, PlanMeeting, StartMeeting
from db.queries.decisions import DecisionRow, decision_detail
from db.queries.meetings import AgendaRow, MeetingDetail, meeting_detail
from db.rules.agenda import DecisionMove, Section
from tests.story import MONDAY, Story

NEXT_MONDAY = datetime(2026, 11, 23, 9)
"""When the first meeting is held, on the work of week 47."""
FRIDAY = datetime(2026, 11, 27, 17, 30)
FIRST_WEEK = 47


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


def meet(story: Story, number: int = 0, **facts: Any) -> int:
    """Plan and open the meeting so many weeks after the first one; return its id."""
    meeting_id = planned(story, number, **facts)
    story.do(StartMeeting(meeting_id=meeting_id))
    return meeting_id


def planned(story: Story, number: int = 0, **facts: Any) -> int:
    """Plan the meeting so many weeks after the first one; return its id."""
    at = NEXT_MONDAY + timedelta(weeks=number)
    command = PlanMeeting(
        year=2026, week=FIRST_WEEK + number, starts_at=at, chair_name="主任甲", **facts
    )
    return int(story.do(command, at=at)["meeting_id"])


def agree(story: Story, meeting_id: int, **facts: Any) -> int:
    """Agree on something in general and return the decision's id."""
    return int(story.do(decision_order(story, meeting_id, **facts))["decision_id"])


def decision_order(story: Story, meeting_id: int, **facts: Any) -> DecideCase:
    """Return a complete order to decide, changed as asked."""
    given: dict[str, Any] = {
        "meeting_id": meeting_id,
        "text": "11月27日前完成清运并加装限高杆",
        "lead_id": story.unit("SFS"),
        "assist_ids": (story.unit("PCS"),),
        "responsible": "司法所长甲",
        "due_at": FRIDAY,
    }
    return DecideCase(**{**given, **facts})


def adjourn(story: Story, meeting_id: int) -> None:
    """Close a meeting."""
    story.do(CloseMeeting(meeting_id=meeting_id))


def decision_row(story: Story, decision_id: int, by: str = "operator") -> DecisionRow:
    """Return a decision as lists show it."""
    found = story.ask(decision_detail, decision_id, by=by).row
    assert isinstance(found, DecisionRow)
    return found


def history(story: Story, decision_id: int) -> list[DecisionMove]:
    """Return what happened to a decision."""
    return [one.kind for one in story.ask(decision_detail, decision_id).progress]


def reviewed(story: Story, meeting_id: int) -> dict[int, AgendaRow]:
    """Return the earlier decisions on an agenda by their ids."""
    rows = story.ask(meeting_detail, meeting_id).of(Section.LAST_DECISIONS)
    return {one.decision.id: one for one in rows if one.decision}

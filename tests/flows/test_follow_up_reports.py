"""A major case is told of again and again until it is reported (domain.md §1.6)."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.commands.exceptions import EscalateCase, ResumeCase, SuspendCase, TakeBackFromDistrict
from db.commands.flow import NoteProgress
from db.commands.intake import AmendCase
from db.commands.settings import ChangeSetting
from db.queries.cases import case_rows
from db.queries.desk import Duty, desk
from db.rules.terms import Light, Urgency
from db.verify import verify
from tests.story import Story

TEN = datetime(2026, 11, 16, 10)
MINUTE = timedelta(minutes=1)


def major(story: Story) -> int:
    """Assign a major case at ten and let its unit sign for it."""
    case = story.assigned("SFS", at=TEN, urgency=Urgency.MAJOR)
    story.sign(case)
    return case


def tell(story: Story, case: int, minutes: int, by: str = "sfs") -> datetime:
    """Let somebody say how things stand, so many minutes after ten; return the next term."""
    story.do(NoteProgress(case_id=case, text="正在处置"), by=by, at=TEN + minutes * MINUTE)
    return due(story, case)


def due(story: Story, case: int) -> datetime:
    """Return by when the next word is owed."""
    found: datetime = story.column(case, "follow_up_due_at")
    return found


def owed(story: Story, by: str) -> list[int]:
    """Return the cases on a person's desk on which a word is owed."""
    column = next(one for one in story.ask(desk, by=by).columns if one.duty is Duty.TO_FOLLOW_UP)
    return list(column.ids)


def test_call_letter_and_then_a_report_every_two_hours(story: Story) -> None:
    case = major(story)
    assert due(story, case) == TEN + 30 * MINUTE
    assert tell(story, case, 20) == TEN + 60 * MINUTE
    assert tell(story, case, 50, by="operator") == TEN + 170 * MINUTE
    assert tell(story, case, 150) == TEN + 270 * MINUTE


def test_a_late_first_word_counts_for_both(story: Story) -> None:
    assert tell(story, major(story), 75) == TEN + 195 * MINUTE


def test_the_rhythm_is_the_offices_own(story: Story) -> None:
    limits = {"major_report_minutes": 40, "major_follow_up_minutes": 90}
    story.do(ChangeSetting(name="limits", value=limits), by="director")
    case = major(story)
    assert tell(story, case, 20) == TEN + 40 * MINUTE
    assert tell(story, case, 30) == TEN + 120 * MINUTE


def test_a_word_that_is_owed_lies_on_the_desks_of_its_unit_and_of_the_room(story: Story) -> None:
    case = major(story)
    tell(story, case, 10)
    tell(story, case, 20)
    story.registered(at=TEN + 100 * MINUTE)
    assert owed(story, "operator") == owed(story, "sfs") == []
    story.registered(at=TEN + 110 * MINUTE)
    row = story.ask(case_rows, [case])[case]
    assert (row.follow_up_due_at, row.follow_up_light) == (TEN + 140 * MINUTE, Light.YELLOW)
    assert owed(story, "operator") == owed(story, "sfs") == [case]
    assert owed(story, "pcs") == []
    story.registered(at=TEN + 150 * MINUTE)
    row = story.ask(case_rows, [case])[case]
    assert (row.follow_up_light, row.follow_up_left.minutes) == (Light.RED, 10)
    tell(story, case, 151, by="shift_lead")
    assert owed(story, "operator") == owed(story, "sfs") == []


def test_a_reported_case_needs_no_more_word_until_it_is_sent_back(story: Story) -> None:
    case = major(story)
    story.report(case, at=TEN + 20 * MINUTE)
    story.registered(at=TEN + 200 * MINUTE)
    assert owed(story, "operator") == []
    assert story.ask(case_rows, [case])[case].follow_up_due_at is None
    story.send_back(case)
    assert due(story, case) == TEN + 320 * MINUTE


def test_a_new_unit_owes_the_word_that_the_old_one_owed(story: Story) -> None:
    case = major(story)
    told = tell(story, case, 20)
    story.assign(case, "PCS", at=TEN + 30 * MINUTE)
    assert due(story, case) == told
    story.registered(at=told + MINUTE)
    assert owed(story, "pcs") == [case]
    assert owed(story, "sfs") == []


def test_what_comes_back_from_the_district_begins_anew(story: Story) -> None:
    case = major(story)
    story.do(EscalateCase(case_id=case, reason="跨街道"), by="shift_lead")
    story.registered(at=TEN + 90 * MINUTE)
    assert owed(story, "operator") == []
    story.do(TakeBackFromDistrict(case_id=case), by="shift_lead")
    story.assign(case, "PCS", at=TEN + 100 * MINUTE)
    assert due(story, case) == TEN + 130 * MINUTE


def test_no_word_is_owed_while_the_clock_stands(story: Story) -> None:
    case = major(story)
    pause = SuspendCase(case_id=case, reason="待鉴定", review_on=TEN + timedelta(days=9))
    story.do(pause, by="director", at=TEN + 10 * MINUTE)
    story.registered(at=TEN + timedelta(days=1))
    assert owed(story, "operator") == []
    story.do(ResumeCase(case_id=case), by="director")
    assert due(story, case) == TEN + timedelta(days=1, minutes=20)


def test_a_case_that_turns_major_in_hand_is_followed_from_then_on(story: Story) -> None:
    working, resting = (story.signed("SFS", at=TEN) for _ in range(2))
    pause = SuspendCase(case_id=resting, reason="待鉴定", review_on=TEN + timedelta(days=9))
    story.do(pause, by="director")
    story.later(minutes=60)
    for case in (working, resting):
        grave = AmendCase(case_id=case, version=None, changes={"urgency": Urgency.MAJOR})
        story.do(grave)
    assert due(story, working) == TEN + 90 * MINUTE
    story.do(ResumeCase(case_id=resting), by="director", at=TEN + 120 * MINUTE)
    assert due(story, resting) == TEN + 150 * MINUTE
    calm = AmendCase(case_id=working, version=None, changes={"urgency": Urgency.NORMAL})
    story.do(calm)
    assert owed(story, "operator") == [resting]
    assert verify(story.database) == []


def test_words_on_other_cases_move_nothing(story: Story) -> None:
    case = story.signed("SFS", at=TEN, urgency=Urgency.URGENT)
    story.do(NoteProgress(case_id=case, text="已到现场"), by="sfs")
    assert story.column(case, "follow_up_due_at") is None

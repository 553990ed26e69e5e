"""What was agreed in a meeting, afterwards: reported as done, confirmed, or sent back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.decisions import FinishDecision
from db.queries.decisions import decisions
from db.rules.agenda import DecisionState
from db.rules.terms import Role
from tests.meeting_story import NEXT_MONDAY, agree, meet, overdue_case
from tests.screens.conftest import Desk
from tests.story import Story

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk: Desk, story: Story) -> Any:
    """The meetings page on the Monday on which a case is overdue."""
    overdue_case(story, 0, title="夜间装修噪声")
    # A practice street's own time is that of its last command.
    story.registered(at=NEXT_MONDAY)
    return desk.page("meetings")


def test_the_room_confirms_what_a_unit_reports_as_done(desk: Desk, page: Any) -> None:
    story = desk.story
    meeting_id = meet(story)
    decision_id = agree(story, meeting_id)
    story.do(FinishDecision(decision_id=decision_id, text="已清运"), by="sfs_head")
    page.reload()
    desk.settled()
    tasks = page.list.tasks
    tasks.choose(decision_id)
    desk.settled()
    assert "已清运" in tasks._timeline.words()
    tasks.begin("confirm")
    desk.press(tasks.dialog().button(True), Key.Key_Return, CONTROL)
    desk.settled()
    row = story.ask(decisions)[0]
    assert (row.state, row.in_time) == (DecisionState.DONE, True)


def test_a_decision_that_is_not_done_goes_back_with_a_reason(desk: Desk, page: Any) -> None:
    story = desk.story
    decision_id = agree(story, meet(story))
    story.do(FinishDecision(decision_id=decision_id, text="已清运"), by="sfs_head")
    page.reload()
    desk.settled()
    tasks = page.list.tasks
    tasks.choose(decision_id)
    desk.settled()
    tasks.begin("reject")
    desk.press(tasks.dialog().field, Key.Key_Return, CONTROL)
    assert "请写明理由" in desk.words(tasks.dialog())
    desk.type(tasks.dialog().field, "现场还有一堆")
    desk.press(tasks.dialog().field, Key.Key_Return, CONTROL)
    desk.settled()
    assert story.ask(decisions)[0].state is DecisionState.UNDER_WAY


def test_a_unit_sees_its_own_decisions_and_cannot_hold_a_meeting(desk: Desk, story: Story) -> None:
    decision_id = agree(story, meet(story))
    desk.sign_on_as("sfs_head")
    page = desk.page("meetings")
    assert page.session.role is Role.STATION_HEAD
    assert not page.list.plan.isVisible()
    page.list.tasks.choose(decision_id)
    desk.settled()
    page.list.tasks.begin("finish")
    desk.type(page.list.tasks.dialog().field, "已全部清运")
    desk.press(page.list.tasks.dialog().field, Key.Key_Return, CONTROL)
    desk.settled()
    assert story.ask(decisions)[0].state is DecisionState.TO_CONFIRM

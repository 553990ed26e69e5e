"""Promises of meetings on the desk: seen by who owes them, reported and confirmed by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from db.queries.decisions import decision_detail
from db.rules.agenda import DecisionState
from desktop.pages.desk_view import DECISIONS
from desktop.pages.meeting_tasks import TasksCard
from desktop.widgets.text_area import TextArea
from tests.meeting_story import agree, meet
from tests.screens.conftest import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def promises(page: Any) -> Any:
    """Return the column of what meetings agreed."""
    return next(one for one in page.columns() if one.duty == DECISIONS)


def state_of(desk: Desk, decision_id: int) -> DecisionState:
    """Return how a promise stands."""
    state: DecisionState = desk.story.ask(decision_detail, decision_id).row.stored_state
    return state


def test_the_owing_unit_reports_and_finishes_and_the_room_confirms(desk: Desk) -> None:
    decision_id = agree(desk.story, meet(desk.story))
    desk.sign_on_as("sfs")
    page = desk.page("desk")
    desk.press(None, Key.Key_7)
    (card,) = promises(page).cards()
    assert card.hasFocus()
    look = card.look()
    assert (look.hint, look.action, look.deadline.tone) == ("还没报进展", "报进展", "ok")
    assert card.button().words() == "报进展"
    desk.press(None, Key.Key_Space)
    desk.settled()
    desk.press(page.promises().dialog(), Key.Key_Return, CONTROL)
    assert "请写明情况" in desk.words(page.promises().dialog())
    desk.type(desk.find(TextArea, page.promises().dialog()), "已约谈两次。")
    desk.press(page.promises().dialog(), Key.Key_Return, CONTROL)
    desk.settled()
    assert state_of(desk, decision_id) is DecisionState.UNDER_WAY
    assert promises(page).cards()[0].look().hint == ""
    # Without a window manager nobody gives the focus back when a dialog was closed.
    desk.window.activateWindow()
    desk.settled()
    desk.press(None, Key.Key_Space)
    desk.settled()
    assert "已约谈两次。" in desk.words(page.promises().dialog())
    desk.type(desk.find(TextArea, page.promises().dialog()), "已签协议。")
    desk.press(page.promises().dialog(), Key.Key_F9)
    desk.settled()
    assert state_of(desk, decision_id) is DecisionState.TO_CONFIRM
    assert promises(page).cards() == []

    desk.sign_on_as("operator")
    page = desk.page("desk")
    desk.press(None, Key.Key_8)
    assert promises(page).cards()[0].look().hint == "报完成，等确认"
    desk.press(None, Key.Key_Space)
    desk.settled()
    desk.press(page.promises().dialog(), Key.Key_Return, CONTROL)
    desk.settled()
    assert state_of(desk, decision_id) is DecisionState.DONE
    assert promises(page).cards() == []


def test_a_promise_that_was_not_kept_is_told_in_red_words(desk: Desk) -> None:
    agree(desk.story, meet(desk.story))
    desk.story.registered(at=desk.story.later(days=30))
    desk.sign_on_as("sfs")
    look = promises(desk.page("desk")).cards()[0].look()
    assert look.deadline.tone == "bad"
    assert look.deadline.words.startswith("超 ")


def test_enter_shows_a_promise_among_the_tasks_of_the_meetings(desk: Desk) -> None:
    meeting_id = meet(desk.story)
    agree(desk.story, meeting_id, text="清运河道漂浮物")
    agree(desk.story, meeting_id, text="装限高杆")
    desk.sign_on_as("sfs")
    desk.page("desk")
    desk.press(None, Key.Key_7)
    desk.press(None, Key.Key_Down)
    title = desk.focused().look().title
    desk.press(None, Key.Key_Return)
    desk.settled()
    meetings = desk.window.page("meetings")
    assert meetings.isVisible()
    tasks = desk.find(TasksCard)
    assert desk.words(tasks).count(title) == 1

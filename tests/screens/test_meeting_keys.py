"""The keys of a meeting before and after it is held."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from db.rules.agenda import MeetingState
from desktop.widgets.buttons import ActionButton
from tests.meeting_story import planned
from tests.screens.conftest import Desk
from tests.screens.test_meetings import detail, page, plan

__all__ = ["page"]

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_a_meeting_is_opened_and_left_by_keys(desk: Desk, page: Any) -> None:
    console = plan(desk, page)
    desk.press(None, Key.Key_O, CONTROL)
    desk.settled()
    assert detail(desk, console).row.state is MeetingState.OPEN
    desk.press(None, Key.Key_O, CONTROL)
    desk.settled()
    assert detail(desk, console).row.state is MeetingState.OPEN
    desk.press(None, Key.Key_Left, ALT)
    desk.settled()
    assert not page.is_in_console() and page.list.table.hasFocus()


def test_a_meeting_that_was_not_read_yet_offers_nothing_to_do(desk: Desk, page: Any) -> None:
    meeting_id = planned(desk.story)
    page.open_meeting(meeting_id)
    # Its answer has not come yet.
    offered = {one.text() for one in page.console.findChildren(ActionButton) if one.isVisible()}
    assert not offered & {"宣布开会", "重排议程", "会议纪要"}
    desk.press(None, Key.Key_O, CONTROL)
    desk.settled()
    assert detail(desk, page.console).row.state is MeetingState.PLANNED

"""A meeting projected on a second monitor that is unplugged and plugged in again, under X."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

from desktop.pages.stage_notice import StageNotice
from tests.meeting_story import meet, overdue_case
from tests.screens.conftest import PATIENCE_MS, Desk
from tests.story import Story

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(180)]

Key = Qt.Key
DESK, WALL = "DESK", "WALL"
WALL_BOX = QRect(1280, 0, 640, 1080)


def xrandr(*words: str) -> None:
    """Change the monitors of the screen that the test runs on."""
    subprocess.run(["xrandr", *words], check=True, capture_output=True, timeout=20)


def plug(desk: Desk) -> None:
    """Plug a monitor of 75 inches in at the right."""
    xrandr("--setmonitor", WALL, "640/1660x1080/934+1280+0", "none")
    desk.qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == 2, timeout=PATIENCE_MS)
    desk.settled()


def unplug(desk: Desk) -> None:
    """Pull the cable of the monitor at the right."""
    xrandr("--delmonitor", WALL)
    desk.qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == 1, timeout=PATIENCE_MS)
    desk.settled()


@pytest.fixture
def monitors() -> Iterator[None]:
    """The screen of the test as the operator's monitor, with room for another at its right."""
    xrandr("--setmonitor", DESK, "1280/340x1080/286+0+0", "screen")
    yield
    for name in (WALL, DESK):
        subprocess.run(["xrandr", "--delmonitor", name], capture_output=True, check=False)


@pytest.fixture
def console(monitors: None, desk: Desk, story: Story) -> Any:
    """The console of an open meeting with two overdue cases, on the left monitor."""
    for days, title in ((0, "夜间装修噪声"), (1, "路口占道经营")):
        overdue_case(story, days, title=title)
    meeting_id = meet(story)
    desk.window.setGeometry(20, 40, 1240, 900)
    page = desk.page("meetings")
    page.open_meeting(meeting_id)
    desk.settled()
    return page.console


def test_the_page_leaves_and_comes_back_with_its_monitor(desk: Desk, console: Any) -> None:
    stage = console.projection.stage()
    plug(desk)
    desk.press(None, Key.Key_F11)
    desk.settled()
    window = stage.window()
    desk.qtbot.waitUntil(lambda: window.geometry() == WALL_BOX, timeout=PATIENCE_MS)
    assert stage.is_full() and window.isVisible()
    # The keyboard stays with the operator.
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE_MS)
    before = desk.window.geometry()

    unplug(desk)
    assert not window.isVisible() and stage.is_waiting()
    assert desk.window.geometry() == before and desk.window.isVisible()
    assert "断开" in desk.words(desk.find(StageNotice))
    desk.press(None, Key.Key_PageDown)
    desk.settled()
    held = console.current()

    plug(desk)
    desk.qtbot.waitUntil(window.isVisible, timeout=PATIENCE_MS)
    desk.qtbot.waitUntil(lambda: window.geometry() == WALL_BOX, timeout=PATIENCE_MS)
    assert not window.geometry().intersects(desk.window.geometry())
    assert desk.window.geometry() == before
    assert console.current().id == held.id, "the meeting went on meanwhile"
    assert not [one for one in desk.window.findChildren(StageNotice) if one.isVisible()]
    desk.qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE_MS)
    desk.press(None, Key.Key_F11)
    desk.settled()
    assert stage.window() is None

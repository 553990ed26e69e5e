"""The wall on a second screen; run by test_second_screen.py on a platform that has two of them.

The platform without a display has the screens that it began with: that one goes away is told as
Qt tells it, while the screen itself stays. A real one goes in tests/xvfb.
"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest

from desktop.pages.stage_notice import StageNotice
from desktop.screen.stage_window import StageWindow
from desktop.widgets.choice_box import ChoiceBox
from tests.screens.conftest import Desk
from tests.screens.test_wall import put_up, state, window_of
from tests.story import Story

OWN = QRect(0, 0, 1600, 900)


@pytest.fixture
def page(story: Story, desk: Desk) -> Any:
    """The page of the wall; the operator's window is on the first of three screens."""
    story.registered()
    desk.window.setGeometry(OWN)
    return desk.page("wall")


def screens() -> dict[str, QScreen]:
    return {one.name(): one for one in QGuiApplication.screens()}


def takes_away(name: str) -> None:
    """Tell that a screen was unplugged."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(screens()[name])


def comes_back(name: str) -> None:
    """Tell that a screen was plugged in."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenAdded.emit(screens()[name])


def stands_on(window: StageWindow, name: str) -> bool:
    """Tell whether a window covers a screen, and no other."""
    return window.isVisible() and window.geometry() == screens()[name].geometry()


def test_the_wall_covers_the_second_screen_and_leaves_the_first_alone(
    page: Any, desk: Desk
) -> None:
    window = window_of(put_up(page, desk))
    assert window.isFullScreen()
    assert stands_on(window, "hall")
    assert not window.geometry().intersects(screens()["desk"].geometry())
    assert desk.window.geometry() == OWN
    assert state(desk) == "第二块屏幕投放中"
    # 1920 × 1080 at 96 dots an inch: a desk monitor, too small for eight metres.
    assert "看不清" in desk.words()


def test_another_screen_is_chosen_by_keys_and_the_wall_moves_there(page: Any, desk: Desk) -> None:
    window = window_of(put_up(page, desk))
    box = desk.find(ChoiceBox, name="投到哪块屏幕")
    assert [box.itemText(nth) for nth in range(box.count())] == [
        "hall（1920 × 1080）",
        "wall（3840 × 2160）",
    ]
    desk.press(box, Qt.Key.Key_Down)
    desk.settled()
    assert stands_on(window, "wall")
    desk.press(page, Qt.Key.Key_F11)
    desk.settled()
    assert stands_on(window_of(put_up(page, desk)), "wall"), "it is remembered"


def test_a_screen_that_goes_takes_the_wall_with_it_and_not_onto_the_operators(
    page: Any, desk: Desk, story: Story
) -> None:
    view = put_up(page, desk)
    window = window_of(view)
    desk.page("ledger")
    takes_away("hall")
    desk.settled()
    assert not window.isVisible()
    assert desk.window.geometry() == OWN and desk.window.isVisible()
    notice = desk.find(StageNotice)
    assert "第二块屏幕断开了：投屏已收起，您的屏幕没有变化。" in notice.words()
    comes_back("hall")
    assert "第二块屏幕已接回。" in notice.words()
    assert not window.isVisible(), "nothing is thrown onto a screen unasked"
    story.registered()
    notice.action_chosen.emit()
    desk.settled()
    assert stands_on(window, "hall")
    assert not notice.isVisible()
    desk.qtbot.waitUntil(lambda: "今日录入 2件" in view.words())


def test_f11_puts_the_waiting_wall_back(page: Any, desk: Desk) -> None:
    window = window_of(put_up(page, desk))
    takes_away("hall")
    desk.settled()
    assert state(desk) == "屏幕断开，已收起"
    comes_back("hall")
    desk.press(page, Qt.Key.Key_F11)
    desk.settled()
    assert stands_on(window, "hall")


def test_a_screen_on_which_the_wall_does_not_stand_may_go(page: Any, desk: Desk) -> None:
    window = window_of(put_up(page, desk))
    takes_away("wall")
    desk.settled()
    assert stands_on(window, "hall")
    assert not desk.window.findChild(StageNotice).isVisible()


def test_the_keyboard_stays_with_the_operator(page: Any, desk: Desk) -> None:
    put_up(page, desk)
    assert QTest.qWaitForWindowActive(desk.window)
    desk.page("register")
    desk.keys("13800000000")
    assert desk.window.page("register").isVisible()

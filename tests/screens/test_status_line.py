"""The line at the bottom: the day's numbers follow the record, and each opens its list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from db.queries.page import Tab
from desktop.widgets.status_bar import StatusBar
from tests.screens.conftest import Desk


def words(desk: Desk) -> str:
    return desk.find(StatusBar).words()


def press(desk: Desk, key: str) -> None:
    """Click a number as it is painted."""
    bar = desk.find(StatusBar)
    bar.grab()
    [rect] = [rect for rect, name in bar._places if name == key]
    place = QPoint(int(rect.center().x()), int(rect.center().y()))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    desk.settled()


def test_the_numbers_of_the_day_follow_what_happens(desk: Desk) -> None:
    assert "今日录入 0 · 办结 0 · 超期 0" in words(desk)
    desk.story.registered()
    desk.story.self_handled(community_id=None, grid_id=desk.story.unit("33030300100401"))
    desk.settled()
    assert "今日录入 2 · 办结 1 · 超期 0" in words(desk)
    assert "已同步" in words(desk)


def test_a_practice_street_shows_the_time_that_its_deadlines_go_by(desk: Desk) -> None:
    desk.story.registered()
    desk.story.later(days=1, hours=3)
    desk.story.registered()
    desk.settled()
    assert "2026 年 11 月 17 日 星期二  11:30" in words(desk)
    assert "超期 1" in words(desk)


def test_a_number_opens_the_list_that_makes_it(desk: Desk) -> None:
    late = desk.story.registered()
    desk.story.later(days=1, hours=3)
    desk.story.registered()
    desk.settled()
    desk.page("desk")
    press(desk, "overdue")
    ledger = desk.window.page("ledger")
    assert ledger.isVisible() and ledger.case_filter().tab is Tab.OVERDUE
    assert ledger.table().model().rowCount() == 1
    assert ledger.panel().detail().id == late

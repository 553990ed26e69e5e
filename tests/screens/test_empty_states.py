"""What is empty says what to do next, and does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.pages.whole_table import WholeTable
from desktop.widgets.buttons import ActionButton
from desktop.widgets.empty_state import EmptyState
from tests.screens.conftest import Desk


def take_next_step(desk: Desk, page: QWidget) -> EmptyState:
    """Press the button of the one empty state that is shown with one."""
    [state] = [
        one
        for one in page.findChildren(EmptyState)
        if one.isVisible() and any(b.isVisible() for b in one.findChildren(ActionButton))
    ]
    [button] = [one for one in state.findChildren(ActionButton) if one.isVisible()]
    button.setFocus()
    desk.press(button, Qt.Key.Key_Space)
    desk.settled()
    return state


def test_an_empty_ledger_leads_to_the_first_registration(desk: Desk) -> None:
    ledger = desk.page("ledger")
    assert "还没有事件，按 F2 开始登记" in desk.words(ledger)
    take_next_step(desk, ledger)
    assert desk.window.page("register").isVisible()


def test_filters_that_hit_nothing_are_cleared(desk: Desk) -> None:
    desk.story.registered()
    ledger = desk.page("ledger")
    desk.window.page("ledger").search("量子纠缠")
    desk.settled()
    assert "没有符合条件的事件" in desk.words(ledger)
    take_next_step(desk, ledger)
    assert "共 1 件" in desk.words(ledger)


def test_a_meeting_s_page_without_agreed_items_says_where_they_come_from(desk: Desk) -> None:
    meetings = desk.page("meetings")
    assert "这一类没有议定事项" in desk.words(meetings)
    states = [one for one in meetings.findChildren(EmptyState) if one.isVisible()]
    tasks = next(one for one in states if one.sentence() == "这一类没有议定事项")
    [button] = [one for one in tasks.findChildren(ActionButton) if one.isVisible()]
    button.setFocus()
    desk.press(button, Qt.Key.Key_Space)
    assert "按 Ctrl N 准备例会" in tasks.sentence()


def test_without_suggestions_the_page_says_when_the_rules_look_again(desk: Desk) -> None:
    supervision = desk.page("supervision")
    assert "要自己拟，按 Ctrl N" in desk.words(supervision)
    assert "还没有督办单，可从左边采纳建议" in desk.words(supervision)


def test_a_search_that_hits_nothing_is_told_in_the_table(desk: Desk) -> None:
    office = desk.page("office")
    table = desk.find(WholeTable, office)
    assert table.emptiness() == ""
    office.search("量子纠缠")
    desk.settled()
    assert table.emptiness() == "没有符合的内容；搜索或筛选过的话，放宽条件再看"
    assert not table.grab().isNull()

"""The menu of a row and the density of the list."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from db.rules.terms import CaseState
from desktop.pages.ledger_menu import LedgerMenu
from tests.screens.conftest import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def menu_of(desk: Desk, page: Any) -> LedgerMenu:
    """Open the menu as the menu key does."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QCoreApplication.sendEvent(page.table(), event)
    return desk.find(LedgerMenu)


def take(desk: Desk, menu: QMenu, words: str) -> None:
    """Go down to an entry by keys and press Enter."""
    for _ in menu.actions():
        desk.press(menu, Key.Key_Down)
        if words in menu.activeAction().text():
            desk.press(menu, Key.Key_Return)
            desk.settled()
            return
    raise AssertionError(words)


def test_the_menu_does_what_the_buttons_of_the_case_do(desk: Desk) -> None:
    case = desk.story.registered()
    page = desk.page("ledger")
    take(desk, menu_of(desk, page), "受理")
    assert desk.story.state_of(case) is CaseState.WAITING_ASSIGNMENT
    assert not [one for one in menu_of(desk, page).actions() if "受理" in one.text()]


def test_the_number_is_copied(desk: Desk) -> None:
    case = desk.story.registered()
    number = desk.story.column(case, "number")
    take(desk, menu_of(desk, desk.page("ledger")), "复制编号")
    assert QGuiApplication.clipboard().text() == number
    assert f"已复制编号 {number}" in desk.words()


@pytest.mark.parametrize("words", ["司法所", "永上居委会", "邻里纠纷"])
def test_the_list_is_narrowed_to_what_is_like_the_case(desk: Desk, words: str) -> None:
    wanted = desk.story.assigned("SFS")
    other = desk.story.registered(
        item_id=desk.story.item("ZA03"), community_id=desk.story.unit("330303001009")
    )
    page = desk.page("ledger")
    assert page.table().choose_id(wanted)
    desk.settled()
    take(desk, menu_of(desk, page), f"只看 {words}")
    assert list(page.table().rows().ids()) == [wanted] != [other]
    assert words in desk.words(page)


def test_the_rows_of_the_list_can_be_drawn_closer_together(desk: Desk) -> None:
    desk.story.registered()
    page = desk.page("ledger")
    table = page.table()
    before = table.verticalHeader().defaultSectionSize()
    desk.press(table, Key.Key_L, CTRL | SHIFT)
    take(desk, desk.find(QMenu, page, name="显示方式"), "紧凑")
    assert table.density() == "compact"
    assert table.verticalHeader().defaultSectionSize() < before

"""F1: the sheet lists the keys that really work, and finds them by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.dialogs.key_sheet import KeySheet
from desktop.main_window import PAGES
from desktop.widgets.shortcut import KeyLine, Shortcut
from tests.screens.conftest import Desk

Key = Qt.Key


def sheet_of(desk: Desk, page_id: str) -> KeySheet:
    """Press F1 on a page."""
    desk.page(page_id)
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(desk.window, Key.Key_F1)
    desk.settled()
    return desk.find(KeySheet)


def closed(desk: Desk, sheet: KeySheet) -> None:
    desk.press(sheet.search, Key.Key_Escape)
    desk.settled()
    assert not sheet.isVisible()


def listed(sheet: KeySheet) -> set[KeyLine]:
    """Return every key of the sheet by itself, also where two do the same."""
    return {KeyLine(keys, line.words) for line in sheet.lines() for keys in line.keys.split(" / ")}


def works_on(shortcut: QShortcut, page: QWidget, pages: list[QWidget]) -> bool:
    """Tell whether a shortcut belongs to the page in front or to no page at all."""
    owner = shortcut.parent()
    assert isinstance(owner, QWidget)
    if owner.window() is not page.window() or not owner.isVisible():
        return owner is page.window()
    return not any(one.isAncestorOf(owner) or one is owner for one in pages if one is not page)


@pytest.mark.parametrize("page_id", PAGES)
def test_the_sheet_lists_every_shortcut_that_works_and_no_other(desk: Desk, page_id: str) -> None:
    pages = [desk.page(one) for one in PAGES]
    sheet = sheet_of(desk, page_id)
    shown = listed(sheet)
    page = desk.window.page(page_id)
    shortcuts = desk.window.findChildren(QShortcut)
    assert all(isinstance(one, Shortcut) for one in shortcuts)
    working = {one.line() for one in shortcuts if works_on(one, page, pages)}
    others = {one.line() for one in shortcuts} - working
    assert working <= shown
    assert not others & shown
    assert KeyLine("F1", "快捷键一览，再按一次看帮助") in working
    assert all(line.words for line in shown)
    closed(desk, sheet)


def test_the_keys_of_lists_and_fields_stand_beside_them(desk: Desk) -> None:
    desk.story.registered()
    sheet = sheet_of(desk, "register")
    assert KeyLine("Ctrl J", "在长文本里换行") in listed(sheet)
    assert KeyLine("Shift Enter", "上一栏") in listed(sheet)
    closed(desk, sheet)
    sheet = sheet_of(desk, "ledger")
    assert KeyLine("Home", "表格：第一行") in listed(sheet)
    assert KeyLine("Ctrl J", "在长文本里换行") not in listed(sheet)
    closed(desk, sheet)


@pytest.mark.parametrize("words", ["存草稿", "ccg", "cuncaogao", "ctrl s"])
def test_a_key_is_found_by_words_pinyin_and_by_itself(desk: Desk, words: str) -> None:
    sheet = sheet_of(desk, "register")
    desk.type(sheet.search, words)
    desk.settled()
    assert KeyLine("Ctrl S", "存草稿") in listed(sheet)
    assert len(sheet.lines()) < 4
    closed(desk, sheet)


def test_a_word_that_no_key_has_leads_on(desk: Desk) -> None:
    sheet = sheet_of(desk, "ledger")
    desk.type(sheet.search, "量子")
    desk.settled()
    assert sheet.lines() == []
    assert "没有这样的快捷键。Ctrl K 可以找到所有页面和操作。" in desk.words(sheet)
    closed(desk, sheet)


def test_a_key_that_two_pages_know_is_told_by_the_page_in_front(desk: Desk) -> None:
    desk.page("supervision")
    sheet = sheet_of(desk, "ledger")
    assert ("F7", "催办") in {tuple(line) for line in listed(sheet)}
    f6 = [line.words for line in listed(sheet) if line.keys == "F6"]
    assert len(f6) == 1 and "交办" in f6[0]
    closed(desk, sheet)

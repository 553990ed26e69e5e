"""The command palette: from anywhere to any page, case or action without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.rules.terms import CaseState
from desktop.dialogs.command_palette import CommandPalette
from tests.screens.conftest import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(desk: Desk) -> CommandPalette:
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(desk.window, Key.Key_K, CONTROL)
    desk.settled()
    return desk.find(CommandPalette)


def typed(desk: Desk, words: str) -> CommandPalette:
    palette = opened(desk)
    desk.type(palette.line, words)
    desk.settled()
    return palette


@pytest.mark.parametrize("words", ["统计", "tjfx", "tongjifenxi"])
def test_a_page_is_reached_by_chinese_initials_and_pinyin(desk: Desk, words: str) -> None:
    palette = typed(desk, words)
    assert palette.offered()[0].text == "统计分析"
    desk.press(palette.line, Key.Key_Return)
    desk.settled()
    assert desk.window.page("figures").isVisible() and not palette.isVisible()


def test_a_case_is_reached_by_a_part_of_its_number(desk: Desk) -> None:
    desk.story.registered()
    wanted = desk.story.registered(title="菜场门口流动摊贩")
    number = desk.story.column(wanted, "number")
    desk.page("desk")
    palette = typed(desk, number[-6:])
    assert palette.offered()[0].text == f"{number}  菜场门口流动摊贩"
    desk.press(palette.line, Key.Key_Return)
    desk.settled()
    ledger = desk.window.page("ledger")
    assert ledger.isVisible() and ledger.panel().detail().id == wanted


def test_what_can_be_done_with_the_case_on_the_screen_is_done(desk: Desk) -> None:
    case = desk.story.registered()
    ledger = desk.page("ledger")
    assert ledger.panel().detail().id == case
    palette = typed(desk, "shouli")
    assert (palette.offered()[0].text, palette.offered()[0].detail) == (
        "受理",
        desk.story.column(case, "number"),
    )
    desk.press(palette.line, Key.Key_Return)
    desk.settled()
    assert desk.story.state_of(case) is CaseState.WAITING_ASSIGNMENT
    assert "受理" not in [one.text for one in opened(desk).offered()]


def test_the_number_of_the_case_on_the_screen_does_nothing_to_it(desk: Desk) -> None:
    case = desk.story.registered(title="邻居装修")
    ledger = desk.page("ledger")
    assert ledger.panel().detail().id == case
    number = desk.story.column(case, "number")
    palette = typed(desk, number)
    assert palette.offered()[0].text == f"{number}  邻居装修"
    desk.press(palette.line, Key.Key_Return)
    desk.settled()
    assert desk.story.state_of(case) is CaseState.WAITING_ACCEPTANCE


def test_words_that_name_nothing_search_the_ledger(desk: Desk) -> None:
    desk.story.registered(title="邻居装修")
    wanted = desk.story.registered(title="路灯不亮", content="永昌路路灯连续三晚不亮。")
    desk.page("desk")
    palette = typed(desk, "永昌路")
    desk.press(palette.line, Key.Key_Up)
    desk.press(palette.line, Key.Key_Return)
    desk.settled()
    ledger = desk.window.page("ledger")
    assert ledger.isVisible() and ledger.case_filter().search == "永昌路"
    assert ledger.table().model().rowCount() == 1
    assert ledger.panel().detail().id == wanted


def test_escape_leaves_everything_as_it_was(desk: Desk) -> None:
    case = desk.story.registered()
    desk.page("desk")
    palette = typed(desk, "受理")
    desk.press(palette.line, Key.Key_Escape)
    desk.settled()
    assert not palette.isVisible() and desk.window.page("desk").isVisible()
    assert desk.story.state_of(case) is CaseState.WAITING_ACCEPTANCE

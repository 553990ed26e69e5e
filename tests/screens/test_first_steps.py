"""The strip of the first steps: it blocks nothing, ticks itself, goes away and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.engine import open_database
from db.rules.first_steps import FirstStep
from db.seed import FirstAccount, found_street
from desktop.dialogs.command_palette import CommandPalette
from desktop.dialogs.first_step import FirstStepDialog
from desktop.founding import street_plan
from desktop.pages.first_steps import FirstSteps
from desktop.pages.sign_on import SignOnPage
from desktop.widgets.buttons import ActionButton
from desktop.widgets.picker import Picker
from tests.screens.conftest import OWN_FOLDERS, Desk
from tests.story import MONDAY, Story

Key = Qt.Key


@pytest.fixture
def founded(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The window of the director of a street that was founded a minute ago."""
    for name in OWN_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    path = tmp_path / "street.db"
    database = open_database(str(path), create=True, practice=True, clock=lambda: MONDAY)
    found_street(database, street_plan("永中街道", FirstAccount("director", "", "沈知行")))
    desk = Desk(qtbot, Story(database), path)
    sign_on(desk)
    yield desk
    desk.close()
    database.close()


def sign_on(desk: Desk) -> None:
    """Start the program anew; the one account of the street is chosen already."""
    desk.open()
    page = desk.window.findChild(SignOnPage)
    desk.press(desk.find(Picker, page), Key.Key_Return)
    desk.press(None, Key.Key_Return)
    desk.qtbot.waitUntil(lambda: not page.isVisible())
    desk.settled()


def step_button(desk: Desk, words: str) -> ActionButton:
    strip = desk.find(FirstSteps)
    return next(one for one in strip.findChildren(ActionButton) if one.words() == words)


def opened(desk: Desk, words: str) -> FirstStepDialog:
    """Choose a step of the strip by the keyboard."""
    button = step_button(desk, words)
    button.setFocus()
    desk.press(button, Key.Key_Space)
    desk.settled()
    return desk.find(FirstStepDialog)


def test_a_new_street_shows_its_first_steps_and_works_all_the_same(founded: Desk) -> None:
    assert "开始使用 0 / 6" in founded.words()
    founded.press(founded.window, Key.Key_F2)
    assert founded.window.page("register").isVisible()
    assert founded.find(FirstSteps).isVisible()


def test_a_step_says_why_and_leads_to_its_place(founded: Desk) -> None:
    dialog = opened(founded, "事项清单")
    assert "六十一项准入清单" in dialog.text()
    founded.press(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    founded.settled()
    office = founded.window.page("office")
    assert office.isVisible() and office.items.isVisible()


def test_a_list_that_is_right_is_ticked_by_saying_so(founded: Desk) -> None:
    dialog = opened(founded, "工作日历")
    yes = dialog.button("confirm")
    yes.setFocus()
    founded.press(yes, Key.Key_Space)
    founded.settled()
    assert founded.find(FirstSteps).done() == {FirstStep.CALENDAR}
    assert "开始使用 1 / 6" in founded.words()
    assert step_button(founded, "工作日历").accessibleDescription() == "已完成"


def test_the_first_registration_ticks_itself(founded: Desk) -> None:
    founded.story.registered(by="director")
    founded.settled()
    assert founded.find(FirstSteps).done() == {FirstStep.REGISTRATION}


def test_a_backup_is_made_proven_and_ticked(founded: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "备份" / "台账备份.db"
    copy.parent.mkdir()
    founded.find(FirstSteps).back_up(copy)
    founded.settled()
    assert copy.stat().st_size > 4096
    assert founded.find(FirstSteps).done() == {FirstStep.BACKUP}


def test_it_is_put_away_stays_away_and_comes_back_from_the_palette(founded: Desk) -> None:
    strip = founded.find(FirstSteps)
    away = step_button(founded, "收起")
    away.setFocus()
    founded.press(away, Key.Key_Space)
    assert not strip.isVisible()
    sign_on(founded)
    assert not any(one.isVisible() for one in founded.window.findChildren(FirstSteps))
    founded.window.activateWindow()
    QTest.qWaitForWindowActive(founded.window)
    founded.press(founded.window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    founded.settled()
    palette = founded.find(CommandPalette)
    founded.type(palette.line, "kssy")
    founded.settled()
    founded.press(palette.line, Key.Key_Return)
    founded.settled()
    assert "开始使用 0 / 6" in founded.words()


def test_an_operator_is_not_asked_to_set_up_the_street(desk: Desk) -> None:
    assert not any(one.isVisible() for one in desk.window.findChildren(FirstSteps))

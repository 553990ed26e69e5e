"""Signing on and leaving with hands on the keyboard, however hurried."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from db.commands.organisation import SetPassword
from db.rules.passwords import PASSWORD_DAYS
from db.rules.terms import CaseState
from desktop.dialogs.new_password import NewPasswordDialog
from desktop.pages.sign_on import SignOnPage
from desktop.widgets.picker import Picker
from tests.screens.conftest import PATIENCE_MS, Desk

Key = Qt.Key
PASSWORD = "Hongse-daiban-2026"
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_enter_pressed_once_too_often_signs_on_once(desk: Desk) -> None:
    desk.open()
    page = desk.window.findChild(SignOnPage)
    signed_on: list[object] = []
    desk.services.signed_on.connect(signed_on.append)
    name = desk.find(Picker, page)
    desk.type(name, "operator")
    for _ in range(4):
        desk.press(None, Key.Key_Return)
    desk.qtbot.waitUntil(lambda: not page.isVisible(), timeout=PATIENCE_MS)
    desk.settled()
    assert len(signed_on) == 1
    # Twice signed on, every key would stand there twice and none would work.
    desk.press(desk.window, Key.Key_F2)
    desk.settled()
    assert desk.window.page("register").isVisible()


@pytest.mark.parametrize(("days", "is_told"), [(75, False), (80, True), (91, False)])
def test_the_end_of_a_password_is_told_two_weeks_before(
    desk: Desk, days: int, is_told: bool
) -> None:
    story = desk.story
    who = story.account("operator")
    story.do(SetPassword(account_id=who, password=PASSWORD), by="operator")
    desk.now = story.now + timedelta(days=days)
    desk.sign_on_as("operator", PASSWORD)
    assert ("密码还有" in desk.words()) is is_told
    asks = [one for one in desk.window.findChildren(NewPasswordDialog) if one.isVisible()]
    assert bool(asks) is (days > PASSWORD_DAYS)
    for dialog in asks:
        dialog.accept()


def test_the_program_is_left_by_its_key(desk: Desk) -> None:
    desk.press(desk.window, Key.Key_Q, CONTROL)
    assert not desk.window.isVisible()


def test_a_case_is_accepted_and_signed_for_by_the_same_key(desk: Desk) -> None:
    case = desk.story.registered()
    ledger = desk.page("ledger")
    desk.press(ledger.table(), Key.Key_F3)
    desk.settled()
    assert desk.story.state_of(case) is CaseState.WAITING_ASSIGNMENT
    desk.story.assign(case)
    desk.sign_on_as("sfs")
    ledger = desk.page("ledger")
    assert ledger.panel().detail().id == case
    desk.press(ledger.table(), Key.Key_F3)
    desk.settled()
    assert desk.story.state_of(case) is CaseState.IN_PROGRESS

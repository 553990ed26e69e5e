"""The screen of a desk that nobody touches is locked, and opened by the password."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from db.commands.organisation import SetPassword
from desktop.dialogs.unlock import UnlockDialog
from desktop.screen_lock import IDLE_SECONDS
from desktop.widgets.buttons import ActionButton
from desktop.widgets.line_field import LineField
from tests.screens.conftest import PLAIN, Desk

PASSWORD = "Hongse-daiban-2026"
Key = Qt.Key
LOCK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def guarded(desk: Desk) -> Desk:
    """A desk whose operator has a password and is signed on."""
    story = desk.story
    story.do(SetPassword(account_id=story.account("operator"), password=PASSWORD))
    desk.sign_on_as("operator", PASSWORD)
    return desk


def dialog_of(desk: Desk) -> UnlockDialog | None:
    """Return the question for the password, if it is asked."""
    return next((one for one in desk.window.findChildren(UnlockDialog) if one.isVisible()), None)


def unlock(desk: Desk, password: str) -> None:
    """Type a password into the question and press Enter."""
    dialog = dialog_of(desk)
    assert dialog is not None
    field = desk.find(LineField, dialog)
    field.selectAll()
    desk.keys(password, field)
    desk.press(field, Key.Key_Return)
    desk.settled()


def after(desk: Desk, seconds: float) -> None:
    """Let time pass without a touch, as the lock's clock sees it."""
    lock = desk.screen_lock()
    now: Callable[[], float] = lock.clock
    lock.clock = lambda: now() + seconds
    lock.look()
    desk.settled()


def test_a_desk_that_nobody_touches_is_locked_and_covered(guarded: Desk) -> None:
    case = guarded.story.registered()
    guarded.page("ledger")
    after(guarded, IDLE_SECONDS - 30)
    assert dialog_of(guarded) is None
    after(guarded, 31)
    assert dialog_of(guarded) is not None
    middle = guarded.window.childAt(guarded.window.rect().center())
    assert type(middle).__name__ == "QWidget" and middle.property("kind") == "page"
    unlock(guarded, PASSWORD)
    assert dialog_of(guarded) is None
    assert guarded.story.column(case, "number") in guarded.words()


def test_a_touch_begins_the_time_anew(guarded: Desk) -> None:
    places = iter((QPoint(300, 300), QPoint(310, 310)))
    for touch in (
        lambda window: QTest.keyClick(window, Key.Key_F5),
        lambda window: QTest.keyClick(window, Key.Key_A),
        lambda window: QTest.mouseMove(window, next(places)),
        lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton, PLAIN, QPoint(5, 5)),
    ):
        for seconds in (IDLE_SECONDS - 30, 60):
            after(guarded, seconds)
            assert dialog_of(guarded) is None
            # As the system does: to the window, which hands it on.
            touch(guarded.window.windowHandle())


def test_the_key_locks_at_once_and_a_wrong_password_does_not_open(guarded: Desk) -> None:
    guarded.press(guarded.window, Key.Key_Q, LOCK)
    unlock(guarded, "falsch")
    dialog = dialog_of(guarded)
    assert dialog is not None and "密码不对" in guarded.words(dialog)
    guarded.press(dialog, Key.Key_Escape)
    assert dialog_of(guarded) is not None
    unlock(guarded, PASSWORD)
    assert dialog_of(guarded) is None


def test_another_person_ends_the_program(guarded: Desk) -> None:
    guarded.press(guarded.window, Key.Key_Q, LOCK)
    guarded.find(ActionButton, dialog_of(guarded), name="换人：退出程序").click()
    assert not guarded.window.isVisible()


def test_a_practice_without_passwords_is_never_locked(desk: Desk) -> None:
    desk.page("ledger")
    after(desk, 10 * IDLE_SECONDS)
    assert dialog_of(desk) is None
    desk.press(desk.window, Key.Key_Q, LOCK)
    assert dialog_of(desk) is None and "屏幕不锁定" in desk.words()

"""Chinese is typed with fcitx5 itself, by keys that go through the X server (interface.md §11)."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.screens.conftest import Desk

pytestmark = pytest.mark.input_method


def press(*keys: str) -> None:
    """Press keys of the keyboard, for whichever window is active."""
    subprocess.run(["xdotool", "key", "--delay", "60", *keys], check=True)


def waited(desk: Desk, is_so: Callable[[], bool]) -> None:
    desk.qtbot.waitUntil(is_so, timeout=15_000)


@pytest.fixture
def form(desk: Desk) -> Any:
    """The form of the registration; the input method is known to answer."""
    desk.press(None, Qt.Key.Key_F2)
    desk.settled()
    assert desk.window.isActiveWindow()
    return desk.window.page("register").form


def test_a_place_is_typed_in_pinyin_and_its_number_in_digits(desk: Desk, form: Any) -> None:
    form.address.setFocus()
    desk.settled()
    press(*"renminlu")
    desk.qtbot.wait(500)
    assert form.address.text() == "", "the letters came through uncomposed"
    press("space")
    waited(desk, lambda: "人民路" in form.address.text())
    press("8", "8")
    waited(desk, lambda: form.address.text() == "人民路88")


def test_enter_while_composing_does_not_leave_the_field(desk: Desk, form: Any) -> None:
    form.address.setFocus()
    desk.settled()
    press(*"renmin")
    desk.qtbot.wait(500)
    press("Return")
    waited(desk, lambda: form.address.text() == "renmin")
    assert desk.focused() is form.address
    press("Return")
    waited(desk, lambda: desk.focused() is not form.address)


def test_full_width_digits_become_plain(desk: Desk, form: Any) -> None:
    form.reporter.setFocus()
    desk.settled()
    press("shift+space", "1")
    waited(desk, lambda: form.reporter.text() == "１")
    form.phone.setFocus()
    desk.settled()
    press(*"138")
    waited(desk, lambda: form.phone.text() == "138")
    press("shift+space")

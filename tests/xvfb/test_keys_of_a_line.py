"""A line to type in leaves the window's own keys to the window, also under X."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.search_box import SearchBox
from desktop.widgets.shortcut import Shortcut
from tests.xvfb.keyboard import Keyboard

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(60)]

PATIENCE_MS = 20_000


@pytest.mark.parametrize("kind", [LineField, Picker, SearchBox, DateTimeField])
@pytest.mark.parametrize("keys", ["Ctrl+E", "Ctrl+U", "Ctrl+K", "Ctrl+P"])
def test_a_key_of_the_window_is_not_swallowed_by_a_line(
    qtbot: QtBot, x_keyboard: Keyboard, kind: type[QLineEdit], keys: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = SearchBox("搜索") if kind is SearchBox else kind()
    QVBoxLayout(window).addWidget(line)
    told: list[str] = []
    Shortcut(keys, window, "什么", lambda: told.append(line.text()))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: int(window.winId()) == x_keyboard.focus(), timeout=PATIENCE_MS)
    line.setFocus()
    x_keyboard.type("sl")
    qtbot.waitUntil(lambda: line.text() == "sl", timeout=PATIENCE_MS)
    x_keyboard.press(keys)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == ["sl"], "the line did something of its own with the key"

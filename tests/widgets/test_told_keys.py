"""What a widget tells of its keys is what it does with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop.help.key_list import TellsKeys
from desktop.pages.desk_cards import DutyCard
from desktop.widgets.form_flow import FormFlow
from desktop.widgets.line_field import LineField

SIGNS = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "PgDn": "PgDown", "1–9": "1"}


def press_of(printed: str) -> QKeyEvent:
    """Return the press of keys as they are printed in the sheet."""
    words = "+".join(SIGNS.get(part, part) for part in printed.split(" "))
    (combined,) = [QKeySequence(words)[0]]
    key, modifiers = combined.key(), combined.keyboardModifiers()
    assert key != Qt.Key.Key_unknown, printed
    text = printed if len(printed) == 1 else "1" if printed == "1–9" else ""
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.fixture
def tellers(every: list[QWidget]) -> list[TellsKeys]:
    """One of each widget that tells its keys, with content and shown."""
    window = every[0].window()
    card = DutyCard(window)
    card.show()
    field = LineField(name="一", parent=window)
    field.show()
    flow = FormFlow([field, LineField(name="二", parent=window)], window)
    inside = [child for one in every for child in one.findChildren(QWidget)]
    everything: list[QObject] = [*every, *inside, card, flow]
    found = {type(one): one for one in everything if isinstance(one, TellsKeys)}
    assert len(found) >= 14
    return list(found.values())


def test_every_told_key_is_taken_by_the_widget(tellers: list[TellsKeys]) -> None:
    ignored = []
    for teller in tellers:
        for line in teller.told_keys():
            target = teller.fields()[0] if isinstance(teller, FormFlow) else teller
            assert isinstance(target, QWidget) and line.words
            target.setFocus()
            press = press_of(line.keys)
            QCoreApplication.sendEvent(target, press)
            if not press.isAccepted():
                ignored.append(f"{type(teller).__name__} {line.keys}")
            for popup in QApplication.topLevelWidgets():
                if popup.windowType() in (Qt.WindowType.Popup, Qt.WindowType.Tool):
                    popup.hide()
    assert not ignored


def test_a_key_that_nobody_told_is_left_to_others(tellers: list[TellsKeys]) -> None:
    taken = []
    for teller in tellers:
        target = teller.fields()[0] if isinstance(teller, FormFlow) else teller
        press = press_of("F11")
        QCoreApplication.sendEvent(target, press)
        if press.isAccepted():
            taken.append(type(teller).__name__)
    assert not taken

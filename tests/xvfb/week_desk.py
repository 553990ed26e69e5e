"""What the people of the week do with the window: buttons, keys, and words typed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from db.queries.page import Tab
from desktop.dialogs.case_action import CaseActionDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.status_tabs import StatusTabs
from tests.screens.conftest import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class WeekDesk:
    """One desk of the street after the other, and pictures of what stood on it."""

    def __init__(self, desk: Desk, pictures: Path) -> None:
        self.desk = desk
        self._pictures = pictures

    def sit_down(self, login: str, at: datetime) -> Any:
        """Let somebody sign on at a time and return the ledger."""
        self.desk.now = at
        if self.desk.services.session.login != login:
            self.desk.sign_on_as(login)
        return self.desk.page("ledger")

    def picture(self, name: str, of: QWidget | None = None) -> Path:
        """Keep a picture of the window, or of the dialog before it."""
        path = self._pictures / f"{name}.png"
        assert (of or self.desk.window).grab().save(str(path), "PNG")
        return path

    def register(self, content: str, item: str) -> None:
        """Take a call down by keys alone, from F2 to Ctrl+Enter."""
        desk = self.desk
        desk.press(None, Key.Key_F2)
        desk.settled()
        desk.keys("13805770001")
        for _ in range(3):
            desk.press(None, Key.Key_Return)
        focused = desk.focused()
        assert focused is not None
        desk.type(focused, content)
        desk.press(None, Key.Key_Return)
        desk.keys("ys")
        desk.press(None, Key.Key_Return)
        desk.press(None, Key.Key_Return)
        desk.keys(item)
        desk.press(None, Key.Key_Return)
        desk.settled()
        self.picture(f"登记-{item}")
        desk.press(None, Key.Key_Return, CONTROL)
        desk.settled()

    def choose(self, case_id: int) -> Any:
        """Choose a case in the list of all and return its panel."""
        page = self.desk.page("ledger")
        tabs = page.findChild(StatusTabs)
        if tabs.value() is not Tab.ALL:
            tabs.set_value(Tab.ALL)
        page.reload()
        self.desk.settled()
        assert page.table().choose_id(case_id), "the case is not in the list"
        self.desk.settled()
        return page.panel()

    def act(self, case_id: int, action: str, **said: str) -> None:
        """Press an action's button, or its line under 更多, answer the question and send it."""
        panel = self.choose(case_id)
        button = panel.findChild(ActionButton, f"action_{action}")
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            self._entry(panel, action).trigger()
        self.desk.settled()
        dialogs = [d for d in panel.window().findChildren(CaseActionDialog) if d.isVisible()]
        if dialogs:
            self._answer(dialogs[0], said)
            self.picture(f"{action}-{case_id % 1000}", dialogs[0])
            self.desk.press(dialogs[0], Key.Key_Return, CONTROL)
            self.come_back()
            left = [d for d in panel.window().findChildren(CaseActionDialog) if d.isVisible()]
            assert not left, self.desk.words(left[0])

    def come_back(self) -> None:
        """Let the window be in front again after a dialog."""
        self.desk.settled()
        self.desk.window.activateWindow()
        QTest.qWaitForWindowActive(self.desk.window)
        self.desk.settled()

    def _answer(self, dialog: QWidget, said: dict[str, str]) -> None:
        for name, words in said.items():
            found = [
                one
                for one in dialog.findChildren(QWidget)
                if one.accessibleName().startswith(name) and one.isVisible()
            ]
            assert found, f"no field {name}"
            field: Any = found[0]
            if not words:
                field.clear()
            elif words.startswith("key:"):
                field.setFocus()
                self.desk.press(field, getattr(Key, f"Key_{words.removeprefix('key:')}"))
            elif words.isascii() and not words.isdecimal():
                field.setFocus()
                field.selectAll()
                self.desk.keys(words, field)
                self.desk.press(field, Key.Key_Return)
            else:
                self.desk.type(field, words)

    def _entry(self, panel: QWidget, action: str) -> Any:
        for menu in panel.findChildren(QMenu):
            for entry in menu.actions():
                if entry.data() == action:
                    return entry
        raise AssertionError(f"no action {action}")

"""A real window before an office's server, driven by keys; for several files of tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Program, build, start
from desktop.credentials import Credentials
from desktop.pages.server_sign_on import ServerSignOn
from desktop.pages.sign_on import SignOnPage
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from tests.cli.test_credentials import Remembering
from tests.screens.conftest import OWN_FOLDERS, PATIENCE_MS, Desk
from tests.server.office import Office
from tests.story import Story

Key = Qt.Key


class OfficeDesk(Desk):
    """A window that stops at the sign-on to the server."""

    def __init__(self, qtbot: QtBot, story: Story, address: str) -> None:
        super().__init__(qtbot, story, Path())
        self.address = address
        self.store: Remembering | None = Remembering()

    def open(self) -> None:
        """Start the program; the server is asked when somebody signs on."""
        self.close()
        hook = sys.excepthook
        self._program = build(self.address, credentials=lambda: Credentials(lambda: self.store))
        sys.excepthook = hook
        self._watch_workers()
        start(self._program, self.address, clock=self._clock)
        window = self.window
        window.resize(*self._size)
        with self.qtbot.waitSignal(window.first_painted, timeout=PATIENCE_MS):
            window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        self.settled()

    def program(self) -> Program:
        """Return the running program."""
        return self._started()

    @property
    def card(self) -> ServerSignOn:
        """The card of the server."""
        return self.find(ServerSignOn)

    def field(self, name: str) -> LineField:
        """Return a field of the card by its label."""
        row = next(row for row in self.card.findChildren(FieldRow) if row.label() == name)
        return self.find(LineField, row)

    def write(self, name: str, words: str) -> None:
        """Write into a field of the card as with the keyboard."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)

    def enter(self, password: str) -> None:
        """Write a password, press Enter and wait for what the server says."""
        self.write("密码", password)
        self.press(None, Key.Key_Return)
        self.settled()
        self.settled()

    def is_in(self) -> bool:
        """Tell whether the work has begun."""
        return not self.window.findChild(SignOnPage).isVisible()


@pytest.fixture
def desk(
    qtbot: QtBot, street: Story, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OfficeDesk]:
    """A window that was told the server and the operator's login; it opens when it is asked to."""
    for name in OWN_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    made = OfficeDesk(qtbot, street, office.network("operator"))
    yield made
    made.close()

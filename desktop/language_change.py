"""Another language of the screens, at once: the window is built anew and goes on where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.languages import install
from desktop.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.app import Program
    from desktop.personal import PersonalBook


class LanguageChange(QObject):
    """Puts a new window in the place of the one that wishes another language."""

    changed = Signal()
    """The program has another window."""

    def __init__(self, program: Program, book: PersonalBook) -> None:
        super().__init__(program.services)
        self._program = program
        self._book = book
        self._listen(program.window)

    def _listen(self, window: MainWindow) -> None:
        # Later, because the wish comes from a slot of a widget that will be gone then.
        queued = Qt.ConnectionType.QueuedConnection
        window.language_wanted.connect(self._change, queued)

    @Slot(str)
    def _change(self, language: str) -> None:
        """Build the window in the language; the words of a built one do not change."""
        program, old = self._program, self._program.window
        carried = old.carried()
        install(program.application, language)
        new = MainWindow(program.services, self._book)
        self._listen(new)
        program.window = new
        new.go_on(program.services.session, carried)
        _put_in_place(new, old)
        self.changed.emit()
        old.retire()


def _put_in_place(new: MainWindow, old: MainWindow) -> None:
    new.setGeometry(old.normalGeometry() if old.isMaximized() else old.geometry())
    new.setWindowState(old.windowState())
    new.setVisible(old.isVisible())
    new.activateWindow()

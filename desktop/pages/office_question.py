"""A question of the office: it stays open, with what was typed, until its change is taken."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from db.commands import Command
from db.errors import RecordError
from desktop.errors import sentence
from desktop.services import Services
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.shown_dialog import ShownDialog


class OfficeQuestion(QObject):
    """Sends one change at a time; ``taken`` tells that it is kept, so that the list reads anew."""

    told = Signal(str, str)
    taken = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._shown: ShownDialog[BasicDialog] = ShownDialog()
        self._words = ""

    def dialog(self) -> BasicDialog | None:
        """Return the open question."""
        return self._shown.here()

    def open(self, dialog: BasicDialog) -> None:
        """Open a question."""
        self._shown.open(dialog)

    def send(self, command: Command, words: str) -> None:
        """Send a change, with the words that tell that it is kept."""
        self._words = words
        self._services.run(command, parent=self, done=self._close, failed=self._refuse)

    @Slot(object)
    def _close(self, _result: object) -> None:
        self._shown.accept()
        self.told.emit(self._words, "ok")
        self.taken.emit()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was typed and say what is wrong."""
        words, dialog = sentence(error), self._shown.here()
        if dialog is None:
            self.told.emit(words, "danger")
        elif isinstance(error, RecordError):
            dialog.refuse(words, str(error.facts.get("field", "")))
        else:
            dialog.set_error(words)

"""A question of the office: it stays open, with what was typed, until its change is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from db.commands import Command
from db.commands.meanwhile import MovedField, OnSeen
from db.errors import Conflict, RecordError
from desktop import texts
from desktop.errors import sentence
from desktop.services import Services
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.conflict_box import ConflictBox
from desktop.widgets.shown_dialog import ShownDialog

CONFLICT_WIDTH = 600

FieldWords = Callable[[str, Any], tuple[str, str]]
"""A field and a value of it → what the field is called and how the value reads."""


def plain_words(name: str, value: Any) -> tuple[str, str]:
    """Return a field and its value as they stand in the record."""
    return texts.field_name(name), "" if value is None else str(value)


class OfficeQuestion(QObject):
    """Sends one change at a time; ``taken`` tells that it is kept, so that the list reads anew.

    What others changed since the question was opened is shown field by field; whoever sends again
    keeps the own words, having seen theirs.
    """

    told = Signal(str, str)
    taken = Signal()

    def __init__(
        self, services: Services, parent: QObject, field_words: FieldWords = plain_words
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._field_words = field_words
        self._shown: ShownDialog[BasicDialog] = ShownDialog()
        self._words = ""
        self._shown_now: dict[str, Any] = {}
        self._box: ConflictBox | None = None

    def dialog(self) -> BasicDialog | None:
        """Return the open question."""
        return self._shown.here()

    def open(self, dialog: BasicDialog) -> None:
        """Open a question."""
        self._shown_now, self._box = {}, None
        self._shown.open(dialog)

    def send(self, command: Command, words: str) -> None:
        """Send a change, with the words that tell that it is kept."""
        self._words = words
        if isinstance(command, OnSeen) and command.seen is not None:
            command = replace(command, seen={**command.seen, **self._shown_now})
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
        if self._box is not None:
            self._box.hide()
        if dialog is None:
            self.told.emit(words, "danger")
        elif isinstance(error, Conflict) and "moved" in error.facts:
            self._show_moved(dialog, words, error.facts["moved"])
        elif isinstance(error, RecordError):
            dialog.refuse(words, str(error.facts.get("field", "")))
        else:
            dialog.set_error(words)

    def _show_moved(self, dialog: BasicDialog, words: str, moved: tuple[MovedField, ...]) -> None:
        self._shown_now |= {one.name: one.now for one in moved}
        if self._box is None:
            self._box = ConflictBox(dialog)
            dialog.widen(active_theme().px(CONFLICT_WIDTH))
            dialog.body.insertWidget(0, self._box)
        rows = []
        for one in moved:
            name, was = self._field_words(one.name, one.was)
            _, now = self._field_words(one.name, one.now)
            rows.append((name, was or "—", now or "—", one.who))
        lines = dict.fromkeys(
            f"{one.at:%m-%d %H:%M} {one.who}" for one in moved if one.at is not None
        )
        self._box.show_conflict(words, tuple(lines), rows)

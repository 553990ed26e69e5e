"""A form without the mouse: Enter goes to the next field, Shift+Enter to the one before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.picker import Picker
from desktop.widgets.shortcut import KeyLine
from desktop.widgets.text_area import TextArea


class FormFlow(QObject):
    """Leads through `fields` in order and sets the tab order to the same.

    Input methods eat Enter while they compose; one that lets it through is not obeyed either.
    """

    finished = Signal()

    def __init__(self, fields: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = list(fields)
        self._composes = False
        for field in self._fields:
            field.installEventFilter(self)
        for first, second in pairwise(self._fields):
            QWidget.setTabOrder(first, second)

    def fields(self) -> list[QWidget]:
        """Return the fields in order."""
        return list(self._fields)

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("Enter", self.tr("下一栏，最后一栏时提交")),
            KeyLine("Shift Enter", self.tr("上一栏")),
        )

    def start(self) -> None:
        """Put the cursor in the first field that can take it."""
        self._go(-1, 1)

    def go_to(self, field: QWidget) -> None:
        """Put the cursor in this field and mark its content."""
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composes = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._composes = False
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and watched in self._fields
        ):
            plain = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            breaks = isinstance(watched, TextArea) and watched.enter_breaks
            if plain == Qt.KeyboardModifier.NoModifier and not breaks:
                if not self._composes:
                    self._leave(watched, event)
                return True
        return super().eventFilter(watched, event)

    def _leave(self, field: QObject, event: QKeyEvent) -> None:
        if isinstance(field, Picker):
            field.take_current()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        place = next(i for i, known in enumerate(self._fields) if known is field)
        self._go(place, -1 if back else 1)

    def _go(self, place: int, step: int) -> None:
        place += step
        while 0 <= place < len(self._fields):
            field = self._fields[place]
            if field.isEnabled() and not field.isHidden():
                self.go_to(field)
                return
            place += step
        if step > 0:
            self.finished.emit()

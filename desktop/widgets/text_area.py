"""Several lines of text in a form: Enter goes on, Ctrl+J breaks the line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.widgets.shortcut import KeyLine


class TextArea(QPlainTextEdit):
    """Plain text; with `enter_breaks` Enter breaks the line as in a minute book."""

    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(
        self,
        placeholder: str = "",
        *,
        name: str = "",
        lines: int = 3,
        enter_breaks: bool = False,
        longest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._longest = longest
        self.enter_breaks = enter_breaks
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if longest:
            self.textChanged.connect(self._cut)

    def value(self) -> str:
        """Return the text without blanks at its ends."""
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show `value`."""
        self.setPlainText(value)

    def sizeHint(self) -> QSize:
        return QSize(320, self.fontMetrics().lineSpacing() * self._lines + 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().lineSpacing() * min(2, self._lines) + 26)

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (KeyLine("Ctrl J", self.tr("在长文本里换行")),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if control and event.key() == Qt.Key.Key_J:
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        elif enter and control:
            event.ignore()
        elif enter and not self.enter_breaks:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_wanted if back else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)

    def _cut(self) -> None:
        """Take away what is too long, at the cursor, as a line edit would."""
        over = len(self.toPlainText()) - self._longest
        if over > 0:
            cursor = self.textCursor()
            cursor.setPosition(max(0, cursor.position() - over), cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

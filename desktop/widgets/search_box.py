"""The search line: a glass in front, the key at the end, and a pause before it asks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.key_hint import key_width, paint_key
from desktop.widgets.left_keys import LeavesKeys
from desktop.widgets.wide_letters import narrow

_PAUSE_MS = 120


class SearchBox(LeavesKeys, QLineEdit):
    """A line that tells `searched` 120 ms after the last letter, at once on Enter."""

    searched = Signal(str)

    def __init__(
        self, placeholder: str, *, key: str = "Ctrl F", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._key = key
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._tell)
        self._follow_theme()

    def words(self) -> str:
        """Return what is searched for: full-width letters narrowed, ends trimmed."""
        return narrow(self.text()).strip()

    def show_words(self, words: str) -> None:
        """Show what is searched for by other means; nobody is told of it."""
        self._told = words
        self.setText(words)

    def take_focus(self) -> None:
        """Put the cursor in the line and mark what stands there."""
        self.setFocus()
        self.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(620), self._theme.px(20) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        middle = QRectF(self.rect()).center().y()
        canvas.icon("search", "text2", 12, middle, 16)
        if not self.text() and self._key:
            paint_key(
                canvas, self.width() - key_width(self._theme, self._key) - 8, middle, self._key
            )
        painter.end()

    def _wait(self) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        if self.words() != self._told:
            self._told = self.words()
            self.searched.emit(self._told)

    def _follow_theme(self) -> None:
        right = round(key_width(self._theme, self._key)) + 8 if self._key else 0
        self.setTextMargins(self._theme.px(16) + 10, 0, right, 0)
        self.updateGeometry()
        self.update()

"""A ranking: names, bars, figures, and a note at the right end.

It is painted, not plotted: a list with long Chinese names that must be cut, the first ones bold,
on a page (例会研判) that has no plot besides and should not wait for the library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import RIGHT, Canvas, PaintedWidget
from desktop.widgets.shortcut import KeyLine


@dataclass(frozen=True)
class RankingRow:
    """One place; `shown` are the words for the value, `note` those at the right end."""

    id: Any
    name: str
    value: float
    shown: str = ""
    note: str = ""
    tone: str = ""
    rank: str = ""


class RankingBars(PaintedWidget):
    """↑↓ move, Enter or a click tells `chosen` with the id; the first three stand out."""

    chosen = Signal(object)

    def __init__(self, *, name: str = "", strong: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RankingRow, ...] = ()
        self._strong = strong
        self._current = 0
        self._over = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(name or self.tr("排行"))

    def show_rows(self, rows: Sequence[RankingRow]) -> None:
        """Show these rows, highest first as the caller ordered them."""
        self._rows = tuple(rows)
        self._current = 0
        self._describe()
        self.updateGeometry()

    def line_height(self) -> int:
        """Return the height of one row."""
        return self._theme.px(20) + 12

    def sizeHint(self) -> QSize:
        return QSize(460, max(1, len(self._rows)) * self.line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = int(event.position().y() // self.line_height())
        self.update()

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._over = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().y() // self.line_height())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= place < len(self._rows):
            self._current = place
            self._choose()

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("↓", self.tr("排名：下一名")),
            KeyLine("↑", self.tr("排名：上一名")),
            KeyLine("Enter", self.tr("排名：看这一名的事件")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._rows:
            self._current = max(0, min(len(self._rows) - 1, self._current + step))
            self._describe()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._rows:
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        if not self._rows:
            return
        theme = self._theme
        highest = max((row.value for row in self._rows), default=1.0) or 1.0
        names = max(theme.text_width(r.name, 14, bold=True) for r in self._rows) + 14
        names = min(names, self.width() * 0.4)
        notes = max(theme.text_width(r.note, 13) for r in self._rows) + 8
        shown = max(theme.text_width(r.shown, 13, bold=True) for r in self._rows) + 14
        left = theme.px(34) + names
        room = max(20.0, self.width() - left - notes - shown - 10)
        for place, row in enumerate(self._rows):
            rect = QRectF(0, place * self.line_height(), self.width(), self.line_height())
            self._draw_row(canvas, rect, place, row, left, room * row.value / highest, notes)

    def _draw_row(
        self,
        canvas: Canvas,
        rect: QRectF,
        place: int,
        row: RankingRow,
        left: float,
        length: float,
        notes: float,
    ) -> None:
        strong = place < self._strong
        if place == self._over:
            canvas.box(rect, 5, "hover")
        if self.hasFocus() and place == self._current:
            canvas.focus_ring(rect, 5)
        number = QRectF(0, rect.top(), self._theme.px(22), rect.height())
        canvas.text(number, row.rank or str(place + 1), 13, "text2", bold=strong, align=RIGHT)
        words = QRectF(self._theme.px(34), rect.top(), left - self._theme.px(34) - 8, rect.height())
        canvas.text(words, row.name, 14, bold=strong)
        bar = QRectF(left, rect.center().y() - 7, max(2.0, length), 14)
        weak = self._theme.tokens.heat[3] if not self._theme.tokens.dark else "#3F74C0"
        canvas.box(bar, 3, row.tone or ("brand" if strong else weak))
        figure = QRectF(
            bar.right() + 8, rect.top(), self.width() - bar.right() - notes, rect.height()
        )
        canvas.text(figure, row.shown, 13, "brand", bold=strong)
        note = QRectF(self.width() - notes, rect.top(), notes - 6, rect.height())
        canvas.text(note, row.note, 13, "text2", align=RIGHT)

    def _choose(self) -> None:
        self._describe()
        self.chosen.emit(self._rows[self._current].id)

    def _describe(self) -> None:
        if self._rows:
            row = self._rows[self._current]
            self.setAccessibleDescription(f"{row.name} {row.shown} {row.note}".strip())
        self.update()

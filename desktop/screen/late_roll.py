"""The overdue cases, two lines a row: they scroll gently, or turn pages where nothing may move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QLinearGradient,
    QPainter,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.screen.board import Late
from desktop.screen.late_row import ROW, draw_row
from desktop.screen.panel import NOTE
from desktop.screen.part import ScreenPart
from desktop.theme import Theme
from desktop.widgets.canvas import CENTER, Canvas

MARK, FADE = 120, 40
FRAME_MILLISECONDS = 33
STEP = 0.6
"""Pixels a frame at a height of 1080: slow enough to read on."""
PAGE_MILLISECONDS = 10_000


class LateRoll(ScreenPart):
    """The moving list; it is painted once into a strip, and a frame only copies a part of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[Late, ...] = ()
        self._empty = ""
        self._strip = QPixmap()
        self._offset = 0.0
        self._still = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._move)
        # The strip covers all of it: the panel below need not be painted again each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._forget)

    def show_rows(self, rows: Sequence[Late], empty: str) -> None:
        """Show these cases; the list goes on from where it stands."""
        if tuple(rows) != self._rows or empty != self._empty:
            self._rows, self._empty = tuple(rows), empty
            self._forget()
        self.say([" ".join((one.title, one.unit, one.span)) for one in self._rows] or [empty])

    def set_still(self, still: bool) -> None:
        """Turn pages instead of scrolling, or scroll again."""
        if still != self._still:
            self._still = still
            self._offset = 0.0
            self._pace()

    def offset(self) -> float:
        """Return how far the list has moved, in pixels."""
        return self._offset

    def is_moving(self) -> bool:
        """Tell whether the list scrolls or turns pages."""
        return self._timer.isActive()

    def draw(self, canvas: Canvas) -> None:
        painter = canvas.painter
        painter.fillRect(self.rect(), self.theme.colour("surface"))
        if not self._rows:
            self._draw_nothing(canvas)
            return
        if self._strip.isNull():
            self._strip = self._painted(canvas.ratio)
        if self._is_long() and self._still:
            # A whole page: no row is cut at its edge.
            painter.setClipRect(0, 0, self.width(), self._page() * self._row())
        top = -round(self._offset)
        painter.drawPixmap(0, top, self._strip)
        end = top + len(self._rows) * self._row()
        if self._is_long() and not self._still and end < self.height():
            painter.drawPixmap(0, end, self._strip)
        if self._is_long() and not self._still:
            self._fade(painter)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    @Slot()
    def _move(self) -> None:
        whole = len(self._rows) * self._row()
        if self._still:
            step = self._page() * self._row()
            self._offset = 0.0 if self._offset + step >= whole else self._offset + step
            self.update()
            return
        before = round(self._offset)
        self._offset = (self._offset + STEP * self.theme.factor) % whole
        if round(self._offset) != before:
            self.update()

    @Slot()
    def _forget(self) -> None:
        self._strip = QPixmap()
        if self._offset >= len(self._rows) * self._row():
            self._offset = 0.0
        self._pace()
        self.update()

    def _pace(self) -> None:
        if not self._is_long():
            self._offset = 0.0
        if not self._is_long() or not self.isVisible():
            self._timer.stop()
            return
        pace = PAGE_MILLISECONDS if self._still else FRAME_MILLISECONDS
        if not self._timer.isActive() or self._timer.interval() != pace:
            self._timer.start(pace)

    def _draw_nothing(self, canvas: Canvas) -> None:
        """Draw the good news in the middle."""
        px, room = self.theme.px, QRectF(self.rect())
        if self._empty:
            middle = room.center().y() - px(MARK) / 2
            canvas.icon("circle-check", "ok", room.center().x() - px(MARK) / 2, middle, MARK)
        below = room.adjusted(0, room.height() / 2 + px(24), 0, 0)
        canvas.text(QRectF(below.left(), below.top(), below.width(), px(56)), self._empty, NOTE,
                    "text2", align=CENTER)  # fmt: skip

    def _fade(self, painter: QPainter) -> None:
        """Let the last row come up out of the ground instead of being cut."""
        ground, high = self.theme.colour("surface"), self.theme.px(FADE)
        clear = QColor(ground)
        clear.setAlpha(0)
        shade = QLinearGradient(0, self.height() - high, 0, self.height())
        shade.setColorAt(0, clear)
        shade.setColorAt(1, ground)
        painter.fillRect(0, self.height() - high, self.width(), high, shade)

    def _is_long(self) -> bool:
        return len(self._rows) * self._row() > self.height()

    def _row(self) -> int:
        return self.theme.px(ROW)

    def _page(self) -> int:
        return max(1, self.height() // self._row())

    def _painted(self, ratio: float) -> QPixmap:
        strip = QPixmap(QSize(self.width(), len(self._rows) * self._row()) * ratio)
        strip.setDevicePixelRatio(ratio)
        strip.fill(self.theme.colour("surface"))
        painter = QPainter(strip)
        canvas = Canvas(painter, self.theme)
        for place, row in enumerate(self._rows):
            rect = QRectF(0, place * self._row(), self.width(), self._row())
            draw_row(canvas, rect, row, "hover" if place % 2 == 0 else "surface")
        painter.end()
        return strip

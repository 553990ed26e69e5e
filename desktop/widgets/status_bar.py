"""The line at the bottom: connection, when data was last seen, counts, the date."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import Canvas, PaintedWidget

_DOTS = {"ok": "bar_ok", "warn": "bar_warn", "bad": "bar_bad"}


@dataclass(frozen=True)
class StatusItem:
    """One note: an icon, words, and a tone when it matters."""

    text: str
    icon: str = ""
    tone: str = "text2"


class StatusBar(PaintedWidget):
    """Notes left and right; the left ones give way, then they are cut with …."""

    item_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connection = ("ok", "")
        self._left: dict[str, StatusItem] = {}
        self._right: dict[str, StatusItem] = {}
        self._places: list[tuple[QRectF, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_connection(self, tone: str, text: str) -> None:
        """Show the dot of the connection: tone is ok, warn or bad."""
        self._connection = (tone, text)
        self._tell()

    def set_item(
        self, key: str, item: StatusItem | None, *, right: bool = False, before: str = ""
    ) -> None:
        """Show, change or (None) remove a note; a new one may stand before another."""
        side = self._right if right else self._left
        if item is None:
            side.pop(key, None)
        else:
            later = side.pop(before, None) if key not in side else None
            side[key] = item
            if later is not None:
                side[before] = later
        self._tell()

    def words(self) -> str:
        """Return everything the line says, for screen readers and tests."""
        items = [*self._left.values(), *self._right.values()]
        return " · ".join([self._connection[1], *(item.text for item in items)])

    def sizeHint(self) -> QSize:
        return QSize(600, self._theme.px(18) + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            for rect, key in self._places:
                if rect.contains(QPointF(event.position())):
                    self.item_chosen.emit(key)

    def draw(self, canvas: Canvas) -> None:
        canvas.painter.fillRect(self.rect(), self._theme.colour("surface"))
        canvas.line(0, 0.5, self.width(), 0.5, "border")
        self._places = []
        middle = self.height() / 2
        tone, text = self._connection
        words = min(self._theme.text_width(text, 13) + 2, self.width() * 0.4)
        canvas.box(QRectF(12, middle - 4, 9, 9), 4.5, _DOTS.get(tone, "bar_ok"))
        ink = {"warn": "warn", "bad": "danger"}.get(tone, "text2")
        canvas.text(QRectF(27, 0, words, self.height()), text, 13, ink)
        first = 27 + words + 28
        right = self._draw_right(canvas, self.width() - 12, first)
        self._draw_left(canvas, first, right - 24)

    def _draw_right(self, canvas: Canvas, end: float, least: float) -> float:
        for key, item in reversed(self._right.items()):
            width = self._width(item)
            if end - width < least:
                break
            self._draw_item(canvas, end - width, width, key, item)
            end -= width + 28
        return end + 28

    def _draw_left(self, canvas: Canvas, x: float, end: float) -> None:
        for key, item in self._left.items():
            width = min(self._width(item), end - x)
            if width < 60:
                return
            self._draw_item(canvas, x, width, key, item)
            x += width + 28

    def _draw_item(
        self, canvas: Canvas, x: float, width: float, key: str, item: StatusItem
    ) -> None:
        rect = QRectF(x, 0, width, self.height())
        self._places.append((rect, key))
        if item.icon:
            rect.setLeft(x + canvas.icon(item.icon, item.tone, x, self.height() / 2, 14) + 7)
        canvas.text(rect, item.text, 13, item.tone)

    def _width(self, item: StatusItem) -> float:
        icon = self._theme.px(14) + 7 if item.icon else 0
        return self._theme.text_width(item.text, 13) + icon + 1

    def _tell(self) -> None:
        self.setAccessibleName(self.words())
        self.update()

"""Painting by tokens: words, icons and boxes for everything that is drawn by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme, active_theme

# Plain numbers, because joining flags of Qt costs more than drawing a short word.
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
LEFT = _ONE_LINE | Qt.AlignmentFlag.AlignLeft.value
RIGHT = _ONE_LINE | Qt.AlignmentFlag.AlignRight.value
CENTER = _ONE_LINE | Qt.AlignmentFlag.AlignHCenter.value
ALIGN = {"left": LEFT, "right": RIGHT, "center": CENTER}


class Canvas:
    """A painter that knows the theme; made for one paint event or one cell."""

    __slots__ = ("painter", "ratio", "theme")

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self.theme = theme
        self.ratio = painter.device().devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def text(
        self,
        rect: QRectF,
        words: str,
        size: int = 14,
        ink: str = "text",
        *,
        bold: bool = False,
        align: int = LEFT,
        hits: Sequence[tuple[int, int]] = (),
    ) -> float:
        """Draw `words` on one line inside `rect`, cut with …; return the width they took.

        `hits` are the parts (start, end) of left-aligned words that a search has found.
        """
        if not words or rect.width() <= 0:
            return 0.0
        shown, width = self.theme.fitted(words, size, bold, rect.width())
        if hits:
            self._mark_hits(rect, shown, len(shown) < len(words), size, bold, hits)
        self.painter.setFont(self.theme.font(size, bold=bold))
        self.painter.setPen(self.theme.colour(ink))
        self.painter.drawText(rect, align, shown)
        return width

    def _mark_hits(
        self,
        rect: QRectF,
        shown: str,
        is_cut: bool,
        size: int,
        bold: bool,
        hits: Sequence[tuple[int, int]],
    ) -> None:
        """Lay a ground under what was found, as far as it is shown."""
        metrics = self.theme.metrics(size, bold=bold)
        seen = len(shown) - 1 if is_cut else len(shown)
        height = metrics.height()
        for start, end in hits:
            # A hit that is cut off is marked at the … that stands for it.
            first, last = min(start, seen), len(shown) if is_cut and end > seen else end
            left = metrics.horizontalAdvance(shown[:first])
            right = metrics.horizontalAdvance(shown[:last])
            top = rect.center().y() - height / 2
            box = QRectF(rect.left() + left - 1, top, right - left + 2, height)
            self.box(box, 3, "hit")

    def icon(self, name: str, ink: str, x: float, middle: float, size: int = 16) -> float:
        """Draw an icon with its left side at `x`, centred on `middle`; return its width."""
        side = self.theme.px(size)
        pixmap = self.theme.pixmap(name, ink, side, self.ratio)
        self.painter.drawPixmap(QPointF(round(x), round(middle - side / 2)), pixmap)
        return float(side)

    def box(
        self,
        rect: QRectF,
        radius: float,
        fill: str = "",
        border: str = "",
        width: float = 1.0,
    ) -> None:
        """Draw a rounded box; the border stays inside `rect`."""
        self.painter.setBrush(self.theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        if border:
            self.painter.setPen(QPen(self.theme.colour(border), width))
            half = width / 2
            rect = rect.adjusted(half, half, -half, -half)
        else:
            self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.drawRoundedRect(rect, radius, radius)

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: str, width: float = 1) -> None:
        """Draw a straight line."""
        self.painter.setPen(QPen(self.theme.colour(ink), width))
        self.painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def focus_ring(self, rect: QRectF, radius: float, ink: str = "focus") -> None:
        """Draw the 2 px ring that shows where the keyboard is."""
        self.box(rect, radius, border=ink, width=2)


class PaintedWidget(QWidget):
    """A widget drawn by hand: subclasses fill `draw`, and a new theme repaints them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)

    def draw(self, canvas: Canvas) -> None:
        """Paint the widget."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(Canvas(painter, self._theme))
        painter.end()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

"""One figure: what it counts, its value, the parts it is made of, and a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.chips import ChipSpec, paint_chip


@dataclass(frozen=True)
class KpiFigure:
    """`change_tone` is green, amber, red or grey: whether a change is good is the page's word."""

    value: str
    unit: str = ""
    parts: str = ""
    change: str = ""
    change_tone: str = "grey"
    note: str = ""
    note_tone: str = "text2"
    value_tone: str = "text"
    line: Sequence[float] = ()
    line_tone: str = "brand"


class KpiTile(QAbstractButton):
    """A card that opens the list behind its figure; «—» means nothing to divide by."""

    def __init__(
        self,
        label: str,
        icon: str = "",
        *,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._label = label
        self._icon_name = icon
        self._compact = compact
        self._figure = KpiFigure("—")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)

    def show_figure(self, figure: KpiFigure) -> None:
        """Show another value."""
        self._figure = figure
        self.setAccessibleName(f"{self._label} {figure.value}{figure.unit}")
        parts = (figure.parts, figure.change, figure.note)
        self.setAccessibleDescription(" ".join(part for part in parts if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(58 if self._compact else 110) + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(130), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect())
        ground = "hover" if self.underMouse() else "surface"
        canvas.box(rect, 8, ground, "brand" if self.isChecked() else "border")
        if self._compact:
            self._paint_compact(canvas, rect)
        else:
            self._paint_full(canvas, rect)
        if self.hasFocus():
            canvas.focus_ring(rect, 8)
        painter.end()

    def _paint_label(self, canvas: Canvas, x: float, top: float) -> None:
        height = self._theme.px(20)
        if self._icon_name:
            x += canvas.icon(self._icon_name, "text2", x, top + height / 2, 16) + 7
        canvas.text(QRectF(x, top, self.width() - x - 12, height), self._label, 13, "text2")

    def _paint_value(self, canvas: Canvas, x: float, top: float, size: int) -> float:
        height = self._theme.px(size + 10)
        room = self.width() - x - 12
        took = canvas.text(
            QRectF(x, top, room, height),
            self._figure.value,
            size,
            self._figure.value_tone,
            bold=True,
        )
        unit = QRectF(x + took + 6, top + height * 0.24, room - took, height * 0.7)
        return x + took + 6 + canvas.text(unit, self._figure.unit, 13, "text2")

    def _paint_full(self, canvas: Canvas, rect: QRectF) -> None:
        figure = self._figure
        self._paint_label(canvas, 16, 12)
        top = 12 + self._theme.px(22)
        end = self._paint_value(canvas, 16, top, 30)
        self._paint_line(canvas, QRectF(end + 16, top + 2, rect.right() - end - 32, 34))
        top += self._theme.px(40)
        canvas.text(
            QRectF(16, top, rect.width() - 32, self._theme.px(20)), figure.parts, 13, "text2"
        )
        top += self._theme.px(20) + 4
        x = 16.0
        middle = top + self._theme.px(12)
        if figure.change:
            chip = ChipSpec(figure.change, figure.change_tone)
            x += paint_chip(canvas, x, middle, chip, room=rect.width() - 32) + 10
        room = QRectF(x, middle - self._theme.px(10), rect.right() - x - 12, self._theme.px(20))
        canvas.text(room, figure.note, 12, figure.note_tone)

    def _paint_compact(self, canvas: Canvas, rect: QRectF) -> None:
        figure = self._figure
        self._paint_label(canvas, 14, 10)
        top = 10 + self._theme.px(22)
        end = self._paint_value(canvas, 14, top, 22)
        note = figure.note or figure.change or figure.parts
        width = self._theme.text_width(note, 12) + 2
        left = max(end + 8, rect.right() - 14 - width)
        room = QRectF(left, top, rect.right() - 12 - left, self._theme.px(32))
        canvas.text(room, note, 12, figure.note_tone)

    def _paint_line(self, canvas: Canvas, rect: QRectF) -> None:
        values = list(self._figure.line)
        if len(values) < 2 or rect.width() < 40:
            return
        rect.setLeft(max(rect.left(), rect.right() - 110))
        low, high = min(values), max(values)
        span = (high - low) or 1.0
        points = [
            QPointF(
                rect.left() + rect.width() * place / (len(values) - 1),
                rect.bottom() - rect.height() * (value - low) / span,
            )
            for place, value in enumerate(values)
        ]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        colour = canvas.theme.colour(self._figure.line_tone)
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.setPen(QPen(colour, 1.6))
        canvas.painter.drawPath(path)
        canvas.box(QRectF(points[-1].x() - 3, points[-1].y() - 3, 6, 6), 3, self._figure.line_tone)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

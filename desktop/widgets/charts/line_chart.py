"""A trend: lines from a zero-based axis, names at their ends, a card at the pointer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import CENTER, LEFT, RIGHT, Canvas, PaintedWidget


@dataclass(frozen=True)
class Series:
    """One line; a None in `values` is a gap. `tone` is an ink or tone of the theme."""

    name: str
    values: Sequence[float | None]
    tone: str = "brand"
    dashed: bool = False
    filled: bool = False


@dataclass(frozen=True)
class Band:
    """A stretch of places with a name, such as a holiday."""

    first: int
    last: int
    name: str


class LineChart(PaintedWidget):
    """`chosen` tells the place (0 …) that was pressed, or Enter on the marked one."""

    chosen = Signal(object)

    def __init__(self, *, name: str = "", unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[str] = []
        self._details: list[str] = []
        self._series: list[Series] = []
        self._bands: list[Band] = []
        self._unit = unit
        self._marked: int | None = None
        self._chosen: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name or self.tr("趋势"))

    def show_series(
        self,
        labels: Sequence[str],
        series: Sequence[Series],
        *,
        bands: Sequence[Band] = (),
        details: Sequence[str] = (),
    ) -> None:
        """Show lines over `labels`; `details` are longer names for the card at the pointer."""
        self._labels = list(labels)
        self._details = list(details) or list(labels)
        self._series = list(series)
        self._bands = list(bands)
        self._marked = self._chosen = None
        self._describe()

    def choose(self, place: int | None) -> None:
        """Mark a place lastingly, without telling."""
        self._chosen = place
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 140)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mark(self._place_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mark(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._labels:
            start = self._marked if self._marked is not None else len(self._labels) - 1 - step
            self._mark(max(0, min(len(self._labels) - 1, start + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marked is not None:
            self._choose(self._marked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mark(None)
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        plot = self._plot()
        top = self._top()
        self._draw_bands(canvas, plot)
        self._draw_axis(canvas, plot, top)
        for series in self._series:
            self._draw_series(canvas, plot, top, series)
        self._draw_end_names(canvas, plot, top)
        shown = self._marked if self._marked is not None else self._chosen
        if shown is not None and shown < len(self._labels):
            self._draw_mark(canvas, plot, top, shown)
        if self.hasFocus():
            canvas.focus_ring(QRectF(self.rect()), 6)

    # --- measures

    def _plot(self) -> QRectF:
        left = self._theme.text_width(f"{self._top():,.0f}", 12) + 18
        names = [self._theme.text_width(f"{s.name} 0,000", 13, bold=True) for s in self._series]
        right = max(names, default=0) + 16
        return QRectF(left, 10, max(40.0, self.width() - left - right), self.height() - 46)

    def _top(self) -> float:
        known = [v for s in self._series for v in s.values if v is not None]
        highest = max(known, default=1.0) or 1.0
        step = 10 ** math.floor(math.log10(highest))
        return next(
            (step * m for m in (1, 1.5, 2, 3, 4, 5, 7.5, 10) if step * m >= highest), highest
        )

    def _x(self, plot: QRectF, place: int) -> float:
        return plot.left() + plot.width() * place / max(1, len(self._labels) - 1)

    def _y(self, plot: QRectF, top: float, value: float) -> float:
        return plot.bottom() - plot.height() * value / top

    def _place_at(self, x: float) -> int | None:
        plot = self._plot()
        if not self._labels or not plot.left() - 12 <= x <= plot.right() + 12:
            return None
        each = plot.width() / max(1, len(self._labels) - 1)
        return max(0, min(len(self._labels) - 1, round((x - plot.left()) / each)))

    # --- painting

    def _draw_axis(self, canvas: Canvas, plot: QRectF, top: float) -> None:
        for part in range(4):
            value = top * part / 3
            y = round(self._y(plot, top, value)) + 0.5
            canvas.line(plot.left(), y, plot.right(), y, "control_border" if not part else "border")
            words = f"{value:,.0f}" if top >= 3 else f"{value:,.1f}"
            canvas.text(QRectF(0, y - 10, plot.left() - 8, 20), words, 12, "text3", align=RIGHT)
        if not self._labels:
            return
        widest = max(self._theme.text_width(label, 12) for label in self._labels) + 18
        every = max(1, math.ceil(widest * len(self._labels) / max(1.0, plot.width())))
        last = len(self._labels) - 1
        for place in range(last, -1, -every):
            room = QRectF(self._x(plot, place) - 60, plot.bottom() + 8, 120, 20)
            canvas.text(room, self._labels[place], 12, "text3", align=CENTER)

    def _draw_bands(self, canvas: Canvas, plot: QRectF) -> None:
        for band in self._bands:
            left, right = self._x(plot, band.first), self._x(plot, band.last)
            rect = QRectF(left, plot.top(), max(8.0, right - left), plot.height())
            canvas.painter.fillRect(rect, canvas.theme.colour("warn_weak"))
            words = QRectF(rect.center().x() - 60, plot.top() + 2, 120, 20)
            canvas.text(words, band.name, 12, "warn", bold=True, align=CENTER)

    def _draw_series(self, canvas: Canvas, plot: QRectF, top: float, series: Series) -> None:
        path, open_path = QPainterPath(), False
        for place, value in enumerate(series.values):
            if value is None:
                open_path = False
                continue
            point = QPointF(self._x(plot, place), self._y(plot, top, value))
            if open_path:
                path.lineTo(point)
            else:
                path.moveTo(point)
            open_path = True
        if series.filled and None not in series.values and len(series.values) > 1:
            ground = QPainterPath(path)
            ground.lineTo(self._x(plot, len(series.values) - 1), plot.bottom())
            ground.lineTo(plot.left(), plot.bottom())
            canvas.painter.setOpacity(0.12)
            canvas.painter.fillPath(ground, canvas.theme.colour(series.tone))
            canvas.painter.setOpacity(1.0)
        pen = QPen(canvas.theme.colour(series.tone), 1.5 if series.dashed else 2.2)
        if series.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.setPen(pen)
        canvas.painter.drawPath(path)

    def _draw_end_names(self, canvas: Canvas, plot: QRectF, top: float) -> None:
        ends = []
        for series in self._series:
            if series.values and series.values[-1] is not None:
                ends.append((self._y(plot, top, series.values[-1]), series, series.values[-1]))
        ends.sort(key=lambda end: end[0])
        step, y = self._theme.px(18), -1e9
        for wanted, series, value in ends:
            y = max(y + step, wanted)
            dot = QRectF(plot.right() - 4, wanted - 4, 8, 8)
            if not series.dashed:
                canvas.box(dot, 4, series.tone)
            words = series.name if series.dashed else f"{series.name} {value:,.0f}"
            room = QRectF(plot.right() + 10, y - 10, self.width() - plot.right() - 12, 20)
            canvas.text(room, words, 13, series.tone, bold=not series.dashed)

    def _draw_mark(self, canvas: Canvas, plot: QRectF, top: float, place: int) -> None:
        x = round(self._x(plot, place)) + 0.5
        canvas.painter.setPen(QPen(canvas.theme.colour("text3"), 1, Qt.PenStyle.DashLine))
        canvas.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        lines = [(s, s.values[place]) for s in self._series if place < len(s.values)]
        height = 34 + 24 * len(lines)
        left = x + 12 if x + 212 < self.width() else x - 212
        card = QRectF(left, plot.bottom() - height - 10, 200, height)
        canvas.box(card, 8, "surface", "control_border")
        head = QRectF(card.left() + 12, card.top() + 6, 180, 24)
        canvas.text(head, self._details[place], 13, bold=True, align=LEFT)
        for number, (series, value) in enumerate(lines):
            y = card.top() + 32 + 24 * number
            canvas.box(QRectF(card.left() + 12, y + 8, 10, 4), 2, series.tone)
            canvas.text(QRectF(card.left() + 30, y, 100, 20), series.name, 13, "text2")
            words = "—" if value is None else f"{value:,.0f} {self._unit}".rstrip()
            canvas.text(QRectF(card.left() + 90, y, 98, 20), words, 13, align=RIGHT)
            if value is not None:
                spot = QPointF(x, self._y(plot, top, value))
                canvas.box(QRectF(spot.x() - 4, spot.y() - 4, 8, 8), 4, series.tone, "surface")

    # --- telling

    def _mark(self, place: int | None) -> None:
        if place != self._marked:
            self._marked = place
            self._describe()

    def _choose(self, place: Any) -> None:
        self._chosen = place
        self.update()
        self.chosen.emit(place)

    def _describe(self) -> None:
        place = self._marked if self._marked is not None else len(self._labels) - 1
        if 0 <= place < len(self._labels):
            values = (f"{s.name} {s.values[place]}" for s in self._series if place < len(s.values))
            self.setAccessibleDescription(" ".join((self._details[place], *values)))
        self.update()

"""A trend: lines from a zero-based axis, names at their ends, a card at the pointer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.canvas import CENTER, Canvas
from desktop.widgets.charts.plot import Plot

TICKS = 3
ROUND_TOPS = (1, 1.5, 2, 3, 4, 5, 7.5, 10)
REACH = 12
"""How far beside the first and the last place the pointer still means them."""


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


class LineChart(Plot):
    """`chosen` tells the place (0 …) that was pressed, or Enter on the one that ← → marked."""

    chosen = Signal(object)

    def __init__(self, *, name: str = "", unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name or "", parent=parent)
        self.setAccessibleName(name or self.tr("趋势"))
        self._labels: list[str] = []
        self._details: list[str] = []
        self._series: list[Series] = []
        self._bands: list[Band] = []
        self._unit = unit
        self._marked: int | None = None
        self._top = 1.0
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._cursor.setVisible(False)
        self._drawn: list[Any] = []
        self.add_axis("left")
        self.add_axis("bottom")
        self.box.addItem(self._cursor)
        self._put_on()

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
        self._top = _round_top([v for s in series for v in s.values if v is not None])
        self._marked = None
        self._draw()
        self.fit()
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(520, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 140)

    # Plot ----------------------------------------------------------------------------------

    def dress(self) -> None:
        self.dress_axis("left")
        self.dress_axis("bottom", line="control_border")
        self._cursor.setPen(self.pen("text3", dashed=True))
        self._draw()

    def fit(self) -> None:
        names = [self._theme.text_width(f"{s.name} 0,000", 13, bold=True) for s in self._series]
        self.set_margins(0, 10, max(names, default=0) + 18, 0)
        values = self._levels()
        words = [f"{v:,.0f}" if self._top >= TICKS else f"{v:,.1f}" for v in values]
        left = self.axes["left"]
        left.setTicks([list(zip(values, words, strict=True))])
        left.setWidth(max(self._theme.text_width(one, 12) for one in words) + 16)
        self.axes["bottom"].setHeight(self._theme.px(20) + 14)
        last = max(1, len(self._labels) - 1)
        single = len(self._labels) == 1
        across = (-0.5, 0.5) if single else (0, last)
        self.box.setRange(xRange=across, yRange=(0, self._top), padding=0)
        self.lay_out()
        self._set_bottom_ticks()

    def draw_over(self, canvas: Canvas) -> None:
        frame = self.frame()
        for band in self._bands:
            middle = (self.pixel(band.first, 0).x() + self.pixel(band.last, 0).x()) / 2
            words = QRectF(middle - 60, frame.top() + 2, 120, self._theme.px(20))
            canvas.text(words, band.name, 12, "warn", bold=True, align=CENTER)
        self._draw_end_names(canvas, frame)
        if self._marked is not None and self._marked < len(self._labels):
            self._draw_mark(canvas, self._marked)
        if self.hasFocus():
            canvas.focus_ring(QRectF(self.rect()), 6)

    def spot_at(self, point: QPointF) -> int | None:
        frame = self.frame()
        if not self._labels or not frame.left() - REACH <= point.x() <= frame.right() + REACH:
            return None
        return max(0, min(len(self._labels) - 1, round(self.data(point).x())))

    def go(self, key: Qt.Key) -> bool:
        if not self._labels:
            return False
        last = len(self._labels) - 1
        here = self._marked
        aims = {
            Qt.Key.Key_Right: last if here is None else here + 1,
            Qt.Key.Key_Left: last if here is None else here - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key not in aims:
            return False
        self.mark(max(0, min(last, aims[key])))
        return True

    def mark(self, spot: int | None) -> None:
        if spot == self._marked:
            return
        self._marked = spot
        self._cursor.setVisible(spot is not None)
        if spot is not None:
            self._cursor.setPos(spot)
        self._describe()

    def take(self, spot: Any = None) -> None:
        place = self._marked if spot is None else spot
        if place is not None:
            self.mark(place)
            self.chosen.emit(place)

    # Inside --------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Hand bands and lines to the library."""
        for one in self._drawn:
            self.box.removeItem(one)
        self._drawn.clear()
        for level in self._levels()[1:]:
            self._put(pg.InfiniteLine(level, angle=0, pen=self.pen("border")))
        for band in self._bands:
            region = pg.LinearRegionItem(
                (band.first - 0.4, band.last + 0.4),
                movable=False,
                brush=self.wash("warn", 0.12),
                pen=pg.mkPen(None),
            )
            self._put(region)
        places = list(range(len(self._labels)))
        for series in reversed(self._series):
            values = [math.nan if v is None else float(v) for v in series.values]
            filled = series.filled and None not in series.values
            self._put(
                pg.PlotDataItem(
                    places,
                    values,
                    pen=self.pen(series.tone, 1.5 if series.dashed else 2.2, dashed=series.dashed),
                    connect="finite",
                    fillLevel=0 if filled else None,
                    fillBrush=self.wash(series.tone, 0.12) if filled else None,
                )
            )

    def _put(self, one: Any) -> None:
        self.box.addItem(one)
        self._drawn.append(one)

    def _levels(self) -> list[float]:
        return [self._top * part / TICKS for part in range(TICKS + 1)]

    def _set_bottom_ticks(self) -> None:
        """Write as many labels as fit, from the last one backwards."""
        if not self._labels:
            self.axes["bottom"].setTicks([[]])
            return
        widest = max(self._theme.text_width(label, 12) for label in self._labels) + 18
        room = max(1.0, self.frame().width())
        every = max(1, math.ceil(widest * len(self._labels) / room))
        places = range(len(self._labels) - 1, -1, -every)
        self.axes["bottom"].setTicks([[(place, self._labels[place]) for place in places]])

    def _draw_end_names(self, canvas: Canvas, frame: QRectF) -> None:
        ends = sorted(
            (
                (self.pixel(len(s.values) - 1, s.values[-1]), s, s.values[-1])
                for s in self._series
                if s.values and s.values[-1] is not None
            ),
            key=lambda end: end[0].y(),
        )
        step, y = self._theme.px(18), -1e9
        for spot, series, value in ends:
            y = max(y + step, spot.y())
            if not series.dashed:
                canvas.box(QRectF(spot.x() - 4, spot.y() - 4, 8, 8), 4, series.tone)
            words = series.name if series.dashed else f"{series.name} {value:,.0f}"
            left = frame.right() + 10
            room = QRectF(left, y - step / 2, self.width() - left, step)
            canvas.text(room, words, 13, series.tone, bold=not series.dashed)

    def _draw_mark(self, canvas: Canvas, place: int) -> None:
        lines = []
        for series in self._series:
            value = series.values[place] if place < len(series.values) else None
            lines.append((series.tone, series.name, self._amount(value)))
            if value is not None:
                spot = self.pixel(place, value)
                canvas.box(QRectF(spot.x() - 4, spot.y() - 4, 8, 8), 4, series.tone, "surface")
        # Beside the line and at the foot, where it hides the least.
        beside = QPointF(self.pixel(place, 0).x(), self.frame().bottom())
        self.card(canvas, beside, self._details[place], lines)

    def _amount(self, value: float | None) -> str:
        return "—" if value is None else f"{value:,.0f} {self._unit}".rstrip()

    def _describe(self) -> None:
        place = self._marked if self._marked is not None else len(self._labels) - 1
        if 0 <= place < len(self._labels):
            values = (
                f"{s.name} {self._amount(s.values[place])}"
                for s in self._series
                if place < len(s.values)
            )
            self.setAccessibleDescription(" ".join((self._details[place], *values)))
        self.repaint_over()


def _round_top(values: Sequence[float]) -> float:
    """Return the round number at or above the highest value."""
    highest = max(values, default=1.0) or 1.0
    step = 10 ** math.floor(math.log10(highest))
    return next((step * m for m in ROUND_TOPS if step * m >= highest), highest)

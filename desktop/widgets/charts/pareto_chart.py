"""A Pareto chart: the largest first as bars, and a line for the share of all down to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.canvas import LEFT, RIGHT, Canvas
from desktop.widgets.charts.plot import Plot

STRONG = 3
BAR = 0.42
CORNER = 4.0
NAME_SHARE = 0.36
LINE_SHARE, LEAST_LINE = 0.12, 60
NARROW_BELOW = 560
GAP = 10
SCALE = (-6, 106)
"""Percent, with room for half a mark at both ends."""


@dataclass(frozen=True)
class ParetoRow:
    """One bar: `rank` and `moved` are words before the name, shares are percent."""

    id: Any
    rank: str
    moved: str
    moved_tone: str
    name: str
    count: int
    share: str
    sum: float
    sum_words: str


class ParetoChart(Plot):
    """↑↓ (or ←→) move, Enter or a click tells `chosen` with the id; the first three stand out."""

    chosen = Signal(object)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.setAccessibleName(name or self.tr("排行"))
        self._rows: tuple[ParetoRow, ...] = ()
        self._here = 0
        self._over: int | None = None
        self._bars = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        self.box.addItem(self._bars)
        # The line has a scale of its own: percent, in a column of its own.
        self._sums = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._line = pg.PlotDataItem(antialias=True)
        self._sums.addItem(self._line)
        self.scene().addItem(self._sums)
        for box in (self.box, self._sums):
            box.invertY(True)
        self._put_on()

    def show_rows(self, rows: Sequence[ParetoRow]) -> None:
        """Show these rows, the largest first as the caller ordered them."""
        self._rows = tuple(rows)
        self._here = 0
        self.setFixedHeight(self.sizeHint().height())
        self._draw()
        self.fit()
        self._describe()

    def line_height(self) -> int:
        """Return the height of one row."""
        return self._theme.px(20) + 12

    def sizeHint(self) -> QSize:
        return QSize(460, self._head() + max(1, len(self._rows)) * self.line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    # Plot ----------------------------------------------------------------------------------

    def dress(self) -> None:
        self._draw()

    def fit(self) -> None:
        left, bars, share, line, _ = self._columns()
        self.set_margins(left, self._head(), self.width() - bars, 0)
        self.lay_out()
        high = max(1, len(self._rows))
        highest = max((row.count for row in self._rows), default=1) or 1
        # What a count needs behind the longest bar is part of the scale.
        room = max(1.0, bars - left)
        words = max(
            (self._theme.text_width(f"{r.count:,}", 13, bold=True) for r in self._rows), default=0
        )
        scale = highest * room / max(1.0, room - words - 14)
        self.box.setRange(xRange=(0, scale), yRange=(0, high), padding=0)
        below = self.height() - self._head()
        self._sums.setGeometry(QRectF(share, self._head(), line - share, below))
        self._sums.setRange(xRange=SCALE, yRange=(0, high), padding=0, disableAutoRange=True)

    def draw_over(self, canvas: Canvas) -> None:
        if not self._rows:
            return
        self._draw_head(canvas)
        for place, row in enumerate(self._rows):
            self._draw_row(canvas, place, row)

    def spot_at(self, point: QPointF) -> int | None:
        place = int((point.y() - self._head()) // self.line_height())
        return place if 0 <= place < len(self._rows) else None

    def go(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
        }
        if key not in steps or not self._rows:
            return False
        self._here = max(0, min(len(self._rows) - 1, self._here + steps[key]))
        self._describe()
        return True

    def mark(self, spot: int | None) -> None:
        if spot != self._over:
            self._over = spot
            self.repaint_over()

    def take(self, spot: Any = None) -> None:
        if not self._rows:
            return
        self._here = self._here if spot is None else spot
        self._describe()
        self.chosen.emit(self._rows[self._here].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repaint_over()

    # Inside --------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Hand bars and line to the library, which takes no empty list of pens."""
        if not self._rows:
            return
        tokens = self._theme.tokens
        middles = [place + 0.5 for place in range(len(self._rows))]
        inks = [tokens.brand if p < STRONG else tokens.heat[3] for p in range(len(self._rows))]
        self._bars.setOpts(
            x0=[0.0] * len(middles),
            x1=[float(row.count) for row in self._rows],
            y0=[middle - BAR / 2 for middle in middles],
            y1=[middle + BAR / 2 for middle in middles],
            pens=[self.pen(ink, CORNER) for ink in inks],
            brushes=[pg.mkBrush(self._theme.colour(ink)) for ink in inks],
        )
        self._line.setData(
            [row.sum for row in self._rows],
            middles,
            pen=self.pen("warn", 1.5),
            symbol="o",
            symbolSize=7,
            symbolPen=self.pen("warn", 1.5),
            symbolBrush=pg.mkBrush(self._theme.colour("surface")),
        )

    def _draw_head(self, canvas: Canvas) -> None:
        left, bars, share, _, _ = self._columns()
        high = self._head()
        for rect, words, align in (
            (QRectF(self._theme.px(34), 0, left, high), self.tr("事项"), LEFT),
            (QRectF(left, 0, bars - left, high), self.tr("件数"), LEFT),
            (QRectF(bars, 0, share - bars - GAP, high), self.tr("占比"), RIGHT),
            (QRectF(share, 0, self.width() - share - 4, high), self.tr("累计占比"), RIGHT),
        ):
            canvas.text(rect, words, 12, "text3", align=align)

    def _draw_row(self, canvas: Canvas, place: int, row: ParetoRow) -> None:
        left, bars, share, line, moved = self._columns()
        strong = place < STRONG
        rect = QRectF(
            0, self._head() + place * self.line_height(), self.width(), self.line_height()
        )
        if self.hasFocus() and place == self._here:
            canvas.focus_ring(rect, 5)
        elif place == self._over:
            canvas.box(rect.adjusted(0, 1, 0, -1), 5, border="control_border")
        number = QRectF(0, rect.top(), self._theme.px(22), rect.height())
        canvas.text(number, row.rank, 13, "text2", bold=strong, align=RIGHT)
        start: float = self._theme.px(34)
        canvas.text(QRectF(start, rect.top(), moved, rect.height()), row.moved, 12, row.moved_tone)
        start += moved
        words = QRectF(start, rect.top(), left - start - 8, rect.height())
        canvas.text(words, row.name, 14, bold=strong)
        end = self.pixel(row.count, place + 0.5).x() + 8
        figure = QRectF(end, rect.top(), bars - end, rect.height())
        canvas.text(figure, f"{row.count:,}", 13, "brand", bold=strong)
        part = QRectF(bars, rect.top(), share - bars - GAP, rect.height())
        canvas.text(part, row.share, 13, "text2", align=RIGHT)
        whole = QRectF(line, rect.top(), self.width() - line - 4, rect.height())
        canvas.text(whole, row.sum_words, 13, "text2", align=RIGHT)

    def _columns(self) -> tuple[float, float, float, float, float]:
        """Return where bars, shares, line and sums begin, and how wide the movements are."""
        theme = self._theme
        moved = 0.0
        if not self._is_narrow():
            moved = max((theme.text_width(r.moved, 12) for r in self._rows), default=0.0)
        moved += 8 if moved else 0
        names = max((theme.text_width(r.name, 14, bold=True) for r in self._rows), default=0.0)
        left = theme.px(34) + moved + min(names + 14, self.width() * NAME_SHARE)
        percent = theme.text_width("100.00%", 13) + 16
        line = self.width() - percent
        share = line - max(LEAST_LINE, self.width() * LINE_SHARE)
        bars = share - (0 if self._is_narrow() else percent)
        return left, max(left + 40, bars), share, line, moved

    def _is_narrow(self) -> bool:
        """Tell whether the shares are left out; the sums beside them tell as much."""
        return self.width() < NARROW_BELOW * self._theme.factor

    def _head(self) -> int:
        return self._theme.px(20) + 4

    def _describe(self) -> None:
        if self._rows:
            row = self._rows[self._here]
            words = self.tr("第 {rank} {name} {count} 件，占 {share}，累计 {sum}")
            self.setAccessibleDescription(
                words.format(
                    rank=row.rank,
                    name=row.name,
                    count=row.count,
                    share=row.share,
                    sum=row.sum_words,
                )
            )
        self.repaint_over()

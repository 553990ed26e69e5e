"""When things are reported: seven days down, twenty-four hours across, a sum at each day's end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.canvas import CENTER, Canvas
from desktop.widgets.charts.plot import Plot

_DAYS = 7
_HOURS = 24
_PARTS = (0.08, 0.2, 0.35, 0.55)
WHOLE_DAY = _HOURS
"""The place after the last hour: the sum of the day."""
GAP, CORNER = 2.0, 3.0


class HeatCalendar(Plot):
    """Counts by weekday and hour; `chosen` tells (weekday 0–6, hour 0–23 or `WHOLE_DAY`).

    A blank place is not the same as a low one, so the steps are written below.
    """

    chosen = Signal(object)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.setAccessibleName(name or self.tr("星期与小时"))
        self._counts = [[0] * _HOURS for _ in range(_DAYS)]
        self._here = (0, 0)
        self._over: tuple[int, int] | None = None
        self._cells = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        self.box.addItem(self._cells)
        for side in ("top", "left", "right"):
            self.add_axis(side)
        self.box.invertY(True)
        self._put_on()

    def show_counts(self, counts: Sequence[Sequence[int]]) -> None:
        """Show seven rows (Monday first) of 24 counts."""
        self._counts = [list(row) for row in counts]
        self._draw()
        self.fit()
        self._describe()

    def limits(self) -> list[int]:
        """Return the highest count of each step; step 0 is none at all."""
        highest = max((max(row) for row in self._counts), default=0)
        found = [0]
        for part in _PARTS:
            found.append(max(found[-1] + 1, round(highest * part)))
        return found

    def sizeHint(self) -> QSize:
        return QSize(560, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 190)

    # Plot ----------------------------------------------------------------------------------

    def dress(self) -> None:
        self.dress_axis("top")
        self.dress_axis("left", ink="text2")
        self.dress_axis("right", ink="brand")
        self._draw()

    def fit(self) -> None:
        theme = self._theme
        self.set_margins(0, 0, 0, theme.px(30))
        top, left = self.axes["top"], self.axes["left"]
        top.setTicks([[(hour + 0.5, f"{hour:02}") for hour in range(0, _HOURS, 2)]])
        top.setHeight(theme.px(20) + 2)
        left.setTicks([[(day + 0.5, self._day_name(day)) for day in range(_DAYS)]])
        left.setWidth(theme.px(40))
        right = self.axes["right"]
        sums = [(day + 0.5, f"{sum(self._counts[day]):,}") for day in range(_DAYS)]
        right.setTicks([sums])
        right.setWidth(theme.px(46))
        self.box.setRange(xRange=(0, _HOURS), yRange=(0, _DAYS), padding=0)
        self.lay_out()
        self._draw()

    def draw_over(self, canvas: Canvas) -> None:
        limits = self.limits()
        for day, row in enumerate(self._counts):
            for hour, count in enumerate(row):
                step = self._step(count, limits)
                cell = self._cell(day, hour)
                fits = self._theme.text_width(str(count), 11) <= cell.width() - 2
                if step == len(limits) and fits:
                    ink = self._theme.tokens.heat_text[step]
                    canvas.text(cell, str(count), 11, ink, bold=True, align=CENTER)
        self._draw_legend(canvas, limits)
        shown = self._here if self.hasFocus() else self._over
        if shown is not None:
            cell = self._cell(*shown)
            canvas.focus_ring(cell.adjusted(-1, -1, 1, 1), 3, "text")
            self.card(canvas, QPointF(cell.right(), cell.top()), self._words(shown), [])

    def spot_at(self, point: QPointF) -> tuple[int, int] | None:
        place = self.data(point)
        day = int(place.y() // 1)
        hour = min(int(place.x() // 1), WHOLE_DAY)
        return (day, hour) if 0 <= day < _DAYS and hour >= 0 else None

    def go(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        if key not in steps:
            return False
        day, hour = self._here[0] + steps[key][0], self._here[1] + steps[key][1]
        self._here = (max(0, min(_DAYS - 1, day)), max(0, min(WHOLE_DAY, hour)))
        self._describe()
        return True

    def mark(self, spot: tuple[int, int] | None) -> None:
        if spot != self._over:
            self._over = spot
            self.repaint_over()

    def take(self, spot: Any = None) -> None:
        self._here = spot or self._here
        self._describe()
        self.chosen.emit(self._here)

    # Inside --------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Hand the cells to the library; a thick round pen of their own ink rounds the corners."""
        frame = self.frame()
        across = (GAP / 2 + CORNER / 2) * _HOURS / max(1.0, frame.width())
        down = (GAP / 2 + CORNER / 2) * _DAYS / max(1.0, frame.height())
        places = [(day, hour) for day in range(_DAYS) for hour in range(_HOURS)]
        limits, heat = self.limits(), self._theme.tokens.heat
        inks = [heat[self._step(self._counts[day][hour], limits)] for day, hour in places]
        self._cells.setOpts(
            x0=[hour + across for _, hour in places],
            x1=[hour + 1 - across for _, hour in places],
            y0=[day + down for day, _ in places],
            y1=[day + 1 - down for day, _ in places],
            pens=[self.pen(ink, CORNER) for ink in inks],
            brushes=[pg.mkBrush(self._theme.colour(ink)) for ink in inks],
        )

    def _draw_legend(self, canvas: Canvas, limits: list[int]) -> None:
        y = self.height() - self._theme.px(20)
        x = 0.0
        for step in range(len(limits) + 1):
            canvas.box(QRectF(x, y + 3, 14, 14), 3, self._theme.tokens.heat[step])
            words = self._legend(step, limits)
            room = QRectF(x + 20, y, self.width() - x - 20, 20)
            x += 20 + canvas.text(room, words, 12, "text2") + 16

    def _legend(self, step: int, limits: list[int]) -> str:
        if step == 0:
            return self.tr("没有")
        if step == len(limits):
            return self.tr("{least} 件以上").format(least=limits[-1] + 1)
        low, high = limits[step - 1] + 1, limits[step]
        return str(low) if low == high else f"{low}–{high}"

    def _step(self, count: int, limits: list[int]) -> int:
        return next((i for i, most in enumerate(limits) if count <= most), len(limits))

    def _day_name(self, day: int) -> str:
        names = (
            self.tr("周一"),
            self.tr("周二"),
            self.tr("周三"),
            self.tr("周四"),
            self.tr("周五"),
            self.tr("周六"),
            self.tr("周日"),
        )
        return names[day]

    def _cell(self, day: int, hour: int) -> QRectF:
        if hour == WHOLE_DAY:
            room = self.frame()
            top, bottom = self.pixel(0, day).y(), self.pixel(0, day + 1).y()
            return QRectF(room.right() + 6, top, self.width() - room.right() - 8, bottom - top)
        cell = QRectF(self.pixel(hour, day), self.pixel(hour + 1, day + 1))
        return cell.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)

    def _words(self, spot: tuple[int, int]) -> str:
        day, hour = spot
        if hour == WHOLE_DAY:
            words = self.tr("{day} 全天 {count} 件")
            return words.format(day=self._day_name(day), count=sum(self._counts[day]))
        words = self.tr("{day} {hour} 时 {count} 件")
        return words.format(day=self._day_name(day), hour=hour, count=self._counts[day][hour])

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words(self._here))
        self.repaint_over()

"""The last days as lines: the axis begins at zero, the last values stand at the ends."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop.screen.board import Curve
from desktop.screen.panel import Panel
from desktop.widgets.canvas import CENTER, LEFT, RIGHT, Canvas

AXIS, END = 32, 38
_STEPS = (1, 2, 3, 4, 5, 6, 8, 10)


class TrendPanel(Panel):
    """Two or three lines over the same days."""

    _days: tuple[str, ...] = ()
    _curves: tuple[Curve, ...] = ()

    def show_curves(self, days: Sequence[str], curves: Sequence[Curve]) -> None:
        """Show these lines."""
        self._days, self._curves = tuple(days), tuple(curves)
        self.say(f"{one.name} {one.values[-1]}" for one in self._curves if one.values)

    def draw_inner(self, canvas: Canvas, room: QRectF) -> None:
        if not self._days or not self._curves:
            return
        px, theme = self.theme.px, self.theme
        top = self._top()
        ends = [f"{one.name} {one.values[-1]}" for one in self._curves]
        right = max(theme.text_width(words, END, bold=True) for words in ends) + px(28)
        left = theme.text_width(f"{top:,}", AXIS) + px(16)
        plot = room.adjusted(left, px(20), -right, -px(56))
        self._draw_axis(canvas, plot, top)
        for place, curve in enumerate(self._curves):
            self._draw_curve(canvas, plot, top, curve, filled=not place)
        self._draw_ends(canvas, plot, top, right)

    def _top(self) -> int:
        highest = max((max(one.values, default=0) for one in self._curves), default=0) or 1
        step = int(10 ** int(math.log10(highest)))
        return next((step * n for n in _STEPS if step * n >= highest), highest)

    def _x(self, plot: QRectF, place: int) -> float:
        return plot.left() + plot.width() * place / max(1, len(self._days) - 1)

    def _draw_axis(self, canvas: Canvas, plot: QRectF, top: int) -> None:
        px = self.theme.px
        parts = 2 if top % 2 == 0 else 1
        for part in range(parts + 1):
            y = round(plot.bottom() - plot.height() * part / parts) + 0.5
            canvas.line(plot.left(), y, plot.right(), y, "border" if part else "control_border")
            room = QRectF(plot.left() - px(216), y - px(24), px(200), px(48))
            canvas.text(room, f"{top * part // parts:,}", AXIS, "text2", align=RIGHT)
        last = len(self._days) - 1
        wide = self.theme.text_width(self._days[-1], AXIS) + px(30)
        every = max(1, math.ceil(wide / max(1.0, plot.width() / max(1, last))))
        for place in range(last, -1, -every):
            room = QRectF(self._x(plot, place) - px(90), plot.bottom() + px(10), px(180), px(44))
            canvas.text(room, self._days[place], AXIS, "text2", align=CENTER)

    def _draw_curve(
        self, canvas: Canvas, plot: QRectF, top: int, curve: Curve, *, filled: bool
    ) -> None:
        path = QPainterPath()
        for place, value in enumerate(curve.values):
            point = QPointF(self._x(plot, place), plot.bottom() - plot.height() * value / top)
            if place:
                path.lineTo(point)
            else:
                path.moveTo(point)
        if filled:
            ground = QPainterPath(path)
            ground.lineTo(plot.right(), plot.bottom())
            ground.lineTo(plot.left(), plot.bottom())
            canvas.painter.setOpacity(0.16)
            canvas.painter.fillPath(ground, canvas.theme.colour(curve.tone))
            canvas.painter.setOpacity(1.0)
        pen = QPen(canvas.theme.colour(curve.tone), self.theme.px(4))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.setPen(pen)
        canvas.painter.drawPath(path)

    def _draw_ends(self, canvas: Canvas, plot: QRectF, top: int, room: float) -> None:
        px = self.theme.px
        ends = [(plot.bottom() - plot.height() * c.values[-1] / top, c) for c in self._curves]
        ends.sort(key=lambda end: end[0])
        step = px(48)
        # The lowest must not sink below the axis, nor two names onto each other.
        lowest = plot.bottom() - step * (len(ends) - 1)
        y = -1e9
        for place, (wanted, curve) in enumerate(ends):
            y = max(y + step, min(wanted, lowest + step * place))
            dot = px(14)
            spot = QRectF(plot.right() - dot / 2, wanted - dot / 2, dot, dot)
            canvas.box(spot, dot / 2, curve.tone)
            box = QRectF(plot.right() + px(18), y - step / 2, room - px(18), step)
            words = f"{curve.name} {curve.values[-1]}"
            canvas.text(box, words, END, curve.tone, bold=True, align=LEFT)

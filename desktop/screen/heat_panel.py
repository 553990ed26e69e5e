"""Where the cases come from: the street's grids shaded, and its hottest communities by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from desktop.screen.board import Heat, HeatMap
from desktop.screen.panel import NOTE, PADDING, Panel, draw_heading, draw_panel
from desktop.screen.part import draw_lines
from desktop.screen.street_drawing import StreetDrawing
from desktop.theme import Theme
from desktop.widgets.canvas import CENTER, RIGHT, Canvas

ROW, NAME, BADGE = 58, 34, 44
_LIST = 284
"""How wide the list beside the map is."""
_MOST = 9
"""Places with a number; more of them would hide the map."""
_EDGE, _GAP, _FOOT, _SWATCH = 20, 24, 48, 26


class HeatPanel(Panel):
    """The list at the left, the map at the right; the numbers of the list stand on the map."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, "warn", parent)
        self._cells: tuple[Heat, ...] = ()
        self._empty = ""
        self._street = StreetDrawing()

    def show_heat(self, cells: Sequence[Heat], heat: HeatMap, note: str, empty: str) -> None:
        """Show the communities, the hottest first, and the shaded street."""
        self._cells, self._empty = tuple(cells), empty
        self._street.show_map(heat)
        self.set_note(note)
        named = [f"{one.name} {one.count}" for one in self._cells]
        plan = "" if self._street.is_empty() or heat.is_real else self.tr("示意边界")
        self.say([note, *(named or [empty]), plan])

    def draw(self, canvas: Canvas) -> None:
        px = self.theme.px
        rect = QRectF(self.rect())
        draw_panel(canvas, rect)
        side = rect.adjusted(px(PADDING), px(_EDGE), -px(PADDING), -px(_EDGE))
        spots: dict[Any, QPointF] = {}
        if not self._street.is_empty():
            # The map has no heading over it: in a low panel it would be a stamp.
            side.setWidth(min(px(_LIST), side.width() * 0.55))
            left = side.right() + px(_GAP)
            room = QRectF(left, px(_EDGE), rect.right() - px(_EDGE) - left, side.height())
            spots = self._draw_street(canvas, room)
        head = QRectF(side.left(), side.top(), side.width(), px(60))
        end = draw_heading(canvas, head, self._title, self._accent) + px(16)
        note = QRectF(end, head.top(), side.right() - end, head.height())
        canvas.text(note, self._note, NOTE, self._note_ink, align=RIGHT)
        named = self._draw_list(canvas, side.adjusted(0, px(72), 0, 0))
        for rank, one in reversed(list(enumerate(named, start=1))):
            if one.id in spots:
                self._draw_badge(canvas, spots[one.id], rank)

    def draw_inner(self, canvas: Canvas, room: QRectF) -> None:
        """The list and the map divide the panel between them."""

    def _draw_street(self, canvas: Canvas, room: QRectF) -> dict[Any, QPointF]:
        if not self._street.is_real():
            foot = self.theme.px(_FOOT)
            line = QRectF(room.left(), room.bottom() - foot, room.width(), foot)
            canvas.text(line, self.tr("示意边界"), NOTE, "text3", align=RIGHT)
            room.setBottom(line.top())
        return self._street.draw(canvas, room)

    def _draw_list(self, canvas: Canvas, room: QRectF) -> tuple[Heat, ...]:
        """Draw as many communities as there is room for, and return them."""
        px = self.theme.px
        if not self._cells:
            draw_lines(canvas, room, self._empty, NOTE, "text3")
            return ()
        if not self._street.is_empty():
            room.setBottom(room.bottom() - px(_FOOT))
            self._draw_ramp(canvas, QRectF(room.left(), room.bottom(), room.width(), px(_FOOT)))
        rows = min(max(1, int(room.height() // px(ROW))), len(self._cells), _MOST)
        step = min(room.height() / rows, px(ROW) * 1.3)
        for place, one in enumerate(self._cells[:rows]):
            line = QRectF(room.left(), room.top() + place * step, room.width(), step)
            self._draw_badge(canvas, QPointF(line.left() + px(BADGE) / 2, line.center().y()),
                             place + 1)  # fmt: skip
            taken = canvas.text(line, f"{one.count:,}", NAME, "warn", bold=True, align=RIGHT)
            name = line.adjusted(px(BADGE + 14), 0, -taken - px(12), 0)
            canvas.text(name, one.name, NAME)
        return self._cells[:rows]

    def _draw_badge(self, canvas: Canvas, middle: QPointF, rank: int) -> None:
        side = float(self.theme.px(BADGE))
        disc = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        canvas.box(disc, side / 2, "bg", "warn", max(1.0, self.theme.px(2)))
        canvas.text(disc, str(rank), NOTE, "warn", bold=True, align=CENTER)

    def _draw_ramp(self, canvas: Canvas, line: QRectF) -> None:
        px, heat = self.theme.px, self.theme.tokens.heat
        few, many = self.tr("少"), self.tr("多")
        left = line.left() + canvas.text(line, few, NOTE, "text2") + px(12)
        # Longer words leave smaller boxes.
        room = line.right() - left - px(8) - self.theme.text_width(many, NOTE)
        side = min(float(px(_SWATCH)), room / (len(heat) - 1) - px(6))
        for step in range(1, len(heat)):
            box = QRectF(left, line.center().y() - side / 2, side, side)
            canvas.box(box, px(4), heat[step], "border")
            left += side + px(6)
        rest = QRectF(left + px(6), line.top(), line.right() - left, line.height())
        canvas.text(rest, many, NOTE, "text2")

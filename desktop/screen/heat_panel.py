"""Where the cases come from: the communities in the order of their heat."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from desktop.screen.board import Heat
from desktop.screen.panel import NOTE, Panel
from desktop.screen.part import draw_lines
from desktop.widgets.canvas import RIGHT, Canvas

CELL, NAME = 68, 34
_COLUMNS, _GAP = 2, 12


class HeatPanel(Panel):
    """Two columns of cells; the brighter the ground, the more cases."""

    _cells: tuple[Heat, ...] = ()
    _empty = ""

    def show_heat(self, cells: Sequence[Heat], note: str, empty: str) -> None:
        """Show the communities, the hottest first."""
        self._cells, self._empty = tuple(cells), empty
        self.set_note(note)
        self.say([f"{one.name} {one.count}" for one in self._cells] or [empty])

    def draw_inner(self, canvas: Canvas, room: QRectF) -> None:
        if not self._cells:
            draw_lines(canvas, room, self._empty, NOTE, "text3")
            return
        gap = self.theme.px(_GAP)
        cell = self.theme.px(CELL)
        rows = max(1, int((room.height() + gap) // (cell + gap)))
        wide = (room.width() - gap * (_COLUMNS - 1)) / _COLUMNS
        high = min((room.height() - gap * (rows - 1)) / rows, cell * 1.25)
        for place, one in enumerate(self._cells[: rows * _COLUMNS]):
            # Down the first column, then the second: a ranking is read downwards.
            column, row = divmod(place, rows)
            left, top = room.left() + column * (wide + gap), room.top() + row * (high + gap)
            self._draw_cell(canvas, QRectF(left, top, wide, high), one)

    def _draw_cell(self, canvas: Canvas, rect: QRectF, cell: Heat) -> None:
        px, tokens = self.theme.px, self.theme.tokens
        ink = tokens.heat_text[cell.step]
        canvas.box(rect, px(8), tokens.heat[cell.step])
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        taken = canvas.text(inner, f"{cell.count:,}", NAME, ink, bold=True, align=RIGHT)
        canvas.text(inner.adjusted(0, 0, -taken - px(12), 0), cell.name, NAME, ink)

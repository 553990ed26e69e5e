"""A ranking on the big screen: rank, name, value, a bar below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from desktop.screen.board import Bar
from desktop.screen.panel import NOTE, Panel
from desktop.screen.part import draw_lines
from desktop.widgets.canvas import CENTER, RIGHT, Canvas

ROW, NAME = 88, 38
_BEST = 3
_GAP = 48
"""Between two columns."""


class BarPanel(Panel):
    """As many rows as there is room for, the highest first; in columns where it is wide.

    `turn_page` shows those for which there was no room, and then the first ones again.
    """

    _bars: tuple[Bar, ...] = ()
    _empty = ""
    _columns = 1
    _first = 0

    def show_bars(
        self, bars: Sequence[Bar], note: str = "", empty: str = "", columns: int = 1
    ) -> None:
        """Show a ranking, or a sentence where there is none."""
        self._bars, self._empty, self._columns = tuple(bars), empty, columns
        if self._first >= len(self._bars):
            self._first = 0
        self.set_note(note)
        self.say([f"{one.rank} {one.name} {one.value}" for one in self._bars] or [empty])

    def turn_page(self) -> None:
        """Show the next rows."""
        after = self._first + self._rows(self.inner()) * self._columns
        self._first = after if after < len(self._bars) else 0
        self.update()

    def first(self) -> int:
        """Return which row stands at the top, counted from 0."""
        return self._first

    def draw_inner(self, canvas: Canvas, room: QRectF) -> None:
        if not self._bars:
            draw_lines(canvas, room, self._empty, NOTE, "text3")
            return
        px = self.theme.px
        rows = min(self._rows(room), -(-len(self._bars) // self._columns))
        step = min(room.height() / rows, px(ROW) * 1.25)
        wide = (room.width() - px(_GAP) * (self._columns - 1)) / self._columns
        shown = self._bars[self._first : self._first + rows * self._columns]
        for place, bar in enumerate(shown):
            column, row = divmod(place, rows)
            left = room.left() + column * (wide + px(_GAP))
            line = QRectF(left, room.top() + row * step, wide, px(56))
            self._draw_bar(canvas, line, bar, "ok" if self._first + place < _BEST else "text3")

    def _rows(self, room: QRectF) -> int:
        px = self.theme.px
        return max(1, int((room.height() + px(12)) // px(ROW)))

    def _draw_bar(self, canvas: Canvas, line: QRectF, bar: Bar, ink: str) -> None:
        px = self.theme.px
        rank = QRectF(line.left(), line.top(), px(52), line.height())
        canvas.text(rank, bar.rank, NAME, ink, bold=True, align=CENTER)
        taken = canvas.text(line, bar.value, NAME, bar.tone, bold=True, align=RIGHT)
        rest = line.adjusted(px(66), 0, -taken - px(16), 0)
        canvas.text(rest, bar.name, NAME)
        track = QRectF(rest.left(), line.top() + px(58), line.right() - rest.left(), px(10))
        canvas.box(track, px(5), "bar_track")
        if bar.share > 0:
            track.setWidth(max(px(10), track.width() * min(1.0, bar.share)))
            canvas.box(track, px(5), bar.tone)

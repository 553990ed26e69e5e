"""Figures to be read across a room: name, a very large value, its comparison in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from desktop.screen.board import Tile
from desktop.screen.panel import NOTE, PADDING, draw_heading, draw_panel
from desktop.screen.part import ScreenPart
from desktop.widgets.canvas import Canvas

NAME, VALUE, UNIT, CHANGE, SHORT_CHANGE = 42, 116, 46, 34, 32
_LOW_VALUE, _LOW = 92, 228
_GAP = 20


class NumberTiles(ScreenPart):
    """Tiles in rows of up to four."""

    _tiles: tuple[Tile, ...] = ()
    _columns = 4

    def show_tiles(self, tiles: Sequence[Tile], columns: int = 4) -> None:
        """Show these figures."""
        self._tiles = tuple(tiles)
        self._columns = columns
        self.say(f"{one.name} {one.value}{one.unit} {one.change}" for one in self._tiles)

    def draw(self, canvas: Canvas) -> None:
        gap = self.theme.px(_GAP)
        rows = -(-len(self._tiles) // self._columns) or 1
        wide = (self.width() - gap * (self._columns - 1)) / self._columns
        high = (self.height() - gap * (rows - 1)) / rows
        for place, tile in enumerate(self._tiles):
            row, column = divmod(place, self._columns)
            rect = QRectF(column * (wide + gap), row * (high + gap), wide, high)
            self._draw_tile(canvas, rect, tile)

    def _draw_tile(self, canvas: Canvas, rect: QRectF, tile: Tile) -> None:
        px, theme = self.theme.px, self.theme
        draw_panel(canvas, rect)
        left, wide = rect.left() + px(PADDING), rect.width() - 2 * px(PADDING)
        unit = theme.text_width(tile.unit, UNIT, bold=True) + px(14) if tile.unit else 0.0
        size = VALUE if rect.height() > px(_LOW) else _LOW_VALUE
        while size > UNIT and theme.text_width(tile.value, size, bold=True) > wide - unit:
            size -= 8
        name, value, change = px(56), px(round(size * 1.1)), px(48) if tile.change else 0
        top = rect.top() + max(0.0, (rect.height() - name - value - change) / 2)
        letters = NAME
        while letters > NOTE and theme.text_width(tile.name, letters, bold=True) > wide - px(24):
            letters -= 2
        draw_heading(canvas, QRectF(left, top, wide, name), tile.name, tile.tone, letters, "text2")
        top += name
        room = QRectF(left, top, wide - unit, value)
        taken = canvas.text(room, tile.value, size, bold=True)
        # The unit stands on the same line of writing as the value.
        base = room.center().y() + theme.metrics(size, bold=True).capHeight() / 2
        metrics = theme.metrics(UNIT, bold=True)
        box = QRectF(left + taken + px(14), base - metrics.ascent(), unit, metrics.height())
        canvas.text(box, tile.unit, UNIT, tile.tone, bold=True)
        line = QRectF(left, top + value, wide + px(PADDING) / 2, change)
        words, letters = tile.change, CHANGE
        if tile.short_change and theme.text_width(words, letters) > line.width():
            words, letters = tile.short_change, SHORT_CHANGE
        canvas.text(line, words, letters, tile.change_tone)

"""A row of two lines with a value at its right, as lists on the big screen have it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop.screen.board import Late
from desktop.screen.part import draw_lines, line_height
from desktop.widgets.canvas import RIGHT, Canvas

ROW, TITLE, UNIT, SPAN = 108, 40, 33, 36


def row_height(lines: int) -> int:
    """Return the height of a row whose title takes so many lines, as designed."""
    return ROW + (lines - 1) * 54


def draw_row(canvas: Canvas, rect: QRectF, row: Late, ground: str, lines: int = 1) -> None:
    """Draw a row into its room."""
    px = canvas.theme.px
    box = rect.adjusted(0, px(3), 0, -px(3))
    canvas.box(box, px(8), ground)
    stroke = QRectF(box.left() + px(14), box.top() + px(20), px(6), box.height() - px(40))
    canvas.box(stroke, px(3), row.tone)
    line = box.adjusted(px(36), 0, -px(18), 0)
    taken = canvas.text(line, row.span, SPAN, row.tone, bold=True, align=RIGHT)
    room = line.width() - taken - px(24)
    title = QRectF(line.left(), box.top() + px(4), room, line_height(canvas.theme, TITLE) * lines)
    draw_lines(canvas, title, row.title, TITLE, bold=True, most=lines)
    unit = QRectF(line.left(), box.bottom() - px(50), room, px(44))
    canvas.text(unit, row.unit, UNIT, "text2")

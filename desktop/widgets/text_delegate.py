"""Cells of the ordinary tables: words, a fainter second line, a chip."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF

from desktop.models.columns import Column
from desktop.widgets.canvas import ALIGN, Canvas
from desktop.widgets.cell_painting import CellDelegate
from desktop.widgets.chips import chip_size, paint_chip


class TextDelegate(CellDelegate):
    """Paints what the functions of a `Column` say about a row."""

    def draw_cell(
        self, canvas: Canvas, rect: QRectF, row: Any, column: Column, chosen: bool
    ) -> None:
        words = column.text(row)
        detail = column.detail(row) if column.detail is not None else ""
        chip = column.chip(row) if column.chip is not None else None
        roomy = self.density == "standard"
        align = ALIGN[column.align]
        ink = column.tone(row) if column.tone is not None else "text"
        bold = column.strong(row) if column.strong is not None else False
        if not words:
            if chip is not None:
                left = self._chip_left(rect, chip, column.align)
                paint_chip(canvas, left, rect.center().y(), chip, chosen=chosen, room=rect.width())
            return
        first, second = self.lines(rect, roomy and bool(detail or chip is not None))
        if chip is not None and roomy:
            # A chip is higher than a line of small words.
            first.translate(0, -2)
        taken = canvas.text(first, words, 14, ink or "text", bold=bold, align=align)
        if roomy:
            x = second.left()
            if chip is not None:
                middle = second.center().y()
                x += paint_chip(canvas, x, middle, chip, chosen=chosen, room=rect.width()) + 8
            tone = column.detail_tone(row) if column.detail_tone is not None else "text2"
            room = QRectF(x, second.top(), second.right() - x, second.height())
            canvas.text(room, detail, 12, tone or "text2", align=align)
        elif chip is not None:
            x = first.left() + taken + 8
            paint_chip(canvas, x, first.center().y(), chip, chosen=chosen, room=first.right() - x)

    def _chip_left(self, rect: QRectF, chip: Any, align: str) -> float:
        width = min(rect.width(), chip_size(self.theme, chip).width())
        if align == "right":
            return rect.right() - width
        return rect.center().x() - width / 2 if align == "center" else rect.left()

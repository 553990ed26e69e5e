"""What all table cells share: ground, marks of choice and focus, placeholder bars."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas

Index = QModelIndex | QPersistentModelIndex
HEIGHTS = {"standard": 56, "single": 40, "compact": 32}


class CellDelegate(QStyledItemDelegate):
    """Paints from the row object; subclasses fill `draw_cell` and never ask the style."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = active_theme()
        self.density = "standard"
        self.hovered = -1
        self.current = -1

    def draw_cell(self, canvas: Canvas, rect: QRectF, row: Any, column: Any, chosen: bool) -> None:
        """Paint one loaded cell inside `rect`."""
        raise NotImplementedError

    def height(self) -> int:
        """Return the row height of the present density and font."""
        base = HEIGHTS[self.density]
        return base + round((self.theme.px(100) / 100 - 1) * base * 0.75)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: Any = index.model()
        # The stubs of Qt leave out the public fields of QStyleOption.
        look: Any = option
        rect = QRectF(look.rect)
        chosen = bool(look.state & QStyle.StateFlag.State_Selected)
        tokens = self.theme.tokens
        place = index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ground = tokens.select if chosen else tokens.hover if place == self.hovered else ""
        if ground:
            painter.fillRect(look.rect, self.theme.colour(ground))
        painter.setPen(self.theme.colour(tokens.border))
        painter.drawLine(look.rect.bottomLeft(), look.rect.bottomRight())
        if chosen and rect.left() <= 0:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height() - 1), self.theme.colour("brand")
            )
        if place == self.current and not chosen and look.state & QStyle.StateFlag.State_Active:
            # Where the keyboard is, while other rows are the chosen ones.
            painter.fillRect(
                QRectF(rect.left(), rect.top(), rect.width(), 2), self.theme.colour("focus")
            )
            painter.fillRect(
                QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), self.theme.colour("focus")
            )
        canvas = Canvas(painter, self.theme)
        row = model.row(place)
        inner = rect.adjusted(12, 0, -12, -1)
        if row is None and model.is_gone(place):
            words = model.words_for_missing(gone=True) if rect.left() <= 0 else "—"
            canvas.text(inner, words, 13, "text3")
        elif row is None:
            bar = QRectF(inner.left(), inner.center().y() - 5, inner.width() * 0.6, 10)
            canvas.box(bar, 4, "bar_track")
        else:
            self.draw_cell(canvas, inner, row, model.columns[index.column()], chosen)
        painter.restore()

    def lines(self, rect: QRectF, second: bool) -> tuple[QRectF, QRectF]:
        """Return the boxes of the first and the second line, centred together."""
        first = self.theme.px(22)
        if not second:
            return rect, QRectF()
        other = self.theme.px(19)
        top = rect.center().y() - (first + other) / 2
        return (
            QRectF(rect.left(), top, rect.width(), first),
            QRectF(rect.left(), top + first, rect.width(), other),
        )

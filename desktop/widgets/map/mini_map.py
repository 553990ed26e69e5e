"""A map as small as a stamp: one moment of several, pressed to look at it closely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import RIGHT, Canvas
from desktop.widgets.map.shapes import MapShape, path_of

_EDGE = 10


class MiniMap(QPushButton):
    """Title and figure above the shades; a checked one is what the large map shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self.update)
        self._paths: dict[Any, QPainterPath] = {}
        self._bounds = QRectF()
        self._steps: Mapping[Any, int | None] = {}
        self._title = self._figure = self._note = ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_shapes(self, shapes: Sequence[MapShape]) -> None:
        """Show other areas."""
        self._paths = {shape.id: path_of(shape.parts) for shape in shapes}
        self._bounds = QRectF()
        for path in self._paths.values():
            self._bounds = self._bounds.united(path.boundingRect())
        self.update()

    def show_moment(
        self, title: str, figure: str, note: str, steps: Mapping[Any, int | None]
    ) -> None:
        """Shade the areas and say when and how much."""
        self._title, self._figure, self._note, self._steps = title, figure, note, steps
        self.setAccessibleName(f"{title} {figure}")
        self.setAccessibleDescription(note)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(170, self._theme.px(128))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(104), self._theme.px(110))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect())
        on = self.isChecked()
        ground = "select" if on else "hover" if self.underMouse() else "surface2"
        canvas.box(rect, 6, ground, "brand" if on else "border")
        line = QRectF(_EDGE, 6, rect.width() - 2 * _EDGE, self._theme.px(20))
        wide = self._theme.text_width(self._figure, 13, bold=True) + 4
        canvas.text(line.adjusted(0, 0, -wide, 0), self._title, 13, "text", bold=True)
        canvas.text(line, self._figure, 13, "brand", bold=True, align=RIGHT)
        line.translate(0, self._theme.px(18))
        canvas.text(line, self._note, 12, "text2")
        self._draw_shapes(canvas, rect.adjusted(_EDGE, line.bottom() + 2, -_EDGE, -7))
        if self.hasFocus():
            canvas.focus_ring(rect, 6)
        painter.end()

    def _draw_shapes(self, canvas: Canvas, room: QRectF) -> None:
        if self._bounds.isEmpty() or room.height() <= 0:
            return
        scale = min(room.width() / self._bounds.width(), room.height() / self._bounds.height())
        painter = canvas.painter
        painter.save()
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.translate(-self._bounds.center())
        pen = QPen(self._theme.colour("control_border"), 0.7)
        pen.setCosmetic(True)
        painter.setPen(pen)
        heat = self._theme.tokens.heat
        for id_, path in self._paths.items():
            step = self._steps.get(id_)
            painter.setBrush(self._theme.colour(heat[step] if step is not None else "bar_track"))
            painter.drawPath(path)
        painter.restore()

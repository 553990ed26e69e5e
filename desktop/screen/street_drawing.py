"""The street as shaded areas with the borders of its communities, drawn into a rectangle."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen, QTransform

from desktop.screen.board import HeatMap
from desktop.widgets.canvas import Canvas
from desktop.widgets.map import MapShape
from desktop.widgets.map.shapes import label_point, path_of


class StreetDrawing:
    """Keeps the paths of a street until its outlines change; a new heat only shades them anew."""

    def __init__(self) -> None:
        self._map = HeatMap()
        self._traced: tuple[MapShape, ...] = ()
        self._areas: dict[Any, QPainterPath] = {}
        self._borders: dict[Any, QPainterPath] = {}
        self._spots: dict[Any, QPointF] = {}
        self._bounds = QRectF()

    def show_map(self, heat: HeatMap) -> None:
        """Take other shades and, if they changed, other outlines."""
        self._map = heat
        if heat.shapes is self._traced:
            return
        self._traced = heat.shapes
        borders = [group for group in heat.groups if group.parts]
        self._areas = {shape.id: path_of(shape.parts) for shape in heat.shapes}
        self._borders = {group.id: path_of(group.parts) for group in borders}
        self._spots = {group.id: label_point(group.parts) for group in borders}
        self._bounds = QRectF()
        for path in (*self._areas.values(), *self._borders.values()):
            self._bounds = self._bounds.united(path.boundingRect())

    def is_empty(self) -> bool:
        """Tell whether there is nothing to draw."""
        return self._bounds.isEmpty()

    def is_real(self) -> bool:
        """Tell whether the areas lie where they are drawn."""
        return self._map.is_real

    def draw(self, canvas: Canvas, room: QRectF) -> dict[Any, QPointF]:
        """Draw the street as large as it fits; return where its communities have their middle."""
        theme, painter = canvas.theme, canvas.painter
        turned = self._fitted(room)
        painter.save()
        painter.setTransform(turned, True)
        heat, steps = theme.tokens.heat, self._map.steps
        painter.setPen(_pen(canvas, "border", 1.5))
        for id_, path in self._areas.items():
            painter.setBrush(theme.colour(heat[steps.get(id_, 0)]))
            painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(canvas, "text3", 2.5))
        for path in self._borders.values():
            painter.drawPath(path)
        painter.restore()
        return {id_: turned.map(spot) for id_, spot in self._spots.items()}

    def _fitted(self, room: QRectF) -> QTransform:
        bounds = self._bounds
        scale = min(room.width() / bounds.width(), room.height() / bounds.height())
        turned = QTransform()
        turned.translate(room.center().x(), room.center().y())
        turned.scale(scale, scale)
        turned.translate(-bounds.center().x(), -bounds.center().y())
        return turned


def _pen(canvas: Canvas, ink: str, width: float) -> QPen:
    pen = QPen(canvas.theme.colour(ink), max(1.0, width * canvas.theme.factor))
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen

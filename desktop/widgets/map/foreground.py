"""What stands over the areas of a map, in pixels: words, dots, scale, north and focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPolygonF, QTransform

from desktop.widgets.canvas import CENTER, Canvas
from desktop.widgets.map.dots import Spot, paint_spot
from desktop.widgets.map.items import GroupItem, ShapeItem
from desktop.widgets.map.lettering import Lettering

if TYPE_CHECKING:
    from desktop.widgets.map.map_view import MapView

DOTS_FROM = 1.9
"""From this zoom on dots are drawn; below it they would hide the shades."""
_NAMES_FROM = 2.2
_LEAST_AREA = 15.0
_LEAST_GROUP = 34.0
_LONGEST_BAR = 130.0
_STEPS = (1, 2, 5)


class Foreground:
    """Draws into the view; what is left out at a low zoom appears when there is room for it."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.names = self.values = self.dots = True
        self.to_scale = True

    def shows_dots(self) -> bool:
        """Tell whether dots are drawn at this zoom."""
        return self.dots and self.to_scale and self._view.zoom() >= DOTS_FROM

    def draw(
        self,
        canvas: Canvas,
        items: Sequence[ShapeItem],
        groups: Sequence[GroupItem],
        spots: Sequence[Spot],
        chosen: Any,
    ) -> None:
        """Draw everything."""
        area = QRectF(self._view.viewport().rect())
        lettering = Lettering(canvas, area)
        for child in self._view.children():
            if getattr(child, "isVisible", bool)() and child is not self._view.viewport():
                lettering.keep_free(QRectF(child.geometry()))  # type: ignore[attr-defined]
        for spot in spots:
            paint_spot(canvas, spot)
            half = QPointF(spot.reach, spot.reach)
            lettering.keep_free(QRectF(spot.at - half, spot.at + half))
        self._letter(lettering, canvas, area, items, groups, chosen)
        if self.to_scale:
            self._draw_scale(canvas, area)
        if self._view.hasFocus():
            canvas.focus_ring(area.adjusted(1, 1, -1, -1), 7)

    def _letter(
        self,
        lettering: Lettering,
        canvas: Canvas,
        area: QRectF,
        items: Sequence[ShapeItem],
        groups: Sequence[GroupItem],
        chosen: Any,
    ) -> None:
        turned = self._view.viewportTransform()
        scale = turned.m11()
        seen = [
            (item, turned.map(item.label_at))
            for item in items
            if turned.mapRect(item.box).intersects(area)
        ]
        back = turned.inverted()[0]
        # Where the larger areas are themselves shaded, name and value stand one below the other.
        same = {group.group_.id for group in groups} >= {item.shape_.id for item in items}
        shared = QPointF(0, canvas.theme.px(9)) if same and self.values else QPointF()
        if self.names:
            for group in groups:
                at = turned.map(group.label_at)
                if self._wide(group, scale) >= _LEAST_GROUP and area.contains(at):
                    lettering.name(at - shared, group.group_.name)
        # The chosen one first, then those with a red count: they must not be left out.
        seen.sort(key=lambda pair: (pair[0].shape_.id != chosen, -pair[0].look.alarm))
        near = self._view.zoom() >= _NAMES_FROM
        for item, at in seen:
            if self.values and self._wide(item, scale) >= _LEAST_AREA:
                self._write_value(lettering, canvas, item, at + shared, back)
        if self.names and (near or not groups):
            for item, at in seen:
                below = QPointF(at.x(), at.y() + canvas.theme.px(17))
                lettering.name(below, item.shape_.short, 12)

    def _write_value(
        self,
        lettering: Lettering,
        canvas: Canvas,
        item: ShapeItem,
        at: QPointF,
        back: QTransform,
    ) -> None:
        look = item.look
        tokens = canvas.theme.tokens
        # The lowest step is the ground of the map: its values stand back.
        ink = tokens.heat_text[look.step] if look.step else "text3"

        def belongs(spot: QPointF) -> bool:
            return bool(item.path().contains(back.map(spot)))

        lettering.value(at, look.words, ink, look.alarm, belongs)

    def _wide(self, item: ShapeItem | GroupItem, scale: float) -> float:
        box = item.box
        return min(box.width(), box.height()) * scale if not box.isEmpty() else _LEAST_GROUP

    def _draw_scale(self, canvas: Canvas, area: QRectF) -> None:
        """Draw a bar of round metres and an arrow to the north."""
        scale = self._view.viewportTransform().m11()
        metres = _round_length(_LONGEST_BAR / scale)
        wide = metres * scale
        right, base = area.right() - 58, area.bottom() - 20
        canvas.line(right - wide, base, right, base, "text2", 1.5)
        for x in (right - wide, right):
            canvas.line(x, base - 5, x, base, "text2", 1.5)
        box = QRectF(right - wide - 40, base - 26, wide + 80, 20)
        canvas.text(box, self._length(metres), 12, "text2", align=CENTER)
        x, y = area.right() - 26, base - 24
        arrow = [(x, y - 12), (x + 7, y + 7), (x, y + 2), (x - 7, y + 7)]
        canvas.painter.setPen(canvas.theme.colour("text2"))
        canvas.painter.setBrush(canvas.theme.colour("text2"))
        canvas.painter.drawPolygon(QPolygonF([QPointF(*one) for one in arrow]))
        north = QCoreApplication.translate("MapView", "北")
        canvas.text(QRectF(x - 14, y + 8, 28, 18), north, 12, "text2", bold=True, align=CENTER)

    def _length(self, metres: float) -> str:
        if metres >= 1000:
            return QCoreApplication.translate("MapView", "{n} 公里").format(n=f"{metres / 1000:g}")
        return QCoreApplication.translate("MapView", "{n} 米").format(n=f"{metres:g}")


def _round_length(most: float) -> float:
    """Return the longest of 1, 2, 5, 10 … that is not longer."""
    best, power = 1.0, 1.0
    while power <= most:
        for step in _STEPS:
            if step * power <= most:
                best = step * power
        power *= 10
    return best

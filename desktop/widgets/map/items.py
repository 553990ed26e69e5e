"""The areas of a map as items of a scene; their pens keep their width at every zoom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from desktop.theme import Theme
from desktop.widgets.map.shapes import MapGroup, MapLook, MapShape, label_point, path_of

RIM, AREA, CASING, BORDER, MARKED = range(5)
"""What lies over what."""
_NOTHING = MapLook("", 0)


class ShapeItem(QGraphicsPathItem):
    """One area. A path and not a polygon, because an area may have holes and islands."""

    def __init__(self, shape: MapShape) -> None:
        super().__init__(path_of(shape.parts))
        self.shape_ = shape
        self.look = _NOTHING
        self.label_at: QPointF = label_point(shape.parts)
        self.box = self.path().boundingRect()
        self.setZValue(AREA)

    def dress(self, theme: Theme, look: MapLook) -> None:
        """Take another look."""
        self.look = look
        if look.step is None:
            self.setBrush(QBrush(theme.colour("text3"), Qt.BrushStyle.BDiagPattern))
        else:
            self.setBrush(theme.colour(theme.tokens.heat[look.step]))
        self.setPen(cosmetic(theme, "border" if theme.tokens.dark else "surface", 1.2))


class GroupItem(QGraphicsPathItem):
    """The border of a larger area."""

    def __init__(self, group: MapGroup) -> None:
        super().__init__(path_of(group.parts))
        self.group_ = group
        self.label_at: QPointF = (
            QPointF(*group.at) if group.at is not None else label_point(group.parts)
        )
        self.box = self.path().boundingRect()
        self.setZValue(BORDER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.rim = QGraphicsPathItem(self.path())
        self.rim.setZValue(RIM)
        self.casing = QGraphicsPathItem(self.path())
        self.casing.setZValue(CASING)
        self.casing.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def items(self) -> tuple[QGraphicsPathItem, ...]:
        """Return all that is drawn of the border."""
        return self.rim, self.casing, self

    def dress(self, theme: Theme) -> None:
        """Take the colours of the theme."""
        self.setPen(cosmetic(theme, "text2", 1.4))
        self.casing.setPen(cosmetic(theme, "surface", 4.0))
        self.rim.setPen(cosmetic(theme, "control_border", 5.0))


def cosmetic(theme: Theme, ink: str, width: float) -> QPen:
    """Return a pen of a width in pixels, whatever the zoom."""
    pen = QPen(theme.colour(ink), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class Marker:
    """The two lines around the area that is chosen, pointed at or has the keyboard."""

    def __init__(self) -> None:
        self.outer = QGraphicsPathItem()
        self.inner = QGraphicsPathItem()
        self.outer.setZValue(MARKED)
        self.inner.setZValue(MARKED)

    def dress(self, theme: Theme, ink: str, width: float) -> None:
        """Take the colours of the theme."""
        self.outer.setPen(cosmetic(theme, "surface", width + 4))
        self.inner.setPen(cosmetic(theme, ink, width))

    def surround(self, item: ShapeItem | None) -> None:
        """Go around an area, or vanish."""
        path = QPainterPath() if item is None else item.path()
        self.outer.setPath(path)
        self.inner.setPath(path)

"""The map itself: zoomed by wheel and keys, dragged, pointed at and chosen from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.map.dots import Spot, gathered
from desktop.widgets.map.foreground import Foreground
from desktop.widgets.map.items import GroupItem, Marker, ShapeItem
from desktop.widgets.map.shapes import MapDot, MapGroup, MapLook, MapShape
from desktop.widgets.plain_label import show_plain_tip
from desktop.widgets.shortcut import KeyLine

ZOOM_STEP = 1.25
MOST_ZOOM = 60.0
_WHEEL = 120
_PAN = 80
_CLICK = 5
_EDGE = 26


class MapView(QGraphicsView):
    """Shapes with looks; `chosen` tells a shape's id (None: none), `dots_chosen` those of dots.

    + and − zoom, the arrows move, 0 shows the whole, Page Up and Down go from shape to shape,
    Enter asks to open the chosen one, Esc chooses none.
    """

    chosen = Signal(object)
    opened = Signal(object)
    dots_chosen = Signal(object)
    zoomed = Signal()

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.setScene(self._scene)
        self._items: dict[Any, ShapeItem] = {}
        self._groups: list[GroupItem] = []
        self._dots: tuple[MapDot, ...] = ()
        self._spots: list[Spot] = []
        self._chosen: Any = None
        self._bounds = QRectF()
        self._edges = QMargins()
        self._whole = 1.0
        self._is_whole = True
        self._pressed: QPoint | None = None
        self._foreground = Foreground(self)
        self._mark, self._point = Marker(), Marker()
        for marker in (self._point, self._mark):
            self._scene.addItem(marker.outer)
            self._scene.addItem(marker.inner)
        self.setAccessibleName(name or self.tr("地图"))
        self.viewport().setAccessibleName(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self._follow_theme()

    # What is shown --------------------------------------------------------------------------

    def show_shapes(
        self, shapes: Sequence[MapShape], groups: Sequence[MapGroup], *, to_scale: bool = True
    ) -> None:
        """Show other areas, the whole of them; the choice stays if it is among them."""
        for drawn in self._drawn():
            self._scene.removeItem(drawn)
        self._items = {shape.id: ShapeItem(shape) for shape in shapes}
        self._groups = [GroupItem(group) for group in groups]
        for drawn in self._drawn():
            self._scene.addItem(drawn)
        self._foreground.to_scale = to_scale
        self._point.surround(None)
        bounds = QRectF()
        for one in (*self._items.values(), *self._groups):
            bounds = bounds.united(one.path().boundingRect())
        self._bounds = bounds
        room = max(bounds.width(), bounds.height())
        # Room around, so that a corner of the street can be brought to the middle.
        self._scene.setSceneRect(bounds.adjusted(-room, -room, room, room))
        self._dress()
        self.set_chosen(self._chosen if self._chosen in self._items else None)
        self.show_whole()

    def show_looks(self, looks: Mapping[Any, MapLook]) -> None:
        """Shade the areas anew."""
        for id_, item in self._items.items():
            if id_ in looks:
                item.dress(self._theme, looks[id_])
        self._describe()
        self.viewport().update()

    def show_dots(self, dots: Sequence[MapDot]) -> None:
        """Show other dots."""
        self._dots = tuple(dots)
        self._gather()

    def show_layers(self, *, names: bool, values: bool, dots: bool) -> None:
        """Say what is written and drawn over the areas."""
        self._foreground.names, self._foreground.values = names, values
        self._foreground.dots = dots
        self._gather()

    def shows_dots(self) -> bool:
        """Tell whether it is near enough for dots to be drawn."""
        return self._foreground.shows_dots()

    # Choosing -------------------------------------------------------------------------------

    def chosen_id(self) -> Any:
        """Return the chosen shape's id, or None."""
        return self._chosen

    def set_chosen(self, id_: Any, *, bring: bool = False) -> None:
        """Choose without telling; with `bring` it comes into view, near enough to read."""
        self._chosen = id_ if id_ in self._items else None
        item = self._items.get(self._chosen)
        self._mark.surround(item)
        if bring and item is not None:
            wanted = item.path().boundingRect()
            if not self._seen().contains(wanted):
                self._is_whole = False
                self.centerOn(wanted.center())
        self._describe()
        self._gather()

    def shape_at(self, at: QPointF) -> Any:
        """Return the id of the shape at a point in metres, or None."""
        for item in self._scene.items(at):
            # What Qt finds takes the line around as part of it, and fills the holes.
            if isinstance(item, ShapeItem) and item.path().contains(at):
                return item.shape_.id
        return None

    # Moving ---------------------------------------------------------------------------------

    def zoom(self) -> float:
        """Return how much larger than the whole it is shown."""
        return self.transform().m11() / self._whole if self._whole else 1.0

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle or, with the wheel, about the pointer."""
        wanted = min(MOST_ZOOM, max(1.0, self.zoom() * factor))
        if wanted <= 1.0:
            self.show_whole()
            return
        self._is_whole = False
        real = wanted / self.zoom()
        self.scale(real, real)
        self._gather()
        self.zoomed.emit()

    def zoom_in(self) -> None:
        """Come nearer."""
        self._zoom_about_middle(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Go farther away."""
        self._zoom_about_middle(1 / ZOOM_STEP)

    def show_whole(self) -> None:
        """Show all shapes."""
        self._is_whole = True
        bounds = self._bounds
        if bounds.isEmpty():
            return
        edges = self._edges
        wide = self.viewport().width() - 2 * _EDGE - edges.left() - edges.right()
        high = self.viewport().height() - 2 * _EDGE - edges.top()
        self._whole = max(1e-6, min(wide / bounds.width(), high / bounds.height()))
        self.resetTransform()
        self.scale(self._whole, self._whole)
        half = 0.5 / self._whole
        middle = bounds.center()
        self.centerOn(
            middle.x() - (edges.left() - edges.right()) * half, middle.y() - edges.top() * half
        )
        self._gather()
        self.zoomed.emit()

    def keep_free(self, edges: QMargins) -> None:
        """Leave pixels free around the whole, for what lies over the corners."""
        if edges != self._edges:
            self._edges = edges
            if self._is_whole:
                self.show_whole()

    # Qt -------------------------------------------------------------------------------------

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("+", self.tr("放大地图")),
            KeyLine("-", self.tr("缩小地图")),
            KeyLine("0", self.tr("看全图")),
            KeyLine("←", self.tr("地图左移")),
            KeyLine("→", self.tr("地图右移")),
            KeyLine("PgDn", self.tr("下一处")),
            KeyLine("PgUp", self.tr("上一处")),
            KeyLine("Enter", self.tr("看所选网格的事件")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moves = {
            Qt.Key.Key_Left: (-_PAN, 0),
            Qt.Key.Key_Right: (_PAN, 0),
            Qt.Key.Key_Up: (0, -_PAN),
            Qt.Key.Key_Down: (0, _PAN),
        }
        if event.text() in ("+", "=", "＋"):
            self.zoom_in()
        elif event.text() in ("-", "－", "−"):
            self.zoom_out()
        elif event.text() in ("0", "０"):
            self.show_whole()
        elif key in moves:
            self._move(*moves[key])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.opened.emit(self._chosen)
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / _WHEEL
        if turned:
            self.zoom_by(ZOOM_STEP**turned)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if (at - pressed).manhattanLength() > _CLICK:
            self._is_whole = False
            self._gather()
            return
        spot = self._spot_at(at)
        if spot is not None:
            self.dots_chosen.emit(spot.ids)
        else:
            self._choose(self.shape_at(self.mapToScene(at)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is not None:
            self._gather()
            return
        id_ = self.shape_at(self.mapToScene(event.position().toPoint()))
        self._point.surround(self._items.get(id_) if id_ != self._chosen else None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._point.surround(None)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self.show_whole()
        else:
            self._gather()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.save()
        painter.resetTransform()
        self._foreground.draw(
            Canvas(painter, self._theme),
            list(self._items.values()),
            self._groups,
            self._spots,
            self._chosen,
        )
        painter.restore()

    # Inside ---------------------------------------------------------------------------------

    def _choose(self, id_: Any) -> None:
        self.set_chosen(id_)
        self.chosen.emit(self._chosen)

    def _step(self, by: int) -> None:
        ids = list(self._items)
        if not ids:
            return
        here = ids.index(self._chosen) if self._chosen in self._items else -1 if by > 0 else 0
        self.set_chosen(ids[(here + by) % len(ids)], bring=True)
        self.chosen.emit(self._chosen)

    def _move(self, x: int, y: int) -> None:
        self._is_whole = False
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + x)
        down.setValue(down.value() + y)
        self._gather()

    def _zoom_about_middle(self, factor: float) -> None:
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.zoom_by(factor)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def _drawn(self) -> list[QGraphicsPathItem]:
        return [
            *self._items.values(),
            *(part for group in self._groups for part in group.items()),
        ]

    def _seen(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _gather(self) -> None:
        """Find out which dots stand together at this zoom."""
        area = QRectF(self.viewport().rect())
        shown = self._dots if self._foreground.shows_dots() else ()
        # With a part of a pixel: whole ones would make the gathered dots jump while dragging.
        turned = self.viewportTransform()
        places = ((turned.map(QPointF(dot.x, dot.y)), dot) for dot in shown)
        self._spots = gathered((at, dot) for at, dot in places if area.contains(at))
        self.viewport().update()

    def _spot_at(self, at: QPoint) -> Spot | None:
        near = [
            (far, nth)
            for nth, spot in enumerate(self._spots)
            if (far := (spot.at - QPointF(at)).manhattanLength()) <= spot.reach * 1.4
        ]
        return self._spots[min(near)[1]] if near else None

    def _show_tip(self, event: QHelpEvent) -> None:
        id_ = self.shape_at(self.mapToScene(event.pos()))
        item = self._items.get(id_)
        tip = item.look.tip if item is not None else ""
        show_plain_tip(event.globalPos(), tip, self)

    def _describe(self) -> None:
        item = self._items.get(self._chosen)
        if item is None:
            self.setAccessibleDescription(self.tr("共 {n} 个区域").format(n=len(self._items)))
        else:
            self.setAccessibleDescription(item.look.tip or item.shape_.name)

    def _dress(self) -> None:
        for item in self._items.values():
            item.dress(self._theme, item.look)
        for group in self._groups:
            group.dress(self._theme)
        self._mark.dress(self._theme, "bar_warn", 3.2)
        self._point.dress(self._theme, "brand", 1.6)

    def _follow_theme(self) -> None:
        self.setBackgroundBrush(self._theme.colour("surface2"))
        self._dress()
        self.viewport().update()

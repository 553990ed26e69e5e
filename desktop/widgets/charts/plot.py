"""A still plot of pyqtgraph in the colours of the theme: keys and pointer move a mark over it.

The library draws axes, grid, bars, lines and bands. Words that must be cut, bold or stand in a
card are painted over them by `draw_over`, with the same means as everything else of ours.
"""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import LEFT, RIGHT, Canvas
from desktop.widgets.shortcut import KeyLine

CELLS = {"left": (1, 0), "right": (1, 2), "top": (0, 1), "bottom": (2, 1)}
"""Where the axes stand around the plot, which is row 1, column 1."""
CARD_WIDTH = 200
CARD_LINE = 24
LABEL_REACH = 60
"""How far, in pixels, the label at an end of an axis may stand beyond it."""


class Plot(pg.GraphicsView):
    """A view box with axes around it; the library's own `PlotWidget` brings a dozen menus along.

    Subclasses fill `dress`, `fit`, `draw_over`, `spot_at`, `go` and `take`.
    """

    _is_dressed = False

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        # WORKAROUND: at exit the library puts stray items into a scene of its own and crashes with
        # PySide when the application is gone (https://github.com/pyqtgraph/pyqtgraph/issues/3053).
        pg.setConfigOption("exitCleanup", False)
        super().__init__(parent)
        self._theme = active_theme()
        self.axes: dict[str, Any] = {}
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self.rim = pg.GraphicsLayout()
        self._set_up()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme.changed.connect(self._follow_theme)

    # What subclasses fill ------------------------------------------------------------------

    def dress(self) -> None:
        """Take the colours and fonts of the theme."""
        raise NotImplementedError

    def fit(self) -> None:
        """Lay out for the present size and data."""
        raise NotImplementedError

    def draw_over(self, canvas: Canvas) -> None:
        """Paint words, marks and cards over the plot; the unit is the pixel of the widget."""
        raise NotImplementedError

    def spot_at(self, point: QPointF) -> Any:
        """Return what lies at a point of the widget, or None."""
        raise NotImplementedError

    def go(self, key: Qt.Key) -> bool:
        """Move the mark by an arrow key; tell whether it was one of ours."""
        raise NotImplementedError

    def mark(self, spot: Any) -> None:
        """Put the mark on a spot, or take it away."""
        raise NotImplementedError

    def take(self, spot: Any = None) -> None:
        """Choose a spot; None means the marked one."""
        raise NotImplementedError

    # What subclasses use -------------------------------------------------------------------

    def pen(self, ink: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
        """Return a pen of a token, round at its corners."""
        pen = pg.mkPen(self._theme.colour(ink), width=width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([5, 4])
        return pen

    def wash(self, ink: str, share: float) -> QColor:
        """Return a token's colour, thinned."""
        colour = QColor(self._theme.colour(ink))
        colour.setAlphaF(share)
        return colour

    def add_axis(self, side: str) -> Any:
        """Put an axis beside the plot and return it."""
        axis = pg.AxisItem(side, linkView=self.box, pen=pg.mkPen(None))
        self.rim.addItem(axis, *CELLS[side])
        self.axes[side] = axis
        return axis

    def dress_axis(self, side: str, *, ink: str = "text3", line: str = "") -> None:
        """Dress one axis; without `line` its line is not drawn."""
        axis = self.axes[side]
        axis.setStyle(
            tickFont=self._theme.font(12),
            tickLength=0,
            tickTextOffset=8,
            # The labels at both ends stand half outside; we see to it that none overlap.
            hideOverlappingLabels=LABEL_REACH,
            tickAlpha=0,
        )
        axis.setTextPen(self.pen(ink))
        axis.setPen(self.pen(line) if line else pg.mkPen(None))

    def set_margins(self, left: float, top: float, right: float, bottom: float) -> None:
        """Leave room around plot and axes."""
        self.rim.layout.setContentsMargins(left, top, right, bottom)

    def lay_out(self) -> None:
        """Let margins and axes take effect now, so that places can be asked for."""
        self.rim.layout.activate()

    def pixel(self, x: float, y: float, box: Any = None) -> QPointF:
        """Return where a point of the data lies in the widget."""
        return (box or self.box).mapViewToScene(QPointF(x, y))

    def data(self, point: QPointF) -> QPointF:
        """Return which point of the data lies at a place of the widget."""
        return self.box.mapSceneToView(point)

    def frame(self) -> QRectF:
        """Return where the data is drawn."""
        return self.box.sceneBoundingRect()

    def card(
        self, canvas: Canvas, beside: QPointF, title: str, lines: list[tuple[str, str, str]]
    ) -> None:
        """Draw a card with (tone, name, value) lines beside a point, inside the widget."""
        theme = self._theme
        line = theme.px(CARD_LINE)
        wide = theme.text_width(title, 13, bold=True) + 24
        wide = max(wide, CARD_WIDTH) if lines else wide
        high = line * (len(lines) + 1) + 12
        left = beside.x() + 14 if beside.x() + 14 + wide < self.width() else beside.x() - wide - 14
        top = min(max(2.0, beside.y() - high - 8), self.height() - high - 2)
        rect = QRectF(max(2.0, left), top, wide, high)
        canvas.box(rect, 8, "surface", "control_border")
        inner = rect.adjusted(12, 6, -12, -6)
        head = QRectF(inner.left(), inner.top(), inner.width(), line)
        canvas.text(head, title, 13, bold=True, align=LEFT)
        for number, (tone, name, value) in enumerate(lines, start=1):
            row = QRectF(inner.left(), inner.top() + number * line, inner.width(), line)
            indent = 0.0
            if tone:
                canvas.box(QRectF(row.left(), row.center().y() - 2, 10, 4), 2, tone)
                indent = 18.0
            canvas.text(row.adjusted(indent, 0, 0, 0), name, 13, "text2")
            canvas.text(row, value, 13, align=RIGHT)

    def repaint_over(self) -> None:
        """Paint again what lies over the plot."""
        self.viewport().update()

    # Qt ------------------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        painter.save()
        self.draw_over(Canvas(painter, self._theme))
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.take(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first press has chosen already.
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        pointing = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if spot is None else pointing)
        self.mark(spot)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls, the plot does not.
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mark(None)

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("→", self.tr("图表：下一个数")),
            KeyLine("←", self.tr("图表：上一个数")),
            KeyLine("Enter", self.tr("图表：看这个数后面的事件")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif not self.go(Qt.Key(event.key())):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.repaint_over()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.mark(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The library resizes while it is still being made.
        if self._is_dressed:
            self.fit()

    # Inside --------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setCentralItem(self.rim)
        self.rim.layout.setSpacing(0)
        self.rim.addItem(self.box, 1, 1)
        self.rim.layout.setRowStretchFactor(1, 100)
        self.rim.layout.setColumnStretchFactor(1, 100)
        self.box.disableAutoRange()
        self.setAntialiasing(True)
        # Words lie over the plot and must not be cut by a small change below them.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.viewport().setMouseTracking(True)
        # The view itself takes the keys; its inner widget would be a stop of Tab without a name.
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _follow_theme(self) -> None:
        self._put_on()
        self.updateGeometry()
        self.fit()

    def _put_on(self) -> None:
        self.setBackground(self._theme.colour("surface"))
        self.dress()
        self._is_dressed = True
        self.repaint_over()

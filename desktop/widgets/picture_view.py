"""A picture to be looked at closely, or two beside each other: zoom, turn, move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget

_ZOOMS = (0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
_GAP = 12
_STEP = 60.0
_QUARTER = 90


@dataclass(frozen=True)
class Shown:
    """A picture and what stands under it; without an image `words` say why, or that it comes."""

    caption: str
    image: QImage | None
    words: str = ""


class PictureView(PaintedWidget):
    """Keys: + and − zoom, 0 fits, R turns by a quarter, ↑ ↓ and Shift ← → move an enlarged one."""

    zoomed = Signal(float)
    """The zoom; 1.0 is one point of the picture for one of the screen, 0.0 fits the view."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()
        self._zoom = 0.0
        self._turned = 0
        self._moved = QPointF()
        self._grip: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name or self.tr("照片"))

    def show_pictures(self, shown: Sequence[Shown], *, keeps_look: bool = False) -> None:
        """Show one picture or two beside each other; zoom and turn stay if `keeps_look`."""
        self._shown = tuple(shown)
        self.setAccessibleDescription(
            "\n".join(" ".join(part for part in (s.caption, s.words) if part) for s in shown)
        )
        if not keeps_look:
            self._turned = 0
            self._set_zoom(0.0)
        self.update()

    def shown(self) -> tuple[Shown, ...]:
        """Return what is shown."""
        return self._shown

    def zoom(self) -> float:
        """Return the zoom, 0.0 while the pictures fit the view."""
        return self._zoom

    def turned(self) -> int:
        """Return by how many degrees the pictures are turned clockwise."""
        return self._turned

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        now = self._scale(0)
        self._set_zoom(next((z for z in _ZOOMS if z > now * 1.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        now = self._scale(0)
        self._set_zoom(next((z for z in reversed(_ZOOMS) if z < now * 0.99), _ZOOMS[0]))

    def fit(self) -> None:
        """Show the pictures whole."""
        self._set_zoom(0.0)

    def turn(self) -> None:
        """Turn the pictures by a quarter, clockwise."""
        self._turned = (self._turned + _QUARTER) % (4 * _QUARTER)
        self._moved = QPointF()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Up: (0.0, _STEP), Qt.Key.Key_Down: (0.0, -_STEP)}
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            moves |= {Qt.Key.Key_Left: (_STEP, 0.0), Qt.Key.Key_Right: (-_STEP, 0.0)}
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_R:
            self.turn()
        elif key in moves:
            self._move_by(QPointF(*moves[key]))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position() - self._moved

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._move_by(event.position() - self._grip - self._moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._set_zoom(0.0 if self._zoom else 1.0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        canvas.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, shown in enumerate(self._shown):
            frame = self._frame(place)
            canvas.box(frame, 6, "surface2", "border")
            if shown.image is None or shown.image.isNull():
                self._draw_words(canvas, frame, shown.words)
            else:
                self._draw_picture(canvas, frame, shown.image, self._scale(place))
            if len(self._shown) > 1:
                line = QRectF(frame.left(), frame.bottom() + 4, frame.width(), self._line())
                canvas.text(line, shown.caption, 14, "text", bold=True, align=CENTER)
        if self.hasFocus():
            canvas.focus_ring(QRectF(self.rect()), 6)

    def _draw_picture(self, canvas: Canvas, frame: QRectF, image: QImage, scale: float) -> None:
        painter = canvas.painter
        painter.save()
        painter.setClipRect(frame.adjusted(1, 1, -1, -1))
        painter.translate(frame.center() + self._moved)
        painter.rotate(self._turned)
        width, height = image.width() * scale, image.height() * scale
        painter.drawImage(QRectF(-width / 2, -height / 2, width, height), image)
        painter.restore()

    def _draw_words(self, canvas: Canvas, frame: QRectF, words: str) -> None:
        painter = canvas.painter
        painter.setFont(self._theme.font(14))
        painter.setPen(self._theme.colour("text2"))
        room = frame.adjusted(24, 0, -24, 0)
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room, flags, words)

    def _line(self) -> int:
        return self._theme.px(20)

    def _frame(self, place: int) -> QRectF:
        """Return the room of a picture; two share the width, with a line for their captions."""
        room = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        count = len(self._shown)
        if count > 1:
            each = (room.width() - _GAP * (count - 1)) / count
            room = QRectF(
                room.left() + place * (each + _GAP),
                room.top(),
                each,
                room.height() - self._line() - 6,
            )
        return room

    def _scale(self, place: int) -> float:
        if self._zoom:
            return self._zoom
        image = self._shown[place].image if place < len(self._shown) else None
        if image is None or image.isNull():
            return 1.0
        frame = self._frame(place)
        width, height = image.width(), image.height()
        if self._turned % (2 * _QUARTER):
            width, height = height, width
        return min(1.0, frame.width() / width, frame.height() / height)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._move_by(QPointF())
        if not zoom:
            self._moved = QPointF()
        self.zoomed.emit(zoom)
        self.update()

    def _move_by(self, by: QPointF) -> None:
        """Move an enlarged picture, but never out of its frame."""
        if not self._zoom:
            return
        wide = high = 0.0
        for place, shown in enumerate(self._shown):
            if shown.image is None:
                continue
            frame = self._frame(place)
            width, height = shown.image.width() * self._zoom, shown.image.height() * self._zoom
            if self._turned % (2 * _QUARTER):
                width, height = height, width
            wide = max(wide, (width - frame.width()) / 2)
            high = max(high, (height - frame.height()) / 2)
        moved = self._moved + by
        self._moved = QPointF(max(-wide, min(wide, moved.x())), max(-high, min(high, moved.y())))
        self.update()

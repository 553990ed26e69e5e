"""Pictures and recordings of a case in a row; arrows move, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget
from desktop.widgets.shortcut import KeyLine


@dataclass(frozen=True)
class Photo:
    """One attachment: `image` None shows `icon` (image, play, file-text) and `words` under it."""

    id: Any
    caption: str
    image: QImage | None = None
    icon: str = "image"
    words: str = ""


class PhotoStrip(PaintedWidget):
    """Thumbnails that share the width; what does not fit is counted on the last one."""

    opened = Signal(object)
    moved = Signal(object)
    """The place that the keys are at now."""

    def __init__(self, *, name: str = "", tallest: int = 84, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos: tuple[Photo, ...] = ()
        self._current = 0
        self._tallest = tallest
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(name or self.tr("附件"))

    def set_photos(self, photos: Sequence[Photo]) -> None:
        """Show these; without any the strip takes no room. The same ones keep the place."""
        if [one.id for one in photos] != [one.id for one in self._photos]:
            self._current = 0
        self._photos = tuple(photos)
        self.setVisible(bool(photos))
        self._describe()
        self.updateGeometry()

    def photos(self) -> tuple[Photo, ...]:
        """Return what is shown."""
        return self._photos

    def sizeHint(self) -> QSize:
        return QSize(300, self._tallest + self._theme.px(20) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(44, self._tallest) + self._theme.px(20) + 4)

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("←", self.tr("前一张照片")),
            KeyLine("→", self.tr("后一张照片")),
            KeyLine("Enter", self.tr("放大照片")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._photos:
            self._current = (self._current + step) % len(self._photos)
            self._describe()
            self.moved.emit(self._current)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, rect in enumerate(self._rects()):
            if rect.contains(event.position()) and event.button() == Qt.MouseButton.LeftButton:
                self._current = self._first() + place
                self._describe()
                self._open(self._current)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        rects = self._rects()
        first = self._first()
        for place, rect in enumerate(rects):
            photo = self._photos[first + place]
            self._draw_photo(canvas, rect, photo)
            words = QRectF(rect.left() + 2, rect.bottom() + 4, rect.width() - 2, self._theme.px(18))
            canvas.text(words, photo.caption, 12, "text2")
            hidden = len(self._photos) - len(rects) - first
            if place + 1 == len(rects) and hidden > 0:
                canvas.painter.fillRect(rect, canvas.theme.colour("nav"))
                canvas.text(rect, f"+{hidden + 1}", 18, "on_nav", bold=True, align=CENTER)
            if self.hasFocus() and first + place == self._current:
                canvas.focus_ring(rect, 6)

    def _draw_photo(self, canvas: Canvas, rect: QRectF, photo: Photo) -> None:
        if photo.image is None or photo.image.isNull():
            canvas.box(rect, 6, "brand_weak", "border")
            side = canvas.theme.px(24)
            middle = rect.center().y() - (canvas.theme.px(9) if photo.words else 0)
            canvas.icon(photo.icon, "brand", rect.center().x() - side / 2, middle, 24)
            if photo.words:
                line = QRectF(rect.left() + 4, middle + side / 2, rect.width() - 8, side)
                canvas.text(line, photo.words, 12, "text2", align=CENTER)
            return
        path = QPainterPath()
        path.addRoundedRect(rect, 6, 6)
        painter = canvas.painter
        painter.save()
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(path)
        size = photo.image.size()
        scale = max(rect.width() / size.width(), rect.height() / size.height())
        width, height = rect.width() / scale, rect.height() / scale
        source = QRectF((size.width() - width) / 2, (size.height() - height) / 2, width, height)
        painter.drawImage(rect, photo.image, source)
        painter.restore()

    def _room(self) -> int:
        return max(1, min(3 if self.width() < 700 else 6, self.width() // self._theme.px(100)))

    def _first(self) -> int:
        room = self._room()
        return max(0, min(self._current - room + 1, len(self._photos) - room))

    def _rects(self) -> list[QRectF]:
        shown = min(len(self._photos), self._room())
        if not shown:
            return []
        places = max(3, shown) if self.width() > self._theme.px(300) else shown
        each = (self.width() - 10 * (places - 1)) / places
        high = min(self._tallest, self.height() - self._theme.px(20) - 4)
        return [QRectF(i * (each + 10), 1, each, high) for i in range(shown)]

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._photos):
            self.opened.emit(self._photos[place].id)

    def _describe(self) -> None:
        photo = self._photos[self._current] if self._photos else None
        told = (photo.caption, photo.words) if photo else ()
        self.setAccessibleDescription(" ".join(part for part in told if part))
        self.update()

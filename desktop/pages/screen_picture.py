"""A small picture of the big screen on the operator's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget

_WIDE, _HIGH = 16, 9
_RADIUS = 8


class ScreenPicture(PaintedWidget):
    """Shows a picture as wide as there is room; without one it says so."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._small = QPixmap()
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def show_picture(self, picture: QPixmap, words: str = "") -> None:
        """Show what stands on the screen; the words describe it or stand instead."""
        self._picture, self._small, self._words = picture, QPixmap(), words
        self.setAccessibleDescription(words)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * _HIGH // _WIDE

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def draw(self, canvas: Canvas) -> None:
        room = QRectF(self.rect())
        if self._picture.isNull():
            canvas.box(room, _RADIUS, "surface2", "border")
            canvas.text(room, self._words, 14, "text2", align=CENTER)
            return
        across, down = self._picture.width(), self._picture.height()
        scale = min(room.width() / across, room.height() / down)
        wide, high = across * scale, down * scale
        rect = QRectF((room.width() - wide) / 2, (room.height() - high) / 2, wide, high)
        size = (rect.size() * canvas.ratio).toSize()
        if self._small.size() != size:
            self._small = self._picture.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        path = QPainterPath()
        path.addRoundedRect(rect, _RADIUS, _RADIUS)
        canvas.painter.setClipPath(path)
        canvas.painter.drawPixmap(rect, self._small, QRectF(self._small.rect()))

"""Before and now, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop.screen.fitting import largest
from desktop.screen.part import ScreenPart
from desktop.screen.slides import Shot
from desktop.widgets.canvas import CENTER, Canvas

CAPTIONS = (34, 32)
_GAP, _RADIUS, _FOOT = 12, 12, 60


class PhotoPair(ScreenPart):
    """One or two pictures with their captions; the present one has a border."""

    _shots: tuple[Shot, ...] = ()

    def show_shots(self, shots: Sequence[Shot]) -> None:
        """Show these pictures."""
        self._shots = tuple(shots)
        self.say(one.caption for one in self._shots)

    def draw(self, canvas: Canvas) -> None:
        if not self._shots:
            return
        gap = self.theme.px(_GAP)
        wide = (self.width() - gap * (len(self._shots) - 1)) / len(self._shots)
        for place, shot in enumerate(self._shots):
            self._draw_shot(canvas, QRectF(place * (wide + gap), 0, wide, self.height()), shot)

    def _draw_shot(self, canvas: Canvas, rect: QRectF, shot: Shot) -> None:
        px, painter = self.theme.px, canvas.painter
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(1, 1, -1, -1), px(_RADIUS), px(_RADIUS))
        painter.save()
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(path)
        painter.fillRect(rect, self.theme.colour("surface"))
        room = rect.adjusted(0, 0, 0, -px(_FOOT))
        size = shot.image.size()
        if not size.isEmpty():
            scale = max(room.width() / size.width(), room.height() / size.height())
            wide, high = room.width() / scale, room.height() / scale
            source = QRectF((size.width() - wide) / 2, (size.height() - high) / 2, wide, high)
            painter.drawImage(room, shot.image, source)
        painter.restore()
        foot = QRectF(rect.left(), rect.bottom() - px(_FOOT), rect.width(), px(_FOOT))
        letters = largest(self.theme, shot.caption, CAPTIONS, foot.width())
        canvas.text(foot, shot.caption, letters, bold=True, align=CENTER)
        ink = "warn" if shot.is_now else "border"
        painter.setPen(QPen(self.theme.colour(ink), px(3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

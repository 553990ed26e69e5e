"""The operator's look at the projected page, and how well the room can read it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.pages.meeting_projection import MeetingProjection
from desktop.pages.screen_picture import ScreenPicture
from desktop.pages.stage_words import looked_at
from desktop.widgets.card import Card
from desktop.widgets.plain_label import PlainLabel

SOON_MILLISECONDS = 250
STEADY_MILLISECONDS = 5000
"""The clock on the page goes on while nothing else changes."""


class ScreenCard(Card):
    """Shows what the room sees; only while there is something to see, and room for it."""

    def __init__(self, projection: MeetingProjection, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=8)
        self._projection = projection
        self._has_room = True
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("大屏画面"), self, kind="section"))
        self._note = PlainLabel("", self, kind="second", tone="text2", elide=True)
        head.addWidget(self._note, 1)
        self.picture = ScreenPicture(self.tr("大屏画面"), self)
        self.body.addLayout(head)
        self.body.addWidget(self.picture)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(self._paint)
        self._steady = QTimer(self)
        self._steady.setInterval(STEADY_MILLISECONDS)
        self._steady.timeout.connect(self._paint)
        projection.changed.connect(self._follow)
        self.hide()

    def set_room(self, has_room: bool) -> None:
        """Tell whether the window is wide enough for a picture."""
        self._has_room = has_room
        self._follow()

    @Slot()
    def _follow(self) -> None:
        shown = self._has_room and self._projection.is_shown()
        self.setVisible(shown)
        if not shown:
            self._steady.stop()
            return
        optics = self._projection.stage().optics()
        self._note.setText(looked_at(optics))
        self._note.set_tone("text2" if optics.is_readable else "danger")
        self._steady.start()
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _paint(self) -> None:
        view = self._projection.view()
        if view is None or not self.isVisible():
            self.picture.show_picture(QPixmap(), "")
            return
        wide = round(self.picture.width() * self.picture.devicePixelRatioF())
        self.picture.show_picture(small_picture(view, wide), view.words())


def small_picture(view: QWidget, width: int) -> QPixmap:
    """Return a widget drawn that small at once: a whole grab of a sharp screen takes too long."""
    scale = width / max(1, view.width())
    picture = QPixmap(max(1, width), max(1, round(view.height() * scale)))
    painter = QPainter(picture)
    painter.scale(scale, scale)
    view.render(painter, QPoint(0, 0))
    painter.end()
    return picture

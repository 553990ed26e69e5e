"""A small box with a figure that opens what is behind it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas


class FigureBox(QPushButton):
    """Its name, the figure and a faint note; `alarm` makes it red, words and all."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._name, self._figure, self._note = name, "", ""
        self._alarm = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_figure(self, figure: str, note: str = "", *, alarm: bool = False) -> None:
        """Show another figure."""
        self._figure, self._note, self._alarm = figure, note, alarm
        self.setAccessibleName(f"{self._name} {figure}")
        self.setAccessibleDescription(note)
        self.update()

    def sizeHint(self) -> QSize:
        figure = self._theme.text_width(self._figure, 20, bold=True)
        wide = max(figure, self._theme.text_width(self._name, 13))
        return QSize(round(wide) + 22, self._theme.px(68))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(64), self._theme.px(68))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect())
        ground = "danger_weak" if self._alarm else "hover" if self.underMouse() else "surface2"
        canvas.box(rect, 6, ground, "border")
        ink = "danger" if self._alarm else "text"
        line = self._theme.px(20)
        room = rect.adjusted(9, 6, -4, 0)
        room.setHeight(line)
        canvas.text(room, self._name, 13, "danger" if self._alarm else "text2")
        figure = room.translated(0, line)
        figure.setHeight(self._theme.px(24))
        fits = self._theme.text_width(self._figure, 18, bold=True) <= figure.width()
        canvas.text(figure, self._figure, 18 if fits else 15, ink, bold=True)
        note = QRectF(room.left(), figure.bottom() - 2, room.width(), self._theme.px(18))
        canvas.text(note, self._note, 12, "text3")
        if self.hasFocus():
            canvas.focus_ring(rect, 6)
        painter.end()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()

"""The dark panel in which the parts of the big screen stand, with its heading."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from desktop.screen.optics import SMALLEST
from desktop.screen.part import ScreenPart
from desktop.theme import Theme
from desktop.widgets.canvas import RIGHT, Canvas

HEADING = 40
NOTE = 32
PADDING = 28
_RADIUS = 12


def draw_panel(
    canvas: Canvas, rect: QRectF, ground: str = "surface", border: str = "border"
) -> None:
    """Draw the ground of a panel."""
    px = canvas.theme.px
    canvas.box(rect, px(_RADIUS), ground, border, max(1.0, px(2) * 0.8))


def draw_heading(
    canvas: Canvas, rect: QRectF, words: str, accent: str, size: int = HEADING, ink: str = "text"
) -> float:
    """Draw a coloured stroke and a title in the middle of a line; return where they end."""
    px = canvas.theme.px
    high = px(round(size * 0.95))
    canvas.box(QRectF(rect.left(), rect.center().y() - high / 2, px(8), high), px(4), accent)
    left = rect.left() + px(24)
    room = QRectF(left, rect.top(), rect.right() - left, rect.height())
    while size > SMALLEST and canvas.theme.text_width(words, size, bold=True) > room.width():
        size -= 2
    return left + canvas.text(room, words, size, ink, bold=True)


class Panel(ScreenPart):
    """A part with a heading and a note at its right; what it holds is drawn into `inner`."""

    def __init__(
        self, theme: Theme, title: str, accent: str = "focus", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._title = title
        self._accent = accent
        self._note = ""
        self._note_ink = "text3"
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title = title
        self.setAccessibleName(title)

    def set_note(self, note: str, ink: str = "text3") -> None:
        """Change the words at the right of the heading."""
        self._note, self._note_ink = note, ink

    def draw(self, canvas: Canvas) -> None:
        px = self.theme.px
        draw_panel(canvas, QRectF(self.rect()))
        line = QRectF(px(PADDING), px(20), self.width() - 2 * px(PADDING), px(60))
        draw_heading(canvas, line, self._title, self._accent)
        canvas.text(line, self._note, NOTE, self._note_ink, align=RIGHT)
        self.draw_inner(canvas, self.inner())

    def inner(self) -> QRectF:
        """Return the room below the heading."""
        px = self.theme.px
        left, top = px(PADDING), px(92)
        return QRectF(left, top, self.width() - 2 * left, self.height() - top - px(20))

    def draw_inner(self, canvas: Canvas, room: QRectF) -> None:
        """Draw what the panel holds."""
        raise NotImplementedError

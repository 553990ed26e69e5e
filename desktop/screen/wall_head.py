"""The top line of the wall display: whose room, how fresh the figures are, date and clock."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop.screen.part import ScreenPart
from desktop.widgets.canvas import RIGHT, Canvas

TITLE, CLOCK, DAY, STATE, SUBTITLE = 54, 60, 38, 36, 40
_BETWEEN = 30


class WallHead(ScreenPart):
    """Name of the room, whether the figures live, date and clock."""

    _room = ""
    _state = ""
    _lives = True
    _day = ""
    _time = ""

    def show_room(self, room: str, state: str, lives: bool) -> None:
        """Show whose room it is and how old the figures are."""
        self._room, self._state, self._lives = room, state, lives
        self._tell()

    def show_clock(self, day: str, time: str) -> None:
        """Show date and time."""
        self._day, self._time = day, time
        self._tell()

    def draw(self, canvas: Canvas) -> None:
        px, middle = self.theme.px, self.height() / 2
        canvas.icon("siren", "focus", 0, middle, TITLE)
        ink = "ok" if self._lives else "warn"
        line = QRectF(self.rect()).adjusted(px(72), 0, 0, 0)
        for words, size, colour, bold in (
            (self._time, CLOCK, "text", True),
            (self._day, DAY, "text2", False),
            (self._state, STATE, ink, not self._lives),
        ):
            taken = canvas.text(line, words, size, colour, bold=bold, align=RIGHT)
            line.setRight(line.right() - taken - px(_BETWEEN))
        dot = px(16)
        x = line.right() + px(_BETWEEN) - dot - px(14)
        canvas.box(QRectF(x, middle - dot / 2, dot, dot), dot / 2, ink)
        line.setRight(x - px(_BETWEEN))
        taken = canvas.text(line, self._room, TITLE, bold=True)
        rest = line.adjusted(taken + px(28), px(4), 0, 0)
        words = self.tr("今日运行态势")
        if rest.width() > self.theme.text_width(words, SUBTITLE):
            canvas.text(rest, words, SUBTITLE, "text3")

    def _tell(self) -> None:
        self.say((self._room, self._state, self._day, self._time))

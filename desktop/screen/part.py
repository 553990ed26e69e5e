"""A painted part of the big screen, and words on several lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme
from desktop.widgets.canvas import LEFT, Canvas

_LINE = 1.32
"""The step from line to line, in sizes of the letters."""


class ScreenPart(QWidget):
    """Drawn by hand in the theme of the big screen, which is not that of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        theme.changed.connect(self.update)

    def draw(self, canvas: Canvas) -> None:
        """Paint the part."""
        raise NotImplementedError

    def say(self, words: Iterable[str]) -> None:
        """Tell those who do not see what is drawn, and draw it."""
        self.setAccessibleDescription("\n".join(one for one in words if one))
        self.update()

    def words(self) -> str:
        """Return what the part shows."""
        return self.accessibleDescription()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(Canvas(painter, self.theme))
        painter.end()


def wrapped(theme: Theme, words: str, size: int, bold: bool, width: float, most: int) -> list[str]:
    """Return words in lines of a width, at most so many; the last one is cut with …."""
    text = " ".join(words.split())
    layout = QTextLayout(text, theme.font(size, bold=bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most:
        rest = text[starts[most - 1] :]
        cut = theme.metrics(size, bold=bold)
        lines = [*lines[: most - 1], cut.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return lines


def line_height(theme: Theme, size: int) -> int:
    """Return the step from one line to the next."""
    return theme.px(round(size * _LINE))


def draw_lines(
    canvas: Canvas,
    rect: QRectF,
    words: str,
    size: int,
    ink: str = "text",
    *,
    bold: bool = False,
    most: int = 0,
) -> float:
    """Draw words on as many lines as fit, or at most so many; return the height they took."""
    step = line_height(canvas.theme, size)
    room = max(1, int((rect.height() + step * 0.12) // step))
    most = min(room, most) if most else room
    lines = wrapped(canvas.theme, words, size, bold, rect.width(), most)
    for place, line in enumerate(lines):
        box = QRectF(rect.left(), rect.top() + place * step, rect.width(), step)
        canvas.text(box, line, size, ink, bold=bold, align=LEFT)
    return float(step * len(lines))

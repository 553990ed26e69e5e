"""What happened to a case, newest first: time, a dot, what, who and a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import Canvas, PaintedWidget

_TIME_ROOM = 56
_GAP = 18


@dataclass(frozen=True)
class TimelineStep:
    """One step; `tone` is danger (filled dot), warn, brand, ok or empty."""

    time: str
    title: str
    who: str = ""
    note: str = ""
    tone: str = ""
    day: str = ""


class Timeline(PaintedWidget):
    """A column of steps that grows with its content; put it in a scroll area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[TimelineStep, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("流转记录"))

    def set_steps(self, steps: Sequence[TimelineStep]) -> None:
        """Show these steps, in this order."""
        self._steps = tuple(steps)
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return all steps as lines, for screen readers and for copying."""
        lines = (
            " ".join(part for part in (s.day, s.time, s.title, s.who, s.note) if part)
            for s in self._steps
        )
        return "\n".join(lines)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._height(step, width) for step in self._steps)) + 4

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def draw(self, canvas: Canvas) -> None:
        theme = self._theme
        line = theme.px(22)
        axis = theme.px(_TIME_ROOM) + 14
        left = axis + 18
        top = 0.0
        for place, step in enumerate(self._steps):
            height = self._height(step, self.width())
            middle = top + line / 2
            if place + 1 < len(self._steps):
                canvas.line(axis, middle + 8, axis, top + height + line / 2 - 8, "border", 2)
            self._draw_dot(canvas, axis, middle, step.tone)
            canvas.text(QRectF(0, top, axis - 12, line), step.time, 13, "text2")
            if step.day:
                canvas.text(QRectF(0, top + line, axis - 12, line), step.day, 12, "text3")
            ink = step.tone if step.tone == "danger" else "text"
            room = self.width() - left
            took = canvas.text(QRectF(left, top, room, line), step.title, 14, ink, bold=True)
            below = top + line
            if self._who_goes_below(step, self.width()):
                canvas.text(QRectF(left, below, room, line), step.who, 13, "text2")
                below += line
            else:
                beside = QRectF(left + took + 10, top, room - took - 10, line)
                canvas.text(beside, step.who, 13, "text2")
            if step.note:
                self._draw_note(canvas, step.note, left, below)
            top += height

    def _draw_dot(self, canvas: Canvas, axis: float, middle: float, tone: str) -> None:
        ink = tone or "text3"
        dot = QRectF(axis - 6, middle - 6, 12, 12)
        canvas.box(dot, 6, ink if tone == "danger" else "surface", ink, 2)

    def _draw_note(self, canvas: Canvas, note: str, left: float, top: float) -> None:
        painter = canvas.painter
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.colour("text2"))
        rect = QRectF(left, top, self.width() - left, self.height() - top)
        painter.drawText(rect, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), note)

    def _who_goes_below(self, step: TimelineStep, width: int) -> bool:
        """Tell whether a name would be cut beside what was done."""
        room = width - self._theme.px(_TIME_ROOM) - 32
        beside = self._theme.text_width(step.title, 14, bold=True) + 12
        return bool(step.who) and beside + self._theme.text_width(step.who, 13) > room

    def _height(self, step: TimelineStep, width: int) -> float:
        below = self._theme.px(22) if self._who_goes_below(step, width) else 0
        height = self._theme.px(22) + below + _GAP
        if step.note:
            left = self._theme.px(_TIME_ROOM) + 32
            metrics = QFontMetrics(self._theme.font(13))
            box = metrics.boundingRect(
                0, 0, max(60, width - left), 10_000, int(Qt.TextFlag.TextWordWrap), step.note
            )
            height += box.height()
        elif step.day:
            height = max(height, self._theme.px(44) + 4)
        return height

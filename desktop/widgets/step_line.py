"""The stations of a document or a case on one line: done, present, to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget


class StepLine(PaintedWidget):
    """Numbered discs joined by a line; what is done carries a tick."""

    def __init__(self, steps: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_steps(steps, 0)

    def show_steps(self, steps: Sequence[str], current: int) -> None:
        """Show `steps`; those before `current` are done, beyond the last all are."""
        self._steps = tuple(steps)
        self._current = current
        present = self._steps[current] if current < len(self._steps) else ""
        self.setAccessibleName(" → ".join(self._steps))
        self.setAccessibleDescription(present)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, self._theme.px(44) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def draw(self, canvas: Canvas) -> None:
        if not self._steps:
            return
        side = self._theme.px(22)
        each = self.width() / len(self._steps)
        middle = side / 2 + 1
        for place, words in enumerate(self._steps):
            x = each * (place + 0.5)
            done = place < self._current
            if place:
                ink = "bar_ok" if place <= self._current else "border"
                canvas.line(x - each + side / 2 + 3, middle, x - side / 2 - 3, middle, ink, 2)
            disc = QRectF(x - side / 2, 1, side, side)
            present = place == self._current
            if done:
                canvas.box(disc, side / 2, "ok")
                canvas.icon("check", "surface", x - self._theme.px(14) / 2, middle, 14)
            else:
                canvas.box(
                    disc,
                    side / 2,
                    "brand" if present else "surface",
                    "" if present else "control_border",
                )
                ink = "on_brand" if present else "text3"
                canvas.text(disc, str(place + 1), 12, ink, bold=True, align=CENTER)
            room = QRectF(x - each / 2, side + 5, each, self._theme.px(20))
            canvas.text(
                room, words, 12, "brand" if present else "text2", bold=present, align=CENTER
            )

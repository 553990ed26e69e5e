"""The panel around the moving list of overdue cases."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.screen.board import Late
from desktop.screen.late_roll import LateRoll
from desktop.screen.panel import Panel
from desktop.theme import Theme
from desktop.widgets.canvas import Canvas

_OVERHANG = 8


class LatePanel(Panel):
    """The heading tells how many there are in all."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, "danger", parent)
        self.roll = LateRoll(theme, self)

    def show_late(self, rows: Sequence[Late], note: str, empty: str) -> None:
        """Show the overdue cases."""
        self.set_note(note, "danger" if rows else "text3")
        self.roll.show_rows(rows, empty)
        self.say((note,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lay the list into the panel."""
        over = self.theme.px(_OVERHANG)
        self.roll.setGeometry(self.inner().adjusted(-over, 0, over, 0).toRect())

    def draw_inner(self, canvas: Canvas, room: QRectF) -> None:
        """The list draws itself."""

"""Making the practice street: how far it is, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.progress_line import ProgressLine
from desktop.widgets.basic_dialog import BasicDialog


class PracticePreparing(BasicDialog):
    """Shown the first time only; later the street is there."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("正在准备练习街道"),
            self.tr("第一次练习要造一条虚构的街道：三周的事件、督办和例会。以后直接打开。"),
            parent=parent,
        )
        self._line = ProgressLine(self)
        self._line.stopped.connect(self.stopped)
        self.body.addWidget(self._line)
        self._line.begin(self.tr("已完成"))

    @Slot(int, int)
    def move_to(self, done: int, total: int) -> None:
        """Show how far the street is."""
        self._line.move_to(done, total)

    def reject(self) -> None:
        """Esc stops as the button does; the dialog closes when the work has ended."""
        self._line.button.click()

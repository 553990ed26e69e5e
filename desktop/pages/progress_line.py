"""A bar with words for a task, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.task_words import progress_words, share
from desktop.tasks.task import Task
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.progress_bar import ProgressBar


class ProgressLine(QWidget):
    """Hidden until a task begins; follows it and takes the wish to stop to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.bar = ProgressBar(self)
        self._words = PlainLabel("", kind="second", tone="text2")
        self.button = ActionButton(self.tr("停止"), "x", parent=self)
        self.button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self._words)
        row.addWidget(self.button)
        self.hide()

    def begin(self, task: Task) -> None:
        """Show how far a task is from now on."""
        self._task = task
        task.moved.connect(self._show)
        self.button.setEnabled(True)
        self._show()
        self.show()

    def end(self) -> None:
        """Take the bar away."""
        if self._task is not None:
            self._task.moved.disconnect(self._show)
            self._task = None
        self.hide()

    def words(self) -> str:
        """Return what stands beside the bar."""
        return self._words.text()

    @Slot()
    def _show(self) -> None:
        if self._task is not None:
            self.bar.show_share(share(self._task))
            self._words.setText(progress_words(self._task))

    @Slot()
    def _stop(self) -> None:
        self.button.setEnabled(False)
        if self._task is not None:
            self._task.stop()

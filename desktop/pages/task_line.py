"""The bar of one task: follows it, and takes the wish to stop to it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.pages.progress_line import ProgressLine
from desktop.task_words import progress_words, share
from desktop.tasks.task import Task


class TaskLine(ProgressLine):
    """Hidden until a task begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.stopped.connect(self._stop_task)

    def follow(self, task: Task) -> None:
        """Show how far a task is from now on."""
        self._task = task
        task.moved.connect(self._show)
        self.begin("")
        self._show()

    def is_following(self) -> bool:
        """Tell whether a task is under way."""
        return self._task is not None

    def end(self) -> None:
        """Take the bar away."""
        if self._task is not None:
            self._task.moved.disconnect(self._show)
            self._task = None
        super().end()

    @Slot()
    def _show(self) -> None:
        if self._task is not None:
            self.show_progress(progress_words(self._task), share(self._task))

    @Slot()
    def _stop_task(self) -> None:
        if self._task is not None:
            self._task.stop()

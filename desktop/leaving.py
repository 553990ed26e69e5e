"""Leaving while tasks still work: a question first, then the end of the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.services import Services

if TYPE_CHECKING:
    from desktop.widgets.basic_dialog import QuestionDialog


class Leaving(QObject):
    """Holds a window open while tasks work; closes it when they have ended as wished."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._asked: QuestionDialog | None = None

    def must_wait(self) -> bool:
        """Tell whether tasks still work; then the person is asked what shall become of them."""
        if not self._services.tasks.running():
            return False
        self._ask()
        return True

    def _ask(self) -> None:
        from desktop.task_words import task_title
        from desktop.widgets.basic_dialog import QuestionDialog

        if self._asked is not None:
            return
        running = self._services.tasks.running()
        text = self.tr(
            "正在进行：{tasks}。退出会取消：已完成的都在，写到一半的撤销，不留半个文件。"
        ).format(tasks="、".join(map(task_title, running)))
        self._asked = QuestionDialog(
            self.tr("还有 {n} 项任务没有做完").format(n=len(running)),
            text,
            self.tr("取消任务并退出"),
            danger=True,
            no=self.tr("继续等待"),
            parent=self._window,
        )
        self._asked.finished.connect(self._leave_or_stay)
        self._asked.open()

    @Slot()
    def _leave_or_stay(self) -> None:
        """Stop the tasks and close when the last one has ended, or go on as before."""
        asked, self._asked = self._asked, None
        if asked is None:
            return
        asked.deleteLater()
        if asked.is_agreed():
            self._services.tasks.ended.connect(self._close_after_the_last)
            self._services.tasks.stop_all()
            self._close_after_the_last()

    @Slot()
    def _close_after_the_last(self) -> None:
        if not self._services.tasks.running():
            self._window.close()

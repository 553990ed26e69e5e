"""Practice in the window: the strip, the list of tasks, and the looking whether one is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.practice_tasks import PracticeTasks
from desktop.pages.practice_strip import PracticeStrip
from desktop.practice.others import look
from desktop.practice.script import TaskState
from desktop.practice.street import Day
from desktop.services import Services
from desktop.widgets.basic_dialog import QuestionDialog

_PAUSE_MS = 400
"""Several commands that come one after the other are looked at once."""


class PracticeDesk(QObject):
    """Knows the day's tasks; the others' part is played on a worker."""

    over_wanted = Signal()
    """The person wants the street as it was in the beginning."""
    told = Signal(str, str)

    def __init__(self, services: Services, day: Day, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._day = day
        self._window = window
        self._tasks: list[TaskState] = []
        self._seconds: dict[int, float] = {}
        self._list: PracticeTasks | None = None
        self.strip = PracticeStrip()
        self.strip.list_wanted.connect(self.show_list)
        self.strip.over_wanted.connect(self._ask_to_start_over)
        self.strip.leave_wanted.connect(window.close)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAUSE_MS)
        self._late.timeout.connect(self.look)
        services.changed.connect(self._follow)

    # What others call ---------------------------------------------------------------------

    def tasks(self) -> list[TaskState]:
        """Return the tasks as they were seen last."""
        return list(self._tasks)

    @Slot()
    def look(self) -> None:
        """Let the others play their part, and see which tasks are done."""
        self._services.work(
            look,
            self._services.database,
            self._services.session.account_id,
            self._day,
            parent=self,
            done=self._show,
            key="practice",
        )

    @Slot(object, float)
    def keep_seconds(self, case_id: int, seconds: float) -> None:
        """Remember how long a registration took."""
        self._seconds[case_id] = seconds

    def seconds(self) -> dict[int, float]:
        """Return how long each registration took, by case."""
        return dict(self._seconds)

    @Slot()
    def show_list(self) -> None:
        """Show all tasks beside the work."""
        if self._list is None:
            self._list = PracticeTasks(self._window)
        self._list.show_tasks(self._tasks, self._seconds_by_task())
        self._list.show()
        self._list.raise_()
        self._list.activateWindow()

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _follow(self, _changes: tuple[Any, ...]) -> None:
        if not self._late.isActive():
            self._late.start()

    @Slot(object)
    def _show(self, tasks: list[TaskState]) -> None:
        before = {task.id for task in self._tasks if task.is_done}
        is_first_look = not self._tasks
        self._tasks = tasks
        self.strip.show_tasks(tasks)
        if self._list is not None:
            self._list.show_tasks(tasks, self._seconds_by_task())
        fresh = [task for task in tasks if task.is_done and task.id not in before]
        if fresh and not is_first_look:
            self.told.emit(self.tr("任务完成：{title}").format(title=fresh[-1].title), "ok")

    @Slot()
    def _ask_to_start_over(self) -> None:
        question = QuestionDialog(
            self.tr("重新开始练习？"),
            self.tr("练习数据恢复成刚准备好的样子，任务清空。真实台账不受影响。"),
            self.tr("重新开始"),
            parent=self._window,
        )
        question.accepted.connect(self.over_wanted)
        question.finished.connect(question.deleteLater)
        question.open()

    def _seconds_by_task(self) -> dict[str, float]:
        found = {}
        for task in self._tasks:
            if task.is_registration and task.deed is not None:
                seconds = self._seconds.get(task.deed.object_id)
                if seconds is not None:
                    found[task.id] = seconds
        return found

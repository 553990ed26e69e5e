"""All tasks of the window, running and finished; the one place that starts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from desktop.tasks.order import Order, Wish
from desktop.tasks.task import Task

if TYPE_CHECKING:
    from db.engine import Database

MOST_KEPT = 20
"""Finished tasks that stay in the list; older ones are forgotten."""


class TaskCentre(QObject):
    """Starts tasks and keeps them; ``changed`` tells that one began, moved or ended."""

    changed = Signal()
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []

    def tasks(self) -> tuple[Task, ...]:
        """Return all that are known, the newest first."""
        return tuple(reversed(self._tasks))

    def running(self) -> tuple[Task, ...]:
        """Return those that work, the newest first."""
        return tuple(task for task in self.tasks() if task.is_running())

    def start(self, wish: Wish, database: Database, account_id: int) -> Task:
        """Start a task on an open record for a person."""
        task = Task(wish, _order(wish, database, account_id), self)
        self._tasks.append(task)
        task.moved.connect(self.changed)
        task.ended.connect(self._take_end)
        self._forget_oldest()
        self.changed.emit()
        return task

    def stop_all(self) -> None:
        """Ask every task to stop."""
        for task in self.running():
            task.stop()

    def close(self) -> None:
        """End every process; the window is gone."""
        self.blockSignals(True)
        for task in self.running():
            task.end_now()

    @Slot()
    def _take_end(self) -> None:
        self.changed.emit()
        self.ended.emit(self.sender())

    def _forget_oldest(self) -> None:
        for task in self._tasks[:-MOST_KEPT]:
            if not task.is_running():
                self._tasks.remove(task)
                task.deleteLater()


def _order(wish: Wish, database: Database, account_id: int) -> Order:
    return Order(
        kind=wish.kind,
        facts=wish.facts,
        path=database.address or str(database.path.absolute()),
        key=database.key(),
        place=database.place,
        read_only=database.read_only,
        is_practice=database.is_practice,
        account_id=account_id,
        now=database.clock().isoformat(),
        folder="",
        language=QLocale().name(),
    )

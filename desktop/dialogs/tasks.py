"""The task centre: every task with its progress, its end, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.task_words import (
    has_failures,
    progress_words,
    result_words,
    share,
    task_title,
    time_words,
    tone,
)
from desktop.tasks.sheets import next_sheet
from desktop.tasks.task import Task
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, ScrollColumn
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.progress_bar import ProgressBar


class TaskRow(Card):
    """One task; it has the focus as a whole, its buttons are reached by Tab or by their keys."""

    stop_wanted = Signal(object)
    save_wanted = Signal(object)
    folder_wanted = Signal(object)
    rest_wanted = Signal(object)
    step_wanted = Signal(int)

    def __init__(self, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=12, spacing=8)
        self.task = task
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = PlainLabel(task_title(task), self, kind="strong", elide=True)
        self._time = PlainLabel("", self, kind="second", tone="text2")
        self._bar = ProgressBar(self)
        self._words = PlainLabel("", self, kind="second", tone="text2", wrap=True)
        self._buttons: dict[str, ActionButton] = {}
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._time)
        self.body.addLayout(head)
        self.body.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._words, 1)
        for name, words, icon, slot in (
            ("rest", self.tr("继续"), "play", self._go_on),
            ("save", self.tr("下载失败清单"), "save", self._save),
            ("folder", self.tr("打开文件夹"), "arrow-up-right", self._open_folder),
            ("stop", self.tr("取消"), "x", self._stop),
        ):
            button = ActionButton(words, icon, parent=self)
            button.clicked.connect(slot)
            self._buttons[name] = button
            foot.addWidget(button)
        self.body.addLayout(foot)
        self.follow()

    def button(self, name: str) -> ActionButton:
        """Return a button: stop, save, folder or rest."""
        return self._buttons[name]

    def words(self) -> str:
        """Return how far the task is, or how it ended."""
        return self._words.text()

    @Slot()
    def follow(self) -> None:
        """Show how far the task is now."""
        task, runs = self.task, self.task.is_running()
        self._bar.setVisible(runs)
        self._bar.show_share(share(task))
        self._words.set_tone(tone(task))
        self._words.setText(progress_words(task) if runs else result_words(task))
        self._time.setText(self.tr("用时 {time}").format(time=time_words(task.seconds())))
        self._buttons["stop"].setVisible(runs)
        self._buttons["stop"].setEnabled(task.can_be_stopped())
        self._buttons["save"].setVisible(has_failures(task))
        self._buttons["folder"].setVisible(not runs and task.folder() is not None)
        place = next_sheet(task)
        self._buttons["rest"].setVisible(place > 0)
        self._buttons["rest"].setText(self.tr("从第 {n} 张继续").format(n=place))
        self.setAccessibleName(f"{self._title.text()} {self._words.text()}")

    # Qt -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next row, or do what a key does."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        names = {
            Qt.Key.Key_Delete: "stop",
            Qt.Key.Key_S: "save",
            Qt.Key.Key_O: "folder",
            Qt.Key.Key_R: "rest",
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.step_wanted.emit(steps[key])
        elif key in names and not event.modifiers():
            button = self._buttons[names[key]]
            if not button.isHidden() and button.isEnabled():
                button.click()
        else:
            super().keyPressEvent(event)

    # Inside -------------------------------------------------------------------------------

    @Slot()
    def _stop(self) -> None:
        self.stop_wanted.emit(self.task)

    @Slot()
    def _save(self) -> None:
        self.save_wanted.emit(self.task)

    @Slot()
    def _open_folder(self) -> None:
        self.folder_wanted.emit(self.task)

    @Slot()
    def _go_on(self) -> None:
        self.rest_wanted.emit(self.task)


class TasksDialog(BasicDialog):
    """The list, the newest first; it stays open and follows every task."""

    stop_wanted = Signal(object)
    save_wanted = Signal(object)
    folder_wanted = Signal(object)
    rest_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("任务中心"), parent=parent)
        self._rows: dict[Task, TaskRow] = {}
        self._column = ScrollColumn(self, name=self.tr("任务"), spacing=8)
        self._column.body.addStretch(1)
        self._empty = EmptyState(
            "circle-check",
            self.tr("没有任务。导入、导出和成批打印开始以后，在这里看进度、取消、下载失败清单。"),
            parent=self,
        )
        self.body.addWidget(self._column, 1)
        self.body.addWidget(self._empty, 1)
        self._hints = KeyHints(
            (
                ("↑ ↓", self.tr("选任务")),
                ("Del", self.tr("取消")),
                ("S", self.tr("失败清单")),
                ("O", self.tr("打开文件夹")),
                ("R", self.tr("继续")),
            ),
            self,
        )
        self.body.addWidget(self._hints)
        self.add_button(False, self.tr("关闭"), key="Esc")
        theme = active_theme()
        room = (parent.width(), parent.height()) if parent is not None else (1200, 800)
        self.resize(min(theme.px(760), room[0] - 60), min(theme.px(520), room[1] - 60))

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these tasks, the newest first."""
        gone = [task for task in self._rows if task not in tasks]
        for task in gone:
            self._rows.pop(task).deleteLater()
        for place, task in enumerate(tasks):
            if task not in self._rows:
                self._add(task, place)
            self._rows[task].follow()
        running = sum(task.is_running() for task in tasks)
        words = self.tr("{n} 项进行中，共 {all} 项").format(n=running, all=len(tasks))
        self.set_text(words if tasks else "")
        self._hints.setVisible(bool(tasks))
        self._empty.setVisible(not tasks)
        self._column.setVisible(bool(tasks))

    def rows(self) -> tuple[TaskRow, ...]:
        """Return the rows from top to bottom."""
        return tuple(sorted(self._rows.values(), key=self._column.body.indexOf))

    def take_focus(self) -> None:
        """Put the focus into the first row."""
        for row in self.rows()[:1]:
            row.setFocus()

    @Slot(int)
    def _step(self, step: int) -> None:
        rows = self.rows()
        place = rows.index(self.sender()) + step
        if 0 <= place < len(rows):
            rows[place].setFocus()
            self._column.ensureWidgetVisible(rows[place])

    def _add(self, task: Task, place: int) -> None:
        row = TaskRow(task, self._column)
        row.stop_wanted.connect(self.stop_wanted)
        row.save_wanted.connect(self.save_wanted)
        row.folder_wanted.connect(self.folder_wanted)
        row.rest_wanted.connect(self.rest_wanted)
        row.step_wanted.connect(self._step)
        self._rows[task] = row
        self._column.body.insertWidget(place, row)

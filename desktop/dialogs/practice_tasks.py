"""The busy day as a list: what is done, how each task is done, seconds per registration."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.practice.script import TaskState
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.card import ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.plain_label import PlainLabel

AIM_SECONDS = 45


class PracticeTasks(BasicDialog):
    """Stays open beside the work and follows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("忙碌的一天"), parent=parent)
        self.setModal(False)
        theme = active_theme()
        height = parent.height() - 80 if parent is not None else 700
        self.resize(theme.px(640), min(theme.px(760), height))
        self._list = ScrollColumn(self, name=self.tr("任务清单"), spacing=14)
        self._rows: dict[str, _Row] = {}
        self._list.body.addStretch(1)
        self.body.addWidget(self._list, 1)
        self.add_button(None, self.tr("关闭"), key="Esc")

    def show_tasks(self, tasks: list[TaskState], seconds: Mapping[str, float]) -> None:
        """Show the tasks; ``seconds`` tells how long the registrations among them took."""
        done = sum(task.is_done for task in tasks)
        words = self.tr("已完成 {done} / {all}").format(done=done, all=len(tasks))
        if seconds:
            mean = round(sum(seconds.values()) / len(seconds))
            words = self.tr("已完成 {done} / {all}，登记平均 {seconds} 秒，目标 {aim} 秒").format(
                done=done, all=len(tasks), seconds=mean, aim=AIM_SECONDS
            )
        self.set_text(words)
        for nth, task in enumerate(tasks, start=1):
            if task.id not in self._rows:
                self._rows[task.id] = _Row(nth, self._list)
                self._list.body.insertWidget(nth - 1, self._rows[task.id])
            self._rows[task.id].show_task(task, seconds.get(task.id))

    def row_words(self) -> list[str]:
        """Return what each line says, for readers of the screen and tests."""
        return [row.accessibleName() for row in self._rows.values()]


class _Row(QWidget):
    """One task: its number and title, how it is done, and the seconds it took."""

    def __init__(self, nth: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._nth = nth
        self._icon = PlainLabel("", self)
        self._title = PlainLabel("", self, kind="strong")
        self._how = PlainLabel("", self, kind="second", tone="text2", wrap=True)
        self._how.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._remark = PlainLabel("", self, kind="second", tone="warn", wrap=True)
        self._seconds = Chip(ChipSpec(""), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._seconds, 0, 2)
        grid.addWidget(self._how, 1, 1, 1, 2)
        grid.addWidget(self._remark, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_task(self, task: TaskState, seconds: float | None) -> None:
        """Show how the task stands."""
        theme = active_theme()
        name, ink = ("circle-check", "ok") if task.is_done else ("circle", "text3")
        self._icon.setPixmap(theme.pixmap(name, ink, theme.px(18), self.devicePixelRatioF()))
        title = self.tr("{nth}. {title}").format(nth=self._nth, title=task.title)
        self._title.setText(title)
        self._how.setText(task.how)
        self._how.setVisible(not task.is_done)
        self._remark.setText(task.remark)
        self._remark.setVisible(bool(task.remark))
        self._seconds.setVisible(seconds is not None)
        words = ""
        if seconds is not None:
            words = self.tr("{n} 秒").format(n=round(seconds))
            tone = "green" if seconds <= AIM_SECONDS else "amber"
            self._seconds.show_chip(ChipSpec(words, tone))
        state = self.tr("已完成") if task.is_done else self.tr("待完成")
        self.setAccessibleName(" ".join(part for part in (title, state, words) if part))

"""The strip over every page in practice: that it is practice, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.practice.script import TaskState
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import Canvas
from desktop.widgets.plain_label import PlainLabel

_EDGE = 6


class PracticeStrip(QFrame):
    """Amber from edge to edge, so that nobody takes practice for the real ledger."""

    list_wanted = Signal()
    over_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self.update)
        self.setAccessibleName(self.tr("练习模式"))
        self._name = PlainLabel(self.tr("练习模式"), self, kind="title", tone="warn")
        self._note = PlainLabel(self.tr("数据全是虚构的"), self, kind="second", tone="warn")
        self._title = PlainLabel("", self, kind="strong", elide=True)
        self._how = PlainLabel("", self, kind="second", tone="text", wrap=True)
        self._how.setMinimumWidth(160)
        left = QVBoxLayout()
        left.setSpacing(1)
        left.addWidget(self._name)
        left.addWidget(self._note)
        middle = QVBoxLayout()
        middle.setSpacing(1)
        middle.addWidget(self._title)
        middle.addWidget(self._how)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, _EDGE + 5, 12, 6)
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(middle, 1)
        for words, icon, wish in (
            (self.tr("任务清单"), "list-checks", self.list_wanted),
            (self.tr("重新开始"), "undo-2", self.over_wanted),
            (self.tr("退出练习"), "log-out", self.leave_wanted),
        ):
            button = ActionButton(words, icon, parent=self)
            button.clicked.connect(wish)
            row.addWidget(button)

    def show_tasks(self, tasks: list[TaskState]) -> None:
        """Show the first task that is not done, and how far the day is."""
        done = sum(task.is_done for task in tasks)
        waiting = next((task for task in tasks if not task.is_done), None)
        if waiting is None:
            self._title.setText(self.tr("忙碌的一天做完了：{n} 件任务全部完成").format(n=done))
            self._how.setText(self.tr("可以接着随便试，或重新开始。"))
            return
        words = self.tr("任务 {nth} / {all}：{title}")
        self._title.setText(
            words.format(nth=tasks.index(waiting) + 1, all=len(tasks), title=waiting.title)
        )
        self._how.setText(waiting.how)

    def words(self) -> str:
        """Return what the strip asks for now."""
        return f"{self._title.text()}\n{self._how.text()}"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect())
        canvas.box(rect, 0, "warn_weak")
        canvas.box(QRectF(0, 0, rect.width(), _EDGE), 0, "bar_warn")
        canvas.line(0, rect.height() - 0.5, rect.width(), rect.height() - 0.5, "bar_warn")
        painter.end()

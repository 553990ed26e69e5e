"""A bar with words for a task, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.pages.task_words import progress_words, share
from desktop.tasks.task import Task
from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.plain_label import PlainLabel

BAR_HEIGHT = 8


class Bar(PaintedWidget):
    """A share of the whole as a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("进度"))

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(f"{self._share:.0%}")
        self.update()

    def share(self) -> float:
        """Return what is shown."""
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(200, BAR_HEIGHT)

    def draw(self, canvas: Canvas) -> None:
        whole = QRectF(self.rect())
        canvas.box(whole, BAR_HEIGHT / 2, "bar_track")
        if self._share > 0:
            done = QRectF(0, 0, max(BAR_HEIGHT, whole.width() * self._share), whole.height())
            canvas.box(done, BAR_HEIGHT / 2, "brand")


class ProgressLine(QWidget):
    """Hidden until a task begins; follows it and takes the wish to stop to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.bar = Bar(self)
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

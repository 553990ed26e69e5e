"""A bar with words for slow work, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

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
    """Hidden until work begins; ``stopped`` tells that the person wants it to stop."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
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

    def begin(self, what: str) -> None:
        """Show that work has begun."""
        self._what = what
        self.bar.show_share(0)
        self._words.setText(what)
        self.button.setEnabled(True)
        self.show()

    def end(self) -> None:
        """Take the bar away."""
        self.hide()

    def words(self) -> str:
        """Return what stands beside the bar."""
        return self._words.text()

    def show_progress(self, words: str, share: float) -> None:
        """Show these words and a share from 0 to 1."""
        self._words.setText(words)
        self.bar.show_share(share)

    @Slot(int, int)
    def move_to(self, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 means not known."""
        if total:
            self.bar.show_share(done / total)
            words = self.tr("{what} {done} / {total}")
        else:
            words = self.tr("{what} {done}")
        self._words.setText(words.format(what=self._what, done=f"{done:,}", total=f"{total:,}"))

    @Slot()
    def _stop(self) -> None:
        self.button.setEnabled(False)
        self._words.setText(self.tr("正在停止……"))
        self.stopped.emit()

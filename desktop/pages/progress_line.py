"""A bar with words for slow work, and a button to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.progress_bar import ProgressBar


class ProgressLine(QWidget):
    """Hidden until work begins; ``stopped`` tells that the person wants it to stop."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
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

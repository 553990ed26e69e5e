"""The line under the ledger: how many cases are listed, and the keys that work on them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.page import MOST_IDS
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.plain_label import PlainLabel


class LedgerFoot(QWidget):
    """A count at the left, keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = PlainLabel("", self, kind="second", tone="text2")
        hints = KeyHints(
            (
                ("↑ ↓", self.tr("移动")),
                (self.tr("空格"), self.tr("多选")),
                ("Enter", self.tr("打开")),
                ("Ctrl P", self.tr("打印")),
                ("F6", self.tr("交办")),
                ("F7", self.tr("催办")),
                ("F9", self.tr("办结")),
                ("Ctrl K", self.tr("命令")),
            )
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.addWidget(self._counted)
        line.addStretch(1)
        line.addWidget(hints)

    def words_of(self, listed: int) -> str:
        """Return how many cases a list has; one that was cut off says so."""
        words = self.tr("共 {n} 件")
        if listed >= MOST_IDS:
            words = self.tr("只列出前 {n} 件，请先筛选")
        return words.format(n=f"{listed:,}")

    @Slot(object)
    def show_number(self, listed: int) -> None:
        """Show the count of a list that is still being read."""
        self.show_count(self.words_of(listed))

    def show_count(self, words: str) -> None:
        """Show how many cases are listed."""
        self._counted.setText(words)

    def count(self) -> str:
        """Return what is told of the count."""
        return self._counted.text()

"""The line under the ledger: how many cases are listed, and the keys that work on them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

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

    def show_count(self, words: str) -> None:
        """Show how many cases are listed."""
        self._counted.setText(words)

    def count(self) -> str:
        """Return what is told of the count."""
        return self._counted.text()

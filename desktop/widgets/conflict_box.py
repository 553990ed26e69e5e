"""What became of something while it was being worked on: who did what, and field by field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.card import ScrollColumn
from desktop.widgets.plain_label import PlainLabel

LEAST_HEIGHT, MOST_HEIGHT = 60, 150
"""Of the table of fields; the rest is scrolled to."""
REST = 660
"""What the largest question needs beside it."""


class ConflictBox(QWidget):
    """Hidden until there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self._words = PlainLabel("", self, kind="strong", wrap=True)
        self._lines = PlainLabel("", self, kind="second", wrap=True)
        # Many fields in a low window: what is asked must not be pushed out of it.
        self._table = ScrollColumn(self, name=self.tr("改动的内容"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._table.body.addLayout(self._grid)
        for place, share in enumerate((0, 1, 1, 0)):
            self._grid.setColumnStretch(place, share)
        column.addWidget(self._words)
        column.addWidget(self._lines)
        column.addWidget(self._table)
        self.hide()

    def show_conflict(
        self, words: str, lines: Sequence[str], rows: Sequence[tuple[str, str, str, str]]
    ) -> None:
        """Show what happened, who did it, and of each field: its name, before, now, by whom."""
        self._words.setText(words)
        self._lines.setText("\n".join(lines))
        self._lines.setVisible(bool(lines))
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._table.setVisible(bool(rows))
        if rows:
            heads = (self.tr("项目"), self.tr("您打开时"), self.tr("现在"), self.tr("谁改的"))
            for place, head in enumerate(heads):
                self._put(0, place, head, "second", "text2")
        for line, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                self._put(line, place, value, "body", "" if place == 2 else "text2")
        self.setAccessibleName("\n".join((words, *lines, *map(" ".join, rows))))
        self.show()
        self._fit()

    def _put(self, line: int, place: int, words: str, kind: str, tone: str) -> None:
        label = PlainLabel(words, self, kind=kind, tone=tone, wrap=place in (1, 2))
        self._grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignTop)

    def _fit(self) -> None:
        layout = self._table.widget().layout()
        width = self._table.viewport().width()
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        needed = needed if needed >= 0 else layout.sizeHint().height()
        self._table.setFixedHeight(min(needed, self._room()))

        whole = self.layout().totalHeightForWidth(self.width())
        if whole >= 0 and whole != self.minimumHeight():
            # A dialog asks for the least height only, and not for that of broken lines.
            self.setMinimumHeight(whole)

    def _room(self) -> int:
        """Return the height of the table that leaves a low window to the question."""
        theme, host = active_theme(), self.window().parentWidget()
        left = theme.px(MOST_HEIGHT) if host is None else host.window().height() - theme.px(REST)
        return max(theme.px(LEAST_HEIGHT), min(theme.px(MOST_HEIGHT), left))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        Canvas(painter, active_theme()).box(self.rect().toRectF(), 6, "warn_weak", "warn")
        painter.end()

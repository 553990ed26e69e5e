"""Facts in two columns: a fainter label, and the value that can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.widgets.plain_label import PlainLabel


class FactGrid(QWidget):
    """Rows of (label, value) or (label, value, wide); a wide one takes the whole line."""

    def __init__(self, *, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._values: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(9)
        for column in range(columns):
            self._grid.setColumnStretch(column * 2 + 1, 1)

    def set_facts(self, facts: Sequence[tuple[str, str] | tuple[str, str, bool]]) -> None:
        """Show these facts in place of the old ones."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._values = []
        row = column = 0
        for fact in facts:
            wide = len(fact) > 2 and bool(fact[2])
            if wide and column:
                row, column = row + 1, 0
            self._values.append((fact[0], fact[1]))
            self._grid.addWidget(
                PlainLabel(fact[0], self, kind="second"), row, column * 2, Qt.AlignmentFlag.AlignTop
            )
            value = PlainLabel(fact[1], self, elide=not wide, wrap=wide)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            span = self._columns * 2 - 1 if wide else 1
            self._grid.addWidget(value, row, column * 2 + 1, 1, span)
            column += self._columns if wide else 1
            if column >= self._columns:
                row, column = row + 1, 0

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            # A scrolling column asks for the least height only, and not for that of broken lines.
            needed = self._grid.totalHeightForWidth(self.width())
            if needed >= 0 and needed != self.minimumHeight():
                self.setMinimumHeight(needed)
        return done

    def facts(self) -> list[tuple[str, str]]:
        """Return what is shown."""
        return list(self._values)

"""A table whose rows are all here already: short lists that need no fetching."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.models.columns import Column
from desktop.models.rows import RowsModel
from desktop.theme import active_theme
from desktop.widgets.canvas import CENTER, Canvas
from desktop.widgets.cell_painting import CellDelegate
from desktop.widgets.virtual_table import VirtualTable


class WholeTable(VirtualTable):
    """Rows are given at once; ``cell_chosen`` tells (row, column key) of a click or Enter.

    ← and → move between the cells of the current row, so that each can be reached by key.
    """

    cell_chosen = Signal(object, str)
    row_changed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column],
        delegate: CellDelegate | None = None,
        *,
        name: str = "",
        density: str = "single",
        parent: QWidget | None = None,
    ) -> None:
        model = RowsModel(columns)
        super().__init__(model, delegate, name=name, density=density, several=False, parent=parent)
        model.setParent(self)
        self._all: tuple[Any, ...] = ()
        model.rows_wanted.connect(self._give)
        self.clicked.connect(self._tell_cell)
        self.current_changed.connect(self._tell_row)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows in this order."""
        self._all = tuple(rows)
        self.rows().show_ids(range(len(self._all)))

    def emptiness(self) -> str:
        """Return what the table says while it has no row."""
        return "" if self._all else self.tr("没有符合的内容；搜索或筛选过的话，放宽条件再看")

    def all_rows(self) -> tuple[Any, ...]:
        """Return what is shown."""
        return self._all

    def row_here(self) -> Any:
        """Return the current row, or None."""
        place = self.current_id()
        return self._all[place] if place is not None and place < len(self._all) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and index.isValid():
            last = self.rows().columnCount() - 1
            self.setCurrentIndex(index.siblingAtColumn(max(0, min(last, index.column() + step))))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._tell_cell(index)
            self.opened.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._all:
            painter = QPainter(self.viewport())
            place = QRectF(self.viewport().rect())
            Canvas(painter, active_theme()).text(place, self.emptiness(), 14, "text2", align=CENTER)
            painter.end()

    @Slot(object)
    def _give(self, wish: tuple[int, tuple[int, ...]]) -> None:
        generation, places = wish
        self.rows().give_rows(generation, {place: self._all[place] for place in places})

    @Slot(QModelIndex)
    def _tell_cell(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self._all):
            key = self.rows().columns[index.column()].key
            self.cell_chosen.emit(self._all[index.row()], key)

    @Slot(object)
    def _tell_row(self, place: int | None) -> None:
        self.row_changed.emit(None if place is None else self._all[place])

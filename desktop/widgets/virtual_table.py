"""The table of the product: any number of rows, chosen by id, painted by a delegate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.models.rows import RowsModel
from desktop.theme import active_theme
from desktop.widgets.cell_painting import HEIGHTS, CellDelegate
from desktop.widgets.shortcut import KeyLine
from desktop.widgets.text_delegate import TextDelegate

_LEAST_STRETCH = 160


class VirtualTable(QTableView):
    """A table over a `RowsModel`; ids travel as objects because they need 64 bits.

    `current_changed` tells an id or None, `opened` an id (Enter, double click),
    `chosen_changed` a list of ids, `sort_wanted` (key, descending), `menu_wanted` a point.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    chosen_changed = Signal(object)
    sort_wanted = Signal(object)
    menu_wanted = Signal(object)

    def __init__(
        self,
        model: RowsModel,
        delegate: CellDelegate | None = None,
        *,
        name: str = "",
        density: str = "standard",
        several: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._delegate = delegate or TextDelegate(self)
        self._delegate.setParent(self)
        self._delegate.density = density
        self._hidden: frozenset[str] = frozenset()
        self._kept: tuple[int | None, list[int], int, int] = (None, [], 0, 0)
        self._kept_top: int | None = None
        self._restoring = False
        self._told: int | None = None
        self._order: tuple[str, bool] | None = None
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self._set_up_view(several)
        self._set_up_header()
        self._rows = model
        self.setModel(model)
        # The heading would look at every chosen row to see whether a whole column is chosen:
        # after Ctrl+A on a million rows that is a second for each repaint.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.verticalHeader().setSelectionModel(QItemSelectionModel(model, self))
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        self._follow_theme()

    # --- what the page calls

    def rows(self) -> RowsModel:
        """Return the model."""
        return self._rows

    def current_id(self) -> int | None:
        """Return the id of the current row."""
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else None

    def current_row(self) -> Any:
        """Return the row object of the current row, or None."""
        index = self.currentIndex()
        return self._rows.known_row(index.row()) if index.isValid() else None

    def chosen_ids(self) -> list[int]:
        """Return the ids of all chosen rows, from the top."""
        # By ranges: after Ctrl+A a list of a million indexes would stop the screen.
        selection: Any = self.selectionModel().selection()
        ranges = sorted((part.top(), part.bottom()) for part in selection)
        ids = self._rows.ids()
        return [row_id for top, bottom in ranges for row_id in ids[top : bottom + 1]]

    def choose_id(self, row_id: int | None) -> bool:
        """Make this row the current one and bring it into view; tell whether it is here."""
        place = self._rows.place_of(row_id) if row_id is not None else None
        if place is None:
            return False
        self.choose_place(place)
        return True

    def choose_place(self, place: int) -> None:
        """Make the row at this place the current one."""
        if 0 <= place < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(place, self._first_column()))
            self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Go to the next or the previous row, for Alt+↓ and Alt+↑ from elsewhere."""
        self.choose_place(max(0, self.currentIndex().row() + by))

    def set_density(self, density: str) -> None:
        """Change the row height: standard, single or compact."""
        if density in HEIGHTS:
            self._delegate.density = density
            self._follow_theme()

    def density(self) -> str:
        """Return the density."""
        return self._delegate.density

    def hide_columns(self, keys: Iterable[str]) -> None:
        """Hide these columns, show all others."""
        self._hidden = frozenset(keys)
        for place, column in enumerate(self._rows.columns):
            self.setColumnHidden(place, column.key in self._hidden)
        self._fit_columns()

    def show_order(self, key: str, descending: bool) -> None:
        """Show by which column the rows are ordered."""
        self._order = (key, descending)
        for place, column in enumerate(self._rows.columns):
            if column.key == key:
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                self.horizontalHeader().setSortIndicatorShown(True)
                self.horizontalHeader().setSortIndicator(place, order)

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("Enter", self.tr("表格：打开所选的一行")),
            KeyLine("↓", self.tr("表格：下一行")),
            KeyLine("↑", self.tr("表格：上一行")),
            KeyLine("Home", self.tr("表格：第一行")),
            KeyLine("End", self.tr("表格：最后一行")),
        )

    # --- what Qt calls

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if not self._restoring:
            self._tell_current()

    def selectionChanged(self, chosen: QItemSelection, dropped: QItemSelection) -> None:
        super().selectionChanged(chosen, dropped)
        if not self._restoring:
            self.chosen_changed.emit(self.chosen_ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            if (row_id := self.current_id()) is not None:
                self.opened.emit(row_id)
            return
        if event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.choose_place(0)
        elif event.key() == Qt.Key.Key_End and not event.modifiers():
            self.choose_place(self._rows.rowCount() - 1)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._rows.id_at(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            point = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menu_wanted.emit(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(self.rowAt(event.position().toPoint().y()))
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    # --- our own

    def _set_up_view(self, several: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        # Opaque, so that a scroll moves the pixels and paints only what comes into view.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _set_up_header(self) -> None:
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.sectionClicked.connect(self._ask_order)

    def _ask_order(self, place: int) -> None:
        column = self._rows.columns[place]
        if column.sortable:
            again = self._order is not None and self._order[0] == column.key
            descending = again and self._order is not None and not self._order[1]
            self.show_order(column.key, descending)
            self.sort_wanted.emit((column.key, descending))

    def _hover(self, place: int) -> None:
        before = self._delegate.hovered
        if before != place:
            self._delegate.hovered = place
            for row in (before, place):
                if row >= 0:
                    top = self.rowViewportPosition(row)
                    self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    def _tell_current(self) -> None:
        row_id = self.current_id()
        if row_id != self._told:
            self._told = row_id
            self.current_changed.emit(row_id)

    def _keep_place(self) -> None:
        top = self.rowAt(0)
        offset = self.rowViewportPosition(top) if top >= 0 else 0
        self._kept = (self.current_id(), self.chosen_ids(), self.currentIndex().row(), -offset)
        self._kept_top = self._rows.id_at(top) if top >= 0 else None
        self._restoring = True

    def _restore_place(self) -> None:
        current, chosen, place, offset = self._kept
        self._apply_columns()
        found = self._rows.place_of(current) if current is not None else None
        if found is None and current is not None and self._rows.rowCount():
            # The row itself is gone: stay at the same height of the list.
            found = min(place, self._rows.rowCount() - 1)
        if found is not None:
            self._choose_again(found, chosen)
        top = self._rows.place_of(self._kept_top) if self._kept_top is not None else None
        if top is not None:
            self.verticalScrollBar().setValue(top * self._delegate.height() + offset)
        elif found is not None:
            self.scrollTo(self.currentIndex())
        self._restoring = False
        self._tell_current()
        if self.chosen_ids() != chosen:
            self.chosen_changed.emit(self.chosen_ids())

    def _choose_again(self, found: int, chosen: list[int]) -> None:
        column = self._first_column()
        flag = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.setCurrentIndex(self._rows.index(found, column), flag.ClearAndSelect | flag.Rows)
        if 1 < len(chosen) <= 200:
            for row_id in chosen:
                place = self._rows.place_of(row_id)
                if place is not None:
                    model.select(self._rows.index(place, column), flag.Select | flag.Rows)

    def _first_column(self) -> int:
        shown = (i for i, c in enumerate(self._rows.columns) if c.key not in self._hidden)
        return next(shown, 0)

    def _apply_columns(self) -> None:
        for place, column in enumerate(self._rows.columns):
            self.setColumnHidden(place, column.key in self._hidden)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give fixed columns their width and the rest to the one that stretches."""
        scale = 1 + (self._theme.factor - 1) * 0.8
        shown = [(i, c) for i, c in enumerate(self._rows.columns) if c.key not in self._hidden]
        fixed = sum(round(c.width * scale) for _, c in shown if not c.stretch)
        stretching = [i for i, c in shown if c.stretch]
        free = self.viewport().width() - fixed
        for place, column in shown:
            if column.stretch:
                share = free // max(1, len(stretching))
                self.setColumnWidth(place, max(_LEAST_STRETCH, share))
            else:
                self.setColumnWidth(place, round(column.width * scale))

    def _follow_theme(self) -> None:
        mode = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(mode.ScrollPerItem if self._theme.calm else mode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
        self.horizontalHeader().setFixedHeight(self._theme.px(20) + 16)
        if self.model() is not None:
            self._apply_columns()
        self.viewport().update()

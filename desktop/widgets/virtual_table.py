"""The table of the product: any number of rows, chosen by id, painted by a delegate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
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
from desktop.widgets.table_columns import TableColumns
from desktop.widgets.text_delegate import TextDelegate

_MOST_RANGES = 3000
"""Runs of rows that are chosen again after a list has changed: more would be felt."""


class VirtualTable(QTableView):
    """A table over a `RowsModel`; ids travel as objects because they need 64 bits.

    `current_changed` tells an id or None, `opened` an id (Enter, double click),
    `chosen_changed` a list of ids, `sort_wanted` (key, descending), `menu_wanted` a point.
    Several rows are chosen by Shift+↑↓, Ctrl+A, Ctrl+click, or by Ctrl+↑↓ and Space, which stays
    with the page unless `toggles` is set.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    chosen_changed = Signal(object)
    sort_wanted = Signal(object)
    menu_wanted = Signal(object)
    fold_wanted = Signal(object, bool)
    """← and → in a list with headings: the id of the current row and whether to open."""

    def __init__(
        self,
        model: RowsModel,
        delegate: CellDelegate | None = None,
        *,
        name: str = "",
        density: str = "standard",
        several: bool = True,
        toggles: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._toggles = several and toggles
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._delegate = delegate or TextDelegate(self)
        self._delegate.setParent(self)
        self._delegate.density = density
        self._kept: tuple[int | None, list[int], int, int] = (None, [], 0, 0)
        self._kept_top: int | None = None
        self._restoring = False
        self._folds = False
        self._told: int | None = None
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self._set_up_view(several)
        self._set_up_rows()
        self._rows = model
        self.setModel(model)
        self._columns = TableColumns(self, model, self._theme)
        self._columns.sort_wanted.connect(self.sort_wanted)
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
        chosen = [row_id for top, bottom in ranges for row_id in ids[top : bottom + 1]]
        return [row_id for row_id in chosen if row_id >= 0] if self._folds else chosen

    def choose_id(self, row_id: int | None) -> bool:
        """Make this row the current one and bring it into view; tell whether it is here."""
        place = self._rows.place_of(row_id) if row_id is not None else None
        if place is None:
            return False
        self.choose_place(place)
        return True

    def choose_ids(self, row_ids: Iterable[int]) -> int:
        """Choose the rows of these ids that are here and no others; return how many there are."""
        places = self._places_of(row_ids)
        if places:
            self._choose_places(places[0], places)
            self.scrollTo(self.currentIndex())
        return len(places)

    def choose_place(self, place: int) -> None:
        """Make the row at this place the current one."""
        if 0 <= place < self._rows.rowCount():
            # Qt's own setCurrentIndex would heed a Ctrl or Shift that is held down just now.
            self._choose_places(place, [place])
            self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Go to the next or the previous row, for Alt+↓ and Alt+↑ from elsewhere."""
        self.choose_place(max(0, self.currentIndex().row() + by))

    def set_density(self, density: str) -> None:
        """Change the row height: standard, single or compact."""
        if density in HEIGHTS:
            self._delegate.density = density
            self._follow_theme()

    def set_folding(self, folds: bool) -> None:
        """Say whether there are headings between the rows, with negative ids."""
        self._folds = folds

    def density(self) -> str:
        """Return the density."""
        return self._delegate.density

    def hide_columns(self, keys: Iterable[str]) -> None:
        """Hide these columns, show all others."""
        self._columns.hide(keys)

    def show_order(self, key: str, descending: bool) -> None:
        """Show by which column the rows are ordered."""
        self._columns.show_order(key, descending)

    def columns(self) -> TableColumns:
        """Return what arranges the columns."""
        return self._columns

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
        self._delegate.current = current.row()
        # The mark of the current row goes across all its cells, not only the one that was left.
        for index in (current, previous):
            self._repaint_row(index.row())
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
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._folds:
            self.fold_wanted.emit(self.current_id(), event.key() == Qt.Key.Key_Right)
        elif event.key() == Qt.Key.Key_Space and (self.current_id() or 0) < 0:
            self.opened.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Space and self._toggles and not event.modifiers():
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), flag.Toggle | flag.Rows)
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
        self._columns.fit()

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

    def _set_up_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _hover(self, place: int) -> None:
        before = self._delegate.hovered
        if before != place:
            self._delegate.hovered = place
            for row in (before, place):
                self._repaint_row(row)

    def _repaint_row(self, place: int) -> None:
        if place >= 0:
            top = self.rowViewportPosition(place)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(place))

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
        self._columns.apply()
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
        places = self._places_of(chosen) if len(chosen) > 1 else []
        self._choose_places(found, places or [found])

    def _places_of(self, row_ids: Iterable[int]) -> list[int]:
        """Return where these ids stand, from the top: one walk through the list for all of them."""
        wanted = set(row_ids)
        return [place for place, row_id in enumerate(self._rows.ids()) if row_id in wanted]

    def _choose_places(self, current: int, places: list[int]) -> None:
        """Choose these rows at once and make one of them the current one."""
        flag = QItemSelectionModel.SelectionFlag
        last = self._rows.columnCount() - 1
        chosen = QItemSelection()
        # Ranges over all columns: with `Rows` Qt would widen each range by looking at all others.
        for top, bottom in islice(_ranges(places), _MOST_RANGES):
            chosen.append(
                QItemSelectionRange(self._rows.index(top, 0), self._rows.index(bottom, last))
            )
        model = self.selectionModel()
        model.setCurrentIndex(self._rows.index(current, self._columns.first()), flag.NoUpdate)
        model.select(chosen, flag.ClearAndSelect)

    def _follow_theme(self) -> None:
        mode = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(mode.ScrollPerItem if self._theme.calm else mode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
        self.horizontalHeader().setFixedHeight(self._theme.px(20) + 16)
        if self.model() is not None:
            self._columns.apply()
        self.viewport().update()


def _ranges(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of neighbours in ascending places as (first, last)."""
    first = last = None
    for place in places:
        if first is not None and last is not None and place == last + 1:
            last = place
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = place
    if first is not None and last is not None:
        yield first, last

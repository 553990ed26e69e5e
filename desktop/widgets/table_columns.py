"""The columns of a table: which are shown, in which order, how wide, and by which it is sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.models.rows import RowsModel
from desktop.theme import Theme

_LEAST_STRETCH = 160
NARROWEST, WIDEST = 40, 1200


class TableColumns(QObject):
    """Fits fixed columns and the stretching one into the view.

    Where the person may arrange the columns (`arrange`), headings are moved and widened by the
    mouse, `arranged` tells that somebody did, and what does not fit any more is left out, the last
    columns first. Elsewhere all columns get narrower together: no list scrolls sideways.
    """

    arranged = Signal()
    sort_wanted = Signal(object)

    def __init__(self, table: QTableView, rows: RowsModel, theme: Theme) -> None:
        super().__init__(table)
        self._table = table
        self._rows = rows
        self._theme = theme
        self._hidden: frozenset[str] = frozenset()
        self._squeezed: frozenset[str] = frozenset()
        self._widths: dict[str, int] = {}
        self._wanted: tuple[str, ...] = ()
        self._order: tuple[str, bool] | None = None
        self._is_movable = False
        self._is_fitting = False
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.sectionClicked.connect(self._ask_order)
        header.sectionResized.connect(self._follow_width)
        header.sectionMoved.connect(self._follow_move)

    # --- what the table calls

    def hide(self, keys: Iterable[str]) -> None:
        """Hide these columns, show all others."""
        self._hidden = frozenset(keys)
        self.apply()

    def arrange(self, keys: Sequence[str], widths: Mapping[str, int]) -> None:
        """Show these columns in this order; a column without a width has its usual one.

        The stretching column is shown in any case.
        """
        known = [column.key for column in self._rows.columns]
        stretching = [column.key for column in self._rows.columns if column.stretch]
        self._is_movable = True
        self._wanted = tuple(key for key in keys if key in known)
        self._wanted += tuple(key for key in stretching if key not in self._wanted)
        self._widths = {key: width for key, width in widths.items() if key in known}
        self.hide(key for key in known if key not in self._wanted)

    def shown(self) -> tuple[str, ...]:
        """Return the wanted columns in their order, also those that do not fit now."""
        header = self._table.horizontalHeader()
        places = sorted(range(len(self._rows.columns)), key=header.visualIndex)
        keys = [self._rows.columns[place].key for place in places]
        return tuple(key for key in keys if key not in self._hidden)

    def widths(self) -> dict[str, int]:
        """Return the widths that the person has set, at the usual size of font."""
        return dict(self._widths)

    def first(self) -> int:
        """Return the place of a column that is shown."""
        shown = (i for i, c in enumerate(self._rows.columns) if self._is_shown(c.key))
        return next(shown, 0)

    def show_order(self, key: str, descending: bool) -> None:
        """Show by which column the rows are ordered; an empty key shows none."""
        self._order = (key, descending) if key else None
        header = self._table.horizontalHeader()
        header.setSortIndicatorShown(False)
        for place, column in enumerate(self._rows.columns):
            if column.key == key:
                order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
                header.setSortIndicatorShown(True)
                header.setSortIndicator(place, order)

    def apply(self) -> None:
        """Hide, order and fit the columns anew, for instance after the rows were replaced."""
        header = self._table.horizontalHeader()
        if self._is_movable:
            resizes, fixed = QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Fixed
            header.setSectionsMovable(True)
            self._is_fitting = True
            places = {column.key: place for place, column in enumerate(self._rows.columns)}
            for column in self._rows.columns:
                mode = fixed if column.stretch else resizes
                header.setSectionResizeMode(places[column.key], mode)
            for visual, key in enumerate(self._wanted):
                header.moveSection(header.visualIndex(places[key]), visual)
            self._is_fitting = False
        self.fit()

    def fit(self) -> None:
        """Give fixed columns their width and the rest to the one that stretches."""
        scale = self._scale()
        self._squeezed = self._too_many(scale)
        self._is_fitting = True
        for place, column in enumerate(self._rows.columns):
            self._table.setColumnHidden(place, not self._is_shown(column.key))
        shown = [(i, c) for i, c in enumerate(self._rows.columns) if self._is_shown(c.key)]
        fixed = sum(self._width(c.key, c.width, scale) for _, c in shown if not c.stretch)
        stretching = [i for i, c in shown if c.stretch]
        least = _LEAST_STRETCH
        room = self._table.viewport().width()
        needed = fixed + least * len(stretching)
        if not self._is_movable and 0 < room < needed:
            scale *= room / needed
            least = round(least * room / needed)
            fixed = sum(self._width(c.key, c.width, scale) for _, c in shown if not c.stretch)
        free = room - fixed
        for place, column in shown:
            if column.stretch:
                share = free // max(1, len(stretching))
                self._table.setColumnWidth(place, max(least, share))
            else:
                self._table.setColumnWidth(place, self._width(column.key, column.width, scale))
        self._is_fitting = False

    # --- slots

    def _ask_order(self, place: int) -> None:
        column = self._rows.columns[place]
        if column.sortable:
            again = self._order is not None and self._order[0] == column.key
            descending = again and self._order is not None and not self._order[1]
            self.show_order(column.key, descending)
            self.sort_wanted.emit((column.key, descending))

    def _follow_width(self, place: int, _before: int, width: int) -> None:
        if self._is_fitting or not self._is_movable or not width:
            return
        column = self._rows.columns[place]
        if not column.stretch:
            wished = round(width / self._scale())
            self._widths[column.key] = max(NARROWEST, min(WIDEST, wished))
            self.fit()
            self.arranged.emit()

    def _follow_move(self, _place: int, _before: int, _after: int) -> None:
        if not self._is_fitting and self._is_movable:
            self._wanted = self.shown()
            self.arranged.emit()

    # --- helpers

    def _scale(self) -> float:
        return 1 + (self._theme.factor - 1) * 0.8

    def _width(self, key: str, usual: int, scale: float) -> int:
        return round(self._widths.get(key, usual) * scale)

    def _is_shown(self, key: str) -> bool:
        return key not in self._hidden and key not in self._squeezed

    def _too_many(self, scale: float) -> frozenset[str]:
        """Return the columns for which there is no room, the last ones of the person's order."""
        if not self._is_movable:
            return frozenset()
        columns = {column.key: column for column in self._rows.columns}
        room = self._table.viewport().width() - _LEAST_STRETCH
        left_out = set()
        for key in self._wanted:
            if not columns[key].stretch and key not in self._hidden:
                room -= self._width(key, columns[key].width, scale)
                if room < 0:
                    left_out.add(key)
        return frozenset(left_out)

"""A table of any length: a snapshot of ids, and rows that are fetched when looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.models.columns import Column

PAGE: Final = 100
PAGES_KEPT: Final = 60
WISHES_KEPT: Final = 6
_NOWHERE: Final = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows come in pages of 100, asked for by `rows_wanted` and given by `give_rows`.

    The signal carries (generation, ids); an answer for an older generation is dropped. An id below
    zero stands for a heading between the rows.
    """

    rows_wanted = Signal(object)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._ids: array[int] = array("q")
        self._generation = 0
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()
        self._stale: set[int] = set()
        self._asked: dict[int, tuple[int, ...]] = {}
        self._wishes: list[int] = []
        self._carried: dict[int, Any] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._ask)

    # --- what the page calls

    @property
    def generation(self) -> int:
        """The number of the present snapshot."""
        return self._generation

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns, for instance in another language."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def show_ids(self, ids: Iterable[int], rows: Mapping[int, Any] | None = None) -> int:
        """Show another snapshot and return its generation.

        Rows that were known before, and those given, stand there until their page has come anew.
        """
        self.beginResetModel()
        self._carried = {**self._known_rows(), **(rows or {})}
        self._ids = array("q", ids)
        self._generation += 1
        self._pages.clear()
        self._stale.clear()
        self._asked.clear()
        self._wishes.clear()
        self.endResetModel()
        return self._generation

    def append_ids(self, ids: Iterable[int]) -> None:
        """Add ids at the end of the snapshot; the generation stays."""
        more = array("q", ids)
        if not more:
            return
        first = len(self._ids)
        self.beginInsertRows(_NOWHERE, first, first + len(more) - 1)
        self._ids.extend(more)
        self.endInsertRows()

    def give_rows(self, generation: int, rows: Mapping[int, Any]) -> None:
        """Take the answer to a wish; an id without a row is one that is gone."""
        if generation != self._generation:
            return
        for page, ids in list(self._asked.items()):
            if rows and not any(row_id in rows for row_id in ids):
                continue
            del self._asked[page]
            self._pages[page] = [rows.get(row_id) for row_id in ids]
            self._pages.move_to_end(page)
            self._stale.discard(page)
            self._tell_changed(page, len(ids))
            if not rows:
                break
        while len(self._pages) > PAGES_KEPT:
            oldest, _ = self._pages.popitem(last=False)
            self._stale.discard(oldest)

    def refresh_rows(self, ids: Iterable[int] | None = None) -> None:
        """Ask anew for the pages with these ids (None: all) when they are looked at next.

        Until the answer comes the old rows stay on the screen.
        """
        if ids is None:
            self._stale.update(self._pages)
        else:
            wanted = set(ids)
            for page in self._pages:
                if wanted.intersection(self._page_ids(page)):
                    self._stale.add(page)
        self._asked.clear()
        if self._ids:
            self._tell_changed(0, len(self._ids))

    def row(self, place: int) -> Any:
        """Return the row at `place`, None until it has come; looking at it asks for it."""
        page, offset = divmod(place, PAGE)
        rows = self._pages.get(page)
        if rows is not None and offset < len(rows):
            self._pages.move_to_end(page)
            if page in self._stale:
                self._wish(page)
            return rows[offset]
        self._wish(page)
        return self._carried.get(self._ids[place])

    def is_gone(self, place: int) -> bool:
        """Tell whether the answer came without this row: deleted, or no longer ours to see."""
        page, offset = divmod(place, PAGE)
        rows = self._pages.get(page)
        return rows is not None and offset < len(rows) and rows[offset] is None

    def known_row(self, place: int) -> Any:
        """Return the row at `place` if it is here, without asking for it."""
        page, offset = divmod(place, PAGE)
        rows = self._pages.get(page)
        if rows is not None and offset < len(rows):
            return rows[offset]
        return self._carried.get(self._ids[place])

    def id_at(self, place: int) -> int | None:
        """Return the id at `place`, or None beyond the end."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def place_of(self, row_id: int) -> int | None:
        """Return where an id stands, or None."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    def ids(self) -> Sequence[int]:
        """Return the snapshot."""
        return self._ids

    # --- what Qt calls

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if not spoken and role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.row(index.row())
        if row is None:
            gone = self.is_gone(index.row())
            return self.words_for_missing(gone=gone) if spoken else ""
        return self._words(index.column(), row, spoken)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[self.columns[section].align]
        return None

    def words_for_missing(self, *, gone: bool) -> str:
        """Return what to say where there is no row."""
        return self.tr("该条已不在列表中") if gone else self.tr("正在读取")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading between the rows, which has a negative id, is walked over and not chosen."""
        known = super().flags(index)
        if index.isValid() and self._ids[index.row()] < 0:
            return known & ~Qt.ItemFlag.ItemIsSelectable
        return known

    # --- asking

    def _words(self, column: int, row: Any, spoken: bool) -> str:
        known = self.columns[column]
        words = known.text(row)
        if not spoken:
            return words
        detail = known.detail(row) if known.detail is not None else ""
        chip = known.chip(row) if known.chip is not None else None
        parts = (known.title, words, chip.text if chip is not None else "", detail)
        return " ".join(part for part in parts if part)

    def _page_ids(self, page: int) -> Sequence[int]:
        return self._ids[page * PAGE : (page + 1) * PAGE]

    def _wish(self, page: int) -> None:
        asked = self._asked.get(page)
        # A page at the end that has grown since it was asked for is asked for again.
        if asked is not None and len(asked) == len(self._page_ids(page)):
            return
        if page in self._wishes:
            self._wishes.remove(page)
        self._wishes.append(page)
        del self._wishes[:-WISHES_KEPT]
        if not self._later.isActive():
            self._later.start()

    def _ask(self) -> None:
        # The page looked at last comes first; what scrolled past is forgotten.
        wishes, self._wishes = self._wishes[::-1], []
        while wishes:
            page = wishes.pop(0)
            pages = [page]
            # A screen that stands on two pages waits for one answer, not for one after the other.
            for beside in (page - 1, page + 1):
                if beside in wishes and len(pages) == 1:
                    wishes.remove(beside)
                    pages.append(beside)
            wanted: list[int] = []
            for one in sorted(pages):
                if ids := tuple(self._page_ids(one)):
                    self._asked[one] = ids
                    wanted += ids
            if wanted:
                self.rows_wanted.emit((self._generation, tuple(wanted)))

    def _known_rows(self) -> dict[int, Any]:
        # Where no page has come yet, what was carried over is still all that is known.
        known = {} if self._pages else dict(self._carried)
        for page, rows in self._pages.items():
            known.update(
                (row_id, row)
                for row_id, row in zip(self._page_ids(page), rows, strict=False)
                if row is not None
            )
        return known

    def _tell_changed(self, page: int, count: int) -> None:
        first = page * PAGE
        last = min(first + count, len(self._ids)) - 1
        if last >= first:
            self.dataChanged.emit(
                self.index(first, 0), self.index(last, max(0, len(self.columns) - 1))
            )


_ALIGN: Final = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}

"""The rows of the ledger: fetched when looked at, and told as cells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Slot

from db.queries.cases import CaseRow, case_rows
from db.queries.door import Reader
from desktop.case_words import ledger_cell
from desktop.models.rows import RowsModel
from desktop.pages.ledger_columns import all_columns
from desktop.services import Services
from desktop.widgets.ledger_delegate import GroupLine, LedgerCell

MOST_CELLS = 4000


class LedgerRows(QObject):
    """Fills the model's pages; ``line_of`` gives the heading that stands under an id below zero."""

    def __init__(
        self, services: Services, line_of: Callable[[int], GroupLine], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._line_of = line_of
        self._cells: dict[tuple[int, int], LedgerCell] = {}
        self._search = ""
        self._now = datetime.now()
        self.model = RowsModel(all_columns(self.cell), self)
        self.model.rows_wanted.connect(self._fetch)

    def show_ids(self, ids: Any, search: str = "", rows: dict[int, Any] | None = None) -> None:
        """Show another snapshot of the list, and mark in it what was searched for.

        ``rows`` are some that are there already.
        """
        self._search = search
        self._cells.clear()
        self.model.show_ids(ids, rows)

    def cell(self, row: CaseRow | GroupLine) -> LedgerCell:
        """Return how a row is shown; what was made once is kept."""
        if isinstance(row, GroupLine):
            return LedgerCell(number=row.name, time=row.count, title="")
        key = (row.id, row.version)
        cell = self._cells.get(key)
        if cell is None:
            if len(self._cells) > MOST_CELLS:
                self._cells.clear()
            cell = self._cells[key] = ledger_cell(row, self._now, self._search)
        return cell

    @Slot(object)
    def _fetch(self, wanted: tuple[int, tuple[int, ...]]) -> None:
        generation, ids = wanted
        cases = tuple(id_ for id_ in ids if id_ >= 0)
        lines = {id_: self._line_of(id_) for id_ in ids if id_ < 0}
        if not cases:
            self.model.give_rows(generation, lines)
            return
        self._services.ask(
            _rows_of,
            generation,
            cases,
            lines,
            parent=self,
            done=self._give,
            key=("rows", ids[:1]),
        )

    @Slot(object)
    def _give(self, found: tuple[int, dict[int, Any], datetime]) -> None:
        generation, rows, now = found
        if now != self._now:
            # Bars and spans run with the record's own time, not with this computer's.
            self._now = now
            self._cells.clear()
        self.model.give_rows(generation, rows)


def _rows_of(
    reader: Reader, generation: int, ids: tuple[int, ...], lines: dict[int, GroupLine]
) -> tuple[int, dict[int, Any], datetime]:
    """Return rows and the record's own time, which a practice street keeps for itself."""
    return generation, {**case_rows(reader, ids), **lines}, reader.now

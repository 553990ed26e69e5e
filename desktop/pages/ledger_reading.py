"""Asks for what the ledger lists: the counts of its tabs, and the ids in their order or groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.queries.cases import CaseRow, case_rows, tab_counts
from db.queries.dealing import grouped_ids, listed_ids
from db.queries.door import Reader
from db.queries.list_views import ListView
from db.queries.page import CaseFilter, Order, case_count, case_ids
from desktop.services import Services

FIRST_ROWS = 60
"""As many as the largest window shows at once."""


@dataclass(frozen=True)
class FirstPage:
    """Where a list begins: ids in their order, and their rows."""

    ids: Sequence[int]
    rows: dict[int, CaseRow]


class LedgerReading(QObject):
    """Of two questions after each other only the last one is answered."""

    counted = Signal(object)
    """How many cases each tab has."""
    begun = Signal(object)
    """Where the list begins (``FirstPage``), before all of it was read."""
    numbered = Signal(object)
    """How many cases the list has, before all of it was read."""
    listed = Signal(object)
    """The ids of the list, in order."""
    parted = Signal(object)
    """The groups of the list (``db.queries.dealing.GroupedIds``)."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services

    def read(
        self,
        all_tabs: CaseFilter,
        shown: CaseFilter,
        view: ListView,
        opened: Iterable[Any] | None,
        begins: bool,
    ) -> None:
        """Ask anew; ``opened`` are the groups whose cases are wanted too.

        With ``begins`` nothing is shown yet: the first rows come before all the rest.
        """
        if begins and not view.group and view.order in _BY_INDEX and not view.descending:
            self._services.ask(
                _first_page, shown, view.order, parent=self, done=self.begun.emit, key="first"
            )
            self._services.ask(
                case_count, shown, None, parent=self, done=self.numbered.emit, key="number"
            )
        if view.group:
            self._services.ask(
                grouped_ids,
                shown,
                Order(view.group),
                opened,
                view.order,
                view.descending,
                parent=self,
                done=self.parted.emit,
                key="ids",
            )
        else:
            self._services.ask(
                listed_ids,
                shown,
                view.order,
                view.descending,
                parent=self,
                done=self.listed.emit,
                key="ids",
            )
        # The list itself is awaited more than the numbers over it.
        self._services.ask(tab_counts, all_tabs, parent=self, done=self.counted.emit, key="counts")


_BY_INDEX = (Order.DEADLINE, Order.NEWEST, Order.OLDEST)
"""Orders whose beginning costs no more than what is shown of it."""


def _first_page(reader: Reader, shown: CaseFilter, order: Order) -> FirstPage:
    ids = case_ids(reader, shown, order, limit=FIRST_ROWS)
    return FirstPage(ids, case_rows(reader, ids))

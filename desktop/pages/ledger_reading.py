"""Asks for what the ledger lists: the counts of its tabs, and the ids in their order or groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from db.queries.cases import tab_counts
from db.queries.dealing import grouped_ids, listed_ids
from db.queries.list_views import ListView
from db.queries.page import CaseFilter, Order
from desktop.services import Services


class LedgerReading(QObject):
    """Of two questions after each other only the last one is answered."""

    counted = Signal(object)
    """How many cases each tab has."""
    listed = Signal(object)
    """The ids of the list, in order."""
    parted = Signal(object)
    """The groups of the list (``db.queries.dealing.GroupedIds``)."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services

    def read(
        self, all_tabs: CaseFilter, shown: CaseFilter, view: ListView, opened: Iterable[Any] | None
    ) -> None:
        """Ask anew; ``opened`` are the groups whose cases are wanted too."""
        self._services.ask(tab_counts, all_tabs, parent=self, done=self.counted.emit, key="counts")
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

"""How a person left the ledger, kept in the record: read at the start, saved when it changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.commands.views import KeepListLayout
from db.queries.list_views import ListView, own_layout, plain_view
from db.queries.page import EVERYTHING
from desktop.services import Services

SAVE_MILLISECONDS = 900
"""A heading that is dragged changes with every pixel; it is kept when it comes to rest."""


class LedgerLayout(QObject):
    """Columns, widths, order, grouping and density of one person's list."""

    found = Signal(object)
    """The ``ListView`` that was kept."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._view = ListView()
        self._kept = plain_view(self._view)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SAVE_MILLISECONDS)
        self._late.timeout.connect(self._save)
        services.ask(own_layout, parent=self, done=self._show)

    def keep(self, view: ListView) -> None:
        """Remember how the list is shown now, without its filter."""
        self._view = replace(view, filter=EVERYTHING)
        self._late.start()

    @Slot(object)
    def _show(self, view: ListView | None) -> None:
        if view is not None:
            self._kept = plain_view(view)
            self.found.emit(view)

    @Slot()
    def _save(self) -> None:
        content = plain_view(self._view)
        if content != self._kept:
            self._kept = content
            self._services.run(KeepListLayout(content=content), parent=self)

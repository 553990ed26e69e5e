"""The figures of the day over the desk: what came in and was closed, and what I did of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.desk import MyDay
from db.queries.page import CaseFilter, Tab
from db.rules.permissions import Permission
from desktop.session import Session
from desktop.widgets.kpi_tile import KpiFigure, KpiTile


class DayStrip(QWidget):
    """A tile for each figure; the street's own lead to their lists."""

    cases_wanted = Signal(object, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._today = date.min
        self._tiles: dict[str, KpiTile] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for name, label, icon in self._figures():
            tile = KpiTile(label, icon, compact=True)
            tile.setProperty("figure", name)
            tile.clicked.connect(self._open)
            self._tiles[name] = tile
            row.addWidget(tile)

    def show_day(self, day: MyDay, today: date) -> None:
        """Show the figures of a day."""
        self._today = today
        for name, tile in self._tiles.items():
            tone = "ok" if name == "all_closed" else "text"
            value = str(getattr(day, name))
            tile.show_figure(KpiFigure(value, self.tr("件"), value_tone=tone))

    def _figures(self) -> list[tuple[str, str, str]]:
        common = [
            ("all_registered", self.tr("今日录入"), "file-plus"),
            ("all_closed", self.tr("今日办结"), "circle-check"),
        ]
        if self._session.is_room:
            return [
                *common,
                ("accepted", self.tr("我受理"), "inbox"),
                ("assigned", self.tr("我交办"), "send"),
                ("verified", self.tr("我核查"), "clipboard-check"),
                ("called_back", self.tr("我回访"), "phone-call"),
            ]
        if self._session.may(Permission.CASE_HANDLE):
            return [
                *common,
                ("signed", self.tr("我签收"), "badge-check"),
                ("reported", self.tr("我反馈"), "clipboard-check"),
            ]
        return common

    @Slot()
    def _open(self) -> None:
        name = self.sender().property("figure")
        if name == "all_closed":
            self.cases_wanted.emit(CaseFilter(tab=Tab.CLOSED_TODAY), self.tr("今日办结"))
        elif name == "all_registered":
            wanted = CaseFilter(
                registered_from=self._today, registered_to=self._today, is_duplicate=False
            )
            self.cases_wanted.emit(wanted, self.tr("今日录入"))

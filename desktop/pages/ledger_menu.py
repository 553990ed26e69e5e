"""The menu of a row of the ledger: what can be done with the case, and lists of its like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from db.queries.cases import CaseRow
from db.queries.page import EVERYTHING
from desktop.actions import Action
from desktop.widgets.plain_label import menu_text


class LedgerMenu(QMenu):
    """The same actions as the buttons of the case, by the right button or the menu key."""

    action_wanted = Signal(str)
    list_wanted = Signal(object, str)
    """A ``CaseFilter`` and its words."""
    told = Signal(str, str)

    def __init__(self, row: CaseRow, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setAccessibleName(self.tr("事件菜单"))
        for action in actions:
            words = menu_text(action.label())
            entry = self.addAction(f"{words}\t{action.key}" if action.key else words)
            entry.setData(("action", action.id))
        if actions:
            self.addSeparator()
        self._add(self.tr("复制编号 {number}").format(number=row.number), "copy")
        unit_id, unit = (row.lead_id, row.lead) if row.lead_id else (row.holder_id, row.holder)
        if unit_id is not None:
            self._add(self.tr("只看 {unit}").format(unit=unit), "unit", unit_id, unit)
        if row.community_id is not None:
            place = row.community
            self._add(self.tr("只看 {unit}").format(unit=place), "place", row.community_id, place)
        if row.item_id is not None:
            self._add(self.tr("只看 {unit}").format(unit=row.item), "item", row.item_id, row.item)
        self.triggered.connect(self._take)
        self.aboutToHide.connect(self.deleteLater)

    def show_at(self, point: QPoint) -> None:
        """Open at a point of the screen without waiting."""
        self.popup(point)

    def _add(self, words: str, *data: object) -> None:
        self.addAction(menu_text(words)).setData(data)

    @Slot(object)
    def _take(self, entry: QAction) -> None:
        kind, *given = entry.data()
        if kind == "action":
            self.action_wanted.emit(given[0])
        elif kind == "copy":
            QGuiApplication.clipboard().setText(self._row.number)
            words = self.tr("已复制编号 {number}").format(number=self._row.number)
            self.told.emit(words, "ok")
        else:
            id_, name = given
            fields = {"unit": "unit_ids", "place": "community_ids", "item": "item_ids"}
            self.list_wanted.emit(EVERYTHING.replace(**{fields[kind]: (id_,)}), name)

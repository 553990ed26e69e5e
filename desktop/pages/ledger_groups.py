"""The headings between the rows of a list that is parted into groups."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Signal, Slot

from db.queries.dealing import CaseGroup, GroupedIds, Key
from db.queries.page import Order
from db.rules.terms import CaseState
from desktop import texts
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.widgets.ledger_delegate import GroupLine
from desktop.widgets.virtual_table import VirtualTable

_COUNT = QT_TRANSLATE_NOOP("LedgerGroups", "{n} 件")
_NONE = QT_TRANSLATE_NOOP("LedgerGroups", "未填")


class LedgerGroups(QObject):
    """Knows which groups are open; a heading stands in the list under an id below zero.

    Enter, Space and a click turn a heading over, → opens, ← closes or goes up to the heading.
    """

    turned = Signal()
    case_opened = Signal(object)

    def __init__(self, table: VirtualTable) -> None:
        super().__init__(table)
        self._table = table
        table.opened.connect(self._open)
        table.clicked.connect(self._click)
        table.fold_wanted.connect(self._fold)
        self._by: Order | None = None
        self._opened: set[Key] | None = set()
        self._groups: tuple[CaseGroup, ...] = ()

    def part_by(self, by: Order | None) -> None:
        """Part the list by something else; all groups are closed then."""
        self._table.set_folding(by is not None)
        if by is not self._by:
            self._by, self._opened, self._groups = by, set(), ()

    def opened(self) -> tuple[Key, ...] | None:
        """Return the values of the open groups, None when all are to be open."""
        return None if self._opened is None else tuple(self._opened)

    def laid_out(self, found: GroupedIds) -> array[int]:
        """Return the snapshot of the list: each heading and, if it is open, its cases."""
        self._groups = found.groups
        if self._opened is None:
            self._opened = set(found.ids)
        ids = array("q")
        for place, group in enumerate(found.groups):
            ids.append(-1 - place)
            ids.extend(found.ids.get(group.key, ()))
        return ids

    def line(self, id_: int) -> GroupLine:
        """Return the heading with this id."""
        group = self._groups[-1 - id_]
        is_open = self._opened is None or group.key in self._opened
        count = QCoreApplication.translate("LedgerGroups", _COUNT).format(n=f"{group.count:,}")
        return GroupLine(_name(group), count, is_open)

    def counts(self) -> tuple[int, int]:
        """Return how many groups and how many cases there are."""
        return len(self._groups), sum(group.count for group in self._groups)

    @Slot(bool)
    def turn_all(self, is_open: bool) -> None:
        """Open or close all groups."""
        self._opened = None if is_open else set()
        self.turned.emit()

    @Slot(object)
    def _open(self, id_: int) -> None:
        if id_ < 0:
            self._turn(id_)
        else:
            self.case_opened.emit(id_)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        id_ = self._table.rows().id_at(index.row())
        if id_ is not None and id_ < 0:
            self._turn(id_)

    @Slot(object, bool)
    def _fold(self, id_: int | None, is_open: bool) -> None:
        if id_ is not None and id_ < 0:
            self._turn(id_, is_open)
        elif id_ is not None and not is_open:
            ids = self._table.rows().ids()
            place = self._table.currentIndex().row()
            while place > 0 and ids[place] >= 0:
                place -= 1
            self._table.choose_place(place)

    def _turn(self, id_: int, is_open: bool | None = None) -> None:
        """Open or close a group, or turn it over."""
        key = self._groups[-1 - id_].key
        opened = set(self._opened or ())
        if is_open is None:
            is_open = key not in opened
        if is_open != (key in opened):
            self._opened = opened | {key} if is_open else opened - {key}
            self.turned.emit()


def _name(group: CaseGroup) -> str:
    if group.key is None:
        return QCoreApplication.translate("LedgerGroups", _NONE)
    if group.by is Order.STATE:
        return texts.label(CaseState(int(group.key)))
    return group.name or str(group.key)

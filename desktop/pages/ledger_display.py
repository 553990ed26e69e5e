"""The menu of how the ledger is shown: grouping, density, columns."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from db.queries.dealing import GROUPS
from db.queries.list_views import ListView
from db.queries.page import Order
from desktop.widgets.buttons import IconButton
from desktop.widgets.plain_label import add_heading


class LedgerDisplay(QObject):
    """The button and its menu; each choice is a signal."""

    group_chosen = Signal(object)
    density_chosen = Signal(str)
    folded = Signal(bool)
    """Open or close all groups."""
    columns_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._view = ListView()
        self.button = IconButton(
            "layers", self.tr("显示方式 Ctrl Shift L"), framed=True, parent=parent
        )
        self.button.clicked.connect(self.open_menu)

    def show_view(self, view: ListView) -> None:
        """Take over how the list is shown."""
        self._view = view

    @Slot()
    def open_menu(self) -> None:
        """Open the menu."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("显示方式"))
        menu.aboutToHide.connect(menu.deleteLater)
        add_heading(menu, self.tr("分组"))
        self._add(menu, self.tr("不分组"), ("group", None), not self._view.group)
        for by in GROUPS:
            self._add(menu, self._group_words(by), ("group", by), self._view.group == by.value)
        if self._view.group:
            menu.addAction(self.tr("全部展开")).setData(("fold", True))
            menu.addAction(self.tr("全部折叠")).setData(("fold", False))
        menu.addSeparator()
        add_heading(menu, self.tr("密度"))
        for density, words in (
            ("standard", self.tr("标准")),
            ("single", self.tr("单行")),
            ("compact", self.tr("紧凑")),
        ):
            self._add(menu, words, ("density", density), self._view.density == density)
        menu.addSeparator()
        menu.addAction(self.tr("显示哪些列……")).setData(("columns", None))
        menu.triggered.connect(self._do)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _add(self, menu: QMenu, words: str, data: object, is_on: bool) -> None:
        entry = menu.addAction(words)
        entry.setData(data)
        entry.setCheckable(True)
        entry.setChecked(is_on)

    def _group_words(self, by: Order) -> str:
        return {
            Order.UNIT: self.tr("按承办单位分组"),
            Order.ITEM: self.tr("按类别分组"),
            Order.COMMUNITY: self.tr("按村社分组"),
            Order.GRID: self.tr("按网格分组"),
            Order.STATE: self.tr("按状态分组"),
        }[by]

    @Slot(QAction)
    def _do(self, entry: QAction) -> None:
        what, value = entry.data()
        if what == "group":
            self.group_chosen.emit(value)
        elif what == "density":
            self.density_chosen.emit(value)
        elif what == "fold":
            self.folded.emit(value)
        else:
            self.columns_wanted.emit()

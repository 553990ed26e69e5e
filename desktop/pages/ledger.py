"""The case ledger: tabs, filters, search, a list of any length and one case beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.dealing import GroupedIds
from db.queries.list_views import ListView, ViewRow
from db.queries.page import EVERYTHING, CaseFilter, Order, Tab
from desktop.actions import actions_by_key
from desktop.case_actions import ACTIONS
from desktop.pages.case_panel import CasePanel
from desktop.pages.case_place import CasePlace
from desktop.pages.case_printing import CasePrinting
from desktop.pages.ledger_arranging import LedgerArranging
from desktop.pages.ledger_columns import order_of
from desktop.pages.ledger_display import LedgerDisplay
from desktop.pages.ledger_filters import LedgerFilters
from desktop.pages.ledger_foot import LedgerFoot
from desktop.pages.ledger_groups import LedgerGroups
from desktop.pages.ledger_layout import LedgerLayout
from desktop.pages.ledger_menu import LedgerMenu
from desktop.pages.ledger_reading import FirstPage, LedgerReading
from desktop.pages.ledger_rows import LedgerRows
from desktop.pages.ledger_tabs import tab_words
from desktop.pages.ledger_views import LedgerViews
from desktop.pages.page import Page
from desktop.pages.several_bar import SeveralBar
from desktop.pages.several_cases import SeveralCases
from desktop.personal import Personal
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.card import Card, Line
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.ledger_delegate import GroupLine, LedgerDelegate
from desktop.widgets.matching import Choice
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.status_tabs import StatusTabs
from desktop.widgets.virtual_table import VirtualTable

REFRESH_MILLISECONDS = 250
ACTION_KEYS = ("F3", "F6", "F7", "F8", "F9")


class LedgerPage(Page):
    """Every case that the person may see."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._view = ListView()
        self._liked = self._view.density
        self._given: CaseFilter | None = None
        self._given_words = ""
        self._wanted_case: int | None = None
        self._build()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(REFRESH_MILLISECONDS)
        self._late.timeout.connect(self.reload)

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("事件台账")

    def search_hint(self) -> str:
        return self.tr("搜索编号、标题、地点、电话，支持拼音首字母，如 lljf = 邻里纠纷")

    def arrive(self) -> None:
        self.reload()
        self._table.setFocus()

    def search(self, words: str) -> None:
        self._narrow(search=words)

    def follow(self, changes: tuple[Any, ...]) -> None:
        if any(change.kind == "view" for change in changes):
            self._views.reload()
        if any(change.kind == "case" for change in changes):
            if not self._late.isActive():
                self._late.start()
            shown = self._panel.detail()
            if shown is not None and any(c.object_id == shown.id for c in changes):
                self._panel.refresh()

    def follow_width(self, width: int) -> None:
        self._arranging.follow_width(width)
        self._views.follow_width(width)
        self._place_of_case.follow_width(width)
        self._bar.set_room(4 if width >= 1600 else 3)

    def carried(self) -> Any:
        return self._view, self._given, self._given_words, self._wanted_case, self._views.current()

    def carry(self, kept: Any) -> None:
        # How the list was in the window before goes before how it was kept.
        self._layout.found.disconnect(self._take_layout)
        view, self._given, self._given_words, self._wanted_case, named = kept
        self._views.carry(named)
        self.search_shown.emit(view.filter.search)
        self._show_as(**vars(view))

    def hold(self) -> str:
        return self._several.hold()

    # What others call ---------------------------------------------------------------------

    def show_case(self, case_id: int) -> None:
        """Show one case beside the list."""
        self._wanted_case = case_id
        if not self._table.choose_id(case_id):
            self._panel.show_case(case_id)
        self._place_of_case.open(takes_keys=False)

    def show_filter(self, case_filter: CaseFilter, words: str) -> None:
        """Show the list behind a figure, with words that say so."""
        self._given, self._given_words = case_filter, words
        self.reload()

    def case_filter(self) -> CaseFilter:
        """Return what the list is narrowed to now, without the tab."""
        return self._given or self._view.filter.replace(tab=Tab.ALL)

    def commands(self) -> list[Choice]:
        if self._several.actions():
            about = self._foot.count()
            return [Choice(one.action.id, one.label(), about) for one in self._several.actions()]
        printing = [Choice("print_list", self.tr("打印清单"), self.tr("事件台账"))]
        detail = self._panel.detail()
        if detail is None:
            return printing
        number = detail.row.number
        actions = [Choice(one.id, one.label(), number) for one in self._panel.actions()]
        return [*actions, Choice("print_case", self.tr("打印办理单"), number), *printing]

    def start(self, command: str) -> None:
        if command == "print_list":
            self._print_list()
        elif command == "print_case":
            self._panel.print_case()
        elif self._several.actions():
            self._several.start(command)
        else:
            self._panel.start(command)

    def printing(self) -> CasePrinting:
        """Return what prints the case or the list."""
        return self._printing

    def panel(self) -> CasePanel:
        """Return the case beside the list."""
        return self._panel

    def table(self) -> VirtualTable:
        """Return the list."""
        return self._table

    @Slot()
    def reload(self) -> None:
        """Read counts and ids again; rows follow when they come into view."""
        self._note.setText(self._given_words)
        self._note.setVisible(bool(self._given_words))
        shown = self._given or self._view.filter
        begins = not self._rows.model.rowCount()
        self._reading.read(self.case_filter(), shown, self._view, self._groups.opened(), begins)

    @Slot()
    def print_shown(self) -> None:
        """Print the case while it has the keys, else the list."""
        detail = self._panel.detail()
        if detail is not None and self._panel.has_keys():
            self._printing.print_case(detail.id)
        else:
            self._print_list()

    def _print_list(self) -> None:
        view = self._view
        shown = self._given or view.filter
        self._printing.print_list(shown, view.order, view.descending, self._given_words)

    def _build(self) -> None:
        self._reading = LedgerReading(self.services, self)
        self._reading.counted.connect(self._show_counts)
        self._reading.begun.connect(self._show_first)
        self._reading.listed.connect(self._show_ids)
        self._reading.parted.connect(self._show_groups)
        self._rows = LedgerRows(self.services, self._line_of, self)
        self._delegate = LedgerDelegate(self._rows.cell, self)
        self._table = VirtualTable(
            self._rows.model, self._delegate, name=self.tr("事件台账"), toggles=True
        )
        self._table.current_changed.connect(self._show_chosen)
        self._table.sort_wanted.connect(self._sort)
        self._groups = LedgerGroups(self._table)
        self._groups.turned.connect(self.reload)
        self._groups.case_opened.connect(self._open_chosen)
        self._arranging = LedgerArranging(self._table, self._delegate, self)
        self._arranging.arranged.connect(self._take_columns)
        self._table.menu_wanted.connect(self._open_menu)
        self._panel = CasePanel(self.services, self.session, self)
        self._panel.told.connect(self.told)
        self._panel.moved.connect(self._keep_case)
        self._panel.case_wanted.connect(self.show_case)
        self._panel.supervision_wanted.connect(self._supervise)
        self._bar = SeveralBar(self)
        self._several = SeveralCases(self.services, self.session, self._table, self._bar, self)
        self._several.chosen.connect(self._make_room)
        self._several.finished.connect(self._show_moved)
        self._empty = EmptyState(parent=self)
        self._empty.hide()
        self._empty.action_chosen.connect(self._begin_or_clear)
        self._lay_out()
        self._printing = CasePrinting(self.services, self.session, self)
        self._printing.told.connect(self.told)
        self._panel.print_wanted.connect(self._printing.print_case)
        self._layout = LedgerLayout(self.services, self)
        self._layout.found.connect(self._take_layout)
        for keys, words, slot in (
            ("Alt+Left", self.tr("回到上一件事件"), self._panel.go_back),
            ("Ctrl+P", self.tr("打印办理单或清单"), self.print_shown),
            ("Ctrl+L", self.tr("保存的视图"), self._views.open_menu),
            ("Ctrl+Shift+L", self.tr("列表怎么显示"), self._display.open_menu),
        ):
            Shortcut(keys, self, words, slot)
        for key in ACTION_KEYS:
            shortcut = Shortcut(key, self, actions_by_key(ACTIONS, key), self._act_by_key)
            shortcut.setProperty("key", key)

    def _lay_out(self) -> None:
        self._list = Card(self, margins=0, spacing=0)
        self._tabs = StatusTabs(tab_words(), name=self.tr("状态"))
        self._tabs.changed.connect(self._choose_tab)
        self._views = LedgerViews(self.services, self.session, self.list_view, self)
        self._views.chosen.connect(self._show_view)
        self._views.told.connect(self.told)
        self._display = LedgerDisplay(self)
        self._display.group_chosen.connect(self._choose_group)
        self._display.density_chosen.connect(self._choose_density)
        self._display.folded.connect(self._groups.turn_all)
        self._display.columns_wanted.connect(self._arranging.ask)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(self._tabs, 1)
        head.addWidget(self._views.button)
        head.addWidget(self._display.button)
        self._note = PlainLabel("", kind="second", tone="brand")
        self._note.setContentsMargins(16, 8, 16, 0)
        self._filters = LedgerFilters(self.services, self)
        self._filters.changed.connect(self._choose_filter)
        self._filters.order_changed.connect(self._choose_order)
        self._filters.show_order(self._view.order)
        self._list.body.addLayout(head)
        self._list.body.addWidget(self._note)
        self._list.body.addWidget(self._filters)
        self._list.body.addWidget(self._table, 1)
        self._list.body.addWidget(self._empty, 1)
        self._foot = LedgerFoot(self)
        self._reading.numbered.connect(self._foot.show_number)
        for part in (Line(), self._bar, self._foot):
            self._list.body.addWidget(part)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(14)
        across.addWidget(self._list, 1)
        self._place_of_case = CasePlace(self, across, self._panel, self._table)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_counts(self, counts: dict[Tab, int]) -> None:
        self._tabs.set_counts(counts)
        open_cases = sum(
            counts.get(tab, 0)
            for tab in (Tab.WAITING_ACCEPTANCE, Tab.TO_ASSIGN, Tab.IN_PROGRESS, Tab.TO_VERIFY)
        )
        self.badge_changed.emit("ledger", open_cases)

    def _line_of(self, id_: int) -> GroupLine:
        return self._groups.line(id_)

    @Slot(object)
    def _show_groups(self, found: GroupedIds) -> None:
        ids = self._groups.laid_out(found)
        groups, count = self._groups.counts()
        words = self.tr("共 {n} 件，分 {m} 组")
        self._show_list(ids, words.format(n=f"{count:,}", m=f"{groups:,}"))

    @Slot(object)
    def _show_ids(self, ids: Any) -> None:
        self._show_list(ids, self._foot.words_of(len(ids)))

    @Slot(object)
    def _show_first(self, found: FirstPage) -> None:
        """Show where a list begins while all of it is still being read."""
        if not self._rows.model.rowCount() and found.ids:
            self._rows.show_ids(found.ids, self.case_filter().search, found.rows)
            self._table.show()
            self._empty.hide()

    def _show_list(self, ids: Any, counted: str) -> None:
        search = self.case_filter().search
        self._rows.show_ids(ids, search)
        self._panel.mark(search)
        self._foot.show_count(counted)
        self._table.setVisible(bool(len(ids)))
        self._empty.setVisible(not len(ids))
        if not len(ids):
            self._show_emptiness()
        elif self._wanted_case not in (None, self._table.current_id()):
            self._table.choose_id(self._wanted_case)
        if len(ids) and self._table.current_id() is None:
            self._table.choose_place(0)

    def _show_emptiness(self) -> None:
        self._panel.show_case(None)
        if self._is_whole():
            words, action = self.tr("还没有事件，按 F2 开始登记"), self.tr("新建登记")
            self._empty.show_state("inbox", words, action)
        else:
            words, action = self.tr("没有符合条件的事件"), self.tr("清除筛选")
            self._empty.show_state("list-filter", words, action)

    @Slot(object)
    def _show_chosen(self, case_id: int | None) -> None:
        if case_id is not None and case_id < 0:
            case_id = self._wanted_case = None
        elif case_id is not None:
            self._wanted_case = case_id
        self._panel.show_case(case_id)

    @Slot(object)
    def _open_chosen(self, case_id: int) -> None:
        self._show_chosen(case_id)
        self._place_of_case.open()

    @Slot(object)
    def _open_menu(self, point: QPoint) -> None:
        """Open the menu of the chosen cases, or of the one beside the list (it is clicked on)."""
        if self._several.actions():
            menu = self._bar.menu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(point)
            return
        detail = self._panel.detail()
        if detail is None:
            return
        case_menu = LedgerMenu(detail.row, self._panel.actions(), self)
        case_menu.action_wanted.connect(self._panel.start)
        case_menu.list_wanted.connect(self.show_filter)
        case_menu.told.connect(self.told)
        case_menu.show_at(point)

    @Slot(object)
    def _keep_case(self, case_id: int | None) -> None:
        self._wanted_case = case_id
        self.reload()

    @Slot(object)
    def _supervise(self, case_id: int) -> None:
        self.page_wanted.emit("supervision")
        self.window().page("supervision").draft_for(case_id)  # type: ignore[attr-defined]

    @Slot(object)
    def _choose_tab(self, tab: Tab) -> None:
        self._wanted_case = None
        self._narrow(tab=tab)

    @Slot()
    def _choose_filter(self) -> None:
        self._given, self._given_words = None, ""
        self._look(filter=self._filters.narrowed(self._view.filter))

    def follow_personal(self, personal: Personal) -> None:
        """Take the density that was chosen among the settings; what was kept here goes first."""
        if self._liked != personal.density:
            self._liked = personal.density
            self._show_as(density=personal.density)

    @Slot()
    def _begin_or_clear(self) -> None:
        if self._is_whole():
            self.page_wanted.emit("register")
        else:
            self._clear()

    def _is_whole(self) -> bool:
        return self._view.filter == EVERYTHING and self._given is None

    @Slot()
    def _clear(self) -> None:
        self._views.forget()
        self._given, self._given_words = None, ""
        self.search_shown.emit("")
        self._look(filter=EVERYTHING)

    def _narrow(self, **changes: Any) -> None:
        """Narrow the list by something else; what a figure asked for is given up."""
        self._given, self._given_words = None, ""
        self._look(filter=self._view.filter.replace(**changes))

    # How the list is shown ----------------------------------------------------------------

    def list_view(self) -> ListView:
        """Return the filter, order, grouping and columns of the list as it is now."""
        return self._view

    @Slot(object)
    def _show_view(self, row: ViewRow | None) -> None:
        """Show a saved view, or the usual list again."""
        self._given, self._given_words = None, ""
        self._wanted_case = None
        view = row.view if row is not None else ListView(density=self._view.density)
        self.search_shown.emit(view.filter.search)
        self._look(**vars(view))
        if row is not None and row.retired:
            words = self.tr("视图“{name}”筛选的{what}已停用，仍能看到以前的事件，不会再有新的。")
            self._note.setText(words.format(name=row.name, what=self.tr("、").join(row.retired)))
            self._note.show()

    @Slot(object)
    def _take_layout(self, view: ListView) -> None:
        """Show the list as the person left it, with the filter that was chosen meanwhile."""
        self._look(**vars(replace(view, filter=self._view.filter)))

    def _look(self, **changes: Any) -> None:
        """Show other cases, or the same in another order."""
        self._show_as(**changes)
        self.reload()

    def _show_as(self, **changes: Any) -> None:
        """Show the same cases otherwise, and remember how."""
        view = self._view = replace(self._view, **changes)
        self._tabs.set_value(view.filter.tab)
        self._filters.show_filter(view.filter)
        self._filters.show_order(view.order)
        self._groups.part_by(Order(view.group) if view.group else None)
        if view.density != self._table.density():
            self._table.set_density(view.density)
        self._display.show_view(view)
        self._arranging.show_view(view)
        self._views.follow_list()
        if self._views.current() is None:
            self._layout.keep(view)

    @Slot(object, object)
    def _take_columns(self, columns: tuple[str, ...], widths: dict[str, int]) -> None:
        if (columns, widths) != (self._view.columns, self._view.widths):
            self._show_as(columns=columns, widths=widths)

    @Slot(object)
    def _sort(self, wished: tuple[str, bool]) -> None:
        order, descending = order_of(*wished)
        self._look(order=order, descending=descending)

    @Slot(object)
    def _choose_order(self, order: Order) -> None:
        self._look(order=order, descending=False)

    @Slot(str)
    def _choose_density(self, density: str) -> None:
        self._show_as(density=density)

    @Slot(object)
    def _choose_group(self, by: Order | None) -> None:
        self._look(group=by.value if by is not None else "")

    @Slot()
    def _act_by_key(self) -> None:
        acting: Any = self._several if self._several.is_chosen() else self._panel
        acting.start_by_key(self.sender().property("key"))

    @Slot(bool)
    def _make_room(self, several: bool) -> None:
        """Give the foot's room to the actions on several cases."""
        self._foot.setVisible(not several)

    @Slot()
    def _show_moved(self) -> None:
        self._panel.refresh()
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what is done with several cases, gives their choice up, goes to the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._several.is_busy():
            self._several.stop()
        elif self._several.is_chosen():
            self._several.choose_one()
        else:
            self._place_of_case.close()

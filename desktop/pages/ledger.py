"""The case ledger: tabs, filters, search, a list of any length and one case beside it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.cases import CaseRow, case_rows, tab_counts
from db.queries.door import Reader
from db.queries.page import EVERYTHING, CaseFilter, Order, Tab, case_ids
from desktop.actions import actions_by_key
from desktop.case_actions import ACTIONS
from desktop.case_words import ledger_cell
from desktop.models.rows import RowsModel
from desktop.pages.case_panel import CasePanel
from desktop.pages.ledger_filters import LedgerFilters
from desktop.pages.ledger_menu import LedgerMenu
from desktop.pages.page import Page
from desktop.pages.several_bar import SeveralBar
from desktop.pages.several_cases import SeveralCases
from desktop.personal import Personal
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.card import Card, Line
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.ledger_delegate import (
    LedgerCell,
    LedgerDelegate,
    LedgerTitles,
    ledger_columns,
)
from desktop.widgets.matching import Choice
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.status_tabs import StatusTabs
from desktop.widgets.virtual_table import VirtualTable

REFRESH_MILLISECONDS = 400
ACTION_KEYS = ("F6", "F7", "F8", "F9")


class LedgerPage(Page):
    """Every case that the person may see."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._filter = EVERYTHING
        self._order = Order.DEADLINE
        self._given: CaseFilter | None = None
        self._given_words = ""
        self._cells: dict[tuple[int, int], LedgerCell] = {}
        self._now = datetime.now()
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
        self._filter = self._filter.replace(search=words)
        self.reload()

    def follow(self, changes: tuple[Any, ...]) -> None:
        if any(change.kind == "case" for change in changes):
            if not self._late.isActive():
                self._late.start()
            shown = self._panel.detail()
            if shown is not None and any(c.object_id == shown.id for c in changes):
                self._panel.refresh()

    def follow_width(self, width: int) -> None:
        hidden = set()
        if width < 1600:
            hidden.add("item")
        if width < 1440:
            hidden.add("unit")
        self._delegate.unit_in_place = width < 1440
        self._filters.follow_width(width)
        self._table.hide_columns(hidden)
        self._panel.setFixedWidth(500 if width >= 1600 else 400)
        self._bar.set_room(4 if width >= 1600 else 3)

    # What others call ---------------------------------------------------------------------

    def show_case(self, case_id: int) -> None:
        """Show one case beside the list."""
        self._wanted_case = case_id
        if not self._table.choose_id(case_id):
            self._panel.show_case(case_id)

    def show_filter(self, case_filter: CaseFilter, words: str) -> None:
        """Show the list behind a figure, with words that say so."""
        self._given, self._given_words = case_filter, words
        self.reload()

    def case_filter(self) -> CaseFilter:
        """Return what the list is narrowed to now, without the tab."""
        return self._given or self._filter

    def commands(self) -> list[Choice]:
        if self._several.actions():
            about = self._counted.text()
            return [Choice(one.action.id, one.label(), about) for one in self._several.actions()]
        detail = self._panel.detail()
        if detail is None:
            return []
        return [
            Choice(action.id, action.label(), detail.row.number) for action in self._panel.actions()
        ]

    def start(self, command: str) -> None:
        if self._several.actions():
            self._several.start(command)
        else:
            self._panel.start(command)

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
        base = self.case_filter()
        shown = base if self._given else base.replace(tab=self._tabs.value())
        self.services.ask(tab_counts, base, parent=self, done=self._show_counts, key="counts")
        self.services.ask(case_ids, shown, self._order, parent=self, done=self._show_ids, key="ids")

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        titles = LedgerTitles(
            number=self.tr("编号 / 时间"),
            title=self.tr("事项与地点"),
            item=self.tr("类别"),
            state=self.tr("状态"),
            unit=self.tr("承办单位"),
            deadline=self.tr("处置时限"),
        )
        self._model = RowsModel(ledger_columns(self._adapt, titles), self)
        self._model.rows_wanted.connect(self._fetch)
        self._delegate = LedgerDelegate(self._adapt, self)
        self._table = VirtualTable(
            self._model, self._delegate, name=self.tr("事件台账"), toggles=True
        )
        self._table.current_changed.connect(self._show_chosen)
        self._table.opened.connect(self._show_chosen)
        self._table.menu_wanted.connect(self._open_menu)
        self._panel = CasePanel(self.services, self.session, self)
        self._panel.told.connect(self.told)
        self._panel.moved.connect(self._keep_case)
        self._panel.supervision_wanted.connect(self._supervise)
        self._bar = SeveralBar(self)
        self._several = SeveralCases(self.services, self.session, self._table, self._bar, self)
        self._several.chosen.connect(self._make_room)
        self._several.finished.connect(self._show_moved)
        self._empty = EmptyState(parent=self)
        self._empty.hide()
        self._empty.action_chosen.connect(self._clear)
        self._lay_out()
        for key in ACTION_KEYS:
            shortcut = Shortcut(key, self, actions_by_key(ACTIONS, key), self._act_by_key)
            shortcut.setProperty("key", key)

    def _lay_out(self) -> None:
        self._list = Card(self, margins=0, spacing=0)
        self._tabs = StatusTabs(self._tab_words(), name=self.tr("状态"))
        self._tabs.changed.connect(self._choose_tab)
        self._note = PlainLabel("", kind="second", tone="brand")
        self._note.setContentsMargins(16, 8, 16, 0)
        self._list.body.addWidget(self._tabs)
        self._list.body.addWidget(self._note)
        self._filters = LedgerFilters(self.services, self)
        self._filters.set_order(self._order)
        self._filters.changed.connect(self._choose_filter)
        self._filters.order_changed.connect(self._choose_order)
        self._filters.density_changed.connect(self._choose_density)
        self._list.body.addWidget(self._filters)
        self._list.body.addWidget(self._table, 1)
        self._list.body.addWidget(self._empty, 1)
        self._list.body.addWidget(Line())
        self._list.body.addWidget(self._bar)
        self._list.body.addWidget(self._foot())
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(14)
        across.addWidget(self._list, 1)
        across.addWidget(self._panel)

    def _tab_words(self) -> list[tuple[Any, ...]]:
        return [
            (Tab.ALL, self.tr("全部")),
            (Tab.WAITING_ACCEPTANCE, self.tr("待受理")),
            (Tab.TO_ASSIGN, self.tr("待交办")),
            (Tab.IN_PROGRESS, self.tr("处置中")),
            (Tab.TO_VERIFY, self.tr("待核查")),
            (Tab.TO_CALL_BACK, self.tr("待回访")),
            (Tab.OVERDUE, self.tr("超期"), "danger"),
            (Tab.CLOSED_TODAY, self.tr("今日办结")),
        ]

    def _foot(self) -> QWidget:
        self._feet = QWidget(self)
        line = QHBoxLayout(self._feet)
        line.setContentsMargins(16, 8, 16, 8)
        self._counted = PlainLabel("", kind="second", tone="text2")
        line.addWidget(self._counted)
        line.addStretch(1)
        hints = KeyHints(
            (
                ("↑ ↓", self.tr("移动")),
                (self.tr("空格"), self.tr("多选")),
                ("F6", self.tr("交办")),
                ("F7", self.tr("催办")),
                ("F9", self.tr("办结")),
                ("Ctrl F", self.tr("搜索")),
                ("Ctrl K", self.tr("命令")),
            )
        )
        line.addWidget(hints)
        return self._feet

    def _adapt(self, row: CaseRow) -> LedgerCell:
        key = (row.id, row.version)
        cell = self._cells.get(key)
        if cell is None:
            if len(self._cells) > 4000:
                self._cells.clear()
            cell = self._cells[key] = ledger_cell(row, self._now)
        return cell

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_counts(self, counts: dict[Tab, int]) -> None:
        self._tabs.set_counts(counts)
        open_cases = sum(
            counts.get(tab, 0)
            for tab in (Tab.WAITING_ACCEPTANCE, Tab.TO_ASSIGN, Tab.IN_PROGRESS, Tab.TO_VERIFY)
        )
        self.badge_changed.emit("ledger", open_cases)

    @Slot(object)
    def _show_ids(self, ids: Any) -> None:
        self._model.show_ids(ids)
        self._counted.setText(self.tr("共 {n} 件").format(n=f"{len(ids):,}"))
        self._table.setVisible(bool(len(ids)))
        self._empty.setVisible(not len(ids))
        if not len(ids):
            self._show_emptiness()
        elif self._wanted_case not in (None, self._table.current_id()):
            self._table.choose_id(self._wanted_case)
        elif self._table.current_id() is None:
            self._table.choose_place(0)

    def _show_emptiness(self) -> None:
        self._panel.show_case(None)
        if self._filter == EVERYTHING and self._given is None and self._tabs.value() is Tab.ALL:
            self._empty.show_state("inbox", self.tr("还没有事件，按 F2 开始登记"))
        else:
            self._empty.show_state(
                "list-filter", self.tr("没有符合条件的事件"), self.tr("清除筛选")
            )

    @Slot(object)
    def _fetch(self, wanted: tuple[int, tuple[int, ...]]) -> None:
        generation, ids = wanted
        self.services.ask(
            _rows_of, generation, ids, parent=self, done=self._give_rows, key=("rows", ids[:1])
        )

    @Slot(object)
    def _give_rows(self, found: tuple[int, dict[int, CaseRow], datetime]) -> None:
        generation, rows, now = found
        if now != self._now:
            # Bars and spans run with the record's own time, not with this computer's.
            self._now = now
            self._cells.clear()
        self._model.give_rows(generation, rows)

    @Slot(object)
    def _show_chosen(self, case_id: int | None) -> None:
        if case_id is not None:
            self._wanted_case = case_id
        self._panel.show_case(case_id)

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
        page: Any = self.window().page("supervision")  # type: ignore[attr-defined]
        page.draft_for(case_id)

    @Slot(object)
    def _choose_tab(self, tab: Tab) -> None:
        self._given, self._given_words = None, ""
        self._wanted_case = None
        self.reload()

    @Slot()
    def _choose_filter(self) -> None:
        self._given, self._given_words = None, ""
        self._filter = self._filters.narrowed(self._filter)
        self.reload()

    def follow_personal(self, personal: Personal) -> None:
        self._filters.show_density(personal.density)
        self._table.set_density(personal.density)

    @Slot(object)
    def _choose_density(self, density: str) -> None:
        self._table.set_density(density)

    @Slot(object)
    def _choose_order(self, order: Order) -> None:
        self._order = order
        self.reload()

    @Slot()
    def _clear(self) -> None:
        self._filters.clear()
        self._given, self._given_words = None, ""
        self._filter = EVERYTHING
        self._tabs.set_value(Tab.ALL)
        self.reload()

    @Slot()
    def _act_by_key(self) -> None:
        acting: Any = self._several if self._several.is_chosen() else self._panel
        acting.start_by_key(self.sender().property("key"))

    @Slot(bool)
    def _make_room(self, several: bool) -> None:
        """Give the foot's room to the actions on several cases."""
        self._feet.setVisible(not several)

    @Slot()
    def _show_moved(self) -> None:
        self._panel.refresh()
        self.reload()

    # Qt -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the choice of several cases up, or stops what is done with them."""
        if event.key() == Qt.Key.Key_Escape and self._several.is_busy():
            self._several.stop()
        elif event.key() == Qt.Key.Key_Escape and self._several.is_chosen():
            self._several.choose_one()
        else:
            super().keyPressEvent(event)


def _rows_of(
    reader: Reader, generation: int, ids: tuple[int, ...]
) -> tuple[int, dict[int, CaseRow], datetime]:
    """Return rows and the record's own time, which a practice street keeps for itself."""
    return generation, case_rows(reader, ids), reader.now

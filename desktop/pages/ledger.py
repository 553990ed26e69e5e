"""The case ledger: tabs, filters, search, a list of any length and one case beside it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.cases import CaseRow, case_rows, tab_counts
from db.queries.door import Reader
from db.queries.lookup import PlaceRow, UnitRow, handling_units, places, platforms
from db.queries.page import EVERYTHING, CaseFilter, Order, Tab, case_ids
from db.rules.terms import Urgency
from desktop import texts
from desktop.case_words import ledger_cell
from desktop.models.rows import RowsModel
from desktop.pages.case_panel import CasePanel
from desktop.pages.case_place import CasePlace
from desktop.pages.case_printing import CasePrinting
from desktop.pages.ledger_menu import LedgerMenu
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.card import Card
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.ledger_delegate import (
    LedgerCell,
    LedgerDelegate,
    LedgerTitles,
    ledger_columns,
)
from desktop.widgets.matching import Choice
from desktop.widgets.plain_label import PlainLabel
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
        services.ask(places, parent=self, done=self._show_places)
        services.ask(handling_units, parent=self, done=self._show_units)
        services.ask(platforms, parent=self, done=self._show_platforms)

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
        self._place_of_case.follow_width(width)
        # Where the case lies over the list, the list has the width of the window.
        floats = self._place_of_case.floats()
        hidden = {"item"} if width < (1280 if floats else 1600) else set()
        # In a narrow window the filters need the room; their words would be cut.
        self._density.setVisible(width >= 1600)
        self._table.hide_columns(hidden)

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
        return self._given or self._filter

    def commands(self) -> list[Choice]:
        printing = [Choice("print_list", self.tr("打印清单"), self.tr("事件台账"))]
        detail = self._panel.detail()
        if detail is None:
            return printing
        number = detail.row.number
        actions = [Choice(one.id, one.label(), number) for one in self._panel.actions()]
        return [*actions, Choice("print_case", self.tr("打印办理单"), number), *printing]

    def start(self, command: str) -> None:
        if command == "print_list":
            self._printing.print_list(self._shown(), self._order, self._given_words)
        elif command == "print_case":
            self._panel.print_case()
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
        base, shown = self.case_filter(), self._shown()
        self.services.ask(tab_counts, base, parent=self, done=self._show_counts, key="counts")
        self.services.ask(case_ids, shown, self._order, parent=self, done=self._show_ids, key="ids")

    def _shown(self) -> CaseFilter:
        """Return what the list is narrowed to, with the tab."""
        base = self.case_filter()
        return base if self._given else base.replace(tab=self._tabs.value())

    @Slot()
    def print_shown(self) -> None:
        """Print the case while it has the keys, else the list."""
        detail = self._panel.detail()
        if detail is not None and self._panel.has_keys():
            self._printing.print_case(detail.id)
        else:
            self._printing.print_list(self._shown(), self._order, self._given_words)

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
        self._table = VirtualTable(self._model, self._delegate, name=self.tr("事件台账"))
        self._table.current_changed.connect(self._show_chosen)
        self._table.opened.connect(self._open_chosen)
        self._table.menu_wanted.connect(self._open_menu)
        self._panel = CasePanel(self.services, self.session, self)
        self._panel.told.connect(self.told)
        self._panel.moved.connect(self._keep_case)
        self._panel.case_wanted.connect(self.show_case)
        self._panel.supervision_wanted.connect(self._supervise)
        self._empty = EmptyState(parent=self)
        self._empty.hide()
        self._empty.action_chosen.connect(self._clear)
        self._lay_out()
        self._printing = CasePrinting(self.services, self.session, self)
        self._printing.told.connect(self.told)
        self._panel.print_wanted.connect(self._printing.print_case)
        QShortcut(QKeySequence("Alt+Left"), self, self._panel.go_back)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_shown)
        for key in ACTION_KEYS:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setProperty("key", key)
            shortcut.activated.connect(self._act_by_key)

    def _lay_out(self) -> None:
        self._list = Card(self, margins=0, spacing=0)
        self._tabs = StatusTabs(self._tab_words(), name=self.tr("状态"))
        self._tabs.changed.connect(self._choose_tab)
        self._note = PlainLabel("", kind="second", tone="brand")
        self._note.setContentsMargins(16, 8, 16, 0)
        self._list.body.addWidget(self._tabs)
        self._list.body.addWidget(self._note)
        self._list.body.addLayout(self._filters())
        self._list.body.addWidget(self._table, 1)
        self._list.body.addWidget(self._empty, 1)
        self._list.body.addLayout(self._foot())
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(14)
        across.addWidget(self._list, 1)
        self._place_of_case = CasePlace(self, across, self._panel, self._table)

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

    def _filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(8)
        every = self.tr("全部")
        self._platform = FilterPill(self.tr("平台"), "layers", [(None, every)])
        self._place = FilterPill(self.tr("村社"), "building-2", [(None, every)])
        self._unit = FilterPill(self.tr("承办"), "users", [(None, every)])
        self._urgency = FilterPill(
            self.tr("紧急程度"),
            "siren",
            [(None, every), *((u, texts.label(u)) for u in Urgency)],
        )
        self._linked = FilterPill(self.tr("重复件"), "link")
        for pill in self._pills():
            pill.changed.connect(self._choose_filter)
            line.addWidget(pill)
        line.addStretch(1)
        self._density = FilterPill(
            self.tr("密度"),
            "menu",
            [
                ("standard", self.tr("标准")),
                ("single", self.tr("单行")),
                ("compact", self.tr("紧凑")),
            ],
        )
        self._density.changed.connect(self._choose_density)
        line.addWidget(self._density)
        self._orders = ChoiceBox(
            [
                (Order.DEADLINE, self.tr("时限优先")),
                (Order.NEWEST, self.tr("最新登记")),
                (Order.OLDEST, self.tr("最早登记")),
            ],
            name=self.tr("排序"),
        )
        self._orders.set_value(self._order)
        self._orders.changed.connect(self._choose_order)
        line.addWidget(self._orders)
        return line

    def _pills(self) -> tuple[FilterPill, ...]:
        return (self._platform, self._place, self._unit, self._urgency, self._linked)

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 8)
        self._counted = PlainLabel("", kind="second", tone="text2")
        line.addWidget(self._counted)
        line.addStretch(1)
        hints = KeyHints(
            (
                ("↑ ↓", self.tr("移动")),
                ("Enter", self.tr("打开")),
                ("Ctrl P", self.tr("打印")),
                ("F6", self.tr("交办")),
                ("F7", self.tr("催办")),
                ("F9", self.tr("办结")),
                ("Ctrl F", self.tr("搜索")),
                ("Ctrl K", self.tr("命令")),
            )
        )
        line.addWidget(hints)
        return line

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
    def _show_places(self, found: tuple[PlaceRow, ...]) -> None:
        self._place.set_options([(None, self.tr("全部")), *((p.id, p.name) for p in found)])

    @Slot(object)
    def _show_units(self, found: tuple[UnitRow, ...]) -> None:
        offices = [unit for unit in found if unit.kind.value in ("station", "office")]
        self._unit.set_options([(None, self.tr("全部")), *((u.id, u.name) for u in offices)])

    @Slot(object)
    def _show_platforms(self, found: dict[str, str]) -> None:
        self._platform.set_options([(None, self.tr("全部")), *found.items()])

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
        self._now = datetime.now()
        self._cells.clear()
        self._model.show_ids(ids)
        self._counted.setText(self.tr("共 {n} 件").format(n=f"{len(ids):,}"))
        self._table.setVisible(bool(len(ids)))
        self._empty.setVisible(not len(ids))
        if not len(ids):
            self._show_emptiness()
        elif self._wanted_case is not None:
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
        generation, rows, self._now = found
        self._model.give_rows(generation, rows)

    @Slot(object)
    def _show_chosen(self, case_id: int | None) -> None:
        if case_id is not None:
            self._wanted_case = case_id
        self._panel.show_case(case_id)

    @Slot(object)
    def _open_chosen(self, case_id: int) -> None:
        self._show_chosen(case_id)
        self._place_of_case.open()

    @Slot(object)
    def _open_menu(self, point: QPoint) -> None:
        """Open the menu of the case beside the list; it is the one under the pointer by now."""
        detail = self._panel.detail()
        if detail is None:
            return
        menu = LedgerMenu(detail.row, self._panel.actions(), self)
        menu.action_wanted.connect(self._panel.start)
        menu.list_wanted.connect(self.show_filter)
        menu.told.connect(self.told)
        menu.show_at(point)

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

    @Slot(object)
    def _choose_filter(self, _value: object) -> None:
        def one(pill: FilterPill) -> tuple[Any, ...]:
            return () if pill.value() is None else (pill.value(),)

        self._given, self._given_words = None, ""
        self._filter = self._filter.replace(
            platforms=one(self._platform),
            community_ids=one(self._place),
            unit_ids=one(self._unit),
            urgencies=one(self._urgency),
            is_duplicate=True if self._linked.value() else None,
        )
        self.reload()

    @Slot(object)
    def _choose_density(self, density: str) -> None:
        self._table.set_density(density)

    @Slot(object)
    def _choose_order(self, order: Order) -> None:
        self._order = order
        self.reload()

    @Slot()
    def _clear(self) -> None:
        for pill in self._pills():
            pill.set_value(None)
        self._given, self._given_words = None, ""
        self._filter = EVERYTHING
        self._tabs.set_value(Tab.ALL)
        self.reload()

    @Slot()
    def _act_by_key(self) -> None:
        self._panel.start_by_key(self.sender().property("key"))


def _rows_of(
    reader: Reader, generation: int, ids: tuple[int, ...]
) -> tuple[int, dict[int, CaseRow], datetime]:
    """Return rows and the record's own time, which a practice street keeps for itself."""
    return generation, case_rows(reader, ids), reader.now

"""The page of figures: a period at a glance and in tables, each number open to its list."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.errors import RecordError
from db.queries.lookup import places, platforms
from db.queries.page import CaseFilter
from db.queries.statistics import GroupBy, Side, counter_filter, counter_name, figure_filter
from db.rules.indicators import indicator_table
from db.rules.permissions import Permission
from desktop.errors import sentence
from desktop.exchange.faults import ExchangeError
from desktop.pages import figures_words as words
from desktop.pages.figures_export import (
    FiguresExportDialog,
    Sheet,
    WrittenFigures,
    write_figures,
)
from desktop.pages.figures_hours import HoursCard
from desktop.pages.figures_items import TOP, ItemsCard
from desktop.pages.figures_period import PeriodBar
from desktop.pages.figures_preview import FiguresPreview
from desktop.pages.figures_seen import (
    Overview,
    StationsSeen,
    cases_at,
    hours_seen,
    items_seen,
    overview,
    stations_seen,
    table_seen,
    trend_seen,
)
from desktop.pages.figures_stations import StationsCard
from desktop.pages.figures_table import TableCard
from desktop.pages.figures_tiles import Compare, FigureTiles
from desktop.pages.figures_trend import TrendCard
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import ScrollColumn
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.shown_dialog import ShownDialog

REFRESH_MILLISECONDS = 900
OVERVIEW, TABLE = 0, 1

LEAST_HEIGHT = 96
LOW = 300
"""What the bar and a first look at the charts need beside the tiles."""
"""Pixels of the charts or the table that are always seen."""


class FiguresPage(Page):
    """Figures over a period (domain.md §1.8)."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._seen: Overview | None = None
        self._step: GroupBy | None = None
        self._why_unit: int | None = None
        self._hours_words = ""
        self._asked: ShownDialog[FiguresExportDialog] = ShownDialog()
        self._may_see = session.may(Permission.FIGURES_SEE)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(REFRESH_MILLISECONDS)
        self._late.timeout.connect(self.reload)
        if not self._may_see:
            self._refuse()
            return
        self._build()
        services.ask(places, parent=self, done=self.bar.show_places)
        services.ask(platforms, parent=self, done=self.bar.show_platforms)

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("统计分析")

    def actions_for_bar(self) -> list[QWidget]:
        if not (self._may_see and self.session.may(Permission.EXPORT)):
            return []
        button = ActionButton(self.tr("导出统计表"), "download")
        button.clicked.connect(self.open_export)
        paper = ActionButton(self.tr("打印统计页"), "printer")
        paper.clicked.connect(self.open_paper)
        return [paper, button]

    def arrive(self) -> None:
        if self._may_see:
            self.reload()

    def follow(self, changes: tuple[Any, ...]) -> None:
        if self.isVisible() and any(change.kind != "account" for change in changes):
            self._late.start()

    def follow_width(self, width: int) -> None:
        if self._may_see:
            self.bar.follow_width(width)
            self.tiles.follow_width(width)
            self.stations.follow_width(width)
            self.table.follow_width(width)

    # What tests and keys use --------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for everything that is shown."""
        wanted = self.bar.wanted()
        self.services.ask(overview, wanted, parent=self, done=self._show_overview, key="overview")
        if self._views.currentIndex() == TABLE:
            self._load_table()
            return
        self._load_trend()
        self.services.ask(hours_seen, wanted, parent=self, done=self.hours.show_hours, key="hours")
        self.services.ask(
            items_seen, wanted, TOP, parent=self, done=self.items.show_items, key="items"
        )
        self.services.ask(
            stations_seen, wanted, parent=self, done=self.stations.show_stations, key="stations"
        )

    def seen(self) -> Overview | None:
        """Return the chief figures that are shown."""
        return self._seen

    @Slot()
    def show_table(self) -> None:
        """Show the table instead of the charts."""
        self._view.set_value(TABLE)
        self._take_view(TABLE)

    @Slot()
    def open_export(self) -> None:
        """Ask which table goes where."""
        now = self._seen.scope.cutoff if self._seen is not None else None
        dialog = FiguresExportDialog(now or datetime.now(), self)
        dialog.wanted.connect(self._export)
        self._asked.open(dialog)

    @Slot()
    def open_paper(self) -> None:
        """Show the figures as they are printed."""
        self.preview.show_figures(self.bar.wanted(), self.table.by())

    def export_dialog(self) -> FiguresExportDialog | None:
        """Return the open question of the export."""
        return self._asked.here()

    # Building -----------------------------------------------------------------------------

    def _refuse(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(EmptyState("lock", self.tr("您的岗位没有查看统计的权限。"), parent=self))

    def _build(self) -> None:
        self._view = SegmentedChoice(
            ((OVERVIEW, self.tr("总览")), (TABLE, self.tr("明细表"))),
            name=self.tr("显示"),
            numbered=False,
            compact=True,
        )
        self._view.set_value(OVERVIEW)
        self._view.changed.connect(self._take_view)
        self.bar = PeriodBar(self)
        self.bar.changed.connect(self._take_period)
        self.bar.compare_changed.connect(self._take_compare)
        self.tiles = FigureTiles(self)
        self.tiles.wanted.connect(self._want_figure)
        self.trend = TrendCard(self)
        self.trend.step_wanted.connect(self._take_step)
        self.hours = HoursCard(self)
        self.hours.hours_wanted.connect(self._want_hours)
        self.items = ItemsCard(self)
        self.items.all_wanted.connect(self._show_all_items)
        self.stations = StationsCard(self)
        self.stations.why_wanted.connect(self._ask_why)
        self.table = TableCard(self)
        self.table.group_wanted.connect(self._load_table)
        for card in (self.trend, self.items, self.stations, self.table):
            card.cases_wanted.connect(self._want_cases)
        self.preview = FiguresPreview(self.services, self)
        self.preview.told.connect(self.told)
        self._basis = PlainLabel("", kind="small", tone="text2", elide=True)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._view, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.bar, 1)
        charts = ScrollColumn(self, name=self.tr("总览"), spacing=12)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row, left, right, shares in (
            (upper, self.trend, self.hours, (60, 40)),
            (lower, self.items, self.stations, (42, 58)),
        ):
            row.setSpacing(12)
            row.addWidget(left, shares[0])
            row.addWidget(right, shares[1])
        charts.body.addLayout(upper, 1)
        charts.body.addLayout(lower)
        self._views = QStackedWidget(self)
        self._views.addWidget(charts)
        self._views.addWidget(self.table)
        # What lies in it scrolls: in a low window the tiles above keep their height.
        self._views.setMinimumHeight(LEAST_HEIGHT)
        self._charts = charts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 6)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addWidget(self.tiles)
        self._column.addWidget(self._views, 1)
        self._column.addWidget(self._basis)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tiles scroll with the charts where the window has no room for both."""
        super().resizeEvent(event)
        if self._may_see:
            is_low = self.height() < self.tiles.sizeHint().height() + active_theme().px(LOW)
            place = self._charts.body if is_low else self._column
            if place.indexOf(self.tiles) < 0:
                place.insertWidget(0 if is_low else 1, self.tiles)

    # Asking -------------------------------------------------------------------------------

    @Slot()
    def _load_trend(self) -> None:
        self.services.ask(
            trend_seen,
            self.bar.wanted(),
            self._step,
            parent=self,
            done=self.trend.show_trend,
            key="trend",
        )

    @Slot()
    def _load_table(self) -> None:
        self.services.ask(
            table_seen,
            self.bar.wanted(),
            self.table.by(),
            self.bar.with_last_year(),
            parent=self,
            done=self.table.show_result,
            key="table",
        )

    @Slot(object)
    def _ask_why(self, unit_id: int) -> None:
        self._why_unit = unit_id
        self.services.ask(
            stations_seen,
            self.bar.wanted(),
            with_before=True,
            parent=self,
            done=self._show_why,
            key="why",
        )

    @Slot(object)
    def _want_hours(self, wish: tuple[tuple[int, ...], tuple[int, ...], str]) -> None:
        if self._seen is None:
            return
        days, hours, self._hours_words = wish
        self.services.ask(
            cases_at,
            self._seen.scope,
            days,
            hours,
            parent=self,
            done=self._show_hours,
            key="hours list",
        )

    # Answers ------------------------------------------------------------------------------

    @Slot(object)
    def _show_overview(self, seen: Overview) -> None:
        self._seen = seen
        if seen.scope.cutoff is not None:
            self.bar.show_today(seen.scope.cutoff.date())
        self._show_compared()
        more = self.tr("“点”指百分点 · 分母为零显示“—” · 不含草稿、作废和重复件")
        self._basis.setText(f"{words.basis_words(seen.scope)} · {more}")

    @Slot()
    def _show_compared(self) -> None:
        if self._seen is not None:
            self.tiles.show_overview(self._seen, Compare(self.bar.with_last_year()))

    @Slot(object)
    def _show_why(self, seen: StationsSeen) -> None:
        if self._why_unit is not None:
            self.stations.show_why(seen, self._why_unit)

    @Slot(object)
    def _show_hours(self, wanted: CaseFilter) -> None:
        self._want_cases(wanted, self._hours_words)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _take_view(self, view: int) -> None:
        self._views.setCurrentIndex(view)
        self.reload()

    @Slot()
    def _take_period(self) -> None:
        self._step = None
        self.reload()

    @Slot()
    def _take_compare(self) -> None:
        self._show_compared()
        if self._views.currentIndex() == TABLE:
            self._load_table()

    @Slot(object)
    def _take_step(self, step: GroupBy) -> None:
        self._step = step
        self._load_trend()

    @Slot()
    def _show_all_items(self) -> None:
        self.table.set_by(GroupBy.ITEM)
        self.show_table()

    @Slot(str, str)
    def _want_figure(self, code: str, side: str) -> None:
        """Open the list behind one of the two numbers of an indicator."""
        seen = self._seen
        if seen is None:
            return
        indicator = indicator_table(fair_is_satisfied=seen.fair_is_satisfied)[code]
        count = indicator.numerator
        if side == Side.DENOMINATOR and indicator.denominator is not None:
            count = indicator.denominator
        if not count(seen.compared.current):
            self.told.emit(self.tr("这个数字是零，没有清单。"), "info")
            return
        if indicator.denominator is None:
            wanted = counter_filter(seen.scope, code)
        else:
            wanted = figure_filter(
                seen.scope, code, Side(side), fair_is_satisfied=seen.fair_is_satisfied
            )
        self._want_cases(wanted, words.counter_name(counter_name(count)))

    @Slot(object, str)
    def _want_cases(self, wanted: CaseFilter, what: str) -> None:
        scope = wanted.counted
        span = "" if scope is None else words.days(scope.start, scope.end)
        self.cases_wanted.emit(wanted, f"{what} · {span}" if span else what)

    @Slot(object, object)
    def _export(self, sheet: Sheet, path: Any) -> None:
        self.services.work(
            partial(write_figures, self.services.database, self.session.account_id),
            path,
            sheet,
            self.bar.wanted(),
            self.table.by(),
            parent=self,
            done=self._tell_written,
            failed=self._tell_fault,
        )

    @Slot(object)
    def _tell_written(self, written: WrittenFigures) -> None:
        self._asked.accept()
        self.told.emit(
            self.tr("已导出 {n} 行到 {path}").format(n=written.rows, path=written.path), "ok"
        )

    @Slot(object)
    def _tell_fault(self, error: Exception) -> None:
        known = isinstance(error, RecordError | ExchangeError)
        dialog = self._asked.here()
        if dialog is not None and known:
            dialog.set_error(sentence(error))
        else:
            self.services.failed.emit(error)

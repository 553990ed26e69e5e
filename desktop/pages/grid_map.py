"""The page of the map: every grid shaded by one indicator, each shade open to its cases."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.queries.lookup import UnitRow, places, platforms
from db.queries.lookup import street as street_query
from db.queries.page import CaseFilter
from db.rules.permissions import Permission
from db.rules.place_names import short_community
from db.rules.terms import UnitKind
from desktop import texts
from desktop.pages import figures_words as words
from desktop.pages.figures_columns import FigureRow, count_behind, filter_behind
from desktop.pages.figures_period import PeriodBar
from desktop.pages.map_card import MapCard
from desktop.pages.map_choices import MapChoices
from desktop.pages.map_figures import MapFigures, map_figures, outline_words
from desktop.pages.map_frame import MapFrame
from desktop.pages.map_ground import Ground, street_ground
from desktop.pages.map_import import MapImportDialog
from desktop.pages.map_seen import (
    MapSeen,
    WeeksSeen,
    map_seen,
    unit_seen,
    weeks_seen,
)
from desktop.pages.map_weeks import WeeksStrip
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.shown_dialog import ShownDialog

REFRESH_MILLISECONDS = 900
CARD_WIDTH, CARD_SHARE = 420, 0.28
"""The card is as wide as its words ask for, but never more than this share of the window."""
NARROW_BELOW = 1500
LOW_BELOW = 800
_OUTLINE_CHANGES = frozenset({"outline", "unit"})


class GridMapPage(Page):
    """Grids and communities on the ground (interface.md §9)."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._ground: Ground | None = None
        self._seen: MapSeen | None = None
        self._figures: MapFigures | None = None
        self._weeks: WeeksSeen | None = None
        self._street = ""
        self._asked: ShownDialog[MapImportDialog] = ShownDialog()
        self._may_see = session.may(Permission.FIGURES_SEE)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(REFRESH_MILLISECONDS)
        self._late.timeout.connect(self.reload)
        if not self._may_see:
            column = QVBoxLayout(self)
            column.addWidget(EmptyState("lock", self.tr("您的岗位没有查看地图的权限。")))
            return
        self._build()
        services.ask(places, parent=self, done=self.bar.show_places)
        services.ask(platforms, parent=self, done=self.bar.show_platforms)
        services.ask(street_query, parent=self, done=self._take_street)

    # Page -----------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("网格地图")

    def actions_for_bar(self) -> list[QWidget]:
        may = self._may_see and self.session.may(Permission.SETTINGS)
        if not may or self.session.read_only:
            return []
        button = ActionButton(self.tr("导入边界"), "upload")
        button.clicked.connect(self.open_import)
        return [button]

    def arrive(self) -> None:
        if self._may_see:
            self._load_ground()
            self.reload()
            self.frame.view.setFocus()

    def follow(self, changes: tuple[Any, ...]) -> None:
        if not self._may_see or not self.isVisible():
            return
        if any(change.kind in _OUTLINE_CHANGES for change in changes):
            self._load_ground()
        if any(change.kind != "account" for change in changes):
            self._late.start()

    def follow_width(self, width: int) -> None:
        if self._may_see:
            self.bar.follow_width(width)
            self.choices.follow_width(width)
            self._keys.setVisible(width >= NARROW_BELOW)
            wide = active_theme().px(CARD_WIDTH)
            self.card.set_width(min(wide, round(width * CARD_SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the weeks in a low window: the map needs the room."""
        super().resizeEvent(event)
        if self._may_see:
            low = self.height() < active_theme().px(LOW_BELOW)
            if low is not self.weeks.isHidden():
                self.weeks.setVisible(not low)
                self._load_weeks()

    # What tests and keys use ----------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for the figures of the period, and for the cases of the chosen place."""
        self.services.ask(
            map_seen, self.bar.wanted(), parent=self, done=self._take_figures, key="figures"
        )
        self._load_weeks()
        self._load_cases()

    @Slot()
    def open_import(self) -> None:
        """Ask for a map file."""
        dialog = MapImportDialog(self.services, self)
        dialog.imported.connect(self._tell_imported)
        self._asked.open(dialog)
        dialog.path.setFocus()

    def import_dialog(self) -> MapImportDialog | None:
        """Return the open question of the import."""
        return self._asked.here()

    def figures(self) -> MapFigures | None:
        """Return the values that are shown."""
        return self._figures

    # Building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.bar = PeriodBar(self)
        self.bar.changed.connect(self.reload)
        self.bar.compare_changed.connect(self._show_card)
        self.choices = MapChoices(self)
        self.choices.indicator_changed.connect(self._show)
        self.choices.kind_changed.connect(self._take_kind)
        self.choices.layers_changed.connect(self._take_layers)
        self.choices.search.chosen.connect(self._find)
        self.frame = MapFrame(self)
        self.frame.view.chosen.connect(self._choose)
        self.frame.view.opened.connect(self._open)
        self.frame.view.dots_chosen.connect(self._want_dots)
        self.card = MapCard(self)
        self.card.figure_wanted.connect(self._want_figure)
        self.card.unit_wanted.connect(self._find)
        self.card.case_wanted.connect(self.case_wanted)
        self.card.cases_wanted.connect(self.cases_wanted)
        self.card.closed.connect(self._leave_unit)
        self.weeks = WeeksStrip(self)
        self.weeks.week_wanted.connect(self.bar.look_at)
        self._basis = PlainLabel("", kind="small", tone="text2", elide=True)
        self._keys = KeyHints(
            (
                ("+ − 0", self.tr("缩放")),
                ("PgDn", self.tr("下一处")),
                ("Enter", self.tr("看事件")),
                ("/", self.tr("搜索")),
            ),
            self,
        )
        self._empty = EmptyState(
            "map",
            self.tr("街道还没有村社和网格。请先在“人员与事项”里建立单位。"),
            self.tr("打开人员与事项"),
            parent=self,
        )
        self._empty.action_chosen.connect(self._open_office)
        find = self.choices.search.setFocus
        Shortcut("/", self, self.tr("搜索网格或村社"), find, within=True)
        self._lay_out()

    def _lay_out(self) -> None:
        map_card = Card(self, margins=1, spacing=0)
        map_card.body.addWidget(self.frame)
        whole = QWidget(self)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(map_card, 1)
        left.addWidget(self.weeks)
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addLayout(left, 1)
        across.addWidget(self.card)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 6)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.choices)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._basis, 1)
        foot.addWidget(self._keys)
        column.addLayout(foot)

    # Asking ---------------------------------------------------------------------------------

    def _load_ground(self) -> None:
        self.services.ask(street_ground, parent=self, done=self._take_ground, key="ground")

    def _load_weeks(self) -> None:
        if not self.weeks.isHidden():
            self.services.ask(
                weeks_seen,
                self.bar.wanted(),
                self.choices.kind(),
                parent=self,
                done=self._take_weeks,
                key="weeks",
            )

    def _load_cases(self) -> None:
        unit = self._unit()
        if unit is not None:
            self.services.ask(
                unit_seen, unit.id, unit.kind, parent=self, done=self.card.show_cases, key="cases"
            )

    # Answers --------------------------------------------------------------------------------

    @Slot()
    def _open_office(self) -> None:
        self.page_wanted.emit("office")

    @Slot(object)
    def _take_street(self, street: Any) -> None:
        self._street = street.name
        self._show()

    @Slot(object)
    def _take_ground(self, ground: Ground) -> None:
        if self._ground is not None and ground == self._ground:
            return
        self._ground = ground
        self._stack.setCurrentIndex(0 if any(ground.shapes.values()) else 1)
        self.choices.show_units(ground.units)
        self.choices.show_kinds(
            tuple(kind for kind in (UnitKind.GRID, UnitKind.COMMUNITY) if ground.shapes.get(kind))
        )
        self.frame.show_note(*self._note(ground), is_plan=ground.is_schematic)
        self._show_shapes()

    @Slot(object)
    def _take_figures(self, seen: MapSeen) -> None:
        self._seen = seen
        if seen.scope.cutoff is not None:
            self.bar.show_today(seen.scope.cutoff.date())
        self._show()

    @Slot(object)
    def _take_weeks(self, seen: WeeksSeen) -> None:
        self._weeks = seen
        self._show_weeks()

    @Slot(object)
    def _tell_imported(self, result: dict[str, Any]) -> None:
        said = self.tr("已导入 {n} 个边界").format(n=result["taken"])
        if result["refused"]:
            said = self.tr("已导入 {n} 个边界，{m} 个没有导入").format(
                n=result["taken"], m=len(result["refused"])
            )
        self.told.emit(said, "ok")
        self._load_ground()

    # Choosing -------------------------------------------------------------------------------

    @Slot()
    def _take_kind(self) -> None:
        self.frame.view.set_chosen(None)
        self._weeks = None
        self._load_weeks()
        self._show_shapes()

    @Slot()
    def _take_layers(self) -> None:
        names, values, dots = self.choices.layers()
        self.frame.view.show_layers(names=names, values=values, dots=dots)
        self._show()

    @Slot(object)
    def _find(self, unit_id: int) -> None:
        """Go to a place, whichever kind of place is shown."""
        unit = self._ground.units.get(unit_id) if self._ground is not None else None
        if unit is None:
            return
        if unit.kind is not self.choices.kind():
            self.choices.set_kind(unit.kind)
            self._take_kind()
        self.frame.view.set_chosen(unit_id, bring=True)
        if self.frame.view.chosen_id() is None:
            self.told.emit(self.tr("“{name}”还没有边界。").format(name=unit.name), "info")
        self.frame.view.setFocus()
        self._choose(self.frame.view.chosen_id())

    @Slot(object)
    def _choose(self, _unit_id: Any) -> None:
        self._show_card()
        self._load_cases()

    @Slot()
    def _leave_unit(self) -> None:
        self.frame.view.set_chosen(None)
        self.frame.view.setFocus()
        self._show_card()

    @Slot(object)
    def _open(self, unit_id: int) -> None:
        """Open the list behind the indicator of a place."""
        figures = self._figures
        if figures is not None and unit_id in figures.places:
            self._want_figure(figures.places[unit_id].row, figures.code)

    @Slot(object, str)
    def _want_figure(self, row: FigureRow, code: str) -> None:
        if self._seen is None:
            return
        if not count_behind(row, code):
            self.told.emit(self.tr("这个数字是零，没有清单。"), "info")
            return
        scope = self._seen.scope
        span = words.days(scope.start, scope.end)
        what = self.tr("{place} · {figure} · {span}").format(
            place=row.name, figure=texts.indicator_name(code), span=span
        )
        self.cases_wanted.emit(filter_behind(scope, row, code), what)

    @Slot(object)
    def _want_dots(self, ids: tuple[int, ...]) -> None:
        if len(ids) == 1:
            self.case_wanted.emit(ids[0])
            return
        what = self.tr("地图上此处 {n} 件").format(n=len(ids))
        self.cases_wanted.emit(CaseFilter(ids=tuple(ids)), what)

    # Showing --------------------------------------------------------------------------------

    def _show_shapes(self) -> None:
        ground = self._ground
        if ground is None:
            return
        shapes = ground.shapes.get(self.choices.kind(), ())
        self.frame.view.show_shapes(shapes, ground.groups, to_scale=not ground.is_schematic)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Shade the map by the indicator and the period."""
        ground, seen = self._ground, self._seen
        if ground is None or seen is None:
            return
        kind = self.choices.kind()
        figures = map_figures(seen, ground.shapes.get(kind, ()), kind, self.choices.indicator())
        self._figures = figures
        view = self.frame.view
        view.show_looks({unit_id: figures.look(unit_id) for unit_id in figures.places})
        view.show_dots(ground.dots(seen.dots))
        has_dots = bool(seen.dots) and not ground.is_schematic and self.choices.layers()[2]
        self.frame.show_legend(figures, kind, with_dots=has_dots)
        self._show_weeks()
        self._show_basis(ground, seen)
        self._show_card()

    def _show_weeks(self) -> None:
        ground, seen = self._ground, self._seen
        if self._weeks is not None and ground is not None and seen is not None:
            shapes = ground.shapes.get(self.choices.kind(), ())
            code = self.choices.indicator()
            self.weeks.show_weeks(self._weeks, shapes, code, seen.scope.start, seen.scope.end)

    @Slot()
    def _show_card(self) -> None:
        figures, seen, ground = self._figures, self._seen, self._ground
        if figures is None or seen is None or ground is None:
            return
        unit = self._unit()
        if unit is None:
            before = (
                seen.compared.last_year if self.bar.with_last_year() else seen.compared.previous
            )
            self.card.show_street(figures, seen.compared.current, before, self._street)
            return
        home = ground.units.get(unit.parent_id) if unit.parent_id is not None else None
        self.card.show_unit(figures, unit, short_community(home.name) if home is not None else "")

    def _show_basis(self, ground: Ground, seen: MapSeen) -> None:
        counts = self.tr("{grids} 个网格 · {communities} 个村社").format(
            grids=sum(unit.kind is UnitKind.GRID for unit in ground.units.values()),
            communities=sum(unit.kind is UnitKind.COMMUNITY for unit in ground.units.values()),
        )
        source = outline_words(ground.outlines) if ground.outlines else ""
        basis = words.basis_words(seen.scope)
        self._basis.setText(" · ".join(part for part in (counts, basis, source) if part))

    def _note(self, ground: Ground) -> tuple[str, str]:
        if ground.is_schematic:
            return self.tr("示意图：还没有边界，方块大小按网格数，不表示位置"), "warn"
        if ground.is_invented:
            return self.tr("示意边界，非真实"), "warn"
        if ground.missing:
            return self.tr("另有 {n} 个网格没有边界").format(n=ground.missing), "info"
        return "", ""

    def _unit(self) -> UnitRow | None:
        chosen = self.frame.view.chosen_id()
        return self._ground.units.get(chosen) if self._ground is not None else None

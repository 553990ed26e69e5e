"""Beside the map: the chosen place with its figures and open cases, or all places in order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.queries.lookup import UnitRow
from db.rules.counters import Counters
from desktop import texts
from desktop.case_words import ledger_cell
from desktop.models.columns import Column
from desktop.pages import figures_words as words
from desktop.pages.figures_columns import FigureRow, count_behind, shown
from desktop.pages.map_figures import MapFigures, PlaceFigure, short_name
from desktop.pages.map_seen import UnitSeen
from desktop.pages.whole_table import WholeTable
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.card import Card, Line
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.figure_box import FigureBox
from desktop.widgets.ledger_delegate import LedgerCell, LedgerDelegate
from desktop.widgets.plain_label import PlainLabel

ALL_BOXES_FROM, FIRST_BOXES = 350, 2
"""A card narrower than this shows only so many figures; the others stand in the tip."""
BOXES = ("open", "overdue_open", "registered", "on_time_rate")


class MapCard(Card):
    """``figure_wanted`` tells (row, indicator), ``unit_wanted`` a place from the list."""

    figure_wanted = Signal(object, str)
    unit_wanted = Signal(object)
    case_wanted = Signal(object)
    cases_wanted = Signal(object, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=10)
        self._row: FigureRow | None = None
        self._seen: UnitSeen | None = None
        self._kind = PlainLabel("", kind="second", elide=True)
        self._close = IconButton("x", self.tr("回到全街道"), size=28)
        self._close.clicked.connect(self.closed)
        self._name = PlainLabel("", kind="title", elide=True)
        self._chip = Chip(ChipSpec(""))
        self.boxes = {code: FigureBox(short_name(code)) for code in BOXES}
        for code, box in self.boxes.items():
            box.setProperty("code", code)
            box.clicked.connect(self._want_figure)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self._make_ranking())
        self._lists.addWidget(self._make_cases())
        self._lay_out()

    # What the page calls --------------------------------------------------------------------

    def show_street(self, figures: MapFigures, now: Counters, before: Counters, name: str) -> None:
        """Show the street as a whole beside an earlier time, and its places in order."""
        self._row = FigureRow(name, now, None, None, figures.fair)
        self._seen = None
        self._kind.setText(self.tr("全街道"))
        self._name.setText(name)
        self._chip.hide()
        self._close.hide()
        self._show_boxes(before)
        self._order.setText(
            self.tr("{figure}从高到低 · 共 {n} 个").format(
                figure=texts.indicator_name(figures.code), n=len(figures.places)
            )
        )
        self.ranking.show_rows(figures.ranked())
        self._lists.setCurrentIndex(0)

    def show_unit(self, figures: MapFigures, unit: UnitRow, home: str) -> None:
        """Show a place; its cases follow by :meth:`show_cases`."""
        one = figures.places[unit.id]
        self._row = one.row
        kind = texts.label(unit.kind)
        self._kind.setText(
            self.tr("{home} · 编码 {code}").format(home=home or kind, code=unit.code)
        )
        self._name.setText(unit.name)
        if one.step is not None:
            said = self.tr("{figure} {step}").format(
                figure=short_name(figures.code), step=figures.scale.name(one.step)
            )
            self._chip.show_chip(ChipSpec(said, "blue"))
        self._chip.setVisible(one.step is not None)
        self._close.show()
        self._show_boxes(None)
        if self._seen is None or self._seen.unit_id != unit.id:
            self._seen = None
            self.cases.show_rows(())
            self._listed.setText("")
            self._all.hide()
        self._lists.setCurrentIndex(1)

    @Slot(object)
    def show_cases(self, seen: UnitSeen) -> None:
        """Show the open cases of the place that was asked for."""
        if self._row is None or self._row.key != seen.unit_id:
            return
        self._seen = seen
        self.cases.show_rows(seen.rows)
        self._listed.setText(
            self.tr("现在没有未办结的事件")
            if not seen.count
            else self.tr("现在未办结 {n} 件 · 按时限先后").format(n=seen.count)
        )
        self._all.setText(self.tr("看事件"))
        self._all.setVisible(seen.count > 0)

    def set_width(self, width: int) -> None:
        """Take a width; where it is small for the letters only the first figures are shown."""
        self.setFixedWidth(width)
        all_fit = width >= active_theme().px(ALL_BOXES_FROM)
        for nth, box in enumerate(self.boxes.values()):
            box.setVisible(all_fit or nth < FIRST_BOXES)

    def all_button(self) -> ActionButton:
        """Return the button that opens the list of the place."""
        return self._all

    # Building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind, 1)
        head.addWidget(self._close)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._name, 1)
        title.addWidget(self._chip)
        boxes = QHBoxLayout()
        boxes.setSpacing(8)
        for box in self.boxes.values():
            boxes.addWidget(box, 1)
        self.body.addLayout(head)
        self.body.addLayout(title)
        self.body.addLayout(boxes)
        self.body.addWidget(Line())
        self.body.addWidget(self._lists, 1)

    def _make_ranking(self) -> QWidget:
        self._order = PlainLabel("", kind="second", elide=True)
        self.ranking = WholeTable(
            (
                Column("name", self.tr("名称"), 160, _place_name, stretch=True),
                Column("value", self.tr("数值"), 92, _place_words, align="right"),
                Column("step", self.tr("档次"), 84, lambda one: "", chip=self._step_chip),
            ),
            name=self.tr("各处排列"),
            density="compact",
        )
        self.ranking.cell_chosen.connect(self._want_unit)
        return _column(self._order, self.ranking)

    def _make_cases(self) -> QWidget:
        self._listed = PlainLabel("", kind="second", elide=True)
        self._all = ActionButton(self.tr("看事件"), "list-checks", kind="primary")
        self._all.clicked.connect(self._want_all)
        delegate = LedgerDelegate(self._cell)
        delegate.unit_in_place = True
        self.cases = WholeTable(
            (
                Column("title", self.tr("事件"), 200, _case_title, stretch=True),
                Column(
                    "deadline", self.tr("时限"), 156, lambda row: self._cell(row).deadline.words
                ),
            ),
            delegate,
            name=self.tr("未办结的事件"),
            density="standard",
        )
        self.cases.cell_chosen.connect(self._want_case)
        return _column(self._listed, self.cases, self._all)

    # Slots ----------------------------------------------------------------------------------

    @Slot()
    def _want_figure(self) -> None:
        box = self.sender()
        if isinstance(box, FigureBox) and self._row is not None:
            self.figure_wanted.emit(self._row, box.property("code"))

    @Slot(object, str)
    def _want_unit(self, one: PlaceFigure, _key: str) -> None:
        self.unit_wanted.emit(one.unit_id)

    @Slot(object, str)
    def _want_case(self, row: Any, _key: str) -> None:
        self.case_wanted.emit(row.id)

    @Slot()
    def _want_all(self) -> None:
        if self._seen is not None and self._row is not None:
            what = self.tr("{place} · 现在未办结").format(place=self._row.name)
            self.cases_wanted.emit(self._seen.filter, what)

    # Inside ---------------------------------------------------------------------------------

    def _show_boxes(self, before: Counters | None) -> None:
        row = self._row
        assert row is not None
        for code, box in self.boxes.items():
            note = ""
            if before is not None:
                changed = words.change(code, "", row.counters, before, fair=row.fair, short=True)
                note = changed.words.strip().removeprefix(texts.NOTHING)
            alarm = code == "overdue_open" and row.counters.overdue_open > 0
            box.show_figure(shown(row, code), note, alarm=alarm)
            box.setEnabled(count_behind(row, code) > 0)

    def _step_chip(self, one: PlaceFigure) -> ChipSpec | None:
        if one.step is None:
            return ChipSpec(self.tr("没有可算的"), "grey", "tag")
        return ChipSpec(one.step_name, "blue" if one.step > 2 else "grey", "tag")

    def _cell(self, row: Any) -> LedgerCell:
        assert self._seen is not None
        return case_cell(row, self._seen)


def case_cell(row: Any, seen: UnitSeen) -> LedgerCell:
    """Return a case as it stands beside the map: its community is known there."""
    return replace(ledger_cell(row, seen.now), place=row.address)


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget, 1 if isinstance(widget, WholeTable) else 0)
    return whole


def _place_name(one: PlaceFigure) -> str:
    return one.row.name


def _place_words(one: PlaceFigure) -> str:
    return one.words


def _case_title(row: Any) -> str:
    return str(row.title)

"""The register of supervision: tabs, filters by level and unit, and its lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.door import Reader
from db.queries.listed import listed
from db.queries.lookup import UnitRow
from db.queries.notices import NoticeCounts, NoticeFilter, notice_counts, notices
from db.rules.notice_states import NoticeTab
from db.rules.terms import SupervisionLevel
from desktop.models.columns import Column
from desktop.models.rows import RowsModel
from desktop.pages.supervision_words import (
    CARDS,
    LISTED,
    Cell,
    RegisterLine,
    listed_line,
    notice_line,
)
from desktop.theme import active_theme
from desktop.widgets.canvas import ALIGN, Canvas
from desktop.widgets.card import Card, Line
from desktop.widgets.cell_painting import CellDelegate
from desktop.widgets.chips import paint_chip
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.status_tabs import StatusTabs
from desktop.widgets.virtual_table import VirtualTable

THIS_YEAR = -1
"""The year of the record's own clock, which a practice street keeps for itself."""

YEARS_BACK = 3
_SIGNS = {"danger": "triangle-alert", "warn": "timer", "ok": "check"}
"""What stands before the words of a limit, so that no colour tells it alone."""


@dataclass(frozen=True)
class RegisterSeen:
    """The register as it was read: its lines, the counts of notices, the record's time."""

    lines: tuple[RegisterLine, ...]
    counts: NoticeCounts
    now: datetime


def register_seen(reader: Reader, words: str, year: int | None) -> RegisterSeen:
    """Return the whole register of a year; it is narrowed on the screen."""
    wanted = reader.now.year if year == THIS_YEAR else year
    narrowed = NoticeFilter(text=words, year=wanted)
    lines = [notice_line(row, reader.now) for row in notices(reader, narrowed)]
    for row in listed(reader):
        told = f"{row.number} {row.subject} {row.unit_name} {row.case_number}"
        known_year = wanted is None or row.listed_on.year == wanted
        if known_year and all(word in told for word in words.split()):
            lines.append(listed_line(row, reader.now))
    lines.sort(key=_order)
    return RegisterSeen(tuple(lines), notice_counts(reader, narrowed), reader.now)


def _order(line: RegisterLine) -> tuple[bool, int]:
    return line.faint, -line.id


class RegisterDelegate(CellDelegate):
    """Paints the lines of the register."""

    def draw_cell(
        self, canvas: Canvas, rect: QRectF, row: RegisterLine, column: Column, chosen: bool
    ) -> None:
        if column.key == "unit":
            canvas.text(rect, row.unit, 14, "text2" if row.faint else "text")
            return
        cell: Cell = getattr(row, column.key)
        if not cell.text:
            if cell.chip is not None:
                paint_chip(
                    canvas,
                    rect.left() - 4,
                    rect.center().y(),
                    cell.chip,
                    chosen=chosen,
                    room=rect.width() + 8,
                )
            return
        first, second = self.lines(rect, bool(cell.detail or cell.chip))
        bold = (row.strong or chosen) and column.key in ("number", "subject")
        bold = bold or (column.key == "end" and bool(cell.detail))
        bold = bold or (column.key == "points" and cell.tone == "danger")
        if cell.chip is not None:
            first.translate(0, -2)
        canvas.text(first, cell.text, 14, cell.tone, bold=bold, align=ALIGN[column.align])
        if cell.chip is not None:
            paint_chip(
                canvas,
                second.left(),
                second.center().y(),
                cell.chip,
                chosen=chosen,
                room=second.width(),
            )
        elif cell.detail:
            self._detail(canvas, second, cell, signed=column.key == "limit")

    def _detail(self, canvas: Canvas, rect: QRectF, cell: Cell, *, signed: bool) -> None:
        sign = _SIGNS.get(cell.detail_tone, "") if signed else ""
        x = rect.left()
        if sign:
            x += canvas.icon(sign, cell.detail_tone, x, rect.center().y(), 13) + 4
        bold = cell.detail_tone in ("danger", "warn")
        room = QRectF(x, rect.top(), rect.right() - x, rect.height())
        canvas.text(room, cell.detail, 12, cell.detail_tone, bold=bold)


class Register(Card):
    """The list in the middle. It asks for nothing itself: the page gives what was read."""

    chosen = Signal(object)
    opened = Signal(object)
    read_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, spacing=0)
        self._seen: RegisterSeen | None = None
        self._lines: dict[int, RegisterLine] = {}
        self._wanted: int | None = None
        self._year: int | None = THIS_YEAR
        self._build()

    # What others call ---------------------------------------------------------------------

    def year(self) -> int | None:
        """Return the year of the register; None is all years."""
        return self._year

    def show_register(self, seen: RegisterSeen) -> None:
        """Show what was read; the chosen line stays chosen."""
        self._seen = seen
        years = [(seen.now.year - back) for back in range(YEARS_BACK)]
        self._years.set_options(
            [
                *((year, self.tr("{year} 年度").format(year=year)) for year in years),
                (None, self.tr("全部年度")),
            ]
        )
        self._years.set_value(seen.now.year if self._year == THIS_YEAR else self._year)
        self._show()

    def show_units(self, units: Iterable[UnitRow]) -> None:
        """Offer the units for the filter."""
        every = [(None, self.tr("全部"))]
        self._unit.set_options([*every, *((unit.id, unit.name) for unit in units)])

    def choose(self, line_id: int) -> None:
        """Choose a line, now or as soon as it was read."""
        self._wanted = line_id
        if self._seen is None or self._table.choose_id(line_id):
            return
        # A filter must not hide what was just made.
        if any(line.id == line_id for line in self._seen.lines):
            self._clear()

    def line(self, line_id: int) -> RegisterLine | None:
        """Return a line by its id."""
        return self._lines.get(line_id)

    def lines(self) -> tuple[RegisterLine, ...]:
        """Return every line that was read, whatever the tabs and filters show."""
        return tuple(self._lines.values())

    def current(self) -> RegisterLine | None:
        """Return the chosen line."""
        current = self._table.current_id()
        return None if current is None else self._lines.get(current)

    def table(self) -> VirtualTable:
        """Return the list."""
        return self._table

    def tabs(self) -> StatusTabs:
        """Return the tabs."""
        return self._tabs

    def follow_width(self, width: int) -> None:
        """Leave out columns where there is no room for them."""
        hidden = set()
        if width < 1600:
            hidden.add("points")
        if width < 1480:
            hidden |= {"end", "unit"}
        self._table.hide_columns(hidden)
        # At this width a key hint would cut the figures at the foot.
        self._hints.setVisible(width >= 1600)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 12, 0)
        top.setSpacing(10)
        self._tabs = StatusTabs(self._tab_words(), name=self.tr("督办状态"))
        self._tabs.changed.connect(self._narrow)
        self._years = ChoiceBox(name=self.tr("年度"))
        self._years.setFixedWidth(active_theme().px(132))
        self._years.changed.connect(self._choose_year)
        top.addWidget(self._tabs, 1)
        top.addWidget(self._years)
        self.body.addLayout(top)
        self.body.addWidget(Line(self))
        self.body.addLayout(self._filters())
        self._model = RowsModel(self._columns(), self)
        self._model.rows_wanted.connect(self._give)
        self._table = VirtualTable(
            self._model, RegisterDelegate(self), name=self.tr("督办台账"), several=False
        )
        self._table.current_changed.connect(self._tell_chosen)
        self._table.opened.connect(self.opened)
        self.body.addWidget(self._table, 1)
        self._empty = EmptyState(parent=self)
        self._empty.action_chosen.connect(self._clear)
        self._empty.hide()
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(Line(self))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        self._figures = PlainLabel("", self, kind="second", tone="text2", elide=True)
        foot.addWidget(self._figures, 1)
        self._hints = KeyHints(
            (
                ("↑ ↓", self.tr("移动")),
                ("Enter", self.tr("下一步")),
                ("F7", self.tr("催办")),
                ("Ctrl U", self.tr("升级")),
            ),
            self,
        )
        foot.addWidget(self._hints, 1)
        self.body.addLayout(foot)

    def _tab_words(self) -> list[tuple[Any, ...]]:
        return [
            (NoticeTab.ALL, self.tr("全部")),
            (NoticeTab.TO_ISSUE, self.tr("待签发")),
            (NoticeTab.RUNNING, self.tr("办理中")),
            (NoticeTab.LATE, self.tr("反馈超时"), "danger"),
            (NoticeTab.TO_STRIKE_OFF, self.tr("待销号")),
            (NoticeTab.STRUCK_OFF, self.tr("已销号")),
            (NoticeTab.WITHDRAWN, self.tr("已撤销")),
        ]

    def _filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(8)
        self._cards: dict[str, FilterPill] = {}
        for card, words in self._card_words():
            pill = FilterPill(words, card=card)
            pill.changed.connect(self._narrow)
            self._cards[card] = pill
            line.addWidget(pill)
        self._unit = FilterPill(self.tr("单位"), "", [(None, self.tr("全部"))])
        self._unit.changed.connect(self._narrow)
        line.addWidget(self._unit)
        words = self.tr("待办优先")
        self._orders = PlainLabel(words, self, kind="second", tone="text2", elide=True)
        self._orders.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._orders, 1)
        return line

    def _card_words(self) -> tuple[tuple[str, str], ...]:
        return (
            (CARDS[SupervisionLevel.ORDINARY], self.tr("普通")),
            (CARDS[SupervisionLevel.YELLOW], self.tr("黄牌")),
            (CARDS[SupervisionLevel.RED], self.tr("红牌")),
            (LISTED, self.tr("挂牌")),
        )

    def _columns(self) -> list[Column]:
        def column(key: str, title: str, width: int, **more: Any) -> Column:
            def words(row: RegisterLine) -> str:
                cell = getattr(row, key)
                return cell if isinstance(cell, str) else cell.text or cell.detail

            return Column(key, title, width, words, **more)

        return [
            column("number", self.tr("文号 / 级别"), 172),
            column("unit", self.tr("被督办单位"), 130),
            column("subject", self.tr("督办事项"), 240, stretch=True),
            column("issue", self.tr("签发"), 82),
            column("limit", self.tr("时限"), 94),
            column("reply", self.tr("反馈"), 80),
            column("end", self.tr("销号"), 78),
            column("points", self.tr("扣分"), 64, align="right"),
        ]

    # Showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        seen = self._seen
        if seen is None:
            return
        in_unit = [line for line in seen.lines if self._unit.value() in (None, line.unit_id)]
        for card, words in self._card_words():
            count = sum(line.card == card for line in in_unit)
            self._cards[card].set_label(f"{words} {count}")
        cards = {card for card, pill in self._cards.items() if pill.value()}
        in_cards = [line for line in in_unit if not cards or line.card in cards]
        self._count(in_cards)
        tab = self._tabs.value()
        shown = [line for line in in_cards if tab in (NoticeTab.ALL, line.tab)]
        self._lines = {line.id: line for line in seen.lines}
        wanted = self._wanted
        self._model.show_ids([line.id for line in shown])
        self._table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._show_figures(seen, len(shown))
        if not shown:
            self._show_emptiness(seen)
        elif wanted is not None and self._table.choose_id(wanted):
            self._wanted = None
        elif self._table.current_id() is None:
            self._table.choose_place(0)
        self._tell_chosen(self._table.current_id())

    def _count(self, lines: list[RegisterLine]) -> None:
        counts = dict.fromkeys(NoticeTab, 0)
        for line in lines:
            counts[NoticeTab.ALL] += 1
            counts[line.tab] += 1
        self._tabs.set_counts(counts)

    def _show_figures(self, seen: RegisterSeen, shown: int) -> None:
        counts = seen.counts
        said = [self.tr("共 {n} 件").format(n=shown)]
        if counts.struck_off:
            rate = f"{counts.in_time / counts.struck_off:.1%}"
            said.append(self.tr("按期销号率 {rate}").format(rate=rate))
        if counts.points:
            said.append(self.tr("扣分 {points}").format(points=f"−{abs(counts.points):g}"))
        self._figures.setText(" · ".join(said))

    def _show_emptiness(self, seen: RegisterSeen) -> None:
        if seen.lines:
            self._empty.show_state(
                "list-filter", self.tr("没有符合条件的督办单"), self.tr("清除筛选")
            )
        else:
            self._empty.show_state("gavel", self.tr("还没有督办单，可从左边采纳建议"))

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _give(self, wanted: tuple[int, tuple[int, ...]]) -> None:
        generation, ids = wanted
        known = {id_: self._lines[id_] for id_ in ids if id_ in self._lines}
        self._model.give_rows(generation, known)

    @Slot(object)
    def _tell_chosen(self, line_id: int | None) -> None:
        self.chosen.emit(None if line_id is None else self._lines.get(line_id))

    @Slot(object)
    def _narrow(self, _value: object = None) -> None:
        self._show()

    @Slot(object)
    def _choose_year(self, year: int | None) -> None:
        self._year = year
        self.read_wanted.emit()

    @Slot()
    def _clear(self) -> None:
        for pill in self._cards.values():
            pill.set_value(False)
        self._unit.set_value(None)
        self._tabs.set_value(NoticeTab.ALL)
        self._show()

"""The figures by platform, station, community, grid, item, class, day, week or month."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.queries.statistics import FigureScope, GroupBy
from db.rules.counters import Counters
from desktop import texts
from desktop.pages import figures_words as words
from desktop.pages.figures_columns import (
    CHANGES,
    NARROW,
    FigureRow,
    count_behind,
    figure_columns,
    filter_behind,
    sort_value,
)
from desktop.pages.figures_seen import TableSeen
from desktop.pages.whole_table import WholeTable
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.choice_box import ChoiceBox

NARROW_BELOW = 1500


class TableCard(Card):
    """The table; ``group_wanted`` asks for another grouping, ``cases_wanted`` for a list."""

    group_wanted = Signal(object)
    cases_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=6)
        self._scope: FigureScope | None = None
        self._rows: list[FigureRow] = []
        self._is_compared = self._is_narrow = False
        self._title = CardTitle(self.tr("统计明细表"))
        self._by = ChoiceBox(tuple((by, texts.label(by)) for by in GroupBy), name=self.tr("分组"))
        self._by.setFixedWidth(140)
        self._by.set_value(GroupBy.STATION)
        self._by.changed.connect(self.group_wanted)
        self._title.add(self._by)
        self.table = WholeTable(
            figure_columns(self.tr("名称")), name=self.tr("统计明细表"), density="compact"
        )
        self.table.cell_chosen.connect(self._choose)
        self.table.sort_wanted.connect(self._sort)
        self.body.addWidget(self._title)
        self.body.addWidget(self.table, 1)

    def by(self) -> GroupBy:
        """Return the grouping."""
        return GroupBy(self._by.value())

    def set_by(self, by: GroupBy) -> None:
        """Choose a grouping without telling."""
        self._by.set_value(by)

    def show_result(self, seen: TableSeen) -> None:
        """Show the figures of a period by group; the total stands first."""
        self._scope = seen.result.scope
        self._rows = figure_rows(seen)
        self._is_compared = seen.before_total is not None
        self._title.set_note(self._note(seen))
        self._hide_columns()
        self.table.show_rows(self._rows)

    def follow_width(self, width: int) -> None:
        """Leave out the lesser columns in a narrow window."""
        self._is_narrow = width < NARROW_BELOW
        self._hide_columns()

    def _hide_columns(self) -> None:
        hidden = NARROW if self._is_narrow else frozenset()
        self.table.hide_columns(hidden if self._is_compared else hidden | CHANGES.keys())

    def _note(self, seen: TableSeen) -> str:
        count = max(0, len(self._rows) - 1)
        if not self._is_compared:
            return self.tr("{n} 行 · 点任一数字看清单").format(n=count)
        if seen.with_last_year:
            return self.tr("{n} 行 · 点任一数字看清单 · 增减为同比").format(n=count)
        return self.tr("{n} 行 · 点任一数字看清单 · 增减为环比").format(n=count)

    @Slot(object)
    def _sort(self, wish: tuple[str, bool]) -> None:
        code, descending = wish
        total = [row for row in self._rows if row.by is None]
        groups = [row for row in self._rows if row.by is not None]
        # The first click on a figure shows the largest, as the ranking does.
        groups.sort(key=lambda row: sort_value(row, code), reverse=not descending)
        self._rows = [*total, *groups]
        self.table.show_rows(self._rows)

    @Slot(object, str)
    def _choose(self, row: FigureRow, key: str) -> None:
        code = "registered" if key == "name" else key
        if key in CHANGES:
            return
        if self._scope is None or not count_behind(row, code):
            return
        name = self.tr("{group} · {figure}").format(
            group=row.name, figure=texts.indicator_name(code)
        )
        self.cases_wanted.emit(filter_behind(self._scope, row, code), name)


def figure_rows(seen: TableSeen) -> list[FigureRow]:
    """Return the rows of a result: the total, then the groups."""
    result, fair = seen.result, seen.fair_is_satisfied
    whole = words.translate("figures", "合计")
    is_compared = seen.before_total is not None
    return [
        FigureRow(whole, result.total, None, None, fair, seen.before_total),
        *(
            FigureRow(
                group.name or _nameless(result.by),
                group.counters,
                result.by,
                group.key,
                fair,
                seen.before.get(group.key, Counters()) if is_compared else None,
            )
            for group in result.groups
        ),
    ]


def _nameless(by: GroupBy | None) -> str:
    """Return what the cases are called that say nothing of the grouping."""
    if by is GroupBy.STATION:
        return words.translate("figures", "未交办（自办或待办）")
    return words.translate("figures", "未填")

"""The tables of the weekly material: groups, stations, items, places, notices, agreed items."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from desktop import texts
from desktop.documents.contents import Column, Table
from desktop.notice_texts import level_name

if TYPE_CHECKING:
    from db.queries.breakdowns import RankedStation
    from db.queries.cases import CaseRow
    from db.queries.decisions import DecisionRow
    from db.queries.notices import BookRow
    from db.queries.statistics import FigureGroup, FiguresResult
    from db.queries.week_material import HotPlace
    from db.rules.counters import Counters
    from db.rules.terms import Source

GROUP_FIGURES = (
    "registered", "closed", "close_rate", "transferred", "on_time_rate", "overdue_open",
)  # fmt: skip
SOURCE_FIGURES = ("registered", "closed", "close_rate", "on_time_rate", "satisfaction_rate")
STATION_FIGURES = ("on_time_rate", "close_rate", "sign_on_time_rate", "overdue_open")
MOST_GROWING = 5
LEAST_GROWING = 3
"""Cases that an item has at least before its growth tells anything."""


def group_table(
    first: str,
    result: FiguresResult,
    groups: Sequence[FigureGroup] | None = None,
    *,
    total: bool = True,
) -> Table:
    """Return groups with their figures, and the sum of all below them."""
    shown = result.groups if groups is None else groups
    rows = [_figures(group.name, group.counters, GROUP_FIGURES) for group in shown]
    if total:
        rows.append(_figures("合计", result.total, GROUP_FIGURES))
    return Table((Column(first, 2.0), *_heads(GROUP_FIGURES)), tuple(rows))


def rates_by_source(rows: Sequence[tuple[Source, Counters]]) -> Table:
    """Return the figures of cases by how they came in."""
    shown = tuple(_figures(texts.label(source), one, SOURCE_FIGURES) for source, one in rows)
    return Table((Column("来源", 2.0), *_heads(SOURCE_FIGURES)), shown)


def station_table(rows: Sequence[RankedStation]) -> Table:
    """Return the stations in their order, with what their score is made from."""
    columns = (
        Column("名次", 0.6, "centre"),
        Column("上周", 0.6, "centre"),
        Column("单位", 2.0),
        Column("得分", 0.9, "right"),
        *_heads(STATION_FIGURES),
        Column("黄/红牌", 0.8, "centre"),
    )
    shown = tuple(
        (
            str(row.rank),
            str(row.previous_rank or texts.NOTHING),
            *_figures(row.name, row.counters, ())[:1],
            str(row.score.total),
            *_figures("", row.counters, STATION_FIGURES)[1:],
            f"{row.yellow_cards}/{row.red_cards}",
        )
        for row in rows
    )
    return Table(columns, shown)


def item_growth_table(now: FiguresResult, before: FiguresResult) -> Table:
    """Return the items that grew most against last week."""
    from db.rules.rates import growth

    earlier = {group.key: group.counters.registered for group in before.groups}
    grown = []
    for group in now.groups:
        count, then = group.counters.registered, earlier.get(group.key, 0)
        found = growth(count, then)
        if count >= LEAST_GROWING and found is not None and count > then:
            grown.append((float(found), group.name or "未填事项", count, then, found))
    grown.sort(key=lambda one: (-one[0], one[1]))
    columns = (
        Column("事项", 3.0),
        Column("本周", 1.0, "right"),
        Column("上周", 1.0, "right"),
        Column("环比", 1.2, "right"),
    )
    rows = tuple(
        (name, str(count), str(then), f"+{found}%")
        for _, name, count, then, found in grown[:MOST_GROWING]
    )
    return Table(columns, rows)


def places_table(rows: Sequence[HotPlace]) -> Table:
    """Return the addresses from which more than one case came."""
    columns = (
        Column("序号", 0.5, "centre"),
        Column("地点", 4.0),
        Column("村（社区）", 1.6),
        Column("件数", 0.7, "right"),
    )
    shown = (
        (str(nth), one.address, one.community, str(one.count)) for nth, one in enumerate(rows, 1)
    )
    return Table(columns, tuple(shown))


def case_table(rows: Sequence[CaseRow]) -> Table:
    """Return cases as a narrow table, in the order in which they are given."""
    columns = (
        Column("序号", 0.5, "centre"),
        Column("事件编号", 1.9),
        Column("事件名称", 2.8),
        Column("村（社区）", 1.2),
        Column("当前单位", 1.5),
        Column("状态", 0.8, "centre"),
        Column("办理期限", 1.3, "centre"),
        Column("超期工作日", 0.7, "right"),
    )
    shown = tuple(
        (
            str(nth),
            row.number,
            row.title,
            row.community,
            row.holder,
            texts.label(row.state),
            f"{row.due_at:%m-%d %H:%M}" if row.due_at else "",
            str(row.overdue_workdays) if row.overdue_workdays else "",
        )
        for nth, row in enumerate(rows, start=1)
    )
    return Table(columns, shown)


def notice_table(rows: Sequence[BookRow], now: datetime) -> Table:
    """Return the notices issued in the week and where they stand."""
    columns = (
        Column("编号", 2.5),
        Column("级别", 0.7, "centre"),
        Column("被督办单位", 1.5),
        Column("督办事项", 2.6),
        Column("时限", 1.1, "centre"),
        Column("状态", 0.9, "centre"),
    )
    shown = tuple(
        (
            row.number,
            level_name(row.level),
            row.unit_name,
            row.subject,
            f"{row.finish_by:%Y-%m-%d}",
            _standing(row, now),
        )
        for row in rows
    )
    return Table(columns, shown)


def decision_table(rows: Sequence[DecisionRow]) -> Table:
    """Return what earlier meetings agreed on and how far it is."""
    columns = (
        Column("编号", 1.6),
        Column("议定事项", 3.0),
        Column("责任单位", 1.3),
        Column("时限", 1.0, "centre"),
        Column("落实情况", 0.9, "centre"),
        Column("最近进展", 2.0),
    )
    shown = tuple(
        (
            row.code,
            row.text,
            row.lead_name,
            f"{row.due_at:%Y-%m-%d}",
            texts.label(row.state),
            row.last_progress,
        )
        for row in rows
    )
    return Table(columns, shown)


def change(value: str | None, *, is_rate: bool) -> str:
    """Return a change with its sign; the page itself says what it is compared with."""
    if value is None:
        return texts.NOTHING
    sign = "" if value.startswith("-") else "+"
    return f"{sign}{value}{'个百分点' if is_rate else '%'}"


def _heads(codes: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(texts.indicator_name(code), 1.0, "right") for code in codes)


def _figures(name: str, counters: Counters, codes: Sequence[str]) -> tuple[str, ...]:
    from db.rules.indicators import INDICATORS

    cells = [name or "未填"]
    for code in codes:
        indicator = INDICATORS[code]
        value = indicator.value(counters)
        cells.append(str(value) if indicator.denominator is None else texts.rate(value))
    return tuple(cells)


def _standing(row: BookRow, now: datetime) -> str:
    if row.is_withdrawn:
        return "已撤销"
    if row.struck_off_at is not None:
        return "已销号"
    return "逾期" if row.finish_by < now else "督办中"

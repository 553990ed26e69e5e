"""The review material of a week (domain.md §4.3): its seventeen parts from the facts of the week.

The pages are Chinese in every language. A part without data says so; what only people can say is
taken from the week's meeting or left to be written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop import texts
from desktop.documents.contents import (
    Bar,
    Drawing,
    Figure,
    Section,
    TrendLine,
    WeeklyContents,
)
from desktop.weekly_tables import (
    case_table,
    change,
    decision_table,
    group_table,
    item_growth_table,
    notice_table,
    places_table,
    rates_by_source,
    station_table,
)
from desktop.weekly_warnings import noticed

if TYPE_CHECKING:
    from db.queries.breakdowns import RankedItem, RankedStation
    from db.queries.statistics import Compared, FiguresResult, TrendPoint
    from db.queries.week_material import CaseList, WeekMaterial

CORE_FIGURES = (
    "registered", "transfer_rate", "close_rate", "on_time_rate", "sign_on_time_rate",
    "satisfaction_rate", "open", "overdue_open",
)  # fmt: skip
ENDS = 10
"""Communities and grids that are shown from the top and from the bottom of their list."""

HUNDRED = 100
NO_TROUBLE = "本周录入的事件没有退回、返工和不满意。"
TO_WRITE = "（由指挥室填写）"


@texts.official
def weekly_contents(material: WeekMaterial) -> WeeklyContents:
    """Return the review material of a week."""
    week, home = material.week, material.street
    return WeeklyContents(
        organ=home.room_name,
        title=f"{week.year}年第{week.week}周例会研判材料",
        period=f"{texts.day(week.monday)}—{texts.day(week.sunday)}",
        as_of=material.now,
        has_cover=True,
        sections=(
            _core(material),
            _platforms(material.by_platform),
            _stations(material.stations),
            _areas(material),
            _items(material),
            _hours(material),
            _cases("超期清单", material.overdue, "没有超期未办结的事件。"),
            _cases("临期清单", material.nearly_due, "没有临期的事件。"),
            _supervision(material),
            _cases(
                "退回、返工、不满意清单",
                material.troubled,
                NO_TROUBLE,
            ),
            _cases("重大疑难事项", material.major, "没有在办的重大事件和领导批示加急件。"),
            _decisions(material),
            _sources("12345、110专栏", material, hotlines=True),
            _sources("联合执法、双随机、红色代办", material, hotlines=False),
            _conclusions(material),
            _focus(material),
        ),
    )


def _core(material: WeekMaterial) -> Section:
    # What is still to come is no fall to nothing.
    trend = tuple(point for point in material.trend if point.start <= material.now.date())
    return Section(
        heading="核心指标",
        figures=_figures(material.compared),
        drawings=(_trend(trend),) if any(one.registered or one.closed for one in trend) else (),
        notes=("口径：录入口径，环比与上周相比，同比与去年同期相比；分母为零的比率显示“—”。",),
    )


def _figures(compared: Compared) -> tuple[Figure, ...]:
    from db.rules.indicators import INDICATORS
    from db.rules.rates import growth, points

    figures: list[Figure] = []
    for code in CORE_FIGURES:
        indicator = INDICATORS[code]
        values = [
            indicator.value(one)
            for one in (compared.current, compared.previous, compared.last_year)
        ]
        is_rate = indicator.denominator is not None
        changes = [
            points(values[0], other) if is_rate else growth(int(values[0] or 0), int(other or 0))
            for other in values[1:]
        ]
        figures.append(
            Figure(
                texts.indicator_name(code),
                texts.rate(values[0]) if is_rate else str(values[0]),
                change(changes[0], is_rate=is_rate),
                change(changes[1], is_rate=is_rate),
            )
        )
    return tuple(figures)


def _trend(points: Sequence[TrendPoint]) -> Drawing:
    before = tuple(point.last_year for point in points)
    lines = (
        TrendLine("录入", tuple(point.registered for point in points), "main"),
        TrendLine("办结", tuple(point.closed for point in points), "second"),
    )
    faint = (TrendLine("去年录入", before, "faint"),) if any(before) else ()
    labels = tuple(f"{point.start.month}月{point.start.day}日" for point in points)
    return Drawing(heading="录入与办结趋势", labels=labels, trend=(*lines, *faint))


def _platforms(result: FiguresResult) -> Section:
    groups = [group for group in result.groups if group.counters.registered]
    most = max((group.counters.registered for group in groups), default=1)
    bars = tuple(
        Bar(
            str(nth),
            group.name or "未填",
            group.counters.registered / most,
            f"{group.counters.registered:,}",
        )
        for nth, group in enumerate(groups, 1)
    )
    return Section(
        heading="分平台情况",
        drawings=(Drawing(heading="四平台录入件数", bars=bars),) if bars else (),
        table=group_table("平台", result) if groups else None,
    )


def _stations(rows: Sequence[RankedStation]) -> Section:
    ranked = [row for row in rows if row.rank is not None]
    idle = [row.name for row in rows if row.rank is None]
    bars = tuple(
        Bar(
            str(row.rank),
            row.name,
            float(row.score.total or Decimal(0)) / HUNDRED,
            str(row.score.total),
            _moved(row.rank, row.previous_rank),
        )
        for row in ranked
    )
    return Section(
        heading="分站所排名",
        drawings=(Drawing(heading="综合得分（右为与上周名次相比）", bars=bars),) if bars else (),
        table=station_table(ranked) if ranked else None,
        notes=(f"本周无事件、不参与排名：{'、'.join(idle)}。",) if idle and ranked else (),
        nothing="本周各站所均无事件，不排名。",
    )


def _moved(rank: int | None, before: int | None) -> str:
    """Return how a place moved since last week, with an arrow."""
    if rank is None or before is None:
        return "新上榜"
    if rank == before:
        return "→ 持平"
    return f"↑ 升{before - rank}" if rank < before else f"↓ 降{rank - before}"


def _areas(material: WeekMaterial) -> Section:
    found = []
    for name, first, result in (
        ("村（社区）", "村（社区）", material.by_community),
        ("网格", "网格", material.by_grid),
    ):
        groups = [group for group in result.groups if group.counters.registered]
        if not groups:
            continue
        if len(groups) <= 2 * ENDS:
            found.append((f"各{name}", group_table(first, result, groups)))
            continue
        found.append(
            (f"{name}录入前{ENDS}", group_table(first, result, groups[:ENDS], total=False))
        )
        found.append(
            (f"{name}录入后{ENDS}", group_table(first, result, groups[-ENDS:], total=False))
        )
    return Section(heading="分村（社区）、分网格情况", tables=tuple(found))


def _items(material: WeekMaterial) -> Section:
    growing = item_growth_table(material.by_item, material.by_item_before)
    return Section(
        heading="分事项情况",
        drawings=(_item_bars(material.items),) if material.items else (),
        tables=(("环比增幅前5", growing),) if growing.rows else (),
    )


def _item_bars(rows: Sequence[RankedItem]) -> Drawing:
    most = max(row.count for row in rows)
    bars = tuple(
        Bar(
            str(row.rank),
            row.name or "未填事项",
            row.count / most,
            f"{row.count:,}",
            f"{texts.rate(row.share)}  {texts.rate(row.cumulative_share)}",
            float(row.cumulative_share) / HUNDRED,
        )
        for row in rows
    )
    return Drawing(heading="事项前10（件数、占比、累计占比）", bars=bars)


def _hours(material: WeekMaterial) -> Section:
    has_any = any(any(row) for row in material.hours)
    return Section(
        heading="时段与热点地点",
        drawings=(Drawing(heading="星期与小时（录入件数）", heat=material.hours),)
        if has_any
        else (),
        tables=(("本周重复发生的地点", places_table(material.places)),) if material.places else (),
        notes=() if material.places or not has_any else ("本周没有同一地点重复录入的事件。",),
    )


def _cases(heading: str, found: CaseList, nothing: str) -> Section:
    more = found.total - len(found.rows)
    notes = (f"共{found.total}件。",) if found.total else ()
    if more > 0:
        notes = (f"共{found.total}件，只列前{len(found.rows)}件。",)
    table = case_table(found.rows) if found.rows else None
    return Section(heading=heading, table=table, notes=notes, nothing=nothing)


def _supervision(material: WeekMaterial) -> Section:
    counts = material.supervision
    issued = sum(not row.is_withdrawn for row in material.notices)
    said = (
        f"本周签发督办通知单{issued}件，销号{counts.struck_off}件；"
        f"现在督办中{counts.standing}件，其中已过时限{counts.late}件。"
    )
    has_any = issued or counts.struck_off or counts.standing
    return Section(
        heading="督办与销号",
        paragraphs=(said,) if has_any else (),
        table=notice_table(material.notices, material.now) if material.notices else None,
        nothing="本周没有签发和销号，也没有督办中的事项。",
    )


def _decisions(material: WeekMaterial) -> Section:
    table = decision_table(material.decisions) if material.decisions else None
    return Section(heading="上次议定事项", table=table, nothing="没有待落实的议定事项。")


def _sources(heading: str, material: WeekMaterial, *, hotlines: bool) -> Section:
    from db.queries.week_material import HOTLINES

    rows = [
        (source, counters)
        for source, counters in material.sources
        if (source in HOTLINES) is hotlines and counters.registered
    ]
    return Section(heading=heading, table=rates_by_source(rows) if rows else None)


def _conclusions(material: WeekMaterial) -> Section:
    """Return what the rules noticed, and what the meeting concluded or is to conclude."""
    found = noticed(material)
    hints = [f"{nth}.{words}" for nth, words in enumerate(found, 1)]
    head = ("系统研判提示：", *hints) if hints else ("系统研判提示：本周没有达到提示标准的变化。",)
    return Section(
        heading="研判结论与建议",
        paragraphs=(*head, f"会议研判意见：{material.opinion or TO_WRITE}"),
    )


def _focus(material: WeekMaterial) -> Section:
    return Section(heading="下周重点", paragraphs=tuple(_lines(material.next_focus)) or (TO_WRITE,))


def _lines(text: str) -> Iterable[str]:
    return (line.strip() for line in text.splitlines() if line.strip())

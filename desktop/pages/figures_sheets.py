"""The figures of a period as sheets of a workbook: real numbers, real percentages."""

from __future__ import annotations

from db.queries.breakdowns import RankedItem, RankedStation
from db.queries.statistics import GroupBy, TrendPoint
from db.rules.counters import Counters
from db.rules.indicators import indicator_table
from db.rules.rates import growth, points
from desktop import texts
from desktop.exchange.sheets import Cell
from desktop.exchange.tables import BookSheet, Column, Kind
from desktop.pages import figures_words as words
from desktop.pages.figures_columns import CODES, FigureRow
from desktop.pages.figures_report import FiguresReport
from desktop.pages.figures_stations import RATES
from desktop.pages.figures_table import figure_rows

HUNDRED = 100


def book_sheets(report: FiguresReport) -> tuple[BookSheet, ...]:
    """Return every sheet of the workbook, in the order of the page."""
    return (
        compared_sheet(report),
        table_sheet(report),
        stations_sheet(report),
        items_sheet(report),
        trend_sheet(report),
        hours_sheet(report),
    )


def notes(report: FiguresReport) -> tuple[str, str]:
    """Return what stands under every table: basis, period, cut-off, and how to read it."""
    return (
        words.basis_words(report.scope),
        words.translate(
            "figures",
            "分母为零的比率显示“—”；比率的环比、同比为百分点之差；不含草稿、作废和重复件。",
        ),
    )


def compared_sheet(report: FiguresReport) -> BookSheet:
    """Return each indicator now, in the period before and last year."""
    percent = Kind.PERCENT
    columns = (
        Column(words.translate("figures", "指标"), 22),
        Column(words.translate("figures", "本期"), 14, percent),
        Column(words.translate("figures", "上期"), 14, percent),
        Column(words.translate("figures", "环比"), 16, percent),
        Column(words.translate("figures", "去年同期"), 14, percent),
        Column(words.translate("figures", "同比"), 16, percent),
    )
    three = report.overview.compared
    rows = [
        [
            texts.indicator_name(code),
            _value(three.current, code, report.fair),
            _value(three.previous, code, report.fair),
            _moved(three.current, three.previous, code, report.fair),
            _value(three.last_year, code, report.fair),
            _moved(three.current, three.last_year, code, report.fair),
        ]
        for code in CODES
    ]
    return BookSheet(words.translate("figures", "指标对比"), columns, rows, notes(report))


def table_sheet(report: FiguresReport) -> BookSheet:
    """Return the figures by group, the total first."""
    columns = [
        Column(texts.label(report.table.result.by or GroupBy.STATION), 24),
        *(_figure_column(code) for code in CODES),
    ]
    rows = [[row.name, *(_cell(row, code) for code in CODES)] for row in figure_rows(report.table)]
    return BookSheet(words.translate("figures", "统计明细表"), columns, rows, notes(report))


def items_sheet(report: FiguresReport) -> BookSheet:
    """Return every item with cases, the most frequent first."""
    columns = (
        Column(words.translate("figures", "名次"), 8, Kind.NUMBER),
        Column(words.translate("figures", "上期名次"), 10, Kind.NUMBER),
        Column(words.translate("figures", "事项"), 30),
        Column(words.translate("figures", "件数"), 10, Kind.NUMBER),
        Column(words.translate("figures", "占比"), 12, Kind.PERCENT),
        Column(words.translate("figures", "累计占比"), 12, Kind.PERCENT),
    )
    rows = [_item_row(row) for row in report.items.items]
    return BookSheet(words.translate("figures", "事项排行"), columns, rows, notes(report))


def stations_sheet(report: FiguresReport) -> BookSheet:
    """Return the stations by score; those without a case stand last, without a place."""
    columns = (
        Column(words.translate("figures", "名次"), 8, Kind.NUMBER),
        Column(words.translate("figures", "上期名次"), 10, Kind.NUMBER),
        Column(words.translate("figures", "站所"), 24),
        Column(words.translate("figures", "得分"), 10, Kind.NUMBER),
        Column(words.translate("figures", "件数"), 10, Kind.NUMBER),
        *(Column(texts.indicator_name(code), 14, Kind.PERCENT) for code in RATES),
        Column(words.translate("figures", "黄牌"), 8, Kind.NUMBER),
        Column(words.translate("figures", "红牌"), 8, Kind.NUMBER),
    )
    rows = [_station_row(row, report.fair) for row in report.stations.stations]
    return BookSheet(words.translate("figures", "站所排名"), columns, rows, notes(report))


def trend_sheet(report: FiguresReport) -> BookSheet:
    """Return the trend, a row for each day, week or month."""
    columns = (
        Column(words.translate("figures", "时间"), 30),
        Column(words.translate("figures", "录入"), 10, Kind.NUMBER),
        Column(words.translate("figures", "办结"), 10, Kind.NUMBER),
        Column(words.translate("figures", "去年录入"), 12, Kind.NUMBER),
    )
    rows = [_point_row(point, report) for point in report.trend.points]
    return BookSheet(words.translate("figures", "趋势"), columns, rows, notes(report))


def hours_sheet(report: FiguresReport) -> BookSheet:
    """Return the counts by weekday and hour with their sums."""
    total = words.translate("figures", "合计")
    columns = (
        Column(words.translate("figures", "星期"), 8),
        *(Column(f"{hour:02}", 5, Kind.NUMBER) for hour in range(24)),
        Column(total, 8, Kind.NUMBER),
    )
    counts = report.hours.counts
    sums = [sum(row[hour] for row in counts) for hour in range(24)]
    rows: list[list[Cell]] = [
        [words.day_name(day), *row, sum(row)] for day, row in enumerate(counts)
    ]
    rows.append([total, *sums, sum(sums)])
    return BookSheet(words.translate("figures", "星期与小时"), columns, rows, notes(report))


def _item_row(row: RankedItem) -> list[Cell]:
    name = row.name or words.translate("figures", "未填事项")
    shares = (_part(row.share), _part(row.cumulative_share))
    return [row.rank, row.previous_rank, name, row.count, *shares]


def _station_row(station: RankedStation, fair: bool) -> list[Cell]:
    total = station.score.total
    return [
        station.rank,
        station.previous_rank,
        station.name,
        None if total is None else float(total),
        station.counters.registered,
        *(_value(station.counters, code, fair) for code in RATES),
        station.yellow_cards,
        station.red_cards,
    ]


def _point_row(point: TrendPoint, report: FiguresReport) -> list[Cell]:
    name = words.bucket_name(point, report.trend.by)
    return [name, point.registered, point.closed, point.last_year]


def _figure_column(code: str) -> Column:
    is_count = indicator_table()[code].denominator is None
    return Column(texts.indicator_name(code), 12, Kind.NUMBER if is_count else Kind.PERCENT)


def _cell(row: FigureRow, code: str) -> Cell:
    return _value(row.counters, code, row.fair)


def _value(counters: Counters, code: str, fair: bool) -> Cell:
    """Return a count as it is and a rate as the part of one, or a dash."""
    indicator = indicator_table(fair_is_satisfied=fair)[code]
    if indicator.denominator is None:
        return indicator.numerator(counters)
    return _part(indicator.value(counters))


def _part(percent: str | None) -> Cell:
    return texts.NOTHING if not percent else round(float(percent) / HUNDRED, 6)


def _moved(now: Counters, before: Counters, code: str, fair: bool) -> Cell:
    """Return how an indicator moved: a count in percent, a rate in percentage points."""
    indicator = indicator_table(fair_is_satisfied=fair)[code]
    value, earlier = indicator.value(now), indicator.value(before)
    if indicator.denominator is None:
        return _part(growth(int(value or 0), int(earlier or 0)))
    moved = points(value, earlier)
    if moved is None:
        return texts.NOTHING
    return words.translate("figures", "{points} 个百分点").format(points=f"{float(moved):+.2f}")

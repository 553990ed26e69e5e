"""The figures of a period on paper: what stands on it, and the maker that runs on the worker."""

from __future__ import annotations

from decimal import Decimal

from db.queries.breakdowns import RankedItem, RankedStation
from db.rules.indicators import indicator_table
from desktop import texts
from desktop.documents import figures
from desktop.documents.contents import Bar, Column, Figure, FiguresContents, Table, TrendLine
from desktop.documents.fonts import Fonts
from desktop.documents.preview import page_count
from desktop.exchange.tables import BookSheet, Kind
from desktop.pages import figures_words as words
from desktop.pages.figures_report import FiguresReport
from desktop.pages.figures_sheets import (
    HUNDRED,
    compared_sheet,
    items_sheet,
    notes,
    stations_sheet,
    table_sheet,
)
from desktop.pages.figures_tiles import CODES
from desktop.pages.loose_paper import LoosePaper
from desktop.paper_fonts import paper_fonts

TOP = 10


class FiguresPaperMaker:
    """Makes the paper; called on the worker for documents only, where its fonts are loaded once."""

    def __init__(self) -> None:
        self._fonts: Fonts | None = None

    def make(self, report: FiguresReport) -> LoosePaper:
        """Return the figures as pages."""
        if self._fonts is None:
            self._fonts = paper_fonts()
        contents = figures_contents(report)
        data = figures.build(contents, self._fonts)
        return LoosePaper(
            contents.title,
            contents.notes[0],
            data,
            page_count(data),
            contents=contents,
        )


def figures_contents(report: FiguresReport) -> FiguresContents:
    """Return what stands on the paper."""
    scope = report.scope
    assert scope.cutoff is not None  # said by the queries
    period = words.period_name(report.wanted, scope.cutoff.date())
    return FiguresContents(
        organ=report.street.room_name,
        title=words.translate("figures", "{street}事件统计").format(street=report.street.name),
        period=f"{period}    {texts.label(scope.basis)}",
        as_of=scope.cutoff,
        figures=tuple(_figure(report, code) for code in CODES),
        labels=tuple(words.bucket_label(one, report.trend.by) for one in report.trend.points),
        trend=_lines(report),
        heat=report.hours.counts,
        items=_items(report.items.items[:TOP]),
        stations=_stations(report.stations.stations),
        tables=tuple(
            (sheet.title, _table(sheet))
            for sheet in (
                compared_sheet(report),
                table_sheet(report),
                stations_sheet(report),
                items_sheet(report),
            )
        ),
        notes=notes(report),
    )


def _figure(report: FiguresReport, code: str) -> Figure:
    indicator = indicator_table(fair_is_satisfied=report.fair)[code]
    three = report.overview.compared
    value = indicator.value(three.current)
    shown = texts.rate(value)
    if indicator.denominator is None:
        shown = words.translate("figures", "{n} 件").format(n=words.number(int(value or 0)))
    changes = [
        words.change(code, "", three.current, earlier, fair=report.fair, short=True).words.strip()
        for earlier in (three.previous, three.last_year)
    ]
    return Figure(texts.indicator_name(code), shown, *changes)


def _lines(report: FiguresReport) -> tuple[TrendLine, ...]:
    found = report.trend.points
    before = tuple(point.last_year for point in found)
    came, went, last = (
        words.translate("figures", "录入"),
        words.translate("figures", "办结"),
        words.translate("figures", "去年录入"),
    )
    lines = (
        TrendLine(came, tuple(point.registered for point in found), "main"),
        TrendLine(went, tuple(point.closed for point in found), "second"),
    )
    return (*lines, TrendLine(last, before, "faint")) if any(before) else lines


def _items(rows: tuple[RankedItem, ...]) -> tuple[Bar, ...]:
    most = max((row.count for row in rows), default=1)
    return tuple(
        Bar(
            str(row.rank),
            row.name or words.translate("figures", "未填事项"),
            row.count / most,
            f"{row.count:,}",
            f"{texts.rate(row.share)}  {texts.rate(row.cumulative_share)}",
            float(row.cumulative_share) / HUNDRED,
        )
        for row in rows
    )


def _stations(rows: tuple[RankedStation, ...]) -> tuple[Bar, ...]:
    ranked = [row for row in rows if row.rank is not None][:TOP]
    return tuple(
        Bar(
            str(row.rank),
            row.name,
            float(row.score.total or Decimal(0)) / HUNDRED,
            str(row.score.total),
            words.rank_change(row.rank, row.previous_rank).words,
        )
        for row in ranked
    )


def _table(sheet: BookSheet) -> Table:
    """Return a sheet of the workbook as a printed table."""
    columns = tuple(
        Column(column.title, column.width, "left" if column.kind is Kind.TEXT else "right")
        for column in sheet.columns
    )
    kinds = [column.kind for column in sheet.columns]
    rows = tuple(
        tuple(_printed(value, kind) for value, kind in zip(row, kinds, strict=True))
        for row in sheet.rows
    )
    return Table(columns, rows)


def _printed(value: object, kind: Kind) -> str:
    if value is None:
        return texts.NOTHING
    if isinstance(value, float):
        return f"{value * HUNDRED:.2f}%" if kind is Kind.PERCENT else f"{value:.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value)

"""The page of figures over half a year: each of its questions, and all of them for the paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select

from db.model.case import cases
from db.queries.days import registered_between
from db.queries.statistics import FigureScope, GroupBy, indicators
from db.rules.counters import Basis
from desktop.pages.figures_items import TOP
from desktop.pages.figures_report import figures_report
from desktop.pages.figures_seen import (
    Span,
    Wanted,
    hours_seen,
    items_seen,
    overview,
    stations_seen,
    table_seen,
    trend_seen,
)
from tests.bench.measuring import Measured, timed, within
from tests.bench.street import BenchStreet

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
GOAL = 50.0
"""What roll-ups would reach; without them every case of the period is read."""
BEARABLE = 600.0
HALF = Wanted(Span.OWN, start=FIRST, end=LAST)
HALF_YEAR = FigureScope(FIRST, LAST)
MONTH = FigureScope(date(2026, 6, 1), LAST)
BY_CLOSING = FigureScope(FIRST, LAST, Basis.CLOSED)


def floor(street: BenchStreet) -> tuple[str, float]:
    """Return the floor: every case of the half year is looked at once and told apart by unit."""

    def read() -> Any:
        query = (
            select(cases.c.lead_id, cases.c.state, func.count())
            .where(*registered_between(FIRST, LAST))
            .group_by(cases.c.lead_id, cases.c.state)
        )
        with street.database.reading() as connection:
            return connection.execute(query).all()

    return "one plain count of the half year", timed(read)[0]


def run(street: BenchStreet) -> Iterator[Measured]:
    """Measure what the page of figures asks for."""
    base = floor(street)
    ask = street.story.ask
    for name, work, most in (
        ("half a year by station", lambda: ask(indicators, HALF_YEAR, GroupBy.STATION), GOAL),
        ("one month by station", lambda: ask(indicators, MONTH, GroupBy.STATION), GOAL),
        (
            "half a year by station, by closing",
            lambda: ask(indicators, BY_CLOSING, GroupBy.STATION),
            BEARABLE,
        ),
        (
            "table by item beside the period before",
            lambda: ask(table_seen, HALF, GroupBy.ITEM),
            BEARABLE,
        ),
        ("tiles with both comparisons", lambda: ask(overview, HALF), BEARABLE),
        ("trend by week", lambda: ask(trend_seen, HALF, GroupBy.WEEK), BEARABLE),
        ("weekday and hour", lambda: ask(hours_seen, HALF), GOAL),
        ("items with their former places", lambda: ask(items_seen, HALF, TOP), BEARABLE),
        ("stations with their former places", lambda: ask(stations_seen, HALF), BEARABLE),
        (
            "everything for workbook and paper",
            lambda: ask(figures_report, HALF, GroupBy.STATION),
            2 * BEARABLE,
        ),
    ):
        yield within(f"figures: {name}", work, base, most=most)

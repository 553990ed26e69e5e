"""The ledger: ids, a page of rows at any depth, the tabs, the desk, the panel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from db.model.case import cases
from db.queries.case_detail import case_detail
from db.queries.cases import case_rows, tab_counts
from db.queries.dealing import grouped_ids, listed_ids
from db.queries.desk import desk
from db.queries.page import EVERYTHING, CaseFilter, Order, Tab, case_ids
from db.queries.standings import standings
from db.rules.terms import Urgency
from tests.bench.measuring import Measured, timed, within
from tests.bench.street import BenchStreet

PAGE = 200
MOST = 50.0


def floor(street: BenchStreet) -> tuple[str, float]:
    """Return the floor: a hundred rows of all columns by their key, in the middle of the file."""
    middle = [row for row in street.story.ask(case_ids)][street.size // 2 :][:100]

    def read() -> Any:
        with street.database.reading() as connection:
            return connection.execute(select(cases).where(cases.c.id.in_(middle))).all()

    return "100 rows by key", timed(read)[0]


def run(street: BenchStreet) -> Iterator[Measured]:
    """Measure what a ledger of this size asks for."""
    base = floor(street)
    story = street.story
    everything = list(story.ask(case_ids))
    middle = everything[street.size // 2 :][:PAGE]

    def page(by: str = "operator", order: Order = Order.NEWEST, **wish: Any) -> Any:
        found = story.ask(case_ids, CaseFilter(**wish), order, PAGE, by=by)
        return story.ask(case_rows, found, by=by)

    yield within("ledger: first page, ids and rows", page, base, most=MOST)
    yield within(
        "ledger: a page of rows at half depth",
        lambda: story.ask(case_rows, middle),
        base,
        most=MOST,
    )
    yield within(
        "ledger: first page, deadline first", lambda: page(order=Order.DEADLINE), base, most=MOST
    )
    yield within(
        "ledger: overdue tab, deadline first",
        lambda: page(order=Order.DEADLINE, tab=Tab.OVERDUE),
        base,
        most=MOST,
    )
    yield within("ledger: one platform", lambda: page(platforms=("sc",)), base, most=MOST)
    yield within(
        "ledger: three filters without an index of their own",
        lambda: page(platforms=("sc",), transferred=True, urgencies=(Urgency.URGENT,)),
        base,
        most=MOST,
    )
    yield within("ledger: first page of a station", lambda: page(by="sfs"), base, most=MOST)
    yield within("ledger: all tabs counted", lambda: story.ask(tab_counts), base, most=MOST)
    yield within("desk of the director", lambda: story.ask(desk, by="director"), base, most=100)
    yield within("panel of one case", lambda: story.ask(case_detail, middle[0]), base, most=MOST)
    yield within(
        "ledger: how a hundred chosen cases stand",
        lambda: story.ask(standings, middle[:100]),
        base,
        most=MOST,
    )
    yield within(
        f"ledger: every id sorted by unit ({street.size})",
        lambda: story.ask(listed_ids, EVERYTHING, Order.UNIT),
        base,
        most=400,
    )
    yield within(
        "ledger: groups by unit with their counts, all closed",
        lambda: story.ask(grouped_ids, EVERYTHING, Order.UNIT, (), Order.NEWEST),
        base,
        most=250,
    )
    yield within(
        f"id snapshot of the whole ledger ({street.size})",
        lambda: story.ask(case_ids),
        base,
        most=250,
    )

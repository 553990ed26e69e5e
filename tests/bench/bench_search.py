"""Search: frequent, rare, absent, short, Latin, mixed, numbers, phones, initials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.queries.cases import tab_counts
from db.queries.duplicates import similar_cases
from db.queries.page import CaseFilter, Order, case_ids
from tests.bench.bench_ledger import floor
from tests.bench.measuring import Measured, within
from tests.bench.street import BenchStreet

TERMS = (
    "噪声",
    "楼",
    "路面",
    "消防通道",
    "白蚁",
    "恐龙",
    "LED",
    "36",
    "文三路36号",
    "5幢",
    "装修 龙华路",
    "白蚁 恐龙",
    "YZW2025",
    "1101-0003",
    "138",
    "13800",
    "lljf",
    "ab",
)
PAGE = 200
MOST = 50.0


def run(street: BenchStreet) -> Iterator[Measured]:
    """Measure the newest page of each search, by the room and by a station."""
    base = floor(street)
    story = street.story

    def search(text: str, by: str = "operator", order: Order = Order.NEWEST) -> Any:
        return story.ask(case_ids, CaseFilter(search=text), order, PAGE, by=by)

    for term in TERMS:
        found = len(story.ask(case_ids, CaseFilter(search=term)))
        yield within(f"search {term} ({found})", lambda t=term: search(t), base, most=MOST)
    for term in ("噪声", "恐龙", "138"):
        yield within(
            f"search {term}, by a station", lambda t=term: search(t, "sfs"), base, most=MOST
        )
        yield within(
            f"search {term}, by a leader (masked)",
            lambda t=term: search(t, "leader"),
            base,
            most=MOST,
        )
    yield within(
        "search 噪声, deadline first",
        lambda: search("噪声", order=Order.DEADLINE),
        base,
        most=MOST,
    )
    yield within(
        "search 噪声, tabs counted",
        lambda: story.ask(tab_counts, CaseFilter(search="噪声")),
        base,
        most=MOST,
    )
    yield within(
        "similar cases while registering",
        lambda: story.ask(
            similar_cases,
            content="龙华路36号餐饮油烟直排",
            address="龙华路36号",
            phone="13812345678",
            item_id=story.item("MD02"),
        ),
        base,
        most=MOST,
    )

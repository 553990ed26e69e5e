"""From the first paint to a filled ledger, and the memory after thousands of opened cases."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.bench.fresh import told_by
from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet

ROUNDS = 5
MOST_FILLED_MS = 500.0
MARKS = (100, 500, 1_000, 2_000)
"""How many cases were opened when the memory is read."""
MOST_MB = 300.0
MOST_GROWTH = 1.03
"""From the last but one mark to the last: flat, but for what the allocator rounds up."""
_OPENED = """
told["memory"] = {{0: resident_mb()}}
ids = list(rows.ids())
for nth in range(1, max({marks}) + 1):
    case_id = ids[nth * 7 % len(ids)]
    page.show_case(case_id)
    until(lambda: page.panel().detail() is not None and page.panel().detail().id == case_id)
    if nth in {marks}:
        rest(1_500)
        told["memory"][nth] = resident_mb()
"""


def run(street: BenchStreet, marks: tuple[int, ...] = MARKS) -> Iterator[Measured]:
    """Open the window some times, and once for long."""
    rounds = ROUNDS if marks == MARKS else 1
    found = [told_by("", street.path) for _ in range(rounds)]
    paint = statistics.median(one["painted"][1] * 1000 for one in found)
    for name, since in (
        ("the first paint, over opening and sign-on", "painted"),
        ("the sign-on", "signed_on"),
    ):
        taken = [(one["filled"][0] - one[since][0]) * 1000 for one in found]
        median = statistics.median(taken)
        yield Measured(
            f"a filled ledger after {name}",
            median,
            max(taken),
            paint,
            "from nothing to the first paint, processor time",
            f"≤ {MOST_FILLED_MS:g} ms",
            median <= MOST_FILLED_MS,
        )
    yield from _memory(street, marks)


def _memory(street: BenchStreet, marks: tuple[int, ...]) -> Iterator[Measured]:
    told = told_by(_OPENED.format(marks=marks), street.path)["memory"]
    floor = told["0"]
    for nth, mark in enumerate(marks):
        used = told[str(mark)]
        target, is_met = f"≤ {MOST_MB:g} MB", used <= MOST_MB
        if nth and mark == marks[-1]:
            before = told[str(marks[nth - 1])]
            target = f"≤ {MOST_GROWTH:g} × that after {marks[nth - 1]:,}"
            is_met = used <= before * MOST_GROWTH
        yield Measured(
            f"megabytes in use after {mark:,} opened cases (not ms)",
            used,
            used,
            floor,
            "the filled ledger",
            target,
            is_met,
        )

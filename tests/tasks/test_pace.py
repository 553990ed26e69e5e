"""Speed and time left are told when they are known, and follow the work."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from db.queries.counted import Counted
from db.queries.page import EVERYTHING, CaseFilter, Tab
from db.rules.counters import Basis
from db.rules.terms import CaseState, Level, Source, Urgency
from desktop.tasks.filters import arrived, carried
from desktop.tasks.pace import Pace


def test_nothing_is_concluded_from_a_blink() -> None:
    pace = Pace()
    pace.take(0.0, 0, 100)
    pace.take(0.2, 90, 100)
    assert (pace.per_second(), pace.seconds_left()) == (None, None)


def test_an_even_pace_tells_the_rest() -> None:
    pace = Pace()
    for second in range(6):
        pace.take(float(second), second * 10, 100)
    assert pace.per_second() == pytest.approx(10)
    assert pace.seconds_left() == pytest.approx(5)


def test_a_slower_part_is_judged_by_itself() -> None:
    pace = Pace()
    for second in range(11):
        pace.take(float(second), second * 1000, 100_000)
    for second in range(11, 40):
        pace.take(float(second), 10_000 + (second - 10), 100_000)
    assert pace.per_second() == pytest.approx(1, rel=0.2)


def test_a_new_stage_starts_from_nothing() -> None:
    pace = Pace()
    pace.take(0.0, 0, 100)
    pace.take(5.0, 50, 100)
    pace.begin()
    assert pace.seconds_left() is None


@pytest.mark.parametrize(
    "wanted",
    [
        EVERYTHING,
        CaseFilter(
            tab=Tab.CLOSED,
            states=(CaseState.CLOSED,),
            urgencies=(Urgency.URGENT,),
            levels=(Level.GRID,),
            sources=(Source.GRID_REPORT,),
            registered_from=date(2026, 1, 1),
            unit_ids=(3, 4),
            transferred=False,
            duplicate_of=7,
            ids=(1, 2),
            search="噪声",
        ),
        CaseFilter(
            counted=Counted(
                "closed",
                date(2026, 1, 1),
                date(2026, 2, 1),
                Basis.CLOSED,
                datetime(2026, 2, 2, 8, 0),
                days=(date(2026, 1, 2), date(2026, 1, 3)),
            )
        ),
    ],
)
def test_a_filter_means_the_same_in_the_other_process(wanted: CaseFilter) -> None:
    assert arrived(json.loads(json.dumps(carried(wanted)))) == wanted

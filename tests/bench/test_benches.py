"""The benches work at a small size; their figures are judged by people, not by a timed test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import (
    bench_exchange,
    bench_far,
    bench_import,
    bench_ledger,
    bench_live,
    bench_long_work,
    bench_map,
    bench_million,
    bench_opened,
    bench_paced,
    bench_papers,
    bench_races,
    bench_register,
    bench_search,
    bench_server,
    bench_wall,
)
from tests.bench.measuring import HEADING
from tests.bench.street import BenchStreet, build_street

SMALL = 600


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> BenchStreet:
    """A small street."""
    made = build_street(tmp_path_factory.mktemp("bench") / "bench.db", SMALL)
    yield made
    made.database.close()


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> BenchStreet:
    """A small street in which nobody registers, so that its cases can be multiplied."""
    made = build_street(tmp_path_factory.mktemp("bench") / "untouched.db", SMALL)
    yield made
    made.database.close()


@pytest.mark.bench
@pytest.mark.parametrize(
    "bench",
    [
        bench_ledger,
        bench_search,
        bench_register,
        bench_import,
        bench_map,
        bench_long_work,
        bench_papers,
    ],
)
def test_a_bench_measures_its_work_beside_a_floor(street: BenchStreet, bench: object) -> None:
    measured = list(bench.run(street))  # type: ignore[attr-defined]
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert measured
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_the_wall_is_measured_beside_an_empty_window(street: BenchStreet) -> None:
    measured = list(bench_wall.run(street, seconds=0.4, rounds=3))
    assert len(measured) == 4
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_a_server_is_measured_beside_one_without_policies(street: BenchStreet) -> None:
    measured = list(bench_server.run(street, rounds=3))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_the_desks_of_a_server_are_told_of_every_change(street: BenchStreet) -> None:
    measured = list(bench_live.run(street, desks=6, changes=10))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_a_far_server_is_measured_in_round_trips(street: BenchStreet) -> None:
    measured = list(bench_far.run(street, rounds=2))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    # What waits for the network waits the same on every machine.
    assert [one.is_met for one in measured] == [True, True]


@pytest.mark.bench
def test_desks_that_register_by_the_clock_are_measured_beside_bare_ones(
    street: BenchStreet,
) -> None:
    measured = list(bench_paced.run(street, desks=12, slices=1, slice_s=1.0))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert len(measured) == 2
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_people_who_register_at_once_leave_no_gap_and_double_no_number(
    street: BenchStreet,
) -> None:
    people = bench_races.PEOPLE[:3]
    measured = list(bench_races.run(street, registered=30, beyond=30, people=people))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert [one.is_met for one in measured] == [True, True]


@pytest.mark.bench
def test_a_long_ledger_is_opened_wheeled_jumped_through_and_searched(
    untouched: BenchStreet,
) -> None:
    measured = list(bench_million.run(untouched, size=4 * SMALL))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert len(measured) == 10
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_a_list_goes_out_and_comes_in_beside_the_window(untouched: BenchStreet) -> None:
    measured = list(bench_exchange.run(untouched, rows=4 * SMALL, bad=20))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert len(measured) == 7
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_memory_is_read_after_opened_cases(street: BenchStreet) -> None:
    measured = list(bench_opened.run(street, marks=(5, 10)))
    print(HEADING, *(one.row() for one in measured), sep="\n")
    assert len(measured) == 4
    assert all(one.median > 0 and one.floor > 0 for one in measured)


@pytest.mark.bench
def test_the_results_name_machine_and_versions() -> None:
    text = (Path(__file__).parent / "RESULTS.md").read_text(encoding="utf-8")
    assert "Machine:" in text and "SQLite" in text and "register one case" in text

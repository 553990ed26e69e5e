"""Registering a case (number, step, audit, index, change log) beside a raw durable insert."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from db.commands import execute
from db.commands.intake import RegisterCase
from tests.bench.measuring import Measured, times_floor_in_turn
from tests.bench.street import BenchStreet

ROUNDS = 200


def raw_insert(street: BenchStreet) -> Callable[[], None]:
    """Return the floor: one row into a bare table of the same file, written through to the disk."""
    serial = count(1)
    engine = street.database.engine
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS bench_raw (id INTEGER, t TEXT)")

    def insert() -> None:
        with engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                connection.exec_driver_sql(
                    "INSERT INTO bench_raw VALUES (?, ?)", (next(serial), "噪声扰民" * 20)
                )

    return insert


def run(street: BenchStreet) -> Iterator[Measured]:
    """Measure one registration through the command, as a person's workstation sends it."""
    story = street.story
    facts = story.facts()
    account = story.account("operator")

    yield times_floor_in_turn(
        "register one case",
        lambda: execute(street.database, RegisterCase(facts=facts), by=account, at=story.now),
        ("raw durable insert", raw_insert(street)),
        most=6,
        rounds=ROUNDS,
    )

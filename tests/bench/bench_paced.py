"""Two hundred desks that are signed on register together as often as a busy district does.

Each desk is a connection of a person's own role. Its registrations come by the clock, whether or
not those before them are done, and their time runs from when they were due. Raw durable inserts of
two hundred bare connections come by the same clock, a slice of one beside a slice of the other.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import partial
from itertools import count
from typing import Any

import psycopg

from db.commands import execute
from db.commands.intake import RegisterCase
from db.engine import open_database
from tests.bench.bench_server import SAFE
from tests.bench.measuring import Measured, load
from tests.bench.street import BenchStreet
from tests.server.cluster import Cluster
from tests.story import MONDAY, Story, found_story

DESKS, PER_SECOND = 200, 20
SLICES, SLICE_S = 5, 10.0
"""Of each of the two, by turns."""
MOST_P50, MOST_P99 = 4, 3
PEOPLE = ("operator", "operator2", "shift_lead", "director", "pcs", "sfs", "zzd", "grid")
LATER = MONDAY + timedelta(days=1)

Work = Callable[[], Any]


def run(
    _street: BenchStreet, desks: int = DESKS, slices: int = SLICES, slice_s: float = SLICE_S
) -> Iterator[Measured]:
    """Measure on a server of its own, which writes to the disk."""
    # What is durable in memory costs nothing: the floor would be none.
    cluster = Cluster({**SAFE, "max_connections": str(2 * desks + 20)}, on_disk=True)
    cluster.start()
    try:
        cluster.run("CREATE DATABASE paced")
        found_story(cluster.url("paced")).database.close()
        with _desks(cluster, desks) as registering, _bare(cluster, desks) as inserting:
            yield from _measured(registering, inserting, slices, slice_s)
    finally:
        cluster.stop()


@contextmanager
def _desks(cluster: Cluster, desks: int) -> Iterator[list[Work]]:
    """Sign everybody on; each has registered once, as on any working day."""
    for login in PEOPLE:
        # A person has a few connections; two hundred desks are two hundred people's.
        cluster.run(f"ALTER ROLE cr_{login} CONNECTION LIMIT -1")
    with ExitStack() as stack:
        work: list[Work] = []
        for desk in range(desks):
            login = PEOPLE[desk % len(PEOPLE)]
            database = open_database(cluster.url("paced", f"cr_{login}"), clock=lambda: LATER)
            stack.callback(database.close)
            story = Story(database)
            by, facts = story.account(login), story.facts()

            def register(database: Any = database, by: int = by, facts: Any = facts) -> None:
                execute(database, RegisterCase(facts=facts), by=by)

            register()
            work.append(register)
        yield work


@contextmanager
def _bare(cluster: Cluster, desks: int) -> Iterator[list[Work]]:
    """Connect as often without the program."""
    serial = count(1)
    with ExitStack() as stack:
        connections = [
            stack.enter_context(psycopg.connect(cluster.url("paced"))) for _ in range(desks)
        ]
        with connections[0].transaction():
            connections[0].execute("CREATE TABLE bench_raw (id integer PRIMARY KEY, told text)")

        def insert(raw: psycopg.Connection[Any]) -> None:
            raw.execute("INSERT INTO bench_raw VALUES (%s, %s)", (next(serial), "噪声扰民" * 20))
            raw.commit()

        work: list[Work] = [partial(insert, raw) for raw in connections]
        for one in work:
            one()
        yield work


def _measured(
    registering: list[Work], inserting: list[Work], slices: int, slice_s: float
) -> Iterator[Measured]:
    desks = len(registering)
    taken: list[float] = []
    floors: list[float] = []
    # The desks of a district do not share one program's waste: it is not looked through for all.
    gc.collect()
    gc.freeze()
    try:
        with ThreadPoolExecutor(desks) as hands:
            for nth in range(slices):
                floors += _slice(hands, inserting, slice_s, seed=nth)
                taken += _slice(hands, registering, slice_s, seed=nth)
    finally:
        gc.unfreeze()
    p95 = _hundredth(taken, 95)
    for name, which, most in (("the median", 50, MOST_P50), ("p99", 99, MOST_P99)):
        mine, floor = _hundredth(taken, which), _hundredth(floors, which)
        yield Measured(
            f"server: {desks} desks register {PER_SECOND} a second together, {name} of"
            f" {len(taken)} (load {load()})",
            mine,
            max(mine, p95),
            floor,
            "raw durable inserts by the same clock",
            f"≤ {most} × floor",
            mine <= most * floor,
        )


def _slice(hands: ThreadPoolExecutor, work: list[Work], seconds: float, seed: int) -> list[float]:
    """Begin work of random desks at random moments of a steady rate; return the milliseconds."""
    chance = random.Random(seed)
    due, end = time.perf_counter() + 0.1, time.perf_counter() + 0.1 + seconds
    told: list[Future[float]] = []
    # A desk that is at work is not asked before all others were.
    order = chance.sample(work, len(work))
    while due < end:
        time.sleep(max(0.0, due - time.perf_counter()))
        told.append(hands.submit(_since, due, order[len(told) % len(order)]))
        due += chance.expovariate(PER_SECOND)
    return [one.result() for one in told]


def _since(due: float, work: Work) -> float:
    work()
    return (time.perf_counter() - due) * 1000


def _hundredth(taken: list[float], which: int) -> float:
    return statistics.quantiles(taken, n=100, method="inclusive")[which - 1]

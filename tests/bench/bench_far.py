"""A desk whose server is 300 ms away and back: the first page of the list, and a registration.

The network is the tests' own; what is counted is how many round trips a person waits for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import psycopg

from db.commands import execute
from db.commands.intake import RegisterCase
from db.engine import open_database
from db.queries.door import ask
from tests.bench.bench_server import SAFE, copy_cases, first_page
from tests.bench.measuring import Measured, timed
from tests.bench.street import BenchStreet
from tests.server.cluster import Cluster
from tests.server.proxy import Proxy
from tests.story import MONDAY, Story, found_story

ONE_WAY_S = 0.15
ROUNDS = 12
MOST_MS = 2_000
LATER = MONDAY + timedelta(days=1)


def run(street: BenchStreet, rounds: int = ROUNDS) -> Iterator[Measured]:
    """Measure an operator on a connection that stands, as it does from the sign-on on."""
    cluster = Cluster(SAFE)
    cluster.start()
    proxy = Proxy(cluster.folder)
    proxy.start()
    try:
        cluster.run("CREATE DATABASE far")
        found_story(cluster.url("far")).database.close()
        copy_cases(street, cluster.url("far"))
        proxy.delay = ONE_WAY_S
        yield from _measured(proxy, rounds)
    finally:
        proxy.stop()
        cluster.stop()


def _measured(proxy: Proxy, rounds: int) -> Iterator[Measured]:
    mine = open_database(proxy.url("far", "cr_operator"), clock=lambda: LATER)
    try:
        story = Story(mine)
        facts, by = story.facts(), story.account("operator")
        with psycopg.connect(proxy.url("far"), autocommit=True) as raw:
            trip, _ = timed(partial(raw.execute, "SELECT 1"), rounds)
        for name, work in (
            ("first page", lambda: ask(mine, first_page, by)),
            ("register one case", lambda: execute(mine, RegisterCase(facts=facts), by=by)),
        ):
            median, p95 = timed(work, rounds)
            yield Measured(
                f"server at {2 * ONE_WAY_S * 1000:g} ms: {name}",
                median,
                p95,
                trip,
                "one round trip",
                f"p95 ≤ {MOST_MS} ms",
                p95 <= MOST_MS,
            )
    finally:
        mine.close()

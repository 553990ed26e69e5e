"""Put people, network and faults together, and return what the checker says."""

from __future__ import annotations

import gc
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from db.engine import open_database
from tests.faults.history.checker import faults, read_all
from tests.faults.history.entries import Log, Outcome
from tests.faults.history.nemesis import Nemesis
from tests.faults.history.people import LEADER, ROOM, STATIONS, Board, Person, Street
from tests.server.cluster import FAST, Cluster
from tests.server.proxy import Proxy
from tests.story import MONDAY, Story, found_story

LASTING = {**FAST, "synchronous_commit": "on", "max_connections": "60", "port": "5432"}
"""What is acknowledged outlives the server's processes; the machine itself does not fail here."""
PEOPLE = (*ROOM, *STATIONS, LEADER)


@dataclass(frozen=True)
class Ran:
    """What a run came to."""

    log: Log
    done: Counter[str]
    """Kind of fault → how often."""
    seconds: float
    before: frozenset[str]
    address: str
    addresses: dict[str, str]
    """Station → the address of its person."""

    def wrong(self, address: str = "", addresses: dict[str, str] | None = None) -> list[str]:
        """Return what the checker finds, here or in a copy of the database."""
        held = read_all(address or self.address, addresses or self.addresses)
        return faults(self.log, held, self.before)

    def figures(self) -> str:
        """Return the figures of the run in one line."""
        entries = self.log.entries()
        outcomes = Counter(entry.outcome for entry in entries)
        waits = sorted((entry.completed - entry.invoked) / 1e9 for entry in entries)
        repeated = sum(entry.tries > 1 for entry in entries)
        return (
            f"{outcomes[Outcome.OK]} acknowledged, {outcomes[Outcome.FAIL]} refused,"
            f" {outcomes[Outcome.INFO]} unknown, {repeated} sent again by the person,"
            f" {self.done.total()} faults of {len(self.done)} kinds in {self.seconds:.1f} s;"
            f" wait p50 {waits[len(waits) // 2] * 1000:.0f} ms,"
            f" p99 {waits[len(waits) * 99 // 100]:.2f} s, longest {waits[-1]:.2f} s"
        )


@contextmanager
def founded_cluster(settings: dict[str, str] | None = None) -> Iterator[Cluster]:
    """Start a server of its own with a founded street to be copied."""
    cluster = Cluster(settings or LASTING)
    cluster.start()
    try:
        cluster.run("CREATE DATABASE founded")
        found_story(cluster.url("founded")).database.close()
        yield cluster
    finally:
        cluster.stop()


@contextmanager
def street_on(cluster: Cluster, name: str, template: str = "founded") -> Iterator[str]:
    """Copy a street for one run; return its address."""
    cluster.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    try:
        yield cluster.url(name)
    finally:
        cluster.run(f"DROP DATABASE {name} WITH (FORCE)")


def run(
    cluster: Cluster,
    name: str,
    *,
    commands: int,
    seed: int,
    kind: type[Person] = Person,
    only: Sequence[str] = (),
    pause: float = 0.5,
    most_faults: int = 1 << 30,
    least_faults: int = 0,
) -> Ran:
    """Let everybody work until so many commands were acknowledged and so many faults happened.

    :param only: the kinds of fault; all of them when empty.
    """
    proxy = Proxy(cluster.folder, cluster.port)
    proxy.start()
    began = time.monotonic()
    try:
        street, before = _street(cluster.url(name))
        log, board, ends = Log(), Board(), threading.Event()
        nemesis = Nemesis(cluster, proxy, name, seed)
        if only:
            nemesis.kinds = {one: nemesis.kinds[one] for one in only}
        people = [
            kind(login, proxy.url(name, f"cr_{login}"), street, board, log, ends, seed * 100 + nth)
            for nth, login in enumerate(PEOPLE)
        ]
        with _collected_here(), ThreadPoolExecutor(len(people) + 1) as pool:
            working = [pool.submit(one.run) for one in people]
            raging = pool.submit(nemesis.rage, ends, pause, most_faults)
            while log.acknowledged() < commands or nemesis.done.total() < least_faults:
                if any(one.done() and one.exception() for one in (raging, *working)):
                    break
                time.sleep(0.05)
                gc.collect(0)
            ends.set()
        for one in (raging, *working):
            one.result()
    finally:
        proxy.stop()
    addresses = {login: cluster.url(name, f"cr_{login}") for login in STATIONS}
    seconds = time.monotonic() - began
    return Ran(log, nemesis.done, seconds, before, cluster.url(name), addresses)


@contextmanager
def _collected_here() -> Iterator[None]:
    """Collect garbage in this thread alone (desktop/collecting.py).

    Windows that another test left in a circle must not be taken apart in the thread of a person.
    """
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _street(address: str) -> tuple[Street, frozenset[str]]:
    """Return what everybody knows, and which commands were done before."""
    database = open_database(address, clock=lambda: MONDAY)
    story = Story(database)
    found = Street(
        accounts={login: story.account(login) for login in PEOPLE},
        units={code: story.unit(code) for code in STATIONS.values()},
        item=story.item("MD02"),
        community=story.unit("330303001004"),
    )
    database.close()
    with psycopg.connect(address) as raw:
        rows = raw.execute("SELECT command_id FROM app.command_done").fetchall()
    return found, frozenset(row[0] for row in rows)

"""From the commit of one desk until all the others were told, on a real server."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

import psycopg

from db.engine import open_database
from db.wake import Wake
from desktop.following import Following
from tests.bench.measuring import Measured, load
from tests.bench.street import BenchStreet
from tests.server.cluster import FAST, Cluster
from tests.story import Story, found_story

DESKS, PROCESSES, CHANGES = 50, 5, 60
MOST_P99_MS = 100
PAUSE_S = 0.15
"""Between two changes: a busy office makes fewer."""
_ADD = (
    "INSERT INTO app.change_log (at, kind, object_id, street_id)"
    " SELECT now(), 'case', %s, street_id FROM app.account LIMIT 1"
)


def run(_street: BenchStreet, desks: int = DESKS, changes: int = CHANGES) -> Iterator[Measured]:
    """Measure on a server of its own; the desks live in several processes, as many machines do."""
    # Each desk listens on one connection and reads on another.
    cluster = Cluster({**FAST, "max_connections": str(2 * desks + 20)})
    cluster.start()
    try:
        cluster.run("CREATE DATABASE live")
        found_story(cluster.url("live")).database.close()
        cluster.run("ALTER ROLE cr_operator CONNECTION LIMIT -1")
        yield _measured(cluster, desks, changes)
    finally:
        cluster.stop()


def _measured(cluster: Cluster, desks: int, changes: int) -> Measured:
    # The programs of the desks are started anew: none inherits a connection.
    context = multiprocessing.get_context("spawn")
    rooms = min(PROCESSES, desks)
    committed: list[float] = []
    told: list[list[tuple[int, float]]] = []
    with ExitStack() as stack:
        ends = []
        for room in range(rooms):
            mine, theirs = context.Pipe()
            share = desks // rooms + (room < desks % rooms)
            child = context.Process(
                target=_room, args=(cluster.url("live", "cr_operator"), share, changes, theirs)
            )
            child.start()
            stack.callback(child.join)
            ends.append(mine)
        for end in ends:
            assert end.recv() == "listening"
        floor = _bare_notify(cluster, changes)
        with psycopg.connect(cluster.url("live")) as writer:
            for serial in range(changes):
                writer.execute(_ADD, (serial,))
                writer.commit()
                committed.append(time.monotonic())
                time.sleep(PAUSE_S)
        for end in ends:
            told += end.recv()
    taken = sorted((at - committed[serial]) * 1000 for desk in told for serial, at in desk)
    assert len(taken) == desks * changes, "a desk missed a change or was told one twice"
    p99 = statistics.quantiles(taken, n=100, method="inclusive")[-1]
    return Measured(
        f"{desks} desks are told of a change after its commit (load {load()})",
        statistics.median(taken),
        statistics.quantiles(taken, n=20, method="inclusive")[-1],
        floor,
        "a bare NOTIFY heard",
        f"p99 ≤ {MOST_P99_MS} ms ({p99:.1f})",
        p99 <= MOST_P99_MS,
    )


def _bare_notify(cluster: Cluster, rounds: int) -> float:
    """Return the median of a bare NOTIFY until a bare listener has it."""
    taken = []
    with (
        psycopg.connect(cluster.url("live"), autocommit=True) as ear,
        psycopg.connect(cluster.url("live"), autocommit=True) as mouth,
    ):
        ear.execute("LISTEN bench")
        for _ in range(rounds):
            mouth.execute("NOTIFY bench")
            start = time.monotonic()
            next(ear.notifies(timeout=5))
            taken.append((time.monotonic() - start) * 1000)
    return max(statistics.median(taken), 0.001)


def _room(address: str, desks: int, changes: int, end: Connection[Any, Any]) -> None:
    """Be some desks until each was told all changes, then tell when it was."""
    databases = [open_database(address) for _ in range(desks)]
    street_id = Story(databases[0], address).street_id()
    woken: SimpleQueue[tuple[int, Wake]] = SimpleQueue()
    following = [Following(database, street_id) for database in databases]
    told: list[list[tuple[int, float]]] = [[] for _ in range(desks)]
    for follows in following:
        follows.look()
    listening = [
        database.listen(lambda wake, desk=desk: woken.put((desk, wake)))
        for desk, database in enumerate(databases)
    ]
    deaf = desks
    while deaf:
        deaf -= woken.get()[1].why == "listening"
    end.send("listening")
    while any(len(heard) < changes for heard in told):
        desk, _ = woken.get()
        heard = following[desk].look().changes
        now = time.monotonic()
        told[desk] += [(change.object_id, now) for change in heard]
    end.send(told)
    for one in listening:
        assert one is not None and one.close()
    for database in databases:
        database.close()

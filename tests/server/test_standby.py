"""The first server dies in the middle of the work: the standby goes on, nothing is lost (F15)."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlalchemy import select

from db.commands import execute
from db.commands.intake import RegisterCase
from db.engine import open_database
from db.errors import DatabaseAway
from db.model.case import cases
from db.verify import verify
from tests.server.cluster import FAST, Cluster, Standby
from tests.server.numbering_race import NUMBER_BEGINS_AT
from tests.story import MONDAY, Story, found_story

SYNCHRONOUS = {**FAST, "synchronous_commit": "on", "max_connections": "30"}
"""A change is acknowledged when the standby has it too."""
PEOPLE, BEFORE, AFTER = 3, 8, 3
MOST_SECONDS = 30.0


@pytest.fixture
def servers() -> Iterator[tuple[Cluster, Standby]]:
    """A server with a street and its standby, which every change waits for."""
    first, standby = Cluster(SYNCHRONOUS), Standby(SYNCHRONOUS)
    first.start()
    try:
        first.run("CREATE DATABASE street")
        found_story(first.url("street")).database.close()
        standby.follow(first)
        first.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
        first.run("SELECT pg_reload_conf()")
        yield first, standby
    finally:
        first.stop()
        standby.stop()


def test_when_the_first_server_dies_the_standby_has_all_and_work_goes_on(
    servers: tuple[Cluster, Standby],
) -> None:
    first, standby = servers
    hosts = "&".join(f"host={one.folder}:{one.port}" for one in servers)
    address = f"postgresql://postgres@/street?{hosts}&target_session_attrs=read-write"
    told: list[tuple[str, float]] = []
    died, over = threading.Event(), threading.Event()

    def register(_which: int) -> None:
        """Register at a desk that knows both servers; what got no answer is sent again."""
        database = open_database(address, clock=lambda: MONDAY)
        story, done_after = Story(database, address), 0
        by, facts = story.account("operator"), story.facts()
        command = RegisterCase(facts=facts)
        while done_after < AFTER and not over.is_set():
            with suppress(DatabaseAway):
                answer = execute(database, command, by=by)
                told.append((answer["number"], time.monotonic()))
                done_after += died.is_set()
                command = RegisterCase(facts=facts)
        database.close()

    with ThreadPoolExecutor(PEOPLE) as people:
        working = [people.submit(register, which) for which in range(PEOPLE)]
        while len(told) < BEFORE and not any(one.done() for one in working):
            died.wait(0.01)
        first.kill()
        began = time.monotonic()
        standby.take_over()
        died.set()
        timer = threading.Timer(MOST_SECONDS, over.set)
        timer.start()
        for one in working:
            one.result()
        timer.cancel()

    waited = min(at for _, at in told if at > began) - began
    print(f"{len(told)} acknowledged, the next one {waited:.1f} s after the first server died")
    assert not over.is_set(), f"only {len(told)} within {MOST_SECONDS} s"
    database = open_database(standby.url("street"), clock=lambda: MONDAY)
    with database.reading() as connection:
        held = sorted(connection.execute(select(cases.c.number)).scalars())
    assert held == sorted(number for number, _ in told)
    assert [int(one[NUMBER_BEGINS_AT:]) for one in held] == list(range(1, len(held) + 1))
    assert verify(database) == []
    database.close()

"""Many write at once: every number once and without a gap, one winner, one unbroken chain."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import psycopg
import pytest
from sqlalchemy import select

from db.commands import batch, execute
from db.commands.flow import SignForCase
from db.commands.intake import RegisterCase
from db.engine import open_database
from db.errors import Conflict, RecordError
from db.model.case import cases
from db.verify import verify
from tests.server.cluster import Cluster
from tests.story import MONDAY, Story

WORKERS = 6
EACH = 15


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """Let everyone begin at the same moment and return what each came to."""
    start = Barrier(WORKERS)

    def begin(number: int) -> Any:
        start.wait(30)
        return work(number)

    with ThreadPoolExecutor(WORKERS) as people:
        return list(people.map(begin, range(WORKERS)))


def test_numbers_taken_at_once_have_no_gap_and_no_double(story: Story) -> None:
    operators = [story.account("operator"), story.account("operator2")]
    facts = story.facts()

    def register(number: int) -> int:
        """Register from a workstation of its own; every tenth is taken back by an error."""
        database = open_database(story.address, clock=lambda: MONDAY)
        try:
            by = operators[number % 2]
            for index in range(EACH):
                if index % 5 == 4:
                    _break_off(database, by, facts)
                execute(database, RegisterCase(facts=facts), by=by)
        finally:
            database.close()
        return EACH

    assert sum(at_once(register)) == WORKERS * EACH
    with story.database.reading() as connection:
        numbers = sorted(connection.execute(select(cases.c.number)).scalars())
    serials = [int(number[-4:]) for number in numbers]
    assert serials == list(range(1, WORKERS * EACH + 1))
    assert verify(story.database) == []


@pytest.mark.parametrize("last", [0, 1])
def test_the_counters_of_a_registration_are_locked_in_one_order(
    story: Story, cluster: Cluster, last: int
) -> None:
    """In whatever order they lie in the table: who waits for the first does not hold the second."""
    story.registered()
    with (
        psycopg.connect(cluster.url("street"), autocommit=True) as raw,
        ThreadPoolExecutor(1) as other,
    ):
        raw.execute("SET session_replication_role = replica; SET search_path = app")
        both = raw.execute(
            "SELECT kind, name FROM counter WHERE kind = 'id' OR name LIKE '%20261116'"
            " ORDER BY kind <> 'id'"
        ).fetchall()
        assert len(both) == 2
        lock = "SELECT 1 FROM counter WHERE (kind, name) = (%s, %s) FOR UPDATE NOWAIT"
        raw.execute("UPDATE counter SET last = last WHERE (kind, name) = (%s, %s)", both[last])
        with raw.transaction():
            raw.execute(lock, both[0])
            told = other.submit(story.registered)
            wait_for_a_lock(raw)
            raw.execute(lock, both[1])
        assert told.result(30) > 0


def wait_for_a_lock(raw: psycopg.Connection[Any]) -> None:
    """Wait until another session waits for what this one holds."""
    for _ in range(1000):
        found = raw.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted"
            " AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
        ).fetchone()
        if found != (0,):
            return
        raw.execute("SELECT pg_sleep(0.01)")
    raise AssertionError("nobody waits")


def _break_off(database: Any, by: int, facts: Any) -> None:
    """Register in a transaction that is rolled back at its end."""

    class Broken(Exception):
        """The end of the transaction."""

    try:
        with batch(database, by=by) as together:
            together.execute(RegisterCase(facts=facts), by=by)
            raise Broken
    except Broken:
        return


def test_one_of_many_signs_for_a_case_and_the_others_are_told_by_whom(story: Story) -> None:
    case_id = story.assigned("SFS")
    version = story.column(case_id, "version")
    by = [story.account("sfs"), story.account("sfs_head")]

    def sign(number: int) -> str:
        database = open_database(story.address, clock=lambda: MONDAY)
        try:
            execute(database, SignForCase(case_id=case_id, version=version), by=by[number % 2])
        except Conflict as late:
            return str(late.facts["since"][-1]["kind"])
        except RecordError as error:
            return error.code
        finally:
            database.close()
        return "won"

    assert sorted(at_once(sign)) == sorted(["won", *["sign_for"] * (WORKERS - 1)])
    assert verify(story.database) == []

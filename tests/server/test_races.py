"""Many write at once: every number once and without a gap, one winner, one unbroken chain."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from db.commands import execute
from db.commands.flow import SignForCase
from db.engine import open_database
from db.errors import Conflict, RecordError
from db.queries.cases import case_id_of, case_rows
from db.queries.page import case_ids
from db.verify import verify
from tests.server.cluster import Cluster
from tests.server.numbering_race import at_once, is_whole, race
from tests.story import MONDAY, Story

WORKERS = 6
EACH = 15
LAST_OF_FOUR_DIGITS = 9_999


def test_numbers_taken_at_once_have_no_gap_and_no_double(story: Story) -> None:
    """The race over ten thousand numbers is part of the stage ``history``."""
    serials = race(story, WORKERS, EACH, in_vain=5)
    assert len(serials) == WORKERS * EACH and is_whole(serials)
    assert verify(story.database) == []


def test_numbers_taken_at_once_go_on_beyond_four_digits(story: Story, cluster: Cluster) -> None:
    first = story.registered()
    with psycopg.connect(cluster.url("street"), autocommit=True) as raw:
        raw.execute("SET session_replication_role = replica; SET search_path = app")
        raw.execute("DELETE FROM case_step; DELETE FROM cases")
        raw.execute(
            "UPDATE counter SET last = %s WHERE kind = 'case' AND name LIKE '%%20261116'",
            (LAST_OF_FOUR_DIGITS - 6,),
        )
    serials = race(story, WORKERS, 3, in_vain=3)
    assert len(serials) == WORKERS * 3 and is_whole(serials, LAST_OF_FOUR_DIGITS - 5)
    assert serials[0] < LAST_OF_FOUR_DIGITS < serials[-1]
    newest = story.ask(case_rows, story.ask(case_ids))
    assert first not in newest
    told = [row.number for row in newest.values()]
    assert story.ask(case_id_of, told[0]) in newest


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

    assert sorted(at_once(WORKERS, sign)) == sorted(["won", *["sign_for"] * (WORKERS - 1)])
    assert verify(story.database) == []

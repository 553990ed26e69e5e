"""A checker that never failed proves nothing: each sabotage breaks its invariant."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from tests.faults.history.people import CarelessPerson, HastyPerson, NaivePerson, Person
from tests.faults.history.running import Ran, founded_cluster, run, street_on
from tests.server.cluster import FAST, Cluster

pytestmark = pytest.mark.bench

TAMPERED = {
    "I1": "DELETE FROM command_done WHERE command_id = (SELECT command_id FROM command_done"
    " WHERE command = 'RegisterCase' LIMIT 1)",
    "I4": "INSERT INTO command_done SELECT 'unheard', command, actor_id, at, result"
    " FROM command_done WHERE command = 'AcceptCase' LIMIT 1",
    "I5": "UPDATE case_step SET version = version + 1 WHERE id = (SELECT max(id) FROM case_step)",
    "I6": "UPDATE case_step SET role = 'auditor' WHERE kind = 'accept'",
    "I7": "UPDATE cases SET state = 80 WHERE id = (SELECT max(id) FROM cases)",
    "I8": "UPDATE case_step SET actor_id = (SELECT id FROM account WHERE login = 'auditor')"
    " WHERE kind = 'accept'",
    "I10": "UPDATE audit SET actor_id = (SELECT id FROM account WHERE login = 'auditor')"
    " WHERE seq = (SELECT max(seq) FROM audit)",
    "I11": "UPDATE cases SET number = number || '7' WHERE id = (SELECT max(id) FROM cases)",
    "I12": "ALTER TABLE cases DISABLE ROW LEVEL SECURITY",
}
"""Invariant → what somebody with all rights does behind the program's back."""


@pytest.fixture(scope="module")
def ran(cluster: Cluster) -> Iterator[Ran]:
    """A run in which nothing is wrong."""
    with street_on(cluster, "history"):
        found = run(cluster, "history", commands=60, seed=2, only=("network cut",), most_faults=1)
        assert found.wrong() == []
        yield found


@pytest.mark.parametrize("invariant", TAMPERED)
def test_what_was_tampered_with_is_found(cluster: Cluster, ran: Ran, invariant: str) -> None:
    with street_on(cluster, "tampered", template="history") as address:
        with psycopg.connect(address, autocommit=True) as raw:
            raw.execute("SET search_path = app")
            raw.execute("SET session_replication_role = replica")
            raw.execute(TAMPERED[invariant].encode())
        theirs = {login: cluster.url("tampered", f"cr_{login}") for login in ran.addresses}
        assert invariant in broken(ran.wrong(address, theirs))


@pytest.mark.parametrize(
    ("kind", "fault", "invariant"),
    [
        (NaivePerson, "answers swallowed", "I1"),
        (HastyPerson, "network cut", "I1"),
        (CarelessPerson, "network cut", "I8"),
    ],
)
def test_a_program_that_is_careless_is_found(
    cluster: Cluster,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[Person],
    fault: str,
    invariant: str,
) -> None:
    # The door would mend by itself what these people do wrong.
    monkeypatch.setattr("db.again.PAUSES", ())
    with street_on(cluster, "careless"):
        ran = run(
            cluster, "careless", commands=120, seed=3, kind=kind, only=(fault,), least_faults=3,
            most_faults=3, pause=0.3,
        )  # fmt: skip
        assert invariant in broken(ran.wrong())


def test_a_server_that_acknowledges_before_it_has_written_is_found() -> None:
    settings = {**FAST, "synchronous_commit": "off", "wal_writer_delay": "10000ms"}
    with founded_cluster(settings) as cluster, street_on(cluster, "hasty"):
        ran = run(
            cluster, "hasty", commands=150, seed=4, only=("server killed",), least_faults=1,
            most_faults=1, pause=1.5,
        )  # fmt: skip
        assert "I1" in broken(ran.wrong())


def broken(wrong: list[str]) -> set[str]:
    """Return the invariants that were found broken."""
    return {words.split(":")[0] for words in wrong}

"""What needs no answer goes out with what follows it: few trips, and no refusal is missed."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, func, insert, select, text

from db.commands import Command, batch, execute
from db.commands.flow import AssignCase
from db.commands.intake import RegisterCase
from db.engine import Database, open_database
from db.errors import RecordError, RuleError
from db.model.audit import change_log
from db.model.case import cases
from db.queries.cases import case_rows
from db.queries.door import Reader, ask
from db.queries.page import EVERYTHING, case_ids
from db.rules.terms import Satisfaction
from db.ways import ONLY_WRITES
from tests.server.cluster import Cluster
from tests.server.trips import trips
from tests.story import MONDAY, Story

MOST = 4

# Without a moment, which a row of the log must have.
_BAD = insert(change_log).inline().execution_options(**ONLY_WRITES)
_GOOD = text(
    "INSERT INTO change_log (at, kind, object_id, street_id)"
    " SELECT now(), 'case', 7, min(id) FROM street"
).execution_options(**ONLY_WRITES)


def test_what_is_done_all_day_waits_four_times_at_most(story: Story, cluster: Cluster) -> None:
    """Counted on new connections, where nothing is kept from before but the reference."""
    waits: dict[str, int] = {}
    with ExitStack() as desks:

        @cache
        def desk_of(login: str) -> Database:
            address = cluster.url("street", f"cr_{login}")
            made = open_database(address, clock=lambda: MONDAY)
            desks.callback(made.close)
            return made

        def do(command: Command, *, by: str = "operator", at: object = None) -> dict[str, Any]:
            desk, account, answer = desk_of(by), story.account(by), {}
            waits["a page"] = trips(desk, lambda: ask(desk, _page, account))
            name = type(command).__name__
            waits[name] = trips(desk, lambda: answer.update(execute(desk, command, by=account)))
            return answer

        story.do = do  # type: ignore[method-assign]
        for _ in range(2):
            # The second time each desk knows the units and items that it meets.
            case_id = story.signed()
            story.report(case_id)
            story.verify(case_id)
            story.call_back(case_id, Satisfaction.SATISFIED)
            story.give_back(story.assigned())
            sent_back = story.signed()
            story.report(sent_back)
            story.send_back(sent_back)
    assert {name: count for name, count in waits.items() if count > MOST} == {}
    assert set(waits) == {
        *("RegisterCase", "AcceptCase", "AssignCase", "SignForCase", "ReportCase", "VerifyCase"),
        *("CallBackCase", "ReturnCase", "SendBackCase", "a page"),
    }


def _page(reader: Reader) -> int:
    return len(case_rows(reader, case_ids(reader, EVERYTHING, limit=100)))


@pytest.mark.parametrize(
    "follows",
    [
        lambda connection: connection.execute(select(func.count()).select_from(cases)),
        lambda connection: connection.execute(_GOOD),
        lambda connection: None,
        lambda connection: _streamed(connection),
    ],
    ids=["a question", "another write", "the commit", "a cursor of the server's"],
)
def test_what_is_refused_is_told_at_what_follows(
    story: Story, follows: Callable[[Connection], Any]
) -> None:
    before = _changes(story.database)
    with pytest.raises(RecordError) as told, story.database.writing(None) as connection:
        connection.execute(_GOOD)
        connection.execute(_BAD, {"at": None, "kind": "case", "object_id": 1, "street_id": 1})
        follows(connection)
    assert told.value.code == "not_consistent"
    assert _changes(story.database) == before
    # The connection is fit for work again.
    with story.database.writing(None) as connection:
        connection.execute(_GOOD)
    assert _changes(story.database) == before + 1


def _streamed(connection: Connection) -> None:
    query = select(cases.c.id).execution_options(stream_results=True)
    list(connection.execute(query))


def test_what_was_kept_is_there_for_what_follows(story: Story) -> None:
    """A question of the same transaction sees what was written before it, however it is asked."""
    with story.database.writing(None) as connection:
        raw: Any = connection.connection.driver_connection
        query = "SELECT count(*) FROM change_log WHERE object_id = 7"
        connection.execute(_GOOD)
        assert raw.execute(query).fetchone() == (1,)
        connection.execute(_GOOD)
        with raw.cursor(name="served") as served:
            served.execute(query)
            assert served.fetchone() == (2,)
        connection.execute(_GOOD)
        with raw.cursor().copy("COPY (SELECT object_id FROM change_log) TO STDOUT") as rows:
            assert len(list(rows)) == 3
        connection.execute(_GOOD)
        raw.cursor().executemany("SELECT set_config('app.seen', %s::text, true)", [("a",), ("b",)])
        assert raw.execute(query).fetchone() == (4,)


def test_what_is_rolled_back_is_never_sent(story: Story) -> None:
    before = _changes(story.database)
    with pytest.raises(RuleError), story.database.writing(None) as connection:
        connection.execute(_GOOD)
        raise RuleError("nothing_changed")
    with story.database.writing(None) as connection:
        connection.execute(_GOOD)
    assert _changes(story.database) == before + 1


def test_a_refused_command_of_many_leaves_the_others(story: Story) -> None:
    """A savepoint that is taken back takes back what was not sent yet, and nothing else."""
    by, facts = story.account("operator"), story.facts()
    with batch(story.database, by=by) as many:
        first = many.execute(RegisterCase(facts=facts), by=by)
        with pytest.raises(RuleError):
            # The first step is written before the second is refused.
            many.execute(AssignCase(case_id=first["case_id"], lead_id=story.unit("SFS")), by=by)
        last = many.execute(RegisterCase(facts=facts), by=by)
    with story.database.reading() as connection:
        found = connection.execute(select(cases.c.id).order_by(cases.c.id)).scalars().all()
    assert found == [first["case_id"], last["case_id"]]


def test_a_connection_that_dies_with_something_kept_is_told(story: Story) -> None:
    with pytest.raises(RecordError) as told, story.database.writing(None) as connection:
        pid = connection.execute(select(func.pg_backend_pid())).scalar_one()
        connection.execute(_GOOD)
        with psycopg.connect(story.address, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
    assert told.value.code == "server_lost"
    assert _changes(story.database) >= 0


def test_a_cursor_of_a_server_that_is_gone_is_not_left_open(story: Story) -> None:
    """Who reads a long list when the server goes is told; nothing complains behind him."""
    with pytest.raises(RecordError) as told, story.database.reading() as connection:
        pid = connection.execute(select(func.pg_backend_pid())).scalar_one()
        with psycopg.connect(story.address, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
        _streamed(connection)
    assert told.value.code == "server_lost"
    del connection
    # What was left open would say so now, and a test in which something does so fails.
    gc.collect()


def _changes(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(change_log)).scalar_one())

"""Answers that never arrive: what was done is found again, and nothing is done twice."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psycopg
import pytest

from db.commands import execute
from db.commands.flow import SignForCase
from db.commands.intake import RegisterCase
from db.engine import Database, open_database
from db.errors import DatabaseAway, TryAgain
from db.migrations.runner import SCHEMA_EPOCH
from db.queries.door import ask
from db.queries.page import EVERYTHING, case_count
from db.server import patience
from db.verify import verify
from desktop.errors import sentence
from tests.server.cluster import Cluster
from tests.server.proxy import Proxy
from tests.story import MONDAY, Story


@pytest.fixture
def far(story: Story, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The story's street, seen through the network."""
    monkeypatch.setitem(patience.TCP, "connect_timeout", 2)
    database = open_database(proxy.url("street"), clock=lambda: MONDAY)
    # Later measurements begin with a connection that stands.
    ask(database, case_count, story.account("operator"), EVERYTHING, bound=None)
    yield database
    database.close()


def count(story: Story) -> int:
    """Return how many cases there are, asked on the short way."""
    return int(story.ask(case_count, EVERYTHING, bound=None))


@pytest.mark.parametrize("nth", range(1, 13))
def test_a_case_whose_answer_was_swallowed_is_there_once_with_the_number_told(
    story: Story, far: Database, proxy: Proxy, nth: int
) -> None:
    operator, facts = story.account("operator"), story.facts()
    proxy.swallow_after = nth
    told = execute(far, RegisterCase(facts=facts), by=operator)
    was_swallowed = proxy.swallowed
    proxy.swallow_after = 0
    assert count(story) == 1
    assert story.column(told["case_id"], "number") == told["number"]
    # The last of these come after the last answer: the loss is real for the others.
    assert was_swallowed == 1 or nth > 8


def test_a_step_whose_answer_was_swallowed_is_taken_once(
    story: Story, far: Database, proxy: Proxy
) -> None:
    case = story.assigned("SFS")
    version = story.column(case, "version")
    command = SignForCase(case_id=case, version=version)
    lost = 0
    for nth in range(1, 20):
        proxy.swallow_after = nth
        execute(far, command, by=story.account("sfs"))
        lost += proxy.swallowed
        proxy.swallowed = proxy.swallow_after = 0
    assert lost > 3
    assert story.column(case, "version") == version + 1
    assert verify(story.database) == []


def test_a_broken_connection_is_made_anew_without_a_word(
    story: Story, far: Database, proxy: Proxy, cluster: Cluster
) -> None:
    operator, facts = story.account("operator"), story.facts()
    proxy.cut_once()
    execute(far, RegisterCase(facts=facts), by=operator)
    cluster.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'street'")
    execute(far, RegisterCase(facts=facts), by=operator)
    assert ask(far, case_count, operator, EVERYTHING, bound=None) == 2


def test_a_server_that_is_gone_is_told_within_two_seconds_and_found_again(
    story: Story, far: Database, proxy: Proxy
) -> None:
    operator, command = story.account("operator"), RegisterCase(facts=story.facts())
    proxy.cut()
    began = time.monotonic()
    with pytest.raises(TryAgain) as caught:
        execute(far, command, by=operator)
    assert time.monotonic() - began < 2
    assert caught.value.code == "server_lost" and "自动重连" in sentence(caught.value)
    proxy.mend()
    execute(far, command, by=operator)
    execute(far, command, by=operator)
    assert count(story) == 1


def test_a_network_that_takes_everything_and_answers_nothing_is_given_up(
    story: Story, far: Database, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator, command = story.account("operator"), RegisterCase(facts=story.facts())
    monkeypatch.setattr("db.server.ways.WRITING_SECONDS", 0.3)
    monkeypatch.setattr("db.again.LONGEST_SECONDS", 0.2)
    proxy.held = True
    began = time.monotonic()
    with pytest.raises(TryAgain, match="server_lost"):
        execute(far, command, by=operator)
    # One silence, and one more attempt that is not even let in (libpq waits two seconds at least).
    assert time.monotonic() - began < 8
    proxy.cut_once()
    proxy.mend()
    execute(far, command, by=operator)
    assert count(story) == 1


def test_a_command_sent_again_while_its_first_sending_still_waits_is_done_once(
    story: Story, far: Database, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator, command = story.account("operator"), RegisterCase(facts=story.facts())
    story.registered()
    monkeypatch.setattr("db.server.ways.WRITING_SECONDS", 0.3)
    with psycopg.connect(cluster.url("street")) as other:
        # Both sendings want a number, and wait behind this one.
        other.execute("SET search_path = app")
        other.execute("SELECT * FROM counter FOR UPDATE")
        with pytest.raises(TryAgain):
            execute(far, command, by=operator)
    monkeypatch.setattr("db.server.ways.WRITING_SECONDS", patience.WRITING_SECONDS)
    told = execute(far, command, by=operator)
    assert count(story) == 2
    assert execute(far, command, by=operator) == told


def test_a_program_left_open_during_an_upgrade_reads_and_writes_nothing_more(
    story: Story, far: Database, cluster: Cluster
) -> None:
    operator, facts = story.account("operator"), story.facts()
    with psycopg.connect(cluster.url("street"), autocommit=True) as owner:
        owner.execute(f"UPDATE app.app_meta SET schema_epoch = {SCHEMA_EPOCH + 1}".encode())
    for call in (
        lambda: execute(far, RegisterCase(facts=facts), by=operator),
        lambda: ask(far, case_count, operator, EVERYTHING, bound=None),
    ):
        with pytest.raises(DatabaseAway) as caught:
            call()
        assert caught.value.code == "program_too_old" and "新版本" in sentence(caught.value)
    with psycopg.connect(cluster.url("street")) as owner:
        assert owner.execute("SELECT count(*) FROM app.cases").fetchone() == (0,)

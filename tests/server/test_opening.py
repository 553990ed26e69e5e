"""Opening a server: what stands in the way is told, and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from db.engine import open_database
from db.errors import NotAllowed, OpeningError
from db.migrations.runner import SCHEMA_EPOCH
from db.queries.page import EVERYTHING, case_count
from desktop.cli.desk import account_of
from desktop.errors import sentence
from desktop.opening import backup_file
from tests.server.cluster import Cluster
from tests.story import MONDAY, Story


@pytest.fixture
def empty(cluster: Cluster) -> Iterator[str]:
    """Return the address of a database with nothing in it."""
    cluster.run("CREATE DATABASE empty")
    yield cluster.url("empty")
    cluster.run("DROP DATABASE empty WITH (FORCE)")


def refused(address: str) -> OpeningError:
    """Return what stands in the way of an address."""
    with pytest.raises(OpeningError) as caught:
        open_database(address, clock=lambda: MONDAY)
    assert sentence(caught.value).endswith("。") and "{" not in sentence(caught.value)
    return caught.value


def change(cluster: Cluster, statement: str) -> None:
    """Run a statement of the owner in the street's database."""
    with psycopg.connect(cluster.url("street"), autocommit=True) as raw:
        raw.execute("SET search_path = app")
        raw.execute(statement.encode())


def test_an_address_that_is_none_is_told() -> None:
    assert refused("postgresql://a:b@c:port/d").code == "server_address"


def test_a_server_that_does_not_answer_is_told_without_its_password() -> None:
    error = refused("postgresql://cr_operator:geheim@127.0.0.1:1/street")
    assert error.code == "server_away"
    assert "geheim" not in sentence(error) and "geheim" not in str(error)


def test_a_database_without_our_record_is_left_alone(empty: str) -> None:
    assert refused(empty).code == "server_empty"
    with psycopg.connect(empty) as raw:
        found = raw.execute("SELECT count(*) FROM pg_namespace WHERE nspname = 'app'").fetchone()
        assert found == (0,)


def test_a_record_of_a_newer_program_is_refused(story: Story, cluster: Cluster) -> None:
    change(cluster, f"UPDATE app_meta SET schema_epoch = {SCHEMA_EPOCH + 1}")
    assert refused(story.address).code == "server_newer"
    change(cluster, f"UPDATE app_meta SET schema_epoch = {SCHEMA_EPOCH}")
    change(cluster, "UPDATE alembic_version SET version_num = '9999'")
    assert refused(story.address).code == "server_newer"


def test_other_rules_are_made_anew_by_the_owner_and_by_nobody_else(
    story: Story, cluster: Cluster
) -> None:
    change(cluster, "DROP TRIGGER rule_cases_update ON cases")
    change(cluster, "UPDATE app_meta SET rules_hash = 'other'")
    person = cluster.url("street", "cr_operator")
    change(cluster, "GRANT CONNECT ON DATABASE street TO cr_operator")
    assert refused(person).code == "server_older"
    open_database(story.address).close()
    with psycopg.connect(story.address) as raw:
        count = "SELECT count(*) FROM pg_trigger WHERE tgname = 'rule_cases_update'"
        assert raw.execute(count).fetchone() == (1,)


def test_a_role_without_any_right_is_told_so(story: Story, cluster: Cluster) -> None:
    cluster.run("CREATE ROLE stranger LOGIN")
    try:
        assert refused(cluster.url("street", "stranger")).code == "server_refused"
    finally:
        cluster.run("DROP ROLE stranger")


def test_the_command_line_speaks_for_who_signed_on(story: Story, cluster: Cluster) -> None:
    mine = open_database(cluster.url("street", "cr_operator"), clock=lambda: MONDAY)
    try:
        assert account_of(mine, None) == (story.account("operator"), "operator")
        with pytest.raises(OpeningError, match="server_for_file_only"):
            backup_file(mine, Path("copy.db"))
    finally:
        mine.close()


def test_a_person_reads_and_writes_as_himself_and_as_nobody_else(
    story: Story, cluster: Cluster
) -> None:
    mine = open_database(cluster.url("street", "cr_operator"), clock=lambda: MONDAY)
    person = Story(mine)
    try:
        assert person.registered(by="operator") > 0
        assert person.ask(case_count, EVERYTHING, bound=None) == 1
        with pytest.raises(NotAllowed, match="account_of_another"):
            person.registered(by="operator2")
        with pytest.raises(NotAllowed, match="account_of_another"):
            person.ask(case_count, EVERYTHING, bound=None, by="director")
        assert person.ask(case_count, EVERYTHING, bound=None) == 1
    finally:
        mine.close()

"""What a person may not do the server refuses, whoever wrote the program that asks for it."""

from __future__ import annotations

import psycopg
import pytest

from tests.server.cluster import Cluster
from tests.story import Story

REFUSED = {
    "a case moved without a step": "UPDATE cases SET state = 70, closed_at = now()",
    "a case touched in the column that is lent for locking": "UPDATE cases SET id = id + 1",
    "a case changed through its own lock": "UPDATE cases SET id = id",
    "a case deleted": "DELETE FROM cases",
    "a step changed": "UPDATE case_step SET note = '改'",
    "a step deleted": "DELETE FROM case_step",
    "a rule added": "INSERT INTO step_rule (kind, from_state, to_state, role)"
    " VALUES ('verify', 40, 70, 'handler')",
    "the rules emptied": "DELETE FROM step_rule",
    "the audit changed": "UPDATE audit SET command = 'x'",
    "the audit emptied": "TRUNCATE audit",
    "the head of the chain set back": "UPDATE chain_head SET seq = 1",
    "the head of the chain touched": "UPDATE chain_head SET street_id = street_id",
    "the head of the chain made": "INSERT INTO chain_head (street_id, seq, hash) VALUES (9, 1, '')",
    "the clock of the record set": "UPDATE app_meta SET last_time = '2099-01-01'",
    "a counter set back": "UPDATE counter SET last = 0",
    "a step in the name of another": "INSERT INTO case_step (id, case_id, version, kind,"
    " from_state, to_state, actor_id, role, unit_id, at, changes) SELECT 1, c.id, c.version + 1,"
    " 'verify', c.state, 70, a.id, a.role, a.unit_id, now(), '{}' FROM cases c, account a"
    " WHERE a.login = 'leader'",
    "an entry in the name of another": "INSERT INTO audit (street_id, seq, at, actor_id, command,"
    " diff, previous, hash) SELECT h.street_id, h.seq + 1, now(), a.id, 'x', '', h.hash, 'x'"
    " FROM chain_head h, account a WHERE a.login = 'leader'",
    "a trigger switched off": "ALTER TABLE cases DISABLE TRIGGER ALL",
    "triggers left out": "SET session_replication_role = replica",
    "a table dropped": "DROP TABLE cases",
    "a function replaced": "CREATE OR REPLACE FUNCTION cmd_user() RETURNS bigint"
    " LANGUAGE sql AS 'SELECT 1::bigint'",
    "a table of one's own in the schema": "CREATE TABLE app.mine (id integer)",
    "another's name taken on": "SET SESSION AUTHORIZATION cr_leader",
    "another's role taken on": "SET ROLE cr_leader",
    "a role made": "CREATE ROLE cr_intruder SUPERUSER LOGIN",
    "a role raised": "ALTER ROLE cr_sfs SUPERUSER",
    "a file of the server read": "SELECT pg_read_file('postgresql.conf')",
    "a program of the server run": "COPY cases TO PROGRAM 'cat'",
}


@pytest.mark.parametrize("login", ["sfs", "operator", "director"])
def test_raw_sql_of_a_person_is_refused(story: Story, cluster: Cluster, login: str) -> None:
    story.signed()
    before = _seen(cluster)
    accepted = []
    with psycopg.connect(cluster.url("street", f"cr_{login}")) as raw:
        raw.execute("SET search_path = app")
        raw.commit()
        for what, statement in REFUSED.items():
            try:
                raw.execute(statement.encode())
                accepted.append(what)
            except psycopg.Error:
                raw.rollback()
    assert accepted == []
    assert _seen(cluster) == before


def test_a_function_of_ones_own_does_not_stand_in_for_the_servers(
    story: Story, cluster: Cluster
) -> None:
    """The rules look for their functions in our schema, not in that of who asks."""
    case_id = story.signed()
    with psycopg.connect(cluster.url("street", "cr_sfs")) as raw:
        raw.execute(
            "CREATE FUNCTION pg_temp.cmd_user() RETURNS bigint LANGUAGE sql"
            " AS 'SELECT id FROM app.account WHERE login = ''director'''"
        )
        raw.execute("SET search_path = pg_temp, app")
        with pytest.raises(psycopg.Error, match="rule:actor"):
            raw.execute(
                "INSERT INTO case_step (id, case_id, version, kind, from_state, to_state,"
                " actor_id, role, unit_id, at, changes) SELECT 1, c.id, c.version + 1, 'verify',"
                " c.state, 70, a.id, a.role, a.unit_id, now(), '{}' FROM cases c, account a"
                " WHERE a.login = 'director' AND c.id = %s",
                (case_id,),
            )


@pytest.mark.parametrize("table", ["account", "cases", "step_rule", "case_step"])
def test_a_table_of_ones_own_does_not_stand_in_for_the_servers(
    story: Story, cluster: Cluster, table: str
) -> None:
    """A temporary table is looked into before all others, unless a function says otherwise."""
    case_id = story.signed()
    with psycopg.connect(cluster.url("street", "cr_sfs")) as raw:
        raw.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM app.{table}".encode())
        for line in (
            "UPDATE pg_temp.account SET role = 'director' WHERE login = 'sfs'",
            "UPDATE pg_temp.cases SET state = 50",
            "INSERT INTO pg_temp.step_rule SELECT kind, from_state, to_state, 'handler', guards,"
            " columns FROM pg_temp.step_rule WHERE kind = 'force_assign'",
            "DELETE FROM pg_temp.case_step",
        ):
            if f".{table} " in line:
                raw.execute(line.encode())
        with pytest.raises(psycopg.Error, match=r"rule:step_(illegal|not_for_role)"):
            raw.execute(
                "INSERT INTO app.case_step (id, case_id, version, kind, from_state, to_state,"
                " actor_id, role, unit_id, at, changes) SELECT 1, c.id, c.version + 1,"
                " 'verify', c.state, 70, a.id, a.role, a.unit_id, now(), '{}'"
                " FROM app.cases c, app.account a WHERE a.login = 'sfs' AND c.id = %s",
                (case_id,),
            )


def test_a_role_of_ones_own_making_does_not_open_a_step(story: Story, cluster: Cluster) -> None:
    """The table of rules that is asked is the server's, not one that a person made."""
    case_id = story.signed()
    with psycopg.connect(cluster.url("street", "cr_sfs")) as raw:
        raw.execute("CREATE TEMP TABLE step_rule AS SELECT * FROM app.step_rule")
        raw.execute(
            "INSERT INTO pg_temp.step_rule (kind, from_state, to_state, role, guards, columns)"
            " SELECT 'verify', state, 70, 'handler', ',', ',' FROM app.cases WHERE id = %s",
            (case_id,),
        )
        raw.execute("SET search_path = app")
        with pytest.raises(psycopg.Error, match="rule:step_illegal"):
            raw.execute(
                "INSERT INTO case_step (id, case_id, version, kind, from_state, to_state,"
                " actor_id, role, unit_id, at, changes) SELECT 1, c.id, c.version + 1,"
                " 'verify', c.state, 70, a.id, a.role, a.unit_id, now(), '{}'"
                " FROM cases c, account a WHERE a.login = 'sfs' AND c.id = %s",
                (case_id,),
            )


def _seen(cluster: Cluster) -> list[tuple[object, ...]]:
    with psycopg.connect(cluster.url("street")) as raw:
        raw.execute("SET search_path = app")
        return raw.execute(
            "SELECT (SELECT string_agg(c::text, '|' ORDER BY id) FROM cases c),"
            " (SELECT string_agg(s::text, '|' ORDER BY id) FROM case_step s),"
            " (SELECT string_agg(h::text, '|') FROM chain_head h),"
            " (SELECT string_agg(k::text, '|' ORDER BY kind, name) FROM counter k),"
            " (SELECT count(*) FROM audit), (SELECT count(*) FROM step_rule)"
        ).fetchall()

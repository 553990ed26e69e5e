"""A superuser can go around every rule of the server; the check of the record finds it."""

from __future__ import annotations

import psycopg
import pytest

from db.verify import verify
from tests.server.cluster import Cluster
from tests.story import Story

ROUTES = {
    "with triggers left out": (
        "SET session_replication_role = replica",
        "SET session_replication_role = origin",
    ),
    "with the table's triggers off": (
        "ALTER TABLE {table} DISABLE TRIGGER ALL",
        "ALTER TABLE {table} ENABLE TRIGGER ALL",
    ),
}
TAMPERING = {
    "an entry rewritten": ("audit", "UPDATE audit SET diff = '[]' WHERE seq = 3", "row_altered"),
    "an entry rewritten with a fresh hash": (
        "audit",
        "UPDATE audit SET command = 'x', hash = repeat('0', 64) WHERE seq = 3",
        "link_broken",
    ),
    "an entry taken away": ("audit", "DELETE FROM audit WHERE seq = 3", "row_missing"),
    "the last entry taken away": (
        "audit",
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "head_off",
    ),
    "two entries swapped": (
        "audit",
        "UPDATE audit SET seq = CASE seq WHEN 2 THEN 1002 ELSE 1003 END WHERE seq IN (2, 3);"
        " UPDATE audit SET seq = 1005 - seq WHERE seq > 1000",
        "link_broken",
    ),
    "a step rewritten": (
        "case_step",
        'UPDATE case_step SET changes = \'{"title": "改"}\' WHERE version = 1',
        "case_differs",
    ),
    "a step taken away": ("case_step", "DELETE FROM case_step WHERE version = 2", "step_gap"),
    "a step of another role": (
        "case_step",
        "UPDATE case_step SET role = 'auditor' WHERE version = 2",
        "step_illegal",
    ),
    "a case closed": (
        "cases",
        "UPDATE cases SET state = 70, version = version + 1",
        "case_without_steps",
    ),
    "a case rewritten": ("cases", "UPDATE cases SET title = '改'", "case_differs"),
    "a case moved to another unit": (
        "cases",
        "UPDATE cases SET holder_id = (SELECT id FROM unit WHERE code = 'PCS')",
        "case_differs",
    ),
    "a case taken away": ("cases", "DELETE FROM cases", "case_missing"),
    "a case from nowhere": (
        "cases",
        "INSERT INTO cases (id, number, street_id, source, registered_at, created_by)"
        " SELECT 1, 'YZR202611160000', street_id, source, registered_at, created_by FROM cases",
        "case_without_steps",
    ),
    "a counter set back": ("counter", "UPDATE counter SET last = 0", "case_counter"),
    "a command forgotten": (
        "command_done",
        "DELETE FROM command_done WHERE command = 'AcceptCase'",
        "audit_incomplete",
    ),
}
"""What was done → the table, the statement, and a part of the finding's code."""


@pytest.mark.parametrize("route", ROUTES)
def test_what_a_superuser_changed_is_found(story: Story, cluster: Cluster, route: str) -> None:
    story.signed()
    assert verify(story.database) == []
    before, after = ROUTES[route]
    missed = []
    with psycopg.connect(cluster.url("street")) as raw:
        raw.execute("SET search_path = app")
        raw.commit()
        for what, (table, statement, wanted) in TAMPERING.items():
            kept = _kept(raw, table)
            raw.execute(before.format(table=table).encode())
            raw.execute(statement.encode())
            raw.execute(after.format(table=table).encode())
            raw.commit()
            found = [finding.code for finding in verify(story.database)]
            if not any(wanted in code for code in found):
                missed.append((what, found))
            _put_back(raw, table, kept)
            assert verify(story.database) == [], what
    assert missed == []


def test_a_rule_that_was_switched_off_is_found(story: Story, cluster: Cluster) -> None:
    for change, back in (
        ("ALTER TABLE cases DISABLE TRIGGER rule_cases_update", "ENABLE TRIGGER rule_cases_update"),
        (
            "ALTER TABLE cases DISABLE TRIGGER rule_cases_first_step",
            "ENABLE TRIGGER rule_cases_first_step",
        ),
        ("ALTER TABLE cases DISABLE ROW LEVEL SECURITY", "ENABLE ROW LEVEL SECURITY"),
    ):
        cluster_change(cluster, change)
        assert [finding.code for finding in verify(story.database)] == ["rules_differ"], change
        cluster_change(cluster, f"ALTER TABLE cases {back}")
        assert verify(story.database) == []
    cluster_change(cluster, "DROP POLICY rule_cases_1 ON cases")
    cluster_change(
        cluster,
        "CREATE OR REPLACE FUNCTION rule_cases_update() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NEW; END'",
    )
    found = verify(story.database)
    assert [(one.code, one.detail) for one in found] == [
        ("rules_differ", "rule_cases_1, rule_cases_update()")
    ]


def cluster_change(cluster: Cluster, statement: str) -> None:
    """Run a statement of the superuser in the street's database."""
    with psycopg.connect(cluster.url("street"), autocommit=True) as raw:
        raw.execute("SET search_path = app")
        raw.execute(statement.encode())


def _kept(raw: psycopg.Connection, table: str) -> bytes:
    """Return the rows of a table as they are."""
    with raw.cursor().copy(f"COPY {table} TO STDOUT".encode()) as copy:
        return b"".join(bytes(piece) for piece in copy)


def _put_back(raw: psycopg.Connection, table: str, rows: bytes) -> None:
    """Let a table hold these rows again."""
    raw.execute("SET session_replication_role = replica")
    raw.execute(f"DELETE FROM {table}".encode())
    with raw.cursor().copy(f"COPY {table} FROM STDIN".encode()) as copy:
        copy.write(rows)
    raw.execute("SET session_replication_role = origin")
    raw.commit()

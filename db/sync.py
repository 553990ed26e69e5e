"""Put the rules of the code into the database and tell whether they are still the same.

Tables come from Alembic; triggers, the rule table and the search index from this one repeatable
step, run after every migration: SQLite's batch migrations drop triggers silently (database.md §6).
"""

from __future__ import annotations

import hashlib
import json
from typing import Protocol

from sqlalchemy import Connection, insert, select, update

from db.model.rule import step_rule
from db.model.setting import app_meta
from db.rules.steps import step_rules


def rule_rows() -> list[dict[str, object]]:
    """Return the rows of ``step_rule``; lists are framed by commas so that SQL can look inside."""
    return [
        {
            "kind": rule.kind.value,
            "from_state": int(rule.from_state),
            "to_state": int(rule.to_state),
            "role": rule.role.value,
            "guards": "".join(f",{guard.value}" for guard in rule.guards) + ",",
            "columns": "".join(f",{name}" for name in rule.columns) + ",",
        }
        for rule in step_rules()
    ]


def rules_hash(connection: Connection) -> str:
    """Return the digest of everything that ``sync_rules`` writes on this engine."""
    body = json.dumps([rule_rows(), _maker(connection).statements()], sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()


def sync_rules(connection: Connection) -> None:
    """Drop and make again all generated objects, in the transaction of the caller."""
    drop_rules(connection)
    connection.execute(step_rule.delete())
    connection.execute(insert(step_rule), rule_rows())
    # The statements are whole; a per cent sign in them is one.
    plain = connection.execution_options(no_parameters=True)
    for statement in _maker(connection).statements():
        plain.exec_driver_sql(statement)
    connection.execute(update(app_meta).values(rules_hash=rules_hash(connection)))


def drop_rules(connection: Connection) -> None:
    """Drop the generated triggers."""
    _maker(connection).drop(connection)


def rules_are_in_step(connection: Connection) -> bool:
    """Tell whether the database holds the rules of this program."""
    return connection.execute(select(app_meta.c.rules_hash)).scalar() == rules_hash(connection)


def rules_missing(connection: Connection) -> list[str]:
    """Return what of the rules was taken away or switched off since they were made."""
    return _maker(connection).missing(connection)


class _Maker(Protocol):
    """What makes the rules of one engine."""

    def statements(self) -> list[str]:
        """Return every statement that makes the generated objects, in order."""
        ...

    def missing(self, connection: Connection) -> list[str]:
        """Return what of the generated objects is not there any more, as far as can be told."""
        ...

    def drop(self, connection: Connection) -> None:
        """Drop the generated objects."""
        ...


def _maker(connection: Connection) -> _Maker:
    if connection.dialect.name == "sqlite":
        from db.embedded import triggers as embedded

        return embedded
    from db.server import triggers as server

    return server

"""Put the rules of the code into the database and tell whether they are still the same.

Tables come from Alembic; triggers, the rule table and the search index from this one repeatable
step, run after every migration: SQLite's batch migrations drop triggers silently (database.md §6).
"""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import Connection, insert, select, text, update

from db.embedded import search, triggers
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


def rules_hash() -> str:
    """Return the digest of everything that ``sync_rules`` writes."""
    body = json.dumps([rule_rows(), triggers.statements(), search.CREATE], sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()


def sync_rules(connection: Connection) -> None:
    """Drop and make again all generated objects, in the transaction of the caller."""
    drop_rules(connection)
    connection.exec_driver_sql(search.CREATE)
    connection.execute(step_rule.delete())
    connection.execute(insert(step_rule), rule_rows())
    for statement in triggers.statements():
        connection.exec_driver_sql(statement)
    connection.execute(update(app_meta).values(rules_hash=rules_hash()))


def drop_rules(connection: Connection) -> None:
    """Drop the generated triggers."""
    names = connection.execute(
        text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    ).scalars()
    found = [name for name in names if name.startswith(triggers.PREFIX)]
    for name in found:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def rules_are_in_step(connection: Connection) -> bool:
    """Tell whether the database holds the rules of this program."""
    return connection.execute(select(app_meta.c.rules_hash)).scalar() == rules_hash()

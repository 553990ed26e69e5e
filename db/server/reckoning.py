"""What the server checks by its own clock and reckoning: times of steps, hashes of the audit.

The text that is hashed is the one of :func:`db.audit.entry_hash`, a JSON list of names and values.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, DateTime

from db.guarding.trigger_rule import TriggerRule
from db.model.audit import audit

TOLERATED = "10 minutes"
"""How far a workstation may be off; it takes the server's time when it opens the record."""


def rules() -> list[TriggerRule]:
    """Return what is checked of steps and entries beside what every engine checks."""
    wrong = f"NEW.hash IS DISTINCT FROM {_hash()}"
    return [
        TriggerRule("audit_hash", "BEFORE INSERT", "audit", (("chain", wrong),)),
        *(_on_time(table) for table in ("audit", "case_step", "command_done")),
    ]


def _on_time(table: str) -> TriggerRule:
    """Refuse a person what is dated back or ahead; a practice street has a time of its own."""
    server, span = "(now() AT TIME ZONE 'Asia/Shanghai')", f"interval '{TOLERATED}'"
    off = f"NEW.at IS NULL OR NEW.at NOT BETWEEN {server} - {span} AND {server} + {span}"
    matters = "cmd_user() IS NOT NULL AND NOT (SELECT is_practice FROM app_meta)"
    return TriggerRule(
        f"{table}_on_time", "BEFORE INSERT", table, (("server_clock", off),), only_if=matters
    )


def _hash() -> str:
    columns = [audit.c[name] for name in sorted(audit.c.keys()) if name != "hash"]
    pairs = " || ',' || ".join(f"'[\"{one.name}\",' || {_json(one)} || ']'" for one in columns)
    return f"encode(sha256(convert_to('[' || {pairs} || ']', 'UTF8')), 'hex')"


def _json(column: Column[Any]) -> str:
    value = f"NEW.{column.name}"
    if isinstance(column.type, BigInteger):
        return f"coalesce({value}::text, 'null')"
    if isinstance(column.type, DateTime):
        return f"to_json(to_char({value}, 'YYYY-MM-DD HH24:MI:SS.US'))::text"
    return f"to_json({value})::text"

"""What the server checks by its own clock and reckoning: times of steps, hashes of the audit.

The text that is hashed is the one of :func:`db.audit.entry_hash`, a JSON list of names and values.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, DateTime

from db.guarding.trigger_rule import TriggerRule
from db.model.audit import audit
from db.rules.numbering import Numbered
from db.server.people import LOGIN_PREFIX

TOLERATED = "10 minutes"
"""How far a workstation may be off; it takes the server's time when it opens the record."""

_ID_BLOCK = 64
"""How many ids ``db/work.py`` takes at a time; with another figure nobody registers anything."""
_OTHER_DAY = (
    "NEW.number !~ ('^[A-Z]{3,5}' || to_char(NEW.registered_at, 'YYYYMMDD') || '[0-9]{4,6}$')"
)
"""A number tells the day of its case; the counter of another day would be used up behind it."""


def rules() -> list[TriggerRule]:
    """Return what is checked of steps and entries beside what every engine checks."""
    wrong = f"NEW.hash IS DISTINCT FROM {hash_of('NEW')}"
    return [
        *(_own_way_of_counting(what) for what in ("INSERT", "UPDATE")),
        TriggerRule("cases_day", "BEFORE INSERT", "cases", (("number_not_taken", _OTHER_DAY),)),
        TriggerRule("audit_hash", "BEFORE INSERT", "audit", (("chain", wrong),)),
        *(_on_time(table) for table in ("audit", "case_step", "command_done")),
    ]


def _own_way_of_counting(what: str) -> TriggerRule:
    """Let a person take ids by the block and numbers of what is numbered, nothing else.

    The server reads its log by a counter of its own, and ids that run out would stop everybody.
    """
    kinds = ", ".join(f"'{kind}'" for kind in ("case", "decision", *sorted(Numbered)))
    by_block = "1 = 2" if what == "INSERT" else f"NEW.last - OLD.last = {_ID_BLOCK}"
    allowed = f"NEW.kind IN ({kinds}) OR NEW.kind = 'id' AND {by_block}"
    return TriggerRule(
        f"counter_{what.lower()}_way",
        f"BEFORE {what}",
        "counter",
        (("counter", f"({allowed}) IS NOT TRUE"),),
        only_if=f"starts_with(session_user::text, '{LOGIN_PREFIX}')",
    )


def _on_time(table: str) -> TriggerRule:
    """Refuse a person what is dated back or ahead; a practice street has a time of its own."""
    server, span = "(now() AT TIME ZONE 'Asia/Shanghai')", f"interval '{TOLERATED}'"
    off = f"NEW.at IS NULL OR NEW.at NOT BETWEEN {server} - {span} AND {server} + {span}"
    matters = "cmd_user() IS NOT NULL AND NOT (SELECT is_practice FROM app_meta)"
    return TriggerRule(
        f"{table}_on_time", "BEFORE INSERT", table, (("server_clock", off),), only_if=matters
    )


def hash_of(row: str) -> str:
    """Return the expression for the hash of an entry, by the name of its row."""
    columns = [audit.c[name] for name in sorted(audit.c.keys()) if name != "hash"]
    pairs = " || ',' || ".join(f"'[\"{one.name}\",' || {_json(row, one)} || ']'" for one in columns)
    return f"encode(sha256(convert_to('[' || {pairs} || ']', 'UTF8')), 'hex')"


def _json(row: str, column: Column[Any]) -> str:
    value = f"{row}.{column.name}"
    if isinstance(column.type, BigInteger):
        return f"coalesce({value}::text, 'null')"
    if isinstance(column.type, DateTime):
        return f"to_json(to_char({value}, 'YYYY-MM-DD HH24:MI:SS.US'))::text"
    return f"to_json({value})::text"

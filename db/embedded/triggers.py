"""Write the rules of ``db/guarding`` as triggers of the embedded file.

All objects made here carry the prefix ``rule_`` and can be dropped and made again at any time
(``db/sync.py``).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, text

from db.embedded import search
from db.guarding.rules import trigger_rules
from db.guarding.trigger_rule import TriggerRule

PREFIX = "rule_"

_SEARCH = TriggerRule(
    "cases_search",
    "AFTER UPDATE OF search_text",
    "cases",
    then=(
        "DELETE FROM case_fts WHERE rowid = NEW.id AND OLD.search_text <> ''",
        "INSERT INTO case_fts (rowid, grams) VALUES (NEW.id, cmd_grams(NEW.search_text))",
    ),
    only_if="OLD.search_text IS NOT NEW.search_text",
)
"""Keep the search index; the server has an index of its own for this."""


class FileSpeech:
    """The words of SQLite."""

    times_kept = "true"
    """A file has no server's clock that never goes back."""

    def has(self, document: str, key: str) -> str:
        """Return the condition that a JSON document has a key, be it empty."""
        return f"json_type({document}, '$.{key}') IS NOT NULL"

    def value(self, document: str, key: str, column: str) -> str:
        """Return the value of a key; the engine gives it the type of its column by itself."""
        return f"json_extract({document}, '$.{key}')"

    def keys(self, document: str) -> str:
        """Return the source of rows with the column ``key``, aliased ``j``."""
        return f"json_each({document}) j"

    def is_document(self, expression: str) -> str:
        """Return the condition that a value is a JSON document."""
        return f"json_valid({expression})"

    def comparable(self, expression: str, column: Column[Any]) -> str:
        """Return a value of a column; here all can be compared."""
        return expression

    def contains(self, text: str, part: str) -> str:
        """Return the condition that a text contains another."""
        return f"(instr({text}, {part}) > 0)"

    def all_but_last(self, text: str, count: int) -> str:
        """Return a text without its last characters."""
        return f"substr({text}, 1, length({text}) - {count})"

    def number_behind(self, text: str, prefix: str) -> str:
        """Return the number that stands behind a prefix."""
        return f"CAST(substr({text}, length({prefix}) + 1) AS INTEGER)"

    def seconds(self, moment: str) -> str:
        """Return a moment as seconds."""
        return f"strftime('%s', {moment})"

    def fresh_mark(self) -> str:
        """Return a text that was never there before."""
        return "hex(randomblob(8))"


def statements() -> list[str]:
    """Return every statement that makes the search index and the rules' triggers, in order."""
    rules = (*trigger_rules(FileSpeech()), _SEARCH)
    return [search.CREATE, *(_statement(rule) for rule in rules)]


def missing(connection: Connection) -> list[str]:
    """Return nothing: who holds the file holds its triggers; what he did is told by the record."""
    return []


def drop(connection: Connection) -> None:
    """Drop the generated triggers; the index stays, it is filled."""
    names = connection.execute(
        text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    ).scalars()
    found = [name for name in names if name.startswith(PREFIX)]
    for name in found:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _statement(rule: TriggerRule) -> str:
    guard = f" WHEN {rule.only_if}" if rule.only_if else ""
    lines = [
        *(f"SELECT RAISE(ABORT, 'rule:{code}') WHERE {sql};" for code, sql in rule.refused),
        *(f"{sql};" for sql in rule.then),
    ]
    body = "\n  ".join(lines)
    return (
        f"CREATE TRIGGER {PREFIX}{rule.name} {rule.when} ON {rule.table}{guard}"
        f"\nBEGIN\n  {body}\nEND"
    )

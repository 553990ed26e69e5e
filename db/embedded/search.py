"""The search index of the embedded file: a set of bigrams in FTS5 (database.md §1)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, column, select, table, text

from db.model.case import cases
from db.rules.grams import query_grams

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS case_fts"
    " USING fts5(grams, content='', contentless_delete=1, detail=none)"
)

_fts = table("case_fts", column("rowid"), column("case_fts"))


def condition(words: str) -> ColumnElement[bool] | None:
    """Return the index condition for a search text, or None when the index cannot narrow it."""
    terms = query_grams(words)
    if not terms:
        return None
    match = " AND ".join(f'"{term}"' for term in terms)
    found = select(_fts.c.rowid).where(_fts.c.case_fts.op("MATCH")(match))
    return cases.c.id.in_(found)


def rebuild(connection: Connection) -> None:
    """Fill the index anew from the cases."""
    connection.execute(text("DELETE FROM case_fts"))
    connection.execute(
        text("INSERT INTO case_fts (rowid, grams) SELECT id, cmd_grams(search_text) FROM cases")
    )


def count(connection: Connection) -> int:
    """Return how many cases the index holds."""
    return int(connection.execute(text("SELECT count(*) FROM case_fts")).scalar_one())

"""A street with a million cases, multiplied by SQL from the bench's own: made once, read only."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Connection, text

from db.embedded import search
from db.engine import open_database
from db.model.case import cases
from db.sync import drop_rules, sync_rules
from tests.bench.street import BenchStreet
from tests.story import MONDAY, Story

_INDICES = (
    "SELECT name, sql FROM sqlite_master WHERE type='index' AND tbl_name='cases' AND sql > ''"
)
_ID_SPAN = 1 << 20
"""The lower part of an id tells cases of one second apart (tests/bench/street.py)."""


def make_large(street: BenchStreet, path: Path, size: int) -> None:
    """Write a street with ``size`` cases beside the bench's own."""
    assert size <= _ID_SPAN, "ids would meet"
    with street.story.database.reading() as connection:
        have = connection.execute(text("SELECT count(*) FROM cases")).scalar_one()
    assert have == street.size, "somebody registered cases on it since it was made"
    shutil.copyfile(street.path, path)
    database = open_database(str(path), clock=lambda: MONDAY)
    with database.writing(Story(database).account("director")) as connection:
        drop_rules(connection)
        indices = connection.execute(text(_INDICES)).all()
        for name, _ in indices:
            connection.execute(text(f'DROP INDEX "{name}"'))
        _multiply(connection, street.size, size)
        for _, statement in indices:
            connection.execute(text(statement))
        sync_rules(connection)
        search.rebuild(connection)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _multiply(connection: Connection, have: int, size: int) -> None:
    """Copy the cases so often, each time under other ids and numbers."""
    names = [column.name for column in cases.columns]
    for nth in range(1, -(-size // have)):
        changed = {"id": f"id + {nth * have}", "number": f"number || 'x{nth}'"}
        values = ", ".join(changed.get(name, name) for name in names)
        some = min(have, size - nth * have)
        source = (
            f"SELECT * FROM cases WHERE (id & {_ID_SPAN - 1}) < {have} ORDER BY id LIMIT {some}"
        )
        connection.execute(
            text(f"INSERT INTO cases ({', '.join(names)}) SELECT {values} FROM ({source})")
        )

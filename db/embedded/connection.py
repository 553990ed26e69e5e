"""Open connections to the embedded file with the settings that keep it safe.

The product uses ``sqlcipher3`` for every access: two SQLite libraries in one process on one file
lose each other's locks (database.md §10, 1).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from db.errors import OpeningError
from db.rules.grams import grams

BUSY_MILLISECONDS = 10_000

# trusted_schema stays on: our triggers call cmd_user() and cmd_grams(), and the driver cannot
# mark a function as innocuous. A file that is not ours is refused by its identity before use.
PRAGMAS: dict[str, tuple[str, object]] = {
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "cell_size_check": ("ON", 1),
    "secure_delete": ("ON", 1),
    "synchronous": ("FULL", 2),
    "temp_store": ("MEMORY", 2),
}
"""Setting → (value to set, value that must be read back)."""


@dataclass
class ActorBox:
    """Who acts on one connection; read by ``cmd_user()`` inside the triggers."""

    account_id: int | None = None


def connect(path: Path, key: str | None, *, read_only: bool = False) -> Any:
    """Return a raw connection with key, settings and functions in place.

    :raises OpeningError: ``wrong_key``, ``file_damaged`` or ``setting_refused``.
    """
    mode = "ro" if read_only else "rwc"
    connection = driver.connect(
        f"file:{_uri_path(path)}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MILLISECONDS / 1000,
        cached_statements=512,
    )
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as error:
        connection.close()
        if "locked" in str(error):
            raise OpeningError("file_locked", path=str(path)) from error
        code = "wrong_key" if "not a database" in str(error) else "file_damaged"
        raise OpeningError(code, path=str(path), detail=str(error)) from error
    if not read_only:
        connection.execute("PRAGMA journal_mode = WAL")
    for name, (value, expected) in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            connection.close()
            raise OpeningError("setting_refused", setting=name, found=found)
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def add_functions(connection: Any) -> ActorBox:
    """Register the functions that triggers and search call; return the box with the actor."""
    box = ActorBox()
    connection.create_function("cmd_user", 0, lambda: box.account_id)
    connection.create_function("cmd_grams", 1, _joined_grams, deterministic=True)
    connection.create_function("cmd_hash", 1, _sha256, deterministic=True)
    return box


def make_engine(path: Path, key: Callable[[], str | None], *, read_only: bool = False) -> Engine:
    """Return an engine whose transactions begin as the caller says: read or write at once.

    A transaction that will write begins with BEGIN IMMEDIATE: a later upgrade of a read
    transaction fails at once when somebody else writes (database.md §4).
    """

    def create() -> Any:
        return connect(path, key(), read_only=read_only)

    engine = create_engine(
        "sqlite+pysqlite:///",
        module=driver,
        creator=create,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=8,
        query_cache_size=1000,
    )

    @event.listens_for(engine, "connect")
    def _connected(dbapi_connection: Any, record: Any) -> None:
        record.info["actor"] = add_functions(dbapi_connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _joined_grams(text: str | None) -> str:
    return " ".join(grams(text or ""))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _uri_path(path: Path) -> str:
    text = path.absolute().as_posix()
    for mark, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        text = text.replace(mark, code)
    return text if text.startswith("/") else f"/{text}"

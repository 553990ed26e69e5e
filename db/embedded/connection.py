"""Open connections to the embedded file with the settings that keep it safe.

The product uses ``sqlcipher3`` for every access: two SQLite libraries in one process on one file
lose each other's locks (database.md §10, 1).
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

from db.errors import OpeningError
from db.faults import faultpoint, is_armed
from db.rules.grams import grams

BUSY_MILLISECONDS = 10_000
_SWITCH_PAUSE_S = 0.02

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


Access = Literal["look", "read", "write", "create", "copy"]
"""What a connection is opened for: a first look at a file that may not be ours, in which nothing
is changed; to read; to write; to write and make a missing file; to fill a copy, which is thrown
away when that fails and so needs no journal and no room for one."""


def connect(path: Path, key: str | None, access: Access = "write") -> Any:
    """Return a raw connection with its key and settings in place.

    :raises OpeningError: ``wrong_key``, ``file_damaged``, ``file_locked``, ``file_unfinished``,
        ``file_not_readable``, ``disk_full`` or ``setting_refused``.
    """
    connection: Any = None
    try:
        connection = driver.connect(
            f"file:{_uri_path(path)}?{_mode(path, access)}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_MILLISECONDS / 1000,
            cached_statements=512,
        )
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if access in ("write", "create"):
            _keep_a_log(connection)
        elif access == "copy":
            connection.execute("PRAGMA journal_mode = OFF")
        for name, (value, expected) in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
            _expect(connection, name, expected)
        connection.execute("PRAGMA cache_size = -65536")
    except (driver.Error, OpeningError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, OpeningError):
            raise
        code = _opening_code(str(error), access, key)
        raise OpeningError(code, path=str(path), detail=str(error)) from error
    return connection


def _mode(path: Path, access: Access) -> str:
    """Return the URI parameters of an access."""
    if access in ("create", "copy"):
        return "mode=rwc"
    if access == "write":
        return "mode=rw"
    log = path.with_name(path.name + "-wal")
    has_log = log.exists() and log.stat().st_size > 0
    writable = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
    if access == "look" and writable and not has_log:
        # Read-only access would leave two empty files beside a file that is refused; this way
        # the library takes them away again, and has nothing to write.
        return "mode=rw"
    if not has_log and not os.access(path.parent, os.W_OK):
        # Nobody can write here and no log is left to read: without this promise the library
        # wants to make its lock file in the folder.
        return "mode=ro&immutable=1"
    return "mode=ro"


def _keep_a_log(connection: Any) -> None:
    """Switch to the write-ahead log, waiting for others who do so at this moment.

    The library does not wait here by itself, and nobody signals the end of another's switch.
    """
    end = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except driver.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(_SWITCH_PAUSE_S)
    _expect(connection, "journal_mode", "wal")


def _expect(connection: Any, name: str, wanted: object) -> None:
    found = connection.execute(f"PRAGMA {name}").fetchone()[0]
    if found != wanted:
        raise OpeningError("setting_refused", setting=name, found=found)


def _opening_code(message: str, access: Access, key: str | None) -> str:
    """Return our code of what the driver said while a file was opened."""
    reading = access in ("look", "read")
    if "locked" in message or "locking protocol" in message:
        return "file_locked"
    if "unable to open" in message or "readonly" in message:
        # The log or the journal of a writer that died cannot be brought in without writing.
        return "file_unfinished" if reading else "file_not_readable"
    if "disk is full" in message:
        return "disk_full"
    return "wrong_key" if "not a database" in message and key is not None else "file_damaged"


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
        return connect(path, key(), "read" if read_only else "write")

    engine = create_engine(
        "sqlite+pysqlite:///",
        module=driver,
        creator=create,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=8,
        query_cache_size=1000,
        # A value may be a caller's name or number, and the text of an error goes to the log.
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def _connected(dbapi_connection: Any, record: Any) -> None:
        record.info["actor"] = add_functions(dbapi_connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    if is_armed("statement"):

        @event.listens_for(engine, "before_cursor_execute")
        def _statement(*_: object) -> None:
            faultpoint("statement")

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

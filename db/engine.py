"""Open a database by its address; the one file that decides between the engines.

``sqlite:///path`` or a bare path is the embedded file. The shared server has its own folder.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Engine, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from db.embedded import search as embedded_search
from db.embedded.backup import automatic_backup
from db.embedded.connection import make_engine
from db.embedded.file import APPLICATION_ID, FileState, check_place, examine
from db.errors import DatabaseAway, NotAllowed, OpeningError, RecordError, RuleError
from db.model.setting import app_meta
from db.sync import rules_are_in_step, sync_rules

SCHEMA_EPOCH = 1
"""Raised when an older program would do harm to a newer database."""

ZONE = ZoneInfo("Asia/Shanghai")

_RULE = re.compile(r"rule:([a-z_0-9]+)")


def wall_clock() -> datetime:
    """Return the street's wall-clock time to the second, without a zone."""
    return datetime.now(ZONE).replace(tzinfo=None, microsecond=0)


@dataclass
class Database:
    """An open database: transactions for commands and queries, search, its own clock."""

    engine: Engine
    path: Path
    read_only: bool
    is_practice: bool
    clock: Callable[[], datetime] = wall_clock
    key: Callable[[], str | None] = lambda: None

    @contextmanager
    def writing(self, actor_id: int | None) -> Iterator[Connection]:
        """Begin a transaction that will write; commit at the end, roll back on any error.

        :raises RuleError: when a rule in the database refuses.
        :raises DatabaseAway: when the file cannot be written now (``disk_full``, ``busy``,
            ``read_only``, ``io_error``).
        """
        if self.read_only:
            raise DatabaseAway("read_only", path=str(self.path))
        with self.translating(), self._acting(actor_id, writes=True) as connection:
            yield connection

    @contextmanager
    def reading(self, actor_id: int | None = None) -> Iterator[Connection]:
        """Begin a transaction that only reads one consistent state."""
        with self.translating(), self._acting(actor_id, writes=False) as connection:
            yield connection

    @contextmanager
    def _acting(self, actor_id: int | None, *, writes: bool) -> Iterator[Connection]:
        with self.engine.connect() as plain:
            connection = plain.execution_options(writes=writes)
            box = connection.connection.info["actor"]
            box.account_id = actor_id
            try:
                with connection.begin():
                    yield connection
            finally:
                box.account_id = None

    @contextmanager
    def translating(self) -> Iterator[None]:
        """Turn the driver's errors into ours."""
        try:
            yield
        except DBAPIError as error:
            raise translated(error, self.path) from error

    def search_condition(self, words: str) -> ColumnElement[bool] | None:
        """Return the condition by which this engine's index narrows a search."""
        return embedded_search.condition(words)

    def data_version(self) -> int:
        """Return a number that changes when anybody else has written; cheap enough to poll."""
        with self.engine.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def translated(error: DBAPIError, path: Path) -> RecordError:
    """Turn an error of the driver into one of ours; rules raise ``rule:<code>``."""
    message = str(error.orig)
    found = _RULE.search(message)
    if found:
        code = found.group(1)
        return NotAllowed(code) if code == "step_not_for_role" else RuleError(code)
    if isinstance(error, IntegrityError):
        return RuleError("not_unique" if "UNIQUE" in message else "not_consistent", detail=message)
    if isinstance(error, OperationalError):
        for mark, code in (
            ("full", "disk_full"),
            ("locked", "busy"),
            ("busy", "busy"),
            ("readonly", "read_only"),
            ("read-only", "read_only"),
            ("I/O", "io_error"),
            ("interrupted", "interrupted"),
        ):
            if mark in message:
                return DatabaseAway(code, path=str(path), detail=message)
    return DatabaseAway("database_error", path=str(path), detail=message)


def database_path(address: str) -> Path:
    """Return the file of an address.

    :raises OpeningError: ``server_not_yet`` for an address of a server.
    """
    if address.startswith(("postgresql:", "postgres:")):
        raise OpeningError("server_not_yet", address=address.split("@")[-1])
    return Path(address.removeprefix("sqlite:///")).expanduser()


def open_database(
    address: str,
    *,
    create: bool = False,
    practice: bool = False,
    key: Callable[[], str | None] = lambda: None,
    clock: Callable[[], datetime] = wall_clock,
) -> Database:
    """Open the database in the safe order: place, self-check, version gate, backup, migrate.

    A read-only file opens for reading only. With ``create`` a missing file is made.

    :raises OpeningError: see its codes; the file is left as it was.
    """
    from db.migrations.runner import HEAD, known_revisions, migrate

    path = database_path(address)
    check_place(path)
    state = examine(path, key())
    if not state.exists and not create:
        raise OpeningError("file_missing", path=str(path))
    if state.exists:
        _gate(path, state, known_revisions())
    engine = make_engine(path, key, read_only=state.read_only)
    if state.read_only and not state.exists:
        raise OpeningError("folder_not_writable", path=str(path))
    if not state.read_only:
        _bring_up_to_date(engine, path, state, key, clock, practice, HEAD, migrate)
    with engine.connect() as connection:
        is_practice = bool(connection.execute(select(app_meta.c.is_practice)).scalar())
    return Database(engine, path, state.read_only, is_practice, clock, key)


def _gate(path: Path, state: FileState, known: frozenset[str]) -> None:
    newer = state.revision not in known or (state.epoch or 0) > SCHEMA_EPOCH
    if newer:
        raise OpeningError("file_newer", path=str(path), revision=str(state.revision))


def _bring_up_to_date(
    engine: Engine,
    path: Path,
    state: FileState,
    key: Callable[[], str | None],
    clock: Callable[[], datetime],
    practice: bool,
    head: str,
    migrate: Callable[[Connection], None],
) -> None:
    if state.exists and state.revision == head:
        with engine.connect() as connection:
            if rules_are_in_step(connection):
                return
    elif state.exists:
        automatic_backup(path, key(), clock(), "before-upgrade")
    try:
        _migrate(engine, state, clock, practice, migrate)
    except DBAPIError as error:
        raise OpeningError(
            "migration_failed", path=str(path), detail=str(error.orig)
        ) from translated(error, path)


def _migrate(
    engine: Engine,
    state: FileState,
    clock: Callable[[], datetime],
    practice: bool,
    migrate: Callable[[Connection], None],
) -> None:
    if not state.exists:
        with engine.connect() as plain:
            plain.connection.cursor().execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            migrate(connection)
            if not state.exists:
                connection.execute(
                    app_meta.insert().values(
                        id=1,
                        identity=secrets.token_hex(16),
                        schema_epoch=SCHEMA_EPOCH,
                        is_practice=practice,
                        created_at=clock(),
                    )
                )
            else:
                connection.execute(update(app_meta).values(schema_epoch=SCHEMA_EPOCH))
            sync_rules(connection)

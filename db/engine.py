"""Open a database by its address; the one file that decides between the engines.

``sqlite:///path`` or a bare path is the embedded file. The shared server has its own folder.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Engine, inspect, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from db.embedded import search as embedded_search
from db.embedded.backup import automatic_backup
from db.embedded.connection import connect, make_engine
from db.embedded.file import FileState, check_place, examine
from db.embedded.header import APPLICATION_ID
from db.errors import DatabaseAway, NotAllowed, OpeningError, RecordError, RuleError
from db.faults import faultpoint
from db.migrations.runner import OURS, Revisions
from db.model.setting import app_meta
from db.reference import ReferenceShelf
from db.sync import drop_rules, rules_are_in_step, sync_rules

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
    place: tuple[int, int] | None = None
    """Device and inode of the file as it was opened."""
    references: ReferenceShelf = field(default_factory=ReferenceShelf)
    _asked: set[Any] = field(default_factory=set)
    """The driver's connections on which somebody reads now."""

    @contextmanager
    def writing(self, actor_id: int | None) -> Iterator[Connection]:
        """Begin a transaction that will write; commit at the end, roll back on any error.

        :raises RuleError: when a rule in the database refuses.
        :raises DatabaseAway: when the file cannot be written now (``disk_full``, ``busy``,
            ``read_only``, ``io_error``, ``file_replaced``).
        """
        if self.read_only:
            raise DatabaseAway("read_only", path=str(self.path))
        with self.translating(), self._acting(actor_id, writes=True) as connection:
            faultpoint("begin")
            yield connection
            # What is committed to a file that nobody finds any more is lost.
            self._refuse_another_file()
        faultpoint("after_commit")

    @contextmanager
    def reading(self, actor_id: int | None = None) -> Iterator[Connection]:
        """Begin a transaction that only reads one consistent state."""
        with self.translating(), self._acting(actor_id, writes=False) as connection:
            yield connection

    @contextmanager
    def _acting(self, actor_id: int | None, *, writes: bool) -> Iterator[Connection]:
        self._refuse_another_file()
        with self.engine.connect() as plain:
            connection = plain.execution_options(writes=writes)
            box = connection.connection.info["actor"]
            box.account_id = actor_id
            raw = connection.connection.dbapi_connection
            if not writes:
                self._asked.add(raw)
            try:
                with connection.begin():
                    yield connection
            finally:
                self._asked.discard(raw)
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

    def _refuse_another_file(self) -> None:
        """Refuse when the file was moved, deleted or replaced while it was open (F25).

        Connections of before and after would otherwise see two different records.
        """
        if self.place is not None and place_of(self.path) != self.place:
            raise DatabaseAway("file_replaced", path=str(self.path))

    def stop_reading(self) -> None:
        """Break off what is being read, from another thread; nobody waits for it any more.

        What is being written is never broken off.
        """
        for raw in tuple(self._asked):
            raw.interrupt()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def place_of(path: Path) -> tuple[int, int] | None:
    """Return device and inode of a file, or None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


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
            ("unable to open", "io_error"),
            ("interrupted", "interrupted"),
        ):
            if mark in message:
                return DatabaseAway(code, path=str(path), detail=message)
    if "malformed" in message or "not a database" in message:
        return DatabaseAway("record_damaged", path=str(path), detail=message)
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
    revisions: Revisions = OURS,
) -> Database:
    """Open the database in the safe order: place, self-check, version gate, backup, migrate.

    A read-only file opens for reading only. With ``create`` a missing file is made.

    :raises OpeningError: see its codes; the file is left as it was.
    """
    path = database_path(address)
    check_place(path)
    state = examine(path, key())
    if not state.exists and not create:
        raise OpeningError("file_missing", path=str(path))
    if state.read_only and not state.exists:
        raise OpeningError("folder_not_writable", path=str(path))
    if state.exists:
        _gate(path, state, revisions)
    else:
        connect(path, key(), "create").close()
    engine = make_engine(path, key, read_only=state.read_only)
    try:
        if not state.read_only:
            _bring_up_to_date(engine, path, state, key, clock, practice, revisions)
        with engine.connect() as connection:
            is_practice = bool(connection.execute(select(app_meta.c.is_practice)).scalar())
    except BaseException:
        # Whatever stops the opening, even Ctrl+C: no connection may stay behind; it is told on.
        engine.dispose()
        raise
    place = place_of(path)
    return Database(engine, path, state.read_only, is_practice, clock, key, place)


def join_database(
    path: Path,
    key: Callable[[], str | None],
    *,
    place: tuple[int, int] | None,
    read_only: bool,
    is_practice: bool,
    clock: Callable[[], datetime] = wall_clock,
) -> Database:
    """Open a file that another process of this program has open; it was examined there.

    :raises DatabaseAway: ``file_replaced``, it is not the file that is open there.
    """
    if place is not None and place_of(path) != place:
        raise DatabaseAway("file_replaced", path=str(path))
    engine = make_engine(path, key, read_only=read_only)
    return Database(engine, path, read_only, is_practice, clock, key, place)


def _gate(path: Path, state: FileState, revisions: Revisions) -> None:
    if state.revision not in revisions.order or (state.epoch or 0) > SCHEMA_EPOCH:
        raise OpeningError("file_newer", path=str(path), revision=str(state.revision))
    if state.read_only and state.revision != revisions.head:
        raise OpeningError("file_older", path=str(path), revision=str(state.revision))


def _bring_up_to_date(
    engine: Engine,
    path: Path,
    state: FileState,
    key: Callable[[], str | None],
    clock: Callable[[], datetime],
    practice: bool,
    revisions: Revisions,
) -> None:
    """Make or upgrade the tables in one transaction; rules alone change without a backup."""
    if state.exists and state.revision == revisions.head:
        with engine.connect() as connection:
            if rules_are_in_step(connection):
                return
    elif state.exists:
        automatic_backup(path, key(), clock(), "before-upgrade")
    try:
        _migrate(engine, clock, practice, revisions)
    except DBAPIError as error:
        away = translated(error, path)
        code = _OPENING_CODES.get(away.code, "migration_failed")
        raise OpeningError(code, path=str(path), detail=str(error.orig)) from away
    except SQLAlchemyError as error:
        raise OpeningError("migration_failed", path=str(path), detail=str(error)) from error


_OPENING_CODES = {"disk_full": "disk_full", "busy": "file_locked"}
"""What stood in the way of the file, rather than of its upgrade."""


def _migrate(
    engine: Engine, clock: Callable[[], datetime], practice: bool, revisions: Revisions
) -> None:
    with engine.connect() as plain:
        cursor = plain.connection.cursor()
        if cursor.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # A migration makes tables anew; with this on, SQLite would take the rows that point to
        # the old table with it. It cannot be set inside the transaction.
        cursor.execute("PRAGMA foreign_keys = OFF")
        try:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                _migrate_inside(connection, clock, practice, revisions)
        finally:
            # The next one to use the file gets a connection with every setting in place.
            plain.invalidate()


def _migrate_inside(
    connection: Connection, clock: Callable[[], datetime], practice: bool, revisions: Revisions
) -> None:
    # Asked again inside the transaction: another program may have been faster.
    is_new = not inspect(connection).has_table(app_meta.name)
    # The guards would refuse a migration as they refuse everybody without a step.
    drop_rules(connection)
    revisions.migrate(connection)
    if is_new:
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
        # Without its triggers the migration changed rows that others may have kept.
        mark = secrets.token_hex(8)
        connection.execute(update(app_meta).values(schema_epoch=SCHEMA_EPOCH, reference_mark=mark))
    sync_rules(connection)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise OpeningError("migration_failed", detail=f"foreign key: {tuple(broken)}")

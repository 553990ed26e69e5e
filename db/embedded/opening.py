"""Open the embedded file in the safe order: place, self-check, version gate, backup, migrate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from db.embedded.backup import automatic_backup
from db.embedded.connection import connect, make_engine
from db.embedded.file import FileState, check_place, examine
from db.embedded.fit import misfits
from db.embedded.header import APPLICATION_ID
from db.embedded.ways import FileWays, place_of, translated
from db.errors import DatabaseAway, OpeningError
from db.migrations.runner import SCHEMA_EPOCH, Revisions
from db.model.setting import app_meta
from db.sync import rules_are_in_step
from db.upgrade import upgrade_inside


@dataclass(frozen=True)
class OpenedFile:
    """A file that was found sound and is up to date."""

    engine: Engine
    ways: FileWays
    read_only: bool
    is_practice: bool


def open_file(
    path: Path,
    *,
    create: bool,
    practice: bool,
    key: Callable[[], str | None],
    clock: Callable[[], datetime],
    revisions: Revisions,
) -> OpenedFile:
    """Open a file; a read-only one for reading only. With ``create`` a missing one is made.

    :raises OpeningError: see its codes; the file is left as it was.
    """
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
        if state.exists and state.revision == revisions.head:
            with engine.connect() as connection:
                _refuse_misfit(connection, path)
        if not state.read_only:
            _bring_up_to_date(engine, path, state, key, clock, practice, revisions)
        with engine.connect() as connection:
            is_practice = bool(connection.execute(select(app_meta.c.is_practice)).scalar())
    except BaseException:
        # Whatever stops the opening, even Ctrl+C: no connection may stay behind; it is told on.
        engine.dispose()
        raise
    return OpenedFile(engine, FileWays(path, place_of(path)), state.read_only, is_practice)


def join_file(
    path: Path,
    key: Callable[[], str | None],
    *,
    place: tuple[int, int] | None,
    read_only: bool,
) -> tuple[Engine, FileWays]:
    """Open a file that another process of this program has open; it was examined there.

    :raises DatabaseAway: ``file_replaced``, it is not the file that is open there.
    """
    if place is not None and place_of(path) != place:
        raise DatabaseAway("file_replaced", path=str(path))
    return make_engine(path, key, read_only=read_only), FileWays(path, place)


def _gate(path: Path, state: FileState, revisions: Revisions) -> None:
    if state.revision not in revisions.order or (state.epoch or 0) > SCHEMA_EPOCH:
        raise OpeningError("file_newer", path=str(path), revision=str(state.revision))
    if state.read_only and state.revision != revisions.head:
        raise OpeningError("file_older", path=str(path), revision=str(state.revision))


def _refuse_misfit(connection: Connection, path: Path) -> None:
    """Refuse a file that bears the right revision and would fail at the first command."""
    found = misfits(connection)
    if found:
        raise OpeningError("tables_differ", path=str(path), detail=", ".join(found))


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
                upgrade_inside(connection, clock, practice, revisions)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    raise OpeningError("migration_failed", detail=f"foreign key: {tuple(broken)}")
        finally:
            # The next one to use the file gets a connection with every setting in place.
            plain.invalidate()

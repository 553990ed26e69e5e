"""Open the shared server: reach it, compare versions, and as its owner make or upgrade it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from db.errors import OpeningError
from db.migrations.runner import OURS, SCHEMA_EPOCH, Revisions
from db.model.setting import app_meta
from db.server import lock_down, owner, refusals
from db.server.connection import LOGIN_PREFIX, SCHEMA, Secret, make_engine, shown
from db.server.proof import certificate_fault
from db.server.ways import ServerWays
from db.sync import rules_are_in_step
from db.upgrade import upgrade_inside

_UPGRADE_LOCK = 0x436D6452
"""The advisory lock under which one program upgrades and others wait."""


@dataclass(frozen=True)
class OpenedServer:
    """A server that was reached and holds the record of this program's version."""

    engine: Engine
    ways: ServerWays
    label: Path
    is_practice: bool
    ahead: timedelta
    """How far the server's clock is before this machine's."""


def open_server(
    address: str,
    *,
    create: bool,
    practice: bool,
    clock: Callable[[], datetime],
    revisions: Revisions,
    password: str | None = None,
) -> OpenedServer:
    """Open the record of a server; with ``create`` its owner makes it where there is none.

    :raises OpeningError: ``server_refused``, ``server_empty``, ``server_newer``,
        ``server_older``, ``server_address``, ``migration_failed``, and those of
        :mod:`db.server.refusals`.
    """
    label = shown(address)
    secret = Secret(password)
    engine = make_engine(address, secret)
    try:
        with engine.connect() as connection:
            assumes, speaks_for = connection.execute(text(_WHO), {"prefix": LOGIN_PREFIX}).one()
            stands = _stands(connection, label, revisions)
        if not stands:
            _bring_up_to_date(engine, label, create, clock, practice, revisions)
        with engine.connect() as connection:
            is_practice = bool(connection.execute(select(app_meta.c.is_practice)).scalar())
            ahead = _ahead(connection)
    except DBAPIError as error:
        engine.dispose()
        code = ServerWays(label, assumes=False).translated(error).code
        if code in ("server_away", "server_lost"):
            # Nothing was under way yet that might have been lost.
            code = refusals.code_of(str(error.orig))
        if code == "certificate_foreign":
            code = certificate_fault(address)
        raise OpeningError(code, path=label, detail=str(error.orig)) from error
    except BaseException:
        # Whatever stops the opening, even Ctrl+C: no connection may stay behind; it is told on.
        engine.dispose()
        raise
    ways = ServerWays(label, assumes, speaks_for, address=address, secret=secret)
    return OpenedServer(engine, ways, Path(label), is_practice, ahead)


def _ahead(connection: Connection) -> timedelta:
    """Return how far the server's clock is before this machine's, in whole seconds."""
    sent = datetime.now(UTC)
    told = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    half = (datetime.now(UTC) - sent) / 2
    return timedelta(seconds=round((told - sent - half).total_seconds()))


_WHO = """
SELECT rolsuper, CASE WHEN starts_with(rolname, :prefix)
                      THEN substr(rolname, length(:prefix) + 1) ELSE '' END
FROM pg_roles WHERE rolname = session_user
"""
"""Whether this role may take on others, and the login of the person that it is."""


def make_record(engine: Engine, label: str, clock: Callable[[], datetime]) -> bool:
    """Make or upgrade the record of a database as its administrator; tell whether there was need.

    :raises OpeningError: ``server_newer``, ``migration_failed``.
    """
    with engine.connect() as connection:
        stands = _stands(connection, label, OURS)
    if not stands:
        _bring_up_to_date(engine, label, True, clock, False, OURS)
    return not stands


def record_stands(engine: Engine, label: str) -> bool:
    """Tell whether the record is there with the tables and rules of this program.

    :raises OpeningError: ``server_newer``.
    """
    with engine.connect() as connection:
        return _stands(connection, label, OURS)


def _stands(connection: Connection, label: str, revisions: Revisions) -> bool:
    """Tell whether the record is there as this program knows it.

    :raises OpeningError: ``server_newer``, a newer program has been at work.
    """
    if connection.execute(text(f"SELECT to_regclass('{SCHEMA}.app_meta')")).scalar() is None:
        return False
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    epoch = connection.execute(select(app_meta.c.schema_epoch)).scalar() or 0
    if revision not in revisions.order or epoch > SCHEMA_EPOCH:
        raise OpeningError("server_newer", address=label, revision=str(revision))
    return revision == revisions.head and rules_are_in_step(connection)


def _bring_up_to_date(
    engine: Engine,
    label: str,
    create: bool,
    clock: Callable[[], datetime],
    practice: bool,
    revisions: Revisions,
) -> None:
    """Make or upgrade the record in one transaction; only its owner may."""
    with engine.connect() as connection, connection.begin():
        raw: Any = connection.connection.dbapi_connection
        raw.answer_seconds = None
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        is_owner = connection.execute(text(_IS_OWNER)).scalar()
        if is_owner is None and not create:
            raise OpeningError("server_empty", address=label)
        if is_owner is False:
            raise OpeningError("server_older", address=label)
        try:
            if connection.execute(text(_IS_SUPERUSER)).scalar():
                _speak_as_owner(connection)
            else:
                connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            upgrade_inside(connection, clock, practice, revisions)
        except (DBAPIError, SQLAlchemyError) as error:
            detail = str(getattr(error, "orig", error))
            raise OpeningError("migration_failed", path=label, detail=detail) from error


def _speak_as_owner(connection: Connection) -> None:
    """Do what follows in the name of the record's owner, who is made where he is missing."""
    # What only a superuser may take back comes before his rights are laid down.
    plain = connection.execution_options(no_parameters=True)
    for statement in (*owner.MAKE, *lock_down.MAKE):
        plain.exec_driver_sql(statement)
    connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA} AUTHORIZATION {owner.OWNER}")
    connection.exec_driver_sql(f"SET LOCAL ROLE {owner.OWNER}")


_IS_SUPERUSER = "SELECT rolsuper FROM pg_roles WHERE rolname = session_user"
_IS_OWNER = (
    "SELECT pg_has_role(session_user, nspowner, 'USAGE') FROM pg_namespace"
    f" WHERE nspname = '{SCHEMA}'"
)
"""Whether this role owns the record; no row where there is none."""

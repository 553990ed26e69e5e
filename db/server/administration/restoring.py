"""Bring the record back from a backup; a database that holds data is never lost by that."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.errors import OpeningError
from db.server.administration.backups import (
    Backup,
    read_backup,
    restore_into,
    scratch_database,
)
from db.server.administration.fingerprint import fingerprint
from db.server.administration.plan import Plan
from db.server.administration.reach import Raw, name, order, told
from db.server.administration.roles import bring_back
from db.server.administration.set_up import (
    check_version,
    close_database,
    make_database,
    make_roles,
)
from db.server.connection import SCHEMA
from db.server.owner import OWNER

_MAJOR = 10_000


@dataclass(frozen=True)
class Restored:
    """What was brought back, how many roles were made, and where the data before lies."""

    backup: Backup
    roles: int
    kept: str | None


def restore(plan: Plan, dump: Path, now: datetime, *, replace: bool = False) -> Restored:
    """Restore a backup beside the database, compare it, and only then put it in its place.

    With ``replace`` a database that holds data gets another name and stays.

    :raises OpeningError: ``server_has_data``, ``backup_damaged``, ``backup_incomplete``,
        ``backup_unproven``, ``file_missing``; the database is as it was.
    """
    reach = plan.reach
    with reach.as_keeper():
        backup = read_backup(dump)
    with reach.connected() as connection:
        check_version(connection)
        make_roles(connection)
        make_database(connection, plan.database)
        with reach.connected(plan.database) as present:
            holds = holds_data(present)
        if holds and not replace:
            raise OpeningError("server_has_data", name=plan.database)
        roles = bring_back(connection, backup.roles, plan.database)
        beside = f"{plan.database}_restored_{secrets.token_hex(3)}"
        with scratch_database(connection, plan.database, beside):
            restore_into(reach, connection, dump, beside)
            with reach.connected(beside) as copy:
                same = backup.server_version // _MAJOR == copy.info.server_version // _MAJOR
                differing = backup.holds.differences(fingerprint(copy), structure=same)
                copy.execute("ANALYZE")
            if differing:
                detail = ", ".join(differing[:20])
                raise OpeningError("backup_unproven", path=str(dump), detail=detail)
            kept = f"{plan.database}_before_{now:%Y%m%d_%H%M%S}" if holds else None
            _put_in_place(connection, plan.database, beside, kept)
        close_database(connection, plan.database)
    return Restored(backup, roles, kept)


def holds_data(connection: Raw) -> bool:
    """Tell whether a database holds a founded street, or anything that is not ours."""
    if told(
        connection,
        "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r'"
        " AND nspname !~ '^pg_' AND nspname <> 'information_schema'"
        " AND pg_get_userbyid(relowner) <> %s LIMIT 1",
        OWNER,
    ):
        return True
    if told(connection, f"SELECT to_regclass('{SCHEMA}.street')") is None:
        return False
    return bool(told(connection, f"SELECT EXISTS (SELECT 1 FROM {SCHEMA}.street)"))


def _put_in_place(connection: Raw, database: str, beside: str, kept: str | None) -> None:
    """Give the copy the database's name; what stood there gets another or, empty, goes.

    Nobody comes in between; both names change together or not at all.
    """
    aside = kept or f"{database}_empty_{secrets.token_hex(3)}"
    names = {"old": name(database), "new": name(beside), "aside": name(aside)}
    order(connection, "ALTER DATABASE {old} ALLOW_CONNECTIONS false", **names)
    try:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            (database,),
        )
        with connection.transaction():
            order(connection, "ALTER DATABASE {old} RENAME TO {aside}", **names)
            order(connection, "ALTER DATABASE {new} RENAME TO {old}", **names)
            order(connection, "ALTER DATABASE {aside} ALLOW_CONNECTIONS true", **names)
    except BaseException:
        # Whatever stops the change of names: people must get in as before; it is told on.
        order(connection, "ALTER DATABASE {old} ALLOW_CONNECTIONS true", **names)
        raise
    if kept is None:
        order(connection, "DROP DATABASE {aside} WITH (FORCE)", **names)

"""Set up an office's server, step by step; a second run changes only what differs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, text

from db.errors import OpeningError
from db.server import lockout, owner
from db.server.administration import access, settings, timer
from db.server.administration.keys import keep_keys
from db.server.administration.plan import Folder, Plan
from db.server.administration.reach import Raw, literal, name, order, told
from db.server.opening import make_record
from db.server.people import GROUP

OLDEST = 15
"""The oldest version of PostgreSQL that the rules were tried on."""

_BUILT = "SELECT setting FROM pg_config WHERE name = 'CONFIGURE'"
_LOCALES = ("C.UTF-8", "C")


@dataclass(frozen=True)
class Done:
    """One step that was taken: its code, whether it changed anything, what its sentence tells."""

    code: str
    changed: bool = True
    facts: dict[str, Any] = field(default_factory=dict)


def set_up(plan: Plan, folder: Folder, clock: Callable[[], datetime]) -> Iterator[Done]:
    """Make everything that the office's server needs; yield each step when it is done.

    :raises OpeningError: what stands in the way; the steps before it stay and are not repeated.
    """
    plan = plan.checked()
    reach = plan.reach
    with reach.connected() as connection:
        version = check_version(connection)
        yield Done("server_found", False, {"version": version, "port": reach.port})
        folder.made(reach)
        yield Done("server_planned", plan.write(folder), {"path": str(folder.plan)})
        yield Done("server_roles", make_roles(connection), {"owner": owner.OWNER, "group": GROUP})
        made = make_database(connection, plan.database)
        close_database(connection, plan.database)
        yield Done("server_database", made, {"name": plan.database})
        with reach.engine(plan.database) as engine:
            yield Done("server_record", make_record(engine, plan.database, clock))
            yield Done("server_lockout", count_failures(engine))
        keys = keep_keys(folder, plan, clock())
        yield Done("server_keys", bool(keys), {"hosts": ", ".join(plan.hosts)})
        changed = settings.apply(connection, plan, folder)
        if keys and not changed:
            # A certificate that was made anew is read with the settings.
            connection.execute("SELECT pg_reload_conf()")
        yield Done("server_settings", bool(changed), {"count": len(changed)})
        lines = access.write_lines(connection, plan)
        networks = ", ".join(plan.networks)
        yield Done("server_lines", lines, {"networks": networks, "name": plan.database})
        yield _timer(plan, folder)
        yield Done("server_carry", False, {"path": str(folder.for_workstations)})
        restart = settings.needing_restart(connection, changed)
        if restart:
            yield Done("server_restart", True, {"settings": ", ".join(restart)})


def check_version(connection: Raw) -> str:
    """Return the server's version.

    :raises OpeningError: ``server_version_old``; ``server_without_tls``, it was built so.
    """
    number = int(told(connection, "SHOW server_version_num"))
    version = str(told(connection, "SHOW server_version")).split()[0]
    if number < OLDEST * 10_000:
        raise OpeningError("server_version_old", version=version, oldest=OLDEST)
    if not re.search("--with-(ssl|openssl)", told(connection, _BUILT)):
        raise OpeningError("server_without_tls", version=version)
    return version


def make_roles(connection: Raw) -> bool:
    """Make the owner of the record and the people's group; tell whether one was missing."""
    query = "SELECT count(*) FROM pg_roles WHERE rolname IN (%s, %s)"
    before = told(connection, query, owner.OWNER, GROUP)
    for statement in owner.MAKE:
        connection.execute(statement.encode())
    return bool(before < 2)


def make_database(connection: Raw, database: str) -> bool:
    """Make the empty database of the owner; tell whether it was missing."""
    if told(connection, "SELECT 1 FROM pg_database WHERE datname = %s", database):
        return False
    query = "SELECT 1 FROM pg_collation WHERE collname = %s AND collprovider = 'c'"
    locale = next((one for one in _LOCALES if told(connection, query, one)), _LOCALES[-1])
    order(
        connection,
        "CREATE DATABASE {database} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'"
        " LC_COLLATE {locale} LC_CTYPE {locale}",
        database=name(database),
        owner=name(owner.OWNER),
        locale=literal(locale),
    )
    return True


def count_failures(engine: Engine) -> bool:
    """Let the server count wrong passwords; tell whether it did not in just this way before."""
    with engine.begin() as connection:
        before = connection.execute(text(_COUNTING)).scalar()
        lockout.install(connection)
        return bool(before != connection.execute(text(_COUNTING)).scalar())


_COUNTING = "SELECT string_agg(prosrc, '' ORDER BY prosrc) FROM pg_proc" + (
    " WHERE proname IN ('watch_sign_ons', 'signed_on')"
)


def close_database(connection: Raw, database: str) -> None:
    """Let only the office's people connect to the database."""
    for statement in (
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {database} TO {group}",
        "ALTER DATABASE {database} OWNER TO {owner}",
    ):
        order(
            connection,
            statement,
            database=name(database),
            group=name(GROUP),
            owner=name(owner.OWNER),
        )


def _timer(plan: Plan, folder: Folder) -> Done:
    if os.geteuid() != 0 or not timer.has_systemd():
        lines = "\n".join(timer.cron_line(job, folder) for job in timer.JOBS)
        return Done("server_timer_left_out", False, {"lines": lines})
    with plan.reach.as_keeper():
        is_readable = os.access(timer.PROGRAM, os.R_OK | os.X_OK, effective_ids=True)
    if not is_readable:
        return Done("server_timer_hidden", False, {"path": str(timer.PROGRAM)})
    changed = timer.install(plan, folder)
    return Done("server_timer", changed, {"path": str(folder.backups)})

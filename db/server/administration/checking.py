"""Look over an office's server: everything that is wrong, or that its administrator should know."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from db.errors import OpeningError
from db.server import lockout
from db.server.administration import access, keys, settings, timer
from db.server.administration.backups import backups_in, last_attempt, moment_of
from db.server.administration.plan import Folder, Plan
from db.server.administration.reach import Raw, rows, told
from db.server.administration.roles import PREFIXES
from db.server.administration.set_up import check_version
from db.server.opening import record_stands

OLDEST_BACKUP = timedelta(hours=30)
"""A backup is made every night; one night that was missed is told in the morning."""

LEAST_FREE = 2**30
"""Bytes that must be free on a disk, beside twice the size of the record."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: ``ok``, ``note`` (works, but know it) or ``wrong``."""

    code: str
    state: str
    facts: dict[str, Any] = field(default_factory=dict)


def check(plan: Plan, folder: Folder, now: datetime) -> Iterator[Finding]:
    """Yield what is found, one aspect after another; what cannot be looked at is told too."""
    try:
        with plan.reach.connected() as connection:
            yield from _version(connection)
            yield from _settings(connection, plan, folder)
            yield from _lines(connection, plan)
            yield from _certificates(connection, plan, folder, now)
            yield from _roles(connection)
            yield from _record(connection, plan)
            yield from _backups(plan, folder, now)
            yield from _timer()
            yield from _disks(connection, plan, folder)
    except OpeningError as error:
        yield _wrong(error.code, **error.facts)


def _version(connection: Raw) -> Iterator[Finding]:
    try:
        yield _ok("server_found", version=check_version(connection), port=connection.info.port)
    except OpeningError as error:
        yield _wrong(error.code, **error.facts)


def _settings(connection: Raw, plan: Plan, folder: Folder) -> Iterator[Finding]:
    def each() -> Iterator[Finding]:
        for one in settings.differing(connection, plan, folder):
            if one.name == "ssl":
                yield _wrong("server_tls_off")
            else:
                yield _wrong(
                    "server_setting_differs", name=one.name, found=one.found, wanted=one.wanted
                )
        pending = rows(connection, "SELECT name FROM pg_settings WHERE pending_restart ORDER BY 1")
        if pending:
            yield _wrong("server_restart", settings=", ".join(one for (one,) in pending))

    yield from _or_ok(each(), "server_settings_stand")
    if told(connection, "SHOW data_checksums") == "off":
        yield _note("server_no_checksums")


def _lines(connection: Raw, plan: Plan) -> Iterator[Finding]:
    found = (
        _wrong(one.code, line=one.line, detail=one.detail)
        for one in access.openings(connection, plan)
    )
    yield from _or_ok(found, "server_lines_stand", networks=", ".join(plan.networks))


def _certificates(connection: Raw, plan: Plan, folder: Folder, now: datetime) -> Iterator[Finding]:
    def each() -> Iterator[Finding]:
        for one in keys.faults(folder, plan, now):
            yield _wrong(one.code, detail=one.detail, until=one.until)
        made = folder.keys / "server.crt"
        query = "SELECT extract(epoch FROM pg_conf_load_time())"
        with plan.reach.as_keeper():
            is_newer = made.is_file() and made.stat().st_mtime > float(told(connection, query)) + 1
        if is_newer:
            yield _wrong("server_certificate_unread")

    yield from _or_ok(each(), "server_keys_stand", hosts=", ".join(plan.hosts))


def _roles(connection: Raw) -> Iterator[Finding]:
    query = (
        "SELECT rolname FROM pg_roles WHERE rolname ~ %s"
        " AND (rolsuper OR rolcreatedb OR rolreplication OR rolbypassrls"
        " OR (rolcanlogin AND rolcreaterole)) ORDER BY 1"
    )
    found = (_wrong("server_role_raised", name=one) for (one,) in rows(connection, query, PREFIXES))
    yield from _or_ok(found, "server_roles_stand")


def _record(connection: Raw, plan: Plan) -> Iterator[Finding]:
    if not told(connection, "SELECT 1 FROM pg_database WHERE datname = %s", plan.database):
        yield _wrong("server_database_missing", name=plan.database)
        return
    try:
        with plan.reach.engine(plan.database) as engine:
            stands = record_stands(engine, plan.database)
            with engine.connect() as plain:
                counts = lockout.is_installed(plain)
    except OpeningError as error:
        yield _wrong(error.code, **error.facts)
        return
    if not counts:
        yield _wrong("server_lockout_missing")
    if stands:
        yield _ok("server_record_stands", name=plan.database)
    else:
        yield _wrong("server_record_behind", name=plan.database)


def _backups(plan: Plan, folder: Folder, now: datetime) -> Iterator[Finding]:
    attempt = last_attempt(plan.reach, folder)
    if attempt is not None and attempt.code:
        yield _wrong("server_backup_failed", at=attempt.at)
        yield _wrong(attempt.code, **attempt.facts)
    with plan.reach.as_keeper():
        kept = backups_in(folder.backups)
    if not kept:
        yield _wrong("server_backup_none", path=str(folder.backups))
        return
    newest = moment_of(kept[-1])
    if now - newest > OLDEST_BACKUP:
        yield _wrong("server_backup_old", at=newest)
    elif attempt is None or not attempt.code:
        yield _ok("server_backup_stands", at=newest, count=len(kept))


def _timer() -> Iterator[Finding]:
    if not timer.has_systemd():
        yield _note("server_timer_unseen")
    elif not all(map(timer.is_enabled, timer.JOBS)):
        yield _wrong("server_timer_off")
    else:
        yield _ok("server_timer_stands")


def _disks(connection: Raw, plan: Plan, folder: Folder) -> Iterator[Finding]:
    size = told(
        connection,
        "SELECT sum(pg_database_size(oid)) FROM pg_database WHERE datname = %s",
        plan.database,
    )
    needed = LEAST_FREE + 2 * int(size or 0)

    def each() -> Iterator[Finding]:
        for path in (Path(told(connection, "SHOW data_directory")), folder.backups):
            with plan.reach.as_keeper():
                free = shutil.disk_usage(path).free
            if free < needed:
                yield _wrong(
                    "server_disk_low", path=str(path), free=free >> 20, needed=needed >> 20
                )

    yield from _or_ok(each(), "server_disks_stand")


def _or_ok(found: Iterator[Finding], code: str, **facts: object) -> Iterator[Finding]:
    """Yield what was found; where nothing was, that all is well."""
    some = False
    for one in found:
        some = True
        yield one
    if not some:
        yield _ok(code, **facts)


def _of(state: str) -> Callable[..., Finding]:
    def found(code: str, **facts: object) -> Finding:
        return Finding(code, state, dict(facts))

    return found


_ok, _note, _wrong = _of("ok"), _of("note"), _of("wrong")

"""Make a backup of the record, prove it by restoring it beside the record, let old ones go.

A backup is a dump and, of the same name, what it must hold: counts and sums of every table as the
dump's own transaction saw them, every definition and right, and the roles of the people.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from db.errors import OpeningError
from db.server.administration.fingerprint import Fingerprint, fingerprint
from db.server.administration.plan import Folder, Plan, written
from db.server.administration.reach import Raw, Reach, literal, name, order, told
from db.server.administration.roles import Roles, roles_of
from db.server.administration.rotation import staying

_DUMP = re.compile(r"(?P<database>[a-z][a-z0-9_]*)-(?P<at>\d{8}-\d{6})\.dump")
_MOMENT = "%Y%m%d-%H%M%S"
_LAST = "last-attempt.json"


@dataclass(frozen=True)
class Backup:
    """A proven backup: its dump and what must be in it."""

    dump: Path
    made_at: datetime
    sha256: str
    server_version: int
    holds: Fingerprint
    roles: Roles = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(count for count, _ in self.holds.tables.values())


@dataclass(frozen=True)
class Attempt:
    """How the last try to make a backup ended."""

    at: datetime
    code: str = ""
    """Of the error; empty when a backup was made."""
    facts: dict[str, Any] = field(default_factory=dict)


def back_up(plan: Plan, folder: Folder, now: datetime) -> tuple[Backup, int]:
    """Make and prove a backup; return it and how many old ones were let go.

    :raises OpeningError: ``backup_running``, ``backup_unproven``, ``backup_failed``,
        ``server_program_failed``; the older backups all stay.
    """
    with _alone(plan.reach, folder):
        try:
            backup = _made(plan, folder, now)
        except OpeningError as error:
            _tell(plan.reach, folder, Attempt(now, error.code, error.facts))
            raise
        except OSError as error:
            _tell(plan.reach, folder, Attempt(now, "backup_failed", {"path": str(folder.backups)}))
            raise OpeningError("backup_failed", path=str(folder.backups)) from error
        _tell(plan.reach, folder, Attempt(now))
        return backup, _let_go(plan.reach, folder)


def backups_in(folder: Path) -> list[Path]:
    """Return the dumps that have what belongs to them, the oldest first."""
    return sorted(
        path
        for path in folder.glob("*.dump")
        if _DUMP.fullmatch(path.name) and path.with_suffix(".json").is_file()
    )


def last_attempt(reach: Reach, folder: Folder) -> Attempt | None:
    """Return how the last try ended, or None before the first."""
    with reach.as_keeper():
        try:
            kept = json.loads((folder.backups / _LAST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
    return Attempt(datetime.fromisoformat(kept["at"]), kept["code"], kept["facts"])


def moment_of(dump: Path) -> datetime:
    """Return when a backup was made, as its name says."""
    found = _DUMP.fullmatch(dump.name)
    assert found is not None
    return datetime.strptime(found["at"], _MOMENT)


def read_backup(dump: Path) -> Backup:
    """Return a backup whose dump is byte for byte what it was.

    :raises OpeningError: ``file_missing``, ``file_not_readable``, ``backup_incomplete``,
        ``backup_damaged``.
    """
    try:
        if not dump.is_file():
            raise OpeningError("file_missing", path=str(dump))
        digest = _digest(dump)
    except OSError as error:
        raise OpeningError("file_not_readable", path=str(dump), detail=str(error)) from error
    try:
        kept = json.loads(dump.with_suffix(".json").read_text(encoding="utf-8"))
        backup = Backup(
            dump,
            datetime.fromisoformat(kept["made_at"]),
            kept["sha256"],
            kept["server_version"],
            Fingerprint(
                {table: (count, total) for table, (count, total) in kept["tables"].items()},
                kept["structure"],
                kept["sequences"],
            ),
            kept["roles"],
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OpeningError("backup_incomplete", path=str(dump)) from error
    if digest != backup.sha256:
        raise OpeningError("backup_damaged", path=str(dump))
    return backup


def _made(plan: Plan, folder: Folder, now: datetime) -> Backup:
    reach = plan.reach
    target = _free(folder, plan.database, now)
    part = target.with_suffix(".part")
    try:
        with reach.connected(plan.database) as connection:
            version = int(told(connection, "SHOW server_version_num"))
            roles = roles_of(connection, plan.database)
            holds = _dumped(reach, connection, plan.database, part)
            _prove(reach, connection, plan.database, part, holds)
        with reach.as_keeper():
            os.chmod(part, 0o600)
            backup = Backup(target, now, _digest(part), version, holds, roles)
            written(target.with_suffix(".json"), _as_json(backup), 0o600)
            part.replace(target)
    finally:
        with reach.as_keeper():
            part.unlink(missing_ok=True)
    return backup


def _free(folder: Folder, database: str, now: datetime) -> Path:
    """Return a name that no backup has; they are told apart by the second."""
    at = now
    while (path := folder.backups / f"{database}-{at:{_MOMENT}}.dump").exists():
        at += timedelta(seconds=1)
    return path


def _dumped(reach: Reach, connection: Raw, database: str, part: Path) -> Fingerprint:
    """Write a dump; return what the very state that was dumped holds."""
    # The transaction waits idle while the dump is written: the limits for people do not fit it.
    connection.execute("SET idle_in_transaction_session_timeout = 0")
    connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    try:
        snapshot = told(connection, "SELECT pg_export_snapshot()")
        holds = fingerprint(connection)
        reach.run(
            connection,
            "pg_dump",
            *("--format=custom", "--compress=6", f"--snapshot={snapshot}"),
            *("--file", str(part), "--dbname", database),
        )
        return holds
    finally:
        connection.execute("ROLLBACK")


def _prove(reach: Reach, connection: Raw, database: str, part: Path, holds: Fingerprint) -> None:
    """Restore a dump into a database of its own, compare, and drop that database."""
    scratch = f"{database}_proof_{secrets.token_hex(3)}"
    with scratch_database(connection, database, scratch):
        restore_into(reach, connection, part, scratch)
        with reach.connected(scratch) as copy:
            differing = holds.differences(fingerprint(copy))
    if differing:
        raise OpeningError("backup_unproven", path=str(part), detail=", ".join(differing[:20]))


@contextmanager
def scratch_database(connection: Raw, like: str, scratch: str) -> Iterator[None]:
    """Make an empty database as another one is, and drop it at the end whatever happens."""
    owner, collate, ctype = connection.execute(
        "SELECT pg_get_userbyid(datdba), datcollate, datctype FROM pg_database WHERE datname = %s",
        (like,),
    ).fetchone() or ("", "", "")
    order(
        connection,
        "CREATE DATABASE {scratch} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'"
        " LC_COLLATE {collate} LC_CTYPE {ctype}",
        scratch=name(scratch),
        owner=name(owner),
        collate=literal(collate),
        ctype=literal(ctype),
    )
    try:
        order(connection, "REVOKE ALL ON DATABASE {scratch} FROM PUBLIC", scratch=name(scratch))
        yield
    finally:
        order(connection, "DROP DATABASE IF EXISTS {scratch} WITH (FORCE)", scratch=name(scratch))


def restore_into(reach: Reach, connection: Raw, dump: Path, database: str) -> None:
    """Restore a dump into an empty database; the first error ends it."""
    reach.run(
        connection, "pg_restore", "--exit-on-error", "--jobs=2", "--dbname", database, str(dump)
    )


def _let_go(reach: Reach, folder: Folder) -> int:
    with reach.as_keeper():
        found = backups_in(folder.backups)
    dumps = {path: moment_of(path) for path in found}
    stay = staying(dumps.values())
    gone = [path for path, at in dumps.items() if at not in stay]
    with reach.as_keeper():
        for path in gone:
            path.unlink()
            path.with_suffix(".json").unlink()
    return len(gone)


@contextmanager
def _alone(reach: Reach, folder: Folder) -> Iterator[None]:
    """Let one backup run at a time; the system frees the lock when its holder dies."""
    with reach.as_keeper():
        try:
            lock = os.open(folder.backups / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise OpeningError(
                "server_folder", path=str(folder.backups), detail=str(error)
            ) from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OpeningError("backup_running", path=str(folder.backups)) from error
        yield
    finally:
        os.close(lock)


def _tell(reach: Reach, folder: Folder, attempt: Attempt) -> None:
    with reach.as_keeper():
        text = json.dumps({**asdict(attempt), "at": attempt.at.isoformat()}, ensure_ascii=False)
        written(folder.backups / _LAST, text.encode(), 0o600)


def _as_json(backup: Backup) -> bytes:
    told_of: dict[str, Any] = {
        "made_at": backup.made_at.isoformat(),
        "sha256": backup.sha256,
        "server_version": backup.server_version,
        "tables": backup.holds.tables,
        "structure": backup.holds.structure,
        "sequences": backup.holds.sequences,
        "roles": backup.roles,
    }
    return json.dumps(told_of, ensure_ascii=False, indent=1).encode()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Look at a database file before it is trusted (reliability.md F17–F27, §6.1 no. 8)."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from db.embedded.connection import add_functions, connect
from db.embedded.header import APPLICATION_ID, PAGE, FileKind, has_our_mark, kind_of
from db.errors import OpeningError

NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs", "glusterfs"}
)


@dataclass(frozen=True)
class FileState:
    """What a look at the file found."""

    exists: bool
    read_only: bool
    revision: str | None
    epoch: int | None


def check_place(path: Path) -> None:
    """Refuse places where SQLite's locks cannot be trusted or nothing can be written.

    :raises OpeningError: ``file_on_network``, ``folder_missing``, ``not_a_file``.
    """
    text = str(path)
    if text.startswith(("\\\\", "//")) or file_system(path) in NETWORK_FILE_SYSTEMS:
        raise OpeningError("file_on_network", path=text)
    if path.is_dir():
        raise OpeningError("not_a_file", path=text)
    if not path.parent.is_dir():
        raise OpeningError("folder_missing", path=text)


def file_system(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Return the type of the file system below a path, or an empty text where none can be told."""
    if not mounts.exists():
        return ""
    target, best, kind = str(path.absolute()), "", ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind


def is_writable(path: Path) -> bool:
    """Tell whether the file and its folder can be written by this person."""
    if path.exists() and not os.access(path, os.W_OK):
        return False
    return os.access(path.parent, os.W_OK) and not _mounted_read_only(path)


def _mounted_read_only(path: Path) -> bool:
    if sys.platform == "win32":
        return False
    return bool(os.statvfs(path.parent).f_flag & os.ST_RDONLY)


def examine(path: Path, key: str | None) -> FileState:
    """Open the file for a first look: is it ours, is it whole, which schema has it.

    :raises OpeningError: ``file_foreign``, ``file_damaged``, ``key_missing``, ``wrong_key``,
        ``file_locked``, ``file_unfinished``, ``file_not_readable``.
    """
    read_only = not is_writable(path)
    if not path.exists():
        return FileState(False, read_only, None, None)
    try:
        kind = kind_of(path)
        _refuse_by_kind(path, kind, key)
    except OSError as error:
        raise OpeningError("file_not_readable", path=str(path), detail=str(error)) from error
    if kind == "empty":
        return FileState(False, read_only, None, None)
    connection = connect(path, key, "look")
    try:
        add_functions(connection)
        return _state(connection, path, read_only)
    except driver.OperationalError as error:
        code = "file_locked" if "locked" in str(error) else "file_damaged"
        raise OpeningError(code, path=str(path), detail=str(error)) from error
    except driver.DatabaseError as error:
        raise OpeningError("file_damaged", path=str(path), detail=str(error)) from error
    finally:
        connection.close()


def _refuse_by_kind(path: Path, kind: FileKind, key: str | None) -> None:
    """Refuse what its first bytes already give away, before the library touches it."""
    if kind == "damaged":
        raise OpeningError("file_damaged", path=str(path), detail="header")
    log = path.with_name(path.name + "-wal")
    foreign = kind == "foreign" or (kind == "plain" and not log.exists() and not has_our_mark(path))
    if foreign and not _is_blank(path, kind):
        raise OpeningError("file_foreign", path=str(path))
    if kind == "encrypted" and key is None:
        raise OpeningError("key_missing", path=str(path))
    if not foreign and not _has_log(log) and path.stat().st_size % PAGE:
        # The library fills a page that was cut off with zeros and says nothing.
        raise OpeningError("file_damaged", path=str(path), detail="cut off")


def _has_log(log: Path) -> bool:
    return log.exists() and log.stat().st_size > 0


def _is_blank(path: Path, kind: FileKind) -> bool:
    """Tell whether it is the one page that a founding leaves which died at its first step."""
    return kind == "plain" and path.stat().st_size <= PAGE


def _state(connection: Any, path: Path, read_only: bool) -> FileState:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    identity = connection.execute("PRAGMA application_id").fetchone()[0]
    if identity != APPLICATION_ID and (tables or identity):
        raise OpeningError("file_foreign", path=str(path))
    if not tables:
        return FileState(False, read_only, None, None)
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise OpeningError("file_damaged", path=str(path), detail=str(answer))
    revision = _one(connection, "alembic_version", "version_num")
    epoch = _one(connection, "app_meta", "schema_epoch")
    if revision is None or epoch is None:
        raise OpeningError("file_damaged", path=str(path), detail="no revision")
    return FileState(True, read_only, revision, epoch)


def _one(connection: Any, table: str, column: str) -> Any:
    row = connection.execute(f"SELECT {column} FROM {table}").fetchone()
    return row[0] if row else None

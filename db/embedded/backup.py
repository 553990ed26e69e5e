"""Copy the embedded file while it is used, and prove the copy before calling it a backup."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from db.embedded.connection import add_functions, connect
from db.embedded.file import examine
from db.errors import OpeningError
from db.faults import faultpoint

KEEP_AUTOMATIC = 10


def backup(source: Path, target: Path, key: str | None) -> Path:
    """Write a proven copy of the file to ``target`` and return it.

    The copy is made in one step (a stepwise copy never ends beside a busy writer,
    database.md §8), read back row by row against what was copied, then renamed into its place.

    :raises OpeningError: ``backup_failed`` with the reason; an older backup stays as it was.
    """
    part = target.with_name(target.name + ".part")
    try:
        if target.exists() and target.samefile(source):
            raise OpeningError("target_exists", path=str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(source, part, key)
        _to_disk(part)
        faultpoint("backup_rename")
        os.replace(part, target)
        _to_disk(target.parent)
    except (OSError, driver.Error, OpeningError) as error:
        _forget(part)
        raise OpeningError("backup_failed", path=str(target), detail=str(error)) from error
    return target


def automatic_backup(path: Path, key: str | None, now: datetime, reason: str) -> Path:
    """Back the file up beside itself before something risky, keeping the newest ten."""
    folder = path.with_name(path.name + ".backups")
    made = backup(path, folder / f"{now:%Y%m%d-%H%M%S}-{reason}.db", key)
    for old in sorted(folder.glob("*.db"))[:-KEEP_AUTOMATIC]:
        old.unlink()
    return made


def restore(copy: Path, path: Path, key: str | None, present_key: str | None = None) -> Path | None:
    """Put a backup in the file's place; the present file is kept aside and its path returned.

    :param key: of the copy; ``present_key`` that of the present file, where it is another one.
    :raises OpeningError: when the copy is not a sound file of ours, or ``file_locked`` while the
        present file is open anywhere.
    """
    if not examine(copy, key).exists:
        raise OpeningError("file_missing", path=str(copy))
    if path.exists() and copy.samefile(path):
        raise OpeningError("target_exists", path=str(path))
    part = path.with_name(path.name + ".part")
    aside: Path | None = None
    try:
        shutil.copyfile(copy, part)
        _to_disk(part)
        if path.exists():
            aside = path.with_name(f"{path.name}.before-restore-{datetime.now():%Y%m%d-%H%M%S}")
            _put_aside(path, aside, present_key or key)
        os.replace(part, path)
        _to_disk(path.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OpeningError("restore_failed", path=str(path), detail=str(error)) from error
    except OpeningError:
        part.unlink(missing_ok=True)
        raise
    return aside


def _copy(source: Path, part: Path, key: str | None) -> None:
    """Copy one state of the source and compare the copy with the same state."""
    connection = connect(source, key, "read")
    try:
        add_functions(connection)
        # The state stays the same until the comparison is done, whatever others write.
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        copy = connect(part, key, "copy")
        try:
            connection.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        faultpoint("backup_part")
        _prove(connection, part, key)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _prove(source: Any, part: Path, key: str | None) -> None:
    """Refuse a copy that is not sound or not the same, row by row.

    SQLite has no checksum of its pages: a changed byte inside a text is found by comparison only.
    """
    if not examine(part, key).exists:
        raise OpeningError("file_damaged", path=str(part), detail="empty copy")
    copy = connect(part, key, "read")
    try:
        add_functions(copy)
        answer = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if answer != "ok":
            raise OpeningError("file_damaged", path=str(part), detail=str(answer))
        _compare(source, copy, part, "SELECT type, name, sql FROM sqlite_master ORDER BY name")
        tables = source.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        ).fetchall()
        for (table,) in tables:
            _compare(source, copy, part, f'SELECT * FROM "{table}"')
    finally:
        copy.close()


def _compare(source: Any, copy: Any, part: Path, question: str) -> None:
    both = zip_longest(source.execute(question), copy.execute(question))
    if any(mine != its for mine, its in both):
        raise OpeningError("file_damaged", path=str(part), detail=f"differs: {question}")


def _put_aside(path: Path, aside: Path, key: str | None) -> None:
    """Rename the present file with everything that was acknowledged in it.

    A damaged file keeps its log beside it as it is; the file goes before its log, so that a stop
    in between leaves no file, which is seen, and never a file without its last entries.
    """
    if _is_sound(path, key):
        _bring_in_log(path, key)
    log, aside_log = (one.with_name(one.name + "-wal") for one in (path, aside))
    if log.exists():
        shutil.copyfile(log, aside_log)
        _to_disk(aside_log)
    os.replace(path, aside)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _is_sound(path: Path, key: str | None) -> bool:
    try:
        return examine(path, key).exists
    except OpeningError as error:
        if error.code == "file_locked":
            raise
        return False


def _bring_in_log(path: Path, key: str | None) -> None:
    """Write the log into the file, which at the same time shows that nobody has it open."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except driver.OperationalError as error:
        code = "file_locked" if "locked" in str(error) else "restore_failed"
        raise OpeningError(code, path=str(path), detail=str(error)) from error
    finally:
        connection.close()


def _forget(part: Path) -> None:
    """Take a copy away that is none."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        left = part.with_name(part.name + suffix)
        if left.exists():
            left.unlink()


def _to_disk(path: Path) -> None:
    """Make sure that a file, or the names in a folder, outlive a loss of power."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

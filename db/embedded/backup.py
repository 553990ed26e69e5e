"""Copy the embedded file while it is used, and prove the copy before calling it a backup."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from db.embedded.connection import add_functions, connect
from db.embedded.file import examine
from db.errors import OpeningError

KEEP_AUTOMATIC = 10


def backup(source: Path, target: Path, key: str | None) -> Path:
    """Write a checked copy of the file to ``target`` and return it.

    The copy is made in one step (a stepwise copy never ends beside a busy writer,
    database.md §8), opened and checked, then renamed into its place.

    :raises OpeningError: ``backup_failed`` with the reason; an older backup stays as it was.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(source, part, key)
        _prove(source, part, key)
        os.replace(part, target)
    except (OSError, driver.Error, OpeningError) as error:
        part.unlink(missing_ok=True)
        raise OpeningError("backup_failed", path=str(target), detail=str(error)) from error
    return target


def automatic_backup(path: Path, key: str | None, now: datetime, reason: str) -> Path:
    """Back the file up beside itself before something risky, keeping the newest ten."""
    folder = path.with_name(path.name + ".backups")
    made = backup(path, folder / f"{now:%Y%m%d-%H%M%S}-{reason}.db", key)
    for old in sorted(folder.glob("*.db"))[:-KEEP_AUTOMATIC]:
        old.unlink()
    return made


def restore(copy: Path, path: Path, key: str | None) -> Path | None:
    """Put a backup in the file's place; the present file is kept aside and its path returned.

    :raises OpeningError: when the copy is not a sound file of ours.
    """
    state = examine(copy, key)
    if not state.exists:
        raise OpeningError("file_missing", path=str(copy))
    part = path.with_name(path.name + ".part")
    shutil.copyfile(copy, part)
    aside: Path | None = None
    if path.exists():
        aside = path.with_name(f"{path.name}.before-restore-{datetime.now():%Y%m%d-%H%M%S}")
        os.replace(path, aside)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    os.replace(part, path)
    return aside


def _copy(source: Path, part: Path, key: str | None) -> None:
    connection = connect(source, key)
    try:
        add_functions(connection)
        copy = connect(part, key)
        try:
            connection.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    finally:
        connection.close()


def _prove(source: Path, part: Path, key: str | None) -> None:
    state = examine(part, key)
    if not state.exists:
        raise OpeningError("file_damaged", path=str(part), detail="empty copy")
    connection = connect(part, key)
    try:
        add_functions(connection)
        answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if answer != "ok":
            raise OpeningError("file_damaged", path=str(part), detail=str(answer))
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()

"""Text on this computer that only this person may read: encrypted where there is a key."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def read_private(path: Path, key: str | None) -> str:
    """Return what was written.

    :raises OSError: it cannot be read, or not with this key.
    """
    if key is None:
        return path.read_text(encoding="utf-8")
    with _locked(path, key, lasting=False) as connection:
        return str(connection.execute("SELECT text FROM drafts").fetchone()[0])


def write_private(path: Path, key: str | None, text: str, *, lasting: bool = False) -> None:
    """Write a text whole or not at all.

    :param lasting: wait until the disk has it, so that a machine that fails loses nothing.
    :raises OSError: it could not be written; what was there before is there still.
    """
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    # The rights are set when the file is made: it is never readable for others.
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        if key is None:
            file.write(text.encode())
            if lasting:
                file.flush()
                os.fsync(file.fileno())
    if key is not None:
        with _locked(part, key, lasting=lasting) as connection:
            connection.execute("CREATE TABLE drafts (text TEXT NOT NULL)")
            connection.execute("INSERT INTO drafts VALUES (?)", (text,))
    part.replace(path)
    if lasting:
        settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where a folder can be opened for that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(path: Path, key: str, *, lasting: bool) -> Iterator[Any]:
    """Open the encrypted file; what the driver refuses is an OSError to the caller."""
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        # A crash of the program loses nothing by this; a draft is not worth a wait for the disk.
        connection.execute(f"PRAGMA synchronous = {'FULL' if lasting else 'OFF'}")
        connection.execute("PRAGMA journal_mode = MEMORY")
        yield connection
    except driver.DatabaseError as error:
        raise OSError(f"the locked file: {error}") from error
    finally:
        connection.close()

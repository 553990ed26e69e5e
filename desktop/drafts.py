"""Unfinished registrations on this computer: what was typed survives a crash and a closed window.

They hold names and telephone numbers. Where a key store keeps a key they are written encrypted;
where there is none, as JSON that only this person may read; while the store is locked, nowhere.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.credentials import Credentials, StoreState
from desktop.paths import private_folder

MOST = 5
"""Drafts that are kept; the oldest goes first."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Draft:
    """What was typed, as plain values by field, and when it was kept."""

    saved_at: str
    fields: dict[str, Any]


class Drafts:
    """The drafts of one person on one street; without a path nothing is written."""

    def __init__(self, path: Path | None, key: str | None = None) -> None:
        self._path = path
        self._key = key

    def is_kept(self) -> bool:
        """Tell whether drafts outlive the program."""
        return self._path is not None

    def load(self) -> list[Draft]:
        """Return the drafts, newest first; a file that cannot be read is put aside."""
        if self._path is None or not self._path.exists():
            return []
        try:
            rows = json.loads(self._read(self._path))
            return [Draft(str(row["saved_at"]), dict(row["fields"])) for row in rows]
        except (ValueError, KeyError, TypeError, OSError) as error:
            _LOG.warning("drafts could not be read and were put aside: %s", error)
            self._path.replace(self._path.with_suffix(".unreadable"))
            return []

    def save(self, drafts: list[Draft]) -> bool:
        """Keep these and no others; tell whether they lie on the disk now."""
        if self._path is None:
            return False
        rows = [{"saved_at": one.saved_at, "fields": one.fields} for one in drafts[:MOST]]
        try:
            if rows:
                self._write(self._path, json.dumps(rows, ensure_ascii=False))
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            # A full disk must not stop the person from registering.
            _LOG.warning("drafts could not be written: %s", error)
            return False
        return True

    def _read(self, path: Path) -> str:
        if self._key is None:
            return path.read_text(encoding="utf-8")
        return _read_locked(path, self._key)

    def _write(self, path: Path, text: str) -> None:
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        # The rights are set when the file is made: it is never readable for others.
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            if self._key is None:
                file.write(text.encode())
        if self._key is not None:
            _write_locked(part, self._key, text)
        part.replace(path)


def open_drafts(identity: str, is_practice: bool, credentials: Credentials | None = None) -> Drafts:
    """Return the drafts of a person; asks the key store, so it belongs on a worker.

    Invented people of a practice street need no key.
    """
    name = hashlib.sha256(identity.encode()).hexdigest()[:24]
    plain = private_folder() / f"drafts-{name}.json"
    if is_practice:
        return Drafts(plain)
    store = credentials or Credentials()
    found = store.database_key(f"drafts-{name}")
    if found.state is StoreState.USABLE and found.secret is None:
        found = store.new_database_key(f"drafts-{name}")
    if found.state is StoreState.SILENT:
        return Drafts(None)
    if found.secret is None:
        return Drafts(plain)
    return Drafts(plain.with_suffix(".locked"), found.secret)


@contextmanager
def _locked(path: Path, key: str) -> Iterator[Any]:
    """Open the encrypted file; what the driver refuses is an OSError to the caller."""
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        # A crash of the program loses nothing by this; a draft is not worth a wait for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        yield connection
    except driver.DatabaseError as error:
        raise OSError(f"the locked file: {error}") from error
    finally:
        connection.close()


def _read_locked(path: Path, key: str) -> str:
    with _locked(path, key) as connection:
        return str(connection.execute("SELECT text FROM drafts").fetchone()[0])


def _write_locked(path: Path, key: str, text: str) -> None:
    with _locked(path, key) as connection:
        connection.execute("CREATE TABLE drafts (text TEXT NOT NULL)")
        connection.execute("INSERT INTO drafts VALUES (?)", (text,))

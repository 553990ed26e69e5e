"""Open the database file with its key, if it has one and this computer keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from db.engine import Database, database_path, open_database, wall_clock
from db.errors import OpeningError
from desktop.credentials import Credentials, StoreState

PLAIN_HEADER = b"SQLite format 3\0"


def open_file(
    address: str,
    *,
    create: bool = False,
    practice: bool = False,
    credentials: Credentials | None = None,
    clock: Callable[[], datetime] = wall_clock,
) -> Database:
    """Open the file of an address; a new one is encrypted where a key store can keep its key.

    Practice files hold invented people only and are never encrypted.

    :raises OpeningError: as :func:`db.engine.open_database`; ``key_missing`` when the file is
        encrypted and this computer's key store does not hold or does not give its key.
    """
    path = database_path(address)
    store = credentials or Credentials()
    key = _key_of(path, create=create, practice=practice, store=store)
    return open_database(address, create=create, practice=practice, key=lambda: key, clock=clock)


def is_plain(path: Path) -> bool:
    """Tell whether an existing file is not encrypted."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) in (PLAIN_HEADER, b"")


def _key_of(path: Path, *, create: bool, practice: bool, store: Credentials) -> str | None:
    if path.is_file() and path.stat().st_size:
        if is_plain(path):
            return None
        found = store.database_key(_identity(path))
        if found.secret is None:
            raise OpeningError("key_missing", path=str(path), state=found.state.name)
        return found.secret
    if not create or practice or path.is_dir():
        return None
    made = store.new_database_key(_identity(path))
    return made.secret if made.state is StoreState.USABLE else None


def _identity(path: Path) -> str:
    """Return the name under which the store keeps the file's key: a digest of its place."""
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:32]

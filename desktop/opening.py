"""Open the record; copy and bring back the file, with its key if this computer keeps one for it.

This is the one place that knows which key belongs to which file.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from db.embedded.backup import backup, restore
from db.embedded.header import PAGE, kind_of
from db.engine import Database, database_path, is_server, open_database, wall_clock
from db.errors import OpeningError
from desktop.credentials import Credentials, StoreState, content_identity, file_identity


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
    is_new = not path.is_file()
    key = _key_to_open(path, create=create, practice=practice, store=store)
    database = open_database(
        address, create=create, practice=practice, key=lambda: key, clock=clock
    )
    if is_new and key is not None:
        # Its place is known to the store already; this name goes with it wherever it is moved.
        store.keep_database_key(content_identity(path), key)
    return database


def open_record(
    address: str,
    *,
    create: bool = False,
    practice: bool = False,
    clock: Callable[[], datetime] = wall_clock,
) -> Database:
    """Open the record of an address: a file with its key, or a server as who signs on there.

    :raises OpeningError: as :func:`open_file` and :func:`db.engine.open_database`.
    """
    if is_server(address):
        return open_database(address, create=create, practice=practice, clock=clock)
    return open_file(address, create=create, practice=practice, clock=clock)


def backup_file(database: Database, target: Path, credentials: Credentials | None = None) -> Path:
    """Write a proven copy of an open database; the key store learns the key of the copy.

    :raises OpeningError: ``target_exists``, ``backup_failed``, ``key_missing``;
        ``server_for_file_only``.
    """
    if database.is_shared:
        raise OpeningError("server_for_file_only", address=str(database.path))
    if target.exists() and target.samefile(database.path):
        raise OpeningError("target_exists", path=str(target))
    key = database.key()
    made = backup(database.path, target.absolute(), key)
    if key is not None:
        _keep(credentials or Credentials(), made, key)
    return made


def restore_file(copy: Path, address: str, credentials: Credentials | None = None) -> Path | None:
    """Put a backup in the place of the file of an address; return where the present one is kept.

    :raises OpeningError: as :func:`db.embedded.backup.restore`; ``key_missing``.
    """
    path = database_path(address)
    if not copy.is_file():
        raise OpeningError("file_missing", path=str(copy))
    store = credentials or Credentials()
    # A copy made before an upgrade has the key of the file that it was made of.
    key = _key_of(copy, (copy, path), store)
    present = _key_of(path, (path,), store) if path.is_file() else None
    aside = restore(copy, path, key, present)
    if aside is not None and present is not None:
        _keep(store, aside, present)
    if key is not None:
        _keep(store, path, key)
    return aside


def is_plain(path: Path) -> bool:
    """Tell whether an existing file is not encrypted."""
    return kind_of(path) != "encrypted"


def _key_to_open(path: Path, *, create: bool, practice: bool, store: Credentials) -> str | None:
    if path.is_dir() or (path.is_file() and path.stat().st_size):
        return _key_of(path, (path,), store) if path.is_file() else None
    if not create or practice:
        return None
    identity = file_identity(path)
    # The key of a file that was here before may be the only one of its copies: it is used again.
    made = store.database_key(identity)
    if made.state is StoreState.USABLE and made.secret is None:
        made = store.new_database_key(identity)
    return made.secret


def _key_of(path: Path, places: tuple[Path, ...], store: Credentials) -> str | None:
    """Return the key of a file that is there; None when it needs none."""
    try:
        if is_plain(path):
            return None
    except OSError as error:
        raise OpeningError("file_not_readable", path=str(path), detail=str(error)) from error
    state = StoreState.NONE
    for name in (content_identity(path), *map(file_identity, places)):
        found = store.database_key(name)
        if found.secret is not None:
            return found.secret
        state = found.state
    if path.stat().st_size % PAGE:
        # An encrypted file has whole pages: this is a photograph, an archive, anything.
        raise OpeningError("file_foreign", path=str(path))
    raise OpeningError("key_missing", path=str(path), state=state.name)


def _keep(store: Credentials, path: Path, key: str) -> None:
    """Keep the key under both names of a copy; one that nobody can open is none.

    :raises OpeningError: ``key_missing``.
    """
    store.keep_database_key(content_identity(path), key)
    kept = store.keep_database_key(file_identity(path), key)
    if kept.secret is None:
        raise OpeningError("key_missing", path=str(path), state=kept.state.name)

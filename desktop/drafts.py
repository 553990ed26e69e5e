"""Unfinished registrations on this computer: what was typed survives a crash and a closed window.

They hold names and telephone numbers. Where a key store keeps a key they are written encrypted;
where there is none, as JSON that only this person may read; while the store is locked, nowhere.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.credentials import Credentials, StoreState
from desktop.paths import private_folder
from desktop.private_text import read_private, write_private

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
            rows = json.loads(read_private(self._path, self._key))
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
                write_private(self._path, self._key, json.dumps(rows, ensure_ascii=False))
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            # A full disk must not stop the person from registering.
            _LOG.warning("drafts could not be written: %s", error)
            return False
        return True


@dataclass(frozen=True)
class Place:
    """Where this person's unsaved work lies, and the key; no path while the store is locked."""

    path: Path | None
    key: str | None = None


def open_drafts(identity: str, is_practice: bool, credentials: Credentials | None = None) -> Drafts:
    """Return the drafts of a person; asks the key store, so it belongs on a worker."""
    place = place_of(identity, is_practice, credentials)
    return Drafts(place.path, place.key)


def place_of(identity: str, is_practice: bool, credentials: Credentials | None = None) -> Place:
    """Return where the drafts of a person lie; asks the key store, so it belongs on a worker.

    Invented people of a practice street need no key.
    """
    name = hashlib.sha256(identity.encode()).hexdigest()[:24]
    plain = private_folder() / f"drafts-{name}.json"
    if is_practice:
        return Place(plain)
    store = credentials or Credentials()
    found = store.database_key(f"drafts-{name}")
    if found.state is StoreState.USABLE and found.secret is None:
        found = store.new_database_key(f"drafts-{name}")
    if found.state is StoreState.SILENT:
        return Place(None)
    if found.secret is None:
        return Place(plain)
    return Place(plain.with_suffix(".locked"), found.secret)

"""Registrations that wait on this computer until a shared server takes them.

Each lies in a file of its own, encrypted with the key of the drafts, and goes away only when the
server's answer is here. The ids of its commands lie with it: sent twice, it is one case.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.credentials import Credentials
from desktop.drafts import place_of
from desktop.private_text import read_private, write_private
from desktop.registration import Registration, from_plain, to_plain

_LOG = logging.getLogger(__name__)
_COUNT = "told.json"


@dataclass(frozen=True)
class Waiting:
    """One registration that was kept: what it asks for, and what stood in its form."""

    key: str
    """The id of its first command, and the name of its file."""
    serial: int
    """The provisional number: never one that another of the day was told."""
    kept_at: str
    wanted: Registration
    ids: dict[str, str]
    """Step → command id."""
    fields: dict[str, Any] = field(repr=False)
    reason: str = ""
    """Why the server refused it, in words; empty while it is to be sent."""


class Outbox:
    """The registrations of one person that wait; without a folder none can be kept."""

    def __init__(self, folder: Path | None, key: str | None = None) -> None:
        self._folder = folder
        self._key = key
        self._serials: dict[str, int] = {}
        """Key → provisional number of what lies there."""

    def is_kept(self) -> bool:
        """Tell whether what is kept here outlives the program."""
        return self._folder is not None

    def is_locked(self) -> bool:
        """Tell whether what is kept here is encrypted."""
        return self._key is not None

    def load(self) -> list[Waiting]:
        """Return what waits, the oldest first; a file that cannot be read is put aside."""
        found = []
        for path in self._files():
            try:
                found.append(_from_text(read_private(path, self._key)))
            except (ValueError, KeyError, TypeError, OSError) as error:
                _LOG.warning("a waiting registration could not be read, put aside: %s", error)
                path.replace(path.with_suffix(".unreadable"))
        self._serials = {one.key: one.serial for one in found}
        return sorted(found, key=lambda one: (one.kept_at, one.serial))

    def keep(self, waiting: Waiting) -> Waiting:
        """Write a registration, with the next provisional number where it has none; return it.

        :raises OSError: it does not lie on the disk.
        """
        if self._folder is None:
            raise OSError("the key store is locked: nothing can be kept")
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not waiting.serial:
            waiting = replace(waiting, serial=self._next(waiting.kept_at[:10]))
        write_private(self._path(waiting), self._key, _to_text(waiting), lasting=True)
        self._serials[waiting.key] = waiting.serial
        return waiting

    def remove(self, waiting: Waiting) -> None:
        """Let go of a registration: the server has it, or it is in the form again."""
        self._path(waiting).unlink(missing_ok=True)
        self._serials.pop(waiting.key, None)

    def count_told(self, day: str, serial: int) -> None:
        """Remember that a provisional number was told, so that no other gets it that day.

        :raises OSError: it could not be written.
        """
        if self._folder is not None:
            told = {"day": day, "serial": max(serial, self._told(day))}
            write_private(self._folder / _COUNT, None, json.dumps(told))

    def _next(self, day: str) -> int:
        return max([*self._serials.values(), self._told(day)]) + 1

    def _told(self, day: str) -> int:
        assert self._folder is not None
        try:
            told = json.loads(read_private(self._folder / _COUNT, None))
            return int(told["serial"]) if told["day"] == day else 0
        except (ValueError, KeyError, TypeError, OSError):
            return 0  # Nothing was told yet.

    def _path(self, waiting: Waiting) -> Path:
        assert self._folder is not None
        return self._folder / f"{waiting.key}.waiting"

    def _files(self) -> list[Path]:
        if self._folder is None or not self._folder.is_dir():
            return []
        return sorted(self._folder.glob("*.waiting"))


def open_outbox(identity: str, is_practice: bool, credentials: Credentials | None = None) -> Outbox:
    """Return what waits of a person; asks the key store, so it belongs on a worker."""
    place = place_of(identity, is_practice, credentials)
    return Outbox(place.path and place.path.with_suffix(".outbox"), place.key)


def _to_text(waiting: Waiting) -> str:
    plain = {
        "key": waiting.key,
        "serial": waiting.serial,
        "kept_at": waiting.kept_at,
        "wanted": to_plain(waiting.wanted),
        "ids": waiting.ids,
        "fields": waiting.fields,
        "reason": waiting.reason,
    }
    return json.dumps(plain, ensure_ascii=False)


def _from_text(text: str) -> Waiting:
    plain = json.loads(text)
    return Waiting(
        str(plain["key"]),
        int(plain["serial"]),
        str(plain["kept_at"]),
        from_plain(plain["wanted"]),
        dict(plain["ids"]),
        dict(plain["fields"]),
        str(plain["reason"]),
    )

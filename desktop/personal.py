"""How a person likes the screens, remembered on this machine; nothing here is of the record."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from desktop import paths

_LOG = logging.getLogger(__name__)

CHOICES: dict[str, tuple[Any, ...]] = {
    "language": ("zh_CN", "en_US"),
    "theme": ("light", "dark"),
    "factor": (1.0, 1.25, 1.5),
    "density": ("standard", "single", "compact"),
    "sound": (True, False),
    "calm": (False, True),
}
"""Setting → what it may be; the first one holds until somebody chooses."""


@dataclass(frozen=True)
class Personal:
    """What one person chose."""

    language: str = "zh_CN"
    theme: str = "light"
    factor: float = 1.0
    density: str = "standard"
    sound: bool = True
    calm: bool = False
    """Less motion: lists go on by whole rows instead of gliding."""


class PersonalBook:
    """The settings of everyone who signed on here, in one small file; without one in memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._people: dict[str, Personal] = {}
        self._last = ""
        self._read()

    def of(self, person: str) -> Personal:
        """Return a person's settings; the defaults for one who never chose."""
        return self._people.get(person, Personal())

    def knows(self, person: str) -> bool:
        """Tell whether a person ever chose."""
        return person in self._people

    def last(self) -> Personal:
        """Return the settings of who used this machine last, for the time before the sign-on."""
        return self.of(self._last)

    def sign_on(self, person: str) -> None:
        """Remember who uses the machine now."""
        if person != self._last:
            self._last = person
            self._write()

    def keep(self, person: str, chosen: Personal) -> None:
        """Remember what a person chose."""
        self._people[person] = chosen
        self._last = person
        self._write()

    def _read(self) -> None:
        if self._path is None or not self._path.is_file():
            return
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            people = {str(name): _personal(kept) for name, kept in found["people"].items()}
            self._people, self._last = people, str(found["last"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            # Looks only: with a broken file the defaults hold, and the next choice mends it.
            _LOG.warning("personal settings could not be read: %s", type(error).__name__)

    def _write(self) -> None:
        if self._path is None:
            return
        people = {name: asdict(chosen) for name, chosen in self._people.items()}
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part.write_text(
                json.dumps({"last": self._last, "people": people}, ensure_ascii=False, indent=1),
                encoding="utf-8",
            )
            os.replace(part, self._path)
        except OSError as error:
            _LOG.warning("personal settings could not be kept: %s", error)


def book_of_this_machine() -> PersonalBook:
    """Return the book that lies in the person's own folder."""
    return PersonalBook(paths.config_folder() / "personal.json")


def _personal(kept: dict[str, Any]) -> Personal:
    """Return what was kept; a value that is none of the choices is the default again."""
    known = {one.name for one in fields(Personal)}
    return Personal(**{k: v for k, v in kept.items() if k in known and v in CHOICES[k]})

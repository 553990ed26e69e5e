"""The practice street: made once, kept untouched, and copied whenever somebody starts over."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.demo import street_file

if TYPE_CHECKING:
    from db.engine import Database

FRESH, CURRENT, FACTS = "fresh.db", "practice.db", "day.json"
FIRST_DAY = datetime(2026, 11, 2)
"""Three weeks of history: enough for overdue cases, suggestions and a meeting, made in seconds."""


class PracticeStopped(Exception):
    """The person does not want to wait for the street."""


@dataclass(frozen=True)
class Day:
    """What the script has to know of the street that was made."""

    since: int
    """The last audit entry of the street; whatever follows is practice."""
    returned_id: int
    extension_id: int


def folder() -> Path:
    """Return the folder of practice; the real record never lies in it."""
    return paths.data_folder() / "practice"


def current_file() -> Path:
    """Return the file that is practised on."""
    return folder() / CURRENT


def is_ready() -> bool:
    """Tell whether there is a street to practise on, made by a version like this; for a worker."""
    files = (folder() / name for name in (FRESH, CURRENT, FACTS))
    return all(path.is_file() for path in files) and street_file.opens(current_file())


def day() -> Day:
    """Return what is known of the street."""
    return Day(**json.loads((folder() / FACTS).read_text(encoding="utf-8")))


def prepare(tell: Callable[[int, int], None], is_stopped: Callable[[], bool]) -> Path | None:
    """Make the street unless it is there; for a worker.

    One that another version made is made anew; what was practised on it is kept beside, and where
    is returned.

    :raises PracticeStopped: when it was stopped; no half-made street is left.
    """
    fresh = folder() / FRESH
    if fresh.is_file() and (folder() / FACTS).is_file() and street_file.opens(fresh):
        start_over()
        return None
    kept = street_file.set_aside(current_file()) if current_file().is_file() else None
    from desktop.demo.street import make_street
    from desktop.practice.morning import lay_out

    def every_day(share: float, _day: str) -> None:
        if is_stopped():
            raise PracticeStopped
        tell(round(share * 100), 100)

    folder().mkdir(parents=True, exist_ok=True)
    part = folder() / (FRESH + ".part")
    street_file.remove(part)
    try:
        make_street(part, every_day, FIRST_DAY)
        made = lay_out(part)
    except BaseException:
        # Whatever stops it: a half-made street must not be taken for one; it is told on.
        street_file.remove(part)
        raise
    (folder() / FACTS).write_text(json.dumps(asdict(made)), encoding="utf-8")
    street_file.remove(fresh)
    os.replace(part, fresh)
    start_over()
    return kept


def start_over() -> None:
    """Put the untouched street into the place of the one that was practised on."""
    street_file.remove(current_file())
    part = folder() / (CURRENT + ".part")
    shutil.copyfile(folder() / FRESH, part)
    os.replace(part, current_file())


def open_street() -> Database:
    """Open the street with its own clock, which goes on from its last command.

    :raises RuleError: ``practice_only``, should the file ever be another than a practice street.
    """
    from db.errors import RuleError
    from desktop.demo.window import open_demo

    database = open_demo(current_file())
    if not database.is_practice:
        database.close()
        raise RuleError("practice_only")
    return database

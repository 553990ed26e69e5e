"""The file of an invented street: whether this version can use it, and how it gives way."""

from __future__ import annotations

import os
from pathlib import Path

_OF_ANOTHER_VERSION = frozenset({"migration_failed", "file_newer", "tables_differ"})
_BESIDE = ("", "-wal", "-shm", "-journal")


def opens(path: Path) -> bool:
    """Tell whether this version can use the file; what else is wrong with it is told on.

    :raises OpeningError: it is no invented street that gives way, or it is not sound.
    """
    from db.embedded.fit import is_practice_file
    from db.errors import OpeningError
    from desktop.demo.window import open_demo

    try:
        open_demo(path).close()
    except OpeningError as error:
        if error.code in _OF_ANOTHER_VERSION and is_practice_file(path):
            return False
        raise
    return True


def set_aside(path: Path) -> Path:
    """Keep the file, with what lies beside it, under a name of this second; return the name."""
    from db.engine import wall_clock

    to = path.with_name(f"{path.stem}-{wall_clock():%Y%m%d-%H%M%S}{path.suffix}")
    _move(path, to)
    return to


def _move(path: Path, to: Path) -> None:
    remove(to)
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            os.replace(beside, to.with_name(to.name + ending))


def remove(path: Path) -> None:
    """Take the file away, with what lies beside it."""
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)

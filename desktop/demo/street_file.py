"""The file of an invented street: whether this version can use it, and how it gives way."""

from __future__ import annotations

import os
from pathlib import Path

_OF_ANOTHER_VERSION = frozenset({"migration_failed", "file_newer"})
_BESIDE = ("", "-wal", "-shm", "-journal")


def opens(path: Path) -> bool:
    """Tell whether this version can use the file; what else is wrong with it is told on."""
    from db.errors import OpeningError
    from desktop.demo.window import open_demo

    try:
        open_demo(path).close()
    except OpeningError as error:
        if error.code in _OF_ANOTHER_VERSION:
            return False
        raise
    return True


def move(path: Path, to: Path) -> None:
    """Keep the file, with what lies beside it, under another name."""
    remove(to)
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            os.replace(beside, to.with_name(to.name + ending))


def remove(path: Path) -> None:
    """Take the file away, with what lies beside it."""
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)

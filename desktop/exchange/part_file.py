"""Write a file whole or not at all: beside its place first, then in one move into it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.exchange.faults import ExchangeError


@contextmanager
def part_file(path: Path) -> Iterator[BinaryIO]:
    """Open ``<name>.part`` for writing; it takes the name only if the block ends well.

    The file is readable by its owner alone, because lists hold personal data. Whatever ends the
    block early, a full disk or a wish to stop, leaves nothing behind and the old file untouched.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with open(os.open(part, _FLAGS, 0o600), "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, path)
    except OSError as fault:
        raise ExchangeError("cannot_write", reason=fault.strerror or "", path=str(path)) from fault
    finally:
        part.unlink(missing_ok=True)


_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

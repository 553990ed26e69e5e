"""The log of the window: what went wrong, on this machine only, in files that do not grow."""

from __future__ import annotations

import logging
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop import paths

NAME = "window.log"
MOST_BYTES, KEPT = 1_000_000, 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_path() -> Path:
    """Return where the log of the window lies."""
    return paths.log_folder() / NAME


def begin_log() -> None:
    """Write everything worth knowing to the log; a disk that refuses leaves the window alone."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8", delay=False
        )
    except OSError as error:
        logging.getLogger(__name__).warning("there is no log: %s", error)
        return
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def log_tail(lines: int = 200) -> tuple[str, ...]:
    """Return the last lines of the log; none when there is no log."""
    path = log_path()
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", errors="replace") as stream:
        return tuple(line.rstrip("\n") for line in deque(stream, maxlen=lines))

"""Where files of ours lie on this computer, and what they are called."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import platformdirs

APP = "command-room"
DATABASE_NAME = "street.db"

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def data_folder() -> Path:
    """Return the folder of the database."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_folder() -> Path:
    """Return the folder of the personal settings."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def cache_folder() -> Path:
    """Return the folder of what can be made again."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def fonts_folder() -> Path:
    """Return the folder into which an office puts its own fonts; it may be missing."""
    return data_folder() / "fonts"


def log_folder() -> Path:
    """Return the folder of the log."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def private_folder() -> Path:
    """Return the folder of what only this person may read; it is made when needed."""
    folder = data_folder() / "private"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def imports_folder(database: Path | None) -> Path:
    """Return the folder of what imports left out: beside the file, or of a server with us."""
    if database is None:
        return private_folder() / "imports"
    return database.with_name(database.name + ".imports")


def default_database() -> Path:
    """Return the database file that is used when none is named."""
    return data_folder() / DATABASE_NAME


def database_of(address: str | None) -> str:
    """Return the address of the database to use; the default's folder is made when needed."""
    if address:
        return address
    path = default_database()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return str(path)


def dated_name(title: str, at: datetime, ending: str) -> str:
    """Return a file name such as 事件台账_20261122_1841.xlsx."""
    return f"{file_title(title)}_{at:%Y%m%d_%H%M}.{ending.lstrip('.')}"


def file_title(title: str) -> str:
    """Return a title as every file system takes it."""
    return _NOT_IN_NAMES.sub("_", title).strip(" ._") or APP

"""Everything that says how the program is doing on this machine, gathered on a worker."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from db.queries.health import FileHealth
from desktop.documents.fonts import FaceSource, Fonts
from desktop.log_file import log_tail

PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "pypdfium2")


@dataclass(frozen=True)
class Diagnosis:
    """What is known of the program, its file, its screens and its fonts."""

    versions: tuple[tuple[str, str], ...]
    health: FileHealth
    screens: tuple[str, ...]
    fonts: tuple[FaceSource, ...]
    log: tuple[str, ...] = field(default=(), repr=False)
    free_bytes: int = 0
    backups: int = 0
    last_backup: datetime | None = None


def diagnose(health: FileHealth, screens: tuple[str, ...], fonts: Fonts) -> Diagnosis:
    """Return how everything is doing; the fonts are loaded if they were not yet."""
    with fonts.building():
        fonts.warm()
        sources = fonts.sources()
    made = backup_times(health.path)
    return Diagnosis(
        versions=versions(),
        health=health,
        screens=screens,
        fonts=sources,
        log=log_tail(),
        free_bytes=shutil.disk_usage(health.path.parent).free,
        backups=len(made),
        last_backup=max(made, default=None),
    )


def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of the program and of what it stands on."""
    found = [
        ("command-room", _version("command-room")),
        ("python", ".".join(map(str, sys.version_info[:3]))),
        ("system", f"{platform.system()} {platform.release()} {platform.machine()}"),
    ]
    return (*found, *((name, _version(name)) for name in PACKAGES))


def backup_times(path: Path) -> tuple[datetime, ...]:
    """Return when the automatic backups of a file were made."""
    folder = path.with_name(path.name + ".backups")
    if not folder.is_dir():
        return ()
    return tuple(datetime.fromtimestamp(one.stat().st_mtime) for one in folder.glob("*.db"))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "—"

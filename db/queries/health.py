"""How the file is doing: size, engine, how much it holds, how fast it answers; no content."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from sqlalchemy import func, select

from db.engine import Database
from db.model.base import METADATA
from db.queries.door import Reader
from db.queries.page import EVERYTHING, Tab, case_count, case_ids
from db.verify import verify

COUNTED = (
    "cases", "case_step", "notice", "meeting", "decision", "attachment", "unit", "person",
    "account", "item", "audit", "change_log",
)  # fmt: skip
"""Tables whose number of rows says how large a street is."""


@dataclass(frozen=True, slots=True)
class FileHealth:
    """The facts of a file; ``speeds`` are milliseconds of usual questions."""

    path: Path
    bytes: int
    log_bytes: int
    pages: int
    free_pages: int
    journal: str
    engine: str
    cipher: str
    revision: str
    is_encrypted: bool
    is_read_only: bool
    is_practice: bool
    rows: tuple[tuple[str, int], ...]
    speeds: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Integrity:
    """What the check of the whole file found: damaged pages, and broken rules by code."""

    damaged: int
    findings: tuple[tuple[str, int], ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.damaged and not self.findings


def file_health(reader: Reader) -> FileHealth:
    """Return how the file is doing."""
    database, ask = reader.database, reader.connection.exec_driver_sql
    log = database.path.with_name(database.path.name + "-wal")
    return FileHealth(
        path=database.path,
        bytes=database.path.stat().st_size,
        log_bytes=log.stat().st_size if log.exists() else 0,
        pages=int(ask("PRAGMA page_count").scalar_one()),
        free_pages=int(ask("PRAGMA freelist_count").scalar_one()),
        journal=str(ask("PRAGMA journal_mode").scalar_one()),
        engine=str(ask("SELECT sqlite_version()").scalar_one()),
        cipher=str(ask("PRAGMA cipher_version").scalar() or ""),
        revision=str(ask("SELECT version_num FROM alembic_version").scalar() or ""),
        is_encrypted=database.key() is not None,
        is_read_only=database.read_only,
        is_practice=database.is_practice,
        rows=tuple((name, _rows(reader, name)) for name in COUNTED),
        speeds=_speeds(reader),
    )


def integrity(database: Database) -> Integrity:
    """Check pages and rules of the whole file; this takes as long as the file is large."""
    with database.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA quick_check(100)").scalars().all()
    damaged = sum(line != "ok" for line in said)
    found = Counter(one.code for one in verify(database))
    return Integrity(damaged, tuple(sorted(found.items())))


def _rows(reader: Reader, name: str) -> int:
    table = METADATA.tables[name]
    return int(reader.connection.execute(select(func.count()).select_from(table)).scalar_one())


def _speeds(reader: Reader) -> tuple[tuple[str, float], ...]:
    found = []
    for name, question in (
        ("count", lambda: case_count(reader)),
        ("first_page", lambda: case_ids(reader, EVERYTHING)),
        ("overdue", lambda: case_ids(reader, EVERYTHING.replace(tab=Tab.OVERDUE))),
    ):
        start = perf_counter()
        question()
        found.append((name, (perf_counter() - start) * 1000))
    return tuple(found)

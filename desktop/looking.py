"""Look into a file before it is imported: what would come in, what would not and why.

The window shows so many lines of it as a person looks through; the workbook has them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.engine import Database
from desktop.exchange.faults import Cancelled, ExchangeError, Progress, Stage, no_stage
from desktop.exchange.headers import Header, find_header
from desktop.exchange.part_file import part_file
from desktop.exchange.report import LINE, REASON
from desktop.exchange.sheets import Table, cell_text, read_tables
from desktop.importing import Imported, import_file

FIRST_ROWS = 20
MOST_REFUSED = 2_000
"""Refused lines that are shown."""
FIELDS = (
    "source_number",
    "registered_at",
    "item",
    "title",
    "content",
    "community_name",
    "address",
    "transferred",
    "state",
)
"""The fields of the preview."""


@dataclass(frozen=True)
class PreviewRow:
    """A line of the file: its number and, by field, what stands there."""

    line: int
    cells: dict[str, str]
    reason: str = ""


@dataclass(frozen=True)
class Looked:
    """What a dry run found; ``report`` is the workbook of the refused lines."""

    path: Path
    found: Imported
    first: tuple[PreviewRow, ...]
    refused: tuple[PreviewRow, ...]
    report: bytes


def look_into(
    database: Database,
    account_id: int,
    path: Path,
    folder: Path,
    progress: Progress,
    cancelled: Cancelled,
    stage: Stage = no_stage,
) -> Looked:
    """Read a file and try its import without leaving anything but its report in the folder.

    :raises ExchangeError: the file cannot be used.
    """
    report = folder / "refused.xlsx"
    found = import_file(
        database,
        account_id,
        path,
        dry_run=True,
        report=report,
        progress=progress,
        cancelled=cancelled,
        stage=stage,
    )
    data = report.read_bytes() if report.exists() else b""
    refused = _refused(report)[:MOST_REFUSED] if data else ()
    return Looked(path, found, _first(path), refused, data)


def save_report(report: bytes, path: Path) -> Path:
    """Write the workbook of the refused lines whole or not at all; return where.

    :raises ExchangeError: ``cannot_write``.
    """
    with part_file(path) as stream:
        stream.write(report)
    return path


def _first(path: Path) -> tuple[PreviewRow, ...]:
    """Return the first lines of the first sheet with cases, as they stand there."""
    for table in read_tables(path):
        try:
            header = find_header(table)
        except ExchangeError:  # a cover sheet; the import looks for the next one, too
            continue
        return _rows(table, header)[:FIRST_ROWS]
    return ()


def _refused(report: Path) -> tuple[PreviewRow, ...]:
    """Return the refused lines as their report tells them."""
    table = read_tables(report)[0]
    titles = [cell_text(cell) for cell in table.rows[0]]
    line, reason = titles.index(LINE), titles.index(REASON)
    header = find_header(table)
    found = []
    for cells in table.rows[1:]:
        words = [cell_text(cell) for cell in cells]
        by_field = _by_field(words, header)
        found.append(PreviewRow(int(words[line] or 0), by_field, words[reason]))
    return tuple(found)


def _rows(table: Table, header: Header) -> tuple[PreviewRow, ...]:
    found = []
    rows = table.rows[header.line : header.line + 3 * FIRST_ROWS]
    for line, cells in enumerate(rows, start=header.line + 1):
        by_field = _by_field([cell_text(cell) for cell in cells], header)
        if any(by_field.values()):
            found.append(PreviewRow(line, by_field))
    return tuple(found)


def _by_field(words: list[str], header: Header) -> dict[str, str]:
    return {
        field: " ".join(words[place].split()) if place < len(words) else ""
        for field in FIELDS
        if (place := header.columns.get(field)) is not None
    }

"""Write the register book (form F) as a PDF of landscape pages or as a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from db.queries.door import Reader
from db.queries.lookup import StreetRow, street
from db.queries.notices import BookRow, notice_book
from db.rules.permissions import Permission
from desktop.exchange.tables import Column, Kind
from desktop.exporting import write_list
from desktop.notice_texts import (
    BOOK_FIGURES,
    BOOK_TITLE,
    BOOK_WIDTHS,
    book_cells,
    book_contents,
    period_name,
)
from desktop.pages.supervision_papers import PaperMaker

PDF = ".pdf"
_FIRST, _LAST = datetime(2000, 1, 1), datetime(2100, 1, 1)


@dataclass(frozen=True)
class BookSeen:
    """The lines of the register book and the period they are of."""

    rows: tuple[BookRow, ...]
    street: StreetRow
    period: str


def book_seen(reader: Reader, year: int | None) -> BookSeen:
    """Return the register book of a year, of all years without one; -1 is the present year.

    :raises NotAllowed: the right to export is missing.
    """
    reader.demand(Permission.EXPORT)
    if year is None:
        return BookSeen(notice_book(reader, _FIRST, _LAST), street(reader), period_name(None))
    wanted = reader.now.year if year < 0 else year
    rows = notice_book(reader, datetime(wanted, 1, 1), datetime(wanted + 1, 1, 1))
    return BookSeen(rows, street(reader), period_name(wanted))


def write_book(maker: PaperMaker, seen: BookSeen, path: Path) -> tuple[Path, int]:
    """Write the book in the format that the file's ending names; return path and lines."""
    contents = book_contents(seen.rows, seen.street, seen.period)
    if path.suffix.lower() == PDF:
        maker.make_book(contents, path)
        return path, len(seen.rows)
    columns = [
        Column(
            one.name,
            BOOK_WIDTHS.get(one.name, 12),
            Kind.NUMBER if one.name in BOOK_FIGURES else Kind.TEXT,
        )
        for one in contents.columns
    ]
    written = write_list(path, columns, map(_cells, seen.rows), title=BOOK_TITLE)
    return path, written.rows


def _cells(row: BookRow) -> list[Any]:
    """Return the cells of a line, with figures as figures."""
    cells: list[Any] = list(book_cells(row))
    cells[0], cells[13] = row.position, row.points
    return cells

"""Look at a spreadsheet file before any parser does, and refuse what would choke it.

The Excel reader lays a sheet out as one dense block: two cells in opposite corners are enough to
ask for gigabytes. So archives are read through once as a stream (true sizes, checksums, number
of rows and columns), which costs milliseconds on an honest file (reliability.md §2.3, row 7).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from desktop.exchange.faults import (
    Cancelled,
    ExchangeCancelled,
    ExchangeError,
    never_cancelled,
)

MAX_FILE_BYTES = 64 * 2**20
MAX_UNPACKED_BYTES = 200 * 2**20
MAX_RATIO = 100
MAX_ENTRIES = 2_000
MAX_ROWS = 100_000
"""Lines of data that one import takes, and so the limit that a person is told."""
MAX_COLUMNS = 702
"""Columns A to ZZ, so that a column of three letters is one too many."""

_OTHER_ROWS = 100  # room for titles, totals, repeated headers and blank lines
_SMALL_ENTRY = 256 * 2**10  # below this even a ratio of 1000 does no harm
_CHUNK = 2**20
_ROW = re.compile(rb"<(?:\w{1,20}:)?row[ />]")
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[ />]")
_SHORT_ROW = 4 * MAX_COLUMNS  # a cell is written with four signs at least
_FAR_ROW = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]{0,9}(\d{6,30})[\"']")
_FAR_COLUMN = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]{3,9}\d{1,30}[\"']")
_DOCTYPE = b"<!DOCTYPE"


def check_archive(data: bytes, cancelled: Cancelled = never_cancelled) -> frozenset[str]:
    """Return the names inside an xlsx or ods archive, or refuse it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries)
            for entry in entries:
                _check_entry(archive, entry, cancelled)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as fault:
        raise ExchangeError("damaged") from fault
    except RuntimeError as fault:  # zipfile's word for an entry under a password
        raise ExchangeError("encrypted") from fault
    return frozenset(entry.filename for entry in entries)


def check_rows(count: int) -> None:
    """Refuse a table that is longer than one import may be."""
    if count > MAX_ROWS + _OTHER_ROWS:
        raise ExchangeError("too_many_rows", limit=MAX_ROWS)


def check_columns(count: int) -> None:
    """Refuse a table that is wider than any list of cases."""
    if count > MAX_COLUMNS:
        raise ExchangeError("too_many_columns", limit=MAX_COLUMNS)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """Judge an archive by its directory, before a byte of it is unpacked."""
    if len(entries) > MAX_ENTRIES:
        raise ExchangeError("unsafe_archive", why="entries")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise ExchangeError("unsafe_archive", why="size")
    for entry in entries:
        packed = max(entry.compress_size, 1)
        if entry.file_size > _SMALL_ENTRY and entry.file_size / packed > MAX_RATIO:
            raise ExchangeError("unsafe_archive", why="ratio")


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, cancelled: Cancelled) -> None:
    """Unpack one entry as a stream: its checksum holds, its table has a sane extent."""
    chunks = _chunks(archive, entry, cancelled)
    try:
        _judge(entry.filename.lower(), chunks)
    except ExchangeError:
        # What a broken entry unpacks to says nothing; its checksum at the end tells which it is.
        for _ in chunks:
            continue
        raise


def _judge(name: str, chunks: Iterator[bytes]) -> None:
    """Look at one entry by what its name says it is."""
    if name == "content.xml":
        _check_ods_table(chunks)
    elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
        _check_xlsx_table(chunks)
    else:
        for chunk in chunks:
            if name.endswith((".xml", ".rels")) and _DOCTYPE in chunk:
                raise ExchangeError("unsafe_archive", why="entities")


def _chunks(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, cancelled: Cancelled
) -> Iterator[bytes]:
    """Yield an entry piece by piece; its checksum is compared at the end."""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            if cancelled():
                raise ExchangeCancelled
            yield chunk


def _check_xlsx_table(chunks: Iterator[bytes]) -> None:
    """Count the rows of a sheet and look at the place of each cell."""
    rows = run = 0
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        if _DOCTYPE in text:
            raise ExchangeError("unsafe_archive", why="entities")
        cut = text.rfind(b"<") if len(chunk) == _CHUNK else -1
        text, rest = (text[:cut], text[cut:]) if cut > 0 else (text, b"")
        rows += len(_ROW.findall(text))
        check_rows(max(rows, *map(int, _FAR_ROW.findall(text)), 0))
        if _FAR_COLUMN.search(text):
            raise ExchangeError("too_many_columns", limit=MAX_COLUMNS)
        run = _count_cells(text, run)


def _count_cells(text: bytes, run: int) -> int:
    """Count the cells of each row, for they may name no place; return those of the open row."""
    parts = _ROW.split(text)
    for part in parts:
        run = 0 if part is not parts[0] else run
        if run or part is parts[-1] or len(part) > _SHORT_ROW:
            run += len(_CELL.findall(part))
            check_columns(run)
    return run


class _OdsExtent:
    """Follow the tables of an ods file, whose cells and rows may carry a repeat count."""

    def __init__(self) -> None:
        self._row = self._repeat = self._column = self._wide = 0
        self._used = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        kind = name.rpartition(":")[2]
        if kind == "table":
            self._row = 0
        elif kind == "table-row":
            self._repeat = int(attributes.get("table:number-rows-repeated", "1"))
            self._column = self._wide = 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._column += int(attributes.get("table:number-columns-repeated", "1"))
            if any(key.startswith("office:") for key in attributes):
                self._wide = self._column
        elif kind == "p":
            self._wide = self._column

    def end(self, name: str) -> None:
        """Take the end of an element; only a row that holds something counts, and what precedes."""
        if name.rpartition(":")[2] == "table-row":
            self._row += self._repeat
            if self._wide:
                check_rows(self._row)
                check_columns(self._wide)

    def refuse_entities(self, *_facts: Any) -> None:
        """Refuse a document that declares entities; none of ours does."""
        raise ExchangeError("unsafe_archive", why="entities")


def _check_ods_table(chunks: Iterator[bytes]) -> None:
    """Measure the tables of an ods file."""
    extent, parser = _OdsExtent(), expat.ParserCreate()
    parser.StartElementHandler = extent.start
    parser.EndElementHandler = extent.end
    parser.EntityDeclHandler = extent.refuse_entities
    parser.StartDoctypeDeclHandler = extent.refuse_entities
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise ExchangeError("damaged") from fault

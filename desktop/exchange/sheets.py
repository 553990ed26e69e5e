"""Read xlsx, xls, ods and csv files into tables of cells, told apart by content, not by suffix."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop.exchange import delimited
from desktop.exchange.faults import (
    Cancelled,
    ExchangeCancelled,
    ExchangeError,
    never_cancelled,
)
from desktop.exchange.guards import (
    MAX_FILE_BYTES,
    check_archive,
    check_columns,
    check_rows,
)

Cell = str | float | int | bool | datetime | date | time | timedelta | None

_STEP = 500
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WEB_STARTS = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<?xml", b"mime-version")


@dataclass(frozen=True)
class Table:
    """One sheet: its name and its rows; the first row is line 1."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def read_tables(path: Path, cancelled: Cancelled = never_cancelled) -> tuple[Table, ...]:
    """Return the visible sheets of a file, or raise `ExchangeError` before anything is parsed."""
    data = _content(path)
    if data.startswith(_ZIP):
        _check_kind_of_archive(check_archive(data, cancelled))
        return _workbook(data, cancelled)
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise ExchangeError("encrypted")
        return _workbook(data, cancelled)
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_STARTS):
        raise ExchangeError("web_page")
    return (Table(path.stem, tuple(delimited.records(_text(data)))),)


def cell_text(value: Cell) -> str:
    """Return a cell as a person reads it: 13305933643.0 is a number of eleven digits."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return str(value)


def _content(path: Path) -> bytes:
    """Return the bytes of a file of bearable size; guards and parser see the same bytes."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as fault:
        raise ExchangeError("file_missing") from fault
    except OSError as fault:
        raise ExchangeError("file_unreadable") from fault
    if not data.strip():
        raise ExchangeError("file_empty")
    if len(data) > MAX_FILE_BYTES:
        raise ExchangeError("file_too_large", limit=MAX_FILE_BYTES)
    return data


def _text(data: bytes) -> str:
    """Return the text of a file that is no workbook; a picture or a PDF is none either."""
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"GIF8")):
        raise ExchangeError("unknown_format")
    return delimited.decode(data)


def _check_kind_of_archive(names: frozenset[str]) -> None:
    """Refuse archives that are no sheet; xlsb too, whose extent cannot be measured beforehand."""
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        raise ExchangeError("unknown_format")


def _workbook(data: bytes, cancelled: Cancelled) -> tuple[Table, ...]:
    """Read the visible sheets of a workbook."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return tuple(
                _table(book.get_sheet_by_name(sheet.name), cancelled)
                for sheet in book.sheets_metadata
                if sheet.visible is SheetVisibleEnum.Visible
                and sheet.typ is SheetTypeEnum.WorkSheet
            )
    except PasswordError as fault:
        raise ExchangeError("encrypted") from fault
    except (CalamineError, ValueError, OverflowError) as fault:
        raise ExchangeError("damaged") from fault
    except BaseException as fault:
        # WORKAROUND: a panic of the Rust parser arrives as a BaseException without a public name
        # (https://github.com/PyO3/pyo3/issues/2880); a broken file must not end the program.
        if type(fault).__name__ != "PanicException":
            raise
        raise ExchangeError("damaged") from fault


def _table(sheet: CalamineSheet, cancelled: Cancelled) -> Table:
    """Return one sheet with its line numbers kept; leading empty lines are lines too."""
    check_rows(sheet.total_height)
    check_columns(sheet.total_width)
    rows: list[tuple[Cell, ...]] = []
    # Row by row, so that other threads get their turn and a wish to stop is heard.
    for row in sheet.iter_rows():
        if not len(rows) % _STEP and cancelled():
            raise ExchangeCancelled
        rows.append(tuple(row))
    return Table(sheet.name, tuple(rows))

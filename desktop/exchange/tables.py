"""Write any list as xlsx or csv, row by row, without a cap and without a formula in it."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.exchange import formulas
from desktop.exchange.faults import (
    Cancelled,
    ExchangeCancelled,
    ExchangeError,
    Progress,
    never_cancelled,
    no_progress,
)
from desktop.exchange.part_file import part_file
from desktop.exchange.sheets import Cell, cell_text

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""What Excel takes into one cell, counted in UTF-16 units."""
CUT_MARK = "……（内容过长，已截断）"
SHEET_ROWS = 1_048_575
"""Rows that fit below the header of one sheet; the list goes on in the next one."""

_STEP = 500
_A4 = 9
_FIRST_EXCEL_YEAR = 1900
_LARGEST_EXACT = 2**53
_BAD_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


class Kind(Enum):
    """How the values of a column are written; a text that looks like a number stays text."""

    TEXT = auto()
    NUMBER = auto()
    PERCENT = auto()
    DAY = auto()
    MOMENT = auto()


@dataclass(frozen=True)
class Column:
    """One column of a list: its title, its width in signs, the kind of its values."""

    title: str
    width: float = 14
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class BookSheet:
    """One sheet of a workbook of several: its name, its columns and rows, the lines below them.

    A value of a percent column is the part of one: 0.5 is shown as 50.00%; an int is a count.
    """

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Written:
    """What was written: rows, and the line and column of each cell that had to be cut."""

    rows: int
    cut: tuple[tuple[int, str], ...] = ()


def write_xlsx(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    title: str = "列表",
    total: int = 0,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    sheet_rows: int = SHEET_ROWS,
) -> Written:
    """Write a list as a workbook ready to filter and to print on A4 landscape."""
    from xlsxwriter.workbook import Workbook  # some tenths of a second, first needed here

    with part_file(path) as stream, tempfile.TemporaryDirectory() as private:
        book = Workbook(stream, {"constant_memory": True, "tmpdir": private, "in_memory": False})
        book.use_zip64()
        sheets = _Sheets(book, columns, title, sheet_rows)
        try:
            for done, row in _watched(rows, total, progress, cancelled):
                sheets.write(done, row)
            _close(book, sheets)
        except BaseException:
            # Cancelled or failed, even Ctrl+C: no half file may stay; it is told on.
            sheets.abandon()
            raise
    return Written(sheets.written, tuple(sheets.cut))


def write_book(path: Path, parts: Sequence[BookSheet]) -> Written:
    """Write several tables into one workbook, a sheet each, ready to filter and to print.

    :raises ExchangeError: ``cannot_write``; no file was left.
    """
    from xlsxwriter.workbook import Workbook  # some tenths of a second, first needed here

    written: list[_Sheets] = []
    with part_file(path) as stream, tempfile.TemporaryDirectory() as private:
        book = Workbook(stream, {"constant_memory": True, "tmpdir": private, "in_memory": False})
        try:
            for part in parts:
                sheets = _Sheets(book, part.columns, part.title, SHEET_ROWS)
                written.append(sheets)
                for number, row in enumerate(part.rows, start=1):
                    sheets.write(number, row)
                sheets.note(part.notes)
            _close(book, *written)
        except BaseException:
            # Failed, even Ctrl+C: no half file may stay; it is told on.
            for sheets in written:
                sheets.abandon()
            raise
    return Written(
        sum(sheets.written for sheets in written),
        tuple(one for sheets in written for one in sheets.cut),
    )


def write_csv(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    total: int = 0,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> Written:
    """Write a list as RFC 4180 text in UTF-8 with BOM, which Excel opens by a double click."""
    count = 0
    with part_file(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([_csv_cell(column.title) for column in columns])
        for number, row in _watched(rows, total, progress, cancelled):
            count = number
            writer.writerow([_csv_cell(value) for value in row])
        text.flush()
        text.detach()
    return Written(count)


class _Sheets:
    """The sheets of one workbook, opened as the rows need them."""

    def __init__(
        self, book: Workbook, columns: Sequence[Column], title: str, sheet_rows: int
    ) -> None:
        self._book, self._columns, self._title = book, columns, title
        self._sheet_rows = sheet_rows
        self._sheets: list[Worksheet] = []
        self._formats = {
            Kind.DAY: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            Kind.MOMENT: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"}),
            Kind.NUMBER: book.add_format({"valign": "top"}),
            Kind.PERCENT: book.add_format({"num_format": "0.00%", "valign": "top"}),
            Kind.TEXT: book.add_format({"num_format": "@", "valign": "top", "text_wrap": True}),
        }
        self._head = book.add_format(
            {"bold": True, "border": 1, "bg_color": "#E8EEF7", "align": "center",
             "valign": "vcenter", "text_wrap": True}
        )  # fmt: skip
        # Below a table a sentence runs on over the columns instead of piling up in the first.
        self._plain = book.add_format({"num_format": "@"})
        self.written = 0
        self.cut: list[tuple[int, str]] = []
        self._open()

    def write(self, number: int, row: Sequence[Cell]) -> None:
        """Write row `number`, counted from 1 through all sheets."""
        line = (number - 1) % self._sheet_rows + 1
        if line == 1 and number > 1:
            self._open()
        for place, value in enumerate(row):
            self._cell(line, place, value)
        self.written = number

    def note(self, lines: Sequence[str]) -> None:
        """Write lines below the table, after an empty one."""
        first = (self.written - 1) % self._sheet_rows + 3 if self.written else 2
        for line, words in enumerate(lines, start=first):
            self._sheets[-1].write_string(line, 0, _xml_text(words), self._plain)

    def finish(self) -> None:
        """Set the filters over what was written."""
        for number, sheet in enumerate(self._sheets):
            lines = min(max(self.written - number * self._sheet_rows, 0), self._sheet_rows)
            sheet.autofilter(0, 0, lines, max(len(self._columns) - 1, 0))

    def abandon(self) -> None:
        """Let go of the row files of a workbook that will not be closed."""
        for sheet in self._sheets:
            sheet.row_data_fh.close()
        self._book.fileclosed = True

    def _open(self) -> None:
        """Begin a sheet: widths, header, and how it prints."""
        sheet = self._book.add_worksheet(_sheet_name(self._title, len(self._sheets)))
        for place, column in enumerate(self._columns):
            sheet.set_column(place, place, column.width)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第 &P 页 共 &N 页")
        for place, column in enumerate(self._columns):
            sheet.write_string(0, place, _xml_text(column.title), self._head)
        self._sheets.append(sheet)

    def _cell(self, line: int, place: int, value: Cell) -> None:
        """Write one cell by the kind of its value; text never becomes anything else."""
        sheet, kind = self._sheets[-1], self._kind(place, value)
        if value is None:
            return
        if kind in (Kind.NUMBER, Kind.PERCENT) and isinstance(value, (int, float)):
            sheet.write_number(line, place, value, self._formats[kind])
        elif kind in (Kind.DAY, Kind.MOMENT) and isinstance(value, date):
            sheet.write_datetime(line, place, value, self._formats[kind])
        else:
            sheet.write_string(line, place, self._fitted(line, place, value), self._formats[kind])

    def _kind(self, place: int, value: Cell) -> Kind:
        """Return how a value is written: as its column says, if Excel can hold it so."""
        wished = self._columns[place].kind if place < len(self._columns) else Kind.TEXT
        if isinstance(value, datetime):
            fits = value.year >= _FIRST_EXCEL_YEAR and value.tzinfo is None
            day = wished is Kind.DAY
            return Kind.TEXT if not fits else Kind.DAY if day else Kind.MOMENT
        if isinstance(value, date):
            return Kind.DAY if value.year >= _FIRST_EXCEL_YEAR else Kind.TEXT
        if wished in (Kind.NUMBER, Kind.PERCENT) and isinstance(value, (int, float)):
            # Neither not-a-number nor infinity passes this comparison.
            exact = not isinstance(value, bool) and abs(value) <= _LARGEST_EXACT
            # A whole number among parts is a count.
            known = Kind.NUMBER if isinstance(value, int) else wished
            return known if exact else Kind.TEXT
        return Kind.TEXT

    def _fitted(self, line: int, place: int, value: Cell) -> str:
        """Return the text of a cell, cut with a mark where Excel would refuse it."""
        text = _xml_text(cell_text(value))
        if len(text) <= LONGEST_CELL // 2 or _utf16_length(text) <= LONGEST_CELL:
            return text
        title = self._columns[place].title if place < len(self._columns) else ""
        self.cut.append((line, title))
        room = (LONGEST_CELL - len(CUT_MARK)) * 2
        kept = text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore")
        return kept + CUT_MARK


def _watched(
    rows: Iterable[Sequence[Cell]], total: int, progress: Progress, cancelled: Cancelled
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Yield numbered rows, telling how far they are and stopping when that is wished."""
    count = 0
    if cancelled():
        raise ExchangeCancelled
    for count, row in enumerate(rows, start=1):
        yield count, row
        if count % _STEP == 0:
            if cancelled():
                raise ExchangeCancelled
            progress(count, total)
    progress(count, total or count)


def _close(book: Workbook, *written: _Sheets) -> None:
    """Put the workbook together; the library has its own word for a full disk."""
    from xlsxwriter.exceptions import FileCreateError

    for sheets in written:
        sheets.finish()
    try:
        book.close()
    except FileCreateError as fault:
        raise ExchangeError("cannot_write", reason=str(fault)) from fault


def _csv_cell(value: Cell) -> Any:
    """Return a cell for a csv file: numbers as they are, text guarded."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    return formulas.guarded(_SURROGATES.sub("\ufffd", cell_text(value)))


def _xml_text(text: str) -> str:
    """Return text without the few signs that no XML file can hold."""
    return _NOT_IN_XML.sub("\ufffd", _SURROGATES.sub("\ufffd", text))


def _utf16_length(text: str) -> int:
    """Return the length as Excel counts it."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def _sheet_name(title: str, number: int) -> str:
    """Return a name that Excel accepts for a sheet."""
    name = _BAD_SHEET_NAME.sub(" ", title).strip()[:25] or "列表"
    return name if number == 0 else f"{name}({number + 1})"

"""Read a whole export: which lines are data, which become cases, which are refused and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.exchange.case_rows import CaseRow, Refused, RowReader
from desktop.exchange.faults import (
    Cancelled,
    ExchangeCancelled,
    ExchangeError,
    Progress,
    never_cancelled,
    no_progress,
)
from desktop.exchange.headers import Header, find_header
from desktop.exchange.items import ItemList
from desktop.exchange.sheets import Cell, Table, cell_text, read_tables

STEP = 200
"""Rows between two looks at progress and cancel."""

_TOTALS = re.compile(r"(本页|本表|本月|全部)?(合计|总计|小计|共计|累计)([:：(（\d].*)?")
_FOOTNOTE = re.compile(
    r"(制表|填表|填报|审核|复核|统计|导出|打印|备注|说明|注)\S{0,4}\s*[:：].*", re.DOTALL
)
_TELLING = ("source_number", "title", "content", "item", "registered_at", "address", "unit_name")
_MOST_CELLS_OF_A_NOTE = 3


@dataclass(frozen=True)
class ReadResult:
    """What a file held."""

    rows: tuple[CaseRow, ...]
    refused: tuple[Refused, ...]
    data_rows: int
    skipped: dict[str, int]
    """Lines that are no data: ``blank``, ``totals``, ``header``, ``note``."""
    headers: dict[str, Header]
    """The header of each sheet that was read, for the report and for the columns left over."""
    other_sheets: tuple[str, ...]
    """Sheets without the columns of cases; they were left alone."""

    @property
    def refused_by_code(self) -> dict[str, int]:
        """Return how many lines were refused for which reason."""
        return dict(Counter(refused.code for refused in self.refused))

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """Return the titles that no field answers to."""
        titles = (title for header in self.headers.values() for title in header.unknown)
        return tuple(dict.fromkeys(titles))


@dataclass(frozen=True)
class SheetLines:
    """The lines of one sheet that follow its header."""

    table: Table
    header: Header

    def data(self, skipped: Counter[str]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield line number and cells of each line of data; count the others."""
        rows = self.table.rows[self.header.line :]
        for line, cells in enumerate(rows, start=self.header.line + 1):
            other = self._other(cells)
            if other is None:
                yield line, cells
            else:
                skipped[other] += 1

    def _other(self, cells: Sequence[Cell]) -> str | None:
        """Return what a line is if it is no data."""
        places = self.header.columns
        telling = any(
            _filled(cells[places[field]])
            for field in _TELLING
            if field in places and places[field] < len(cells)
        )
        if telling and _filled(cells[0]) and isinstance(cells[0], float):
            return None  # the common line: a running number and something told
        written = [cell_text(cell).strip() for cell in cells if _filled(cell)]
        if not written:
            return "blank"
        if len(written) <= len(cells) // 2 and _TOTALS.fullmatch("".join(written[0].split())):
            return "totals"
        if len(written) <= _MOST_CELLS_OF_A_NOTE and _FOOTNOTE.fullmatch(written[0]):
            return "note"
        if self.header.repeated_in(cells):
            return "header"
        return None if telling else "blank"


def read_cases(
    path: Path,
    items: ItemList,
    not_after: datetime | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> ReadResult:
    """Read the cases of a file; raise `ExchangeError` or `ExchangeCancelled`."""
    sheets, others = _case_sheets(read_tables(path, cancelled))
    taken: dict[str, int] = {}
    rows: list[CaseRow] = []
    refused: list[Refused] = []
    skipped: Counter[str] = Counter()
    total = sum(len(sheet.table.rows) - sheet.header.line for sheet in sheets)
    for sheet in sheets:
        reader = RowReader(sheet.table.name, sheet.header, items, taken, not_after)
        for line, cells in sheet.data(skipped):
            found = reader.read(line, cells)
            if isinstance(found, CaseRow):
                rows.append(found)
            else:
                refused.append(found)
            _look_up(len(rows) + len(refused), total, progress, cancelled)
    progress(total, total)
    return ReadResult(
        rows=tuple(rows),
        refused=tuple(refused),
        data_rows=len(rows) + len(refused),
        skipped=dict(skipped),
        headers={sheet.table.name: sheet.header for sheet in sheets},
        other_sheets=others,
    )


def _look_up(done: int, total: int, progress: Progress, cancelled: Cancelled) -> None:
    """Tell how far the reading is and stop if that is wished."""
    if done % STEP == 0:
        if cancelled():
            raise ExchangeCancelled
        progress(done, total)


def _case_sheets(tables: tuple[Table, ...]) -> tuple[tuple[SheetLines, ...], tuple[str, ...]]:
    """Return the sheets that hold cases and the names of the others; raise if none does."""
    sheets: list[SheetLines] = []
    others: list[str] = []
    faults: list[ExchangeError] = []
    for table in tables:
        try:
            sheets.append(SheetLines(table, find_header(table)))
        except ExchangeError as fault:
            others.append(table.name)
            faults.append(fault)
    if not sheets:
        # A sheet that lacks a column says more than one that is no list at all.
        faults.sort(key=lambda fault: fault.code != "missing_columns")
        raise faults[0] if faults else ExchangeError("no_header")
    return tuple(sheets), tuple(others)


def _filled(cell: Cell) -> bool:
    """Say whether a cell holds anything that can be seen."""
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip("\ufeff \t\r\n　")))

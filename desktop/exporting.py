"""Write any list as xlsx or csv, page by page and without a cap; what is private stays masked.

Names and phones go out in clear only for who has the right, and that leaves its entry.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from db.commands import execute
from db.commands.privacy import ExportPrivate
from db.engine import Database
from db.queries.cases import CaseRow, case_rows
from db.queries.door import Reader, ask
from db.queries.page import EVERYTHING, CaseFilter, Order, case_ids
from db.rules.masking import mask_name, mask_phone
from db.rules.permissions import Permission
from db.rules.terms import Satisfaction, SupervisionLevel
from desktop import texts
from desktop.exchange.faults import (
    Cancelled,
    ExchangeError,
    Progress,
    never_cancelled,
    no_progress,
)
from desktop.exchange.sheets import Cell
from desktop.exchange.tables import Column, Kind, Written, write_csv, write_xlsx

PAGE = 500
NO_CAP = 2**31

Cells = Callable[[Any], Cell]


@dataclass(frozen=True)
class ListColumn:
    """A column of a list and how its cell is taken from a row."""

    column: Column
    cell: Cells


@dataclass(frozen=True)
class Exported:
    """What was written; ``masked`` tells that names and phones are not in clear."""

    path: Path
    rows: int
    masked: bool


def export_cases(
    database: Database,
    account_id: int,
    path: Path,
    *,
    filter: CaseFilter = EVERYTHING,
    order: Order = Order.NEWEST,
    in_clear: bool = True,
    purpose: str = "",
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> Exported:
    """Write the cases of a filter.

    :param in_clear: the wish; without the right, or where no entry can be left, it is masked.
    :raises NotAllowed: the right to export is missing.
    :raises ExchangeError: ``unknown_ending``, ``cannot_write``; no file was left.
    """
    ids, clear = ask(database, _allowed_ids, account_id, filter, order)
    clear = clear and in_clear and not database.read_only
    if clear:
        # The entry comes first: a list in clear without one must not be possible.
        note = ExportPrivate(kind="cases", rows=len(ids), file_name=path.name, purpose=purpose)
        execute(database, note, by=account_id)
    rows = _pages(database, account_id, ids, clear)
    columns = case_columns()
    written = write_list(
        path,
        [one.column for one in columns],
        ([one.cell(row) for one in columns] for row in rows),
        title=texts.word("cases"),
        total=len(ids),
        progress=progress,
        cancelled=cancelled,
    )
    return Exported(path, written.rows, not clear)


def write_list(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    title: str,
    total: int = 0,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> Written:
    """Write a list in the format that the file's ending names.

    :raises ExchangeError: ``unknown_ending``, ``cannot_write``.
    """
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return write_xlsx(
            path, columns, rows, title=title, total=total, progress=progress, cancelled=cancelled
        )
    if ending == ".csv":
        return write_csv(path, columns, rows, total=total, progress=progress, cancelled=cancelled)
    raise ExchangeError("unknown_ending", name=path.name, known=(".xlsx", ".csv"))


def case_columns() -> tuple[ListColumn, ...]:
    """Return the columns of the ledger as it is exported."""
    moment, number = Kind.MOMENT, Kind.NUMBER
    return (
        _column("number", 22, lambda row: row.number),
        _column("registered_at", 20, lambda row: row.registered_at, moment),
        _column("source", 14, lambda row: texts.label(row.source)),
        _column("title", 28, lambda row: row.title),
        _column("class_name", 18, lambda row: row.class_name),
        _column("item", 26, lambda row: row.item),
        _column("platform", 12, lambda row: row.platform_name),
        _column("community", 16, lambda row: row.community),
        _column("grid", 18, lambda row: row.grid),
        _column("address", 32, lambda row: row.address),
        _column("reporter_name", 12, lambda row: row.reporter_name),
        _column("reporter_phone", 16, lambda row: row.reporter_phone),
        _column("urgency", 10, lambda row: texts.label(row.urgency)),
        _column("is_transferred", 10, lambda row: _yes_or_no(row.is_transferred)),
        _column("state", 14, lambda row: texts.label(row.state)),
        _column("holder", 18, lambda row: row.holder),
        _column("lead", 18, lambda row: row.lead),
        _column("due_at", 20, lambda row: row.due_at, moment),
        _column("closed_at", 20, lambda row: row.closed_at, moment),
        _column("light", 10, lambda row: texts.label(row.light)),
        _column("overdue_workdays", 12, lambda row: row.overdue_workdays, number),
        _column("supervision_level", 12, _supervision),
        _column("return_count", 10, lambda row: row.return_count, number),
        _column("rework_count", 10, lambda row: row.rework_count, number),
        _column("extension_count", 10, lambda row: row.extension_count, number),
        _column("satisfaction", 12, _satisfaction),
    )


def _column(field: str, width: float, cell: Cells, kind: Kind = Kind.TEXT) -> ListColumn:
    return ListColumn(Column(texts.field_name(field), width, kind), cell)


def _yes_or_no(value: bool) -> str:
    return texts.word("yes" if value else "no")


def _supervision(row: CaseRow) -> str:
    level = SupervisionLevel(row.supervision_level)
    return "" if level is SupervisionLevel.NONE else texts.label(level)


def _satisfaction(row: CaseRow) -> str:
    return texts.label(Satisfaction(row.satisfaction)) if row.satisfaction else ""


def _allowed_ids(reader: Reader, filter: CaseFilter, order: Order) -> tuple[array[int], bool]:
    reader.demand(Permission.EXPORT)
    return case_ids(reader, filter, order, NO_CAP), reader.sees_private


def _pages(database: Database, account_id: int, ids: array[int], clear: bool) -> Iterator[CaseRow]:
    """Yield the rows page by page, each page from a reading of its own."""
    for start in range(0, len(ids), PAGE):
        wanted = ids[start : start + PAGE]
        found = ask(database, case_rows, account_id, wanted)
        for id_ in wanted:
            row = found.get(id_)
            # What went out of sight meanwhile is left out.
            if row is not None:
                yield row if clear else _masked(row)


def _masked(row: CaseRow) -> CaseRow:
    """Return a row with name and phone masked; masking what is masked changes nothing."""
    if "*" in row.reporter_name or "*" in row.reporter_phone:
        return row
    return replace(
        row,
        reporter_name=mask_name(row.reporter_name),
        reporter_phone=mask_phone(row.reporter_phone),
    )

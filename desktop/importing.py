"""Bring a list of cases from a file into the record: read, import by batches, report what is left.

Every batch is a command of its own, so a stop in between leaves whole batches and the next import
of the same file goes on where this one ended. A dry run does the very same and rolls each batch
back: neither keeps others from writing for longer than half a second and a batch.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from db.commands import Result, batch, execute
from db.commands.imports import MOST_ROWS, ImportCases, ImportRow
from db.engine import Database
from db.errors import NotFound
from db.queries.door import Reader, ask
from db.queries.lookup import items, street
from db.rules.rates import rate
from db.rules.terms import CaseState
from desktop import texts
from desktop.errors import sentence_of
from desktop.exchange.case_rows import CaseRow, Refused
from desktop.exchange.faults import (
    Cancelled,
    ExchangeError,
    Progress,
    Stage,
    never_cancelled,
    no_progress,
    no_stage,
)
from desktop.exchange.items import SYNONYMS, ItemList, ListedItem
from desktop.exchange.reading import ReadResult, read_cases
from desktop.exchange.report import refusal_sentence, write_report
from desktop.import_words import open_state
from desktop.paths import dated_name, imports_folder

_JOINTS = re.compile(r"[\s、,，;；]+")  # data
BUSY_SECONDS = 0.5
GIVE_WAY_SECONDS = 0.11
"""Who waits to write looks every 100 ms at least whether the file is free; in a shorter pause
nobody would find it so, and would be told after ten seconds that the record is busy."""

_FIELDS = {"place_unknown": "community_name", "item_not_valid": "item"}


@dataclass
class Imported:
    """What an import did; the figures are those of the cases that came in now."""

    street: str
    data_rows: int = 0
    imported: int = 0
    closed: int = 0
    transferred: int = 0
    transferred_closed: int = 0
    made: set[tuple[int, str]] = field(default_factory=set)
    """Community and name of each grid that was not here before."""
    refused: dict[str, int] = field(default_factory=dict)
    report: Path | None = None
    cancelled: bool = False
    dry_run: bool = False
    unknown_columns: tuple[str, ...] = ()
    other_sheets: tuple[str, ...] = ()

    @property
    def grids(self) -> int:
        """How many grids are new."""
        return len(self.made)

    def figures(self) -> dict[str, Any]:
        """Return everything as plain values under the names of the command line."""
        return {
            "street": self.street,
            "rows": self.data_rows,
            "data_rows": self.data_rows,
            "imported": self.imported,
            "refused": self.refused,
            "registered": self.imported,
            "closed": self.closed,
            "close_rate": _number(rate(self.closed, self.imported)),
            "transferred": self.transferred,
            "transfer_rate": _number(rate(self.transferred, self.imported)),
            "transferred_closed": self.transferred_closed,
            "new_grids": self.grids,
            "report": None if self.report is None else str(self.report),
            "unknown_columns": list(self.unknown_columns),
            "other_sheets": list(self.other_sheets),
            "dry_run": self.dry_run,
            "cancelled": self.cancelled,
        }


def _not_told(_done: Imported) -> None:
    """Take what has come in for callers that do not ask."""


class _RolledBack(Exception):
    """Ends the transaction of a batch that is only tried."""


def import_file(
    database: Database,
    account_id: int,
    path: Path,
    *,
    street_name: str = "",
    dry_run: bool = False,
    report: Path | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    stage: Stage = no_stage,
    kept: Callable[[Imported], None] = _not_told,
    client: str = "",
) -> Imported:
    """Import the cases of a file as an account.

    :param report: where the refused lines are written; without it beside the database, and for a
        dry run not at all.
    :param progress: is told (done, total) of each stage.
    :param stage: is told of ``reading``, ``writing`` and ``reporting``.
    :param kept: is told after each batch what has come in for good.
    :raises ExchangeError: the file cannot be used; nothing was imported.
    :raises NotFound: ``street_unknown``, it is the database of another street.
    """
    if not path.is_file():
        raise ExchangeError("file_missing", path=str(path))
    known, name, now = ask(database, _what_is_known, account_id)
    if street_name and street_name != name:
        raise NotFound("street_unknown", name=street_name, known=name)
    stage("reading")
    read = read_cases(path, known, max(now, database.clock()), progress, cancelled)
    done = Imported(
        name,
        read.data_rows,
        dry_run=dry_run,
        unknown_columns=read.unknown_columns,
        other_sheets=read.other_sheets,
    )
    # In the order of entry: numbers and ids rise with time, as if they had been registered then.
    order = sorted(range(len(read.rows)), key=lambda place: read.rows[place].registered_at)
    rows = [_import_row(place, read.rows[place]) for place in order]
    left: list[Refused] = list(read.refused)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    stage("writing")
    way = _Way()
    for nth, part in enumerate(_parts(rows), start=1):
        if cancelled():
            done.cancelled = True
            break
        way.give()
        command = ImportCases(rows=tuple(part), file_name=path.name, file_digest=digest, batch=nth)
        send = _tried if dry_run else _sent
        _add(done, send(database, command, account_id, client), read.rows, left)
        kept(done)
        progress(min(nth * MOST_ROWS, len(rows)), len(rows))
    stage("reporting")
    done.refused = dict(Counter(one.code for one in left))
    done.report = _reported(database, path, read, left, done, report, now)
    return done


def refusal(refused: Refused) -> str:
    """Return in Chinese why a line was not imported."""
    if refused.code in _FIELDS:
        return sentence_of(refused.code, {})
    return refusal_sentence(refused)


def _what_is_known(reader: Reader) -> tuple[ItemList, str, datetime]:
    """Return the admission list with all that was ever on it, the street's name and the time."""
    listed = items(reader)
    synonyms = dict(SYNONYMS)
    for row in listed:
        for other in _JOINTS.split(row.synonyms):
            if other:
                synonyms[other] = row.name
    found = ItemList((ListedItem(row.code, row.name, row.class_name) for row in listed), synonyms)
    return found, street(reader).name, reader.now


def _import_row(place: int, row: CaseRow) -> ImportRow:
    return ImportRow(
        ref=place,
        source_number=row.source_number,
        title=row.title,
        content=row.content,
        source=row.source,
        item_code=row.item_code,
        state=CaseState.CLOSED if row.closed else open_state(row.state_text),
        registered_at=row.registered_at,
        community_name=row.community_name,
        grid_name=row.grid_name,
        unit_name=row.unit_name,
        address=row.address,
        reporter_name=row.reporter_name,
        reporter_phone=row.reporter_phone,
        urgency=row.urgency,
        transferred=row.transferred,
        happened_at=row.occurred_at,
        signed_at=row.signed_at,
        closed_at=row.closed_at,
        result=row.result,
        satisfaction=row.satisfaction,
    )


def _parts(rows: Sequence[ImportRow]) -> Iterator[Sequence[ImportRow]]:
    for start in range(0, len(rows), MOST_ROWS):
        yield rows[start : start + MOST_ROWS]


def _sent(database: Database, command: ImportCases, account_id: int, client: str) -> Result:
    return execute(database, command, by=account_id, client=client)


def _tried(database: Database, command: ImportCases, account_id: int, client: str) -> Result:
    """Carry a batch out and leave nothing of it behind."""
    found: Result = {}
    try:
        with batch(database, by=account_id, client=client) as together:
            found = together.execute(command, by=account_id)
            raise _RolledBack
    except _RolledBack:
        return found


class _Way:
    """Lets others write in between: a pause whenever the file was taken for long enough."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def give(self) -> None:
        """Pause if it is time."""
        if time.monotonic() - self._since >= BUSY_SECONDS:
            time.sleep(GIVE_WAY_SECONDS)
            self._since = time.monotonic()


def _add(done: Imported, result: Result, rows: Sequence[CaseRow], left: list[Refused]) -> None:
    """Add what one batch did to the whole."""
    done.imported += result["imported"]
    done.closed += result["closed"]
    done.transferred += result["transferred"]
    done.transferred_closed += result["transferred_closed"]
    # Of batches that are only tried, each makes the same grid anew.
    done.made.update((community_id, name) for community_id, name in result["grids"])
    for place, code in result["refused"]:
        row = rows[place]
        value = row.source_number or row.title
        if code == "place_unknown":
            value = row.community_name
        left.append(
            Refused(row.line, row.sheet, code, _FIELDS.get(code, "source_number"), value, row.raw)
        )


def _reported(
    database: Database,
    path: Path,
    read: ReadResult,
    left: list[Refused],
    done: Imported,
    wanted: Path | None,
    now: datetime,
) -> Path | None:
    """Write the refused lines in the order of the file; return where they lie."""
    if not left or (wanted is None and done.dry_run):
        return None
    if wanted is None:
        folder = _folder_of(database)
        at = max(now, database.clock())
        wanted = folder / dated_name(f"{path.stem}_{texts.word('not_imported')}", at, "xlsx")
    left.sort(key=lambda one: (one.sheet, one.line))
    write_report(wanted, read, left, refusal)
    return wanted


def _folder_of(database: Database) -> Path:
    folder = imports_folder(None if database.is_shared else database.path)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _number(value: str | None) -> float | None:
    return None if value is None else float(value)

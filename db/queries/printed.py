"""What goes on paper: a case or a list, masked unless the right and a purpose were there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.model.organisation import unit
from db.queries.case_detail import CaseDetail, case_detail
from db.queries.cases import CaseRow, case_rows
from db.queries.dealing import listed_ids
from db.queries.door import Reader
from db.queries.lookup import StreetRow, street
from db.queries.page import CaseFilter, Order


@dataclass(frozen=True, slots=True)
class PrintedCase:
    """A case as it goes on its sheet; ``in_clear`` tells that names and phones are not masked."""

    street: StreetRow
    detail: CaseDetail
    now: datetime
    printed_by: str
    in_clear: bool


@dataclass(frozen=True, slots=True)
class PrintedList:
    """The cases of a filter in their order; ``has_more`` tells that not all of them are here.

    ``names`` are the names of the units and places that the filter narrows to.
    """

    street: StreetRow
    filter: CaseFilter
    names: tuple[str, ...]
    rows: tuple[CaseRow, ...]
    now: datetime
    has_more: bool


class _MaskingReader(Reader):
    """Reads as one without the right to see private data does."""

    @property
    def sees_private(self) -> bool:
        return False


def printed_case(reader: Reader, case_id: int, *, in_clear: bool) -> PrintedCase:
    """Return what stands on the sheet of a case.

    :param in_clear: the wish, whose entry ``SeePrivate`` has left; without the right it is masked.
    :raises NotFound: ``case_unknown``: there is none, or the reader may not see it.
    """
    clear = in_clear and reader.sees_private
    detail = case_detail(reader if clear else _masking(reader), case_id)
    return PrintedCase(street(reader), detail, reader.now, reader.actor.name, clear)


def printed_list(
    reader: Reader, filter: CaseFilter, order: Order, most: int, descending: bool = False
) -> PrintedList:
    """Return the cases of a filter in the ledger's order, at most so many, with masked texts."""
    ids = listed_ids(reader, filter, order, descending)
    first = ids[:most].tolist()
    found = case_rows(_masking(reader), first)
    rows = tuple(found[one] for one in first if one in found)
    return PrintedList(
        street(reader), filter, _names(reader, filter), rows, reader.now, len(ids) > most
    )


def _names(reader: Reader, filter: CaseFilter) -> tuple[str, ...]:
    wanted = {
        *filter.community_ids,
        *filter.grid_ids,
        *filter.unit_ids,
        *filter.holder_ids,
        *filter.lead_ids,
    }
    if not wanted:
        return ()
    query = select(unit.c.name).where(unit.c.id.in_(wanted)).order_by(unit.c.id)
    return tuple(reader.connection.execute(query).scalars())


def _masking(reader: Reader) -> Reader:
    return _MaskingReader(reader.connection, reader.actor, reader.now, reader.database, reader.kept)

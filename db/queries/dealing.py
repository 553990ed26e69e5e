"""Cases dealt out by a column with few values: sorted by it, or parted into groups with counts.

The cases are read newest first, along the index that gives a list its usual order, and laid into
one heap a value; the heaps then stand in the order of the office. Nothing is sorted row by row.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select

from db.model.case import cases
from db.model.item import item
from db.model.organisation import platform, unit
from db.queries.door import Reader
from db.queries.page import (
    CHUNK,
    MOST_IDS,
    CaseFilter,
    Order,
    conditions,
    ids_where,
    is_only_open,
)
from db.rules.terms import CaseState, UnitKind

_COLUMNS: dict[Order, ColumnElement[Any]] = {
    Order.STATE: cases.c.state,
    Order.ITEM: cases.c.item_id,
    # The unit that a list shows: who leads, before there is one who holds.
    Order.UNIT: func.coalesce(cases.c.lead_id, cases.c.holder_id),
    Order.COMMUNITY: cases.c.community_id,
    Order.GRID: cases.c.grid_id,
    Order.PLATFORM: cases.c.platform,
}
GROUPS = (Order.UNIT, Order.ITEM, Order.COMMUNITY, Order.GRID, Order.STATE)
"""What a list may be parted by."""

Key = int | str | None


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """One part of a list: its value, its name (empty for a state or for none) and its cases."""

    by: Order
    key: Key
    name: str
    count: int


@dataclass(frozen=True)
class GroupedIds:
    """All parts of a list in the order of the office, and the ids of those that are open."""

    groups: tuple[CaseGroup, ...]
    ids: dict[Key, array[int]]


def listed_ids(
    reader: Reader, filter: CaseFilter, order: Order, descending: bool = False
) -> array[int]:
    """Return the ids of a filter's cases in any order, at most ``MOST_IDS`` of them."""
    where = conditions(reader, filter)
    return _in_order(reader, where, order, descending, is_only_open(filter), MOST_IDS)


def grouped_ids(
    reader: Reader,
    filter: CaseFilter,
    by: Order,
    opened: Iterable[Key] | None,
    order: Order,
    descending: bool = False,
) -> GroupedIds:
    """Return the groups of a list with their counts, and the ids of the ``opened`` ones.

    ``opened=None`` opens all of them. A closed group costs its count and nothing more.
    """
    where = conditions(reader, filter)
    column = _COLUMNS[by]
    counting = select(column.label("value"), func.count().label("number"))
    rows = reader.connection.execute(counting.where(*where).group_by(column)).all()
    counts = {row.value: int(row.number) for row in rows}
    names = _names(reader, by, counts)
    groups = tuple(CaseGroup(by, key, name, counts[key]) for key, name in names)
    wanted = set(counts if opened is None else opened)
    found: dict[Key, array[int]] = {}
    left = MOST_IDS
    for group in groups:
        if group.key in wanted and left > 0:
            mine = column.is_(None) if group.key is None else column == group.key
            ids = _in_order(reader, [*where, mine], order, descending, is_only_open(filter), left)
            found[group.key] = ids
            left -= len(ids)
    return GroupedIds(groups, found)


def _in_order(
    reader: Reader,
    where: Sequence[ColumnElement[bool]],
    order: Order,
    descending: bool,
    only_open: bool,
    limit: int,
) -> array[int]:
    if order in (Order.NEWEST, Order.OLDEST):
        return ids_where(reader, where, order, limit=limit)
    if order is Order.DEADLINE:
        found = ids_where(reader, where, order, only_open=only_open, limit=limit)
        if descending:
            found.reverse()
        return found
    return _dealt(reader, where, order, descending, limit)


def _dealt(
    reader: Reader,
    where: Sequence[ColumnElement[bool]],
    order: Order,
    descending: bool,
    limit: int,
) -> array[int]:
    query = (
        select(cases.c.id, _COLUMNS[order]).where(*where).order_by(cases.c.id.desc()).limit(limit)
    )
    heaps: dict[Key, array[int]] = {}
    result = reader.connection.execute(query.execution_options(stream_results=True))
    for rows in result.partitions(CHUNK):
        for id_, key in rows:
            heap = heaps.get(key)
            if heap is None:
                heap = heaps[key] = array("q")
            heap.append(id_)
    found = array("q")
    names = _names(reader, order, heaps)
    for key, _ in reversed(names) if descending else names:
        found.extend(heaps[key])
    return found


def _names(reader: Reader, by: Order, keys: Iterable[Key]) -> list[tuple[Key, str]]:
    """Return these values with their names in the order of the office; none comes last."""
    if by is Order.STATE:
        named: dict[Key, tuple[Any, str]] = {int(one): (int(one), "") for one in CaseState}
    elif by is Order.PLATFORM:
        named = _coded(reader, platform, platform.c.code)
    elif by is Order.ITEM:
        named = _coded(reader, item, item.c.id)
    else:
        named = _units(reader)
    known = [key for key in keys if key in named]
    known.sort(key=lambda key: named[key][0])
    unknown = [key for key in keys if key not in named]
    return [*((key, named[key][1]) for key in known), *((key, "") for key in unknown)]


def _coded(reader: Reader, table: Any, key: ColumnElement[Any]) -> dict[Key, tuple[Any, str]]:
    query = select(key, table.c.code, table.c.name).where(
        table.c.street_id == reader.actor.street_id
    )
    return {row[0]: (row[1], row[2]) for row in reader.connection.execute(query)}


def _units(reader: Reader) -> dict[Key, tuple[Any, str]]:
    """Return the units by kind, from the room down to the grids, and by code."""
    kinds = [kind.value for kind in UnitKind]
    query = select(unit.c.id, unit.c.kind, unit.c.code, unit.c.name).where(
        unit.c.street_id == reader.actor.street_id
    )
    return {
        row.id: ((kinds.index(row.kind), row.code), row.name)
        for row in reader.connection.execute(query)
    }

"""Lists of cases under a name: filter, order, grouping and columns, own ones and shared ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from db.errors import RuleError
from db.model.account import account, person
from db.model.desk import list_layout, saved_view
from db.model.item import item
from db.model.organisation import unit
from db.queries.door import Reader
from db.queries.page import EVERYTHING, CaseFilter, Order, Tab
from db.rules.terms import CaseState, ItemStatus, Level, Source, Urgency

DENSITIES = ("standard", "single", "compact")
NARROWEST, WIDEST = 40, 1200
MOST_COLUMNS = 40

_FOR_NOW = frozenset({"ids", "counted", "reporter_phone"})
"""What a figure asks for belongs to its moment, and a phone belongs to a person."""
_WORDS: dict[str, Callable[[Any], Any]] = {
    "tab": Tab,
    "states": CaseState,
    "urgencies": Urgency,
    "levels": Level,
    "sources": Source,
    **dict.fromkeys(
        ("registered_from", "registered_to", "due_from", "due_to", "closed_from", "closed_to"),
        date.fromisoformat,
    ),
}
"""What the fields of a filter are made of again that do not stand in JSON as they are."""


@dataclass(frozen=True)
class ListView:
    """How a list of cases looks. No ``columns`` are the usual ones; ``widths`` are those set."""

    filter: CaseFilter = EVERYTHING
    order: Order = Order.DEADLINE
    descending: bool = False
    group: str = ""
    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    density: str = "standard"


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A saved view; ``retired`` names what its filter asks for and is no longer in use."""

    id: int
    name: str
    is_shared: bool
    is_own: bool
    owner: str
    view: ListView
    retired: tuple[str, ...]


def plain_view(view: ListView) -> dict[str, Any]:
    """Return a view in plain values, as it is stored."""
    narrowed = {
        one.name: _plain(getattr(view.filter, one.name))
        for one in fields(CaseFilter)
        if one.name not in _FOR_NOW
        and getattr(view.filter, one.name) != getattr(EVERYTHING, one.name)
    }
    return {
        "filter": narrowed,
        "order": view.order.value,
        "descending": view.descending,
        "group": view.group,
        "columns": list(view.columns),
        "widths": dict(view.widths),
        "density": view.density,
    }


def view_of(content: Mapping[str, Any]) -> ListView:
    """Return the view that plain values stand for.

    :raises RuleError: ``not_consistent``: they are none.
    """
    try:
        view = ListView(
            filter=_filter_of(content["filter"]),
            order=Order(content["order"]),
            descending=content["descending"],
            group=content["group"],
            columns=tuple(content["columns"]),
            widths=MappingProxyType(dict(content["widths"])),
            density=content["density"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise RuleError("not_consistent", field="content") from error
    is_sound = (
        type(view.descending) is bool
        and view.density in DENSITIES
        and len(view.columns) <= MOST_COLUMNS
        and all(isinstance(name, str) for name in (view.group, *view.columns, *view.widths))
        and all(type(w) is int and NARROWEST <= w <= WIDEST for w in view.widths.values())
    )
    if not is_sound:
        raise RuleError("not_consistent", field="content")
    return view


def saved_views(reader: Reader) -> tuple[ViewRow, ...]:
    """Return the reader's own views and those shared in the street, each kind by its name."""
    rows = reader.connection.execute(
        select(saved_view, person.c.name.label("owner"))
        .join(account, account.c.id == saved_view.c.owner_id)
        .join(person, person.c.id == account.c.person_id)
        .where(_seen(reader))
    ).all()
    views = {row.id: view_of(row.content) for row in rows}
    units = {one for view in views.values() for one in _units_of(view.filter)}
    items = {one for view in views.values() for one in view.filter.item_ids}
    retired = _retired(reader, units, items)
    found = [
        ViewRow(
            id=row.id,
            name=row.name,
            is_shared=row.is_shared,
            is_own=row.owner_id == reader.actor.account_id,
            owner=row.owner,
            view=views[row.id],
            retired=tuple(
                retired[key]
                for key in (
                    *(("unit", one) for one in _units_of(views[row.id].filter)),
                    *(("item", one) for one in views[row.id].filter.item_ids),
                )
                if key in retired
            ),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.is_shared, one.name)))


def own_layout(reader: Reader) -> ListView | None:
    """Return how the reader left the ledger, or None when it was never changed."""
    content = reader.connection.execute(
        select(list_layout.c.content).where(list_layout.c.account_id == reader.actor.account_id)
    ).scalar()
    return None if content is None else view_of(content)


def _seen(reader: Reader) -> ColumnElement[bool]:
    shared = (saved_view.c.street_id == reader.actor.street_id) & saved_view.c.is_shared
    return or_(saved_view.c.owner_id == reader.actor.account_id, shared)


def _units_of(narrowed: CaseFilter) -> tuple[int, ...]:
    return (
        *narrowed.unit_ids,
        *narrowed.holder_ids,
        *narrowed.lead_ids,
        *narrowed.community_ids,
        *narrowed.grid_ids,
    )


def _retired(reader: Reader, units: set[int], items: set[int]) -> dict[tuple[str, int], str]:
    """Return the names of those units and items that are no longer in use."""
    found: dict[tuple[str, int], str] = {}
    if units:
        for row in reader.connection.execute(
            select(unit.c.id, unit.c.name).where(unit.c.id.in_(units), ~unit.c.active)
        ):
            found["unit", row.id] = row.name
    if items:
        for row in reader.connection.execute(
            select(item.c.id, item.c.name).where(
                item.c.id.in_(items), item.c.status == ItemStatus.RETIRED.value
            )
        ):
            found["item", row.id] = row.name
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return getattr(value, "value", value)


def _filter_of(narrowed: Mapping[str, Any]) -> CaseFilter:
    known = {one.name for one in fields(CaseFilter)} - _FOR_NOW
    if not narrowed.keys() <= known:
        raise ValueError("no such field")
    made = {name: _made(name, value) for name, value in narrowed.items()}
    return EVERYTHING.replace(**made)


def _made(name: str, value: Any) -> Any:
    make = _WORDS.get(name, _same)
    usual = getattr(EVERYTHING, name)
    if isinstance(usual, tuple):
        return tuple(make(one) for one in value)
    return make(value)


def _same(value: Any) -> Any:
    if not isinstance(value, str | int):
        raise TypeError("no plain value")
    return value

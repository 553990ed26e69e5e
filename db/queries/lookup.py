"""What is picked from lists: items, units, places, people, platforms."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from db.errors import NotFound
from db.model.account import person
from db.model.item import item
from db.model.organisation import platform, unit
from db.model.organisation import street as street_table
from db.queries.door import Reader
from db.rules.setting_fields import NOTICE_TEXTS
from db.rules.terms import ItemStatus, UnitKind, Urgency

_HANDLING = (UnitKind.STATION, UnitKind.OFFICE, UnitKind.COMMUNITY, UnitKind.GRID)


@dataclass(frozen=True, slots=True)
class StreetRow:
    """The street itself."""

    id: int
    code: str
    name: str
    letters: str
    organ_code: str
    district_name: str
    room_name: str
    own_texts: Mapping[str, str] = field(default_factory=dict, compare=False)
    """The office's own words for its papers, where they were asked for."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the admission list."""

    id: int
    code: str
    class_name: str
    name: str
    platform: str
    platform_name: str
    limit_hours: int
    urgency: Urgency
    lead_code: str
    assist_codes: str
    status: ItemStatus
    valid_from: date | None
    valid_to: date | None
    approval_number: str
    initials: str
    full_pinyin: str
    synonyms: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of the street."""

    id: int
    kind: UnitKind
    code: str
    name: str
    short_name: str
    parent_id: int | None
    department: str
    phone: str
    head_name: str
    head_phone: str
    duty_name: str
    initials: str
    full_pinyin: str
    active: bool


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A community with its grids."""

    unit: UnitRow
    grids: tuple[UnitRow, ...]

    @property
    def id(self) -> int:
        """The id of the community."""
        return self.unit.id

    @property
    def name(self) -> str:
        """The name of the community."""
        return self.unit.name


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the street."""

    id: int
    unit_id: int
    unit: str
    name: str
    post: str
    phone: str
    initials: str
    active: bool


@dataclass(frozen=True, slots=True)
class SuggestedUnits:
    """Who usually takes a case under an item; assisting units of the place are not among them."""

    lead_id: int | None
    assist_ids: tuple[int, ...]


def street(reader: Reader) -> StreetRow:
    """Return the reader's street."""
    names = [one for one in StreetRow.__slots__ if one != "own_texts"]
    row = reader.connection.execute(
        select(*(street_table.c[name] for name in names)).where(
            street_table.c.id == reader.actor.street_id
        )
    ).one()
    return StreetRow(*row)


def street_on_paper(reader: Reader) -> StreetRow:
    """Return the reader's street with what the office says on its papers in its own words."""
    own = reader.office.settings.get(NOTICE_TEXTS, {})
    return replace(street(reader), own_texts=own)


def items(
    reader: Reader, day: date | None = None, platform_code: str | None = None
) -> tuple[ItemRow, ...]:
    """Return the admission list in the order of its codes.

    :param day: only what may be used on this day; None returns also what is retired or expired.
    """
    query = (
        select(item, platform.c.name.label("platform_name"))
        .outerjoin(
            platform,
            (platform.c.street_id == item.c.street_id) & (platform.c.code == item.c.platform),
        )
        .where(item.c.street_id == reader.actor.street_id)
        .order_by(item.c.code)
    )
    if day is not None:
        query = query.where(
            item.c.status != ItemStatus.RETIRED.value,
            or_(item.c.valid_from.is_(None), item.c.valid_from <= day),
            or_(item.c.valid_to.is_(None), item.c.valid_to >= day),
        )
    if platform_code is not None:
        query = query.where(item.c.platform == platform_code)
    return tuple(_item_row(row) for row in reader.connection.execute(query).mappings())


def suggested_units(reader: Reader, item_id: int) -> SuggestedUnits:
    """Return the units that the admission list names for an item.

    :raises NotFound: ``item_unknown``.
    """
    row = reader.connection.execute(
        select(item.c.lead_code, item.c.assist_codes).where(
            item.c.id == item_id, item.c.street_id == reader.actor.street_id
        )
    ).one_or_none()
    if row is None:
        raise NotFound("item_unknown", id=item_id)
    assist_codes = row.assist_codes.replace(",", " ").split()
    found = reader.connection.execute(
        select(unit.c.code, unit.c.id).where(
            unit.c.street_id == reader.actor.street_id,
            unit.c.active,
            unit.c.code.in_([row.lead_code, *assist_codes]),
        )
    ).all()
    ids = {code: id_ for code, id_ in found}
    assists = [ids[code] for code in assist_codes if code in ids and code != row.lead_code]
    return SuggestedUnits(ids.get(row.lead_code), tuple(assists))


def units(
    reader: Reader, kinds: Collection[UnitKind] = (), active_only: bool = True
) -> tuple[UnitRow, ...]:
    """Return the units of some kinds (none named: of all), by kind and code."""
    names = UnitRow.__slots__
    query = select(*(unit.c[name] for name in names)).where(
        unit.c.street_id == reader.actor.street_id
    )
    if kinds:
        query = query.where(unit.c.kind.in_([kind.value for kind in kinds]))
    if active_only:
        query = query.where(unit.c.active)
    order = list(UnitKind)
    found = [_unit_row(row) for row in reader.connection.execute(query).mappings()]
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.code)))


def handling_units(reader: Reader) -> tuple[UnitRow, ...]:
    """Return the units that a case may be assigned to; the district gets cases by escalation."""
    return units(reader, _HANDLING)


def places(reader: Reader) -> tuple[PlaceRow, ...]:
    """Return the communities, each with its grids."""
    found = units(reader, (UnitKind.COMMUNITY, UnitKind.GRID))
    grids: dict[int | None, list[UnitRow]] = {}
    for one in found:
        if one.kind is UnitKind.GRID:
            grids.setdefault(one.parent_id, []).append(one)
    return tuple(
        PlaceRow(one, tuple(grids.get(one.id, ())))
        for one in found
        if one.kind is UnitKind.COMMUNITY
    )


def unit_names(reader: Reader) -> dict[int, str]:
    """Return the name of every unit by id, also of those no longer active."""
    rows = reader.connection.execute(
        select(unit.c.id, unit.c.name).where(unit.c.street_id == reader.actor.street_id)
    )
    return {id_: name for id_, name in rows}


def people(
    reader: Reader, unit_id: int | None = None, active_only: bool = True
) -> tuple[PersonRow, ...]:
    """Return the people of a unit or of the whole street, by unit and name."""
    query = (
        select(person, unit.c.name.label("unit"))
        .join(unit, unit.c.id == person.c.unit_id)
        .where(person.c.street_id == reader.actor.street_id)
        .order_by(unit.c.code, person.c.name)
    )
    if unit_id is not None:
        query = query.where(person.c.unit_id == unit_id)
    if active_only:
        query = query.where(person.c.active)
    names = PersonRow.__slots__
    return tuple(
        PersonRow(**{name: row[name] for name in names})
        for row in reader.connection.execute(query).mappings()
    )


def platforms(reader: Reader) -> dict[str, str]:
    """Return the name of each platform by code."""
    rows = reader.connection.execute(
        select(platform.c.code, platform.c.name)
        .where(platform.c.street_id == reader.actor.street_id)
        .order_by(platform.c.code)
    )
    return {code: name for code, name in rows}


def class_names(reader: Reader) -> tuple[str, ...]:
    """Return the classes of the admission list in the order of its codes."""
    rows = reader.connection.execute(
        select(item.c.class_name)
        .where(item.c.street_id == reader.actor.street_id)
        .order_by(item.c.code)
    ).scalars()
    return tuple(dict.fromkeys(rows))


def _item_row(row: Any) -> ItemRow:
    values = {name: row[name] for name in ItemRow.__slots__}
    values |= {
        "urgency": Urgency(row["urgency"]),
        "status": ItemStatus(row["status"]),
        "platform_name": row["platform_name"] or "",
    }
    return ItemRow(**values)


def _unit_row(row: Any) -> UnitRow:
    return UnitRow(**{**row, "kind": UnitKind(row["kind"])})

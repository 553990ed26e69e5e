"""What the map shows: outlines, figures by place, and the open cases that tell where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.model.account import account, person
from db.model.case import cases
from db.model.organisation import unit
from db.model.outline import unit_outline
from db.queries.deadlines import LIGHT_COLUMNS, reading
from db.queries.door import Reader
from db.queries.page import CaseFilter, conditions
from db.rules.coordinates import CoordinateSystem, Position
from db.rules.outlines import Judged, KnownPlace, OutlineFeature, Part, judge
from db.rules.terms import CLOSED_STATES, Light, UnitKind

MOST_CASES = 5_000
"""Dots of a map; a street with more open cases than this has other troubles."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """Where a unit lies, in WGS-84, and where that is known from."""

    unit_id: int
    parts: tuple[Part, ...]
    points: int
    system: CoordinateSystem
    source: str
    is_invented: bool
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True, slots=True)
class LocatedCase:
    """An open case that tells where it is."""

    id: int
    position: Position
    light: Light
    grid_id: int | None
    community_id: int | None


def outlines(reader: Reader) -> tuple[OutlineRow, ...]:
    """Return the outlines of the street's communities and grids that are at work."""
    o = unit_outline.c
    rows = reader.connection.execute(
        select(
            o.unit_id,
            o.parts,
            o.points,
            o.system,
            o.source,
            o.is_invented,
            o.imported_at,
            person.c.name,
        )
        .join(unit, unit.c.id == o.unit_id)
        .join(account, account.c.id == o.imported_by)
        .join(person, person.c.id == account.c.person_id)
        .where(o.street_id == reader.actor.street_id, unit.c.active)
        .order_by(unit.c.code)
    )
    return tuple(
        OutlineRow(unit_id, _parts(parts), points, CoordinateSystem(system), *rest)
        for unit_id, parts, points, system, *rest in rows
    )


def known_places(reader: Reader) -> tuple[KnownPlace, ...]:
    """Return every unit that a map file might name, and whether it has an outline."""
    rows = reader.connection.execute(
        select(
            unit.c.id,
            unit.c.kind,
            unit.c.code,
            unit.c.name,
            unit.c.short_name,
            unit_outline.c.unit_id.is_not(None),
        )
        .outerjoin(unit_outline, unit_outline.c.unit_id == unit.c.id)
        .where(unit.c.street_id == reader.actor.street_id, unit.c.active)
        .order_by(unit.c.code)
    )
    return tuple(KnownPlace(id_, UnitKind(kind), *rest) for id_, kind, *rest in rows)


def judged_outlines(
    reader: Reader, features: Sequence[OutlineFeature], system: CoordinateSystem
) -> Judged:
    """Return what an import of these features would take and refuse; it changes nothing."""
    return judge(features, known_places(reader), system)


def located_cases(reader: Reader, filter: CaseFilter) -> tuple[LocatedCase, ...]:
    """Return the open cases of a filter that tell where they are, the newest first."""
    c = cases.c
    rows = reader.connection.execute(
        select(c.id, c.longitude, c.latitude, c.grid_id, c.community_id, *LIGHT_COLUMNS)
        .where(
            *conditions(reader, filter),
            c.longitude.is_not(None),
            c.latitude.is_not(None),
            c.closed_at.is_(None),
            c.state.not_in(sorted(map(int, CLOSED_STATES))),
        )
        .order_by(c.id.desc())
        .limit(MOST_CASES)
    )
    return tuple(
        LocatedCase(
            row.id,
            (row.longitude, row.latitude),
            reading(reader, row).light,
            row.grid_id,
            row.community_id,
        )
        for row in rows
    )


def _parts(stored: list[list[list[list[float]]]]) -> tuple[Part, ...]:
    return tuple(tuple(tuple((x, y) for x, y in ring) for ring in part) for part in stored)

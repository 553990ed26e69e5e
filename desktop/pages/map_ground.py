"""From outlines, or from none, to the areas that the map shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.queries.door import Reader
from db.queries.lookup import PlaceRow, UnitRow
from db.queries.outlines import LocatedCase, OutlineRow
from db.rules.coordinates import Position, metres
from db.rules.outlines import Part
from db.rules.place_names import short_community, short_grid
from db.rules.terms import Light, UnitKind
from desktop.pages.map_schematic import schematic
from desktop.pages.map_seen import GroundSeen, ground_seen
from desktop.widgets.map import MapDot, MapGroup, MapShape

_TONES = {Light.GREEN: "ok", Light.YELLOW: "warn", Light.RED: "bad"}


@dataclass(frozen=True)
class Ground:
    """The areas by kind of unit; ``missing`` counts the grids that have no outline."""

    shapes: dict[UnitKind, tuple[MapShape, ...]] = field(default_factory=dict)
    groups: tuple[MapGroup, ...] = ()
    units: dict[int, UnitRow] = field(default_factory=dict)
    outlines: tuple[OutlineRow, ...] = ()
    origin: Position = (0.0, 0.0)
    missing: int = 0

    @property
    def is_schematic(self) -> bool:
        """Whether nothing is known of where the places lie."""
        return not self.outlines

    @property
    def is_invented(self) -> bool:
        """Whether some outlines show nothing real."""
        return any(row.is_invented for row in self.outlines)

    def dots(self, located: tuple[LocatedCase, ...]) -> list[MapDot]:
        """Return the cases as dots of the map."""
        if self.is_schematic:
            return []
        places = metres((one.position for one in located), self.origin)
        return [
            MapDot(one.id, x, y, _TONES.get(one.light, ""))
            for one, (x, y) in zip(located, places, strict=True)
        ]


def street_ground(reader: Reader) -> Ground:
    """Return the areas of the reader's street; run on the worker, for a street has many points."""
    return ground_of(ground_seen(reader))


def ground_of(seen: GroundSeen) -> Ground:
    """Return the areas of a street: its outlines or, without any, a plan."""
    units = {place.id: place.unit for place in seen.places}
    units |= {grid.id: grid for place in seen.places for grid in place.grids}
    known = tuple(row for row in seen.outlines if row.unit_id in units)
    if not known:
        return _planned(seen.places, units)
    origin = _middle(known)
    parts = {row.unit_id: tuple(_in_metres(part, origin) for part in row.parts) for row in known}
    grids = [grid for place in seen.places for grid in place.grids]
    shapes = {
        UnitKind.GRID: tuple(
            _shape(grid, units, parts[grid.id]) for grid in grids if grid.id in parts
        ),
        UnitKind.COMMUNITY: tuple(
            _shape(place.unit, units, parts[place.id]) for place in seen.places if place.id in parts
        ),
    }
    groups = tuple(
        MapGroup(place.id, short_community(place.name), parts[place.id])
        for place in seen.places
        if place.id in parts
    )
    missing = sum(grid.id not in parts for grid in grids)
    return Ground(shapes, groups, units, known, origin, missing)


def _planned(places: tuple[PlaceRow, ...], units: dict[int, UnitRow]) -> Ground:
    boxes = schematic(places)
    parts = {id_: ((box.ring(),),) for id_, box in boxes.items()}
    shapes = {
        UnitKind.GRID: tuple(
            _shape(grid, units, parts[grid.id]) for place in places for grid in place.grids
        ),
        UnitKind.COMMUNITY: tuple(_shape(place.unit, units, parts[place.id]) for place in places),
    }
    groups = tuple(
        MapGroup(place.id, short_community(place.name), parts[place.id]) for place in places
    )
    return Ground(shapes, groups, units)


def _shape(unit: UnitRow, units: dict[int, UnitRow], parts: tuple[Part, ...]) -> MapShape:
    home = units.get(unit.parent_id) if unit.parent_id is not None else None
    short = short_grid(unit.name, home.name) if home is not None else ""
    return MapShape(unit.id, unit.name, short, parts)


def _middle(rows: tuple[OutlineRow, ...]) -> Position:
    corners = [position for row in rows for position in row.parts[0][0]]
    across = [x for x, _ in corners]
    down = [y for _, y in corners]
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2


def _in_metres(part: Part, origin: Position) -> Part:
    return tuple(tuple(metres(ring, origin)) for ring in part)

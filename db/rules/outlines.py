"""Judge the outlines of a map file: whose they are, and whether they can be drawn."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from db.rules.coordinates import CoordinateSystem, Position, is_in_china, unshifted
from db.rules.place_names import base_name, folded_name
from db.rules.terms import UnitKind

Ring = tuple[Position, ...]
Part = tuple[Ring, ...]
"""An outer ring and the holes in it."""

MOST_FEATURES = 2_000
MOST_POINTS = 5_000
"""Points that one outline may have; more is a file for another purpose."""
MOST_POINTS_IN_ALL = 200_000
LEAST_POINTS = 4
MAPPED_KINDS = (UnitKind.COMMUNITY, UnitKind.GRID)
_LONGEST_WORD = 60
_DIGITS = 7
"""Decimals kept: a centimetre."""


class OutlineFault(StrEnum):
    """Why an outline was not taken."""

    UNIT_NOT_NAMED = "unit_not_named"
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_AMBIGUOUS = "unit_ambiguous"
    UNIT_NOT_A_PLACE = "unit_not_a_place"
    UNIT_TWICE = "unit_twice"
    NO_POLYGON = "no_polygon"
    NUMBERS_BAD = "numbers_bad"
    RING_SHORT = "ring_short"
    RING_OPEN = "ring_open"
    RING_FLAT = "ring_flat"
    LATITUDE_FIRST = "latitude_first"
    OUTSIDE_CHINA = "outside_china"
    TOO_MANY_POINTS = "too_many_points"


class OutlineNote(StrEnum):
    """What is odd about an outline that was taken."""

    CROSSES_ITSELF = "crosses_itself"
    CHANGED = "changed"


class OutlineError(ValueError):
    """A geometry that cannot be drawn."""

    def __init__(self, fault: OutlineFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, kw_only=True)
class OutlineFeature:
    """One feature of a map file: what it says of its unit, and its geometry as GeoJSON."""

    code: str = ""
    name: str = ""
    geometry: Any = None


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A community or another unit that an outline may mean."""

    id: int
    kind: UnitKind
    code: str
    name: str
    short_name: str
    has_outline: bool = False


@dataclass(frozen=True, slots=True)
class TakenOutline:
    """An outline that can be drawn, in WGS-84; ``nth`` counts the features from 1."""

    nth: int
    unit: KnownPlace
    parts: tuple[Part, ...]
    notes: tuple[OutlineNote, ...]

    @property
    def points(self) -> int:
        """How many points it has."""
        return sum(len(ring) for part in self.parts for ring in part)

    @property
    def crosses(self) -> bool:
        """Whether a ring crosses itself."""
        return OutlineNote.CROSSES_ITSELF in self.notes


@dataclass(frozen=True, slots=True)
class RefusedOutline:
    """A feature that was not taken, and why."""

    nth: int
    said: str
    fault: OutlineFault


@dataclass(frozen=True, slots=True)
class Judged:
    """What a file brings."""

    taken: tuple[TakenOutline, ...]
    refused: tuple[RefusedOutline, ...]


def judge(
    features: Sequence[OutlineFeature], places: Iterable[KnownPlace], system: CoordinateSystem
) -> Judged:
    """Return which features can be drawn and why the others cannot."""
    names = _Names(places)
    taken: dict[int, TakenOutline] = {}
    refused: list[RefusedOutline] = []
    points = 0
    for nth, feature in enumerate(features, start=1):
        try:
            unit = names.find(feature)
            if unit.id in taken:
                raise OutlineError(OutlineFault.UNIT_TWICE)
            parts = parts_of(feature.geometry, system)
            points += sum(len(ring) for part in parts for ring in part)
            if points > MOST_POINTS_IN_ALL:
                raise OutlineError(OutlineFault.TOO_MANY_POINTS)
        except OutlineError as error:
            said = (feature.name or feature.code)[:_LONGEST_WORD]
            refused.append(RefusedOutline(nth, said, error.fault))
            continue
        taken[unit.id] = TakenOutline(nth, unit, parts, _notes(unit, parts))
    return Judged(tuple(taken.values()), tuple(refused))


def parts_of(geometry: Any, system: CoordinateSystem) -> tuple[Part, ...]:
    """Return the parts of a GeoJSON polygon in WGS-84.

    :raises OutlineError: it cannot be drawn.
    """
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    given = geometry.get("coordinates") if isinstance(geometry, Mapping) else None
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(given, list | tuple) or not given:
        raise OutlineError(OutlineFault.NO_POLYGON)
    left = MOST_POINTS
    parts: list[Part] = []
    for part in [given] if kind == "Polygon" else given:
        if not isinstance(part, list | tuple) or not part:
            raise OutlineError(OutlineFault.NO_POLYGON)
        rings = []
        for ring in part:
            if not isinstance(ring, list | tuple):
                raise OutlineError(OutlineFault.NUMBERS_BAD)
            left -= len(ring)
            if left < 0:
                raise OutlineError(OutlineFault.TOO_MANY_POINTS)
            rings.append(_ring(ring, system))
        parts.append(tuple(rings))
    return tuple(parts)


def digest_of(parts: Any) -> str:
    """Return the digest by which an outline is told in the audit and found altered."""
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode()).hexdigest()


def crosses_itself(ring: Ring) -> bool:
    """Tell whether two sides of a closed ring cross or lie on each other.

    The sides are looked at from west to east, each beside those that it can meet at all.
    """
    drawn = [(a, b) for a, b in pairwise(ring) if a != b]
    last = len(drawn) - 1
    sides = sorted(
        (min(a[0], b[0]), max(a[0], b[0]), nth, a, b) for nth, (a, b) in enumerate(drawn)
    )
    alive: list[tuple[float, float, int, Position, Position]] = []
    for side in sides:
        west, _, nth, a, b = side
        alive = [other for other in alive if other[1] >= west]
        for _, _, other_nth, c, d in alive:
            apart = abs(nth - other_nth)
            is_next = apart == 1 or apart == last
            if not is_next and _cross(a, b, c, d):
                return True
        alive.append(side)
    return False


class _Names:
    """The units under every name that a map file may give them."""

    def __init__(self, places: Iterable[KnownPlace]) -> None:
        self._codes: dict[str, KnownPlace] = {}
        self._names: dict[str, set[KnownPlace]] = {}
        for place in places:
            self._codes.setdefault(folded_name(place.code), place)
            for name in (place.name, place.short_name):
                self._names.setdefault(folded_name(name), set()).add(place)
            if place.kind is UnitKind.COMMUNITY:
                self._names.setdefault(base_name(folded_name(place.name)), set()).add(place)

    def find(self, feature: OutlineFeature) -> KnownPlace:
        """Return the unit that a feature means: by its code, else by its name."""
        code, name = folded_name(feature.code), folded_name(feature.name)
        if not code and not name:
            raise OutlineError(OutlineFault.UNIT_NOT_NAMED)
        unit = self._codes.get(code) or self._named(name)
        if unit is None:
            raise OutlineError(OutlineFault.UNIT_UNKNOWN)
        if unit.kind not in MAPPED_KINDS:
            raise OutlineError(OutlineFault.UNIT_NOT_A_PLACE)
        return unit

    def _named(self, name: str) -> KnownPlace | None:
        found = (self._names.get(name) or self._names.get(base_name(name))) if name else None
        if found and len(found) > 1:
            raise OutlineError(OutlineFault.UNIT_AMBIGUOUS)
        return next(iter(found)) if found else None


def _ring(given: Sequence[Any], system: CoordinateSystem) -> Ring:
    positions = [_position(one) for one in given]
    if len(positions) < LEAST_POINTS:
        raise OutlineError(OutlineFault.RING_SHORT)
    if positions[0] != positions[-1]:
        raise OutlineError(OutlineFault.RING_OPEN)
    if not all(map(is_in_china, positions)):
        turned = all(is_in_china((latitude, longitude)) for longitude, latitude in positions)
        fault = OutlineFault.LATITUDE_FIRST if turned else OutlineFault.OUTSIDE_CHINA
        raise OutlineError(fault)
    if system is CoordinateSystem.GCJ02:
        positions = [unshifted(one) for one in positions]
    rounded = tuple((round(x, _DIGITS), round(y, _DIGITS)) for x, y in positions)
    if not _area(rounded):
        raise OutlineError(OutlineFault.RING_FLAT)
    return rounded


def _position(given: Any) -> Position:
    """Return a position; a height behind it is left out."""
    is_pair = isinstance(given, list | tuple) and len(given) >= 2
    if not is_pair or not all(_is_number(value) for value in given[:2]):
        raise OutlineError(OutlineFault.NUMBERS_BAD)
    return float(given[0]), float(given[1])


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < 1e9 and math.isfinite(value)


def _notes(unit: KnownPlace, parts: tuple[Part, ...]) -> tuple[OutlineNote, ...]:
    crosses = any(crosses_itself(ring) for part in parts for ring in part)
    return (
        *([OutlineNote.CROSSES_ITSELF] if crosses else []),
        *([OutlineNote.CHANGED] if unit.has_outline else []),
    )


def _area(ring: Ring) -> float:
    """Return twice the area in square degrees, from the first point so that digits are kept."""
    x0, y0 = ring[0]
    pairs = pairwise(ring)
    return sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in pairs)


def _cross(a: Position, b: Position, c: Position, d: Position) -> bool:
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    one, two = _side(a, b, c), _side(a, b, d)
    three, four = _side(c, d, a), _side(c, d, b)
    if one == two == three == four == 0:
        return max(a[0], b[0]) > min(c[0], d[0]) or max(a[1], b[1]) > min(c[1], d[1])
    return one * two <= 0 and three * four <= 0


def _side(a: Position, b: Position, point: Position) -> int:
    """Return on which side of a line a point lies: 1, 0 or -1."""
    turn = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
    return (turn > 0) - (turn < 0)

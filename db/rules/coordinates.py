"""Positions on the ground: WGS-84, the shifted GCJ-02 of Chinese maps, and local metres."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from math import cos, pi, radians, sin, sqrt

Position = tuple[float, float]
"""Longitude and latitude in degrees."""

WEST, EAST, SOUTH, NORTH = 73.0, 136.0, 3.0, 54.0
"""China with its islands; what lies outside was mistyped or measured in another system."""

METRES_PER_DEGREE = 111_320.0
_AXIS, _ECCENTRICITY = 6_378_245.0, 0.006_693_421_622_965_943
_CENTRE_LONGITUDE, _CENTRE_LATITUDE = 105.0, 35.0
_ROUNDS = 3
"""Each round makes the error a thousand times smaller; three leave less than a millimetre."""


class CoordinateSystem(StrEnum):
    """What the numbers of a map file mean; CGCS2000 is WGS-84 to within centimetres."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"


def is_in_china(position: Position) -> bool:
    """Tell whether a position can lie in China."""
    longitude, latitude = position
    return WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH


def shifted(position: Position) -> Position:
    """Return where GCJ-02 puts a position of WGS-84."""
    longitude, latitude = position
    x, y = longitude - _CENTRE_LONGITUDE, latitude - _CENTRE_LATITUDE
    curve = 1 - _ECCENTRICITY * sin(radians(latitude)) ** 2
    meridian = _AXIS * (1 - _ECCENTRICITY) / (curve * sqrt(curve)) * pi / 180
    parallel = _AXIS / sqrt(curve) * cos(radians(latitude)) * pi / 180
    return longitude + _east(x, y) / parallel, latitude + _north(x, y) / meridian


def unshifted(position: Position) -> Position:
    """Return the position of WGS-84 that GCJ-02 shows here."""
    longitude, latitude = position
    for _ in range(_ROUNDS):
        there = shifted((longitude, latitude))
        longitude += position[0] - there[0]
        latitude += position[1] - there[1]
    return longitude, latitude


def metres(positions: Iterable[Position], origin: Position) -> list[tuple[float, float]]:
    """Return metres east and south of an origin, exact enough over a street or a district."""
    across = METRES_PER_DEGREE * cos(radians(origin[1]))
    return [
        ((longitude - origin[0]) * across, (origin[1] - latitude) * METRES_PER_DEGREE)
        for longitude, latitude in positions
    ]


def position(point: tuple[float, float], origin: Position) -> Position:
    """Return the position of a point in metres east and south of an origin."""
    across = METRES_PER_DEGREE * cos(radians(origin[1]))
    return origin[0] + point[0] / across, origin[1] - point[1] / METRES_PER_DEGREE


def _waves(value: float) -> float:
    return 20 * sin(6 * value * pi) + 20 * sin(2 * value * pi)


def _north(x: float, y: float) -> float:
    level = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    waves = 20 * sin(y * pi) + 40 * sin(y / 3 * pi)
    long_waves = 160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)
    return level + (_waves(x) + waves + long_waves) * 2 / 3


def _east(x: float, y: float) -> float:
    level = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    waves = 20 * sin(x * pi) + 40 * sin(x / 3 * pi)
    long_waves = 150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)
    return level + (_waves(x) + waves + long_waves) * 2 / 3

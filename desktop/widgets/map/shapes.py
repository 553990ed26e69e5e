"""What a map is told to show, and the geometry it needs for that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

Points = Sequence[tuple[float, float]]
Parts = Sequence[Sequence[Points]]
"""Polygons of rings: an outer one and its holes, in metres east and south."""

_SAMPLES = 13


@dataclass(frozen=True)
class MapShape:
    """One area that can be chosen; `short` stands in it when there is room."""

    id: Any
    name: str
    short: str
    parts: Parts


@dataclass(frozen=True)
class MapGroup:
    """A larger area that is only named and outlined; without parts it is only named."""

    id: Any
    name: str
    parts: Parts
    at: tuple[float, float] | None = None


@dataclass(frozen=True)
class MapLook:
    """How a shape looks now: `step` of the ramp (None: hatched), its words, a red count, a tip."""

    words: str
    step: int | None
    alarm: int = 0
    tip: str = ""


@dataclass(frozen=True)
class MapDot:
    """A spot: `tone` is ok, warn, bad or empty."""

    id: Any
    x: float
    y: float
    tone: str


def path_of(parts: Parts) -> QPainterPath:
    """Return the outline of polygons with holes as one path."""
    path = QPainterPath()
    for part in parts:
        for ring in part:
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
            path.closeSubpath()
    return path


def label_point(parts: Parts) -> QPointF:
    """Return where words stand well: the middle of the largest part, or a point inside it."""
    ring = max((part[0] for part in parts), key=lambda ring: abs(_middle(ring)[2]))
    x, y, _ = _middle(ring)
    if _is_inside(ring, x, y):
        return QPointF(x, y)
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    inside = [
        spot
        for column in range(1, _SAMPLES)
        for row in range(1, _SAMPLES)
        if _is_inside(
            ring,
            *(
                spot := (
                    left + (right - left) * column / _SAMPLES,
                    top + (bottom - top) * row / _SAMPLES,
                )
            ),
        )
    ]
    best = max(inside or [ring[0]], key=lambda spot: _room(ring, spot))
    return QPointF(*best)


def _middle(ring: Points) -> tuple[float, float, float]:
    """Return the centre of gravity of a ring and twice its area."""
    x0, y0 = ring[0]
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        part = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        area += part
        x += (x1 + x2 - 2 * x0) * part
        y += (y1 + y2 - 2 * y0) * part
    if not area:
        return x0, y0, 0.0
    return x0 + x / (3 * area), y0 + y / (3 * area), area


def _is_inside(ring: Points, x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _room(ring: Points, spot: tuple[float, float]) -> float:
    """Return the square of how far a spot lies from the nearest side."""
    return min(_distance(one, other, spot) for one, other in pairwise(ring))


def _distance(
    one: tuple[float, float], other: tuple[float, float], spot: tuple[float, float]
) -> float:
    x, y = other[0] - one[0], other[1] - one[1]
    length = x * x + y * y
    along = ((spot[0] - one[0]) * x + (spot[1] - one[1]) * y) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return (spot[0] - one[0] - along * x) ** 2 + (spot[1] - one[1] - along * y) ** 2

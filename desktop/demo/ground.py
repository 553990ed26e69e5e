"""Invented ground of the demo street: cells around chosen points, grids inside communities.

Every grid is the part of the street that lies nearest to its own point (a Voronoi cell, cut out of
the whole by half-planes); a community is what its grids make together. Each side is bent by a wave
that both neighbours share, so that the cells tile without a gap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin, tau
from random import Random

Point = tuple[float, float]
Polygon = list[Point]

SEED = 20261120
ACROSS, DOWN = 3_450.0, 2_150.0
"""Half the street's extent in metres."""
_CORNERS = 18
_STEPS = 8
_BEND = 0.075
_ROUNDS = 12
_REACH = 0.78
_TRIES = 8
_SNAP = 0.5
_NEAR = 0.36
"""How far from the middle of its community a grid's point lies, in parts of the usual distance."""


class Ground:
    """The cells of grids and communities, in metres east and south of the street's middle."""

    def __init__(self, grids: Mapping[int, Sequence[int]]) -> None:
        """Lay out the street.

        :param grids: community → its grids.
        """
        random = Random(SEED)
        whole = _whole(random)
        middles = _spread(whole, len(grids), random)
        reach = _NEAR * (ACROSS * DOWN * pi / max(1, len(grids))) ** 0.5
        self.points: dict[int, Point] = {}
        for middle, own in zip(middles, grids.values(), strict=True):
            turn = random.random() * tau
            for nth, grid in enumerate(own):
                far = reach if len(own) > 1 else 0.0
                angle = turn + tau * nth / len(own) + random.uniform(-0.3, 0.3)
                self.points[grid] = _around(middle, far * random.uniform(0.85, 1.1), angle)
        snap = _Snap()
        raw = _cells(whole, list(self.points.values()))
        self._cells = {
            grid: [snap.point(point) for point in cell]
            for grid, cell in zip(self.points, raw, strict=True)
        }
        self.grids = {grid: _bent(cell) for grid, cell in self._cells.items()}
        self.communities = {
            community: _bent(_joined([self._cells[grid] for grid in own]))
            for community, own in grids.items()
            if own
        }

    def spot(self, grid: int, random: Random) -> Point:
        """Return a point inside a grid: somewhere on the way from its own to one of its sides."""
        middle = self.points[grid]
        corners = self._cells[grid]
        place = random.randrange(len(corners))
        one, other = corners[place - 1], corners[place]
        share, reach = random.random(), _REACH * random.random() ** 0.5
        x = one[0] + (other[0] - one[0]) * share - middle[0]
        y = one[1] + (other[1] - one[1]) * share - middle[1]
        # A side that is bent inwards may have cut the point off.
        for _ in range(_TRIES):
            if _is_inside(self.grids[grid], middle[0] + x * reach, middle[1] + y * reach):
                return middle[0] + x * reach, middle[1] + y * reach
            reach /= 2
        return middle


class _Snap:
    """Makes corners one that differ by the last digits of two calculations."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Point] = {}

    def point(self, point: Point) -> Point:
        column, row = round(point[0] / _SNAP), round(point[1] / _SNAP)
        for x in (column, column - 1, column + 1):
            for y in (row, row - 1, row + 1):
                if (x, y) in self._known:
                    return self._known[x, y]
        self._known[column, row] = point
        return point


def _whole(random: Random) -> Polygon:
    """Return the street as a convex shape, so that every part of it is convex, too."""
    corners = []
    for nth in range(_CORNERS):
        angle = tau * (nth + random.uniform(-0.22, 0.22)) / _CORNERS
        corners.append((ACROSS * cos(angle), DOWN * sin(angle)))
    return corners


def _spread(whole: Polygon, count: int, random: Random) -> list[Point]:
    """Return points spread evenly: each moves to the middle of its cell, some rounds long."""
    points: list[Point] = []
    while len(points) < count:
        angle, far = random.random() * tau, random.random() ** 0.5 * 0.93
        points.append((ACROSS * far * cos(angle), DOWN * far * sin(angle)))
    for _ in range(_ROUNDS):
        points = [_middle(cell) for cell in _cells(whole, points)]
    return points


def _cells(whole: Polygon, points: Sequence[Point]) -> list[Polygon]:
    found = []
    for point in points:
        cell = whole
        for other in sorted(points, key=lambda one: hypot(one[0] - point[0], one[1] - point[1])):
            if other != point:
                cell = _cut(cell, point, other)
        found.append(cell)
    return found


def _cut(cell: Polygon, point: Point, other: Point) -> Polygon:
    """Return the part of a cell that lies nearer to a point than to another."""
    across = (other[0] - point[0], other[1] - point[1])
    limit = (other[0] ** 2 + other[1] ** 2 - point[0] ** 2 - point[1] ** 2) / 2
    sides = [x * across[0] + y * across[1] - limit for x, y in cell]
    if max(sides) <= 0:
        return cell
    kept: Polygon = []
    for nth, (here, side) in enumerate(zip(cell, sides, strict=True)):
        before, side_before = cell[nth - 1], sides[nth - 1]
        if (side < 0) != (side_before < 0):
            share = side_before / (side_before - side)
            x = before[0] + (here[0] - before[0]) * share
            y = before[1] + (here[1] - before[1]) * share
            kept.append((x, y))
        if side < 0:
            kept.append(here)
    return kept


def _joined(cells: Sequence[Polygon]) -> Polygon:
    """Return the way around cells that touch: the sides that no two of them share."""
    next_of: dict[Point, Point] = {}
    sides = {side for cell in cells for side in pairwise([*cell, cell[0]]) if side[0] != side[1]}
    for one, other in sides:
        if (other, one) not in sides:
            next_of[one] = other
    start = min(next_of)
    around = [start]
    while next_of[around[-1]] != start:
        around.append(next_of[around[-1]])
    return around


def _bent(cell: Polygon) -> Polygon:
    """Return a closed ring whose sides swing as those of the neighbours do."""
    ring: Polygon = []
    for one, other in pairwise([*cell, cell[0]]):
        if one == other:
            continue
        ring += _wave(one, other)
    return [*ring, ring[0]]


def _wave(one: Point, other: Point) -> Polygon:
    """Return the points from one corner up to, but without, the other, always the same."""
    if one > other:
        # The neighbour's wave, begun at this end.
        return [one, *_wave(other, one)[:0:-1]]
    random = Random(f"{one[0]:.0f} {one[1]:.0f} {other[0]:.0f} {other[1]:.0f}")
    first, second = random.uniform(-1, 1), random.uniform(-0.6, 0.6)
    x, y = other[0] - one[0], other[1] - one[1]
    points = []
    for nth in range(_STEPS):
        share = nth / _STEPS
        swing = _BEND * (first * sin(pi * share) + second * sin(tau * share))
        points.append((one[0] + x * share - y * swing, one[1] + y * share + x * swing))
    return points


def _is_inside(ring: Polygon, x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _middle(cell: Polygon) -> Point:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise([*cell, cell[0]]):
        part = x1 * y2 - x2 * y1
        area += part
        x += (x1 + x2) * part
        y += (y1 + y2) * part
    return x / (3 * area), y / (3 * area)


def _around(middle: Point, far: float, angle: float) -> Point:
    return middle[0] + far * 1.25 * cos(angle), middle[1] + far * 0.85 * sin(angle)

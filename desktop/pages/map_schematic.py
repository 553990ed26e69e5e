"""A street without outlines as a plan of boxes: larger ones for communities with more grids.

It shows which grid belongs where, not where it lies; the same places give the same plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from db.queries.lookup import PlaceRow

WIDTH, HEIGHT = 1600.0, 920.0
_GAP = 10.0


@dataclass(frozen=True)
class Box:
    """A rectangle of the plan."""

    left: float
    top: float
    width: float
    height: float

    def ring(self) -> tuple[tuple[float, float], ...]:
        """Return its closed outline."""
        right, bottom = self.left + self.width, self.top + self.height
        return (
            (self.left, self.top),
            (right, self.top),
            (right, bottom),
            (self.left, bottom),
            (self.left, self.top),
        )

    def inner(self, gap: float) -> Box:
        """Return the rectangle without its edge."""
        return Box(self.left + gap, self.top + gap, self.width - 2 * gap, self.height - 2 * gap)


def schematic(places: Sequence[PlaceRow]) -> dict[int, Box]:
    """Return the box of every community and every grid by its id."""
    ordered = sorted(places, key=lambda place: (-len(place.grids), place.unit.code))
    sizes = [max(1, len(place.grids)) for place in ordered]
    found: dict[int, Box] = {}
    for place, box in zip(ordered, _packed(sizes, Box(0, 0, WIDTH, HEIGHT)), strict=True):
        inner = box.inner(_GAP / 2)
        found[place.id] = inner
        for grid, cell in zip(place.grids, _tiled(len(place.grids), inner), strict=True):
            found[grid.id] = cell
    return found


def _packed(sizes: Sequence[int], room: Box) -> list[Box]:
    """Return boxes with areas in these proportions, none much longer than wide.

    Rows are laid along the shorter side; a row takes one more as long as that makes its boxes
    squarer.
    """
    found: list[Box] = []
    left = list(sizes)
    while left:
        share = room.width * room.height / sum(left)
        side = min(room.width, room.height)
        taken = 1
        while taken < len(left) and _worst(left[: taken + 1], side, share) <= _worst(
            left[:taken], side, share
        ):
            taken += 1
        row, left = left[:taken], left[taken:]
        deep = sum(row) * share / side
        along = 0.0
        for size in row:
            length = size * share / deep
            if room.width >= room.height:
                found.append(Box(room.left, room.top + along, deep, length))
            else:
                found.append(Box(room.left + along, room.top, length, deep))
            along += length
        if room.width >= room.height:
            room = Box(room.left + deep, room.top, room.width - deep, room.height)
        else:
            room = Box(room.left, room.top + deep, room.width, room.height - deep)
    return found


def _worst(row: Sequence[int], side: float, share: float) -> float:
    """Return how far from a square the worst box of a row is."""
    deep = sum(row) * share / side
    lengths = [size * share / deep for size in row]
    return max(max(deep / length, length / deep) for length in lengths)


def _tiled(count: int, room: Box) -> list[Box]:
    """Return equal cells, row by row; the last row is stretched to the end."""
    if not count:
        return []
    columns = max(1, min(count, round(sqrt(count * room.width / max(room.height, 1.0)))))
    rows = ceil(count / columns)
    high = room.height / rows
    found = []
    for row in range(rows):
        here = min(columns, count - row * columns)
        wide = room.width / here
        found += [
            Box(room.left + nth * wide, room.top + row * high, wide, high) for nth in range(here)
        ]
    return found

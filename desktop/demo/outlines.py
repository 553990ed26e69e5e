"""Give the demo street its invented outlines, and its cases places inside them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from db.commands.outlines import ImportOutlines
from db.rules.coordinates import Position, position
from db.rules.outlines import OutlineFeature
from desktop.demo.ground import SEED, Ground, Point

if TYPE_CHECKING:
    from db.queries.lookup import PlaceRow

SOURCE = "示意边界，非真实"
ORIGIN: Position = (120.82, 27.94)
_DIGITS = 6


class Outlines:
    """The ground of a street's places; the same places give the same ground."""

    def __init__(self, places: Sequence[PlaceRow]) -> None:
        self._places = [place for place in places if place.grids]
        self._ground = Ground(
            {place.id: [grid.id for grid in place.grids] for place in self._places}
        )
        # Of its own, so that where a case lies changes nothing of what happens on the street.
        self._random = Random(SEED)

    def command(self) -> ImportOutlines:
        """Return the command that draws the street."""
        ground = self._ground
        features = []
        for place in self._places:
            features.append(_feature(place.unit.code, ground.communities[place.id]))
            features += [_feature(grid.code, ground.grids[grid.id]) for grid in place.grids]
        return ImportOutlines(features=tuple(features), source=SOURCE, is_invented=True)

    def spot(self, grid_id: int) -> Position:
        """Return a place inside a grid."""
        return _rounded(position(self._ground.spot(grid_id, self._random), ORIGIN))


def _feature(code: str, ring: Sequence[Point]) -> OutlineFeature:
    positions = [_rounded(position(point, ORIGIN)) for point in ring]
    return OutlineFeature(code=code, geometry={"type": "Polygon", "coordinates": [positions]})


def _rounded(place: Position) -> Position:
    return round(place[0], _DIGITS), round(place[1], _DIGITS)

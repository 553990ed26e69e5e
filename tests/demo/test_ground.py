"""The invented ground of the demo: it tiles, and what is said to lie in a grid lies in it."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from db.accounts import account_id_of
from db.engine import open_database
from db.queries.door import ask
from db.queries.outlines import located_cases, outlines
from db.queries.page import EVERYTHING
from db.rules.outlines import Ring, crosses_itself
from desktop.demo.ground import Ground
from desktop.demo.outlines import SOURCE

STREETS = {
    "one of each": {1: [11]},
    "the demo's size": {n: list(range(100 * n, 100 * n + 2 + n % 2)) for n in range(1, 23)},
    "many grids each": {n: list(range(100 * n, 100 * n + 7)) for n in range(1, 9)},
}


def area(ring: Ring | list[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def is_inside(ring: Ring | list[tuple[float, float]], x: float, y: float) -> bool:
    crossed = [
        x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
        for a, b in pairwise(ring)
        if (a[1] > y) != (b[1] > y)
    ]
    return sum(crossed) % 2 == 1


@pytest.mark.parametrize("name", STREETS)
def test_the_cells_tile_the_street_and_their_communities(name: str) -> None:
    street = STREETS[name]
    ground = Ground(street)
    for community, own in street.items():
        whole = area(ground.communities[community])
        assert math.isclose(whole, sum(area(ground.grids[grid]) for grid in own), rel_tol=1e-6)
    rings = [*ground.grids.values(), *ground.communities.values()]
    assert all(ring[0] == ring[-1] and not crosses_itself(tuple(ring)) for ring in rings)


def test_the_same_street_has_the_same_ground() -> None:
    street = STREETS["the demo's size"]
    assert Ground(street).grids == Ground(street).grids


def test_a_spot_lies_in_its_grid_and_nowhere_else() -> None:
    ground, random = Ground(STREETS["the demo's size"]), Random(7)
    for grid in ground.grids:
        for _ in range(40):
            x, y = ground.spot(grid, random)
            assert [one for one, ring in ground.grids.items() if is_inside(ring, x, y)] == [grid]


def test_the_demo_says_that_its_outlines_are_invented(short_street: Path) -> None:
    database = open_database(str(short_street))
    operator = account_id_of(database, "operator")
    rows = {row.unit_id: row for row in ask(database, outlines, operator)}
    located = ask(database, located_cases, operator, EVERYTHING)
    database.close()
    assert len(rows) == 22 + 60
    assert all(row.is_invented and row.source == SOURCE for row in rows.values())
    assert len(located) > 10
    for one in located:
        assert one.grid_id is not None and one.community_id is not None
        for unit_id in (one.grid_id, one.community_id):
            assert is_inside(rows[unit_id].parts[0][0], *one.position)

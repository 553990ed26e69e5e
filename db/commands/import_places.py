"""Find the places and units that a list names in its own way; make the grids it brings along."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.model.organisation import unit
from db.rules.pinyin import full, initials
from db.rules.place_names import base_name, folded_name
from db.rules.terms import UnitKind
from db.work import Work

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Place:
    """A community and one of its grids; None where the list names none."""

    community_id: int | None = None
    grid_id: int | None = None


class Places:
    """The units of the street under every name that a list may give them, looked up once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._kinds: dict[int, str] = {}
        self._communities: dict[str, int] = {}
        self._units: dict[str, int] = {}
        self._grids: dict[tuple[int, str], int] = {}
        self._loose_grids: dict[str, int | None] = {}
        self._homes: dict[int, int] = {}
        self._codes: dict[int, str] = {}
        self._grid_codes: set[str] = set()
        self._places: dict[tuple[str, str], Place] = {}
        self._named: dict[str, int | None] = {}
        self.room_id = 0
        self.made: list[tuple[int, str]] = []
        """Community and name of each grid that was made."""
        self._load()

    def kind(self, unit_id: int) -> str:
        """Return what kind a unit is."""
        return self._kinds[unit_id]

    def community(self, name: str) -> int | None:
        """Return a community by any form of its name: 永上居委会, 永上社区, 永上."""
        return _find(self._communities, folded_name(name))

    def of(self, community_name: str, grid_name: str) -> Place:
        """Return the place of a case; an unknown grid of a known community is made."""
        key = (community_name, grid_name)
        if key not in self._places:
            self._places[key] = self._place(community_name, grid_name)
        return self._places[key]

    def handling_unit(self, name: str) -> int | None:
        """Return the unit that a list names as the one in charge, or None."""
        if name not in self._named:
            self._named[name] = self._handling_unit(folded_name(name)) if name else None
        return self._named[name]

    def _handling_unit(self, name: str) -> int | None:
        street = folded_name(self._work.street_row["name"])
        for form in (name, name.removeprefix(street), name.removeprefix(street[:2])):
            found = self._units.get(form) or _find(self._communities, form)
            if found is None:
                found = self._loose_grids.get(form)
            if found is not None:
                return found
        return None

    def _place(self, community_name: str, grid_name: str) -> Place:
        community_id = self.community(community_name) if community_name else None
        name = folded_name(grid_name)
        if not name:
            return Place(community_id)
        if community_id is None:
            grid_id = self._loose_grids.get(name)
            return Place(self._homes[grid_id], grid_id) if grid_id else Place()
        found = self._grids.get((community_id, name))
        return Place(community_id, found or self._made(community_id, grid_name.strip()))

    def _made(self, community_id: int, name: str) -> int:
        code = self._free_code(community_id, name)
        grid_id = self._work.insert(
            unit,
            street_id=self._work.actor.street_id,
            kind=UnitKind.GRID.value,
            code=code,
            name=name,
            short_name=name,
            parent_id=community_id,
            initials=initials(name),
            full_pinyin=full(name),
            created_at=self._work.now,
        )
        self._work.changed("unit", grid_id, grid_id)
        self._keep_grid(grid_id, community_id, code, name)
        self.made.append((community_id, folded_name(name)))
        return grid_id

    def _free_code(self, community_id: int, name: str) -> str:
        """Return the community's code with the grid's own number, or the next that is free."""
        digits = _DIGITS.findall(unicodedata.normalize("NFKC", name))
        nth = int(digits[-1]) if digits and len(digits[-1]) < 4 else 1
        while f"{self._codes[community_id]}{nth:02d}" in self._grid_codes:
            nth += 1
        return f"{self._codes[community_id]}{nth:02d}"

    def _load(self) -> None:
        query = select(
            unit.c.id, unit.c.kind, unit.c.code, unit.c.name, unit.c.short_name, unit.c.parent_id
        ).where(unit.c.street_id == self._work.actor.street_id, unit.c.active)
        communities: list[Any] = []
        for row in self._work.connection.execute(query.order_by(unit.c.id)):
            self._kinds[row.id] = row.kind
            self._codes[row.id] = row.code
            if row.kind == UnitKind.ROOM:
                self.room_id = row.id
            elif row.kind == UnitKind.COMMUNITY:
                communities.append(row)
            elif row.kind == UnitKind.GRID:
                self._keep_grid(row.id, row.parent_id, row.code, row.name)
            elif row.kind in (UnitKind.STATION, UnitKind.OFFICE):
                for name in (row.name, row.short_name):
                    self._units.setdefault(folded_name(name), row.id)
        self._keep_communities(communities)

    def _keep_communities(self, rows: list[Any]) -> None:
        """Remember each community by its name, and by its short forms that mean no other."""
        owners: dict[str, set[int]] = {}
        for row in rows:
            for name in (row.name, row.short_name):
                owners.setdefault(base_name(folded_name(name)), set()).add(row.id)
        for base, ids in owners.items():
            if len(ids) == 1:
                self._communities[base] = next(iter(ids))
        for row in rows:
            for name in (row.name, row.short_name):
                self._communities[folded_name(name)] = row.id

    def _keep_grid(self, grid_id: int, community_id: int, code: str, name: str) -> None:
        folded = folded_name(name)
        self._kinds[grid_id] = UnitKind.GRID.value
        self._homes[grid_id] = community_id
        self._grid_codes.add(code)
        self._grids[(community_id, folded)] = grid_id
        # A name that two communities use names no grid by itself.
        self._loose_grids[folded] = None if folded in self._loose_grids else grid_id


def _find(communities: dict[str, int], name: str) -> int | None:
    return communities.get(name) or communities.get(base_name(name))

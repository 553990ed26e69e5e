"""What the page of the map asks the record: pure functions of a reader, run on the worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from db.queries.cases import CaseRow, case_rows
from db.queries.door import Reader
from db.queries.lookup import PlaceRow, places
from db.queries.outlines import LocatedCase, OutlineRow, located_cases, outlines
from db.queries.page import CaseFilter, Order, case_count, case_ids
from db.queries.statistics import Compared, FigureScope, GroupBy, compared, indicators
from db.rules.counters import Counters
from db.rules.terms import UnitKind
from desktop.pages.figures_seen import Wanted, fair_is_satisfied

MOST_LISTED = 60
"""Cases listed beside the map; the ledger has them all."""
WEEKS = 6
GROUPS = {UnitKind.GRID: GroupBy.GRID, UnitKind.COMMUNITY: GroupBy.COMMUNITY}


@dataclass(frozen=True)
class GroundSeen:
    """The street's places and what is known of where they lie."""

    places: tuple[PlaceRow, ...]
    outlines: tuple[OutlineRow, ...]


@dataclass(frozen=True)
class MapSeen:
    """The counters of every grid and community in a period; cases that tell no place are left."""

    scope: FigureScope
    compared: Compared
    counters: dict[int, Counters]
    fair: bool
    dots: tuple[LocatedCase, ...]


@dataclass(frozen=True)
class UnitSeen:
    """The cases of a place that are open now, by their deadline."""

    unit_id: int
    filter: CaseFilter
    rows: tuple[CaseRow, ...]
    count: int
    now: datetime


@dataclass(frozen=True)
class Week:
    """A week from its Monday to its Sunday or today, with the counters of one kind of place."""

    start: date
    end: date
    total: Counters
    counters: dict[int, Counters]

    def of(self, unit_id: int) -> Counters:
        """Return the counters of a place."""
        return self.counters.get(unit_id, Counters())


@dataclass(frozen=True)
class WeeksSeen:
    """The last weeks, the oldest first."""

    weeks: tuple[Week, ...]
    fair: bool


def ground_seen(reader: Reader) -> GroundSeen:
    """Return places and outlines."""
    return GroundSeen(places(reader), outlines(reader))


def map_seen(reader: Reader, wanted: Wanted) -> MapSeen:
    """Return the figures of a period by grid and by community, and the open cases with a place."""
    scope = wanted.scope(reader.now.date()).at(reader.now)
    counters: dict[int, Counters] = {}
    for by in GROUPS.values():
        for group in indicators(reader, scope, by).groups:
            if isinstance(group.key, int):
                counters[group.key] = group.counters
    return MapSeen(
        scope,
        compared(reader, scope),
        counters,
        fair_is_satisfied(reader),
        located_cases(reader, scope.filter),
    )


def weeks_seen(reader: Reader, wanted: Wanted, kind: UnitKind) -> WeeksSeen:
    """Return the last weeks by place, each as it stands now, narrowed as the map is."""
    today = reader.now.date()
    scope = wanted.scope(today)
    monday = today - timedelta(days=today.weekday())
    weeks = []
    for back in range(WEEKS - 1, -1, -1):
        start = monday - timedelta(weeks=back)
        end = min(today, start + timedelta(days=6))
        result = indicators(reader, replace(scope, start=start, end=end), GROUPS[kind])
        counters = {one.key: one.counters for one in result.groups if isinstance(one.key, int)}
        weeks.append(Week(start, end, result.total, counters))
    return WeeksSeen(tuple(weeks), fair_is_satisfied(reader))


def unit_seen(reader: Reader, unit_id: int, kind: UnitKind) -> UnitSeen:
    """Return the open cases of a grid or a community."""
    is_grid = kind is UnitKind.GRID
    wanted = CaseFilter(
        open_only=True,
        grid_ids=(unit_id,) if is_grid else (),
        community_ids=() if is_grid else (unit_id,),
    )
    ids = case_ids(reader, wanted, Order.DEADLINE, MOST_LISTED)
    rows = case_rows(reader, ids)
    count = case_count(reader, wanted, bound=None)
    listed = tuple(rows[one] for one in ids if one in rows)
    return UnitSeen(unit_id, wanted, listed, int(count), reader.now)

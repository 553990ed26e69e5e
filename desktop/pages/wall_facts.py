"""What the wall display asks the record, put together on the worker."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.queries.breakdowns import RankedStation, station_ranking
from db.queries.door import Reader
from db.queries.lookup import units
from db.queries.statistics import (
    FigureGroup,
    FigureScope,
    GroupBy,
    TrendPoint,
    indicators,
    trend,
)
from db.queries.wall import LateCase, late_cases
from db.rules.counters import Counters
from db.rules.terms import UnitKind

TREND_DAYS = 14
MOST_LATE = 40
MOST_COMMUNITIES = 16


@dataclass(frozen=True)
class WallSeen:
    """The street at one moment."""

    now: datetime
    registered_before: int
    """What had come in yesterday by this time of the day."""
    closed_before: int
    month: Counters
    month_before: Counters
    """The month before, looked at as early as this one is."""
    days: tuple[TrendPoint, ...]
    stations: tuple[RankedStation, ...]
    communities: tuple[FigureGroup, ...]
    """Those with a case this month, the hottest first."""
    registered: dict[int, int]
    """This month's cases of every grid and community that has one."""
    short_names: dict[int, str]
    """Of stations and offices."""
    late_count: int
    late: tuple[LateCase, ...]


def wall_seen(reader: Reader) -> WallSeen:
    """Return what the wall display shows; nobody's name or number is in it."""
    today = reader.now.date()
    last = monthrange(today.year, today.month)[1]
    month = FigureScope(today.replace(day=1), today.replace(day=last), cutoff=reader.now)
    days = FigureScope(today - timedelta(days=TREND_DAYS - 1), today)
    by_community = indicators(reader, month, GroupBy.COMMUNITY)
    communities = [one for one in by_community.groups if one.name and one.counters.registered]
    by_grid = indicators(reader, month, GroupBy.GRID)
    registered = {
        group.key: group.counters.registered
        for group in (*by_community.groups, *by_grid.groups)
        if isinstance(group.key, int)
    }
    # A morning is not compared with a whole day, but with the day before up to this time.
    one_day = FigureScope(today, today, cutoff=reader.now)
    before = trend(reader, one_day.previous(), GroupBy.DAY)[0]
    count, late = late_cases(reader, MOST_LATE)
    return WallSeen(
        now=reader.now,
        registered_before=before.registered,
        closed_before=before.closed,
        month=by_community.total,
        month_before=indicators(reader, month.previous()).total,
        days=trend(reader, days, GroupBy.DAY),
        stations=tuple(one for one in station_ranking(reader, month) if one.rank is not None),
        communities=tuple(communities[:MOST_COMMUNITIES]),
        registered=registered,
        short_names={
            one.id: one.short_name for one in units(reader, (UnitKind.STATION, UnitKind.OFFICE))
        },
        late_count=count,
        late=late,
    )

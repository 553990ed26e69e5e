"""What the wall display asks the record, put together on the worker."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.queries.breakdowns import RankedStation, station_ranking
from db.queries.door import Reader
from db.queries.statistics import (
    FigureGroup,
    FigureScope,
    GroupBy,
    TrendPoint,
    indicators,
    trend,
)
from db.queries.wall import LateCase, late_cases
from db.rules.counters import Basis, Counters

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
    count, late = late_cases(reader, MOST_LATE)
    return WallSeen(
        now=reader.now,
        registered_before=_by_now_yesterday(reader, Basis.REGISTERED).registered,
        closed_before=_by_now_yesterday(reader, Basis.CLOSED).closed,
        month=by_community.total,
        month_before=indicators(reader, month.previous()).total,
        days=trend(reader, days, GroupBy.DAY),
        stations=tuple(one for one in station_ranking(reader, month) if one.rank is not None),
        communities=tuple(communities[:MOST_COMMUNITIES]),
        late_count=count,
        late=late,
    )


def _by_now_yesterday(reader: Reader, basis: Basis) -> Counters:
    """Return the day before up to this time: a morning is not compared with a whole day."""
    today = FigureScope(reader.now.date(), reader.now.date(), basis, cutoff=reader.now)
    return indicators(reader, today.previous()).total

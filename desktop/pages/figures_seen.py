"""What the page of figures asks the record: pure functions of a reader, run on the worker."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from db.queries.breakdowns import (
    RankedItem,
    RankedStation,
    item_ranking,
    station_ranking,
    weekday_hours,
)
from db.queries.cases import case_rows
from db.queries.door import Reader
from db.queries.page import EVERYTHING, CaseFilter, case_ids
from db.queries.statistics import (
    BY_TIME,
    Compared,
    FigureGroup,
    FigureScope,
    FiguresResult,
    GroupBy,
    TrendPoint,
    counter_filter,
    indicators,
    trend,
)
from db.rules.calendar import DayKind
from db.rules.counters import Basis, Counters
from db.rules.indicators import indicator_table

ALL_ITEMS = 10_000
NO_CAP = 2**31
LONGEST_BY_DAY, LONGEST_BY_WEEK = 45, 400
SHORTEST_BAND = 4


class Span(StrEnum):
    """How long the period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    OWN = "own"


MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}
"""How many months a period has that is made of whole ones; the year is cut into such."""


@dataclass(frozen=True)
class Wanted:
    """What figures are looked at; ``steps`` goes back (-1) or forth from the present period."""

    span: Span = Span.MONTH
    steps: int = 0
    start: date | None = None
    end: date | None = None
    basis: Basis = Basis.REGISTERED
    community_id: int | None = None
    platform: str | None = None

    def scope(self, today: date) -> FigureScope:
        """Return the scope with whole weeks, months and years."""
        start, end = self.days(today)
        narrowed = EVERYTHING
        if self.community_id is not None:
            narrowed = narrowed.replace(community_ids=(self.community_id,))
        if self.platform is not None:
            narrowed = narrowed.replace(platforms=(self.platform,))
        return FigureScope(start, end, self.basis, filter=narrowed)

    def days(self, today: date) -> tuple[date, date]:
        """Return the first and the last day."""
        if self.span is Span.OWN and self.start is not None and self.end is not None:
            return self.start, self.end
        if self.span is Span.DAY:
            day = today + timedelta(days=self.steps)
            return day, day
        if self.span is Span.WEEK:
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=self.steps)
            return monday, monday + timedelta(days=6)
        length = MONTHS.get(self.span, 1)
        months = ((today.month - 1) // length + self.steps) * length
        first = _month(today.year, months)
        last = _month(today.year, months + length - 1)
        return first, last.replace(day=monthrange(last.year, last.month)[1])


def _month(year: int, months: int) -> date:
    """Return the first day of the month so many after January of a year."""
    return date(year + months // 12, months % 12 + 1, 1)


@dataclass(frozen=True)
class Overview:
    """The chief figures: of the period, of the one before, of last year, and how they moved."""

    scope: FigureScope
    compared: Compared
    moves: tuple[FigureGroup, ...]
    fair_is_satisfied: bool


@dataclass(frozen=True)
class Holiday:
    """A stretch of days off, by the code of the holiday."""

    code: str
    first: date
    last: date


@dataclass(frozen=True)
class TrendSeen:
    """What came in and went out by day, week or month, up to the cut-off."""

    scope: FigureScope
    by: GroupBy
    points: tuple[TrendPoint, ...]
    holidays: tuple[Holiday, ...]


@dataclass(frozen=True)
class HoursSeen:
    """When cases came in: seven days of twenty-four counts."""

    scope: FigureScope
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class ItemsSeen:
    """The items with most cases; ``kinds`` is how many items had one at all."""

    scope: FigureScope
    items: tuple[RankedItem, ...]
    kinds: int


@dataclass(frozen=True)
class StationsSeen:
    """The stations by score, now and, for the reasons, in the period before."""

    scope: FigureScope
    stations: tuple[RankedStation, ...]
    before: dict[int, RankedStation]
    has_before: bool


@dataclass(frozen=True)
class TableSeen:
    """The figures by group and, by the same keys, those of the period they are compared with.

    Groups by time have no such period: each day is compared in the trend.
    """

    result: FiguresResult
    fair_is_satisfied: bool
    with_last_year: bool
    before_total: Counters | None = None
    before: Mapping[str | int | None, Counters] = field(default_factory=dict)


def usual_step(scope: FigureScope) -> GroupBy:
    """Return the step in which a period of this length is drawn."""
    days = (scope.end - scope.start).days + 1
    if days <= LONGEST_BY_DAY:
        return GroupBy.DAY
    return GroupBy.WEEK if days <= LONGEST_BY_WEEK else GroupBy.MONTH


def overview(reader: Reader, wanted: Wanted) -> Overview:
    """Return the chief figures of a period."""
    scope = _scope(reader, wanted)
    now = indicators(reader, scope, usual_step(scope))
    # The groups add up to the whole, so that the period is read once for both.
    earlier = (indicators(reader, one).total for one in (scope.previous(), scope.last_year()))
    return Overview(scope, Compared(now.total, *earlier), now.groups, fair_is_satisfied(reader))


def trend_seen(reader: Reader, wanted: Wanted, by: GroupBy | None) -> TrendSeen:
    """Return the trend, by the usual step unless one is wished; days to come are left out."""
    scope = _scope(reader, wanted)
    by = by or usual_step(scope)
    today = reader.now.date()
    points = tuple(point for point in trend(reader, scope, by) if point.start <= today)
    return TrendSeen(scope, by, points, _holidays(reader, scope))


def hours_seen(reader: Reader, wanted: Wanted) -> HoursSeen:
    """Return the counts by weekday and hour."""
    scope = _scope(reader, wanted)
    return HoursSeen(scope, weekday_hours(reader, scope))


def items_seen(reader: Reader, wanted: Wanted, top: int) -> ItemsSeen:
    """Return the items with most cases."""
    scope = _scope(reader, wanted)
    found = item_ranking(reader, scope, ALL_ITEMS)
    return ItemsSeen(scope, found[:top], len(found))


def stations_seen(reader: Reader, wanted: Wanted, with_before: bool = False) -> StationsSeen:
    """Return the stations by score; the period before is asked for only with the reasons."""
    scope = _scope(reader, wanted)
    before = station_ranking(reader, scope.previous()) if with_before else ()
    return StationsSeen(
        scope,
        station_ranking(reader, scope),
        {station.unit_id: station for station in before},
        with_before,
    )


def table_seen(
    reader: Reader, wanted: Wanted, by: GroupBy, with_last_year: bool = False
) -> TableSeen:
    """Return the figures by group beside those of the period before or of last year."""
    scope = _scope(reader, wanted)
    result = indicators(reader, scope, by)
    fair = fair_is_satisfied(reader)
    if by in BY_TIME:
        return TableSeen(result, fair, with_last_year)
    earlier = scope.last_year() if with_last_year else scope.previous()
    before = indicators(reader, earlier, by)
    groups = {group.key: group.counters for group in before.groups}
    return TableSeen(result, fair, with_last_year, before.total, groups)


def cases_at(
    reader: Reader, scope: FigureScope, days: tuple[int, ...], hours: tuple[int, ...]
) -> CaseFilter:
    """Return the filter of the cases registered on these weekdays (Monday 0) at these hours.

    :raises ValueError: the scope has no cut-off.
    """
    whole = counter_filter(scope, "registered")
    parts = [whole]
    if scope.basis is Basis.REGISTERED:
        # Only the days of that kind are read: a seventh of a busy year.
        parts = [
            whole.replace(registered_from=day, registered_to=day)
            for day in _days(scope.start, scope.end)
            if day.weekday() in days
        ]
    found: list[int] = []
    for part in parts:
        ids = case_ids(reader, part, limit=NO_CAP)
        rows = case_rows(reader, ids)
        found += [
            one for one in ids if one in rows and _is_at(rows[one].registered_at, days, hours)
        ]
    return whole.replace(ids=tuple(found))


def fair_is_satisfied(reader: Reader) -> bool:
    """Tell whether the street counts a fair answer as a satisfied one."""
    return bool(reader.office.settings.get("fair_is_satisfied", False))


def values_of(groups: tuple[FigureGroup, ...], code: str, *, fair: bool) -> tuple[float, ...]:
    """Return an indicator along the groups, without those where it has no value."""
    indicator = indicator_table(fair_is_satisfied=fair)[code]
    values = (indicator.value(group.counters) for group in groups)
    return tuple(float(value) for value in values if value is not None)


def _scope(reader: Reader, wanted: Wanted) -> FigureScope:
    return wanted.scope(reader.now.date()).at(reader.now)


def _is_at(at: datetime, days: tuple[int, ...], hours: tuple[int, ...]) -> bool:
    return at.weekday() in days and at.hour in hours


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=nth) for nth in range((last - first).days + 1)]


def _holidays(reader: Reader, scope: FigureScope) -> tuple[Holiday, ...]:
    """Return the long holidays of a period; weekends inside them belong to them."""
    calendar = reader.office.calendar
    found: list[Holiday] = []
    for day in _days(scope.start, scope.end):
        if calendar.kind(day) is not DayKind.HOLIDAY:
            continue
        code = calendar.note(day)
        if found and found[-1].code == code and found[-1].last == day - timedelta(days=1):
            found[-1] = Holiday(code, found[-1].first, day)
        else:
            found.append(Holiday(code, day, day))
    return tuple(one for one in found if (one.last - one.first).days + 1 >= SHORTEST_BAND)

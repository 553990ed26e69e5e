"""Figures over a period, each of which opens the list that makes it (domain.md §1.8)."""

from __future__ import annotations

import dataclasses
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Subquery, case, func, literal, select

from db.model.case import cases
from db.model.item import item
from db.model.organisation import platform, unit
from db.queries.counted import (
    FLAG_NAMES,
    GROUP_COLUMNS,
    Counted,
    Flags,
    counts,
    flags,
    moment_of,
    period,
)
from db.queries.counted import GroupBy as GroupBy
from db.queries.days import moment_between
from db.queries.door import Reader
from db.queries.other_counters import other_counters
from db.queries.page import EVERYTHING, CaseFilter, conditions
from db.queries.scope import told_apart, within_reach
from db.rules.counters import Basis, Counters
from db.rules.indicators import Count, indicator_table
from db.rules.numbering import IsoWeek

BY_TIME = frozenset({GroupBy.DAY, GroupBy.WEEK, GroupBy.MONTH})
_MONTHS = 12
_ALL = 2**62
_COUNTED_COLUMNS = (
    "state",
    "source",
    "registered_at",
    "is_transferred",
    "self_handled",
    "rework_count",
    "extension_count",
    "assign_count",
    "return_count",
    "wrong_unit_returns",
    "accept_due_at",
    "accepted_at",
    "assigned_at",
    "first_assigned_at",
    "sign_due_at",
    "signed_at",
    "verified_at",
    "verified_first_time",
    "satisfaction",
    "called_back_at",
    "stars",
)
"""What the counters look at besides the flags."""


_NAMED = {
    GroupBy.ITEM: item,
    GroupBy.STATION: unit,
    GroupBy.COMMUNITY: unit,
    GroupBy.GRID: unit,
}
"""Grouping → the table that names its keys."""


class Side(StrEnum):
    """The two numbers of a rate."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"


@dataclass(frozen=True, slots=True)
class FigureScope:
    """What figures are asked for: days (both included), basis, cut-off and a further filter.

    Without a cut-off the moment of asking is taken; the answer tells which it was.
    """

    start: date
    end: date
    basis: Basis = Basis.REGISTERED
    cutoff: datetime | None = None
    filter: CaseFilter = EVERYTHING

    def at(self, now: datetime) -> FigureScope:
        """Return the scope with its cut-off said."""
        return self if self.cutoff else dataclasses.replace(self, cutoff=now)

    def previous(self) -> FigureScope:
        """Return the period before: whole months before whole months, else as many days."""
        last_day = monthrange(self.end.year, self.end.month)[1]
        if self.start.day == 1 and self.end.day == last_day:
            months = (self.end.year - self.start.year) * _MONTHS + self.end.month
            start = _months_before(self.start, months - self.start.month + 1)
        else:
            start = self.start - (self.end - self.start) - timedelta(days=1)
        return self._moved(start, self.start - timedelta(days=1))

    def last_year(self) -> FigureScope:
        """Return the same days of the year before."""
        return self._moved(_months_before(self.start, _MONTHS), _months_before(self.end, _MONTHS))

    def _moved(self, start: date, end: date) -> FigureScope:
        # The earlier period is looked at as early as this one is, so that a month that has only
        # begun is compared with the beginning of the other.
        cutoff = self.cutoff - (self.start - start) if self.cutoff else None
        return dataclasses.replace(self, start=start, end=end, cutoff=cutoff)


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The counters of one group; ``key`` is None or empty where the case says nothing."""

    key: str | int | None
    name: str
    counters: Counters


@dataclass(frozen=True, slots=True)
class FiguresResult:
    """The counters of a scope as a whole and by group."""

    scope: FigureScope
    by: GroupBy | None
    total: Counters
    groups: tuple[FigureGroup, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A scope beside the period before (环比) and the same days of last year (同比)."""

    current: Counters
    previous: Counters
    last_year: Counters


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """What came in and what was closed from ``start`` to ``end``, both included."""

    key: str
    start: date
    end: date
    registered: int
    closed: int
    last_year: int


def indicators(reader: Reader, scope: FigureScope, by: GroupBy | None = None) -> FiguresResult:
    """Return the counters of a scope; the groups add up to the total."""
    scope = scope.at(reader.now)
    found = _grouped(reader, scope, by)
    total = Counters.total(found.values())
    extra = other_counters(reader, scope) if scope.filter == EVERYTHING else {}
    total += Counters.total(extra.values())
    if by is GroupBy.STATION:
        for unit_id, counters in extra.items():
            found[unit_id] = found.get(unit_id, Counters()) + counters
    if by is None:
        return FiguresResult(scope, None, total, ())
    names = _names(reader, by)
    groups = [
        FigureGroup(key, names.get(key, "") if names else str(key), counters)
        for key, counters in found.items()
    ]
    # The largest first, but time in its own order.
    groups.sort(key=lambda g: (str(g.key),) if by in BY_TIME else (-g.counters.registered, g.name))
    return FiguresResult(scope, by, total, tuple(groups))


def compared(reader: Reader, scope: FigureScope) -> Compared:
    """Return the totals of a scope, of the period before it and of the same days last year."""
    scope = scope.at(reader.now)
    return Compared(
        *(indicators(reader, one).total for one in (scope, scope.previous(), scope.last_year()))
    )


def figure_filter(
    scope: FigureScope,
    indicator: str,
    side: Side = Side.NUMERATOR,
    by: GroupBy | None = None,
    key: str | int | None = None,
    *,
    fair_is_satisfied: bool = False,
) -> CaseFilter:
    """Return the filter of the list behind one number of an indicator.

    ``scope`` is that of the answer, with its cut-off. Where an indicator adds up acts (returns,
    assignments) the list holds the cases with at least one.

    :raises ValueError: the number is not made of cases, or the scope has no cut-off.
    """
    row = indicator_table(fair_is_satisfied=fair_is_satisfied)[indicator]
    count = row.denominator if side is Side.DENOMINATOR else row.numerator
    if count is None:
        raise ValueError(f"{indicator} has no denominator")
    return counter_filter(scope, counter_name(count), by, key)


def counter_filter(
    scope: FigureScope, counter: str, by: GroupBy | None = None, key: str | int | None = None
) -> CaseFilter:
    """Return the filter of the list behind one counter.

    :raises ValueError: the counter does not count cases, or the scope has no cut-off.
    """
    if scope.cutoff is None:
        raise ValueError("the scope of a figure has a cut-off")
    if counter not in counts(scope.cutoff):
        raise ValueError(f"{counter} does not count cases")
    days = days_of(str(key), by) if by in BY_TIME else None
    return scope.filter.replace(
        counted=Counted(counter, scope.start, scope.end, scope.basis, scope.cutoff, by, key, days)
    )


def counter_name(count: Count) -> str:
    """Return the name under which ``counts`` knows what an indicator takes from the counters."""
    weights = {
        name: weight
        for field in dataclasses.fields(Counters)
        if (weight := count(Counters(**{(name := field.name): 1})))
    }
    return _NAMES_OF_WEIGHTS.get(frozenset(weights.items()), "") or next(iter(weights))


_NAMES_OF_WEIGHTS = {
    frozenset({("registered", 1), ("closed", -1)}): "open",
    frozenset({("registered", 1), ("transferred", -1)}): "not_transferred",
    frozenset({("satisfied", 1), ("fair", 1)}): "satisfied_or_fair",
}


def trend(reader: Reader, scope: FigureScope, by: GroupBy) -> tuple[TrendPoint, ...]:
    """Return what came in and what was closed by day, week or month, beside last year's intake.

    The closed ones are those whose closing lies in the time, whenever they came in.
    """
    scope = scope.at(reader.now)
    registered = _per_day(reader, scope, "registered", cases.c.registered_at)
    closed = _per_day(reader, scope, "closed", cases.c.closed_at)
    before = _per_day(reader, scope.last_year(), "registered", cases.c.registered_at)
    points: dict[str, TrendPoint] = {}
    day = scope.start
    while day <= scope.end:
        key = key_of(day, by)
        first, last = days_of(key, by)
        known = points.get(key) or TrendPoint(
            key, max(first, scope.start), min(last, scope.end), 0, 0, 0
        )
        earlier = _same_day_last_year(day, by)
        points[key] = dataclasses.replace(
            known,
            registered=known.registered + registered.get(day, 0),
            closed=known.closed + closed.get(day, 0),
            last_year=known.last_year + before.get(earlier, 0),
        )
        day += timedelta(days=1)
    return tuple(points.values())


def key_of(day: date, by: GroupBy) -> str:
    """Return the key of the day, ISO week or month that a day lies in."""
    if by is GroupBy.WEEK:
        return str(IsoWeek.of(day))
    return day.isoformat() if by is GroupBy.DAY else f"{day:%Y-%m}"


def days_of(key: str, by: GroupBy | None) -> tuple[date, date]:
    """Return the first and the last day that a key stands for.

    :raises ValueError: it is none of this grouping.
    """
    if by is GroupBy.WEEK:
        week = IsoWeek.parse(key)
        if week is None:
            raise ValueError(f"{key} is no week")
        return week.monday, week.sunday
    if by is GroupBy.DAY:
        return date.fromisoformat(key), date.fromisoformat(key)
    first = date.fromisoformat(f"{key}-01")
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def scope_conditions(reader: Reader, scope: FigureScope) -> list[ColumnElement[bool]]:
    """Return what the cases of a scope fulfil."""
    return [
        *conditions(reader, scope.filter),
        *period(scope.basis, scope.start, scope.end),
    ]


def _grouped(
    reader: Reader, scope: FigureScope, by: GroupBy | None
) -> dict[str | int | None, Counters]:
    assert scope.cutoff is not None  # said by every caller
    rows = _flagged(reader, scope, by)
    flags_of = Flags(**{name: rows.c[f"is_{name}"] == 1 for name in FLAG_NAMES})
    amounts = counts(scope.cutoff, flags_of, rows.c)
    names = [field.name for field in dataclasses.fields(Counters) if field.name in amounts]
    sums = [amounts[name].total.label(name) for name in names]
    if by is None:
        row = reader.connection.execute(select(*sums).select_from(rows)).mappings().one()
        return {None: _counters(row, names)}
    found: dict[str | int | None, Counters] = {}
    group = rows.c["group"]
    for row in reader.connection.execute(select(group, *sums).group_by(group)).mappings():
        key = key_of(_day(row["group"]), by) if by in BY_TIME else row["group"]
        found[key] = found.get(key, Counters()) + _counters(row, names)
    return found


def _flagged(reader: Reader, scope: FigureScope, by: GroupBy | None) -> Subquery:
    """Return the cases of a scope with the flags that most counters ask for."""
    assert scope.cutoff is not None  # said by every caller
    group: ColumnElement[Any] = literal(None)
    if by is not None and by in BY_TIME:
        group = func.date(moment_of(scope.basis, scope.start, scope.end))
    elif by is not None:
        group = GROUP_COLUMNS[by]
    marks = flags(scope.cutoff)
    marked = [case((getattr(marks, name), 1), else_=0).label(f"is_{name}") for name in FLAG_NAMES]
    # The limit is none: it keeps the engine from writing the flags out again in every sum.
    return (
        select(*(cases.c[name] for name in _COUNTED_COLUMNS), *marked, group.label("group"))
        .where(*scope_conditions(reader, scope))
        .limit(_ALL)
        .subquery()
    )


def _counters(row: RowMapping, names: Iterable[str]) -> Counters:
    return Counters(**{name: int(row[name]) for name in names})


def _per_day(
    reader: Reader, scope: FigureScope, counter: str, moment: ColumnElement[Any]
) -> dict[date, int]:
    assert scope.cutoff is not None  # said by the caller
    day = func.date(moment)
    days = moment_between(moment, scope.start, scope.end)
    if counter == "registered":
        days = period(Basis.REGISTERED, scope.start, scope.end)
    rows = reader.connection.execute(
        select(day, func.count())
        .where(
            *conditions(reader, scope.filter),
            *days,
            counts(scope.cutoff)[counter].condition,
        )
        .group_by(day)
    )
    return {_day(key): number for key, number in rows}


def _day(value: Any) -> date:
    """Return the day that the engine grouped by: SQLite answers with a text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _names(reader: Reader, by: GroupBy) -> dict[str | int | None, str]:
    """Return the names of a grouping's keys; empty where the key is its own name."""
    if by is GroupBy.PLATFORM:
        # Platforms are the district's: a code means the same one in every street.
        query = select(platform.c.code, platform.c.name).where(
            within_reach(reader, platform.c.street_id)
        )
    elif by in _NAMED:
        named = _NAMED[by]
        query = select(named.c.id, told_apart(reader, named.c.name, named.c.street_id)).where(
            within_reach(reader, named.c.street_id)
        )
    else:
        return {}
    pairs: Iterable[Any] = reader.connection.execute(query)
    return {key: name for key, name in pairs}


def _months_before(day: date, months: int) -> date:
    index = day.year * _MONTHS + day.month - 1 - months
    year, month = divmod(index, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _same_day_last_year(day: date, by: GroupBy) -> date:
    """Return the day to compare with: the same date, or the same weekday for weeks."""
    if by is GroupBy.WEEK:
        return day - timedelta(days=364)
    return _months_before(day, _MONTHS)

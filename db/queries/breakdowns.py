"""Figures that are more than counters: hours, items, durations and the ranking of stations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import extract, func, select

from db.model.case import cases
from db.model.item import item
from db.model.organisation import unit
from db.model.supervision import notice
from db.queries.counted import GROUP_COLUMNS, GroupBy, counts
from db.queries.days import moment_between
from db.queries.door import Reader
from db.queries.scope import told_apart, within_reach
from db.queries.statistics import FigureScope, indicators, scope_conditions
from db.rules.counters import Counters
from db.rules.rates import Ranked, duration_minutes, ranking, rate, typical_duration
from db.rules.scores import StationScore, station_score
from db.rules.terms import (
    CLOSED_STATES,
    CaseState,
    SupervisionLevel,
    UnitKind,
    Urgency,
)

_WEEK, _HOURS = 7, 24


class HandlingStage(StrEnum):
    """A stretch of a case's way that is timed (indicator 17)."""

    ACCEPT = "accept"
    SIGN = "sign"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class RankedItem:
    """An item with its cases; shares in percent with two decimals.

    Items with as many cases share a rank; ``previous_rank`` is None without a case before.
    """

    rank: int
    previous_rank: int | None
    item_id: int | None
    code: str
    name: str
    count: int
    share: str
    cumulative_share: str


@dataclass(frozen=True, slots=True)
class HandlingTime:
    """How long a stage took: minutes of work for normal cases, natural minutes for the others."""

    key: str | int | None
    stage: HandlingStage
    urgency: Urgency
    count: int
    mean: int
    median: int


@dataclass(frozen=True, slots=True)
class RankedStation:
    """A station's place now and in the period before; None without a case."""

    rank: int | None
    previous_rank: int | None
    unit_id: int
    name: str
    score: StationScore
    counters: Counters
    yellow_cards: int
    red_cards: int


def weekday_hours(reader: Reader, scope: FigureScope) -> tuple[tuple[int, ...], ...]:
    """Return how many cases came in on each weekday (Monday first) at each hour."""
    scope = scope.at(reader.now)
    assert scope.cutoff is not None
    # Both engines call Sunday 0.
    weekday = extract("dow", cases.c.registered_at)
    hour = extract("hour", cases.c.registered_at)
    rows = reader.connection.execute(
        select(weekday, hour, func.count())
        .where(*scope_conditions(reader, scope), counts(scope.cutoff)["registered"].condition)
        .group_by(weekday, hour)
    )
    table = [[0] * _HOURS for _ in range(_WEEK)]
    for day, at, number in rows:
        table[(int(day) - 1) % _WEEK][int(at)] = number
    return tuple(tuple(row) for row in table)


def item_ranking(reader: Reader, scope: FigureScope, top: int = 10) -> tuple[RankedItem, ...]:
    """Return the items with most cases, with their share and the share of all down to them."""
    scope = scope.at(reader.now)
    numbers = _item_numbers(reader, scope)
    before = _item_ranks(_item_numbers(reader, scope.previous()))
    ranks = _item_ranks(numbers)
    items = {
        row.id: row
        for row in reader.connection.execute(
            select(
                item.c.id,
                item.c.code,
                told_apart(reader, item.c.name, item.c.street_id).label("name"),
            ).where(within_reach(reader, item.c.street_id))
        )
    }
    whole, so_far = sum(numbers.values()), 0
    found: list[RankedItem] = []
    for item_id in sorted(numbers, key=lambda one: (-numbers[one], _item_code(items, one)))[:top]:
        count = numbers[item_id]
        so_far += count
        known = items.get(item_id) if item_id is not None else None
        found.append(
            RankedItem(
                ranks[item_id],
                before.get(item_id),
                item_id,
                known.code if known else "",
                known.name if known else "",
                count,
                rate(count, whole) or "",
                rate(so_far, whole) or "",
            )
        )
    return tuple(found)


def _item_numbers(reader: Reader, scope: FigureScope) -> dict[int | None, int]:
    assert scope.cutoff is not None  # said by the caller
    rows = reader.connection.execute(
        select(cases.c.item_id, func.count())
        .where(*scope_conditions(reader, scope), counts(scope.cutoff)["registered"].condition)
        .group_by(cases.c.item_id)
    )
    return {item_id: number for item_id, number in rows}


def _item_ranks(numbers: Mapping[int | None, int]) -> dict[int | None, int]:
    places = ranking({key: Decimal(number) for key, number in numbers.items()})
    return {place.key: place.rank for place in places if place.rank is not None}


def _item_code(items: Mapping[int, Any], item_id: int | None) -> str:
    known = items.get(item_id) if item_id is not None else None
    return known.code if known else ""


def handling_times(
    reader: Reader, scope: FigureScope, by: GroupBy | None = None
) -> tuple[HandlingTime, ...]:
    """Return mean and median of each stage for each urgency, perhaps by group (not by time)."""
    scope = scope.at(reader.now)
    assert scope.cutoff is not None
    c = cases.c
    assigned_at = func.coalesce(c.first_assigned_at, c.assigned_at).label("given_at")
    key = [GROUP_COLUMNS[by].label("key")] if by else []
    rows = reader.connection.execute(
        select(
            c.urgency,
            c.state,
            c.registered_at,
            c.accepted_at,
            assigned_at,
            c.signed_at,
            c.reported_at,
            c.closed_at,
            *key,
        )
        .where(*scope_conditions(reader, scope), counts(scope.cutoff)["registered"].condition)
        .execution_options(stream_results=True)
    )
    minutes: dict[tuple[Any, HandlingStage, Urgency], list[int]] = defaultdict(list)
    for row in rows.yield_per(500):
        urgency = Urgency(row.urgency)
        for stage, start, end in _stages(row):
            if start is not None and end is not None and start <= end <= scope.cutoff:
                taken = duration_minutes(start, end, urgency, reader.office.calendar)
                minutes[row.key if by else None, stage, urgency].append(taken)
    found = []
    for (group, stage, urgency), values in minutes.items():
        typical = typical_duration(values)
        if typical is not None:
            found.append(
                HandlingTime(group, stage, urgency, typical.count, typical.mean, typical.median)
            )
    found.sort(key=lambda one: (str(one.key), list(HandlingStage).index(one.stage), one.urgency))
    return tuple(found)


def station_ranking(reader: Reader, scope: FigureScope) -> tuple[RankedStation, ...]:
    """Return the stations and offices by score, with their place in the period before."""
    scope = scope.at(reader.now)
    names = {
        row.id: row.name
        for row in reader.connection.execute(
            select(
                unit.c.id, told_apart(reader, unit.c.name, unit.c.street_id).label("name")
            ).where(
                within_reach(reader, unit.c.street_id),
                unit.c.kind.in_([UnitKind.STATION.value, UnitKind.OFFICE.value]),
                unit.c.active,
            )
        )
    }
    counters, cards, scores = _scores(reader, scope, names)
    earlier = _scores(reader, scope.previous(), names)[2]
    before = {place.key: place.rank for place in _places(earlier)}
    return tuple(
        RankedStation(
            place.rank,
            before.get(place.key),
            place.key,
            names[place.key],
            scores[place.key],
            counters.get(place.key, Counters()),
            *cards.get(place.key, (0, 0)),
        )
        for place in _places(scores)
    )


def _scores(
    reader: Reader, scope: FigureScope, names: Mapping[int, str]
) -> tuple[dict[int, Counters], dict[int, tuple[int, int]], dict[int, StationScore]]:
    counters = {
        int(group.key): group.counters
        for group in indicators(reader, scope, GroupBy.STATION).groups
        if group.key is not None
    }
    cards = _cards(reader, scope)
    scores = {}
    for unit_id in names:
        yellow, red = cards.get(unit_id, (0, 0))
        scores[unit_id] = station_score(
            counters.get(unit_id, Counters()), yellow_cards=yellow, red_cards=red
        )
    return counters, cards, scores


def _places(scores: Mapping[int, StationScore]) -> tuple[Ranked[int], ...]:
    totals: dict[int, Decimal | None] = {key: score.total for key, score in scores.items()}
    return ranking(totals)


def _cards(reader: Reader, scope: FigureScope) -> dict[int, tuple[int, int]]:
    """Return the yellow and red cards that each unit was given in the period."""
    rows = reader.connection.execute(
        select(notice.c.unit_id, notice.c.level, func.count())
        .where(
            within_reach(reader, notice.c.street_id),
            notice.c.withdrawn_reason == "",
            *moment_between(notice.c.issued_at, scope.start, scope.end),
        )
        .group_by(notice.c.unit_id, notice.c.level)
    )
    found: dict[int, tuple[int, int]] = {}
    for unit_id, level, number in rows:
        yellow, red = found.get(unit_id, (0, 0))
        if level == SupervisionLevel.YELLOW:
            yellow += number
        elif level == SupervisionLevel.RED:
            red += number
        found[unit_id] = (yellow, red)
    return found


def _stages(row: Any) -> tuple[tuple[HandlingStage, datetime | None, datetime | None], ...]:
    is_done = row.state in (*CLOSED_STATES, CaseState.WAITING_VERIFICATION)
    finished = (row.reported_at or row.closed_at) if is_done else None
    return (
        (HandlingStage.ACCEPT, row.registered_at, row.accepted_at),
        (HandlingStage.SIGN, row.given_at, row.signed_at),
        (HandlingStage.HANDLE, row.given_at or row.registered_at, finished),
    )

"""Percentages, changes, ranks and durations, rounded as the reports print them (domain.md §1.8).

Two decimals, half-up; None stands where nothing is there to divide by, and prints as a dash.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Generic, TypeVar

from db.rules.calendar import WorkingCalendar
from db.rules.terms import Urgency

K = TypeVar("K")

_MINUTE = timedelta(minutes=1)


def rounded(value: Fraction | Decimal | int, places: int = 2) -> Decimal:
    """Return a number with so many decimals, half-up away from zero."""
    exact = Fraction(value) * 10**places
    size = Decimal((abs(exact) + Fraction(1, 2)).__floor__()).scaleb(-places)
    return (size if exact >= 0 else -size) + 0


def rate(numerator: int, denominator: int) -> str | None:
    """Return a share in percent without the sign: ``"99.50"``; None without a denominator."""
    return str(rounded(Fraction(100 * numerator, denominator))) if denominator else None


def growth(current: int | Decimal, previous: int | Decimal) -> str | None:
    """Return the change of a count against an earlier period in percent (环比, 同比)."""
    if not previous:
        return None
    return str(rounded((Fraction(current) - Fraction(previous)) * 100 / Fraction(previous)))


def points(current: str | None, previous: str | None) -> str | None:
    """Return the change of a rate in percentage points, as the printed rates differ."""
    if current is None or previous is None:
        return None
    return str(rounded(Decimal(current) - Decimal(previous)))


@dataclass(frozen=True)
class Ranked(Generic[K]):
    """A place in a ranking; without a score there is none."""

    key: K
    score: Decimal | None
    rank: int | None


def ranking(
    scores: Mapping[K, Decimal | None], *, lower_is_better: bool = False
) -> tuple[Ranked[K], ...]:
    """Return the places, best first; equal scores share one (1, 1, 3), those without come last."""
    known = [(key, score) for key, score in scores.items() if score is not None]
    known.sort(key=lambda pair: pair[1], reverse=not lower_is_better)
    places: list[Ranked[K]] = []
    for position, (key, score) in enumerate(known, start=1):
        is_tie = bool(places) and places[-1].score == score
        places.append(Ranked(key, score, places[-1].rank if is_tie else position))
    places.extend(Ranked(key, None, None) for key, score in scores.items() if score is None)
    return tuple(places)


def duration_minutes(
    start: datetime, end: datetime, urgency: Urgency, calendar: WorkingCalendar
) -> int:
    """Return how long a stage took: working minutes of a normal case, natural ones else."""
    if urgency is Urgency.NORMAL:
        return calendar.working_minutes_between(start, end)
    return (end - start) // _MINUTE


@dataclass(frozen=True)
class Duration:
    """The middle of many durations, in whole minutes."""

    count: int
    mean: int
    median: int


def typical_duration(minutes: Iterable[int]) -> Duration | None:
    """Return mean and median of durations, or None when there are none (indicator 17)."""
    values = list(minutes)
    if not values:
        return None
    middle = Fraction(median(values))
    mean = Fraction(sum(values), len(values))
    return Duration(len(values), int(rounded(mean, 0)), int(rounded(middle, 0)))

"""Scores of stations: the street's default and Jinniu's for comparison (domain.md §1.8, §5.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from db.rules.counters import Counters
from db.rules.indicators import Indicator, indicator_table
from db.rules.rates import rounded

_ZERO = Fraction(0)
_STARS = 5


@dataclass(frozen=True)
class ScoreRules:
    """Weights and points; the street may change all of them."""

    weights: Mapping[str, int] = field(
        default_factory=lambda: {
            "on_time_rate": 30,
            "close_rate": 15,
            "sign_on_time_rate": 15,
            "overdue_open_rate": 10,
            "rework_rate": 10,
            "return_rate": 5,
            "satisfaction_rate": 10,
            "stars": 5,
        }
    )
    yellow_points: Decimal = Decimal(-5)
    red_points: Decimal = Decimal(-10)
    most_bonus: Decimal = Decimal(5)
    fair_is_satisfied: bool = False

    def __post_init__(self) -> None:
        """Take points as a settings file holds them, too."""
        for name in ("yellow_points", "red_points", "most_bonus"):
            object.__setattr__(self, name, Decimal(str(getattr(self, name))))


@dataclass(frozen=True)
class ScorePart:
    """What one indicator adds to a score."""

    code: str
    weight: int
    effective_weight: Decimal
    """The weight with its share of those that could not be counted; 0 when this one could not."""
    share: Decimal | None
    """How much of the weight was reached, in percent; None without a denominator."""
    score: Decimal
    is_inverted: bool
    """Fewer is better: the part is one minus the rate."""


@dataclass(frozen=True)
class StationScore:
    """The score of a station; ``total`` is None when it takes no part in the ranking."""

    total: Decimal | None
    base: Decimal | None
    """The sum of the parts, of 100."""
    parts: tuple[ScorePart, ...]
    deduction: Decimal
    """What the cards took away, 0 or below."""
    bonus: Decimal


def station_score(
    counters: Counters,
    *,
    yellow_cards: int = 0,
    red_cards: int = 0,
    bonus: Decimal | int = 0,
    rules: ScoreRules | None = None,
) -> StationScore:
    """Return the score of a station in a period.

    A part without a denominator gives its weight to the others in proportion. A station without
    a case takes no part.
    """
    rules = rules or ScoreRules()
    deduction = yellow_cards * rules.yellow_points + red_cards * rules.red_points
    granted = max(Decimal(0), min(Decimal(bonus), rules.most_bonus))
    table = indicator_table(fair_is_satisfied=rules.fair_is_satisfied)
    shares = {code: _share(code, counters, table) for code in rules.weights}
    counted = sum(rules.weights[code] for code, share in shares.items() if share is not None)
    if not counters.registered or not counted:
        return StationScore(None, None, (), deduction, granted)
    factor = Fraction(sum(rules.weights.values()), counted)
    parts = tuple(
        _part(code, weight, shares[code], weight * factor, table)
        for code, weight in rules.weights.items()
    )
    base = sum(
        (rules.weights[code] * factor * share for code, share in shares.items() if share), _ZERO
    )
    total = max(_ZERO, base + Fraction(deduction) + Fraction(granted))
    return StationScore(rounded(total), rounded(base), parts, deduction, granted)


def jinniu_score(counters: Counters) -> Decimal | None:
    """Return Jinniu's composite over the transferred cases, or None when none was due.

    30 handled + 20 in time + 20 not reworked + 20 not overdue and open + 10 not extended.
    """
    due = counters.transferred_due
    if not due:
        return None
    handled = counters.transferred_on_time + counters.transferred_overdue_closed
    return rounded(
        30 * Fraction(handled, due)
        + 20 * Fraction(counters.transferred_on_time, due)
        + 20 * (1 - Fraction(counters.transferred_rework_cases, due))
        + 20 * (1 - Fraction(counters.transferred_overdue_open, due))
        + 10 * (1 - Fraction(counters.transferred_extension_cases, due)),
        1,
    )


_STARS_CODE = "stars"


def _share(code: str, counters: Counters, table: Mapping[str, Indicator]) -> Fraction | None:
    """Return how much of a part was reached, from 0 to 1; None without a denominator."""
    if code == _STARS_CODE:
        most = counters.stars_count * _STARS
        return Fraction(counters.stars_sum, most) if most else None
    indicator = table[code]
    share = indicator.ratio(counters)
    if share is None:
        return None
    return max(_ZERO, 1 - share) if indicator.lower_is_better else share


def _part(
    code: str,
    weight: int,
    share: Fraction | None,
    effective: Fraction,
    table: Mapping[str, Indicator],
) -> ScorePart:
    is_inverted = code != _STARS_CODE and table[code].lower_is_better
    if share is None:
        return ScorePart(code, weight, Decimal("0.00"), None, Decimal("0.00"), is_inverted)
    return ScorePart(
        code,
        weight,
        rounded(effective),
        rounded(share * 100),
        rounded(effective * share),
        is_inverted,
    )

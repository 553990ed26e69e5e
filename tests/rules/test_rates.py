"""Percentages, changes, ranks and durations."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from db.rules.rates import (
    Duration,
    Ranked,
    duration_minutes,
    growth,
    points,
    ranking,
    rate,
    rounded,
    typical_duration,
)
from db.rules.terms import Urgency


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (62_966, 63_284, "99.50"),
        (9_830, 63_284, "15.53"),
        (1, 1, "100.00"),
        (0, 7, "0.00"),
        (1, 800, "0.13"),  # 0.125 goes up, though the nearest even digit is 0.12
        (3, 800, "0.38"),
        (0, 0, None),
        (5, 0, None),
    ],
)
def test_a_rate_has_two_decimals_half_up(part, whole, text):
    assert rate(part, whole) == text


def test_rounding_is_symmetric():
    assert rounded(Fraction(-1, 8)) == Decimal("-0.13")
    assert str(rounded(Fraction(-1, 1000))) == "0.00"
    assert str(rounded(Decimal("70"), 1)) == "70.0"


@pytest.mark.parametrize(
    ("current", "previous", "text"),
    [(506, 420, "20.48"), (3, 4, "-25.00"), (4, 4, "0.00"), (4, 0, None), (0, 0, None)],
)
def test_a_count_grows_by_a_share_of_what_it_was(current, previous, text):
    assert growth(current, previous) == text


@pytest.mark.parametrize(
    ("current", "previous", "text"),
    [("83.33", "80.00", "3.33"), ("80.00", "83.33", "-3.33"), (None, "1.00", None)],
)
def test_a_rate_changes_by_points(current, previous, text):
    assert points(current, previous) == text
    assert points("1.00", None) is None


def test_equal_scores_share_a_rank():
    scores = {"a": Decimal(90), "b": None, "c": Decimal(95), "d": Decimal(95)}
    assert ranking(scores) == (
        Ranked("c", Decimal(95), 1),
        Ranked("d", Decimal(95), 1),
        Ranked("a", Decimal(90), 3),
        Ranked("b", None, None),
    )
    assert [place.key for place in ranking(scores, lower_is_better=True)] == ["a", "c", "d", "b"]
    assert ranking({}) == ()


def test_a_stage_of_a_normal_case_takes_working_minutes(calendar):
    start, end = datetime(2026, 11, 20, 17), datetime(2026, 11, 23, 9)
    assert duration_minutes(start, end, Urgency.NORMAL, calendar) == 60
    assert duration_minutes(start, end, Urgency.URGENT, calendar) == 64 * 60


def test_the_middle_of_durations_is_told_twice():
    assert typical_duration([10, 20, 61]) == Duration(3, mean=30, median=20)
    assert typical_duration([10, 21]) == Duration(2, mean=16, median=16)
    assert typical_duration([]) is None

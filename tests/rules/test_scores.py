"""Scores of stations (domain.md §5.4) and Jinniu's composite (§1.8)."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from db.rules.counters import Counters
from db.rules.scores import ScoreRules, jinniu_score, station_score

FULL = Counters(
    registered=10,
    closed=10,
    due=10,
    on_time=10,
    sign_due=10,
    signed_on_time=10,
    assign_count=10,
    visits=4,
    satisfied=4,
    stars_sum=20,
    stars_count=4,
)


def test_the_composite_of_the_twelve_cases_is_seventy():
    counters = Counters(
        transferred_due=4,
        transferred_on_time=2,
        transferred_overdue_closed=1,
        transferred_overdue_open=1,
        transferred_rework_cases=1,
        transferred_extension_cases=1,
    )
    assert str(jinniu_score(counters)) == "70.0"
    assert jinniu_score(Counters(registered=3)) is None


def test_a_station_without_fault_has_a_hundred():
    score = station_score(FULL)
    assert score.total == score.base == Decimal("100.00")
    assert sum(part.weight for part in score.parts) == 100
    assert [part.share for part in score.parts] == [Decimal("100.00")] * 8


def test_each_part_is_explained():
    counters = replace(
        FULL, closed=9, on_time=8, overdue_open=1, rework_cases=2, return_count=1, stars_sum=18
    )
    score = station_score(counters)
    parts = {part.code: part for part in score.parts}
    assert {code: part.score for code, part in parts.items()} == {
        "on_time_rate": Decimal("24.00"),
        "close_rate": Decimal("13.50"),
        "sign_on_time_rate": Decimal("15.00"),
        "overdue_open_rate": Decimal("9.00"),
        "rework_rate": Decimal("8.00"),
        "return_rate": Decimal("4.50"),
        "satisfaction_rate": Decimal("10.00"),
        "stars": Decimal("4.50"),
    }
    assert score.total == Decimal("88.50")
    assert {code for code, part in parts.items() if part.is_inverted} == {
        "overdue_open_rate",
        "rework_rate",
        "return_rate",
    }
    assert parts["stars"].share == Decimal("90.00")


def test_a_part_without_a_denominator_gives_its_weight_to_the_others():
    quiet = replace(FULL, visits=0, satisfied=0, stars_sum=0, stars_count=0, on_time=5)
    score = station_score(quiet)
    parts = {part.code: part for part in score.parts}
    assert parts["satisfaction_rate"].share is None
    assert parts["satisfaction_rate"].effective_weight == 0
    assert parts["on_time_rate"].effective_weight == Decimal("35.29")  # 30 × 100 ÷ 85
    assert score.total == Decimal("82.35")


def test_a_station_without_a_case_takes_no_part():
    score = station_score(Counters(), red_cards=1, bonus=3)
    assert score.total is None
    assert score.parts == ()
    assert score.deduction == -10


def test_weights_that_cannot_be_counted_give_no_score():
    rules = ScoreRules(weights={"satisfaction_rate": 100})
    assert station_score(replace(FULL, visits=0), rules=rules).total is None


def test_cards_take_away_and_a_bonus_adds_at_most_five():
    assert station_score(FULL, yellow_cards=2, red_cards=1).total == Decimal("80.00")
    assert station_score(FULL, yellow_cards=1, bonus=9).total == Decimal("100.00")
    assert station_score(FULL, bonus=-3).bonus == 0
    assert station_score(FULL, red_cards=11).total == Decimal("0.00")


def test_a_street_may_change_the_rules():
    rules = ScoreRules(
        weights={"close_rate": 60, "satisfaction_rate": 40}, yellow_points=-2.5, most_bonus=10
    )
    counters = replace(FULL, satisfied=2, visits=4, fair=2)
    assert station_score(counters, rules=rules, yellow_cards=1, bonus=10).total == Decimal("87.50")
    kind = replace(rules, fair_is_satisfied=True)
    assert station_score(counters, rules=kind).total == Decimal("100.00")


@given(
    st.builds(
        Counters,
        registered=st.integers(1, 9),
        due=st.integers(0, 9),
        assign_count=st.integers(0, 3),
        return_count=st.integers(0, 9),
        visits=st.integers(0, 9),
    ),
    st.integers(0, 20),
)
def test_a_score_lies_between_nothing_and_a_hundred(counters, cards):
    score = station_score(counters, yellow_cards=cards)
    assert Decimal(0) <= score.total <= Decimal(100)
    weights = sum(part.effective_weight for part in score.parts)
    assert abs(weights - 100) < Decimal("0.05")

"""Figures: the database counts as the rules do, and every figure opens the list that makes it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import insert, select

from db.model.case import cases
from db.model.item import item
from db.model.organisation import unit
from db.queries.breakdowns import (
    HandlingStage,
    handling_times,
    item_ranking,
    station_ranking,
    weekday_hours,
)
from db.queries.counted import counts
from db.queries.page import CaseFilter, case_count, case_ids
from db.queries.statistics import (
    BY_TIME,
    FigureScope,
    GroupBy,
    Side,
    compared,
    counter_filter,
    figure_filter,
    indicators,
    key_of,
    trend,
)
from db.rules.counters import Basis, CaseFacts, Counters, belongs, case_counters
from db.rules.indicators import INDICATORS
from db.rules.terms import CaseState, Satisfaction, Source, UnitKind, Urgency
from db.sync import drop_rules, sync_rules
from tests.story import MONDAY, Story

SIZE = 400
NEVER_BY_CASES = {"strike_off_rate", "agreed_rate", "online_rate", "full_mark_rate"}
SCOPE = FigureScope(date(2026, 10, 5), date(2026, 11, 15), cutoff=MONDAY)
MOMENTS = (
    "accept_due_at accepted_at assigned_at first_assigned_at sign_due_at signed_at due_at"
    " reported_at verified_at called_back_at closed_at"
)


@pytest.fixture
def crowd(story: Story) -> Iterator[Story]:
    """A street with cases of every kind, also such as no command would make."""
    chance = random.Random(47)
    rows = list(_random_rows(story, chance))
    with story.database.writing(None) as connection:
        drop_rules(connection)
        connection.execute(insert(cases), rows)
        sync_rules(connection)
    yield story


def _random_rows(story: Story, chance: random.Random) -> Iterator[dict[str, Any]]:
    with story.database.reading() as connection:
        items = connection.execute(select(item)).all()
        units = connection.execute(select(unit.c.id, unit.c.kind, unit.c.parent_id)).all()
    grids = [row for row in units if row.kind == UnitKind.GRID]
    stations = [row.id for row in units if row.kind == UnitKind.STATION]
    operator = story.account("operator")
    for index in range(SIZE):
        at = MONDAY - timedelta(hours=chance.randint(0, 24 * 60), minutes=chance.randint(0, 59))
        grid, kind = chance.choice(grids), chance.choice(items)
        moments = {
            name: at + timedelta(hours=chance.randint(0, 400)) if chance.random() < 0.7 else None
            for name in MOMENTS.split()
        }
        yield {
            "id": (int(at.timestamp()) << 20) | index,
            "number": f"YZH{at:%Y%m%d}{index:04d}",
            "street_id": kind.street_id,
            "source": chance.choice(list(Source)).value,
            "registered_at": at,
            "created_by": operator,
            "state": int(chance.choice([s for s in CaseState if s is not CaseState.NEW])),
            "urgency": int(chance.choice(list(Urgency))),
            "item_id": kind.id if chance.random() < 0.9 else None,
            "platform": kind.platform,
            "class_name": kind.class_name,
            "community_id": grid.parent_id,
            "grid_id": grid.id,
            "lead_id": chance.choice([*stations, None]),
            "is_transferred": chance.random() < 0.5,
            "self_handled": chance.random() < 0.3,
            "rework_count": chance.choice([0, 0, 1, 2]),
            "extension_count": chance.choice([0, 0, 1]),
            "assign_count": chance.randint(0, 3),
            "return_count": chance.randint(0, 2),
            "wrong_unit_returns": chance.choice([0, 0, 1]),
            "verified_first_time": chance.choice([True, False, None]),
            "satisfaction": chance.choice(["", *Satisfaction]),
            "stars": chance.choice([None, 1, 5]),
            "duplicate_of": None,
            **moments,
        }


def facts_of(row: Any) -> CaseFacts:
    """Return what the rules look at in a stored case."""
    values = {
        field.name: getattr(row, field.name)
        for field in fields(CaseFacts)
        if field.name not in ("state", "satisfaction", "source", "assigned_at")
    }
    return CaseFacts(
        **values,
        state=CaseState(row.state),
        satisfaction=Satisfaction(row.satisfaction) if row.satisfaction else None,
        source=Source(row.source),
        assigned_at=row.first_assigned_at or row.assigned_at,
    )


def stored(story: Story) -> list[Any]:
    """Return every stored case that is not a draft."""
    with story.database.reading() as connection:
        query = select(cases).where(cases.c.state != int(CaseState.DRAFT))
        return list(connection.execute(query).all())


def by_rules(story: Story, scope: FigureScope, rows: list[Any] | None = None) -> Counters:
    """Return the counters as the rules count the stored cases, one by one."""
    assert scope.cutoff is not None
    start = datetime.combine(scope.start, datetime.min.time())
    end = datetime.combine(scope.end, datetime.min.time()) + timedelta(days=1)
    return Counters.total(
        case_counters(facts, scope.cutoff)
        for facts in map(facts_of, stored(story) if rows is None else rows)
        if belongs(facts, scope.basis, start, end)
    )


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize(
    "cutoff", [MONDAY, MONDAY - timedelta(days=14), MONDAY + timedelta(days=30)]
)
def test_the_database_counts_as_the_rules_do(crowd: Story, basis: Basis, cutoff: datetime) -> None:
    scope = FigureScope(SCOPE.start, SCOPE.end, basis, cutoff)
    result = crowd.ask(indicators, scope)
    assert result.total == by_rules(crowd, scope)
    assert result.total.registered > 50


def test_duplicates_are_not_counted(story: Story) -> None:
    from db.commands.marks import LinkDuplicate

    main, double = story.registered(), story.registered()
    scope = FigureScope(MONDAY.date(), MONDAY.date())
    assert story.ask(indicators, scope).total.registered == 2
    story.do(LinkDuplicate(case_id=double, main_id=main))
    result = story.ask(indicators, scope)
    assert result.total.registered == 1
    assert list(story.ask(case_ids, figure_filter(result.scope, "registered"))) == [main]


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("by", list(GroupBy))
def test_groups_add_up_to_the_total(crowd: Story, by: GroupBy, basis: Basis) -> None:
    result = crowd.ask(indicators, FigureScope(SCOPE.start, SCOPE.end, basis, MONDAY), by)
    assert len(result.groups) > 1
    assert Counters.total(group.counters for group in result.groups) == result.total


def test_a_group_is_what_the_rules_count_in_it(crowd: Story) -> None:
    rows = stored(crowd)
    for by, column in ((GroupBy.STATION, "lead_id"), (GroupBy.PLATFORM, "platform")):
        for group in crowd.ask(indicators, SCOPE, by).groups:
            own = [row for row in rows if getattr(row, column) == group.key]
            assert group.counters == by_rules(crowd, SCOPE, own)
    for group in crowd.ask(indicators, SCOPE, GroupBy.WEEK).groups:
        own = [row for row in rows if key_of(row.registered_at.date(), GroupBy.WEEK) == group.key]
        assert group.counters == by_rules(crowd, SCOPE, own)


@pytest.mark.parametrize("basis", list(Basis))
def test_every_figure_opens_the_list_that_makes_it(crowd: Story, basis: Basis) -> None:
    result = crowd.ask(indicators, FigureScope(SCOPE.start, SCOPE.end, basis, MONDAY))
    sums = {"return_rate"}
    for code, indicator in INDICATORS.items():
        if code in NEVER_BY_CASES | sums:
            continue
        sides = [(Side.NUMERATOR, indicator.numerator), (Side.DENOMINATOR, indicator.denominator)]
        for side, count in sides:
            if count is not None:
                listed = figure_filter(result.scope, code, side)
                assert crowd.ask(case_count, listed) == count(result.total), (code, side)


def test_a_sum_of_acts_opens_the_cases_with_such_acts(crowd: Story) -> None:
    result = crowd.ask(indicators, SCOPE)
    ids = crowd.ask(case_ids, figure_filter(result.scope, "return_rate"))
    returns = [crowd.column(id_, "return_count") for id_ in ids]
    assert min(returns) > 0
    assert sum(returns) == result.total.return_count


@pytest.mark.parametrize("by", list(GroupBy))
@pytest.mark.parametrize("basis", list(Basis))
def test_the_figure_of_a_group_opens_its_list(crowd: Story, by: GroupBy, basis: Basis) -> None:
    result = crowd.ask(indicators, FigureScope(SCOPE.start, SCOPE.end, basis, MONDAY), by)
    for group in result.groups[:8]:
        for counter in ("registered", "due", "overdue_open", "signed_on_time"):
            listed = counter_filter(result.scope, counter, by, group.key)
            assert crowd.ask(case_count, listed) == getattr(group.counters, counter), counter


def test_what_is_not_made_of_cases_opens_no_list() -> None:
    for code in NEVER_BY_CASES:
        with pytest.raises(ValueError, match="does not count cases"):
            figure_filter(SCOPE, code)
    with pytest.raises(ValueError, match="denominator"):
        figure_filter(SCOPE, "registered", Side.DENOMINATOR)
    with pytest.raises(ValueError, match="cut-off"):
        counter_filter(FigureScope(SCOPE.start, SCOPE.end), "registered")


def test_every_counter_of_cases_is_known_to_the_database() -> None:
    from_elsewhere = {
        "strike_off_due",
        "struck_off_on_time",
        "agreed_due",
        "agreed_on_time",
        "workers_expected",
        "workers_online",
        "grids",
        "full_mark_grids",
    }
    names = {field.name for field in fields(Counters)}
    assert names - counts(MONDAY).keys() == from_elsewhere


def test_a_filter_narrows_the_figures_and_their_lists(crowd: Story) -> None:
    scope = FigureScope(SCOPE.start, SCOPE.end, cutoff=MONDAY, filter=CaseFilter(platforms=("zz",)))
    result = crowd.ask(indicators, scope)
    own = [row for row in stored(crowd) if row.platform == "zz"]
    assert result.total == by_rules(crowd, scope, own)
    listed = figure_filter(result.scope, "closed")
    assert crowd.ask(case_count, listed) == result.total.closed


def test_a_station_counts_only_what_it_sees(crowd: Story) -> None:
    own = crowd.ask(indicators, SCOPE, GroupBy.STATION, by="sfs")
    assert {group.key for group in own.groups} == {crowd.unit("SFS")}
    assert 0 < own.total.registered < crowd.ask(indicators, SCOPE).total.registered


def test_periods_before_are_as_long_and_seen_as_early() -> None:
    june = FigureScope(date(2026, 6, 1), date(2026, 6, 30), cutoff=datetime(2026, 6, 20, 9))
    assert (june.previous().start, june.previous().end) == (date(2026, 5, 1), date(2026, 5, 31))
    assert june.previous().cutoff == datetime(2026, 5, 20, 9)
    half = FigureScope(date(2026, 1, 1), date(2026, 6, 30), cutoff=MONDAY)
    assert (half.previous().start, half.previous().end) == (date(2025, 7, 1), date(2025, 12, 31))
    assert (half.last_year().start, half.last_year().end) == (date(2025, 1, 1), date(2025, 6, 30))
    week = FigureScope(date(2026, 11, 9), date(2026, 11, 15), cutoff=MONDAY)
    assert (week.previous().start, week.previous().end) == (date(2026, 11, 2), date(2026, 11, 8))


def test_a_period_is_compared_with_the_one_before_and_with_last_year(crowd: Story) -> None:
    week = FigureScope(date(2026, 11, 2), date(2026, 11, 8), cutoff=MONDAY)
    answer = crowd.ask(compared, week)
    assert answer.current == by_rules(crowd, week)
    assert answer.previous == by_rules(crowd, week.previous())
    assert answer.last_year == Counters()


@pytest.mark.parametrize("by", sorted(BY_TIME))
def test_a_trend_has_every_point_and_counts_intake_and_closing(crowd: Story, by: GroupBy) -> None:
    points = crowd.ask(trend, SCOPE, by)
    assert points[0].start == SCOPE.start
    assert points[-1].end == SCOPE.end
    assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(points))
    assert sum(point.registered for point in points) == by_rules(crowd, SCOPE).registered
    closed = [facts_of(row) for row in stored(crowd)]
    assert sum(point.closed for point in points) == sum(
        facts.is_counted(MONDAY)
        and facts.is_closed(MONDAY)
        and SCOPE.start <= facts.closed_at.date() <= SCOPE.end
        for facts in closed
        if facts.closed_at
    )


def test_hours_items_and_durations_count_the_same_cases(crowd: Story) -> None:
    whole = crowd.ask(indicators, SCOPE).total.registered
    table = crowd.ask(weekday_hours, SCOPE)
    assert (len(table), {len(row) for row in table}) == (7, {24})
    assert sum(map(sum, table)) == whole
    row = next(r for r in stored(crowd) if facts_of(r).is_counted(MONDAY))
    day = FigureScope(row.registered_at.date(), row.registered_at.date(), cutoff=MONDAY)
    at = row.registered_at
    assert crowd.ask(weekday_hours, day)[at.weekday()][at.hour] > 0
    ranked = crowd.ask(item_ranking, SCOPE, 1000)
    assert sum(one.count for one in ranked) == whole
    assert ranked[-1].cumulative_share == "100.00"
    assert [one.count for one in ranked] == sorted((one.count for one in ranked), reverse=True)


def test_a_duration_counts_working_minutes(story: Story) -> None:
    case = story.registered()
    story.later(minutes=20)
    story.accept(case)
    story.assign(case)
    story.later(days=1)
    story.sign(case)
    story.report(case)
    scope = FigureScope(MONDAY.date(), MONDAY.date())
    times = {time.stage: time for time in story.ask(handling_times, scope)}
    assert (times[HandlingStage.ACCEPT].count, times[HandlingStage.ACCEPT].mean) == (1, 20)
    assert times[HandlingStage.SIGN].median == 7 * 60
    assert times[HandlingStage.HANDLE].urgency is Urgency.NORMAL
    by_station = story.ask(handling_times, scope, GroupBy.STATION)
    assert {time.key for time in by_station} == {story.unit("SFS")}


def test_stations_are_ranked_and_those_without_a_case_are_not(story: Story) -> None:
    good, slow = story.signed("SFS"), story.signed("PCS")
    story.report(good)
    story.verify(good)
    story.later(days=10)
    places = story.ask(station_ranking, FigureScope(MONDAY.date(), MONDAY.date()))
    ranks = {place.unit_id: place.rank for place in places}
    assert ranks[story.unit("SFS")] == 1
    assert ranks[story.unit("PCS")] == 2
    assert ranks[story.unit("ZZD")] is None
    assert story.state_of(slow) is CaseState.IN_PROGRESS


def test_items_with_as_many_cases_share_a_rank_and_know_the_one_before(story: Story) -> None:
    first, second, third = (story.item(code) for code in ("MD01", "MD02", "MD03"))
    story.registered(item_id=third, at=story.later(minutes=5))
    story.later(days=7)
    for item_id in (first, first, second, second, third):
        story.registered(item_id=item_id, at=story.later(minutes=5))
    week = FigureScope(date(2026, 11, 23), date(2026, 11, 29))
    ranked = story.ask(item_ranking, week)
    assert [(one.item_id, one.rank, one.previous_rank) for one in ranked] == [
        (first, 1, None),
        (second, 1, None),
        (third, 3, 1),
    ]

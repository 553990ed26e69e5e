"""The wall display counts as the page of figures does, and shows nobody's name or number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import event

from db.queries.breakdowns import station_ranking
from db.queries.page import CaseFilter, Tab, case_count
from db.queries.statistics import FigureScope, GroupBy, compared, indicators, trend
from db.queries.wall import late_cases
from db.rules.indicators import INDICATORS
from desktop.pages.wall_facts import TREND_DAYS, WallSeen, wall_seen
from tests.story import Story

REPORTER, PHONE, ADDRESS = "林大明", "13805770001", "中心街29号"
OTHER_COMMUNITY, OTHER_GRID = "330303001009", "33030300100901"


@pytest.fixture
def week(story: Story) -> Story:
    """Three days with closed, open, transferred, late and linked cases in two communities."""
    for _ in range(3):
        story.self_handled(at=story.later(minutes=20))
    settled = story.signed(at=story.later(minutes=10))
    story.report(settled, at=story.later(hours=2))
    story.verify(settled, at=story.later(minutes=30))
    story.registered(community_id=story.unit(OTHER_COMMUNITY), grid_id=story.unit(OTHER_GRID))
    story.assigned("PCS", item_id=story.item("MD01"))
    story.registered(at=datetime(2026, 11, 17, 9, 5))
    story.registered(at=datetime(2026, 11, 17, 22, 5))
    story.later(hours=14)
    story.self_handled()
    return story


def seen_by(story: Story, by: str = "operator") -> WallSeen:
    found = story.ask(wall_seen, by=by)
    assert isinstance(found, WallSeen)
    return found


def month_of(seen: WallSeen) -> FigureScope:
    return FigureScope(date(2026, 11, 1), date(2026, 11, 30), cutoff=seen.now)


def test_the_month_and_the_one_before_are_those_of_the_figures(week: Story) -> None:
    seen = seen_by(week)
    figures = week.ask(compared, month_of(seen))
    assert seen.month == figures.current
    assert seen.month_before == figures.previous
    assert seen.month.registered == 9
    assert INDICATORS["close_rate"].value(seen.month) == INDICATORS["close_rate"].value(
        figures.current
    )


def test_the_month_before_is_looked_at_as_early_as_this_one(week: Story) -> None:
    before = seen_by(week).month.registered
    # Half a month later the same days are those of the month before.
    week.later(days=17)
    week.registered()
    seen = seen_by(week)
    assert (seen.now.month, seen.month.registered) == (12, 1)
    assert seen.month_before.registered == 0 < before
    week.later(days=14)
    week.registered()
    assert seen_by(week).month_before.registered == before


def test_the_days_end_today_and_are_those_of_the_trend(week: Story) -> None:
    seen = seen_by(week)
    assert len(seen.days) == TREND_DAYS
    assert seen.days[-1].end == seen.now.date()
    assert seen.days == week.ask(
        trend, FigureScope(date(2026, 11, 5), date(2026, 11, 18)), GroupBy.DAY
    )
    assert [one.registered for one in seen.days[-3:]] == [6, 2, 1]
    assert [one.closed for one in seen.days[-3:]] == [4, 0, 1]


def test_today_is_compared_with_yesterday_up_to_this_time(week: Story) -> None:
    # Yesterday had one case at nine and one late in the evening; now it is noon.
    seen = seen_by(week)
    assert seen.now == datetime(2026, 11, 18, 12, 5)
    assert (seen.days[-1].registered, seen.registered_before) == (1, 1)
    week.later(hours=11)
    week.registered()
    seen = seen_by(week)
    assert (seen.days[-1].registered, seen.registered_before) == (2, 2)


def test_yesterdays_closed_ones_count_from_when_they_were_closed(week: Story) -> None:
    week.later(hours=20)
    late = week.registered()
    assert seen_by(week).closed_before == 0, "at eight yesterday nothing was closed"
    week.later(hours=5)
    week.accept(late)
    seen = seen_by(week)
    assert seen.now > datetime(2026, 11, 19, 12, 5)
    assert seen.closed_before == 1


def test_the_stations_stand_in_the_order_of_the_ranking(week: Story) -> None:
    seen = seen_by(week)
    ranked = [one for one in week.ask(station_ranking, month_of(seen)) if one.rank is not None]
    assert list(seen.stations) == ranked
    assert len(ranked) >= 2
    assert {one.unit_id for one in ranked} <= set(seen.short_names)
    assert seen.short_names[week.unit("SFS")] == "司法所"


def test_the_heat_of_grids_and_communities_is_that_of_the_figures(week: Story) -> None:
    seen = seen_by(week)
    for by in (GroupBy.GRID, GroupBy.COMMUNITY):
        groups = week.ask(indicators, month_of(seen), by).groups
        told = {one.key: one.counters.registered for one in groups if one.key is not None}
        assert told
        assert {key: seen.registered[key] for key in told} == told
    counts = [one.counters.registered for one in seen.communities]
    assert counts == sorted(counts, reverse=True) == [8, 1]


def test_the_overdue_are_all_counted_and_the_longest_overdue_come_first(story: Story) -> None:
    for _ in range(3):
        story.assigned(at=story.later(days=1))
    story.later(days=20)
    newest = story.registered()
    count, rows = story.ask(late_cases, 2)
    overdue = CaseFilter(tab=Tab.OVERDUE)
    assert count == story.ask(case_count, overdue, bound=None) == 3
    assert len(rows) == 2
    assert rows[0].due_at < rows[1].due_at < story.now
    assert newest not in {row.case_id for row in rows}
    assert all(row.unit and (row.remaining or row.overdue_workdays) for row in rows)


def test_a_settled_case_leaves_the_overdue(story: Story) -> None:
    case = story.signed()
    story.later(days=30)
    story.registered()
    assert story.ask(late_cases, 40)[0] == 1
    story.report(case)
    story.verify(case)
    assert story.ask(late_cases, 40) == (0, ())


def test_nobodys_name_number_or_door_stands_on_the_wall(story: Story) -> None:
    title = f"{REPORTER}反映楼上漏水，电话{PHONE}"
    content = f"{REPORTER}（{PHONE}）住{ADDRESS}，孩子身份证330302201001011234"
    story.registered(title=title, content=content, address=ADDRESS, reporter_name=REPORTER)
    story.assigned("PCS", title=f"{REPORTER}与邻居争吵", reporter_name=REPORTER)
    story.later(days=20)
    story.registered()
    seen = seen_by(story)
    assert len(seen.late) == 2
    shown = "\n".join(_texts(asdict(seen)))
    assert "漏水" in shown and "与邻居争吵" in shown
    for private in (REPORTER, PHONE, ADDRESS, "330302201001011234"):
        assert private not in shown


def test_the_wall_takes_the_same_few_statements_however_many_are_overdue(story: Story) -> None:
    story.registered()
    story.later(days=20)
    story.registered()
    few = _statements(story)
    for _ in range(12):
        story.registered()
    story.later(days=20)
    story.registered()
    assert len(seen_by(story).late) == 14
    assert _statements(story) == few <= 40


def _statements(story: Story) -> int:
    sent: list[str] = []

    def keep(*arguments: Any) -> None:
        sent.append(arguments[2])

    event.listen(story.database.engine, "before_cursor_execute", keep)
    try:
        seen_by(story)
    finally:
        event.remove(story.database.engine, "before_cursor_execute", keep)
    return len(sent)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in an answer."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in (*value.keys(), *value.values()):
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)

"""The orders and groups of a list: every case once, the counts exact, closed groups unread."""

from __future__ import annotations

from itertools import groupby

import pytest
from sqlalchemy import event

from db.queries.cases import case_rows
from db.queries.dealing import GROUPS, CaseGroup, grouped_ids, listed_ids
from db.queries.page import EVERYTHING, CaseFilter, Order, Tab, case_ids
from tests.story import Story


@pytest.fixture
def ids(story: Story) -> list[int]:
    """Seven cases of several units, items, communities and states."""
    other = {"item_id": story.item("ZA01"), "community_id": story.unit("330303001009")}
    return [
        story.registered(),
        story.assigned("SFS"),
        story.assigned("PCS", **other),
        story.signed("PCS", **other),
        story.signed("SFS"),
        story.registered(grid_id=story.unit("33030300100401")),
        story.assigned("ZZD"),
    ]


VALUES = {
    Order.STATE: lambda row: int(row.state),
    Order.ITEM: lambda row: row.item_id,
    Order.UNIT: lambda row: row.lead_id or row.holder_id,
    Order.COMMUNITY: lambda row: row.community_id,
    Order.GRID: lambda row: row.grid_id,
    Order.PLATFORM: lambda row: row.platform,
}


@pytest.mark.parametrize("order", list(VALUES))
@pytest.mark.parametrize("descending", [False, True])
def test_a_sorted_list_holds_every_case_once_and_like_ones_together(
    story: Story, ids: list[int], order: Order, descending: bool
) -> None:
    found = list(story.ask(listed_ids, EVERYTHING, order, descending))
    assert sorted(found) == sorted(ids)
    rows = story.ask(case_rows, found)
    heaps = [(key, list(group)) for key, group in groupby(found, lambda i: VALUES[order](rows[i]))]
    assert len(heaps) == len({key for key, _ in heaps})
    # The newest comes first within its like.
    assert all(heap == sorted(heap, reverse=True) for _, heap in heaps)


def test_the_states_stand_in_the_order_of_a_cases_life(story: Story, ids: list[int]) -> None:
    found = list(story.ask(listed_ids, EVERYTHING, Order.STATE))
    states = [story.state_of(one) for one in found]
    assert states == sorted(states)
    turned = list(story.ask(listed_ids, EVERYTHING, Order.STATE, True))
    assert [story.state_of(one) for one in turned] == sorted(states, reverse=True)


def test_the_last_deadline_comes_first_when_the_order_is_turned(
    story: Story, ids: list[int]
) -> None:
    usual = list(story.ask(listed_ids, EVERYTHING, Order.DEADLINE))
    assert usual == list(story.ask(case_ids, EVERYTHING, Order.DEADLINE))
    assert list(story.ask(listed_ids, EVERYTHING, Order.DEADLINE, True)) == usual[::-1]


@pytest.mark.parametrize("by", GROUPS)
@pytest.mark.parametrize("login", ["operator", "sfs"])
def test_the_groups_add_up_to_the_list(story: Story, ids: list[int], by: Order, login: str) -> None:
    listed = list(story.ask(case_ids, EVERYTHING, by=login))
    found = story.ask(grouped_ids, EVERYTHING, by, None, Order.NEWEST, by=login)
    assert sum(group.count for group in found.groups) == len(listed)
    assert sorted(one for part in found.ids.values() for one in part) == sorted(listed)
    assert all(len(found.ids[group.key]) == group.count for group in found.groups)
    rows = story.ask(case_rows, listed, by=login)
    for key, part in found.ids.items():
        assert {VALUES[by](rows[one]) for one in part} == {key}


def test_groups_carry_their_names_and_those_without_a_value_come_last(
    story: Story, ids: list[int]
) -> None:
    by_unit = story.ask(grouped_ids, EVERYTHING, Order.UNIT, (), Order.NEWEST).groups
    assert {(group.name, group.count) for group in by_unit} == {
        ("派出所", 2), ("司法所", 2), ("综合行政执法中队", 1), ("综合信息指挥室", 2),
    }  # fmt: skip
    by_place: tuple[CaseGroup, ...] = story.ask(
        grouped_ids, EVERYTHING, Order.GRID, (), Order.NEWEST
    ).groups
    assert (by_place[0].key, by_place[0].count) == (story.unit("33030300100401"), 1)
    assert (by_place[-1].key, by_place[-1].name, by_place[-1].count) == (None, "", 6)


def test_a_closed_group_is_counted_and_not_read(story: Story, ids: list[int]) -> None:
    police = story.unit("PCS")
    told: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        told.append(statement)

    event.listen(story.database.engine, "before_cursor_execute", note)
    closed = story.ask(grouped_ids, EVERYTHING, Order.UNIT, (), Order.NEWEST)
    before = len(told)
    assert closed.ids == {}
    told.clear()
    one = story.ask(grouped_ids, EVERYTHING, Order.UNIT, (police,), Order.NEWEST)
    assert len(told) == before + 1
    assert {key: len(part) for key, part in one.ids.items()} == {police: 2}


def test_groups_keep_to_the_filter_and_the_order(story: Story, ids: list[int]) -> None:
    narrowed = CaseFilter(tab=Tab.IN_PROGRESS)
    found = story.ask(grouped_ids, narrowed, Order.UNIT, None, Order.OLDEST)
    assert {group.name: group.count for group in found.groups}["派出所"] == 2
    assert list(found.ids[story.unit("PCS")]) == [ids[2], ids[3]]

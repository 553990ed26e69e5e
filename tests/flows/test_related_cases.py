"""Which cases are told as related: linked ones, the same caller, place and decision."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from db.commands.marks import LinkDuplicate
from db.errors import NotFound
from db.queries.related import MOST, RelatedCases, Relation, related_cases
from tests.story import Story

ELSEWHERE = {"address": "永下社区新街3号", "reporter_phone": "13805779999"}


def related(story: Story, case_id: int, by: str = "operator") -> dict[int, tuple[Relation, ...]]:
    """Return the ids of the related cases, each with the ways in which it is."""
    found: RelatedCases = story.ask(related_cases, case_id, by=by)
    return {one.id: one.relations for one in found.cases}


def test_the_same_caller_and_the_same_place_are_told(story: Story) -> None:
    case = story.registered()
    caller = story.registered(address="永下社区新街3号")
    place = story.registered(reporter_phone="13805779999")
    both = story.registered()
    story.registered(**ELSEWHERE)
    assert related(story, case) == {
        caller: (Relation.PHONE,),
        place: (Relation.PLACE,),
        both: (Relation.PHONE, Relation.PLACE),
    }


def test_a_place_is_the_same_only_as_a_whole(story: Story) -> None:
    case = story.registered(address="永上社区中心街2号", reporter_phone="13805770002")
    story.registered(address="永上社区中心街29号", reporter_phone="13805770003")
    assert related(story, case) == {}


def test_links_are_told_from_every_side_and_first(story: Story) -> None:
    main = story.signed(**ELSEWHERE)
    first = story.registered()
    second = story.registered(address="别处一百号", reporter_phone="13805770004")
    newer = story.registered()
    for double in (first, second):
        story.do(LinkDuplicate(case_id=double, main_id=main))
    assert related(story, main) == {
        second: (Relation.DUPLICATE,),
        first: (Relation.DUPLICATE,),
    }
    found = related(story, first)
    assert found[main] == (Relation.MAIN,)
    assert found[second] == (Relation.DUPLICATE,)
    assert list(found) == [second, main, newer]


def test_who_may_not_see_phones_is_not_told_who_called_twice(story: Story) -> None:
    case = story.assigned("SFS")
    other = story.assigned("SFS", address="永下社区新街3号")
    place = story.assigned("SFS", reporter_phone="13805779999")
    assert other in related(story, case)
    assert related(story, case, by="leader") == {place: (Relation.PLACE,)}


def test_only_what_a_station_may_see_is_told_to_it(story: Story) -> None:
    own = story.assigned("SFS")
    story.assigned("PCS")
    assert related(story, own, by="sfs") == {}
    foreign = story.assigned("PCS")
    with pytest.raises(NotFound):
        related(story, foreign, by="sfs")


def test_many_are_cut_short_and_cost_no_more_statements(story: Story) -> None:
    case = story.registered()
    few = _statements(story, case)
    for _ in range(MOST + 2):
        story.registered()
    assert _statements(story, case) == few
    found: RelatedCases = story.ask(related_cases, case)
    assert len(found.cases) == MOST
    assert found.has_more


@pytest.mark.parametrize("story", ["file"], indirect=True)
def test_every_way_is_answered_by_an_index(story: Story) -> None:
    case = story.registered()
    plans = []
    for statement, parameters in _sent(story, case):
        with story.database.engine.connect() as connection:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans += [row[-1] for row in rows]
    assert [plan for plan in plans if plan.startswith("SCAN") and "case_fts" not in plan] == []


def _statements(story: Story, case_id: int) -> int:
    return len(_sent(story, case_id))


def _sent(story: Story, case_id: int) -> list[tuple[str, Any]]:
    sent: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        if "FROM cases" in statement:
            sent.append((statement, parameters))

    event.listen(story.database.engine, "before_cursor_execute", note)
    try:
        story.ask(related_cases, case_id)
    finally:
        event.remove(story.database.engine, "before_cursor_execute", note)
    return sent

"""A duplicate is told by its main case: counted once, found, parted again (domain.md §1.7)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from db.commands.exceptions import RequestExtension
from db.commands.flow import ReopenCase
from db.commands.marks import LinkDuplicate, UnlinkDuplicate
from db.errors import RuleError
from db.queries.case_detail import case_detail
from db.queries.cases import case_rows, tab_counts
from db.queries.desk import desk, my_day
from db.queries.page import CaseFilter, Order, Tab, case_ids
from db.queries.statistics import FigureScope, indicators
from db.queries.supervision import suggestions
from db.rules.terms import CaseState, Light, Urgency
from db.verify import verify
from tests.story import MONDAY, Story


def link(story: Story, case: int, main: int) -> None:
    """Link a case to its main case."""
    story.do(LinkDuplicate(case_id=case, main_id=main))


def part(story: Story, case: int) -> None:
    """Part a case from its main case."""
    story.do(UnlinkDuplicate(case_id=case, reason="不是同一件事"))


def on_desks(story: Story, case: int, *people: str) -> set[str]:
    """Return the duties in which a case lies on somebody's desk."""
    return {
        column.duty.value
        for who in people
        for column in story.ask(desk, by=who).columns
        if case in column.ids
    }


def on_tabs(story: Story, case: int) -> set[Tab]:
    """Return the tabs of the ledger whose lists hold a case."""
    return {tab for tab in Tab if case in story.ask(case_ids, CaseFilter(tab=tab))}


def agree(story: Story, filter: CaseFilter) -> dict[Tab, int]:
    """Return the numbers on the tabs, each as long as its list."""
    counts: dict[Tab, int] = story.ask(tab_counts, filter)
    for tab in Tab:
        listed = story.ask(case_ids, filter.replace(tab=tab))
        assert counts[tab] == len(listed), (tab, filter)
    return counts


def _waiting(story: Story) -> int:
    return story.registered()


def _accepted(story: Story) -> int:
    case = story.registered()
    story.accept(case)
    return case


def _returned(story: Story) -> int:
    case = story.assigned("SFS")
    story.give_back(case)
    return case


def _reported(story: Story) -> int:
    case = story.signed("SFS")
    story.report(case)
    return case


def _assisted(story: Story) -> int:
    case = story.registered()
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS",), inform=("ZZD",))
    return case


def _with_a_request(story: Story) -> int:
    case = story.signed("SFS")
    story.do(RequestExtension(case_id=case, days=1, reason="取证", progress="在办"), by="sfs")
    return case


def _major(story: Story) -> int:
    return story.signed("SFS", urgency=Urgency.MAJOR)


@pytest.mark.parametrize(
    "begun", [_waiting, _accepted, _returned, _reported, _assisted, _with_a_request, _major]
)
@pytest.mark.parametrize("days", [0, 20])
def test_a_duplicate_leaves_desks_and_tabs_and_comes_back_when_parted(
    story: Story, begun: Any, days: int
) -> None:
    people = ("operator", "director", "leader", "sfs", "pcs", "zzd")
    case = begun(story)
    main = story.signed("PCS", at=story.later(days=days))
    desks, tabs = on_desks(story, case, *people), on_tabs(story, case)
    assert desks and tabs - {Tab.ALL}
    waiting = story.ask(desk).waiting
    link(story, case, main)
    assert on_desks(story, case, *people) == set()
    assert on_tabs(story, case) == {Tab.ALL}
    assert story.ask(desk).waiting <= waiting
    for wish in (CaseFilter(), CaseFilter(search="装修"), CaseFilter(is_duplicate=True)):
        agree(story, wish)
    row = story.ask(case_rows, [case])[case]
    assert (row.light, row.deadline_at, row.follow_up_due_at) == (Light.NONE, None, None)
    part(story, case)
    assert on_desks(story, case, *people) == desks
    assert on_tabs(story, case) == tabs
    assert verify(story.database) == []


def test_a_duplicate_is_found_by_search_by_filter_and_beside_its_main_case(story: Story) -> None:
    main = story.signed("SFS", title="菜场门口乱停车")
    case = story.registered(title="学校门口乱停车")
    link(story, case, main)
    assert list(story.ask(case_ids, CaseFilter(search="学校门口"))) == [case]
    assert list(story.ask(case_ids, CaseFilter(is_duplicate=True))) == [case]
    waits = CaseFilter(is_duplicate=True, tab=Tab.WAITING_ACCEPTANCE)
    assert list(story.ask(case_ids, waits)) == [case]
    assert list(story.ask(case_ids, CaseFilter(is_duplicate=False))) == [main]
    assert list(story.ask(case_ids, CaseFilter(open_only=True))) == [main]
    assert [one.id for one in story.ask(case_detail, main).duplicates] == [case]


def test_a_duplicate_stands_behind_what_has_a_deadline(story: Story) -> None:
    main, double, late = story.signed("SFS"), story.registered(), story.signed("PCS")
    link(story, double, main)
    assert list(story.ask(case_ids, CaseFilter(), Order.DEADLINE)) == [main, late, double]


def test_a_duplicate_counts_nowhere_beside_its_main_case(story: Story) -> None:
    main, case = story.assigned("SFS"), story.assigned("PCS")
    link(story, case, main)
    story.registered(at=MONDAY + timedelta(days=20))
    scope = FigureScope(date(2026, 11, 16), date(2026, 12, 31), cutoff=story.now)
    found = story.ask(indicators, scope).total
    assert (found.registered, found.overdue_open) == (2, 1)
    assert {row.case_id for row in story.ask(suggestions)} == {main}
    assert agree(story, CaseFilter())[Tab.OVERDUE] == 1
    part(story, case)
    found = story.ask(indicators, scope).total
    assert (found.registered, found.overdue_open) == (3, 2)
    assert {row.case_id for row in story.ask(suggestions)} == {main, case}
    assert agree(story, CaseFilter())[Tab.OVERDUE] == 2


def test_a_case_closed_with_its_main_one_is_no_second_closing_of_the_day(story: Story) -> None:
    main, case = story.signed("SFS"), story.registered()
    link(story, case, main)
    story.report(main)
    story.verify(main)
    assert story.state_of(case) is CaseState.CLOSED
    assert agree(story, CaseFilter())[Tab.CLOSED_TODAY] == 1
    day = story.ask(my_day)
    assert (day.all_registered, day.all_closed) == (1, 1)


def test_what_is_linked_to_a_closed_case_is_closed_at_once(story: Story) -> None:
    main, case = story.signed("SFS"), story.signed("PCS")
    story.report(main)
    story.verify(main)
    link(story, case, main)
    assert story.state_of(case) is CaseState.CLOSED
    assert story.column(case, "result") == story.column(main, "result")
    assert verify(story.database) == []


def test_a_closed_duplicate_is_opened_again_only_when_parted(story: Story) -> None:
    main, case = story.signed("SFS"), story.signed("PCS")
    link(story, case, main)
    story.report(main)
    story.verify(main)
    again = ReopenCase(case_id=case, reason="仍未解决")
    with pytest.raises(RuleError, match="guard_unlinked"):
        story.do(again, by="shift_lead")
    part(story, case)
    story.do(again, by="shift_lead")
    assert story.state_of(case) is CaseState.IN_PROGRESS

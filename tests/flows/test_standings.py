"""How many chosen cases stand: the same steps as the panel of each one, in a few statements."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from db.queries.case_detail import case_detail
from db.queries.standings import standings
from db.rules.steps import StepKind, why_not
from db.rules.terms import Role
from tests.story import Story


@pytest.fixture
def ids(story: Story) -> list[int]:
    """Cases in different states, one of them with an assisting unit."""
    helped = story.registered(title="电瓶被盗")
    story.accept(helped)
    story.assign(helped, "PCS", assist=("SFS",), inform=("ZZD",))
    done = story.signed("SFS")
    story.report(done)
    return [story.registered(), helped, story.assigned("SFS"), story.signed("SFS"), done]


@pytest.mark.parametrize("login", ["operator", "director", "sfs", "zzd", "leader"])
def test_many_cases_allow_the_steps_that_each_panel_offers(
    story: Story, ids: list[int], login: str
) -> None:
    rows = story.ask(standings, ids, by=login)
    assert rows
    assert [row.id for row in rows] == [one for one in ids if one in {r.id for r in rows}]
    for row in rows:
        assert row.possible == story.ask(case_detail, row.id, by=login).possible


def test_a_hundred_cases_cost_as_many_statements_as_one(story: Story, ids: list[int]) -> None:
    told: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        told.append(statement)

    event.listen(story.database.engine, "before_cursor_execute", note)
    story.ask(standings, ids[:1])
    one = len(told)
    story.ask(standings, ids * 20)
    assert len(told) == 2 * one


def test_a_step_that_is_not_possible_has_a_reason(story: Story, ids: list[int]) -> None:
    row = story.ask(standings, ids[3:4])[0]
    assert why_not(StepKind.ACCEPT, Role.OPERATOR, row.standing) == "step_illegal"
    assert why_not(StepKind.NOTE, Role.OPERATOR, row.standing) is None
    assert why_not(StepKind.URGE, Role.OPERATOR, row.standing) == "step_not_for_role"
    assert why_not(StepKind.REPORT, Role.HANDLER, row.standing) == "guard_holder"

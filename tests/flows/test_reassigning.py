"""Who gives a case to another unit, and what happens then to what was asked (domain.md §1.4)."""

from __future__ import annotations

import pytest

from db.errors import NotAllowed, RuleError
from db.rules.terms import CaseState
from tests.story import Story


def test_an_operator_gives_a_case_to_another_unit(story: Story) -> None:
    case = story.assigned("SFS")
    story.assign(case, "PCS", by="operator")
    assert story.column(case, "holder_id") == story.unit("PCS")
    story.sign(case, by="pcs")
    story.assign(case, "ZZD", by="operator2")
    assert story.state_of(case) is CaseState.WAITING_SIGNATURE
    assert story.column(case, "holder_id") == story.unit("ZZD")


def test_what_was_returned_twice_no_operator_assigns_before_or_after_the_director(
    story: Story,
) -> None:
    case = story.assigned("SFS")
    story.give_back(case)
    story.assign(case, "PCS")
    story.give_back(case, by="pcs_head")
    with pytest.raises(NotAllowed):
        story.assign(case, "ZZD", by="operator")
    story.assign(case, "ZZD", by="director")
    for who in ("operator", "shift_lead"):
        with pytest.raises(RuleError, match="guard_first_returns"):
            story.assign(case, "SFS", by=who)
    story.assign(case, "SFS", by="director")
    assert story.column(case, "holder_id") == story.unit("SFS")

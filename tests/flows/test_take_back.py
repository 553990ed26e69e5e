"""A registration is taken back by whoever made it, a moment after; the log keeps both."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.commands.flow import AssignCase
from db.commands.marks import LinkDuplicate
from db.commands.take_back import TakeBackCase
from db.errors import RecordError
from db.model.case import case_step
from db.rules.terms import CaseState
from db.verify import verify
from tests.story import Story


def take_back(story: Story, case: int, by: str = "operator", reason: str = "登记有误") -> None:
    """Take a case back."""
    story.do(TakeBackCase(case_id=case, version=None, reason=reason), by=by)


def kinds(story: Story, case: int) -> list[str]:
    """Return the steps that the log keeps."""
    with story.database.reading() as connection:
        query = select(case_step.c.kind).where(case_step.c.case_id == case)
        return list(connection.execute(query.order_by(case_step.c.version)).scalars())


def test_an_operator_takes_back_the_own_case_and_the_log_keeps_both(story: Story) -> None:
    case = story.registered()
    take_back(story, case)
    assert story.state_of(case) is CaseState.VOID
    assert story.column(case, "void_reason") == "登记有误"
    assert kinds(story, case) == ["register", "take_back"]
    assert not verify(story.database)


def test_a_case_that_was_assigned_but_not_signed_for_is_taken_back(story: Story) -> None:
    case = story.assigned("SFS")
    take_back(story, case)
    assert kinds(story, case)[-1] == "take_back"


def test_what_a_grid_settled_on_the_spot_is_taken_back(story: Story) -> None:
    case = story.self_handled()
    take_back(story, case, by="grid")
    assert story.state_of(case) is CaseState.VOID
    assert not verify(story.database)


def test_a_number_taken_back_is_not_used_again(story: Story) -> None:
    first = story.registered()
    take_back(story, first)
    assert story.column(story.registered(), "number") != story.column(first, "number")


def refusal(story: Story, case: int, **how: str) -> str:
    """Return why a case cannot be taken back; nothing of it has changed."""
    before = story.column(case, "version")
    with pytest.raises(RecordError) as refused:
        take_back(story, case, **how)
    assert story.column(case, "version") == before
    return refused.value.code


def test_nobody_takes_back_the_case_of_another(story: Story) -> None:
    assert refusal(story, story.registered(), by="operator2") == "guard_registrant"
    assert refusal(story, story.registered(), by="shift_lead") == "guard_registrant"


def test_after_ten_minutes_a_case_stays(story: Story) -> None:
    case = story.registered()
    story.later(seconds=600)
    other = story.registered()
    take_back(story, other)
    story.later(seconds=1)
    assert refusal(story, case) == "guard_just_registered"


def test_at_ten_minutes_sharp_a_case_is_still_taken_back(story: Story) -> None:
    case = story.registered()
    story.later(seconds=600)
    take_back(story, case)
    assert story.state_of(case) is CaseState.VOID


def test_what_a_unit_has_begun_stays(story: Story) -> None:
    assert refusal(story, story.signed("SFS")) == "step_illegal"


def test_a_main_case_with_duplicates_stays(story: Story) -> None:
    main = story.registered()
    story.do(LinkDuplicate(case_id=story.registered(), version=None, main_id=main))
    assert refusal(story, main) == "take_back_has_duplicates"


def test_a_take_back_needs_a_reason(story: Story) -> None:
    assert refusal(story, story.registered(), reason="  ") != ""


def test_a_stale_window_takes_nothing_back(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.do(AssignCase(case_id=case, version=None, lead_id=story.unit("SFS")))
    with pytest.raises(RecordError, match="case_moved_on"):
        story.do(TakeBackCase(case_id=case, version=1, reason="登记有误"))

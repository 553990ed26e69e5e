"""The numbers of papers: signs of the office, and a later number, never an earlier one."""

from __future__ import annotations

from typing import Any

import pytest

from db.commands.numbering import ChangeOrganCode, SetNextNumber
from db.errors import NotAllowed, RuleError
from db.queries.notice_detail import notice_detail
from db.queries.numbering import NumberingRow, numbering_rows
from db.rules.numbering import Numbered
from db.verify import verify
from tests.faults.test_verify_finds import tampered
from tests.flows.notice_steps import issued
from tests.story import Story


def row(story: Story, kind: Numbered = Numbered.NOTICE) -> NumberingRow:
    """Return how the numbers of a kind stand."""
    return next(one for one in story.ask(numbering_rows) if one.kind is kind)


def issued_number(story: Story) -> str:
    """Issue a notice on a new case and return its number."""
    notice_id = issued(story, story.signed())
    return str(story.ask(notice_detail, notice_id).number)


def set_next(story: Story, number: Any, kind: Numbered = Numbered.NOTICE) -> None:
    """Let the papers of a kind go on with a number."""
    story.do(SetNextNumber(kind=kind, next=number), by="director")


def test_a_new_office_begins_with_one_and_goes_on_where_it_was_by_hand(story: Story) -> None:
    assert row(story).written(row(story).next).endswith("〔2026〕1号")
    set_next(story, 21)
    number = story.ask(numbering_rows)[0].written(21)
    assert issued_number(story) == number
    assert row(story).last == 21 and verify(story.database) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(1, "nothing_changed"), (0, "number_goes_back"), (10_000, "number_too_high")],
)
def test_a_number_that_goes_back_or_too_far_is_refused(
    story: Story, number: int, code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        set_next(story, number)


def test_no_number_is_given_twice(story: Story) -> None:
    set_next(story, 21)
    with pytest.raises(RuleError, match="number_goes_back") as refused:
        set_next(story, 20)
    assert refused.value.facts["next"] == 21


def test_minutes_have_numbers_of_their_own(story: Story) -> None:
    set_next(story, 7, Numbered.MINUTES)
    assert row(story, Numbered.MINUTES).written(7) == "〔2026〕第7期"
    assert row(story).next == 1


def test_the_signs_of_the_office_change_for_what_comes(story: Story) -> None:
    before = issued_number(story)
    story.do(ChangeOrganCode(organ_code="龙永指督"), by="director")
    assert row(story).written(2) == "龙永指督〔2026〕2号" and before.endswith("〔2026〕1号")
    for bad in ("", "ABC", "龙永第2督", "龙" * 10):
        with pytest.raises(RuleError, match="organ_code_bad"):
            story.do(ChangeOrganCode(organ_code=bad), by="director")


def test_only_who_keeps_the_settings_changes_numbers(story: Story) -> None:
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(SetNextNumber(kind=Numbered.NOTICE, next=5), by="operator")
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(ChangeOrganCode(organ_code="甲督"), by="operator")


@pytest.mark.parametrize("story", ["file"], indirect=True)
def test_a_gap_that_no_command_made_is_still_found(story: Story) -> None:
    set_next(story, 3)
    for _ in range(2):
        issued(story, story.signed())
    assert verify(story.database) == []
    tampered(story.database.path, "UPDATE notice SET serial = 9 WHERE serial = 4")
    assert "notice_numbers" in {one.code for one in verify(story.database)}

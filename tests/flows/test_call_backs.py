"""Which settled cases wait for a call to their reporter (domain.md §1.3)."""

from __future__ import annotations

import pytest

from db.commands.intake import AmendCase
from db.rules.terms import CaseState, Source
from tests.story import Story

CALLED, CLOSED = CaseState.WAITING_CALL_BACK, CaseState.CLOSED


@pytest.mark.parametrize(
    ("source", "phone", "wish", "state"),
    [
        (Source.HOTLINE_12345, "13805770001", None, CALLED),
        (Source.POLICE_110, "13805770001", None, CALLED),
        (Source.VISIT_OR_CALL, "13805770001", None, CALLED),
        (Source.PARTY_ERRAND, "13805770001", None, CALLED),
        (Source.MANUAL, "13805770001", None, CALLED),
        (Source.HOTLINE_12345, "13805770001", False, CLOSED),
        (Source.HOTLINE_12345, "", None, CLOSED),
        (Source.HOTLINE_12345, "", True, CLOSED),
        (Source.GRID_REPORT, "13805770001", None, CLOSED),
        (Source.GRID_REPORT, "13805770001", True, CALLED),
        (Source.RANDOM_INSPECTION, "13805770001", None, CLOSED),
        (Source.SUPERIOR, "13805770001", None, CLOSED),
        (Source.VIDEO, "13805770001", None, CLOSED),
    ],
)
def test_who_told_of_it_is_called_unless_the_call_was_declined(
    story: Story, source: Source, phone: str, wish: bool | None, state: CaseState
) -> None:
    case = story.signed(source=source, reporter_phone=phone, wants_call_back=wish)
    assert story.column(case, "wants_call_back") is wish
    story.report(case)
    story.verify(case)
    assert story.state_of(case) is state


def test_a_call_is_declined_before_the_case_is_settled(story: Story) -> None:
    case = story.signed(wants_call_back=None)
    declined = {"wants_call_back": False}
    story.do(AmendCase(case_id=case, version=None, changes=declined))
    story.report(case)
    story.verify(case)
    assert story.state_of(case) is CLOSED

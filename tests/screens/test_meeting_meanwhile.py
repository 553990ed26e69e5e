"""Two desks agree on one case at once: field by field, and neither writes over the other unseen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.decisions import ChangeDecision
from db.queries.decisions import decisions
from db.rules.agenda import DecisionKind, Section
from tests.meeting_story import decision_order
from tests.screens.conftest import Desk
from tests.screens.test_meetings import bundled_fonts, decide, go_to, held, page

__all__ = ["bundled_fonts", "held", "page"]

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MINE, THEIRS = "三日内装好隔音门。", "五日内停业整改。"


def agreed_on(desk: Desk, case_id: int) -> Any:
    """Return what is agreed on a case."""
    (row,) = desk.story.ask(decisions, case_id=case_id)
    return row


def write(desk: Desk, form: Any, words: str) -> None:
    """Write words of one's own over the proposed ones."""
    form.words.selectAll()
    desk.type(form.words, words)


@pytest.fixture
def console(desk: Desk, page: Any) -> Any:
    return held(desk, page)


def test_what_another_agrees_meanwhile_is_shown_and_mine_is_kept(desk: Desk, console: Any) -> None:
    row, form = go_to(desk, console, Section.OVERDUE), console.matter.form
    desk.press(console.matter.note.area, Key.Key_1, ALT)
    desk.type(form.person, "所长乙")
    write(desk, form, MINE)
    order = decision_order(
        desk.story,
        console.meeting_id(),
        agenda_case_id=row.id,
        kind=DecisionKind.CONTINUE,
        text=THEIRS,
    )
    desk.story.do(order, by="director")
    desk.settled()
    words = desk.words(form)
    for told in ("刚被别人议定", THEIRS, "主任甲"):
        assert told in words
    assert form.words.value() == MINE
    desk.press(form.words, Key.Key_Return, CTRL)
    desk.settled()
    assert agreed_on(desk, row.case.case_id).text == THEIRS, "nothing is sent blindly"
    desk.press(form.moved.mine, Key.Key_Space)
    desk.press(form.words, Key.Key_Return, CTRL)
    desk.settled()
    assert agreed_on(desk, row.case.case_id).text == MINE


def test_what_another_changes_meanwhile_may_be_taken_over(desk: Desk, console: Any) -> None:
    row, form = go_to(desk, console, Section.OVERDUE), console.matter.form
    decide(desk, console, Key.Key_1)
    assert not form.moved.isVisible()
    console.go_to(row.id)
    desk.settled()
    write(desk, form, MINE)
    agreed = agreed_on(desk, row.case.case_id)
    change = ChangeDecision(decision_id=agreed.id, version=agreed.version, text=THEIRS)
    desk.story.do(change, by="director")
    desk.settled()
    for told in ("刚被别人改动", agreed.text, THEIRS, "主任甲"):
        assert told in desk.words(form)
    desk.press(form.moved.theirs, Key.Key_Space)
    assert form.words.value() == THEIRS and not form.moved.isVisible()
    assert agreed_on(desk, row.case.case_id).text == THEIRS

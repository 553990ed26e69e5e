"""The office tries, adds, changes and retires the words that suggest an item."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.queries.suggestions import suggested_items
from tests.screens.conftest import Desk
from tests.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(desk: Desk) -> Any:
    """The list of words, as the director sees it."""
    desk.sign_on_as("director")
    return _view(desk)


def _view(desk: Desk) -> Any:
    office = desk.page("office")
    office.tabs.changed.emit("words")
    desk.settled()
    return office.suggestions


def choose(view: Any, words: str) -> None:
    """Choose the first rule with these words."""
    rows = view.table.all_rows()
    view.table.choose_place(next(i for i, row in enumerate(rows) if row.words == words))


def test_a_trial_text_is_answered_with_items_scores_and_words(desk: Desk, view: Any) -> None:
    desk.type(view.trial, "楼上邻居半夜吵架")
    desk.settled()
    assert "邻里纠纷" in desk.words(view)
    assert "提到“吵架、邻居”" in desk.words(view)


def test_added_words_suggest_from_now_on(desk: Desk, view: Any, story: Story) -> None:
    view.add.click()
    dialog = view.dialog()
    desk.type(dialog.words, "孔明灯")
    dialog.item.set_value(story.item("ZA09"))
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert view.dialog() is None
    assert story.ask(suggested_items, "有人放孔明灯")[0].item_id == story.item("ZA09")
    assert "孔明灯" in [row.words for row in view.table.all_rows()]


def test_words_that_are_known_stay_typed_and_are_refused(
    desk: Desk, view: Any, story: Story
) -> None:
    view.add.click()
    dialog = view.dialog()
    desk.type(dialog.words, "邻居")
    dialog.item.set_value(story.item("MD02"))
    dialog.button("yes").click()
    desk.settled()
    assert "邻居" in dialog.errors()["words"]
    assert dialog.words.value() == "邻居"
    dialog.reject()


def test_a_changed_weight_is_shown(desk: Desk, view: Any) -> None:
    choose(view, "邻居")
    view.change.click()
    dialog = view.dialog()
    dialog.weight.set_value("77")
    dialog.button("yes").click()
    desk.settled()
    row = next(one for one in view.table.all_rows() if one.words == "邻居")
    assert row.weight == 77


def test_retired_words_are_gone_from_the_list(desk: Desk, view: Any) -> None:
    choose(view, "邻居")
    view.retire.click()
    desk.settled()
    assert "邻居" not in [row.words for row in view.table.all_rows()]


def test_an_operator_may_try_the_words_but_not_change_them(desk: Desk) -> None:
    view = _view(desk)
    assert view.trial.isVisible()
    assert not view.add.isVisible()
    assert not view.change.isVisible()

"""Two directors change one thing of the office at once: field by field, and keep mine."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.items import ChangeItem
from db.commands.settings import ChangeSetting
from db.queries.lookup import items
from tests.screens.conftest import Desk
from tests.screens.test_office_notice_texts import choose as choose_text
from tests.screens.test_office_notice_texts import own, typed
from tests.screens.test_office_settings import choose, shown, value
from tests.story import Story

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = "limits.normal_sign_days"


@pytest.fixture
def director(desk: Desk) -> Desk:
    desk.sign_on_as("director")
    return desk


def save(desk: Desk, field: Any) -> None:
    """Press what saves an open question."""
    desk.press(field, Qt.Key.Key_Return, CTRL)
    desk.settled()


def test_a_limit_of_an_item_changed_by_two_is_shown_and_mine_is_kept(
    director: Desk, story: Story
) -> None:
    view = shown(director, "items")
    rows = view.table.all_rows()
    place = next(i for i, row in enumerate(rows) if row.code == "MD02")
    view.table.choose_place(place)
    director.press(view.table, Qt.Key.Key_Return)
    dialog = view.dialog()
    dialog.limit.selectAll()
    director.keys("4", dialog.limit)
    story.do(ChangeItem(item_id=rows[place].id, limit_hours=48), by="director")
    save(director, dialog.limit)
    words = director.words(dialog)
    assert dialog.isVisible() and dialog.limit.value() == "4"
    for told in ("您填写的内容还在", "办理时限", "2 个工作日", "主任甲"):
        assert told in words
    save(director, dialog.limit)
    assert next(row for row in story.ask(items) if row.code == "MD02").limit_hours == 96


def test_a_setting_changed_by_two_is_shown_and_left_as_the_other_wants_it(
    director: Desk, story: Story
) -> None:
    view = shown(director, "limits")
    choose(director, view, KEY)
    director.press(view.table, Qt.Key.Key_Return)
    dialog = view.dialog()
    director.press(dialog.value, Qt.Key.Key_A, CTRL)
    director.type(dialog.value, "5")
    story.do(ChangeSetting(name="limits", value={"normal_sign_days": 3}), by="director")
    save(director, dialog.value)
    words = director.words(dialog)
    for told in ("一般事件 签收", "1 个工作日", "3 个工作日", "主任甲"):
        assert told in words
    director.press(dialog, Qt.Key.Key_Escape)
    assert value(story, KEY) == 3


def test_a_text_of_papers_that_two_write_is_shown_beside_mine(director: Desk, story: Story) -> None:
    view = shown(director, "papers")
    choose_text(director, view, "demands_red")
    typed(director, view, "我写的要求。")
    theirs = {"demands_red": "别人写的要求。"}
    story.do(ChangeSetting(name="notice_texts", value=theirs), by="director")
    director.settled()
    view.save.click()
    director.settled()
    assert "主任甲 改为：别人写的要求。" in view.fault()
    assert view.text.value() == "我写的要求。" and own(story) == theirs
    view.save.click()
    director.settled()
    assert own(story) == {"demands_red": "我写的要求。"}

"""The settings of the office: what holds, what it touches, and how it is changed by key."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.settings import ChangeSetting
from db.queries.settings import setting_rows
from db.rules.setting_fields import SETTINGS, SettingTopic
from desktop import texts
from tests.screens.conftest import Desk
from tests.story import Story

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def limits(desk: Desk) -> Any:
    desk.sign_on_as("director")
    return shown(desk, "limits")


def shown(desk: Desk, view: str) -> Any:
    """Go to a list of the office as its tab does and return it."""
    office = desk.page("office")
    office.tabs.changed.emit(view)
    desk.settled()
    return getattr(office, view)


def cells(table: Any, place: int) -> list[str]:
    """Return the words of a row."""
    model = table.rows()
    return [model.data(model.index(place, column)) or "" for column in range(model.columnCount())]


def choose(desk: Desk, view: Any, key: str) -> None:
    """Go to a setting with the keyboard."""
    keys = [row.field.key for row in view.table.all_rows()]
    view.table.setFocus()
    view.table.choose_place(keys.index(key))
    desk.settled()


def value(story: Story, key: str) -> Any:
    """Return what holds for a setting."""
    rows = [one for topic in SettingTopic for one in story.ask(setting_rows, topic)]
    return next(row.value for row in rows if row.field.key == key)


def change(desk: Desk, view: Any, key: str, words: str) -> Any:
    """Open a setting with Enter, type a value over the old one and save it with Ctrl+Enter."""
    choose(desk, view, key)
    desk.press(view.table, Qt.Key.Key_Return)
    dialog = view.dialog()
    desk.press(dialog.value, Qt.Key.Key_A, CTRL)
    desk.type(dialog.value, words)
    desk.press(dialog.value, Qt.Key.Key_Return, CTRL)
    desk.settled()
    return dialog


def test_every_setting_has_a_name_and_says_what_it_touches() -> None:
    for one in SETTINGS:
        assert texts.setting_name(one.key) != one.key
        assert texts.setting_effect(one.key)


def test_a_limit_is_shown_with_unit_default_reach_and_effect(desk: Desk, limits: Any) -> None:
    choose(desk, limits, "limits.normal_sign_days")
    desk.settled()
    place = limits.table.currentIndex().row()
    name, now, default, reach, effect, planned = cells(limits.table, place)
    assert (name, now, default) == ("一般事件 签收", "1 个工作日", "1 个工作日")
    assert reach == "1 至 60" and "签收及时率" in effect and planned == ""


def test_a_limit_is_changed_by_keys_and_stands_in_the_history(
    desk: Desk, limits: Any, story: Story
) -> None:
    change(desk, limits, "limits.normal_sign_days", "2")
    assert value(story, "limits.normal_sign_days") == 2
    assert cells(limits.history, 0)[1:] == [
        "主任甲", "一般事件 签收", "1 个工作日 → 2 个工作日", "立即",
    ]  # fmt: skip
    assert "1 项与默认不同" in desk.words(limits)


def test_a_value_out_of_reach_is_explained_beside_its_field_and_stays_typed(
    desk: Desk, limits: Any, story: Story
) -> None:
    dialog = change(desk, limits, "limits.normal_sign_days", "99")
    assert dialog.isVisible() and dialog.value.value() == "99"
    assert "“一般事件 签收”只能填 1 到 60（个工作日）" in desk.words(dialog)
    assert value(story, "limits.normal_sign_days") == 1
    dialog.reject()


def test_words_that_are_no_number_are_refused(desk: Desk, limits: Any) -> None:
    dialog = change(desk, limits, "limits.normal_sign_days", "两天")
    assert "填的不是个工作日" in desk.words(dialog)
    dialog.reject()


def test_a_change_is_planned_for_a_day_and_taken_back(
    desk: Desk, limits: Any, story: Story
) -> None:
    choose(desk, limits, "limits.normal_sign_days")
    desk.press(limits.table, Qt.Key.Key_Return)
    dialog = limits.dialog()
    dialog.value.set_value("3")
    desk.type(dialog.first, "2026-12-01")
    dialog.button("yes").click()
    desk.settled()
    row = limits.table.row_here()
    assert row.value == 1 and [one.valid_from for one in row.planned] == [date(2026, 12, 1)]
    assert cells(limits.table, limits.table.currentIndex().row())[5] == "2026-12-01起 3 个工作日"
    limits.drop.click()
    desk.settled()
    assert limits.table.row_here().planned == ()
    assert cells(limits.history, 0)[3] == "撤回 3 个工作日，仍为 1 个工作日"


def test_a_day_that_has_passed_is_refused_beside_the_day(desk: Desk, limits: Any) -> None:
    choose(desk, limits, "limits.normal_sign_days")
    limits.change.click()
    dialog = limits.dialog()
    dialog.value.set_value("3")
    desk.type(dialog.first, "2026-11-01")
    dialog.button("yes").click()
    desk.settled()
    assert "2026年11月1日已经过去" in desk.words(dialog)
    dialog.reject()


def test_the_default_comes_back_with_one_button(desk: Desk, limits: Any, story: Story) -> None:
    change(desk, limits, "spot_check_percent", "20")
    assert value(story, "spot_check_percent") == 20
    choose(desk, limits, "spot_check_percent")
    limits.change.click()
    limits.dialog().back.click()
    desk.settled()
    assert value(story, "spot_check_percent") == 5


def test_yes_and_no_are_chosen_not_typed(desk: Desk, limits: Any, story: Story) -> None:
    choose(desk, limits, "fair_is_satisfied")
    limits.change.click()
    desk.press(limits.dialog().value, Qt.Key.Key_1)
    limits.dialog().button("yes").click()
    desk.settled()
    assert value(story, "fair_is_satisfied") is True


def test_who_does_not_keep_the_settings_sees_them_and_changes_nothing(
    desk: Desk, story: Story
) -> None:
    story.do(ChangeSetting(name="spot_check_percent", value=20), by="director")
    view = shown(desk, "limits")
    choose(desk, view, "spot_check_percent")
    desk.press(view.table, Qt.Key.Key_Return)
    assert view.dialog() is None and not view.change.isVisible()
    assert view.table.row_here().value == 20


def test_a_search_narrows_the_settings(desk: Desk, limits: Any) -> None:
    limits.search("红灯")
    assert limits.table.all_rows() == ()
    limits.search("核查")
    assert "limits.normal_verify_days" in {row.field.key for row in limits.table.all_rows()}


def test_a_supervision_rule_says_what_it_would_suggest_today(desk: Desk, story: Story) -> None:
    case_id = story.signed()
    story.self_handled(at=story.column(case_id, "due_at") + timedelta(days=4))
    desk.sign_on_as("director")
    rules = shown(desk, "rules")
    choose(desk, rules, "supervision.yellow_overdue_days")
    rules.change.click()
    dialog = rules.dialog()
    desk.press(dialog.value, Qt.Key.Key_A, CTRL)
    desk.keys("2", dialog.value)
    desk.settled()
    assert "普通督办 1 → 0 件" in desk.words(dialog) and "黄牌督办 0 → 1 件" in desk.words(dialog)
    dialog.button("yes").click()
    desk.settled()
    assert value(story, "supervision.yellow_overdue_days") == 2


def test_a_rule_that_passes_the_next_harder_one_is_refused_in_words(
    desk: Desk, story: Story
) -> None:
    desk.sign_on_as("director")
    rules = shown(desk, "rules")
    dialog = change(desk, rules, "supervision.yellow_overdue_days", "10")
    assert "必须小于“红牌督办 一般事件超期”" in desk.words(dialog)
    dialog.reject()


def test_a_rule_is_switched_on_and_off(desk: Desk, story: Story) -> None:
    desk.sign_on_as("director")
    rules = shown(desk, "rules")
    key = "supervision.no_feedback_yellow_days"
    change(desk, rules, key, "5")
    assert value(story, key) == 5
    choose(desk, rules, key)
    rules.change.click()
    rules.dialog().value.set_value("")
    rules.dialog().button("yes").click()
    desk.settled()
    assert value(story, key) is None
    assert cells(rules.history, 0)[3] == "5 个工作日 → 不启用"


def test_points_take_halves_and_no_reward(desk: Desk, story: Story) -> None:
    desk.sign_on_as("director")
    rules = shown(desk, "rules")
    change(desk, rules, "supervision.yellow_points", "-4.5")
    assert value(story, "supervision.yellow_points") == -4.5
    dialog = change(desk, rules, "supervision.yellow_points", "3")
    assert "只能填 -99 到 0（分）" in desk.words(dialog)
    dialog.reject()


def test_the_next_number_is_set_ahead_and_shown_as_it_will_be_written(
    desk: Desk, story: Story
) -> None:
    desk.sign_on_as("director")
    view = shown(desk, "numbering")
    assert cells(view.table, 0)[2:] == ["还没有", "龙永督〔2026〕1号"]
    view.number.click()
    dialog = view.dialog()
    dialog.field.selectAll()
    desk.keys("21", dialog.field)
    assert "下一个：龙永督〔2026〕21号" in desk.words(dialog)
    dialog.button("yes").click()
    desk.settled()
    assert cells(view.table, 0)[2:] == ["20", "龙永督〔2026〕21号"]
    view.number.click()
    view.dialog().field.set_value("3")
    view.dialog().button("yes").click()
    desk.settled()
    assert "编号只能往后调" in desk.words(view.dialog())
    view.dialog().reject()


def test_the_signs_of_the_office_are_changed_for_what_comes(desk: Desk, story: Story) -> None:
    desk.sign_on_as("director")
    view = shown(desk, "numbering")
    view.code.click()
    dialog = view.dialog()
    dialog.field.set_value("")
    desk.type(dialog.field, "龙永指督")
    assert "下一个：龙永指督〔2026〕1号" in desk.words(dialog)
    dialog.button("yes").click()
    desk.settled()
    assert cells(view.table, 0)[3] == "龙永指督〔2026〕1号"


def test_the_hours_of_the_day_are_written_as_people_write_them(
    desk: Desk, limits: Any, story: Story
) -> None:
    dialog = change(desk, limits, "working_hours", "八点到十二点")
    assert "填的不是上下班时间" in desk.words(dialog)
    dialog.reject()
    change(desk, limits, "working_hours", "08:00-12:00  15:00-18:00")
    assert value(story, "working_hours") == "08:00-12:00 15:00-18:00"

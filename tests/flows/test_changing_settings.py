"""Limits and rules change by command: at once or from a later day, and all of it is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from db.commands.settings import ChangeSetting, DropPlannedSetting
from db.errors import NotAllowed, NotFound, RuleError
from db.queries.settings import PlannedValue, SettingRow, setting_changes, setting_rows
from db.rules.setting_fields import SettingTopic
from db.verify import verify
from tests.story import MONDAY, Story

NINE = datetime(2026, 11, 16, 9, 0)
NEXT_MONDAY = date(2026, 11, 23)


def limits(story: Story, valid_from: date | None = None, **value: Any) -> None:
    """Change limits as the director."""
    command = ChangeSetting(name="limits", value=value, valid_from=valid_from)
    story.do(command, by="director")


def row(story: Story, key: str, topic: SettingTopic = SettingTopic.LIMITS) -> SettingRow:
    """Return a setting as it holds at the story's time."""
    rows = story.ask(setting_rows, topic)
    return next(one for one in rows if one.field.key == key)


def test_limits_change_field_by_field_and_the_clock_obeys(story: Story) -> None:
    limits(story, normal_accept_minutes=60)
    case_id = story.registered(at=NINE)
    assert story.column(case_id, "accept_due_at") == datetime(2026, 11, 16, 10, 0)
    limits(story, normal_sign_days=2)
    assert row(story, "limits.normal_accept_minutes").value == 60
    story.do(ChangeSetting(name="limits", value=None), by="director")
    case_id = story.registered(at=NINE)
    assert story.column(case_id, "accept_due_at") == datetime(2026, 11, 16, 11, 0)
    assert row(story, "limits.normal_sign_days").is_default


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("colour", 1, "setting_unknown"),
        ("limits", {"normal_accept_minutes": -1}, "setting_out_of_bounds"),
        ("limits", {"tea_minutes": 1}, "setting_fields_unknown"),
        ("limits", 5, "setting_fields_missing"),
        ("supervision", {"yellow_overdue_days": 0}, "setting_out_of_bounds"),
        ("supervision", {"yellow_overdue_days": 10}, "setting_order"),
        ("supervision", {"yellow_points": "viel"}, "setting_bad"),
        ("fair_is_satisfied", "ja", "setting_bad"),
        ("spot_check_percent", 101, "setting_out_of_bounds"),
        ("spot_check_percent", True, "setting_bad"),
        ("contact_phone", 5, "setting_bad"),
        ("contact_phone", None, "nothing_changed"),
        ("limits", {"normal_sign_days": 1}, "nothing_changed"),
    ],
)
def test_a_setting_that_no_rule_can_use_is_refused(
    story: Story, name: str, value: Any, code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        story.do(ChangeSetting(name=name, value=value), by="director")


def test_the_hours_of_the_day_are_the_offices_own(story: Story) -> None:
    summer = "08:00-12:00 15:00-18:00"
    story.do(ChangeSetting(name="working_hours", value=summer), by="director")
    case_id = story.registered(at=datetime(2026, 11, 16, 11, 0))
    assert story.column(case_id, "accept_due_at") == datetime(2026, 11, 16, 16, 0)
    assigned = story.assigned(at=datetime(2026, 11, 16, 16, 0))
    assert story.column(assigned, "sign_due_at") == datetime(2026, 11, 17, 18, 0)
    assert row(story, "working_hours").value == summer


def test_a_refusal_tells_the_bounds(story: Story) -> None:
    with pytest.raises(RuleError) as refused:
        limits(story, normal_sign_days=99)
    facts = refused.value.facts
    assert (facts["setting"], facts["least"], facts["most"]) == ("limits.normal_sign_days", 1, 60)


def test_only_who_keeps_the_settings_changes_them(story: Story) -> None:
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(ChangeSetting(name="fair_is_satisfied", value=True), by="operator")


def test_a_planned_change_holds_from_its_day_and_not_before(story: Story) -> None:
    limits(story, NEXT_MONDAY, normal_accept_minutes=30)
    before = row(story, "limits.normal_accept_minutes")
    assert before.value == 120 and before.planned == (PlannedValue(NEXT_MONDAY, 30),)
    case_id = story.registered(at=NINE)
    assert story.column(case_id, "accept_due_at") == datetime(2026, 11, 16, 11, 0)
    later = story.registered(at=datetime(2026, 11, 23, 9, 0))
    assert story.column(later, "accept_due_at") == datetime(2026, 11, 23, 9, 30)
    assert row(story, "limits.normal_accept_minutes").planned == ()


def test_a_change_in_between_leaves_the_plan(story: Story) -> None:
    limits(story, NEXT_MONDAY, normal_accept_minutes=30)
    limits(story, normal_sign_days=3)
    later = story.registered(at=datetime(2026, 11, 23, 9, 0))
    assert story.column(later, "accept_due_at") == datetime(2026, 11, 23, 9, 30)


def test_a_plan_that_a_change_would_break_stops_the_change(story: Story) -> None:
    plan = ChangeSetting(
        name="supervision", value={"yellow_overdue_days": 8}, valid_from=NEXT_MONDAY
    )
    story.do(plan, by="director")
    with pytest.raises(RuleError, match="setting_order"):
        story.do(ChangeSetting(name="supervision", value={"red_overdue_days": 7}), by="director")


def test_a_plan_is_taken_back_before_its_day(story: Story) -> None:
    limits(story, NEXT_MONDAY, normal_accept_minutes=30)
    drop = DropPlannedSetting(name="limits", valid_from=NEXT_MONDAY)
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(DropPlannedSetting(name="limits", valid_from=NEXT_MONDAY), by="operator")
    story.do(drop, by="director")
    assert row(story, "limits.normal_accept_minutes").planned == ()
    with pytest.raises(NotFound, match="planned_setting_unknown"):
        again = DropPlannedSetting(name="limits", valid_from=NEXT_MONDAY)
        story.do(again, by="director")
    newest = story.ask(setting_changes, SettingTopic.LIMITS)[0]
    assert newest.dropped and (newest.before, newest.after) == (30, 120)


@pytest.mark.parametrize(("days", "code"), [(-1, "setting_from_past"), (800, "setting_from_far")])
def test_a_day_that_cannot_be_meant_is_refused(story: Story, days: int, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        limits(story, MONDAY.date() + timedelta(days), normal_sign_days=2)


def test_the_history_tells_who_changed_what_from_what_to_what(story: Story) -> None:
    limits(story, normal_sign_days=2, yellow_percent=30)
    limits(story, NEXT_MONDAY, normal_sign_days=3)
    story.do(ChangeSetting(name="supervision", value={"red_points": -12}), by="director")
    found = story.ask(setting_changes, SettingTopic.LIMITS)
    told = [(one.field.field, one.before, one.after, one.valid_from) for one in found]
    assert told == [
        ("normal_sign_days", 2, 3, NEXT_MONDAY),
        ("normal_sign_days", 1, 2, None),
        ("yellow_percent", 25, 30, None),
    ]
    assert {one.who for one in found} == {"主任甲"} and found[0].at == MONDAY
    other = story.ask(setting_changes, SettingTopic.SUPERVISION)
    assert [(one.field.field, one.before, one.after) for one in other] == [("red_points", -10, -12)]
    assert verify(story.database) == []

"""Every setting has its unit, its reach and its default; patches lie over one another."""

from __future__ import annotations

from dataclasses import fields

import pytest

from db.rules.limits import Limits
from db.rules.setting_fields import (
    BY_KEY,
    GROUPS,
    SETTINGS,
    SettingUnit,
    laid_over,
    out_of_order,
    out_of_reach,
    value_of,
)
from db.rules.supervision import SupervisionRules


def test_every_field_of_the_rules_is_a_setting():
    for name, kind in GROUPS.items():
        known = {one.field for one in SETTINGS if one.name == name}
        assert known == {one.name for one in fields(kind)}
    assert len(BY_KEY) == len(SETTINGS)


def test_the_defaults_are_those_of_the_rules_and_within_reach():
    for one in SETTINGS:
        assert out_of_reach(one, one.default) is None, one.key
    assert out_of_order({}) is None
    assert value_of({}, BY_KEY["limits.normal_accept_minutes"]) == Limits().normal_accept_minutes
    assert value_of({}, BY_KEY["supervision.red_points"]) == SupervisionRules().red_points


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("limits.normal_sign_days", 0, "bounds"),
        ("limits.normal_sign_days", 61, "bounds"),
        ("limits.normal_sign_days", "2", "kind"),
        ("limits.normal_sign_days", True, "kind"),
        ("limits.yellow_percent", 101, "bounds"),
        ("spot_check_percent", -1, "bounds"),
        ("fair_is_satisfied", 1, "kind"),
        ("contact_phone", 5, "kind"),
        ("working_hours", "8点到12点", "kind"),
        ("working_hours", "14:00-12:00", "kind"),
        ("working_hours", "08:00-12:00 11:00-17:00", "kind"),
        ("working_hours", "08:00-25:00", "kind"),
        ("working_hours", "", "kind"),
        ("supervision.red_points", 1, "bounds"),
        ("supervision.red_points", "-5.0001", "bounds"),
        ("supervision.red_points", "viel", "kind"),
        ("supervision.red_points", float("nan"), "kind"),
        ("supervision.red_points", False, "kind"),
    ],
)
def test_a_value_that_no_rule_can_use_is_named_with_the_reason(key, value, why):
    fault = out_of_reach(BY_KEY[key], value)
    assert fault is not None and (fault.field.key, fault.why) == (key, why)


def test_a_harder_measure_comes_later_and_one_that_is_off_is_passed_over():
    fault = out_of_order({"supervision": {"yellow_overdue_days": 10}})
    assert fault is not None and fault.other is not None
    assert (fault.field.field, fault.other.field) == ("yellow_overdue_days", "red_overdue_days")
    assert out_of_order({"supervision": {"no_feedback_red_days": 1}}) is None
    both = {"no_feedback_yellow_days": 5, "no_feedback_red_days": 5}
    assert out_of_order({"supervision": both}) is not None


def test_patches_lie_over_one_another_and_none_gives_the_default_back():
    said = laid_over(
        [
            ("limits", {"normal_sign_days": 2, "yellow_percent": 30}),
            ("limits", {"normal_sign_days": None}),
            ("spot_check_percent", 10),
            ("contact_phone", "0577"),
            ("contact_phone", None),
        ]
    )
    assert said == {"limits": {"yellow_percent": 30}, "spot_check_percent": 10}


def test_a_number_is_counted_in_a_unit_and_has_bounds():
    for one in SETTINGS:
        if one.unit not in (SettingUnit.YES_NO, SettingUnit.DAY_HOURS):
            assert one.least < one.most, one.key

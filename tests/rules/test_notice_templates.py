"""Templates of notices: places are checked, years stay, parts without a fact are left out."""

from __future__ import annotations

import pytest

from db.rules.notice_templates import PLACES, filled, template_fault
from desktop.notice_templates import BUILT_IN


def test_every_template_has_a_built_in_text_that_passes_the_door():
    assert BUILT_IN.keys() == PLACES.keys()
    for code, text in BUILT_IN.items():
        assert template_fault(code, text) is None, code


def test_an_unknown_place_is_refused_with_the_nearest_names():
    fault = template_fault("basis", "请〔被督办的单位〕办理")
    assert fault is not None and (fault.why, fault.place) == ("unknown", "被督办的单位")
    assert fault.nearest[0] == "被督办单位"


def test_a_place_of_another_text_is_unknown_here():
    assert template_fault("opening_case", "〔来源〕") is None
    assert template_fault("basis", "〔来源〕") is not None


@pytest.mark.parametrize("text", ["〔来源", "来源〕", "［〔来源〕", "〔［来源］〕", "〔来〔源〕〕"])
def test_brackets_that_do_not_pair_are_refused(text):
    fault = template_fault("opening_case", text)
    assert fault is not None and fault.why == "brackets"


def test_a_text_that_is_too_long_is_refused():
    fault = template_fault("basis", "长" * 601)
    assert fault is not None and fault.why == "long"


def test_a_year_in_the_same_brackets_is_no_place():
    assert template_fault("basis", "依据永街〔2026〕3号") is None
    assert filled("依据永街〔2026〕3号", {}) == "依据永街〔2026〕3号"


def test_a_part_without_its_fact_is_left_out():
    text = "来源：〔来源〕［；地点：〔地点〕］。"
    assert filled(text, {"来源": "巡查", "地点": "桥下"}) == "来源：巡查；地点：桥下。"
    assert filled(text, {"来源": "巡查", "地点": ""}) == "来源：巡查。"


def test_a_fact_that_looks_like_a_place_is_not_filled_again():
    assert filled("〔事件名称〕", {"事件名称": "〔来源〕", "来源": "巡查"}) == "〔来源〕"

"""The office's own texts go onto the notices that are drafted after them."""

from __future__ import annotations

from typing import Any

import pytest

from db.commands.settings import ChangeSetting
from db.errors import RuleError
from db.queries.notice_draft import notice_draft
from db.rules.terms import SupervisionLevel
from desktop.notice_texts import draft_texts
from tests.story import Story


def say(story: Story, **own: str | None) -> None:
    """Say texts of notices as the director."""
    story.do(ChangeSetting(name="notice_texts", value=own), by="director")


def drafted(story: Story, level: SupervisionLevel = SupervisionLevel.ORDINARY) -> Any:
    """Return the texts that are proposed for a case of the judicial office."""
    draft = story.ask(notice_draft, story.signed(), level)
    return draft_texts(draft, story.now)


def test_an_own_text_is_filled_with_the_facts_of_the_case(story: Story) -> None:
    say(
        story,
        opening_case="〔指挥室〕交办〔事件名称〕（〔来源〕）。",
        demands_ordinary="〔被督办单位〕立即办理。\n\n〔办结时限〕前报结果。",
        consequence_ordinary="［扣〔扣分〕分，］升级督办。",
    )
    found = drafted(story)
    assert found.background.startswith("综合信息指挥室交办邻居夜间装修噪声（12345")
    assert found.demands[0].endswith("司法所立即办理。") and len(found.demands) == 2
    assert found.consequence == "升级督办。"


def test_the_built_in_text_comes_back(story: Story) -> None:
    before = drafted(story, SupervisionLevel.YELLOW).consequence
    assert before == (
        "本次黄牌督办计扣5分；单位负责人在下一次例会上说明情况；逾期未办结的，升级为红牌督办。"
    )
    say(story, consequence_yellow="另有后果。")
    assert drafted(story, SupervisionLevel.YELLOW).consequence == "另有后果。"
    say(story, consequence_yellow=None)
    assert drafted(story, SupervisionLevel.YELLOW).consequence == before


def test_an_unknown_place_and_a_lost_bracket_are_refused_at_the_door(story: Story) -> None:
    with pytest.raises(RuleError, match="place_unknown") as refused:
        say(story, basis="〔领导指示〕")
    assert refused.value.facts["nearest"][0] == "〔领导批示〕"
    with pytest.raises(RuleError, match="place_brackets"):
        say(story, basis="〔领导批示")
    with pytest.raises(RuleError, match="setting_bad"):
        story.do(ChangeSetting(name="notice_texts", value={"basis": 5}), by="director")


def test_the_offices_own_telephone_stands_on_new_notices(story: Story) -> None:
    story.do(ChangeSetting(name="contact_phone", value="0577-86000009"), by="director")
    assert drafted(story).contact_phone == "0577-86000009"

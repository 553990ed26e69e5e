"""The office's words suggest an item from a told text, and say by which of them."""

from __future__ import annotations

import pytest

from db.commands.items import RetireItem
from db.commands.suggestion_rules import (
    AddSuggestionRule,
    ChangeSuggestionRule,
    RetireSuggestionRule,
)
from db.errors import NotAllowed, RuleError
from db.queries.lookup import items
from db.queries.suggestions import suggested_items, suggestion_rule_rows
from tests.story import Story

TEXT = "河边有人放孔明灯，险些落到瓦斯站"


def test_every_item_of_the_list_starts_with_words(story: Story) -> None:
    ruled = {row.item_id for row in story.ask(suggestion_rule_rows)}
    assert ruled == {row.id for row in story.ask(items)}


def test_a_text_names_the_words_that_speak_for_an_item(story: Story) -> None:
    story.do(AddSuggestionRule(words="孔明灯", item_id=story.item("ZA09")), by="director")
    best = story.ask(suggested_items, TEXT)[0]
    assert (best.item_id, best.words, best.score) == (story.item("ZA09"), ("孔明灯",), 9)


def test_the_weights_of_all_words_found_add_up(story: Story) -> None:
    za09 = story.item("ZA09")
    for words, weight in (("孔明灯", 10), ("瓦斯站", 20)):
        story.do(AddSuggestionRule(words=words, item_id=za09, weight=weight), by="director")
    best = story.ask(suggested_items, TEXT)[0]
    assert (best.score, best.words) == (30, ("瓦斯站", "孔明灯"))


def test_words_of_one_rule_must_all_be_told(story: Story) -> None:
    command = AddSuggestionRule(words="孔明灯　风筝", item_id=story.item("ZA09"))
    story.do(command, by="director")
    assert not story.ask(suggested_items, TEXT)
    assert story.ask(suggested_items, TEXT + "和风筝")[0].words == ("孔明灯", "风筝")


def test_a_changed_rule_speaks_for_the_other_item(story: Story) -> None:
    done = story.do(AddSuggestionRule(words="孔明灯", item_id=story.item("ZA09")), by="director")
    story.do(
        ChangeSuggestionRule(rule_id=done["rule_id"], item_id=story.item("MD02"), weight=50),
        by="director",
    )
    assert [(one.item_id, one.score) for one in story.ask(suggested_items, TEXT)] == [
        (story.item("MD02"), 50)
    ]


def test_a_retired_rule_is_silent_and_comes_back_when_added_again(story: Story) -> None:
    add = AddSuggestionRule(words="孔明灯", item_id=story.item("ZA09"))
    rule_id = story.do(add, by="director")["rule_id"]
    story.do(RetireSuggestionRule(rule_id=rule_id), by="director")
    assert not story.ask(suggested_items, TEXT)
    again = AddSuggestionRule(words="孔明灯", item_id=story.item("ZA09"))
    assert story.do(again, by="director")["rule_id"] == rule_id
    assert story.ask(suggested_items, TEXT)


def test_a_retired_item_is_suggested_no_more(story: Story) -> None:
    story.do(AddSuggestionRule(words="孔明灯", item_id=story.item("ZA09")), by="director")
    story.do(RetireItem(item_id=story.item("ZA09")), by="director")
    story.later(days=1)
    assert not story.ask(suggested_items, TEXT)


@pytest.mark.parametrize(
    ("words", "weight", "code"),
    [
        ("灯", None, "suggestion_words_short"),
        ("，、", None, "suggestion_words_short"),
        ("孔明灯", 0, "suggestion_weight_bad"),
        ("孔明灯", 101, "suggestion_weight_bad"),
        ("邻居", None, "suggestion_rule_exists"),
    ],
)
def test_a_rule_that_says_nothing_is_refused(
    story: Story, words: str, weight: int | None, code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        story.do(
            AddSuggestionRule(words=words, item_id=story.item("MD02"), weight=weight),
            by="director",
        )


def test_an_operator_changes_no_rule(story: Story) -> None:
    with pytest.raises(NotAllowed):
        story.do(AddSuggestionRule(words="孔明灯", item_id=story.item("ZA09")))

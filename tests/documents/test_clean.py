"""What is done to texts before they are printed, and what is refused."""

from dataclasses import replace

import pytest

from desktop.documents.clean import LONGEST_TEXT, clean, clean_text
from desktop.documents.errors import CharacterError, TooLong


def test_radicals_from_copied_text_become_ideographs():
    assert clean_text("⼀⽅⾯⻰") == "一方面龙"


def test_decomposed_letters_are_put_together():
    assert clean_text("Cafe\u0301") == "Café"


def test_signs_without_a_shape_and_controls_go_and_line_ends_stay():
    assert clean_text("督\u200b办\ufeff\x00事\x1b项\r\n第\u2028二\t行") == "督办事项\n第\n二 行"


def test_rare_names_stay_as_they_are():
    assert clean_text("𬱖𠮷𪚥鿍䶮㐀") == "𬱖𠮷𪚥鿍䶮㐀"


def test_a_private_character_is_refused_with_its_place(notice_contents):
    with pytest.raises(CharacterError) as refused:
        clean(replace(notice_contents, demands=("清理摊点", "找\ue123办")))
    assert refused.value.code == "private_character"
    assert refused.value.facts == {
        "character": "\ue123",
        "code_point": "U+E123",
        "field": "demands[2]",
        "position": 2,
    }


@pytest.mark.parametrize("character", ["\ud800", "\uffff", "\U0001fffe"])
def test_a_broken_character_is_refused(character):
    with pytest.raises(CharacterError) as refused:
        clean_text(f"督办{character}", "subject")
    assert refused.value.code == "broken_character"
    assert refused.value.place.position == 3


def test_endless_text_is_refused_at_once():
    with pytest.raises(TooLong) as refused:
        clean_text("督" * (LONGEST_TEXT + 1), "problem")
    assert refused.value.facts["field"] == "problem"


def test_cleaning_changes_nothing_in_a_clean_notice(notice_contents):
    assert clean(notice_contents) == notice_contents

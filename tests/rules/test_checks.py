"""Text hygiene at the door (reliability.md F42)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RuleError
from db.rules.checks import (
    CheckError,
    clean_file_name,
    clean_name,
    clean_phone,
    clean_text,
    clean_title,
)

CLEANERS = [clean_title, clean_text, clean_name, clean_phone, clean_file_name]


@pytest.mark.parametrize("clean", CLEANERS)
@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("\0", "text_with_nul"),
        ("\ud800", "text_with_surrogate"),
        ("\udfff", "text_with_surrogate"),
        ("\x07", "text_with_control"),
        ("\x9f", "text_with_control"),
        ("\ufffe", "text_with_noncharacter"),
        ("\ufdd0", "text_with_noncharacter"),
        ("\U0010ffff", "text_with_noncharacter"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_place(clean, sign, code):
    with pytest.raises(CheckError) as caught:
        clean(f"12{sign}34", "the_field")
    assert caught.value.code == code
    assert caught.value.field == caught.value.facts["field"] == "the_field"
    assert caught.value.facts["position"] == 3
    assert isinstance(caught.value, RuleError)


def test_a_title_is_one_line_without_deceiving_marks():
    assert clean_title("\ufeff 占道\u202e经营\u200b \r\n扰民\u3000 ") == "占道经营 扰民"
    assert clean_title("𠀀𪚥") == "𠀀𪚥"


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("占", "text_too_short", {"length": 1, "least": 2}),
        ("\u200b\u200b占", "text_too_short", {"length": 1, "least": 2}),
        ("占" * 51, "text_too_long", {"length": 51, "most": 50}),
    ],
)
def test_a_title_has_two_to_fifty_characters(text, code, facts):
    with pytest.raises(CheckError) as caught:
        clean_title(text)
    assert caught.value.code == code
    assert caught.value.facts == {"field": "title", **facts}
    assert len(clean_title("占" * 50)) == 50


def test_a_content_keeps_its_lines_and_marks():
    assert clean_text("\ufeff一 \r\n二\r三\u2028四\u0085五\n\n") == "一\n二\n三\n四\n五"
    assert clean_text("👨\u200d👩\u200d👧 \u202e") == "👨\u200d👩\u200d👧 \u202e"
    assert clean_text("") == ""
    assert clean_text("字" * 2000) == "字" * 2000
    with pytest.raises(CheckError, match="text_too_long"):
        clean_text("字" * 2001)
    with pytest.raises(CheckError, match="text_too_long"):
        clean_text("字" * 11, limit=10)


def test_eight_marks_in_a_row_are_kept_and_nine_refused():
    assert clean_text("e" + "\u0301" * 8) == "e" + "\u0301" * 8
    assert clean_text(("e" + "\u0301" * 8) * 3)
    with pytest.raises(CheckError, match="text_with_many_marks"):
        clean_text("e" + "\u0301" * 9)


def test_a_name_may_be_empty():
    assert clean_name(" ") == ""
    assert clean_name("阿卜杜·热合曼") == "阿卜杜·热合曼"
    with pytest.raises(CheckError, match="text_too_long"):
        clean_name("名" * 21, limit=20)


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("１３８００００１２３４", "13800001234"),
        (" 138　0000 1234 ", "138 0000 1234"),
        ("0577－86551234（转801）", "0577-86551234(转801)"),
        ("0577—86551234", "0577-86551234"),
        ("+86 13800001234", "+86 13800001234"),
        ("138000\u200b01234", "13800001234"),
        ("", ""),
    ],
)
def test_a_phone_number_becomes_ascii(text, phone):
    assert clean_phone(text) == phone


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("张三13800001234", "phone_with_other_signs"),
        ("abc", "phone_with_other_signs"),
        ("--", "phone_without_digits"),
        ("1" * 41, "text_too_long"),
    ],
)
def test_what_is_no_phone_number_is_refused(text, code):
    with pytest.raises(CheckError) as caught:
        clean_phone(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("现场.jpg", "现场.jpg"),
        ("C:\\照片\\现场.jpg", "现场.jpg"),
        ("../../etc/passwd", "passwd"),
        ('a:b*?"<>|.pdf', "a_b______.pdf"),
        ("gpj\u202efdp.exe", "gpjfdp.exe"),
        ("CON .", "CON"),
    ],
)
def test_a_file_name_has_no_folder_and_no_strange_sign(text, name):
    assert clean_file_name(text) == name


@pytest.mark.parametrize("text", ["", "..", "folder/"])
def test_a_file_name_is_not_empty(text):
    with pytest.raises(CheckError, match="text_too_short"):
        clean_file_name(text)


@given(st.text(max_size=60))
def test_what_passes_can_be_stored_and_passes_again(text):
    for clean in CLEANERS:
        try:
            kept = clean(text)
        except CheckError as refusal:
            assert refusal.code
            continue
        assert kept.encode("utf-8").decode("utf-8") == kept == clean(kept)

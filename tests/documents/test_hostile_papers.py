"""Wrong input on papers in 文件 and 信函格式 and on forms: set right, refused with its place, or
flowed to another page; never dropped.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.documents import kinds, word
from desktop.documents.contents import FormField, Paragraph
from desktop.documents.errors import CharacterError, MissingGlyph, TooLong
from desktop.documents.preview import page_count, page_texts
from tests.documents import official_samples as samples


def with_text(contents: Any, text: str) -> Any:
    """Return a sample with a text in its running part."""
    if hasattr(contents, "rows"):
        return replace(contents, rows=((FormField("内容", text),),))
    return replace(contents, paragraphs=(Paragraph(text),))


SAMPLES: dict[str, Callable[..., Any]] = {
    "official": samples.official,
    "letter": samples.letter,
    "form": samples.form,
}
each_kind = pytest.mark.parametrize("kind", SAMPLES)


def printed(pdf: bytes) -> str:
    return "".join(
        re.sub(r"\s", "", re.sub(r"— \d+ —", "", text.replace("\ufffe", "-")))
        for text in page_texts(pdf)
    )


@each_kind
@pytest.mark.parametrize("hostile", ["<b>粗</b>", "a&b&lt;", "<imgsrc='file:///x'/>", "%(x)s{0}"])
def test_markup_is_printed_as_it_is(fonts, kind, hostile):
    contents = with_text(SAMPLES[kind](), hostile)
    assert hostile in printed(kinds.build(contents, fonts))
    assert word.build(contents).startswith(b"PK")


@each_kind
def test_radicals_and_signs_without_a_shape_are_set_right(fonts, kind):
    contents = with_text(SAMPLES[kind](), "⻓⼈\u202e民\u200b街\x07道")
    assert "长人民街道" in printed(kinds.build(contents, fonts))


@each_kind
@pytest.mark.parametrize(
    ("bad", "error"), [("王\ue000", CharacterError), ("王\U00031234", MissingGlyph)]
)
def test_a_character_that_cannot_be_printed_is_refused_with_its_place(fonts, kind, bad, error):
    with pytest.raises(error) as refused:
        kinds.build(with_text(SAMPLES[kind](), bad), fonts)
    assert refused.value.facts["position"] == 2
    assert "[1]" in str(refused.value.facts["field"])


@each_kind
def test_a_missing_glyph_is_shown_on_a_draft(fonts, kind):
    contents = with_text(SAMPLES[kind](), "王\U00031234")
    assert "王〓" in printed(kinds.build(contents, fonts, draft=True))


@each_kind
def test_a_long_text_flows_and_nothing_of_it_is_lost(fonts, kind):
    long = "清理占道摊点，恢复人行道通行；" * 300
    pdf = kinds.build(with_text(SAMPLES[kind](), long), fonts)
    assert page_count(pdf) >= 3
    assert Counter(long) - Counter(printed(pdf)) == Counter()


@each_kind
def test_a_megabyte_is_refused(fonts, kind):
    with pytest.raises(TooLong) as refused:
        kinds.build(with_text(SAMPLES[kind](), "督" * 350_000), fonts)
    assert refused.value.code == "paper_text_too_long"


@pytest.mark.parametrize("kind", ["official", "letter"])
def test_a_head_and_a_signature_of_sixty_characters_are_refused_with_their_field(fonts, kind):
    name = "永中街道" * 15
    for field in ("organ", "signatory"):
        with pytest.raises(TooLong) as refused:
            kinds.build(SAMPLES[kind](**{field: name}), fonts)
        assert refused.value.facts["field"] == field


@pytest.mark.parametrize("kind", ["official", "letter"])
def test_an_addressee_of_sixty_characters_flows(fonts, kind):
    name = "永中街道综合行政执法中队" * 5
    pdf = kinds.build(SAMPLES[kind](recipients=(name,)), fonts)
    assert f"{name}：" in printed(pdf)


@pytest.mark.parametrize("kind", ["official", "letter"])
def test_an_almost_empty_paper_can_be_printed(fonts, kind):
    empty = SAMPLES[kind](
        number="", title="", recipients=(), paragraphs=(), issue_date=None, urgency="", copy_to=()
    )
    pdf = kinds.build(empty, fonts)
    assert "年月日" in printed(pdf)
    assert word.build(empty).startswith(b"PK")


def test_a_title_of_more_than_five_lines_is_refused(fonts):
    with pytest.raises(TooLong) as refused:
        kinds.build(samples.official(title="督办" * 60), fonts)
    assert refused.value.facts["field"] == "title"

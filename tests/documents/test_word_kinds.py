"""The editable copies of papers in 文件 and 信函格式 and of forms."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from desktop.documents import word
from tests.documents import official_samples as samples

SAMPLES = {
    "official": samples.official(),
    "upward": samples.upward(),
    "bulletin": samples.bulletin(),
    "letter": samples.letter(attachments=("督办通知单",), remark="联系人：李喆堃"),
    "form": samples.form(),
}


def opened(kind: str) -> Any:
    return docx.Document(BytesIO(word.build(SAMPLES[kind])))


def text_of(document: Any) -> str:
    return "".join(node.text or "" for node in document.element.iter(qn("w:t")))


def words(value: Any) -> Iterator[str]:
    """Return every text of paragraphs, tables and lists of the contents."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in ("kind", "keywords", "level", "align"):
                yield from words(getattr(value, name))


@pytest.mark.parametrize("kind", SAMPLES)
def test_nothing_that_stands_on_the_page_is_missing_in_its_copy(kind):
    text = text_of(opened(kind)).replace("\n", "")
    for one in words(SAMPLES[kind]):
        assert one.replace("\n", "") in text


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_same_contents_give_the_same_copy(kind):
    assert word.build(SAMPLES[kind]) == word.build(SAMPLES[kind])


@pytest.mark.parametrize("kind", SAMPLES)
def test_no_paragraph_snaps_to_the_grid_and_no_gap_stands_before_digits(kind):
    for paragraph in opened(kind).paragraphs:
        properties = paragraph._p.pPr
        for name in ("w:snapToGrid", "w:autoSpaceDE", "w:autoSpaceDN"):
            assert properties.find(qn(name)).get(qn("w:val")) == "0"


def test_the_copy_has_numbers_at_the_outer_edges_and_a_red_mark():
    document = opened("official")
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, even.alignment) == (2, 0)  # right, left
    assert "PAGE" in odd._p.xml
    mark = next(one for one in document.paragraphs if one.text == "云峰街道办事处文件")
    run = mark.runs[0]
    assert str(run.font.color.rgb) == "ED0000"
    assert run._r.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋简体"


def test_the_first_page_of_a_copied_letter_has_its_rules_and_no_number():
    document = opened("letter")
    section = document.sections[0]
    assert section.different_first_page_header_footer
    foot = section.first_page_footer.paragraphs[0]._p.xml
    assert "PAGE" not in foot
    assert "thinThickSmallGap" in foot
    assert "thickThinSmallGap" in document.element.xml


def test_levels_of_a_copy_have_their_faces_and_a_heading_stays_with_its_text():
    document = opened("official")
    faces = {
        run.text: run._r.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in document.paragraphs
        for run in paragraph.runs
    }
    assert faces["一、督办事项"] == "黑体"
    assert faces["（一）云峰路11号院。"] == "楷体_GB2312"
    assert faces["𬱖"] == "宋体"
    heading = next(one for one in document.paragraphs if one.text == "一、督办事项")
    assert heading.paragraph_format.keep_with_next


def test_the_imprint_of_a_copy_stands_at_the_foot_with_its_three_rules():
    table = opened("official").tables[-1]
    place = table._tbl.tblPr.find(qn("w:tblpPr"))
    assert place.get(qn("w:vertAnchor")) == "page"
    foot = int(place.get(qn("w:tblpY"))) / 20 + 2 * 26.25
    assert foot == pytest.approx(262 / 25.4 * 72, abs=0.5)
    rules = [
        (side.tag.split("}")[1], side.get(qn("w:sz")))
        for borders in table._tbl.iter(qn("w:tcBorders"))
        for side in borders
    ]
    assert {("top", "8"), ("bottom", "6"), ("top", "6"), ("bottom", "8")} == set(rules)


def test_a_list_of_a_copy_repeats_its_head_and_an_annex_begins_a_page():
    document = opened("bulletin")
    heads = list(document.element.iter(qn("w:tblHeader")))
    assert len(heads) == 1
    annex = next(one for one in document.paragraphs if one.text == "附件1")
    assert annex.paragraph_format.page_break_before


def test_signers_of_a_copied_request_stand_at_the_right_of_the_number():
    document = opened("upward")
    row = next(one for one in document.paragraphs if "云街办发" in one.text)
    assert row.text.index("\t") > row.text.index("号")
    assert "欧阳𬱖" in row.text
    assert any("签发人：王建国　李喆堃" in one.text for one in document.paragraphs)


OTHERS = ("receipt", "list", "weekly", "figures", "sheet", "handover")


@pytest.mark.parametrize("kind", OTHERS)
def test_every_other_page_has_a_copy_with_all_that_stands_on_it(request, kind):
    contents = request.getfixturevalue(f"{kind}_contents")
    data = word.build(contents)
    assert word.build(contents) == data
    text = text_of(docx.Document(BytesIO(data)))
    unseen = {"tone", "nothing", "align", "level", "outcome"}
    for one in words_but(contents, unseen):
        assert one.replace("\n", "") in text, one


def words_but(value: Any, unseen: set[str]) -> Iterator[str]:
    """Return every text of the contents except those of some fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from words_but(one, unseen)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            if name not in unseen:
                yield from words_but(getattr(value, name), unseen)


def test_a_list_lies_on_its_side_and_its_table_fills_the_width(list_contents):
    document = docx.Document(BytesIO(word.build(list_contents)))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    widths = [column.width.mm for column in document.tables[0].columns]
    assert sum(widths) == pytest.approx(225, abs=1)

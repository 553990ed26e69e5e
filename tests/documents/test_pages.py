"""What comes out on paper: nothing lost, nothing foreign, always the same bytes."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from io import BytesIO

import pdfplumber
import pytest

from desktop.documents import (
    case_list,
    case_sheet,
    figures,
    handover,
    minutes,
    notice,
    receipt,
    weekly,
)
from desktop.documents.contents import NoticeContents
from desktop.documents.errors import CharacterError, DocumentError, MissingGlyph, TooLong
from desktop.documents.preflight import missing_glyphs
from desktop.documents.preview import page_count, page_texts

BUILDERS = {
    "notice": notice.build,
    "minutes": minutes.build,
    "receipt": receipt.build,
    "list": case_list.build,
    "weekly": weekly.build,
    "figures": figures.build,
    "sheet": case_sheet.build,
    "handover": handover.build,
}
KINDS = tuple(BUILDERS)
# fmt: off
FORM_LABELS = (
    "编号", "签发日期", "份数", "被督办单位", "站所负责人", "联系电话", "督办级别", "督办方式",
    "紧急程度", "督办事项", "关联事件", "事项代码", "基本情况", "超期情况", "存在问题",
    "督办依据", "办理要求", "牵头单位", "协办单位", "办结时限", "反馈时限", "反馈方式",
    "逾期后果", "拟办人", "审核人", "签发人", "督办联系人", "抄送", "送达签收人", "签收时间",
)
# fmt: on


@pytest.fixture
def contents_of(request: pytest.FixtureRequest):
    """Return the sample of a kind of paper."""
    return lambda kind: request.getfixturevalue(f"{kind}_contents")


def words(value: object) -> Iterator[str]:
    """Return every text of the contents."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in ("level", "align", "check_code", "tone", "nothing"):
                yield from words(getattr(value, part.name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from words(item)


def plain(text: str) -> str:
    """Return a text without blanks and without the sign PDFium puts for a hyphen at a line end."""
    return re.sub(r"\s", "", text.replace("\ufffe", "-").replace("\x02", "-"))


def printed(pdf: bytes) -> str:
    """Return the text of all pages without blanks and page numbers."""
    return "".join(re.sub(r"—\d+—", "", plain(text)) for text in page_texts(pdf))


@pytest.mark.parametrize("kind", KINDS)
def test_no_character_is_lost(fonts, contents_of, kind):
    contents = contents_of(kind)
    wanted = Counter(plain("".join(words(contents))))
    found = Counter(printed(BUILDERS[kind](contents, fonts)))
    assert wanted - found == Counter()


def test_every_row_of_the_form_can_be_read_from_the_file(fonts, notice_contents):
    text = printed(notice.build(notice_contents, fonts))
    for one in words(replace(notice_contents, assist_units=(), addressee="", title_lines=())):
        assert plain(one) in text, one
    for label in FORM_LABELS:
        assert label in text, label
    assert "已超期：7个工作日" in text
    assert "2026年12月4日17:30" in text
    assert "共3份第1份" in text


def test_the_form_of_usual_length_is_one_page(fonts, notice_contents):
    assert page_count(notice.build(notice_contents, fonts)) == 1


def test_paragraphs_of_minutes_are_copied_whole_with_rare_names(fonts, minutes_contents):
    text = printed(minutes.build(minutes_contents, fonts))
    for paragraph in minutes_contents.paragraphs:
        assert plain(paragraph.heading + paragraph.text) in text
    assert plain("出席：" + "、".join(minutes_contents.present)) in text
    assert "（牵头单位：社区建设办公室；协办单位：云峰路社区、区消防救援大队；责任人：李喆" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_contents_give_the_same_bytes(fonts, contents_of, kind):
    contents = contents_of(kind)
    assert BUILDERS[kind](contents, fonts) == BUILDERS[kind](contents, fonts)


@pytest.mark.parametrize("kind", KINDS)
def test_all_fonts_are_embedded_and_none_is_helvetica(fonts, contents_of, kind):
    pdf = BUILDERS[kind](contents_of(kind), fonts)
    assert b"Helvetica" not in pdf
    described = set(re.findall(rb"/FontName /([A-Za-z+]+)", pdf))
    used = set(re.findall(rb"/BaseFont /([A-Za-z+]+)", pdf))
    assert used == described
    assert len(re.findall(rb"/FontFile2 \d+ 0 R", pdf)) == pdf.count(b"/Type /FontDescriptor")
    assert all(b"+Gongwen" in name for name in used)


def test_the_file_says_what_it_is(fonts, notice_contents):
    pdf = notice.build(notice_contents, fonts)
    with pdfplumber.open(BytesIO(pdf)) as document:
        about = document.metadata
    assert about["Title"] == "关于限期整治云峰路农贸市场周边占道经营问题的督办通知"
    assert about["Author"] == "永中街道综合信息指挥室"
    assert about["Subject"] == "督办通知单"
    assert "龙永督〔2026〕3号" in about["Keywords"]
    assert b"/Lang (zh-CN)" in pdf


@pytest.mark.parametrize("hostile", ["<b>粗</b>", "a & b &lt;", "<img src='file:///x'/>", "%(x)s"])
def test_markup_in_a_text_is_printed_as_it_is(fonts, notice_contents, hostile):
    pdf = notice.build(replace(notice_contents, problem=hostile), fonts)
    assert plain(hostile) in printed(pdf)


@pytest.mark.parametrize("letter", [False, True])
def test_a_missing_glyph_stops_the_page_with_its_place(fonts, notice_contents, letter):
    contents = replace(notice_contents, problem="责任人王\U00031234")
    with pytest.raises(MissingGlyph) as refused:
        notice.build(contents, fonts, letter=letter)
    assert refused.value.facts == {
        "character": "\U00031234",
        "code_point": "U+31234",
        "field": "problem",
        "position": 5,
    }


def test_all_missing_glyphs_can_be_asked_for_before_printing(fonts, minutes_contents):
    contents = replace(minutes_contents, present=("王\U00031234", "李喆", "\U00031235"))
    places = [str(one.place) for one in missing_glyphs(contents, fonts)]
    assert places == ["present[1]#2", "present[3]#1"]


def test_a_missing_glyph_in_a_list_names_row_and_column(fonts, list_contents):
    rows = (*list_contents.rows, ("41", "号", "😀事项", "无"))
    with pytest.raises(CharacterError) as refused:
        case_list.build(replace(list_contents, rows=rows), fonts)
    assert refused.value.facts["field"] == "rows[41][3]"


def test_a_draft_shows_a_missing_glyph(fonts, notice_contents):
    contents = replace(notice_contents, problem="责任人王\U00031234")
    assert "责任人王〓" in printed(notice.build(contents, fonts, draft=True))


def test_long_text_goes_on_to_further_pages(fonts, notice_contents):
    long = "清理占道摊点，恢复通行。" * 400
    for letter in (False, True):
        pdf = notice.build(replace(notice_contents, background=long), fonts, letter=letter)
        assert page_count(pdf) > 3
        assert plain(long)[:300] in printed(pdf)
        assert Counter(long) - Counter(printed(pdf)) == Counter()


def test_a_megabyte_of_text_is_refused_quickly(fonts, notice_contents):
    with pytest.raises(TooLong) as refused:
        notice.build(replace(notice_contents, background="督" * 350_000), fonts)
    assert refused.value.code == "paper_text_too_long"


def test_a_document_without_end_is_refused(fonts, minutes_contents):
    with pytest.raises(TooLong) as refused:
        minutes.build(replace(minutes_contents, opening="督办\n" * 2700), fonts)
    assert refused.value.facts == {"pages": 121, "limit": 120}


def test_an_empty_notice_can_be_printed_to_be_filled_in(fonts):
    blank = NoticeContents(
        organ="永中街道综合信息指挥室",
        number="",
        issue_date=None,
        addressee="",
        subject="",
        demands=(),
        finish_by=None,
        report_by=None,
    )
    text = printed(notice.build(blank, fonts))
    assert "督办通知单" in text
    assert "普通督办" in text


def test_an_empty_list_says_that_there_is_nothing(fonts, list_contents):
    text = printed(case_list.build(replace(list_contents, rows=()), fonts))
    assert "督办事项" in text
    assert "无" in text


def test_a_section_without_anything_says_so(fonts, weekly_contents):
    assert "三、超期清单本周无。" in printed(weekly.build(weekly_contents, fonts))


def test_a_row_of_the_wrong_width_is_refused(fonts, list_contents):
    with pytest.raises(DocumentError) as refused:
        case_list.build(replace(list_contents, rows=(("1", "2"),)), fonts)
    assert refused.value.facts == {"row": 1, "found": 2, "wanted": 4}


def test_the_heads_of_a_list_are_repeated_on_every_page(fonts, list_contents):
    pages = page_texts(case_list.build(list_contents, fonts))
    assert len(pages) >= 2
    assert all("督办事项" in plain(text) for text in pages)


@pytest.mark.parametrize(("level", "mark"), [("yellow", "黄牌督办"), ("red", "红牌督办")])
def test_a_card_is_marked_twice_and_an_ordinary_notice_not(fonts, notice_contents, level, mark):
    carded = replace(notice_contents, level=level, consequence="", problem="")
    assert printed(notice.build(carded, fonts)).count(mark) == 2
    ordinary = replace(carded, level="ordinary")
    assert "普通督办" in printed(notice.build(ordinary, fonts))


def test_dates_have_no_leading_zeros(fonts, notice_contents):
    early = replace(notice_contents, issue_date=date(2026, 3, 5))
    assert "2026年3月5日" in printed(notice.build(early, fonts))


def test_characters_of_all_blocks_are_read_back_from_the_file_as_they_were(fonts, minutes_contents):
    blocks = (range(0x3400, 0x4DC0, 60), range(0x4E00, 0x9FD0, 20), range(0x20000, 0x2EBE0, 500))
    characters = [chr(code) for block in blocks for code in block]
    drawable = "".join(one for one in characters if fonts.can_draw("fangsong", one))
    assert len(drawable) > 1200
    pdf = minutes.build(replace(minutes_contents, opening=drawable), fonts)
    assert drawable in printed(pdf)


def test_the_signatures_never_stand_alone_on_a_page(fonts, notice_contents):
    for length in range(8, 30, 2):
        contents = replace(notice_contents, background="清理占道摊点，恢复人行道通行。" * length)
        last = plain(page_texts(notice.build(contents, fonts))[-1])
        assert "逾期后果" in last
        assert "签发人" in last


def test_the_notes_stand_under_each_table_of_figures(fonts, figures_contents):
    texts = [plain(text) for text in page_texts(figures.build(figures_contents, fonts))]
    basis = plain(figures_contents.notes[0])
    alone = [text for text in texts if basis in text and "站所" not in text]
    assert sum(basis in text for text in texts) == len(figures_contents.tables)
    assert alone == []


def test_the_drawings_of_the_figures_are_lines_and_not_pictures(fonts, figures_contents):
    with pdfplumber.open(BytesIO(figures.build(figures_contents, fonts))) as pdf:
        first = pdf.pages[0]
        assert first.images == []
        assert len(first.curves) >= len(figures_contents.trend)
        assert len(first.rects) > 7 * 24
        assert (round(first.width), round(first.height)) == (842, 595)

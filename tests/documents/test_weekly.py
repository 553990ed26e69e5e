"""The weekly material on paper: cover, list of contents, drawings, named tables."""

import re
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from desktop.documents import page, weekly
from desktop.documents.contents import (
    Bar,
    Column,
    Drawing,
    Section,
    Table,
    TrendLine,
    WeeklyContents,
)
from desktop.documents.errors import DocumentError
from desktop.documents.preview import page_texts

TREND = Drawing(
    heading="录入与办结趋势",
    labels=("周一", "周二", "周三"),
    trend=(TrendLine("录入", (3, 9, 4), "main"), TrendLine("办结", (1, 2, 6), "second")),
)
HEAT = Drawing(heading="星期与小时", heat=tuple(tuple(range(24)) for _ in range(7)))
BARS = Drawing(
    heading="综合得分",
    bars=tuple(
        Bar(str(n), f"第{n}站所", 1 - n / 30, f"{100 - n}.00", "↑ 升1") for n in range(1, 13)
    ),
)


@pytest.fixture
def covered(weekly_contents: WeeklyContents) -> WeeklyContents:
    """Return material with a cover, a drawing of each kind and two named tables."""
    table = Table(
        (Column("单位", 2), Column("件数", 1, "right")), (("司法所", "3"), ("派出所", "1"))
    )
    drawn = Section(heading="图", drawings=(TREND, HEAT, BARS))
    named = Section(heading="分村（社区）", tables=(("录入前10", table), ("录入后10", table)))
    sections = (*weekly_contents.sections, drawn, named)
    return replace(weekly_contents, has_cover=True, sections=sections)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_cover_lists_every_section_with_the_page_on_which_it_begins(fonts, covered):
    pages = [plain(text) for text in page_texts(weekly.build(covered, fonts))]
    for number, section in enumerate(covered.sections, 1):
        heading = f"{weekly.ordinal(number)}、{section.heading}"
        found = re.search(rf"{re.escape(heading)}\.+(\d+)", pages[0])
        assert found, heading
        assert heading in pages[int(found[1]) - 1]
    assert covered.title in pages[0]
    assert plain(covered.period) in pages[0]


def test_drawings_are_vectors_with_their_words_as_text(fonts, covered):
    only = replace(covered, has_cover=False, sections=(covered.sections[-2],))
    with pdfplumber.open(BytesIO(weekly.build(only, fonts))) as pdf:
        images = [image for one in pdf.pages for image in one.images]
        curves = sum(len(one.curves) for one in pdf.pages)
        rects = sum(len(one.rects) for one in pdf.pages)
        text = plain("".join(one.extract_text() or "" for one in pdf.pages))
        for one in pdf.pages:
            assert max(c["x1"] for c in one.chars) <= 184 * page.MM + 1
            assert max(c["bottom"] for c in one.chars if c["size"] < 14) <= 262 * page.MM + 1
    assert images == []
    assert curves >= 2
    assert rects > 7 * 24
    for words in ("录入与办结趋势", "星期与小时", "综合得分", "第12站所", "↑升1", "周三"):
        assert words in text


def test_named_tables_stand_below_their_names(fonts, covered):
    text = plain("".join(page_texts(weekly.build(covered, fonts))))
    assert text.index("录入前10") < text.index("录入后10")
    assert text.count("司法所3") == 2


def test_a_section_says_in_its_own_words_that_there_is_nothing(fonts, covered):
    sections = (Section(heading="临期清单", nothing="没有临期的事件。"),)
    pdf = weekly.build(replace(covered, has_cover=False, sections=sections), fonts)
    assert "一、临期清单没有临期的事件。" in plain(page_texts(pdf)[0])


def test_a_named_table_of_the_wrong_width_is_refused(fonts, covered):
    bad = Table((Column("单位"),), (("一", "二"),))
    sections = (Section(heading="表", tables=(("名", bad),)),)
    with pytest.raises(DocumentError) as refused:
        weekly.build(replace(covered, sections=sections), fonts)
    assert refused.value.code == "row_width"

"""What stays together: a number with its word at a line's end, an imprint with the text before."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from desktop.documents import official, page
from desktop.documents.contents import Annex, Column, Paragraph, Table
from desktop.documents.draw import About, Paper
from desktop.documents.flow import Flow
from desktop.documents.fonts import Fonts
from desktop.documents.gluing import glued
from desktop.documents.lines import GLUE
from desktop.documents.preview import page_texts
from tests.documents.official_samples import official as sample

TIED = ("永督〔2026〕7号", "第47周", "第12次", "2026年12月20日", "〔2026〕第3期")
HEAD = "办理街道社区整改督办事项"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("永督〔2026〕7号", ["永督〔2026〕7", "号"]),
        ("第47周", ["第", "47", "周"]),
        ("2026年3月5日", ["2026", "年3", "月5", "日"]),
        ("3号楼", ["3", "号楼"]),
        ("受理7件，限3个工作日", ["受理7", "件，限3", "个工作日"]),
        ("按时率96.4%", ["按时率96.4", "%"]),
        ("一年之计", ["一年之计"]),
    ],
)
def test_a_number_holds_on_to_its_word(text: str, parts: list[str]) -> None:
    assert glued(text).split(GLUE) == parts


def test_no_line_of_running_text_tears_a_number_from_its_word(fonts: Fonts) -> None:
    chance = random.Random(9704)
    torn = re.compile(r"[0-9]\n[号期次周年月日]|第\n[0-9]")
    with fonts.building():
        flow = Flow(Paper(fonts, About("", "", "", "")))
        for _ in range(300):
            words = [HEAD[: chance.randint(1, len(HEAD))] + chance.choice(TIED) for _ in range(9)]
            text = "".join(words) + "。"
            lines = flow.set([(text, "fangsong")])
            assert not torn.search("\n".join(line.text for line in lines))
            assert "".join(line.text for line in lines) == text
            assert all(line.length <= line.width + 0.01 for line in lines)


def test_no_cell_of_a_table_tears_a_number_from_its_word(fonts: Fonts) -> None:
    """However narrow it is; what is written in it is all there, and within it."""
    torn = re.compile(r"[0-9]\n[号期次周年月日件]|第\n[0-9]")
    with fonts.building():
        paper = Paper(fonts, About("", "", "", ""))
        for length in range(1, len(HEAD)):
            for tied in (*TIED, "投诉17件"):
                text = HEAD[:length] + tied
                for width in range(80, 200, 17):
                    lines = paper.broken(text, "fangsong", 12.0, float(width), False, "rows")
                    assert not torn.search("\n".join(line.text for line in lines))
                    assert "".join(line.text for line in lines) == text
                    assert all(line.length <= width + 0.01 for line in lines)


@pytest.mark.parametrize("has_note", [True, False])
def test_the_imprint_never_stands_without_two_rows_of_the_table(
    fonts: Fonts, has_note: bool
) -> None:
    columns = (Column("序号", 1, "centre"), Column("事项", 5))
    pages = set()
    for count in range(22, 62, 3):
        rows = tuple((f"第{n}", f"行{n}止") for n in range(1, count + 1))
        annex = Annex(
            title="清单", table=Table(columns, rows), note="数据截至今日。" if has_note else ""
        )
        contents = replace(
            sample(), attachments=(), annexes=(annex,), paragraphs=(Paragraph("现予通报。"),)
        )
        texts = ["".join(one.split()) for one in page_texts(official.build(contents, fonts))]
        assert "印发" in texts[-1]
        assert f"行{count}止" in texts[-1] and f"行{count - 1}止" in texts[-1]
        pages.add(len(texts))
    assert len(pages) > 1, "the table went over the end of a page"


def test_the_imprint_never_stands_without_text_of_an_annex_in_words(fonts: Fonts) -> None:
    pages = set()
    for count in range(14, 26):
        told = tuple(Paragraph(f"第{n}段落。") for n in range(count))
        contents = replace(
            sample(),
            attachments=(),
            annexes=(Annex(title="说明", paragraphs=told),),
            paragraphs=(Paragraph("附后。"),),
        )
        texts = ["".join(one.split()) for one in page_texts(official.build(contents, fonts))]
        assert "印发" in texts[-1] and f"第{count - 1}段落" in texts[-1]
        pages.add(len(texts))
    assert len(pages) > 1


def test_a_glued_paragraph_still_fills_its_lines(fonts: Fonts) -> None:
    with fonts.building():
        flow = Flow(Paper(fonts, About("", "", "", "")))
        lines = flow.set([(HEAD * 3 + "永督〔2026〕138号" + HEAD * 3, "fangsong")])
    assert all(line.length == pytest.approx(line.width) for line in lines[:-1])
    assert lines[0].width == pytest.approx(page.BLOCK_WIDTH - 2 * page.CELL)


def test_a_heading_never_ends_a_page(fonts: Fonts) -> None:
    heading = Paragraph(level=1, heading="一、单独成行的标题")
    moved = set()
    for count in range(1, 14):
        told = (*(Paragraph(f"第{n}段。") for n in range(count)), heading, Paragraph("正文。"))
        for end in ((), tuple(Paragraph("后文。") for _ in range(8))):
            contents = replace(sample(), attachments=(), paragraphs=(*told, *end))
            texts = ["".join(one.split()) for one in page_texts(official.build(contents, fonts))]
            (where,) = (nth for nth, one in enumerate(texts) if "单独成行" in one)
            assert "标题正文。" in texts[where]
            moved.add(where)
    assert moved == {0, 1}, "the heading came to both pages"

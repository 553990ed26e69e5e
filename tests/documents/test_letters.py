"""信函格式 and forms of one table: where their marks stand, and that nothing written is lost."""

import re
from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pytest
from pdfplumber.page import Page
from PIL import Image, ImageChops

from desktop.documents import form, letter, page
from desktop.documents.contents import FormField, LetterContents, Paragraph
from desktop.documents.preview import page_count, page_png, page_texts
from tests.documents import official_samples as samples
from tests.documents.reading import POINT, read
from tests.documents.test_official import em_top, line_with, near, rules

MM = page.MM


@pytest.fixture
def pages_of() -> Iterator:
    """Open the pages of files and close them afterwards."""
    opened = []

    def pages_of(pdf: bytes) -> list[Page]:
        opened.append(pdfplumber.open(BytesIO(pdf)))
        return opened[-1].pages

    yield pages_of
    for document in opened:
        document.close()


@pytest.fixture(scope="module")
def sent(fonts) -> bytes:
    return letter.build(samples.letter(), fonts)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def ink_of_red(pdf: bytes) -> tuple[float, float]:
    """Return top and foot of the topmost block of red ink, in millimetres."""
    image = Image.open(BytesIO(page_png(pdf, 1, 300))).convert("RGB").crop((0, 0, 2480, 1000))
    red, green, _ = image.split()
    ink = ImageChops.multiply(
        green.point(lambda value: 255 if value < 100 else 0),
        red.point(lambda value: 255 if value > 180 else 0),
    )
    # One column of pixels as high as the page: dark where any ink is in the row.
    column = ink.resize((1, ink.height), Image.Resampling.BOX).point(
        lambda value: 255 * (value > 0)
    )
    top = next(y for y in range(column.height) if column.getpixel((0, y)))
    foot = next(y for y in range(top, column.height) if not column.getpixel((0, y)))
    return top / 300 * 25.4, foot / 300 * 25.4


@pytest.mark.parametrize("organ", ["云峰街道办事处", "永中街道综合信息指挥室"])
def test_the_ink_of_the_mark_begins_at_30_millimetres_and_the_rule_4_below_it(
    fonts, pages_of, organ
):
    sent = letter.build(samples.letter(organ=organ), fonts)
    top, foot = ink_of_red(sent)
    assert top == pytest.approx(30, abs=0.3)
    upper = rules(pages_of(sent)[0], red=True)[0]
    assert upper["top"] / MM - foot == pytest.approx(4, abs=0.3)


def test_the_double_rules_are_170_long_thick_outside_and_end_at_277(sent, pages_of):
    found = rules(pages_of(sent)[0], red=True)
    assert [one["height"] for one in found] == [
        pytest.approx(value, abs=0.02) for value in (1.5, 0.5, 0.5, 1.5)
    ]
    assert all((one["x0"], one["x1"]) == (near(20, 0.05), near(190, 0.05)) for one in found)
    assert found[-1]["bottom"] == near(277, 0.05)
    middles = [(one["top"] + one["bottom"]) / 2 for one in found]
    assert middles[1] - middles[0] == pytest.approx(2.4, abs=0.02)
    assert middles[3] - middles[2] == pytest.approx(2.4, abs=0.02)


def test_number_at_the_right_and_urgency_at_the_left_stand_7_8_below_the_rule(
    fonts, sent, pages_of
):
    first = pages_of(sent)[0]
    height = float(first.height)
    number = line_with(first, "云街督〔2026〕15号")
    lower = rules(first, red=True)[1]
    assert em_top(fonts, number[0], height) - lower["bottom"] == pytest.approx(14, abs=0.5)
    assert number[-1]["matrix"][4] + page.CELL == near(184)
    urgent = line_with(first, "特急")
    assert urgent[0]["matrix"][4] == near(28, 0.05)
    assert "Hei" in urgent[0]["fontname"]


def test_the_first_page_of_a_letter_has_no_number_and_the_second_has(fonts, sent, pages_of):
    assert "—" not in {one["text"] for one in pages_of(sent)[0].chars if one["size"] == 14}
    long = samples.letter(paragraphs=tuple(Paragraph("办理情况。" * 12) for _ in range(9)))
    pdf = letter.build(long, fonts)
    second = page_texts(pdf)[1]
    assert plain(second).endswith("—2—")


def test_copies_stand_at_the_foot_of_the_text_without_rules(fonts, sent, pages_of):
    first = pages_of(sent)[0]
    assert rules(first, red=False) == []
    copied = line_with(first, "抄送：区城市运行管理中心，街道党工委办公室。")
    assert copied[0]["size"] == pytest.approx(14, abs=0.01)
    bottom = em_top(fonts, copied[0], float(first.height)) + 14
    assert bottom < 262 * MM
    assert bottom > 262 * MM - page.IMPRINT_ROW


def test_a_letter_names_what_it_brings_and_closes_with_the_seal_room(fonts, pages_of):
    pdf = letter.build(samples.letter(attachments=("督办通知单",), remark="联系人：李喆堃"), fonts)
    assert page_count(pdf) == 1
    first = pages_of(pdf)[0]
    name = line_with(first, "附件：督办通知单")
    day = line_with(first, "2026年11月20日")
    assert name[0]["matrix"][4] == pytest.approx(28 * MM + 2 * page.CELL, abs=0.05)
    assert day[-1]["matrix"][4] + page.CELL == near(184 - 4 * page.CELL / MM)
    assert "（联系人：李喆堃）" in plain(page_texts(pdf)[0])


def test_a_signature_of_a_letter_never_stands_alone(fonts):
    for count in range(6, 16):
        contents = samples.letter(
            paragraphs=tuple(Paragraph(f"第{n}项办理要求。") for n in range(1, count + 1))
        )
        last = plain(page_texts(letter.build(contents, fonts))[-1])
        assert f"第{count}项办理要求。" in last
        assert "2026年11月20日" in last


def test_lines_draw_nearer_before_a_signature_begins_a_page(fonts):
    """In this order: nearer lines, a blank line fewer, the last lines on a new page."""
    seen = []
    for length in range(80, 400, 9):
        words = Paragraph(("清理占道摊点，恢复人行道的通行功能吧。" * 30)[:length] + "请办理。")
        # The seal would reach up beside it: what ends so early leaves room for it.
        contents = samples.letter(paragraphs=(words,), attachments=("现场照片",), copy_to=())
        sheets = read(letter.build(contents, fonts), fonts)
        sheet = sheets[-1]
        signed = sheet.glyphs[sheet.text.rfind(contents.organ)]
        above = [one[0] for one in sheet.lines() if one[0].baseline < signed.baseline - 0.1]
        # Two of its lines that follow each other: the last ones, or on a page before.
        lines = sheets[0].lines()[-4:-2] if len(sheets) > 1 else sheet.lines()[2:4]
        pitch = (lines[1][0].baseline - lines[0][0].baseline) / POINT
        blanks = round((signed.baseline - above[-1].baseline) / POINT / 29) - 1
        if (way := (len(sheets), round(pitch, 1), blanks)) not in seen:
            seen.append(way)
    assert seen == [(1, 29.6, 2), (1, 28.0, 2), (1, 28.0, 1), (2, 29.6, 2)], seen


def test_serial_and_secrecy_push_the_title_of_a_letter_down(fonts, pages_of):
    def title_top(contents: LetterContents) -> float:
        first = pages_of(letter.build(contents, fonts))[0]
        return em_top(fonts, line_with(first, "关于商请")[0], float(first.height), "xbs")

    plain_top = title_top(samples.letter())
    marked = title_top(samples.letter(copy_serial=3, secrecy="秘密"))
    assert marked - plain_top == pytest.approx(2 * page.PITCH, abs=0.05)


def test_the_table_of_a_form_is_as_wide_as_the_text_and_begins_below_its_title(fonts, pages_of):
    first = pages_of(form.build(samples.form(), fonts))[0]
    (title,) = {one["size"] for one in line_with(first, "销号审批表")[:5]}
    assert title == pytest.approx(22, abs=0.01)
    uprights = [one for one in first.rects if one["width"] < 2 and one["height"] > 10]
    lefts = {round(one["x0"]) for one in uprights}
    assert min(lefts) == pytest.approx(28 * MM, abs=1)
    assert max(lefts) == pytest.approx(184 * MM, abs=1)


def test_an_opinion_ends_with_its_signature_or_with_room_for_it(fonts, pages_of):
    pdf = form.build(samples.form(), fonts)
    first = pages_of(pdf)[0]
    text = plain(page_texts(pdf)[0])
    assert "签字：李喆堃2026年11月20日" in text
    assert text.count("签字：") == 2
    signed, blank = (line_with(first, words) for words in ("签字：李喆堃", "签字：　"))
    assert signed[-1]["matrix"][4] < 184 * MM
    assert blank[-1]["text"] == "日"
    assert "欧阳𬱖现场核查" in text
    assert "注：本表一式两份。" in text


def test_a_long_form_goes_on_to_a_second_page_with_its_number(fonts):
    long = "整改措施逐项落实。" * 200
    rows = (*samples.form().rows, (FormField("整改情况", long),))
    pages = page_texts(form.build(samples.form(rows=rows), fonts))
    assert len(pages) >= 2
    assert plain("".join(re.sub(r"— \d+ —", "", text) for text in pages)).count("整改措施") == 200
    assert plain(pages[-1]).endswith(f"—{len(pages)}—")

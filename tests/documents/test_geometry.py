"""Where everything stands on the sheet: each kind of paper held to GB/T 9704 with `measures`."""

from dataclasses import replace
from functools import partial

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
from desktop.documents.contents import Paragraph
from desktop.documents.titles import broken
from tests.documents import measures
from tests.documents.measures import BOTTOM, CELL, LEFT, PITCH, RED, RIGHT
from tests.documents.reading import POINT, ink, read

ORGAN = "永中街道综合信息指挥室"
NUMBER = "龙永督〔2026〕3号"
DATE = "2026年11月20日"
letter = partial(notice.build, letter=True)

# Builder, sample, and whether its first page goes without a number.
KINDS = {
    "letter": (letter, "notice", True),
    "form": (notice.build, "notice", True),
    "minutes": (minutes.build, "minutes", False),
    "receipt": (receipt.build, "receipt", True),
    "list": (case_list.build, "list", False),
    "weekly": (weekly.build, "weekly", False),
    "figures": (figures.build, "figures", False),
    "sheet": (case_sheet.build, "sheet", False),
    "handover": (handover.build, "handover", False),
}
TURNED = {"list", "figures", "handover"}


@pytest.fixture
def made(request: pytest.FixtureRequest, fonts):
    """Build the sample of a kind; return the file and its sheets."""

    def made(kind, **options):
        build, sample, _ = KINDS[kind]
        pdf = build(request.getfixturevalue(f"{sample}_contents"), fonts, **options)
        return pdf, read(pdf, fonts)

    return made


@pytest.fixture
def short_notice(notice_contents):
    """Return a notice whose letter is one page."""
    return replace(
        notice_contents,
        organ="永中街道办事处",
        background="",
        basis="",
        demands=("立即清理摊点。",),
    )


# ---------------------------------------------------------------- every kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_sheet_is_a4_with_embedded_fonts_and_all_text_inside(made, kind):
    pdf, sheets = made(kind)
    measures.hold_fonts(pdf)
    for sheet in sheets:
        assert sheet.turned == (kind in TURNED)
        measures.hold_sheet(sheet)
        measures.hold_inside(sheet)


@pytest.mark.parametrize("kind", KINDS)
def test_page_numbers_stand_outside_7_millimetres_below_the_text(made, kind):
    _, sheets = made(kind)
    first_without = KINDS[kind][2]
    for sheet in sheets:
        if first_without and sheet.number == 1:
            measures.hold_no_page_number(sheet)
        else:
            measures.hold_page_number(sheet)


@pytest.mark.parametrize("kind", ["letter", "minutes", "list", "weekly", "sheet"])
def test_even_pages_are_mirrored_when_asked(made, kind):
    _, sheets = made(kind, mirror=True)
    assert len(sheets) > 1
    for sheet in sheets[1:]:
        measures.hold_page_number(sheet, mirror=True)
        if not sheet.turned:
            measures.hold_inside(sheet, mirror=True)
            edge = min(one.left for one in (*sheet.glyphs, *sheet.boxes))
            measures.hold("left edge", edge, LEFT - 2 * (sheet.number % 2 == 0))


# ---------------------------------------------------------------- running text


@pytest.mark.parametrize("mirror", [False, True])
def test_a_full_page_has_22_lines_of_28_characters(fonts, minutes_contents, mirror):
    full = replace(minutes_contents, opening="督办事项" * 600)
    sheets = read(minutes.build(full, fonts, mirror=mirror), fonts)
    for sheet in sheets[1:3]:
        measures.hold_full_page(sheet, mirror=mirror)


def test_the_ink_of_a_full_page_fills_the_text_block(fonts, minutes_contents):
    full = replace(minutes_contents, opening="圓國圍團" * 300)
    box = ink(minutes.build(full, fonts), 2, within=(0, 0, 210, 264), dots_per_inch=600)
    assert box is not None
    left, top, right, bottom = box
    assert left >= LEFT - 0.3 and right <= RIGHT + 0.3
    assert top >= measures.TOP - 0.3 and bottom <= BOTTOM + 0.3
    # An ideograph leaves some of its em box white at every side.
    measures.hold("width of the ink", right - left, 156.0, 2.0)
    measures.hold("height of the ink", bottom - top, 225.0, 2.0)


def test_headings_stand_in_the_face_of_their_level_two_cells_in(fonts, minutes_contents):
    levels = (
        (1, "一、关于前期工作", "hei"),
        (2, "（一）加快设施改造。", "kai"),
        (3, "1.压实责任。", "fangsong"),
        (4, "（1）逐户登记。", "fangsong"),
    )
    paragraphs = tuple(
        Paragraph("由社区牵头办理。", level=level, heading=heading) for level, heading, _ in levels
    )
    contents = replace(minutes_contents, paragraphs=paragraphs)
    sheets = read(minutes.build(contents, fonts), fonts)
    for _, heading, role in levels:
        sheet = next(one for one in sheets if heading in one.text)
        measures.hold_indent(sheet, heading, role=role)


# ---------------------------------------------------------------- the letter


def test_head_number_title_and_addressee_of_a_letter(fonts, short_notice):
    pdf = letter(short_notice, fonts)
    (sheet,) = read(pdf, fonts)
    mark = measures.hold_red_mark(pdf, sheet, short_notice.organ, 30.0)
    rules = measures.hold_letter_rules(pdf, sheet, mark)
    number = measures.hold_letter_number(sheet, NUMBER, rules[1])
    urgency = sheet.find("特急")
    assert {(one.role, one.size) for one in urgency} == {("hei", 16.0)}
    measures.hold("start of the urgency", urgency[0].left, LEFT)
    measures.hold("line of the urgency", urgency[0].baseline, number[0].baseline, 0.01)
    lines = broken("关于限期整治云峰路农贸市场周边占道经营问题的督办通知")
    below = measures.hold_title(sheet, lines, number[0].bottom)
    measures.hold_addressee(sheet, "永中街道综合行政执法队", below)
    measures.hold_grid(sheet, after=below)
    measures.hold_indent(sheet, "决定予以黄牌督办", role="fangsong")
    measures.hold_no_page_number(sheet)


def test_signature_seal_room_and_copies_of_a_letter(fonts, short_notice):
    pdf = letter(short_notice, fonts)
    (sheet,) = read(pdf, fonts)
    last = sheet.find("扣减当月考评分")
    measures.hold_signature(pdf, sheet, short_notice.organ, DATE, body_bottom=last[0].bottom)
    measures.hold_imprint(sheet, 1, rules=False, printed=False)


@pytest.mark.parametrize(
    "name", ["永中街道办事处", ORGAN, "永中街道安全生产和消防工作委员会办公室"]
)
def test_a_signature_of_any_length_stands_over_its_date(fonts, short_notice, name):
    pdf = letter(replace(short_notice, signatory=name), fonts)
    measures.hold_signature(pdf, read(pdf, fonts)[-1], name, DATE)


def test_the_signature_of_a_letter_never_stands_alone_nor_its_seal_on_print(fonts, short_notice):
    pages = set()
    for length in range(0, 26):
        contents = replace(
            short_notice, background="清理占道摊点，恢复人行道的通行功能吧。" * length
        )
        pdf = letter(contents, fonts)
        sheets = read(pdf, fonts)
        pages.add(len(sheets))
        measures.hold_not_alone(sheets[-1], contents.organ)
        measures.hold_signature(pdf, sheets[-1], contents.organ, DATE)
    assert pages == {1, 2}


# ---------------------------------------------------------------- the minutes


def test_mark_number_rule_and_title_of_minutes(made):
    pdf, sheets = made("minutes")
    sheet = sheets[0]
    measures.hold_red_mark(pdf, sheet, "永中街道办事处会议纪要", 72.0)
    mark = sheet.find("永中街道办事处会议纪要")[0]
    number = measures.hold_number(sheet, "〔2026〕12期", mark)
    rule = measures.hold_red_rule(sheet, number[0])
    lines = broken("研究老旧小区消防通道堵塞隐患整治工作专题会议纪要")
    below = measures.hold_title(sheet, lines, rule.y)
    measures.hold_grid(sheet, after=below)
    first = sheet.lines()[1]
    room = first[0].top - below
    assert measures.blank_lines(1) <= room <= measures.blank_lines(1) + PITCH


def test_attendance_of_minutes(made):
    _, sheets = made("minutes")
    sheet = next(one for one in sheets if "出席：" in one.text)
    for head in ("出席：", "请假：", "列席："):
        glyphs = sheet.find(head)
        assert {(one.role, one.size) for one in glyphs} == {("hei", 16.0)}
        measures.hold(f"indent of {head}", glyphs[0].left, LEFT + 2 * CELL, 0.05)
    sitting = sheet.find("列席：")[0].baseline
    going_on = [line for line in sheet.lines() if 0 < line[0].baseline - sitting < PITCH * 1.5]
    measures.hold("continuation of the names", going_on[0][0].left, LEFT + 5 * CELL, 0.05)


def test_the_imprint_of_minutes_ends_the_last_page(made):
    _, sheets = made("minutes")
    measures.hold_imprint(sheets[-1], 3)
    for sheet in sheets[1:]:
        measures.hold_grid(sheet)


@pytest.mark.parametrize("length", range(0, 24, 2))
def test_the_imprint_never_meets_the_text(fonts, minutes_contents, length):
    contents = replace(minutes_contents, opening="清理占道摊点，恢复人行道的通行功能吧。" * length)
    sheet = read(minutes.build(contents, fonts), fonts)[-1]
    first_rule = sheet.rules()[0].y
    body = [line[0].bottom for line in sheet.lines()]
    assert max(body, default=0.0) <= first_rule


# ---------------------------------------------------------------- tables


def test_the_form_has_its_head_its_frame_and_room_for_the_seal(made):
    pdf, (sheet,) = made("form")
    box = ink(pdf, 1, red=True, within=(0, 0, 210, 50))
    assert box is not None
    measures.hold("top of the red mark", box[1], measures.TOP)
    (rule,) = sheet.rules(RED)
    measures.hold("left end of the red rule", rule.left, LEFT)
    measures.hold("right end of the red rule", rule.right, RIGHT)
    measures.hold("thickness of the red rule", rule.thickness, 0.7, 0.02)
    name = sheet.find("督办通知单")
    assert {(one.role, one.size) for one in name} == {("xbs", 22.0)}
    measures.hold("middle of the name", (name[0].left + name[-1].right) / 2, 106.0)
    lines = sheet.rules()
    measures.hold("foot of the frame", lines[-1].y, BOTTOM, 40.0)
    assert lines[-1].y <= BOTTOM + 0.3
    for line in (lines[0], lines[-1]):
        measures.hold("left edge of the frame", line.left, LEFT)
        measures.hold("right edge of the frame", line.right, RIGHT)
    signed = [*sheet.glyphs]
    start = sheet.text.rfind(ORGAN)
    pair = signed[start : start + len(ORGAN) + len(DATE)]
    assert "".join(one.text for one in pair) == ORGAN + DATE
    middle = (pair[-1].baseline + pair[0].baseline) / 2
    x = (pair[0].left + pair[len(ORGAN) - 1].right) / 2
    radius = measures.SEAL / 2
    near = [
        one
        for one in sheet.boxes
        if one.bottom > middle - radius + 0.6
        and one.top < middle + radius - 0.6
        and one.right > x - radius + 0.1
        and one.left < x + radius - 0.1
    ]
    assert near == [], "a rule crosses the place of the seal"


def test_the_code_of_the_receipt_is_large_enough_and_has_its_quiet_zone(made):
    _, (sheet,) = made("receipt")
    code = [box for box in sheet.boxes if box.top < 49 and box.right > 163]
    left, right = min(one.left for one in code), max(one.right for one in code)
    top, bottom = min(one.top for one in code), max(one.bottom for one in code)
    assert right - left >= 18.0 and abs((right - left) - (bottom - top)) < 0.1
    quiet = 4 * (right - left) / 25  # modules of the smallest code
    for glyph in sheet.glyphs:
        beside = glyph.bottom > top and glyph.top < bottom
        assert not beside or glyph.right <= left - quiet + 0.1, glyph
    measures.hold("right edge of the code", right, RIGHT)


@pytest.mark.parametrize(
    ("kind", "heads"),
    [("list", ("序号", "督办事项", "办结时限")), ("handover", ("事件编号", "接班后办理"))],
)
def test_a_list_lies_on_its_side_with_its_heads_on_every_page(made, kind, heads):
    _, sheets = made(kind)
    measures.hold_heads_repeated(sheets, heads)
    title = [one for one in sheets[0].glyphs if one.size == 22.0]
    assert {one.role for one in title} == {"xbs"}
    measures.hold("top of the title", title[0].top, LEFT)
    middle = (min(one.left for one in title) + max(one.right for one in title)) / 2
    measures.hold("middle of the title", middle, 35 + 225 / 2)
    for sheet in sheets:
        rules = sheet.rules()
        measures.hold("left edge of the frame", min(one.left for one in rules), 35.0)
        measures.hold("right edge of the frame", max(one.right for one in rules), 260.0)
        assert max(one.bottom for one in rules) <= RIGHT + 0.3


@pytest.mark.parametrize(("kind", "heads"), [("weekly", ("名次", "得分")), ("sheet", ("环节",))])
def test_a_portrait_table_repeats_its_heads_inside_the_text_block(made, kind, heads):
    _, sheets = made(kind)
    measures.hold_heads_repeated(sheets, heads)
    for sheet in sheets:
        for rule in sheet.rules():
            measures.hold("left edge of a rule", min(rule.left, LEFT), LEFT)
            assert rule.right <= RIGHT + 0.3 and rule.bottom <= BOTTOM + 0.3, rule
        title = [one for one in sheet.glyphs if one.size == 22.0]
        for top in {round(one.top) for one in title}:
            line = [one for one in title if round(one.top) == top]
            measures.hold("middle of the title", (line[0].left + line[-1].right) / 2, 106.0)
    sizes = {one.size for sheet in sheets for one in sheet.glyphs}
    assert min(sizes) >= 9.0, sizes


def test_the_week_numbers_its_sections_in_black_type_below_a_red_rule(made):
    _, sheets = made("weekly")
    (rule,) = sheets[0].rules(RED)
    measures.hold("thickness of the red rule", rule.thickness, 0.7, 0.02)
    measures.hold("length of the red rule", rule.right - rule.left, 156.0)
    heading = sheets[0].find("一、核心指标")
    assert {(one.role, one.size) for one in heading} == {("hei", 14.0)}
    measures.hold("indent of the heading", heading[0].left, LEFT + 2 * 14 * POINT, 0.05)

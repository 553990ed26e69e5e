"""文件格式 to the millimetre: 挂牌督办通知书, 通报 and 请示 as documents.md §3 measures them."""

import re
from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pytest
from pdfplumber.page import Page
from PIL import Image, ImageChops

from desktop.documents import official, page
from desktop.documents.contents import Paragraph
from desktop.documents.preview import page_count, page_png, page_texts
from tests.documents import official_samples as samples

MM = page.MM
FINE = 0.3


def near(millimetres: float, tolerance: float = FINE) -> object:
    """Compare a length in points with millimetres."""
    return pytest.approx(millimetres * MM, abs=tolerance * MM)


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
def listed(fonts) -> bytes:
    return official.build(samples.official(), fonts)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def lines_of(found: Page) -> dict[float, list[dict]]:
    """Return the characters by their base line, from the top, each line from the left.

    Faces are raised or lowered a little, so that all stand on one line: 4 points are one line.
    """
    lines: dict[float, list[dict]] = {}
    for one in sorted(found.chars, key=lambda one: -one["matrix"][5]):
        base = float(found.height) - one["matrix"][5]
        known = next((key for key in lines if abs(key - base) < 4), base)
        lines.setdefault(known, []).append(one)
    return {key: sorted(row, key=lambda one: one["matrix"][4]) for key, row in lines.items()}


def line_with(found: Page, words: str) -> list[dict]:
    """Return the characters of the line in which the words stand, beginning with them."""
    for row in lines_of(found).values():
        text = "".join(one["text"] for one in row)
        at = text.find(words)
        if at >= 0:
            return row[at:]
    raise AssertionError(f"{words} stands on no line")


def em_top(fonts, one: dict, height: float, style: str = "fangsong") -> float:
    """Return the top of the em box of a character."""
    rise = fonts.pick(style, one["text"]).rise * one["size"]
    return height - one["matrix"][5] + rise - 0.88 * one["size"]


def rules(found: Page, *, red: bool) -> list[dict]:
    """Return the level rules of a colour from top to bottom."""
    rects = [one for one in found.rects if one["height"] < 3 and one["width"] > 100]
    is_red = [one["non_stroking_color"][0] > 0.9 for one in rects]
    return sorted(
        (one for one, its in zip(rects, is_red, strict=True) if its is red),
        key=lambda one: one["top"],
    )


def test_security_lines_stand_one_below_the_other_at_the_left(fonts, listed, pages_of):
    first = pages_of(listed)[0]
    for line, words in enumerate(("000012", "机密★1年", "特急")):
        row = line_with(first, words)
        assert row[0]["matrix"][4] == near(28)
        assert row[0]["size"] == 16
        assert "Hei" in row[0]["fontname"]
        top = em_top(fonts, row[0], float(first.height), "hei")
        assert top == pytest.approx(37 * MM + line * page.PITCH, abs=0.1)


def test_the_ink_of_the_mark_begins_at_72_millimetres_and_is_not_wider_than_the_text(listed):
    image = Image.open(BytesIO(page_png(listed, 1, 300))).convert("RGB")
    red, green, _ = image.split()
    red_ink = ImageChops.multiply(
        green.point(lambda value: 255 if value < 100 else 0),
        red.point(lambda value: 255 if value > 180 else 0),
    )
    left, top, right, _ = red_ink.getbbox()
    assert top / 300 * 25.4 == pytest.approx(72, abs=FINE)
    assert left / 300 * 25.4 >= 28 - FINE
    assert right / 300 * 25.4 <= 184 + FINE


def test_the_mark_is_red_and_ends_in_document(listed, pages_of):
    row = line_with(pages_of(listed)[0], "云峰街道办事处文件")
    assert {one["non_stroking_color"] for one in row} == {(0.93, 0, 0)}
    assert all("Xbs" in one["fontname"] for one in row)


def test_number_and_red_rule_stand_where_they_belong(fonts, listed, pages_of):
    first = pages_of(listed)[0]
    number = line_with(first, "云街办发〔2026〕38号")
    middle = (number[0]["matrix"][4] + number[-1]["matrix"][4] + 16) / 2
    assert middle == near(106)
    (rule,) = rules(first, red=True)
    assert (rule["x0"], rule["x1"]) == (near(28, 0.05), near(184, 0.05))
    assert rule["height"] == near(0.7, 0.02)
    bottom = em_top(fonts, number[0], float(first.height)) + 16
    assert (rule["top"] + rule["bottom"]) / 2 - bottom == near(4.0, 0.1)


def test_the_title_is_22_points_33_apart_and_centred(fonts, listed, pages_of):
    first = pages_of(listed)[0]
    rows = [row for row in lines_of(first).values() if row[0]["size"] == 22]
    words = ["".join(one["text"] for one in row) for row in rows]
    assert words == ["关于对云峰路老旧小区消防通道堵塞隐患", "实行挂牌督办的通知"]
    assert all("Xbs" in one["fontname"] for row in rows for one in row)
    tops = [em_top(fonts, row[0], float(first.height), "xbs") for row in rows]
    assert tops[1] - tops[0] == pytest.approx(33, abs=0.05)
    (rule,) = rules(first, red=True)
    middle = (rule["top"] + rule["bottom"]) / 2
    assert tops[0] - middle == pytest.approx(page.blank(2), abs=0.1)
    for row in rows:
        assert (row[0]["matrix"][4] + row[-1]["matrix"][4] + 22) / 2 == near(106)


def test_text_of_page_one_and_two_stands_on_the_grid(fonts, listed, pages_of):
    for number, found in enumerate(pages_of(listed)):
        height = float(found.height)
        body = [one for one in found.chars if one["size"] == 16]
        fangsong = [one for one in body if one["fontname"].endswith("GongwenFangsong")]
        first = 12 if number == 0 else 0
        for one in fangsong:
            line = (em_top(fonts, one, height) - 37 * MM) / page.PITCH
            if line >= first - 0.2:
                assert line == pytest.approx(round(line), abs=0.01)
    assert em_top(fonts, line_with(pages_of(listed)[0], "各社区")[0], height) == near(162.3)


def test_the_addressee_is_flush_left_and_paragraphs_are_indented_by_two(listed, pages_of):
    first = pages_of(listed)[0]
    assert line_with(first, "各社区居民委员会，街道各内设机构")[0]["matrix"][4] == near(28, 0.05)
    start = line_with(first, "为深入贯彻")[0]["matrix"][4]
    assert start == pytest.approx(28 * MM + 2 * page.CELL, abs=0.05)


@pytest.mark.parametrize(
    ("words", "face"),
    [
        ("一、督办事项", "Hei"),
        ("（一）云峰路", "Kai"),
        ("1.压实", "Fangsong"),
        ("（1）整改", "Fangsong"),
    ],
)
def test_levels_have_their_faces(listed, pages_of, words, face):
    for found in pages_of(listed):
        if words in plain(found.extract_text() or ""):
            row = [one for one in line_with(found, words)[: len(words)] if ord(one["text"]) > 255]
            assert {face} == {re.sub(".*Gongwen", "", one["fontname"]) for one in row}
            assert all(one["size"] == 16 for one in row)
            return
    raise AssertionError(words)


def test_attachments_are_named_one_line_below_the_text_without_end_mark(fonts, listed, pages_of):
    last = pages_of(listed)[-1]
    height = float(last.height)
    first = line_with(last, "附件：1.挂牌督办事项清单")
    second = line_with(last, "2.整改销号申请表")
    text = line_with(last, "上述事项")
    assert first[0]["matrix"][4] == pytest.approx(28 * MM + 2 * page.CELL, abs=0.05)
    steps = [em_top(fonts, one[0], height) for one in (text, first)]
    assert steps[1] - steps[0] == pytest.approx(2 * page.PITCH, abs=0.05)
    ones = [next(one for one in row if one["text"] in "12") for row in (first, second)]
    assert ones[1]["matrix"][4] == pytest.approx(ones[0]["matrix"][4], abs=0.05)
    assert first[-1]["text"] == "单"


def test_a_long_attachment_goes_on_below_its_own_first_character(fonts, pages_of):
    name = "云峰路老旧小区消防通道堵塞隐患整治挂牌督办事项清单及整改措施责任分解表"
    pdf = official.build(samples.official(attachments=(name, "表")), fonts)
    last = pages_of(pdf)[-1]
    first = line_with(last, "附件：1.")
    rows = list(lines_of(last).values())
    after = rows[[row[-1] for row in rows].index(first[-1]) + 1]
    assert after[0]["matrix"][4] == pytest.approx(first[5]["matrix"][4], abs=FINE * MM)


def test_signature_and_date_leave_the_room_of_the_seal(fonts, listed, pages_of):
    last = pages_of(listed)[-1]
    height = float(last.height)
    rows = [row for row in lines_of(last).values() if row[0]["size"] == 16]
    texts = ["".join(one["text"] for one in row) for row in rows]
    at = texts.index("2026年11月20日")
    day, name = rows[at], rows[at - 1]
    assert texts[at - 1] == "云峰街道办事处"
    assert day[-1]["matrix"][4] + page.CELL == pytest.approx(
        184 * MM - 4 * page.CELL, abs=FINE * MM
    )
    middle = (day[0]["matrix"][4] + day[-1]["matrix"][4] + page.CELL) / 2
    assert (name[0]["matrix"][4] + name[-1]["matrix"][4] + page.CELL) / 2 == near(middle / MM)
    tops = [em_top(fonts, row[0], height) for row in rows[at - 2 : at + 1]]
    assert tops[2] - tops[1] == pytest.approx(page.PITCH, abs=0.05)
    centre = (tops[1] + tops[2] + 16) / 2 - 9
    radius = 21 * MM
    above = centre - radius - (tops[0] + 16)
    assert 0 <= above <= page.PITCH
    inside = [
        one
        for one in last.chars
        if (one["matrix"][4] + 8 - middle) ** 2 + (height - one["matrix"][5] - 6 - centre) ** 2
        < (radius - 8) ** 2
    ]
    assert {one["text"] for one in inside} <= set("云峰街道办事处2026年11月20日")
    assert not last.images
    remark = line_with(last, "（此件公开发布")
    assert remark[0]["matrix"][4] == pytest.approx(28 * MM + 2 * page.CELL, abs=0.3)


def test_the_imprint_ends_at_the_foot_of_the_text_with_its_three_rules(listed, pages_of):
    last = pages_of(listed)[-1]
    found = rules(last, red=False)
    assert [one["height"] / MM for one in found] == [
        pytest.approx(value, abs=0.02) for value in (0.35, 0.25, 0.35)
    ]
    assert all((one["x0"], one["x1"]) == (near(28, 0.05), near(184, 0.05)) for one in found)
    assert (found[-1]["top"] + found[-1]["bottom"]) / 2 == near(262, 0.05)
    assert found[1]["top"] - found[0]["top"] == pytest.approx(26.25, abs=0.3)
    copied = line_with(last, "抄送：区应急管理局，区消防救援大队，区住建局。")
    assert copied[0]["size"] == 14
    assert copied[0]["matrix"][4] == pytest.approx(28 * MM + 14, abs=0.2)
    printed = line_with(last, "2026年11月20日印发")
    assert printed[-1]["matrix"][4] + 14 == pytest.approx(184 * MM - 14, abs=0.3)


def test_page_numbers_stand_outside(listed, pages_of):
    for found, edge in zip(pages_of(listed), ("right", "left"), strict=True):
        dashes = [one for one in found.chars if one["size"] == 14 and one["text"] == "—"]
        assert all("Song" in one["fontname"] for one in dashes)
        if edge == "right":
            assert dashes[-1]["x1"] == pytest.approx(184 * MM - 14, abs=FINE * MM)
        else:
            assert dashes[0]["x0"] == pytest.approx(28 * MM + 14, abs=FINE * MM)


def test_an_upward_paper_names_its_signers_beside_the_number(fonts, pages_of):
    first = pages_of(official.build(samples.upward(), fonts))[0]
    height = float(first.height)
    number = line_with(first, "云街办发〔2026〕38号")
    label = line_with(first, "签发人：")
    assert number[0]["matrix"][4] == pytest.approx(28 * MM + page.CELL, abs=0.05)
    names = [line_with(first, name) for name in ("王建国", "李喆堃", "欧阳𬱖")]
    assert "Fangsong" in label[0]["fontname"]
    assert "Kai" in names[0][0]["fontname"]
    assert names[1][2]["matrix"][4] + 2 * page.CELL == pytest.approx(184 * MM, abs=0.3)
    # Two names a row; the number stands on the row of the last signer.
    tops = [em_top(fonts, row[0], height, "kai") for row in names]
    assert tops[0] == pytest.approx(tops[1], abs=0.05)
    assert tops[2] - tops[0] == pytest.approx(page.PITCH, abs=0.05)
    assert em_top(fonts, number[0], height) == pytest.approx(tops[2], abs=0.1)
    (rule,) = rules(first, red=True)
    assert (rule["top"] + rule["bottom"]) / 2 - tops[2] - 16 == near(4.0, 0.1)


def test_annexes_begin_pages_of_their_own_before_the_imprint(fonts, pages_of):
    pages = pages_of(official.build(samples.bulletin(), fonts))
    texts = [plain(one.extract_text() or "") for one in pages]
    starts = [
        next(n for n, text in enumerate(texts) if text.startswith(f"附件{k}")) for k in (1, 2)
    ]
    first = pages[starts[0]]
    head = line_with(first, "附件1")
    assert "Hei" in head[0]["fontname"]
    assert head[0]["matrix"][4] == near(28, 0.05)
    assert em_top(fonts, head[0], float(first.height), "hei") == near(37, 0.05)
    title = line_with(first, "督办情况统计表")
    top = em_top(fonts, title[0], float(first.height), "xbs")
    assert title[0]["size"] == 22
    assert top == pytest.approx(37 * MM + 2 * page.PITCH, abs=0.05)
    assert all("督办事项" in text for text in texts[starts[0] : starts[1]])
    assert [n for n, text in enumerate(texts) if "抄送：" in text] == [len(pages) - 1]
    assert "数据截至2026年11月30日。" in texts[starts[1] - 1]


def test_the_signature_never_stands_alone_and_the_imprint_keeps_its_foot(fonts, pages_of):
    for extra in range(0, 22, 3):
        more = tuple(Paragraph(f"第{n}项要求。") for n in range(extra))
        contents = samples.official(paragraphs=(*samples.SECTIONS, *more))
        last = pages_of(official.build(contents, fonts))[-1]
        words = [
            "".join(one["text"] for one in row)
            for row in lines_of(last).values()
            if row[0]["size"] == 16
        ]
        at = words.index("2026年11月20日")
        assert words[0][:2] not in ("附件", "云峰", "20")
        foot = max(base for base, row in lines_of(last).items() if row[0]["size"] == 16)
        assert at >= 2
        assert foot < rules(last, red=False)[0]["top"]


def test_forty_recipients_flow_and_text_is_kept_whole(fonts):
    recipients = tuple(f"永中街道第{number}社区居民委员会" for number in range(1, 41))
    pdf = official.build(samples.official(recipients=recipients), fonts)
    text = plain("".join(re.sub(r"— \d+ —", "", one) for one in page_texts(pdf)))
    assert plain("，".join(recipients)) in text
    assert page_count(pdf) == 3


def test_even_pages_are_mirrored_when_asked(fonts, pages_of):
    second = pages_of(official.build(samples.official(), fonts, mirror=True))[1]
    assert min(one["matrix"][4] for one in second.chars if one["size"] == 16) == near(26, 0.1)

"""Where the marks of GB/T 9704 stand on the sheet, in millimetres."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest
from pdfplumber.page import Page
from PIL import Image

from desktop.documents import case_list, minutes, notice
from desktop.documents.contents import MinutesContents
from desktop.documents.page import CELL, PITCH
from desktop.documents.preview import page_png

MM = 72 / 25.4
FINE = 0.5


@pytest.fixture
def page_of() -> Iterator:
    """Open pages of files and close them afterwards."""
    opened = []

    def page_of(pdf: bytes, number: int) -> Page:
        opened.append(pdfplumber.open(BytesIO(pdf)))
        return opened[-1].pages[number - 1]

    yield page_of
    for document in opened:
        document.close()


def near(millimetres: float, tolerance: float = FINE):
    """Compare a length in points with millimetres."""
    return pytest.approx(millimetres * MM, abs=tolerance * MM)


def red_rules(page: Page) -> list[dict]:
    """Return the red rules of a page from top to bottom."""
    red = [
        shape
        for shape in page.rects
        if shape["non_stroking_color"][0] > 0.9 and shape["non_stroking_color"][1] < 0.1
    ]
    return sorted((one for one in red if one["height"] < 3), key=lambda one: one["top"])


def ink_top_of_red(pdf: bytes, dots_per_inch: int = 200) -> float:
    """Return the top of the red ink of the first page in millimetres."""
    image = Image.open(BytesIO(page_png(pdf, 1, dots_per_inch))).convert("RGB")
    red, green, _ = image.split()
    mask = Image.eval(green, lambda value: 255 if value < 100 else 0)
    strong = Image.eval(red, lambda value: 255 if value > 180 else 0)
    both = Image.composite(mask, Image.new("L", image.size, 0), strong)
    box = both.getbbox()
    assert box is not None
    return box[1] / dots_per_inch * 25.4


def baselines(page: Page, size: float) -> list[float]:
    """Return the base lines of full-width FangSong of a size, as they are drawn, from the top."""
    found = set()
    for character in page.chars:
        fits = character["size"] == pytest.approx(size, abs=0.01)
        if fits and character["fontname"].endswith("GongwenFangsong"):
            found.add(round(float(page.height) - character["matrix"][5], 2))
    return sorted(found)


@pytest.fixture
def full_minutes(minutes_contents: MinutesContents) -> MinutesContents:
    """Return minutes whose second page is full of text."""
    return replace(minutes_contents, opening="督办事项" * 400)


def test_the_sheet_is_a4(fonts, notice_contents, page_of):
    page = page_of(notice.build(notice_contents, fonts), 1)
    assert (page.width, page.height) == (near(210, 0.01), near(297, 0.01))


def test_a_full_page_has_22_lines_of_28_characters(fonts, full_minutes, page_of):
    page = page_of(minutes.build(full_minutes, fonts), 2)
    lines = baselines(page, 16)
    assert len(lines) == 22
    steps = [after - before for before, after in pairwise(lines)]
    assert steps == [pytest.approx(PITCH, abs=0.02)] * 21
    for line in lines:
        placed = sorted(
            character["matrix"][4]
            for character in page.chars
            if abs(float(page.height) - character["matrix"][5] - line) < 0.05
        )
        assert len(placed) == 28
        gaps = [after - before for before, after in pairwise(placed)]
        assert gaps == [pytest.approx(CELL, abs=0.01)] * 27
        assert placed[0] == near(28, 0.05)
        assert placed[-1] + 16 == near(184, 0.1)


def test_the_first_and_the_last_line_touch_the_edges_of_the_text_block(
    fonts, full_minutes, page_of
):
    page = page_of(minutes.build(full_minutes, fonts), 2)
    lines = baselines(page, 16)
    rise = fonts.pick("fangsong", "督").rise * 16
    assert lines[0] + rise - 0.88 * 16 == near(37, 0.05)
    assert lines[-1] + rise + 0.12 * 16 == near(262, 0.05)


def test_even_pages_are_mirrored_when_asked(fonts, full_minutes, page_of):
    page = page_of(minutes.build(full_minutes, fonts, mirror=True), 2)
    assert min(character["matrix"][4] for character in page.chars) == near(26, 0.1)


def test_the_red_head_of_minutes_begins_at_72_millimetres(fonts, minutes_contents):
    assert ink_top_of_red(minutes.build(minutes_contents, fonts)) == pytest.approx(72, abs=FINE)


def test_the_red_rule_of_minutes_is_4_below_the_number_and_156_long(
    fonts, minutes_contents, page_of
):
    page = page_of(minutes.build(minutes_contents, fonts), 1)
    (rule,) = red_rules(page)
    assert (rule["x0"], rule["x1"]) == (near(28), near(184))
    assert rule["height"] == near(0.7, 0.05)
    number = next(one for one in page.chars if one["text"] == "〔")
    rise = fonts.pick("fangsong", "〔").rise * 16
    em_bottom = float(page.height) - number["matrix"][5] + rise + 0.12 * 16
    middle = (rule["top"] + rule["bottom"]) / 2
    assert middle - em_bottom == near(4, 0.1)


def test_the_title_is_22_points_and_centred(fonts, minutes_contents, page_of):
    page = page_of(minutes.build(minutes_contents, fonts), 1)
    title = [one for one in page.chars if one["size"] == pytest.approx(22, abs=0.01)]
    assert title
    for top in {round(one["top"]) for one in title}:
        line = [one for one in title if round(one["top"]) == top]
        middle = (min(one["x0"] for one in line) + max(one["x1"] for one in line)) / 2
        assert middle == near(106)


def test_the_imprint_ends_at_the_foot_of_the_text_block(fonts, minutes_contents, page_of):
    pdf = minutes.build(minutes_contents, fonts)
    with pdfplumber.open(BytesIO(pdf)) as document:
        last = len(document.pages)
    page = page_of(pdf, last)
    rules = sorted((one for one in page.rects if one["height"] < 2), key=lambda one: one["top"])
    thickness = [one["height"] / MM for one in rules]
    assert thickness == [pytest.approx(value, abs=0.02) for value in (0.35, 0.25, 0.35)]
    assert (rules[-1]["top"] + rules[-1]["bottom"]) / 2 == near(262, 0.1)
    assert all((one["x0"], one["x1"]) == (near(28), near(184)) for one in rules)


def test_page_numbers_stand_outside_7_millimetres_below_the_text(fonts, minutes_contents, page_of):
    pdf = minutes.build(minutes_contents, fonts)
    for number, edge in ((1, 184 * MM - 14), (2, 28 * MM + 14)):
        page = page_of(pdf, number)
        dashes = [one for one in page.chars if one["size"] == 14 and one["text"] == "—"]
        assert len(dashes) == 2
        middle = float(page.height) - dashes[0]["matrix"][5] - 0.38 * 14
        assert middle == near(269, 0.3)
        placed = dashes[1]["x1"] if number % 2 else dashes[0]["x0"]
        assert placed == pytest.approx(edge, abs=1.0)


def test_the_head_of_a_letter_begins_at_30_and_its_rules_end_at_277(
    fonts, notice_contents, page_of
):
    pdf = notice.build(notice_contents, fonts, letter=True)
    assert ink_top_of_red(pdf) == pytest.approx(30, abs=FINE)
    page = page_of(pdf, 1)
    thick, thin, lower_thin, lower_thick = red_rules(page)
    assert thick["height"] > thin["height"]
    assert lower_thick["height"] > lower_thin["height"]
    assert lower_thick["bottom"] == near(277, 0.1)
    assert [(one["x0"], one["x1"]) for one in (thick, lower_thick)] == [(near(20), near(190))] * 2
    assert [one for one in page.chars if one["text"] == "—" and one["size"] == 14] == []


def test_the_date_of_a_letter_ends_four_cells_from_the_edge(fonts, notice_contents, page_of):
    short = replace(notice_contents, signatory="永中街道办事处", copy_to=())
    pdf = notice.build(short, fonts, letter=True)
    with pdfplumber.open(BytesIO(pdf)) as document:
        last = len(document.pages)
    page = page_of(pdf, last)
    days = [one for one in page.chars if one["text"] == "日" and one["size"] == 16]
    end = max(days, key=lambda one: one["top"])
    assert end["matrix"][4] + CELL == near(184 - 4 * CELL / MM)
    name = [one for one in page.chars if one["text"] == "永"][-1]
    middle_of_name = name["matrix"][4] + 7 * CELL / 2
    start = next(one for one in page.chars if abs(one["top"] - end["top"]) < 3)
    middle_of_date = (start["x0"] + end["matrix"][4] + CELL) / 2
    assert middle_of_name == pytest.approx(middle_of_date, abs=1.5)


def test_a_list_lies_on_its_side_with_its_head_to_the_left(fonts, list_contents, page_of):
    page = page_of(case_list.build(list_contents, fonts), 1)
    assert page.rotation == 90
    # Shown turned, the sheet is landscape and the title stands at its top.
    assert page.width > page.height
    title = [one for one in page.chars if one["size"] == pytest.approx(22, abs=0.01)]
    assert title
    assert all(28 * MM < one["top"] < 28 * MM + 22 for one in title)
    middle = (min(one["x0"] for one in title) + max(one["x1"] for one in title)) / 2
    assert middle == near(35 + 225 / 2)


def test_no_character_of_any_page_leaves_the_text_block_sideways(fonts, minutes_contents, page_of):
    pdf = minutes.build(minutes_contents, fonts)
    for number in (1, 2):
        page = page_of(pdf, number)
        body = [one for one in page.chars if one["size"] == 16]
        assert min(one["matrix"][4] for one in body) >= 28 * MM - 0.1
        # The empty right half of a mark may hang outside; its ink does not.
        assert max(one["matrix"][4] for one in body) <= 184 * MM - 8 + 0.1

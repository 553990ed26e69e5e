"""Hold a printed page to GB/T 9704: measure what was read back, name what is off.

`reading.read(pdf, fonts)` gives one `Sheet` a page. The `hold_…` functions compare a sheet with a
line of the standard (`documents.md` §3) and raise an AssertionError that tells what is where.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tests.documents.reading import BODY, POINT, Box, Glyph, Rule, Sheet, alike, ink

TOLERANCE = 0.3
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
CELL = 156.0 / 28
PITCH = (225.0 - BODY * POINT) / 21
TIGHTEST = 28.0 * POINT
RED = (0.93, 0.0, 0.0)
SEAL = 42.0
FULL_WIDTH = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")


def hold(what: str, found: float, wanted: float, tolerance: float = TOLERANCE) -> None:
    """Compare a length in millimetres (or a size in points) with what the standard asks."""
    assert abs(found - wanted) <= tolerance, f"{what}: {found:.3f}, not {wanted:.3f} ±{tolerance}"


def hold_sheet(sheet: Sheet) -> None:
    """A4; a turned page is read as landscape."""
    sides = (297.0, 210.0) if sheet.turned else (210.0, 297.0)
    hold("width of the sheet", sheet.width, sides[0], 0.01)
    hold("height of the sheet", sheet.height, sides[1], 0.01)


def hold_fonts(pdf: bytes) -> None:
    """Every font is embedded, from the bundle and written with a Unicode table; no Helvetica."""
    used = re.findall(rb"/BaseFont /([A-Za-z+]+)", pdf)
    described = re.findall(rb"/FontName /([A-Za-z+]+)", pdf)
    files = re.findall(rb"/FontFile2 \d+ 0 R", pdf)
    assert used and sorted(used) == sorted(described), (used, described)
    assert len(files) == len(described), (files, described)
    assert all(name.partition(b"+")[2].startswith(b"Gongwen") for name in used), used
    assert pdf.count(b"/ToUnicode ") == len(used), used
    assert b"Helvetica" not in pdf


def hold_inside(sheet: Sheet, *, mirror: bool = False) -> None:
    """No character leaves the text block sideways; page numbers and letter rules stand apart.

    The empty half of a closing mark at the end of a line may hang outside.
    """
    shift = -2.0 if mirror and sheet.number % 2 == 0 else 0.0
    edges = (35.0, 260.0) if sheet.turned else (LEFT + shift, RIGHT + shift)
    for glyph in sheet.glyphs:
        hang = glyph.width / 2 if glyph.text in "，。、；：？！》）〕】”’…—" else 0.0
        assert glyph.left >= edges[0] - 0.1, f"{glyph} leaves the text block at the left"
        assert glyph.right - hang <= edges[1] + 0.1, f"{glyph} leaves the text block at the right"


def hold_grid(sheet: Sheet, *, after: float = TOP) -> None:
    """Body type below this height stands on the 22 lines, never between them.

    `after` is where the head ends, such as the bottom of the title; signature and date count.
    """
    for line in sheet.lines():
        if line[0].top < after - 0.01:
            continue
        at = (line[0].top - TOP) / PITCH
        words = "".join(one.text for one in line)
        assert abs(at - round(at)) * PITCH <= 0.05, f"line {at:.3f} of the grid: {words}"
        assert 0 <= round(at) <= 21, f"line {at:.3f} lies outside the text block: {words}"


def hold_full_page(sheet: Sheet, *, mirror: bool = False) -> None:
    """22 lines of 28 full-width characters with 27 equal steps, from edge to edge."""
    left = LEFT - 2.0 if mirror and sheet.number % 2 == 0 else LEFT
    lines = sheet.lines()
    assert len(lines) == 22, f"page {sheet.number} has {len(lines)} lines"
    for number, line in enumerate(lines):
        assert len(line) == 28, f"line {number} has {len(line)} characters"
        hold(f"top of line {number}", line[0].top, TOP + number * PITCH, 0.05)
        hold(f"start of line {number}", line[0].left, left, 0.05)
        for before, after in pairwise(line):
            hold(f"step in line {number}", after.left - before.left, CELL, 0.01)
    hold("bottom of the last line", lines[-1][0].bottom, BOTTOM, 0.05)


def hold_page_number(sheet: Sheet, *, mirror: bool = False) -> None:
    """14 points, 宋体, `— 1 —`, dash 7 mm below the text block, outside by one character.

    On a turned page the number stands where it stands on the others.
    """
    words = f"— {sheet.number} —"
    written = sheet.sideways if sheet.turned else sheet.glyphs
    start = "".join(one.text for one in written).rfind(words)
    assert start >= 0, f"page {sheet.number} has no number: {sheet.text!r}"
    glyphs = written[start : start + len(words)]
    assert {(one.role, one.size) for one in glyphs} == {("song", 14.0)}, glyphs
    shift = -2.0 if mirror and sheet.number % 2 == 0 else 0.0
    hold("dash of the page number", glyphs[0].baseline - 0.38 * 14 * POINT, 269.0)
    if sheet.number % 2:
        hold("right end of the page number", glyphs[-1].right, RIGHT + shift - 14 * POINT)
    else:
        hold("left end of the page number", glyphs[0].left, LEFT + shift + 14 * POINT)


def hold_no_page_number(sheet: Sheet) -> None:
    """The first page of a letter has none."""
    below = [one for one in sheet.glyphs if one.baseline > BOTTOM + 1]
    assert not below, f"page {sheet.number}: {''.join(one.text for one in below)}"


def hold_red_mark(pdf: bytes, sheet: Sheet, words: str, top: float) -> Box:
    """The red mark: 小标宋, ink from this height on, centred, at most 156 mm; return its ink."""
    glyphs = sheet.find(words)
    assert {one.role for one in glyphs} == {"xbs"}, glyphs
    assert all(alike(one.colour, RED) for one in glyphs), glyphs[0].colour
    box = ink(pdf, sheet.number, red=True, within=(0, 0, 210, glyphs[0].baseline + 3))
    assert box is not None
    hold("top of the red mark", box[1], top)
    assert box[2] - box[0] <= 156.0 + 0.2, f"the mark is {box[2] - box[0]:.1f} mm wide"
    hold("middle of the mark", (glyphs[0].left + glyphs[-1].right) / 2, 106.0)
    return box


def hold_number(sheet: Sheet, words: str, mark: Glyph) -> tuple[Glyph, ...]:
    """The number of a file: 16 points, centred, two lines below the mark."""
    glyphs = sheet.find(words)
    assert {one.size for one in glyphs} == {BODY}, glyphs
    hold("room above the number", glyphs[0].top - mark.bottom, blank_lines(2))
    hold("middle of the number", (glyphs[0].left + glyphs[-1].right) / 2, 106.0)
    return glyphs


def hold_red_rule(sheet: Sheet, number: Glyph) -> Rule:
    """The red rule of a file: 0.7 mm thick, 156 mm long, 4 mm below the number."""
    (rule,) = sheet.rules(RED)
    hold("left end of the red rule", rule.left, LEFT)
    hold("right end of the red rule", rule.right, RIGHT)
    hold("thickness of the red rule", rule.thickness, 0.7, 0.02)
    hold("room above the red rule", rule.y - number.bottom, 4.0)
    return rule


def hold_letter_rules(pdf: bytes, sheet: Sheet, mark: Box) -> tuple[Rule, ...]:
    """Double red rules of 170 mm, 4 mm below the ink of the mark and ending at 277 mm."""
    rules = sheet.rules(RED)
    assert len(rules) == 4, rules
    for rule, thickness in zip(rules, (1.5, 0.5, 0.5, 1.5), strict=True):
        hold("left end of a double rule", rule.left, 20.0)
        hold("right end of a double rule", rule.right, 190.0)
        hold("thickness of a rule", rule.thickness, thickness * POINT, 0.02)
    for upper, lower in (rules[:2], rules[2:]):
        hold("distance of the two rules", lower.y - upper.y, 2.4 * POINT, 0.02)
    hold("room below the mark", rules[0].top - mark[3], 4.0)
    hold("bottom of the lower double rule", rules[3].bottom, 277.0)
    return tuple(rules)


def hold_letter_number(sheet: Sheet, words: str, rule: Rule) -> tuple[Glyph, ...]:
    """The number of a letter: flush right, 7/8 of a character below the double rule."""
    glyphs = sheet.find(words)
    hold("right end of the number", glyphs[-1].left + CELL, RIGHT)
    hold("room above the number", glyphs[0].top - rule.bottom, 14 * POINT)
    return glyphs


def hold_title(sheet: Sheet, lines: Sequence[str], above: float) -> float:
    """The title: 22 points, 小标宋, centred, two lines below, 33 points apart; return its end."""
    found = [sheet.find(line) for line in lines]
    for glyphs in found:
        assert {(one.role, one.size) for one in glyphs} <= {("xbs", 22.0), ("song", 22.0)}, glyphs
        hold("middle of the title", (glyphs[0].left + glyphs[-1].right) / 2, 106.0)
    for upper, lower in pairwise(found):
        hold("step of the title", lower[0].baseline - upper[0].baseline, 33 * POINT, 0.02)
    hold("room above the title", found[0][0].top - above, blank_lines(2))
    return found[-1][0].bottom


def hold_addressee(sheet: Sheet, words: str, title_bottom: float) -> None:
    """主送机关: flush left, a line below the title, on the grid, ending with a colon."""
    glyphs = sheet.find(f"{words}：")
    hold("start of the addressee", glyphs[0].left, LEFT, 0.05)
    room = glyphs[0].top - title_bottom
    assert blank_lines(1) <= room <= blank_lines(1) + PITCH, f"{room:.2f} mm above the addressee"


def hold_indent(sheet: Sheet, words: str, *, role: str = "") -> None:
    """A paragraph begins two cells in, in the face of its level."""
    glyphs = sheet.find(words)
    hold(f"indent of {words}", glyphs[0].left, LEFT + 2 * CELL, 0.05)
    if role:
        wide = {one.role for one in glyphs if FULL_WIDTH.match(one.text)}
        assert wide == {role}, f"{words}: {wide}"


def hold_signature(
    pdf: bytes, sheet: Sheet, name: str, date: str, *, body_bottom: float | None = None
) -> None:
    """署名 over the date, which ends four cells from the edge; the place of the seal is free.

    `body_bottom` is where the text above ends on this page: it lies at most a line above the seal.
    """
    start = sheet.text.rfind(date)
    assert start >= 0, f"page {sheet.number} has no {date}"
    day = sheet.glyphs[start : start + len(date)]
    above = sheet.text.rfind(name, 0, start)
    assert above >= 0, f"page {sheet.number} has no {name} above its date"
    signed = sheet.glyphs[above : above + len(name)]
    wide = {one.size for one in (*day, *signed)}
    assert wide == {BODY}, wide
    below = day[0].baseline - signed[0].baseline
    assert min(abs(below - PITCH), abs(below - TIGHTEST)) <= 0.05, f"date below: {below:.3f}"
    date_end, name_end = day[-1].left + CELL, signed[-1].left + CELL
    if name_end - signed[0].left <= date_end - day[0].left + 8 * CELL + 0.01:
        hold("end of the date", date_end, RIGHT - 4 * CELL)
        middle = (day[0].left + date_end) / 2
        hold("signature over the date", (signed[0].left + name_end) / 2, middle)
    else:
        hold("end of a long signature", name_end, RIGHT - 2 * CELL)
        hold("start of the date", day[0].left, signed[0].left + 2 * CELL)
    hold_seal_room(pdf, sheet, [*signed, *day], body_bottom)


def seal_place(signed: Sequence[Glyph]) -> tuple[float, float]:
    """Return the middle of the seal: the date's middle, 9 points above the two lines' middle."""
    day = [one for one in signed if abs(one.baseline - signed[-1].baseline) < 0.2]
    tops, bottoms = signed[0].top, signed[-1].bottom
    return (day[0].left + day[-1].left + CELL) / 2, (tops + bottoms) / 2 - 9 * POINT


def hold_seal_room(
    pdf: bytes, sheet: Sheet, signed: Sequence[Glyph], body_bottom: float | None = None
) -> None:
    """Nothing but signature and date is printed in the circle of 42 mm."""
    x, y = seal_place(signed)
    mine = {id(one) for one in signed}
    for glyph in sheet.glyphs:
        if id(glyph) in mine or glyph.text.isspace():
            continue
        near_x = min(max(x, glyph.left), glyph.right)
        near_y = min(max(y, glyph.top), glyph.bottom)
        distance = ((near_x - x) ** 2 + (near_y - y) ** 2) ** 0.5
        assert distance >= SEAL / 2 - 0.1, f"{glyph} stands in the place of the seal"
    for box in sheet.boxes:
        near_x = min(max(x, box.left), box.right)
        near_y = min(max(y, box.top), box.bottom)
        distance = ((near_x - x) ** 2 + (near_y - y) ** 2) ** 0.5
        assert distance >= SEAL / 2 - 0.1, f"{box} crosses the place of the seal"
    if body_bottom is not None:
        gap = y - SEAL / 2 - body_bottom
        assert 0 <= gap <= PITCH, f"the seal lies {gap:.2f} mm below the text"


def hold_not_alone(sheet: Sheet, name: str, least: int = 1) -> None:
    """A signature never stands alone on a page: body lines go along with it."""
    start = sheet.text.rfind(name)
    assert start >= 0, f"page {sheet.number} has no {name}"
    above = [line for line in sheet.lines() if line[0].top < sheet.glyphs[start].top - 1]
    assert len(above) >= least, f"page {sheet.number} carries the signature alone"
    assert "此页无正文" not in sheet.text


def hold_imprint(
    sheet: Sheet, rows: int, *, rules: bool = True, bottom: float = BOTTOM, printed: bool = True
) -> None:
    """版记: 14 points, a character in at both sides, rules of 0.35/0.25/0.35 mm, last at 262 mm."""
    lines = [
        line
        for line in sheet.lines(14.0)
        if line[0].role != "song" and line[0].top > bottom - rows * 26.25 * POINT - 1
    ]
    assert len(lines) == rows, ["".join(one.text for one in line) for line in lines]
    hold("start of the imprint", lines[0][0].left, LEFT + 14 * POINT)
    for before, after in pairwise(lines):
        hold("row of the imprint", after[0].baseline - before[0].baseline, 26.25 * POINT, 0.02)
    if printed:
        hold("end of the imprint", lines[-1][-1].left + 14 * POINT, RIGHT - 14 * POINT)
    found = sheet.rules()
    if not rules:
        assert not found, found
        return
    wanted = (0.35, 0.25, 0.35) if printed and rows > 1 else (0.35, 0.35)
    assert len(found) == len(wanted), found
    for rule, thickness in zip(found, wanted, strict=True):
        hold("thickness of a rule of the imprint", rule.thickness, thickness, 0.02)
        hold("left end of a rule of the imprint", rule.left, LEFT)
        hold("right end of a rule of the imprint", rule.right, RIGHT)
    hold("last rule of the imprint", found[-1].y, bottom)
    hold("first rule of the imprint", found[0].y, bottom - rows * 26.25 * POINT)


def hold_heads_repeated(sheets: Iterable[Sheet], heads: Sequence[str]) -> None:
    """Every page of a table begins with its heads in 黑体."""
    for sheet in sheets:
        for head in heads:
            assert {one.role for one in sheet.find(head)} == {"hei"}, (sheet.number, head)


def blank_lines(count: int) -> float:
    """Return the height of blank lines between two em boxes: lines of type with their leading."""
    return count * PITCH - (PITCH - BODY * POINT)


def hold_apart(sheet: Sheet) -> None:
    """No character is printed over another; squeezed marks may meet by half their width."""
    drawn = sorted((one for one in sheet.glyphs if one.text.strip()), key=lambda one: one.baseline)
    for index, glyph in enumerate(drawn):
        for other in drawn[index + 1 :]:
            small = min(glyph.size, other.size) * POINT
            if other.baseline - glyph.baseline > 0.7 * small:
                break
            shared = min(glyph.right, other.right) - max(glyph.left, other.left)
            assert shared <= 0.55 * small, f"{glyph} and {other} are printed over each other"

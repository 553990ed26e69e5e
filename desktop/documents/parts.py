"""The parts that several kinds of paper share: heads, title, signature, imprint, QR code."""

from collections.abc import Sequence
from datetime import date

from reportlab.graphics.barcode.qr import QrCodeWidget

from desktop.documents import page
from desktop.documents.contents import Paragraph
from desktop.documents.dates import day
from desktop.documents.draw import Paper, Run
from desktop.documents.errors import DocumentError, TooLong
from desktop.documents.fonts import Style
from desktop.documents.lines import Line, break_lines
from desktop.documents.titles import MOST_LINES

THICK = 1.5
LARGEST_HEAD = 48.0
SMALLEST_HEAD = 20.0
MOST_CODED = 213  # bytes of a QR code whose modules a camera still tells apart
LEVEL_STYLES: dict[int, Style] = {1: "hei", 2: "kai", 3: "fangsong", 4: "fangsong"}
SEAL = 42 * page.MM  # across


def red_head(paper: Paper, text: str, top: float, place: str = "organ") -> float:
    """Draw the red mark with the top of its ink at this height; return its base line."""
    size = head_size(text, place)
    spread = 1.1 if len(text) <= 7 else 1.0
    pitch = min(size * spread, page.BLOCK_WIDTH / len(text))
    baseline = top + paper.ink(text, "xbs", size, place)[0]
    paper.text(
        page.LEFT + page.BLOCK_WIDTH / 2,
        baseline,
        text,
        "xbs",
        size,
        align="centre",
        colour=page.RED,
        pitch=pitch,
        place=place,
    )
    return baseline


def head_size(text: str, place: str = "organ") -> float:
    """Return the size at which the mark fills the width, within limits."""
    if not text:
        raise DocumentError("paper_text_empty", field=place)
    if page.BLOCK_WIDTH / len(text) < SMALLEST_HEAD:
        limit = int(page.BLOCK_WIDTH / SMALLEST_HEAD)
        raise TooLong("line_too_long", field=place, length=len(text), limit=limit)
    return min(LARGEST_HEAD, page.BLOCK_WIDTH / len(text))


def letter_head(paper: Paper, organ: str) -> float:
    """Draw mark and red double rules of a letter; return the height of the upper rule."""
    baseline = red_head(paper, organ, 30 * page.MM)
    depth = paper.ink(organ, "xbs", head_size(organ))[1]
    upper = baseline + depth + 4 * page.MM + THICK / 2
    double_rule(paper, upper, thick_first=True)
    double_rule(paper, 277 * page.MM - 2.4 - THICK / 2, thick_first=False)
    return upper


def double_rule(paper: Paper, top: float, *, thick_first: bool) -> None:
    """Draw a red double rule of 170 mm."""
    thick, thin = (top, top + 2.4) if thick_first else (top + 2.4, top)
    for y, thickness in ((thick, THICK), (thin, 0.5)):
        paper.rule(page.LETTER_RULE_LEFT, page.LETTER_RULE_RIGHT, y, thickness, page.RED)


def title(paper: Paper, lines: Sequence[str], top: float, place: str = "title") -> float:
    """Draw the title, centred; return the height below it."""
    if len(lines) > MOST_LINES:
        raise _too_many(lines, place)
    for index, line in enumerate(lines):
        baseline = top + index * page.TITLE_PITCH + page.ASCENT * page.TITLE
        paper.text(
            page.LEFT + page.BLOCK_WIDTH / 2,
            baseline,
            line,
            "xbs",
            page.TITLE,
            align="centre",
            place=place,
        )
    return top + (len(lines) - 1) * page.TITLE_PITCH + page.TITLE


def set_title(
    paper: Paper, text: str, top: float, left: float, width: float, place: str = "title"
) -> float:
    """Draw a title that breaks where a line is full, centred; return the height below it."""
    lines = break_lines(paper.cells([(text, "xbs")], page.TITLE, place=place), width, justify=False)
    if len(lines) > MOST_LINES:
        raise _too_many([line.text for line in lines], place)
    for line in lines:
        middle = left + (width - line.length) / 2
        paper.line(line, middle, top + page.ASCENT * page.TITLE, page.TITLE)
        top += page.TITLE_PITCH
    return top


def centred(
    paper: Paper,
    text: str,
    style: Style,
    size: float,
    top: float,
    pitch: float,
    left: float = page.LEFT,
    width: float = page.BLOCK_WIDTH,
    place: str = "",
) -> float:
    """Write a text on as many lines as it takes, each centred; return the height below them."""
    lines = break_lines(paper.cells([(text, style)], size, place=place), width, justify=False)
    if len(lines) > MOST_LINES:
        raise _too_many([line.text for line in lines], place)
    for line in lines:
        middle = left + (width - line.length) / 2
        paper.line(line, middle, top + page.ASCENT * size, size)
        top += pitch
    return top


def _too_many(lines: Sequence[str], place: str) -> TooLong:
    """Return the refusal of a title of too many lines."""
    length = sum(len(line) for line in lines)
    limit = sum(len(line) for line in lines[:MOST_LINES])
    return TooLong("paper_text_too_long", field=place, length=length, limit=limit)


def paragraph_runs(paragraph: Paragraph) -> list[Run]:
    """Return heading and text of a paragraph in the faces of its level."""
    style = LEVEL_STYLES.get(paragraph.level, "fangsong")
    if paragraph.heading:
        return [(paragraph.heading, style), (paragraph.text, "fangsong")]
    return [(paragraph.text, style if paragraph.level in (1, 2) else "fangsong")]


def signature(
    paper: Paper, organ: str, issued: date | None, baselines: tuple[float, float]
) -> None:
    """Write 署名 and the date below it on these base lines, with room for the seal."""
    of_name, of_date = baselines
    name_right, date_left, _ = _signed(paper, organ, issued)
    paper.text(name_right, of_name, organ, align="right", pitch=page.CELL, place="signatory")
    paper.text(date_left, of_date, _day_of(issued), pitch=page.CELL)


def seal_left(paper: Paper, organ: str, issued: date | None) -> float:
    """Return how far to the left the seal over a signature reaches; its middle is the date's."""
    _, date_left, date_width = _signed(paper, organ, issued)
    return date_left + date_width / 2 - SEAL / 2


def _day_of(issued: date | None) -> str:
    return day(issued) or "　　　　年　　月　　日"


def _signed(paper: Paper, organ: str, issued: date | None) -> tuple[float, float, float]:
    """Return where 署名 ends, where the date begins and how wide it is."""
    name_width = paper.width(organ, "fangsong", page.BODY, page.CELL, "signatory")
    date_width = paper.width(_day_of(issued), "fangsong", page.BODY, page.CELL)
    if name_width > date_width + 8 * page.CELL:
        name_right = page.RIGHT - 2 * page.CELL
        return name_right, name_right - name_width + 2 * page.CELL, date_width
    date_left = page.RIGHT - 4 * page.CELL - date_width
    return min(date_left + (date_width + name_width) / 2, page.RIGHT), date_left, date_width


def imprint_rows(paper: Paper, copy_to: Sequence[str], printed: bool) -> int:
    """Return how many rows the imprint takes."""
    return len(_copy_lines(paper, copy_to)) + int(printed)


def imprint(
    paper: Paper,
    copy_to: Sequence[str],
    printed_by: str = "",
    printed_on: date | None = None,
    *,
    rules: bool = True,
) -> None:
    """Write 抄送 and 印发 at the foot of the text block; a letter has no rules there."""
    copies = _copy_lines(paper, copy_to)
    printed = bool(printed_by or printed_on)
    rows = len(copies) + int(printed)
    if not rows:
        return
    top = page.BOTTOM - rows * page.IMPRINT_ROW
    if top < page.TOP:
        length, most = len("".join(copy_to)), int(page.BLOCK_HEIGHT / page.IMPRINT_ROW)
        limit = int(length * most / rows)
        raise TooLong("paper_text_too_long", field="copy_to", length=length, limit=limit)
    for index, line in enumerate(copies):
        paper.line(line, page.LEFT + page.SMALL, _imprint_baseline(top, index), page.SMALL)
    if printed:
        baseline = _imprint_baseline(top, len(copies))
        size = page.SMALL
        words = f"{day(printed_on)}印发" if printed_on else ""
        taken = paper.text(page.RIGHT - size, baseline, words, size=size, align="right")
        room = page.BLOCK_WIDTH - 3 * size - taken
        paper.text(page.LEFT + size, baseline, printed_by, size=size, place="printed_by", room=room)
    if rules:
        middle = [top + len(copies) * page.IMPRINT_ROW] if copies and printed else []
        thick = 0.35 * page.MM
        paper.rule(page.LEFT, page.RIGHT, top, thick)
        paper.rule(page.LEFT, page.RIGHT, page.BOTTOM, thick)
        for y in middle:
            paper.rule(page.LEFT, page.RIGHT, y, 0.25 * page.MM)


def copies(copy_to: Sequence[str]) -> str:
    """Return the sentence of those who get a copy; nothing for nobody."""
    return f"抄送：{'，'.join(copy_to)}。" if copy_to else ""


def _copy_lines(paper: Paper, copy_to: Sequence[str]) -> list[Line]:
    words = copies(copy_to)
    if not words:
        return []
    cells = paper.cells([(words, "fangsong")], page.SMALL, place="copy_to")
    return break_lines(cells, page.BLOCK_WIDTH - 2 * page.SMALL, hang=3 * page.SMALL)


def _imprint_baseline(top: float, row: int) -> float:
    return top + row * page.IMPRINT_ROW + page.IMPRINT_ROW / 2 + 0.38 * page.SMALL


def qr_code(
    paper: Paper, words: str, left: float, top: float, side: float, place: str = "number"
) -> None:
    """Draw a QR code of level M; the quiet zone around it is the caller's."""
    size = len(words.encode())
    if size > MOST_CODED:
        limit = len(words) * MOST_CODED // size
        raise TooLong("paper_text_too_long", field=place, length=len(words), limit=limit)
    code = QrCodeWidget(words, barLevel="M").qr
    code.make()
    count = code.getModuleCount()
    module = side / count
    for row in range(count):
        column = 0
        while column < count:
            end = column
            while end < count and code.isDark(row, end):
                end += 1
            if end > column:
                width = (end - column) * module
                paper.box(left + column * module, top + row * module, width, module, page.BLACK)
            column = end + 1

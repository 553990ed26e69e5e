"""文件格式: 挂牌督办通知书, 通报 and 请示, with everything GB/T 9704 gives them."""

import math

from desktop.documents import closing, page, parts
from desktop.documents.contents import Annex, OfficialContents, Paragraph
from desktop.documents.draw import Paper
from desktop.documents.flow import Flow
from desktop.documents.fonts import Fonts
from desktop.documents.grid import Grid, fitted, head_row, list_row
from desktop.documents.lines import Line
from desktop.documents.listing import check_table
from desktop.documents.official_head import about, head, security
from desktop.documents.preflight import prepare
from desktop.documents.titles import broken, title_lines

TABLE_SIZE = 12.0
TABLE_PADDING = 4.0
NOTE_SIZE = 10.5
DOCUMENT = "文件"


def build(
    contents: OfficialContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the paper as a PDF."""
    contents = prepare(contents, fonts, draft=draft)
    for annex in contents.annexes:
        if annex.table is not None:
            check_table(annex.table)
    with fonts.building():
        paper = Paper(fonts, about(contents), draft=draft, mirror=mirror)
        _draw(paper, contents)
        return paper.finish()


def mark(contents: OfficialContents) -> str:
    """Return the words of the red mark."""
    return f"{contents.organ.removesuffix(DOCUMENT)}{DOCUMENT}"


def attachments(contents: OfficialContents) -> tuple[str, ...]:
    """Return the names of all 附件."""
    return (*contents.attachments, *(annex.title for annex in contents.annexes))


def annex_heads(contents: OfficialContents) -> list[str]:
    """Return what stands above each annex: 附件, or 附件 with its number if there are more."""
    first = len(contents.attachments) + 1
    if len(attachments(contents)) == 1:
        return ["附件"] * len(contents.annexes)
    return [f"附件{number}" for number, _ in enumerate(contents.annexes, first)]


def _draw(paper: Paper, contents: OfficialContents) -> None:
    security(paper, contents)
    lines = title_lines(contents)
    first = head(paper, mark(contents), contents.number, lines, contents.signers)
    flow = Flow(paper, first)
    if contents.recipients:
        words = f"{'，'.join(contents.recipients)}："
        flow.write(flow.set([(words, "fangsong")], indent=0, place="recipients"))
    printed = bool(contents.printed_by or contents.printed_on)
    height = parts.imprint_rows(paper, contents.copy_to, printed) * page.IMPRINT_ROW
    closing.write(
        flow,
        running_text(flow, contents.paragraphs),
        closing.attached(flow, attachments(contents)),
        contents.signatory or contents.organ,
        contents.issue_date,
        contents.remark,
        0.0 if contents.annexes else height,
    )
    foot = page.BOTTOM
    for words, annex in zip(annex_heads(contents), contents.annexes, strict=True):
        flow.new_page()
        foot = _annex(flow, words, annex, height if annex is contents.annexes[-1] else 0.0)
    if contents.annexes and foot + height > page.BOTTOM:
        flow.new_page()
    parts.imprint(paper, contents.copy_to, contents.printed_by, contents.printed_on)
    flow.end_page()


def running_text(
    flow: Flow, paragraphs: tuple[Paragraph, ...], place: str = "paragraphs"
) -> list[Line]:
    """Break paragraphs of all levels into lines of the grid."""
    lines: list[Line] = []
    for number, paragraph in enumerate(paragraphs, 1):
        field = f"{place}[{number}]"
        *heading, (text, style) = parts.paragraph_runs(paragraph)
        first, *others = text.split("\n")
        found = flow.set([*heading, (first, style)], place=field)
        for line in found:
            line.keeps = bool(paragraph.level) and not text
        lines += found
        for other in others:
            lines += flow.set([(other, style)], place=field)
    return lines


def _annex(flow: Flow, words: str, annex: Annex, imprint: float) -> float:
    """Draw an annex from the head of a page on; return the height below it.

    The last one keeps its last two lines or rows with the imprint, which takes so many points.
    """
    paper = flow.paper
    paper.text(page.LEFT, page.baseline(0), words, "hei")
    below = parts.title(paper, broken(annex.title), page.TOP + 2 * page.PITCH, "annexes")
    flow.next_line = page.line_below(below + page.PITCH * 0.5)
    note = 6 + 2 * NOTE_SIZE if annex.note else 0.0
    tail = imprint + note if imprint else 0.0
    # A line of the grid ends where the next one begins, the last one too.
    words_end_it = tail and annex.table is None
    kept = math.ceil((tail + page.PITCH - page.BODY) / page.PITCH) if words_end_it else 0
    flow.write(running_text(flow, annex.paragraphs, "annexes"), tail=kept)
    foot = page.TOP + flow.next_line * page.PITCH
    if annex.table is not None:
        foot = _table(flow, annex, foot, tail)
    if annex.note:
        size = NOTE_SIZE
        if foot + 2 * size > page.BOTTOM:
            flow.new_page()
            foot = page.TOP
        baseline = foot + 6 + page.ASCENT * size
        paper.text(page.LEFT, baseline, annex.note, size=size, place="annexes")
        foot = baseline + size
    return foot


def _table(flow: Flow, annex: Annex, top: float, tail: float) -> float:
    """Draw the table of an annex; its heads come again on each further page.

    Two rows stay with what takes `tail` points at the foot.
    """
    assert annex.table is not None

    def turn() -> float:
        flow.new_page()
        return page.TOP

    table = fitted(flow.paper, annex.table, page.BLOCK_WIDTH, TABLE_SIZE, TABLE_PADDING)
    grid = Grid(
        flow.paper,
        page.LEFT,
        page.BLOCK_WIDTH,
        TABLE_SIZE,
        page.BOTTOM,
        turn=turn,
        heads=[head_row(table)],
        padding=TABLE_PADDING,
        leading=1.3,
    )
    rows = [list_row(table, row, number) for number, row in enumerate(table.rows, 1)]
    if not rows:
        rows = [list_row(table, ("无", *("" for _ in table.columns[1:])), 1)]
    return grid.draw(rows, top, tail)

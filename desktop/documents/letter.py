"""信函格式: mark, double rules, number at the right, text, signature, copies at the foot."""

from desktop.documents import closing, page, parts
from desktop.documents.contents import LetterContents
from desktop.documents.draw import Paper
from desktop.documents.flow import Flow
from desktop.documents.fonts import Fonts
from desktop.documents.official import running_text
from desktop.documents.official_head import about, security_lines
from desktop.documents.preflight import prepare
from desktop.documents.titles import title_lines

NUMBER_BELOW = 14.0  # points, 7/8 of a character, from the lower of the two rules


def build(
    contents: LetterContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the letter as a PDF."""
    contents = prepare(contents, fonts, draft=draft)
    with fonts.building():
        paper = Paper(fonts, about(contents), draft=draft, mirror=mirror)
        draw(paper, contents)
        return paper.finish()


def draw(paper: Paper, contents: LetterContents) -> None:
    """Draw the letter; long text goes on to a second page."""
    upper = parts.letter_head(paper, contents.organ)
    baseline = upper + 2.4 + NUMBER_BELOW + page.ASCENT * page.BODY
    taken = paper.text(
        page.RIGHT, baseline, contents.number, align="right", pitch=page.CELL, place="number"
    )
    room = page.BLOCK_WIDTH - taken - page.CELL
    lines = security_lines(contents)
    for row, (place, words) in enumerate(lines):
        paper.text(page.LEFT, baseline + row * page.PITCH, words, "hei", place=place, room=room)
    baseline += max(0, len(lines) - 1) * page.PITCH
    top = baseline + 0.12 * page.BODY + page.blank(2)
    below = parts.title(paper, title_lines(contents), top)
    flow = Flow(paper, page.line_below(below + page.blank(1)), number_first=False)
    if contents.recipients:
        words = f"{'，'.join(contents.recipients)}："
        flow.write(flow.set([(words, "fangsong")], indent=0, place="recipients"))
    rows = parts.imprint_rows(paper, contents.copy_to, printed=False)
    closing.write(
        flow,
        running_text(flow, contents.paragraphs),
        closing.attached(flow, contents.attachments),
        contents.signatory or contents.organ,
        contents.issue_date,
        contents.remark,
        rows * page.IMPRINT_ROW,
    )
    parts.imprint(paper, contents.copy_to, rules=False)
    flow.end_page()

"""The head of 文件 and 纪要: security lines, red mark, number, signers, red rule, title."""

from collections.abc import Sequence

from desktop.documents import page, parts
from desktop.documents.contents import LetterContents, OfficialContents
from desktop.documents.draw import About, Paper
from desktop.documents.titles import title_lines

MARK_TOP = 72 * page.MM  # the ink of the mark begins 35 mm below the top of the text block
RULE = 0.7 * page.MM
BELOW_NUMBER = 4 * page.MM
SIGNERS_A_ROW = 2
SIGNED_BY = "签发人："


def about(contents: OfficialContents | LetterContents) -> About:
    """Return what the file says of itself."""
    return About(
        title="".join(title_lines(contents)),
        author=contents.organ,
        subject=contents.kind,
        keywords=f"{contents.number} {contents.keywords}".strip(),
    )


def security_lines(contents: OfficialContents | LetterContents) -> list[tuple[str, str]]:
    """Return 份号, 密级 and 紧急程度, as far as there are any, with the names of their fields."""
    serial = f"{contents.copy_serial:06}" if contents.copy_serial is not None else ""
    known = (
        ("copy_serial", serial),
        ("secrecy", contents.secrecy),
        ("urgency", contents.urgency),
    )
    return [(place, words) for place, words in known if words]


def security(paper: Paper, contents: OfficialContents) -> None:
    """Write the security lines from the first line of the page on."""
    for line, (place, words) in enumerate(security_lines(contents)):
        paper.text(page.LEFT, page.baseline(line), words, "hei", place=place)


def head(
    paper: Paper,
    mark: str,
    number: str,
    title: Sequence[str],
    signers: Sequence[str] = (),
    place: str = "organ",
) -> int:
    """Draw everything from the mark to the title; return the first line of the text.

    `place` is the field of the contents that the mark comes from.
    """
    baseline = parts.red_head(paper, mark, MARK_TOP, place)
    top = baseline + 0.12 * parts.head_size(mark, place) + page.blank(2)
    top = _number(paper, number, signers, top)
    rule = top + page.BODY + BELOW_NUMBER
    paper.rule(page.LEFT, page.RIGHT, rule, RULE, page.RED)
    below = parts.title(paper, title, rule + page.blank(2))
    return page.line_below(below + page.blank(1))


def _number(paper: Paper, number: str, signers: Sequence[str], top: float) -> float:
    """Write the number, centred, or at the left of the last signers; return its top."""
    ascent = page.ASCENT * page.BODY
    if not signers:
        middle = page.LEFT + page.BLOCK_WIDTH / 2
        paper.text(middle, top + ascent, number, align="centre", pitch=page.CELL, place="number")
        return top
    rows = [signers[at : at + SIGNERS_A_ROW] for at in range(0, len(signers), SIGNERS_A_ROW)]
    column = max(_name_width(paper, name) for name in signers) + page.CELL
    columns = min(SIGNERS_A_ROW, len(signers))
    first = page.RIGHT - columns * column
    label = paper.width(SIGNED_BY, "fangsong", page.BODY, page.CELL)
    paper.text(first - label, top + ascent, SIGNED_BY, pitch=page.CELL)
    for row in rows:
        for place, name in enumerate(row):
            paper.text(
                first + place * column,
                top + ascent,
                name,
                "kai",
                pitch=page.CELL,
                place="signers",
            )
        top += page.PITCH
    top -= page.PITCH
    left = page.LEFT + page.CELL
    room = first - label - left - page.CELL
    paper.text(left, top + ascent, number, pitch=page.CELL, place="number", room=room)
    return top


def _name_width(paper: Paper, name: str) -> float:
    return paper.width(name, "kai", page.BODY, page.CELL, "signers")

"""文件格式 and 信函格式 as DOCX, to be edited in WPS or Word, from the contents of the PDF."""

from docx.shared import Pt

from desktop.documents import closing, official, parts
from desktop.documents.contents import (
    Annex,
    LetterContents,
    OfficialContents,
    Paragraph,
)
from desktop.documents.dates import day
from desktop.documents.official_head import SIGNED_BY, security_lines
from desktop.documents.titles import broken, title_lines
from desktop.documents.word_file import BODY, PITCH, RED, WIDTH_POINTS, WordFile

BLANK_DATE = "　　　　年　　月　　日"
MARK_LINE = 60.0
SECURITY_LINES = 3  # lines above the mark, whether they are written or not
ABOVE_TITLE, BELOW_TITLE = 2 * PITCH - 21, 17.0  # as far as the PDF has them
SPACE = "　"


def build_official(contents: OfficialContents) -> bytes:
    """Return a paper in 文件格式 as DOCX."""
    word = WordFile("".join(title_lines(contents)), contents.organ, contents.kind)
    word.page_numbers()
    security = security_lines(contents)
    for _, words in security:
        word.paragraph([(words, "hei")], align="left")
    mark = official.mark(contents)
    size = parts.head_size(mark)
    before = (SECURITY_LINES - len(security)) * PITCH + 6
    word.paragraph(
        [(mark, "xbs")], size=size, align="centre", colour=RED, line=Pt(MARK_LINE), before=before
    )
    _number(word, contents)
    word.rule_below()
    _title(word, title_lines(contents))
    _text(word, contents)
    _end(word, contents, official.attachments(contents))
    for head, annex in zip(official.annex_heads(contents), contents.annexes, strict=True):
        _annex(word, head, annex)
    when = f"{day(contents.printed_on)}印发" if contents.printed_on else ""
    word.imprint(parts.copies(contents.copy_to), contents.printed_by, when)
    return word.finish()


def build_letter(contents: LetterContents) -> bytes:
    """Return a letter as DOCX."""
    word = WordFile("".join(title_lines(contents)), contents.organ, contents.kind)
    word.letter_page()
    size = min(parts.LARGEST_HEAD, WIDTH_POINTS / len(contents.organ))
    word.paragraph(
        [(contents.organ, "xbs")],
        size=size,
        align="centre",
        colour=RED,
        line=Pt(MARK_LINE),
        spread=size * 0.1 if len(contents.organ) <= 7 else 0.0,
    )
    word.letter_rule()
    lines = security_lines(contents)
    left = lines[0][1] if lines else ""
    word.at_both_ends((left, "hei"), (contents.number, "fangsong"), before=8)
    for _, words in lines[1:]:
        word.paragraph([(words, "hei")], align="left")
    _title(word, title_lines(contents))
    _text(word, contents)
    _end(word, contents, contents.attachments)
    word.imprint(parts.copies(contents.copy_to), "", "", rules=False)
    return word.finish()


def _number(word: WordFile, contents: OfficialContents) -> None:
    """Write the number, centred, or at the left with the signers at the right."""
    if not contents.signers:
        word.paragraph([(contents.number, "fangsong")], align="centre", before=PITCH)
        return
    rows = [contents.signers[at : at + 2] for at in range(0, len(contents.signers), 2)]
    for place, row in enumerate(rows):
        label = SIGNED_BY if place == 0 else SPACE * len(SIGNED_BY)
        number = contents.number if place == len(rows) - 1 else ""
        word.at_both_ends(
            (f"{SPACE}{number}", "fangsong"),
            (label, "fangsong"),
            (f"{SPACE.join(row)}{SPACE}", "kai"),
            before=0 if place else PITCH,
        )


def _title(word: WordFile, lines: tuple[str, ...]) -> None:
    for index, line in enumerate(lines):
        before = 0 if index else ABOVE_TITLE
        word.paragraph([(line, "xbs")], size=22, align="centre", line=Pt(33), before=before)
    word.paragraph([], line=Pt(BELOW_TITLE))


def _text(word: WordFile, contents: OfficialContents | LetterContents) -> None:
    """Write the recipients and the text."""
    if contents.recipients:
        word.paragraph([(f"{'，'.join(contents.recipients)}：", "fangsong")])
    _paragraphs(word, contents.paragraphs)


def _paragraphs(word: WordFile, paragraphs: tuple[Paragraph, ...]) -> None:
    for paragraph in paragraphs:
        *heading, (text, style) = parts.paragraph_runs(paragraph)
        first, *others = text.split("\n")
        keeps = paragraph.level > 0 and not text
        word.paragraph([*heading, (first, style)], indent=True, keeps=keeps)
        for other in others:
            word.paragraph([(other, style)], indent=True)


def _end(
    word: WordFile, contents: OfficialContents | LetterContents, attachments: tuple[str, ...]
) -> None:
    """Write what is attached, the signature over the date, and 附注."""
    if attachments:
        word.paragraph([], keeps=True)
    for number, name in enumerate(attachments, 1):
        ordinal = f"{number}." if len(attachments) > 1 else ""
        head = closing.ATTACHED if number == 1 else SPACE * len(closing.ATTACHED)
        word.paragraph([(f"{head}{ordinal}{name}", "fangsong")], attached=bool(ordinal), keeps=True)
    for _ in range(2):
        word.paragraph([], keeps=True)
    signatory = contents.signatory or contents.organ
    words = day(contents.issue_date) or BLANK_DATE
    name_width, date_width = _width(signatory), _width(words)
    if name_width > date_width + 8 * BODY:
        name_right, date_right = 2 * BODY, name_width - date_width
    else:
        date_right = 4 * BODY
        name_right = max(0.0, date_right + (date_width - name_width) / 2)
    word.paragraph([(signatory, "fangsong")], align="right", right=name_right, keeps=True)
    word.paragraph([(words, "fangsong")], align="right", right=date_right)
    if contents.remark:
        word.paragraph([(f"（{contents.remark}）", "fangsong")], indent=True)


def _annex(word: WordFile, head: str, annex: Annex) -> None:
    """Write an annex from the head of a page on."""
    word.paragraph([(head, "hei")], align="left", new_page=True)
    word.paragraph([])
    for line in broken(annex.title):
        word.paragraph([(line, "xbs")], size=22, align="centre", line=Pt(33))
    word.paragraph([])
    _paragraphs(word, annex.paragraphs)
    if annex.table is not None:
        word.table(annex.table)
    if annex.note:
        word.paragraph([(annex.note, "fangsong")], size=10.5, align="left", line=None, before=4)


def _width(text: str) -> float:
    """Return the width of a text in the body's type, digits as half characters."""
    return sum(BODY / 2 if one.isascii() else BODY - 0.25 for one in text)

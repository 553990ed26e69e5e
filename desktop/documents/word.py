"""Every kind of page as DOCX, to be edited in WPS or Word; here the notice and the minutes."""

from collections.abc import Callable
from typing import Any

from docx.shared import Pt

from desktop.documents import minutes, parts
from desktop.documents.clean import clean
from desktop.documents.contents import (
    CaseListContents,
    CaseSheetContents,
    Contents,
    FiguresContents,
    FormContents,
    HandoverContents,
    LetterContents,
    MinutesContents,
    NoticeContents,
    OfficialContents,
    ReceiptContents,
    WeeklyContents,
)
from desktop.documents.dates import day
from desktop.documents.notice_fields import LEVELS, copied, fields, people
from desktop.documents.notice_letter import title
from desktop.documents.titles import title_lines
from desktop.documents.word_file import NARROW_LABEL, RED, WordFile
from desktop.documents.word_form import build_form
from desktop.documents.word_lists import (
    build_figures,
    build_handover,
    build_list,
    build_receipt,
    build_sheet,
    build_weekly,
)
from desktop.documents.word_official import build_letter, build_official

HEAD_WIDTH = 430  # points a red head may take


Editable = Contents | FiguresContents | HandoverContents


def build(contents: Editable) -> bytes:
    """Return the copy of a page that can be edited."""
    make: Any = _BUILDERS[type(contents)]
    made: bytes = make(clean(contents))
    return made


def build_notice(contents: NoticeContents) -> bytes:
    """Return the table form of the notice as DOCX."""
    contents = clean(contents)
    word = WordFile(title(contents), contents.organ, "督办通知单")
    size = min(28.0, HEAD_WIDTH / len(contents.organ))
    word.paragraph([(contents.organ, "xbs")], size=size, align="centre", colour=RED, line=None)
    word.rule_below()
    name = (
        "督办通知单" if contents.level == "ordinary" else f"督办通知单（{LEVELS[contents.level]}）"
    )
    word.paragraph([(name, "xbs")], size=22, align="centre", line=None, after=6)
    for row in fields(contents):
        cells = [(label, text, share) for label, text, _, share in row]
        word.row(cells, label_width=NARROW_LABEL)
    signed = f"{contents.signatory or contents.organ}\n{day(contents.issue_date)}"
    word.rows_beside([(label, text) for label, text, _, _ in people(contents)], signed)
    last = [(label, text, share) for label, text, _, share in copied(contents)]
    word.row(last, label_width=NARROW_LABEL)
    return word.finish()


def build_minutes(contents: MinutesContents) -> bytes:
    """Return the minutes as DOCX."""
    contents = clean(contents)
    word = WordFile(contents.title, contents.organ, "会议纪要")
    word.page_numbers()
    _minutes_head(word, contents)
    for text in minutes.opening(contents).split("\n"):
        word.paragraph([(text, "fangsong")], indent=True)
    for paragraph in contents.paragraphs:
        word.paragraph(parts.paragraph_runs(paragraph), indent=True)
    if contents.agreed:
        word.paragraph([(minutes.AGREED, "hei")], indent=True, keeps=True)
    for number, item in enumerate(contents.agreed, 1):
        word.paragraph([(minutes.agreed_text(item, number), "fangsong")], indent=True)
    word.paragraph([])
    for head, names, _ in minutes.attendance(contents):
        word.paragraph([(f"{head}：", "hei"), (names, "fangsong")], hang=True)
    when = f"{day(contents.printed_on)}印发" if contents.printed_on else ""
    word.imprint(parts.copies(contents.copy_to), contents.printed_by, when)
    return word.finish()


def _minutes_head(word: WordFile, contents: MinutesContents) -> None:
    """Write mark, number, red rule and title."""
    mark = minutes.mark(contents)
    size = min(parts.LARGEST_HEAD, HEAD_WIDTH / len(mark))
    word.paragraph([(mark, "xbs")], size=size, align="centre", colour=RED, line=None, before=99)
    word.paragraph([(contents.number, "fangsong")], align="centre", before=40)
    word.rule_below()
    for index, line in enumerate(title_lines(contents)):
        before = 0 if index else 40
        word.paragraph([(line, "xbs")], size=22, align="centre", line=Pt(33), before=before)
    word.paragraph([])


_BUILDERS: dict[type, Callable[..., bytes]] = {
    NoticeContents: build_notice,
    MinutesContents: build_minutes,
    OfficialContents: build_official,
    LetterContents: build_letter,
    FormContents: build_form,
    ReceiptContents: build_receipt,
    CaseListContents: build_list,
    CaseSheetContents: build_sheet,
    WeeklyContents: build_weekly,
    FiguresContents: build_figures,
    HandoverContents: build_handover,
}

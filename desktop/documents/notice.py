"""督办通知单: the table form that is filed, or the letter."""

from desktop.documents import letter as letter_page
from desktop.documents import notice_form, notice_letter
from desktop.documents.contents import NoticeContents
from desktop.documents.draw import About, Paper
from desktop.documents.fonts import Fonts
from desktop.documents.preflight import prepare


def build(
    contents: NoticeContents,
    fonts: Fonts,
    *,
    letter: bool = False,
    draft: bool = False,
    mirror: bool = False,
) -> bytes:
    """Return the notice as a PDF: the table form, or the letter."""
    contents = prepare(contents, fonts, draft=draft)
    if letter:
        said = notice_letter.as_letter(contents)
        return letter_page.build(said, fonts, draft=draft, mirror=mirror)
    about = About(
        title=notice_letter.title(contents),
        author=contents.organ,
        subject="督办通知单",
        keywords=" ".join((contents.number, *contents.case_numbers)).strip(),
    )
    with fonts.building():
        paper = Paper(fonts, about, draft=draft, mirror=mirror)
        notice_form.draw(paper, contents)
        return paper.finish()

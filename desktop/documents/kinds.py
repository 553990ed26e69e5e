"""Every kind of contents and the module that makes a page of it, as PDF and as DOCX."""

from desktop.documents import form, letter, official
from desktop.documents.contents import FormContents, LetterContents, OfficialContents
from desktop.documents.fonts import Fonts

FurtherContents = OfficialContents | LetterContents | FormContents


def build(
    contents: FurtherContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the paper as a PDF in the format of its kind."""
    if isinstance(contents, OfficialContents):
        return official.build(contents, fonts, draft=draft, mirror=mirror)
    if isinstance(contents, LetterContents):
        return letter.build(contents, fonts, draft=draft, mirror=mirror)
    return form.build(contents, fonts, draft=draft, mirror=mirror)


def title_of(contents: FurtherContents) -> str:
    """Return what the paper is called on a screen and in the name of its file."""
    if isinstance(contents, FormContents):
        return contents.title
    return contents.kind

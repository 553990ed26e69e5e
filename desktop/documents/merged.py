"""Notices and slips of a whole batch in one file; the faces are in it once, not once a paper."""

from collections.abc import Sequence

from desktop.documents import notice_form, page, receipt
from desktop.documents.contents import NoticeContents, ReceiptContents
from desktop.documents.draw import About, Paper
from desktop.documents.fonts import Fonts
from desktop.documents.preflight import prepare


def build(
    papers: Sequence[NoticeContents | ReceiptContents],
    fonts: Fonts,
    title: str,
    *,
    two_sided: bool = False,
    mirror: bool = False,
) -> bytes:
    """Return the papers one after the other, each from its own page 1.

    Two-sided, each begins on a front: nobody's notice stands on the back of another's.
    """
    ready = [prepare(one, fonts, draft=False) for one in papers]
    about = About(title=title, author=papers[0].organ, subject="督办通知单、回执")
    with fonts.building():
        paper = Paper(fonts, about, mirror=mirror, most_pages=page.MOST_PAGES)
        for nth, one in enumerate(ready):
            if nth:
                paper.next_paper(on_a_front=two_sided)
            if isinstance(one, ReceiptContents):
                receipt.draw(paper, one)
            else:
                notice_form.draw(paper, one)
        return paper.finish()

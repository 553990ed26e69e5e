"""The papers that follow from a notice or a listed matter: made, shown, saved as PDF or DOCX."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from db.queries.listed import ListedRow
from db.queries.lookup import StreetRow
from db.rules.notice_papers import FurtherPaper, ListedPaper
from desktop import texts
from desktop.documents import kinds, word
from desktop.documents.kinds import FurtherContents
from desktop.documents.preview import page_count
from desktop.further_papers import further_contents, listed_paper
from desktop.pages.loose_paper import A4, LoosePaper
from desktop.pages.loose_preview import LoosePreview
from desktop.pages.supervision_papers import NoticeSeen, PaperMaker
from desktop.services import Services


class FurtherPreview(LoosePreview):
    """Shows one paper at a time; it is made on the worker for documents."""

    def __init__(self, services: Services, maker: PaperMaker, window: QWidget) -> None:
        super().__init__(services, window)
        self._maker = maker

    def show_paper(self, paper: FurtherPaper, seen: NoticeSeen) -> None:
        """Show a paper that follows from a notice."""
        self.make(_of_notice, self._maker, paper, seen)

    def show_listed(
        self, paper: ListedPaper, row: ListedRow, street: StreetRow, now: datetime
    ) -> None:
        """Show a paper of a listed matter."""
        self.make(_of_listed, self._maker, paper, row, street, now)


def _of_notice(maker: PaperMaker, paper: FurtherPaper, seen: NoticeSeen) -> LoosePaper:
    contents = further_contents(paper, seen.detail, seen.street, seen.further, seen.now)
    return made_paper(maker, contents, texts.label(paper), seen.detail.number)


def _of_listed(
    maker: PaperMaker, paper: ListedPaper, row: ListedRow, street: StreetRow, now: datetime
) -> LoosePaper:
    return made_paper(maker, listed_paper(paper, row, street, now), texts.label(paper), row.number)


def made_paper(maker: PaperMaker, contents: FurtherContents, title: str, number: str) -> LoosePaper:
    """Return a paper as pages, with the copy that can be edited."""
    data = kinds.build(contents, maker.fonts())
    return LoosePaper(
        f"{title} {number}".strip(),
        number,
        data,
        page_count(data),
        A4,
        partial(word.build, contents),
    )

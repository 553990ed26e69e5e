"""The papers that follow from a notice or a listed matter: made, shown, kept with their number."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from db.queries.listed import ListedRow
from db.queries.lookup import StreetRow
from db.rules.notice_papers import FurtherPaper, ListedPaper
from db.rules.numbering import FILED_NUMBERS
from desktop import texts
from desktop.documents import kinds
from desktop.documents.kinds import FurtherContents
from desktop.documents.preview import page_count
from desktop.further_papers import further_contents, listed_paper
from desktop.pages.loose_paper import A4, LoosePaper
from desktop.pages.loose_preview import LoosePreview
from desktop.pages.paper_filing import Filing
from desktop.pages.supervision_papers import OBJECT, NoticeSeen, PaperMaker
from desktop.services import Services

LISTED, LATE = "listed", "late"


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
    place = Place(paper.value, OBJECT, seen.detail.id, occasion_of(paper, seen))
    return made_paper(maker, contents, texts.label(paper), seen.detail.number, place)


def occasion_of(paper: FurtherPaper, seen: NoticeSeen) -> str:
    """Return what tells the papers of a kind about one notice apart."""
    if paper is FurtherPaper.REMINDER:
        return str(seen.further.reminder_nth)
    if paper is FurtherPaper.DEPARTMENT_LETTER and seen.now > seen.detail.finish_by:
        return LATE
    return ""


def _of_listed(
    maker: PaperMaker, paper: ListedPaper, row: ListedRow, street: StreetRow, now: datetime
) -> LoosePaper:
    contents = listed_paper(paper, row, street, now)
    return made_paper(
        maker, contents, texts.label(paper), row.number, Place(paper.value, LISTED, row.id)
    )


@dataclass(frozen=True)
class Place:
    """Where a paper is kept."""

    kind: str
    object_kind: str
    object_id: int
    occasion: str = ""


def made_paper(
    maker: PaperMaker, contents: FurtherContents, title: str, about: str, place: Place
) -> LoosePaper:
    """Return a paper as pages; one that takes a number is a draft until it has it."""
    is_draft = place.kind in FILED_NUMBERS
    data = kinds.build(contents, maker.fonts(), draft=is_draft)
    paper = LoosePaper(f"{title} {about}".strip(), about, data, page_count(data), A4, contents)
    number = "" if is_draft else contents.number
    return replace(paper, filing=_filing(maker, paper, contents, place, number))


def _numbered(
    maker: PaperMaker, paper: LoosePaper, contents: FurtherContents, place: Place, number: str
) -> LoosePaper:
    """Return the paper with its number, ready to be kept."""
    contents = replace(contents, number=number)
    data = kinds.build(contents, maker.fonts())
    filing = _filing(maker, paper, contents, place, number)
    return replace(
        paper, data=data, pages=page_count(data), contents=contents, filing=filing
    )  # fmt: skip


def _filing(
    maker: PaperMaker, paper: LoosePaper, contents: FurtherContents, place: Place, number: str
) -> Filing:
    return Filing(
        place.kind,
        place.object_kind,
        place.object_id,
        asdict(contents),
        number,
        place.occasion,
        numbered=partial(_numbered, maker, paper, contents, place),
    )

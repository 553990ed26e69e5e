"""A handover as it is printed."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from db.queries.handovers import Handover, Matter
from desktop import texts
from desktop.documents import handover
from desktop.documents.contents import HandedOver, HandoverContents
from desktop.documents.fonts import Fonts
from desktop.documents.preview import page_count
from desktop.pages.loose_paper import LoosePaper
from desktop.pages.loose_preview import LoosePreview
from desktop.pages.paper_filing import Filing
from desktop.paper_fonts import paper_fonts
from desktop.services import Services

KIND = "handover"


class HandoverPaperMaker:
    """Makes the paper; called on the worker for documents only, where its fonts are loaded once."""

    def __init__(self) -> None:
        self._fonts: Fonts | None = None

    def make(self, organ: str, record: Handover) -> LoosePaper:
        """Return the record as pages."""
        if self._fonts is None:
            self._fonts = paper_fonts()
        contents = handover_contents(organ, record)
        data = handover.build(contents, self._fonts)
        return LoosePaper(
            handover.title_of(contents),
            organ,
            data,
            page_count(data),
            contents=contents,
            filing=Filing(KIND, KIND, record.id, asdict(contents)),
        )


class HandoverPreview(LoosePreview):
    """Shows a record as it is printed."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(services, window)
        self._maker = HandoverPaperMaker()

    def show_record(self, organ: str, record: Handover) -> None:
        """Show a record of this room."""
        self.make(self._maker.make, organ, record)


@texts.official
def handover_contents(organ: str, record: Handover) -> HandoverContents:
    """Return what stands on the paper."""
    return HandoverContents(
        organ=organ,
        shift=texts.label(record.shift),
        began_on=record.began_at.date(),
        giver=record.giver,
        given_at=record.at,
        taker=record.taker,
        taken_at=record.taken_at,
        counts=tuple((texts.label(name), count) for name, count in record.counts.items()),
        note=record.note,
        matters=tuple(_matter(one) for one in record.matters),
    )


def _matter(matter: Matter) -> HandedOver:
    settled = ""
    if matter.settled_at is not None:
        at = f"{matter.settled_at:%m-%d %H:%M}"
        settled = " ".join((matter.settled_note, matter.settled_by, at)).strip()
    return HandedOver(matter.number, matter.title, matter.remark, settled)

"""A handover on paper: the counts, the word left, the named matters and both signatures."""

from __future__ import annotations

import os

from PySide6.QtWidgets import QWidget

from db.queries.handovers import Handover, Matter
from desktop import texts
from desktop.documents import case_list
from desktop.documents.contents import CaseListContents, Column
from desktop.documents.fonts import Fonts
from desktop.documents.preview import page_count
from desktop.pages.loose_paper import LoosePaper
from desktop.pages.loose_preview import LoosePreview
from desktop.services import Services


class HandoverPaperMaker:
    """Makes the paper; called on the worker for documents only, where its fonts are loaded once."""

    def __init__(self) -> None:
        self._fonts: Fonts | None = None

    def make(self, organ: str, record: Handover) -> LoosePaper:
        """Return the record as pages."""
        if self._fonts is None:
            bundled = os.environ.get("COMMAND_ROOM_FONTS") == "bundled"
            self._fonts = Fonts(force_bundled=bundled)
        contents = handover_contents(organ, record)
        data = case_list.build(contents, self._fonts)
        return LoosePaper(contents.title, contents.subtitle, data, page_count(data))


class HandoverPreview(LoosePreview):
    """Shows a record as it is printed."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(services, window)
        self._maker = HandoverPaperMaker()

    def show_record(self, organ: str, record: Handover) -> None:
        """Show a record of this room."""
        self.make(self._maker.make, organ, record)


@texts.official
def handover_contents(organ: str, record: Handover) -> CaseListContents:
    """Return what stands on the paper."""
    shift = f"{texts.day(record.began_at.date())}{texts.label(record.shift)}"
    counts = "、".join(f"{texts.label(name)}{count}件" for name, count in record.counts.items())
    taken = texts.moment(record.taken_at) or "____年__月__日 __:__"
    return CaseListContents(
        title=f"交接班记录（{shift}）",
        organ=organ,
        subtitle=f"交班时间：{texts.moment(record.at)}",
        columns=(
            Column("序号", 0.06, "centre"),
            Column("事件编号", 0.17, "centre"),
            Column("事件", 0.24),
            Column("嘱咐", 0.27),
            Column("接班后办理", 0.26),
        ),
        rows=tuple(_row(nth, one) for nth, one in enumerate(record.matters, start=1)),
        notes=(
            f"交班时：{counts}。",
            f"本班情况：{record.note or '无'}",
            f"交班人：{record.giver}（{texts.moment(record.at)} 签字）"
            f"　　接班人：{record.taker}（{taken} 签字）",
        ),
    )


def _row(nth: int, matter: Matter) -> tuple[str, ...]:
    settled = ""
    if matter.settled_at is not None:
        settled = f"{matter.settled_note}（{matter.settled_by}，{matter.settled_at:%m-%d %H:%M}）"
    return (str(nth), matter.number, matter.title, matter.remark, settled)

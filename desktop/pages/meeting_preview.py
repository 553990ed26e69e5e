"""Show the papers of a meeting, file the final ones, write them where the person says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.queries.week_material import WeekMaterial, week_material
from desktop.errors import sentence
from desktop.pages.meeting_papers import (
    MeetingPaper,
    MeetingPaperMaker,
    MinutesSeen,
    PaperKind,
    minutes_seen,
    save_paper,
)
from desktop.pages.paper_filing import PaperFiler, may_file
from desktop.pages.shown_paper import ShownPaper
from desktop.services import Services


class PaperPreview(ShownPaper):
    """From a wish to the pages on the screen: read, build, file, show."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(services, window, save_paper)
        self._maker = MeetingPaperMaker()
        self._meeting_id = 0
        self._made: MeetingPaper | None = None
        self._keeper = PaperFiler(services, self)
        self._keeper.filed.connect(self._show_filed)
        self._keeper.refused.connect(self._show_unfiled)

    def show_minutes(self, meeting_id: int) -> None:
        """Show the minutes of a meeting; a closed one's are filed first."""
        self._services.ask(minutes_seen, meeting_id, parent=self, done=self._make_minutes)

    def show_week(self, meeting_id: int, year: int, week: int) -> None:
        """Show the review material of a week."""
        self._meeting_id = meeting_id
        self._services.ask(week_material, year, week, parent=self, done=self._make_week)

    # Making -------------------------------------------------------------------------------

    @Slot(object)
    def _make_minutes(self, seen: MinutesSeen) -> None:
        self._services.work(
            self._maker.make_minutes, seen, parent=self, done=self._keep, key="paper"
        )

    @Slot(object)
    def _make_week(self, seen: WeekMaterial) -> None:
        self._services.work(
            self._maker.make_weekly, seen, self._meeting_id, parent=self, done=self._keep,
            key="paper",
        )  # fmt: skip

    @Slot(object)
    def _keep(self, paper: MeetingPaper) -> None:
        """File a final paper that is not in the archive yet, then show it."""
        self._made = paper
        filing = paper.filing
        if filing is None or filing.paper_id is not None or not may_file(self._services.session):
            self._open(paper, self._note_of(paper))
            return
        self._keeper.file(paper)

    @Slot(object)
    def _show_filed(self, paper: MeetingPaper) -> None:
        words = self.tr("{number} 已存入文书档案。").format(number=paper.number)
        # It was made just now: nothing says that an older file was taken for it.
        self._open(replace(paper, kept=False), words)

    @Slot(object)
    def _show_unfiled(self, error: Exception) -> None:
        # The minutes exist all the same; the person sees them and why they are not filed.
        if self._made is not None:
            self._open(self._made, sentence(error))

    def _open(self, paper: MeetingPaper, note: str) -> None:
        self.show(paper, note, with_word=True)

    def _note_of(self, paper: MeetingPaper) -> str:
        if paper.kept:
            return self.tr("{number}，文书档案中保存的原件。").format(number=paper.number)
        if paper.kind is PaperKind.MINUTES and not paper.is_final:
            return self.tr("草稿：会议结束后才有期号，才能存档。")
        return ""

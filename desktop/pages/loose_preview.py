"""Show a paper made from the record, the kept one where one is kept; save it, print it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.queries.papers import KeptPaper, kept_paper
from desktop.errors import sentence
from desktop.pages.loose_paper import LoosePaper, save_paper
from desktop.pages.paper_filing import as_kept
from desktop.pages.shown_paper import ShownPaper
from desktop.services import Services


class LoosePreview(ShownPaper):
    """From what stands on a paper to its pages on the screen."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(services, window, save_paper)
        self._made: LoosePaper | None = None

    def make(self, build: Callable[..., LoosePaper], *facts: Any) -> None:
        """Build a paper on the worker for documents and show it."""
        self._services.work(
            build, *facts, parent=self, done=self._open, failed=self._tell, key="paper"
        )

    @Slot(object)
    def _open(self, paper: LoosePaper) -> None:
        """Show a paper; of one that takes a number, the kept one if there is one."""
        filing = paper.filing
        if filing is None or not filing.takes_number:
            self._show_made(paper)
            return
        self._made = paper
        self._services.ask(
            kept_paper, filing.kind, filing.object_kind, filing.object_id, filing.occasion,
            parent=self, done=self._show_kept, failed=self._tell, key="kept",
        )  # fmt: skip

    @Slot(object)
    def _show_kept(self, kept: KeptPaper | None) -> None:
        assert self._made is not None
        paper = self._made
        if kept is None:
            note = self.tr("草稿：存档或打印时取号。")
            self.show(paper, note, with_word=paper.contents is not None, size=paper.size)
            return
        paper = as_kept(paper, kept.file, kept.prints)
        words = self.tr("{number}，文书档案中保存的原件，已打印 {n} 次。")
        note = words.format(number=kept.file.number, n=kept.prints)
        self.show(paper, note, with_word=paper.contents is not None, size=paper.size)

    def _show_made(self, paper: LoosePaper) -> None:
        self.show(paper, paper.note, with_word=paper.contents is not None, size=paper.size)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.told.emit(sentence(error), "danger")

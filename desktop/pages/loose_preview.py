"""Show a paper that is not filed, write it where the person says, open it outside to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import sentence
from desktop.pages.loose_paper import LoosePaper, save_paper
from desktop.pages.shown_paper import ShownPaper
from desktop.services import Services


class LoosePreview(ShownPaper):
    """From what stands on a paper to its pages on the screen."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(services, window, save_paper)

    def make(self, build: Callable[..., LoosePaper], *facts: Any) -> None:
        """Build a paper on the worker for documents and show it."""
        self._services.work(
            build, *facts, parent=self, done=self._open, failed=self._tell, key="paper"
        )

    @Slot(object)
    def _open(self, paper: LoosePaper) -> None:
        self.show(paper, paper.note, with_word=paper.word is not None, size=paper.size)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.told.emit(sentence(error), "danger")

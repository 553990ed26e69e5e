"""Show a paper that is not filed, write it where the person says, open it outside to print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.dialogs.meeting_paper import MeetingPaperDialog
from desktop.errors import sentence
from desktop.pages.loose_paper import LoosePaper, save_paper
from desktop.pages.paper_reader import PaperReader
from desktop.paths import private_folder
from desktop.services import Services


class LoosePreview(QObject):
    """From what stands on a paper to its pages on the screen."""

    told = Signal(str, str)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._paper: LoosePaper | None = None
        self._dialog: MeetingPaperDialog | None = None

    def dialog(self) -> MeetingPaperDialog | None:
        """Return the dialog that is open."""
        return self._dialog

    def paper(self) -> LoosePaper | None:
        """Return the paper that is shown."""
        return self._paper

    def make(self, build: Callable[..., LoosePaper], *facts: Any) -> None:
        """Build a paper on the worker for documents and show it."""
        self._services.work(
            build, *facts, parent=self, done=self._open, failed=self._tell, key="paper"
        )

    @Slot(object)
    def _open(self, paper: LoosePaper) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
        self._paper = paper
        dialog = MeetingPaperDialog(
            paper.title,
            paper.note,
            paper.file_name(),
            with_word=paper.word is not None,
            parent=self._window.window(),
        )
        reader = PaperReader(self._services, dialog.board)
        reader.failed.connect(self._show_unsaved)
        dialog.save_wanted.connect(self.save)
        dialog.print_wanted.connect(self._open_outside)
        self._dialog = dialog
        dialog.open()
        reader.show(paper.data, [paper.size] * paper.pages)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.told.emit(sentence(error), "danger")

    @Slot(str)
    def save(self, name: str) -> None:
        """Write the shown paper as a PDF, or as a copy to be edited."""
        self._save(Path(name), self._show_saved)

    @Slot()
    def _open_outside(self) -> None:
        """Write a private copy and let the system's own viewer print it."""
        if self._paper is not None:
            self._save(private_folder() / f"{self._paper.file_name()}.pdf", self._show_outside)

    def _save(self, path: Path, done: Any) -> None:
        if self._paper is not None:
            self._services.work(
                save_paper, self._paper, path, parent=self, done=done, failed=self._show_unsaved
            )

    @Slot(object)
    def _show_saved(self, path: Path) -> None:
        words = self.tr("已保存到 {path}").format(path=path)
        if self._dialog is not None:
            self._dialog.tell(words)
        self.told.emit(words, "ok")

    @Slot(object)
    def _show_outside(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot(object)
    def _show_unsaved(self, error: Exception) -> None:
        reason = sentence(error)
        if isinstance(error, OSError) and error.strerror:
            reason = error.strerror
        if self._dialog is not None:
            self._dialog.set_error(self.tr("没有保存：{reason}").format(reason=reason))

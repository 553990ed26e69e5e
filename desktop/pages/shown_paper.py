"""A made paper on the screen: its pages, its file where the person says, its print outside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.dialogs.meeting_paper import MeetingPaperDialog
from desktop.errors import sentence
from desktop.pages.paper_reader import A4, PaperReader
from desktop.paths import private_folder
from desktop.services import Services
from desktop.widgets.shown_dialog import ShownDialog


class Paper(Protocol):
    """What is known of a paper that is shown."""

    @property
    def title(self) -> str:
        """What stands above it."""

    @property
    def data(self) -> bytes:
        """The PDF."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    def file_name(self) -> str:
        """Return the name under which it is proposed to be saved."""


class ShownPaper(QObject):
    """Shows one paper at a time; who makes papers inherits it and calls ``show``."""

    told = Signal(str, str)

    def __init__(
        self, services: Services, window: QWidget, write: Callable[[Any, Path], Path]
    ) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._write = write
        self._paper: Any = None
        self._shown: ShownDialog[MeetingPaperDialog] = ShownDialog()

    def dialog(self) -> MeetingPaperDialog | None:
        """Return the dialog that is open."""
        return self._shown.here()

    def paper(self) -> Any:
        """Return the paper that is shown."""
        return self._paper

    def show(
        self,
        paper: Paper,
        note: str,
        *,
        with_word: bool = False,
        size: tuple[float, float] = A4,
    ) -> None:
        """Show a paper, with a note above its pages."""
        self._paper = paper
        dialog = MeetingPaperDialog(
            paper.title,
            note,
            paper.file_name(),
            with_word=with_word,
            parent=self._window.window(),
        )
        reader = PaperReader(self._services, dialog.board)
        reader.failed.connect(self._show_unsaved)
        dialog.save_wanted.connect(self.save)
        dialog.print_wanted.connect(self._open_outside)
        self._shown.open(dialog)
        reader.show(paper.data, [size] * paper.pages)

    @Slot(str)
    def save(self, name: str) -> None:
        """Write the shown paper where the person says."""
        self._save(Path(name), self._show_saved)

    @Slot()
    def _open_outside(self) -> None:
        """Write a private copy and let the system's own viewer print it."""
        self._save(private_folder() / f"{self._paper.file_name()}.pdf", self._show_outside)

    def _save(self, path: Path, done: Callable[[Path], None]) -> None:
        if self._paper is not None:
            self._services.work(
                self._write, self._paper, path, parent=self, done=done, failed=self._show_unsaved
            )

    @Slot(object)
    def _show_saved(self, path: Path) -> None:
        words = self.tr("已保存到 {path}").format(path=path)
        dialog = self._shown.here()
        if dialog is not None:
            dialog.tell(words)
        self.told.emit(words, "ok")

    @Slot(object)
    def _show_unsaved(self, error: Exception) -> None:
        reason = sentence(error)
        if isinstance(error, OSError) and error.strerror:
            reason = error.strerror
        words = self.tr("没有保存：{reason}").format(reason=reason)
        dialog = self._shown.here()
        if dialog is not None:
            dialog.set_error(words)
        else:
            self.told.emit(words, "danger")

    @Slot(object)
    def _show_outside(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

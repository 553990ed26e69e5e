"""A made paper on the screen: its pages, its file where the person says, its print.

A paper that can be kept is kept before it is printed, and a print is noted only when the printer
has taken it: the same way as a notice goes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.papers import RecordPrint
from desktop.dialogs.meeting_paper import MeetingPaperDialog
from desktop.errors import sentence
from desktop.pages.paper_filing import Filing, PaperFiler, may_file
from desktop.pages.paper_reader import A4, PaperReader
from desktop.pages.to_printer import known_printers, send_papers
from desktop.print_wish import PrintWish
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

    @property
    def filing(self) -> Filing | None:
        """Where it is kept; None for a look at the record that is not kept."""

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
        self._reader: PaperReader | None = None
        self._size = A4
        self._wish: PrintWish | None = None
        self._filer = PaperFiler(services, self)
        self._filer.filed.connect(self._show_filed_paper)
        self._filer.refused.connect(self._show_unprinted)

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
        self._size = size
        self._wish = None
        filing = paper.filing
        dialog = MeetingPaperDialog(
            paper.title,
            note,
            paper.file_name(),
            with_word=with_word,
            takes_number=(
                filing is not None
                and filing.takes_number
                and filing.paper_id is None
                and may_file(self._services.session)
            ),
            parent=self._window.window(),
        )
        self._reader = PaperReader(self._services, dialog.board)
        self._reader.failed.connect(self._show_unsaved)
        dialog.save_wanted.connect(self.save)
        dialog.file_wanted.connect(self.file)
        dialog.print_wanted.connect(self.print)
        self._shown.open(dialog)
        self._reader.show(paper.data, [size] * paper.pages)
        self._services.work(known_printers, parent=self, done=self._offer, key="printers")

    @Slot(object)
    def _offer(self, printers: list[str]) -> None:
        dialog = self._shown.here()
        if dialog is not None:
            dialog.offer(printers)

    @Slot(str)
    def save(self, name: str) -> None:
        """Write the shown paper where the person says."""
        self._save(Path(name), self._show_saved)

    @Slot()
    def file(self) -> None:
        """Keep the shown paper, with the next number if it takes one."""
        if self._paper is not None and self._paper.filing is not None:
            self._filer.file(self._paper)

    @Slot(object)
    def print(self, wish: PrintWish) -> None:
        """Print the shown paper; one that can be kept is kept first."""
        if self._paper is None:
            return
        self._wish = wish
        filing = self._paper.filing
        if filing is None or filing.paper_id is not None or not may_file(self._services.session):
            self._print()
        else:
            self._filer.file(self._paper)

    # Keeping and printing -----------------------------------------------------------------

    @Slot(object)
    def _show_filed_paper(self, paper: Any) -> None:
        """Show the paper as it is kept, and go on with its print if that was wished."""
        self._paper = paper
        dialog = self._shown.here()
        if dialog is not None and self._reader is not None:
            dialog.say_kept(paper.file_name())
            dialog.set_error("")
            number = paper.filing.number
            words = self.tr("{number} 已存入文书档案。") if number else self.tr("已存入文书档案。")
            dialog.tell(words.format(number=number))
            self._reader.show(paper.data, [self._size] * paper.pages)
        if self._wish is not None:
            self._print()

    def _print(self) -> None:
        assert self._wish is not None
        dialog = self._shown.here()
        if dialog is not None:
            dialog.set_error("")
            words = self.tr("正在送往打印机 {printer}……").format(printer=self._wish.printer)
            dialog.tell(words)
        title = self._paper.file_name()
        self._services.work(
            send_papers, [self._paper.data], title, self._wish,
            parent=self, done=self._note_print, failed=self._show_unprinted,
        )  # fmt: skip

    @Slot(object)
    def _note_print(self, pages: int) -> None:
        """Note the print of a kept paper, now that the printer has it."""
        wish, filing = self._wish, self._paper.filing
        assert wish is not None
        if filing is None or filing.paper_id is None or not may_file(self._services.session):
            self._show_printed(pages, 1)
            return
        command = RecordPrint(
            paper_id=filing.paper_id, printer=wish.printer, copies=wish.copies
        )  # fmt: skip
        self._services.run(
            command, parent=self, done=partial(self._show_noted, pages),
            failed=self._show_unprinted,
        )  # fmt: skip

    def _show_noted(self, pages: int, answer: dict[str, Any]) -> None:
        self._show_printed(pages, int(answer["nth"]))

    def _show_printed(self, pages: int, nth: int) -> None:
        wish, self._wish = self._wish, None
        assert wish is not None
        words = self.tr("{n} 页已送往打印机 {printer}")
        if nth > 1:
            words = self.tr("{n} 页已送往打印机 {printer}，记为补打第 {nth} 次")
        words = words.format(n=pages, printer=wish.printer, nth=nth - 1)
        dialog = self._shown.here()
        if dialog is not None:
            dialog.accept()
        self.told.emit(words, "ok")

    @Slot(object)
    def _show_unprinted(self, error: Exception) -> None:
        """Say why it was not kept or printed; the paper stays on the screen."""
        self._wish = None
        dialog = self._shown.here()
        if dialog is None:
            self.told.emit(sentence(error), "danger")
            return
        filing = self._paper.filing
        kept = filing is not None and filing.paper_id is not None and filing.number
        words = self.tr("{number}，文书档案中保存的原件。").format(number=kept) if kept else ""
        dialog.tell(words)
        dialog.set_error(sentence(error))

    # Saving -------------------------------------------------------------------------------

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

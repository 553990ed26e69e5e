"""Print a notice: keep both papers, write their files, and only then note the print."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from db.commands.papers import FilePaper, RecordPrint
from desktop.dialogs.notice_print import PrintDialog
from desktop.errors import sentence
from desktop.pages.supervision_papers import (
    OBJECT,
    NoticeSeen,
    Paper,
    PaperKind,
    PaperMaker,
    save_papers,
)
from desktop.pages.to_printer import known_printers, send_papers
from desktop.print_wish import PrintWish
from desktop.services import Services
from desktop.widgets.shown_dialog import ShownDialog


@dataclass
class _Run:
    """One print under way: what is printed, where to, and how far it is."""

    seen: NoticeSeen
    copies: int
    folder: Path
    opens: bool
    wish: PrintWish | None
    archives: bool
    made: tuple[Paper, ...] = ()
    filed: list[int] = field(default_factory=list)
    noted: int = 0
    paths: tuple[Path, ...] = ()


class NoticePrinter(QObject):
    """Takes a notice through its print; ``printed`` tells its id when all is noted."""

    told = Signal(str, str)
    printed = Signal(object)

    def __init__(self, services: Services, maker: PaperMaker, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._maker = maker
        self._asked: ShownDialog[PrintDialog] = ShownDialog()
        self._run: _Run | None = None
        self._seen: NoticeSeen | None = None

    def ask(self, seen: NoticeSeen, window: QWidget) -> None:
        """Ask how many copies and where to; the print begins with the answer."""
        if self._run is not None:
            return
        self._seen = seen
        before = sum(len(row.prints) for row in seen.papers if row.kind == PaperKind.NOTICE.value)
        dialog = PrintDialog(seen.detail.number, before, parent=window)
        dialog.accepted.connect(self._begin)
        self._asked.open(dialog)
        self._services.work(known_printers, parent=self, done=self._offer, key="printers")

    @Slot(object)
    def _offer(self, printers: list[str]) -> None:
        dialog = self._asked.here()
        if dialog is not None:
            dialog.offer(printers)

    @Slot()
    def _begin(self) -> None:
        dialog, seen = self._asked.here(), self._seen
        if dialog is None or seen is None:
            return
        self._run = _Run(
            seen,
            dialog.copies(),
            dialog.folder(),
            dialog.opens(),
            dialog.wish(),
            bool(dialog.archives.value()),
        )
        self._services.work(
            self._maker.make_all,
            seen,
            self._run.copies,
            parent=self,
            done=self._file_papers,
            failed=self._refuse,
        )

    @Slot(object)
    def _file_papers(self, made: tuple[Paper, ...]) -> None:
        assert self._run is not None
        self._run.made = made
        self._file_next()

    def _file_next(self) -> None:
        run = self._run
        assert run is not None
        number = run.seen.detail.number
        if len(run.filed) == len(run.made):
            self._services.work(
                save_papers,
                run.made,
                number,
                run.folder,
                run.archives,
                parent=self,
                done=self._print_files,
                failed=self._refuse,
            )
            return
        paper = run.made[len(run.filed)]
        command = FilePaper(
            kind=paper.kind.value,
            number=number,
            object_kind=OBJECT,
            object_id=run.seen.detail.id,
            contents=paper.told(),
            data=paper.data,
        )
        self._services.run(command, parent=self, done=self._filed, failed=self._refuse)

    @Slot(object)
    def _filed(self, result: dict[str, Any]) -> None:
        assert self._run is not None
        self._run.filed.append(int(result["paper_id"]))
        self._file_next()

    @Slot(object)
    def _print_files(self, paths: tuple[Path, ...]) -> None:
        """Send the papers to the printer; a print is noted only when it has taken all of them."""
        run = self._run
        assert run is not None
        run.paths = paths
        if run.wish is None:
            self._note_next()
            return
        self._services.work(
            send_papers,
            [paper.data for paper in run.made],
            run.seen.detail.number,
            run.wish,
            parent=self,
            done=self._note_prints,
            failed=self._refuse,
        )

    @Slot(object)
    def _note_prints(self, _pages: int) -> None:
        self._note_next()

    def _note_next(self) -> None:
        run = self._run
        assert run is not None
        printer = self.tr("PDF 文件") if run.wish is None else run.wish.printer
        command = RecordPrint(paper_id=run.filed[run.noted], printer=printer, copies=run.copies)
        self._services.run(command, parent=self, done=self._noted, failed=self._refuse)

    @Slot(object)
    def _noted(self, result: dict[str, Any]) -> None:
        run = self._run
        assert run is not None
        run.noted += 1
        if run.noted < len(run.filed):
            self._note_next()
            return
        self._run = None
        nth = int(result["nth"])
        words = self.tr("{number} 通知单和回执已存档，写入 {folder}")
        if nth > 1:
            words = self.tr("{number} 补打第 {nth} 次，写入 {folder}")
        number = run.seen.detail.number
        self.told.emit(words.format(number=number, folder=run.folder, nth=nth - 1), "ok")
        if run.opens and run.wish is None:
            for path in run.paths:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.printed.emit(run.seen.detail.id)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        run, self._run = self._run, None
        self.told.emit(sentence(error), "danger")
        if run is not None:
            self.printed.emit(run.seen.detail.id)

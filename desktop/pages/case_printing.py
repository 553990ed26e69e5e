"""From a wish to print to the paper: read, make, show, then a printer or a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.privacy import SeePrivate
from db.queries.page import CaseFilter, Order
from db.queries.printed import PrintedCase, PrintedList, printed_case, printed_list
from db.rules.permissions import Permission
from desktop.dialogs.paper_preview import PaperPreviewDialog
from desktop.errors import sentence
from desktop.exchange.part_file import part_file
from desktop.pages.file_field import SaveDialog, usual_folder
from desktop.pages.paper_reader import PaperReader
from desktop.services import Services
from desktop.session import Session

if TYPE_CHECKING:
    from desktop.pages.case_papers import CasePaper, CasePaperMaker
    from desktop.print_wish import PrintWish

MOST_ROWS = 1000
"""A hundred pages; a longer list is not read on paper, and says that it was cut."""


class CasePrinting(QObject):
    """Shows the sheet of a case or the list before it is printed; one at a time."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._session = session
        self._page = page
        # Made when first printed: its modules are not needed before the first paint.
        self._maker: CasePaperMaker | None = None
        self._case_id: int | None = None
        self._purpose = ""
        self._paper: CasePaper | None = None
        self._dialog: PaperPreviewDialog | None = None
        self._reader: PaperReader | None = None
        self._saving: SaveDialog | None = None

    # What others call ---------------------------------------------------------------------

    def print_case(self, case_id: int) -> None:
        """Show the sheet of a case, masked."""
        self._case_id = case_id
        self._ask_case(in_clear=False)

    def print_list(
        self, case_filter: CaseFilter, order: Order, descending: bool, given: str
    ) -> None:
        """Show the list as it is filtered now; ``given`` names the list behind a figure."""
        self._case_id = None
        self._services.ask(
            printed_list,
            case_filter,
            order,
            MOST_ROWS,
            descending,
            parent=self,
            done=partial(self._make_list, given),
            failed=self._tell,
            key="print",
        )

    def dialog(self) -> PaperPreviewDialog | None:
        """Return the preview while it is open."""
        return self._dialog

    def save_dialog(self) -> SaveDialog | None:
        """Return the question where the file goes, while it is asked."""
        return self._saving

    def paper(self) -> CasePaper | None:
        """Return the paper that is shown."""
        return self._paper

    # Making -------------------------------------------------------------------------------

    def _ask_case(self, *, in_clear: bool) -> None:
        self._services.ask(
            printed_case,
            self._case_id,
            in_clear=in_clear,
            parent=self,
            done=self._make_sheet,
            failed=self._tell,
            key="print",
        )

    @Slot(object)
    def _make_sheet(self, printed: PrintedCase) -> None:
        self._make(_sheet, printed)

    def _make_list(self, given: str, printed: PrintedList) -> None:
        self._make(_list, printed, given)

    def _make(self, function: Any, *given: Any) -> None:
        self._services.work(
            function, self._maker, *given, parent=self, done=self._show, failed=self._tell
        )

    @Slot(object)
    def _show(self, made: tuple[CasePaperMaker, CasePaper, list[str]]) -> None:
        self._maker, paper, printers = made
        self._paper = paper
        if self._dialog is None:
            self._open(paper, printers)
        elif self._purpose:
            self._dialog.say_cleared(self._purpose)
        assert self._dialog is not None
        assert self._reader is not None
        self._reader.show(paper.data, [paper.size] * paper.pages)

    def _open(self, paper: CasePaper, printers: list[str]) -> None:
        title = self.tr("打印事件清单")
        if self._case_id is not None:
            title = self.tr("打印办理单 {number}").format(number=paper.title)
        may_clear = (
            self._case_id is not None
            and self._session.may(Permission.PRIVATE_SEE)
            and not self._session.read_only
        )
        self._dialog = PaperPreviewDialog(
            title, printers, may_clear=may_clear, parent=self._page.window()
        )
        self._reader = PaperReader(self._services, self._dialog.board)
        self._reader.failed.connect(self._tell)
        self._dialog.save_wanted.connect(self._ask_path)
        self._dialog.print_wanted.connect(self._print)
        self._dialog.clear_wanted.connect(self._see_private)
        self._dialog.finished.connect(self._close)
        self._dialog.open()

    @Slot()
    def _close(self) -> None:
        assert self._dialog is not None
        self._dialog.deleteLater()
        self._dialog = self._paper = self._reader = None
        self._purpose = ""

    # In clear -----------------------------------------------------------------------------

    @Slot(str)
    def _see_private(self, purpose: str) -> None:
        """Leave the entry first: a sheet in clear without one must not be possible."""
        assert self._case_id is not None
        self._services.run(
            SeePrivate(case_id=self._case_id, purpose=purpose),
            parent=self,
            done=partial(self._show_clear, purpose),
            failed=self._tell,
        )

    def _show_clear(self, purpose: str, _result: object) -> None:
        if self._dialog is not None:
            self._purpose = purpose
            self._ask_case(in_clear=True)

    # A printer or a file ------------------------------------------------------------------

    @Slot(object)
    def _print(self, wish: PrintWish) -> None:
        if self._paper is None or self._dialog is None:
            return
        words = self.tr("正在送往打印机 {printer}……").format(printer=wish.printer)
        self._dialog.set_text(words)
        self._services.work(
            _print, self._paper, wish, parent=self,
            done=partial(self._show_printed, wish.printer), failed=self._tell,
        )  # fmt: skip

    def _show_printed(self, printer: str, pages: int) -> None:
        words = self.tr("{n} 页已送往打印机 {printer}").format(n=pages, printer=printer)
        if self._dialog is not None:
            self._dialog.accept()
        self.told.emit(words, "ok")

    @Slot()
    def _ask_path(self) -> None:
        if self._paper is None:
            return
        self._saving = SaveDialog(
            self.tr("导出 PDF"),
            "",
            usual_folder() / self._paper.file_name,
            self.tr("PDF 文件 (*.pdf)"),
            parent=self._dialog,
        )
        self._saving.wanted.connect(self._save)
        self._saving.finished.connect(self._close_saving)
        self._saving.open()

    @Slot(object)
    def _save(self, path: Path) -> None:
        assert self._saving is not None and self._paper is not None
        self._services.work(
            _write, path, self._paper.data, parent=self, done=self._show_saved, failed=self._tell
        )

    @Slot(object)
    def _show_saved(self, path: Path) -> None:
        if self._saving is not None:
            self._saving.accept()
        words = self.tr("已保存到 {path}").format(path=path)
        if self._dialog is not None:
            self._dialog.set_text(words)
        self.told.emit(words, "ok")

    @Slot()
    def _close_saving(self) -> None:
        if self._saving is not None:
            self._saving.deleteLater()
            self._saving = None

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        """Say it where the person looks; the paper that is shown stays."""
        words = sentence(error)
        if self._saving is not None:
            self._saving.set_error(words)
        elif self._dialog is not None:
            self._dialog.set_text("")
            self._dialog.set_error(words)
        else:
            self.told.emit(words, "danger")


def _sheet(maker: CasePaperMaker | None, printed: PrintedCase) -> Any:
    maker = maker or _new_maker()
    return maker, maker.sheet(printed), _printers()


def _list(maker: CasePaperMaker | None, printed: PrintedList, given: str) -> Any:
    maker = maker or _new_maker()
    return maker, maker.list(printed, given), _printers()


def _printers() -> list[str]:
    # A queue that does not answer would hold up the window; this is on the worker.
    from desktop.printing import printer_names

    return printer_names()


def _new_maker() -> CasePaperMaker:
    from desktop.pages.case_papers import CasePaperMaker

    return CasePaperMaker()


def _print(paper: CasePaper, wish: PrintWish) -> int:
    from desktop.printing import print_paper

    return print_paper(paper.data, paper.title, wish)


def _write(path: Path, data: bytes) -> Path:
    with part_file(path) as stream:
        stream.write(data)
    return path

"""Print every notice that waits for it as one batch, a task of its own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.notice_print import PrintDialog
from desktop.pages.supervision_words import RegisterLine
from desktop.pages.to_printer import known_printers
from desktop.services import Services
from desktop.tasks.sheets import Sheet, print_wish
from desktop.widgets.shown_dialog import ShownDialog


class BatchPrinter(QObject):
    """Asks once for all of them; the register follows the record while they are printed."""

    told = Signal(str, str)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._sheets: tuple[Sheet, ...] = ()
        self._asked: ShownDialog[PrintDialog] = ShownDialog()

    def ask(self, lines: Iterable[RegisterLine], window: QWidget) -> None:
        """Ask how many copies and where to; the batch begins with the answer."""
        waiting = sorted((line for line in lines if line.to_print), key=_number)
        if not waiting:
            self.told.emit(self.tr("没有等待打印的通知单；签发编号以后再打印。"), "warn")
            return
        if any(task.wish.kind == "print" for task in self._services.tasks.running()):
            self.told.emit(self.tr("上一批还在打印，按 F12 查看。"), "warn")
            return
        self._sheets = tuple(
            Sheet(line.id, line.number.text, line.unit, line.subject.text) for line in waiting
        )
        words = self.tr("{n} 份已签发、未打印的通知单").format(n=len(waiting))
        dialog = PrintDialog(words, 0, is_batch=True, parent=window)
        dialog.opening().hide()
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
        dialog = self._asked.here()
        if dialog is None:
            return
        title = self.tr("{n} 份督办通知单").format(n=len(self._sheets))
        queue = dialog.wish()
        wish = print_wish(
            title,
            self._sheets,
            dialog.copies(),
            dialog.folder(),
            self.tr("PDF 文件"),
            queue=queue,
            merged=dialog.is_merged(),
            archives=bool(dialog.archives.value()),
        )
        self._services.begin(wish, parent=self)
        words = self.tr("正在成批打印 {n} 份，可以接着做别的；按 F12 看进度。")
        self.told.emit(words.format(n=len(self._sheets)), "ok")


def _number(line: RegisterLine) -> tuple[int, str]:
    """Return the order of numbers: 9 号 comes before 10 号."""
    return len(line.number.text), line.number.text

"""A made paper as it will be printed: looked at, saved, kept, sent to a printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.printer_fields import PrinterFields
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.paper_view import PaperView
from desktop.widgets.plain_label import PlainLabel


class MeetingPaperDialog(BasicDialog):
    """`board` shows the paper and asks for its pages; a reader serves it.

    Printers are offered when they are known; until then it can be saved and, if it takes a
    number, be kept.
    """

    save_wanted = Signal(str)
    file_wanted = Signal()
    print_wanted = Signal(object)
    """A `PrintWish`."""

    def __init__(
        self,
        title: str,
        note: str,
        file_name: str,
        *,
        with_word: bool,
        takes_number: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, note, icon="file-text", parent=parent)
        self._file_name = file_name
        self._with_word = with_word
        self.board = PaperView(name=title, parent=self)
        self.view = self.board.pages
        self.body.addWidget(self.board, 1)
        height = parent.window().height() if parent is not None else 900
        self.resize(880, max(560, round(height * 0.9)))
        self.add_button(False, self.tr("关闭"), key="Esc")
        self.fields: PrinterFields | None = None
        self._no_printer = PlainLabel("", self, kind="small", tone="text2", wrap=True)
        self._no_printer.hide()
        self.body.addWidget(self._no_printer)
        self._filing = self.add_button(
            "file", self.tr("取号存档"), icon="save", closes=False
        )  # fmt: skip
        self._filing.clicked.connect(self.file_wanted)
        self._filing.setVisible(takes_number)
        self._printing = self.add_button(
            "print", self.tr("打印"), icon="printer", key="Ctrl P", closes=False
        )
        self._printing.clicked.connect(self._want_print)
        self._printing.hide()
        saving = self.add_button(
            "save", self.tr("另存为…"), kind="primary", icon="download", key="Ctrl Enter",
            closes=False,
        )  # fmt: skip
        saving.clicked.connect(self._ask_path)

    def tell(self, words: str) -> None:
        """Say what became of it, above the pages."""
        self.set_text(words)

    def say_kept(self, file_name: str) -> None:
        """Take it that the paper is kept now, under this name; its number is not taken again."""
        self._file_name = file_name
        self._filing.hide()

    def offer(self, printers: Sequence[str]) -> None:
        """Offer the printers of this computer, the usual one first; without one say so."""
        if self.fields is not None:
            return
        if not printers:
            self._no_printer.setText(
                self.tr("未发现打印机，可另存为 PDF。接好打印机后重新打开本窗口。")
            )
            self._no_printer.show()
            return
        self.fields = PrinterFields(printers, self)
        self.body.addWidget(self.fields)
        self._printing.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_P and self.fields is not None:
            self._printing.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _want_print(self) -> None:
        assert self.fields is not None
        fault = self.fields.fault()
        self.set_error(fault)
        if not fault:
            self.print_wanted.emit(self.fields.wish())

    @Slot()
    def _ask_path(self) -> None:
        kinds = [self.tr("PDF 文件 (*.pdf)")]
        if self._with_word:
            kinds.append(self.tr("WPS、Word 文件 (*.docx)"))
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("另存为"), f"{self._file_name}.pdf", ";;".join(kinds)
        )
        if name:
            self.save_wanted.emit(name)

"""A paper of a meeting as it will be printed, to be looked at and saved."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.paper_view import PaperView


class MeetingPaperDialog(BasicDialog):
    """`board` shows the paper and asks for its pages; a reader serves it."""

    save_wanted = Signal(str)
    print_wanted = Signal()

    def __init__(
        self,
        title: str,
        note: str,
        file_name: str,
        *,
        with_word: bool,
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
        printing = self.add_button("print", self.tr("用系统程序打开"), icon="printer", closes=False)
        printing.clicked.connect(self.print_wanted)
        saving = self.add_button(
            "save", self.tr("另存为…"), kind="primary", icon="download", key="Ctrl Enter",
            closes=False,
        )  # fmt: skip
        saving.clicked.connect(self._ask_path)

    def tell(self, words: str) -> None:
        """Say what became of it, above the pages."""
        self.set_text(words)

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

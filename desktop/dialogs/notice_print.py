"""How many copies of a notice, and where its files are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from desktop.dialogs.notice_move import NoticeDialog
from desktop.paths import private_folder
from desktop.print_wish import PrintWish, Sides
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField

USUAL_COPIES = 2
MOST_COPIES = 999


class PrintDialog(NoticeDialog):
    """Asks for copies and folder; a second print is told to be one."""

    def __init__(
        self, number: str, before: int, *, is_batch: bool = False, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("PrintDialog", "打印通知单和回执")
        yes = QCoreApplication.translate("PrintDialog", "存档并打印")
        if before:
            yes = QCoreApplication.translate("PrintDialog", "补打")
        super().__init__(title, "", yes, icon="printer", parent=parent)
        text = self.tr("{number}。文书存档后写成 PDF，存档的一份以后原样补打。")
        if before:
            text = self.tr("{number} 已打印 {n} 次，这次记为补打第 {n} 次，用存档的原件。")
        self.set_text(text.format(number=number, n=before))
        copies = LineField(name=self.tr("份数"), digits=True, longest=3)
        copies.set_value(str(USUAL_COPIES))
        self.body.addWidget(
            self.add_row("copies", FieldRow(self.tr("份数"), copies, required=True, parent=self))
        )
        self.body.addWidget(self._printer_row())
        if is_batch:
            self.body.addWidget(self._files_row())
        self.body.addWidget(self._folder_row())
        self._opens = CheckField(self.tr("写好后打开，在阅读器中打印"), parent=self)
        self._opens.set_value(True)
        self.body.addWidget(self._opens)
        self.archives = CheckField(self.tr("同时写归档副本（PDF/A-2u）"), parent=self)
        self.body.addWidget(self.archives)
        self.add_answers()
        copies.setFocus()
        copies.selectAll()

    def copies(self) -> int:
        """Return how many copies are printed."""
        return int(self.field("copies").value() or 0)

    def offer(self, printers: Sequence[str]) -> None:
        """Offer the printers of this computer, the usual one first; it is taken until told else."""
        where, sides = self.field("where"), self.field("sides")
        where.set_options([*((name, name) for name in printers), _file_choice()])
        if printers:
            where.set_value(printers[0])
        sides.setEnabled(bool(printers))

    def wish(self) -> PrintWish | None:
        """Return how the papers go to a printer; None when only files are wanted."""
        printer = self.field("where").value()
        if not printer:
            return None
        return PrintWish(printer, self.copies(), Sides(self.field("sides").value()))

    def is_merged(self) -> bool:
        """Tell whether a batch becomes one file."""
        return "files" in self.rows() and bool(self.field("files").value())

    def folder(self) -> Path:
        """Return the folder that the files are written into."""
        return Path(self.field("folder").value()).expanduser()

    def opens(self) -> bool:
        """Tell whether the files are opened afterwards."""
        return bool(self._opens.value())

    def opening(self) -> CheckField:
        """Return the box to tick for it."""
        return self._opens

    def is_complete(self) -> bool:
        """Tell whether copies and folder can be used."""
        if not super().is_complete():
            return False
        if not 1 <= self.copies() <= MOST_COPIES:
            self.refuse(self.tr("请填 1 到 999"), "copies")
            return False
        return True

    def _printer_row(self) -> QWidget:
        where = ChoiceBox([_file_choice()], name=self.tr("打印到"), parent=self)
        where.set_value("")
        sides = ChoiceBox(
            [
                (Sides.ONE, self.tr("单面")),
                (Sides.LONG_EDGE, self.tr("双面，左右翻")),
                (Sides.SHORT_EDGE, self.tr("双面，上下翻")),
            ],
            name=self.tr("单双面"),
            parent=self,
        )
        sides.set_value(Sides.ONE)
        sides.setEnabled(False)
        whole = QWidget(self)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for name, label, field, share in (
            ("where", self.tr("打印到"), where, 3),
            ("sides", self.tr("单双面"), sides, 2),
        ):
            line.addWidget(self.add_row(name, FieldRow(label, field, parent=self)), share)
        return whole

    def _files_row(self) -> QWidget:
        files = ChoiceBox(
            [(False, self.tr("每份一个文件")), (True, self.tr("合成一个文件"))],
            name=self.tr("文件"),
            parent=self,
        )
        files.set_value(False)
        return self.add_row("files", FieldRow(self.tr("文件"), files, parent=self))

    def _folder_row(self) -> QWidget:
        field = LineField(name=self.tr("写入文件夹"))
        field.setText(str(private_folder() / "papers"))
        row = self.add_row(
            "folder", FieldRow(self.tr("写入文件夹"), field, required=True, parent=self)
        )
        whole = QWidget(self)
        whole.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(row, 1)
        choose = ActionButton(self.tr("选择…"), parent=self)
        choose.clicked.connect(self._choose_folder)
        line.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
        return whole

    @Slot()
    def _choose_folder(self) -> None:
        start = self.field("folder").value()
        found = QFileDialog.getExistingDirectory(self, self.tr("写入文件夹"), start)
        if found:
            self.field("folder").set_value(found)


def _file_choice() -> tuple[str, str]:
    return "", QCoreApplication.translate("PrintDialog", "只写 PDF 文件")

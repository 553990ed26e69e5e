"""A paper before it is printed: its pages, the printers, and what it is in clear for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.dialogs.printer_fields import PrinterFields
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.paper_view import PaperView
from desktop.widgets.plain_label import PlainLabel


class PaperPreviewDialog(BasicDialog):
    """`board` shows the paper and asks for its pages; a reader serves it."""

    save_wanted = Signal()
    print_wanted = Signal(object)
    """A `PrintWish`."""
    clear_wanted = Signal(str)
    """What private data is to be shown in clear for."""

    def __init__(
        self,
        title: str,
        printers: Sequence[str],
        *,
        may_clear: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, icon="printer", parent=parent)
        self.board = PaperView(name=title, parent=self)
        self.view = self.board.pages
        self.body.addWidget(self.board, 1)
        self.fields: PrinterFields | None = None
        self.purpose: LineField | None = None
        if may_clear:
            self.body.addLayout(self._clear_line())
        if printers:
            self.fields = PrinterFields(printers, self)
            self.body.addWidget(self.fields)
        else:
            self.body.addLayout(self._no_printer())
        self._add_buttons(bool(printers))
        height = parent.window().height() if parent is not None else 900
        self.resize(920, max(560, round(height * 0.92)))
        self.view.setFocus()

    def say_cleared(self, purpose: str) -> None:
        """Say that the paper is in clear now, and what for; it is asked only once."""
        self._clear_row.hide()
        self._clear_button.hide()
        told = self.tr("已显示反映人姓名和电话，用途“{purpose}”已记入日志。")
        self.set_text(told.format(purpose=purpose))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_S:
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)

    # Building -----------------------------------------------------------------------------

    def _clear_line(self) -> QHBoxLayout:
        self.purpose = LineField(
            self.tr("不填则姓名、电话、身份证号以 * 代替"), name=self.tr("明文用途"), longest=200
        )
        self._clear_row = FieldRow(self.tr("用途"), self.purpose, parent=self)
        self._clear_button = ActionButton(self.tr("按此用途显示姓名电话"), "eye", parent=self)
        self._clear_button.clicked.connect(self._want_clear)
        self.purpose.returnPressed.connect(self._want_clear)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._clear_row, 1)
        line.addWidget(self._clear_button, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _no_printer(self) -> QHBoxLayout:
        line = QHBoxLayout()
        words = self.tr("未发现打印机，可导出 PDF。接好打印机后重新打开本窗口。")
        line.addWidget(PlainLabel(words, self, tone="warn", wrap=True), 1)
        return line

    def _add_buttons(self, has_printers: bool) -> None:
        self.add_button(False, self.tr("关闭"), key="Esc")
        save = self.add_button(
            "save",
            self.tr("导出 PDF…"),
            icon="download",
            key="Ctrl S" if has_printers else "Ctrl Enter",
            kind="normal" if has_printers else "primary",
            closes=False,
        )
        save.clicked.connect(self.save_wanted)
        if has_printers:
            printing = self.add_button(
                "print",
                self.tr("打印"),
                icon="printer",
                key="Ctrl Enter",
                kind="primary",
                closes=False,
            )
            printing.clicked.connect(self._want_print)

    # Asking -------------------------------------------------------------------------------

    @Slot()
    def _want_clear(self) -> None:
        assert self.purpose is not None
        purpose = self.purpose.value()
        if not purpose:
            self._clear_row.set_error(self.tr("请写明用途"))
            self.purpose.setFocus()
            return
        self._clear_row.clear_error()
        self.clear_wanted.emit(purpose)

    @Slot()
    def _want_print(self) -> None:
        assert self.fields is not None
        fault = self.fields.fault()
        self.set_error(fault)
        if not fault:
            self.print_wanted.emit(self.fields.wish())

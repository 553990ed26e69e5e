"""Which printer, how many copies, which pages, one side or two: the same line for every paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.print_wish import MOST_COPIES, PrintWish, Sides, pages_of
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField


class PrinterFields(QWidget):
    """`wish()` is what was asked for; `fault()` says first what is wrong with it."""

    def __init__(self, printers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer = ChoiceBox(
            [(name, name) for name in printers], name=self.tr("打印机"), parent=self
        )
        self.printer.set_value(printers[0])
        self.copies = LineField(name=self.tr("份数"), digits=True, longest=3)
        self.copies.set_value("1")
        self.pages = LineField(
            self.tr("全部"), name=self.tr("页码范围"), narrowing=True, longest=60
        )
        self.sides = ChoiceBox(
            [
                (Sides.ONE, self.tr("单面")),
                (Sides.LONG_EDGE, self.tr("双面，左右翻")),
                (Sides.SHORT_EDGE, self.tr("双面，上下翻")),
            ],
            name=self.tr("单双面"),
            parent=self,
        )
        self.sides.set_value(Sides.ONE)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for label, field, share in (
            (self.tr("打印机"), self.printer, 5),
            (self.tr("份数"), self.copies, 2),
            (self.tr("页码范围"), self.pages, 3),
            (self.tr("单双面"), self.sides, 4),
        ):
            line.addWidget(FieldRow(label, field, parent=self), share)

    def fault(self) -> str:
        """Say what cannot be printed as it was filled in, and go there; nothing if it can."""
        if not 1 <= int(self.copies.value() or 0) <= MOST_COPIES:
            self.copies.setFocus()
            return self.tr("份数请填 1 到 999。")
        if pages_of(self.pages.value()) is None:
            self.pages.setFocus()
            return self.tr("页码范围请写成 1-3,5，不填就是全部。")
        return ""

    def wish(self) -> PrintWish:
        """Return what was asked for."""
        return PrintWish(
            self.printer.value(),
            int(self.copies.value() or 0),
            Sides(self.sides.value()),
            pages_of(self.pages.value()) or (),
        )

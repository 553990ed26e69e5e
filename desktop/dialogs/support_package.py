"""What a package for support holds, file by file, before it is written anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import texts
from desktop.models.columns import Column
from desktop.pages.file_field import SaveDialog, usual_folder
from desktop.pages.whole_table import WholeTable
from desktop.paths import dated_name
from desktop.support_package import Entry
from desktop.widgets.text_area import TextArea

NAME = "support"


class SupportDialog(SaveDialog):
    """The listing with each file's own text; ``wanted`` tells where it is to be written."""

    def __init__(self, found: Sequence[Entry], parent: QWidget | None = None) -> None:
        path = usual_folder() / dated_name(NAME, datetime.now(), "zip")
        super().__init__("", "", path, "ZIP (*.zip)", parent=parent)
        title = self.tr("生成支持包")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self.set_text(
            self.tr(
                "下面就是包里的全部内容，请逐项看过再保存。没有姓名、电话、地址、账号和事件内容，"
                "路径里的文件夹名也已隐去。"
            )
        )
        self.table = WholeTable(
            (
                Column("name", self.tr("文件"), 150, _name, stretch=True),
                Column("size", self.tr("大小"), 80, _size, tone=_faint, align="right"),
            ),
            name=self.tr("包里的文件"),
            density="compact",
        )
        self.table.setMinimumHeight(300)
        self.content = TextArea(name=self.tr("文件内容"))
        self.content.setReadOnly(True)
        self.content.setLineWrapMode(TextArea.LineWrapMode.NoWrap)
        self.table.row_changed.connect(self._show)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.table, 2)
        line.addWidget(self.content, 3)
        self.body.insertLayout(0, line, 1)
        self.widen(820)
        self.table.show_rows(found)
        self.table.choose_place(0)

    @Slot(object)
    def _show(self, entry: Entry | None) -> None:
        self.content.set_value("" if entry is None else entry.text)


def _name(entry: Entry) -> str:
    return entry.name


def _size(entry: Entry) -> str:
    return texts.size(len(entry.text.encode()))


def _faint(_row: Any) -> str:
    return "text2"

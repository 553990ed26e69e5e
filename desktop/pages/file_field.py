"""A line for the path of a file with a button that looks for it on the disk."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.shown_dialog import ShownDialog

DIALOG_WIDTH = 620
"""Wide enough for a common path."""


def usual_folder() -> Path:
    """Return the folder for papers, or the person's own where there is none."""
    folder = Path(platformdirs.user_documents_dir())
    return folder if folder.is_dir() else Path.home()


class FileField(QWidget):
    """``changed`` tells that the path was typed or chosen; ``saves`` asks for a new file's name."""

    changed = Signal()

    def __init__(
        self,
        kinds: str,
        *,
        name: str = "",
        saves: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._saves = saves
        hint = self.tr("文件的完整路径") if saves else self.tr("文件的完整路径，或点右边选择")
        self.line = LineField(hint, name=name)
        self.line.setMinimumWidth(160)
        self.line.textChanged.connect(self._tell)
        self._asked: ShownDialog[QFileDialog] = ShownDialog()
        self.button = ActionButton(
            self.tr("另选位置…") if saves else self.tr("选择文件…"), parent=self
        )
        self.button.clicked.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def value(self) -> Path | None:
        """Return the path, or None while nothing is written."""
        typed = self.line.text().strip().strip('"')
        return Path(typed).expanduser() if typed else None

    def set_value(self, path: Path | None) -> None:
        """Show a path."""
        self.line.setText("" if path is None else str(path))

    @Slot()
    def _look(self) -> None:
        dialog = QFileDialog(self, self.button.words(), "", self._kinds)
        if self._saves:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        path = self.value()
        if path is not None:
            dialog.setDirectory(str(path.parent))
            dialog.selectFile(path.name)
        dialog.fileSelected.connect(self._take)
        self._asked.open(dialog)

    @Slot(str)
    def _take(self, name: str) -> None:
        self.line.setText(name)

    @Slot(str)
    def _tell(self, _words: str) -> None:
        self.changed.emit()


class SaveDialog(BasicDialog):
    """Ask where a file goes; ``wanted`` tells the path, and the dialog stays until it is there.

    A file that is there already is told first, and replaced only when that is said again.
    """

    wanted = Signal(object)

    def __init__(
        self, title: str, text: str, path: Path, kinds: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, text, icon="save", parent=parent)
        self._warned: Path | None = None
        self.path = FileField(kinds, name=self.tr("存到"), saves=True)
        self.path.set_value(path)
        self.body.addWidget(FieldRow(self.tr("存到"), self.path))
        self.widen(DIALOG_WIDTH)
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("保存"), kind="primary", key="Ctrl Enter", icon="save", closes=False
        )
        yes.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        path = self.path.value()
        if path is None:
            self.set_error(self.tr("请写明存到哪里。"))
        elif path.exists() and path != self._warned:
            self._warned = path
            words = self.tr("这里已有同名文件。换一个名字，或再按一次“保存”覆盖它。")
            self.set_error(words)
        else:
            self.set_error("")
            self.wanted.emit(path)

"""Ask what a photo shows before it is added: the place, before or after the work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.segmented_choice import SegmentedChoice

PURPOSES = ("scene", "before", "after")


class PhotoPurposeDialog(BasicDialog):
    """One of three, by 1 to 3 or the arrows; Ctrl+Enter adds the photo."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("PhotoPurposeDialog", "这张照片是")
        super().__init__(title, name, icon="image", parent=parent)
        words = (self.tr("现场"), self.tr("处置前"), self.tr("处置后"))
        self.choice = SegmentedChoice(list(zip(PURPOSES, words, strict=True)), name=title)
        self.choice.set_value(PURPOSES[0])
        self.body.addWidget(self.choice)
        self.add_button(False, self.tr("取消"), key="Esc")
        self.add_button("yes", self.tr("添加"), kind="primary", key="Ctrl Enter")
        self.choice.setFocus()

    def purpose(self) -> str:
        """Return what the photo shows."""
        return str(self.choice.value())

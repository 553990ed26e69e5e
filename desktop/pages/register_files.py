"""Files for a case that is not yet saved: chosen, dropped or pasted; read on a worker."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
)
from PySide6.QtGui import QKeySequence as Keys
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from db.rules.files import MAX_BYTES
from desktop import texts
from desktop.registration import PendingFile
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel


class FileField(QFrame):
    """A place to drop files on; Ctrl+V pastes a picture, Enter on the button chooses files."""

    changed = Signal()
    wanted = Signal(object)
    """The path of a file that the page should read and ``add``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: list[PendingFile] = []
        self.setProperty("kind", "drop")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("附件"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        self._words = PlainLabel("", self, kind="second", elide=True)
        self._choose = ActionButton(self.tr("选择文件"), "paperclip", parent=self)
        self._remove = ActionButton(self.tr("移除"), "x", kind="quiet", parent=self)
        # One stop for Tab is enough; Space chooses, Delete removes.
        for button in (self._choose, self._remove):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._remove_last)
        row.addWidget(self._words, 1)
        row.addWidget(self._remove)
        row.addWidget(self._choose)
        self._show()

    def files(self) -> tuple[PendingFile, ...]:
        """Return what will be stored with the case."""
        return tuple(self._files)

    def clear(self) -> None:
        """Take all files away."""
        self._files.clear()
        self._show()

    def add(self, name: str, data: bytes) -> bool:
        """Take a file; one that is too large is told and left out."""
        if not data or len(data) > MAX_BYTES:
            self._words.set_tone("danger")
            self._words.setText(
                self.tr("{name} 是空的或超过 {limit}，没有添加。").format(
                    name=name, limit=texts.size(MAX_BYTES)
                )
            )
            return False
        self._files.append(PendingFile(name, data))
        self._show()
        self.changed.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(Keys.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Space:
            self._ask()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove_last()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def paste(self) -> None:
        """Take the picture or the files on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, given: QMimeData) -> None:
        """Take local files, or else a picture that has no file, as from a browser."""
        paths = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
        for path in paths:
            self.wanted.emit(path)
        image = QImage(given.imageData()) if given.hasImage() and not paths else QImage()
        if image.isNull():
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        name = self.tr("截图 {time}.png").format(time=f"{datetime.now():%H%M%S}")
        self.add(name, bytes(buffer.data().data()))

    @Slot()
    def _ask(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("添加附件"),
            "",
            self.tr("照片和文件 (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)"),
        )
        for name in names:
            self.wanted.emit(Path(name))

    @Slot()
    def _remove_last(self) -> None:
        if self._files:
            self._files.pop()
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self._words.set_tone("text2")
        names = "、".join(file.name for file in self._files)
        self._words.setText(
            self.tr("{n} 个：{names}").format(n=len(self._files), names=names)
            if self._files
            else self.tr("拖入照片或文件，或按 Ctrl V 粘贴截图，空格选择文件")
        )
        self._remove.setVisible(bool(self._files))
        self.setAccessibleDescription(self._words.text())


def read_file(path: Path) -> tuple[str, bytes]:
    """Return name and content of a file, but no more of it than would be taken."""
    try:
        with path.open("rb") as file:
            return path.name, file.read(MAX_BYTES + 1)
    except OSError:
        # Gone or not readable: told as empty, which is all that can be said of it.
        return path.name, b""

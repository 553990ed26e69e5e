"""The photos and files of the shown case: thumbnails, the viewer, and what is opened or saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.case_detail import CaseDetail, attachment_bytes
from db.queries.case_parts import AttachmentRow
from desktop import texts
from desktop.dialogs.photo_viewer import PhotoViewer, ViewedPhoto
from desktop.errors import sentence
from desktop.exchange.part_file import part_file
from desktop.pages.case_pictures import Picture, PictureSource
from desktop.pages.file_field import SaveDialog, usual_folder
from desktop.paths import file_title, private_folder
from desktop.services import Done, Failed, Services
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.photo_strip import Photo, PhotoStrip
from desktop.widgets.plain_label import PlainLabel

THUMBNAIL = 480
THUMBNAILS_KEPT = 32
"""At most 30 MB, however many photos a case has."""
VIEWED = 2400
VIEWED_KEPT = 4
"""Two that are looked at and their neighbours: at most 90 MB while the viewer is open."""


class CaseFiles(QWidget):
    """Photos in a strip, every other file on a line of its own."""

    told = Signal(str, str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._number = ""
        self._files: tuple[AttachmentRow, ...] = ()
        self._lines: list[QWidget] = []
        self._thumbnails = PictureSource(services, self, longest=THUMBNAIL, kept=THUMBNAILS_KEPT)
        self._thumbnails.came.connect(self._show_thumbnail)
        self._large: PictureSource | None = None
        self._viewer: PhotoViewer | None = None
        self._saving: SaveDialog | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.strip = PhotoStrip(name=self.tr("照片"))
        self.strip.opened.connect(self.view)
        self.strip.moved.connect(self._want_near)
        self._column.addWidget(self.strip)
        self.hide()

    # What others call ---------------------------------------------------------------------

    def show_files(self, detail: CaseDetail) -> None:
        """Show the files of a case; the same ones stay as they are."""
        self._number = detail.number
        if self._files == detail.attachments:
            return
        self._files = detail.attachments
        self.setVisible(bool(self._files))
        self._show_photos()
        self._show_lines()
        self._want_near(0)

    def viewer(self) -> PhotoViewer | None:
        """Return the viewer while it is open."""
        return self._viewer

    def save_dialog(self) -> SaveDialog | None:
        """Return the question where a file goes, while it is asked."""
        return self._saving

    # Showing ------------------------------------------------------------------------------

    def _photos(self) -> list[AttachmentRow]:
        return [one for one in self._files if _is_picture(one)]

    def _show_photos(self) -> None:
        shown = []
        for one in self._photos():
            found = self._thumbnails.picture(one.id)
            if found is not None and found.image is None:
                shown.append(Photo(one.id, one.name, None, "triangle-alert", self.tr("无法显示")))
            else:
                shown.append(Photo(one.id, one.name, found.image if found else None))
        self.strip.set_photos(shown)

    @Slot(object)
    def _want_near(self, place: int) -> None:
        """Have the thumbnails around a place, as many as are kept."""
        photos = self._photos()
        first = max(0, min(place - THUMBNAILS_KEPT // 2, len(photos) - THUMBNAILS_KEPT))
        self._thumbnails.want([one.id for one in photos[first : first + THUMBNAILS_KEPT]])

    @Slot(object)
    def _show_thumbnail(self, _picture: Picture) -> None:
        self._show_photos()

    def _show_lines(self) -> None:
        for line in self._lines:
            line.deleteLater()
        self._lines = [self._line(one) for one in self._files if not _is_picture(one)]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, one: AttachmentRow) -> QWidget:
        """Return the line of a file: open it by its name, save it by the button at the end."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = ActionButton(one.name, "paperclip", kind="link", parent=line)
        name.setProperty("file", one.id)
        name.clicked.connect(self._open_of_button)
        size = PlainLabel(texts.size(one.size), line, kind="second", tone="text2")
        save = IconButton("download", self.tr("另存 {name}").format(name=one.name), parent=line)
        save.setProperty("file", one.id)
        save.clicked.connect(self._save_of_button)
        row.addWidget(name)
        row.addWidget(size)
        row.addStretch(1)
        row.addWidget(save)
        return line

    # Looking at photos --------------------------------------------------------------------

    @Slot(object)
    def view(self, attachment_id: int) -> None:
        """Open the viewer at a photo."""
        self._large = PictureSource(self._services, self, longest=VIEWED, kept=VIEWED_KEPT)
        self._large.came.connect(self._give_picture)
        self._viewer = PhotoViewer(
            self.tr("{number} 的照片").format(number=self._number),
            [_viewed(one) for one in self._photos()],
            attachment_id,
            parent=self.window(),
        )
        self._viewer.wanted.connect(self._give_pictures)
        self._viewer.save_wanted.connect(self.save)
        self._viewer.finished.connect(self._close_viewer)
        self._viewer.start()

    @Slot(object)
    def _give_pictures(self, ids: tuple[int, ...]) -> None:
        assert self._large is not None
        for one in ids:
            known = self._large.picture(one)
            if known is not None:
                self._give_picture(known)
        self._large.want(ids)

    @Slot(object)
    def _give_picture(self, picture: Picture) -> None:
        if self._viewer is not None:
            self._viewer.give_picture(picture.id, picture.image, picture.words)

    @Slot()
    def _close_viewer(self) -> None:
        """Let go of the large pictures; the strip has the keys again."""
        assert self._viewer is not None and self._large is not None
        self._viewer.deleteLater()
        self._large.deleteLater()
        self._viewer = self._large = None
        self.strip.setFocus()

    # Opening and saving -------------------------------------------------------------------

    @Slot()
    def _open_of_button(self) -> None:
        one = self._file(self.sender().property("file"))
        path = private_folder() / f"attachment-{one.id}{Path(one.name).suffix.lower()}"
        self._fetch(one.id, path, self._open_outside, self._tell_fault)

    def _fetch(self, attachment_id: int, path: Path, done: Done, failed: Failed) -> None:
        """Read a file in one short question, and write it when nothing is held open any more."""
        self._services.ask(
            attachment_bytes,
            attachment_id,
            parent=self,
            done=partial(self._write, path, done, failed),
            failed=failed,
        )

    def _write(self, path: Path, done: Done, failed: Failed, data: bytes) -> None:
        self._services.work(_write, path, data, parent=self, done=done, failed=failed)

    @Slot(object)
    def _open_outside(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(self.tr("这台电脑没有能打开这种文件的程序，请另存后处理。"), "warn")

    @Slot(object)
    def _tell_fault(self, error: Exception) -> None:
        self.told.emit(sentence(error), "danger")

    @Slot()
    def _save_of_button(self) -> None:
        self.save(self.sender().property("file"))

    @Slot(object)
    def save(self, attachment_id: int) -> None:
        """Ask where a file goes, and write it there."""
        one = self._file(attachment_id)
        self._saving = SaveDialog(
            self.tr("另存附件"),
            self.tr("{name}，{size}").format(name=one.name, size=texts.size(one.size)),
            usual_folder() / f"{self._number}_{file_title(one.name)}",
            self.tr("所有文件 (*)"),
            parent=self._viewer or self.window(),
        )
        self._saving.setProperty("file", one.id)
        self._saving.wanted.connect(self._save_to)
        self._saving.finished.connect(self._close_saving)
        self._saving.open()

    @Slot(object)
    def _save_to(self, path: Path) -> None:
        assert self._saving is not None
        self._fetch(self._saving.property("file"), path, self._show_saved, self._show_unsaved)

    @Slot(object)
    def _show_saved(self, path: Path) -> None:
        if self._saving is not None:
            self._saving.accept()
        words = self.tr("已保存到 {path}").format(path=path)
        self.told.emit(words, "ok")

    @Slot(object)
    def _show_unsaved(self, error: Exception) -> None:
        if self._saving is not None:
            self._saving.set_error(sentence(error))

    @Slot()
    def _close_saving(self) -> None:
        if self._saving is not None:
            self._saving.deleteLater()
            self._saving = None

    def _file(self, attachment_id: int) -> AttachmentRow:
        return next(one for one in self._files if one.id == attachment_id)


def _is_picture(one: AttachmentRow) -> bool:
    return one.media_type.startswith("image/")


def _viewed(one: AttachmentRow) -> ViewedPhoto:
    purposes = {"before": tr("处置前"), "after": tr("处置后"), "scene": tr("现场")}
    told = (
        purposes.get(one.purpose, ""),
        f"{one.added_at:%Y-%m-%d %H:%M}",
        one.added_by,
        texts.size(one.size),
    )
    return ViewedPhoto(one.id, one.name, " · ".join(part for part in told if part), one.purpose)


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def _write(path: Path, data: bytes) -> Path:
    with part_file(path) as stream:
        stream.write(data)
    return path

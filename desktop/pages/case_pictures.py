"""Pictures of a case, decoded on a worker one after the other; what cannot be shown says why."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from db.errors import RecordError
from db.queries.case_detail import attachment_bytes
from db.queries.door import Reader
from desktop.errors import sentence
from desktop.services import Services

MOST_PIXELS = 60_000_000
"""A picture is decoded whole before it is made small: 240 MB for a moment at this size."""


@dataclass(frozen=True)
class Picture:
    """A picture at the size it was wanted, or the words that tell why there is none."""

    id: int
    image: QImage | None
    words: str = ""


@dataclass(frozen=True)
class _Stored:
    id: int
    data: bytes
    words: str = ""


class PictureSource(QObject):
    """Reads and decodes pictures by the ids of their attachments, at most so large and so many.

    Bytes are read in one short question; nothing is held open while a picture is looked at.
    """

    came = Signal(object)
    """A ``Picture`` that was wanted."""

    def __init__(self, services: Services, parent: QObject, *, longest: int, kept: int) -> None:
        super().__init__(parent)
        self._services = services
        self._longest = longest
        self._kept = kept
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        self._waiting: deque[int] = deque()
        self._asked: int | None = None

    def want(self, ids: Iterable[int]) -> None:
        """Read these pictures next, in this order; what waited before is not read any more."""
        self._waiting = deque(one for one in ids if one not in self._pictures)
        self._ask_next()

    def picture(self, attachment_id: int) -> Picture | None:
        """Return a picture that has come and is still kept."""
        found = self._pictures.get(attachment_id)
        if found is not None:
            self._pictures.move_to_end(attachment_id)
        return found

    def _ask_next(self) -> None:
        if self._asked is None and self._waiting:
            self._asked = self._waiting.popleft()
            self._services.ask(
                _stored, self._asked, parent=self, done=self._decode, failed=self._give_up
            )

    @Slot(object)
    def _decode(self, stored: _Stored) -> None:
        self._services.work(
            _decoded, stored, self._longest, parent=self, done=self._keep, failed=self._give_up
        )

    @Slot(object)
    def _keep(self, picture: Picture) -> None:
        self._pictures[picture.id] = picture
        while len(self._pictures) > self._kept:
            self._pictures.popitem(last=False)
        self._tell(picture)

    @Slot(object)
    def _give_up(self, error: Exception) -> None:
        """Tell why, and keep nothing: the next wish tries again."""
        assert self._asked is not None
        self._tell(Picture(self._asked, None, sentence(error)))

    def _tell(self, picture: Picture) -> None:
        self._asked = None
        self.came.emit(picture)
        self._ask_next()


def decode(data: bytes, longest: int) -> QImage | str:
    """Return a picture turned upright whose longer side is at most so long, or why it is not."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size: QSize = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return tr(
            "图片太大（{width}×{height} 像素），不在这里显示。请另存后用看图程序打开。"
        ).format(width=size.width(), height=size.height())
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return tr("图片已损坏或不是能识别的格式，无法显示。可以另存原文件。")
    return image


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def _stored(reader: Reader, attachment_id: int) -> _Stored:
    try:
        return _Stored(attachment_id, attachment_bytes(reader, attachment_id))
    except RecordError as error:
        # Damaged in the record, or gone: it is told in its place, beside those that are well.
        return _Stored(attachment_id, b"", sentence(error))


def _decoded(stored: _Stored, longest: int) -> Picture:
    if stored.words:
        return Picture(stored.id, None, stored.words)
    found = decode(stored.data, longest)
    if isinstance(found, str):
        return Picture(stored.id, None, found)
    return Picture(stored.id, found)

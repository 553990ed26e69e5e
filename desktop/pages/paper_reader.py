"""What a paper on the screen needs of its file: pictures of pages and found words, on a worker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from desktop.services import Services
from desktop.widgets.paper_view import PaperView

A4 = (595.28, 841.89)


class PaperReader(QObject):
    """Serves one `PaperView`; ``failed`` gives the error of a file that cannot be read."""

    failed = Signal(object)

    def __init__(self, services: Services, view: PaperView) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self._data: bytes | None = None
        self._token = 0
        view.pages.picture_wanted.connect(self._draw)
        view.find_wanted.connect(self._find)

    def show(self, data: bytes, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a paper whose pages have these sizes in points."""
        self._token += 1
        self._data = data
        self._view.show_pages(sizes)

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self._token += 1
        self._data = None
        self._view.show_pages(())

    @Slot(object)
    def _draw(self, wish: tuple[int, float]) -> None:
        if self._data is not None:
            page, dpi = wish
            self._services.work(
                _picture, self._data, page, dpi, self._token,
                parent=self, done=self._give_picture, failed=self._fail,
                key=(id(self), "picture", page),
            )  # fmt: skip

    @Slot(object)
    def _give_picture(self, found: tuple[int, int, float, QImage]) -> None:
        token, page, dpi, image = found
        if token == self._token:
            self._view.pages.give_picture(page, dpi, image)

    @Slot(str)
    def _find(self, words: str) -> None:
        if self._data is not None:
            self._services.work(
                _found, self._data, words, self._token,
                parent=self, done=self._give_hits, failed=self._fail,
                key=(id(self), "find"),
            )  # fmt: skip

    @Slot(object)
    def _give_hits(self, found: tuple[int, str, Any]) -> None:
        token, words, hits = found
        if token == self._token:
            self._view.show_hits(words, hits)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def _picture(data: bytes, page: int, dpi: float, token: int) -> tuple[int, int, float, QImage]:
    """Return the picture of a page, counted from 0; ``token`` tells for which paper."""
    from desktop.documents.preview import page_image

    found = page_image(data, page + 1, dpi)
    line = 3 * found.width
    image = QImage(found.rgb, found.width, found.height, line, QImage.Format.Format_RGB888)
    # The bytes belong to the answer of the reader of PDFs; the picture outlives them.
    return token, page, dpi, image.copy()


def _found(data: bytes, words: str, token: int) -> tuple[int, str, Any]:
    from desktop.documents.page_search import find_words

    return token, words, [(hit.page, hit.boxes) for hit in find_words(data, words)]

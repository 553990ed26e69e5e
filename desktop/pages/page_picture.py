"""The picture of a page of a PDF, made on a worker and shown on the screen."""

from __future__ import annotations

from PySide6.QtGui import QImage

from desktop.documents.preview import page_image


def picture(data: bytes, page: int, dpi: float) -> tuple[int, float, QImage]:
    """Return the picture of a page, counted from 0."""
    found = page_image(data, page + 1, dpi)
    line = 3 * found.width
    image = QImage(found.rgb, found.width, found.height, line, QImage.Format.Format_RGB888)
    # The bytes belong to the answer of the reader of PDFs; the picture outlives them.
    return page, dpi, image.copy()

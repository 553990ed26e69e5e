"""Turn the pages of a PDF into pictures, for the screen and the printer; no Qt here.

PDFium aborts the process when two threads are in it at once, so one at a time comes in; that is
why nothing else in the program calls it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from desktop.documents.errors import DocumentError

_PDFIUM = Lock()


@dataclass(frozen=True)
class PageImage:
    """One page as raw RGB bytes, rows one after the other without gaps."""

    width: int
    height: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """Return how many pages the file has."""
    with opened(pdf) as document:
        return len(document)


def page_image(pdf: bytes, number: int, dots_per_inch: float = 96.0) -> PageImage:
    """Return the picture of a page; the first one is 1."""
    with opened(pdf) as document:
        return _image(document, number, dots_per_inch)


def page_images(pdf: bytes, dots_per_inch: float = 96.0) -> tuple[PageImage, ...]:
    """Return the pictures of all pages."""
    with opened(pdf) as document:
        numbers = range(1, len(document) + 1)
        return tuple(_image(document, number, dots_per_inch) for number in numbers)


def page_size(pdf: bytes, number: int) -> tuple[float, float]:
    """Return the width and height of a page in points, as it is shown."""
    with opened(pdf) as document:
        width, height = document.get_page_size(number - 1)
        return width, height


def file_facts(pdf: bytes) -> dict[str, str]:
    """Return what the file says of itself: Title, Author, Subject, Keywords and so on."""
    with opened(pdf) as document:
        found: dict[str, str] = document.get_metadata_dict()
        return found


def page_band(pdf: bytes, number: int, size: tuple[int, int], top: int, height: int) -> PageImage:
    """Return a band of a page for a printer: ``height`` rows from ``top`` of a picture of ``size``.

    A whole page of 600 dots an inch would take 105 MB; a band of it takes what one can spare.
    """
    with opened(pdf) as document:
        page = document[number - 1]
        bitmap = pypdfium2.PdfBitmap.new_native(size[0], height, pdfium.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, size[0], height)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_PRINTING | pdfium.FPDF_REVERSE_BYTE_ORDER
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, size[0], size[1], 0, flags)
        image = _taken(bitmap)
        page.close()
        return image


def joined(files: Sequence[bytes], *, two_sided: bool) -> bytes:
    """Return the pages of all files in one; two-sided, each file begins on a front."""
    with opened(files[0]) as whole:
        for data in files[1:]:
            if two_sided and len(whole) % 2:
                whole.new_page(*whole.get_page_size(len(whole) - 1))
            more = pypdfium2.PdfDocument(data)
            whole.import_pages(more)
            more.close()
        buffer = BytesIO()
        whole.save(buffer)
        return buffer.getvalue()


def page_png(pdf: bytes, number: int, dots_per_inch: float = 96.0) -> bytes:
    """Return a page as a PNG file; the first one is 1."""
    with opened(pdf) as document:
        page = document[number - 1]
        buffer = BytesIO()
        page.render(scale=dots_per_inch / 72, rev_byteorder=True).to_pil().save(buffer, "PNG")
        page.close()
        return buffer.getvalue()


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page, as a reader would copy it."""
    with opened(pdf) as document:
        found = []
        for page in document:
            words = page.get_textpage()
            found.append(words.get_text_bounded())
            words.close()
            page.close()
        return tuple(found)


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a file for the only thread that is in PDFium, and close it afterwards."""
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise DocumentError("pdf_unreadable", reason=str(error)) from error
        try:
            yield document
        finally:
            document.close()


def _image(document: pypdfium2.PdfDocument, number: int, dots_per_inch: float) -> PageImage:
    page = document[number - 1]
    bitmap = page.render(scale=dots_per_inch / 72, rev_byteorder=True)
    image = _taken(bitmap)
    page.close()
    return image


def _taken(bitmap: pypdfium2.PdfBitmap) -> PageImage:
    """Take the bytes of a bitmap without the gaps between its rows, and close it."""
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    raw = bytes(bitmap.buffer)
    rows = (raw[row * stride : row * stride + 3 * width] for row in range(height))
    image = PageImage(width, height, b"".join(rows))
    bitmap.close()
    return image

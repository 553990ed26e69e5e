"""Find words on the pages of a PDF; also characters that PDFium's own search does not know.

Blanks and line ends count nowhere, so that a word that runs over the end of a line is found.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from desktop.documents.preview import opened

MOST_HITS = 999
_FINE = 100
"""So many steps a point, when PDFium gives places in whole numbers."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the top left corner of the page as it is shown."""


@dataclass(frozen=True)
class PageHit:
    """One place where the words stand: the page, counted from 0, and a box a line."""

    page: int
    boxes: tuple[Box, ...]


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the size of each page in points, as it is shown."""
    with opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def find_words(pdf: bytes, words: str) -> tuple[PageHit, ...]:
    """Return where the words stand, in the order of the pages; at most ``MOST_HITS``."""
    wanted = _bare(words)
    if not wanted:
        return ()
    found: list[PageHit] = []
    with opened(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            found += (PageHit(number, boxes) for boxes in _on_page(page, text, wanted))
            text.close()
            page.close()
            if len(found) >= MOST_HITS:
                break
    return tuple(found[:MOST_HITS])


def _on_page(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, wanted: str
) -> Iterator[tuple[Box, ...]]:
    signs, places = _signs(text)
    start = signs.find(wanted)
    while start >= 0:
        yield _lines([_box(page, text, place) for place in places[start : start + len(wanted)]])
        start = signs.find(wanted, start + len(wanted))


def _signs(text: pypdfium2.PdfTextPage) -> tuple[str, list[int]]:
    """Return the signs of a page without blanks, and the place of each in PDFium's counting.

    PDFium counts a character above U+FFFF as two halves on some pages and as one on others.
    """
    signs: list[str] = []
    places: list[int] = []
    high = 0
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        for sign in _bare(chr(code)):
            signs.append(sign)
            places.append(place)
    return "".join(signs), places


def _bare(words: str) -> str:
    """Return words without blanks, signs of control and differences of case."""
    return "".join(sign for sign in words.casefold() if sign.isprintable() and not sign.isspace())


def _box(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, place: int) -> Box:
    left, bottom, right, top = text.get_charbox(place, loose=True)
    corners = [_shown(page, x, y) for x, y in ((left, bottom), (right, top))]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _shown(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """Return where a point of the page lies when it is shown, the page's own turn included."""
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(
        page, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, across, down
    )
    return across.value / _FINE, down.value / _FINE


def _lines(boxes: list[Box]) -> tuple[Box, ...]:
    """Join the boxes of neighbours on one line."""
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if last is not None and box[1] < last[3] and box[3] > last[1] and box[0] >= last[0]:
            joined[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            joined.append(box)
    return tuple(joined)

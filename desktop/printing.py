"""Printers of this computer, and a paper on one of them; called on a worker.

Where CUPS is, it gets the paper itself. Elsewhere the pages are drawn as pictures, in bands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter

from desktop import cups
from desktop.documents.preview import page_band, page_count, page_size
from desktop.print_wish import PrintWish, Sides

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 600
BAND_ROWS = 1024
"""Rows of a band: 15 MB across a sheet of A4."""


class PrintingError(Exception):
    """A paper did not come out, and why.

    ``printer_gone``, ``print_broken_off`` (page), ``printer_refused`` (reason); all printer.
    ``pages_not_there`` (pages, count).
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def printer_names() -> list[str]:
    """Return the printers that the system knows, the usual one first."""
    if cups.is_here():
        return cups.queues()
    from PySide6.QtPrintSupport import QPrinterInfo

    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != usual, name))


def print_paper(pdf: bytes, title: str, wish: PrintWish) -> int:
    """Print a paper and return how many pages of it.

    :raises PrintingError: it was not taken, or broke off.
    """
    pages = _wanted_pages(pdf, wish)
    if cups.is_here():
        _send(pdf, title, wish)
        return len(pages)
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    # The process of a batch has no window; Qt's printers want its application all the same.
    application = QGuiApplication.instance() or QGuiApplication(["command-room"])
    assert application is not None
    info = QPrinterInfo.printerInfo(wish.printer)
    if info.isNull():
        raise PrintingError("printer_gone", printer=wish.printer)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(wish.copies)
    printer.setDuplex(
        {
            Sides.ONE: QPrinter.DuplexMode.DuplexNone,
            Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
            Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
        }[wish.sides]
    )
    return paint_pages(pdf, printer, pages)


def paint_pages(pdf: bytes, printer: QPrinter, pages: tuple[int, ...] = ()) -> int:
    """Draw pages over the whole sheet, upright or turned as the paper itself is; return how many.

    A point of the file is a point of the sheet: nothing is fitted to anything.
    """
    pages = pages or tuple(range(1, page_count(pdf) + 1))
    width, height = page_size(pdf, pages[0])
    orientation = QPageLayout.Orientation
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            orientation.Landscape if width > height else orientation.Portrait,
            QMarginsF(),
        )
    )
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError("printer_gone", printer=printer.printerName())
    try:
        for nth, number in enumerate(pages):
            if nth and not printer.newPage():
                raise PrintingError("print_broken_off", printer=printer.printerName(), page=number)
            _paint(painter, pdf, number, printer.resolution() / 72)
    finally:
        painter.end()
    return len(pages)


def _paint(painter: QPainter, pdf: bytes, number: int, dots_per_point: float) -> None:
    """Draw a page from the corner of the sheet, band by band."""
    width, height = page_size(pdf, number)
    across, down = round(width * DOTS_PER_INCH / 72), round(height * DOTS_PER_INCH / 72)
    scale = dots_per_point * 72 / DOTS_PER_INCH
    for top in range(0, down, BAND_ROWS):
        rows = min(BAND_ROWS, down - top)
        band = page_band(pdf, number, (across, down), top, rows)
        image = QImage(band.rgb, across, rows, 3 * across, QImage.Format.Format_RGB888)
        painter.drawImage(QRectF(0, top * scale, across * scale, rows * scale), image)


def _wanted_pages(pdf: bytes, wish: PrintWish) -> tuple[int, ...]:
    count = page_count(pdf)
    if wish.pages and wish.pages[-1] > count:
        raise PrintingError("pages_not_there", pages=wish.pages[-1], count=count)
    return wish.pages or tuple(range(1, count + 1))


def _send(pdf: bytes, title: str, wish: PrintWish) -> None:
    if wish.printer not in cups.queues():
        raise PrintingError("printer_gone", printer=wish.printer)
    try:
        cups.send(pdf, title, wish)
    except cups.CupsError as error:
        reason = str(error)
        raise PrintingError("printer_refused", printer=wish.printer, reason=reason) from error

"""Printers of this computer, and a paper on one of them; the pages are drawn on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from desktop.documents.preview import page_count, page_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300


class PrintingError(Exception):
    """A paper did not come out: ``printer_gone``, ``print_broken_off`` (page); both printer."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def printer_names() -> list[str]:
    """Return the printers that the system knows, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != usual, name))


def print_paper(pdf: bytes, title: str, name: str, copies: int) -> int:
    """Print a paper and return how many pages it has; called on a worker.

    :raises PrintingError: ``printer_gone``, ``print_broken_off``.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise PrintingError("printer_gone", printer=name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    return paint_pages(pdf, printer)


def paint_pages(pdf: bytes, printer: QPrinter) -> int:
    """Draw every page over the whole sheet, upright or turned as the paper itself is."""
    count = page_count(pdf)
    first = _image(pdf, 1)
    lies = first.width() > first.height()
    orientation = QPageLayout.Orientation
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            orientation.Landscape if lies else orientation.Portrait,
            QMarginsF(),
        )
    )
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError("printer_gone", printer=printer.printerName())
    try:
        for number in range(1, count + 1):
            if number > 1 and not printer.newPage():
                raise PrintingError("print_broken_off", printer=printer.printerName(), page=number)
            image = first if number == 1 else _image(pdf, number)
            painter.drawImage(printer.pageLayout().fullRectPixels(printer.resolution()), image)
    finally:
        painter.end()
    return count


def _image(pdf: bytes, number: int) -> QImage:
    found = page_image(pdf, number, DOTS_PER_INCH)
    line = 3 * found.width
    # The bytes belong to the answer of the reader of PDFs; the picture outlives them.
    return QImage(found.rgb, found.width, found.height, line, QImage.Format.Format_RGB888).copy()

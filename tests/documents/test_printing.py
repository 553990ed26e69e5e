"""A paper on a printer: every page, over the whole sheet, upright or turned."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.documents import case_list, case_sheet
from desktop.documents.preview import page_count, page_image
from desktop.errors import sentence
from desktop.printing import PrintingError, paint_pages, print_paper


@pytest.fixture
def printer(qapp: Any, tmp_path: Path) -> QPrinter:
    """A printer of the system's own that writes what it is given into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    return made


@pytest.mark.parametrize(
    ("build", "sample", "size"),
    [
        (case_sheet.build, "sheet_contents", (595, 842)),
        (case_list.build, "list_contents", (842, 595)),
    ],
)
def test_every_page_comes_out_as_it_is_turned(
    printer: QPrinter,
    fonts: Any,
    request: pytest.FixtureRequest,
    build: Any,
    sample: str,
    size: Any,
) -> None:
    pdf = build(request.getfixturevalue(sample), fonts)
    assert paint_pages(pdf, printer) == page_count(pdf)
    came = Path(printer.outputFileName()).read_bytes()
    with pdfplumber.open(BytesIO(came)) as document:
        assert len(document.pages) == page_count(pdf)
        assert {(round(one.width), round(one.height)) for one in document.pages} == {size}
    assert _ink(came, 1) == pytest.approx(_ink(pdf, 1), abs=2)


def test_a_printer_that_is_gone_is_told_in_words(
    qapp: Any, fonts: Any, sheet_contents: Any
) -> None:
    pdf = case_sheet.build(sheet_contents, fonts)
    with pytest.raises(PrintingError) as refused:
        print_paper(pdf, "办理单", "没有这台", 1)
    assert refused.value.code == "printer_gone"
    assert "没有这台" in sentence(refused.value)


def _ink(pdf: bytes, page: int) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is printed on a page, in points."""
    image = page_image(pdf, page, 72)
    lines = [image.rgb[y * 3 * image.width :][: 3 * image.width : 3] for y in range(image.height)]
    rows = [y for y, line in enumerate(lines) if min(line) < 225]
    columns = [x for x, column in enumerate(zip(*lines, strict=True)) if min(column) < 225]
    return columns[0], rows[0], columns[-1], rows[-1]

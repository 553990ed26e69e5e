"""A paper on a printer: every page, over the whole sheet, upright or turned."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.documents import case_list, case_sheet
from desktop.documents.preview import page_band, page_count, page_image
from desktop.errors import sentence
from desktop.print_wish import PrintWish, Sides, page_ranges, pages_of
from desktop.printing import PrintingError, paint_pages, print_paper, printer_names
from tests.printers import queue_on


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


def test_only_the_wanted_pages_come_out_at_their_size(
    printer: QPrinter, fonts: Any, list_contents: Any
) -> None:
    pdf = case_list.build(replace(list_contents, rows=list_contents.rows * 40), fonts)
    assert paint_pages(pdf, printer, (2, 3)) == 2
    came = Path(printer.outputFileName()).read_bytes()
    assert page_count(came) == 2
    assert _ink(came, 1) == pytest.approx(_ink(pdf, 2), abs=1)


def test_bands_join_without_a_seam_and_are_the_whole_page(fonts: Any, sheet_contents: Any) -> None:
    pdf = case_sheet.build(sheet_contents, fonts)
    size = (620, 877)
    whole = page_band(pdf, 1, size, 0, size[1])
    bands = [page_band(pdf, 1, size, top, min(100, 877 - top)) for top in range(0, 877, 100)]
    joined = b"".join(band.rgb for band in bands)
    assert len(joined) == len(whole.rgb)
    # PDFium rounds the edge of a letter a little otherwise in a band; a seam would be ink or white.
    assert max(abs(one - other) for one, other in zip(joined, whole.rgb, strict=True)) <= 40
    assert min(whole.rgb) < 50, "there is ink on it"


def test_a_queue_gets_the_paper_itself(
    qapp: Any, fonts: Any, sheet_contents: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    queue = queue_on(monkeypatch, tmp_path, "一楼激光", "二楼彩色")
    pdf = case_sheet.build(sheet_contents, fonts)
    assert printer_names() == ["一楼激光", "二楼彩色"]
    title = "-o fit-to-page $(id)"
    assert print_paper(pdf, title, PrintWish("二楼彩色", 2, Sides.SHORT_EDGE)) == page_count(pdf)
    (job,) = queue.jobs()
    assert job.data == pdf and job.after("-t") == title and job.after("-d") == "二楼彩色"
    assert job.words.count("-o") == 3 and "sides=two-sided-short-edge" in job.words
    assert job.after("-P") == ""


@pytest.mark.parametrize(
    ("words", "pages", "written"),
    [
        ("", (), ""),
        ("3", (3,), "3"),
        ("1-3，5、7－8", (1, 2, 3, 5, 7, 8), "1-3,5,7-8"),
        ("5,1,1-2", (1, 2, 5), "1-2,5"),
        ("0", None, ""),
        ("3-1", None, ""),
        ("2-", None, ""),
        ("1-999999999", None, ""),
        ("一", None, ""),
    ],
)
def test_pages_are_read_as_people_write_them(words: str, pages: Any, written: str) -> None:
    assert pages_of(words) == pages
    assert page_ranges(pages or ()) == written


def test_a_printer_that_is_gone_is_told_in_words(
    qapp: Any, fonts: Any, sheet_contents: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    pdf = case_sheet.build(sheet_contents, fonts)
    with pytest.raises(PrintingError) as refused:
        print_paper(pdf, "办理单", PrintWish("没有这台"))
    assert refused.value.code == "printer_gone"
    assert "没有这台" in sentence(refused.value)


def _ink(pdf: bytes, page: int) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is printed on a page, in points."""
    image = page_image(pdf, page, 72)
    lines = [image.rgb[y * 3 * image.width :][: 3 * image.width : 3] for y in range(image.height)]
    rows = [y for y, line in enumerate(lines) if min(line) < 225]
    columns = [x for x, column in enumerate(zip(*lines, strict=True)) if min(column) < 225]
    return columns[0], rows[0], columns[-1], rows[-1]

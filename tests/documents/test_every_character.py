"""Every character of the common table and a sample of the rare ones, drawn and read back."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from desktop.documents import minutes, notice, page
from desktop.documents.draw import About, Paper
from desktop.documents.fonts import STYLES, Style
from desktop.documents.preview import page_texts

TABLE = Path(__file__).resolve().parents[1] / "data" / "common_characters.txt"
NAMES = "喆堃翀龑𬱖𠮷𪚥"
# Every 97th ideograph of the extensions A to F.
RARE = "".join(
    chr(code)
    for block in (
        range(0x3400, 0x4DB6, 97),
        range(0x20000, 0x2A6D7, 97),
        range(0x2A700, 0x2B735, 97),
        range(0x2B740, 0x2B81E, 97),
        range(0x2B820, 0x2CEA2, 97),
        range(0x2CEB0, 0x2EBE1, 97),
    )
    for code in block
)


@pytest.fixture(scope="module")
def common() -> str:
    """Return the 8,105 characters of 通用规范汉字表."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))


@pytest.fixture(scope="module")
def drawn(fonts, common) -> dict[Style, bytes]:
    """Return a file for each face with all characters of the table, 28 on a line."""
    return {style: _drawn(fonts, style, common + RARE) for style in STYLES}


def _drawn(fonts, style: Style, characters: str) -> bytes:
    paper = Paper(fonts, About("字表", "", ""), most_pages=page.MOST_PAGES)
    for number, line in enumerate(_lines(characters)):
        if number and number % page.LINES == 0:
            paper.new_page()
        baseline = page.baseline(number % page.LINES)
        paper.text(page.LEFT, baseline, line, style, pitch=page.CELL)
    return paper.finish()


def _lines(characters: str) -> list[str]:
    return [
        characters[start : start + page.CELLS] for start in range(0, len(characters), page.CELLS)
    ]


def poppler(pdf: bytes, folder: Path) -> str:
    """Return what poppler reads in a file, without blanks."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", path, "-"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    return re.sub(r"\s", "", done.stdout.decode("utf-8"))


def pdfium(pdf: bytes) -> str:
    """Return what PDFium reads in a file, without blanks."""
    return re.sub(r"\s", "", "".join(page_texts(pdf)))


def test_the_table_is_whole(common):
    assert len(common) == len(set(common)) == 8105
    assert common.startswith("一乙二十丁") and common.endswith("蠼")
    assert len(RARE) > 650


@pytest.mark.parametrize("style", STYLES)
def test_poppler_reads_every_character_of_every_face_as_it_was(drawn, common, style, tmp_path):
    assert poppler(drawn[style], tmp_path) == common + RARE


@pytest.mark.parametrize("style", STYLES)
def test_pdfium_reads_every_character_of_every_face_as_it_was(drawn, common, style):
    assert pdfium(drawn[style]) == common + RARE


@pytest.mark.parametrize("letter", [False, True])
def test_rare_names_on_a_notice_are_read_back_by_both(fonts, notice_contents, letter, tmp_path):
    named = "、".join(f"王{name}" for name in NAMES)
    problem = f"责任人{named}未到场。"
    contents = replace(notice_contents, problem=problem, head="王𬱖", contact="欧阳𪚥")
    pdf = notice.build(contents, fonts, letter=letter)
    for text in (poppler(pdf, tmp_path), pdfium(pdf)):
        assert problem in text
        assert "欧阳𪚥" in text


def test_squeezed_marks_beside_rare_names_are_copied_in_order(fonts, minutes_contents, tmp_path):
    text = "（“王𬱖”）、《（“𠮷”）》，“‘𪚥’。”（翀）。" * 12
    pdf = minutes.build(replace(minutes_contents, opening=text), fonts)
    assert commands(pdf).count(b"/ActualText") > 12
    for found in (poppler(pdf, tmp_path), pdfium(pdf)):
        assert text in found


def commands(pdf: bytes) -> bytes:
    """Return the drawing commands of the first page."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        (stream,) = document.pages[0].page_obj.contents
        return stream.get_data()

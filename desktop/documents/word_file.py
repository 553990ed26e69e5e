"""One DOCX in the making: page, paragraphs and form rows in the faces WPS knows.

Line pitch and character spacing are fixed instead of a character grid: LibreOffice gives two
cells to each character of such a grid.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from desktop.documents.fonts import Style

FACES: dict[str, str] = {
    "fangsong": "仿宋_GB2312",
    "kai": "楷体_GB2312",
    "hei": "黑体",
    "xbs": "方正小标宋简体",
    "song": "宋体",
}
LATIN = "Times New Roman"
BODY = 16.0
LINE = Pt(28.95)
TIGHTER = "-5"  # twentieths of a point: 15.75 points a character, 28 on a line
RED = RGBColor(0xED, 0, 0)
BLACK = RGBColor(0, 0, 0)
WIDTH = 156.0
LABEL = 25.0
CELL_SIZE = 10.5
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
Alignment = Literal["left", "centre", "both"]
# Fixed, so that the same contents give the same file.
WRITTEN = datetime(2000, 1, 1)


class WordFile:
    """A DOCX with the margins of an official paper."""

    def __init__(self, title: str, author: str, subject: str) -> None:
        """Open an empty file."""
        self._document: Any = docx.Document()
        about = self._document.core_properties
        about.title, about.author, about.subject = title[:255], author[:255], subject
        about.created = about.modified = WRITTEN
        about.language = "zh-CN"
        self._page()

    def paragraph(
        self,
        runs: Sequence[tuple[str, Style]],
        *,
        size: float = BODY,
        align: Alignment = "both",
        colour: RGBColor = BLACK,
        line: Length | None = LINE,
        before: float = 0.0,
        after: float = 0.0,
        indent: bool = False,
        hang: bool = False,
    ) -> None:
        """Add a paragraph; `hang` lets its lines go on below the fifth character."""
        paragraph = self._document.add_paragraph()
        _shape(paragraph, align, line, before, after)
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(2 * BODY)
        if hang:
            paragraph.paragraph_format.left_indent = Pt(5 * BODY)
            paragraph.paragraph_format.first_line_indent = Pt(-3 * BODY)
        for text, style in runs:
            _write(paragraph, text, style, size, colour)

    def rule_below(self) -> None:
        """Draw a red rule below the last paragraph."""
        properties = self._document.paragraphs[-1]._p.get_or_add_pPr()
        borders = OxmlElement("w:pBdr")
        bottom = OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", "16"), ("space", "11"), ("color", "ED0000")):
            bottom.set(qn(f"w:{name}"), value)
        borders.append(bottom)
        properties.insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")

    def row(self, fields: Sequence[tuple[str, str, float]]) -> None:
        """Add a row of a form: labels, texts and their shares, 0 for what is left."""
        shares = [share * WIDTH for _, _, share in fields]
        rest = WIDTH - LABEL * len(fields) - sum(shares)
        table = self._table(1, 2 * len(fields))
        for index, (label, text, share) in enumerate(fields):
            width = share * WIDTH or rest
            _fill(table.cell(0, 2 * index), label, "hei", LABEL, "centre")
            _fill(table.cell(0, 2 * index + 1), text, "fangsong", width, "left")

    def rows_beside(self, fields: Sequence[tuple[str, str]], signed: str) -> None:
        """Add rows of labels and texts with one high cell at their right, for the seal."""
        table = self._table(len(fields), 3)
        text_width = 0.46 * WIDTH - LABEL
        for index, (label, text) in enumerate(fields):
            _fill(table.cell(index, 0), label, "hei", LABEL, "centre")
            _fill(table.cell(index, 1), text, "fangsong", text_width, "left")
            table.rows[index].height = Mm(6.2)
        high = table.cell(0, 2).merge(table.cell(len(fields) - 1, 2))
        _fill(high, f"\n\n{signed}", "fangsong", WIDTH * 0.54, "centre")

    def finish(self) -> bytes:
        """Return the file."""
        buffer = BytesIO()
        self._document.save(buffer)
        return _without_time(buffer)

    def _page(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        grid = OxmlElement("w:docGrid")
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), "579")
        for old in section._sectPr.findall(qn("w:docGrid")):
            section._sectPr.remove(old)
        section._sectPr.append(grid)

    def _table(self, rows: int, columns: int) -> Any:
        table = self._document.add_table(rows, columns)
        table.style = "Table Grid"
        table.autofit = False
        return table


def _without_time(packed: BytesIO) -> bytes:
    """Pack the parts anew, without the time of day that each of them was given."""
    buffer = BytesIO()
    with ZipFile(packed) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return buffer.getvalue()


def _shape(
    paragraph: Any, align: Alignment, line: Length | None, before: float, after: float
) -> None:
    """Set alignment and distances; no extra gap between Chinese and Latin."""
    shape = paragraph.paragraph_format
    shape.alignment = ALIGNMENTS[align]
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if line is not None:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, line
    properties = paragraph._p.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        switch = OxmlElement(name)
        switch.set(qn("w:val"), "0")
        properties.insert_element_before(
            switch, "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )


def _fill(cell: Any, text: str, style: Style, width: float, align: Alignment) -> None:
    """Write a text into a cell, a paragraph for each of its lines."""
    cell.width = Mm(width)
    for number, part in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        _shape(paragraph, align, Pt(CELL_SIZE * 1.3), 2, 2)
        _write(paragraph, part, style, CELL_SIZE, BLACK)


def _write(paragraph: Any, text: str, style: Style, size: float, colour: RGBColor) -> None:
    """Add runs; a character outside GB 2312 gets 宋体, or WPS would pick a sans face."""
    for piece, common in _pieces(text):
        run = paragraph.add_run(piece)
        run.font.size, run.font.color.rgb = Pt(size), colour
        run.font.name = LATIN
        face = FACES[style] if common else FACES["song"]
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), face)
        if size == BODY:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), TIGHTER)
            run._r.rPr.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz")


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Cut a text into parts inside and outside GB 2312."""
    pieces: list[tuple[str, bool]] = []
    for character in text:
        common = _is_common(character)
        if pieces and pieces[-1][1] == common:
            pieces[-1] = (pieces[-1][0] + character, common)
        else:
            pieces.append((character, common))
    return pieces


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return ord(character) < 0x2E80
    return True

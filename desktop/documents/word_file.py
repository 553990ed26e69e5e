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
from docx.enum.section import WD_ORIENTATION
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from desktop.documents import word_marks
from desktop.documents.contents import Table
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
PITCH = 28.95
LINE = Pt(PITCH)
TIGHTER = "-5"  # twentieths of a point: 15.75 points a character, 28 on a line
RED = RGBColor(0xED, 0, 0)
BLACK = RGBColor(0, 0, 0)
WIDTH = 156.0
HEIGHT = 225.0
WIDTH_POINTS = WIDTH / 25.4 * 72
LABEL = 25.0
CELL_PADDING = 2.5  # points, as on the page; the usual 5.4 would break the labels
NARROW_LABEL = 21.0  # five characters of the size of a cell
CELL_SIZE = 10.5
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
Alignment = Literal["left", "centre", "right", "both"]
SMALL = 14.0
NUMBER_BELOW = Mm(26)  # from the foot of the sheet to the foot of the page number
OUTSIDE = (Mm(-8), Mm(-6))  # how far the rules of a letter reach over the margins
FOOT = Mm(262)  # the foot of the text block
IMPRINT_ROW = 26.25
EMU_A_TWIP = 635
EIGHTHS = {0.35: "8", 0.25: "6"}  # millimetres → eighths of a point of a rule
# Fixed, so that the same contents give the same file.
WRITTEN = datetime(2000, 1, 1)


class WordFile:
    """A DOCX with the margins of an official paper."""

    def __init__(self, title: str, author: str, subject: str, *, landscape: bool = False) -> None:
        """Open an empty file."""
        self._document: Any = docx.Document()
        about = self._document.core_properties
        about.title, about.author, about.subject = title[:255], author[:255], subject
        about.created = about.modified = WRITTEN
        about.language = "zh-CN"
        self._width = HEIGHT if landscape else WIDTH
        self._page(landscape)

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
        attached: bool = False,
        right: float = 0.0,
        spread: float = 0.0,
        keeps: bool = False,
        new_page: bool = False,
    ) -> None:
        """Add a paragraph; `hang` lets its lines go on below the fifth character.

        `attached` lets them go on below the name of 附件, `keeps` binds it to the next one,
        `spread` sets the characters so many points further apart.
        """
        paragraph = self._document.add_paragraph()
        _shape(paragraph, align, line, before, after)
        shape = paragraph.paragraph_format
        shape.keep_with_next, shape.page_break_before = keeps or None, new_page or None
        if right:
            shape.right_indent = Pt(right)
        if indent:
            shape.first_line_indent = Pt(2 * BODY)
        if hang:
            shape.left_indent = Pt(5 * BODY)
            shape.first_line_indent = Pt(-3 * BODY)
        if attached:
            shape.left_indent = Pt(5.75 * BODY)
            shape.first_line_indent = Pt(-3.75 * BODY)
        for text, style in runs:
            _write(paragraph, text, style, size, colour, spread)

    def rule_below(self) -> None:
        """Draw a red rule below the last paragraph."""
        word_marks.border(self._document.paragraphs[-1], "bottom", "single", "16", "11")

    def at_both_ends(
        self,
        left: tuple[str, Style],
        *right: tuple[str, Style],
        size: float = BODY,
        before: float = 0.0,
    ) -> None:
        """Add a line with a text at the left and others at its right end."""
        paragraph = self._document.add_paragraph()
        _shape(paragraph, "left", LINE, before, 0.0)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        _write(paragraph, left[0], left[1], size, BLACK)
        paragraph.add_run("\t")
        for text, style in right:
            _write(paragraph, text, style, size, BLACK)

    def letter_rule(self) -> None:
        """Draw the upper double rule of a letter below the last paragraph."""
        paragraph = self._document.paragraphs[-1]
        word_marks.border(paragraph, "bottom", "thickThinSmallGap", "18", "6")
        _reach_out(paragraph)

    def page_numbers(self, *, from_second: bool = False) -> None:
        """Number the pages at the outer edge; a letter has no number on its first page."""
        section = self._document.sections[0]
        section.footer_distance = NUMBER_BELOW
        section.different_first_page_header_footer = from_second
        self._document.settings.odd_and_even_pages_header_footer = True
        sides: tuple[tuple[Any, Alignment], ...] = (
            (section.footer, "right"),
            (section.even_page_footer, "left"),
        )
        for footer, align in sides:
            paragraph = footer.paragraphs[0]
            _shape(paragraph, align, None, 0.0, 0.0)
            setattr(paragraph.paragraph_format, f"{align}_indent", Pt(SMALL))
            _write(paragraph, "— ", "song", SMALL, BLACK)
            word_marks.page_field(paragraph, SMALL, FACES["song"])
            _write(paragraph, " —", "song", SMALL, BLACK)

    def letter_page(self) -> None:
        """Give the sheet the margins of a letter and the lower double rule."""
        self.page_numbers(from_second=True)
        section = self._document.sections[0]
        # The mark of a letter begins 30 mm below the edge, above the usual text block.
        section.top_margin = Mm(26.5)
        paragraph = section.first_page_footer.paragraphs[0]
        _shape(paragraph, "left", Pt(1), 0.0, 0.0)
        word_marks.border(paragraph, "top", "thinThickSmallGap", "18", "0")
        _reach_out(paragraph)
        section.footer_distance = NUMBER_BELOW

    def imprint(self, copies: str, printed_by: str, printed_on: str, *, rules: bool = True) -> None:
        """Write 抄送 and 印发 into a table that stands at the foot of the last page."""
        rows = [row for row in ((copies, ""), (printed_by, printed_on)) if any(row)]
        if not rows:
            return
        # What floats is anchored to the paragraph that follows it.
        table = self._document.add_table(len(rows), 2)
        table.autofit = False
        for column, width in zip(table.columns, (WIDTH * 0.6, WIDTH * 0.4), strict=True):
            column.width = Mm(width)
        lines = [_lines(left) if not right else 1 for left, right in rows]
        top = FOOT - Pt(sum(lines) * IMPRINT_ROW)
        word_marks.at_foot(table, round(top / EMU_A_TWIP))
        for index, (left, right) in enumerate(rows):
            cells = table.rows[index].cells
            if not right:
                cells = [cells[0].merge(cells[1])]
            widths = (WIDTH,) if not right else (WIDTH * 0.6, WIDTH * 0.4)
            for cell, text, width, align in zip(
                cells, (left, right), widths, ("left", "right"), strict=False
            ):
                _fill(cell, text, "fangsong", width, align, SMALL)  # type: ignore[arg-type]
            table.rows[index].height_rule = WD_ROW_HEIGHT_RULE.EXACTLY
            table.rows[index].height = Pt(lines[index] * IMPRINT_ROW)
            if rules:
                over = EIGHTHS[0.35 if index == 0 else 0.25]
                under = EIGHTHS[0.35 if index == len(rows) - 1 else 0.25]
                word_marks.cell_rules(table.rows[index], over, under)
        anchor = self._document.add_paragraph()
        _shape(anchor, "left", Pt(1), 0.0, 0.0)

    def table(self, table: Table) -> None:
        """Add a list whose heads come again on each further page."""
        total = sum(column.weight for column in table.columns)
        widths = [column.weight / total * self._width for column in table.columns]
        made = self._table(len(table.rows) + 1, widths)
        head, *others = made.rows
        word_marks.repeat_head(head)
        for cell, column, width in zip(head.cells, table.columns, widths, strict=True):
            _fill(cell, column.name, "hei", width, "centre")
        for row, texts in zip(others, table.rows, strict=True):
            for cell, text, column, width in zip(
                row.cells, texts, table.columns, widths, strict=True
            ):
                _fill(cell, text, "fangsong", width, column.align)

    def row(
        self,
        fields: Sequence[tuple[str, str, float]],
        *,
        height: float = 0.0,
        size: float = CELL_SIZE,
        label_width: float = LABEL,
    ) -> None:
        """Add a row of a form: labels, texts and their shares, 0 for what is left.

        `height` is the least height in millimetres; in a high row texts stand at the top.
        """
        shares = [share * WIDTH for _, _, share in fields]
        rest = WIDTH - label_width * len(fields) - sum(shares)
        open_ = max(1, sum(not share for share in shares))
        widths = [share or rest / open_ for share in shares]
        table = self._table(1, [part for width in widths for part in (label_width, width)])
        if height:
            table.rows[0].height = Mm(height)
        for index, ((label, text, _), width) in enumerate(zip(fields, widths, strict=True)):
            _fill(table.cell(0, 2 * index), label, "hei", label_width, "centre", size)
            cell = table.cell(0, 2 * index + 1)
            _fill(cell, text, "fangsong", width, "left", size)
            if height:
                cell.vertical_alignment = WD_ALIGN_VERTICAL.TOP

    def sign_last(self, words: str, before: float, size: float) -> None:
        """Write signature and date at the right of the last cell, below its text."""
        paragraph = self._document.tables[-1].rows[-1].cells[-1].add_paragraph()
        _shape(paragraph, "right", Pt(size * 1.3), before, 2)
        _write(paragraph, words, "fangsong", size, BLACK)

    def rows_beside(self, fields: Sequence[tuple[str, str]], signed: str) -> None:
        """Add rows of labels and texts with one high cell at their right, for the seal."""
        text_width = 0.46 * WIDTH - NARROW_LABEL
        table = self._table(len(fields), [NARROW_LABEL, text_width, WIDTH * 0.54])
        for index, (label, text) in enumerate(fields):
            _fill(table.cell(index, 0), label, "hei", NARROW_LABEL, "centre")
            _fill(table.cell(index, 1), text, "fangsong", text_width, "left")
            table.rows[index].height = Mm(6.2)
        high = table.cell(0, 2).merge(table.cell(len(fields) - 1, 2))
        _fill(high, f"\n\n{signed}", "fangsong", WIDTH * 0.54, "centre")

    def finish(self) -> bytes:
        """Return the file."""
        buffer = BytesIO()
        self._document.save(buffer)
        return _without_time(buffer)

    def _page(self, landscape: bool) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        if landscape:
            # A sheet turned by a quarter: its head lies towards the binding.
            section.orientation = WD_ORIENTATION.LANDSCAPE
            section.page_width, section.page_height = Mm(297), Mm(210)
            section.top_margin, section.bottom_margin = Mm(28), Mm(26)
            section.left_margin, section.right_margin = Mm(35), Mm(37)
        grid = OxmlElement("w:docGrid")
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), "579")
        for old in section._sectPr.findall(qn("w:docGrid")):
            section._sectPr.remove(old)
        section._sectPr.append(grid)
        word_marks.squeeze_marks(self._document)

    def _table(self, rows: int, widths: Sequence[float]) -> Any:
        """Add a table with columns of these widths in millimetres."""
        table = self._document.add_table(rows, len(widths))
        table.style = "Table Grid"
        table.autofit = False
        # LibreOffice takes the widths of the columns, Word those of the cells.
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        word_marks.pad_cells(table, CELL_PADDING)
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
    # Snapped to the grid, a line that is not as high as the grid's would take two of them.
    for name in ("w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"):
        switch = OxmlElement(name)
        switch.set(qn("w:val"), "0")
        properties.insert_element_before(switch, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _fill(
    cell: Any, text: str, style: Style, width: float, align: Alignment, size: float = CELL_SIZE
) -> None:
    """Write a text into a cell, a paragraph for each of its lines."""
    cell.width = Mm(width)
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for number, part in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        _shape(paragraph, align, Pt(size * 1.3), 2, 2)
        _write(paragraph, part, style, size, BLACK)


def _lines(text: str) -> int:
    """Return how many lines of 版记 a text takes."""
    width = sum(SMALL / 2 if one.isascii() else SMALL for one in text)
    return max(1, -int(-width // (WIDTH_POINTS - 2 * SMALL)))


def _reach_out(paragraph: Any) -> None:
    """Let the rule of a paragraph reach over the margins, as those of a letter do."""
    shape = paragraph.paragraph_format
    shape.left_indent, shape.right_indent = OUTSIDE


def _write(
    paragraph: Any,
    text: str,
    style: Style,
    size: float,
    colour: RGBColor,
    spread: float = 0.0,
) -> None:
    """Add runs; a character outside GB 2312 gets 宋体, or WPS would pick a sans face."""
    for piece, common in _pieces(text):
        run = paragraph.add_run(piece)
        run.font.size, run.font.color.rgb = Pt(size), colour
        run.font.name = LATIN
        face = FACES[style] if common else FACES["song"]
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), face)
        if size == BODY or spread:
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), str(round(spread * 20)) if spread else TIGHTER)
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

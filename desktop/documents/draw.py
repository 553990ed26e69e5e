"""Paper: one PDF in the making. Text, rules and boxes, measured from the top left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from io import BytesIO
from typing import Literal

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import page
from desktop.documents.errors import MissingGlyph, Place, TooLong
from desktop.documents.fonts import GETA, Face, Fonts, Style
from desktop.documents.gluing import glued
from desktop.documents.lines import CLOSING, OPENING, Cell, Line, break_lines, make_cells

# The sides of the text block of a sheet turned by a quarter.
SIDE_LEFT = 35 * page.MM
SIDE_RIGHT = SIDE_LEFT + page.BLOCK_HEIGHT

Colour = tuple[float, float, float]
Align = Literal["left", "centre", "right"]
Run = tuple[str, Style]

MOST_KEPT = 4000
"""So many broken texts are remembered for one document."""


@dataclass(frozen=True)
class About:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    keywords: str = ""


@dataclass
class _Piece:
    """Characters of one face with one advance, from one point; `spoken` starts a span."""

    face: Face
    text: str
    x: float
    spacing: float
    spoken: str = ""
    ends_span: bool = False
    shown: list[tuple[str, str]] = field(default_factory=list)
    """Subsets with the operators that show the characters, once they were drawn."""


class Paper:
    """The pages of one document; numbers count from 1."""

    def __init__(
        self,
        fonts: Fonts,
        about: About,
        *,
        draft: bool = False,
        mirror: bool = False,
        most_pages: int = page.MOST_PAGES,
        landscape: bool = False,
    ) -> None:
        """Open the first page. `mirror` moves even pages for two-sided printing."""
        self._fonts = fonts
        self._draft = draft
        self._mirror = mirror
        self._most_pages = most_pages
        self._landscape = landscape
        self._height = page.WIDTH if landscape else page.HEIGHT
        self._broken: dict[tuple[str, Style, float, float, bool], list[Line]] = {}
        self._pieces_of: dict[int, tuple[Line, float, Sequence[_Piece]]] = {}
        self._known = fonts.cells
        self._glyphs = fonts.glyphs
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            # ReportLab turns the sheet of a rotated page itself.
            pagesize=(page.HEIGHT, page.WIDTH) if landscape else (page.WIDTH, page.HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.first_face().name,
            lang="zh-CN",
        )
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setKeywords(about.keywords)
        self._canvas.setCreator("command-room")
        self._canvas.setViewerPreference("PrintScaling", "None")
        self.number = 1
        self._sheets = 0
        self._open_page()

    def cells(
        self, runs: Sequence[Run], size: float, pitch: float | None = None, place: str = ""
    ) -> list[Cell]:
        """Return the cells of runs of text; a missing glyph is refused, in a draft it is 〓."""
        cells: list[Cell] = []
        for text, style in runs:
            known = self._known.setdefault((style, size, pitch or size), {})
            cells += make_cells(
                text if known.keys() >= set(text) else self._drawable(text, style, place),
                style,
                pitch or size,
                partial(self._width, style, size),
                known,
            )
        return cells

    def broken(
        self, text: str, style: Style, size: float, width: float, justify: bool, place: str
    ) -> list[Line]:
        """Return the lines of a text of one style; they are kept, and must not be changed.

        A form is measured in several sizes before it is drawn, and lists say the same in many rows.
        """
        key = (text, style, size, width, justify)
        found = self._broken.get(key)
        if found is None:
            cells = self.cells([(glued(text), style)], size, place=place)
            found = break_lines(cells, width, 0.0, justify)
            if len(self._broken) >= MOST_KEPT:
                self._broken.clear()
            self._broken[key] = found
        return found

    def line(
        self,
        line: Line,
        x: float,
        baseline: float,
        size: float,
        colour: Colour = page.BLACK,
    ) -> None:
        """Draw one broken line; its indent is added to x."""
        code = self._canvas._code
        code.append(f"BT {_ink(colour)}")
        font = ""
        for piece in self._cut(line, size):
            if piece.spoken:
                spoken = piece.spoken.encode("utf-16-be").hex().upper()
                code.append(f"/Span <</ActualText <FEFF{spoken}>>> BDC")
            y = self._height - baseline + piece.face.rise * size
            code.append(
                f"1 0 0 1 {fp_str(x + line.indent + piece.x, y)} Tm {fp_str(piece.spacing)} Tc"
            )
            for subset, shown in piece.shown or self._shown(piece):
                if subset != font:
                    font = subset
                    code.append(f"{font} {fp_str(size)} Tf")
                code.append(shown)
            if piece.ends_span:
                code.append("EMC")
        code.append("ET")

    def _shown(self, piece: _Piece) -> list[tuple[str, str]]:
        """Return the subsets of a piece with what shows its characters; asked for once a piece.

        A text object of ReportLab would measure each piece again and cannot be kept: half of the
        time that a form takes.
        """
        document = self._canvas._doc
        font = pdfmetrics.getFont(piece.face.name)
        piece.shown = [
            (font.getSubsetInternalName(subset, document), f"({self._canvas._escape(codes)}) Tj")
            for subset, codes in font.splitString(piece.text, document)
        ]
        return piece.shown

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        style: Style = "fangsong",
        size: float = page.BODY,
        *,
        align: Align = "left",
        colour: Colour = page.BLACK,
        pitch: float | None = None,
        place: str = "",
        room: float = page.WIDTH * 2,
    ) -> float:
        """Draw a text on one line and return its width; x is its left, middle or right.

        A text that is wider than its room or leaves the text block is refused.
        """
        cells = self.cells([(text, style)], size, pitch, place)
        line = Line(cells, [cell.width for cell in cells], 0.0)
        width = line.length
        start = x - {"left": 0.0, "centre": width / 2, "right": width}[align]
        left, right = (SIDE_LEFT, SIDE_RIGHT) if self._landscape else (page.LEFT, page.RIGHT)
        over = max(width - room, left - start, start + width - right)
        if over > 0.5:
            if align == "centre":
                over *= 2
            limit = max(0, int(len(text) * (width - over) / width))
            raise TooLong("line_too_long", field=place, length=len(text), limit=limit)
        self.line(line, start, baseline, size, colour)
        return width

    def shortened(self, text: str, style: Style, size: float, room: float, place: str = "") -> str:
        """Return the text, or as much of it as there is room for with … at its end."""
        cells = self.cells([(text, style)], size, place=place)
        if sum(cell.width for cell in cells) <= room:
            return text
        left = room - self.width("…", style, size)
        kept = ""
        for cell in cells:
            left -= cell.width
            if left < 0:
                break
            kept += cell.text
        return f"{kept}…"

    def width(
        self, text: str, style: Style, size: float, pitch: float | None = None, place: str = ""
    ) -> float:
        """Return the width of a text on one line."""
        return sum(cell.width for cell in self.cells([(text, style)], size, pitch, place))

    def ink(self, text: str, style: Style, size: float, place: str = "") -> tuple[float, float]:
        """Return how far the ink of a text reaches above and below its base line."""
        cells = self.cells([(text, style)], size, place=place)
        reach = [self._glyph(cell.style, cell.text)[0].ink(cell.text) for cell in cells]
        above, below = zip(*reach, strict=True)
        return max(above) * size, max(below) * size

    def rule(
        self, left: float, right: float, y: float, thickness: float, colour: Colour = page.BLACK
    ) -> None:
        """Draw a level rule with its middle at y."""
        self.box(left, y - thickness / 2, right - left, thickness, colour)

    def upright(
        self, x: float, top: float, bottom: float, thickness: float, colour: Colour = page.BLACK
    ) -> None:
        """Draw an upright rule with its middle at x."""
        self.box(x - thickness / 2, top, thickness, bottom - top, colour)

    def box(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle."""
        y = self._height - top - height
        self._canvas._code.append(f"{_ink(colour)} n {fp_str(left, y, width, height)} re f")

    def chip(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle with round corners."""
        self._canvas.setFillColorRGB(*colour)
        y = self._height - top - height
        self._canvas.roundRect(left, y, width, height, 4, stroke=0, fill=1)

    def dot(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Fill a circle around a point."""
        self._canvas.setFillColorRGB(*colour)
        self._canvas.circle(x, self._height - y, radius, stroke=0, fill=1)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        thickness: float,
        colour: Colour,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line through points, round at its corners."""
        path = self._canvas.beginPath()
        for number, (x, y) in enumerate(points):
            (path.lineTo if number else path.moveTo)(x, self._height - y)
        self._canvas.saveState()
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.setLineJoin(1)
        if dashed:
            self._canvas.setDash(3, 2)
        self._canvas.drawPath(path, stroke=1, fill=0)
        self._canvas.restoreState()

    def dashes(self, left: float, right: float, y: float) -> None:
        """Draw the broken rule along which a slip is torn off."""
        self._canvas.saveState()
        self._canvas.setLineWidth(0.7)
        self._canvas.setDash(4, 3)
        self._canvas.line(left, self._height - y, right, self._height - y)
        self._canvas.restoreState()

    def new_page(self) -> None:
        """Close this page and open the next; refuse a document without end."""
        if self.number >= self._most_pages:
            raise TooLong("too_many_pages", pages=self.number + 1, limit=self._most_pages)
        self._close_page()
        self.number += 1
        self._open_page()

    def next_paper(self, *, on_a_front: bool = False) -> None:
        """Begin another paper in the same file: it is page 1 again, on a front side if wished."""
        self._close_page()
        self._sheets += self.number
        if on_a_front and self._sheets % 2:
            self._canvas.showPage()
            self._sheets += 1
        self.number = 1
        self._open_page()

    def page_number(self) -> None:
        """Write the number of this page: outside, 7 mm below the text block."""
        landscape, self._landscape = self._landscape, False
        if landscape:
            self._canvas.restoreState()
            self._canvas.saveState()
            self._shift()
            self._height = page.HEIGHT
        baseline = page.PAGE_NUMBER_CENTRE + 0.38 * page.SMALL
        words = f"— {self.number} —"
        if self.number % 2:
            self.text(page.RIGHT - page.SMALL, baseline, words, "song", page.SMALL, align="right")
        else:
            self.text(page.LEFT + page.SMALL, baseline, words, "song", page.SMALL)
        self._landscape = landscape
        self._height = page.WIDTH if landscape else page.HEIGHT

    def finish(self) -> bytes:
        """Close the last page and return the file."""
        self._close_page()
        self._canvas.save()
        return self._buffer.getvalue()

    def _open_page(self) -> None:
        self._canvas.saveState()
        self._shift()
        if self._landscape:
            self._canvas.setPageRotation(90)
            self._canvas.transform(0, 1, -1, 0, page.WIDTH, 0)

    def _shift(self) -> None:
        if self._mirror and self.number % 2 == 0:
            self._canvas.translate(-2 * page.MM, 0)

    def _close_page(self) -> None:
        self._canvas.restoreState()
        self._canvas.showPage()

    def _width(self, style: Style, size: float, character: str) -> float:
        return self._fonts.pick(style, character).width(character) * size

    def _glyph(self, style: str, character: str) -> tuple[Face, float]:
        """Return the face of a character and its advance in em."""
        found = self._glyphs.get((style, character))
        if found is None:
            face = self._fonts.pick(style, character)  # type: ignore[arg-type]
            found = self._glyphs[style, character] = (face, face.width(character))
        return found

    def _drawable(self, text: str, style: Style, place: str) -> str:
        """Return the text if every character has a glyph; name the first that has none."""
        missing = {
            character
            for character in set(text)
            if character not in "\u2060" and not self._fonts.can_draw(style, character)
        }
        if not missing:
            return text
        if self._draft:
            return "".join(GETA if character in missing else character for character in text)
        position = min(text.index(character) for character in missing)
        raise MissingGlyph(text[position], Place(place, position + 1))

    def _cut(self, line: Line, size: float) -> Sequence[_Piece]:
        """Return the pieces of a line; of one that is drawn again, as they were cut before."""
        known = self._pieces_of.get(id(line))
        if known is not None and known[0] is line and known[1] == size:
            return known[2]
        pieces = tuple(self._pieces(line, size))
        if len(self._pieces_of) >= MOST_KEPT:
            self._pieces_of.clear()
        self._pieces_of[id(line)] = (line, size, pieces)
        return pieces

    def _pieces(self, line: Line, size: float) -> Iterator[_Piece]:
        """Cut a line into pieces of one face and one spacing."""
        whole = self._whole_piece(line, size)
        if whole is not None:
            yield whole
            return
        as_they_are = line.advances == [cell.width for cell in line.cells]
        spans = {} if as_they_are else dict(_spans(line))
        piece: _Piece | None = None
        x = 0.0
        inside = 0
        glyphs = self._glyphs
        for index, (cell, advance) in enumerate(zip(line.cells, line.advances, strict=True)):
            face, em = glyphs.get((cell.style, cell.text)) or self._glyph(cell.style, cell.text)
            glyph = em * size
            shift = _shift_in_cell(cell, glyph) if cell.full else 0.0
            spacing = advance - glyph
            # This runs for every character of every paper: what is told apart soonest comes first.
            if (
                piece is not None
                and piece.face is face
                and -0.0005 < piece.spacing - spacing < 0.0005
                and -0.0005 < shift < 0.0005
                and not piece.ends_span
                and index not in spans
            ):
                piece.text += cell.text
            else:
                if piece is not None:
                    yield piece
                piece = _Piece(face, cell.text, x + shift, spacing)
                if index in spans:
                    piece.spoken = spans[index]
                    inside = len(piece.spoken)
            if inside:
                inside -= 1
                piece.ends_span = inside == 0
            x += advance
        if piece is not None:
            yield piece

    def _whole_piece(self, line: Line, size: float) -> _Piece | None:
        """Return the line as one piece where all its cells are alike, as most of a form's are."""
        if not line.cells:
            return None
        first = line.cells[0]
        face, em = self._glyph(first.style, first.text)
        glyph, advance = em * size, line.advances[0]
        fills = abs(first.width - glyph) < first.width * 0.05 and advance >= 0.8 * first.width
        if not (fills or not first.full) or any(one != advance for one in line.advances):
            return None
        glyphs = self._glyphs
        for cell in line.cells:
            if glyphs.get((cell.style, cell.text)) != (face, em) or cell.full != first.full:
                return None
        return _Piece(face, line.text, 0.0, advance - glyph)


@cache
def _ink(colour: Colour) -> str:
    """Return the operator that fills with a colour."""
    return f"{fp_str(*colour)} rg"


def _shift_in_cell(cell: Cell, glyph: float) -> float:
    """Return how far a glyph that is not as wide as its cell is moved into it."""
    spare = cell.width - glyph
    if abs(spare) < cell.width * 0.05:
        return 0.0
    if cell.text in CLOSING:
        return 0.0
    return spare if cell.text in OPENING else spare / 2


def _spans(line: Line) -> Iterator[tuple[int, str]]:
    """Return start and characters of the parts that readers would take for overlapping.

    A viewer that copies text cuts and reorders a line at a strongly negative advance. Only the
    pair is named: some viewers lose rare characters inside a longer span.
    """
    start, last = -1, len(line.cells) - 1
    for index, (cell, advance) in enumerate(zip(line.cells, line.advances, strict=True)):
        narrow = advance < 0.8 * cell.width and cell.full and index < last
        if narrow and start < 0:
            start = index
        if not narrow and start >= 0:
            yield start, "".join(part.text for part in line.cells[start : index + 1])
            start = -1

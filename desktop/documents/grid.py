"""Ruled tables: forms of labels and texts, and lists with repeated heads.

Rows are as high as their texts ask; a row that does not fit goes to the next page, a row longer
than half a page is continued there.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from desktop.documents import page
from desktop.documents.contents import Align, Table
from desktop.documents.draw import Paper
from desktop.documents.errors import TooLong
from desktop.documents.fonts import Style
from desktop.documents.lines import Line

THIN = 0.5
MEASURED_ROWS = 300
KEPT_ROWS = 2  # of a table stay with what follows it on the last page
SHORT_TEXT = 4  # characters that are never parted
LONGER_TEXT = 5.5  # characters a line of a longer text has at least
LATIN_RUN = re.compile(r"[!-~]{2,20}")
THICK = 1.0
JUSTIFIED_FROM = 16  # characters; in narrower cells stretching would tear holes


@dataclass(frozen=True)
class GridCell:
    """A cell: its text, its share of the width, its face; `top` puts the text at the top."""

    text: str
    weight: float = 1.0
    style: Style = "fangsong"
    align: Align = "left"
    top: bool = False
    place: str = ""
    colour: tuple[float, float, float] = page.BLACK


@dataclass(frozen=True)
class GridRow:
    """Cells side by side; `whole` forbids to continue it on the next page."""

    cells: tuple[GridCell, ...]
    least: float = 0.0
    whole: bool = False
    shaded: bool = False


@dataclass
class _SetRow:
    """A row with its texts broken into lines."""

    row: GridRow
    lines: list[list[Line]]
    lefts: list[float]
    height: float


@dataclass
class Grid:
    """A table of this size of type, drawn downwards from `top`.

    `turn` ends the page and returns where the table goes on; without it the table must fit.
    """

    paper: Paper
    left: float
    width: float
    size: float
    bottom: float
    turn: Callable[[], float] | None = None
    heads: Sequence[GridRow] = ()
    padding: float = 4.0
    leading: float = 1.42
    frame: float = THICK
    y: float = field(default=0.0, init=False)
    _open: float = field(default=-1.0, init=False)
    _known: dict[int, _SetRow] = field(default_factory=dict, init=False)

    @property
    def pitch(self) -> float:
        """Return the distance of lines in a cell."""
        return self.size * self.leading

    def height(self, rows: Sequence[GridRow]) -> float:
        """Return how high the rows are together; what is measured is kept for its drawing."""
        for row in rows:
            self._known[id(row)] = self._set(row)
        return sum(self._known[id(row)].height for row in rows)

    def draw(self, rows: Sequence[GridRow], top: float, tail: float = 0.0) -> float:
        """Draw the rows from this height on; return the height below the last one.

        What stands at the foot below the table and takes `tail` points keeps two rows with it.
        """
        self.y = top
        if rows:
            self._begin()
        first_kept = max(0, len(rows) - KEPT_ROWS) if tail else -1
        for index, row in enumerate(rows):
            if index == first_kept:
                self._keep_together(rows[index:], tail)
            self._place(self._set(row))
        self._end()
        return self.y

    def _keep_together(self, rows: Sequence[GridRow], tail: float) -> None:
        """Go to the next page, if these rows and what follows have no room on this one."""
        needed = sum(self._set(row).height for row in rows) + tail
        if needed > self.bottom - self.y + 0.01 and self.turn is not None and not self._at_head():
            self._end()
            self.y = self.turn()
            self._begin()

    def _begin(self) -> None:
        self._open = self.y
        heads = [self._set(head) for head in self.heads]
        height = sum(head.height for head in heads)
        if heads and height > (self.bottom - self.y) / 2:
            longest = max((cell for head in self.heads for cell in head.cells), key=_length)
            limit = int(_length(longest) * (self.bottom - self.y) / 2 / height)
            raise TooLong(
                "paper_text_too_long", field=longest.place, length=_length(longest), limit=limit
            )
        for head in heads:
            self._paint(head)

    def _place(self, row: _SetRow) -> None:
        """Draw a row here, on the next page, or partly on both."""
        while row.height > self.bottom - self.y + 0.01 and self.turn is not None:
            spare = int((self.bottom - self.y - 2 * self.padding) // self.pitch)
            most = max(len(lines) for lines in row.lines)
            if self._may_part(row, spare, most):
                first, row = self._parted(row, spare)
                self._paint(first)
            elif self._at_head():
                break
            self._end()
            self.y = self.turn()
            self._begin()
        self._paint(row)

    def _may_part(self, row: _SetRow, spare: int, most: int) -> bool:
        if spare >= most:
            return False
        if self._at_head():
            return spare >= 1
        return not row.row.whole and spare >= 3 and most - spare >= 2

    def _at_head(self) -> bool:
        """Tell whether nothing but the heads stands on this page."""
        heads = sum(self._set(head).height for head in self.heads)
        return abs(self.y - self._open - heads) < 0.01

    def _parted(self, row: _SetRow, lines: int) -> tuple[_SetRow, _SetRow]:
        first = [part[:lines] for part in row.lines]
        rest = [part[lines:] for part in row.lines]
        return (
            _SetRow(row.row, first, row.lefts, self._height(first, 0.0)),
            _SetRow(row.row, rest, row.lefts, self._height(rest, 0.0)),
        )

    def _set(self, row: GridRow) -> _SetRow:
        """Break the texts of a row into lines."""
        known = self._known.get(id(row))
        if known is not None:
            return known
        total = sum(cell.weight for cell in row.cells)
        left = self.left
        lefts, lines = [], []
        for cell in row.cells:
            width = self.width * cell.weight / total
            lefts.append(left)
            lines.append(self._lines(cell, width - 2 * self.padding))
            left += width
        lefts.append(left)
        return _SetRow(row, lines, lefts, self._height(lines, row.least))

    def _lines(self, cell: GridCell, width: float) -> list[Line]:
        found: list[Line] = []
        justify = cell.align == "left" and width > JUSTIFIED_FROM * self.size
        for part in cell.text.split("\n"):
            broken = self.paper.broken(
                part, cell.style, self.size, max(width, self.size), justify, cell.place
            )
            found += broken or [Line([], [], width)]
        return found

    def _height(self, lines: Sequence[Sequence[Line]], least: float) -> float:
        most = max((len(part) for part in lines), default=1)
        return max(least, most * self.pitch + 2 * self.padding)

    def _paint(self, row: _SetRow) -> None:
        """Draw texts and rules of a row and step below it."""
        top, bottom = self.y, self.y + row.height
        if row.row.shaded:
            self.paper.box(self.left, top, self.width, row.height, page.GREY)
        for index, cell in enumerate(row.row.cells):
            left, right = row.lefts[index], row.lefts[index + 1]
            self._texts(cell, row.lines[index], left, right, row.height)
            if index:
                self.paper.upright(left, top, bottom, THIN)
        if abs(top - self._open) > 0.01:
            self.paper.rule(self.left, self.left + self.width, top, THIN)
        self.y = bottom

    def _texts(
        self, cell: GridCell, lines: Sequence[Line], left: float, right: float, height: float
    ) -> None:
        block = len(lines) * self.pitch
        start = self.y + (self.padding if cell.top else (height - block) / 2)
        for index, line in enumerate(lines):
            baseline = start + (index + 0.5) * self.pitch + 0.38 * self.size
            x = {
                "left": left + self.padding,
                "centre": (left + right - line.length) / 2,
                "right": right - self.padding - line.length,
            }[cell.align]
            if line.cells:
                self.paper.line(line, x, baseline, self.size, cell.colour)

    def _end(self) -> None:
        """Draw the frame around what stands on this page."""
        if self.y <= self._open or self._open < 0:
            return
        right, half = self.left + self.width, self.frame / 2
        for y in (self._open, self.y):
            self.paper.rule(self.left - half, right + half, y, self.frame)
        for x in (self.left, right):
            self.paper.upright(x, self._open, self.y, self.frame)
        self._open = -1.0


def _length(cell: GridCell) -> int:
    return len(cell.text)


def label(text: str, weight: float = 1.0) -> GridCell:
    """Return the cell of a label of a form."""
    return GridCell(text, weight, "hei", "centre")


def value(
    text: str, weight: float = 1.0, *, align: Align = "left", top: bool = False, place: str = ""
) -> GridCell:
    """Return the cell of a text of a form."""
    return GridCell(text, weight, "fangsong", align, top, place)


def head_row(table: Table) -> GridRow:
    """Return the head of a list."""
    return GridRow(
        tuple(
            GridCell(column.name, column.weight, "hei", "centre", place=f"columns[{index}]")
            for index, column in enumerate(table.columns, 1)
        ),
        whole=True,
        shaded=True,
    )


def list_row(table: Table, cells: Sequence[str], number: int) -> GridRow:
    """Return a row of a list."""
    return GridRow(
        tuple(
            GridCell(
                text, column.weight, "fangsong", column.align, place=f"rows[{number}][{index}]"
            )
            for index, (column, text) in enumerate(zip(table.columns, cells, strict=True), 1)
        ),
        whole=True,
    )


def fitting_size(
    paper: Paper, table: Table, width: float, sizes: Sequence[float], padding: float
) -> float:
    """Return the largest type in which every column has room for its words."""
    for size in sizes:
        if sum(_needs(paper, table, size, padding)) <= width:
            return size
    return sizes[-1]


def fitted(paper: Paper, table: Table, width: float, size: float, padding: float) -> Table:
    """Return the table with columns wide enough for their words: dates, numbers, short names.

    What a column needs beyond its share is taken from those that have more than they need.
    """
    total = sum(column.weight for column in table.columns)
    shares = [column.weight / total * width for column in table.columns]
    needs = _needs(paper, table, size, padding)
    missing = sum(max(0.0, need - share) for need, share in zip(needs, shares, strict=True))
    spare = sum(max(0.0, share - need) for need, share in zip(needs, shares, strict=True))
    if missing > spare:
        widths = needs
    else:
        widths = [
            need if share < need else share - missing * (share - need) / (spare or 1.0)
            for need, share in zip(needs, shares, strict=True)
        ]
    columns = tuple(
        replace(column, weight=weight) for column, weight in zip(table.columns, widths, strict=True)
    )
    return replace(table, columns=columns)


def _needs(paper: Paper, table: Table, size: float, padding: float) -> list[float]:
    """Return the least width of each column."""
    return [
        2 * padding
        + 0.5
        + max(
            _half_head(paper, column.name, size, f"columns[{index}]"),
            *(
                _widest_word(paper, row[index - 1], size, f"rows[{number}][{index}]")
                for number, row in enumerate(table.rows[:MEASURED_ROWS], 1)
            ),
            size,
        )
        for index, column in enumerate(table.columns, 1)
    ]


def _half_head(paper: Paper, name: str, size: float, place: str) -> float:
    """Return the width of a head on two lines of equal length."""
    count = len(name) if len(name) <= 3 else -(-len(name) // 2)
    return max(paper.width(part, "hei", size, place=place) for part in (name[:count], name[count:]))


def _widest_word(paper: Paper, text: str, size: float, place: str) -> float:
    """Return the width of the longest run of letters and digits, of a longer text some more."""
    whole = paper.width(text.replace("\n", ""), "fangsong", size, place=place)
    if "\n" not in text and len(text) <= SHORT_TEXT:
        return whole
    words = LATIN_RUN.findall(text)
    widest = max((paper.width(word, "fangsong", size) for word in words), default=0.0)
    return widest if text.isascii() else max(widest, min(whole, LONGER_TEXT * size))

"""Running text on the grid of 22 lines: paragraphs go from page to page."""

from collections.abc import Sequence

from desktop.documents import page
from desktop.documents.draw import Paper, Run
from desktop.documents.gluing import glued
from desktop.documents.lines import Line, break_lines


class Flow:
    """The place on the grid where the next line goes."""

    def __init__(self, paper: Paper, first_line: int = 0, *, number_first: bool = True) -> None:
        """Start on a line of the open page; a letter has no number on its first page."""
        self.paper = paper
        self.next_line = first_line
        self._number_first = number_first
        self._pitch = page.PITCH
        self._tight_from = 0

    def top(self, line: int) -> float:
        """Return the height of the top of a line of this page."""
        tight = max(0, line - self._tight_from)
        return page.TOP + (line - tight) * page.PITCH + tight * self._pitch

    def baseline(self, line: int) -> float:
        """Return the base line of a line of this page."""
        return self.top(line) + page.ASCENT * page.BODY

    def tighten(self, pitch: float) -> None:
        """Let the lines of this page follow each other at a smaller pitch from here on."""
        self._pitch, self._tight_from = pitch, self.next_line

    def last_page_of(self, lines: Sequence[Line]) -> int:
        """Return with which of the lines their last page would begin; 0 where all fit here."""
        begins, next_line = 0, self.next_line
        for index, one in enumerate(lines):
            room = page.LINES - next_line
            if room < 1 or (one.keeps and room < _kept(lines, index, 0)):
                begins, next_line = index, 0
            next_line += 1
        return begins

    @property
    def room(self) -> int:
        """Return how many lines are left on this page."""
        return page.LINES - self.next_line

    def write(self, lines: Sequence[Line], *, tail: int = 0) -> None:
        """Draw the lines; the last two stay together with a tail of so many lines.

        A heading goes to the next page with its text.
        """
        for index, one in enumerate(lines):
            left = len(lines) - index
            if one.keeps and self.room < _kept(lines, index, tail):
                self.new_page()
            if tail and left == min(2, len(lines)) and self.room < left + tail:
                self.new_page()
            if self.top(self.next_line) + page.BODY > page.BOTTOM + 0.01:
                self.new_page()
            self.paper.line(one, page.LEFT, self.baseline(self.next_line), page.BODY)
            self.next_line += 1

    def set(
        self, runs: Sequence[Run], *, indent: int = 2, hang: float = 0.0, place: str = ""
    ) -> list[Line]:
        """Break a paragraph; from the second line on it begins `hang` points further right."""
        held = [(glued(text), style) for text, style in runs]
        cells = self.paper.cells(held, page.BODY, page.CELL, place)
        return break_lines(cells, page.BLOCK_WIDTH, indent * page.CELL, hang=hang)

    def blank(self, lines: int = 1) -> None:
        """Leave lines empty, but never at the head of a page."""
        if self.next_line:
            self.next_line += lines

    def new_page(self) -> None:
        """Go on at the head of the next page."""
        self.end_page()
        self.paper.new_page()
        self.next_line = 0
        self._pitch, self._tight_from = page.PITCH, 0

    def end_page(self) -> None:
        """Put the number on this page."""
        if self.paper.number > 1 or self._number_first:
            self.paper.page_number()


def _kept(lines: Sequence[Line], index: int, tail: int) -> int:
    """Return the lines that stay together from a heading on; never more than a page has."""
    end = index
    while end < len(lines) and lines[end].keeps:
        end += 1
    left = len(lines) - end
    kept = end - index + (left + tail if tail and left <= 2 else 1)
    return kept if kept <= page.LINES else 0


def numbered(lines: Sequence[str]) -> tuple[str, ...]:
    """Number points as 1. 2. 3.; a single one stays as it is."""
    if len(lines) == 1:
        return tuple(lines)
    return tuple(f"{index}.{line}" for index, line in enumerate(lines, 1))

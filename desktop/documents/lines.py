"""Break Chinese text into lines: cells, 避头尾, squeezing and stretching. Pure, in points.

Every full-width character fills one cell; Latin letters and digits keep their own width. A
full-width mark is half empty: its empty half can be taken away, at its right for a closing mark
(its own advance shrinks), at its left for an opening one (the advance before it shrinks).
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

CLOSING = frozenset("》〉）〕】」』〗”’，。、；：？！")
OPENING = frozenset("（〔《〈【「『〖“‘")
NOT_FIRST = CLOSING | frozenset("—…·％℃‰/～°%,.;:?!)]}>-")
NOT_LAST = OPENING | frozenset("￥№$([{<")
MARKS = CLOSING | OPENING
INSEPARABLE = frozenset("—…")
GLUE = "\u2060"
AMBIGUOUS_FULL = frozenset("“”‘’—…·")
LONGEST_WORD = 18  # a longer run of letters and digits is an address; it may be cut


@dataclass(frozen=True, slots=True)
class Cell:
    """One character with its style and natural advance; `glued` forbids a break before it."""

    text: str
    style: str
    width: float
    full: bool
    glued: bool = False


@dataclass(slots=True)
class Line:
    """Cells with the advances they get; `width` is the room the line had.

    `keeps` tells a heading, which never ends a page.
    """

    cells: list[Cell]
    advances: list[float]
    width: float
    indent: float = 0.0
    last: bool = False
    hard: bool = False
    keeps: bool = False

    @property
    def length(self) -> float:
        """Return the sum of the advances, without the empty half of a mark at the end."""
        return sum(self.advances)

    @property
    def text(self) -> str:
        """Return the characters of the line."""
        return "".join(cell.text for cell in self.cells)


@dataclass(slots=True)
class _Breaks:
    """The cells of a paragraph and what may be done between them."""

    cells: Sequence[Cell]
    allowed: list[bool] = field(default_factory=list)
    narrowed: list[float] = field(default_factory=list)


def is_full(character: str) -> bool:
    """Tell whether the character fills a whole cell."""
    if character in AMBIGUOUS_FULL:
        return True
    kind = unicodedata.east_asian_width(character)
    return kind in "WF" or (kind == "A" and ord(character) >= 0x2000) or ord(character) >= 0x2500


def make_cells(
    text: str,
    style: str,
    pitch: float,
    width_of: Callable[[str], float],
    known: dict[str, Cell] | None = None,
) -> list[Cell]:
    """Return the cells of a text; `width_of` gives the advance of what is not full.

    `known` keeps cells of this style, pitch and size from one call to the next.
    """
    known = {} if known is None else known
    cells: list[Cell] = []
    glued = False
    for character in text:
        if character == GLUE:
            glued = True
            continue
        cell = known.get(character)
        if cell is None:
            full = is_full(character)
            cell = Cell(character, style, pitch if full else width_of(character), full)
            known[character] = cell
        if glued:
            cell = replace(cell, glued=True)
            glued = False
        cells.append(cell)
    return cells


def break_lines(
    cells: Sequence[Cell],
    width: float,
    indent: float = 0.0,
    justify: bool = True,
    hang: float = 0.0,
) -> list[Line]:
    """Return the lines of a paragraph: the first one indented, the others by `hang`.

    Lines are as wide as they may be; all but the last are stretched or squeezed to fill it.
    """
    whole = _whole(cells, width - indent)
    if whole is not None:
        whole.indent = indent
        return [whole]
    paragraph = _prepare(cells)
    lines: list[Line] = []
    start = 0
    while start < len(cells):
        shift = hang if lines else indent
        room = width - shift
        end, hard = _line_end(paragraph, start, room)
        line = _set(paragraph, start, end, room, justify and end < len(cells))
        line.indent = shift
        line.last = end == len(cells)
        line.hard = hard
        lines.append(line)
        start = end
        while start < len(cells) and cells[start].text == " ":
            line.cells.append(cells[start])
            line.advances.append(0.0)
            start += 1
        line.last = start == len(cells)
    return lines


def _whole(cells: Sequence[Cell], room: float) -> Line | None:
    """Return all cells as the last line, if they fit as they are; most texts of a form do."""
    if not cells:
        return None
    advances = [cell.width for cell in cells]
    natural = sum(advances)
    if natural > 2 * room:
        return None
    before = cells[0]
    for index in range(1, len(cells)):
        after = cells[index]
        if before.text in MARKS and _meet(before, after):
            advances[index - 1] -= before.width / 2
            natural -= before.width / 2
        before = after
    return Line(list(cells), advances, room, last=True) if natural <= room else None


def may_break(before: Cell, after: Cell) -> bool:
    """Tell whether a line may end between two cells."""
    if after.glued or after.text in NOT_FIRST or before.text in NOT_LAST or after.text == " ":
        return False
    if before.text in INSEPARABLE and after.text == before.text:
        return False
    return before.full or after.full or before.text == " "


def _prepare(cells: Sequence[Cell]) -> _Breaks:
    """Mark where a break is allowed and where two marks meet."""
    paragraph = _Breaks(cells)
    run = _word_lengths(cells)
    paragraph.allowed = [True]
    paragraph.narrowed = [cell.width for cell in cells]
    last = cells[0] if cells else None  # the last one that is no blank
    for index in range(1, len(cells)):
        before, after = cells[index - 1], cells[index]
        last = last if before.text == " " else before
        opened = last is not None and last.text in NOT_LAST
        in_address = (
            run[index] > LONGEST_WORD
            and run[index - 1] == run[index]
            and not after.glued
            and after.text not in NOT_FIRST
        )
        free = not opened and (may_break(before, after) or in_address)
        paragraph.allowed.append(free)
        if _meet(before, after):
            paragraph.narrowed[index - 1] -= before.width / 2
    return paragraph


def _word_lengths(cells: Sequence[Cell]) -> list[int]:
    """Return for each cell the length of the run of letters and digits around it; 0 if none."""
    lengths = [0] * len(cells)
    start = 0
    while start < len(cells):
        end = start
        while end < len(cells) and not cells[end].full and cells[end].text != " ":
            end += 1
        lengths[start:end] = [end - start] * (end - start)
        start = max(end, start + 1)
    return lengths


def _meet(before: Cell, after: Cell) -> bool:
    """Tell whether two marks turn their empty halves to each other or stand doubled."""
    if not (before.full and after.full):
        return False
    if before.text in CLOSING:
        return after.text in CLOSING or after.text in OPENING
    return before.text in OPENING and after.text in OPENING


def _line_end(paragraph: _Breaks, start: int, room: float) -> tuple[int, bool]:
    """Return where the line ends, and whether a word had to be cut."""
    cells, allowed = paragraph.cells, paragraph.allowed
    slack = 1e-6
    used = 0.0
    end = start
    while end < len(cells):
        if used + cells[end].width > room + slack and used + _least(cells[end]) > room + slack:
            break
        used += paragraph.narrowed[end] if end + 1 < len(cells) else cells[end].width
        end += 1
    if end == len(cells):
        return end, False
    end = max(end, start + 1)
    if _ends_well(paragraph, end):
        return end, False
    further = _taken_in(paragraph, start, end, room)
    if further:
        return further, False
    for back in range(end - 1, start, -1):
        if allowed[back]:
            return back, False
    return end, True


def _ends_well(paragraph: _Breaks, end: int) -> bool:
    """Tell whether a line may end there; blanks at its end do not count."""
    cells = paragraph.cells
    following = end
    while following < len(cells) and cells[following].text == " ":
        following += 1
    return following == len(cells) or paragraph.allowed[following]


def _least(cell: Cell) -> float:
    """Return the room a cell needs at the end of a line."""
    return cell.width / 2 if cell.full and cell.text in CLOSING else cell.width


def _taken_in(paragraph: _Breaks, start: int, end: int, room: float) -> int:
    """Return the end of the line with the next marks squeezed in; 0 if they do not fit."""
    cells = paragraph.cells
    further = end
    while further < len(cells) and (further == end or not paragraph.allowed[further]):
        if cells[further].text not in CLOSING or further - end > 2:
            return 0
        further += 1
    needed = _natural(paragraph, start, further) - room
    return further if needed <= sum(_room_to_squeeze(paragraph, start, further)) + 1e-6 else 0


def _natural(paragraph: _Breaks, start: int, end: int) -> float:
    return sum(paragraph.narrowed[start : end - 1]) + paragraph.cells[end - 1].width


def _room_to_squeeze(paragraph: _Breaks, start: int, end: int) -> list[float]:
    """Return how much each advance of the line may shrink."""
    cells = paragraph.cells
    room = []
    for index in range(start, end):
        cell = cells[index]
        full_still = paragraph.narrowed[index] == cell.width or index == end - 1
        may = cell.full and cell.text in CLOSING and full_still
        if index + 1 < end and full_still:
            may = may or (cell.full and cells[index + 1].text in OPENING)
        room.append(cell.width / 2 if may else 0.0)
    return room


def _set(paragraph: _Breaks, start: int, end: int, room: float, fill: bool) -> Line:
    """Set the advances of one line: squeeze what is too much, spread what is left."""
    cells = list(paragraph.cells[start:end])
    advances = [*paragraph.narrowed[start : end - 1], cells[-1].width]
    excess = sum(advances) - room
    if excess > 1e-6:
        _squeeze(paragraph, start, end, advances, excess)
    elif fill and len(cells) > 1:
        _stretch(cells, advances, -excess)
    return Line(cells, advances, room)


def _squeeze(
    paragraph: _Breaks, start: int, end: int, advances: list[float], excess: float
) -> None:
    """Take the excess from the last mark first, then from all marks alike."""
    room = _room_to_squeeze(paragraph, start, end)
    at_end = min(room[-1], excess)
    advances[-1] -= at_end
    rest = excess - at_end
    inner = sum(room[:-1])
    if rest > 1e-6 and inner:
        for index, may in enumerate(room[:-1]):
            advances[index] -= rest * may / inner


def _stretch(cells: list[Cell], advances: list[float], left: float) -> None:
    """Spread the room that is left over the gaps outside words."""
    gaps = [
        index
        for index in range(len(cells) - 1)
        if (cells[index].full or cells[index + 1].full)
        and not (cells[index].text in INSEPARABLE and cells[index + 1].text == cells[index].text)
    ]
    gaps = gaps or [index for index in range(len(cells) - 1) if cells[index].text == " "]
    if left > 1e-6:
        for index in gaps:
            advances[index] += left / len(gaps)

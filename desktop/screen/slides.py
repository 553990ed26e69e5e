"""What stands on a projected page of a meeting, in words: made by the page, drawn by the parts."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from desktop.screen.board import Bar, Late, Tile

DONE, HERE, WAITS = "done", "here", "waits"


@dataclass(frozen=True)
class Heading:
    """The top line: which meeting, which section, which of how many, and the way through it."""

    title: str
    week: str
    section: str
    tone: str
    place: int
    count: int
    way: tuple[str, ...]
    """Of each row of the section, whether it is done, here, or waits."""


@dataclass(frozen=True)
class Said:
    """A box of words: a promise, or how things stand today."""

    heading: str
    text: str
    note: str
    tone: str
    mark: str = ""
    mark_tone: str = "grey"


@dataclass(frozen=True)
class Offered:
    """A kind of decision with its digit; the chosen one tells more."""

    digit: str
    name: str
    chosen: bool = False
    mark: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseSlide:
    """One case, or what an earlier meeting agreed."""

    heading: Heading
    title: str
    facts: str
    late: str
    late_tone: str
    due: str
    due_short: str
    """The same where there is little room."""
    urged: str
    lead: str
    assist: str
    said: tuple[Said, ...]
    offered: tuple[Offered, ...]
    case_id: int | None = None
    """Whose pictures belong here."""


@dataclass(frozen=True)
class TilesSlide:
    """Figures of the week."""

    heading: Heading
    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class BarsSlide:
    """A ranking."""

    heading: Heading
    title: str
    note: str
    bars: tuple[Bar, ...]
    empty: str


@dataclass(frozen=True)
class ListSlide:
    """A list: who is here, what is overdue, what was agreed."""

    heading: Heading
    title: str
    note: str
    rows: tuple[Late, ...]
    empty: str
    columns: int = 1
    lines: int = 1
    """Lines of a title."""


@dataclass(frozen=True)
class Step:
    """A section of the agenda; ``state`` tells whether it is done, here, or waits."""

    name: str
    note: str
    state: str


@dataclass(frozen=True)
class OutlineSlide:
    """A topic of which there is nothing to show: where the meeting stands."""

    heading: Heading
    title: str
    steps: tuple[Step, ...]


Slide = CaseSlide | TilesSlide | BarsSlide | ListSlide | OutlineSlide


@dataclass(frozen=True)
class Shot:
    """A picture of a case with its caption."""

    caption: str
    image: QImage = field(compare=False)
    is_now: bool = False

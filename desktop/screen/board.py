"""What stands on the wall display, in words: made by the page, drawn by the parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.widgets.map import MapGroup, MapShape


@dataclass(frozen=True)
class Tile:
    """A figure: name, value, unit, and how it compares in words; tones are inks of the theme."""

    name: str
    value: str
    unit: str = ""
    change: str = ""
    short_change: str = ""
    """The same comparison where there is little room."""
    tone: str = "focus"
    change_tone: str = "text2"


@dataclass(frozen=True)
class Bar:
    """A place in a ranking; ``share`` is the length of the bar from 0 to 1."""

    rank: str
    name: str
    value: str
    share: float
    tone: str = "ok"


@dataclass(frozen=True)
class Curve:
    """A line of the trend; the name stands at its end with the last value."""

    name: str
    values: tuple[int, ...]
    tone: str


@dataclass(frozen=True)
class Late:
    """A case past its deadline: two lines and by how much it is late."""

    title: str
    unit: str
    span: str
    tone: str = "danger"


@dataclass(frozen=True)
class Heat:
    """A community and how many cases came from it; ``id`` is that of its border on the map."""

    id: Any
    name: str
    count: int


@dataclass(frozen=True)
class HeatMap:
    """The street's grids, each with its place in the colour ramp, and what is known of them."""

    shapes: tuple[MapShape, ...] = ()
    groups: tuple[MapGroup, ...] = ()
    steps: Mapping[Any, int] = field(default_factory=dict)
    is_real: bool = False
    """Whether the grids lie there; else it is a plan or an invented street."""


@dataclass(frozen=True)
class Board:
    """Everything on the wall display."""

    room: str
    tiles: tuple[Tile, ...]
    bars: tuple[Bar, ...]
    days: tuple[str, ...]
    curves: tuple[Curve, ...]
    late: tuple[Late, ...]
    late_count: int
    heat: tuple[Heat, ...]
    map: HeatMap

"""What a column of a table shows, said by the page as plain functions over its rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Column:
    """One column: `text` reads the words out of a row; the rest is optional.

    `detail` is a second, fainter line; `chip` returns a ChipSpec (or None) that is drawn after
    the words, below them when there are any, instead of them when there are none; `tone` names
    a colour of the theme; `strong` makes the first line bold; `paint` names a special cell that
    a delegate knows. `sortable` lets a click on the heading ask for an order.
    """

    key: str
    title: str
    width: int
    text: Callable[[Any], str]
    detail: Callable[[Any], str] | None = None
    chip: Callable[[Any], Any] | None = None
    tone: Callable[[Any], str] | None = None
    detail_tone: Callable[[Any], str] | None = None
    strong: Callable[[Any], bool] | None = None
    align: str = "left"
    stretch: bool = False
    sortable: bool = False
    paint: str = field(default="")

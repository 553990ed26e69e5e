"""How a paper is to be printed: where, how many, which pages, on one side or two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_COPIES = 999


class Sides(StrEnum):
    """Sides of the sheet, by the names that CUPS has for them."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True)
class PrintWish:
    """A printer and how it prints; ``pages`` counts from 1, empty means all of them."""

    printer: str
    copies: int = 1
    sides: Sides = Sides.ONE
    pages: tuple[int, ...] = ()


def pages_of(words: str) -> tuple[int, ...] | None:
    """Return the pages that a person named, such as ``1-3, 5``; None for what cannot be read.

    Nothing named means all pages, an empty tuple.
    """
    found: list[int] = []
    for part in words.replace("，", ",").replace("、", ",").replace("－", "-").split(","):
        first, dash, last = (one.strip() for one in part.partition("-"))
        if not first and not dash:
            continue
        last = last if dash else first
        if not (first.isdecimal() and last.isdecimal() and len(first) < 6 and len(last) < 6):
            return None
        if not 0 < int(first) <= int(last):
            return None
        found += range(int(first), int(last) + 1)
    return tuple(sorted(set(found)))


def page_ranges(pages: Iterable[int]) -> str:
    """Return pages as a person or CUPS writes them: ``1-3,5``."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ",".join(f"{a}-{b}" if a != b else str(a) for a, b in spans)

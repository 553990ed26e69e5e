"""How a page gives way where letters must be larger than designed: lengths and sizes that fit."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.screen.optics import DESIGN_HEIGHT, MOST_ENLARGED
from desktop.theme import Theme

LOW, HIGH = round(DESIGN_HEIGHT / MOST_ENLARGED), DESIGN_HEIGHT
"""The height of a page, as designed, at the largest letters and at those of the design."""


def roominess(theme: Theme, height: int) -> float:
    """Return 0 for a page as low as it can get, 1 for one as high as designed or higher."""
    high = height / theme.factor
    return min(1.0, max(0.0, (high - LOW) / (HIGH - LOW)))


def between(low: int, high: int, room: float) -> int:
    """Return the length between those of a low and of a high page."""
    return round(low + (high - low) * room)


def largest(theme: Theme, words: str, sizes: Sequence[int], width: float, bold: bool = True) -> int:
    """Return the first of the sizes at which words fit on a line, or the last one."""
    fits = (size for size in sizes if theme.text_width(words, size, bold=bold) <= width)
    return next(fits, sizes[-1])

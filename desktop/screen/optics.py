"""How large a letter looks from where people sit (interface.md §3, ISO 9241-303)."""

from __future__ import annotations

import math
from dataclasses import dataclass

SMALLEST = 32
"""The smallest letter of any page of the big screen, in pixels at a height of 1080."""
DESIGN_WIDTH, DESIGN_HEIGHT = 1920, 1080
LEAST_MINUTES = 16.0
EASY_MINUTES = 20.0
MOST_ENLARGED = 1.35
"""Enlarged more than this a page would hold too little to be worth a screen."""
_MINUTES_PER_RADIAN = 180 * 60 / math.pi
_MILLIMETRES_PER_INCH = 25.4
_SMALLEST_SCREEN_MM = 150.0
"""Projectors tell sizes such as 16 × 9 mm; what is smaller than a tablet is not believed."""


@dataclass(frozen=True)
class Optics:
    """A screen of so many pixels and millimetres, looked at from so far."""

    width: int
    height: int
    height_mm: float
    distance_m: float

    @property
    def is_measured(self) -> bool:
        """Whether the size of the screen is known."""
        return self.height_mm > 0

    @property
    def inches(self) -> int:
        """The diagonal."""
        width_mm = self.height_mm * self.width / max(1, self.height)
        return round(math.hypot(width_mm, self.height_mm) / _MILLIMETRES_PER_INCH)

    @property
    def fit(self) -> float:
        """How many times larger than its design the screen is."""
        return min(self.width / DESIGN_WIDTH, self.height / DESIGN_HEIGHT)

    @property
    def factor(self) -> float:
        """How many times larger than designed the page is drawn."""
        if not self.is_measured:
            return self.fit
        needed = self.pixels(LEAST_MINUTES) / SMALLEST
        return min(max(self.fit, needed), self.fit * MOST_ENLARGED)

    @property
    def minutes(self) -> float:
        """The arc minutes of the smallest letter."""
        return self.minutes_of(SMALLEST * self.factor)

    @property
    def is_readable(self) -> bool:
        """Whether the smallest letter has its sixteen minutes of arc, as far as is known."""
        return not self.is_measured or self.minutes >= LEAST_MINUTES - 0.05

    @property
    def farthest_m(self) -> float:
        """From how far the page can still be read, enlarged as far as it may be."""
        size_mm = SMALLEST * self.fit * MOST_ENLARGED * self._pitch
        return size_mm * _MINUTES_PER_RADIAN / LEAST_MINUTES / 1000

    def minutes_of(self, pixels: float) -> float:
        """Return the arc minutes of a length on the screen."""
        return pixels * self._pitch / (self.distance_m * 1000) * _MINUTES_PER_RADIAN

    def pixels(self, minutes: float) -> float:
        """Return the length on the screen that has these arc minutes."""
        return minutes / _MINUTES_PER_RADIAN * self.distance_m * 1000 / self._pitch

    @property
    def _pitch(self) -> float:
        return self.height_mm / max(1, self.height)


def height_of(told_mm: float, inches: float, width: int, height: int) -> float:
    """Return a screen's height in millimetres: from its diagonal if one is set, else as told."""
    if inches > 0:
        return inches * _MILLIMETRES_PER_INCH * height / math.hypot(width, height)
    return told_mm if told_mm >= _SMALLEST_SCREEN_MM else 0.0

"""Six steps of shade over the values of one indicator, each with a name and a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from desktop.pages.figures_words import translate

STEPS = 6
_PARTS = ("0.15", "0.31", "0.54", "0.85")
"""Where the steps of a count end, in parts of the highest."""


@dataclass(frozen=True)
class Scale:
    """``limits`` are the highest values of all steps but the last."""

    limits: tuple[Decimal, ...]
    is_rate: bool

    def step(self, value: Decimal | None) -> int | None:
        """Return the step of a value, 0 to 5; None for a rate without a denominator."""
        return None if value is None else bisect_left(self.limits, value)

    def name(self, step: int) -> str:
        """Return what a step is called."""
        if self.is_rate:
            return (
                translate("map", "最低"),
                translate("map", "低"),
                translate("map", "较低"),
                translate("map", "较高"),
                translate("map", "高"),
                translate("map", "最高"),
            )[step]
        return (
            translate("map", "没有"),
            translate("map", "很少"),
            translate("map", "较少"),
            translate("map", "偏多"),
            translate("map", "多"),
            translate("map", "很多"),
        )[step]

    def range(self, step: int) -> str:
        """Return the values of a step."""
        if self.is_rate:
            return self._rates(step)
        if step == 0:
            return translate("map", "0 件")
        low = self.limits[step - 1] + 1
        if step == len(self.limits):
            return translate("map", "{n} 件以上").format(n=low)
        high = self.limits[step]
        span = f"{low}" if low == high else f"{low}–{high}"
        return translate("map", "{span} 件").format(span=span)

    def _rates(self, step: int) -> str:
        if step == 0:
            return translate("map", "{n}% 以下").format(n=self.limits[0])
        if step == len(self.limits):
            return translate("map", "超过 {n}%").format(n=self.limits[-1])
        return translate("map", "{low}–{high}%").format(
            low=self.limits[step - 1], high=self.limits[step]
        )


def count_scale(values: Iterable[Decimal]) -> Scale:
    """Return the steps of a count: none at all, then five up to the highest."""
    highest = max(values, default=Decimal(0))
    limits = [Decimal(0)]
    for part in _PARTS:
        end = (highest * Decimal(part)).to_integral_value(ROUND_HALF_EVEN)
        limits.append(max(limits[-1] + 1, end))
    return Scale(tuple(limits), False)


def rate_scale(values: Iterable[Decimal]) -> Scale:
    """Return six equal steps of whole percents between the lowest and the highest rate."""
    known = list(values) or [Decimal(0), Decimal(100)]
    low = min(known).to_integral_value(ROUND_FLOOR)
    width = max(Decimal(1), ((max(known) - low) / STEPS).to_integral_value(ROUND_CEILING))
    return Scale(tuple(low + width * (nth + 1) for nth in range(STEPS - 1)), True)

"""Time some work beside its floor and write both down as one line."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ROUNDS = 15


@dataclass(frozen=True)
class Measured:
    """One measurement: milliseconds, with the floor that was measured in the same run."""

    name: str
    median: float
    p95: float
    floor: float
    floor_name: str
    target: str
    is_met: bool

    @property
    def ratio(self) -> float:
        """How many floors it took."""
        return self.median / self.floor if self.floor else 0.0

    def row(self) -> str:
        """Return the line of the table."""
        verdict = "yes" if self.is_met else "**no**"
        return (
            f"| {self.name} | {self.median:.2f} | {self.p95:.2f} | {self.floor:.2f}"
            f" ({self.floor_name}) | {self.ratio:.1f} | {self.target} | {verdict} |"
        )


HEADING = (
    "| what | median ms | p95 ms | floor ms | ratio | target | met |\n|---|---|---|---|---|---|---|"
)


def load() -> str:
    """Return how many processes worked or waited for the machine in the last minute."""
    if not hasattr(os, "getloadavg"):
        return "not told by this system"
    return f"{os.getloadavg()[0]:.1f}"


def timed(work: Callable[[], Any], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return median and 95th percentile in milliseconds, after one warm-up."""
    work()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20, method="inclusive")[-1]


def within(
    name: str,
    work: Callable[[], Any],
    floor: tuple[str, float],
    *,
    most: float,
    rounds: int = ROUNDS,
) -> Measured:
    """Measure work that has a limit in milliseconds."""
    median, p95 = timed(work, rounds)
    return Measured(name, median, p95, floor[1], floor[0], f"≤ {most:g} ms", median <= most)


def times_floor_in_turn(
    name: str,
    work: Callable[[], Any],
    floor: tuple[str, Callable[[], Any]],
    *,
    most: float,
    rounds: int,
) -> Measured:
    """Measure work that may take so many times its floor, each round beside a round of the floor.

    A disk that others share is now quick and now slow: only neighbours can be compared.
    """
    floor_name, floor_work = floor
    taken: list[float] = []
    floors: list[float] = []
    work()
    floor_work()
    for _ in range(rounds):
        for run, times in ((floor_work, floors), (work, taken)):
            start = time.perf_counter()
            run()
            times.append((time.perf_counter() - start) * 1000)
    median, base = statistics.median(taken), statistics.median(floors)
    p95 = statistics.quantiles(taken, n=20, method="inclusive")[-1]
    is_met = median <= most * base
    return Measured(name, median, p95, base, floor_name, f"≤ {most:g} × floor", is_met)

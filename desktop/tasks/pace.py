"""How fast work goes and how long it still takes, judged by what was told lately."""

from __future__ import annotations

from collections import deque

WINDOW_SECONDS = 8.0
"""Older figures tell of another part of the work, such as a slower table."""

LEAST_SECONDS = 1.0
"""From shorter looks nothing is concluded; the figure would jump."""


class Pace:
    """Takes what was done when; tells speed and time left, or None while nothing can be told."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()
        self._total = 0

    def begin(self) -> None:
        """Forget the stage before."""
        self._seen.clear()
        self._total = 0

    def take(self, now: float, done: int, total: int) -> None:
        """Note that so much was done at a time in seconds."""
        if not self._seen:
            self._seen.append((now, done))
        self._total = total
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] > WINDOW_SECONDS:
            self._seen.popleft()

    def per_second(self) -> float | None:
        """Return how many are done in a second."""
        if not self._seen:
            return None
        (start, first), (end, last) = self._seen[0], self._seen[-1]
        if end - start < LEAST_SECONDS or last <= first:
            return None
        return (last - first) / (end - start)

    def seconds_left(self) -> float | None:
        """Return how many seconds the rest takes at this speed."""
        speed = self.per_second()
        if speed is None or not self._total:
            return None
        return max(0.0, self._total - self._seen[-1][1]) / speed

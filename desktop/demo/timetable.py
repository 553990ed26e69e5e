"""Events in the order of their time, so that a simulated street never works backwards."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

Event = Callable[[datetime], None]


class Timetable:
    """What is still to happen. An event may put further ones after itself."""

    def __init__(self) -> None:
        self._waiting: list[tuple[datetime, int, Event]] = []
        self._serial = count()

    def put(self, at: datetime, event: Event) -> None:
        """Let an event happen at a time."""
        heapq.heappush(self._waiting, (at, next(self._serial), event))

    def run(self, until: datetime, every_day: Callable[[datetime], None] | None = None) -> None:
        """Let everything happen that is due before ``until``."""
        day = None
        while self._waiting and self._waiting[0][0] < until:
            at, _, event = heapq.heappop(self._waiting)
            if every_day is not None and at.date() != day:
                day = at.date()
                every_day(at)
            event(at)

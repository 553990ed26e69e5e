"""Events in the order of their time, so that a simulated street never works backwards."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

Event = Callable[[datetime], None]

OPENS, CLOSES = 8, 17
_SATURDAY = 5


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


def on_duty(when: datetime) -> datetime:
    """Move a moment of the night to the next morning; the room works every day of the week."""
    if when.hour < OPENS:
        return when.replace(hour=OPENS, minute=30 + when.minute // 3)
    if when.hour >= CLOSES + 4:
        return (when + timedelta(days=1)).replace(hour=OPENS, minute=30 + when.minute // 3)
    return when


def in_office(when: datetime) -> datetime:
    """Move a moment to office hours: papers are signed from Monday to Friday."""
    if when.hour < OPENS or (when.hour == OPENS and when.minute < 30):
        when = when.replace(hour=OPENS, minute=30 + when.minute // 3)
    elif when.hour >= CLOSES:
        when = (when + timedelta(days=1)).replace(hour=OPENS, minute=30 + when.minute // 3)
    while when.weekday() >= _SATURDAY:
        when += timedelta(days=1)
    return when


class Later:
    """An event with the facts it needs."""

    def __init__(self, event: Callable[..., None], *facts: object) -> None:
        self._event, self._facts = event, facts

    def __call__(self, at: datetime) -> None:
        self._event(at, *self._facts)

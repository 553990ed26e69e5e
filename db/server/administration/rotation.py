"""Which backups stay: the newest of each of the last days, weeks and months."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 14, 8, 12

_SPANS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (DAYS, datetime.date),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def staying(moments: Iterable[datetime]) -> set[datetime]:
    """Return which of the backups made at these moments stay; the newest always does."""
    kept: set[datetime] = set()
    newest_first = sorted(set(moments), reverse=True)
    for count, span in _SPANS:
        seen: list[Hashable] = []
        for at in newest_first:
            if len(seen) < count and span(at) not in seen:
                seen.append(span(at))
                kept.add(at)
    return kept

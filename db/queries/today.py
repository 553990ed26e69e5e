"""The day of the street in three numbers, and the time that its record goes by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.queries.door import Reader
from db.queries.page import CaseFilter, Tab, case_count


@dataclass(frozen=True, slots=True)
class Today:
    """What came in and was closed today and what is overdue, as far as the reader sees it."""

    now: datetime
    registered: int
    closed: int
    overdue: int


def today(reader: Reader) -> Today:
    """Return the numbers of the day as they stand now."""
    day = reader.now.date()
    came_in = CaseFilter(registered_from=day, registered_to=day)
    return Today(
        reader.now,
        case_count(reader, came_in, bound=None),
        case_count(reader, CaseFilter(tab=Tab.CLOSED_TODAY), bound=None),
        case_count(reader, CaseFilter(tab=Tab.OVERDUE), bound=None),
    )

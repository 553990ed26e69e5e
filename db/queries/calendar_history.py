"""Who said what of which days of the calendar, told by the audit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from db.model.account import account, person
from db.model.audit import audit
from db.queries.door import Reader


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """One day that somebody set; None means as announced.

    ``recalculated`` tells how many cases the same command moved.
    """

    at: datetime
    who: str
    day: date
    before: bool | None
    after: bool | None
    recalculated: int


def calendar_changes(reader: Reader, limit: int = 200) -> tuple[CalendarChange, ...]:
    """Return the changes of the street's calendar, the newest first; ``limit`` counts commands."""
    found = reader.connection.execute(
        select(audit.c.at, audit.c.diff, person.c.name)
        .outerjoin(account, account.c.id == audit.c.actor_id)
        .outerjoin(person, person.c.id == account.c.person_id)
        .where(audit.c.object_kind == "calendar", audit.c.object_id == reader.actor.street_id)
        .order_by(audit.c.seq.desc())
        .limit(limit)
    )
    changes = []
    for row in found:
        diffs = json.loads(row.diff)
        moved = sum(diff["kind"] == "case" for diff in diffs)
        for diff in diffs:
            if diff["kind"] == "calendar":
                for day, (before, after) in sorted(diff["columns"].items()):
                    whose = (row.at, row.name or "", date.fromisoformat(day))
                    changes.append(CalendarChange(*whose, before, after, moved))
    return tuple(changes)

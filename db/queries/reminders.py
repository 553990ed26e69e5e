"""The reminders that a case got (催办)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.model.account import account, person
from db.model.case import cases
from db.model.organisation import unit
from db.model.supervision import (
    reminder,
)
from db.queries.door import Reader
from db.queries.scope import visible


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """One reminder of a case."""

    id: int
    means: str
    at: datetime
    actor_name: str
    unit_id: int | None
    unit_name: str
    spoke_with: str
    note: str


def reminders(reader: Reader, case_id: int) -> tuple[ReminderRow, ...]:
    """Return the reminders of a case that the reader may see, the newest first."""
    rows = reader.connection.execute(
        select(
            reminder.c.id,
            reminder.c.means,
            reminder.c.at,
            reminder.c.unit_id,
            reminder.c.spoke_with,
            reminder.c.note,
            person.c.name.label("actor_name"),
            unit.c.name.label("unit_name"),
        )
        .join(cases, cases.c.id == reminder.c.case_id)
        .join(account, account.c.id == reminder.c.actor_id)
        .join(person, person.c.id == account.c.person_id)
        .outerjoin(unit, unit.c.id == reminder.c.unit_id)
        .where(reminder.c.case_id == case_id, visible(reader))
        .order_by(reminder.c.id.desc())
    )
    return tuple(
        ReminderRow(
            r.id, r.means, r.at, r.actor_name, r.unit_id, r.unit_name or "", r.spoke_with, r.note
        )
        for r in rows
    )

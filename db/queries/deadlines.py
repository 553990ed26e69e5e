"""The deadline that runs on a case now, as SQL and as the light that a row shows.

While a case waits for verification the room's own clock runs; otherwise the handling deadline
does, and before there is one the deadline for acceptance. The list that is called overdue and the
rows that show a red light are the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select

from db.model.case import cases
from db.queries.door import Reader
from db.queries.scope import visible
from db.rules.lights import LightReading, light
from db.rules.terms import OPEN_STATES, CaseState, Light, Urgency
from db.work import Work

HORIZON = timedelta(days=60)
"""No deadline further away than this is close to its end, whatever its limit."""

RUNNING = sorted(int(state) for state in OPEN_STATES if state is not CaseState.SUSPENDED)
"""States in which a deadline runs."""

LIGHT_COLUMNS = (
    cases.c.state,
    cases.c.urgency,
    cases.c.registered_at,
    cases.c.assigned_at,
    cases.c.first_assigned_at,
    cases.c.reported_at,
    cases.c.accept_due_at,
    cases.c.verify_due_at,
    cases.c.due_at,
    cases.c.suspended_at,
    cases.c.closed_at,
)
"""What :func:`reading` looks at."""


def deadline_at() -> ColumnElement[Any]:
    """Return the expression for the deadline that runs now."""
    return case(
        (
            cases.c.state == int(CaseState.WAITING_VERIFICATION),
            func.coalesce(cases.c.verify_due_at, cases.c.due_at),
        ),
        else_=func.coalesce(cases.c.due_at, cases.c.accept_due_at),
    )


def overdue(now: datetime) -> ColumnElement[bool]:
    """Return the condition for open cases whose running deadline has passed."""
    return and_(cases.c.closed_at.is_(None), cases.c.state.in_(RUNNING), deadline_at() < now)


def nearly_due_ids(reader: Reader) -> list[int]:
    """Return the visible cases whose light is yellow.

    The share of a limit in working time is no matter for SQL; open cases with a deadline ahead
    are few.
    """
    ahead = deadline_at()
    rows = reader.connection.execute(
        select(cases.c.id, *LIGHT_COLUMNS).where(
            visible(reader),
            cases.c.closed_at.is_(None),
            cases.c.state.in_(RUNNING),
            ahead >= reader.now,
            ahead <= reader.now + HORIZON,
        )
    ).all()
    return [row.id for row in rows if reading(reader, row).light is Light.YELLOW]


def running(row: Any) -> tuple[datetime | None, datetime]:
    """Return the deadline that runs on a row with :data:`LIGHT_COLUMNS` and when it began."""
    if row.state == CaseState.WAITING_VERIFICATION and row.verify_due_at is not None:
        return row.verify_due_at, row.reported_at or row.registered_at
    if row.due_at is not None:
        return row.due_at, row.first_assigned_at or row.registered_at
    return row.accept_due_at, row.registered_at


def reading(reader: Reader | Work, row: Any) -> LightReading:
    """Return the light of a row with :data:`LIGHT_COLUMNS`, as a query or a command sees it."""
    due, start = running(row)
    is_suspended = row.state == CaseState.SUSPENDED
    # The limit for acceptance is shorter than the working day that makes a normal case yellow.
    is_accepting = row.due_at is None
    return light(
        due,
        reader.now,
        start=start,
        urgency=Urgency.URGENT if is_accepting else Urgency(row.urgency),
        calendar=reader.office.calendar,
        suspended_at=row.suspended_at if is_suspended else None,
        closed_at=row.closed_at,
        limits=reader.office.limits,
    )

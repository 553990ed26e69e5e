"""The deadline that runs on a case now, as SQL and as the light that a row shows.

While a case waits for verification the room's own clock runs; while it is returned that of the
room's audit does beside the handling deadline, which keeps running, and the earlier one is told
(domain.md §1.7). Otherwise the handling deadline runs, and before there is one the deadline for
acceptance. A linked duplicate has no deadline of its own, its main case has. The list that is
called overdue and the rows that show a red light are the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from db.model.case import cases
from db.queries.door import Reader
from db.queries.scope import visible
from db.rules.follow_up import FOLLOWED_STATES, near_until
from db.rules.lights import LightReading, light
from db.rules.limits import Limits
from db.rules.terms import OPEN_STATES, CaseState, Light, Urgency
from db.work import Work

HORIZON = timedelta(days=60)
"""No deadline further away than this is close to its end, whatever its limit."""

RUNNING = sorted(int(state) for state in OPEN_STATES if state is not CaseState.SUSPENDED)
"""States in which a deadline runs."""

LIGHT_COLUMNS = (
    cases.c.state,
    cases.c.duplicate_of,
    cases.c.urgency,
    cases.c.registered_at,
    cases.c.assigned_at,
    cases.c.first_assigned_at,
    cases.c.reported_at,
    cases.c.accept_due_at,
    cases.c.verify_due_at,
    cases.c.returned_at,
    cases.c.return_due_at,
    cases.c.due_at,
    cases.c.suspended_at,
    cases.c.closed_at,
)
"""What :func:`reading` looks at."""


def own_work() -> ColumnElement[bool]:
    """Return the condition for cases that are handled and counted by themselves (domain.md §1.7).

    The coalesce keeps planners from the index by main case, in which every case ever taken stands.
    """
    return func.coalesce(cases.c.duplicate_of, 0) == 0


def deadline_at() -> ColumnElement[Any]:
    """Return the expression for the deadline that runs now."""
    running = case(
        (
            cases.c.state == int(CaseState.WAITING_VERIFICATION),
            func.coalesce(cases.c.verify_due_at, cases.c.due_at),
        ),
        (
            and_(
                cases.c.state == int(CaseState.RETURNED),
                or_(cases.c.due_at.is_(None), cases.c.return_due_at < cases.c.due_at),
            ),
            cases.c.return_due_at,
        ),
        else_=func.coalesce(cases.c.due_at, cases.c.accept_due_at),
    )
    return case((cases.c.duplicate_of.is_(None), running))


def overdue(now: datetime) -> ColumnElement[bool]:
    """Return the condition for open cases whose running deadline has passed."""
    return and_(
        own_work(),
        cases.c.closed_at.is_(None),
        cases.c.state.in_(RUNNING),
        deadline_at() < now,
    )


def nearly_due_ids(reader: Reader | Work) -> list[int]:
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


def word_owed(now: datetime, limits: Limits) -> ColumnElement[bool]:
    """Return the condition for major cases on which a word is owed or nearly due."""
    return and_(
        cases.c.urgency == int(Urgency.MAJOR),
        cases.c.state.in_(sorted(map(int, FOLLOWED_STATES))),
        cases.c.follow_up_due_at <= near_until(limits, now),
    )


def running(row: Any) -> tuple[datetime | None, datetime]:
    """Return the deadline that runs on a row with :data:`LIGHT_COLUMNS` and when it began."""
    if row.duplicate_of is not None:
        return None, row.registered_at
    if row.state == CaseState.WAITING_VERIFICATION and row.verify_due_at is not None:
        return row.verify_due_at, row.reported_at or row.registered_at
    if is_audited(row):
        return row.return_due_at, row.returned_at
    if row.due_at is not None:
        return row.due_at, row.first_assigned_at or row.registered_at
    return row.accept_due_at, row.registered_at


def is_audited(row: Any) -> bool:
    """Tell whether the room's audit of a return is what a row waits for first."""
    due = row.return_due_at
    is_returned = row.state == CaseState.RETURNED and due is not None
    return is_returned and (row.due_at is None or due < row.due_at)


def reading(reader: Reader | Work, row: Any) -> LightReading:
    """Return the light of a row with :data:`LIGHT_COLUMNS`, as a query or a command sees it."""
    due, start = running(row)
    is_suspended = row.state == CaseState.SUSPENDED
    # The room's own limits are shorter than the working day that makes a normal case yellow.
    is_short = row.due_at is None or is_audited(row)
    return light(
        due,
        reader.now,
        start=start,
        urgency=Urgency.URGENT if is_short else Urgency(row.urgency),
        calendar=reader.office.calendar,
        suspended_at=row.suspended_at if is_suspended else None,
        closed_at=row.closed_at,
        limits=reader.office.limits,
    )

"""Which deadlines of an open case another working calendar moves, and which a person set.

Only limits that still run are moved: what was done in time or late is not judged again. Urgent
and major cases are counted in natural time, which no calendar changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from db.rules.calendar import WorkingCalendar
from db.rules.clock import Clock
from db.rules.terms import CaseState, Urgency

_HANDLING = frozenset(
    {
        CaseState.WAITING_ASSIGNMENT,
        CaseState.WAITING_SIGNATURE,
        CaseState.IN_PROGRESS,
        CaseState.RETURNED,
        CaseState.ESCALATED,
    }
)


class DeadlineKind(StrEnum):
    """The deadlines of a case that are counted in working time."""

    ACCEPT = "accept"
    SIGN = "sign"
    FEEDBACK = "feedback"
    HANDLE = "handle"
    VERIFY = "verify"
    RETURN_AUDIT = "return_audit"


COLUMNS: dict[DeadlineKind, str] = {
    DeadlineKind.ACCEPT: "accept_due_at",
    DeadlineKind.SIGN: "sign_due_at",
    DeadlineKind.FEEDBACK: "feedback_due_at",
    DeadlineKind.HANDLE: "due_at",
    DeadlineKind.VERIFY: "verify_due_at",
    DeadlineKind.RETURN_AUDIT: "return_due_at",
}
"""Deadline → the column that keeps it."""

LOOKED_AT = (
    "state", "urgency", "limit_hours", "extended_days", "registered_at", "assigned_at",
    "first_assigned_at", "signed_at", "feedback_at", "reported_at", "returned_at",
    "original_due_at", "first_sign_due_at", *COLUMNS.values(),
)  # fmt: skip
"""Columns of a case that :func:`moved_deadlines` looks at."""

RECALCULATED = [*COLUMNS.values(), "original_due_at", "first_sign_due_at"]
"""Columns that a recalculation may change."""


@dataclass(frozen=True)
class MovedDeadline:
    """A deadline that another calendar puts elsewhere.

    ``is_fixed`` tells that the rules alone did not make it: a person chose it, or the clock stood
    still in between. It is not moved; ``after`` is where it would go if only days were counted.
    """

    kind: DeadlineKind
    before: datetime
    after: datetime
    is_fixed: bool = False


def moved_deadlines(
    case: Mapping[str, Any], old: WorkingCalendar, new: WorkingCalendar
) -> tuple[MovedDeadline, ...]:
    """Return the running deadlines of a case that lie elsewhere in the new calendar."""
    if Urgency(case["urgency"]) is not Urgency.NORMAL:
        return ()
    return tuple(_moved(case, old, new))


def changes_of(case: Mapping[str, Any], moved: tuple[MovedDeadline, ...]) -> dict[str, Any]:
    """Return the columns of a case that a recalculation changes, with their new values."""
    changes: dict[str, Any] = {}
    for one in moved:
        if one.is_fixed:
            continue
        changes[COLUMNS[one.kind]] = one.after
        # What was promised first moves along, as long as it is the same promise.
        if one.kind is DeadlineKind.HANDLE and case["original_due_at"] == one.before:
            changes["original_due_at"] = one.after
        if one.kind is DeadlineKind.SIGN and case["first_sign_due_at"] == one.before:
            changes["first_sign_due_at"] = one.after
    return changes


def _moved(
    case: Mapping[str, Any], old: WorkingCalendar, new: WorkingCalendar
) -> Iterator[MovedDeadline]:
    for kind, start in _running(case):
        due: datetime = case[COLUMNS[kind]]
        if kind in (DeadlineKind.ACCEPT, DeadlineKind.RETURN_AUDIT):
            minutes = old.working_minutes_between(start, due)
            is_fixed = old.add_working_minutes(start, minutes) != due
            after = new.add_working_minutes(start, minutes)
        else:
            days = old.workdays_between(start.date(), due.date())
            is_fixed = old.close_of(old.add_workdays(start.date(), days)) != due
            after = new.close_of(new.add_workdays(start.date(), days))
        if kind is DeadlineKind.HANDLE:
            is_fixed = due not in _by_rule(case, old)
        if after != due:
            yield MovedDeadline(kind, due, after, is_fixed)


def _running(case: Mapping[str, Any]) -> Iterator[tuple[DeadlineKind, datetime]]:
    """Yield the deadlines that run now, each with the moment from which it is counted."""
    state, k = CaseState(case["state"]), DeadlineKind
    runs = {
        k.ACCEPT: (case["first_assigned_at"] is None, case["registered_at"]),
        k.SIGN: (state is CaseState.WAITING_SIGNATURE, case["assigned_at"]),
        k.FEEDBACK: (case["feedback_at"] is None, case["first_assigned_at"]),
        k.HANDLE: (state in _HANDLING, case["first_assigned_at"]),
        k.VERIFY: (state is CaseState.WAITING_VERIFICATION, case["reported_at"]),
        k.RETURN_AUDIT: (state is CaseState.RETURNED, case["returned_at"]),
    }
    if state is CaseState.SUSPENDED:
        return
    for kind, (is_running, start) in runs.items():
        if is_running and start is not None and case[COLUMNS[kind]] is not None:
            yield kind, start


def _by_rule(case: Mapping[str, Any], calendar: WorkingCalendar) -> set[datetime]:
    """Return the deadlines of handling that the rules make of the assignments and extensions."""
    clock = Clock(calendar)
    found = set()
    for start in (case["first_assigned_at"], case["assigned_at"]):
        if start is not None and case["limit_hours"]:
            due = clock.handle_due(Urgency.NORMAL, start, case["limit_hours"])
            if case["extended_days"]:
                due = clock.extended_due(Urgency.NORMAL, due, case["extended_days"])
            found.add(due)
    return found

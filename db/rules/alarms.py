"""Which deadlines call a person, and why (domain.md §1.6)."""

from __future__ import annotations

from enum import StrEnum

from db.rules.terms import CaseState, Light, Urgency


class AlarmKind(StrEnum):
    """The threshold that a case has passed; passing the next one is a new alarm."""

    URGENT_WAITING = "urgent_waiting"
    OVERDUE = "overdue"
    NEARLY_DUE = "nearly_due"


class AlarmClock(StrEnum):
    """What runs out."""

    ACCEPTANCE = "acceptance"
    HANDLING = "handling"
    VERIFICATION = "verification"


ROOM_STATES = (
    CaseState.WAITING_ACCEPTANCE,
    CaseState.WAITING_ASSIGNMENT,
    CaseState.RETURNED,
    CaseState.WAITING_VERIFICATION,
)
"""States in which the next step is the room's own."""
UNIT_STATES = (CaseState.WAITING_SIGNATURE, CaseState.IN_PROGRESS, CaseState.ESCALATED)
"""States in which the next step is that of the unit that holds the case."""


def alarm_of(state: CaseState, urgency: Urgency, light: Light) -> AlarmKind | None:
    """Return the alarm of an open case, if its deadline calls for one."""
    if light is Light.RED:
        return AlarmKind.OVERDUE
    if state is CaseState.WAITING_ACCEPTANCE and urgency > Urgency.NORMAL:
        return AlarmKind.URGENT_WAITING
    return AlarmKind.NEARLY_DUE if light is Light.YELLOW else None

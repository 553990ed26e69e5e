"""The shifts of the command room, and what is counted when one hands over to the next (§5.6)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum

DAY_BEGINS = time(8, 30)
NIGHT_BEGINS = time(17, 30)
GRACE = timedelta(hours=1)
"""So long after its end a shift is still the one that is handed over."""


class Shift(StrEnum):
    """Half a day of duty."""

    DAY = "day"
    NIGHT = "night"


class ShiftCount(StrEnum):
    """What the one who goes tells the one who comes in figures."""

    WAITING_ACCEPTANCE = "waiting_acceptance"
    TO_ASSIGN = "to_assign"
    TO_SIGN = "to_sign"
    NEARLY_DUE = "nearly_due"
    OVERDUE = "overdue"
    URGENT_OPEN = "urgent_open"
    TO_VERIFY = "to_verify"


def shift_at(moment: datetime) -> Shift:
    """Return the shift that is on duty."""
    return Shift.DAY if DAY_BEGINS <= moment.time() < NIGHT_BEGINS else Shift.NIGHT


def shift_to_hand_over(moment: datetime) -> Shift:
    """Return the shift that is handed over: the running one, or the one that has just ended."""
    return shift_at(moment - GRACE)


def began_at(shift: Shift, moment: datetime) -> datetime:
    """Return when the latest such shift before a moment began."""
    begins = DAY_BEGINS if shift is Shift.DAY else NIGHT_BEGINS
    today = datetime.combine(moment.date(), begins)
    return today if today < moment else today - timedelta(days=1)

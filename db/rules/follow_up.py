"""When the next word on a major case is owed (domain.md §1.6, 重大: 此后每 2 h 续报).

From the assignment a major case is told of by phone, then to the district in writing, then again
and again until it is reported done. The record cannot tell a phone call from a letter: the first
word counts as the call, the second as the letter, each later one as a report that follows.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from db.rules.limits import Limits
from db.rules.terms import CaseState, Light, Urgency

FOLLOWED_STATES = frozenset(
    {CaseState.WAITING_SIGNATURE, CaseState.IN_PROGRESS, CaseState.RETURNED}
)
"""States in which a major case is followed; once reported or raised it needs no more word."""


def is_followed(urgency: Urgency, state: CaseState) -> bool:
    """Tell whether words on a case are owed at all."""
    return urgency is Urgency.MAJOR and state in FOLLOWED_STATES


def first_word_due(limits: Limits, since: datetime) -> datetime:
    """Return by when the first word on a case is owed that became a major one in hand."""
    return since + timedelta(minutes=limits.major_feedback_minutes)


def next_word_due(
    limits: Limits, told_at: datetime, *, due: datetime | None, assigned_at: datetime | None
) -> datetime:
    """Return by when the next word is owed after one was given."""
    if due is not None and assigned_at is not None:
        written = assigned_at + timedelta(minutes=limits.major_report_minutes)
        if due < written and told_at < written:
            return written
    return told_at + timedelta(minutes=limits.major_follow_up_minutes)


def word_light(limits: Limits, due: datetime, now: datetime) -> Light:
    """Return the light of a word that is owed."""
    if now > due:
        return Light.RED
    return Light.YELLOW if due <= near_until(limits, now) else Light.GREEN


def near_until(limits: Limits, now: datetime) -> datetime:
    """Return up to when a word that is owed is nearly due now."""
    return now + timedelta(minutes=limits.urgent_yellow_minutes)

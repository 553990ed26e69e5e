"""How long each stage of a case may take (domain.md §1.6, §1.7); the street may change it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from db.rules.terms import Urgency

HOURS_A_DAY = 24
_MINUTES_AN_HOUR = 60


class Stage(StrEnum):
    """A stage that has a limit of its own; handling has the limit of its item."""

    ACCEPT = "accept"
    """Acceptance and assignment together."""
    SIGN = "sign"
    FEEDBACK = "feedback"
    VERIFY = "verify"
    RETURN_AUDIT = "return_audit"


class LimitUnit(StrEnum):
    """What a limit is counted in."""

    WORKDAYS = "workdays"
    """Counted from the next working day; ends at the close of business."""
    WORKING_MINUTES = "working_minutes"
    MINUTES = "minutes"
    """Natural time, day and night."""


@dataclass(frozen=True)
class Limit:
    """An amount of time and what it is counted in."""

    amount: int
    unit: LimitUnit


@dataclass(frozen=True)
class Limits:
    """The limits of a street; the names tell the unit, a day of ``normal_`` is a working day."""

    normal_accept_minutes: int = 120
    normal_sign_days: int = 1
    normal_feedback_days: int = 2
    normal_verify_days: int = 2
    urgent_accept_minutes: int = 15
    urgent_sign_minutes: int = 30
    urgent_feedback_minutes: int = 120
    urgent_verify_minutes: int = 1440
    urgent_max_hours: int = 48
    major_accept_minutes: int = 5
    major_sign_minutes: int = 15
    major_feedback_minutes: int = 30
    major_report_minutes: int = 60
    """Within which a major case is reported to the district in writing."""
    major_follow_up_minutes: int = 120
    """The rhythm of the reports that follow."""
    major_verify_minutes: int = 1440
    major_max_hours: int = 24
    return_audit_minutes: int = 120
    """Working minutes in which the room answers a return (domain.md §1.7)."""
    urgent_return_audit_minutes: int = 15
    major_return_audit_minutes: int = 5
    """Natural time, by analogy: a returned case waits for the room as a new one does."""
    max_extension_days: int = 15
    """Working days that all extensions of a case may have together."""
    yellow_percent: int = 25
    yellow_workdays: int = 1
    urgent_yellow_minutes: int = 30

    def of(self, stage: Stage, urgency: Urgency) -> Limit:
        """Return the limit of a stage."""
        return self._stages[urgency, stage]

    def handling(self, urgency: Urgency, hours: int) -> Limit:
        """Return the limit of handling: working days for a normal case, natural hours else.

        For a normal case 24 hours mean one working day; a part of a day counts as a whole one.
        """
        if urgency is Urgency.NORMAL:
            return Limit(max(1, -(-hours // HOURS_A_DAY)), LimitUnit.WORKDAYS)
        return Limit(hours * _MINUTES_AN_HOUR, LimitUnit.MINUTES)

    def suggested_hours(self, urgency: Urgency, item_hours: int) -> int:
        """Return the hours to propose: the item's own, but an urgent case is not left for days."""
        if urgency is Urgency.NORMAL:
            return item_hours
        most = self.urgent_max_hours if urgency is Urgency.URGENT else self.major_max_hours
        return min(item_hours, most)

    @cached_property
    def _stages(self) -> dict[tuple[Urgency, Stage], Limit]:
        working, days, natural = LimitUnit.WORKING_MINUTES, LimitUnit.WORKDAYS, LimitUnit.MINUTES
        normal, urgent, major = Urgency.NORMAL, Urgency.URGENT, Urgency.MAJOR
        return {
            (normal, Stage.ACCEPT): Limit(self.normal_accept_minutes, working),
            (normal, Stage.SIGN): Limit(self.normal_sign_days, days),
            (normal, Stage.FEEDBACK): Limit(self.normal_feedback_days, days),
            (normal, Stage.VERIFY): Limit(self.normal_verify_days, days),
            (normal, Stage.RETURN_AUDIT): Limit(self.return_audit_minutes, working),
            (urgent, Stage.ACCEPT): Limit(self.urgent_accept_minutes, natural),
            (urgent, Stage.SIGN): Limit(self.urgent_sign_minutes, natural),
            (urgent, Stage.FEEDBACK): Limit(self.urgent_feedback_minutes, natural),
            (urgent, Stage.VERIFY): Limit(self.urgent_verify_minutes, natural),
            (urgent, Stage.RETURN_AUDIT): Limit(self.urgent_return_audit_minutes, natural),
            (major, Stage.ACCEPT): Limit(self.major_accept_minutes, natural),
            (major, Stage.SIGN): Limit(self.major_sign_minutes, natural),
            (major, Stage.FEEDBACK): Limit(self.major_feedback_minutes, natural),
            (major, Stage.VERIFY): Limit(self.major_verify_minutes, natural),
            (major, Stage.RETURN_AUDIT): Limit(self.major_return_audit_minutes, natural),
        }

"""Which of the last weeks' cases are still open on the last afternoon, and which of them late."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from db.rules.clock import Clock
from db.rules.terms import Urgency

NOT_DUE_LEFT = 0.92
"""Share of the cases whose deadline is still to come that nobody has reported yet."""
LATE_CHANCE = 0.5


@dataclass
class _Quota:
    """So many cases are late by so many working days."""

    least: int
    most: int
    left: int


@dataclass
class Fates:
    """Decides at the assignment, so that the mix of the last day is as wished."""

    random: Random
    clock: Clock
    end: datetime
    late: dict[int, int] = field(default_factory=dict)
    """Cases that nobody gets done in time, and how many working days late they will be."""
    unfinished: set[int] = field(default_factory=set)
    """Cases that are being worked on, well within their time."""
    handlers: dict[int, str] = field(default_factory=dict)
    """Who has signed for a case that stays open."""
    _quotas: list[_Quota] = field(
        default_factory=lambda: [
            _Quota(10, 15, 2),
            _Quota(5, 9, 2),
            _Quota(1, 4, 4),
            _Quota(0, 0, 1),
        ]
    )

    def settle(
        self, case_id: int, urgency: Urgency, limit_hours: int, assigned_at: datetime
    ) -> bool:
        """Tell whether this case stays open until the end."""
        limits = self.clock.limits
        hours = limits.suggested_hours(urgency, limit_hours)
        due = self.clock.handle_due(urgency, assigned_at, hours)
        if due > self.end:
            if self.random.random() < NOT_DUE_LEFT:
                self.unfinished.add(case_id)
            return case_id in self.unfinished
        if urgency is not Urgency.NORMAL:
            return False
        days = self.clock.overdue_workdays(due, self.end)
        for quota in self._quotas:
            wanted = quota.left and quota.least <= days <= quota.most
            if wanted and self.random.random() < LATE_CHANCE:
                quota.left -= 1
                self.late[case_id] = days
                return True
        return False

"""How far a deadline may be put off, and by whose word (domain.md §1.4, §1.7)."""

from __future__ import annotations

from dataclasses import dataclass

from db.rules.limits import HOURS_A_DAY, Limits
from db.rules.terms import Role, Urgency


@dataclass(frozen=True)
class Longest:
    """The most days of one more extension, and how many are left in all."""

    longest: int
    left: int


def longest_extension(limit_hours: int | None, extended_days: int, limits: Limits) -> Longest:
    """Return how many days more a case may get; no extension is longer than its first limit."""
    first_limit = max(1, -(-(limit_hours or HOURS_A_DAY) // HOURS_A_DAY))
    left = limits.max_extension_days - extended_days
    return Longest(min(left, first_limit), left)


def extension_refusal(role: Role, urgency: Urgency, extension_count: int) -> str | None:
    """Return why a role may not extend a case, or None.

    A major case is extended by a leader, a second time by the director.
    """
    if urgency is Urgency.MAJOR and role is not Role.LEADER:
        return "extension_by_leader"
    if extension_count >= 1 and role is Role.SHIFT_LEAD:
        return "extension_by_director"
    return None

"""The light of a deadline: green, yellow, red, grey (domain.md §1.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.rules.calendar import WorkingCalendar
from db.rules.limits import Limits
from db.rules.terms import Light, Urgency

_WHOLE = 100


@dataclass(frozen=True)
class LightReading:
    """The light, and whether the deadline was ever passed; the latter stays on the record."""

    light: Light
    was_late: bool


def light(
    due: datetime | None,
    now: datetime,
    *,
    start: datetime | None,
    urgency: Urgency,
    calendar: WorkingCalendar,
    suspended_at: datetime | None = None,
    closed_at: datetime | None = None,
    limits: Limits | None = None,
) -> LightReading:
    """Return the light of a deadline at a moment.

    A closed case and one without a deadline show no light; a suspended one is grey. ``start`` is
    when the limit began to run; without it only the fixed margin turns the light yellow.
    """
    if due is None:
        is_waiting = suspended_at is not None and closed_at is None
        return LightReading(Light.GREY if is_waiting else Light.NONE, False)
    if closed_at is not None:
        return LightReading(Light.NONE, closed_at > due)
    if suspended_at is not None:
        return LightReading(Light.GREY, suspended_at > due)
    if now > due:
        return LightReading(Light.RED, True)
    is_near = now >= yellow_from(due, start or due, urgency, calendar, limits or Limits())
    return LightReading(Light.YELLOW if is_near else Light.GREEN, False)


def yellow_from(
    due: datetime, start: datetime, urgency: Urgency, calendar: WorkingCalendar, limits: Limits
) -> datetime:
    """Return the moment at which the light turns yellow.

    That is when a quarter of the limit is left, or one working day if that is more; for an
    urgent case half an hour takes the place of the day.
    """
    start = min(start, due)
    if urgency is Urgency.NORMAL:
        share = calendar.working_time_between(start, due) * limits.yellow_percent / _WHOLE
        margin = max(share, calendar.hours.length * limits.yellow_workdays)
        return calendar.add_working_time(due, -margin)
    share = (due - start) * limits.yellow_percent / _WHOLE
    return due - max(share, timedelta(minutes=limits.urgent_yellow_minutes))

"""The street's own settings as the rules need them: calendar, limits, supervision rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, select

from db.model.setting import calendar_day, setting
from db.rules.calendar import (
    USUAL_HOURS,
    WorkingCalendar,
    WorkingHours,
    announced_calendar,
    hours_of,
)
from db.rules.clock import Clock
from db.rules.limits import Limits
from db.rules.setting_fields import SPOT_CHECK_PERCENT, WORKING_HOURS, laid_over
from db.rules.supervision import SupervisionRules
from db.rules.terms import Urgency

_SETTINGS = (
    select(setting.c.name, setting.c.value)
    .where(setting.c.street_id == bindparam("street"), setting.c.valid_from <= bindparam("day"))
    .order_by(setting.c.valid_from)
)
_DAYS = (
    select(calendar_day.c.day, calendar_day.c.is_workday)
    .where(calendar_day.c.street_id == bindparam("street"))
    .order_by(calendar_day.c.day)
)

FIRST_YEAR, LAST_YEAR = 2020, 2030
"""Years for which the announced calendar is asked; the office's own table lies over it."""


@dataclass(frozen=True)
class Office:
    """Calendar, clock, limits and rules of one street."""

    clock: Clock
    limits: Limits
    supervision: SupervisionRules
    settings: dict[str, Any]

    @property
    def calendar(self) -> WorkingCalendar:
        """The working calendar."""
        return self.clock.calendar

    @property
    def spot_check_percent(self) -> int:
        """The share of self-handled cases, of a hundred, that go to verification."""
        return int(self.settings.get("spot_check_percent", SPOT_CHECK_PERCENT))

    def accept_due(self, urgency: Urgency, registered_at: datetime) -> datetime:
        """Return by when the room has to accept and assign."""
        return self.clock.accept_due(urgency, registered_at)

    def sign_due(self, urgency: Urgency, assigned_at: datetime) -> datetime:
        """Return by when the unit has to sign."""
        return self.clock.sign_due(urgency, assigned_at)

    def feedback_due(self, urgency: Urgency, assigned_at: datetime) -> datetime:
        """Return by when the unit has to give its first word."""
        return self.clock.feedback_due(urgency, assigned_at)

    def handle_due(self, urgency: Urgency, assigned_at: datetime, limit_hours: int) -> datetime:
        """Return by when the case has to be done."""
        return self.clock.handle_due(urgency, assigned_at, limit_hours)

    def verify_due(self, urgency: Urgency, reported_at: datetime) -> datetime:
        """Return by when the room has to verify."""
        return self.clock.verify_due(urgency, reported_at)

    def return_audit_due(self, urgency: Urgency, returned_at: datetime) -> datetime:
        """Return by when the room has to answer a return."""
        return self.clock.return_audit_due(urgency, returned_at)

    def extended_due(self, urgency: Urgency, due: datetime, days: int) -> datetime:
        """Return a deadline moved by granted days."""
        return self.clock.extended_due(urgency, due, days)

    def moved_by_pause(
        self, urgency: Urgency, due: datetime, since: datetime, until: datetime
    ) -> datetime:
        """Return a deadline moved by the time for which its clock stood still."""
        return self.clock.resumed_due(urgency, due, since, until)


def load_office(connection: Connection, street_id: int, day: date) -> Office:
    """Return the settings of a street as they hold on a day.

    What it never set has the default of domain.md.
    """
    which = {"street": street_id}
    said = connection.execute(_SETTINGS, {**which, "day": day})
    values = laid_over((row.name, row.value) for row in said)
    days = own_days(connection, street_id)
    hours = hours_of(values.get(WORKING_HOURS, USUAL_HOURS)) or WorkingHours()
    limits = Limits(**values.get("limits", {}))
    return Office(
        Clock(calendar_of(days, hours), limits),
        limits,
        SupervisionRules(**values.get("supervision", {})),
        values,
    )


def own_days(connection: Connection, street_id: int) -> dict[date, bool]:
    """Return the days of which a street says itself whether they are worked."""
    rows = connection.execute(_DAYS, {"street": street_id})
    return {row.day: bool(row.is_workday) for row in rows}


def calendar_of(days: Mapping[date, bool], hours: WorkingHours) -> WorkingCalendar:
    """Return the announced calendar with a street's own days over it, and its own hours."""
    return _calendar(tuple(sorted(days.items())), hours)


@lru_cache(maxsize=8)
def _calendar(days: tuple[tuple[date, bool], ...], hours: WorkingHours) -> WorkingCalendar:
    return announced_calendar(range(FIRST_YEAR, LAST_YEAR + 1), dict(days), hours=hours)

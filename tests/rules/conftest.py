"""The calendar of 2026 for the tests of the rules."""

import pytest

from db.rules.calendar import WorkingCalendar, announced_calendar
from db.rules.clock import Clock


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    """Return the announced calendar; 2027 was not announced when this was written."""
    return announced_calendar([2024, 2025, 2026])


@pytest.fixture(scope="session")
def clock(calendar: WorkingCalendar) -> Clock:
    """Return the clock with the default limits."""
    return Clock(calendar)

"""What a new street does first, and how it is seen that it was done."""

from __future__ import annotations

from enum import StrEnum


class FirstStep(StrEnum):
    """One of the first steps, in the order in which they are best taken."""

    PEOPLE = "people"
    UNITS = "units"
    ITEMS = "items"
    CALENDAR = "calendar"
    REGISTRATION = "registration"
    BACKUP = "backup"


CONFIRMED_AS = {
    FirstStep.UNITS: "unit_list",
    FirstStep.ITEMS: "item_list",
    FirstStep.CALENDAR: "working_calendar",
}
"""Steps that may need no change: somebody looked and says so; the name stands in the audit."""

BACKUP_KIND = "backup"
TRACES: dict[FirstStep, tuple[str, ...]] = {
    FirstStep.UNITS: ("unit", CONFIRMED_AS[FirstStep.UNITS]),
    FirstStep.ITEMS: ("item", "suggestion_rule", CONFIRMED_AS[FirstStep.ITEMS]),
    FirstStep.CALENDAR: ("calendar", CONFIRMED_AS[FirstStep.CALENDAR]),
    FirstStep.BACKUP: (BACKUP_KIND,),
}
"""Step → kinds of object whose change in the audit shows that the step was taken."""

"""What seldom changes, kept from one command to the next: street, units, items, office.

The file holds a mark that triggers replace with a random one whenever a row of these tables
changes (``db/embedded/triggers.py``). The door reads the mark together with the actor, so what is
kept is known to be what the tables say, whoever changed them; a mark that was rolled back never
comes again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from db.office import Office, load_office

TABLES = ("street", "unit", "item", "setting", "calendar_day")
"""The tables whose rows are kept; each change of one of them replaces the mark."""

KINDS = frozenset({"street", "unit", "item", "setting", "calendar"})
"""The kinds of objects, as the audit names them, that lie in these tables."""


@dataclass
class Reference:
    """Rows of one street as they were read under one mark; filled by those who need them."""

    street: dict[str, Any] | None = None
    office: tuple[date, Office] | None = None
    """The office, and the day whose limits it tells; tomorrow others may come into force."""
    units: dict[int, dict[str, Any]] = field(default_factory=dict)
    items: dict[int, dict[str, Any]] = field(default_factory=dict)


def office_of(kept: Reference, connection: Connection, street_id: int, day: date) -> Office:
    """Return a street's settings on a day, read unless they are kept."""
    # Other threads fill it too: one assignment, and one look.
    pair = kept.office
    if pair is None or pair[0] != day:
        pair = kept.office = (day, load_office(connection, street_id, day))
    return pair[1]


class ReferenceShelf:
    """The references of an open database: those of the last mark that was seen."""

    def __init__(self) -> None:
        self._kept: tuple[str, dict[int, Reference]] = ("", {})

    def under(self, mark: str, street_id: int) -> Reference:
        """Return what is kept of a street under a mark, empty when the mark is another one."""
        # One assignment replaces the pair: a thread that looks sees the old one or the new one.
        known, streets = self._kept
        if known != mark:
            streets = {}
            self._kept = (mark, streets)
        return streets.setdefault(street_id, Reference())

"""Who else has a case open now: a courtesy among colleagues, kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.model.account import account, person
from db.model.case import cases
from db.model.organisation import unit
from db.queries.door import Reader
from db.queries.scope import visible


@dataclass(frozen=True, slots=True)
class OpenElsewhere:
    """A person who has a case open on another desk."""

    name: str
    unit: str
    desk: str
    since: datetime
    is_self: bool
    """Whether it is the reader, who left it open on another desk."""


def open_elsewhere(reader: Reader, case_id: int) -> tuple[OpenElsewhere, ...]:
    """Return who has a case open on other desks, the longest first; nobody for an unseen case."""
    seen = select(cases.c.id).where(cases.c.id == case_id, visible(reader))
    if reader.connection.execute(seen).first() is None:
        return ()
    openings = reader.database.ways.openings(reader.connection, case_id)
    if not openings:
        return ()
    rows = reader.connection.execute(
        select(account.c.login, person.c.name, unit.c.name.label("unit"))
        .join(person, person.c.id == account.c.person_id)
        .join(unit, unit.c.id == account.c.unit_id)
        .where(account.c.login.in_({one.login for one in openings}))
    )
    people = {row.login: row for row in rows}
    return tuple(
        OpenElsewhere(
            people[one.login].name,
            people[one.login].unit,
            one.desk,
            one.since,
            one.login == reader.actor.login,
        )
        for one in sorted(openings, key=lambda one: (one.since, one.login))
        if one.login in people
    )

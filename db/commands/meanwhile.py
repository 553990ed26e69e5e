"""What others changed between a person's look and the change, told field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.audit import plain
from db.commands.door import Command
from db.errors import Conflict
from db.model.account import account, person
from db.model.audit import audit
from db.work import Work

FURTHEST_BACK = 50
"""So many changes of one object are looked through for who changed a field."""


@dataclass(frozen=True, kw_only=True)
class OnSeen(Command):
    """A change of what the person saw: no field that it changes may say something else by now.

    Fields that others changed and it does not are left as they are; ``seen=None`` looks at none.
    """

    seen: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class MovedField:
    """A field that says something else than the person saw; nobody is named if nobody is known."""

    name: str
    was: Any
    now: Any
    who: str
    at: datetime | None


def refuse_moved(
    work: Work,
    kind: str,
    object_id: int,
    now: Mapping[str, Any],
    seen: Mapping[str, Any] | None,
) -> None:
    """Refuse to write over fields that others changed since the person looked.

    :param now: what the fields say that are to be changed; others may have moved on.
    :param seen: what the person saw; None takes the fields as they are.
    :raises Conflict: ``fields_moved_on`` with ``moved``: each field, was, now, and by whom.
    """
    apart = {
        name: value
        for name, value in (seen or {}).items()
        if name in now and plain(value) != plain(now[name])
    }
    if not apart:
        return
    did = _who_changed(work, kind, object_id, set(apart))
    moved = tuple(
        MovedField(name, was, now[name], *did.get(name, ("", None))) for name, was in apart.items()
    )
    raise Conflict(
        "fields_moved_on",
        kind=kind,
        id=object_id,
        expected=None,
        actual=None,
        since=[],
        moved=moved,
    )


def _who_changed(
    work: Work, kind: str, object_id: int, names: set[str]
) -> dict[str, tuple[str, datetime]]:
    """Return who changed each field last, and when."""
    found: dict[str, tuple[str, datetime]] = {}
    entries = work.connection.execute(
        select(audit.c.at, audit.c.diff, person.c.name)
        .outerjoin(account, account.c.id == audit.c.actor_id)
        .outerjoin(person, person.c.id == account.c.person_id)
        .where(
            audit.c.street_id == work.actor.street_id,
            audit.c.object_kind == kind,
            audit.c.object_id == object_id,
        )
        .order_by(audit.c.seq.desc())
        .limit(FURTHEST_BACK)
    )
    for entry in entries:
        for name in names & set(_columns(entry.diff)):
            found.setdefault(name, (entry.name or "", entry.at))
    return found


def _columns(diff: str) -> Iterator[str]:
    for one in json.loads(diff):
        yield from one["columns"]

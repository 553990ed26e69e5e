"""The office's wording as it was: version 1 is the built-in one, each change is one more.

The versions are read from the audit, which keeps every change and can lose none of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, select

from db.model.account import account, person
from db.model.audit import audit
from db.queries.door import Reader
from db.rules.setting_fields import BY_KEY, SettingTopic

BUILT_IN = 1
"""The version that nobody wrote."""

_PLAN = "valid_from"


@dataclass(frozen=True, slots=True)
class WordingVersion:
    """One version of all texts; ``texts`` holds those that are not the built-in ones.

    ``since`` is None for the built-in version. ``changed`` names the texts that it changed.
    """

    number: int
    since: datetime | None
    who: str
    changed: frozenset[str]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Change:
    """One command as it was noted: from when it holds, and what it said of which text."""

    since: datetime
    who: str
    said: Mapping[str, str]


def wording_versions(reader: Reader) -> tuple[WordingVersion, ...]:
    """Return every version that holds or held, the newest first."""
    found = [WordingVersion(BUILT_IN, None, "", frozenset(), {})]
    for change in _changes(reader.connection, reader.actor.street_id, reader.now):
        told = {**found[-1].texts, **change.said}
        found.append(
            WordingVersion(
                found[-1].number + 1,
                change.since,
                change.who,
                frozenset(change.said),
                {key: words for key, words in told.items() if words},
            )
        )
    return tuple(reversed(found))


def wording_number(connection: Connection, street_id: int, at: datetime) -> int:
    """Return the number of the version that holds at a moment."""
    return BUILT_IN + len(_changes(connection, street_id, at))


def _changes(connection: Connection, street_id: int, at: datetime) -> list[_Change]:
    """Return the changes that hold at a moment, in the order in which they began to."""
    rows = connection.execute(
        select(audit.c.at, audit.c.diff, person.c.name)
        .outerjoin(account, account.c.id == audit.c.actor_id)
        .outerjoin(person, person.c.id == account.c.person_id)
        .where(audit.c.object_kind == "setting", audit.c.object_id == street_id, audit.c.at <= at)
        .order_by(audit.c.seq)
    )
    kept: list[tuple[str | None, _Change]] = []
    for row in rows:
        columns = _columns(row.diff)
        dropped, planned = columns.get(_PLAN, (None, None))
        said = dict(_said(columns))
        if dropped is not None:
            kept = [one for one in kept if one[0] != dropped or not one[1].said.keys() & said]
        elif said:
            since = row.at
            if planned is not None:
                since = datetime.combine(date.fromisoformat(planned), time())
            kept.append((planned, _Change(since, row.name or "", said)))
    return sorted((one for _, one in kept if one.since <= at), key=lambda one: one.since)


def _columns(diff: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in json.loads(diff):
        found |= one["columns"]
    return found


def _said(columns: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in columns.items():
        one = BY_KEY.get(key)
        if one is not None and one.topic is SettingTopic.PAPERS:
            yield key, value[1] or ""

"""What the office has set: each field with its default and its plans, and who changed it when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from db.model.account import account, person
from db.model.audit import audit
from db.model.setting import setting
from db.queries.door import Reader
from db.rules.setting_fields import (
    BY_KEY,
    SETTINGS,
    SettingField,
    SettingTopic,
    laid_over,
    value_of,
)

PLAN = "valid_from"
"""The column of an audit entry that tells from which later day a change holds."""


@dataclass(frozen=True, slots=True)
class PlannedValue:
    """A value that will hold from a later day; ``value`` None means the default again."""

    valid_from: date
    value: Any


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it holds now."""

    field: SettingField
    value: Any
    planned: tuple[PlannedValue, ...] = ()

    @property
    def is_default(self) -> bool:
        """Whether the value is that of the product."""
        return bool(self.value == self.field.default)


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One field that somebody changed; ``valid_from`` is None when it held at once.

    A plan that was taken back has ``dropped`` set.
    """

    seq: int
    at: datetime
    who: str
    field: SettingField
    before: Any
    after: Any
    valid_from: date | None = None
    dropped: bool = False


def setting_rows(reader: Reader, topic: SettingTopic) -> tuple[SettingRow, ...]:
    """Return the settings of a topic as they hold today, with what is planned."""
    today = reader.now.date()
    found = reader.connection.execute(
        select(setting.c.name, setting.c.valid_from, setting.c.value)
        .where(setting.c.street_id == reader.actor.street_id)
        .order_by(setting.c.valid_from)
    ).all()
    said = laid_over((row.name, row.value) for row in found if row.valid_from <= today)
    later = [row for row in found if row.valid_from > today]
    return tuple(
        SettingRow(one, value_of(said, one), tuple(_plans(later, one)))
        for one in SETTINGS
        if one.topic is topic
    )


def setting_changes(
    reader: Reader, topic: SettingTopic, limit: int = 200
) -> tuple[SettingChange, ...]:
    """Return the changes of a topic's settings, the newest first; ``limit`` counts commands."""
    found = reader.connection.execute(
        select(audit.c.seq, audit.c.at, audit.c.diff, person.c.name)
        .outerjoin(account, account.c.id == audit.c.actor_id)
        .outerjoin(person, person.c.id == account.c.person_id)
        .where(audit.c.object_kind == "setting", audit.c.object_id == reader.actor.street_id)
        .order_by(audit.c.seq.desc())
        .limit(limit)
    )
    return tuple(change for row in found for change in _changes(row) if change.field.topic is topic)


def _changes(row: Any) -> Iterator[SettingChange]:
    """Yield what one entry of the audit says, in the order of the catalogue."""
    columns: dict[str, list[Any]] = {}
    for diff in json.loads(row.diff):
        columns |= diff["columns"]
    dropped, planned = columns.get(PLAN, [None, None])
    day = planned or dropped
    for key, one in BY_KEY.items():
        if key in columns:
            before, after = columns[key]
            yield SettingChange(
                row.seq,
                row.at,
                row.name or "",
                one,
                before,
                after,
                None if day is None else date.fromisoformat(day),
                dropped is not None,
            )


def _plans(later: list[Any], one: SettingField) -> Iterator[PlannedValue]:
    for row in later:
        if row.name != one.name:
            continue
        if not one.field:
            yield PlannedValue(row.valid_from, row.value)
        elif one.field in (row.value or {}):
            yield PlannedValue(row.valid_from, row.value[one.field])

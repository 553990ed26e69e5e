"""Days and moments as conditions; ids follow the time of registration, so they narrow it too."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement

from db.model.case import cases

_DAY = timedelta(days=1)
_ID_BITS = 20
_ID_SLACK = timedelta(days=2)
"""Ids count from another zone's midnight, and a clock may have been put right."""


def start_of(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time())


def past(day: date) -> datetime:
    """Return the first moment after a day."""
    return start_of(day) + _DAY


def registered_between(start: date | None, end: date | None) -> list[ColumnElement[bool]]:
    """Return the condition for the days of registration; ids are narrowed with it.

    Ids follow the time of registration, so the key finds the days without another index.
    """
    found: list[ColumnElement[bool]] = []
    if start is not None:
        found += [cases.c.registered_at >= start_of(start), cases.c.id >= first_id_of(start)]
    if end is not None:
        last = past(end)
        found += [cases.c.registered_at < last, cases.c.id < _id_of(last + _ID_SLACK)]
    return found


def moment_between(
    column: ColumnElement[Any], start: date | None, end: date | None
) -> list[ColumnElement[bool]]:
    """Return the condition that a moment lies on these days."""
    found: list[ColumnElement[bool]] = []
    if start is not None:
        found.append(column >= start_of(start))
    if end is not None:
        found.append(column < past(end))
    return found


def first_id_of(day: date) -> int:
    """Return an id that is before all those made on a day or later."""
    return _id_of(start_of(day) - _ID_SLACK)


def _id_of(moment: datetime) -> int:
    return int(moment.timestamp()) << _ID_BITS

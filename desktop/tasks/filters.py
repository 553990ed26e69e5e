"""Carry the filter of a list to another process and back; only what narrows is carried."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from db.queries.page import EVERYTHING, CaseFilter


def carried(filter: CaseFilter) -> dict[str, Any]:
    """Return what a filter narrows; JSON can carry every value of it."""
    usual = EVERYTHING
    return {
        one.name: _plain(value)
        for one in dataclasses.fields(filter)
        if (value := getattr(filter, one.name)) != getattr(usual, one.name)
    }


def arrived(values: dict[str, Any]) -> CaseFilter:
    """Return the filter of such values, each as its field wants it."""
    kinds = get_type_hints(CaseFilter)
    return EVERYTHING.replace(**{name: _as(kinds[name], value) for name, value in values.items()})


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _as(kind: Any, value: Any) -> Any:
    """Return a value of JSON as a type of the filter."""
    if value is None:
        return None
    if isinstance(kind, UnionType):
        return _as(next(one for one in get_args(kind) if one is not NoneType), value)
    if get_origin(kind) is tuple:
        return tuple(_as(get_args(kind)[0], one) for one in value)
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        kinds = get_type_hints(kind)
        return kind(**{name: _as(kinds[name], one) for name, one in value.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value

"""Look at the fields of a command before anybody works with them.

A command may come from a script or, one day, over a wire: what its types promise is not known to
hold. A value of another kind is refused like a broken rule, not met as a fault half-way.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from db.errors import RuleError

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years that a moment may lie in; a calendar counts on from them without running out."""

Fits = Callable[[Any], bool]
"""Tells whether a value is of the kind that a field promises."""

_LARGEST = 2**63
_UNIONS = (Union, types.UnionType)


def refuse_misshapen(record: object) -> None:
    """Refuse a command, or facts in it, with a field that is not what its type says.

    The records in a tuple, such as the rows of an import, are left to the command: each of them
    is refused for itself.

    :raises RuleError: ``not_consistent`` with ``field``.
    """
    kind: type = type(record)
    for name, fits in _fields(kind).items():
        value = getattr(record, name)
        if not fits(value):
            raise RuleError("not_consistent", field=name)
        if is_dataclass(value):
            refuse_misshapen(value)


def refuse_other_kind(owner: type, name: str, value: Any) -> None:
    """Refuse a value that the field of a dataclass would not take.

    :raises RuleError: ``not_consistent`` with ``field``.
    """
    if not _fields(owner)[name](value):
        raise RuleError("not_consistent", field=name)


@cache
def _fields(owner: type) -> dict[str, Fits]:
    hints = get_type_hints(owner)
    return {field.name: _fits(hints[field.name]) for field in fields(owner)}


def _fits(hint: Any) -> Fits:
    origin = get_origin(hint)
    if origin in _UNIONS:
        kinds = [_fits(one) for one in get_args(hint) if one is not types.NoneType]
        if len(kinds) == 1 and types.NoneType in get_args(hint):
            fits = kinds[0]
            return lambda value: value is None or fits(value)
        if types.NoneType in get_args(hint):
            kinds.insert(0, lambda value: value is None)
        return lambda value: any(fits(value) for fits in kinds)
    if origin is tuple:
        inner = _fits(get_args(hint)[0])
        return lambda value: isinstance(value, tuple) and all(map(inner, value))
    if origin in (dict, Mapping):
        return lambda value: (
            isinstance(value, origin) and all(isinstance(name, str) for name in value)
        )
    if hint is Any:
        return lambda _value: True
    return _PLAIN.get(hint, lambda value: isinstance(value, hint))


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and type(value) is not bool and -_LARGEST <= value < _LARGEST


def _is_float(value: Any) -> bool:
    return _is_int(value) or (isinstance(value, float) and math.isfinite(value))


def _is_moment(value: Any) -> bool:
    """Tell whether a value is a wall-clock time; one with a zone is of another clock."""
    is_naive = isinstance(value, datetime) and value.tzinfo is None
    return is_naive and FIRST_YEAR <= value.year <= LAST_YEAR


def _is_day(value: Any) -> bool:
    """Tell whether a value is a day; a moment is one too for Python, but not for a calendar."""
    return type(value) is date and FIRST_YEAR <= value.year <= LAST_YEAR


_PLAIN: dict[Any, Fits] = {
    int: _is_int,
    float: _is_float,
    bool: lambda value: type(value) is bool,
    datetime: _is_moment,
    date: _is_day,
}

"""Look at the fields of a command before anybody works with them.

A command may come from a script or, one day, over a wire: what its types promise is not known to
hold. A value of another kind is refused like a broken rule, not met as a fault half-way.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache, wraps
from typing import Any, Union, get_args, get_origin, get_type_hints

from db.commands.door import C, Command, Handler, Result
from db.commands.door import handles as _handles
from db.errors import RuleError
from db.work import Work

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years that a moment may lie in; a calendar counts on from them without running out."""

_LARGEST = 2**63
_UNIONS = (Union, types.UnionType)


def handles(kind: type[C]) -> Callable[[Callable[[Work, C], Result | None]], Handler]:
    """Say which function carries out a kind of command whose fields are in order."""

    def register(handler: Callable[[Work, C], Result | None]) -> Handler:
        @wraps(handler)
        def careful(work: Work, command: C) -> Result | None:
            refuse_misshapen(command)
            return handler(work, command)

        return _handles(kind)(careful)

    return register


def refuse_misshapen(command: Command) -> None:
    """Refuse a command with a field that is not what its type says.

    :raises RuleError: ``not_consistent`` with ``field``.
    """
    _refuse_in(command)


def refuse_other_kind(owner: type, name: str, value: Any) -> None:
    """Refuse a value that the field of a dataclass would not take.

    :raises RuleError: ``not_consistent`` with ``field``.
    """
    if not _fits(value, _hints(owner)[name]):
        raise RuleError("not_consistent", field=name)


def _refuse_in(record: Any) -> None:
    owner: type = type(record)
    for name, hint in _hints(owner).items():
        value = getattr(record, name)
        if not _fits(value, hint):
            raise RuleError("not_consistent", field=name)
        if is_dataclass(value):
            _refuse_in(value)


@cache
def _hints(owner: type) -> dict[str, Any]:
    hints = get_type_hints(owner)
    return {field.name: hints[field.name] for field in fields(owner)}


def _fits(value: Any, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin in _UNIONS:
        return any(_fits(value, one) for one in get_args(hint))
    if origin is tuple:
        inner = get_args(hint)[0]
        return isinstance(value, tuple) and all(_fits(one, inner) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(isinstance(name, str) for name in value)
    if hint is Any:
        return True
    if issubclass(hint, Enum):
        return isinstance(value, hint)
    return _PLAIN.get(hint, lambda given: isinstance(given, hint))(value)


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and type(value) is not bool and -_LARGEST <= value < _LARGEST


def _is_float(value: Any) -> bool:
    return _is_int(value) or (isinstance(value, float) and math.isfinite(value))


def _is_moment(value: Any) -> bool:
    """Tell whether a value is a wall-clock time; one with a zone is of another clock."""
    is_naive = isinstance(value, datetime) and value.tzinfo is None
    return is_naive and FIRST_YEAR <= value.year <= LAST_YEAR


_PLAIN: dict[Any, Callable[[Any], bool]] = {
    int: _is_int,
    float: _is_float,
    bool: lambda value: type(value) is bool,
    datetime: _is_moment,
}

"""Contents as they were kept with a paper: from plain values back to their data classes."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")


def restored(kind: type[Kind], plain: Mapping[str, Any]) -> Kind:
    """Return the contents that were kept; what their class does not know is left out."""
    hints = get_type_hints(kind)
    given = {
        one.name: _value(hints[one.name], plain[one.name])
        for one in fields(kind)  # type: ignore[arg-type]
        if one.name in plain
    }
    return kind(**given)


def _value(hint: Any, plain: Any) -> Any:
    """Return a plain value as its field has it."""
    if plain is None:
        return None
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        hint = next(one for one in inner if one is not NoneType)
        return _value(_moment_of(plain) if hint in (date, datetime) else hint, plain)
    if origin in (tuple, Sequence):
        kinds = inner[:1] * len(plain) if inner[-1] is Ellipsis or len(inner) == 1 else inner
        return tuple(_value(one, value) for one, value in zip(kinds, plain, strict=True))
    if isinstance(hint, type) and is_dataclass(hint):
        return restored(hint, plain)
    if hint in (date, datetime):
        return hint.fromisoformat(plain)
    return plain


def _moment_of(plain: str) -> type[date]:
    """Return whether a day or a moment was written."""
    return datetime if len(plain) > len("2026-11-28") else date

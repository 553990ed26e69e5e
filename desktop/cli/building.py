"""Build a command from the fields of a JSON object.

How a field is written:

* times ``2026-11-16T09:00``, days ``2026-11-16``; codes by value (``hotline_12345``), name
  (``HOTLINE_12345``) or Chinese label (``12345转办``);
* an id as a number, as ``@x`` or ``@x.key`` of an earlier line, or by what it means: a unit by
  code or name (``"SFS"``, ``"司法所"``), an item by code or name (``"MD02"``), a case by its
  number, an account by login, a person by name, a notice or a decision by its number, a meeting
  by its week (``"2026-W47"``);
* ``lead``, ``item``, ``case``, ``unit``, ``community`` … stand for ``lead_id``, ``item_id`` …,
  and ``assist``, ``inform`` for ``assist_ids``, ``inform_ids``;
* a part of a command, such as the ``facts`` of a registration or the ``texts`` of a notice, is
  written below its name, or its fields stand beside the others;
* a version may be left out: the object is taken as it is;
* bytes as ``{"file": "photo.jpg"}`` beside the file of commands, or as base64.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import typer

from desktop.cli.names import Names, UnknownName, member

if TYPE_CHECKING:
    from db.commands import Command, Result

_VERSIONS = frozenset({"version", "draft_version"})


class Builder:
    """Makes commands; knows the names of the street and the results of earlier lines."""

    def __init__(self, names: Names, results: Mapping[str, Result], folder: Path) -> None:
        self._names = names
        self._results = results
        self._folder = folder

    def command(self, name: str, given: Mapping[str, Any]) -> Command:
        """Return the command of a name with these fields.

        :raises BadParameter: no such command, no such field, or a value that does not fit.
        """
        known = _commands()
        if name not in known:
            near = "、".join(get_close_matches(str(name), list(known), n=3, cutoff=0.4))
            told = f"相近的有：{near}。" if near else ""
            raise typer.BadParameter(f"没有命令“{name}”。{told}")
        kind = known[name]
        # A label for later lines is no field, unless the command has a name of its own.
        if "name" in given and "name" not in _fields(kind):
            given = {key: value for key, value in given.items() if key != "name"}
        built: Command = self._made(kind, given)
        return built

    def _made(self, kind: type[Any], given: Mapping[str, Any]) -> Any:
        known = _fields(kind)
        parts = [name for name, (_, hint) in known.items() if is_dataclass(hint)]
        values: dict[str, Any] = {}
        below: dict[str, dict[str, Any]] = {name: {} for name in parts}
        for key, value in given.items():
            name = _canonical(key, known)
            part = next((one for one in parts if _canonical(key, _fields(known[one][1]))), None)
            if name is not None:
                values[name] = self._value(name, known[name][1], value)
            elif part is not None:
                below[part][key] = value
            else:
                raise _unknown_field(kind, key)
        for name, facts in below.items():
            if facts or name not in values:
                # What such a part lacks, the command tells; here only its form matters.
                values[name] = self._made(known[name][1], {**given.get(name, {}), **facts})
        for name in _VERSIONS & known.keys() - values.keys():
            # A file of commands has no screen in between: the object is taken as it is.
            values[name] = None
        missing = [
            name for name, (field, _) in known.items() if name not in values and _is_needed(field)
        ]
        if missing:
            raise typer.BadParameter(f"{kind.__name__} 还缺 {'、'.join(missing)}。")
        return kind(**values)

    def _value(self, name: str, hint: Any, value: Any) -> Any:
        if isinstance(value, str) and value.startswith("@"):
            value = self._earlier(value)
        if hint is Any:
            return value
        origin = get_origin(hint)
        if origin in (Union, UnionType):
            if value is None:
                return None
            inner = [one for one in get_args(hint) if one is not type(None)]
            return self._value(name, inner[0], value)
        if origin is tuple:
            return self._several(name, get_args(hint)[0], value)
        if origin is not None:
            return self._mapping(name, value)
        return self._single(name, hint, value)

    def _several(self, name: str, hint: Any, value: Any) -> tuple[Any, ...]:
        many = value if isinstance(value, list) else [value]
        single = name.removesuffix("s") if name.endswith("_ids") else name
        return tuple(self._value(single, hint, one) for one in many)

    def _mapping(self, name: str, value: Any) -> dict[str, Any]:
        """Return named values, such as the changes of an amendment, with ids for names."""
        if not isinstance(value, dict):
            raise typer.BadParameter(f"{name} 要写成 {{…}}。")
        found: dict[str, Any] = {}
        facts = _fields(_commands_facts())
        for key, one in value.items():
            field = _canonical(key, facts) or key
            found[field] = self._value(field, facts[field][1], one) if field in facts else one
        return found

    def _single(self, name: str, hint: Any, value: Any) -> Any:
        if is_dataclass(hint) and isinstance(hint, type):
            if not isinstance(value, Mapping):
                raise typer.BadParameter(f"{name} 要写成 {{…}}。")
            return self._made(hint, value)
        try:
            return self._plain(name, hint, value)
        except UnknownName as wrong:
            raise typer.BadParameter(f"{name}：{wrong.message}") from wrong
        except (TypeError, ValueError) as wrong:
            raise typer.BadParameter(f"{name} 的值“{value}”不能用。") from wrong

    def _plain(self, name: str, hint: Any, value: Any) -> Any:
        if isinstance(hint, type) and issubclass(hint, Enum):
            return member(hint, value)
        if hint is datetime:
            from desktop.cli.run_file import replace_zone

            return replace_zone(datetime.fromisoformat(value))
        if hint is date:
            return date.fromisoformat(value)
        if hint is bytes:
            return self._bytes(value)
        if hint is int and name.endswith("_id") and isinstance(value, str):
            return int(value) if value.isdecimal() else self._names.id_of(name, value)
        if hint is bool and not isinstance(value, bool):
            raise ValueError(value)
        if hint is int and isinstance(value, bool):
            raise ValueError(value)
        if hint is str and not isinstance(value, str):
            raise ValueError(value)
        return hint(value) if hint in (int, float) else value

    def _bytes(self, value: Any) -> bytes:
        if isinstance(value, Mapping) and isinstance(value.get("file"), str):
            path = self._folder / value["file"]
            if not path.is_file():
                raise typer.BadParameter(f"找不到文件 {path}。")
            return path.read_bytes()
        try:
            return base64.b64decode(value, validate=True)
        except (binascii.Error, TypeError) as wrong:
            raise ValueError(value) from wrong

    def _earlier(self, word: str) -> Any:
        """Return what an earlier line gave."""
        name, _, key = word[1:].partition(".")
        if name not in self._results:
            raise UnknownName(word, [f"@{one}" for one in self._results])
        result = self._results[name]
        if not key:
            key = next((one for one in result if one.endswith("_id")), "")
        if key not in result:
            raise UnknownName(word, [f"@{name}.{one}" for one in result])
        return result[key]


@cache
def _commands() -> dict[str, type[Any]]:
    """Return every command by name; all modules of commands are read for it."""
    from importlib import import_module
    from pkgutil import iter_modules

    import db.commands

    for module in iter_modules(db.commands.__path__):
        import_module(f"db.commands.{module.name}")
    return dict(db.commands.known_commands())


def _commands_facts() -> type[Any]:
    from db.commands.intake import CaseFacts

    return CaseFacts


def _fields(kind: Any) -> dict[str, tuple[Field[Any], Any]]:
    """Return the fields of a command with their types."""
    return _known_fields(kind)


@cache
def _known_fields(kind: Hashable) -> dict[str, tuple[Field[Any], Any]]:
    assert isinstance(kind, type)
    hints = get_type_hints(kind)
    return {one.name: (one, hints[one.name]) for one in fields(kind)}


def _canonical(key: str, known: Mapping[str, Any]) -> str | None:
    """Return the field that a key means: itself, or with ``_id`` or ``_ids`` behind it."""
    for name in (key, f"{key}_id", f"{key}_ids", f"{key}_at"):
        if name in known:
            return name
    return None


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _unknown_field(kind: type[Any], key: str) -> typer.BadParameter:
    known = list(_fields(kind))
    for _, hint in _fields(kind).values():
        known += list(_fields(hint)) if is_dataclass(hint) else []
    near = "、".join(get_close_matches(key, known, n=3, cutoff=0.4))
    told = f"相近的有：{near}。" if near else f"可用的有：{'、'.join(known)}。"
    return typer.BadParameter(f"{kind.__name__} 没有“{key}”。{told}")

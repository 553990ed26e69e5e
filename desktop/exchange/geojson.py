"""Read the outlines of a GeoJSON file: whatever the file calls its fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.rules.outlines import MOST_FEATURES, OutlineFeature
from desktop.exchange.faults import ExchangeError

MAX_FILE_BYTES = 32 * 2**20
_CODES = ("code", "unit_code", "grid_code", "编码", "代码", "网格编码", "网格代码", "村社编码",
          "社区编码", "wgbm", "wgdm", "sqbm", "adcode")  # fmt: skip
_NAMES = ("name", "unit", "grid", "名称", "网格", "网格名称", "村社", "社区", "村社名称",
          "社区名称", "wgmc", "sqmc")  # fmt: skip
_LONGEST_WORD = 60
_SHIFTED = ("gcj", "火星", "高德", "腾讯")


@dataclass(frozen=True)
class MapFile:
    """What a map file holds; ``looks_shifted`` when it says itself that it is GCJ-02."""

    path: Path
    features: tuple[OutlineFeature, ...]
    looks_shifted: bool


def read_geojson(path: Path) -> MapFile:
    """Return the features of a file; run on a worker.

    :raises ExchangeError: the file cannot be used.
    """
    document = _document(_text(path))
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "Feature":
        given = [document]
    elif kind == "FeatureCollection" and isinstance(document.get("features"), list):
        given = document["features"]
    else:
        raise ExchangeError("not_geojson")
    if not given:
        raise ExchangeError("map_without_features")
    if len(given) > MOST_FEATURES:
        raise ExchangeError("map_too_many_features", limit=MOST_FEATURES, count=len(given))
    return MapFile(path, tuple(map(_feature, given)), _looks_shifted(document))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ExchangeError("file_too_large", limit=MAX_FILE_BYTES)
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise ExchangeError("file_missing", path=str(path)) from fault
    except OSError as fault:
        raise ExchangeError("file_unreadable") from fault
    if not data.strip():
        raise ExchangeError("file_empty", name=path.name)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ExchangeError("map_encoding")


def _document(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        raise ExchangeError("map_broken", line=fault.lineno, column=fault.colno) from fault
    except (ValueError, RecursionError) as fault:  # endless digits, or brackets without end
        raise ExchangeError("not_geojson") from fault


def _feature(given: Any) -> OutlineFeature:
    if not isinstance(given, dict):
        return OutlineFeature()
    said = given.get("properties")
    given_fields = said if isinstance(said, Mapping) else {}
    fields = {str(key).strip().casefold(): value for key, value in given_fields.items()}
    code = _word(fields, _CODES) or _plain(given.get("id"))
    return OutlineFeature(code=code, name=_word(fields, _NAMES), geometry=given.get("geometry"))


def _word(fields: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((word for key in keys if (word := _plain(fields.get(key)))), "")


def _plain(value: Any) -> str:
    """Return a field as text; a code that was kept as a number is one, too."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:_LONGEST_WORD]


def _looks_shifted(document: dict[str, Any]) -> bool:
    said = json.dumps(
        {key: document.get(key) for key in ("crs", "name", "metadata")}, ensure_ascii=False
    ).casefold()
    return any(word in said for word in _SHIFTED)

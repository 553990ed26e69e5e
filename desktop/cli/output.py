"""What a call prints: lines for people, JSON for programs; refusals on their own channel."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TextIO


def answer(as_json: bool, values: Mapping[str, Any], lines: Iterable[str]) -> None:
    """Print an answer: one JSON object, or lines in Chinese."""
    if as_json:
        say(written(values))
        return
    for line in lines:
        say(line)


def refuse(as_json: bool, code: str, sentence: str) -> None:
    """Print a refusal: the sentence for people, with JSON also an object for programs."""
    say(sentence, sys.stderr)
    if as_json:
        say(written({"ok": False, "error": code, "message": sentence}))


def written(values: Any) -> str:
    """Return values as one line of JSON; Chinese stays readable."""
    return json.dumps(values, ensure_ascii=False, default=_plain)


def say(line: str, stream: TextIO | None = None) -> None:
    """Print a line; signs that the console cannot show become question marks."""
    stream = stream or sys.stdout
    try:
        stream.write(line + "\n")
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, (set, frozenset, tuple)):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")

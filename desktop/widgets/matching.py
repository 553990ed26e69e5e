"""Finding a choice by what a person types: Chinese, full pinyin or initials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from desktop.widgets.wide_letters import narrow


class Choice(NamedTuple):
    """Something that can be picked; a plain tuple in this order does as well."""

    id: Any
    text: str
    detail: str = ""
    initials: str = ""
    pinyin: str = ""


def squeeze(text: str) -> str:
    """Return `text` as it is compared: narrow, small letters, no spaces or tone marks."""
    return "".join(narrow(text).casefold().split()).replace("'", "")


def rank(choice: Choice, wanted: str) -> int | None:
    """Return how well a choice fits squeezed words, 0 is best; None when it does not."""
    text = squeeze(choice.text)
    initials = squeeze(choice.initials)
    pinyin = squeeze(choice.pinyin)
    tests = (
        text == wanted,
        text.startswith(wanted),
        initials == wanted,
        initials.startswith(wanted),
        pinyin.startswith(wanted),
        wanted in text,
        wanted in initials,
        wanted in squeeze(choice.detail),
        len(wanted) > 2 and wanted in pinyin,
    )
    return next((place for place, fits in enumerate(tests) if fits), None)


def find(choices: Iterable[Choice], words: str, most: int = 200) -> list[Choice]:
    """Return the fitting choices, best first; empty words return the first ones."""
    wanted = squeeze(words)
    if not wanted:
        return [choice for choice, _ in zip(choices, range(most), strict=False)]
    ranked = []
    for place, choice in enumerate(choices):
        value = rank(choice, wanted)
        if value is not None:
            ranked.append((value, place, choice))
    ranked.sort(key=lambda entry: entry[:2])
    return [choice for _, _, choice in ranked[:most]]


def marked_part(choice: Choice, words: str) -> tuple[int, int]:
    """Return the (start, length) of `choice.text` to mark; length 0 when it is unclear."""
    wanted = squeeze(words)
    if not wanted:
        return 0, 0
    start = choice.text.casefold().find(wanted)
    if start >= 0:
        return start, len(wanted)
    places = [i for i, letter in enumerate(choice.text) if not letter.isspace()]
    start = squeeze(choice.initials).find(wanted)
    end = start + len(wanted)
    if start < 0 or end > len(places):
        return 0, 0
    # Initials stand letter by letter under the text only as long as no sign is skipped.
    if not all(choice.text[place].isalnum() for place in places[:end]):
        return 0, 0
    return places[start], places[end - 1] + 1 - places[start]


def as_choices(rows: Sequence[Sequence[Any]]) -> list[Choice]:
    """Return plain tuples (id, text, detail, initials, pinyin) as choices."""
    return [row if isinstance(row, Choice) else Choice(*row) for row in rows]

"""Pinyin keys of names: what a person types who does not want to type characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from db.rules.grams import normalise

NO_OVERRIDES: Mapping[str, str] = {}
_KEY = re.compile("[a-z0-9]+")
_HAN_RUN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]+")


def initials(name: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """Return the first letter of every syllable; Latin letters and digits stand as they are."""
    return "".join(part if is_latin else part[:1] for part, is_latin in _parts(name, overrides))


def full(name: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> str:
    """Return the whole pinyin without tones and gaps; ü is written v.

    ``overrides`` tells local readings: ``{"瞿溪": "qu xi"}``.
    """
    return "".join(part for part, _ in _parts(name, overrides))


def matches_keys(query: str, name: str, initials: str, full: str) -> bool:
    """Say whether the query is a part of the name, of its initials or of its pinyin."""
    wanted = normalise(query)
    if not wanted:
        return True
    if wanted in normalise(name):
        return True
    key = wanted.replace(" ", "").replace("'", "").replace("ü", "v")
    return bool(_KEY.fullmatch(key)) and (key in initials or key in full)


def _parts(name: str, overrides: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield each syllable, and each Latin run with the mark that it is one."""
    text = normalise(name)
    local = {normalise(word): reading for word, reading in overrides.items() if word.strip()}
    tokens = [re.escape(word) for word in sorted(local, key=len, reverse=True)]
    # An override is tried first, so that a run of characters never swallows it.
    start = "|".join(tokens)
    position = 0
    while position < len(text):
        found = re.match(start, text[position:]) if start else None
        if found:
            for syllable in local[found.group()].lower().split():
                yield syllable, False
            position += found.end()
            continue
        latin = _KEY.match(text, position)
        if latin:
            yield latin.group(), True
            position = latin.end()
            continue
        end = _end_of_han(text, position, start)
        for syllable in _syllables(text[position:end]):
            yield syllable, False
        position = max(end, position + 1)


def _end_of_han(text: str, position: int, start: str) -> int:
    run = _HAN_RUN.match(text, position)
    if not run:
        return position
    local = re.search(start, run.group()) if start else None
    return position + local.start() if local else run.end()


@lru_cache(maxsize=4096)
def _syllables(run: str) -> tuple[str, ...]:
    """Return the readings of a run of characters; one that nobody knows gives nothing."""
    if not run:
        return ()
    # The dictionary takes 150 ms to load, which a window cannot wait for.
    from pypinyin import lazy_pinyin

    return tuple(key for part in lazy_pinyin(run, errors="ignore") if _KEY.fullmatch(key := part))

"""Suggest an item from what was told, by a table of words that anybody can read and change.

No score is hidden: the suggestion names the words that it rests on.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from db.rules.grams import normalise

WORDS_FILE = "item_words.csv"


@dataclass(frozen=True)
class Suggestion:
    """An item and the words of the text that speak for it, the longest first."""

    code: str
    words: tuple[str, ...]


class ItemWords:
    """Which words of a text speak for which item of the admission list."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._words = {
            code: tuple(sorted({normalise(word) for word in some if word}, key=_longest_first))
            for code, some in words.items()
        }

    def with_words(self, more: Mapping[str, Iterable[str]]) -> ItemWords:
        """Return a table with the street's own words beside these."""
        codes = [*self._words, *(code for code in more if code not in self._words)]
        return ItemWords(
            {code: (*self._words.get(code, ()), *more.get(code, ())) for code in codes}
        )

    def codes(self) -> tuple[str, ...]:
        """Return the items that have words."""
        return tuple(self._words)

    def suggest(self, text: str) -> Suggestion | None:
        """Return the item for which most speaks, or None where nothing does.

        A longer word tells more than a short one; of two items as good the first of the list wins.
        """
        told = normalise(text)
        best: Suggestion | None = None
        most = 0
        for code, words in self._words.items():
            found = _found(words, told)
            weight = sum(len(word) ** 2 for word in found)
            if weight > most:
                best, most = Suggestion(code, found), weight
        return best


def bundled_words() -> ItemWords:
    """Return the table that comes with the program."""
    text = (files("resources.seed") / WORDS_FILE).read_text(encoding="utf-8-sig")
    return ItemWords(
        {row["code"]: row["words"].split() for row in csv.DictReader(text.splitlines())}
    )


def _found(words: tuple[str, ...], told: str) -> tuple[str, ...]:
    """Return the words that stand in a text; one inside another counts once."""
    found: list[str] = []
    for word in words:
        if word in told and not any(word in longer for longer in found):
            found.append(word)
    return tuple(found)


def _longest_first(word: str) -> tuple[int, str]:
    return (-len(word), word)


def place_in(text: str, names: Iterable[tuple[int, str]]) -> int | None:
    """Return the id of the village, community or grid that a text names, the longest name first."""
    told = normalise(text)
    known = sorted(((_stem(name), id_) for id_, name in names), key=lambda one: -len(one[0]))
    return next((id_ for stem, id_ in known if len(stem) > 1 and stem in told), None)


def _stem(name: str) -> str:
    """Return a name as people say it: without the office that is at home there."""
    for ending in ("居委会", "村委会", "社区"):  # data
        name = name.removesuffix(ending)
    return normalise(name)

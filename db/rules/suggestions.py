"""Suggest an item from what was told, by rules of words that anybody can read and change.

No score is hidden: a suggestion names the words that it rests on and what they weigh together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from db.rules.grams import normalise

MOST_WEIGHT = 100
LONGEST_WORDS = 40


@dataclass(frozen=True, slots=True)
class SuggestionRule:
    """Words that must all stand in a text, the item that they speak for and how much they do."""

    words: tuple[str, ...]
    item_id: int
    weight: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that a text speaks for: the words that do, the weightiest first, and their sum."""

    item_id: int
    score: int
    words: tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a rule as they are compared: narrow, in small letters, each once."""
    parts = normalise(text.replace("，", " ").replace("、", " ").replace(",", " ")).split()
    return tuple(dict.fromkeys(parts))


def usual_weight(words: Iterable[str]) -> int:
    """Return what words weigh where nobody said it: a longer word tells more than a short one."""
    return min(MOST_WEIGHT, sum(len(word) ** 2 for word in words))


def suggested(rules: Iterable[SuggestionRule], text: str) -> tuple[Suggestion, ...]:
    """Return the items that a text speaks for, the best first; of equals the first ruled wins.

    A rule whose words all stand inside those of a weightier rule of its item counts for nothing.
    """
    told = normalise(text)
    found: dict[int, list[SuggestionRule]] = {}
    for rule in rules:
        if rule.words and all(word in told for word in rule.words):
            found.setdefault(rule.item_id, []).append(rule)
    made = [_summed(item_id, matched) for item_id, matched in found.items()]
    return tuple(sorted(made, key=lambda one: -one.score))


def _summed(item_id: int, matched: list[SuggestionRule]) -> Suggestion:
    words: list[str] = []
    score = 0
    for rule in sorted(matched, key=lambda one: (-one.weight, one.words)):
        if all(any(word in longer for longer in words) for word in rule.words):
            continue
        score += rule.weight
        words += [word for word in rule.words if word not in words]
    return Suggestion(item_id, score, tuple(words))

"""Which item a told text speaks for, and by which of the office's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from db.model.item import item, suggestion_rule
from db.queries.door import Reader
from db.queries.lookup import ItemRow, items
from db.rules.grams import normalise
from db.rules.suggestions import Suggestion, SuggestionRule, suggested, usual_weight, words_of


@dataclass(frozen=True, slots=True)
class SuggestionRuleRow:
    """A rule of the office; ``lead_code`` is the unit that comes with its item."""

    id: int
    words: str
    item_id: int
    item_code: str
    item_name: str
    lead_code: str
    initials: str
    weight: int


def suggestion_rule_rows(reader: Reader) -> tuple[SuggestionRuleRow, ...]:
    """Return the rules in use, by item and weight."""
    rows = reader.connection.execute(
        select(
            suggestion_rule.c.id,
            suggestion_rule.c.words,
            suggestion_rule.c.item_id,
            item.c.code,
            item.c.name,
            item.c.lead_code,
            item.c.initials,
            suggestion_rule.c.weight,
        )
        .join(item, item.c.id == suggestion_rule.c.item_id)
        .where(suggestion_rule.c.street_id == reader.actor.street_id, suggestion_rule.c.active)
        .order_by(item.c.code, suggestion_rule.c.weight.desc(), suggestion_rule.c.id)
    )
    return tuple(SuggestionRuleRow(*row) for row in rows)


def suggestion_rules(reader: Reader) -> tuple[SuggestionRule, ...]:
    """Return what speaks today: the office's rules, and the items' own names and synonyms."""
    listed = items(reader, reader.now.date())
    valid = {row.id for row in listed}
    own = (
        SuggestionRule(words_of(row.words), row.item_id, row.weight)
        for row in suggestion_rule_rows(reader)
        if row.item_id in valid
    )
    return (*own, *_names(listed))


def suggested_items(reader: Reader, text: str) -> tuple[Suggestion, ...]:
    """Return the items that a text speaks for, the best first, with the words that do."""
    return suggested(suggestion_rules(reader), text)


def _names(listed: Iterable[ItemRow]) -> list[SuggestionRule]:
    return [
        SuggestionRule((word,), row.id, usual_weight((word,)))
        for row in listed
        for word in (normalise(row.name), *words_of(row.synonyms))
    ]

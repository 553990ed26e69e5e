"""The words by which a told text suggests an item are kept: added, changed, retired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select

from db.commands.door import Command, Result, handles
from db.errors import RuleError
from db.model.item import item, suggestion_rule
from db.rules.checks import clean_name
from db.rules.permissions import Permission
from db.rules.suggestions import LONGEST_WORDS, MOST_WEIGHT, usual_weight, words_of
from db.rules.terms import ItemStatus
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class AddSuggestionRule(Command):
    """Let words speak for an item; without a weight their length tells it."""

    permission: ClassVar = Permission.SETTINGS
    words: str
    item_id: int
    weight: int | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeSuggestionRule(Command):
    """Change what is given of a rule."""

    permission: ClassVar = Permission.SETTINGS
    rule_id: int
    words: str | None = None
    item_id: int | None = None
    weight: int | None = None


@dataclass(frozen=True, kw_only=True)
class RetireSuggestionRule(Command):
    """Let words speak for an item no more; adding them again brings the rule back."""

    permission: ClassVar = Permission.SETTINGS
    rule_id: int


@handles(AddSuggestionRule)
def add_suggestion_rule(work: Work, command: AddSuggestionRule) -> Result:
    words = _checked_words(command.words)
    weight = usual_weight(words) if command.weight is None else command.weight
    _refuse_weight(weight)
    name = _item_name(work, command.item_id)
    known = _known(work, " ".join(words), command.item_id)
    if known is None:
        rule_id = work.insert(
            suggestion_rule,
            street_id=work.actor.street_id,
            words=" ".join(words),
            item_id=command.item_id,
            weight=weight,
            active=True,
        )
    elif known["active"]:
        raise RuleError("suggestion_rule_exists", field="words", words=known["words"], name=name)
    else:
        rule_id = int(known["id"])
        work.update(suggestion_rule, known, active=True, weight=weight)
    work.changed("suggestion_rule", rule_id)
    return {"rule_id": rule_id}


@handles(ChangeSuggestionRule)
def change_suggestion_rule(work: Work, command: ChangeSuggestionRule) -> Result:
    before = _active(work, command.rule_id)
    changes: dict[str, Any] = {}
    if command.words is not None:
        changes["words"] = " ".join(_checked_words(command.words))
    if command.item_id is not None:
        changes["item_id"] = command.item_id
    if command.weight is not None:
        _refuse_weight(command.weight)
        changes["weight"] = command.weight
    if all(before[name] == value for name, value in changes.items()):
        raise RuleError("nothing_changed")
    after = {**before, **changes}
    name = _item_name(work, after["item_id"])
    known = _known(work, after["words"], after["item_id"])
    if known is not None and known["id"] != command.rule_id:
        raise RuleError("suggestion_rule_exists", field="words", words=after["words"], name=name)
    work.update(suggestion_rule, before, **changes)
    work.changed("suggestion_rule", command.rule_id)
    return {"rule_id": command.rule_id}


@handles(RetireSuggestionRule)
def retire_suggestion_rule(work: Work, command: RetireSuggestionRule) -> Result:
    before = _active(work, command.rule_id)
    work.update(suggestion_rule, before, active=False)
    work.changed("suggestion_rule", command.rule_id)
    return {"rule_id": command.rule_id}


def _active(work: Work, rule_id: int) -> dict[str, Any]:
    before = work.row(suggestion_rule, rule_id)
    if not before["active"]:
        raise RuleError("suggestion_rule_retired", words=before["words"])
    return before


def _checked_words(text: str) -> tuple[str, ...]:
    words = words_of(clean_name(text, field="words", limit=LONGEST_WORDS))
    if not words or any(len(word) < 2 for word in words):
        raise RuleError("suggestion_words_short", field="words")
    return words


def _refuse_weight(weight: int) -> None:
    if not 0 < weight <= MOST_WEIGHT:
        raise RuleError("suggestion_weight_bad", field="weight", most=MOST_WEIGHT)


def _item_name(work: Work, item_id: int) -> str:
    """Return the name of an item that may still be suggested."""
    row = work.row(item, item_id)
    if row["status"] == ItemStatus.RETIRED:
        raise RuleError("item_retired", name=row["name"], code=row["code"])
    return str(row["name"])


def _known(work: Work, words: str, item_id: int) -> dict[str, Any] | None:
    found = work.connection.execute(
        select(suggestion_rule).where(
            suggestion_rule.c.street_id == work.actor.street_id,
            suggestion_rule.c.words == words,
            suggestion_rule.c.item_id == item_id,
        )
    )
    row = found.mappings().one_or_none()
    return None if row is None else dict(row)

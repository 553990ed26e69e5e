"""Say an error in words: what happened, what was kept, what to do next; the details apart."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from typing import Any

from desktop import texts
from desktop.texts.facts import words

INTERNAL_RULES = frozenset(
    {
        "actor", "nobody", "append_only", "case_fixed", "case_not_as_step", "case_not_new",
        "case_without_step", "chain", "counter", "number_not_taken", "stale", "step_changes",
        "step_column", "password_form",
    }
)  # fmt: skip
"""Refusals of the database's own guards, which no person can cause through a screen."""


def sentence(error: BaseException) -> str:
    """Return the Chinese sentence of an error; one that nobody foresaw is our mistake."""
    code, facts = code_of(error), facts_of(error)
    if code in INTERNAL_RULES:
        code = "internal_rule"
    return sentence_of(code, facts)


def sentence_of(code: str, facts: Mapping[str, Any]) -> str:
    """Return the sentence of a code with its facts."""
    source = texts.SENTENCES.get(code, texts.SENTENCES["our_mistake"])
    return texts.translated("sentences", source).format_map(words(code, facts))


def code_of(error: BaseException) -> str:
    """Return the code of an error; ``our_mistake`` for one without."""
    from desktop.exchange.faults import ExchangeCancelled

    if isinstance(error, ExchangeCancelled):
        return "cancelled"
    code = getattr(error, "code", None)
    return code if isinstance(code, str) and isinstance(facts_of(error), Mapping) else "our_mistake"


def facts_of(error: BaseException) -> Mapping[str, Any]:
    """Return the facts of an error."""
    facts = getattr(error, "facts", {})
    return facts if isinstance(facts, Mapping) else {}


def details(error: BaseException) -> str:
    """Return what support wants to see: the code, the facts and where it came from."""
    head = f"{type(error).__name__}: {error}"
    return head + "\n\n" + "".join(traceback.format_exception(error))


def changes_since(error: BaseException) -> tuple[str, ...]:
    """Return for a conflict, line by line, who did what in between."""
    from datetime import datetime

    from db.rules.steps import StepKind

    lines: list[str] = []
    for step in facts_of(error).get("since", ()):
        at = datetime.fromisoformat(step["at"])
        fields = "、".join(
            name for name in map(texts.field_name, step["columns"]) if not name.isascii()
        )
        line = f"{texts.moment(at)} {step['who']} {texts.label(StepKind(step['kind']))}"
        lines.append(f"{line}（{fields}）" if fields else line)
    return tuple(lines)

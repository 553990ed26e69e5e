"""What an action on a case is, and which actions are possible on one that stands so.

Buttons ask the same step rules as the command does (``CaseDetail.possible``); the command decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.commands import Command
from db.rules.steps import StepKind
from db.rules.terms import ReturnReason, Satisfaction


class Ask(StrEnum):
    """What an action needs to be told before it is sent."""

    NOTHING = "nothing"
    ASSIGNMENT = "assignment"
    TEXT = "text"
    OPTIONAL_TEXT = "optional_text"
    RETURN = "return"
    EXTENSION = "extension"
    DECISION = "decision"
    DAY = "day"
    SATISFACTION = "satisfaction"
    REMINDER = "reminder"
    MAIN_CASE = "main_case"
    FILE = "file"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True)
class Action:
    """One thing that a person may do to a case.

    ``build`` makes the command from case id, version and what was asked.
    """

    id: str
    words: str
    icon: str
    kinds: tuple[StepKind, ...]
    build: Callable[[int, int, dict[str, Any]], Command]
    asks: Ask = Ask.NOTHING
    question: str = ""
    key: str = ""
    kind: str = "normal"
    weight: int = 50
    extra: dict[str, Any] = field(default_factory=dict)

    def label(self) -> str:
        """Return the words in the language of the screen."""
        return QCoreApplication.translate("actions", self.words)

    def prompt(self) -> str:
        """Return the question in the language of the screen."""
        return QCoreApplication.translate("actions", self.question) if self.question else ""


RETURN_REASONS = tuple(ReturnReason)
SATISFACTIONS = tuple(Satisfaction)


def possible_actions(
    actions: Iterable[Action], kinds: Iterable[StepKind], facts: dict[str, Any]
) -> list[Action]:
    """Return the actions whose steps are possible, the most likely first.

    ``facts`` tells ``is_urged``, ``has_request`` (an extension waits for an answer) and ``role``
    hints; an action that contradicts them is left out.
    """
    known = set(kinds)
    found = []
    for action in actions:
        if not known.intersection(action.kinds):
            continue
        if action.extra.get("needs_request") and not facts.get("has_request"):
            continue
        if facts.get(action.extra.get("unless", ""), False):
            continue
        if "when" in action.extra and not facts.get(action.extra["when"], False):
            continue
        found.append(action)
    if any(action.id == "refuse" for action in found):
        found = [action for action in found if action.id != "propose_refusal"]
    return sorted(found, key=lambda action: action.weight)


def actions_by_key(actions: Iterable[Action], key: str) -> str:
    """Return the words of everything that a key may mean, whichever of it is possible."""
    return " / ".join(dict.fromkeys(one.label() for one in actions if one.key == key))

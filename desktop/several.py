"""Which actions several chosen cases allow, and what became of each case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.queries.standings import StandingRow
from db.rules.steps import why_not
from db.rules.terms import Role
from desktop.actions import Action, possible_actions
from desktop.case_actions import ACTIONS
from desktop.errors import sentence_of
from desktop.texts.marking import QT_TRANSLATE_NOOP

MOST_CASES = 1000
"""Cases that one action may be sent to at once; a longer list is worked off in parts."""

SHARED = (
    "accept",
    "assign",
    "reassign",
    "sign",
    "verify",
    "remind",
    "note",
    "urge",
    "calm",
    "instruct",
    "read",
    "assist_accept",
    "archive",
    "link",
)
"""Actions whose answer may be the same for many cases.

A result, a reason to return or to void, a day: those are words about one case only.
"""
_OF_SEVERAL = QT_TRANSLATE_NOOP("", "{action}（{n} 件）")


@dataclass(frozen=True)
class SharedAction:
    """An action and those of the chosen cases that allow it."""

    action: Action
    rows: tuple[StandingRow, ...]
    chosen: int

    def label(self) -> str:
        """Return the words for a button; a count tells that not all of the cases allow it."""
        if len(self.rows) == self.chosen:
            return self.action.label()
        words = QCoreApplication.translate("", _OF_SEVERAL)
        return words.format(action=self.action.label(), n=len(self.rows))


@dataclass(frozen=True)
class Outcome:
    """What became of one case; ``words`` is the refusal's sentence, empty when it was done."""

    row: StandingRow
    words: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the command was carried out."""
        return not self.words


def shared_actions(rows: Sequence[StandingRow]) -> list[SharedAction]:
    """Return what can be done with several cases: first what all of them allow."""
    allowing: dict[str, list[StandingRow]] = {}
    for row in rows:
        for action in possible_actions(ACTIONS, row.possible, {"is_urged": row.is_urged}):
            allowing.setdefault(action.id, []).append(row)
    found = [
        SharedAction(action, tuple(allowing[action.id]), len(rows))
        for action in ACTIONS
        if action.id in allowing and action.id in SHARED
    ]
    return sorted(found, key=lambda one: (len(one.rows) < len(rows), one.action.weight))


def refusal_words(action: Action, row: StandingRow, role: Role) -> str:
    """Return why an action is not sent to a case that does not allow it."""
    kind = action.kinds[0]
    code = why_not(kind, role, row.standing) or "nothing_changed"
    facts = {"number": row.number, "state": row.state, "step": kind}
    return sentence_of(code, facts)

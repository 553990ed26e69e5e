"""Turn the facts of an error into the words that stand in its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from typing import Any

from desktop import texts
from desktop.texts.paper_texts import PAPER_CODES

_ENUMS: dict[str, tuple[str, str]] = {
    "step": ("db.rules.steps", "StepKind"),
    "permission": ("db.rules.permissions", "Permission"),
    "action": ("db.rules.notice_states", "NoticeAction"),
    "move": ("db.rules.agenda", "DecisionMove"),
    "section": ("db.rules.agenda", "Section"),
    "standing": ("db.rules.terms", "SupervisionLevel"),
    "level": ("db.rules.terms", "SupervisionLevel"),
    "decision_kind": ("db.rules.agenda", "DecisionKind"),
    "case_state": ("db.rules.terms", "CaseState"),
    "outcome": ("db.rules.notice_states", "ReplyOutcome"),
}
"""Fact → the enum whose value it is."""

_STATES: tuple[tuple[str, tuple[str, str]], ...] = (
    ("notice_", ("db.rules.notice_states", "NoticeState")),
    ("decision_", ("db.rules.agenda", "DecisionState")),
    ("agenda_", ("db.rules.agenda", "AgendaState")),
    ("meeting_", ("db.rules.agenda", "MeetingState")),
    ("listed_", ("db.queries.listed", "ListedState")),
    ("", ("db.rules.terms", "CaseState")),
)
"""Beginning of a code → the enum of its fact ``state``."""

_SETTINGS = ("setting", "higher")
"""Facts that are the key of a setting."""

_MISSING_COLUMNS = "missing_columns"


class Words(dict[str, str]):
    """Facts as words; what a sentence asks for and no fact tells stays empty."""

    def __missing__(self, name: str) -> str:
        """Return the empty text."""
        return ""


def words(code: str, facts: Mapping[str, Any]) -> Words:
    """Return the facts of an error as they stand in a sentence."""
    return Words({name: _word(code, name, value) for name, value in facts.items()})


def _word(code: str, name: str, value: Any) -> str:
    if value is None:
        return ""
    kind = _kind(code, name)
    if kind is not None and not isinstance(value, Enum):
        value = _member(kind, value)
    if isinstance(value, Enum):
        return texts.label(value)
    if isinstance(value, datetime):
        return texts.moment(value)
    if isinstance(value, date):
        return texts.day(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return "、".join(_listed(code, one) for one in value)
    if name == "field":
        is_paper = code in PAPER_CODES
        return texts.paper_part(str(value)) if is_paper else texts.field_name(str(value))
    if name in _SETTINGS:
        return texts.setting_name(str(value))
    if name == "limit" and code == "file_too_large":
        return texts.size(int(value))
    return str(value)


def _listed(code: str, value: Any) -> str:
    """Return one of several things that a fact tells."""
    if code == _MISSING_COLUMNS:
        from desktop.exchange.report import FIELD_NAMES

        return FIELD_NAMES.get(str(value), str(value))
    return str(value)


def _kind(code: str, name: str) -> tuple[str, str] | None:
    if name != "state":
        return _ENUMS.get(name)
    return next(kind for start, kind in _STATES if code.startswith(start))


def _member(kind: tuple[str, str], value: Any) -> Any:
    """Return the member of an enum for a stored value; a strange value stays as it is."""
    module, name = kind
    try:
        return getattr(import_module(module), name)(value)
    except ValueError:
        return value

"""What the database keeps of a notice: who moves it where, and that its number stays."""

from __future__ import annotations

from collections.abc import Iterator

from db.guarding.trigger_rule import TriggerRule
from db.rules.notice_states import NoticeAction, NoticeState, notice_rules

_ROLE = "(SELECT a.role FROM account a WHERE a.id = cmd_user())"
_SIGNED = ("checked_by", "issued_by", "struck_off_by")
"""Who did it: nobody writes another's name there."""
_NUMBER = ("number", "year", "serial")


def notice_guards() -> Iterator[TriggerRule]:
    """Yield the guards of new notices and of their changes (``db/rules/notice_states.py``)."""
    begun = f"NEW.state <> '{NoticeState.DRAFT}' OR NEW.number IS NOT NULL"
    drafters = _among({rule.role for rule in notice_rules() if rule.action is NoticeAction.DRAFT})
    yield TriggerRule(
        "notice_insert",
        "BEFORE INSERT",
        "notice",
        (
            ("actor", "NEW.drafted_by IS DISTINCT FROM cmd_user()"),
            ("notice_step_illegal", begun),
            ("notice_not_for_role", f"{_ROLE} NOT IN ({drafters})"),
        ),
    )
    moves = _among(
        {
            f"{rule.from_state} {rule.to_state} {rule.level:d} {rule.role}"
            for rule in notice_rules()
            if rule.from_state is not None
        }
    )
    move = f"OLD.state || ' ' || NEW.state || ' ' || OLD.level || ' ' || {_ROLE}"
    signed = " OR ".join(
        f"NEW.{name} IS NOT NULL AND NEW.{name} IS DISTINCT FROM OLD.{name}"
        f" AND NEW.{name} IS DISTINCT FROM cmd_user()"
        for name in _SIGNED
    )
    renamed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _NUMBER)
    kept = ("id", "street_id", "drafted_by", "drafted_at")
    rewritten = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in kept)
    yield TriggerRule(
        "notice_update",
        "BEFORE UPDATE",
        "notice",
        (
            ("append_only", f"OLD.number IS NOT NULL AND ({renamed}) OR {rewritten}"),
            ("notice_not_for_role", f"{move} NOT IN ({moves})"),
            ("actor", signed),
        ),
    )


def _among(words: set[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))

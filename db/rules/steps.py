"""What may follow what: the verdict on a step, the same in Python as in the database.

A step moves a case from one state to another. Who may take it is told by roles, what else must
hold by guards, and what it may change by columns. The rows stand in ``step_table``; Python, SQLite
and PostgreSQL read them and give the same verdict.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache

from db.rules.step_kinds import (
    MAX_EXTENSIONS,
    MAX_RETURNS,
    TAKE_BACK_SECONDS,
    Guard,
    Standing,
    StepKind,
    StepRule,
)
from db.rules.step_table import step_rules
from db.rules.terms import CaseState, Role

__all__ = [
    "MAX_EXTENSIONS",
    "MAX_RETURNS",
    "TAKE_BACK_SECONDS",
    "Guard",
    "Standing",
    "StepKind",
    "StepRule",
    "assignment_step",
    "find_rule",
    "holds",
    "is_just_registered",
    "possible",
    "refusal",
    "step_rules",
    "why_not",
]


@cache
def _index() -> dict[tuple[StepKind, CaseState, CaseState, Role], StepRule]:
    return {(r.kind, r.from_state, r.to_state, r.role): r for r in step_rules()}


def find_rule(
    kind: StepKind, from_state: CaseState, to_state: CaseState, role: Role
) -> StepRule | None:
    """Return the rule for one move by one role, or None where there is none."""
    return _index().get((kind, from_state, to_state, role))


def holds(guard: Guard, standing: Standing, to_state: CaseState) -> bool:
    """Tell whether a guard is met."""
    level = standing.supervision_level
    return {
        Guard.HOLDER: standing.holder_is_actor,
        Guard.ASSISTANT: standing.actor_assists,
        Guard.INFORMED: standing.actor_informed,
        Guard.ASSISTANTS_REPLIED: standing.assistants_pending == 0,
        Guard.FIRST_RETURNS: standing.return_count < MAX_RETURNS,
        Guard.REPEATED_RETURNS: standing.return_count >= MAX_RETURNS,
        Guard.NOT_FORCED: standing.return_count < MAX_RETURNS,
        Guard.EXTENSIONS_LEFT: standing.extension_count < MAX_EXTENSIONS,
        Guard.RESUMES: standing.suspended_from == to_state,
        Guard.SUPERVISION_BELOW_ORDINARY: level < 1,
        Guard.SUPERVISION_BELOW_YELLOW: level < 100,
        Guard.SUPERVISION_BELOW_RED: level < 200,
        Guard.SUPERVISED: level > -1,
        Guard.LINKED: standing.is_linked,
        Guard.UNLINKED: not standing.is_linked,
        Guard.JUST_DECIDED: standing.just_decided,
        Guard.REGISTRANT: standing.registered_by_actor,
        Guard.JUST_REGISTERED: standing.just_registered,
        Guard.SELF_HANDLED: standing.self_handled,
    }[guard]


def refusal(kind: StepKind, to_state: CaseState, role: Role, standing: Standing) -> str | None:
    """Return why a step is refused, or None when it may be taken.

    The answer is ``"step_illegal"``, ``"step_not_for_role"`` or ``"guard_<name>"``.
    """
    rule = find_rule(kind, standing.state, to_state, role)
    if rule is None:
        known = any(
            r.kind is kind and r.from_state is standing.state and r.to_state is to_state
            for r in step_rules()
        )
        return "step_not_for_role" if known else "step_illegal"
    for guard in rule.guards:
        if not holds(guard, standing, to_state):
            return f"guard_{guard.value}"
    return None


def is_just_registered(registered_at: datetime, now: datetime) -> bool:
    """Tell whether a case may still be taken back, by full seconds as the database counts them."""
    span = now.replace(microsecond=0) - registered_at.replace(microsecond=0)
    return span.total_seconds() <= TAKE_BACK_SECONDS


def assignment_step(state: CaseState, return_count: int) -> StepKind:
    """Return by which step a case that stands so is given to a unit, if it may be."""
    if state is CaseState.WAITING_ASSIGNMENT:
        return StepKind.ASSIGN
    if state is CaseState.RETURNED and return_count >= MAX_RETURNS:
        return StepKind.FORCE_ASSIGN
    return StepKind.REASSIGN


def possible(role: Role, standing: Standing) -> tuple[StepKind, ...]:
    """Return the kinds of step that this role may take on a case that stands so."""
    kinds: dict[StepKind, None] = {}
    for rule in step_rules():
        mine = rule.role is role and rule.from_state is standing.state
        if mine and all(holds(guard, standing, rule.to_state) for guard in rule.guards):
            kinds[rule.kind] = None
    return tuple(kinds)


def why_not(kind: StepKind, role: Role, standing: Standing) -> str | None:
    """Return why a kind of step is refused wherever it leads, or None when it may be taken."""
    targets = dict.fromkeys(
        rule.to_state
        for rule in step_rules()
        if rule.kind is kind and rule.from_state is standing.state
    )
    reasons = [refusal(kind, target, role, standing) for target in targets]
    if not reasons:
        return "step_illegal"
    return None if None in reasons else reasons[0]

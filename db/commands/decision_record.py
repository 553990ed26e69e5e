"""A decision inside one command: how it is read, moved on and traced (domain.md §4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from db.case_record import CaseRecord
from db.commands.door import Command, Result
from db.errors import NotFound
from db.model.meeting import decision, decision_progress
from db.rules.agenda import DecisionMove, DecisionState, state_after
from db.rules.permissions import Permission
from db.rules.steps import StepKind, find_rule
from db.rules.terms import UNIT_ROLES
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class OnDecision(Command):
    """A command on one decision as the person saw it; ``version=None`` takes it as it is."""

    permission: ClassVar = Permission.MEETING_HOLD
    decision_id: int
    version: int | None = None


def decision_of(work: Work, command: OnDecision) -> dict[str, Any]:
    """Return the decision of a command.

    :raises NotFound: no such decision in this street, or none that the actor's unit has a part in.
    :raises Conflict: it moved on.
    """
    row = work.row(decision, command.decision_id, command.version)
    takes_part = work.actor.unit_id in (row["lead_id"], *row["assist_ids"])
    if work.actor.role in UNIT_ROLES and not takes_part:
        raise NotFound("decision_unknown", id=command.decision_id)
    return row


def move(
    work: Work,
    row: Mapping[str, Any],
    to: DecisionMove,
    told: str,
    meeting_id: int | None = None,
    /,
    **values: Any,
) -> Result:
    """Move a decision on, leave a trace and return the answer of its command."""
    state = state_after(to, DecisionState(row["state"]))
    work.update(decision, row, state=state.value, **values)
    trace(work, row["id"], to, told, meeting_id)
    work.changed("decision", row["id"], values.get("lead_id", row["lead_id"]))
    return {
        "decision_id": row["id"],
        "code": row["code"],
        "version": row["version"] + 1,
        "state": state.value,
    }


def hand_to_supervision(work: Work, row: Mapping[str, Any], note: str = "") -> Result:
    """Turn a decision into a matter of supervision; for the command that issues its notice."""
    return move(work, row, DecisionMove.SUPERVISED, note)


def trace(
    work: Work, decision_id: int, kind: DecisionMove, text: str, meeting_id: int | None
) -> None:
    """Write down what happened to a decision."""
    work.insert(
        decision_progress,
        decision_id=decision_id,
        at=work.now,
        actor_id=work.actor.account_id,
        kind=kind.value,
        text=text,
        meeting_id=meeting_id,
    )


def note_on_case(
    work: Work, row: Mapping[str, Any], text: str, version: int | None = None
) -> CaseRecord | None:
    """Leave a trace on the case too, unless it lies in the archive by now; return the case."""
    if row["case_id"] is None:
        return None
    case = work.case(row["case_id"], version)
    if find_rule(StepKind.DECIDE, case.state, case.state, work.actor.role):
        case.take(StepKind.DECIDE, note=text, reason=row["code"])
    return case

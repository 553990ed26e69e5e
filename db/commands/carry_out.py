"""What a decision does to its case in the same transaction: 改派, 延期, 督办 (domain.md §4.4).

The functions that act are those of the ordinary commands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select, update

from db.audit import plain
from db.case_record import CaseRecord
from db.commands.exceptions import grant, open_request, write_request
from db.commands.flow import AssignCase, assign
from db.commands.notices import DraftNotice, NoticeTexts, draft
from db.errors import RuleError
from db.model.case import case_unit, extension_request
from db.model.meeting import decision
from db.queries.standing_notices import standing_level, unfinished_notice
from db.rules.agenda import DecisionKind
from db.rules.decided import (
    DecidedCase,
    EffectKind,
    is_done,
    plan_extension,
    plan_reassignment,
    plan_supervision,
)
from db.rules.terms import UnitPart
from db.work import Work

CODE = "{code}"
"""Where the texts of a notice want the number of the decision, which is not known before."""

TRIGGER = "agreed_at_meeting"
"""Why a notice is drafted, beside the triggers of the supervision rules."""


def carry_out(
    work: Work, case: CaseRecord, agreed: Mapping[str, Any], texts: NoticeTexts | None
) -> list[dict[str, Any]]:
    """Do to the case what was agreed, unless this decision did so before; return what was done.

    :raises RecordError: a rule or a right forbids it; then nothing at all is agreed.
    """
    kind = DecisionKind(agreed["kind"])
    if is_done(kind, agreed):
        return []
    assisting = work.connection.execute(
        select(case_unit.c.unit_id).where(
            case_unit.c.case_id == case.id, case_unit.c.part == UnitPart.ASSIST.value
        )
    ).scalars()
    seen = DecidedCase.of(case.row, assisting, work.actor.role)
    if kind is DecisionKind.REASSIGN:
        done = _reassign(work, case, seen, agreed)
    elif kind is DecisionKind.EXTEND:
        done = _extend(work, case, seen, agreed)
    else:
        done = _supervise(work, case, seen, agreed, texts or NoticeTexts())
    kept: dict[str, Any] = plain({**done, "at": work.now})
    return [kept]


def keep_effects(work: Work, decision_id: int, effects: list[dict[str, Any]]) -> None:
    """Keep with a new decision what it did."""
    if not effects:
        return
    work.connection.execute(
        update(decision).where(decision.c.id == decision_id).values(effects=effects)
    )
    work.record("decision", decision_id, {"effects": ([], effects)})


def _reassign(
    work: Work, case: CaseRecord, seen: DecidedCase, agreed: Mapping[str, Any]
) -> dict[str, Any]:
    lead_id, assist_ids = agreed["lead_id"], tuple(agreed["assist_ids"])
    step = plan_reassignment(seen, lead_id, assist_ids)
    assign(
        work,
        case,
        AssignCase(
            case_id=case.id, lead_id=lead_id, assist_ids=assist_ids, note=str(agreed["code"])
        ),
    )
    return {
        "kind": EffectKind.REASSIGNED,
        "step": step,
        "unit_id": lead_id,
        "assist_ids": assist_ids,
        "sign_due_at": case["sign_due_at"],
    }


def _extend(
    work: Work, case: CaseRecord, seen: DecidedCase, agreed: Mapping[str, Any]
) -> dict[str, Any]:
    """Put the deadline off; an open request is answered by it, else the meeting writes one."""
    days = plan_extension(seen, agreed["due_at"], work.now, work.office.clock)
    old_due, code = case.moment("due_at"), str(agreed["code"])
    request = open_request(work, case.id)
    if request is None:
        unit_id = case["lead_id"] or case["holder_id"]
        id_ = write_request(work, case, unit_id, days, str(agreed["text"]), "")
        request = work.row(extension_request, id_)
    return {
        "kind": EffectKind.EXTENDED,
        "days": days,
        "old_due_at": old_due,
        "new_due_at": grant(work, case, request, days, code),
    }


def _supervise(
    work: Work,
    case: CaseRecord,
    seen: DecidedCase,
    agreed: Mapping[str, Any],
    texts: NoticeTexts,
) -> dict[str, Any]:
    street_id = work.actor.street_id
    level = plan_supervision(seen, standing_level(work.connection, street_id, case.id))
    if unfinished_notice(work.connection, street_id, case.id, None) is not None:
        raise RuleError("decision_drafted_before", number=case.number)
    basis = None if texts.basis is None else texts.basis.replace(CODE, str(agreed["code"]))
    drafted = draft(
        work,
        DraftNotice(
            case_id=case.id,
            decision_id=agreed["id"],
            level=level,
            trigger=TRIGGER,
            unit_id=agreed["lead_id"],
            texts=replace(texts, basis=basis),
            finish_by=agreed["due_at"],
        ),
    )
    return {
        "kind": EffectKind.DRAFTED,
        "unit_id": agreed["lead_id"],
        "level": level,
        "notice_id": drafted["notice_id"],
    }

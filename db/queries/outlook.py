"""What a decision would do to its case if it were agreed now, or why the rules forbid it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.errors import NotFound, RecordError, RuleError
from db.model.case import case_unit, cases, extension_request
from db.queries.door import Reader
from db.queries.notice_draft import NoticeDraft, draft_facts
from db.queries.scope import visible
from db.queries.standing_notices import standing_level, unfinished_notice
from db.rules.agenda import DecisionKind
from db.rules.decided import (
    DecidedCase,
    plan_extension,
    plan_reassignment,
    plan_supervision,
)
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.terms import ExtensionState, SupervisionLevel, UnitPart

Row = Mapping[str, Any]
"""The columns of a case."""


@dataclass(frozen=True)
class Outlook:
    """What will happen; which facts are there depends on the kind of the decision.

    ``due_at`` is the deadline that the case has now; ``asked_days`` is what the unit asked for
    in the request that would be answered.
    """

    kind: DecisionKind
    refusal: RecordError | None = None
    step: StepKind | None = None
    sign_due_at: datetime | None = None
    due_at: datetime | None = None
    new_due_at: datetime | None = None
    days: int = 0
    asked_days: int = 0
    level: SupervisionLevel = SupervisionLevel.NONE
    draft: NoticeDraft | None = None


def outlook(
    reader: Reader,
    case_id: int,
    kind: DecisionKind,
    lead_id: int,
    assist_ids: tuple[int, ...],
    due_at: datetime,
) -> Outlook:
    """Return what 改派, 延期 or 督办 would do; every refusal is told, none is raised.

    :raises NotAllowed: the reader holds no meetings.
    :raises NotFound: the reader sees no such case.
    """
    reader.demand(Permission.MEETING_HOLD)
    read = reader.connection.execute(select(cases).where(visible(reader), cases.c.id == case_id))
    found = read.mappings().one_or_none()
    if found is None:
        raise NotFound("case_unknown", id=case_id)
    row = dict(found)
    case = DecidedCase.of(row, _assisting(reader, case_id), reader.actor.role)
    try:
        if kind is DecisionKind.REASSIGN:
            return _of_reassignment(reader, case, row, lead_id, assist_ids)
        if kind is DecisionKind.EXTEND:
            return _of_extension(reader, case, row, due_at)
        if kind is DecisionKind.SUPERVISE:
            return _of_supervision(reader, case, row, lead_id)
    except RecordError as refused:
        return Outlook(kind, refusal=refused, due_at=case.due_at)
    return Outlook(kind, due_at=case.due_at)


def _of_reassignment(
    reader: Reader,
    case: DecidedCase,
    row: Row,
    lead_id: int,
    assist_ids: tuple[int, ...],
) -> Outlook:
    step = plan_reassignment(case, lead_id, assist_ids)
    sign_due = reader.office.sign_due(case.urgency, reader.now)
    due = case.due_at or reader.office.handle_due(
        case.urgency, reader.now, row["limit_hours"] or 24
    )
    return Outlook(DecisionKind.REASSIGN, step=step, sign_due_at=sign_due, due_at=due)


def _of_extension(reader: Reader, case: DecidedCase, row: Row, until: datetime) -> Outlook:
    days = plan_extension(case, until, reader.now, reader.office.clock)
    asked = reader.connection.execute(
        select(extension_request.c.days).where(
            extension_request.c.case_id == row["id"],
            extension_request.c.state == ExtensionState.APPLIED.value,
        )
    ).scalar()
    assert case.due_at is not None  # what has no deadline is not put off
    return Outlook(
        DecisionKind.EXTEND,
        due_at=case.due_at,
        new_due_at=reader.office.extended_due(case.urgency, case.due_at, days),
        days=days,
        asked_days=asked or 0,
    )


def _of_supervision(reader: Reader, case: DecidedCase, row: Row, lead_id: int) -> Outlook:
    street_id = reader.actor.street_id
    level = plan_supervision(case, standing_level(reader.connection, street_id, row["id"]))
    if unfinished_notice(reader.connection, street_id, row["id"], None) is not None:
        raise RuleError("decision_drafted_before", number=case.number)
    draft = draft_facts(reader, row["id"], level, unit_id=lead_id)
    return Outlook(DecisionKind.SUPERVISE, due_at=case.due_at, level=level, draft=draft)


def _assisting(reader: Reader, case_id: int) -> list[Any]:
    found = reader.connection.execute(
        select(case_unit.c.unit_id).where(
            case_unit.c.case_id == case_id, case_unit.c.part == UnitPart.ASSIST.value
        )
    )
    return list(found.scalars())

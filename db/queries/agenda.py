"""The agenda of a review meeting, row by row, with what the console shows of each case."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, tuple_

from db.model.attachment import attachment
from db.model.case import case_step, case_unit, cases
from db.model.item import item
from db.model.meeting import agenda_case, decision
from db.model.organisation import unit
from db.model.supervision import reminder
from db.queries.decisions import DecisionRow, decision_rows
from db.queries.door import Reader
from db.queries.scope import visible
from db.rules.agenda import AgendaReason, AgendaState, DecisionState, Section
from db.rules.lights import light
from db.rules.masking import mask_address, mask_name, mask_phone, mask_text
from db.rules.steps import StepKind
from db.rules.terms import CaseState, Light, Source, UnitPart, Urgency

_FROZEN_TIMES = ("due_at", "original_due_at", "assigned_at", "suspended_at", "closed_at")
FROZEN = (
    *_FROZEN_TIMES,
    *("state", "urgency", "lead_id", "lead_name", "return_count", "rework_count"),
    *("extension_count", "extended_days", "supervision_level", "reminder_count"),
    *("attachment_count", "last_step_at", "last_step_text"),
)
"""What is kept of a case when a meeting opens (数据截至)."""

_PLACE = ("id", "number", "title", "address", "reporter_name", "reporter_phone", "source")
_TIMES = ("registered_at", "assigned_at", "due_at", "original_due_at", "suspended_at", "closed_at")
_COUNTED = ("return_count", "rework_count", "extension_count", "extended_days")
_STANDING = ("lead_id", "state", "version", "urgency", "supervision_level")
_CASE_COLUMNS = (*_PLACE, *_TIMES, *_COUNTED, *_STANDING)
_TELLING = (StepKind.NOTE, StepKind.REPORT, StepKind.SEND_BACK, StepKind.RETURN, StepKind.SUSPEND)
"""Steps whose words tell how a case stands today."""


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """What the console shows of a case; frozen when the meeting opened.

    ``version`` and ``state_now`` are always the present ones.
    """

    case_id: int
    number: str
    title: str
    address: str
    reporter_name: str
    reporter_phone: str
    source: Source
    registered_at: datetime
    item_name: str
    community_name: str
    grid_name: str
    lead_id: int | None
    lead_name: str
    assist_names: tuple[str, ...]
    state: CaseState
    state_now: CaseState
    version: int
    urgency: Urgency
    started_at: datetime | None
    due_at: datetime | None
    original_due_at: datetime | None
    suspended_at: datetime | None
    light: Light
    was_late: bool
    overdue_workdays: int
    return_count: int
    rework_count: int
    extension_count: int
    extended_days: int
    supervision_level: int
    reminder_count: int
    attachment_count: int
    last_step_at: datetime | None
    last_step_text: str
    promise: DecisionRow | None
    """What an earlier meeting agreed on this case, with whether it was kept."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row of the agenda: a case, an earlier decision or a topic."""

    id: int
    section: Section
    position: int
    reasons: tuple[AgendaReason, ...]
    state: AgendaState
    discussion: str
    case: AgendaFacts | None
    decision: DecisionRow | None
    kept: bool | None
    """Whether the earlier decision was kept; as it stood when the meeting opened."""


def agenda_rows(
    reader: Reader, meeting_id: int, frozen_at: datetime | None, hides: bool, masked: bool
) -> tuple[AgendaRow, ...]:
    """Return the rows of an agenda that the reader may see.

    ``hides`` masks what tells who reported; ``masked`` also addresses and numbers in texts.
    """
    rows = (
        reader.connection.execute(
            select(agenda_case)
            .where(
                agenda_case.c.meeting_id == meeting_id,
                agenda_case.c.state != AgendaState.REMOVED.value,
            )
            .order_by(agenda_case.c.position, agenda_case.c.id)
        )
        .mappings()
        .all()
    )
    case_ids = {row["case_id"] for row in rows if row["case_id"]}
    seen = case_facts(reader.connection, and_(visible(reader), cases.c.id.in_(case_ids)))
    as_of = frozen_at or reader.now
    promises = _promises(reader, meeting_id, seen)
    asked = {row["decision_id"] for row in rows if row["decision_id"]} | set(promises.values())
    known = decision_rows(reader, asked)
    agenda = []
    for row in rows:
        facts = seen.get(row["case_id"])
        earlier = known.get(row["decision_id"])
        if (row["decision_id"] and earlier is None) or (
            row["case_id"] and not row["decision_id"] and facts is None
        ):
            continue
        promise = known.get(promises.get(row["case_id"], 0))
        brief = None
        was_kept = row["facts"].get("kept")
        if earlier is not None:
            earlier = masked_decision(earlier, masked)
            was_kept = was_kept if frozen_at else earlier.kept
        if facts is not None:
            thawed = _thawed(facts, row["facts"])
            promise = promise and masked_decision(promise, masked)
            brief = _facts(reader, thawed, as_of, hides, promise)
            brief = _without_place(brief) if masked else brief
        agenda.append(
            AgendaRow(
                id=row["id"],
                section=Section(row["section"]),
                position=row["position"],
                reasons=tuple(AgendaReason(code) for code in row["reason"].split(",") if code),
                state=AgendaState(row["state"]),
                discussion=mask_text(row["discussion"]) if masked else row["discussion"],
                case=brief,
                decision=earlier,
                kept=was_kept,
            )
        )
    return tuple(agenda)


def case_facts(connection: Connection, where: ColumnElement[bool]) -> dict[int, dict[str, Any]]:
    """Return the facts of cases as they stand now, by id; six statements for any number."""
    lead, community, grid = unit.alias("lead"), unit.alias("community"), unit.alias("grid")
    found = connection.execute(
        select(
            *(cases.c[name] for name in _CASE_COLUMNS),
            item.c.name.label("item_name"),
            lead.c.name.label("lead_name"),
            community.c.name.label("community_name"),
            grid.c.name.label("grid_name"),
        )
        .outerjoin(item, item.c.id == cases.c.item_id)
        .outerjoin(lead, lead.c.id == cases.c.lead_id)
        .outerjoin(community, community.c.id == cases.c.community_id)
        .outerjoin(grid, grid.c.id == cases.c.grid_id)
        .where(where)
    ).mappings()
    facts = {row["id"]: dict(row) for row in found}
    ids = list(facts)
    assists: dict[int, list[str]] = {}
    for row in connection.execute(
        select(case_unit.c.case_id, unit.c.name)
        .join(unit, unit.c.id == case_unit.c.unit_id)
        .where(case_unit.c.case_id.in_(ids), case_unit.c.part == UnitPart.ASSIST.value)
        .order_by(case_unit.c.unit_id)
    ):
        assists.setdefault(row.case_id, []).append(row.name)
    reminders = _counts(connection, reminder.c.case_id, ids)
    files = _counts(connection, attachment.c.case_id, ids)
    words = _last_words(connection, ids)
    for id_, fact in facts.items():
        fact["assist_names"] = assists.get(id_, [])
        fact["reminder_count"] = reminders.get(id_, 0)
        fact["attachment_count"] = files.get(id_, 0)
        fact["last_step_at"], fact["last_step_text"] = words.get(id_, (None, ""))
    return facts


def masked_decision(row: DecisionRow, masked: bool) -> DecisionRow:
    """Return a decision with the numbers in its texts masked, if so asked."""
    if not masked:
        return row
    return replace(
        row,
        text=mask_text(row.text),
        case_title=mask_text(row.case_title),
        last_progress=mask_text(row.last_progress),
        cancel_reason=mask_text(row.cancel_reason),
    )


def _counts(connection: Connection, column: Any, ids: Collection[int]) -> dict[int, int]:
    query = select(column, func.count()).where(column.in_(ids)).group_by(column)
    return {row[0]: row[1] for row in connection.execute(query)}


def _last_words(connection: Connection, ids: Collection[int]) -> dict[int, tuple[datetime, str]]:
    newest = (
        select(case_step.c.case_id, func.max(case_step.c.version))
        .where(
            case_step.c.case_id.in_(ids), case_step.c.kind.in_([kind.value for kind in _TELLING])
        )
        .group_by(case_step.c.case_id)
    )
    found = connection.execute(
        select(case_step.c.case_id, case_step.c.at, case_step.c.note, case_step.c.reason).where(
            tuple_(case_step.c.case_id, case_step.c.version).in_(newest)
        )
    )
    return {row.case_id: (row.at, row.note or row.reason) for row in found}


def _promises(reader: Reader, meeting_id: int, ids: Collection[int]) -> dict[int, int]:
    """Return the last decision that an earlier meeting took on each case."""
    found = reader.connection.execute(
        select(decision.c.case_id, func.max(decision.c.id))
        .where(
            decision.c.case_id.in_(ids),
            decision.c.meeting_id < meeting_id,
            decision.c.state != DecisionState.WITHDRAWN.value,
        )
        .group_by(decision.c.case_id)
    )
    return {row[0]: row[1] for row in found}


def _thawed(facts: dict[str, Any], frozen: Mapping[str, Any]) -> dict[str, Any]:
    """Lay what was frozen over what is, keeping the present state and version."""
    merged = {**facts, "state_now": facts["state"]}
    for name in FROZEN:
        if name in frozen:
            value = frozen[name]
            is_time = name in (*_FROZEN_TIMES, "last_step_at")
            merged[name] = datetime.fromisoformat(value) if is_time and value else value
    return merged


def _facts(
    reader: Reader,
    fact: Mapping[str, Any],
    as_of: datetime,
    hides: bool,
    promise: DecisionRow | None,
) -> AgendaFacts:
    office, urgency, due = reader.office, Urgency(fact["urgency"]), fact["due_at"]
    reading = light(
        due,
        as_of,
        start=fact["assigned_at"] or fact["registered_at"],
        urgency=urgency,
        calendar=office.calendar,
        suspended_at=fact["suspended_at"],
        closed_at=fact["closed_at"],
        limits=office.limits,
    )
    is_red = reading.light is Light.RED
    name, phone = fact["reporter_name"], fact["reporter_phone"]
    return AgendaFacts(
        case_id=fact["id"],
        number=fact["number"],
        title=mask_text(fact["title"]) if hides else fact["title"],
        address=fact["address"],
        reporter_name=mask_name(name) if hides else name,
        reporter_phone=mask_phone(phone) if hides else phone,
        source=Source(fact["source"]),
        registered_at=fact["registered_at"],
        item_name=fact["item_name"] or "",
        community_name=fact["community_name"] or "",
        grid_name=fact["grid_name"] or "",
        lead_id=fact["lead_id"],
        lead_name=fact["lead_name"] or "",
        assist_names=tuple(fact["assist_names"]),
        state=CaseState(fact["state"]),
        state_now=CaseState(fact["state_now"]),
        version=fact["version"],
        urgency=urgency,
        started_at=fact["assigned_at"],
        due_at=due,
        original_due_at=fact["original_due_at"],
        suspended_at=fact["suspended_at"],
        light=reading.light,
        was_late=reading.was_late,
        overdue_workdays=office.clock.overdue_workdays(due, as_of) if is_red else 0,
        return_count=fact["return_count"],
        rework_count=fact["rework_count"],
        extension_count=fact["extension_count"],
        extended_days=fact["extended_days"],
        supervision_level=fact["supervision_level"],
        reminder_count=fact["reminder_count"],
        attachment_count=fact["attachment_count"],
        last_step_at=fact["last_step_at"],
        last_step_text=mask_text(fact["last_step_text"]) if hides else fact["last_step_text"],
        promise=promise,
    )


def _without_place(brief: AgendaFacts) -> AgendaFacts:
    return replace(brief, address=mask_address(brief.address))

"""What a supervision notice tells of its case, its agreed item and its unit (form A)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from db.errors import NotFound
from db.model.case import case_unit, cases
from db.model.item import item
from db.model.meeting import decision
from db.model.organisation import unit
from db.queries.door import Reader
from db.queries.scope import visible
from db.rules.masking import mask_text
from db.rules.terms import SupervisionLevel, UnitPart, Urgency


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """The supervised unit as it stands on the paper."""

    id: int
    name: str
    head_name: str
    phone: str
    department: str


@dataclass(frozen=True, slots=True)
class CaseOfNotice:
    """What a notice tells of its case."""

    id: int
    version: int
    number: str
    title: str
    content: str
    source: str
    item_code: str
    item_name: str
    community_name: str
    address: str
    people_count: int | None
    urgency: Urgency
    supervision_level: SupervisionLevel
    registered_at: datetime
    assigned_at: datetime | None
    sign_due_at: datetime | None
    signed_at: datetime | None
    original_due_at: datetime | None
    due_at: datetime | None
    extension_count: int
    extended_days: int
    return_count: int
    rework_count: int
    verification: str
    instruction: str
    lead_name: str
    assist_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreedItemOfNotice:
    """What a notice tells of the item that a meeting agreed on."""

    id: int
    code: str
    text: str
    due_at: datetime
    missed_meetings: int
    lead_id: int


def case_of_notice(reader: Reader, case_id: int, *, is_known: bool = False) -> CaseOfNotice:
    """Return the facts of a case; ``is_known`` when a notice that is seen names it.

    :raises NotFound: ``case_unknown``.
    """
    community = unit.alias("community")
    lead = unit.alias("lead")
    c = cases.c
    row = (
        reader.connection.execute(
            select(
                c.id,
                c.version,
                c.number,
                c.title,
                c.content,
                c.source,
                c.address,
                c.people_count,
                c.urgency,
                c.supervision_level,
                c.registered_at,
                c.assigned_at,
                c.sign_due_at,
                c.signed_at,
                c.original_due_at,
                c.due_at,
                c.extension_count,
                c.extended_days,
                c.return_count,
                c.rework_count,
                c.verification,
                c.instruction,
                func.coalesce(item.c.code, "").label("item_code"),
                func.coalesce(item.c.name, "").label("item_name"),
                func.coalesce(community.c.name, "").label("community_name"),
                func.coalesce(lead.c.name, "").label("lead_name"),
            )
            .outerjoin(item, item.c.id == c.item_id)
            .outerjoin(community, community.c.id == c.community_id)
            .outerjoin(lead, lead.c.id == c.lead_id)
            .where(c.id == case_id, *([] if is_known else [visible(reader)]))
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise NotFound("case_unknown", id=case_id)
    assisting = reader.connection.execute(
        select(unit.c.name)
        .join(case_unit, case_unit.c.unit_id == unit.c.id)
        .where(case_unit.c.case_id == case_id, case_unit.c.part == UnitPart.ASSIST.value)
        .order_by(unit.c.id)
    ).scalars()
    values: Mapping[str, Any] = {
        **row,
        "content": mask_text(row["content"]),
        "verification": mask_text(row["verification"]),
        "urgency": Urgency(row["urgency"]),
        "supervision_level": SupervisionLevel(row["supervision_level"]),
        "assist_names": tuple(assisting),
    }
    return CaseOfNotice(**values)


def agreed_item_of_notice(reader: Reader, decision_id: int) -> AgreedItemOfNotice:
    """Return the facts of an agreed item.

    :raises NotFound: ``decision_unknown``.
    """
    d = decision.c
    row = reader.connection.execute(
        select(d.id, d.code, d.text, d.due_at, d.missed_meetings, d.lead_id).where(
            d.id == decision_id, d.street_id == reader.actor.street_id
        )
    ).one_or_none()
    if row is None:
        raise NotFound("decision_unknown", id=decision_id)
    return AgreedItemOfNotice(*row)


def unit_of_notice(reader: Reader, unit_id: int) -> UnitFacts:
    """Return a unit as it stands on the paper."""
    u = unit.c
    row = reader.connection.execute(
        select(u.id, u.name, u.head_name, u.phone, u.head_phone, u.department).where(
            u.id == unit_id
        )
    ).one()
    return UnitFacts(row.id, row.name, row.head_name, row.head_phone or row.phone, row.department)

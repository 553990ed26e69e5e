"""What a person did in practice: the commands given since its street was made, and their cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from db.errors import RuleError
from db.model.audit import audit
from db.model.case import cases
from db.model.item import item
from db.model.organisation import unit
from db.model.supervision import notice
from db.queries.door import Reader
from db.rules.notice_states import NoticeState
from db.rules.terms import CaseState, Urgency


@dataclass(frozen=True, slots=True)
class Deed:
    """A command that was carried out, and what it changed."""

    seq: int
    at: datetime
    account_id: int
    command: str
    kind: str
    object_id: int


@dataclass(frozen=True, slots=True)
class PracticeCase:
    """What tells whether a case was handled as the task asked."""

    id: int
    number: str
    title: str
    item_code: str
    item_name: str
    urgency: Urgency
    state: CaseState
    lead_code: str
    phone: str
    main_id: int | None


@dataclass(frozen=True, slots=True)
class Practised:
    """Everything since the practice street was made; notices by id with their state."""

    deeds: tuple[Deed, ...]
    cases: Mapping[int, PracticeCase]
    notices: Mapping[int, NoticeState]


def last_deed(reader: Reader) -> int:
    """Return the number of the newest entry: whatever follows is the person's own."""
    found = reader.connection.execute(
        select(audit.c.seq)
        .where(audit.c.street_id == reader.actor.street_id)
        .order_by(audit.c.seq.desc())
        .limit(1)
    ).scalar()
    return int(found or 0)


def practised(reader: Reader, since: int) -> Practised:
    """Return what was done after an entry.

    :raises RuleError: ``practice_only``; phones in clear are shown of invented people only.
    """
    if not reader.database.is_practice:
        raise RuleError("practice_only")
    rows = reader.connection.execute(
        select(
            audit.c.seq,
            audit.c.at,
            audit.c.actor_id,
            audit.c.command,
            audit.c.object_kind,
            audit.c.object_id,
        )
        .where(audit.c.street_id == reader.actor.street_id, audit.c.seq > since)
        .order_by(audit.c.seq)
    )
    deeds = tuple(Deed(*row) for row in rows)
    touched = {deed.object_id for deed in deeds if deed.kind == "case"}
    found = reader.connection.execute(_CASES.where(cases.c.id.in_(touched)))
    notices = reader.connection.execute(
        select(notice.c.id, notice.c.state).where(
            notice.c.id.in_({deed.object_id for deed in deeds if deed.kind == "notice"})
        )
    )
    return Practised(
        deeds,
        {row.id: _case(row) for row in found},
        {row.id: NoticeState(row.state) for row in notices},
    )


_CASES: Select[Any] = (
    select(
        cases.c.id,
        cases.c.number,
        cases.c.title,
        item.c.code.label("item_code"),
        item.c.name.label("item_name"),
        cases.c.urgency,
        cases.c.state,
        unit.c.code.label("lead_code"),
        cases.c.reporter_phone,
        cases.c.duplicate_of,
    )
    .outerjoin(item, item.c.id == cases.c.item_id)
    .outerjoin(unit, unit.c.id == cases.c.lead_id)
)


def _case(row: Row[Any]) -> PracticeCase:
    return PracticeCase(
        row.id,
        row.number,
        row.title,
        row.item_code or "",
        row.item_name or "",
        Urgency(row.urgency),
        CaseState(row.state),
        row.lead_code or "",
        row.reporter_phone,
        row.duplicate_of,
    )

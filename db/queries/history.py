"""Who did what: the audit, for those who may read it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.model.account import account, person
from db.model.audit import audit
from db.queries.door import Reader
from db.rules.permissions import Permission


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One command in the audit; ``diff`` lists the objects with (before, after) of each column."""

    seq: int
    at: datetime
    actor_id: int | None
    actor: str
    role: str
    command: str
    object_kind: str
    object_id: int | None
    client: str
    diff: Any
    hash: str


def audit_entries(
    reader: Reader,
    *,
    before: int | None = None,
    limit: int = 200,
    command: str = "",
    actor_id: int | None = None,
    object_kind: str = "",
    object_id: int | None = None,
) -> tuple[AuditEntry, ...]:
    """Return the newest entries of the street's audit, or those before a number.

    :raises NotAllowed: ``permission_missing``.
    """
    reader.demand(Permission.AUDIT_SEE)
    query = (
        select(audit, person.c.name)
        .outerjoin(account, account.c.id == audit.c.actor_id)
        .outerjoin(person, person.c.id == account.c.person_id)
        .where(audit.c.street_id == reader.actor.street_id)
        .order_by(audit.c.seq.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(audit.c.seq < before)
    for column, value in (
        (audit.c.command, command or None),
        (audit.c.actor_id, actor_id),
        (audit.c.object_kind, object_kind or None),
        (audit.c.object_id, object_id),
    ):
        if value is not None:
            query = query.where(column == value)
    return tuple(
        AuditEntry(
            row.seq,
            row.at,
            row.actor_id,
            row.name or "",
            row.role,
            row.command,
            row.object_kind,
            row.object_id,
            row.client,
            json.loads(row.diff),
            row.hash,
        )
        for row in reader.connection.execute(query)
    )

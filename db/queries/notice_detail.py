"""One supervision notice in full, with its life and what the reader may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.errors import NotFound
from db.model.account import account, person
from db.model.supervision import notice, notice_step
from db.queries.door import Reader
from db.queries.notice_facts import (
    AgreedItemOfNotice,
    CaseOfNotice,
    UnitFacts,
    agreed_item_of_notice,
    case_of_notice,
    unit_of_notice,
)
from db.queries.notices import names_of, seen_notices
from db.rules.notice_states import (
    NoticeAction,
    NoticeState,
    possible_actions,
)
from db.rules.supervision import notice_due
from db.rules.terms import SupervisionLevel, Urgency

_AS_STORED = (
    "id",
    "version",
    "trigger",
    "subject",
    "background",
    "handling",
    "problem",
    "basis",
    "consequence",
    "means",
    "overdue_days",
    "reminder_count",
    "contact_name",
    "contact_phone",
    "wording",
    "drafted_at",
    "checked_at",
    "issued_at",
    "printed_at",
    "delivered_at",
    "received_by",
    "replied_at",
    "reply_outcome",
    "reply_text",
    "reply_signer",
    "strike_off_asked_at",
    "strike_off_evidence",
    "check_opinion",
    "struck_off_at",
    "withdrawn_reason",
)
"""Columns that the detail tells as they are."""


@dataclass(frozen=True, slots=True)
class NoticeStepRow:
    """One action in the life of a notice."""

    id: int
    kind: NoticeAction
    from_state: NoticeState | None
    to_state: NoticeState
    actor_name: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class NoticeDetail:
    """Everything about one notice.

    Until it is issued ``finish_by`` and ``report_by`` are what they would be if it were issued
    now, unless they were set; ``is_limit_proposed`` tells so. ``actions`` is what the
    reader may do.
    """

    id: int
    version: int
    state: NoticeState
    level: SupervisionLevel
    trigger: str
    number: str
    unit: UnitFacts
    case: CaseOfNotice | None
    agreed: AgreedItemOfNotice | None
    subject: str
    background: str
    handling: str
    problem: str
    basis: str
    demands: tuple[str, ...]
    consequence: str
    copy_to: tuple[str, ...]
    means: str
    urgency: Urgency
    finish_by: datetime
    report_by: datetime
    is_limit_proposed: bool
    overdue_days: int
    reminder_count: int
    contact_name: str
    contact_phone: str
    wording: int | None
    drafter: str
    drafted_at: datetime
    checker: str
    checked_at: datetime | None
    issuer: str
    issued_at: datetime | None
    printed_at: datetime | None
    delivered_at: datetime | None
    received_by: str
    replied_at: datetime | None
    reply_outcome: str
    reply_text: str
    reply_signer: str
    strike_off_asked_at: datetime | None
    strike_off_evidence: str
    check_opinion: str
    struck_off_by: str
    struck_off_at: datetime | None
    in_time: bool | None
    withdrawn_reason: str
    points: float
    steps: tuple[NoticeStepRow, ...]
    actions: tuple[NoticeAction, ...]


def notice_detail(reader: Reader, notice_id: int) -> NoticeDetail:
    """Return one notice.

    :raises NotFound: there is none, or the reader may not see it.
    """
    row = (
        reader.connection.execute(
            select(notice).where(seen_notices(reader), notice.c.id == notice_id)
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise NotFound("notice_unknown", id=notice_id)
    people = ("drafted_by", "checked_by", "issued_by", "struck_off_by")
    names = names_of(reader, (row[column] for column in people))
    proposed = notice_due(reader.now, reader.office.calendar, reader.office.supervision)
    finish_by = row["finish_by"] or proposed
    state, level = NoticeState(row["state"]), SupervisionLevel(row["level"])
    told = {name: row[name] for name in _AS_STORED}
    return NoticeDetail(
        **told,
        state=state,
        level=level,
        number=row["number"] or "",
        unit=unit_of_notice(reader, row["unit_id"]),
        case=None
        if row["case_id"] is None
        else case_of_notice(reader, row["case_id"], is_known=True),
        agreed=None
        if row["decision_id"] is None
        else agreed_item_of_notice(reader, row["decision_id"]),
        demands=tuple(row["demands"]),
        copy_to=tuple(line for line in row["copy_to"].splitlines() if line),
        urgency=Urgency(row["urgency"]),
        finish_by=finish_by,
        report_by=row["report_by"] or finish_by,
        is_limit_proposed=row["finish_by"] is None,
        drafter=names.get(row["drafted_by"], ""),
        checker=names.get(row["checked_by"], ""),
        issuer=names.get(row["issued_by"], ""),
        struck_off_by=names.get(row["struck_off_by"], ""),
        in_time=row["struck_off_in_time"],
        points=float(row["points"]),
        steps=notice_steps(reader, notice_id),
        actions=possible_actions(
            state,
            level,
            reader.actor.role,
            is_own_unit=row["unit_id"] == reader.actor.unit_id,
        ),
    )


def notice_id_of(reader: Reader, number: str) -> int:
    """Return the id of a notice by its number.

    :raises NotFound: the reader sees none of this number.
    """
    found = reader.connection.execute(
        select(notice.c.id).where(seen_notices(reader), notice.c.number == number.strip())
    ).scalar()
    if found is None:
        raise NotFound("notice_unknown", number=number)
    return int(found)


def notice_steps(reader: Reader, notice_id: int) -> tuple[NoticeStepRow, ...]:
    """Return the life of a notice that the reader may see, the oldest action first."""
    rows = reader.connection.execute(
        select(
            notice_step.c.id,
            notice_step.c.kind,
            notice_step.c.from_state,
            notice_step.c.to_state,
            notice_step.c.at,
            notice_step.c.note,
            person.c.name,
        )
        .join(notice, notice.c.id == notice_step.c.notice_id)
        .join(account, account.c.id == notice_step.c.actor_id)
        .join(person, person.c.id == account.c.person_id)
        .where(seen_notices(reader), notice_step.c.notice_id == notice_id)
        .order_by(notice_step.c.id)
    )
    return tuple(
        NoticeStepRow(
            row.id,
            NoticeAction(row.kind),
            NoticeState(row.from_state) if row.from_state else None,
            NoticeState(row.to_state),
            row.name,
            row.at,
            row.note,
        )
        for row in rows
    )

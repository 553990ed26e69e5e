"""The facts from which a supervision notice is drafted; the desktop writes the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import and_, func, select

from db.model.case import case_step, cases
from db.model.meeting import decision
from db.model.organisation import unit
from db.model.supervision import notice, reminder
from db.queries.door import Reader
from db.queries.notice_facts import (
    AgreedItemOfNotice,
    CaseOfNotice,
    UnitFacts,
    agreed_item_of_notice,
    case_of_notice,
    unit_of_notice,
)
from db.queries.wordings import BUILT_IN, wording_number
from db.rules.masking import mask_text
from db.rules.notice_states import (
    STANDING_STATES,
)
from db.rules.permissions import Permission
from db.rules.setting_fields import NOTICE_TEXTS
from db.rules.steps import StepKind
from db.rules.supervision import notice_due
from db.rules.terms import SupervisionLevel, UnitKind

_TELLING = (
    StepKind.NOTE,
    StepKind.REPORT,
    StepKind.REPORT_OVERRIDE,
    StepKind.SEND_BACK,
    StepKind.RETURN,
    StepKind.GRANT_EXTENSION,
    StepKind.REMIND,
)
"""Steps that tell what was done before a notice."""


@dataclass(frozen=True, slots=True)
class ProgressFact:
    """Something that happened in the case before; private numbers in the text are masked."""

    at: datetime
    kind: StepKind
    unit_name: str
    text: str


@dataclass(frozen=True, slots=True)
class StandingNotice:
    """A notice on the same case that was issued before and is not struck off."""

    number: str
    level: SupervisionLevel
    issued_at: datetime
    finish_by: datetime


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """All facts of form A before it is written; the desktop makes the sentences from them."""

    level: SupervisionLevel
    case: CaseOfNotice | None
    agreed: AgreedItemOfNotice | None
    unit: UnitFacts | None
    overdue_days: int
    reminder_count: int
    progress: tuple[ProgressFact, ...]
    standing: tuple[StandingNotice, ...]
    finish_by: datetime
    report_by: datetime
    points: float
    contact_name: str
    contact_phone: str
    room_name: str = ""
    own_texts: Mapping[str, str] = field(default_factory=dict)
    """The office's own templates by code; for the others the built-in ones hold."""
    wording: int = BUILT_IN
    """The number of the version of the wording that these templates are."""


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """The command room as it stands on a paper."""

    name: str = ""
    phone: str = ""


def room_of(reader: Reader) -> RoomFacts:
    """Return the name and the telephone of the reader's command room."""
    row = reader.connection.execute(
        select(unit.c.name, unit.c.phone).where(
            unit.c.street_id == reader.actor.street_id, unit.c.kind == UnitKind.ROOM.value
        )
    ).one_or_none()
    return RoomFacts() if row is None else RoomFacts(row.name, row.phone)


def notice_draft(
    reader: Reader,
    case_id: int | None,
    level: SupervisionLevel = SupervisionLevel.ORDINARY,
    decision_id: int | None = None,
) -> NoticeDraft:
    """Return the facts for a notice about a case or an agreed item.

    :raises NotAllowed: the reader does not draft supervision.
    :raises NotFound: the reader sees no such case or agreed item.
    """
    reader.demand(Permission.SUPERVISION_DRAFT)
    return draft_facts(reader, case_id, level, decision_id)


def draft_facts(
    reader: Reader,
    case_id: int | None,
    level: SupervisionLevel,
    decision_id: int | None = None,
    unit_id: int | None = None,
) -> NoticeDraft:
    """Return the facts for a notice, for whoever may have one drafted.

    :param unit_id: the unit to be supervised, where it is not the lead of the case.
    """
    agreed = None if decision_id is None else agreed_item_of_notice(reader, decision_id)
    if case_id is None and decision_id is not None:
        case_id = reader.connection.execute(
            select(decision.c.case_id).where(decision.c.id == decision_id)
        ).scalar()
    case = None if case_id is None else case_of_notice(reader, case_id)
    if unit_id is None and case_id:
        unit_id = _lead_of(reader, case_id)
    if unit_id is None and agreed is not None:
        unit_id = agreed.lead_id
    finish_by = notice_due(reader.now, reader.office.calendar, reader.office.supervision)
    due = case.due_at if case else None
    room = room_of(reader)
    return NoticeDraft(
        level=level,
        case=case,
        agreed=agreed,
        unit=None if unit_id is None else unit_of_notice(reader, unit_id),
        overdue_days=reader.office.clock.overdue_workdays(due, reader.now) if due else 0,
        reminder_count=_reminder_count(reader, case_id),
        progress=_progress(reader, case_id),
        standing=_standing(reader, case_id, decision_id),
        finish_by=finish_by,
        report_by=finish_by,
        points=float(reader.office.supervision.points(level)),
        contact_name=reader.actor.name,
        contact_phone=reader.office.settings.get("contact_phone") or room.phone,
        room_name=room.name,
        own_texts=reader.office.settings.get(NOTICE_TEXTS, {}),
        wording=wording_number(reader.connection, reader.actor.street_id, reader.now),
    )


def _lead_of(reader: Reader, case_id: int) -> int | None:
    return reader.connection.execute(select(cases.c.lead_id).where(cases.c.id == case_id)).scalar()


def _reminder_count(reader: Reader, case_id: int | None) -> int:
    if case_id is None:
        return 0
    return int(
        reader.connection.execute(
            select(func.count()).select_from(reminder).where(reminder.c.case_id == case_id)
        ).scalar_one()
    )


def _progress(reader: Reader, case_id: int | None) -> tuple[ProgressFact, ...]:
    if case_id is None:
        return ()
    s = case_step.c
    rows = reader.connection.execute(
        select(s.at, s.kind, s.note, s.reason, unit.c.name)
        .join(unit, unit.c.id == s.unit_id)
        .where(s.case_id == case_id, s.kind.in_([kind.value for kind in _TELLING]))
        .order_by(s.version)
    )
    return tuple(
        ProgressFact(row.at, StepKind(row.kind), row.name, mask_text(row.note or row.reason))
        for row in rows
    )


def _standing(
    reader: Reader, case_id: int | None, decision_id: int | None
) -> tuple[StandingNotice, ...]:
    n = notice.c
    about = n.case_id == case_id if case_id is not None else n.decision_id == decision_id
    rows = reader.connection.execute(
        select(n.number, n.level, n.issued_at, n.finish_by)
        .where(and_(about, n.state.in_(sorted(state.value for state in STANDING_STATES))))
        .order_by(n.id)
    )
    return tuple(
        StandingNotice(row.number, SupervisionLevel(row.level), row.issued_at, row.finish_by)
        for row in rows
    )

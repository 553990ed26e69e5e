"""Everything about one case: what its panel, its notice and its printed sheet are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, select

from db.errors import NotFound, RuleError
from db.model.account import account, person
from db.model.attachment import attachment, attachment_chunk
from db.model.case import PRIVATE_COLUMNS, case_step, case_unit, cases, extension_request
from db.model.organisation import unit
from db.model.supervision import notice, reminder
from db.queries.case_parts import (
    AttachmentRow,
    CaseUnitRow,
    ExtensionRow,
    LinkedCase,
    NoticeLine,
    ReminderRow,
)
from db.queries.case_parts import StepRow as StepRow
from db.queries.cases import CaseRow, case_rows
from db.queries.door import Reader
from db.queries.scope import visible
from db.queries.standings import possible_steps, standing_of
from db.rules.clock import Fact
from db.rules.limits import Stage
from db.rules.masking import mask_name, mask_phone, mask_text
from db.rules.steps import StepKind
from db.rules.terms import CaseState, ExtensionState, UnitPart, Urgency


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """A case with everything that belongs to it, as one person may see it.

    ``deadline_facts`` is the arithmetic of the deadline in ``row.deadline_at``; it is empty when
    that was set by hand, moved by a pause or imported, because then no limit leads to it.
    ``deadline_stage`` tells whose limit runs; None is that of handling.
    ``possible`` are the steps that this reader may take now.
    """

    row: CaseRow
    content: str
    micro_grid: str
    longitude: float | None
    latitude: float | None
    happened_at: datetime | None
    source_number: str | None
    people_count: int | None
    is_public: bool
    created_by_name: str
    accept_due_at: datetime | None
    accepted_at: datetime | None
    assigned_at: datetime | None
    first_assigned_at: datetime | None
    signed_at: datetime | None
    feedback_due_at: datetime | None
    feedback_at: datetime | None
    verify_due_at: datetime | None
    return_due_at: datetime | None
    verified_at: datetime | None
    called_back_at: datetime | None
    archived_at: datetime | None
    suspended_from: CaseState | None
    review_on: datetime | None
    limit_hours: int | None
    extended_days: int
    assign_count: int
    result: str
    verification: str
    stars: int | None
    instruction: str
    void_reason: str
    district_number: str
    steps: tuple[StepRow, ...]
    units: tuple[CaseUnitRow, ...]
    extensions: tuple[ExtensionRow, ...]
    attachments: tuple[AttachmentRow, ...]
    reminders: tuple[ReminderRow, ...]
    notices: tuple[NoticeLine, ...]
    duplicates: tuple[LinkedCase, ...]
    main: LinkedCase | None
    deadline_facts: tuple[Fact, ...]
    deadline_stage: Stage | None
    possible: frozenset[StepKind]

    @property
    def id(self) -> int:
        """The id."""
        return self.row.id

    @property
    def version(self) -> int:
        """How many steps were taken; commands on the case tell it."""
        return self.row.version

    @property
    def number(self) -> str:
        """The case number."""
        return self.row.number


_COPIED = (
    "micro_grid",
    "longitude",
    "latitude",
    "happened_at",
    "source_number",
    "people_count",
    "is_public",
    "accept_due_at",
    "accepted_at",
    "assigned_at",
    "first_assigned_at",
    "signed_at",
    "feedback_due_at",
    "feedback_at",
    "verify_due_at",
    "return_due_at",
    "verified_at",
    "called_back_at",
    "archived_at",
    "review_on",
    "limit_hours",
    "extended_days",
    "assign_count",
    "stars",
    "district_number",
)
_TEXTS = ("content", "result", "verification", "instruction", "void_reason")
_target = unit.alias("target")


def case_detail(reader: Reader, case_id: int) -> CaseDetail:
    """Return a case with everything that belongs to it.

    :raises NotFound: ``case_unknown``: there is none, or the reader may not see it.
    """
    row = case_rows(reader, [case_id]).get(case_id)
    if row is None:
        raise NotFound("case_unknown", id=case_id)
    columns = [cases.c[name] for name in (*_COPIED, *_TEXTS, "suspended_from")]
    found = reader.connection.execute(
        select(*columns, person.c.name.label("created_by_name"))
        .outerjoin(account, account.c.id == cases.c.created_by)
        .outerjoin(person, person.c.id == account.c.person_id)
        .where(cases.c.id == case_id)
    ).one()
    copied: dict[str, Any] = {name: getattr(found, name) for name in _COPIED}
    copied |= {name: _shown(reader, getattr(found, name)) for name in _TEXTS}
    units = _units(reader, case_id)
    before = found.suspended_from
    stage = _deadline_stage(row, found)
    return CaseDetail(
        row=row,
        **copied,
        created_by_name=found.created_by_name or "",
        suspended_from=None if before is None else CaseState(before),
        steps=_steps(reader, case_id),
        units=units,
        extensions=_extensions(reader, case_id),
        attachments=_attachments(reader, case_id),
        reminders=_reminders(reader, case_id),
        notices=_notices(reader, case_id),
        duplicates=_linked(reader, cases.c.duplicate_of == case_id),
        main=next(iter(_linked(reader, cases.c.id == row.duplicate_of)), None),
        deadline_facts=_deadline_facts(reader, row, found, stage),
        deadline_stage=stage,
        possible=possible_steps(reader.actor.role, standing_of(reader, row, units, before)),
    )


def attachment_bytes(reader: Reader, attachment_id: int) -> bytes:
    """Return the content of a file, checked against the digest that was taken when it came in.

    :raises NotFound: ``attachment_unknown``: there is none, or its case may not be seen.
    :raises RuleError: ``attachment_damaged``.
    """
    row = reader.connection.execute(
        select(attachment.c.name, attachment.c.sha256)
        .join(cases, cases.c.id == attachment.c.case_id)
        .where(attachment.c.id == attachment_id, visible(reader))
    ).one_or_none()
    if row is None:
        raise NotFound("attachment_unknown", id=attachment_id)
    pieces = reader.connection.execute(
        select(attachment_chunk.c.bytes)
        .where(attachment_chunk.c.attachment_id == attachment_id)
        .order_by(attachment_chunk.c.n)
    ).scalars()
    data = b"".join(pieces)
    if hashlib.sha256(data).hexdigest() != row.sha256:
        raise RuleError("attachment_damaged", name=row.name)
    return data


def _shown(reader: Reader, text: str) -> str:
    return text if reader.sees_private else mask_text(text)


def _steps(reader: Reader, case_id: int) -> tuple[StepRow, ...]:
    rows = reader.connection.execute(
        select(
            case_step,
            person.c.name.label("actor"),
            unit.c.name.label("unit"),
            _target.c.name.label("target"),
        )
        .join(account, account.c.id == case_step.c.actor_id)
        .join(person, person.c.id == account.c.person_id)
        .join(unit, unit.c.id == case_step.c.unit_id)
        .outerjoin(_target, _target.c.id == case_step.c.target_id)
        .where(case_step.c.case_id == case_id)
        .order_by(case_step.c.version)
    )
    return tuple(
        StepRow(
            id=row.id,
            version=row.version,
            kind=StepKind(row.kind),
            from_state=CaseState(row.from_state),
            to_state=CaseState(row.to_state),
            at=row.at,
            actor_id=row.actor_id,
            actor=row.actor,
            role=row.role,
            unit_id=row.unit_id,
            unit=row.unit,
            target_id=row.target_id,
            target=row.target or "",
            note=_shown(reader, row.note),
            reason=_shown(reader, row.reason),
            changes=_changes(reader, row.changes),
        )
        for row in rows
    )


def _changes(reader: Reader, changes: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what a step changed, without the search text; private values masked if need be."""
    found = {name: value for name, value in (changes or {}).items() if name != "search_text"}
    if reader.sees_private:
        return found
    masks = {"reporter_name": mask_name, "reporter_phone": mask_phone}
    assert masks.keys() == PRIVATE_COLUMNS
    for name, value in found.items():
        if isinstance(value, str):
            found[name] = masks.get(name, mask_text)(value)
    return found


def _units(reader: Reader, case_id: int) -> tuple[CaseUnitRow, ...]:
    rows = reader.connection.execute(
        select(case_unit, unit.c.name)
        .join(unit, unit.c.id == case_unit.c.unit_id)
        .where(case_unit.c.case_id == case_id)
    )
    order = list(UnitPart)
    found = [
        CaseUnitRow(
            row.unit_id,
            row.name,
            UnitPart(row.part),
            row.since,
            row.accepted_at,
            row.replied_at,
            _shown(reader, row.reply),
            row.read_at,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (order.index(one.part), one.since, one.unit_id)))


def _extensions(reader: Reader, case_id: int) -> tuple[ExtensionRow, ...]:
    request = extension_request.c
    rows = reader.connection.execute(
        select(extension_request, unit.c.name.label("unit"), person.c.name.label("decider"))
        .join(unit, unit.c.id == request.unit_id)
        .outerjoin(account, account.c.id == request.decided_by)
        .outerjoin(person, person.c.id == account.c.person_id)
        .where(request.case_id == case_id)
        .order_by(request.id)
    )
    return tuple(
        ExtensionRow(
            row.id,
            row.unit,
            row.applied_at,
            row.days,
            _shown(reader, row.reason),
            _shown(reader, row.progress),
            ExtensionState(row.state),
            row.decided_at,
            row.decider or "",
            _shown(reader, row.answer),
            row.old_due_at,
            row.new_due_at,
        )
        for row in rows
    )


def _attachments(reader: Reader, case_id: int) -> tuple[AttachmentRow, ...]:
    rows = reader.connection.execute(
        _with_actor(attachment, "added_by").where(attachment.c.case_id == case_id)
    )
    return tuple(
        AttachmentRow(
            row.id,
            row.name,
            row.media_type,
            row.size,
            row.sha256,
            row.purpose,
            row.added_at,
            row.who,
        )
        for row in rows
    )


def _reminders(reader: Reader, case_id: int) -> tuple[ReminderRow, ...]:
    rows = reader.connection.execute(
        _with_actor(reminder, "actor_id")
        .add_columns(unit.c.name.label("unit"))
        .outerjoin(unit, unit.c.id == reminder.c.unit_id)
        .where(reminder.c.case_id == case_id)
    )
    return tuple(
        ReminderRow(
            row.id,
            row.at,
            row.means,
            row.unit or "",
            row.who,
            row.spoke_with,
            _shown(reader, row.note),
        )
        for row in rows
    )


def _with_actor(table: Table, column: str) -> Any:
    return (
        select(table, person.c.name.label("who"))
        .join(account, account.c.id == table.c[column])
        .join(person, person.c.id == account.c.person_id)
        .order_by(table.c.id)
    )


def _notices(reader: Reader, case_id: int) -> tuple[NoticeLine, ...]:
    columns = ("id", "number", "state", "level", "subject", "issued_at")
    rows = reader.connection.execute(
        select(*(notice.c[name] for name in columns))
        .where(notice.c.case_id == case_id)
        .order_by(notice.c.id)
    )
    return tuple(
        NoticeLine(row.id, row.number or "", row.state, row.level, row.subject, row.issued_at)
        for row in rows
    )


def _linked(reader: Reader, condition: Any) -> tuple[LinkedCase, ...]:
    rows = reader.connection.execute(
        select(cases.c.id, cases.c.number, cases.c.title, cases.c.state)
        .where(visible(reader), condition)
        .order_by(cases.c.id)
    )
    return tuple(
        LinkedCase(row.id, row.number, _shown(reader, row.title), CaseState(row.state))
        for row in rows
    )


def _deadline_stage(row: CaseRow, found: Any) -> Stage | None:
    """Return the stage whose limit runs now; None is handling."""
    due = row.deadline_at
    if row.state is CaseState.WAITING_VERIFICATION and found.verify_due_at == due:
        return Stage.VERIFY
    if row.state is CaseState.RETURNED and found.return_due_at == due:
        return Stage.RETURN_AUDIT
    return Stage.ACCEPT if row.due_at is None else None


def _deadline_facts(
    reader: Reader, row: CaseRow, found: Any, stage: Stage | None
) -> tuple[Fact, ...]:
    """Return the arithmetic of the deadline that runs, where a limit leads to just this moment."""
    clock, due = reader.office.clock, row.deadline_at
    if due is None:
        return ()
    if stage is not None:
        facts = clock.explain(clock.limits.of(stage, row.urgency), row.deadline_from)
    else:
        facts = clock.explain_handling(
            Urgency(row.urgency),
            found.first_assigned_at or row.registered_at,
            found.limit_hours or 24,
            extended_days=found.extended_days,
        )
    return facts if facts[-1].moment == due else ()

"""Supervision that the district listed (挂牌督办), received, rectified and delisted (form E)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import select

from db.commands.door import Command, Result, handles
from db.commands.intake import needed
from db.errors import NotAllowed, NotFound, RuleError
from db.model.supervision import listed_report, listed_supervision
from db.queries.listed import ListedState
from db.rules.checks import clean_name, clean_text
from db.rules.permissions import Permission, may
from db.rules.terms import UNIT_ROLES
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class ListSupervision(Command):
    """Register a listed supervision as the district's paper tells it."""

    permission: ClassVar = Permission.SUPERVISION_LIST
    number: str
    authority: str
    listed_on: datetime
    subject: str
    reason: str
    goal: str
    unit_id: int
    leader_name: str
    finish_by: datetime
    report_days: str = ""
    measures: str = ""
    case_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReportListed(Command):
    """Report a stage of the rectification, by the unit itself or by the room."""

    permission: ClassVar = None
    listed_id: int
    text: str


@dataclass(frozen=True, kw_only=True)
class RectifyListed(Command):
    """File the rectification report with the district, which then checks."""

    permission: ClassVar = Permission.SUPERVISION_LIST
    listed_id: int
    measures: str


@dataclass(frozen=True, kw_only=True)
class RejectRectification(Command):
    """The district found the rectification wanting; work goes on."""

    permission: ClassVar = Permission.SUPERVISION_LIST
    listed_id: int
    check_result: str


@dataclass(frozen=True, kw_only=True)
class DelistSupervision(Command):
    """摘牌: the district took the matter off its list."""

    permission: ClassVar = Permission.SUPERVISION_LIST
    listed_id: int
    delisted_on: datetime
    delisting_number: str
    check_result: str


@handles(ListSupervision)
def list_supervision(work: Work, command: ListSupervision) -> Result:
    number = _short(command.number, "number")
    if command.finish_by <= command.listed_on:
        raise RuleError("limit_before_start", start=command.listed_on, due=command.finish_by)
    known = work.connection.execute(
        select(listed_supervision.c.id).where(
            listed_supervision.c.street_id == work.actor.street_id,
            listed_supervision.c.number == number,
        )
    ).scalar()
    if known is not None:
        raise RuleError("listed_number_taken", number=number)
    work.unit_row(command.unit_id)
    if command.case_id is not None:
        work.case(command.case_id, None)
    listed_id = work.insert(
        listed_supervision,
        street_id=work.actor.street_id,
        case_id=command.case_id,
        number=number,
        authority=_short(command.authority, "authority"),
        listed_on=command.listed_on,
        subject=needed(command.subject, "subject"),
        reason=needed(command.reason, "reason"),
        goal=clean_text(command.goal, field="goal"),
        unit_id=command.unit_id,
        leader_name=clean_name(command.leader_name, field="leader_name"),
        finish_by=command.finish_by,
        report_days=clean_text(command.report_days, field="report_days"),
        measures=clean_text(command.measures, field="measures"),
        state=ListedState.LISTED.value,
    )
    work.changed("listed", listed_id, command.unit_id)
    return {"listed_id": listed_id, "number": number, "state": ListedState.LISTED.value}


def _short(text: str, field: str) -> str:
    cleaned = clean_name(text, field=field)
    if not cleaned:
        raise RuleError("field_missing", field=field)
    return cleaned


@handles(ReportListed)
def report_listed(work: Work, command: ReportListed) -> Result:
    row = work.row(listed_supervision, command.listed_id)
    if work.actor.role in UNIT_ROLES and row["unit_id"] != work.actor.unit_id:
        raise NotFound("listed_supervision_unknown", id=command.listed_id)
    own = row["unit_id"] == work.actor.unit_id and may(
        work.actor.role, Permission.SUPERVISION_REPLY
    )
    if not own and not may(work.actor.role, Permission.SUPERVISION_LIST):
        raise NotAllowed("permission_missing", permission=Permission.SUPERVISION_LIST.value)
    _must_be(row, ListedState.LISTED, ListedState.RECTIFIED)
    report_id = work.insert(
        listed_report,
        listed_id=row["id"],
        at=work.now,
        actor_id=work.actor.account_id,
        text=needed(command.text, "text"),
    )
    work.changed("listed", row["id"], row["unit_id"])
    return {"listed_id": row["id"], "report_id": report_id, "state": row["state"]}


@handles(RectifyListed)
def rectify_listed(work: Work, command: RectifyListed) -> Result:
    row = work.row(listed_supervision, command.listed_id)
    _must_be(row, ListedState.LISTED)
    return _move(
        work,
        row,
        ListedState.RECTIFIED,
        measures=needed(command.measures, "measures"),
        rectified_at=work.now,
    )


@handles(RejectRectification)
def reject_rectification(work: Work, command: RejectRectification) -> Result:
    row = work.row(listed_supervision, command.listed_id)
    _must_be(row, ListedState.RECTIFIED)
    return _move(
        work,
        row,
        ListedState.LISTED,
        check_result=needed(command.check_result, "check_result"),
        rectified_at=None,
    )


@handles(DelistSupervision)
def delist_supervision(work: Work, command: DelistSupervision) -> Result:
    row = work.row(listed_supervision, command.listed_id)
    _must_be(row, ListedState.RECTIFIED)
    if not row["listed_on"] <= command.delisted_on <= work.now:
        raise RuleError("delisting_day_wrong", day=command.delisted_on)
    return _move(
        work,
        row,
        ListedState.DELISTED,
        delisted_on=command.delisted_on,
        delisting_number=_short(command.delisting_number, "delisting_number"),
        check_result=needed(command.check_result, "check_result"),
    )


def _must_be(row: dict[str, Any], *states: ListedState) -> None:
    if row["state"] not in states:
        raise RuleError("listed_step_illegal", state=row["state"], number=row["number"])


def _move(work: Work, row: dict[str, Any], to: ListedState, **values: Any) -> Result:
    work.update(listed_supervision, row, state=to.value, **values)
    work.changed("listed", row["id"], row["unit_id"])
    return {"listed_id": row["id"], "number": row["number"], "state": to.value}

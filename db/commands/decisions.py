"""What a meeting agrees, and what becomes of it as a task (domain.md §4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import func, select

from db.commands.carry_out import carry_out, keep_effects
from db.commands.decision_record import (
    OnDecision,
    decision_of,
    hand_to_supervision,
    move,
    note_on_case,
    trace,
)
from db.commands.door import Command, Result, handles
from db.commands.intake import needed
from db.commands.meetings import agenda_row, meeting_as
from db.commands.notices import NoticeTexts
from db.errors import NotAllowed, RuleError
from db.model.meeting import agenda_case, decision
from db.rules.agenda import (
    AgendaState,
    DecisionKind,
    DecisionMove,
    DecisionState,
    MeetingState,
)
from db.rules.checks import clean_name
from db.rules.decided import what_stays
from db.rules.numbering import agreed_item_code
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.terms import UNIT_ROLES
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class DecideCase(Command):
    """Agree on who does what until when: on a row of the agenda, on a case, or in general.

    On a case 改派, 延期 and 督办 act in the same transaction (``carry_out``). ``responsible``
    defaults to the head of the lead unit. ``notice`` are the texts of the notice that 督办 drafts.
    """

    permission: ClassVar = Permission.MEETING_HOLD
    meeting_id: int
    agenda_case_id: int | None = None
    case_id: int | None = None
    case_version: int | None = None
    kind: DecisionKind = DecisionKind.CONTINUE
    text: str
    lead_id: int
    assist_ids: tuple[int, ...] = ()
    responsible: str = ""
    due_at: datetime
    outcome_form: str = ""
    report_to: str = ""
    notice: NoticeTexts | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeDecision(OnDecision):
    """Put a decision right while its meeting is open; ``None`` leaves a fact alone.

    What it asks for now and has not done yet is done to the case. What was done stays done: the
    answer names under ``stays`` what the decision does not say any more.
    """

    case_version: int | None = None
    kind: DecisionKind | None = None
    text: str | None = None
    lead_id: int | None = None
    assist_ids: tuple[int, ...] | None = None
    responsible: str | None = None
    due_at: datetime | None = None
    outcome_form: str | None = None
    report_to: str | None = None
    notice: NoticeTexts | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawDecision(OnDecision):
    """Take a decision back while its meeting is open; its number is not used again.

    What was done to the case stays done; the answer names it under ``stays``.
    """

    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class CancelDecision(OnDecision):
    """Drop an earlier decision, which only an open meeting may do."""

    meeting_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class ExtendDecision(OnDecision):
    """Give an earlier decision more time, which only an open meeting may do."""

    meeting_id: int
    due_at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class ReportDecisionProgress(OnDecision):
    """The unit, or the room for it, tells how far it is."""

    permission: ClassVar = Permission.MEETING_REPORT
    text: str


@dataclass(frozen=True, kw_only=True)
class FinishDecision(OnDecision):
    """The lead unit, or the room for it, says that it is done."""

    permission: ClassVar = Permission.MEETING_REPORT
    text: str


@dataclass(frozen=True, kw_only=True)
class ConfirmDecision(OnDecision):
    """The room finds it done."""

    note: str = ""


@dataclass(frozen=True, kw_only=True)
class RejectDecision(OnDecision):
    """The room finds it not done; the unit owes it again."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class SuperviseDecision(OnDecision):
    """A decision that is not kept becomes a matter of supervision (转督办)."""

    permission: ClassVar = Permission.SUPERVISION_DRAFT
    note: str = ""


@handles(DecideCase)
def decide_case(work: Work, command: DecideCase) -> Result:
    held = meeting_as(work, command.meeting_id, None, MeetingState.OPEN)
    row = _row_of_this_meeting(work, command)
    case_id = command.case_id if row is None else row["case_id"]
    case = None if case_id is None else work.case(case_id, command.case_version)
    if case is not None:
        case.refuse_unless(StepKind.DECIDE)
    columns = _checked(work, command)
    year, week = held["year"], held["week"]
    serial = work.allocate("decision", f"{work.actor.street_id}:{year}:{week}")
    code = agreed_item_code(year, week, serial)
    decision_id = work.insert(
        decision,
        street_id=work.actor.street_id,
        meeting_id=held["id"],
        code=code,
        serial=serial,
        case_id=case_id,
        state=DecisionState.WAITING.value,
        **columns,
    )
    text = columns["text"]
    trace(work, decision_id, DecisionMove.AGREED, text, held["id"])
    if row is not None:
        work.update(agenda_case, row, state=AgendaState.DECIDED.value)
    answer: Result = {"decision_id": decision_id, "code": code, "version": 1}
    if case is not None:
        case.take(StepKind.DECIDE, note=text, reason=code, target_id=command.lead_id)
        effects = carry_out(
            work, case, {**columns, "id": decision_id, "code": code, "effects": []}, command.notice
        )
        keep_effects(work, decision_id, effects)
        answer |= {"case_id": case.id, "case_version": case.version, "effects": effects}
    work.changed("decision", decision_id, command.lead_id)
    return answer


def _checked(work: Work, command: DecideCase) -> dict[str, Any]:
    """Return the columns of a complete decision."""
    lead = _lead(work, command.lead_id)
    responsible = clean_name(command.responsible or lead["head_name"], field="responsible")
    return {
        "kind": command.kind.value,
        "text": needed(command.text, "text"),
        "lead_id": command.lead_id,
        "assist_ids": _assistants(work, command.lead_id, command.assist_ids),
        "responsible": needed(responsible, "responsible"),
        "due_at": _ahead(work, command.due_at),
        "outcome_form": clean_name(command.outcome_form, field="outcome_form"),
        "report_to": clean_name(command.report_to, field="report_to"),
    }


def _row_of_this_meeting(work: Work, command: DecideCase) -> dict[str, Any] | None:
    """Return the row that is decided on; a case without one is looked for on the agenda."""
    if command.agenda_case_id is not None:
        row = agenda_row(work, command.agenda_case_id)
        if row["meeting_id"] != command.meeting_id:
            raise RuleError("agenda_case_of_another_meeting")
        return row
    if command.case_id is None:
        return None
    found = (
        work.connection.execute(
            select(agenda_case).where(
                agenda_case.c.meeting_id == command.meeting_id,
                agenda_case.c.case_id == command.case_id,
                agenda_case.c.decision_id.is_(None),
                agenda_case.c.state != AgendaState.REMOVED.value,
            )
        )
        .mappings()
        .one_or_none()
    )
    return None if found is None else dict(found)


def _lead(work: Work, unit_id: int) -> dict[str, Any]:
    lead = work.unit_row(unit_id)
    if not lead["active"]:
        raise RuleError("unit_cannot_handle", unit=lead["name"])
    return lead


def _assistants(work: Work, lead_id: int, ids: tuple[int, ...]) -> list[int]:
    """Return the assisting units, each once and without the lead."""
    for id_ in ids:
        unit = work.unit_row(id_)
        if id_ == lead_id:
            raise RuleError("lead_assists", unit=unit["name"])
    return list(dict.fromkeys(ids))


def _ahead(work: Work, due_at: datetime) -> datetime:
    if due_at <= work.now:
        raise RuleError("due_in_the_past", due=due_at)
    return due_at


@handles(ChangeDecision)
def change_decision(work: Work, command: ChangeDecision) -> Result:
    row = decision_of(work, command)
    meeting_as(work, row["meeting_id"], None, MeetingState.OPEN)
    lead_id = row["lead_id"] if command.lead_id is None else command.lead_id
    _lead(work, lead_id)
    assist_ids = tuple(row["assist_ids"]) if command.assist_ids is None else command.assist_ids
    values: dict[str, Any] = {
        "lead_id": lead_id,
        "assist_ids": _assistants(work, lead_id, assist_ids),
    }
    if command.kind is not None:
        values["kind"] = command.kind.value
    if command.text is not None:
        values["text"] = needed(command.text, "text")
    if command.due_at is not None:
        values["due_at"] = _ahead(work, command.due_at)
    if command.responsible is not None:
        cleaned = clean_name(command.responsible, field="responsible")
        values["responsible"] = needed(cleaned, "responsible")
    for name in ("outcome_form", "report_to"):
        text = getattr(command, name)
        if text is not None:
            values[name] = clean_name(text, field=name)
    agreed = {**row, **values}
    text = agreed["text"]
    case = note_on_case(work, row, text, command.case_version)
    effects = [] if case is None else carry_out(work, case, agreed, command.notice)
    values["effects"] = [*row["effects"], *effects]
    answer = move(work, row, DecisionMove.CHANGED, text, row["meeting_id"], **values)
    stays = what_stays(DecisionKind(agreed["kind"]), {**agreed, "effects": row["effects"]})
    return {**answer, "effects": effects, "stays": [kind.value for kind in stays]}


@handles(WithdrawDecision)
def withdraw_decision(work: Work, command: WithdrawDecision) -> Result:
    row = decision_of(work, command)
    meeting_as(work, row["meeting_id"], None, MeetingState.OPEN)
    reason = clean_name(command.reason, field="reason")
    answer = move(
        work, row, DecisionMove.WITHDRAWN, reason, row["meeting_id"], cancel_reason=reason
    )
    note_on_case(work, row, reason)
    _reopen_agenda_row(work, row)
    stays = dict.fromkeys(effect["kind"] for effect in row["effects"])
    return {**answer, "stays": list(stays)}


def _reopen_agenda_row(work: Work, row: Mapping[str, Any]) -> None:
    """Put a case back to what it was before its only decision was taken back."""
    if row["case_id"] is None:
        return
    same_case = (decision.c.meeting_id == row["meeting_id"], decision.c.case_id == row["case_id"])
    left = work.connection.execute(
        select(func.count())
        .select_from(decision)
        .where(*same_case, decision.c.state != DecisionState.WITHDRAWN.value)
    ).scalar_one()
    if left:
        return
    for agenda in work.connection.execute(
        select(agenda_case).where(
            agenda_case.c.meeting_id == row["meeting_id"],
            agenda_case.c.case_id == row["case_id"],
            agenda_case.c.state == AgendaState.DECIDED.value,
        )
    ).mappings():
        state = AgendaState.DISCUSSED if agenda["discussion"] else AgendaState.WAITING
        work.update(agenda_case, dict(agenda), state=state.value)


@handles(CancelDecision)
def cancel_decision(work: Work, command: CancelDecision) -> Result:
    meeting_as(work, command.meeting_id, None, MeetingState.OPEN)
    row = decision_of(work, command)
    reason = needed(command.reason, "reason")
    answer = move(
        work, row, DecisionMove.CANCELLED, reason, command.meeting_id, cancel_reason=reason
    )
    note_on_case(work, row, reason)
    return answer


@handles(ExtendDecision)
def extend_decision(work: Work, command: ExtendDecision) -> Result:
    meeting_as(work, command.meeting_id, None, MeetingState.OPEN)
    row = decision_of(work, command)
    due_at = _ahead(work, command.due_at)
    if due_at <= row["due_at"]:
        raise RuleError("due_not_later", due=row["due_at"])
    reason = needed(command.reason, "reason")
    answer = move(work, row, DecisionMove.EXTENDED, reason, command.meeting_id, due_at=due_at)
    note_on_case(work, row, reason)
    return answer


@handles(ReportDecisionProgress)
def report_decision_progress(work: Work, command: ReportDecisionProgress) -> Result:
    row = decision_of(work, command)
    return move(work, row, DecisionMove.PROGRESS, needed(command.text, "text"))


@handles(FinishDecision)
def finish_decision(work: Work, command: FinishDecision) -> Result:
    row = decision_of(work, command)
    if work.actor.role in UNIT_ROLES and work.actor.unit_id != row["lead_id"]:
        raise NotAllowed("decision_not_yours")
    text = needed(command.text, "text")
    return move(work, row, DecisionMove.FINISHED, text, done_at=work.now)


@handles(ConfirmDecision)
def confirm_decision(work: Work, command: ConfirmDecision) -> Result:
    row = decision_of(work, command)
    in_time = row["done_at"] is not None and row["done_at"] <= row["due_at"]
    note = clean_name(command.note, field="note")
    answer = move(
        work,
        row,
        DecisionMove.CONFIRMED,
        note,
        confirmed_at=work.now,
        in_time=in_time,
        missed_meetings=0,
    )
    return {**answer, "in_time": in_time}


@handles(RejectDecision)
def reject_decision(work: Work, command: RejectDecision) -> Result:
    row = decision_of(work, command)
    return move(work, row, DecisionMove.REJECTED, needed(command.reason, "reason"), done_at=None)


@handles(SuperviseDecision)
def supervise_decision(work: Work, command: SuperviseDecision) -> Result:
    row = decision_of(work, command)
    note = clean_name(command.note, field="note")
    return hand_to_supervision(work, row, note)

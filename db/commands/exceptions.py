"""A case off its normal way: returned, extended, suspended, escalated (domain.md §1.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import select

from db.case_record import CaseRecord
from db.commands.door import Result, handles
from db.commands.flow import OnCase, reported
from db.commands.intake import answer, needed
from db.errors import NotAllowed, RuleError
from db.model.case import extension_request
from db.rules.checks import clean_name, clean_text
from db.rules.extensions import extension_refusal, longest_extension
from db.rules.follow_up import first_word_due, is_followed
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.terms import CaseState, ExtensionState, Level, ReturnReason, UnitKind
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class ProposeReturn(OnCase):
    """A handler proposes to the head of the unit that the case be given back."""

    permission: ClassVar = Permission.CASE_HANDLE
    reason: ReturnReason
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ReturnCase(OnCase):
    """The unit gives the case back within the limit for signing, with a reason."""

    permission: ClassVar = Permission.CASE_HANDLE
    reason: ReturnReason
    note: str = ""
    suggested_unit_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class RejectReturn(OnCase):
    """The room does not accept the return; the same unit has to sign."""

    permission: ClassVar = Permission.CASE_ASSIGN
    reason: str


@dataclass(frozen=True, kw_only=True)
class RequestExtension(OnCase):
    """The unit asks for more time, before the deadline, telling progress and reason."""

    permission: ClassVar = Permission.CASE_HANDLE
    days: int
    reason: str
    progress: str


@dataclass(frozen=True, kw_only=True)
class GrantExtension(OnCase):
    """Grant an extension that was asked for: new deadline = old deadline + days."""

    permission: ClassVar = Permission.CASE_DECIDE
    request_id: int
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class RefuseExtension(OnCase):
    """Refuse an extension that was asked for."""

    permission: ClassVar = Permission.CASE_DECIDE
    request_id: int
    answer: str


@dataclass(frozen=True, kw_only=True)
class SuspendCase(OnCase):
    """Stop the clock of a case until a day of review; ``legacy`` marks 历史遗留."""

    permission: ClassVar = Permission.CASE_DECIDE
    reason: str
    review_on: datetime
    legacy: bool = False


@dataclass(frozen=True, kw_only=True)
class ResumeCase(OnCase):
    """Let the clock of a suspended case run again, where it stood."""

    permission: ClassVar = Permission.CASE_DECIDE
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class EscalateCase(OnCase):
    """Raise a case to the district; the street keeps it in sight."""

    permission: ClassVar = Permission.CASE_ASSIGN
    reason: str
    district_number: str = ""


@dataclass(frozen=True, kw_only=True)
class TakeBackFromDistrict(OnCase):
    """The district sent the case back to the street to be assigned."""

    permission: ClassVar = Permission.CASE_DECIDE
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportFromDistrict(OnCase):
    """The district has settled the case."""

    permission: ClassVar = Permission.CASE_DECIDE
    result: str


@handles(ProposeReturn)
def propose_return(work: Work, command: ProposeReturn) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(
        StepKind.PROPOSE_RETURN,
        reason=command.reason.value,
        note=clean_text(command.note, field="note"),
    )
    return answer(case)


@handles(ReturnCase)
def return_case(work: Work, command: ReturnCase) -> Result:
    case = work.case(command.case_id, command.version)
    case.refuse_unless(StepKind.RETURN, CaseState.RETURNED)
    if case["sign_due_at"] is not None and work.now > case["sign_due_at"]:
        raise RuleError("return_too_late", due=case["sign_due_at"])
    if command.reason is ReturnReason.OTHER:
        needed(command.note, "note")
    if command.suggested_unit_id is not None:
        work.unit_row(command.suggested_unit_id)
    wrong = command.reason is ReturnReason.NOT_OUR_DUTY
    case.take(
        StepKind.RETURN,
        CaseState.RETURNED,
        reason=command.reason.value,
        note=clean_text(command.note, field="note"),
        target_id=command.suggested_unit_id,
        holder_id=work.room_id,
        return_count=case["return_count"] + 1,
        wrong_unit_returns=case["wrong_unit_returns"] + int(wrong),
        returned_at=work.now,
        return_due_at=work.office.return_audit_due(case.urgency, work.now),
    )
    return answer(case)


@handles(RejectReturn)
def reject_return(work: Work, command: RejectReturn) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(
        StepKind.REJECT_RETURN,
        CaseState.WAITING_SIGNATURE,
        reason=needed(command.reason, "reason"),
        target_id=case["lead_id"],
        holder_id=case["lead_id"],
        sign_due_at=work.office.sign_due(case.urgency, work.now),
    )
    return answer(case)


@handles(RequestExtension)
def request_extension(work: Work, command: RequestExtension) -> Result:
    case = work.case(command.case_id, command.version)
    case.refuse_unless(StepKind.REQUEST_EXTENSION)
    due = case.moment("due_at")
    if due is None or work.now > due:
        raise RuleError("extension_too_late", due=due)
    most = longest_extension(case["limit_hours"], case["extended_days"], work.office.limits)
    if not 1 <= command.days <= most.longest:
        raise RuleError(
            "extension_too_long", days=command.days, longest=most.longest, left=most.left
        )
    if case.around.has_request:
        raise RuleError("extension_already_asked")
    reason, progress = needed(command.reason, "reason"), needed(command.progress, "progress")
    request_id = write_request(work, case, work.actor.unit_id, command.days, reason, progress)
    case.take(StepKind.REQUEST_EXTENSION, reason=reason, note=progress)
    return {**answer(case), "request_id": request_id}


def write_request(
    work: Work, case: CaseRecord, unit_id: int, days: int, reason: str, progress: str
) -> int:
    """Write down that a unit wants more time and return the id of the request."""
    request_id = work.insert(
        extension_request,
        case_id=case.id,
        unit_id=unit_id,
        applied_at=work.now,
        days=days,
        reason=reason,
        progress=progress,
        old_due_at=case.moment("due_at"),
    )
    case.look_around_anew()
    return request_id


@handles(GrantExtension)
def grant_extension(work: Work, command: GrantExtension) -> Result:
    case = work.case(command.case_id, command.version)
    request = _request(work, case, command.request_id)
    grant(work, case, request, request["days"], clean_text(command.answer, field="answer"))
    return answer(case)


def grant(
    work: Work, case: CaseRecord, request: Mapping[str, Any], days: int, words: str
) -> datetime:
    """Put the deadline off by so many days, answer the request and return the new deadline."""
    _may_decide(work, case)
    due = case.moment("due_at")
    assert due is not None  # a request exists only where a deadline does
    new_due = work.office.extended_due(case.urgency, due, days)
    case.take(
        StepKind.GRANT_EXTENSION,
        note=words,
        due_at=new_due,
        extension_count=case["extension_count"] + 1,
        extended_days=case["extended_days"] + days,
    )
    _decide(work, request, ExtensionState.GRANTED, words, new_due)
    return new_due


@handles(RefuseExtension)
def refuse_extension(work: Work, command: RefuseExtension) -> Result:
    case = work.case(command.case_id, command.version)
    request = _request(work, case, command.request_id)
    case.refuse_unless(StepKind.REFUSE_EXTENSION)
    _may_decide(work, case)
    case.take(StepKind.REFUSE_EXTENSION, reason=needed(command.answer, "answer"))
    _decide(work, request, ExtensionState.REFUSED, command.answer, None)
    return answer(case)


def _may_decide(work: Work, case: CaseRecord) -> None:
    code = extension_refusal(work.actor.role, case.urgency, case["extension_count"])
    if code is not None:
        raise NotAllowed(code)


def open_request(work: Work, case_id: int) -> dict[str, Any] | None:
    """Return the request that waits for an answer, or None."""
    found = (
        work.connection.execute(
            select(extension_request).where(
                extension_request.c.case_id == case_id,
                extension_request.c.state == ExtensionState.APPLIED.value,
            )
        )
        .mappings()
        .one_or_none()
    )
    return None if found is None else dict(found)


def _request(work: Work, case: CaseRecord, request_id: int) -> dict[str, Any]:
    request = work.row(extension_request, request_id)
    if request["case_id"] != case.id or request["state"] != ExtensionState.APPLIED:
        raise RuleError("extension_decided")
    return request


def _decide(
    work: Work,
    request: Mapping[str, Any],
    state: ExtensionState,
    text: str,
    new_due: datetime | None,
) -> None:
    work.update(
        extension_request,
        request,
        state=state.value,
        decided_at=work.now,
        decided_by=work.actor.account_id,
        answer=clean_text(text, field="answer"),
        new_due_at=new_due,
    )


@handles(SuspendCase)
def suspend_case(work: Work, command: SuspendCase) -> Result:
    case = work.case(command.case_id, command.version)
    if command.review_on <= work.now:
        raise RuleError("review_in_the_past", day=command.review_on)
    case.take(
        StepKind.SUSPEND,
        CaseState.SUSPENDED,
        reason=needed(command.reason, "reason"),
        suspended_from=int(case.state),
        suspended_at=work.now,
        review_on=command.review_on,
        is_legacy=command.legacy or case["is_legacy"],
    )
    return answer(case)


@handles(ResumeCase)
def resume_case(work: Work, command: ResumeCase) -> Result:
    case = work.case(command.case_id, command.version)
    if case["suspended_from"] is None:
        raise RuleError("step_illegal", step=StepKind.RESUME.value, state=int(case.state))
    changes: dict[str, Any] = {
        "suspended_from": None,
        "suspended_at": None,
        "review_on": None,
        "is_legacy": False,
    }
    since = case.moment("suspended_at")
    for column in _running_limits(case):
        due = case.moment(column)
        if due is not None and since is not None and due > since:
            changes[column] = work.office.moved_by_pause(case.urgency, due, since, work.now)
    # A case may have become a major one while it rested.
    follows = is_followed(case.urgency, CaseState(case["suspended_from"]))
    if follows and case["follow_up_due_at"] is None:
        changes["follow_up_due_at"] = first_word_due(work.office.limits, work.now)
    case.take(
        StepKind.RESUME,
        CaseState(case["suspended_from"]),
        note=clean_text(command.note, field="note"),
        **changes,
    )
    return answer(case)


def _running_limits(case: CaseRecord) -> list[str]:
    """Return the limits that still run; what was done in time or late is not judged again."""
    ways = {
        "due_at": True,
        "sign_due_at": True,
        "accept_due_at": case["first_assigned_at"] is None,
        "feedback_due_at": case["feedback_at"] is None,
        "return_due_at": case["suspended_from"] == CaseState.RETURNED,
        "follow_up_due_at": is_followed(case.urgency, CaseState(case["suspended_from"])),
    }
    return [column for column, runs in ways.items() if runs]


@handles(EscalateCase)
def escalate_case(work: Work, command: EscalateCase) -> Result:
    case = work.case(command.case_id, command.version)
    district = work.unit_of_kind(UnitKind.DISTRICT)
    changes: dict[str, Any] = {
        "holder_id": district,
        "is_transferred": True,
        "level": int(Level.DISTRICT),
        "district_number": clean_name(command.district_number, field="district_number"),
        # Nobody of the street owes a signature any more.
        "sign_due_at": case["sign_due_at"] if case["signed_at"] else None,
    }
    if case["first_assigned_at"] is None:
        changes["first_assigned_at"] = changes["assigned_at"] = work.now
    if case["due_at"] is None:
        due = work.office.handle_due(case.urgency, work.now, case["limit_hours"] or 24)
        changes["due_at"] = changes["original_due_at"] = due
    case.take(
        StepKind.ESCALATE,
        CaseState.ESCALATED,
        reason=needed(command.reason, "reason"),
        target_id=district,
        **changes,
    )
    return answer(case)


@handles(TakeBackFromDistrict)
def take_back_from_district(work: Work, command: TakeBackFromDistrict) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(
        StepKind.DISTRICT_RETURN,
        CaseState.WAITING_ASSIGNMENT,
        note=clean_text(command.note, field="note"),
        holder_id=work.room_id,
    )
    return answer(case)


@handles(ReportFromDistrict)
def report_from_district(work: Work, command: ReportFromDistrict) -> Result:
    case = work.case(command.case_id, command.version)
    result = needed(command.result, "result")
    case.take(
        StepKind.DISTRICT_REPORT,
        CaseState.WAITING_VERIFICATION,
        note=result,
        **reported(work, case, result),
    )
    return answer(case)

"""A case on its normal way: assigned, signed for, handled, reported, verified, called back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import and_, insert, select, update

from db.case_record import CaseRecord
from db.commands.door import Command, Result, handles
from db.commands.intake import answer, close_linked, needed
from db.errors import RuleError
from db.model.case import case_unit
from db.rules.call_backs import waits_for_call
from db.rules.checks import clean_text
from db.rules.follow_up import first_word_due, is_followed, next_word_due
from db.rules.permissions import Permission
from db.rules.steps import StepKind, assignment_step
from db.rules.terms import (
    CaseState,
    Level,
    Satisfaction,
    Source,
    UnitKind,
    UnitPart,
    Urgency,
)
from db.ways import ONLY_WRITES
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class OnCase(Command):
    """A command on one case as the person saw it; ``version=None`` takes it as it is."""

    case_id: int
    version: int | None = None


@dataclass(frozen=True, kw_only=True)
class AssignCase(OnCase):
    """Give a case to a lead unit, with assisting units and units to be informed.

    From a second return on only the director assigns, and by force. ``due_at`` overrides the
    deadline that the item gives.
    """

    permission: ClassVar = Permission.CASE_ASSIGN
    lead_id: int
    assist_ids: tuple[int, ...] = ()
    inform_ids: tuple[int, ...] = ()
    note: str = ""
    due_at: datetime | None = None
    keep_due: bool = True


@dataclass(frozen=True, kw_only=True)
class SignForCase(OnCase):
    """The assigned unit confirms that the case has reached it."""

    permission: ClassVar = Permission.CASE_HANDLE


@dataclass(frozen=True, kw_only=True)
class NoteProgress(OnCase):
    """Write down progress; it cancels no supervision, and is the word owed on a major case."""

    permission: ClassVar = None
    text: str


@dataclass(frozen=True, kw_only=True)
class AcceptAssistance(OnCase):
    """An assisting unit confirms its part."""

    permission: ClassVar = Permission.CASE_HANDLE


@dataclass(frozen=True, kw_only=True)
class ReplyAssistance(OnCase):
    """An assisting unit tells the lead what it did."""

    permission: ClassVar = Permission.CASE_HANDLE
    text: str


@dataclass(frozen=True, kw_only=True)
class ReadCase(OnCase):
    """An informed unit has read the case."""

    permission: ClassVar = Permission.CASE_HANDLE


@dataclass(frozen=True, kw_only=True)
class ReportCase(OnCase):
    """The lead unit reports the case as done."""

    permission: ClassVar = Permission.CASE_HANDLE
    result: str


@dataclass(frozen=True, kw_only=True)
class ReportInstead(OnCase):
    """The director reports although an assisting unit has not replied; the reason is kept."""

    permission: ClassVar = Permission.CASE_VERIFY
    result: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class VerifyCase(OnCase):
    """The room finds the case settled; with a reporter to call it waits for the call-back."""

    permission: ClassVar = Permission.CASE_VERIFY
    opinion: str = ""
    stars: int | None = None


@dataclass(frozen=True, kw_only=True)
class SendBackCase(OnCase):
    """The room finds the case not settled and sends it back for rework."""

    permission: ClassVar = Permission.CASE_VERIFY
    reason: str


@dataclass(frozen=True, kw_only=True)
class CallBackCase(OnCase):
    """Record what the reporter said; an unreached reporter may be called again."""

    permission: ClassVar = Permission.CASE_VERIFY
    satisfaction: Satisfaction
    note: str = ""
    stars: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReopenCase(OnCase):
    """Open a closed case again, after a dissatisfied call-back for instance."""

    permission: ClassVar = Permission.CASE_VERIFY
    reason: str


@dataclass(frozen=True, kw_only=True)
class ArchiveCase(OnCase):
    """Put a closed case into the archive."""

    permission: ClassVar = Permission.CASE_VERIFY
    make_public: bool = False


@handles(AssignCase)
def assign_case(work: Work, command: AssignCase) -> Result:
    case = work.case(command.case_id, command.version)
    assign(work, case, command)
    return answer(case)


def assign(work: Work, case: CaseRecord, command: AssignCase) -> None:
    """Give a case to its units; for a meeting that decides so, too."""
    kind = assignment_step(case.state, case["return_count"])
    case.refuse_unless(kind, CaseState.WAITING_SIGNATURE)
    lead = _handling_unit(work, command.lead_id)
    if command.lead_id in command.assist_ids:
        raise RuleError("lead_assists", unit=lead["name"])
    for unit_id in command.assist_ids:
        # Who cannot reply would keep the lead from ever reporting.
        _handling_unit(work, unit_id)
    if command.due_at is not None and command.due_at <= work.now:
        raise RuleError("due_in_the_past", due=command.due_at)
    case.take(
        kind,
        CaseState.WAITING_SIGNATURE,
        note=clean_text(command.note, field="note"),
        target_id=command.lead_id,
        **_assignment(work, case, command, lead),
    )
    _set_units(work, case, command)


def _assignment(
    work: Work, case: CaseRecord, command: AssignCase, lead: dict[str, Any]
) -> dict[str, Any]:
    urgency, office = case.urgency, work.office
    sign_due = office.sign_due(urgency, work.now)
    changes: dict[str, Any] = {
        "holder_id": command.lead_id,
        "lead_id": command.lead_id,
        "assigned_at": work.now,
        "sign_due_at": sign_due,
        "signed_at": None,
        "assign_count": case["assign_count"] + 1,
    }
    if case["first_assigned_at"] is None:
        changes["first_assigned_at"] = work.now
        changes["first_sign_due_at"] = sign_due
        changes["feedback_due_at"] = office.feedback_due(urgency, work.now)
    # Who takes a major case over owes the word that its predecessor owed.
    is_handed_over = case.state is not CaseState.WAITING_ASSIGNMENT and case["follow_up_due_at"]
    if urgency is Urgency.MAJOR and not is_handed_over:
        changes["follow_up_due_at"] = first_word_due(office.limits, work.now)
    # A new unit gets a new sign-for clock; the overall limit keeps running unless the room
    # resets it (domain.md §1.7, 退回/改派).
    if case["due_at"] is None or command.due_at is not None or not command.keep_due:
        due = command.due_at or office.handle_due(urgency, work.now, case["limit_hours"] or 24)
        changes["due_at"] = due
        changes["original_due_at"] = due
    if _leaves_the_grid(case, lead):
        changes["is_transferred"] = True
    changes["level"] = max(case["level"], int(_LEVELS.get(lead["kind"], Level.STREET)))
    return changes


def _leaves_the_grid(case: CaseRecord, lead: dict[str, Any]) -> bool:
    """Tell whether a case is handled above its grid or by another community (domain.md §1.2)."""
    if lead["kind"] != UnitKind.GRID:
        return True
    return case["community_id"] is not None and lead["parent_id"] != case["community_id"]


_LEVELS = {
    UnitKind.GRID.value: Level.GRID,
    UnitKind.COMMUNITY.value: Level.COMMUNITY,
    UnitKind.DISTRICT.value: Level.DISTRICT,
}


def _handling_unit(work: Work, unit_id: int) -> dict[str, Any]:
    lead = work.unit_row(unit_id)
    if not lead["active"] or lead["kind"] in (UnitKind.ROOM, UnitKind.LEADERSHIP):
        raise RuleError("unit_cannot_handle", unit=lead["name"])
    if lead["kind"] == UnitKind.DISTRICT:
        raise RuleError("district_by_escalation", unit=lead["name"])
    return lead


def _set_units(work: Work, case: CaseRecord, command: AssignCase) -> None:
    """Name the units of the case anew; what an assisting unit replied before is in its steps."""
    names = {
        command.lead_id: UnitPart.LEAD,
        **{unit: UnitPart.INFORM for unit in command.inform_ids},
        **{unit: UnitPart.ASSIST for unit in command.assist_ids},
    }
    names[command.lead_id] = UnitPart.LEAD
    case_id, known = case.id, {}
    if case.around.has_units:
        query = select(case_unit.c.unit_id, case_unit.c.part).where(case_unit.c.case_id == case_id)
        known = {row.unit_id: row.part for row in work.connection.execute(query)}
    case.look_around_anew()
    named = {unit_id: part.value for unit_id, part in names.items()}
    work.record("case_unit", case_id, {"units": (_told(known), _told(named))})
    for unit_id, part in names.items():
        work.unit_row(unit_id)
        if unit_id in known:
            work.connection.execute(
                update(case_unit)
                .execution_options(**ONLY_WRITES)
                .where(case_unit.c.case_id == case_id, case_unit.c.unit_id == unit_id)
                .values(
                    part=part.value,
                    since=work.now,
                    accepted_at=None,
                    replied_at=None,
                    reply="",
                    read_at=None,
                )
            )
        else:
            work.connection.execute(
                insert(case_unit)
                .execution_options(**ONLY_WRITES)
                .values(case_id=case_id, unit_id=unit_id, part=part.value, since=work.now)
            )
    for unit_id in known.keys() - names.keys():
        # A former unit keeps reading what it once held, but owes nothing more.
        work.connection.execute(
            update(case_unit)
            .execution_options(**ONLY_WRITES)
            .where(case_unit.c.case_id == case_id, case_unit.c.unit_id == unit_id)
            .values(part=UnitPart.INFORM.value)
        )


def _told(parts: dict[int, str]) -> dict[str, str]:
    return {str(unit_id): str(part) for unit_id, part in sorted(parts.items())}


@handles(SignForCase)
def sign_for_case(work: Work, command: SignForCase) -> Result:
    case = work.case(command.case_id, command.version)
    changes: dict[str, Any] = {"signed_at": work.now}
    if case["first_signed_at"] is None:
        changes["first_signed_at"] = work.now
    case.take(StepKind.SIGN_FOR, CaseState.IN_PROGRESS, **changes)
    return answer(case)


@handles(NoteProgress)
def note_progress(work: Work, command: NoteProgress) -> Result:
    case = work.case(command.case_id, command.version)
    text = needed(command.text, "note")
    holds = case["holder_id"] == work.actor.unit_id
    first = holds and case["feedback_at"] is None and case.state is CaseState.IN_PROGRESS
    changes: dict[str, Any] = {"feedback_at": work.now} if first else {}
    if is_followed(case.urgency, case.state):
        changes["follow_up_due_at"] = next_word_due(
            work.office.limits,
            work.now,
            due=case.moment("follow_up_due_at"),
            assigned_at=case.moment("first_assigned_at"),
        )
    case.take(StepKind.NOTE, note=text, **changes)
    return answer(case)


@handles(AcceptAssistance)
def accept_assistance(work: Work, command: AcceptAssistance) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(StepKind.ASSIST_ACCEPT)
    _own_part(work, case, accepted_at=work.now)
    return answer(case)


@handles(ReplyAssistance)
def reply_assistance(work: Work, command: ReplyAssistance) -> Result:
    case = work.case(command.case_id, command.version)
    text = needed(command.text, "reply")
    case.take(StepKind.ASSIST_REPLY, note=text)
    _own_part(work, case, replied_at=work.now, reply=text)
    return answer(case)


@handles(ReadCase)
def read_case(work: Work, command: ReadCase) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(StepKind.READ)
    _own_part(work, case, read_at=work.now)
    return answer(case)


def _own_part(work: Work, case: CaseRecord, **values: Any) -> None:
    case.look_around_anew()
    work.connection.execute(
        update(case_unit)
        .execution_options(**ONLY_WRITES)
        .where(
            and_(case_unit.c.case_id == case.id, case_unit.c.unit_id == work.actor.unit_id),
        )
        .values(**values)
    )


@handles(ReportCase)
def report_case(work: Work, command: ReportCase) -> Result:
    case = work.case(command.case_id, command.version)
    result = needed(command.result, "result")
    case.take(
        StepKind.REPORT,
        CaseState.WAITING_VERIFICATION,
        note=result,
        **reported(work, case, result),
    )
    return answer(case)


@handles(ReportInstead)
def report_instead(work: Work, command: ReportInstead) -> Result:
    case = work.case(command.case_id, command.version)
    result, reason = needed(command.result, "result"), needed(command.reason, "reason")
    case.take(
        StepKind.REPORT_OVERRIDE,
        CaseState.WAITING_VERIFICATION,
        note=result,
        reason=reason,
        **reported(work, case, result),
    )
    return answer(case)


def reported(work: Work, case: CaseRecord, result: str) -> dict[str, Any]:
    """Return the columns that a report sets."""
    return {
        "holder_id": work.room_id,
        "result": result,
        "reported_at": work.now,
        "feedback_at": case["feedback_at"] or work.now,
        "verify_due_at": work.office.verify_due(case.urgency, work.now),
    }


@handles(VerifyCase)
def verify_case(work: Work, command: VerifyCase) -> Result:
    case = work.case(command.case_id, command.version)
    _check_stars(command.stars)
    asks = waits_for_call(
        Source(case["source"]),
        has_phone=bool(case["reporter_phone"]),
        wish=case["wants_call_back"],
    )
    case.take(
        StepKind.VERIFY,
        CaseState.WAITING_CALL_BACK if asks else CaseState.CLOSED,
        note=clean_text(command.opinion, field="opinion"),
        verification=clean_text(command.opinion, field="opinion"),
        verified_at=work.now,
        verified_first_time=case["rework_count"] == 0,
        closed_at=work.now,
        stars=command.stars,
    )
    close_linked(work, case, case["result"])
    return answer(case)


@handles(SendBackCase)
def send_back_case(work: Work, command: SendBackCase) -> Result:
    case = work.case(command.case_id, command.version)
    reason = needed(command.reason, "reason")
    case.take(
        StepKind.SEND_BACK,
        CaseState.IN_PROGRESS,
        reason=reason,
        **_given_back(work, case),
        rework_count=case["rework_count"] + 1,
        verified_first_time=False,
        verification=reason,
        self_handled=False,
    )
    return answer(case)


@handles(CallBackCase)
def call_back_case(work: Work, command: CallBackCase) -> Result:
    case = work.case(command.case_id, command.version)
    _check_stars(command.stars)
    reached = command.satisfaction is not Satisfaction.UNREACHED
    changes: dict[str, Any] = {}
    if reached:
        changes["called_back_at"] = work.now
    # A later call that nobody answers does not take back what was said before.
    if reached or not case["satisfaction"]:
        changes["satisfaction"] = command.satisfaction.value
    if command.stars is not None:
        changes["stars"] = command.stars
    target = case.state
    if case.state is CaseState.WAITING_CALL_BACK and reached:
        target = CaseState.CLOSED
    case.take(StepKind.CALL_BACK, target, note=clean_text(command.note, field="note"), **changes)
    return answer(case)


@handles(ReopenCase)
def reopen_case(work: Work, command: ReopenCase) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(
        StepKind.REOPEN,
        CaseState.IN_PROGRESS,
        reason=needed(command.reason, "reason"),
        **_given_back(work, case),
        closed_at=None,
        rework_count=case["rework_count"] + 1,
        verified_first_time=False,
        self_handled=False,
    )
    return answer(case)


def _given_back(work: Work, case: CaseRecord) -> dict[str, Any]:
    """Return who works on a case again: its lead, else its place; the room where none is known."""
    unit = case["lead_id"] or case["grid_id"] or case["community_id"]
    changes = {"holder_id": unit or work.room_id, "lead_id": unit}
    if case.urgency is Urgency.MAJOR:
        due = next_word_due(work.office.limits, work.now, due=None, assigned_at=None)
        changes["follow_up_due_at"] = due
    return changes


@handles(ArchiveCase)
def archive_case(work: Work, command: ArchiveCase) -> Result:
    case = work.case(command.case_id, command.version)
    case.refuse_unless(StepKind.ARCHIVE, CaseState.ARCHIVED)
    if case.state is CaseState.WAITING_CALL_BACK and not case["satisfaction"]:
        # Whoever waits for a call was called at least once, reached or not.
        raise RuleError("field_missing", field="satisfaction")
    case.take(
        StepKind.ARCHIVE,
        CaseState.ARCHIVED,
        archived_at=work.now,
        is_public=command.make_public or case["is_public"],
    )
    return answer(case)


def _check_stars(stars: int | None) -> None:
    if stars is not None and not 1 <= stars <= 5:
        raise RuleError("stars_out_of_range", stars=stars)

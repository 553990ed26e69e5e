"""A supervision notice until it is issued, extended or withdrawn (domain.md §3.2–3.4).

``db`` builds no sentence: texts come from the person, drafted by the desktop from the facts of
the query ``notice_draft``. What can be computed is computed here, again when it is issued.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, ClassVar

from db.case_record import CaseRecord
from db.commands.decision_record import hand_to_supervision
from db.commands.door import Command, Result, handles
from db.commands.intake import needed
from db.commands.notice_record import NoticeRecord, OnNotice, refuse, write_step
from db.commands.notice_rules import (
    case_on,
    check_limits,
    computed,
    refuse_a_lower_level,
    refuse_a_second_draft,
    supervised_unit,
)
from db.errors import RuleError
from db.model.meeting import decision
from db.model.supervision import notice, points_entry
from db.rules.agenda import OWED, DecisionState
from db.rules.checks import clean_name, clean_phone, clean_text
from db.rules.notice_states import (
    UNNUMBERED_STATES,
    NoticeAction,
    NoticeState,
    notice_refusal,
)
from db.rules.numbering import DocumentNumber, Numbered, counter_name
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.supervision import notice_due
from db.rules.terms import (
    CLOSED_STATES,
    OPEN_STATES,
    CaseState,
    SupervisionLevel,
    Urgency,
)
from db.work import Work

WRITTEN = "written"
"""The means of a notice unless another one is told."""


_OPEN_DECISIONS = OWED | {DecisionState.SUPERVISED}

_STEPS = {
    SupervisionLevel.ORDINARY: StepKind.SUPERVISE_ORDINARY,
    SupervisionLevel.YELLOW: StepKind.SUPERVISE_YELLOW,
    SupervisionLevel.RED: StepKind.SUPERVISE_RED,
}


@dataclass(frozen=True, kw_only=True)
class NoticeTexts:
    """What a person writes on a notice; None leaves what stands there.

    ``copy_to`` names one addressee a line; ``wording`` is the version of the office's wording
    from which the texts were proposed.
    """

    subject: str | None = None
    background: str | None = None
    handling: str | None = None
    problem: str | None = None
    basis: str | None = None
    demands: tuple[str, ...] | None = None
    consequence: str | None = None
    copy_to: str | None = None
    contact_name: str | None = None
    contact_phone: str | None = None
    wording: int | None = None


@dataclass(frozen=True, kw_only=True)
class DraftNotice(Command):
    """Draft a notice about a case or an agreed item, to its lead unit unless another is named.

    ``trigger`` is the one of the suggestion that it follows. Without ``finish_by`` the limit is
    computed when the notice is issued; ``report_by`` then is the same.
    """

    permission: ClassVar = Permission.SUPERVISION_DRAFT
    case_id: int | None = None
    decision_id: int | None = None
    level: SupervisionLevel = SupervisionLevel.ORDINARY
    trigger: str = "manual"
    unit_id: int | None = None
    texts: NoticeTexts = NoticeTexts()
    means: str = WRITTEN
    urgency: Urgency | None = None
    finish_by: datetime | None = None
    report_by: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeNotice(OnNotice):
    """Change a draft; what is None stays as it is."""

    permission: ClassVar = Permission.SUPERVISION_DRAFT
    texts: NoticeTexts = NoticeTexts()
    level: SupervisionLevel | None = None
    unit_id: int | None = None
    means: str | None = None
    urgency: Urgency | None = None
    finish_by: datetime | None = None
    report_by: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class CheckNotice(OnNotice):
    """审核: the draft is complete and right."""

    permission: ClassVar = Permission.SUPERVISION_CHECK
    opinion: str = ""


@dataclass(frozen=True, kw_only=True)
class RefuseNotice(OnNotice):
    """Give a checked notice back to be drafted again."""

    permission: ClassVar = Permission.SUPERVISION_CHECK
    reason: str


@dataclass(frozen=True, kw_only=True)
class IssueNotice(OnNotice):
    """签发: number, supervision of the case, points and limits in one transaction."""

    permission: ClassVar = Permission.SUPERVISION_ISSUE


@dataclass(frozen=True, kw_only=True)
class ExtendNotice(OnNotice):
    """Move the limit of an issued notice before it has passed."""

    permission: ClassVar = Permission.SUPERVISION_ISSUE
    finish_by: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class WithdrawNotice(OnNotice):
    """撤销: the number stays taken, the points are given back, the supervision is cancelled."""

    permission: ClassVar = None
    reason: str


@handles(DraftNotice)
def draft_notice(work: Work, command: DraftNotice) -> Result:
    return draft(work, command)


def draft(work: Work, command: DraftNotice) -> Result:
    """Draft a notice; for a meeting that decides so, too."""
    role, level = work.actor.role, SupervisionLevel(command.level)
    refuse(
        notice_refusal(NoticeAction.DRAFT, None, level, role, is_own_unit=False),
        NoticeAction.DRAFT,
        None,
        level,
        None,
    )
    if command.case_id is None and command.decision_id is None:
        raise RuleError("notice_without_object")
    agreed = None if command.decision_id is None else work.row(decision, command.decision_id)
    if agreed is not None and agreed["state"] not in _OPEN_DECISIONS:
        raise RuleError("decision_not_open", code=agreed["code"], state=agreed["state"])
    case = _case_of(work, command, agreed)
    object_id = (case.id if case else None, command.decision_id)
    refuse_a_second_draft(work, *object_id)
    refuse_a_lower_level(work, case, command.decision_id, level)
    unit_id = supervised_unit(work, command.unit_id, case, agreed)
    check_limits(work, command.finish_by, command.report_by)
    values = {
        "street_id": work.actor.street_id,
        "case_id": object_id[0],
        "decision_id": command.decision_id,
        "state": NoticeState.DRAFT.value,
        "level": int(level),
        "trigger": clean_name(command.trigger, field="trigger"),
        "unit_id": unit_id,
        "means": clean_name(command.means, field="means"),
        "urgency": int(command.urgency or (case.urgency if case else Urgency.NORMAL)),
        "finish_by": command.finish_by,
        "report_by": command.report_by,
        "drafted_by": work.actor.account_id,
        "drafted_at": work.now,
        **_first_texts(work, case, agreed, unit_id, level),
        **_cleaned(command.texts),
        **computed(work, case),
    }
    id_ = work.insert(notice, **values)
    write_step(work, id_, NoticeAction.DRAFT, None, NoticeState.DRAFT, "")
    work.changed("notice", id_, unit_id)
    return {"notice_id": id_, "number": None, "version": 1, "state": NoticeState.DRAFT.value}


def _case_of(work: Work, command: DraftNotice, agreed: dict[str, Any] | None) -> CaseRecord | None:
    """Return the case to be supervised; an agreed item's case only while it is open."""
    if command.case_id is not None:
        case = work.case(command.case_id, None)
        if case.state not in OPEN_STATES:
            raise RuleError("case_not_open", number=case.number, state=int(case.state))
        return case
    if agreed is None or agreed["case_id"] is None:
        return None
    case = work.case(agreed["case_id"], None)
    return case if case.state in OPEN_STATES else None


def _first_texts(
    work: Work,
    case: CaseRecord | None,
    agreed: dict[str, Any] | None,
    unit_id: int,
    level: SupervisionLevel,
) -> dict[str, Any]:
    """Return what stands on the paper word for word from the record, before anybody writes."""
    room = work.unit_row(work.room_id)
    is_red = level is SupervisionLevel.RED
    code = "" if agreed is None else agreed["code"]
    return {
        "subject": case["title"] if case else "" if agreed is None else agreed["text"],
        "basis": "\n".join(one for one in (case["instruction"] if case else "", code) if one),
        "copy_to": work.unit_row(unit_id)["department"] if is_red else "",
        "contact_name": work.actor.name,
        "contact_phone": room["phone"],
    }


def _cleaned(texts: NoticeTexts) -> dict[str, Any]:
    """Return the texts that were told, ready to be stored."""
    told = {
        field.name: getattr(texts, field.name)
        for field in fields(texts)
        if getattr(texts, field.name) is not None
    }
    values: dict[str, Any] = {}
    for name, value in told.items():
        if name == "wording":
            values[name] = int(value)
        elif name == "demands":
            lines = [clean_text(line, field=name) for line in value]
            values[name] = [line for line in lines if line]
        elif name == "contact_name":
            values[name] = clean_name(value, field=name)
        elif name == "contact_phone":
            values[name] = clean_phone(value, field=name)
        else:
            values[name] = clean_text(value, field=name)
    return values


@handles(ChangeNotice)
def change_notice(work: Work, command: ChangeNotice) -> Result:
    record = NoticeRecord.of(work, command)
    record.refuse_unless(NoticeAction.CHANGE)
    changes = _cleaned(command.texts)
    if command.level is not None and command.level != record.level:
        case = case_on(work, record)
        refuse_a_lower_level(work, case, record["decision_id"], command.level, but=record.id)
        changes["level"] = int(command.level)
    if command.unit_id is not None:
        changes["unit_id"] = supervised_unit(work, command.unit_id, None, None)
    if command.means is not None:
        changes["means"] = clean_name(command.means, field="means")
    if command.urgency is not None:
        changes["urgency"] = int(command.urgency)
    check_limits(work, command.finish_by, command.report_by)
    for name in ("finish_by", "report_by"):
        if getattr(command, name) is not None:
            changes[name] = getattr(command, name)
    record.take(NoticeAction.CHANGE, **changes)
    return record.answer()


@handles(CheckNotice)
def check_notice(work: Work, command: CheckNotice) -> Result:
    record = NoticeRecord.of(work, command)
    record.refuse_unless(NoticeAction.CHECK)
    for name in ("subject", "demands"):
        if not record[name]:
            raise RuleError("field_missing", field=name)
    opinion = clean_text(command.opinion, field="opinion")
    record.take(
        NoticeAction.CHECK, note=opinion, checked_by=work.actor.account_id, checked_at=work.now
    )
    return record.answer()


@handles(RefuseNotice)
def refuse_notice(work: Work, command: RefuseNotice) -> Result:
    record = NoticeRecord.of(work, command)
    reason = needed(command.reason, "reason")
    record.take(NoticeAction.REFUSE, note=reason, checked_by=None, checked_at=None)
    return record.answer()


@handles(IssueNotice)
def issue_notice(work: Work, command: IssueNotice) -> Result:
    record = NoticeRecord.of(work, command)
    record.refuse_unless(NoticeAction.ISSUE)
    finish_by = record["finish_by"] or notice_due(
        work.now, work.office.calendar, work.office.supervision
    )
    report_by = record["report_by"] or finish_by
    check_limits(work, finish_by, report_by)
    case = case_on(work, record)
    refuse_a_lower_level(work, case, record["decision_id"], record.level, but=record.id)
    year = work.now.year
    serial = work.allocate(
        Numbered.NOTICE.value, counter_name(Numbered.NOTICE, work.actor.street_id, year)
    )
    number = str(DocumentNumber(work.street_row["organ_code"], year, serial))
    if case is not None:
        case.take(
            _STEPS[record.level],
            note=number,
            target_id=record["unit_id"],
            supervision_level=int(record.level),
        )
    points = float(work.office.supervision.points(record.level))
    record.take(
        NoticeAction.ISSUE,
        note=number,
        number=number,
        year=year,
        serial=serial,
        issued_by=work.actor.account_id,
        issued_at=work.now,
        finish_by=finish_by,
        report_by=report_by,
        points=points,
        **computed(work, case),
    )
    _write_points(work, record, points, f"notice_{record.level.name.lower()}")
    _hand_over_the_decision(work, record)
    return record.answer()


def _hand_over_the_decision(work: Work, record: NoticeRecord) -> None:
    """Mark the agreed item 转督办, if it is still owed."""
    if record["decision_id"] is None:
        return
    agreed = work.row(decision, record["decision_id"])
    if agreed["state"] in OWED:
        hand_to_supervision(work, agreed, record["number"])


def _write_points(work: Work, record: NoticeRecord, points: float, reason: str) -> None:
    if points:
        work.insert(
            points_entry,
            street_id=work.actor.street_id,
            unit_id=record["unit_id"],
            notice_id=record.id,
            at=work.now,
            points=points,
            reason=reason,
        )


@handles(ExtendNotice)
def extend_notice(work: Work, command: ExtendNotice) -> Result:
    record = NoticeRecord.of(work, command)
    record.refuse_unless(NoticeAction.EXTEND)
    old = record["finish_by"]
    if work.now > old:
        raise RuleError("extension_too_late", due=old)
    if command.finish_by <= old:
        raise RuleError("limit_not_later", due=old)
    changes: dict[str, Any] = {"finish_by": command.finish_by}
    if record["report_by"] == old:
        changes["report_by"] = command.finish_by
    record.take(NoticeAction.EXTEND, note=needed(command.reason, "reason"), **changes)
    return record.answer()


@handles(WithdrawNotice)
def withdraw_notice(work: Work, command: WithdrawNotice) -> Result:
    record = NoticeRecord.of(work, command)
    record.refuse_unless(NoticeAction.WITHDRAW)
    reason = needed(command.reason, "reason")
    was_issued = record.state not in UNNUMBERED_STATES
    points = record["points"]
    record.take(NoticeAction.WITHDRAW, note=reason, withdrawn_reason=reason, points=0.0)
    if was_issued:
        _write_points(work, record, -points, "notice_withdrawn")
        _cancel_supervision(work, record, reason)
    return record.answer()


def _cancel_supervision(work: Work, record: NoticeRecord, reason: str) -> None:
    """Cancel the case's supervision when it was this notice's; an archived case stays as it is."""
    case = case_on(work, record)
    if case is None or case["supervision_level"] != int(record.level):
        return
    if case.state in OPEN_STATES | CLOSED_STATES and case.state is not CaseState.ARCHIVED:
        case.take(
            StepKind.CANCEL_SUPERVISION,
            reason=reason,
            note=record["number"],
            supervision_level=int(SupervisionLevel.NONE),
        )

"""A supervision notice after it was issued: delivered, replied to, struck off (domain.md §3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from db.commands.door import Result, handles
from db.commands.intake import needed
from db.commands.notice_record import NoticeRecord, OnNotice
from db.errors import RuleError
from db.rules.checks import clean_name, clean_text
from db.rules.notice_states import NoticeAction, ReplyOutcome
from db.rules.permissions import Permission
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class DeliverNotice(OnNotice):
    """送达签收: the unit has the paper; the unit itself or the room records who took it."""

    permission: ClassVar = None
    received_by: str


@dataclass(frozen=True, kw_only=True)
class ReplyNotice(OnNotice):
    """回执: the unit replies, or the room for it; until all is done it may reply again."""

    permission: ClassVar = None
    outcome: ReplyOutcome
    text: str
    signer: str


@dataclass(frozen=True, kw_only=True)
class SendNoticeBack(OnNotice):
    """退回重办: the room does not accept the reply."""

    permission: ClassVar = None
    reason: str


@dataclass(frozen=True, kw_only=True)
class AskStrikeOff(OnNotice):
    """The unit asks that the notice be struck off, telling the evidence."""

    permission: ClassVar = None
    evidence: str


@dataclass(frozen=True, kw_only=True)
class VerifyNotice(OnNotice):
    """The room has looked: the matter is settled, and the signer may strike it off."""

    permission: ClassVar = Permission.SUPERVISION_DRAFT
    opinion: str


@dataclass(frozen=True, kw_only=True)
class StrikeOffNotice(OnNotice):
    """销号, by one who may sign a notice of this level."""

    permission: ClassVar = Permission.SUPERVISION_ISSUE
    opinion: str = ""


@handles(DeliverNotice)
def deliver_notice(work: Work, command: DeliverNotice) -> Result:
    record = NoticeRecord.of(work, command)
    receiver = clean_name(command.received_by, field="received_by")
    if not receiver:
        raise RuleError("field_missing", field="received_by")
    record.take(NoticeAction.DELIVER, note=receiver, delivered_at=work.now, received_by=receiver)
    return record.answer()


@handles(ReplyNotice)
def reply_notice(work: Work, command: ReplyNotice) -> Result:
    record = NoticeRecord.of(work, command)
    text, outcome = needed(command.text, "text"), ReplyOutcome(command.outcome)
    signer = clean_name(command.signer, field="signer")
    if not signer:
        raise RuleError("field_missing", field="signer")
    record.take(
        NoticeAction.REPLY,
        note=text,
        # Whether the unit answered in time is told by its first answer.
        replied_at=record["replied_at"] or work.now,
        reply_outcome=outcome.value,
        reply_text=text,
        reply_signer=signer,
    )
    return record.answer()


@handles(SendNoticeBack)
def send_notice_back(work: Work, command: SendNoticeBack) -> Result:
    record = NoticeRecord.of(work, command)
    reason = needed(command.reason, "reason")
    record.take(NoticeAction.SEND_BACK, note=reason, check_opinion=reason, strike_off_asked_at=None)
    return record.answer()


@handles(AskStrikeOff)
def ask_strike_off(work: Work, command: AskStrikeOff) -> Result:
    record = NoticeRecord.of(work, command)
    record.refuse_unless(NoticeAction.ASK)
    if record["reply_outcome"] != ReplyOutcome.CLOSED:
        raise RuleError("reply_not_closed", outcome=record["reply_outcome"])
    evidence = needed(command.evidence, "evidence")
    record.take(
        NoticeAction.ASK,
        note=evidence,
        strike_off_asked_at=work.now,
        strike_off_evidence=evidence,
    )
    return record.answer()


@handles(VerifyNotice)
def verify_notice(work: Work, command: VerifyNotice) -> Result:
    record = NoticeRecord.of(work, command)
    opinion = needed(command.opinion, "opinion")
    record.take(NoticeAction.VERIFY, note=opinion, check_opinion=opinion)
    return record.answer()


@handles(StrikeOffNotice)
def strike_off_notice(work: Work, command: StrikeOffNotice) -> Result:
    record = NoticeRecord.of(work, command)
    record.refuse_unless(NoticeAction.STRIKE_OFF)
    opinion = clean_text(command.opinion, field="opinion")
    record.take(
        NoticeAction.STRIKE_OFF,
        note=opinion,
        check_opinion=record["check_opinion"] or opinion,
        struck_off_by=work.actor.account_id,
        struck_off_at=work.now,
        # The unit's own part ends when it asks; how long the room takes is not held against it.
        struck_off_in_time=record["strike_off_asked_at"] <= record["finish_by"],
    )
    return record.answer()

"""Cases come in: drafted, registered, handled on the spot, accepted, refused, amended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from zlib import crc32

from sqlalchemy import insert

from db.admission import admitted_item
from db.case_record import CaseRecord
from db.commands.door import Command, Result, handles
from db.errors import RuleError
from db.model.case import cases
from db.rules.checks import clean_name, clean_phone, clean_text, clean_title
from db.rules.numbering import case_number, case_number_prefix
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.terms import (
    CaseState,
    Level,
    Role,
    Source,
    UnitKind,
    Urgency,
)
from db.work import Work

_ROW = insert(cases)

SPOT_CHECK_PERCENT = 5
"""Share of self-handled cases that go to verification (domain.md §1.3)."""


@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    """What is told about a case when it comes in; the same for every way in.

    ``item_id`` or ``item_text`` names the item of the admission list; without ``urgency`` the
    item's own applies. Times are the street's wall clock.
    """

    source: Source = Source.MANUAL
    title: str = ""
    content: str = ""
    item_id: int | None = None
    item_text: str = ""
    urgency: Urgency | None = None
    community_id: int | None = None
    grid_id: int | None = None
    micro_grid: str = ""
    address: str = ""
    longitude: float | None = None
    latitude: float | None = None
    happened_at: datetime | None = None
    reporter_name: str = ""
    reporter_phone: str = ""
    wants_call_back: bool = False
    people_count: int | None = None
    concerns_stability: bool = False
    source_number: str | None = None


@dataclass(frozen=True, kw_only=True)
class SaveDraft(Command):
    """Keep an unfinished registration; nothing but the facts typed so far is demanded."""

    permission: ClassVar = Permission.CASE_REGISTER
    facts: CaseFacts


@dataclass(frozen=True, kw_only=True)
class RegisterCase(Command):
    """Register a case, new or from a draft; it then waits for acceptance in the room."""

    permission: ClassVar = Permission.CASE_REGISTER
    facts: CaseFacts
    draft_id: int | None = None
    draft_version: int | None = None


@dataclass(frozen=True, kw_only=True)
class SelfHandleCase(Command):
    """Register a case that the grid settled on the spot; a share goes to verification."""

    permission: ClassVar = Permission.CASE_REGISTER
    facts: CaseFacts
    result: str
    spot_check: bool | None = None


@dataclass(frozen=True, kw_only=True)
class AcceptCase(Command):
    """The room takes the case on; the item may be put right."""

    permission: ClassVar = Permission.CASE_ACCEPT
    case_id: int
    version: int | None
    item_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ProposeRefusal(Command):
    """An operator proposes that the case be refused."""

    permission: ClassVar = Permission.CASE_ACCEPT
    case_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class RefuseCase(Command):
    """The room does not take the case on; the reason is compulsory."""

    permission: ClassVar = Permission.CASE_ACCEPT
    case_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class VoidCase(Command):
    """Withdraw a case that should not exist; its number is never used again."""

    permission: ClassVar = Permission.CASE_ACCEPT
    case_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class AmendCase(Command):
    """Put facts of a case right; only those named in ``changes`` change.

    ``changes`` maps field names of :class:`CaseFacts` (without item_text) to new values.
    """

    permission: ClassVar = Permission.CASE_ACCEPT
    case_id: int
    version: int | None
    changes: dict[str, Any]


@handles(SaveDraft)
def save_draft(work: Work, command: SaveDraft) -> Result:
    case = new_case(work, command.facts.source, command.facts.source_number)
    case.take(StepKind.SAVE_DRAFT, CaseState.DRAFT, **_typed(command.facts))
    return answer(case)


@handles(RegisterCase)
def register_case(work: Work, command: RegisterCase) -> Result:
    columns = checked_facts(work, command.facts)
    if command.draft_id is not None:
        case = work.case(command.draft_id, command.draft_version)
    else:
        case = new_case(work, command.facts.source, command.facts.source_number)
    case.take(
        StepKind.REGISTER,
        CaseState.WAITING_ACCEPTANCE,
        holder_id=work.unit_of_kind(UnitKind.ROOM),
        accept_due_at=work.office.accept_due(Urgency(columns["urgency"]), work.now),
        **columns,
    )
    return answer(case)


@handles(SelfHandleCase)
def self_handle_case(work: Work, command: SelfHandleCase) -> Result:
    columns = checked_facts(work, command.facts)
    result = needed(command.result, "result")
    case = new_case(work, command.facts.source, command.facts.source_number)
    unit = command.facts.grid_id or command.facts.community_id or work.actor.unit_id
    urgency = Urgency(columns["urgency"])
    due = work.office.handle_due(urgency, work.now, columns["limit_hours"])
    columns.update(
        self_handled=True,
        result=result,
        reported_at=work.now,
        due_at=due,
        original_due_at=due,
    )
    checked = command.spot_check
    if checked is None:
        # The number decides, so that a repeat of the same day's work gives the same share.
        checked = crc32(case.number.encode()) % 100 < SPOT_CHECK_PERCENT
    if checked:
        case.take(
            StepKind.SELF_HANDLE,
            CaseState.WAITING_VERIFICATION,
            holder_id=work.unit_of_kind(UnitKind.ROOM),
            verify_due_at=work.office.verify_due(urgency, work.now),
            **columns,
        )
    else:
        case.take(
            StepKind.SELF_HANDLE,
            CaseState.CLOSED,
            holder_id=unit,
            closed_at=work.now,
            **columns,
        )
    return answer(case)


@handles(AcceptCase)
def accept_case(work: Work, command: AcceptCase) -> Result:
    case = work.case(command.case_id, command.version)
    changes: dict[str, Any] = {"accepted_at": work.now}
    if command.item_id is not None:
        changes |= _item_columns(work, command.item_id, "")
    case.take(StepKind.ACCEPT, CaseState.WAITING_ASSIGNMENT, **changes)
    return answer(case)


@handles(ProposeRefusal)
def propose_refusal(work: Work, command: ProposeRefusal) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(StepKind.PROPOSE_REFUSAL, reason=needed(command.reason, "reason"))
    return answer(case)


@handles(RefuseCase)
def refuse_case(work: Work, command: RefuseCase) -> Result:
    case = work.case(command.case_id, command.version)
    reason = needed(command.reason, "reason")
    case.take(
        StepKind.REFUSE, CaseState.VOID, reason=reason, void_reason=reason, closed_at=work.now
    )
    return answer(case)


@handles(VoidCase)
def void_case(work: Work, command: VoidCase) -> Result:
    case = work.case(command.case_id, command.version)
    reason = needed(command.reason, "reason")
    case.take(StepKind.VOID, CaseState.VOID, reason=reason, void_reason=reason, closed_at=work.now)
    return answer(case)


@handles(AmendCase)
def amend_case(work: Work, command: AmendCase) -> Result:
    case = work.case(command.case_id, command.version)
    changes = dict(command.changes)
    cleaned: dict[str, Any] = {}
    if "item_id" in changes:
        cleaned |= _item_columns(work, changes.pop("item_id"), "")
        cleaned.pop("limit_hours")
    for name, value in changes.items():
        if name not in _CLEANERS and name not in _TAKEN_AS_THEY_ARE:
            raise RuleError("field_unknown", field=name)
        cleaned[name] = _CLEANERS[name](value) if name in _CLEANERS else value
    case.take(StepKind.AMEND, **cleaned)
    return answer(case)


def answer(case: CaseRecord) -> Result:
    """Return what every command on one case answers."""
    return {
        "case_id": case.id,
        "number": case.number,
        "version": case.version,
        "state": int(case.state),
    }


def needed(text: str, field: str) -> str:
    """Return a cleaned text that must not be empty.

    :raises RuleError: ``field_missing``.
    """
    cleaned = clean_text(text, field=field)
    if not cleaned:
        raise RuleError("field_missing", field=field)
    return cleaned


def new_case(
    work: Work, source: Source, source_number: str | None, at: datetime | None = None
) -> CaseRecord:
    """Make the row of a case with its number; its first step follows in the same transaction."""
    registered_at = at or work.now
    prefix = case_number_prefix(work.street_row["letters"], source, registered_at.date())
    serial = work.allocate("case", prefix)
    id_ = work.new_id(registered_at)
    work.connection.execute(
        _ROW,
        {
            "id": id_,
            "number": case_number(prefix, serial),
            "street_id": work.actor.street_id,
            "source": source.value,
            "source_number": source_number or None,
            "registered_at": registered_at,
            "created_by": work.actor.account_id,
        },
    )
    return work.case(id_, 0)


def checked_facts(work: Work, facts: CaseFacts) -> dict[str, Any]:
    """Return the columns of a complete registration.

    :raises RuleError: ``field_missing`` with ``fields``, ``not_on_list`` with the nearest items,
        ``item_retired``, ``place_unknown``, ``time_ahead``.
    :raises CheckError: a text that no text field takes.
    """
    missing = [
        name
        for name, value in (
            ("content", facts.content.strip()),
            ("item", facts.item_id or facts.item_text.strip()),
            ("community", facts.community_id or facts.grid_id),
        )
        if not value
    ]
    if missing:
        raise RuleError("field_missing", field=missing[0], fields=missing)
    columns = _typed(facts) | _item_columns(work, facts.item_id, facts.item_text)
    if facts.urgency is not None:
        columns["urgency"] = int(facts.urgency)
    columns |= _place(work, facts)
    if facts.happened_at and facts.happened_at > work.now:
        raise RuleError("time_ahead", field="happened_at")
    return columns


def _typed(facts: CaseFacts) -> dict[str, Any]:
    content = clean_text(facts.content, field="content")
    title = clean_title(facts.title) if facts.title.strip() else _title_from(content)
    return {
        "title": title,
        "content": content,
        "micro_grid": clean_name(facts.micro_grid, field="micro_grid"),
        "address": clean_text(facts.address, field="address", limit=200),
        "longitude": facts.longitude,
        "latitude": facts.latitude,
        "happened_at": facts.happened_at,
        "reporter_name": clean_name(facts.reporter_name, field="reporter_name"),
        "reporter_phone": clean_phone(facts.reporter_phone),
        "wants_call_back": facts.wants_call_back,
        "people_count": facts.people_count,
        "concerns_stability": facts.concerns_stability,
        "community_id": facts.community_id,
        "grid_id": facts.grid_id,
        "level": int(Level.GRID),
    }


def _title_from(content: str) -> str:
    """Return the first sentence of the content, cut to a title's length."""
    for mark in "。！？；\n":
        content = content.split(mark)[0]
    return content[:50]


def _item_columns(work: Work, item_id: int | None, text: str) -> dict[str, Any]:
    found = admitted_item(work.connection, work.actor.street_id, item_id, text, work.now.date())
    return {
        "item_id": found.id,
        "platform": found.platform,
        "class_name": found.class_name,
        "limit_hours": found.limit_hours,
        "urgency": int(found.urgency),
    }


def _place(work: Work, facts: CaseFacts) -> dict[str, Any]:
    """Return community and grid, each checked; the grid tells the community."""
    if facts.grid_id is None:
        return {"community_id": facts.community_id, "grid_id": None}
    grid = work.unit_row(facts.grid_id)
    if grid["kind"] != UnitKind.GRID or (
        facts.community_id is not None and grid["parent_id"] != facts.community_id
    ):
        raise RuleError("place_unknown", grid=facts.grid_id)
    if work.actor.role is Role.GRID and work.actor.unit_id not in (grid["id"], grid["parent_id"]):
        raise RuleError("place_not_yours", grid=facts.grid_id)
    return {"community_id": grid["parent_id"], "grid_id": grid["id"]}


_CLEANERS: dict[str, Any] = {
    "title": clean_title,
    "content": lambda text: needed(text, "content"),
    "micro_grid": lambda text: clean_name(text, field="micro_grid"),
    "address": lambda text: clean_text(text, field="address", limit=200),
    "reporter_name": lambda text: clean_name(text, field="reporter_name"),
    "reporter_phone": clean_phone,
}
_TAKEN_AS_THEY_ARE = frozenset(
    {
        "urgency",
        "community_id",
        "grid_id",
        "longitude",
        "latitude",
        "happened_at",
        "wants_call_back",
        "people_count",
        "concerns_stability",
        "is_public",
    }
)

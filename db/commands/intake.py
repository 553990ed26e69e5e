"""Cases come in: drafted, registered, handled on the spot, accepted, refused, amended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from zlib import crc32

from sqlalchemy import insert, select

from db.admission import admitted_item
from db.case_record import CaseRecord
from db.circumstances import Circumstances
from db.commands.door import Command, Result, handles
from db.commands.fact_checks import (
    RANGES,
    amended_place,
    checked_place,
    refuse_out_of_range,
    title_from,
)
from db.commands.shape import refuse_other_kind
from db.errors import NotFound, RuleError
from db.model.case import NEW_CASE, cases
from db.rules.checks import (
    clean_name,
    clean_phone,
    clean_text,
    clean_title,
)
from db.rules.follow_up import first_word_due, is_followed
from db.rules.numbering import case_number, case_number_prefix
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.terms import (
    CLOSED_STATES,
    ROOM_ROLES,
    CaseState,
    Level,
    Role,
    Source,
    UnitKind,
    Urgency,
)
from db.ways import ONLY_WRITES
from db.work import Work

_ROW = insert(cases).execution_options(**ONLY_WRITES)


@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    """What is told about a case when it comes in; the same for every way in.

    ``item_id`` or ``item_text`` names the item of the admission list; without ``urgency`` the
    item's own applies. Times are the street's wall clock. ``wants_call_back=None`` says that the
    reporter was not asked; then the rule of the call-back decides.
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
    wants_call_back: bool | None = None
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
    facts = command.facts
    columns = _typed(facts)
    if facts.item_id is not None:
        columns |= _item_columns(work, facts.item_id, "")
    if facts.urgency is not None:
        columns["urgency"] = int(facts.urgency)
    if facts.community_id is not None or facts.grid_id is not None:
        columns |= _place(work, facts)
    case = new_case(work, facts.source, _source_number(facts))
    case.take(StepKind.SAVE_DRAFT, CaseState.DRAFT, **columns)
    return answer(case)


@handles(RegisterCase)
def register_case(work: Work, command: RegisterCase) -> Result:
    columns = checked_facts(work, command.facts)
    if command.draft_id is not None:
        case = _draft(work, command.draft_id, command.draft_version)
    else:
        case = new_case(work, command.facts.source, _source_number(command.facts))
    case.take(
        StepKind.REGISTER,
        CaseState.WAITING_ACCEPTANCE,
        holder_id=work.room_id,
        accept_due_at=work.office.accept_due(Urgency(columns["urgency"]), work.now),
        **columns,
    )
    return answer(case)


@handles(SelfHandleCase)
def self_handle_case(work: Work, command: SelfHandleCase) -> Result:
    columns = checked_facts(work, command.facts)
    result = needed(command.result, "result")
    case = new_case(work, command.facts.source, _source_number(command.facts))
    unit = columns["grid_id"] or columns["community_id"]
    # 一级 is what the grid settles; what the community itself settles is 二级 (domain.md §1.2).
    if work.actor.unit_kind == UnitKind.COMMUNITY and columns["grid_id"] is None:
        columns["level"] = int(Level.COMMUNITY)
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
        checked = crc32(case.number.encode()) % 100 < work.office.spot_check_percent
    if checked:
        case.take(
            StepKind.SELF_HANDLE,
            CaseState.WAITING_VERIFICATION,
            holder_id=work.room_id,
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
    # The same item again puts nothing right; an urgency told at registering stays.
    if command.item_id is not None and command.item_id != case["item_id"]:
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
    close_linked(work, case, reason)
    return answer(case)


@handles(VoidCase)
def void_case(work: Work, command: VoidCase) -> Result:
    case = work.case(command.case_id, command.version)
    reason = needed(command.reason, "reason")
    was_draft = case.state is CaseState.DRAFT
    case.take(StepKind.VOID, CaseState.VOID, reason=reason, void_reason=reason, closed_at=work.now)
    if not was_draft:
        close_linked(work, case, reason)
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
        _refuse_other_value(name, value)
        cleaned[name] = _CLEANERS[name](value) if name in _CLEANERS else value
    if "urgency" in changes:
        cleaned["urgency"] = int(changes["urgency"])
        turns_major = case.urgency is not changes["urgency"]
        if turns_major and is_followed(changes["urgency"], case.state):
            cleaned["follow_up_due_at"] = first_word_due(work.office.limits, work.now)
    if "community_id" in changes or "grid_id" in changes:
        cleaned |= amended_place(work, case, changes)
    _refuse_time_ahead(work, cleaned.get("happened_at"))
    case.take(StepKind.AMEND, **cleaned)
    return answer(case)


def close_linked(work: Work, main: CaseRecord, result: str) -> None:
    """Close the duplicates of a case with it, however it ended (domain.md §1.7)."""
    if not main.around.has_open_duplicates:
        return
    finished = [*map(int, CLOSED_STATES), int(CaseState.VOID)]
    ids = work.connection.execute(
        select(cases.c.id).where(cases.c.duplicate_of == main.id, cases.c.state.not_in(finished))
    ).scalars()
    for id_ in list(ids):
        close_with_main(work, work.case(id_, None), main, result)


def close_with_main(work: Work, case: CaseRecord, main: CaseRecord, result: str) -> None:
    """Close one duplicate with what became of its main case."""
    case.take(
        StepKind.CLOSE_WITH_MAIN,
        CaseState.CLOSED,
        note=main.number,
        closed_at=work.now,
        result=result,
    )


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
    serial = work.allocate_with_ids("case", prefix)
    id_ = work.new_id(registered_at)
    row = {
        "id": id_,
        "number": case_number(prefix, serial),
        "street_id": work.actor.street_id,
        "source": source.value,
        "source_number": source_number or None,
        "registered_at": registered_at,
        "created_by": work.actor.account_id,
    }
    work.connection.execute(_ROW, row)
    return CaseRecord(work, {**NEW_CASE, **row}, Circumstances())


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
    _refuse_time_ahead(work, facts.happened_at)
    clean_title(columns["title"])
    return columns


def _refuse_time_ahead(work: Work, moment: datetime | None) -> None:
    if moment is not None and moment > work.now:
        raise RuleError("time_ahead", field="happened_at")


def _source_number(facts: CaseFacts) -> str | None:
    return clean_name(facts.source_number or "", field="source_number") or None


def _draft(work: Work, draft_id: int, version: int | None) -> CaseRecord:
    """Return a draft to be registered: one's own, or in the room also a colleague's."""
    draft = work.case(draft_id, version)
    if draft["created_by"] != work.actor.account_id and work.actor.role not in ROOM_ROLES:
        raise NotFound("case_unknown", id=draft_id)
    return draft


def _refuse_other_value(name: str, value: Any) -> None:
    """Refuse an amendment to what the fact could not be."""
    if name == "is_public":
        if type(value) is not bool:
            raise RuleError("not_consistent", field=name)
        return
    refuse_other_kind(CaseFacts, name, value)
    if name == "urgency" and value is None:
        raise RuleError("field_missing", field=name)
    refuse_out_of_range(name, value)


def _typed(facts: CaseFacts) -> dict[str, Any]:
    content = clean_text(facts.content, field="content")
    title = clean_title(facts.title) if facts.title.strip() else title_from(content)
    for name in RANGES:
        refuse_out_of_range(name, getattr(facts, name))
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


def _item_columns(work: Work, item_id: int | None, text: str) -> dict[str, Any]:
    found = admitted_item(work, item_id, text)
    return {
        "item_id": found.id,
        "platform": found.platform,
        "class_name": found.class_name,
        "limit_hours": found.limit_hours,
        "urgency": int(found.urgency),
    }


def _place(work: Work, facts: CaseFacts) -> dict[str, Any]:
    """Return community and grid, each checked; the grid tells the community."""
    place = checked_place(work, facts.community_id, facts.grid_id)
    if work.actor.role is Role.GRID:
        own = work.unit_row(work.actor.unit_id)
        # A grid may tell its community alone; a community has all its grids.
        mine = {own["id"]} | ({own["parent_id"]} if place["grid_id"] is None else set())
        if not mine & ({place["grid_id"], place["community_id"]} - {None}):
            raise RuleError("place_not_yours", grid=facts.grid_id)
    return place


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

"""The rows of ``step_rule``: which role may move a case from where to where (domain.md §1.4)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from db.rules.recalculation import RECALCULATED
from db.rules.step_columns import (
    ASSIGNMENT,
    CLOSING,
    ENTRY,
    EVERYTHING_OF_AN_IMPORT,
    FACTS,
)
from db.rules.step_kinds import Guard, StepKind, StepRule
from db.rules.terms import OPEN_STATES, CaseState, Role

S = CaseState
_ROOM = (Role.OPERATOR, Role.SHIFT_LEAD, Role.DIRECTOR)
_LEADS = (Role.SHIFT_LEAD, Role.DIRECTOR)
_DIRECTOR = (Role.DIRECTOR,)
_UNIT = (Role.HANDLER, Role.STATION_HEAD, Role.GRID)
_SENDERS = (Role.STATION_HEAD, Role.GRID)
_LIVE = tuple(sorted(OPEN_STATES))
_BEFORE_THE_UNIT = (S.WAITING_ACCEPTANCE, S.WAITING_ASSIGNMENT, S.WAITING_SIGNATURE)
_NOT_SUSPENDED = tuple(state for state in _LIVE if state is not S.SUSPENDED)
_SEEN = (*_LIVE, S.CLOSED, S.WAITING_CALL_BACK)


def _rules(
    kind: StepKind,
    moves: Iterable[tuple[CaseState, CaseState]],
    roles: Iterable[Role],
    guards: Iterable[Guard] = (),
    columns: Iterable[str] = (),
) -> list[StepRule]:
    guard_set, column_set = tuple(guards), tuple(dict.fromkeys(columns))
    return [
        StepRule(kind, before, after, role, guard_set, column_set)
        for before, after in moves
        for role in roles
    ]


def _staying(states: Iterable[CaseState]) -> list[tuple[CaseState, CaseState]]:
    return [(state, state) for state in states]


def _intake() -> list[StepRule]:
    k = StepKind
    everyone = (*_ROOM, *_UNIT)
    return [
        *_rules(k.SAVE_DRAFT, [(S.NEW, S.DRAFT), (S.DRAFT, S.DRAFT)], everyone, (), ENTRY),
        *_rules(
            k.REGISTER,
            [(S.NEW, S.WAITING_ACCEPTANCE), (S.DRAFT, S.WAITING_ACCEPTANCE)],
            everyone,
            (),
            ENTRY,
        ),
        *_rules(
            k.SELF_HANDLE,
            [
                (S.NEW, S.CLOSED),
                (S.NEW, S.WAITING_VERIFICATION),
                (S.DRAFT, S.CLOSED),
                (S.DRAFT, S.WAITING_VERIFICATION),
            ],
            (*_ROOM, Role.GRID),
            (),
            [
                *ENTRY,
                *CLOSING,
                "self_handled",
                "reported_at",
                "due_at",
                "original_due_at",
                "verify_due_at",
            ],
        ),
        *_rules(
            k.IMPORT,
            [
                (S.NEW, after)
                for after in (
                    S.WAITING_ACCEPTANCE,
                    S.WAITING_SIGNATURE,
                    S.IN_PROGRESS,
                    S.WAITING_VERIFICATION,
                    S.CLOSED,
                )
            ],
            _ROOM,
            (),
            EVERYTHING_OF_AN_IMPORT,
        ),
        *_rules(
            k.ACCEPT,
            [(S.WAITING_ACCEPTANCE, S.WAITING_ASSIGNMENT)],
            _ROOM,
            (),
            [*FACTS, "holder_id", "accepted_at", "limit_hours"],
        ),
        *_rules(k.PROPOSE_REFUSAL, _staying([S.WAITING_ACCEPTANCE]), _ROOM),
        *_rules(
            k.REFUSE,
            [(S.WAITING_ACCEPTANCE, S.VOID), (S.WAITING_ASSIGNMENT, S.VOID)],
            _LEADS,
            (),
            ["void_reason", "closed_at", "holder_id"],
        ),
        *_rules(
            k.VOID,
            [(state, S.VOID) for state in (S.DRAFT, *_LIVE)],
            _LEADS,
            (),
            ["void_reason", "closed_at", "holder_id"],
        ),
        *_rules(
            k.TAKE_BACK,
            [(state, S.VOID) for state in _BEFORE_THE_UNIT],
            everyone,
            (Guard.REGISTRANT, Guard.JUST_REGISTERED),
            ["void_reason", "closed_at"],
        ),
        *_rules(
            k.TAKE_BACK,
            [(S.CLOSED, S.VOID), (S.WAITING_VERIFICATION, S.VOID)],
            everyone,
            (Guard.REGISTRANT, Guard.JUST_REGISTERED, Guard.SELF_HANDLED),
            ["void_reason", "closed_at"],
        ),
    ]


def _assignment() -> list[StepRule]:
    k = StepKind
    return [
        *_rules(k.ASSIGN, [(S.WAITING_ASSIGNMENT, S.WAITING_SIGNATURE)], _ROOM, (), ASSIGNMENT),
        *_rules(
            k.REASSIGN,
            [(S.WAITING_SIGNATURE, S.WAITING_SIGNATURE), (S.IN_PROGRESS, S.WAITING_SIGNATURE)],
            (Role.OPERATOR, Role.SHIFT_LEAD),
            # What the director assigned by force, only the director assigns anew.
            (Guard.FIRST_RETURNS,),
            ASSIGNMENT,
        ),
        *_rules(
            k.REASSIGN,
            [(S.WAITING_SIGNATURE, S.WAITING_SIGNATURE), (S.IN_PROGRESS, S.WAITING_SIGNATURE)],
            _DIRECTOR,
            (),
            ASSIGNMENT,
        ),
        *_rules(
            k.REASSIGN,
            [(S.RETURNED, S.WAITING_SIGNATURE)],
            _ROOM,
            (Guard.FIRST_RETURNS,),
            ASSIGNMENT,
        ),
        *_rules(
            k.FORCE_ASSIGN,
            [(S.RETURNED, S.WAITING_SIGNATURE)],
            _DIRECTOR,
            (Guard.REPEATED_RETURNS,),
            ASSIGNMENT,
        ),
        *_assignment_by_the_chair(),
        *_rules(
            k.REJECT_RETURN,
            [(S.RETURNED, S.WAITING_SIGNATURE)],
            _LEADS,
            (Guard.FIRST_RETURNS,),
            ["holder_id", "sign_due_at", "signed_at"],
        ),
    ]


def _assignment_by_the_chair() -> list[StepRule]:
    """A leader assigns no case at the desk, but decides on one in the meeting that he chairs."""
    k, chair, decided = StepKind, (Role.LEADER,), Guard.JUST_DECIDED
    held = [(S.WAITING_SIGNATURE, S.WAITING_SIGNATURE), (S.IN_PROGRESS, S.WAITING_SIGNATURE)]
    returned = [(S.RETURNED, S.WAITING_SIGNATURE)]
    fresh = [(S.WAITING_ASSIGNMENT, S.WAITING_SIGNATURE)]
    return [
        *_rules(k.ASSIGN, fresh, chair, (decided,), ASSIGNMENT),
        *_rules(k.REASSIGN, held, chair, (decided,), ASSIGNMENT),
        *_rules(k.REASSIGN, returned, chair, (Guard.FIRST_RETURNS, decided), ASSIGNMENT),
        *_rules(k.FORCE_ASSIGN, returned, chair, (Guard.REPEATED_RETURNS, decided), ASSIGNMENT),
    ]


def _handling() -> list[StepRule]:
    k = StepKind
    holder = (Guard.HOLDER,)
    return [
        *_rules(
            k.SIGN_FOR,
            [(S.WAITING_SIGNATURE, S.IN_PROGRESS)],
            _UNIT,
            holder,
            ["signed_at", "first_signed_at"],
        ),
        *_rules(
            k.ASSIST_ACCEPT,
            _staying([S.WAITING_SIGNATURE, S.IN_PROGRESS]),
            _UNIT,
            (Guard.ASSISTANT,),
        ),
        *_rules(
            k.ASSIST_REPLY,
            _staying([S.WAITING_SIGNATURE, S.IN_PROGRESS]),
            _UNIT,
            (Guard.ASSISTANT,),
        ),
        *_rules(k.READ, _staying(_SEEN), _UNIT, (Guard.INFORMED,)),
        *_rules(
            k.NOTE,
            _staying([S.IN_PROGRESS]),
            _UNIT,
            holder,
            ["feedback_at", "follow_up_due_at"],
        ),
        *_rules(k.NOTE, _staying(_LIVE), _ROOM, (), ["follow_up_due_at"]),
        *_rules(
            k.REPORT,
            [(S.IN_PROGRESS, S.WAITING_VERIFICATION)],
            _UNIT,
            (Guard.HOLDER, Guard.ASSISTANTS_REPLIED),
            ["holder_id", "result", "reported_at", "verify_due_at", "feedback_at"],
        ),
        *_rules(
            k.REPORT_OVERRIDE,
            [(S.IN_PROGRESS, S.WAITING_VERIFICATION)],
            _DIRECTOR,
            (),
            ["holder_id", "result", "reported_at", "verify_due_at", "feedback_at"],
        ),
        *_rules(
            k.VERIFY,
            [
                (S.WAITING_VERIFICATION, S.CLOSED),
                (S.WAITING_VERIFICATION, S.WAITING_CALL_BACK),
            ],
            _ROOM,
            (),
            CLOSING,
        ),
        *_rules(
            k.SEND_BACK,
            [(S.WAITING_VERIFICATION, S.IN_PROGRESS)],
            _ROOM,
            (),
            [
                "holder_id",
                "rework_count",
                "verified_first_time",
                "verification",
                "self_handled",
                "lead_id",
                "follow_up_due_at",
            ],
        ),
        *_rules(k.PROPOSE_RETURN, _staying([S.WAITING_SIGNATURE]), (Role.HANDLER,), holder),
        *_rules(
            k.RETURN,
            [(S.WAITING_SIGNATURE, S.RETURNED)],
            _SENDERS,
            (Guard.HOLDER, Guard.NOT_FORCED),
            ["holder_id", "return_count", "wrong_unit_returns", "returned_at", "return_due_at"],
        ),
        *_rules(
            k.REQUEST_EXTENSION,
            _staying([S.IN_PROGRESS]),
            _UNIT,
            (Guard.HOLDER, Guard.EXTENSIONS_LEFT),
        ),
        *_rules(
            k.GRANT_EXTENSION,
            _staying([S.IN_PROGRESS]),
            (*_LEADS, Role.LEADER),
            (Guard.EXTENSIONS_LEFT,),
            ["due_at", "extension_count", "extended_days"],
        ),
        *_rules(k.REFUSE_EXTENSION, _staying([S.IN_PROGRESS]), (*_LEADS, Role.LEADER)),
    ]


def _exceptions() -> list[StepRule]:
    k = StepKind
    pausable = (
        S.WAITING_ASSIGNMENT,
        S.WAITING_SIGNATURE,
        S.IN_PROGRESS,
        S.RETURNED,
        S.ESCALATED,
    )
    return [
        *_rules(
            k.SUSPEND,
            [(state, S.SUSPENDED) for state in pausable],
            _DIRECTOR,
            (),
            ["suspended_from", "suspended_at", "review_on", "is_legacy"],
        ),
        *_rules(
            k.RESUME,
            [(S.SUSPENDED, state) for state in pausable],
            _DIRECTOR,
            (Guard.RESUMES,),
            [
                "suspended_from",
                "suspended_at",
                "review_on",
                "is_legacy",
                "due_at",
                "sign_due_at",
                "accept_due_at",
                "feedback_due_at",
                "return_due_at",
                "follow_up_due_at",
            ],
        ),
        *_rules(
            k.ESCALATE,
            [
                (S.WAITING_ASSIGNMENT, S.ESCALATED),
                (S.IN_PROGRESS, S.ESCALATED),
                (S.RETURNED, S.ESCALATED),
            ],
            _LEADS,
            (),
            [*ASSIGNMENT, "district_number"],
        ),
        *_rules(
            k.DISTRICT_RETURN,
            [(S.ESCALATED, S.WAITING_ASSIGNMENT)],
            (*_ROOM, Role.DISTRICT),
            (),
            ["holder_id"],
        ),
        *_rules(
            k.DISTRICT_REPORT,
            [(S.ESCALATED, S.WAITING_VERIFICATION)],
            (*_ROOM, Role.DISTRICT),
            (),
            ["holder_id", "result", "reported_at", "verify_due_at", "feedback_at"],
        ),
    ]


def _after_closing() -> list[StepRule]:
    k = StepKind
    return [
        *_rules(
            k.CALL_BACK,
            [
                (S.WAITING_CALL_BACK, S.CLOSED),
                (S.WAITING_CALL_BACK, S.WAITING_CALL_BACK),
                (S.CLOSED, S.CLOSED),
            ],
            _ROOM,
            (),
            ["satisfaction", "called_back_at", "stars"],
        ),
        *_rules(
            k.REOPEN,
            [(S.CLOSED, S.IN_PROGRESS), (S.WAITING_CALL_BACK, S.IN_PROGRESS)],
            _LEADS,
            # What was closed with its main case is worked on there, or is parted from it first.
            (Guard.UNLINKED,),
            [
                "holder_id",
                "lead_id",
                "closed_at",
                "rework_count",
                "verified_first_time",
                "self_handled",
                "satisfaction",
                "follow_up_due_at",
            ],
        ),
        *_rules(
            k.ARCHIVE,
            [(S.CLOSED, S.ARCHIVED), (S.WAITING_CALL_BACK, S.ARCHIVED)],
            _ROOM,
            (),
            ["archived_at", "is_public"],
        ),
    ]


def _marks() -> list[StepRule]:
    k = StepKind
    level = ["supervision_level"]
    above = (*_LEADS, Role.LEADER)
    return [
        *_rules(k.URGE, _staying(_LIVE), above, (), ["is_urged"]),
        *_rules(k.CALM, _staying(_LIVE), above, (), ["is_urged"]),
        *_rules(k.INSTRUCT, _staying(_LIVE), (Role.LEADER,), (), ["instruction", "is_urged"]),
        *_rules(k.REMIND, _staying(_NOT_SUSPENDED), _ROOM),
        *_rules(
            k.SUPERVISE_ORDINARY,
            _staying(_LIVE),
            above,
            (Guard.SUPERVISION_BELOW_ORDINARY,),
            level,
        ),
        *_rules(
            k.SUPERVISE_YELLOW,
            _staying(_LIVE),
            (*_DIRECTOR, Role.LEADER),
            (Guard.SUPERVISION_BELOW_YELLOW,),
            level,
        ),
        *_rules(
            k.SUPERVISE_RED,
            _staying(_LIVE),
            (Role.LEADER,),
            (Guard.SUPERVISION_BELOW_RED,),
            level,
        ),
        *_rules(
            k.CANCEL_SUPERVISION,
            _staying(_SEEN),
            (*_DIRECTOR, Role.LEADER),
            (Guard.SUPERVISED,),
            level,
        ),
        *_rules(k.LINK_DUPLICATE, _staying(_LIVE), _ROOM, (Guard.UNLINKED,), ["duplicate_of"]),
        *_rules(
            k.UNLINK_DUPLICATE,
            _staying(_SEEN),
            _ROOM,
            (Guard.LINKED,),
            ["duplicate_of"],
        ),
        *_rules(
            k.CLOSE_WITH_MAIN,
            [(state, S.CLOSED) for state in _LIVE],
            _ROOM,
            (Guard.LINKED,),
            ["holder_id", "closed_at", "result"],
        ),
        *_rules(k.AMEND, _staying(_SEEN), _ROOM, (), [*FACTS, "follow_up_due_at"]),
        *_rules(k.RECALCULATE, _staying(_NOT_SUSPENDED), _DIRECTOR, (), RECALCULATED),
        *_rules(k.ATTACH, _staying(_SEEN), _ROOM),
        *_rules(k.ATTACH, _staying(_NOT_SUSPENDED), _UNIT, (Guard.HOLDER,)),
        *_rules(k.DECIDE, _staying(_SEEN), (*_LEADS, Role.LEADER, Role.OPERATOR)),
    ]


@cache
def step_rules() -> tuple[StepRule, ...]:
    """Return every rule; ``(kind, from, to, role)`` is unique among them."""
    return (
        *_intake(),
        *_assignment(),
        *_handling(),
        *_exceptions(),
        *_after_closing(),
        *_marks(),
    )

"""What may follow what: the single source of the table ``step_rule`` (domain.md §1.3, §1.4).

A step moves a case from one state to another. Who may take it is told by roles, what else must
hold by guards, and what it may change by columns. Python, SQLite and PostgreSQL read this table
and give the same verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from db.rules.terms import OPEN_STATES, CaseState, Role


class StepKind(StrEnum):
    """The moves of a case."""

    SAVE_DRAFT = "save_draft"
    REGISTER = "register"
    SELF_HANDLE = "self_handle"
    IMPORT = "import"
    ACCEPT = "accept"
    PROPOSE_REFUSAL = "propose_refusal"
    REFUSE = "refuse"
    VOID = "void"
    ASSIGN = "assign"
    REASSIGN = "reassign"
    FORCE_ASSIGN = "force_assign"
    REJECT_RETURN = "reject_return"
    SIGN_FOR = "sign_for"
    ASSIST_ACCEPT = "assist_accept"
    ASSIST_REPLY = "assist_reply"
    READ = "read"
    NOTE = "note"
    REPORT = "report"
    REPORT_OVERRIDE = "report_override"
    VERIFY = "verify"
    SEND_BACK = "send_back"
    PROPOSE_RETURN = "propose_return"
    RETURN = "return"
    REQUEST_EXTENSION = "request_extension"
    GRANT_EXTENSION = "grant_extension"
    REFUSE_EXTENSION = "refuse_extension"
    SUSPEND = "suspend"
    RESUME = "resume"
    ESCALATE = "escalate"
    DISTRICT_RETURN = "district_return"
    DISTRICT_REPORT = "district_report"
    CALL_BACK = "call_back"
    REOPEN = "reopen"
    ARCHIVE = "archive"
    URGE = "urge"
    CALM = "calm"
    INSTRUCT = "instruct"
    REMIND = "remind"
    SUPERVISE_ORDINARY = "supervise_ordinary"
    SUPERVISE_YELLOW = "supervise_yellow"
    SUPERVISE_RED = "supervise_red"
    CANCEL_SUPERVISION = "cancel_supervision"
    LINK_DUPLICATE = "link_duplicate"
    UNLINK_DUPLICATE = "unlink_duplicate"
    CLOSE_WITH_MAIN = "close_with_main"
    AMEND = "amend"
    ATTACH = "attach"
    DECIDE = "decide"


class Guard(StrEnum):
    """A condition on the case and the actor that a state and a role cannot tell."""

    HOLDER = "holder"
    """The actor's unit holds the case now."""
    ASSISTANT = "assistant"
    """The actor's unit assists in the case."""
    INFORMED = "informed"
    """The case was sent to the actor's unit for information."""
    ASSISTANTS_REPLIED = "assistants_replied"
    """No assisting unit still owes its reply."""
    FIRST_RETURNS = "first_returns"
    """The case was returned at most once so far."""
    REPEATED_RETURNS = "repeated_returns"
    """The case was returned twice or more."""
    NOT_FORCED = "not_forced"
    """The case was not assigned by force, so that it may still be returned."""
    EXTENSIONS_LEFT = "extensions_left"
    """Fewer than two extensions were granted."""
    RESUMES = "resumes"
    """The case goes back to the state from which it was suspended."""
    SUPERVISION_BELOW_ORDINARY = "supervision_below_1"
    SUPERVISION_BELOW_YELLOW = "supervision_below_100"
    SUPERVISION_BELOW_RED = "supervision_below_200"
    SUPERVISED = "supervised"
    """Some supervision stands."""
    LINKED = "linked"
    """The case is linked to a main case."""
    UNLINKED = "unlinked"
    """The case is linked to none."""


MAX_EXTENSIONS = 2
MAX_RETURNS = 2


@dataclass(frozen=True)
class StepRule:
    """One row of ``step_rule``: this role may take this step between these two states."""

    kind: StepKind
    from_state: CaseState
    to_state: CaseState
    role: Role
    guards: tuple[Guard, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What the guards look at: the case as it is and the actor's relation to it."""

    state: CaseState
    holder_is_actor: bool = False
    actor_assists: bool = False
    actor_informed: bool = False
    assistants_pending: int = 0
    return_count: int = 0
    extension_count: int = 0
    supervision_level: int = -1
    suspended_from: CaseState | None = None
    is_linked: bool = False


S = CaseState
_ROOM = (Role.OPERATOR, Role.SHIFT_LEAD, Role.DIRECTOR)
_LEADS = (Role.SHIFT_LEAD, Role.DIRECTOR)
_DIRECTOR = (Role.DIRECTOR,)
_UNIT = (Role.HANDLER, Role.STATION_HEAD, Role.GRID)
_SENDERS = (Role.STATION_HEAD, Role.GRID)
_LIVE = tuple(sorted(OPEN_STATES))
_NOT_SUSPENDED = tuple(state for state in _LIVE if state is not S.SUSPENDED)
_SEEN = (*_LIVE, S.CLOSED, S.WAITING_CALL_BACK)

_FACTS = (
    "title content urgency level item_id platform class_name community_id grid_id micro_grid"
    " address longitude latitude happened_at reporter_name reporter_phone wants_call_back"
    " people_count concerns_stability is_public search_text"
).split()
_ENTRY = [*_FACTS, "holder_id", "limit_hours", "accept_due_at", "is_urged"]
_ASSIGNMENT = (
    "holder_id lead_id level is_transferred assign_count limit_hours assigned_at"
    " first_assigned_at sign_due_at first_sign_due_at signed_at feedback_due_at due_at"
    " original_due_at"
).split()
_CLOSING = "holder_id closed_at verified_at verified_first_time verification stars result".split()
_EVERYTHING_OF_AN_IMPORT = [
    *_ENTRY,
    *_ASSIGNMENT,
    *_CLOSING,
    *(
        "self_handled accepted_at first_signed_at feedback_at reported_at archived_at satisfaction"
        " called_back_at return_count rework_count extension_count district_number"
    ).split(),
]


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
        *_rules(k.SAVE_DRAFT, [(S.NEW, S.DRAFT), (S.DRAFT, S.DRAFT)], everyone, (), _ENTRY),
        *_rules(
            k.REGISTER,
            [(S.NEW, S.WAITING_ACCEPTANCE), (S.DRAFT, S.WAITING_ACCEPTANCE)],
            everyone,
            (),
            _ENTRY,
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
                *_ENTRY,
                *_CLOSING,
                *"self_handled reported_at due_at original_due_at verify_due_at".split(),
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
            _EVERYTHING_OF_AN_IMPORT,
        ),
        *_rules(
            k.ACCEPT,
            [(S.WAITING_ACCEPTANCE, S.WAITING_ASSIGNMENT)],
            _ROOM,
            (),
            [*_FACTS, "holder_id", "accepted_at", "limit_hours"],
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
    ]


def _assignment() -> list[StepRule]:
    k = StepKind
    return [
        *_rules(k.ASSIGN, [(S.WAITING_ASSIGNMENT, S.WAITING_SIGNATURE)], _ROOM, (), _ASSIGNMENT),
        *_rules(
            k.REASSIGN,
            [(S.WAITING_SIGNATURE, S.WAITING_SIGNATURE), (S.IN_PROGRESS, S.WAITING_SIGNATURE)],
            _LEADS,
            (),
            _ASSIGNMENT,
        ),
        *_rules(
            k.REASSIGN,
            [(S.RETURNED, S.WAITING_SIGNATURE)],
            _ROOM,
            (Guard.FIRST_RETURNS,),
            _ASSIGNMENT,
        ),
        *_rules(
            k.FORCE_ASSIGN,
            [(S.RETURNED, S.WAITING_SIGNATURE)],
            _DIRECTOR,
            (Guard.REPEATED_RETURNS,),
            _ASSIGNMENT,
        ),
        *_rules(
            k.REJECT_RETURN,
            [(S.RETURNED, S.WAITING_SIGNATURE)],
            _LEADS,
            (Guard.FIRST_RETURNS,),
            ["holder_id", "sign_due_at", "signed_at"],
        ),
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
        *_rules(k.NOTE, _staying([S.IN_PROGRESS]), _UNIT, holder, ["feedback_at"]),
        *_rules(k.NOTE, _staying(_LIVE), _ROOM),
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
            _CLOSING,
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
            ],
        ),
        *_rules(k.PROPOSE_RETURN, _staying([S.WAITING_SIGNATURE]), (Role.HANDLER,), holder),
        *_rules(
            k.RETURN,
            [(S.WAITING_SIGNATURE, S.RETURNED)],
            _SENDERS,
            (Guard.HOLDER, Guard.NOT_FORCED),
            ["holder_id", "return_count", "wrong_unit_returns"],
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
            ["suspended_from", "suspended_at", "review_on", "is_legacy", "due_at", "sign_due_at"],
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
            [*_ASSIGNMENT, "district_number"],
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
            _ROOM[:2] + _DIRECTOR,
            (),
            ["satisfaction", "called_back_at", "stars"],
        ),
        *_rules(
            k.REOPEN,
            [(S.CLOSED, S.IN_PROGRESS), (S.WAITING_CALL_BACK, S.IN_PROGRESS)],
            _LEADS,
            (),
            [
                "holder_id",
                "lead_id",
                "closed_at",
                "rework_count",
                "verified_first_time",
                "self_handled",
                "satisfaction",
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
        *_rules(k.AMEND, _staying(_SEEN), _ROOM, (), _FACTS),
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


@cache
def _index() -> dict[tuple[StepKind, CaseState, CaseState, Role], StepRule]:
    return {(r.kind, r.from_state, r.to_state, r.role): r for r in step_rules()}


def find_rule(
    kind: StepKind, from_state: CaseState, to_state: CaseState, role: Role
) -> StepRule | None:
    """Return the rule for one move by one role, or None where there is none."""
    return _index().get((kind, from_state, to_state, role))


def holds(guard: Guard, standing: Standing, to_state: CaseState) -> bool:
    """Tell whether a guard is met."""
    level = standing.supervision_level
    return {
        Guard.HOLDER: standing.holder_is_actor,
        Guard.ASSISTANT: standing.actor_assists,
        Guard.INFORMED: standing.actor_informed,
        Guard.ASSISTANTS_REPLIED: standing.assistants_pending == 0,
        Guard.FIRST_RETURNS: standing.return_count < MAX_RETURNS,
        Guard.REPEATED_RETURNS: standing.return_count >= MAX_RETURNS,
        Guard.NOT_FORCED: standing.return_count < MAX_RETURNS,
        Guard.EXTENSIONS_LEFT: standing.extension_count < MAX_EXTENSIONS,
        Guard.RESUMES: standing.suspended_from == to_state,
        Guard.SUPERVISION_BELOW_ORDINARY: level < 1,
        Guard.SUPERVISION_BELOW_YELLOW: level < 100,
        Guard.SUPERVISION_BELOW_RED: level < 200,
        Guard.SUPERVISED: level > -1,
        Guard.LINKED: standing.is_linked,
        Guard.UNLINKED: not standing.is_linked,
    }[guard]


def refusal(kind: StepKind, to_state: CaseState, role: Role, standing: Standing) -> str | None:
    """Return why a step is refused, or None when it may be taken.

    The answer is ``"step_illegal"``, ``"step_not_for_role"`` or ``"guard_<name>"``.
    """
    rule = find_rule(kind, standing.state, to_state, role)
    if rule is None:
        known = any(
            r.kind is kind and r.from_state is standing.state and r.to_state is to_state
            for r in step_rules()
        )
        return "step_not_for_role" if known else "step_illegal"
    for guard in rule.guards:
        if not holds(guard, standing, to_state):
            return f"guard_{guard.value}"
    return None


def possible(role: Role, standing: Standing) -> tuple[StepKind, ...]:
    """Return the kinds of step that this role may take on a case that stands so."""
    kinds: dict[StepKind, None] = {}
    for rule in step_rules():
        if rule.role is role and rule.from_state is standing.state:
            if all(holds(guard, standing, rule.to_state) for guard in rule.guards):
                kinds[rule.kind] = None
    return tuple(kinds)

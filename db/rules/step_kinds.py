"""The moves of a case, the guards on them and what the guards look at (domain.md §1.3, §1.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.rules.terms import CaseState, Role


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
    TAKE_BACK = "take_back"
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
    RECALCULATE = "recalculate"
    """The working calendar was changed, and the running deadlines with it."""
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
    JUST_DECIDED = "just_decided"
    """A meeting decided it this moment: the step before is ``decide``, of the same hand."""
    REGISTRANT = "registrant"
    """The actor is who registered the case."""
    JUST_REGISTERED = "just_registered"
    """The case was registered no longer than :data:`TAKE_BACK_SECONDS` ago."""
    SELF_HANDLED = "self_handled"
    """The case was settled on the spot when it was registered."""


TAKE_BACK_SECONDS = 600
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
    just_decided: bool = False
    registered_by_actor: bool = False
    just_registered: bool = False
    self_handled: bool = False

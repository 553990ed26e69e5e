"""What a review meeting goes through and what becomes of what it agreed (domain.md §4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.errors import RuleError
from db.rules.terms import OPEN_STATES, CaseState, SupervisionLevel, Urgency

RETURNS_OF_A_DIFFICULT_CASE = 2
OVERDUE_MOST = 50
DIFFICULT_MOST = 20
"""How many cases a section takes unless the planner says otherwise."""


class MeetingKind(StrEnum):
    """Which meeting it is (domain.md §4.1)."""

    WEEKLY = "weekly"
    JOINT = "joint"
    SPECIAL = "special"
    DAILY = "daily"


ONCE_A_WEEK = frozenset({MeetingKind.WEEKLY, MeetingKind.JOINT})
"""Kinds that are held once a week; the others are called as often as there is need."""


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class AttendanceStatus(StrEnum):
    """Whether a person came."""

    PRESENT = "present"
    LEAVE = "leave"
    ABSENT = "absent"
    OBSERVER = "observer"


class Section(StrEnum):
    """The parts of an agenda, in their order (domain.md §4.2)."""

    ATTENDANCE = "attendance"
    LAST_DECISIONS = "last_decisions"
    OVERVIEW = "overview"
    RANKING = "ranking"
    OVERDUE = "overdue"
    SUPERVISION = "supervision"
    DIFFICULT = "difficult"
    OUTLOOK = "outlook"
    SPEECH = "speech"
    CONFIRMATION = "confirmation"


LISTED = frozenset({Section.LAST_DECISIONS, Section.OVERDUE, Section.DIFFICULT})
"""Sections that are a list; every other one is a topic with a record of its own."""

CASE_SECTIONS = frozenset({Section.OVERDUE, Section.SUPERVISION, Section.DIFFICULT})
"""Sections to which a case may be put by hand."""


class AgendaState(StrEnum):
    """How far the meeting got with one row of its agenda."""

    WAITING = "waiting"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    DEFERRED = "deferred"
    REMOVED = "removed"


class AgendaReason(StrEnum):
    """Why a case is on the agenda."""

    DEFERRED = "deferred"
    ASKED = "asked"
    OVERDUE = "overdue"
    RETURNED = "returned"
    REWORKED = "reworked"
    SUSPENDED = "suspended"
    ESCALATED = "escalated"
    MAJOR = "major"
    SUPERVISED = "supervised"


class DecisionKind(StrEnum):
    """What is to happen with a case."""

    CONTINUE = "continue"
    REASSIGN = "reassign"
    SUPERVISE = "supervise"
    EXTEND = "extend"
    CLOSE = "close"
    OTHER = "other"


class DecisionState(StrEnum):
    """Where a decision stands as a task; ``overdue`` is never stored."""

    WAITING = "waiting"
    UNDER_WAY = "under_way"
    TO_CONFIRM = "to_confirm"
    DONE = "done"
    OVERDUE = "overdue"
    CANCELLED = "cancelled"
    SUPERVISED = "supervised"
    WITHDRAWN = "withdrawn"


OWED = frozenset({DecisionState.WAITING, DecisionState.UNDER_WAY})
"""States in which the unit still owes the work."""

UNFINISHED = OWED | {DecisionState.TO_CONFIRM, DecisionState.SUPERVISED}
"""States that are carried from meeting to meeting."""


class DecisionMove(StrEnum):
    """What happens to a decision; also the kind of its entries of progress."""

    AGREED = "agreed"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    PROGRESS = "progress"
    FINISHED = "finished"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    EXTENDED = "extended"
    CANCELLED = "cancelled"
    SUPERVISED = "supervised"
    MISSED = "missed"


_S, _M = DecisionState, DecisionMove
_TARGETS: dict[DecisionMove, dict[DecisionState, DecisionState]] = {
    _M.CHANGED: {state: state for state in OWED},
    _M.WITHDRAWN: dict.fromkeys(OWED, _S.WITHDRAWN),
    # A supervised decision stays supervised until the unit says that it is done.
    _M.PROGRESS: {
        **dict.fromkeys(OWED, _S.UNDER_WAY),
        _S.SUPERVISED: _S.SUPERVISED,
    },
    _M.FINISHED: dict.fromkeys(OWED | {_S.SUPERVISED}, _S.TO_CONFIRM),
    _M.CONFIRMED: {_S.TO_CONFIRM: _S.DONE},
    _M.REJECTED: {_S.TO_CONFIRM: _S.UNDER_WAY},
    _M.EXTENDED: {state: state for state in OWED | {_S.SUPERVISED}},
    _M.CANCELLED: dict.fromkeys(UNFINISHED, _S.CANCELLED),
    _M.SUPERVISED: dict.fromkeys(OWED, _S.SUPERVISED),
}


def state_after(move: DecisionMove, state: DecisionState) -> DecisionState:
    """Return the state to which a move leads.

    :raises RuleError: ``decision_move_illegal``.
    """
    target = _TARGETS.get(move, {}).get(state)
    if target is None:
        raise RuleError("decision_move_illegal", move=move.value, state=state.value)
    return target


@dataclass(frozen=True)
class CaseTraits:
    """What decides whether a case comes before the meeting."""

    state: CaseState
    urgency: Urgency = Urgency.NORMAL
    due_at: datetime | None = None
    reported_at: datetime | None = None
    return_count: int = 0
    rework_count: int = 0
    supervision_level: int = int(SupervisionLevel.NONE)


def is_overdue(case: CaseTraits, now: datetime) -> bool:
    """Tell whether somebody has to answer for the deadline of a case.

    The clock of a suspended case stands still, and a unit that reported in time does not answer
    for a verification that takes long.
    """
    if case.due_at is None or case.due_at >= now or case.state not in OPEN_STATES:
        return False
    if case.state is CaseState.WAITING_VERIFICATION:
        return case.reported_at is None or case.reported_at > case.due_at
    return case.state is not CaseState.SUSPENDED


def reasons(case: CaseTraits, now: datetime) -> tuple[AgendaReason, ...]:
    """Return why an open case belongs on the agenda; none for a case that goes its way."""
    if case.state not in OPEN_STATES:
        return ()
    found = (
        (AgendaReason.OVERDUE, is_overdue(case, now)),
        (AgendaReason.RETURNED, case.return_count >= RETURNS_OF_A_DIFFICULT_CASE),
        (AgendaReason.REWORKED, case.rework_count > 0),
        (AgendaReason.SUSPENDED, case.state is CaseState.SUSPENDED),
        (AgendaReason.ESCALATED, case.state is CaseState.ESCALATED),
        (AgendaReason.MAJOR, case.urgency is Urgency.MAJOR),
        (AgendaReason.SUPERVISED, case.supervision_level > SupervisionLevel.NONE),
    )
    return tuple(reason for reason, holds in found if holds)


def section_of(why: Iterable[AgendaReason]) -> Section:
    """Return the one section in which a case is called: its unit answers for a delay first."""
    return Section.OVERDUE if AgendaReason.OVERDUE in tuple(why) else Section.DIFFICULT


def reviews(kind: MeetingKind, kind_of_decision: MeetingKind) -> bool:
    """Tell whether a meeting goes through the decisions of another kind of meeting.

    The weekly meeting goes through all of them, the others through their own.
    """
    return kind is MeetingKind.WEEKLY or kind is kind_of_decision


def counts_missed(kind: MeetingKind) -> bool:
    """Tell whether a decision that is overdue at this meeting has missed a meeting."""
    return kind is MeetingKind.WEEKLY


def shown_state(state: DecisionState, due_at: datetime, now: datetime) -> DecisionState:
    """Return the state as it is shown: what is owed past its day is overdue."""
    return _S.OVERDUE if state in OWED and due_at < now else state


def kept(
    state: DecisionState, due_at: datetime, done_at: datetime | None, now: datetime
) -> bool | None:
    """Tell whether a promise was kept; None while its day has not come or it was dropped."""
    if state in (_S.CANCELLED, _S.WITHDRAWN):
        return None
    if done_at is not None:
        return done_at <= due_at
    return False if due_at < now else None


def missed_after(state: DecisionState, due_at: datetime, missed: int, now: datetime) -> int:
    """Return how many meetings in a row a decision has missed once one more goes through it.

    A decision that is kept, or whose day has not come, starts anew; for a supervised one the
    notice counts, not the meeting.
    """
    if state is _S.SUPERVISED:
        return missed
    return missed + 1 if state in OWED and due_at < now else 0


@dataclass(frozen=True)
class DecisionTraits:
    """What counts for the rate of completion."""

    state: DecisionState
    due_at: datetime
    in_time: bool | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """The counters of indicator 19: 按期完成 ÷ 应完成."""

    due: int = 0
    on_time: int = 0
    late: int = 0
    overdue: int = 0


def completion(decisions: Iterable[DecisionTraits], now: datetime) -> Completion:
    """Count decisions; what is inside its time or waits to be confirmed is not yet 应完成."""
    on_time = late = overdue = 0
    for one in decisions:
        if one.state is _S.DONE:
            on_time, late = on_time + bool(one.in_time), late + (not one.in_time)
        elif one.state in OWED | {_S.SUPERVISED} and one.due_at < now:
            overdue += 1
    return Completion(on_time + late + overdue, on_time, late, overdue)

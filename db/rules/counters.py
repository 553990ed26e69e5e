"""What a case counts for, as numbers that add up (domain.md §1.8).

The aggregate of the database counts by the same definitions; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from db.rules.terms import (
    CLOSED_STATES,
    SOURCE_LETTERS,
    UNCOUNTED_STATES,
    CaseState,
    Satisfaction,
    Source,
)

_GRID_LETTER = "W"


@dataclass(frozen=True)
class Counters:
    """What adds up over cases, units and days."""

    registered: int = 0
    closed: int = 0
    transferred: int = 0
    transferred_closed: int = 0
    self_handled: int = 0
    """Closed by the grid itself."""
    due: int = 0
    """应办结: closed in time, closed late, or overdue and open; not what is still in its limit."""
    on_time: int = 0
    overdue_closed: int = 0
    overdue_open: int = 0
    transferred_due: int = 0
    transferred_on_time: int = 0
    transferred_overdue_closed: int = 0
    transferred_overdue_open: int = 0
    accept_due: int = 0
    accepted_on_time: int = 0
    assign_due: int = 0
    assigned_on_time: int = 0
    sign_due: int = 0
    signed_on_time: int = 0
    accurate_assignments: int = 0
    """Cases assigned and never given back as another unit's duty."""
    assign_count: int = 0
    """Acts of assigning."""
    return_count: int = 0
    """Acts of giving back."""
    rework_cases: int = 0
    """Cases among ``due`` that were sent back at least once."""
    extension_cases: int = 0
    """Cases among ``due`` that were extended at least once."""
    transferred_rework_cases: int = 0
    transferred_extension_cases: int = 0
    visits: int = 0
    """Call-backs that were answered."""
    satisfied: int = 0
    """Answered "very satisfied" or "satisfied"."""
    fair: int = 0
    """Answered "fair"; whether that is satisfied, the street decides."""
    verified: int = 0
    verified_first_time: int = 0
    stars_sum: int = 0
    stars_count: int = 0
    reports: int = 0
    """What grids and communities sent in, with what was refused or double."""
    valid_reports: int = 0
    strike_off_due: int = 0
    struck_off_on_time: int = 0
    agreed_due: int = 0
    agreed_on_time: int = 0
    workers_expected: int = 0
    workers_online: int = 0
    grids: int = 0
    full_mark_grids: int = 0

    def __add__(self, other: Counters) -> Counters:
        """Return the sums."""
        names = (field.name for field in fields(self))
        return Counters(**{name: getattr(self, name) + getattr(other, name) for name in names})

    @classmethod
    def total(cls, parts: Iterable[Counters]) -> Counters:
        """Return the sums of many."""
        sums = {field.name: 0 for field in fields(cls)}
        for part in parts:
            for name in sums:
                sums[name] += getattr(part, name)
        return cls(**sums)

    @property
    def open(self) -> int:
        """Return how many are not closed."""
        return self.registered - self.closed

    @property
    def not_transferred(self) -> int:
        """Return how many never left their grid."""
        return self.registered - self.transferred

    @property
    def open_in_time(self) -> int:
        """Return how many are open and not overdue, with the suspended ones."""
        return self.open - self.overdue_open


@dataclass(frozen=True)
class CaseFacts:
    """What the counters look at in a case.

    ``reported_at`` is when the unit last reported the case done; a case that was reported in time
    is not late because its verification took days. Leave it out to judge by the closing.
    """

    registered_at: datetime
    state: CaseState
    is_transferred: bool = False
    self_handled: bool = False
    due_at: datetime | None = None
    reported_at: datetime | None = None
    closed_at: datetime | None = None
    accept_due_at: datetime | None = None
    accepted_at: datetime | None = None
    assigned_at: datetime | None = None
    sign_due_at: datetime | None = None
    signed_at: datetime | None = None
    assign_count: int = 0
    return_count: int = 0
    wrong_unit_returns: int = 0
    rework_count: int = 0
    extension_count: int = 0
    verified_at: datetime | None = None
    verified_first_time: bool | None = None
    called_back_at: datetime | None = None
    satisfaction: Satisfaction | None = None
    stars: int | None = None
    duplicate_of: int | None = None
    source: Source | None = None

    @property
    def is_suspended(self) -> bool:
        """Say whether the clock of the case stands still."""
        return self.state is CaseState.SUSPENDED

    def is_counted(self, cutoff: datetime) -> bool:
        """Say whether the case counts at all: registered by then, not void, not a double."""
        return (
            self.registered_at <= cutoff
            and self.state not in UNCOUNTED_STATES
            and self.duplicate_of is None
        )

    def is_closed(self, cutoff: datetime) -> bool:
        """Say whether the case was closed by then."""
        return (
            self.state in CLOSED_STATES and self.closed_at is not None and self.closed_at <= cutoff
        )

    @property
    def finished_at(self) -> datetime | None:
        """Return when the work was done: by the report that stands, else by the closing."""
        has_report = self.state in CLOSED_STATES or self.state is CaseState.WAITING_VERIFICATION
        return self.reported_at if has_report and self.reported_at else self.closed_at


class Basis(StrEnum):
    """Which cases a period takes in (口径)."""

    REGISTERED = "registered"
    """Those registered in the period, as they stand at the cut-off."""
    CLOSED = "closed"
    """Those whose closing or deadline falls into the period."""


def belongs(facts: CaseFacts, basis: Basis, start: datetime, end: datetime) -> bool:
    """Say whether a case belongs to the period from ``start`` to before ``end``."""
    if basis is Basis.REGISTERED:
        return start <= facts.registered_at < end
    return any(
        moment is not None and start <= moment < end for moment in (facts.closed_at, facts.due_at)
    )


def case_counters(facts: CaseFacts, cutoff: datetime) -> Counters:
    """Return what one case counts for at a moment."""
    is_grid_report = (
        facts.source is not None
        and SOURCE_LETTERS[facts.source] == _GRID_LETTER
        and facts.registered_at <= cutoff
        and facts.state not in (CaseState.NEW, CaseState.DRAFT)
    )
    if not facts.is_counted(cutoff):
        return Counters(reports=int(is_grid_report))
    is_closed = facts.is_closed(cutoff)
    on_time, overdue_closed, overdue_open = _handling(facts, cutoff, is_closed)
    due = on_time + overdue_closed + overdue_open
    moved = int(facts.is_transferred)
    is_reworked = due > 0 and facts.rework_count > 0
    is_extended = due > 0 and facts.extension_count > 0
    is_running = not is_closed and not facts.is_suspended
    accept_due, accepted_on_time = _stage(
        facts.accepted_at, facts.accept_due_at, cutoff, is_running
    )
    assign_due, assigned_on_time = _stage(
        facts.assigned_at, facts.accept_due_at, cutoff, is_running and not facts.self_handled
    )
    # A returned case waits for the room, so nobody owes a signature.
    sign_due, signed_on_time = _stage(
        facts.signed_at,
        facts.sign_due_at,
        cutoff,
        is_running and facts.state is not CaseState.RETURNED,
    )
    is_assigned = facts.assigned_at is not None and facts.assigned_at <= cutoff
    has_answer = _was_called_back(facts, cutoff)
    is_passed = facts.verified_at is not None and facts.verified_at <= cutoff
    return Counters(
        registered=1,
        closed=int(is_closed),
        transferred=moved,
        transferred_closed=moved * is_closed,
        self_handled=int(facts.self_handled and is_closed),
        due=due,
        on_time=on_time,
        overdue_closed=overdue_closed,
        overdue_open=overdue_open,
        transferred_due=moved * due,
        transferred_on_time=moved * on_time,
        transferred_overdue_closed=moved * overdue_closed,
        transferred_overdue_open=moved * overdue_open,
        accept_due=accept_due,
        accepted_on_time=accepted_on_time,
        assign_due=assign_due,
        assigned_on_time=assigned_on_time,
        sign_due=sign_due,
        signed_on_time=signed_on_time,
        accurate_assignments=int(is_assigned and facts.wrong_unit_returns == 0),
        assign_count=facts.assign_count,
        return_count=facts.return_count,
        rework_cases=int(is_reworked),
        extension_cases=int(is_extended),
        transferred_rework_cases=moved * int(is_reworked),
        transferred_extension_cases=moved * int(is_extended),
        visits=int(has_answer),
        satisfied=int(
            has_answer
            and facts.satisfaction in (Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED)
        ),
        fair=int(has_answer and facts.satisfaction is Satisfaction.FAIR),
        verified=int(is_passed or facts.rework_count > 0),
        verified_first_time=int(is_passed and facts.verified_first_time is True),
        stars_sum=facts.stars if is_closed and facts.stars is not None else 0,
        stars_count=int(is_closed and facts.stars is not None),
        reports=int(is_grid_report),
        valid_reports=int(is_grid_report),
    )


def _handling(facts: CaseFacts, cutoff: datetime, is_closed: bool) -> tuple[int, int, int]:
    """Return (closed in time, closed late, overdue and open); at most one of them is 1."""
    finished_at, due_at = facts.finished_at, facts.due_at
    if is_closed:
        is_late = due_at is not None and finished_at is not None and finished_at > due_at
        return int(not is_late), int(is_late), 0
    if facts.is_suspended or due_at is None:
        return 0, 0, 0
    # A case that waits for verification is overdue only when its report came late.
    end = cutoff if finished_at is None else min(finished_at, cutoff)
    return 0, 0, int(end > due_at)


def _stage(
    done: datetime | None, due: datetime | None, cutoff: datetime, is_running: bool
) -> tuple[int, int]:
    """Return (owed, done in time): owed once done, or once its limit has passed undone.

    Without a limit what was done was in time.
    """
    if done is not None and done <= cutoff:
        return 1, int(due is None or done <= due)
    return int(is_running and due is not None and cutoff > due), 0


def _was_called_back(facts: CaseFacts, cutoff: datetime) -> bool:
    if facts.satisfaction in (None, Satisfaction.UNREACHED):
        return False
    return facts.called_back_at is None or facts.called_back_at <= cutoff

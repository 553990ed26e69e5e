"""What each counter of ``db/rules/indicators.py`` counts, as conditions for the database.

The definitions stand in the rules; a test counts random cases both ways. The same conditions make
the list that a figure opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_

from db.model.case import cases
from db.queries.days import moment_between, registered_between
from db.rules.counters import Basis
from db.rules.terms import (
    CLOSED_STATES,
    SOURCE_LETTERS,
    UNCOUNTED_STATES,
    CaseState,
    Satisfaction,
)

Condition = ColumnElement[bool]


class GroupBy(StrEnum):
    """What figures are told apart by."""

    PLATFORM = "platform"
    STATION = "station"
    COMMUNITY = "community"
    GRID = "grid"
    ITEM = "item"
    CLASS = "class"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


GROUP_COLUMNS: dict[GroupBy, ColumnElement[Any]] = {
    GroupBy.PLATFORM: cases.c.platform,
    GroupBy.STATION: cases.c.lead_id,
    GroupBy.COMMUNITY: cases.c.community_id,
    GroupBy.GRID: cases.c.grid_id,
    GroupBy.ITEM: cases.c.item_id,
    GroupBy.CLASS: cases.c.class_name,
}
"""The column of each grouping that is not by time; a station is the lead unit."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The cases behind one figure: a counter over a period, perhaps of one group.

    ``days`` is the part of the period that a group by day, week or month takes.
    """

    counter: str
    start: date
    end: date
    basis: Basis
    cutoff: datetime
    by: GroupBy | None = None
    key: str | int | None = None
    days: tuple[date, date] | None = None


@dataclass(frozen=True)
class Count:
    """One counter: the cases that it counts and, where it adds up more than ones, what."""

    condition: Condition
    summed: ColumnElement[int] | None = None

    @property
    def total(self) -> ColumnElement[Any]:
        """The expression that adds it up over the cases."""
        # Counting by a filter is a tenth faster than adding up ones and zeros.
        if self.summed is None:
            return func.count().filter(self.condition)
        return func.coalesce(func.sum(case((self.condition, self.summed), else_=0)), 0)

    @property
    def listed(self) -> Condition:
        """The condition for the cases that make the figure."""
        if self.summed is None:
            return self.condition
        return and_(self.condition, self.summed > 0)


def period(basis: Basis, start: date, end: date) -> list[Condition]:
    """Return the condition that a case belongs to the period, both days included."""
    if basis is Basis.REGISTERED:
        return registered_between(start, end)
    return [
        or_(
            and_(*moment_between(cases.c.closed_at, start, end)),
            and_(*moment_between(cases.c.due_at, start, end)),
        )
    ]


def moment_of(basis: Basis, start: date, end: date) -> ColumnElement[Any]:
    """Return the moment by which a case of the period is put into a day, week or month.

    By closing, that is the closing if it lies in the period, else the deadline: every case
    stands in one group, so that the groups add up.
    """
    if basis is Basis.REGISTERED:
        return cases.c.registered_at
    is_closed_within = and_(*moment_between(cases.c.closed_at, start, end))
    return case((is_closed_within, cases.c.closed_at), else_=cases.c.due_at)


def counted_condition(counted: Counted) -> list[Condition]:
    """Return the conditions for the cases behind a figure."""
    found = [
        *period(counted.basis, counted.start, counted.end),
        counts(counted.cutoff)[counted.counter].listed,
    ]
    if counted.days is not None:
        moment = moment_of(counted.basis, counted.start, counted.end)
        found += moment_between(moment, *counted.days)
    elif counted.by is not None:
        column = GROUP_COLUMNS[counted.by]
        found.append(column.is_(None) if counted.key is None else column == counted.key)
    return found


@dataclass(frozen=True)
class Flags:
    """What most counters ask of a case first; worked out once a row when figures are summed."""

    counted: Condition
    closed: Condition
    open: Condition
    running: Condition
    on_time: Condition
    overdue_closed: Condition
    overdue_open: Condition


FLAG_NAMES = tuple(Flags.__dataclass_fields__)


def flags(cutoff: datetime) -> Flags:
    """Return the flags as conditions on ``cases``."""
    c = cases.c
    counted = and_(
        c.registered_at <= cutoff,
        c.state.not_in(sorted(map(int, UNCOUNTED_STATES))),
        c.duplicate_of.is_(None),
    )
    closed_states = sorted(map(int, CLOSED_STATES))
    closed = and_(counted, c.state.in_(closed_states), c.closed_at <= cutoff)
    still_open = and_(
        counted,
        or_(c.state.not_in(closed_states), c.closed_at.is_(None), c.closed_at > cutoff),
    )
    running = and_(still_open, c.state != int(CaseState.SUSPENDED))
    return Flags(counted, closed, still_open, running, **_handling(closed, running, cutoff))


def counts(
    cutoff: datetime, flags_of: Flags | None = None, columns: Any = cases.c
) -> dict[str, Count]:
    """Return every counter of cases, by its name in ``Counters``, as things stand at a moment.

    Three more are differences or sums that indicators use: ``open``, ``not_transferred`` and
    ``satisfied_or_fair``. ``flags_of`` and ``columns`` may name those of a sub-query.
    """
    c = columns
    f = flags_of or flags(cutoff)
    counted, closed, running = f.counted, f.closed, f.running
    handling = {
        "on_time": f.on_time,
        "overdue_closed": f.overdue_closed,
        "overdue_open": f.overdue_open,
    }
    due = or_(*handling.values())
    moved = c.is_transferred
    reworked, extended = and_(due, c.rework_count > 0), and_(due, c.extension_count > 0)
    assigned_at = func.coalesce(c.first_assigned_at, c.assigned_at)
    answered = and_(
        counted,
        c.satisfaction.not_in(["", Satisfaction.UNREACHED.value]),
        or_(c.called_back_at.is_(None), c.called_back_at <= cutoff),
    )
    pleased = [Satisfaction.VERY_SATISFIED.value, Satisfaction.SATISFIED.value]
    passed = and_(counted, c.verified_at <= cutoff)
    report = and_(
        c.source.in_([s.value for s, letter in SOURCE_LETTERS.items() if letter == "W"]),
        c.registered_at <= cutoff,
        c.state.not_in([int(CaseState.NEW), int(CaseState.DRAFT)]),
    )
    conditions: dict[str, Condition] = {
        "registered": counted,
        "closed": closed,
        "open": f.open,
        "transferred": and_(counted, moved),
        "not_transferred": and_(counted, ~moved),
        "transferred_closed": and_(closed, moved),
        "self_handled": and_(closed, c.self_handled),
        "due": due,
        **handling,
        "transferred_due": and_(due, moved),
        **{f"transferred_{name}": and_(found, moved) for name, found in handling.items()},
        **_stage(
            "accept_due",
            "accepted_on_time",
            c.accepted_at,
            c.accept_due_at,
            cutoff,
            counted,
            running,
        ),
        **_stage(
            "assign_due",
            "assigned_on_time",
            assigned_at,
            c.accept_due_at,
            cutoff,
            counted,
            and_(running, ~c.self_handled),
        ),
        **_stage(
            "sign_due",
            "signed_on_time",
            c.signed_at,
            c.sign_due_at,
            cutoff,
            counted,
            and_(running, c.state != int(CaseState.RETURNED)),
        ),
        "accurate_assignments": and_(counted, assigned_at <= cutoff, c.wrong_unit_returns == 0),
        "rework_cases": reworked,
        "extension_cases": extended,
        "transferred_rework_cases": and_(reworked, moved),
        "transferred_extension_cases": and_(extended, moved),
        "visits": answered,
        "satisfied": and_(answered, c.satisfaction.in_(pleased)),
        "fair": and_(answered, c.satisfaction == Satisfaction.FAIR.value),
        "satisfied_or_fair": and_(
            answered, c.satisfaction.in_([*pleased, Satisfaction.FAIR.value])
        ),
        "verified": and_(counted, or_(c.verified_at <= cutoff, c.rework_count > 0)),
        "verified_first_time": and_(passed, c.verified_first_time.is_(True)),
        "stars_count": and_(closed, c.stars.is_not(None)),
        "reports": report,
        "valid_reports": and_(report, counted),
    }
    return {
        **{name: Count(found) for name, found in conditions.items()},
        "assign_count": Count(counted, c.assign_count),
        "return_count": Count(counted, c.return_count),
        "stars_sum": Count(and_(closed, c.stars.is_not(None)), c.stars),
    }


def _handling(closed: Condition, running: Condition, cutoff: datetime) -> dict[str, Condition]:
    """Return the three ways in which a case can be due; no case is in two of them."""
    c = cases.c
    has_report = c.state.in_(
        [*sorted(map(int, CLOSED_STATES)), int(CaseState.WAITING_VERIFICATION)]
    )
    finished_at = case((has_report, func.coalesce(c.reported_at, c.closed_at)), else_=c.closed_at)
    # The work ended at the report if that was before the cut-off; else it goes on.
    ran_out = or_(
        and_(finished_at.is_not(None), finished_at <= cutoff, finished_at > c.due_at),
        and_(or_(finished_at.is_(None), finished_at > cutoff), c.due_at < cutoff),
    )
    return {
        "on_time": and_(closed, or_(c.due_at.is_(None), finished_at <= c.due_at)),
        "overdue_closed": and_(closed, c.due_at.is_not(None), finished_at > c.due_at),
        "overdue_open": and_(running, c.due_at.is_not(None), ran_out),
    }


def _stage(
    owed: str,
    in_time: str,
    done: ColumnElement[Any],
    due: ColumnElement[Any],
    cutoff: datetime,
    counted: Condition,
    running: Condition,
) -> dict[str, Condition]:
    """Return the counters of one stage: owed once done, or once its limit passed undone."""
    is_done = and_(counted, done <= cutoff)
    undone = and_(running, or_(done.is_(None), done > cutoff), due < cutoff)
    return {
        owed: or_(is_done, undone),
        in_time: and_(is_done, or_(due.is_(None), done <= due)),
    }

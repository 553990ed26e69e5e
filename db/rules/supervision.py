"""When a case is to be supervised, how hard, and what follows (domain.md §3.2, §4.4).

The rules only suggest; a person confirms before anything is issued. Supervision only rises.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from db.rules.calendar import WorkingCalendar
from db.rules.clock import Clock
from db.rules.lights import light
from db.rules.limits import Limits
from db.rules.terms import CaseState, Light, SupervisionLevel, Urgency

_MINUTE = timedelta(minutes=1)
_POINT_FIELDS = ("ordinary_points", "yellow_points", "red_points")

SUPERVISED_STATES = frozenset({CaseState.WAITING_SIGNATURE, CaseState.IN_PROGRESS})
"""The states in which a unit of the street owes work, so that it can be supervised."""


class Measure(StrEnum):
    """What is suggested, from mild to hard."""

    REMIND = "remind"
    PHONE = "phone"
    ORDINARY = "ordinary"
    YELLOW = "yellow"
    RED = "red"
    LIST_AT_DISTRICT = "list_at_district"


class Trigger(StrEnum):
    """Why it is suggested."""

    NEARLY_DUE = "nearly_due"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    SIGNATURE_OVERDUE = "signature_overdue"
    NOTICE_PAST_LIMIT = "notice_past_limit"
    REWORK = "rework"
    NO_FEEDBACK = "no_feedback"
    AGREED_ITEM_MISSED = "agreed_item_missed"


MEASURE_LEVELS: dict[Measure, SupervisionLevel] = {
    Measure.ORDINARY: SupervisionLevel.ORDINARY,
    Measure.YELLOW: SupervisionLevel.YELLOW,
    Measure.RED: SupervisionLevel.RED,
}
"""The level that a measure gives."""

_NEXT_MEASURE: dict[SupervisionLevel, Measure] = {
    SupervisionLevel.ORDINARY: Measure.YELLOW,
    SupervisionLevel.YELLOW: Measure.RED,
    SupervisionLevel.RED: Measure.LIST_AT_DISTRICT,
}


@dataclass(frozen=True)
class SupervisionRules:
    """Thresholds and points; the street may change all of them. None switches a row off."""

    ordinary_overdue_days: int = 1
    yellow_overdue_days: int = 5
    red_overdue_days: int = 10
    signature_overdue_days: int = 1
    ordinary_overdue_minutes: int = 30
    """For urgent and major cases the same chain in natural time."""
    yellow_overdue_minutes: int = 120
    red_overdue_minutes: int = 240
    red_rework_count: int = 2
    no_feedback_yellow_days: int | None = None
    """Working days since the assignment without a word (5 and 10 in the system it comes from)."""
    no_feedback_red_days: int | None = None
    agreed_missed_meetings: int = 2
    notice_limit_days: int = 3
    ordinary_points: Decimal = Decimal(0)
    yellow_points: Decimal = Decimal(-5)
    red_points: Decimal = Decimal(-10)

    def __post_init__(self) -> None:
        """Take points as a settings file holds them, too."""
        for name in _POINT_FIELDS:
            object.__setattr__(self, name, Decimal(str(getattr(self, name))))

    def points(self, level: SupervisionLevel) -> Decimal:
        """Return the points that a notice of a level costs, 0 or below."""
        return {
            SupervisionLevel.NONE: Decimal(0),
            SupervisionLevel.ORDINARY: self.ordinary_points,
            SupervisionLevel.YELLOW: self.yellow_points,
            SupervisionLevel.RED: self.red_points,
        }[level]


@dataclass(frozen=True)
class SupervisedCase:
    """What the triggers look at in a case."""

    state: CaseState
    urgency: Urgency = Urgency.NORMAL
    level: SupervisionLevel = SupervisionLevel.NONE
    assigned_at: datetime | None = None
    sign_due_at: datetime | None = None
    signed_at: datetime | None = None
    feedback_at: datetime | None = None
    due_at: datetime | None = None
    rework_count: int = 0
    notice_due_at: datetime | None = None
    """The limit of the running notice of the present level, if it was not replied to."""
    last_reminded_at: datetime | None = None
    last_phoned_at: datetime | None = None
    is_proposed_for_listing: bool = False


@dataclass(frozen=True)
class Suggestion:
    """A measure and why; which of the facts are there depends on the trigger."""

    measure: Measure
    trigger: Trigger
    since: datetime | None = None
    """The moment whose passing set it off."""
    overdue_days: int | None = None
    """Working days past it, for a normal case."""
    overdue_minutes: int | None = None
    """Minutes past it, for an urgent or major case."""
    count: int | None = None
    """How many times, for rework and missed meetings."""


def may_raise(current: SupervisionLevel, wanted: SupervisionLevel) -> bool:
    """Say whether a level may be given: only a harder one than stands."""
    return wanted > current


def may_cancel(current: SupervisionLevel) -> bool:
    """Say whether there is a supervision to cancel; it falls back to none."""
    return current > SupervisionLevel.NONE


def notice_due(
    issued_at: datetime, calendar: WorkingCalendar, rules: SupervisionRules | None = None
) -> datetime:
    """Return by when a notice must be answered: the close of the third working day after."""
    days = (rules or SupervisionRules()).notice_limit_days
    return calendar.close_of(calendar.add_workdays(issued_at.date(), days))


def suggestions(
    case: SupervisedCase,
    now: datetime,
    calendar: WorkingCalendar,
    rules: SupervisionRules | None = None,
    limits: Limits | None = None,
) -> tuple[Suggestion, ...]:
    """Return the hardest measure that is due now, with each trigger that asks for it.

    Nothing is suggested for a case on which no unit of the street has to work now. A reminder or
    a telephone call is suggested once a day, and only where no card is.
    """
    if case.state not in SUPERVISED_STATES:
        return ()
    rules, limits = rules or SupervisionRules(), limits or Limits()
    cards = [
        found
        for found in _cards(case, now, Clock(calendar, limits), rules)
        if _is_open_to(case, found.measure)
    ]
    if cards:
        order = list(Measure)
        hardest = max((found.measure for found in cards), key=order.index)
        return tuple(found for found in cards if found.measure is hardest)
    return tuple(_reminders(case, now, calendar, limits))


def agreed_item_suggestion(
    missed_meetings: int, rules: SupervisionRules | None = None
) -> Suggestion | None:
    """Return the suggestion for an agreed item that was overdue at meetings in a row."""
    if missed_meetings < (rules or SupervisionRules()).agreed_missed_meetings:
        return None
    return Suggestion(Measure.ORDINARY, Trigger.AGREED_ITEM_MISSED, count=missed_meetings)


def _is_open_to(case: SupervisedCase, measure: Measure) -> bool:
    if measure is Measure.LIST_AT_DISTRICT:
        return not case.is_proposed_for_listing
    return may_raise(case.level, MEASURE_LEVELS[measure])


def _cards(
    case: SupervisedCase, now: datetime, clock: Clock, rules: SupervisionRules
) -> Iterator[Suggestion]:
    if case.due_at is not None:
        chain = (
            (Measure.RED, rules.red_overdue_days, rules.red_overdue_minutes),
            (Measure.YELLOW, rules.yellow_overdue_days, rules.yellow_overdue_minutes),
            (Measure.ORDINARY, rules.ordinary_overdue_days, rules.ordinary_overdue_minutes),
        )
        yield from _overdue(case, Trigger.OVERDUE, case.due_at, now, clock, chain)
    if case.sign_due_at is not None and case.state is CaseState.WAITING_SIGNATURE:
        signing = (
            (Measure.ORDINARY, rules.signature_overdue_days, rules.ordinary_overdue_minutes),
        )
        yield from _overdue(case, Trigger.SIGNATURE_OVERDUE, case.sign_due_at, now, clock, signing)
    if case.notice_due_at is not None and now > case.notice_due_at and may_cancel(case.level):
        yield Suggestion(
            _NEXT_MEASURE[case.level], Trigger.NOTICE_PAST_LIMIT, since=case.notice_due_at
        )
    if case.rework_count >= rules.red_rework_count:
        yield Suggestion(Measure.RED, Trigger.REWORK, count=case.rework_count)
    if case.assigned_at is not None and case.feedback_at is None:
        silent = clock.overdue_workdays(case.assigned_at, now)
        for measure, days in (
            (Measure.RED, rules.no_feedback_red_days),
            (Measure.YELLOW, rules.no_feedback_yellow_days),
        ):
            if days is not None and silent > days:
                yield Suggestion(
                    measure, Trigger.NO_FEEDBACK, since=case.assigned_at, overdue_days=silent
                )


def _overdue(
    case: SupervisedCase,
    trigger: Trigger,
    due: datetime,
    now: datetime,
    clock: Clock,
    chain: tuple[tuple[Measure, int, int], ...],
) -> Iterator[Suggestion]:
    """Yield every measure whose threshold is reached."""
    if now <= due:
        return
    if case.urgency is Urgency.NORMAL:
        days = clock.overdue_workdays(due, now)
        for measure, least_days, _ in chain:
            if days >= least_days:
                yield Suggestion(measure, trigger, since=due, overdue_days=days)
        return
    minutes = (now - due) // _MINUTE
    for measure, _, least_minutes in chain:
        if minutes >= least_minutes:
            yield Suggestion(measure, trigger, since=due, overdue_minutes=minutes)


def _reminders(
    case: SupervisedCase, now: datetime, calendar: WorkingCalendar, limits: Limits
) -> Iterator[Suggestion]:
    due, today = case.due_at, now.date()
    if due is None or may_cancel(case.level):
        return
    # The limit of an urgent case may begin and end on one day.
    is_normal = case.urgency is Urgency.NORMAL
    if today >= due.date() if is_normal else now > due:
        if not _is_of(case.last_phoned_at, today):
            yield Suggestion(Measure.PHONE, Trigger.DUE_TODAY, since=due)
        return
    reading = light(
        due, now, start=case.assigned_at, urgency=case.urgency, calendar=calendar, limits=limits
    )
    if reading.light is Light.YELLOW and not _is_of(case.last_reminded_at, today):
        yield Suggestion(Measure.REMIND, Trigger.NEARLY_DUE, since=due)


def _is_of(moment: datetime | None, day: date) -> bool:
    return moment is not None and moment.date() == day

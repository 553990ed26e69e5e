"""What the supervision rules suggest now for open cases and agreed items (domain.md §3.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import and_, func, select

from db.model.case import cases
from db.model.meeting import decision
from db.model.organisation import unit
from db.model.supervision import (
    listed_supervision,
    notice,
    reminder,
    suggestion_answer,
)
from db.queries.door import Reader
from db.rules.agenda import OWED, DecisionState
from db.rules.notice_states import (
    ENDED_STATES,
    RUNNING_STATES,
    UNNUMBERED_STATES,
    NoticeState,
    ReplyOutcome,
)
from db.rules.permissions import Permission
from db.rules.supervision import (
    MEASURE_LEVELS,
    SUPERVISED_STATES,
    Measure,
    Suggestion,
    SupervisedCase,
    Trigger,
    agreed_item_suggestion,
)
from db.rules.supervision import (
    suggestions as suggested,
)
from db.rules.terms import CaseState, SupervisionLevel, Urgency

MEASURE_RANKS: dict[Measure, int] = {
    Measure.REMIND: -1,
    Measure.PHONE: 0,
    **{measure: int(level) for measure, level in MEASURE_LEVELS.items()},
    Measure.LIST_AT_DISTRICT: 300,
}
"""How hard a measure is; stored with an answer, so that a harder one is suggested again."""


SYSTEM = "system"
"""The means of a reminder that reached the unit through the system only."""


class SuggestionAnswer(StrEnum):
    """What a person made of a suggestion."""

    ADOPT = "adopt"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A measure for one case or agreed item, with the facts that ask for it.

    ``reasons`` are all triggers of this hardest measure, ``notice_number`` is the running notice
    whose limit has passed, where that is one of them.
    """

    case_id: int | None
    decision_id: int | None
    number: str
    title: str
    unit_id: int | None
    unit_name: str
    urgency: Urgency
    level: SupervisionLevel
    due_at: datetime | None
    sign_due_at: datetime | None
    assigned_at: datetime | None
    measure: Measure
    reasons: tuple[Suggestion, ...]
    notice_number: str

    @property
    def trigger(self) -> Trigger:
        """Return the first reason's trigger, which a notice drafted from it keeps."""
        return self.reasons[0].trigger


def suggestions(reader: Reader) -> tuple[SuggestionRow, ...]:
    """Return what should be done now, the hardest measures first; at most one for a case.

    Left out is what was answered at this or a harder measure, what a notice in preparation
    covers already, and what stands.

    :raises NotAllowed: the reader does not draft supervision.
    """
    reader.demand(Permission.SUPERVISION_DRAFT)
    found = [*_of_cases(reader), *_of_agreed_items(reader)]
    found.sort(key=lambda row: (-MEASURE_RANKS[row.measure], row.reasons[0].since or datetime.max))
    return tuple(found)


def _of_cases(reader: Reader) -> Iterable[SuggestionRow]:
    where = and_(
        cases.c.state.in_(sorted(map(int, SUPERVISED_STATES))),
        # Sum and coalesce keep planners from the indexes by street and by main case, in which
        # every case ever taken stands; few stand in these states.
        cases.c.street_id + 0 == reader.actor.street_id,
        # A duplicate is supervised in its main case.
        func.coalesce(cases.c.duplicate_of, 0) == 0,
    )
    rows = reader.connection.execute(
        select(
            cases.c.id,
            cases.c.number,
            cases.c.title,
            cases.c.state,
            cases.c.urgency,
            cases.c.supervision_level,
            cases.c.assigned_at,
            cases.c.sign_due_at,
            cases.c.signed_at,
            cases.c.feedback_at,
            cases.c.due_at,
            cases.c.rework_count,
            cases.c.lead_id,
            cases.c.holder_id,
            unit.c.name.label("unit_name"),
        )
        .outerjoin(unit, unit.c.id == func.coalesce(cases.c.lead_id, cases.c.holder_id))
        .where(where)
    ).all()
    about = select(cases.c.id).where(where)
    reminded = _last_reminders(reader, about)
    notices = _notices_of(reader, about)
    answered = _answers(reader, suggestion_answer.c.case_id)
    listed = set(
        reader.connection.execute(
            select(listed_supervision.c.case_id).where(listed_supervision.c.case_id.in_(about))
        ).scalars()
    )
    office = reader.office
    for row in rows:
        running = _running(notices.get(row.id, ()), row.supervision_level)
        answer = answered.get(row.id)
        asked = suggested(
            SupervisedCase(
                state=CaseState(row.state),
                urgency=Urgency(row.urgency),
                level=SupervisionLevel(row.supervision_level),
                assigned_at=row.assigned_at,
                sign_due_at=row.sign_due_at,
                signed_at=row.signed_at,
                feedback_at=row.feedback_at,
                due_at=row.due_at,
                rework_count=row.rework_count,
                notice_due_at=running.finish_by if running else None,
                last_reminded_at=reminded.get((row.id, False)),
                last_phoned_at=reminded.get((row.id, True)),
                is_proposed_for_listing=row.id in listed,
            ),
            reader.now,
            office.calendar,
            office.supervision,
            office.limits,
        )
        if not asked:
            continue
        rank = MEASURE_RANKS[asked[0].measure]
        prepared = _prepared_level(notices.get(row.id, ()))
        if rank <= max(prepared, MEASURE_RANKS[Measure.REMIND] - 1 if answer is None else answer):
            continue
        past = any(reason.trigger is Trigger.NOTICE_PAST_LIMIT for reason in asked)
        yield SuggestionRow(
            case_id=row.id,
            decision_id=None,
            number=row.number,
            title=row.title,
            unit_id=row.lead_id or row.holder_id,
            unit_name=row.unit_name or "",
            urgency=Urgency(row.urgency),
            level=SupervisionLevel(row.supervision_level),
            due_at=row.due_at,
            sign_due_at=row.sign_due_at,
            assigned_at=row.assigned_at,
            measure=asked[0].measure,
            reasons=asked,
            notice_number=running.number if running and past else "",
        )


def _last_reminders(reader: Reader, about: Any) -> dict[tuple[int, bool], datetime]:
    """Return when each case was last reminded: at all, and (True) by a call or a visit."""
    rows = reader.connection.execute(
        select(reminder.c.case_id, reminder.c.means, func.max(reminder.c.at).label("last"))
        .where(reminder.c.case_id.in_(about))
        .group_by(reminder.c.case_id, reminder.c.means)
    )
    last: dict[tuple[int, bool], datetime] = {}
    for row in rows:
        for in_person in {False, row.means != SYSTEM}:
            place = (int(row.case_id), in_person)
            last[place] = max(last.get(place, row.last), row.last)
    return last


def _notices_of(reader: Reader, about: Any) -> dict[int, list[Any]]:
    rows = reader.connection.execute(
        select(
            notice.c.case_id,
            notice.c.state,
            notice.c.level,
            notice.c.finish_by,
            notice.c.number,
            notice.c.reply_outcome,
        ).where(
            notice.c.case_id.in_(about),
            notice.c.state.not_in([state.value for state in ENDED_STATES]),
        )
    )
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _running(notices: Sequence[Any], level: int) -> Any | None:
    """Return the notice of the present level on which the unit still has to act."""
    for row in notices:
        done = row.state == NoticeState.REPLIED and row.reply_outcome == ReplyOutcome.CLOSED
        if row.level == level and NoticeState(row.state) in RUNNING_STATES and not done:
            return row
    return None


def _prepared_level(notices: Sequence[Any]) -> int:
    levels = [row.level for row in notices if NoticeState(row.state) in UNNUMBERED_STATES]
    return max(levels, default=MEASURE_RANKS[Measure.REMIND] - 1)


def _answers(reader: Reader, column: Any) -> dict[int, int]:
    """Return the hardest measure that was answered for each object."""
    rows = reader.connection.execute(
        select(column.label("about"), func.max(suggestion_answer.c.level).label("rank"))
        .where(suggestion_answer.c.street_id == reader.actor.street_id, column.is_not(None))
        .group_by(column)
    )
    return {int(row.about): int(row.rank) for row in rows}


def _of_agreed_items(reader: Reader) -> Iterable[SuggestionRow]:
    """Yield a suggestion for each agreed item that meetings in a row found overdue."""
    rules = reader.office.supervision
    under_way = select(notice.c.decision_id).where(
        notice.c.decision_id.is_not(None), notice.c.state != NoticeState.WITHDRAWN.value
    )
    rows = reader.connection.execute(
        select(
            decision.c.id,
            decision.c.code,
            decision.c.text,
            decision.c.lead_id,
            decision.c.due_at,
            decision.c.missed_meetings,
            unit.c.name.label("unit_name"),
        )
        .join(unit, unit.c.id == decision.c.lead_id)
        .where(
            decision.c.street_id == reader.actor.street_id,
            decision.c.missed_meetings >= rules.agreed_missed_meetings,
            decision.c.state.in_(sorted(OWED | {DecisionState.SUPERVISED})),
            decision.c.id.not_in(under_way),
        )
        .order_by(decision.c.id)
    ).all()
    answered = _answers(reader, suggestion_answer.c.decision_id)
    for row in rows:
        found = agreed_item_suggestion(row.missed_meetings, rules)
        if found is None or answered.get(row.id, -2) >= MEASURE_RANKS[found.measure]:
            continue
        yield SuggestionRow(
            case_id=None,
            decision_id=row.id,
            number=row.code,
            title=row.text,
            unit_id=row.lead_id,
            unit_name=row.unit_name,
            urgency=Urgency.NORMAL,
            level=SupervisionLevel.NONE,
            due_at=row.due_at,
            sign_due_at=None,
            assigned_at=None,
            measure=found.measure,
            reasons=(found,),
            notice_number="",
        )

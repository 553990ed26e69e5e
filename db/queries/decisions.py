"""What meetings agreed, as tasks: who owes what until when, and whether it was kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Text, and_, cast, func, or_, select

from db.errors import NotFound
from db.model.account import account, person
from db.model.case import cases
from db.model.meeting import decision, decision_progress, meeting
from db.model.organisation import unit
from db.queries.door import Reader
from db.queries.effects import Effect, effects_of
from db.queries.scope import WHOLE_STREET, within_reach
from db.rules.agenda import (
    OWED,
    UNFINISHED,
    Completion,
    DecisionKind,
    DecisionMove,
    DecisionState,
    DecisionTraits,
    MeetingKind,
    completion,
    kept,
    shown_state,
)
from db.rules.permissions import Permission, may

PAGE = 200


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision as lists and pages show it; ``state`` is computed, ``stored_state`` is not."""

    id: int
    code: str
    meeting_id: int
    meeting_kind: MeetingKind
    year: int
    week: int
    case_id: int | None
    case_number: str
    case_title: str
    kind: DecisionKind
    text: str
    lead_id: int
    lead_name: str
    assist_ids: tuple[int, ...]
    assist_names: tuple[str, ...]
    responsible: str
    due_at: datetime
    outcome_form: str
    report_to: str
    state: DecisionState
    stored_state: DecisionState
    version: int
    missed_meetings: int
    done_at: datetime | None
    confirmed_at: datetime | None
    in_time: bool | None
    kept: bool | None
    cancel_reason: str
    last_progress_at: datetime | None
    last_progress: str
    moved_by: str
    """Who agreed on it, or changed or moved it last."""
    effects: tuple[Effect, ...]
    """What it did to its case, oldest first."""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One entry of what happened to a decision, oldest first."""

    id: int
    at: datetime
    actor_name: str
    kind: DecisionMove
    text: str
    meeting_id: int | None


@dataclass(frozen=True, slots=True)
class DecisionDetail:
    """A decision with everything that happened to it."""

    row: DecisionRow
    progress: tuple[ProgressRow, ...]


def decisions(
    reader: Reader,
    *,
    states: Collection[DecisionState] | None = None,
    unit_id: int | None = None,
    meeting_id: int | None = None,
    case_id: int | None = None,
    before: int | None = None,
    limit: int = PAGE,
) -> tuple[DecisionRow, ...]:
    """Return decisions, newest first; a page ends where the next one begins (``before``).

    ``states`` may name ``overdue``, which is computed. Units see what they lead or assist in.
    """
    where: list[ColumnElement[bool]] = [seen_decisions(reader)]
    if states is not None:
        where.append(_in_states(states, reader.now))
    if unit_id is not None:
        where.append(_takes_part(unit_id))
    for column, value in ((decision.c.meeting_id, meeting_id), (decision.c.case_id, case_id)):
        if value is not None:
            where.append(column == value)
    if before is not None:
        where.append(decision.c.id < before)
    return _rows(reader, and_(*where), limit)


def unfinished_decisions(reader: Reader, *, limit: int = PAGE) -> tuple[DecisionRow, ...]:
    """Return what is carried to the next meeting."""
    return decisions(reader, states=UNFINISHED, limit=limit)


def promised(reader: Reader) -> tuple[DecisionRow, ...]:
    """Return what the reader's unit owes a meeting, and for the room what waits for its word.

    The one that is due first comes first.
    """
    if not may(reader.actor.role, Permission.MEETING_REPORT):
        return ()
    owed = and_(
        _takes_part(reader.actor.unit_id),
        _in_states(OWED | {DecisionState.SUPERVISED}, reader.now),
    )
    if may(reader.actor.role, Permission.MEETING_HOLD):
        owed = or_(owed, decision.c.state == DecisionState.TO_CONFIRM.value)
    found = _rows(reader, and_(seen_decisions(reader), owed), PAGE)
    return tuple(sorted(found, key=lambda row: (row.due_at, row.id)))


def decision_detail(reader: Reader, decision_id: int) -> DecisionDetail:
    """Return one decision and its history.

    :raises NotFound: ``decision_unknown``, also for one that the reader may not see.
    """
    rows = _rows(reader, and_(seen_decisions(reader), decision.c.id == decision_id), 1)
    if not rows:
        raise NotFound("decision_unknown", id=decision_id)
    found = reader.connection.execute(
        select(
            decision_progress.c.id,
            decision_progress.c.at,
            person.c.name,
            decision_progress.c.kind,
            decision_progress.c.text,
            decision_progress.c.meeting_id,
        )
        .join(account, account.c.id == decision_progress.c.actor_id)
        .join(person, person.c.id == account.c.person_id)
        .where(decision_progress.c.decision_id == decision_id)
        .order_by(decision_progress.c.id)
    )
    history = tuple(
        ProgressRow(row.id, row.at, row.name, DecisionMove(row.kind), row.text, row.meeting_id)
        for row in found
    )
    return DecisionDetail(rows[0], history)


def decision_rows(reader: Reader, ids: Collection[int]) -> dict[int, DecisionRow]:
    """Return decisions by their ids, as far as the reader may see them."""
    if not ids:
        return {}
    found = _rows(reader, and_(seen_decisions(reader), decision.c.id.in_(ids)), len(ids))
    return {row.id: row for row in found}


def decision_completion(
    reader: Reader, start: datetime, end: datetime, *, unit_id: int | None = None
) -> Completion:
    """Count the decisions whose day falls between ``start`` and before ``end``."""
    where = [seen_decisions(reader), decision.c.due_at >= start, decision.c.due_at < end]
    if unit_id is not None:
        where.append(decision.c.lead_id == unit_id)
    found = reader.connection.execute(
        select(decision.c.state, decision.c.due_at, decision.c.in_time).where(*where)
    )
    return completion(
        (DecisionTraits(DecisionState(row.state), row.due_at, row.in_time) for row in found),
        reader.now,
    )


def seen_decisions(reader: Reader) -> ColumnElement[bool]:
    """Return the condition for the decisions that the reader may see.

    :raises NotAllowed: for accounts that administer and do not work with cases.
    """
    reader.demand(Permission.FIGURES_SEE)
    street = within_reach(reader, decision.c.street_id)
    if reader.actor.role in WHOLE_STREET:
        return street
    return and_(street, _takes_part(reader.actor.unit_id))


def _takes_part(unit_id: int) -> ColumnElement[bool]:
    # Ids are long and all of one length, so one cannot be found inside another.
    assists = cast(decision.c.assist_ids, Text).like(f"%{unit_id}%")
    return or_(decision.c.lead_id == unit_id, assists)


def _in_states(states: Collection[DecisionState], now: datetime) -> ColumnElement[bool]:
    ways: list[ColumnElement[bool]] = [decision.c.state.in_([state.value for state in states])]
    if DecisionState.OVERDUE in states:
        owed = decision.c.state.in_([state.value for state in OWED])
        ways.append(and_(owed, decision.c.due_at < now))
    return or_(*ways)


def _rows(reader: Reader, where: ColumnElement[bool], limit: int) -> tuple[DecisionRow, ...]:
    read = reader.connection.execute(
        select(
            decision,
            meeting.c.kind.label("meeting_kind"),
            meeting.c.year,
            meeting.c.week,
            unit.c.name.label("lead_name"),
            cases.c.number.label("case_number"),
            cases.c.title.label("case_title"),
            _moved_by().label("moved_by"),
        )
        .join(meeting, meeting.c.id == decision.c.meeting_id)
        .join(unit, unit.c.id == decision.c.lead_id)
        .outerjoin(cases, cases.c.id == decision.c.case_id)
        .where(where)
        .order_by(decision.c.id.desc())
        .limit(limit)
    )
    found = [dict(row) for row in read.mappings()]
    names = _unit_names(reader, {id_ for row in found for id_ in row["assist_ids"]})
    latest = _latest_progress(reader, [row["id"] for row in found])
    done = effects_of(reader, found)
    return tuple(_row(row, names, latest, done.get(row["id"], ()), reader.now) for row in found)


def _row(
    row: Mapping[str, Any],
    names: Mapping[int, str],
    latest: Mapping[int, tuple[datetime, str]],
    effects: tuple[Effect, ...],
    now: datetime,
) -> DecisionRow:
    stored = DecisionState(row["state"])
    last_at, last_text = latest.get(row["id"], (None, ""))
    return DecisionRow(
        id=row["id"],
        code=row["code"],
        meeting_id=row["meeting_id"],
        meeting_kind=MeetingKind(row["meeting_kind"]),
        year=row["year"],
        week=row["week"],
        case_id=row["case_id"],
        case_number=row["case_number"] or "",
        case_title=row["case_title"] or "",
        kind=DecisionKind(row["kind"]),
        text=row["text"],
        lead_id=row["lead_id"],
        lead_name=row["lead_name"],
        assist_ids=tuple(row["assist_ids"]),
        assist_names=tuple(names[id_] for id_ in row["assist_ids"]),
        responsible=row["responsible"],
        due_at=row["due_at"],
        outcome_form=row["outcome_form"],
        report_to=row["report_to"],
        state=shown_state(stored, row["due_at"], now),
        stored_state=stored,
        version=row["version"],
        missed_meetings=row["missed_meetings"],
        done_at=row["done_at"],
        confirmed_at=row["confirmed_at"],
        in_time=row["in_time"],
        kept=kept(stored, row["due_at"], row["done_at"], now),
        cancel_reason=row["cancel_reason"],
        last_progress_at=last_at,
        last_progress=last_text,
        moved_by=row["moved_by"] or "",
        effects=effects,
    )


def _moved_by() -> ScalarSelect[Any]:
    """Return the name of whoever left the last trace on a decision."""
    return (
        select(person.c.name)
        .join(account, account.c.person_id == person.c.id)
        .join(decision_progress, decision_progress.c.actor_id == account.c.id)
        .where(decision_progress.c.decision_id == decision.c.id)
        .order_by(decision_progress.c.id.desc())
        .limit(1)
        .correlate(decision)
        .scalar_subquery()
    )


def _unit_names(reader: Reader, ids: Iterable[int]) -> dict[int, str]:
    wanted = sorted(ids)
    if not wanted:
        return {}
    query = select(unit.c.id, unit.c.name).where(unit.c.id.in_(wanted))
    return {row.id: row.name for row in reader.connection.execute(query)}


def _latest_progress(reader: Reader, ids: Collection[int]) -> dict[int, tuple[datetime, str]]:
    """Return the last word of the unit or the room on each decision."""
    if not ids:
        return {}
    told = (DecisionMove.PROGRESS, DecisionMove.FINISHED, DecisionMove.REJECTED)
    newest = (
        select(func.max(decision_progress.c.id))
        .where(
            decision_progress.c.decision_id.in_(ids),
            decision_progress.c.kind.in_([move.value for move in told]),
        )
        .group_by(decision_progress.c.decision_id)
    )
    found = reader.connection.execute(
        select(
            decision_progress.c.decision_id, decision_progress.c.at, decision_progress.c.text
        ).where(decision_progress.c.id.in_(newest))
    )
    return {row.decision_id: (row.at, row.text) for row in found}

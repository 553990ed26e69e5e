"""Review meetings: their list, the console's agenda, who came, and what the minutes tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from db.errors import NotFound
from db.model.meeting import agenda_case, attendance, decision, meeting
from db.model.organisation import unit
from db.queries.agenda import AgendaRow, agenda_rows, masked_decision
from db.queries.decisions import DecisionRow, decisions
from db.queries.door import Reader
from db.rules.agenda import (
    UNFINISHED,
    AgendaState,
    AttendanceStatus,
    DecisionState,
    MeetingKind,
    MeetingState,
    Section,
)
from db.rules.numbering import minutes_issue_number
from db.rules.permissions import Permission

PAGE = 100


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as a list shows it."""

    id: int
    kind: MeetingKind
    year: int
    week: int
    issue: int | None
    issue_number: str
    title: str
    place: str
    starts_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None
    frozen_at: datetime | None
    chair_name: str
    recorder_name: str
    state: MeetingState
    version: int
    case_count: int
    settled_count: int
    """Rows of cases that were discussed, decided on or deferred."""
    decision_count: int
    unfinished_count: int


@dataclass(frozen=True, slots=True)
class Attendant:
    """Who came, who did not and why."""

    id: int
    unit_id: int
    unit_name: str
    name: str
    post: str
    status: AttendanceStatus
    reason: str


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """Everything of one meeting, sections in the order of the agenda."""

    row: MeetingRow
    figures: Mapping[str, Any]
    opinion: str
    next_focus: str
    speech: str
    agenda: tuple[AgendaRow, ...]
    attendance: tuple[Attendant, ...]
    decisions: tuple[DecisionRow, ...]

    def of(self, section: Section) -> tuple[AgendaRow, ...]:
        """Return the rows of a section."""
        return tuple(row for row in self.agenda if row.section is section)


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """What the minutes (纪要) of a meeting are made from; no private data is in it."""

    meeting: MeetingRow
    figures: Mapping[str, Any]
    present: tuple[Attendant, ...]
    on_leave: tuple[Attendant, ...]
    absent: tuple[Attendant, ...]
    observers: tuple[Attendant, ...]
    heard: tuple[AgendaRow, ...]
    """会议听取: earlier decisions and the topics on which something was noted."""
    studied: tuple[AgendaRow, ...]
    """会议研究: the cases that were discussed or decided on."""
    agreed: tuple[DecisionRow, ...]
    """会议议定, in the order of their numbers."""
    opinion: str
    next_focus: str
    speech: str


def meetings(
    reader: Reader,
    *,
    kind: MeetingKind | None = None,
    year: int | None = None,
    state: MeetingState | None = None,
    before: int | None = None,
    limit: int = PAGE,
) -> tuple[MeetingRow, ...]:
    """Return meetings, newest first; a page ends where the next one begins (``before``)."""
    where = []
    for column, value in ((meeting.c.kind, kind), (meeting.c.year, year), (meeting.c.state, state)):
        if value is not None:
            where.append(column == (value if isinstance(value, int) else value.value))
    if before is not None:
        where.append(meeting.c.id < before)
    return tuple(_meeting_row(row) for row in _meeting_rows(reader, where, limit))


def meeting_detail(reader: Reader, meeting_id: int, *, masked: bool = False) -> MeetingDetail:
    """Return one meeting for the console; units see the rows of their own cases.

    :raises NotFound: ``meeting_unknown``.
    """
    row = _one_meeting(reader, meeting_id)
    hides = masked or not reader.sees_private
    return MeetingDetail(
        row=_meeting_row(row),
        figures=row["figures"],
        opinion=row["opinion"],
        next_focus=row["next_focus"],
        speech=row["speech"],
        agenda=agenda_rows(reader, meeting_id, row["frozen_at"], hides, masked),
        attendance=attendants(reader, meeting_id),
        decisions=_agreed(reader, meeting_id, masked),
    )


def projection(reader: Reader, meeting_id: int) -> MeetingDetail:
    """Return one meeting for the wall: names, phones, addresses and numbers always masked."""
    return meeting_detail(reader, meeting_id, masked=True)


def attendants(reader: Reader, meeting_id: int) -> tuple[Attendant, ...]:
    """Return who was recorded for a meeting, in the order in which it was recorded."""
    _one_meeting(reader, meeting_id)
    found = reader.connection.execute(
        select(attendance, unit.c.name.label("unit_name"))
        .join(unit, unit.c.id == attendance.c.unit_id)
        .where(attendance.c.meeting_id == meeting_id)
        .order_by(attendance.c.id)
    )
    return tuple(
        Attendant(
            row.id,
            row.unit_id,
            row.unit_name,
            row.name,
            row.post,
            AttendanceStatus(row.status),
            row.reason,
        )
        for row in found
    )


def minutes_facts(reader: Reader, meeting_id: int) -> MinutesFacts:
    """Return what the minutes tell; without an issue number while the meeting is not closed.

    :raises NotFound: ``meeting_unknown``.
    """
    detail = meeting_detail(reader, meeting_id, masked=True)
    by_status = {
        status: tuple(one for one in detail.attendance if one.status is status)
        for status in AttendanceStatus
    }
    touched = (AgendaState.DISCUSSED, AgendaState.DECIDED, AgendaState.DEFERRED)
    return MinutesFacts(
        meeting=detail.row,
        figures=detail.figures,
        present=by_status[AttendanceStatus.PRESENT],
        on_leave=by_status[AttendanceStatus.LEAVE],
        absent=by_status[AttendanceStatus.ABSENT],
        observers=by_status[AttendanceStatus.OBSERVER],
        heard=tuple(
            row for row in detail.agenda if row.decision or (row.discussion and not row.case)
        ),
        studied=tuple(
            row for row in detail.agenda if row.case and not row.decision and row.state in touched
        ),
        agreed=tuple(
            one for one in detail.decisions if one.stored_state is not DecisionState.WITHDRAWN
        ),
        opinion=detail.opinion,
        next_focus=detail.next_focus,
        speech=detail.speech,
    )


def _meeting_rows(
    reader: Reader, where: list[ColumnElement[bool]], limit: int
) -> list[dict[str, Any]]:
    reader.demand(Permission.FIGURES_SEE)
    of_cases = and_(
        agenda_case.c.meeting_id == meeting.c.id,
        agenda_case.c.case_id.is_not(None),
        agenda_case.c.decision_id.is_(None),
        agenda_case.c.state != AgendaState.REMOVED.value,
    )
    agreed = and_(
        decision.c.meeting_id == meeting.c.id,
        decision.c.state != DecisionState.WITHDRAWN.value,
    )
    unfinished = decision.c.state.in_([state.value for state in UNFINISHED])
    waits = agenda_case.c.state == AgendaState.WAITING.value
    counted = {
        "case_count": select(func.count()).select_from(agenda_case).where(of_cases),
        "waiting_count": select(func.count()).select_from(agenda_case).where(of_cases, waits),
        "decision_count": select(func.count()).select_from(decision).where(agreed),
        "unfinished_count": select(func.count()).select_from(decision).where(agreed, unfinished),
    }
    found = reader.connection.execute(
        select(meeting, *(query.scalar_subquery().label(n) for n, query in counted.items()))
        .where(meeting.c.street_id == reader.actor.street_id, *where)
        .order_by(meeting.c.id.desc())
        .limit(limit)
    )
    return [dict(row) for row in found.mappings()]


def _one_meeting(reader: Reader, meeting_id: int) -> dict[str, Any]:
    found = _meeting_rows(reader, [meeting.c.id == meeting_id], 1)
    if not found:
        raise NotFound("meeting_unknown", id=meeting_id)
    return found[0]


def _meeting_row(row: Mapping[str, Any]) -> MeetingRow:
    closed_at, issue = row["closed_at"], row["issue"]
    return MeetingRow(
        id=row["id"],
        kind=MeetingKind(row["kind"]),
        year=row["year"],
        week=row["week"],
        issue=issue,
        issue_number=minutes_issue_number(closed_at.year, issue) if issue and closed_at else "",
        title=row["title"],
        place=row["place"],
        starts_at=row["starts_at"],
        opened_at=row["opened_at"],
        closed_at=closed_at,
        frozen_at=row["frozen_at"],
        chair_name=row["chair_name"],
        recorder_name=row["recorder_name"],
        state=MeetingState(row["state"]),
        version=row["version"],
        case_count=row["case_count"],
        settled_count=row["case_count"] - row["waiting_count"],
        decision_count=row["decision_count"],
        unfinished_count=row["unfinished_count"],
    )


def _agreed(reader: Reader, meeting_id: int, masked: bool) -> tuple[DecisionRow, ...]:
    """Return what a meeting agreed, in the order of the numbers."""
    newest_first = decisions(reader, meeting_id=meeting_id)
    return tuple(masked_decision(row, masked) for row in reversed(newest_first))

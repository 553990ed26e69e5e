"""Review meetings are planned, opened, gone through and closed (domain.md §4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import select

from db.audit import plain
from db.commands.agenda import (
    Caps,
    agenda_rows_of,
    build_agenda,
    freeze_agenda,
    next_position,
)
from db.commands.door import Command, Result, handles
from db.commands.intake import needed
from db.errors import Conflict, RuleError
from db.model.meeting import agenda_case, attendance, meeting
from db.rules.agenda import (
    CASE_SECTIONS,
    DIFFICULT_MOST,
    ONCE_A_WEEK,
    OVERDUE_MOST,
    AgendaReason,
    AgendaState,
    AttendanceStatus,
    MeetingKind,
    MeetingState,
    Section,
)
from db.rules.checks import clean_name, clean_text
from db.rules.numbering import IsoWeek, Numbered, counter_name, minutes_issue_number
from db.rules.permissions import Permission
from db.rules.terms import OPEN_STATES
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class PlanMeeting(Command):
    """Call a meeting on a week's work; its agenda is built in the same transaction.

    ``figures`` are the counters of that week, kept with the meeting as they are given.
    """

    permission: ClassVar = Permission.MEETING_HOLD
    kind: MeetingKind = MeetingKind.WEEKLY
    year: int
    week: int
    starts_at: datetime
    place: str = ""
    chair_name: str
    recorder_name: str = ""
    title: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)
    asked_case_ids: tuple[int, ...] = ()
    overdue_most: int = OVERDUE_MOST
    difficult_most: int = DIFFICULT_MOST


@dataclass(frozen=True, kw_only=True)
class OnMeeting(Command):
    """A command on one meeting as the person saw it; ``version=None`` takes it as it is."""

    permission: ClassVar = Permission.MEETING_HOLD
    meeting_id: int
    version: int | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeMeeting(OnMeeting):
    """Put time, place and people of a planned meeting right; ``None`` leaves a fact alone."""

    starts_at: datetime | None = None
    place: str | None = None
    chair_name: str | None = None
    recorder_name: str | None = None
    title: str | None = None


@dataclass(frozen=True, kw_only=True)
class RenewAgenda(OnMeeting):
    """Build the agenda of a planned meeting anew from the cases as they stand now."""

    figures: Mapping[str, Any] | None = None
    overdue_most: int = OVERDUE_MOST
    difficult_most: int = DIFFICULT_MOST


@dataclass(frozen=True, kw_only=True)
class StartMeeting(OnMeeting):
    """Open a meeting; its data stand still from now on (数据截至)."""

    figures: Mapping[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class RecordAttendance(OnMeeting):
    """Record whether a person of a unit came; a second record of the same person replaces it."""

    unit_id: int
    name: str
    post: str = ""
    status: AttendanceStatus = AttendanceStatus.PRESENT
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AddAgendaCase(OnMeeting):
    """Put a case on the agenda by hand."""

    case_id: int
    section: Section = Section.DIFFICULT


@dataclass(frozen=True, kw_only=True)
class OnAgenda(Command):
    """A command on one row of an agenda."""

    permission: ClassVar = Permission.MEETING_HOLD
    agenda_case_id: int


@dataclass(frozen=True, kw_only=True)
class RemoveAgendaCase(OnAgenda):
    """Take a case off the agenda before it was discussed."""


@dataclass(frozen=True, kw_only=True)
class NoteDiscussion(OnAgenda):
    """Write down what was said; ``previous`` is the text that the writer had before."""

    text: str
    previous: str | None = None


@dataclass(frozen=True, kw_only=True)
class DeferAgendaCase(OnAgenda):
    """Leave a case for the next meeting, which then opens with it."""


@dataclass(frozen=True, kw_only=True)
class CloseMeeting(OnMeeting):
    """Close a meeting; it takes its issue number and never changes again."""

    opinion: str = ""
    next_focus: str = ""
    speech: str = ""


@handles(PlanMeeting)
def plan_meeting(work: Work, command: PlanMeeting) -> Result:
    _check_week(command.year, command.week)
    if command.kind in ONCE_A_WEEK:
        _refuse_second(work, command)
    held = {
        "street_id": work.actor.street_id,
        "kind": command.kind.value,
        "year": command.year,
        "week": command.week,
        "starts_at": command.starts_at,
        "place": clean_name(command.place, field="place"),
        "chair_name": _name_needed(command.chair_name, "chair_name"),
        "recorder_name": clean_name(command.recorder_name, field="recorder_name"),
        "title": clean_name(command.title, field="title"),
        "state": MeetingState.PLANNED.value,
        "figures": plain(command.figures),
    }
    meeting_id = work.insert(meeting, **held)
    agenda = build_agenda(
        work, {"id": meeting_id, **held}, Caps(command.overdue_most, command.difficult_most)
    )
    for case_id in command.asked_case_ids:
        _ask_for(work, meeting_id, case_id, Section.DIFFICULT)
    work.changed("meeting", meeting_id)
    return {"meeting_id": meeting_id, "version": 1, "agenda": agenda}


def _check_week(year: int, week: int) -> None:
    try:
        IsoWeek(year, week)
    except ValueError as error:
        raise RuleError("week_unknown", year=year, week=week) from error


def _refuse_second(work: Work, command: PlanMeeting) -> None:
    known = work.connection.execute(
        select(meeting.c.id).where(
            meeting.c.street_id == work.actor.street_id,
            meeting.c.kind == command.kind.value,
            meeting.c.year == command.year,
            meeting.c.week == command.week,
        )
    ).scalar()
    if known is not None:
        facts = {"kind": command.kind.value, "year": command.year, "week": command.week}
        raise RuleError("meeting_exists", id=known, **facts)


def _name_needed(text: str, name: str) -> str:
    return needed(clean_name(text, field=name), name)


@handles(ChangeMeeting)
def change_meeting(work: Work, command: ChangeMeeting) -> Result:
    held = meeting_as(work, command.meeting_id, command.version, MeetingState.PLANNED)
    values: dict[str, Any] = {}
    if command.starts_at is not None:
        values["starts_at"] = command.starts_at
    if command.chair_name is not None:
        values["chair_name"] = _name_needed(command.chair_name, "chair_name")
    for name in ("place", "recorder_name", "title"):
        text = getattr(command, name)
        if text is not None:
            values[name] = clean_name(text, field=name)
    return _moved(work, held, **values)


@handles(RenewAgenda)
def renew_agenda(work: Work, command: RenewAgenda) -> Result:
    held = meeting_as(work, command.meeting_id, command.version, MeetingState.PLANNED)
    agenda = build_agenda(work, held, Caps(command.overdue_most, command.difficult_most))
    return {**_moved(work, held, **_figures(command.figures)), "agenda": agenda}


@handles(StartMeeting)
def start_meeting(work: Work, command: StartMeeting) -> Result:
    held = meeting_as(work, command.meeting_id, command.version, MeetingState.PLANNED)
    freeze_agenda(work, held)
    return _moved(
        work,
        held,
        state=MeetingState.OPEN.value,
        opened_at=work.now,
        frozen_at=work.now,
        **_figures(command.figures),
    )


def _figures(figures: Mapping[str, Any] | None) -> dict[str, Any]:
    return {} if figures is None else {"figures": plain(figures)}


@handles(RecordAttendance)
def record_attendance(work: Work, command: RecordAttendance) -> Result:
    held = meeting_as(
        work, command.meeting_id, command.version, MeetingState.PLANNED, MeetingState.OPEN
    )
    work.unit_row(command.unit_id)
    name = _name_needed(command.name, "name")
    values = {
        "post": clean_name(command.post, field="post"),
        "status": command.status.value,
        "reason": clean_name(command.reason, field="reason"),
    }
    known = (
        work.connection.execute(
            select(attendance).where(
                attendance.c.meeting_id == held["id"],
                attendance.c.unit_id == command.unit_id,
                attendance.c.name == name,
            )
        )
        .mappings()
        .one_or_none()
    )
    if known is None:
        id_ = work.insert(
            attendance, meeting_id=held["id"], unit_id=command.unit_id, name=name, **values
        )
    else:
        id_ = known["id"]
        work.update(attendance, dict(known), **values)
    work.changed("meeting", held["id"])
    return {"meeting_id": held["id"], "attendance_id": id_}


@handles(AddAgendaCase)
def add_agenda_case(work: Work, command: AddAgendaCase) -> Result:
    held = meeting_as(
        work, command.meeting_id, command.version, MeetingState.PLANNED, MeetingState.OPEN
    )
    if command.section not in CASE_SECTIONS:
        raise RuleError("section_without_cases", section=command.section.value)
    row_id = _ask_for(work, held["id"], command.case_id, command.section)
    work.changed("meeting", held["id"])
    return {"meeting_id": held["id"], "agenda_case_id": row_id}


def _ask_for(work: Work, meeting_id: int, case_id: int, section: Section) -> int:
    """Put a case on an agenda; of one that stands there already note that it was asked for."""
    case = work.case(case_id, None)
    if case.state not in OPEN_STATES:
        raise RuleError("case_not_open", number=case.number, state=int(case.state))
    known = (
        work.connection.execute(
            select(agenda_case).where(
                agenda_case.c.meeting_id == meeting_id,
                agenda_case.c.case_id == case_id,
                agenda_case.c.decision_id.is_(None),
            )
        )
        .mappings()
        .one_or_none()
    )
    asked = AgendaReason.ASKED.value
    if known is None:
        return work.insert(
            agenda_case,
            meeting_id=meeting_id,
            section=section.value,
            position=next_position(work, meeting_id, section),
            case_id=case_id,
            reason=asked,
            state=AgendaState.WAITING.value,
        )
    codes = [code for code in known["reason"].split(",") if code]
    if known["state"] != AgendaState.REMOVED and asked in codes:
        raise RuleError("case_on_agenda", number=case.number)
    changes: dict[str, Any] = {}
    if known["state"] == AgendaState.REMOVED:
        changes = {"state": AgendaState.WAITING.value, "facts": {}}
    codes = codes if asked in codes else [asked, *codes]
    work.update(agenda_case, dict(known), reason=",".join(codes), **changes)
    return int(known["id"])


@handles(RemoveAgendaCase)
def remove_agenda_case(work: Work, command: RemoveAgendaCase) -> Result:
    row = agenda_row(work, command.agenda_case_id, MeetingState.PLANNED, MeetingState.OPEN)
    _refuse_fixed(row)
    if row["state"] != AgendaState.WAITING:
        raise RuleError("agenda_case_discussed", state=row["state"])
    return _agenda_moved(work, row, state=AgendaState.REMOVED.value, facts={})


@handles(NoteDiscussion)
def note_discussion(work: Work, command: NoteDiscussion) -> Result:
    row = agenda_row(work, command.agenda_case_id)
    if command.previous is not None and command.previous != row["discussion"]:
        raise Conflict(
            "discussion_moved_on",
            kind="agenda_case",
            id=row["id"],
            expected=command.previous,
            actual=row["discussion"],
            since=[],
        )
    text = clean_text(command.text, field="discussion")
    state = row["state"]
    if state in (AgendaState.WAITING, AgendaState.DISCUSSED):
        state = (AgendaState.DISCUSSED if text else AgendaState.WAITING).value
    return _agenda_moved(work, row, discussion=text, state=state)


@handles(DeferAgendaCase)
def defer_agenda_case(work: Work, command: DeferAgendaCase) -> Result:
    row = agenda_row(work, command.agenda_case_id)
    _refuse_fixed(row)
    if row["state"] == AgendaState.DECIDED:
        raise RuleError("agenda_case_decided")
    return _agenda_moved(work, row, state=AgendaState.DEFERRED.value)


def _refuse_fixed(row: Mapping[str, Any]) -> None:
    """Topics and earlier decisions cannot be put off: each meeting goes through them."""
    if row["case_id"] is None or row["decision_id"] is not None:
        raise RuleError("agenda_row_stays", section=row["section"])


@handles(CloseMeeting)
def close_meeting(work: Work, command: CloseMeeting) -> Result:
    held = meeting_as(work, command.meeting_id, command.version, MeetingState.OPEN)
    _carry_unreached(work, held["id"])
    year = work.now.year
    issue = work.allocate(
        Numbered.MINUTES.value, counter_name(Numbered.MINUTES, work.actor.street_id, year)
    )
    answer = _moved(
        work,
        held,
        state=MeetingState.CLOSED.value,
        closed_at=work.now,
        issue=issue,
        opinion=clean_text(command.opinion, field="opinion"),
        next_focus=clean_text(command.next_focus, field="next_focus"),
        speech=clean_text(command.speech, field="speech"),
    )
    return {**answer, "issue": issue, "issue_number": minutes_issue_number(year, issue)}


def _carry_unreached(work: Work, meeting_id: int) -> None:
    """Leave for the next meeting what was asked for or deferred and not reached."""
    lasting = {AgendaReason.ASKED.value, AgendaReason.DEFERRED.value}
    for row in agenda_rows_of(work, meeting_id):
        if row["state"] == AgendaState.WAITING and lasting & set(row["reason"].split(",")):
            work.update(agenda_case, row, state=AgendaState.DEFERRED.value)


def meeting_as(
    work: Work, meeting_id: int, version: int | None, *states: MeetingState
) -> dict[str, Any]:
    """Return a meeting that stands in one of these states.

    :raises RuleError: ``meeting_closed``, ``meeting_not_open``, ``meeting_already_open``.
    :raises Conflict: it moved on.
    """
    held = work.row(meeting, meeting_id)
    state = MeetingState(held["state"])
    if state is MeetingState.CLOSED:
        raise RuleError("meeting_closed", id=meeting_id)
    work.row(meeting, meeting_id, version)
    if state not in states:
        code = "meeting_already_open" if state is MeetingState.OPEN else "meeting_not_open"
        raise RuleError(code, id=meeting_id)
    return held


def agenda_row(work: Work, agenda_case_id: int, *states: MeetingState) -> dict[str, Any]:
    """Return a row of an agenda whose meeting is open (or in one of these states).

    :raises NotFound: ``agenda_case_unknown``, ``meeting_unknown``.
    :raises RuleError: ``agenda_case_removed`` or the state of the meeting.
    """
    row = work.row(agenda_case, agenda_case_id)
    meeting_as(work, row["meeting_id"], None, *(states or (MeetingState.OPEN,)))
    if row["state"] == AgendaState.REMOVED:
        raise RuleError("agenda_case_removed")
    return row


def _moved(work: Work, held: Mapping[str, Any], **values: Any) -> Result:
    work.update(meeting, held, **values)
    work.changed("meeting", held["id"])
    return {
        "meeting_id": held["id"],
        "version": held["version"] + 1,
        "state": values.get("state", held["state"]),
    }


def _agenda_moved(work: Work, row: Mapping[str, Any], **values: Any) -> Result:
    work.update(agenda_case, row, **values)
    work.changed("meeting", row["meeting_id"])
    return {"meeting_id": row["meeting_id"], "agenda_case_id": row["id"], "state": values["state"]}

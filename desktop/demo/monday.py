"""The Monday after the demo street's week: the meeting is held and the next one planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING

from db.queries.lookup import units
from db.queries.meetings import meeting_detail, meetings
from db.queries.page import CaseFilter, case_ids
from db.rules.agenda import Section
from db.rules.numbering import IsoWeek
from desktop.demo.meeting import Meetings
from desktop.demo.people import known_people
from desktop.demo.recorder import Recorder
from desktop.demo.timetable import Timetable
from desktop.demo.week import LATE_TITLE

if TYPE_CHECKING:
    from db.engine import Database

MONDAY = datetime(2026, 11, 23, 9, 0)
NEXT_PLANNED = datetime(2026, 11, 23, 11, 30)
NEXT_MONDAY = datetime(2026, 11, 30, 9, 30)
WEEK = IsoWeek(2026, 47)
WEEK_KEY = (WEEK.year, WEEK.week)
_SERIAL = 1_000_000
"""Above every serial of the street's own commands."""


@dataclass(frozen=True)
class Held:
    """What the Monday left."""

    case_id: int
    meeting_id: int
    decisions: int
    next_meeting_id: int
    carried: int
    """How many earlier decisions open the next agenda."""


def hold_meeting(database: Database) -> Held:
    """Hold the meeting about the week, then plan the next one."""
    people = known_people(database)
    recorder = Recorder(database, people.accounts, _SERIAL)
    table = Timetable()
    known = recorder.ask(units)
    held = Meetings(recorder, table, Random(WEEK.week), people, known)
    table.put(MONDAY, held.hold)
    table.run(NEXT_PLANNED)
    next_id = held.plan(NEXT_PLANNED, NEXT_MONDAY)
    meeting = next(row for row in recorder.ask(meetings) if (row.year, row.week) == WEEK_KEY)
    if next_id is None or meeting.closed_at is None:
        raise LookupError("the meeting of this street was held before")
    found = recorder.ask(case_ids, CaseFilter(search=LATE_TITLE))
    return Held(
        found[0],
        meeting.id,
        meeting.decision_count,
        next_id,
        len(recorder.ask(meeting_detail, next_id).of(Section.LAST_DECISIONS)),
    )

"""What the meeting pages ask the record for, put together on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtGui import QImage

from db.queries.case_detail import attachment_bytes, case_detail
from db.queries.decisions import DecisionRow, decisions
from db.queries.door import Reader
from db.queries.lookup import UnitRow, handling_units
from db.queries.meetings import MeetingDetail, MeetingRow, meeting_detail, meetings
from db.rules.numbering import IsoWeek
from desktop.widgets.photo_strip import Photo

PICTURE_HEIGHT = 240
MOST_PICTURES = 4
QUICK_WORKDAYS = 3
"""The first of the quick due dates, in working days from today."""


@dataclass(frozen=True)
class ConsoleSeen:
    """One meeting as the console shows it, with the record's own time."""

    detail: MeetingDetail
    units: tuple[UnitRow, ...]
    now: datetime
    soon: date
    """The day that is ``QUICK_WORKDAYS`` working days ahead."""

    def decision_of(self, case_id: int | None) -> DecisionRow | None:
        """Return what this meeting agreed on a case, the newest if it did so twice."""
        found = [row for row in self.detail.decisions if row.case_id == case_id and is_valid(row)]
        return found[-1] if case_id is not None and found else None


@dataclass(frozen=True)
class PlanSeen:
    """What a new meeting is proposed from: its week, and who held the last one where."""

    now: datetime
    week: IsoWeek
    last: MeetingRow | None
    pending: MeetingRow | None
    """The meeting of that week, if it was called already and is not over."""


@dataclass(frozen=True)
class ListSeen:
    """The meetings and what became of their decisions."""

    meetings: tuple[MeetingRow, ...]
    decisions: tuple[DecisionRow, ...]
    now: datetime


def is_valid(row: DecisionRow) -> bool:
    """Tell whether a decision was not taken back."""
    return row.stored_state.value != "withdrawn"


def list_seen(reader: Reader) -> ListSeen:
    """Return the meetings, newest first, and the decisions."""
    rows = tuple(row for row in decisions(reader) if is_valid(row))
    return ListSeen(meetings(reader), rows, reader.now)


def console_seen(reader: Reader, meeting_id: int) -> ConsoleSeen:
    """Return one meeting with the units that may be asked to do something."""
    detail = meeting_detail(reader, meeting_id)
    soon = reader.office.calendar.add_workdays(reader.now.date(), QUICK_WORKDAYS)
    return ConsoleSeen(detail, handling_units(reader), reader.now, soon)


def plan_seen(reader: Reader) -> PlanSeen:
    """Return what is proposed for the next weekly meeting.

    At the beginning of a week the last one is reviewed, from Wednesday on the present one.
    """
    known = meetings(reader)
    this = IsoWeek.of(reader.now.date())
    week = this.previous if reader.now.weekday() < 2 else this
    weekly = [row for row in known if row.kind.value == "weekly"]
    of_week = next((row for row in weekly if (row.year, row.week) == (week.year, week.week)), None)
    if of_week is not None and of_week.closed_at is not None and week != this:
        week, of_week = this, None
    pending = of_week if of_week is not None and of_week.closed_at is None else None
    return PlanSeen(reader.now, week, weekly[0] if weekly else None, pending)


def case_pictures(reader: Reader, case_id: int) -> tuple[int, Sequence[Photo]]:
    """Return the first pictures of a case with their captions."""
    photos: list[Photo] = []
    for item in case_detail(reader, case_id).attachments:
        if item.media_type.startswith("image/") and len(photos) < MOST_PICTURES:
            image = QImage.fromData(attachment_bytes(reader, item.id))
            if image.height() > PICTURE_HEIGHT:
                image = image.scaledToHeight(PICTURE_HEIGHT)
            caption = f"{item.added_at:%m-%d} {item.name}"
            photos.append(Photo(item.id, caption, image, "image"))
    return case_id, photos

"""What the desk shows, read in one go, and what each duty looks like and leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.queries.cases import CaseRow, case_rows
from db.queries.decisions import DecisionRow, promised
from db.queries.desk import Desk, Duty, MyDay, desk, my_day
from db.queries.door import Reader
from db.queries.handovers import ShiftView, shift_view
from db.queries.lookup import items, units
from db.queries.waiting_notices import WaitingNotice, waiting_notices

SHOWN = 12
"""Cards of a column; the list behind its count shows all."""
DECISIONS = "decisions"
HANDED = "handed"
NOTICES = "notices"
"""Columns that are no duty of cases: what meetings agreed, the shift before named, and papers."""
STEPS: dict[Any, tuple[str, ...]] = {
    Duty.WAITING_ACCEPTANCE: ("accept",),
    Duty.TO_ASSIGN: ("assign",),
    Duty.RETURNED: ("reassign", "force_assign"),
    Duty.TO_SIGN: ("sign",),
    Duty.TO_HANDLE: ("report",),
    Duty.TO_FOLLOW_UP: ("sign", "note"),
    Duty.TO_ASSIST: ("assist_accept", "assist_reply"),
    Duty.TO_READ: ("read",),
    Duty.NEARLY_DUE: ("sign", "report", "remind"),
    Duty.OVERDUE: ("sign", "report", "remind"),
    Duty.TO_VERIFY: ("verify",),
    Duty.TO_CALL_BACK: ("call_back",),
    Duty.EXTENSIONS: ("grant_extension",),
    Duty.REVIEW_SUSPENDED: ("resume",),
}
"""Duty → the actions that Space does, the first possible one."""
ICONS: dict[Any, tuple[str, str]] = {
    Duty.WAITING_ACCEPTANCE: ("inbox", "blue"),
    Duty.TO_ASSIGN: ("send", "amber"),
    Duty.RETURNED: ("undo-2", "rose"),
    Duty.TO_SIGN: ("circle-check", "blue"),
    Duty.TO_HANDLE: ("clipboard-list", "blue"),
    Duty.TO_FOLLOW_UP: ("siren", "red"),
    Duty.TO_ASSIST: ("handshake", "teal"),
    Duty.TO_READ: ("book-open", "grey"),
    Duty.NEARLY_DUE: ("timer", "amber"),
    Duty.OVERDUE: ("alarm-clock", "red"),
    Duty.TO_VERIFY: ("clipboard-check", "purple"),
    Duty.TO_CALL_BACK: ("phone-call", "teal"),
    Duty.EXTENSIONS: ("calendar", "amber"),
    Duty.REVIEW_SUSPENDED: ("pause", "teal"),
    DECISIONS: ("gavel", "rose"),
    HANDED: ("handshake", "blue"),
    NOTICES: ("file-text", "purple"),
}


@dataclass(frozen=True)
class DeskView:
    """Everything that the page shows, as of one moment."""

    desk: Desk
    rows: dict[int, CaseRow]
    suggested: dict[int, str]
    day: MyDay
    decisions: tuple[DecisionRow, ...]
    notices: tuple[WaitingNotice, ...]
    shift: ShiftView
    now: datetime


def desk_view(reader: Reader) -> DeskView:
    """Return what waits for the reader, with the rows of the cards that are shown."""
    found = desk(reader)
    shift = shift_view(reader)
    ids = dict.fromkeys(id_ for column in found.columns for id_ in column.ids[:SHOWN])
    ids |= dict.fromkeys(matter.case_id for matter in shift.matters[:SHOWN])
    names = {unit.code: unit.short_name or unit.name for unit in units(reader)}
    suggested = {row.id: names[row.lead_code] for row in items(reader) if row.lead_code in names}
    return DeskView(
        found,
        case_rows(reader, ids),
        suggested,
        my_day(reader),
        promised(reader),
        waiting_notices(reader),
        shift,
        reader.now,
    )

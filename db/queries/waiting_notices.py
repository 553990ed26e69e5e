"""The supervision notices that wait for a person's own step: check, issue, print, reply, verify."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.model.supervision import notice
from db.queries.door import Reader
from db.queries.notices import NoticeFilter, NoticeRow, notices
from db.rules.notice_states import (
    NoticeAction,
    NoticeState,
    NoticeTab,
    ReplyOutcome,
    find_notice_rule,
)
from db.rules.terms import UNIT_ROLES, Role

OPEN_TABS = (NoticeTab.TO_ISSUE, NoticeTab.LATE, NoticeTab.RUNNING, NoticeTab.TO_STRIKE_OFF)
OF_UNITS = {
    NoticeState.ISSUED: NoticeAction.DELIVER,
    NoticeState.DELIVERED: NoticeAction.REPLY,
    NoticeState.SENT_BACK: NoticeAction.REPLY,
    NoticeState.REPLIED: NoticeAction.ASK,
}
OF_THE_CLERK = {NoticeState.ISSUED: NoticeAction.PRINT}
OF_THE_OTHERS = {
    NoticeState.DRAFT: NoticeAction.CHECK,
    NoticeState.CHECKED: NoticeAction.ISSUE,
    NoticeState.ASKED: NoticeAction.VERIFY,
    NoticeState.VERIFIED: NoticeAction.STRIKE_OFF,
}
"""The step that a notice waits for. What the room may do for others does not wait for the room."""


@dataclass(frozen=True, slots=True)
class WaitingNotice:
    """A notice and the step that it waits for."""

    row: NoticeRow
    action: NoticeAction

    @property
    def due_at(self) -> datetime | None:
        """By when: the reply's term while one is owed, else the end of the work."""
        is_reply = self.action is NoticeAction.REPLY
        return self.row.report_by if is_reply and self.row.report_by else self.row.finish_by


def waiting_notices(reader: Reader) -> tuple[WaitingNotice, ...]:
    """Return the notices whose next step is the reader's, the one that is due first before all."""
    role = reader.actor.role
    steps = steps_of(role)
    if not steps:
        return ()
    printed = _printed(reader) if role is Role.CLERK else frozenset()
    found = [
        WaitingNotice(row, _step(row, steps))
        for tab in OPEN_TABS
        for row in notices(reader, NoticeFilter(tab=tab))
        if row.state in steps
        and row.id not in printed
        and find_notice_rule(_step(row, steps), row.state, row.level, role) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.due_at or datetime.max, one.row.id)))


def steps_of(role: Role) -> dict[NoticeState, NoticeAction]:
    """Return the step that a role is waited for in each state."""
    if role in UNIT_ROLES:
        return OF_UNITS
    if role is Role.CLERK:
        return OF_THE_CLERK
    if role in (Role.OPERATOR, Role.SHIFT_LEAD, Role.DIRECTOR, Role.LEADER):
        return OF_THE_OTHERS
    return {}


def _step(row: NoticeRow, steps: dict[NoticeState, NoticeAction]) -> NoticeAction:
    """Return the step of a state; a reply that tells of no end leaves the next reply owed."""
    action = steps[row.state]
    is_closed = row.reply_outcome == ReplyOutcome.CLOSED.value
    return NoticeAction.REPLY if action is NoticeAction.ASK and not is_closed else action


def _printed(reader: Reader) -> frozenset[int]:
    """Return the issued notices that were printed and wait to be delivered."""
    ids = reader.connection.execute(
        select(notice.c.id).where(
            notice.c.street_id == reader.actor.street_id,
            notice.c.state == NoticeState.ISSUED.value,
            notice.c.printed_at.is_not(None),
        )
    ).scalars()
    return frozenset(ids)

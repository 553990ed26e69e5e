"""What the papers that follow from a notice need beside the notice itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from db.model.supervision import reminder
from db.queries.door import Reader
from db.queries.notice_detail import NoticeDetail
from db.rules.notice_papers import FurtherPaper, further_papers

REMINDER_DAYS = 1
"""Working days that 催办通知书 leaves for the answer (domain.md §1.6: 到期次日催办)."""


@dataclass(frozen=True, slots=True)
class Further:
    """Which papers a notice may have now, and what 催办通知书 says: the how manyth, until when."""

    papers: tuple[FurtherPaper, ...]
    reminder_nth: int
    reminder_by: datetime


def further(reader: Reader, detail: NoticeDetail) -> Further:
    """Return what may follow from a notice that the reader sees.

    The reminders of its case since it was issued are counted; the paper itself is at least
    the first.
    """
    count = 0
    if detail.case is not None and detail.issued_at is not None:
        count = reader.connection.execute(
            select(func.count())
            .select_from(reminder)
            .where(reminder.c.case_id == detail.case.id, reminder.c.at >= detail.issued_at)
        ).scalar_one()
    calendar = reader.office.calendar
    return Further(
        papers=further_papers(
            detail.state,
            detail.level,
            detail.finish_by,
            reader.now,
            has_department=bool(detail.unit.department),
        ),
        reminder_nth=max(1, int(count)),
        reminder_by=calendar.close_of(calendar.add_workdays(reader.now.date(), REMINDER_DAYS)),
    )

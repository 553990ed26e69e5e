"""What must hold of a supervision notice before it is drafted, changed or issued."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from db.case_record import CaseRecord
from db.commands.notice_record import NoticeRecord
from db.errors import RuleError
from db.model.supervision import reminder
from db.queries.standing_notices import standing_level, unfinished_notice
from db.rules.supervision import may_raise
from db.rules.terms import (
    SupervisionLevel,
    UnitKind,
)
from db.work import Work

_SUPERVISED_KINDS = frozenset(
    {UnitKind.STATION, UnitKind.OFFICE, UnitKind.COMMUNITY, UnitKind.GRID}
)


def refuse_a_second_draft(work: Work, case_id: int | None, decision_id: int | None) -> None:
    """Refuse while another notice about the same object is in preparation.

    :raises RuleError: ``notice_already_drafted``.
    """
    known = unfinished_notice(work.connection, work.actor.street_id, case_id, decision_id)
    if known is not None:
        raise RuleError("notice_already_drafted", notice=known)


def refuse_a_lower_level(
    work: Work,
    case: CaseRecord | None,
    decision_id: int | None,
    level: SupervisionLevel,
    but: int | None = None,
) -> None:
    """Refuse what does not rise above what stands (domain.md §3.2).

    :param but: a notice that is left aside, because it is the one in hand.
    :raises RuleError: ``supervision_only_rises``.
    """
    standing = standing_level(
        work.connection, work.actor.street_id, case.id if case else None, decision_id, but
    )
    if not may_raise(standing, level):
        raise RuleError("supervision_only_rises", level=int(level), standing=int(standing))


def supervised_unit(
    work: Work, unit_id: int | None, case: CaseRecord | None, agreed: dict[str, Any] | None
) -> int:
    """Return the unit to be supervised: the one named, or the lead of the case or agreed item.

    :raises RuleError: ``notice_without_unit``, ``unit_not_supervised``.
    """
    chosen = unit_id
    if chosen is None and case is not None:
        chosen = case["lead_id"]
    if chosen is None and agreed is not None:
        chosen = agreed["lead_id"]
    if chosen is None:
        raise RuleError("notice_without_unit")
    row = work.unit_row(chosen)
    if row["kind"] not in _SUPERVISED_KINDS or not row["active"]:
        raise RuleError("unit_not_supervised", unit=row["name"])
    return int(chosen)


def computed(work: Work, case: CaseRecord | None) -> dict[str, Any]:
    """Return the columns that nobody writes: how long overdue, how often reminded."""
    if case is None:
        return {"overdue_days": 0, "reminder_count": 0}
    due = case.moment("due_at")
    overdue = work.office.clock.overdue_workdays(due, work.now) if due else 0
    count = work.connection.execute(
        select(func.count()).select_from(reminder).where(reminder.c.case_id == case.id)
    ).scalar_one()
    return {"overdue_days": overdue, "reminder_count": int(count)}


def check_limits(work: Work, finish_by: datetime | None, report_by: datetime | None) -> None:
    """Refuse a limit that has passed already.

    :raises RuleError: ``limit_in_the_past``.
    """
    for field, moment in (("finish_by", finish_by), ("report_by", report_by)):
        if moment is not None and moment <= work.now:
            raise RuleError("limit_in_the_past", field=field, moment=moment)


def case_on(work: Work, record: NoticeRecord) -> CaseRecord | None:
    """Return the case of a notice, as it stands, or None where it has none."""
    return None if record["case_id"] is None else work.case(record["case_id"], None)

"""Counters that are not made of cases: notices struck off and agreed tasks kept.

They are those of indicators 18 and 19. Both belong to the period in which they were due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Table, and_, case, func, or_, select

from db.model.meeting import decision
from db.model.supervision import notice
from db.queries.days import moment_between
from db.queries.door import Reader
from db.queries.scope import WHOLE_STREET, within_reach
from db.rules.counters import Counters

if TYPE_CHECKING:
    from db.queries.statistics import FigureScope


def other_counters(reader: Reader, scope: FigureScope) -> dict[int, Counters]:
    """Return the counters of notices and agreed tasks by the unit that owes them."""
    found: dict[int, Counters] = {}
    for unit_id, due, on_time in _of_notices(reader, scope):
        found[unit_id] = Counters(strike_off_due=due, struck_off_on_time=on_time)
    for unit_id, due, on_time in _of_decisions(reader, scope):
        counters = Counters(agreed_due=due, agreed_on_time=on_time)
        found[unit_id] = found.get(unit_id, Counters()) + counters
    return found


def _of_notices(reader: Reader, scope: FigureScope) -> Any:
    c = notice.c
    owed = or_(c.finish_by < scope.cutoff, c.struck_off_at <= scope.cutoff)
    kept = and_(c.struck_off_at <= scope.cutoff, c.struck_off_in_time.is_(True))
    return _by_unit(
        reader,
        notice,
        c.unit_id,
        owed,
        kept,
        [
            c.issued_at.is_not(None),
            c.withdrawn_reason == "",
            *moment_between(c.finish_by, scope.start, scope.end),
        ],
    )


def _of_decisions(reader: Reader, scope: FigureScope) -> Any:
    c = decision.c
    done_at = func.coalesce(c.done_at, c.confirmed_at)
    owed = or_(c.due_at < scope.cutoff, done_at <= scope.cutoff)
    kept = and_(done_at <= scope.cutoff, c.in_time.is_(True))
    return _by_unit(
        reader,
        decision,
        c.lead_id,
        owed,
        kept,
        [c.cancel_reason == "", *moment_between(c.due_at, scope.start, scope.end)],
    )


def _by_unit(
    reader: Reader,
    table: Table,
    unit_id: ColumnElement[Any],
    owed: ColumnElement[bool],
    kept: ColumnElement[bool],
    where: list[ColumnElement[bool]],
) -> Any:
    if reader.actor.role not in WHOLE_STREET:
        where = [*where, unit_id == reader.actor.unit_id]
    return reader.connection.execute(
        select(unit_id, func.sum(case((owed, 1), else_=0)), func.sum(case((kept, 1), else_=0)))
        .where(within_reach(reader, table.c.street_id), *where)
        .group_by(unit_id)
    )

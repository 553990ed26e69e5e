"""What supervision cost each unit in a period: cards, points, strike-offs (form G)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from db.model.organisation import unit
from db.model.supervision import (
    notice,
    points_entry,
)
from db.queries.door import Reader
from db.queries.scope import WHOLE_STREET, told_apart, within_reach
from db.rules.notice_states import (
    NoticeState,
)
from db.rules.supervision import (
    MEASURE_LEVELS,
)


@dataclass(frozen=True, slots=True)
class UnitPoints:
    """What the notices of a period cost a unit; withdrawn notices count nowhere.

    Points are those written in the period; the counts are of notices issued in it.
    """

    unit_id: int
    unit_name: str
    points: float
    ordinary: int
    yellow: int
    red: int
    struck_off: int
    in_time: int


def unit_points(reader: Reader, start: datetime, end: datetime) -> tuple[UnitPoints, ...]:
    """Return every unit that was supervised or lost points from ``start`` until before ``end``.

    Units see themselves only. Most points lost first.
    """
    own = [] if reader.actor.role in WHOLE_STREET else [unit.c.id == reader.actor.unit_id]
    written = {
        row.unit_id: float(row.points)
        for row in reader.connection.execute(
            select(points_entry.c.unit_id, func.sum(points_entry.c.points).label("points"))
            .where(
                within_reach(reader, points_entry.c.street_id),
                points_entry.c.at >= start,
                points_entry.c.at < end,
            )
            .group_by(points_entry.c.unit_id)
        )
    }
    counted = reader.connection.execute(
        select(
            notice.c.unit_id,
            *(
                _how_many(notice.c.level == int(level)).label(level.name.lower())
                for level in MEASURE_LEVELS.values()
            ),
            _how_many(notice.c.state == NoticeState.STRUCK_OFF.value).label("struck_off"),
            _how_many(notice.c.struck_off_in_time.is_(True)).label("in_time"),
        )
        .where(
            within_reach(reader, notice.c.street_id),
            notice.c.issued_at >= start,
            notice.c.issued_at < end,
            notice.c.state != NoticeState.WITHDRAWN.value,
        )
        .group_by(notice.c.unit_id)
    )
    counts = {row.unit_id: row for row in counted}
    names = reader.connection.execute(
        select(unit.c.id, told_apart(reader, unit.c.name, unit.c.street_id).label("name"))
        .where(unit.c.id.in_([*(written.keys() | counts.keys())]), *own)
        .order_by(unit.c.id)
    )
    found = [_points_row(row.id, row.name, written, counts) for row in names]
    return tuple(sorted(found, key=lambda row: row.points))


def _how_many(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _points_row(
    unit_id: int, name: str, written: dict[int, float], counts: dict[int, Any]
) -> UnitPoints:
    row = counts.get(unit_id)
    points = written.get(unit_id, 0.0)
    if row is None:
        return UnitPoints(unit_id, name, points, 0, 0, 0, 0, 0)
    return UnitPoints(
        unit_id,
        name,
        points,
        int(row.ordinary),
        int(row.yellow),
        int(row.red),
        int(row.struck_off),
        int(row.in_time),
    )

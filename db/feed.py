"""The change log read on from a place: one statement tells what was added and the new place.

It is the one thing that every desk asks after every change of every other, so it is as small as
can be: no transaction, no look at who asks. It gives ids alone, and those of one street.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, TextClause, and_, bindparam, literal, select

from db.model.audit import change_log

if TYPE_CHECKING:
    from db.engine import Database

Place = str
"""How far the change log was read; only the engine that told it knows what it means."""


@dataclass(frozen=True, slots=True)
class Change:
    """An object that was changed; the units that hold it now and held it before."""

    seq: int
    at: datetime
    kind: str
    object_id: int
    unit_id: int | None
    old_unit_id: int | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read of the change log, and the place from which to read on.

    It is not complete when the record is another than before, restored for instance.
    """

    place: Place
    changes: tuple[Change, ...]
    is_complete: bool = True


class Feed:
    """How one engine reads its log on: where the log can be read to now, and what was added."""

    def __init__(self, place: ColumnElement[str], added: ColumnElement[bool] | TextClause) -> None:
        columns = (change_log.c[name] for name in Change.__slots__)
        nothing = select(literal(1).label("one")).subquery()
        of_street = and_(added, change_log.c.street_id == bindparam("street"))
        self.here: Select[Any] = select(place)
        # The place is told also where nothing was added.
        self.since: Select[Any] = (
            select(place.label("place"), *columns)
            .select_from(nothing.outerjoin(change_log, of_street))
            .order_by(change_log.c.seq)
        )


def read_on(database: Database, street_id: int, seen: Place | None) -> Heard:
    """Return what was added to a street's log after a place, each change once.

    Without a place nothing is told but the present one.

    :raises DatabaseAway: the log cannot be read now.
    """
    feed = database.ways.feed
    with database.glancing() as connection:
        if seen is None:
            return Heard(connection.execute(feed.here).scalar_one(), ())
        rows = connection.execute(feed.since, {"seen": seen, "street": street_id}).all()
    here: Place = rows[0].place
    if not database.ways.is_of_same_log(seen, here):
        return Heard(here, (), is_complete=False)
    return Heard(here, tuple(Change(*row[1:]) for row in rows if row.seq is not None))

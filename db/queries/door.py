"""The door by which everything is read: a consistent state, seen by one person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import ColumnElement, Connection

from db.again import until_answered
from db.engine import Database
from db.errors import NotAllowed
from db.model.setting import app_meta
from db.office import Office
from db.reference import Reference, office_of
from db.rules.permissions import Permission, may
from db.version_gate import refuse_newer
from db.work import ACTOR, Actor, actor_of

# Who asks, when the last command was given, and whether what is kept still is as the tables say:
# every query asks, so it is one question.
_ENTRANCE = ACTOR.add_columns(
    app_meta.c.last_time, app_meta.c.schema_epoch, app_meta.c.reference_mark
).join(app_meta, app_meta.c.id == 1)

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class Reader:
    """What a query works with: it lives as long as one reading transaction."""

    connection: Connection
    actor: Actor
    now: datetime
    database: Database
    kept: Reference = field(default_factory=Reference)
    """What seldom changes, as far as it was read before."""

    @cached_property
    def office(self) -> Office:
        """The street's settings: calendar, limits, supervision rules."""
        street_id, day = self.actor.street_id, self.now.date()
        return office_of(self.kept, self.connection, street_id, day)

    @property
    def sees_private(self) -> bool:
        """Whether names and phones may be shown in clear."""
        return may(self.actor.role, Permission.PRIVATE_SEE)

    def demand(self, permission: Permission) -> None:
        """Refuse unless the actor has the right.

        :raises NotAllowed: ``permission_missing``.
        """
        if not may(self.actor.role, permission):
            raise NotAllowed("permission_missing", permission=permission.value)

    def search_condition(self, words: str) -> ColumnElement[bool] | None:
        """Return the condition by which the engine's index narrows a search."""
        return self.database.search_condition(words)


def ask(
    database: Database,
    query: Callable[Concatenate[Reader, P], T],
    by: int,
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run a query as an account sees the record and return its frozen rows.

    :raises NotAllowed: the account is off or lacks a right that the query asks for.
    :raises DatabaseAway: the database cannot be read now.
    """

    def attempt() -> T:
        with database.reading(by) as connection:
            found = connection.execute(_ENTRANCE, {"account": by}).one_or_none()
            if found is not None:
                refuse_newer(found.schema_epoch)
            now = _now(database, None if found is None else found.last_time)
            actor = actor_of(found, by, now)
            assert found is not None, "an actor comes from a row"
            kept = database.references.under(found.reference_mark, actor.street_id)
            return query(Reader(connection, actor, now, database, kept), *args, **kwargs)

    return until_answered(attempt)


def _now(database: Database, last: datetime | None) -> datetime:
    """Return the clock, never before the last command; a practice street keeps its own time."""
    now = database.clock()
    if last is None:
        return now
    return last if database.is_practice else max(now, last)

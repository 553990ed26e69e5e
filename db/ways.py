"""What the engines do differently in a transaction; the record itself is the same on all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, TextClause
from sqlalchemy.exc import DBAPIError

from db.errors import RecordError
from db.wake import Listening, Wake

Place = str
"""How far the change log was read; only the engine that told it knows what it means."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody who has a case open on a desk."""

    login: str
    desk: str
    since: datetime


class Ways(Protocol):
    """The ways of one engine."""

    shares_the_chain: bool
    """Whether others may add to the audit while a transaction writes: its head is asked for last,
    so that they wait as short as can be."""
    speaks_for: str
    """The login of the one person for whom the connection speaks; empty where it is not bound."""

    def check(self) -> None:
        """Refuse when the record that was opened is not there any more.

        :raises DatabaseAway: ``file_replaced``.
        """
        ...

    def ready(self, plain: Connection, *, writes: bool) -> Connection:
        """Return a connection whose transaction will read one state, or write."""
        ...

    def act_as(self, connection: Connection, account_id: int | None) -> None:
        """Say in whose name the transaction goes on; None for nobody.

        :raises NotAllowed: ``account_off`` when the connection may not speak for the account.
        """
        ...

    def leave(self, connection: Connection) -> None:
        """Forget in whose name the transaction was."""
        ...

    def interrupt(self, raw: Any) -> None:
        """Break off what one of the driver's connections is doing, from another thread."""
        ...

    def search_condition(self, words: str) -> ColumnElement[bool] | None:
        """Return the condition by which this engine's index narrows a search."""
        ...

    def place_in_log(self, connection: Connection) -> Place:
        """Return the place to which the change log can be read in this transaction."""
        ...

    def added_since(self, seen: Place, here: Place) -> ColumnElement[bool] | TextClause | None:
        """Return the condition of what was added to the log between two places.

        None when the first is of another record: what changed since then cannot be told.
        """
        ...

    def listen(self, engine: Engine, woken: Callable[[Wake], None]) -> Listening | None:
        """Begin to be woken, in a thread; None where the log has to be read by the clock."""
        ...

    def openings(self, connection: Connection, case_id: int) -> tuple[Opening, ...]:
        """Return who has a case open on which other desk, as far as the engine can tell."""
        ...

    def count_indexed(self, connection: Connection) -> int:
        """Return how many cases the search index holds."""
        ...

    def translated(self, error: DBAPIError) -> RecordError:
        """Turn an error of the driver into one of ours; rules raise ``rule:<code>``."""
        ...

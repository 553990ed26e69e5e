"""What the engines do differently in a transaction; the record itself is the same on all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine
from sqlalchemy.exc import DBAPIError

from db.errors import RecordError
from db.feed import Feed, Place
from db.wake import Listening, Wake

IS_PREPARED = "is_prepared"
"""The execution option of a statement that every command sends: its plan may be kept. Searches and
lists are planned anew each time, since their plan hangs on what is looked for."""
NEEDS_NO_ANSWER = "needs_no_answer"
"""The execution option of a statement that only writes: it may be sent with what follows it, which
is then told whatever it is refused for."""
ONLY_WRITES = {IS_PREPARED: True, NEEDS_NO_ANSWER: True}
"""The options of a statement that every command sends and that only writes."""


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
    feed: Feed
    """How the change log is read on."""

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

    def is_of_same_log(self, seen: Place, here: Place) -> bool:
        """Tell whether two places are of one log; after a restore they need not be."""
        ...

    def ready_to_glance(self, plain: Connection) -> Connection:
        """Return a connection for one statement that only reads."""
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

    def password_form(self, connection: Connection, login: str, password: str) -> str:
        """Return a password as it is written into its account's row; it cannot be read back."""
        ...

    def keep_watch(self, connection: Connection, *, signed_on: bool = False) -> None:
        """Let wrong passwords be counted that only the server saw; a file counts its own."""
        ...

    def take_password(self, password: str) -> None:
        """Go on with another password of who is signed on; a file is asked for none again."""
        ...

    def proves(self, login: str, password: str) -> bool | None:
        """Tell whether the server takes a password; None where the record itself knows.

        :raises DatabaseAway: it cannot be asked.
        """
        ...

    def translated(self, error: DBAPIError) -> RecordError:
        """Turn an error of the driver into one of ours; rules raise ``rule:<code>``."""
        ...

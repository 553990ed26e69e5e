"""Open a database by its address; the one file that decides between the engines.

``sqlite:///path`` or a bare path is the embedded file, ``postgresql://…`` the shared server.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Engine, event, select
from sqlalchemy.exc import DBAPIError

from db.embedded.opening import join_file, open_file
from db.errors import DatabaseAway, OpeningError
from db.faults import faultpoint
from db.ids import IdShelf
from db.migrations.runner import OURS, Revisions
from db.reference import ReferenceShelf
from db.wake import Listening, Wake
from db.ways import Ways

SERVERS = ("postgresql:", "postgres:")
"""How the address of a server begins."""

ZONE = ZoneInfo("Asia/Shanghai")


def wall_clock() -> datetime:
    """Return the street's wall-clock time to the second, without a zone."""
    return datetime.now(ZONE).replace(tzinfo=None, microsecond=0)


@dataclass
class Database:
    """An open database: transactions for commands and queries, search, its own clock."""

    engine: Engine
    ways: Ways
    path: Path
    """The file; of a server a path that tells where it is, for people only."""
    read_only: bool
    is_practice: bool
    clock: Callable[[], datetime] = wall_clock
    key: Callable[[], str | None] = lambda: None
    place: tuple[int, int] | None = None
    """Device and inode of the file as it was opened."""
    address: str = ""
    """By which another process opens a server too, with the key as password; a file has none."""
    references: ReferenceShelf = field(default_factory=ReferenceShelf)
    ids: IdShelf = field(default_factory=IdShelf)
    _asked: set[Any] = field(default_factory=set)
    """The driver's connections on which somebody reads now."""

    @property
    def is_shared(self) -> bool:
        """Whether it is a server that others write to at the same time."""
        return self.ways.shares_the_chain

    @contextmanager
    def writing(self, actor_id: int | None) -> Iterator[Connection]:
        """Begin a transaction that will write; commit at the end, roll back on any error.

        :raises RuleError: when a rule in the database refuses.
        :raises DatabaseAway: when the record cannot be written now (``disk_full``, ``busy``,
            ``read_only``, ``io_error``, ``file_replaced``, ``server_lost``).
        """
        if self.read_only:
            raise DatabaseAway("read_only", path=str(self.path))
        with self.translating(), self._acting(actor_id, writes=True) as connection:
            faultpoint("begin")
            yield connection
            # What is committed to a file that nobody finds any more is lost.
            self.ways.check()
        faultpoint("after_commit")

    @contextmanager
    def reading(self, actor_id: int | None = None) -> Iterator[Connection]:
        """Begin a transaction that only reads one consistent state."""
        with self.translating(), self._acting(actor_id, writes=False) as connection:
            yield connection

    def reach(self) -> None:
        """Ask the smallest question, once, whether anything can be read.

        :raises DatabaseAway: it cannot.
        """
        with self.reading() as connection:
            connection.execute(select(1))

    @contextmanager
    def glancing(self) -> Iterator[Connection]:
        """Begin to read by one statement that stands alone, in nobody's name."""
        with self.translating():
            self.ways.check()
            with self.engine.connect() as plain:
                raw = plain.connection.dbapi_connection
                self._asked.add(raw)
                try:
                    yield self.ways.ready_to_glance(plain)
                finally:
                    self._asked.discard(raw)

    @contextmanager
    def _acting(self, actor_id: int | None, *, writes: bool) -> Iterator[Connection]:
        self.ways.check()
        with self.engine.connect() as plain:
            connection = self.ways.ready(plain, writes=writes)
            raw = connection.connection.dbapi_connection
            if not writes:
                self._asked.add(raw)
            try:
                with connection.begin():
                    self.ways.act_as(connection, actor_id)
                    yield connection
            finally:
                self._asked.discard(raw)
                self.ways.leave(connection)

    @contextmanager
    def translating(self) -> Iterator[None]:
        """Turn the driver's errors into ours."""
        try:
            yield
        except DBAPIError as error:
            raise self.ways.translated(error) from error

    def search_condition(self, words: str) -> ColumnElement[bool] | None:
        """Return the condition by which this engine's index narrows a search."""
        return self.ways.search_condition(words)

    def listen(self, woken: Callable[[Wake], None]) -> Listening | None:
        """Begin to be woken, in a thread of its own; None where the log is read by the clock."""
        return self.ways.listen(self.engine, woken)

    def stop_reading(self) -> None:
        """Break off what is being read, from another thread; nobody waits for it any more.

        What is being written is never broken off.
        """
        for raw in tuple(self._asked):
            self.ways.interrupt(raw)

    def close(self) -> None:
        """Close every connection; one that somebody reads by just now when he gives it back."""
        event.listen(self.engine.pool, "checkin", _close_returned)
        self.engine.dispose()


def _close_returned(raw: Any, _record: Any) -> None:
    if raw is not None:
        raw.close()


def _clock_of_server(ahead: timedelta) -> datetime:
    return wall_clock() + ahead


def is_server(address: str) -> bool:
    """Tell whether an address is that of a server."""
    return address.startswith(SERVERS)


def database_path(address: str) -> Path:
    """Return the file of an address.

    :raises OpeningError: ``server_for_file_only`` for an address of a server.
    """
    if is_server(address):
        raise OpeningError("server_for_file_only", address=address.split("@")[-1])
    return Path(address.removeprefix("sqlite:///")).expanduser()


def open_database(
    address: str,
    *,
    create: bool = False,
    practice: bool = False,
    key: Callable[[], str | None] = lambda: None,
    clock: Callable[[], datetime] = wall_clock,
    revisions: Revisions = OURS,
    password: str | None = None,
) -> Database:
    """Open a database of either kind; with ``create`` a missing one is made.

    :param password: of who signs on to a server; a file has none.
    :raises OpeningError: see its codes; nothing was changed.
    """
    if is_server(address):
        # Loaded only where there is a server: its driver takes its time.
        from db.server.opening import open_server

        server = open_server(
            address,
            create=create,
            practice=practice,
            clock=clock,
            revisions=revisions,
            password=password,
        )
        if clock is wall_clock:
            # One time for all workstations; the server refuses what is dated otherwise.
            clock = partial(_clock_of_server, server.ahead)
        return Database(
            server.engine,
            server.ways,
            server.label,
            False,
            server.is_practice,
            clock,
            key=lambda: server.ways.secret.password,
            address=address,
        )
    path = database_path(address)
    opened = open_file(
        path, create=create, practice=practice, key=key, clock=clock, revisions=revisions
    )
    return Database(
        opened.engine,
        opened.ways,
        path,
        opened.read_only,
        opened.is_practice,
        clock,
        key,
        opened.ways.place,
    )


def join_database(
    path: Path,
    key: Callable[[], str | None],
    *,
    place: tuple[int, int] | None,
    read_only: bool,
    is_practice: bool,
    clock: Callable[[], datetime] = wall_clock,
) -> Database:
    """Open a file that another process of this program has open; it was examined there.

    :raises DatabaseAway: ``file_replaced``, it is not the file that is open there.
    """
    engine, ways = join_file(path, key, place=place, read_only=read_only)
    return Database(engine, ways, path, read_only, is_practice, clock, key, place)

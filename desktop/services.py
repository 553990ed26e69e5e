"""The window's one way to the record: commands, queries and other slow work off the UI thread."""

from __future__ import annotations

import logging
import weakref
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.connection import Connection, is_away, refuse_while_away
from desktop.jobs import Bridge, Job, Worker
from desktop.session import Session
from desktop.tasks.centre import TaskCentre
from desktop.tasks.order import Wish
from desktop.tasks.task import Task

if TYPE_CHECKING:
    from db.commands import Command
    from db.engine import Database
    from db.queries.door import Reader
    from desktop.pages.outgoing import Outgoing

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

POLL_MILLISECONDS = 250
_LOG = logging.getLogger(__name__)


class Services(QObject):
    """Runs commands and queries as the person who signed on.

    ``done`` and ``failed`` are bound methods; they are called on the UI thread while ``parent``
    lives. Without ``failed`` an error is told by the signal :attr:`failed`.
    """

    opened = Signal()
    signed_on = Signal(object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = Bridge(self)
        self._reads = Worker("db-read", self._bridge)
        self._writes = Worker("db-write", self._bridge)
        self._others = Worker("documents", self._bridge)
        self.tasks = TaskCentre(self)
        """Long work in processes of its own."""
        self.connection = Connection(self._reach, self)
        """Whether the shared server answers; a file always does."""
        self.outgoing: Outgoing | None = None
        """What waits to be sent to a shared server; None until somebody signed on to one."""
        self._database: Database | None = None
        self._session: Session | None = None
        self._seen = 0
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MILLISECONDS)
        self._poll.timeout.connect(self._look_for_changes)

    # Opening and signing on -------------------------------------------------------------

    @property
    def database(self) -> Database:
        """The open database; only for work on a worker thread."""
        if self._database is None:
            raise RuntimeError("no database is open")
        return self._database

    @property
    def session(self) -> Session:
        """The person who signed on."""
        if self._session is None:
            raise RuntimeError("nobody has signed on")
        return self._session

    def open(self, opener: Callable[[], Database], failed: Failed) -> None:
        """Open the database on the worker; :attr:`opened` follows."""
        self._reads.put(Job(opener, self._show_opened, failed))

    def sign_on(self, sign_on: Callable[[Database], Session], done: Done, failed: Failed) -> None:
        """Sign a person on by a function of the database; :attr:`signed_on` follows."""
        function = partial(_call_with, sign_on, self.database)
        self._writes.put(Job(function, _Both(self._keep_session, done), failed))

    def close(self) -> bool:
        """End the workers and close the database; tell whether all of them ended."""
        self._poll.stop()
        self.connection.stop()
        self.tasks.close()
        self._bridge.close()
        workers = (self._reads, self._writes, self._others)
        for worker in workers:
            worker.leave_off()
        if self._database is not None:
            self._database.stop_reading()
        ended = [worker.end() for worker in workers]
        if self._database is not None:
            self._database.close()
        return all(ended)

    # What pages use ----------------------------------------------------------------------

    def run(
        self,
        command: Command,
        *,
        parent: QObject,
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Carry out a command; ``done`` gets its result."""
        function = self._unless_away(
            partial(_execute, self.database, command, self.session.account_id)
        )
        self._writes.put(self._job(function, parent, done, failed, None))

    def ask(
        self,
        query: Callable[..., Any],
        *args: Any,
        parent: QObject,
        done: Done,
        failed: Failed | None = None,
        key: object = None,
        **named: Any,
    ) -> None:
        """Ask a query ``query(reader, *args, **named)``; of waiting ones per key the newest."""
        function = self._unless_away(
            partial(_ask, self.database, query, self.session.account_id, args, named)
        )
        self._reads.put(self._job(function, parent, done, failed or self._unread, key))

    def work(
        self,
        function: Callable[..., Any],
        *args: Any,
        parent: QObject,
        done: Done,
        failed: Failed | None = None,
        key: object = None,
    ) -> None:
        """Call any slow function, such as one that makes a page, on a worker of its own."""
        self._others.put(self._job(partial(function, *args), parent, done, failed, key))

    def begin(
        self, wish: Wish, *, parent: QObject, done: Callable[[Task], None] | None = None
    ) -> Task:
        """Begin a task in a process of its own; ``done`` gets it when it ended, well or not."""
        task = self.tasks.start(wish, self.database, self.session.account_id)
        if done is not None:
            task.told_to(_Guarded(parent, done))
        return task

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_opened(self, database: Database) -> None:
        if self._database is not None:
            # A file without a street was open; the founding opened it for itself.
            self._database.close()
        self._database = database
        self.opened.emit()

    @Slot(object)
    def _keep_session(self, session: Session) -> None:
        self._session = session
        if self.database.is_shared and self.outgoing is None:
            # Loaded only where there is a server: it knows the commands.
            from desktop.pages.outgoing import Outgoing

            self.outgoing = Outgoing(self, session)
        self._seen = 0
        self.ask(_last_change, parent=self, done=self._start_following)
        self.signed_on.emit(session)

    @Slot(object)
    def _start_following(self, last: int) -> None:
        self._seen = last
        self._poll.start()

    @Slot()
    def _look_for_changes(self) -> None:
        self.ask(
            _changes,
            self._seen,
            parent=self,
            done=self._tell_changes,
            failed=self._unheard,
            key="changes",
        )

    @Slot(object)
    def _tell_changes(self, changes: tuple[Any, ...]) -> None:
        fresh = tuple(change for change in changes if change.seq > self._seen)
        if fresh:
            self._seen = fresh[-1].seq
            self.changed.emit(fresh)

    @Slot()
    def _reach(self) -> None:
        """Ask a small thing of a server that is away."""
        reach, key = self.database.reach, (id(self), "reach")
        self._reads.put(Job(reach, self._reached, self._unreached, key))

    @Slot(object)
    def _reached(self, _nothing: object) -> None:
        self.connection.answered()

    @Slot(object)
    def _unreached(self, error: Exception) -> None:
        _LOG.debug("the server is still away: %s", error)

    @Slot(object)
    def _unread(self, error: Exception) -> None:
        """Tell what could not be read; that the server is away a banner tells for all of it."""
        if not is_away(error):
            self.failed.emit(error)

    def _unless_away(self, function: Callable[[], Any]) -> Callable[[], Any]:
        return refuse_while_away if self.connection.is_away() else function

    def _unheard(self, error: Exception) -> None:
        _LOG.warning("changes could not be read: %s", error)

    def _job(
        self,
        function: Callable[[], Any],
        parent: QObject,
        done: Done | None,
        failed: Failed | None,
        key: object,
    ) -> Job:
        answered = _Guarded(parent, done) if done else _nothing
        told = _Guarded(parent, failed) if failed else self.failed.emit
        return Job(function, answered, self.connection.watching(told), key and (id(parent), key))


class _Guarded:
    """Calls a receiver only while its parent lives, and keeps neither of them alive."""

    def __init__(self, parent: QObject, receiver: Done) -> None:
        self._parent = weakref.ref(parent)
        bound = hasattr(receiver, "__self__") and hasattr(receiver, "__func__")
        self._receiver: Callable[[], Any] = (
            weakref.WeakMethod(receiver) if bound else partial(_same, receiver)
        )

    def __call__(self, answer: Any) -> None:
        parent, receiver = self._parent(), self._receiver()
        if parent is not None and shiboken6.isValid(parent) and receiver is not None:
            receiver(answer)


class _Both:
    """Calls two receivers one after the other."""

    def __init__(self, first: Done, second: Done) -> None:
        self._receivers = (first, second)

    def __call__(self, answer: Any) -> None:
        for receiver in self._receivers:
            receiver(answer)


def _same(receiver: Done) -> Done:
    return receiver


def _nothing(_answer: Any) -> None:
    """Take an answer that nobody waits for."""


def _call_with(function: Callable[[Any], Any], value: Any) -> Any:
    return function(value)


def _execute(database: Database, command: Command, account_id: int) -> Any:
    from db.commands import execute

    return execute(database, command, by=account_id)


def _ask(
    database: Database,
    query: Callable[..., Any],
    account_id: int,
    args: tuple[Any, ...],
    named: dict[str, Any],
) -> Any:
    from db.queries.door import ask

    return ask(database, query, account_id, *args, **named)


def _last_change(reader: Reader) -> int:
    from db.queries.history import last_change

    return last_change(reader)


def _changes(reader: Reader, seen: int) -> tuple[Any, ...]:
    from db.queries.history import changes_since

    return changes_since(reader, seen)

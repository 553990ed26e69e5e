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
from desktop.following import Following
from desktop.jobs import Bridge, Job, Worker
from desktop.session import Session
from desktop.tasks.centre import TaskCentre
from desktop.tasks.order import Wish
from desktop.tasks.task import Task

if TYPE_CHECKING:
    from db.commands import Command
    from db.engine import Database
    from db.feed import Heard
    from db.wake import Listening, Wake
    from desktop.pages.outgoing import Outgoing

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

POLL_MILLISECONDS = 250
"""How often to look into the change log of a file."""
DEAF_POLL_MILLISECONDS, LISTENING_POLL_MILLISECONDS = 1000, 5000
"""How often to look into that of a server: while it wakes nobody, and while it does."""
_LOG = logging.getLogger(__name__)


class Services(QObject):
    """Runs commands and queries as the person who signed on.

    ``done`` and ``failed`` are bound methods; they are called on the UI thread while ``parent``
    lives. Without ``failed`` an error is told by the signal :attr:`failed`.
    """

    opened = Signal()
    signed_on = Signal(object)
    password_changed = Signal(str)
    """The new password of who is signed on."""
    changed = Signal(object)
    lost_track = Signal()
    """What changed meanwhile cannot be told: everything is to be read anew."""
    opening_changed = Signal(object)
    """The id of a case that somebody opened or left, perhaps."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = Bridge(self)
        self._reads = Worker("db-read", self._bridge)
        self._writes = Worker("db-write", self._bridge)
        self._others = Worker("documents", self._bridge)
        # Of its own: what others did is seen at once, whatever long list is being read.
        self._follows = Worker("db-follow", self._bridge)
        self.tasks = TaskCentre(self)
        """Long work in processes of its own."""
        self.connection = Connection(self._reach, self)
        """Whether the shared server answers; a file always does."""
        self.outgoing: Outgoing | None = None
        """What waits to be sent to a shared server; None until somebody signed on to one."""
        self._database: Database | None = None
        self._session: Session | None = None
        self._following: Following | None = None
        self._listening: Listening | None = None
        self._open_case: int | None = None
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
        workers = (self._reads, self._writes, self._others, self._follows)
        for worker in workers:
            worker.leave_off()
        listening, self._listening = self._listening, None
        if self._database is not None:
            self._database.stop_reading()
        ended = [worker.end() for worker in workers]
        if listening is not None:
            ended.append(listening.close())
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

    def after_commands(self, *, parent: QObject, done: Done) -> None:
        """Call ``done`` when every command that was given so far was carried out."""
        self._writes.put(self._job(int, parent, done, None, None))

    def begin(
        self, wish: Wish, *, parent: QObject, done: Callable[[Task], None] | None = None
    ) -> Task:
        """Begin a task in a process of its own; ``done`` gets it when it ended, well or not."""
        task = self.tasks.start(wish, self.database, self.session.account_id)
        if done is not None:
            task.told_to(_Guarded(parent, done))
        return task

    def is_alone(self) -> bool:
        """Tell whether the record is a file, which is open in this window only."""
        return not self.database.is_shared

    def show_open(self, case_id: int | None) -> None:
        """Let the other desks know which case is open here; None for none."""
        self._open_case = case_id
        if self._listening is not None:
            self._listening.show_open(case_id)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_opened(self, database: Database) -> None:
        if self._database is not None:
            # A file without a street was open; the founding opened it for itself.
            self._stop_following()
            self._database.close()
        self._database = database
        self.opened.emit()

    @Slot(object)
    def _keep_session(self, session: Session) -> None:
        self._session = session
        self._following = Following(self.database, session.street_id)
        shared = self.database.is_shared
        self._poll.setInterval(DEAF_POLL_MILLISECONDS if shared else POLL_MILLISECONDS)
        if shared and self.outgoing is None:
            # Loaded only where there is a server: it knows the commands.
            from desktop.pages.outgoing import Outgoing

            self.outgoing = Outgoing(self, session)
        self._poll.start()
        self._look_for_changes()
        if self._listening is None:
            self._listening = self.database.listen(self._woken)
            self.show_open(self._open_case)
        self.signed_on.emit(session)

    def _stop_following(self) -> None:
        """Leave the record that is closed; its thread ends by itself, nobody waits for it here."""
        self._poll.stop()
        self._following = None
        listening, self._listening = self._listening, None
        if listening is not None:
            listening.close(0)

    def _woken(self, wake: Wake) -> None:
        """Go on in the UI thread; called in the thread that listens."""
        self._bridge.send(self._wake, wake)

    @Slot(object)
    def _wake(self, wake: Wake) -> None:
        if wake.why == "opening":
            self.opening_changed.emit(wake.case_id)
            return
        if wake.why == "deaf":
            self._poll.setInterval(DEAF_POLL_MILLISECONDS)
        elif wake.why == "listening":
            self._poll.setInterval(LISTENING_POLL_MILLISECONDS)
        self._look_for_changes()

    @Slot()
    def _look_for_changes(self) -> None:
        if self._following is not None:
            look = self._following.look
            self._follows.put(self._job(look, self, self._tell_changes, self._unheard, "changes"))

    @Slot(object)
    def _tell_changes(self, heard: Heard) -> None:
        if not heard.is_complete:
            self.lost_track.emit()
        elif heard.changes:
            self.changed.emit(heard.changes)

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
        if not is_away(error):
            # That the server is away is told once, by the connection.
            _LOG.warning("changes could not be read: %s", error)
        if self._listening is not None:
            self._poll.setInterval(DEAF_POLL_MILLISECONDS)

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

"""Registrations on their way to a shared server: kept on this computer first, then sent.

What was kept is sent in its order, by itself, whenever the server answers, also by a program that
was started anew. It goes from the disk only when the answer is here.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import DatabaseAway
from db.queries.record import record_identity
from desktop.errors import sentence
from desktop.outbox import Outbox, Waiting, open_outbox
from desktop.pages.register_queries import FormChoices, form_choices
from desktop.pages.register_saving import Saving
from desktop.pages.register_unsent import Unsent
from desktop.registration import Registration
from desktop.services import Services
from desktop.session import Session

_LOG = logging.getLogger(__name__)

AGAIN_MILLISECONDS = 10_000
"""How long to wait for a server that answers but cannot take anything now."""


@dataclass(frozen=True)
class Sent:
    """A registration that the server took, and the number that it gave."""

    waiting: Waiting
    number: str


class Outgoing(QObject):
    """Keeps and sends the registrations of the person who signed on."""

    changed = Signal()
    """What waits, or what is done with it, changed."""
    kept = Signal(object)
    """A registration lies on the disk (``Waiting``)."""
    unkept = Signal(str)
    """The key of one that does not."""
    sent = Signal(object, object)
    """The server took one: ``Waiting`` and the result."""
    halted = Signal(object, object, object)
    """One is in the record, but a later step of it failed: ``Waiting``, the error, the result."""
    refused = Signal(object, object)
    """The server will not take one: ``Waiting`` and the error; it stays here."""
    left_over = Signal(object)
    """Files that the record did not take with their case."""

    def __init__(self, services: Services, session: Session) -> None:
        super().__init__(services)
        self._services = services
        self._outbox: Outbox | None = None
        self._waiting: list[Waiting] = []
        self._sent: list[Sent] = []
        self._current: Waiting | None = None
        self._choices: FormChoices | None = None
        self._told: set[str] = set()
        self._saving = Saving(services, self)
        self._saving.saved.connect(self._finish)
        self._saving.failed.connect(self._look_why)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MILLISECONDS)
        self._again.timeout.connect(self._send_next)
        services.connection.found.connect(self._send_next)
        self._session = session
        services.ask(form_choices, parent=self, done=self.remember_choices)
        services.ask(record_identity, parent=self, done=self._open)

    # What others call ---------------------------------------------------------------------

    def is_open(self) -> bool:
        """Tell whether registrations can be kept on this computer."""
        return self._outbox is not None and self._outbox.is_kept()

    def is_locked(self) -> bool:
        """Tell whether they are encrypted."""
        return self._outbox is not None and self._outbox.is_locked()

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what the server has not taken, the oldest first."""
        return tuple(self._waiting)

    def sent_ones(self) -> tuple[Sent, ...]:
        """Return what was told a provisional number and was taken since the program began."""
        return tuple(self._sent)

    def is_sending(self, waiting: Waiting) -> bool:
        """Tell whether one is on its way now."""
        return self._current is not None and self._current.key == waiting.key

    def was_told(self, waiting: Waiting) -> bool:
        """Tell whether the person knows one by its provisional number."""
        return waiting.key in self._told

    def choices(self) -> FormChoices | None:
        """Return what the form offered when the server was last asked."""
        return self._choices

    def keep(self, wanted: Registration, fields: dict[str, Any], ids: dict[str, str]) -> str:
        """Write a registration to the disk and send it; return its key."""
        assert self._outbox is not None
        key = ids["save"]
        at = datetime.now().isoformat(timespec="seconds")
        waiting = Waiting(key, 0, at, wanted, dict(ids), fields)
        self._services.work(
            self._outbox.keep,
            waiting,
            parent=self,
            done=self._take,
            failed=partial(self._tell_unkept, key),
        )
        return key

    def tell(self, waiting: Waiting) -> None:
        """The provisional number of one was told to the person: no other gets it today."""
        assert self._outbox is not None
        self._told.add(waiting.key)
        self.changed.emit()
        self._services.work(
            self._outbox.count_told,
            waiting.kept_at[:10],
            waiting.serial,
            parent=self,
            done=_ignore,
            failed=_ignore_error,
        )

    def drop(self, waiting: Waiting) -> None:
        """Let go of one that was refused: what stood in its form is in the form again."""
        self._forget(waiting)
        self.changed.emit()

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def remember_choices(self, found: FormChoices) -> None:
        """Keep what the form offers, for the time when nobody can be asked."""
        self._choices = found

    @Slot(object)
    def _open(self, record: str) -> None:
        """Open what waits for this record: nothing may ever be sent to another one."""
        session = self._session
        identity = f"{record}/{session.street_id}/{session.login}"
        self._services.work(_opened, identity, session.is_practice, parent=self, done=self._begin)

    @Slot(object)
    def _begin(self, opened: tuple[Outbox, list[Waiting]]) -> None:
        self._outbox, found = opened
        self._waiting = found + self._waiting
        # They were told by the program that kept them.
        self._told.update(one.key for one in found)
        self.changed.emit()
        self._send_next()

    @Slot(object)
    def _take(self, waiting: Waiting) -> None:
        self._waiting.append(waiting)
        self.kept.emit(waiting)
        self.changed.emit()
        self._send_next()

    @Slot()
    def _send_next(self) -> None:
        if self._current is not None or self._services.connection.is_away():
            return
        self._current = next((one for one in self._waiting if not one.reason), None)
        if self._current is None:
            return
        self._again.stop()
        self._saving.begin_with(self._current.ids)
        self._saving.start(self._current.wanted)
        self.changed.emit()

    @Slot(object)
    def _finish(self, result: dict[str, Any]) -> None:
        left = self._saving.unsent()
        waiting = self._done(result)
        self.sent.emit(waiting, result)
        if left:
            self.left_over.emit(left)
        self.changed.emit()
        self._send_next()

    @Slot(object, object)
    def _look_why(self, error: Exception, result: dict[str, Any] | None) -> None:
        """Keep what may yet go, and tell of what will not."""
        if isinstance(error, DatabaseAway):
            self._current = None
            if not self._services.connection.is_away():
                self._again.start()
            self.changed.emit()
            return
        if result is not None:
            left: tuple[Unsent, ...] = self._saving.unsent()
            self.halted.emit(self._done(result), error, result)
            if left:
                self.left_over.emit(left)
        else:
            self._set_refused(error)
        self.changed.emit()
        self._send_next()

    def _set_refused(self, error: Exception) -> None:
        assert self._current is not None and self._outbox is not None
        refused = replace(self._current, reason=sentence(error))
        place = self._waiting.index(self._current)
        self._waiting[place] = refused
        self._current = None
        # Should the disk not take the reason, the next start sends it again and hears it again.
        self._services.work(
            self._outbox.keep, refused, parent=self, done=_ignore, failed=_ignore_error
        )
        self.refused.emit(refused, error)

    def _done(self, result: dict[str, Any]) -> Waiting:
        assert self._current is not None
        waiting, self._current = self._current, None
        if self.was_told(waiting):
            self._sent.append(Sent(waiting, str(result["number"])))
        self._forget(waiting)
        return waiting

    def _tell_unkept(self, key: str, error: Exception) -> None:
        _LOG.warning("a registration could not be kept: %s", error)
        self.unkept.emit(key)

    def _forget(self, waiting: Waiting) -> None:
        assert self._outbox is not None
        self._waiting = [one for one in self._waiting if one.key != waiting.key]
        self._services.work(self._outbox.remove, waiting, parent=self, done=_ignore)


def _opened(identity: str, is_practice: bool) -> tuple[Outbox, list[Waiting]]:
    outbox = open_outbox(identity, is_practice)
    return outbox, outbox.load()


def _ignore(_answer: object) -> None:
    """Take an answer on which nothing depends."""


def _ignore_error(error: Exception) -> None:
    """Leave an error at a line in the log: what it was about lies on the disk as before."""
    _LOG.warning("the waiting registrations: %s", error)

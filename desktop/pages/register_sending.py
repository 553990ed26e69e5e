"""The way of a form into the record: at once into a file, by way of this computer to a server."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.outbox import Waiting
from desktop.pages.outgoing import Outgoing
from desktop.pages.register_saving import Result, Saving
from desktop.pages.register_unsent import Unsent
from desktop.registration import Registration
from desktop.services import Services

PATIENCE_MILLISECONDS = 3000
"""How long the form waits for a server's answer before it is free for the next call."""


class Sending(QObject):
    """Sends one form; on a server it is kept on the disk first, and goes on without the form."""

    saved = Signal(object)
    """All is done; the result of the last command, with the number."""
    failed = Signal(object, object)
    """An error, and the result of saving if the case is in the record all the same."""
    kept = Signal(object)
    """There is no answer yet: it is sent later, and has a provisional number (``Waiting``)."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._key = ""
        self._wanted: Registration | None = None
        self._waiting: Waiting | None = None
        self._saving = Saving(services, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self.failed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._stop_waiting)
        self._outgoing: Outgoing | None = services.outgoing
        if self._outgoing is not None:
            self._follow(self._outgoing)

    # What others call ---------------------------------------------------------------------

    def begin_anew(self) -> None:
        """Make fresh command ids: another form has been opened."""
        self._saving.begin_anew()

    def is_busy(self) -> bool:
        """Tell whether a registration is under way."""
        return bool(self._key) or self._saving.is_busy()

    def unsent(self) -> tuple[Unsent, ...]:
        """Return the files that the record did not take; the other steps went on without them."""
        return self._saving.unsent()

    def start(self, wanted: Registration, fields: dict[str, Any]) -> None:
        """Send a registration; ``fields`` is what stood in its form."""
        if self.is_busy():
            return
        if self._outgoing is None or not self._outgoing.is_open():
            self._saving.start(wanted)
            return
        self._wanted = wanted
        self._key = self._outgoing.keep(wanted, fields, self._saving.ids_of(wanted))

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_kept(self, waiting: Waiting) -> None:
        if waiting.key == self._key:
            self._waiting = waiting
            if self._services.connection.is_away():
                self._stop_waiting()
            else:
                self._patience.start()

    @Slot(str)
    def _send_directly(self, key: str) -> None:
        """The disk did not take it: the form is the only place where it is kept."""
        if key == self._key:
            wanted, self._wanted = self._wanted, None
            self._end()
            assert wanted is not None  # kept since it was begun
            self._saving.start(wanted)

    @Slot()
    def _stop_waiting(self) -> None:
        waiting = self._waiting
        if waiting is not None and self._outgoing is not None:
            self._end()
            self._outgoing.tell(waiting)
            self.kept.emit(waiting)

    @Slot(object, object)
    def _show_sent(self, waiting: Waiting, result: Result) -> None:
        if waiting.key == self._key:
            self._end()
            self.saved.emit(result)

    @Slot(object, object, object)
    def _show_halted(self, waiting: Waiting, error: Exception, result: Result) -> None:
        if waiting.key == self._key:
            self._end()
            self.failed.emit(error, result)

    @Slot(object, object)
    def _show_refused(self, waiting: Waiting, error: Exception) -> None:
        """All of it still stands in the form, where it is mended."""
        if waiting.key == self._key and self._outgoing is not None:
            self._end()
            self._outgoing.drop(waiting)
            self.failed.emit(error, None)

    # Inside -------------------------------------------------------------------------------

    def _follow(self, outgoing: Outgoing) -> None:
        outgoing.kept.connect(self._show_kept)
        outgoing.unkept.connect(self._send_directly)
        outgoing.sent.connect(self._show_sent)
        outgoing.halted.connect(self._show_halted)
        outgoing.refused.connect(self._show_refused)
        self._services.connection.lost.connect(self._stop_waiting)

    def _end(self) -> None:
        self._patience.stop()
        self._key = ""
        self._waiting = None

"""Whether the shared server answers: told by what calls come to, asked anew while it is away."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import DatabaseAway, TryAgain

_LOG = logging.getLogger(__name__)
PROBE_MILLISECONDS = 1000
LOST = "server_lost"
STILL_AWAY = "server_still_away"


class Connection(QObject):
    """Lost with the first call that got no answer, found again by a small question of its own."""

    lost = Signal()
    found = Signal()

    def __init__(self, probe: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.since: datetime | None = None
        """When the server was first missed, by this machine's clock; None while it answers."""
        self._timer = QTimer(self)
        self._timer.setInterval(PROBE_MILLISECONDS)
        self._timer.timeout.connect(probe)

    def is_away(self) -> bool:
        """Tell whether the server was missed and has not answered since."""
        return self.since is not None

    def watching(self, told: Callable[[Exception], None]) -> Callable[[Exception], None]:
        """Return a receiver of errors that looks at each one before it is told."""

        def look(error: Exception) -> None:
            self.take(error)
            told(error)

        return look

    def take(self, error: Exception) -> None:
        """Look at what a call came to."""
        if is_lost(error) and self.since is None:
            _LOG.warning("the server does not answer: %s", error)
            self.since = datetime.now()
            self._timer.start()
            self.lost.emit()

    @Slot()
    def answered(self) -> None:
        """The server answered the question."""
        if self.since is not None:
            _LOG.info("the server answers again, since %s it did not", self.since)
            self._timer.stop()
            self.since = None
            self.found.emit()

    def stop(self) -> None:
        """Ask no more: the program ends."""
        self._timer.stop()


def is_lost(error: Exception) -> bool:
    """Tell whether an error says that the server did not answer."""
    return isinstance(error, TryAgain) and error.code == LOST


def is_away(error: Exception) -> bool:
    """Tell whether an error is told by the banner already: no server, nothing was asked of it."""
    return is_lost(error) or (isinstance(error, DatabaseAway) and error.code == STILL_AWAY)


def refuse_while_away() -> None:
    """Stand in for a call that would only keep others waiting.

    :raises DatabaseAway: ``server_still_away``; nothing was sent.
    """
    raise DatabaseAway("server_still_away")

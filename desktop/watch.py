"""Every window lets the server look for wrong passwords now and then (``db/server/lockout.py``)."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.services import Services
from desktop.session import Session
from desktop.signing_on import watched

INTERVAL_MILLISECONDS = 15_000
_LOG = logging.getLogger(__name__)


class Watch(QObject):
    """Asks as long as somebody is signed on to a server; a file has nothing to look for."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        services.signed_on.connect(self._begin)

    @Slot()
    def look(self) -> None:
        """Let the server count what it has logged."""
        account_id = self._services.session.account_id
        self._services.work(
            partial(watched, self._services.database, account_id),
            parent=self,
            done=self._done,
            failed=self._unheard,
            key="watch",
        )

    @Slot(object)
    def _begin(self, _session: Session) -> None:
        if self._services.database.is_shared:
            self._timer.start()

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        """Do nothing: whom it concerns is told by the log of changes."""

    @Slot(object)
    def _unheard(self, error: Exception) -> None:
        # The banner of the window tells that the server is away; the next look tries again.
        _LOG.info("the server did not count: %s", error)

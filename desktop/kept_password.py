"""The password that a person wants remembered for a server, also after it was changed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.credentials import Credentials
from desktop.services import Services
from desktop.signing_on import keep_password

_LOG = logging.getLogger(__name__)


class KeptPassword(QObject):
    """Writes to the key store in the background; it lives as long as the program."""

    def __init__(self, services: Services, credentials: Callable[[], Credentials]) -> None:
        super().__init__(services)
        self._services = services
        self._credentials = credentials
        self._name = ""
        services.password_changed.connect(self._follow)

    def begin(self, name: str, password: str, keeps: bool) -> None:
        """Keep the password under a name, or forget what was kept there."""
        self._name = name if keeps else ""
        self._write(name, password if keeps else "")

    @Slot(str)
    def _follow(self, password: str) -> None:
        if self._name:
            self._write(self._name, password)

    def _write(self, name: str, password: str) -> None:
        self._services.work(
            partial(keep_password, self._credentials, name, password),
            parent=self,
            done=self._tell,
        )

    @Slot(object)
    def _tell(self, is_as_wished: bool) -> None:
        if not is_as_wished:
            _LOG.warning("the key store did not keep the password")

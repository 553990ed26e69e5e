"""What the registration form offers: what the lists hold, or held when the server was there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop.connection import is_away
from desktop.pages.register_queries import form_choices
from desktop.services import Services


class Choices(QObject):
    """Asks for the choices; a server that is away does not leave the form without any."""

    found = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def ask(self) -> None:
        """Ask for them; `found` follows."""
        self._services.ask(
            form_choices, parent=self, done=self.found.emit, failed=self._offer_old, key="choices"
        )

    @Slot(object)
    def _offer_old(self, error: Exception) -> None:
        outgoing = self._services.outgoing
        choices = None if outgoing is None else outgoing.choices()
        if choices is not None and is_away(error):
            self.found.emit(choices)
        else:
            self._services.failed.emit(error)

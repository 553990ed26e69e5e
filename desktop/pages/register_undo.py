"""The way back from a registration just saved: the case is taken back, what was typed returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from db.commands.take_back import TakeBackCase
from db.rules.terms import CaseState
from desktop.registration import PendingFile
from desktop.services import Services


@dataclass(frozen=True)
class Typed:
    """What stood in the form when it was saved."""

    fields: dict[str, Any]
    files: tuple[PendingFile, ...]


class TakingBack(QObject):
    """Knows the registration that may be taken back, and takes it back by a command."""

    taken_back = Signal(str, object)
    """The number of the case that is void now, and what had been typed."""
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._saved: dict[str, Any] | None = None
        self._typed: Typed | None = None

    def remember(self, saved: dict[str, Any], typed: Typed) -> bool:
        """Keep the answer of a saved form; tell whether there is a way back from it."""
        closed = saved["state"] == CaseState.CLOSED and not typed.fields["self_handled"]
        self._saved, self._typed = (None, None) if closed else (saved, typed)
        return not closed

    def is_possible(self) -> bool:
        """Tell whether something was saved that has not been taken back."""
        return self._saved is not None

    def start(self) -> None:
        """Take the last registration back; a second wish finds nothing to take."""
        saved, self._saved = self._saved, None
        if saved is None:
            return
        command = TakeBackCase(
            case_id=saved["case_id"],
            version=saved["version"],
            reason=self.tr("登记有误，撤销后重填"),
        )
        self._services.run(command, parent=self, done=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, result: dict[str, Any]) -> None:
        typed, self._typed = self._typed, None
        self.taken_back.emit(result["number"], typed)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._typed = None
        self.failed.emit(error)

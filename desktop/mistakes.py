"""Our own mistakes: each is logged once and told in the window, whatever thread it came from."""

from __future__ import annotations

import logging
import time
from types import TracebackType
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from desktop.app import Program

QUIET_SECONDS = 60.0
"""A mistake of a painted cell comes once a cell and once a frame; so long it is the same one."""
_LOG = logging.getLogger("desktop")


class Mistakes(QObject):
    """The hook for exceptions that nobody caught; the program goes on."""

    _made = Signal(object)

    def __init__(self, program: Program) -> None:
        super().__init__(program.services)
        self._program = program
        self._last: dict[tuple[object, ...], float] = {}
        # The window is told on its own thread.
        self._made.connect(self._tell)

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a mistake and tell it; one that was told a moment ago is let go."""
        place, now = _place(kind, trace), time.monotonic()
        if now - self._last.get(place, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        self._last[place] = now
        _LOG.critical("unexpected error", exc_info=(kind, error, trace))
        if isinstance(error, Exception) and shiboken6.isValid(self):
            self._made.emit(error)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self._program.window.show_error(error)


def _place(kind: type[BaseException], trace: TracebackType | None) -> tuple[object, ...]:
    """Return what tells one mistake from another: its kind and the line that made it."""
    last = trace
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return (kind,)
    return kind, last.tb_frame.f_code.co_filename, last.tb_lineno

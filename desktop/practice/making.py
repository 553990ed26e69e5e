"""How far the making of the practice street is, and the wish to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal, Slot

EVERY_SECONDS = 0.05
"""The window is told no more often: a signal for each day would be slower than the work."""


class Making(QObject):
    """Hand ``tell`` and ``is_stopped`` to the work; ``moved`` comes back on the UI thread."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._told = 0.0

    def tell(self, done: int, total: int) -> None:
        """Tell how far the work is; called on the worker."""
        now = time.monotonic()
        if now - self._told >= EVERY_SECONDS or done >= total:
            self._told = now
            self.moved.emit(done, total)

    @Slot()
    def stop(self) -> None:
        """Wish that the work stops."""
        self._stopped = True

    def is_stopped(self) -> bool:
        """Tell whether the work should stop; asked on the worker."""
        return self._stopped

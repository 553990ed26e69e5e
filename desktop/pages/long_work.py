"""Progress of slow work, told from a worker to the window, and the wish to stop."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

EVERY_SECONDS = 0.05
"""The window is told no more often: a signal for each row would be slower than the work."""


class LongWork(QObject):
    """Hand ``tell`` and ``is_stopped`` to the work; ``moved`` comes back on the UI thread."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._told = 0.0

    def tell(self, done: int, total: int) -> None:
        """Tell how far the work is; called on the worker."""
        now = time.monotonic()
        if now - self._told >= EVERY_SECONDS or (total and done >= total):
            self._told = now
            self.moved.emit(done, total)

    def stop(self) -> None:
        """Wish that the work stops."""
        self._stopped = True

    def is_stopped(self) -> bool:
        """Tell whether the work should stop; asked on the worker."""
        return self._stopped

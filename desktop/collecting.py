"""Collect cyclic garbage on the UI thread only.

WORKAROUND: Python collects on whatever thread happens to allocate. When a worker collects a
cycle that holds a widget, Qt destroys the widget on the wrong thread and the process dies
(https://bugreports.qt.io/browse/PYSIDE-810). So the automatic collector is off while a window is
open, and a timer of the UI thread does its work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MILLISECONDS = 1_000


class Collector(QObject):
    """Does the automatic collector's work, generation by generation, where widgets live."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take the work over from the automatic collector."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give the work back."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, as the automatic collector would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

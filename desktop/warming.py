"""Import what is slow to import while nobody waits for it (interface.md §1, e).

The library of the plots takes a third of a second. On the UI thread that is a halt of the window
when the page of figures is opened first; on a thread of its own it is hardly felt.
"""

from __future__ import annotations

import importlib
import logging
import os
import threading

from PySide6.QtCore import QObject, QTimer, Slot

DELAY_MILLISECONDS = 2_000
MODULES = ("pyqtgraph",)

_LOG = logging.getLogger(__name__)


class Warmer(QObject):
    """Imports the slow modules once, some time after it was started."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MILLISECONDS)
        self._timer.timeout.connect(self._begin)

    @Slot()
    def start(self) -> None:
        """Begin after the delay."""
        self._timer.start()

    def stop(self) -> None:
        """Begin no more; wait for what has begun, because an import cannot be broken off."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()

    @Slot()
    def _begin(self) -> None:
        self._thread = threading.Thread(target=_import_all, name="warming")
        self._thread.start()


def _import_all() -> None:
    for name in MODULES:
        importlib.import_module(name)
    _unpack_faces()


def _unpack_faces() -> None:
    """Lay the faces of the papers ready, so that the first paper of this computer is quick."""
    from desktop.documents.errors import DocumentError
    from desktop.documents.fonts import Fonts

    try:
        Fonts(force_bundled=os.environ.get("COMMAND_ROOM_FONTS") == "bundled").unpack()
    except DocumentError:
        # Whoever makes a paper is told in words; nobody asked for one yet.
        _LOG.info("the faces of the papers were not unpacked ahead", exc_info=True)

"""The figures of the wall display: asked for by the change log, kept when nobody answers."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from desktop.pages.map_ground import Ground, street_ground
from desktop.pages.wall_facts import WallSeen, wall_seen
from desktop.services import Services

QUIET_MILLISECONDS = 400
"""Changes that come in a row are shown together."""
REST = 10
"""An answer that took a second is not asked for again before ten: a large street stays usable."""
SLOW_MILLISECONDS = 60_000
"""Time passes without changes: cases become overdue, a day ends."""
RETRY_MILLISECONDS = 10_000
_OUTLINE_CHANGES = frozenset({"outline", "unit"})
_LOG = logging.getLogger(__name__)


class WallFigures(QObject):
    """Keeps one answer, the last good one; it asks only while somebody watches."""

    changed = Signal()
    """There are fresh figures, or the last ones have become old."""
    went_away = Signal(object)
    """The first of the questions that got no answer, with its error."""
    came_back = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._seen: WallSeen | None = None
        self._ground: Ground | None = None
        self._is_away = False
        self._is_watched = False
        self._asked = QElapsedTimer()
        self._soon = self._timer(QUIET_MILLISECONDS)
        self._soon.setSingleShot(True)
        self._slow = self._timer(SLOW_MILLISECONDS)

    # What others call ---------------------------------------------------------------------

    def seen(self) -> WallSeen | None:
        """Return the last good figures."""
        return self._seen

    def ground(self) -> Ground:
        """Return the areas of the street as they were read last."""
        return self._ground or Ground()

    def is_away(self) -> bool:
        """Tell whether the last question got no answer."""
        return self._is_away

    def watch(self, on: bool) -> None:
        """Go on asking while somebody looks, or rest."""
        if on == self._is_watched:
            return
        self._is_watched = on
        if on:
            self._slow.start()
            self.reload()
        else:
            self._slow.stop()
            self._soon.stop()

    def follow(self, changes: tuple[Any, ...]) -> None:
        """Ask again soon, because the record moved."""
        if any(change.kind in _OUTLINE_CHANGES for change in changes):
            self._ground = None
        # Not started anew while it runs: under a steady stream of changes it would never fire.
        if self._is_watched and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def reload(self) -> None:
        """Ask now."""
        if self._ground is None:
            self._services.ask(
                street_ground, parent=self, done=self._take_ground, failed=self._miss, key="ground"
            )
        self._asked.start()
        self._services.ask(wall_seen, parent=self, done=self._take, failed=self._miss, key="wall")

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _take_ground(self, ground: Ground) -> None:
        self._ground = ground

    @Slot(object)
    def _take(self, seen: WallSeen) -> None:
        self._seen = seen
        self._soon.setInterval(max(QUIET_MILLISECONDS, REST * self._asked.elapsed()))
        if self._is_away:
            self._is_away = False
            self._slow.setInterval(SLOW_MILLISECONDS)
            self.came_back.emit()
        self.changed.emit()

    @Slot(object)
    def _miss(self, error: Exception) -> None:
        """Keep what is there and try again soon."""
        _LOG.warning("the wall display could not be refreshed: %s", error)
        if not self._is_away:
            self._is_away = True
            self._slow.setInterval(RETRY_MILLISECONDS)
            self.went_away.emit(error)
        self.changed.emit()

    # Inside -------------------------------------------------------------------------------

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.reload)
        return timer

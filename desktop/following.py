"""How far this window has read what others did; looked after by the one worker that reads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Database
    from db.feed import Heard, Place


class Following:
    """Reads a street's change log on and on; each change is heard once, whatever breaks."""

    def __init__(self, database: Database, street_id: int, place: Place | None = None) -> None:
        self._database = database
        self._street_id = street_id
        self._place = place

    def look(self) -> Heard:
        """Return what was added since the last look; the first one only finds the place.

        :raises DatabaseAway: the log cannot be read now; the next look reads on from before.
        """
        from db.feed import read_on

        heard = read_on(self._database, self._street_id, self._place)
        self._place = heard.place
        return heard

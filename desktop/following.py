"""How far this window has read what others did; looked after by the one worker that reads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Database
    from db.queries.history import Heard
    from db.ways import Place


class Following:
    """Reads the change log on and on; each change is heard once, whatever breaks in between."""

    def __init__(self, database: Database, account_id: int, place: Place | None = None) -> None:
        self._database = database
        self._account_id = account_id
        self._place = place

    def look(self) -> Heard:
        """Return what was added since the last look; the first one only finds the place.

        :raises DatabaseAway: the log cannot be read now; the next look reads on from before.
        """
        from db.queries.door import ask
        from db.queries.history import Heard, changes_since, place_in_log

        if self._place is None:
            heard = Heard(ask(self._database, place_in_log, self._account_id), ())
        else:
            heard = ask(self._database, changes_since, self._account_id, self._place)
        self._place = heard.place
        return heard

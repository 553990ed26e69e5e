"""What lies on the desk when the busy day begins: a returned case, a wish for more time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from db.commands import Command, Result
from db.commands.exceptions import RequestExtension, ReturnCase
from db.commands.flow import AssignCase, NoteProgress, SignForCase
from db.commands.intake import AcceptCase, CaseFacts, RegisterCase
from db.engine import Database, open_database
from db.queries.lookup import items, places, units
from db.queries.practice import last_deed
from db.rules.terms import ReturnReason, Source
from desktop.demo.people import known_people
from desktop.demo.recorder import Recorder
from desktop.demo.street import LAST_MOMENT
from desktop.practice.street import Day

RETURNED_TITLE = "巷口路灯不亮"  # data
EXTENSION_TITLE = "河边步道护栏松动"  # data
_LAMPS = "巷口三盏路灯不亮，晚上看不清台阶。"  # data
_RAILING = "步道护栏十余米松动，小孩常在此玩耍。"  # data
_SERIAL = 2_000_000
"""Above every serial of the street's own commands."""
_STEP = timedelta(seconds=20)


class _Morning:
    """Gives the commands one after the other, a few seconds apart."""

    def __init__(self, database: Database) -> None:
        self._recorder = Recorder(database, known_people(database).accounts, _SERIAL)
        self._now = LAST_MOMENT
        self._units = {one.code: one.id for one in self._recorder.ask(units)}
        self._items = {one.code: one.id for one in self._recorder.ask(items)}
        self._place = next(one for one in self._recorder.ask(places) if one.grids)

    def returned(self) -> int:
        """Let a station send a case back that belongs to another."""
        case_id = self._assigned(RETURNED_TITLE, _LAMPS, "PCS")
        self._do(
            ReturnCase(
                case_id=case_id,
                reason=ReturnReason.NOT_OUR_DUTY,
                note="路灯由城建办联系维修",  # data
                suggested_unit_id=self._units["CJB"],
            ),
            "pcs_head",
        )
        return case_id

    def extension(self) -> int:
        """Let a station ask for more time."""
        case_id = self._assigned(EXTENSION_TITLE, _RAILING, "CJB")
        self._do(SignForCase(case_id=case_id), "cjb")
        self._do(NoteProgress(case_id=case_id, text="已围挡，配件在定制。"), "cjb")  # data
        self._do(
            RequestExtension(
                case_id=case_id,
                days=1,
                reason="护栏配件要定制，周内到不了货",  # data
                progress="已围挡并设警示牌",  # data
            ),
            "cjb",
        )
        return case_id

    def end(self) -> int:
        """End the transaction and return the last entry of the street."""
        return int(self._recorder.ask(last_deed))

    def _assigned(self, title: str, content: str, lead: str) -> int:
        facts = CaseFacts(
            source=Source.GRID_REPORT,
            title=title,
            content=content,
            item_id=self._items["MS07"],
            address="中心街",  # data
            reporter_name="网格员",  # data
            reporter_phone="13805770801",
            happened_at=self._now,
        )
        placed = replace(facts, community_id=self._place.id, grid_id=self._place.grids[0].id)
        case_id = int(self._do(RegisterCase(facts=placed), "operator")["case_id"])
        self._do(AcceptCase(case_id=case_id, version=None), "operator")
        note = "请按时限办理。"  # data
        self._do(AssignCase(case_id=case_id, lead_id=self._units[lead], note=note), "operator")
        return case_id

    def _do(self, command: Command, login: str) -> Result:
        self._now += _STEP
        return self._recorder.do(command, login, self._now)


def lay_out(path: Path) -> Day:
    """Prepare the desk on a street that was just made."""
    database = open_database(str(path), clock=_last_moment)
    try:
        morning = _Morning(database)
        returned, extension = morning.returned(), morning.extension()
        return Day(morning.end(), returned, extension)
    finally:
        database.close()


def _last_moment() -> datetime:
    return LAST_MOMENT

"""Two real windows on two screens, one server: what one does stands on the other, by keys alone.

Pictures of both screens are kept in ``demo-output/two-desks``.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from db.engine import open_database
from db.queries.case_detail import case_detail
from db.rules.terms import CaseState
from installer.screen import screen
from tests.server.office import Office as Server
from tests.story import MONDAY, found_story
from tests.xvfb.office import Desk, Office
from tests.xvfb.record import Record
from tests.xvfb.sitting import ROOT, Sitting

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(300)]

PASSWORD = "Hongse-daiban-2026"
PICTURES = ROOT / "demo-output" / "two-desks"
HERE, THERE = ("operator", "值班员甲"), ("operator2", "值班员乙")
MOST_S = 3.0
"""A second is promised on a machine that runs one window; here it runs two, two screens and the
server. `tests/server/test_live_desks.py` keeps the promise."""
AT = datetime(2026, 11, 16, 9)


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server of an office, with the founded street and a password for two operators."""
    made = Server()
    made.start()
    made.run("CREATE DATABASE street")
    found_story(made.url("street")).database.close()
    for login, _ in (HERE, THERE):
        made.run(f"ALTER ROLE cr_{login} LOGIN PASSWORD '{PASSWORD}' VALID UNTIL 'infinity'")
    yield made
    made.stop()


@pytest.fixture
def office(server: Server, tmp_path: Path) -> Iterator[Office]:
    """The street on the server, with what is read in it."""
    database = open_database(server.url("street"), clock=lambda: MONDAY)
    yield Office(tmp_path, tmp_path, Record(database))
    database.close()


@contextmanager
def _desk(office: Office, server: Server, who: tuple[str, str]) -> Iterator[Desk]:
    """Let somebody sign on to the server before a screen of their own, work, and leave."""
    login, name = who
    state = office.state / login
    state.mkdir()
    with screen() as there:
        sitting = Sitting(server.network(login), AT, state, there)
        try:
            sitting.until("the password asked for", lambda seen: seen.kind == "LineField")
            sitting.type(PASSWORD)
            sitting.press("Return")
            sitting.until("the shell", lambda seen: seen.shows("事件台账", name))
            yield Desk(sitting, office)
            sitting.leave()
        finally:
            sitting.kill()


def test_what_one_desk_does_stands_on_the_other_and_neither_overwrites(
    office: Office, server: Server
) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _desk(office, server, THERE) as there, _desk(office, server, HERE) as here:
        there.call("事件台账")
        there.shows("共 0 件")
        case_id = here.register("永昌路口井盖缺失，骑车的人差点摔倒。", "ys", "lljf")
        begin = time.monotonic()
        there.shows("共 1 件", "今日录入 1")
        seconds = time.monotonic() - begin
        print(f"seen on the other screen after {seconds:.2f} s")
        assert seconds <= MOST_S
        number = office.record.number(case_id)

        for desk in (here, there):
            desk.open(case_id)
        here.shows("值班员乙（综合信息指挥室）也打开着这件事")
        there.shows("值班员甲（综合信息指挥室）也打开着这件事")
        _picture(here, "1-here-both-open")
        _picture(there, "1-there-both-open")

        # What is accepted there is accepted here, without a key.
        there.press("F3")
        here.shows("待交办", number)
        assert office.record.state(case_id) is CaseState.WAITING_ASSIGNMENT

        # Both write at once; the one there is faster.
        for desk, words in ((here, "已联系市政，今晚补上井盖。"), (there, "已放置警示桩。")):
            desk.call("办理记录")
            desk.sitting.front("CaseActionDialog")
            desk.at("进展情况")
            desk.type(words)
        there.press("Ctrl+Return")
        there.sitting.front("MainWindow")
        here.shows("这件事在您打开后有了变化", "值班员乙 办理记录 已放置警示桩。")
        _picture(here, "2-here-conflict")
        here.press("Ctrl+Return")
        assert here.sitting.look().window == "CaseActionDialog", "nothing is sent blindly"
        assert here.sitting.look().value == "已联系市政，今晚补上井盖。"
        here.sitting.tab_to("保留我填写的内容")
        here.press("Space")
        here.press("Ctrl+Return")
        here.sitting.front("MainWindow")
        for desk in (here, there):
            desk.shows("共 4 步")
        _picture(here, "3-here-after")
        _picture(there, "3-there-after")
    steps = office.record.ask(case_detail, case_id).steps
    assert [(step.actor, step.note) for step in steps[-2:]] == [
        ("值班员乙", "已放置警示桩。"),
        ("值班员甲", "已联系市政，今晚补上井盖。"),
    ]


def _picture(desk: Desk, name: str) -> None:
    path = PICTURES / f"{name}.png"
    desk.sitting.picture(path)
    assert path.stat().st_size > 0

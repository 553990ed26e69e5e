"""The server ends what nobody used for its time, and a window goes on after it without a word."""

from __future__ import annotations

import select
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from PySide6.QtCore import Qt

from db.queries.page import EVERYTHING, case_count
from db.server import lockout
from tests.server.office import PASSWORD, Office
from tests.server.office_desk import OfficeDesk, desk
from tests.server.test_server_away import banner, register, toast, until
from tests.story import Story

__all__ = ["desk"]
WATCH = "SELECT app.watch_sign_ons()"
AT_ONCE = timedelta(0)
PATIENCE_S = 10
_IDLE = (
    "SELECT pid FROM pg_stat_activity WHERE usename = 'cr_operator' AND state = 'idle'"
    " AND query NOT ILIKE 'listen %'"
)
_STILL_THERE = "SELECT count(*) FROM pg_stat_activity WHERE pid = ANY (%s)"


@pytest.fixture
def raw(street: Story, office: Office) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the operator's, on a server that looks after such."""
    _allow(street, lockout.IDLE)
    with psycopg.connect(
        office.network("operator"), password=PASSWORD, autocommit=True
    ) as connection:
        yield connection


def _allow(street: Story, idle: timedelta) -> None:
    """Let the server end what is idle for so long."""
    with street.database.engine.begin() as connection:
        lockout.install(connection, idle=idle)


def test_an_idle_connection_is_ended_when_its_time_is_over_and_not_before(
    street: Story, office: Office, raw: psycopg.Connection[Any]
) -> None:
    office.ask(WATCH, "street")
    assert raw.execute("SELECT session_user::text").fetchall() == [("cr_operator",)]
    _allow(street, AT_ONCE)
    office.ask(WATCH, "street")
    # Its farewell is the first thing that the server says unasked.
    assert select.select([raw.fileno()], [], [], PATIENCE_S)[0]
    with pytest.raises(psycopg.errors.AdminShutdown):
        raw.execute("SELECT 1")


def test_who_is_at_work_or_listens_is_not_ended(
    street: Story, office: Office, raw: psycopg.Connection[Any]
) -> None:
    _allow(street, AT_ONCE)
    raw.execute("LISTEN anything")
    with psycopg.connect(office.network("operator"), password=PASSWORD, autocommit=True) as busy:
        # Who lets the server look is at work while it does.
        busy.execute(WATCH.encode())
        assert busy.execute("SELECT 1").fetchall() == [(1,)]
    assert raw.execute("SELECT 1").fetchall() == [(1,)]


def test_a_window_whose_connections_were_ended_goes_on_without_a_word(
    desk: OfficeDesk, office: Office
) -> None:
    _allow(desk.story, lockout.IDLE)
    desk.open()
    desk.enter(PASSWORD)
    desk.press(None, Qt.Key.Key_F2)
    desk.settled()
    _allow(desk.story, AT_ONCE)
    with psycopg.connect(office.url("street"), autocommit=True) as server:
        idle = [pid for (pid,) in server.execute(_IDLE.encode())]
        assert idle
        server.execute(WATCH.encode())
        _wait_for_their_end(server, idle)
    # Its next looks come from connections that are used, which is as it is in life.
    _allow(desk.story, lockout.IDLE)
    assert banner(desk) == "" and toast(desk) == ""
    register(desk, 1)
    until(desk, lambda: toast(desk) != "")
    assert "已登记" in toast(desk) and banner(desk) == ""
    assert desk.story.ask(case_count, EVERYTHING, bound=None) == 1


def _wait_for_their_end(server: psycopg.Connection[Any], pids: list[int]) -> None:
    """Wait until the server has none of these sessions any more."""
    for _ in range(1000):
        if server.execute(_STILL_THERE, (pids,)).fetchone() == (0,):
            return
        server.execute("SELECT pg_sleep(0.01)")
    raise AssertionError("the server did not end them")

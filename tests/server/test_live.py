"""What others do is told on every desk: once, at once, whoever is slow and whatever breaks."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator
from queue import Empty, Queue

import psycopg
import pytest

from db.engine import Database, open_database
from db.errors import DatabaseAway
from db.feed import Change
from db.queries.door import ask
from db.queries.openings import open_elsewhere
from db.wake import Wake
from desktop.following import Following
from tests.server.cluster import Cluster
from tests.story import MONDAY, Story

WRITERS, EACH, BREAKS = 8, 40, 5
PATIENCE_S = 20.0
_ADD = (
    "INSERT INTO app.change_log (at, kind, object_id, street_id)"
    " SELECT now(), 'case', %s, street_id FROM app.account LIMIT 1"
)


class Desk:
    """What a window does to follow, without the window: it is woken, reads on, and tells."""

    def __init__(self, database: Database, street_id: int) -> None:
        self.heard: list[Change] = []
        self.breaks = 0
        self._wakes: Queue[Wake] = Queue()
        self._following = Following(database, street_id)
        self._following.look()
        self._listening = database.listen(self._wakes.put)
        assert self._wakes.get(timeout=PATIENCE_S).why == "listening"

    def read_on(self, seconds: float) -> bool:
        """Wait for a wake and read, as often as the connection breaks; tell whether one came."""
        try:
            self.breaks += self._wakes.get(timeout=seconds).why == "deaf"
        except Empty:
            return False
        for _ in range(20):
            try:
                self.heard += self._following.look().changes
                return True
            except DatabaseAway:
                continue
        raise AssertionError("the log cannot be read any more")

    def close(self) -> None:
        """Leave the server."""
        assert self._listening is not None and self._listening.close()


@pytest.fixture
def desk(story: Story, cluster: Cluster) -> Iterator[Desk]:
    """A desk of the operator, on a connection of the operator's own."""
    database = open_database(cluster.url("street", "cr_operator"), clock=lambda: MONDAY)
    made = Desk(database, story.street_id())
    yield made
    made.close()
    database.close()


def _write(address: str, which: int) -> None:
    """Add changes whose transactions begin in order and end in none."""
    chance = random.Random(which)
    with psycopg.connect(address) as connection:
        for serial in range(EACH):
            connection.execute(_ADD, (which * EACH + serial + 1,))
            # The server holds the number and the transaction open, as a slow writer does.
            connection.execute("SELECT pg_sleep(%s)", (chance.random() * 0.06,))
            connection.commit()


def _break_all(cluster: Cluster, login: str) -> None:
    cluster.run(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        f" WHERE usename = 'cr_{login}' AND datname = 'street'"
    )


def test_slow_writers_and_breaks_lose_no_change_and_double_none(
    cluster: Cluster, desk: Desk
) -> None:
    writers = [
        threading.Thread(target=_write, args=(cluster.url("street"), which))
        for which in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    wanted = set(range(1, WRITERS * EACH + 1))
    broken = 0
    # A break after each sixth of the changes, so that every one is in the middle of the writing.
    while len(desk.heard) < len(wanted):
        if broken < BREAKS and len(desk.heard) >= (broken + 1) * len(wanted) // (BREAKS + 1):
            _break_all(cluster, "operator")
            broken += 1
        assert desk.read_on(PATIENCE_S), f"nobody wakes the desk: {len(desk.heard)} heard"
    for writer in writers:
        writer.join()
    while desk.read_on(0.5):
        pass
    told = Counter(change.object_id for change in desk.heard)
    assert set(told) == wanted
    assert max(told.values()) == 1
    assert broken == BREAKS <= desk.breaks
    order = [change.seq for change in desk.heard]
    assert order != sorted(order), "no writer was slow: the test shows nothing"


def test_a_slow_transaction_keeps_nobody_waiting(cluster: Cluster, desk: Desk) -> None:
    with (
        psycopg.connect(cluster.url("street")) as slow,
        psycopg.connect(cluster.url("street")) as quick,
    ):
        slow.execute(_ADD, (1,))
        quick.execute(_ADD, (2,))
        quick.commit()
        desk.read_on(PATIENCE_S)
        assert [change.object_id for change in desk.heard] == [2]
        slow.commit()
        desk.read_on(PATIENCE_S)
        assert [change.object_id for change in desk.heard] == [2, 1]


def test_a_forged_number_hides_no_change(cluster: Cluster, desk: Desk) -> None:
    """A person who writes past the program cannot add what nobody will be told."""
    with psycopg.connect(cluster.url("street")) as raw:
        raw.execute(
            "INSERT INTO app.change_log (at, kind, object_id, street_id, transaction_id)"
            " SELECT now(), 'case', 7, street_id, 3 FROM app.account LIMIT 1"
        )
        raw.commit()
    desk.read_on(PATIENCE_S)
    assert [change.object_id for change in desk.heard] == [7]


def test_whatever_is_said_on_the_channels_is_only_a_hint(cluster: Cluster, desk: Desk) -> None:
    with psycopg.connect(cluster.url("street", "cr_sfs"), autocommit=True) as raw:
        raw.execute("SELECT pg_notify('command_room_changes', 'DROP TABLE cases')")
        raw.execute("SELECT pg_notify('command_room_openings', '七')")
    desk.read_on(PATIENCE_S)
    assert desk.heard == []


def test_after_another_record_was_put_in_place_all_is_read_anew(story: Story) -> None:
    database = story.database
    street = story.street_id()
    system, snapshot = Following(database, street).look().place.split("/")
    others = (f"{int(system) + 1}/{snapshot}", f"{system}/{10**9}:{10**9}:")
    for other in others:
        following = Following(database, street, other)
        heard = following.look()
        assert not heard.is_complete and heard.changes == ()
        assert following.look().is_complete


def test_who_has_a_case_open_is_told_until_the_desk_leaves_or_dies(
    story: Story, cluster: Cluster
) -> None:
    case_id = story.registered()
    wakes: Queue[Wake] = Queue()
    colleague = open_database(cluster.url("street", "cr_operator2"), clock=lambda: MONDAY)
    here = open_database(cluster.url("street", "cr_operator"), clock=lambda: MONDAY)
    mine = here.listen(wakes.put)
    assert wakes.get(timeout=PATIENCE_S).why == "listening"
    theirs = colleague.listen(lambda _wake: None)
    assert mine is not None and theirs is not None

    def others(reader: Database = here, by: str = "operator") -> list[str]:
        asked = ask(reader, open_elsewhere, story.account(by), case_id)
        return [one.name for one in asked]

    theirs.show_open(case_id)
    assert wakes.get(timeout=PATIENCE_S) == Wake("opening", case_id)
    assert others() == ["值班员乙"]
    assert others(colleague, "operator2") == [], "one's own desk is no other"
    # A break of the connection does not make it forgotten: it is shown again by itself.
    _break_all(cluster, "operator2")
    assert wakes.get(timeout=PATIENCE_S) == Wake("opening", case_id)
    assert others() == ["值班员乙"]
    theirs.show_open(None)
    assert wakes.get(timeout=PATIENCE_S) == Wake("opening", case_id)
    assert others() == []
    # A desk that dies says nothing, and is gone all the same.
    theirs.show_open(case_id)
    assert wakes.get(timeout=PATIENCE_S) == Wake("opening", case_id)
    cluster.run("ALTER ROLE cr_operator2 NOLOGIN")
    _break_all(cluster, "operator2")
    assert others() == []
    cluster.run("ALTER ROLE cr_operator2 LOGIN")
    assert theirs.close() and mine.close()
    colleague.close()
    here.close()


def test_who_may_not_see_a_case_is_not_told_who_has_it_open(story: Story, cluster: Cluster) -> None:
    case_id = story.registered()
    heard: Queue[Wake] = Queue()
    there = open_database(cluster.url("street", "cr_operator"), clock=lambda: MONDAY)
    station = open_database(cluster.url("street", "cr_sfs"), clock=lambda: MONDAY)
    showing = there.listen(heard.put)
    assert showing is not None
    showing.show_open(case_id)
    while heard.get(timeout=PATIENCE_S).why != "opening":
        pass
    assert ask(station, open_elsewhere, story.account("sfs"), case_id) == ()
    assert len(story.ask(open_elsewhere, case_id, by="director")) == 1
    assert showing.close()
    there.close()
    station.close()

"""Eight people register at once on a server and take a tenth back: no number lacks, none is double.

The judgement is of the numbers, not of the clock; how long one took stands beside one alone.
"""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from typing import Any

import psycopg
from sqlalchemy import select

from db.commands import batch, execute
from db.commands.intake import CaseFacts, RegisterCase
from db.engine import Database, open_database
from db.model.case import cases
from db.rules.numbering import parse_case_number
from db.verify import verify
from tests.bench.bench_server import SAFE
from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet
from tests.server.cluster import Cluster
from tests.story import MONDAY, Story, found_story

PEOPLE = (
    *("operator", "operator2", "shift_lead", "director"),
    *("pcs", "pcs_head", "sfs", "sfs_head"),
)
REGISTERED, BEYOND = 10_000, 160
KEPT_TO_A_BREAK = 9
"""So many are kept for each that is taken back: a tenth of all is."""
MOST_OF_FOUR = 9_999
TUESDAY = MONDAY + timedelta(days=1)


@dataclass
class Raced:
    """What one person did: milliseconds of each registration, and the numbers taken back."""

    taken: list[float] = field(default_factory=list)
    given_back: list[str] = field(default_factory=list)


class Broken(Exception):
    """The end of a transaction whose number was taken."""


def run(
    _street: BenchStreet,
    registered: int = REGISTERED,
    beyond: int = BEYOND,
    people: tuple[str, ...] = PEOPLE,
) -> Iterator[Measured]:
    """Race on a server of its own: a whole day, then one whose serials grow a fifth digit."""
    cluster = Cluster(SAFE)
    cluster.start()
    try:
        cluster.run("CREATE DATABASE races")
        found_story(cluster.url("races")).database.close()
        yield _day(cluster, people, MONDAY, registered, first=1)
        first = MOST_OF_FOUR - beyond // 2
        _begin_at(cluster, TUESDAY, first)
        yield _day(cluster, people, TUESDAY, beyond, first=first + 1)
    finally:
        cluster.stop()


def _begin_at(cluster: Cluster, day: datetime, last: int) -> None:
    """Let a day's counter stand where that many registrations would have brought it."""
    database = open_database(cluster.url("races"), clock=lambda: day)
    Story(database).registered(at=day)
    database.close()
    with psycopg.connect(cluster.url("races")) as raw:
        raw.execute("SET session_replication_role = replica")
        moved = raw.execute(
            "UPDATE app.counter SET last = %s WHERE kind = 'case' AND name LIKE %s",
            (last, f"%{day:%Y%m%d}"),
        )
        assert moved.rowcount == 1


def _day(
    cluster: Cluster, people: tuple[str, ...], day: datetime, count: int, first: int
) -> Measured:
    share = -(-count // len(people))
    database = open_database(cluster.url("races"), clock=lambda: day)
    try:
        raced = _race(cluster, people, day, share)
        numbers = _numbers(database, day)
        wanted = range(first, first + share * len(people))
        # The one by which the day's counter was begun is none of the race.
        serials = sorted(serial for serial in numbers.values() if serial >= first)
        back = [number for one in raced for number in one.given_back]
        # A number that was taken back and given to nobody would be a gap.
        is_met = (
            serials == list(wanted)
            and all(number in numbers for number in back)
            and verify(database) == []
        )
        alone = _alone(cluster, day)
    finally:
        database.close()
    taken = [one for mine in raced for one in mine.taken]
    name = (
        f"races: {len(serials):,} numbers to …{serials[-1]:04d} for {len(people)} people,"
        f" {len(back):,} more taken back"
    )
    return Measured(
        name,
        statistics.median(taken),
        statistics.quantiles(taken, n=20, method="inclusive")[-1],
        alone,
        "one person alone",
        "no gap, no double",
        is_met,
    )


def _numbers(database: Database, day: datetime) -> dict[str, int]:
    """Return the serials of a day's cases by their numbers."""
    with database.reading() as connection:
        found = connection.execute(select(cases.c.number)).scalars().all()
    parsed = {number: parse_case_number(number) for number in found}
    return {
        number: one.serial
        for number, one in parsed.items()
        if one is not None and one.day == day.date()
    }


def _alone(cluster: Cluster, day: datetime) -> float:
    raced = _registered(cluster.url("races", f"cr_{PEOPLE[0]}"), PEOPLE[0], day, KEPT_TO_A_BREAK)()
    return statistics.median(raced.taken)


def _race(cluster: Cluster, people: tuple[str, ...], day: datetime, share: int) -> list[Raced]:
    """Let everyone begin at one moment, each a program of its own with its own connection."""
    context = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        ends: list[Connection[Any, Any]] = []
        for login in people:
            mine, theirs = context.Pipe()
            address = cluster.url("races", f"cr_{login}")
            child = context.Process(target=_person, args=(address, login, day, share, theirs))
            child.start()
            stack.callback(child.join)
            ends.append(mine)
        for end in ends:
            assert end.recv() == "ready"
        for end in ends:
            end.send("begin")
        return [end.recv() for end in ends]


def _person(address: str, login: str, day: datetime, share: int, end: Connection[Any, Any]) -> None:
    work = _registered(address, login, day, share)
    end.send("ready")
    assert end.recv() == "begin"
    end.send(work())


def _registered(address: str, login: str, day: datetime, share: int) -> Callable[[], Raced]:
    """Return the work of one person, with a connection that stands."""
    database = open_database(address, clock=lambda: day)
    story = Story(database, address)
    by, facts = story.account(login), story.facts()

    def work() -> Raced:
        raced = Raced()
        try:
            for index in range(share):
                if index % KEPT_TO_A_BREAK == 0:
                    raced.given_back.append(_break_off(database, by, facts))
                begun = time.perf_counter()
                execute(database, RegisterCase(facts=facts), by=by)
                raced.taken.append((time.perf_counter() - begun) * 1000)
        finally:
            database.close()
        return raced

    return work


def _break_off(database: Database, by: int, facts: CaseFacts) -> str:
    """Register in a transaction that ends in an error; return the number that it had."""
    number = ""
    try:
        with batch(database, by=by) as together:
            number = str(together.execute(RegisterCase(facts=facts), by=by)["number"])
            raise Broken
    except Broken:
        return number

"""An office's server: lists under row-level security, registering, and how often it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import count
from typing import Any

import psycopg
from sqlalchemy import Text, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from db.commands import execute
from db.commands.intake import RegisterCase
from db.engine import Database, open_database
from db.model.case import cases
from db.queries.cases import case_rows
from db.queries.door import Reader, ask
from db.queries.page import EVERYTHING, CaseFilter, case_count, case_ids
from db.queries.scope import visible
from db.rules.grams import query_grams
from db.work import load_actor
from tests.bench.measuring import Measured, times_floor_in_turn
from tests.bench.street import BenchStreet
from tests.server.cluster import FAST, Cluster
from tests.server.trips import trips
from tests.story import MONDAY, Story, found_story

PAGE = 100
ROUNDS = 40
REGISTRATIONS = 60
SAFE = {**FAST, "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
WORDS = (("frequent word", "噪声"), ("rare word", "白蚁"))

LATER = MONDAY + timedelta(days=1)
"""The street was made on Monday; ids follow the clock, and no two may be alike."""


def run(street: BenchStreet, rounds: int = ROUNDS) -> Iterator[Measured]:
    """Measure on a server of its own that holds the cases of the bench's street."""
    # In memory nothing is durable, and no write as slow as in an office.
    cluster = Cluster(SAFE, on_disk=True)
    cluster.start()
    try:
        cluster.run("CREATE DATABASE bench")
        found_story(cluster.url("bench")).database.close()
        copy_cases(street, cluster.url("bench"))
        yield from _lists(cluster, rounds)
        yield _registering(cluster, REGISTRATIONS if rounds == ROUNDS else rounds)
        yield from _trips(cluster)
    finally:
        cluster.stop()


def copy_cases(street: BenchStreet, address: str) -> None:
    """Bring the cases over; both streets were founded at one moment and so have the same ids."""
    names = [column.name for column in cases.columns]
    with street.database.reading() as connection, psycopg.connect(address) as raw:
        raw.execute("SET search_path = app")
        # A copy of a record that was checked when it was made.
        raw.execute("SET session_replication_role = replica")
        with raw.cursor().copy(f"COPY cases ({', '.join(names)}) FROM STDIN".encode()) as copy:
            for row in connection.execute(select(cases)):
                copy.write_row(tuple(row))
    with psycopg.connect(address, autocommit=True) as raw:
        raw.execute("ANALYZE app.cases")


def _lists(cluster: Cluster, rounds: int) -> Iterator[Measured]:
    """Measure lists and counts as people ask them, beside one whom no policy holds."""
    owner = open_database(cluster.url("bench"), clock=lambda: LATER)
    try:
        for login in ("operator", "sfs"):
            mine = open_database(cluster.url("bench", f"cr_{login}"), clock=lambda: LATER)
            try:
                yield from _of(mine, owner, login, rounds)
            finally:
                mine.close()
    finally:
        owner.close()


def _of(mine: Database, owner: Database, login: str, rounds: int) -> Iterator[Measured]:
    by = Story(mine).account(login)
    for name, query in (("first page", first_page), ("count", _count)):
        yield times_floor_in_turn(
            f"server: {name} of {login}, by policies",
            partial(ask, mine, query, by),
            ("without", partial(_free, owner, query, by)),
            most=3,
            rounds=rounds,
        )
    if login != "operator":
        return
    for name, word in WORDS:
        yield times_floor_in_turn(
            f"server: search of {login}, {name}",
            partial(ask, mine, case_ids, by, CaseFilter(search=word), limit=PAGE),
            ("search of one", partial(_free, owner, partial(_search, owner, word), by)),
            most=3,
            rounds=rounds,
        )


def first_page(reader: Reader) -> int:
    """Read what the list shows first."""
    return len(case_rows(reader, case_ids(reader, EVERYTHING, limit=PAGE)))


def _count(reader: Reader) -> int:
    return case_count(reader, EVERYTHING, bound=None)


def _free(database: Database, query: Callable[[Reader], int], by: int) -> int:
    """Ask as the server's superuser, for whom there are no policies, with the query's own scope."""
    with database.reading() as connection:
        return query(Reader(connection, load_actor(connection, by, MONDAY), MONDAY, database))


def _search(database: Database, word: str, reader: Reader) -> list[Any]:
    """Search as it would be done without policies: the index itself, under the reader's scope."""
    grams = func.cmd_grams(cases.c.search_text, type_=ARRAY(Text))
    found = (
        select(cases.c.id)
        .where(
            visible(reader),
            grams.contains(cast(list(query_grams(word)), ARRAY(Text))),
            cases.c.search_text.like(f"%{word}%"),
        )
        .order_by(cases.c.id.desc())
        .limit(PAGE)
    )
    return list(reader.connection.execute(found))


def _registering(cluster: Cluster, rounds: int) -> Measured:
    mine = open_database(cluster.url("bench", "cr_operator"), clock=lambda: LATER)
    story = Story(mine)
    facts, by, serial = story.facts(), story.account("operator"), count(1)
    with psycopg.connect(cluster.url("bench")) as raw:
        raw.execute("CREATE TABLE bench_raw (id integer PRIMARY KEY, told text)")
        raw.commit()

        def insert() -> None:
            raw.execute("INSERT INTO bench_raw VALUES (%s, %s)", (next(serial), "噪声扰民" * 20))
            raw.commit()

        try:
            return times_floor_in_turn(
                "server: register one case",
                lambda: execute(mine, RegisterCase(facts=facts), by=by, at=LATER),
                ("raw durable insert", insert),
                most=6,
                rounds=rounds,
            )
        finally:
            mine.close()


def _trips(cluster: Cluster) -> Iterator[Measured]:
    """Count how often the client waits for the server: what it sends at once is one round trip."""
    mine = open_database(cluster.url("bench", "cr_operator"), clock=lambda: LATER)
    try:
        story = Story(mine)
        facts, by = story.facts(), story.account("operator")
        for name, work in (
            ("register", partial(execute, mine, by=by, at=LATER)),
            ("first page", partial(ask, mine, first_page, by)),
        ):
            # Each registration is a command of its own.
            done = partial(work, RegisterCase(facts=facts)) if name == "register" else work
            done()
            if name == "register":
                done = partial(work, RegisterCase(facts=facts))
            waits = float(trips(mine, done))
            what = f"server: round trips, {name}"
            yield Measured(what, waits, waits, 1.0, "one", "≤ 4", waits <= 4)
    finally:
        mine.close()

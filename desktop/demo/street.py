"""Make the demo street 永中街道: half a year of work of invented people (design.md §6, demo)."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from db.commands import Command, Result
from db.engine import Database, open_database
from db.queries.lookup import items, places, units
from db.rules.calendar import announced_calendar
from db.rules.clock import Clock
from db.seed import FirstAccount, found_street
from desktop.demo.asides import Asides
from desktop.demo.fates import Fates
from desktop.demo.life import Life
from desktop.demo.meeting import Meetings
from desktop.demo.outlines import Outlines
from desktop.demo.people import add_people
from desktop.demo.recorder import Recorder
from desktop.demo.supervising import Supervising
from desktop.demo.timetable import Timetable
from desktop.demo.week import Week
from desktop.founding import street_plan

if TYPE_CHECKING:
    from db.queries.lookup import UnitRow

STREET = "永中街道"
GRIDS = 60
SEED = 20261123
FIRST_DAY = datetime(2026, 5, 25)
LAST_MOMENT = datetime(2026, 11, 20, 16, 40)
"""A Friday afternoon: the week's work is on the tables, the meeting is on Monday."""

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class DemoStreet:
    """What was made."""

    path: Path
    cases: int
    commands: int


def make_street(
    path: Path, progress: Progress | None = None, first_day: datetime = FIRST_DAY
) -> DemoStreet:
    """Make the demo street in a new file; the same calls give the same street.

    :param progress: is told the share done (0 to 1) and the day that is being made.
    :param first_day: a later one makes a shorter history, which ends on the same afternoon.
    """
    tell = progress or _say_nothing
    clock = _Clock(first_day)
    database = open_database(str(path), create=True, practice=True, clock=clock)
    collects = gc.isenabled()
    # Millions of small objects come and go; looking for cycles among them is a tenth of the time.
    gc.disable()
    try:
        return _make(database, path, clock, tell)
    finally:
        if collects:
            gc.enable()
        database.close()


class _Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def _make(database: Database, path: Path, clock: _Clock, tell: Progress) -> DemoStreet:
    random = Random(SEED)
    founded = found_street(
        database, street_plan(STREET, FirstAccount("director", "", "沈知行"), grids=GRIDS)
    )
    recorder = Recorder(database, {"director": founded.account_id})
    known_units: tuple[UnitRow, ...] = recorder.ask(units)
    first_day = clock.now
    people = add_people(partial(_as_director, recorder, first_day), known_units, random)
    recorder.accounts.update(people.accounts)
    recorder.commit()
    known_places, known_items = recorder.ask(places), recorder.ask(items)
    outlines = Outlines(known_places)
    recorder.do(outlines.command(), "director", first_day)
    table = Timetable()
    years = range(FIRST_DAY.year, LAST_MOMENT.year + 2)
    fates = Fates(random, Clock(announced_calendar(years)), LAST_MOMENT)
    life = Life(
        recorder.do,
        table,
        random,
        people,
        known_places,
        known_items,
        known_units,
        fates,
        outlines,
    )
    supervising = Supervising(recorder, table, random, people, fates)
    meetings = Meetings(recorder, table, random, people, known_units, supervising)
    _plan_weeks(table, first_day, life, supervising, meetings)
    Asides(recorder, random, people, known_units, fates).plan(table, first_day, LAST_MOMENT)
    Week(recorder, known_units, known_items, known_places).plan(table)
    total = (LAST_MOMENT - first_day).days

    def every_day(at: datetime) -> None:
        recorder.commit()
        clock.now = at
        tell((at - first_day).days / total, f"{at:%Y-%m-%d}")

    table.run(LAST_MOMENT, every_day)
    recorder.commit()
    clock.now = LAST_MOMENT
    tell(1.0, f"{LAST_MOMENT:%Y-%m-%d}")
    return DemoStreet(path, life.registered, recorder.done)


def _plan_weeks(
    table: Timetable,
    first_day: datetime,
    life: Life,
    supervising: Supervising,
    meetings: Meetings,
) -> None:
    day = first_day
    while day <= LAST_MOMENT:
        table.put(day, life.plan_day)
        if day.weekday() in (1, 3):
            table.put(day.replace(hour=9, minute=30), supervising.go_through)
        if day.weekday() == 0 and day > first_day:
            table.put(day.replace(hour=9), meetings.hold)
        day += timedelta(days=1)
    table.put(LAST_MOMENT - timedelta(minutes=75), supervising.go_through)
    for minutes in (41, 24):
        table.put(LAST_MOMENT - timedelta(minutes=minutes), life.leave_accepted)
    for minutes in (47, 33, 18, 6):
        table.put(LAST_MOMENT - timedelta(minutes=minutes), life.leave_waiting)


def _as_director(recorder: Recorder, at: datetime, command: Command) -> Result:
    return recorder.do(command, "director", at)


def _say_nothing(_share: float, _day: str) -> None:
    """Tell nobody."""

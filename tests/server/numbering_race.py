"""Many register at once, some of it in vain: which numbers are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from sqlalchemy import select

from db.commands import batch, execute
from db.commands.intake import CaseFacts, RegisterCase
from db.engine import Database, open_database
from db.model.case import cases
from tests.story import MONDAY, Story

NUMBER_BEGINS_AT = len("YZW20261116")
"""The letters of the street and of the source, and the day; what follows counts."""


def at_once(people: int, work: Callable[[int], Any]) -> list[Any]:
    """Let everyone begin at the same moment and return what each came to."""
    start = Barrier(people)

    def begin(which: int) -> Any:
        start.wait(30)
        return work(which)

    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(begin, range(people)))


def race(story: Story, people: int, each: int, in_vain: int) -> list[int]:
    """Let people register ``each`` cases and return what the numbers of the day count, in order.

    :param in_vain: beside one of so many another is registered and rolled back.
    """
    operators = [story.account("operator"), story.account("operator2")]
    facts = story.facts()

    def register(which: int) -> None:
        """Register from a workstation of its own."""
        database = open_database(story.address, clock=lambda: MONDAY)
        try:
            by = operators[which % 2]
            for index in range(each):
                if index % in_vain == in_vain - 1:
                    _break_off(database, by, facts)
                execute(database, RegisterCase(facts=facts), by=by)
        finally:
            database.close()

    at_once(people, register)
    with story.database.reading() as connection:
        numbers = connection.execute(select(cases.c.number)).scalars().all()
    return sorted(int(number[NUMBER_BEGINS_AT:]) for number in numbers)


def is_whole(serials: Sequence[int], first: int = 1) -> bool:
    """Tell whether the numbers go on from the first without a gap and without a double."""
    return list(serials) == list(range(first, first + len(serials)))


def _break_off(database: Database, by: int, facts: CaseFacts) -> None:
    """Register in a transaction that is rolled back at its end."""

    class Broken(Exception):
        """The end of the transaction."""

    try:
        with batch(database, by=by) as together:
            together.execute(RegisterCase(facts=facts), by=by)
            raise Broken
    except Broken:
        return

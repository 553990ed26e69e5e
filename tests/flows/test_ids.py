"""Ids that a command left over serve the next one, and never twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from db.commands import batch, execute
from db.commands.intake import AcceptCase, RegisterCase
from db.engine import Database, open_database
from db.errors import RuleError
from db.ids import NO_IDS, IdBlock, IdShelf
from tests.story import MONDAY, Story


def _left(database: Database) -> IdBlock:
    """Return what is kept, and leave it there."""
    block = database.ids.take()
    database.ids.keep(block)
    return block


def test_the_next_command_goes_on_where_the_last_one_ended(story: Story) -> None:
    case_id = story.registered()
    before = _left(story.database)
    story.accept(case_id)
    # Its one step.
    assert _left(story.database) == IdBlock(before.next + 1, before.left - 1)


def test_what_a_refused_command_took_is_given_to_nobody(story: Story) -> None:
    """Its counter went back, and others may get the same numbers."""
    story.database.ids.take()
    by = story.account("operator")
    with pytest.raises(RuleError, match="not_on_list"):
        execute(
            story.database, RegisterCase(facts=story.facts(item_id=None, item_text="??")), by=by
        )
    assert _left(story.database) == NO_IDS


def test_what_a_broken_batch_took_is_given_to_nobody(story: Story) -> None:
    by, facts = story.account("operator"), story.facts()
    before = _left(story.database)
    with pytest.raises(ZeroDivisionError), batch(story.database, by=by) as together:
        together.execute(RegisterCase(facts=facts), by=by)
        _ = 1 / 0
    assert _left(story.database) == before
    story.registered()


def test_one_of_many_threads_gets_what_is_left() -> None:
    shelf = IdShelf()
    shelf.keep(IdBlock(5, 9))
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: shelf.take(), range(64)))
    assert [block for block in found if block.left] == [IdBlock(5, 9)]


def test_two_workstations_never_give_one_id_twice(story: Story) -> None:
    """All within one second of the clock, so that nothing but the counter tells ids apart."""
    elsewhere = open_database(story.address, clock=lambda: MONDAY)
    by, facts = story.account("operator"), story.facts()
    try:
        seen: set[int] = set()
        for nth, desk in zip(count(), [story.database, elsewhere] * 5, strict=False):
            made = execute(desk, RegisterCase(facts=facts), by=by)
            execute(desk, AcceptCase(case_id=made["case_id"], version=1), by=by)
            # The steps have ids of their own: one that was given twice would be refused.
            seen.add(made["case_id"])
            assert len(seen) == nth + 1
    finally:
        elsewhere.close()

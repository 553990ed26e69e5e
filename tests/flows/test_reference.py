"""What is kept between commands is never older than the tables, whoever changed them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event

from db.commands import batch, execute
from db.commands.calendar import CalendarDay, SetCalendarDays
from db.commands.intake import RegisterCase
from db.commands.items import ChangeItem, RetireItem
from db.commands.organisation import ChangeUnit
from db.commands.settings import ChangeSetting
from db.engine import Database, open_database
from db.errors import RuleError
from db.queries.door import Reader, ask
from tests.story import MONDAY, Story, by_hand


@pytest.fixture
def elsewhere(story: Story) -> Iterator[Database]:
    """The same record, opened by another workstation."""
    database = open_database(story.address, clock=lambda: MONDAY)
    yield database
    database.close()


def test_limits_changed_elsewhere_hold_for_the_next_registration(
    story: Story, elsewhere: Database
) -> None:
    story.registered()
    wanted = ChangeSetting(name="limits", value={"normal_accept_minutes": 60})
    execute(elsewhere, wanted, by=story.account("director"))
    case_id = story.registered(at=datetime(2026, 11, 16, 9, 0))
    assert story.column(case_id, "accept_due_at") == datetime(2026, 11, 16, 10, 0)


def test_a_day_off_told_elsewhere_moves_the_next_deadline(
    story: Story, elsewhere: Database
) -> None:
    story.registered()
    off = CalendarDay(day=MONDAY.date(), is_workday=False)
    execute(elsewhere, SetCalendarDays(days=(off,)), by=story.account("director"))
    due = story.column(story.registered(at=datetime(2026, 11, 16, 9, 0)), "accept_due_at")
    assert due.date() == date(2026, 11, 17)


def test_a_day_off_told_elsewhere_is_known_to_the_next_question(
    story: Story, elsewhere: Database
) -> None:
    def works(reader: Reader) -> bool:
        return reader.office.clock.calendar.is_workday(MONDAY.date())

    by = story.account("operator")
    assert ask(story.database, works, by)
    off = CalendarDay(day=MONDAY.date(), is_workday=False)
    execute(elsewhere, SetCalendarDays(days=(off,)), by=story.account("director"))
    assert not ask(story.database, works, by)


def test_an_item_retired_elsewhere_is_refused_at_once(story: Story, elsewhere: Database) -> None:
    story.registered()
    wanted = RetireItem(item_id=story.item("MD02"))
    execute(elsewhere, wanted, by=story.account("director"))
    with pytest.raises(RuleError, match="item_retired"):
        story.registered()


def test_a_grid_taken_from_its_community_elsewhere_brings_no_case_there(
    story: Story, elsewhere: Database
) -> None:
    grid = story.unit("33030300100401")
    story.registered(community_id=None, grid_id=grid)
    with by_hand(elsewhere, story.account("director"), story.street_id()) as connection:
        # No command moves a grid; a program of another version may.
        connection.exec_driver_sql(
            "UPDATE unit SET parent_id = (SELECT id FROM unit WHERE kind = 'community'"
            f" AND id <> (SELECT parent_id FROM unit WHERE id = {grid}) LIMIT 1) WHERE id = {grid}"
        )
    moved = story.registered(community_id=None, grid_id=grid)
    assert story.column(moved, "community_id") != story.unit("330303001004")


def test_a_change_that_was_rolled_back_is_not_kept(story: Story) -> None:
    director, operator = story.account("director"), story.account("operator")
    facts = story.facts()
    with pytest.raises(ZeroDivisionError), batch(story.database, by=director) as together:
        told = ChangeItem(item_id=story.item("MD02"), limit_hours=5)
        together.execute(told, by=director)
        together.execute(RegisterCase(facts=facts), by=operator)
        _ = 1 / 0
    assert story.column(story.registered(), "limit_hours") != 5


def test_a_command_that_changes_a_unit_sees_its_own_change(story: Story) -> None:
    director, operator = story.account("director"), story.account("operator")
    unit_id = story.unit("330303001004")
    story.registered()
    with batch(story.database, by=director) as together:
        together.execute(ChangeUnit(unit_id=unit_id, short_name="永上一"), by=director)
        together.execute(ChangeUnit(unit_id=unit_id, short_name="永上二"), by=director)
        with pytest.raises(RuleError, match="nothing_changed"):
            together.execute(ChangeUnit(unit_id=unit_id, short_name="永上二"), by=director)
        together.execute(RegisterCase(facts=story.facts()), by=operator)


def test_the_second_registration_asks_for_no_reference_again(story: Story) -> None:
    facts = story.facts()
    asked: list[str] = []
    event.listen(
        story.database.engine,
        "before_cursor_execute",
        lambda _c, _k, statement, *_: asked.append(statement),
    )
    for _ in range(2):
        asked.clear()
        story.do(RegisterCase(facts=facts), at=story.later(minutes=1))
    # The account is asked for by the story itself.
    own = [one for one in asked if "FROM account" not in one or "command_done" in one]
    assert not any(f"FROM {table}" in one for one in own for table in ("item", "unit", "setting"))
    assert not any("FROM calendar_day" in one or "FROM street" in one for one in own)
    assert len(own) <= 10, own


def test_a_limit_in_the_past_does_not_come_back(story: Story, elsewhere: Database) -> None:
    """Two changes elsewhere between two registrations: the last one holds."""
    director = story.account("director")
    story.registered()
    for minutes in (30, 90):
        wanted = ChangeSetting(name="limits", value={"normal_accept_minutes": minutes})
        execute(elsewhere, wanted, by=director)
    start = datetime(2026, 11, 16, 9, 0)
    due = story.column(story.registered(at=start), "accept_due_at")
    assert due - start == timedelta(minutes=90)


def test_limits_told_for_tomorrow_hold_tomorrow(story: Story) -> None:
    wanted = ChangeSetting(
        name="limits", value={"normal_accept_minutes": 60}, valid_from=date(2026, 11, 17)
    )
    story.do(wanted, by="director")
    today = story.registered(at=datetime(2026, 11, 16, 9, 0))
    assert story.column(today, "accept_due_at") == datetime(2026, 11, 16, 11, 0)
    tomorrow = story.registered(at=datetime(2026, 11, 17, 9, 0))
    assert story.column(tomorrow, "accept_due_at") == datetime(2026, 11, 17, 10, 0)

"""The first steps of a street are told from the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.commands.calendar import CalendarDay, SetCalendarDays
from db.commands.first_steps import ConfirmFirstStep, RecordBackup
from db.commands.organisation import AddAccount, AddPerson, AddUnit
from db.engine import open_database
from db.errors import NotAllowed, RuleError
from db.queries.first_steps import first_steps_done
from db.rules.first_steps import FirstStep
from db.rules.terms import Role, UnitKind
from db.seed import FirstAccount, found_street
from db.verify import verify
from desktop.founding import street_plan
from tests.story import MONDAY, Story

GOOD = "Lantern-2026-x"


def done(story: Story) -> set[FirstStep]:
    return set(story.ask(first_steps_done))


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Story]:
    """A street that was founded a minute ago: one account, no grid, no case."""
    path = str(tmp_path / "new.db")
    database = open_database(path, create=True, practice=True, clock=lambda: MONDAY)
    found_street(database, street_plan("永中街道", FirstAccount("director", GOOD, "沈知行")))
    yield Story(database)
    database.close()


def test_a_street_that_was_just_founded_has_everything_to_do(bare: Story) -> None:
    assert bare.ask(first_steps_done, by="director") == frozenset()


def test_a_second_account_and_a_changed_unit_are_the_first_two_steps(bare: Story) -> None:
    room = bare.unit("ZHS")
    person = bare.do(AddPerson(unit_id=room, name="值班员甲"), by="director")["person_id"]
    assert bare.ask(first_steps_done, by="director") == frozenset()
    bare.do(
        AddAccount(person_id=person, login="operator", role=Role.OPERATOR, password=GOOD),
        by="director",
    )
    assert done(bare) == {FirstStep.PEOPLE}
    bare.do(AddUnit(kind=UnitKind.OFFICE, code="CFB", name="村防办"), by="director")
    assert done(bare) == {FirstStep.PEOPLE, FirstStep.UNITS}


def test_each_step_ticks_itself_when_it_is_taken(story: Story) -> None:
    before = done(story)
    assert FirstStep.PEOPLE in before and FirstStep.REGISTRATION not in before
    story.registered()
    assert done(story) - before == {FirstStep.REGISTRATION}
    story.do(
        SetCalendarDays(days=(CalendarDay(day=MONDAY.date(), is_workday=False),)), by="director"
    )
    assert FirstStep.CALENDAR in done(story)
    story.do(RecordBackup(file_name="台账备份.db", size=4096), by="director")
    assert FirstStep.BACKUP in done(story)
    story.do(ConfirmFirstStep(step=FirstStep.ITEMS), by="director")
    assert FirstStep.ITEMS in done(story)
    assert verify(story.database) == []


@pytest.mark.parametrize("step", [FirstStep.UNITS, FirstStep.ITEMS, FirstStep.CALENDAR])
def test_what_needs_no_change_is_confirmed(story: Story, step: FirstStep) -> None:
    story.do(ConfirmFirstStep(step=step), by="director")
    assert step in done(story)


@pytest.mark.parametrize("step", [FirstStep.PEOPLE, FirstStep.REGISTRATION, FirstStep.BACKUP])
def test_what_has_to_be_done_is_not_merely_confirmed(story: Story, step: FirstStep) -> None:
    with pytest.raises(RuleError) as refused:
        story.do(ConfirmFirstStep(step=step), by="director")
    assert refused.value.code == "first_step_not_confirmed"


def test_an_operator_neither_confirms_nor_records_a_backup(story: Story) -> None:
    for command in (
        ConfirmFirstStep(step=FirstStep.ITEMS),
        RecordBackup(file_name="x.db", size=1),
    ):
        with pytest.raises(NotAllowed):
            story.do(command, by="operator")

"""The demo street: always the same, made by commands, with work left on the last afternoon."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from db.accounts import account_id_of
from db.engine import Database, open_database
from db.model.attachment import attachment
from db.model.case import case_step, cases
from db.model.meeting import agenda_case, decision, meeting
from db.model.supervision import notice, notice_step
from db.queries.case_detail import case_detail
from db.queries.cases import tab_counts
from db.queries.door import ask
from db.queries.meetings import meetings
from db.queries.notices import notices
from db.queries.page import CaseFilter, Tab, case_ids
from db.rules.notice_states import NoticeState
from db.rules.steps import StepKind
from db.rules.terms import CaseState
from db.verify import verify
from desktop.demo.street import LAST_MOMENT, make_street
from desktop.demo.week import GOOD_TITLE, LATE_TITLE
from tests.demo.conftest import FIRST_DAY

TABLES = (cases, case_step, attachment, notice, notice_step, meeting, agenda_case, decision)


@pytest.fixture
def street(short_street: Path) -> Iterator[Database]:
    """The street, opened again."""
    database = open_database(str(short_street))
    yield database
    database.close()


def digests(database: Database) -> dict[str, str]:
    """Return a digest of every row of each table that the demo fills."""
    found = {}
    with database.reading() as connection:
        for table in TABLES:
            assert isinstance(table, Table)
            rows = connection.execute(select(table).order_by(table.c.id)).all()
            found[table.name] = hashlib.sha256(repr(rows).encode()).hexdigest()
    return found


def told(database: Database, title: str) -> list[StepKind]:
    """Return the steps of the one case with a title."""
    operator = account_id_of(database, "operator")
    [case_id] = ask(database, case_ids, operator, CaseFilter(search=title))
    return [step.kind for step in ask(database, case_detail, operator, case_id).steps]


def test_two_makings_give_the_same_street(street: Database, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    made = make_street(path, first_day=FIRST_DAY)
    again = open_database(str(path))
    try:
        assert made.cases > 100
        assert digests(again) == digests(street)
    finally:
        again.close()


def test_every_desk_of_the_room_has_work_left(street: Database) -> None:
    counts = ask(street, tab_counts, account_id_of(street, "operator"))
    waiting = (Tab.WAITING_ACCEPTANCE, Tab.IN_PROGRESS, Tab.TO_VERIFY, Tab.OVERDUE, Tab.DRAFTS)
    assert all(counts[tab] for tab in waiting)
    assert counts[Tab.CLOSED] > counts[Tab.ALL] / 2


def test_one_case_goes_well_from_the_call_to_the_thanks(street: Database) -> None:
    steps = told(street, GOOD_TITLE)
    wanted = [
        *(StepKind.REGISTER, StepKind.ACCEPT, StepKind.ASSIGN, StepKind.SIGN_FOR, StepKind.REPORT),
        *(StepKind.SEND_BACK, StepKind.REPORT, StepKind.VERIFY, StepKind.CALL_BACK),
    ]
    assert [kind for kind in steps if kind in wanted] == wanted
    assert StepKind.ATTACH in steps


def test_another_is_returned_extended_and_supervised(street: Database) -> None:
    steps = told(street, LATE_TITLE)
    wanted = [
        *(StepKind.RETURN, StepKind.REASSIGN, StepKind.SIGN_FOR, StepKind.GRANT_EXTENSION),
        StepKind.SUPERVISE_ORDINARY,
    ]
    assert [kind for kind in steps if kind in wanted] == wanted
    operator = account_id_of(street, "operator")
    [case_id] = ask(street, case_ids, operator, CaseFilter(search=LATE_TITLE))
    [issued] = [row for row in ask(street, notices, operator) if row.case_id == case_id]
    assert issued.number.startswith("龙永督〔2026〕")
    assert issued.state is NoticeState.REPLIED


def test_the_weekly_meeting_was_held_before_the_work_of_its_day(street: Database) -> None:
    [held] = ask(street, meetings, account_id_of(street, "operator"))
    assert (held.week, held.opened_at) == (46, datetime(2026, 11, 16, 9, 30))
    assert held.closed_at == datetime(2026, 11, 16, 10, 40)


def test_nothing_happens_after_the_last_moment_or_at_night(street: Database) -> None:
    with street.reading() as connection:
        times = connection.execute(select(case_step.c.at)).scalars().all()
        states = set(connection.execute(select(cases.c.state)).scalars())
    assert max(times) < LAST_MOMENT
    assert all(7 <= at.hour < 22 for at in times)
    assert CaseState.ARCHIVED in states or CaseState.CLOSED in states


def test_the_record_of_the_street_verifies(street: Database) -> None:
    assert verify(street) == []

"""Practice: a street of its own, others who play along, tasks that recognise what was done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from db.commands import Command, Result, execute
from db.commands.decisions import DecideCase
from db.commands.exceptions import GrantExtension
from db.commands.flow import AssignCase, CallBackCase, VerifyCase
from db.commands.intake import AcceptCase, CaseFacts, RegisterCase, SelfHandleCase
from db.commands.marks import LinkDuplicate
from db.commands.meetings import PlanMeeting, StartMeeting
from db.commands.notices import DraftNotice, IssueNotice, WithdrawNotice
from db.commands.papers import FilePaper
from db.commands.supervision import RemindCase
from db.engine import Database, open_database
from db.errors import RuleError
from db.queries.accounts import sign_on_accounts
from db.queries.case_detail import case_detail
from db.queries.door import ask
from db.queries.lookup import items, places, units
from db.queries.notice_draft import notice_draft
from db.queries.supervision import suggestions
from db.rules.terms import CaseState, Satisfaction, Source, SupervisionLevel, Urgency
from db.verify import verify
from desktop.notice_texts import draft_texts
from desktop.practice import street
from desktop.practice.others import look
from desktop.practice.script_words import CALLS, HOW, TITLES
from desktop.practice.street import Day, PracticeStopped


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a practice street, made once by the way of the program."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
    patch.setattr(street, "FIRST_DAY", datetime(2026, 11, 12))
    told: list[int] = []
    street.prepare(lambda done, _all: told.append(done), lambda: False)
    assert told == sorted(told) and told[-1] == 100
    yield street.folder()
    patch.undo()


class Trainee:
    """A shift lead before the practice street."""

    def __init__(self, database: Database, day: Day) -> None:
        self.database = database
        self.day = day
        accounts = {one.login: one.account_id for one in sign_on_accounts(database)}
        self.account_id = accounts["shift_lead"]
        self.items = {one.code: one.id for one in self.ask(items)}
        self.units = {one.code: one.id for one in self.ask(units)}
        self.place = next(one for one in self.ask(places) if one.grids)

    def ask(self, query: object, *args: object) -> object:
        return ask(self.database, query, self.account_id, *args)  # type: ignore[arg-type]

    def do(self, command: Command) -> Result:
        return execute(self.database, command, by=self.account_id)

    def done(self) -> list[str]:
        """Look as the window does, and return the tasks that are done."""
        tasks = look(self.database, self.account_id, self.day)
        return [one.id for one in tasks if one.is_done]

    def facts(self, call: str, **changes: object) -> CaseFacts:
        told = CALLS[call]
        given = {
            "source": Source.VISIT_OR_CALL,
            "title": told["words"][:12],
            "content": told["words"],
            "item_id": self.items[told["item"]],
            "community_id": self.place.id,
            "address": "龙永路88号",
            "reporter_name": told["caller"],
            "reporter_phone": told["phone"],
            "wants_call_back": True,
            **changes,
        }
        return CaseFacts(**given)


@pytest.fixture
def trainee(prepared: Path) -> Iterator[Trainee]:
    """A trainee on a street that was just started over."""
    street.start_over()
    database = street.open_street()
    yield Trainee(database, street.day())
    database.close()


def test_the_whole_day_is_recognised_step_by_step(trainee: Trainee) -> None:
    assert trainee.done() == []
    first = trainee.do(RegisterCase(facts=trainee.facts("register")))["case_id"]
    assert trainee.done() == ["register"]
    trainee.do(AcceptCase(case_id=first, version=None))
    trainee.do(AssignCase(case_id=first, version=None, lead_id=trainee.units["YJZ"]))
    assert trainee.done() == ["register", "assign"]
    assert state(trainee, first) is CaseState.IN_PROGRESS, "the station signs by itself"
    facts = trainee.facts("urgent", urgency=Urgency.URGENT)
    urgent = trainee.do(RegisterCase(facts=facts))["case_id"]
    trainee.do(AcceptCase(case_id=urgent, version=None))
    trainee.do(AssignCase(case_id=urgent, version=None, lead_id=trainee.units["ZZD"]))
    again = trainee.do(RegisterCase(facts=trainee.facts("duplicate")))["case_id"]
    assert trainee.done() == ["register", "assign", "urgent"]
    trainee.do(LinkDuplicate(case_id=again, version=None, main_id=first))
    facts = trainee.facts("self_handled", source=Source.GRID_REPORT)
    trainee.do(SelfHandleCase(facts=facts, result="已清走", spot_check=False))
    assert trainee.done() == ["register", "assign", "urgent", "duplicate", "self_handled"]
    assert state(trainee, first) is CaseState.WAITING_VERIFICATION, "the station reports"
    trainee.do(VerifyCase(case_id=first, version=None, opinion="属实", stars=5))
    trainee.do(CallBackCase(case_id=first, version=None, satisfaction=Satisfaction.SATISFIED))
    trainee.do(
        AssignCase(case_id=trainee.day.returned_id, version=None, lead_id=trainee.units["CJB"])
    )
    detail = trainee.ask(case_detail, trainee.day.extension_id)
    [request] = [one for one in detail.extensions if one.decided_at is None]
    trainee.do(
        GrantExtension(case_id=detail.row.id, version=None, request_id=request.id, answer="同意")
    )
    late = next(one for one in trainee.ask(suggestions) if one.case_id is not None)
    trainee.do(RemindCase(case_id=late.case_id, version=None, note="请今天反馈"))
    assert trainee.done() == list(TITLES)[:10]
    level = SupervisionLevel.ORDINARY
    draft = trainee.ask(notice_draft, late.case_id, level)
    written = draft_texts(draft, trainee.database.clock())
    bare = trainee.do(DraftNotice(case_id=late.case_id, level=level))["notice_id"]
    assert trainee.done() == list(TITLES)[:11]
    trainee.do(WithdrawNotice(notice_id=bare, version=None, reason="重拟"))
    notice = trainee.do(DraftNotice(case_id=late.case_id, level=level, texts=written))["notice_id"]
    assert trainee.done() == list(TITLES)[:11]
    trainee.do(IssueNotice(notice_id=notice, version=None))
    trainee.do(
        FilePaper(
            kind="notice", object_kind="notice", object_id=notice, contents={}, data=b"%PDF-1"
        )
    )
    assert trainee.done() == list(TITLES)[:13]
    now = trainee.database.clock()
    year, week, _ = (now + timedelta(weeks=1)).isocalendar()
    meeting = trainee.do(PlanMeeting(year=year, week=week, starts_at=now, chair_name="沈知行"))[
        "meeting_id"
    ]
    trainee.do(StartMeeting(meeting_id=meeting))
    trainee.do(
        DecideCase(
            meeting_id=meeting,
            text="月底前把护栏换好",
            lead_id=trainee.units["CJB"],
            responsible="城建办负责人",
            due_at=now + timedelta(days=7),
        )
    )
    assert trainee.done() == list(TITLES)
    assert verify(trainee.database) == []


def state(trainee: Trainee, case_id: int) -> CaseState:
    return trainee.ask(case_detail, case_id).row.state


def test_what_others_do_is_not_taken_for_the_person_s_own(trainee: Trainee) -> None:
    other = next(
        one.account_id for one in sign_on_accounts(trainee.database) if one.login == "operator"
    )
    execute(trainee.database, RegisterCase(facts=trainee.facts("register")), by=other)
    assert trainee.done() == []


def test_another_item_is_remarked_upon(trainee: Trainee) -> None:
    facts = trainee.facts("register", item_id=trainee.items["MD02"])
    trainee.do(RegisterCase(facts=facts))
    task = look(trainee.database, trainee.account_id, trainee.day)[0]
    assert task.is_done and "邻里纠纷" in task.remark


def test_starting_over_clears_every_task(trainee: Trainee) -> None:
    trainee.do(RegisterCase(facts=trainee.facts("register")))
    assert trainee.done() == ["register"]
    trainee.database.close()
    street.start_over()
    fresh = street.open_street()
    try:
        assert Trainee(fresh, street.day()).done() == []
    finally:
        fresh.close()


def test_the_clock_goes_on_from_the_last_command(trainee: Trainee) -> None:
    assert trainee.database.clock().date() == datetime(2026, 11, 20).date()
    assert trainee.database.clock().hour == 16


def test_a_real_street_is_never_practised_on(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "practice" / "practice.db"
    real.parent.mkdir()
    open_database(str(real), create=True).close()
    monkeypatch.setattr(street, "current_file", lambda: real)
    with pytest.raises(RuleError) as refused:
        street.open_street()
    assert refused.value.code == "practice_only"


def test_a_stopped_making_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(street.paths, "data_folder", lambda: tmp_path)
    with pytest.raises(PracticeStopped):
        street.prepare(lambda _done, _all: None, lambda: True)
    assert list(street.folder().iterdir()) == []
    assert not street.is_ready()


def test_a_street_of_another_version_is_made_anew_and_the_practised_one_is_kept(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(prepared, tmp_path / "practice")
    monkeypatch.setattr(street.paths, "data_folder", lambda: tmp_path)
    monkeypatch.setattr(street, "FIRST_DAY", datetime(2026, 11, 18))
    assert street.is_ready()
    for path in (street.current_file(), street.folder() / street.FRESH):
        connection = driver.connect(str(path))
        # As an earlier version left it: the same revision and the same rules, a column less.
        connection.execute("ALTER TABLE meeting DROP COLUMN speech")
        connection.commit()
        connection.close()
    practised = street.current_file().read_bytes()
    assert not street.is_ready()
    kept = street.prepare(lambda _done, _all: None, lambda: False)
    assert street.is_ready()
    assert kept is not None and kept.parent == street.folder()
    assert kept.read_bytes() == practised and kept.name.startswith("practice-2")


def test_every_task_says_how_and_every_call_has_its_facts() -> None:
    assert list(TITLES) == list(HOW) and 12 <= len(TITLES) <= 16
    for task_id, how in HOW.items():
        how.format(**{**CALLS.get(task_id, {}), "number": "YZR1"})
    assert len({call["phone"] for call in CALLS.values()}) == len(CALLS)

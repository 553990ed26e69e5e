"""Several programs at one file: one winner, no gap, no number twice, nobody waits for ever."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from db.commands import execute
from db.commands.flow import SignForCase
from db.engine import Database, open_database
from db.errors import Conflict, DatabaseAway, RecordError, RuleError
from db.model.audit import audit
from db.model.case import case_step, cases
from db.rules.step_kinds import StepKind
from db.verify import verify
from desktop.errors import sentence
from tests.faults import child
from tests.faults.programs import Programs
from tests.story import MONDAY, Story

CASES, CLAIMANTS = 50, 8


@pytest.fixture(scope="session")
def waiting(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """A street with cases that wait for the signature of one unit."""
    path = Path(shutil.copyfile(founded, tmp_path_factory.mktemp("waiting") / "street.db"))
    database = open_database(str(path), clock=lambda: MONDAY)
    story = Story(database)
    ids = [story.assigned("SFS") for _ in range(CASES)]
    database.close()
    return path, ids


def signatures(database: Database) -> Counter[int]:
    """Return how often each case was signed for."""
    question = select(case_step.c.case_id).where(case_step.c.kind == StepKind.SIGN_FOR.value)
    with database.reading() as connection:
        return Counter(connection.execute(question).scalars())


def test_eight_programs_sign_for_the_same_cases(
    programs: Programs, waiting: tuple[Path, list[int]], tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(waiting[0], tmp_path / "street.db"))
    start = programs.context.Event()
    for place in range(CLAIMANTS):
        # Each begins elsewhere, so that they meet in the middle of the list too.
        turned = waiting[1][place * 3 :] + waiting[1][: place * 3]
        programs.start(child.claim, str(path), turned, start)
    start.set()
    answers = [one for ended in programs.wait() for one in ended.acknowledged]
    assert sorted(one["won"] for one in answers if "won" in one) == sorted(waiting[1])
    lost = [one for one in answers if "lost" in one]
    assert len(lost) == CASES * (CLAIMANTS - 1)
    assert {one["kind"] for one in lost} <= {"Conflict", "RuleError"}, lost[:3]
    database = open_database(str(path), clock=lambda: MONDAY)
    assert signatures(database) == dict.fromkeys(waiting[1], 1)
    assert verify(database) == []
    database.close()


def test_eight_threads_sign_for_the_same_cases(
    waiting: tuple[Path, list[int]], tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(waiting[0], tmp_path / "street.db"))
    database = open_database(str(path), clock=lambda: MONDAY)
    handler = Story(database).account("sfs")
    start = Barrier(CLAIMANTS)
    won: list[int] = []
    lost: list[RecordError] = []

    def claim() -> None:
        start.wait()
        for case_id in waiting[1]:
            try:
                execute(database, SignForCase(case_id=case_id, version=3), by=handler)
                won.append(case_id)
            except RecordError as error:
                lost.append(error)

    threads = [Thread(target=claim, name=f"claim-{nth}") for nth in range(CLAIMANTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == sorted(waiting[1])
    assert len(lost) == CASES * (CLAIMANTS - 1)
    assert all(isinstance(error, (Conflict, RuleError)) for error in lost)
    assert signatures(database) == dict.fromkeys(waiting[1], 1)
    assert verify(database) == []
    database.close()


def test_numbers_have_no_gap_over_several_programs(programs: Programs, street: Path) -> None:
    for nth in range(4):
        programs.start(child.register, str(street), 15, f"program-{nth}")
    told = [one["number"] for ended in programs.wait() for one in ended.acknowledged]
    assert len(set(told)) == len(told) == 60
    database = open_database(str(street), clock=lambda: MONDAY)
    with database.reading() as connection:
        stored = sorted(connection.execute(select(cases.c.number)).scalars())
    assert [int(number[-4:]) for number in stored] == list(range(1, 62))
    assert set(told) < set(stored) and verify(database) == []
    database.close()


def test_a_killed_program_leaves_no_gap_to_the_others(programs: Programs, street: Path) -> None:
    programs.start(child.register, str(street), 30, "killed", fault="before_commit:7")
    for nth in range(2):
        programs.start(child.register, str(street), 10, f"other-{nth}")
    killed, *others = programs.wait()
    assert killed.was_killed and len(killed.acknowledged) == 6
    assert [len(one.acknowledged) for one in others] == [10, 10]
    database = open_database(str(street), clock=lambda: MONDAY)
    with database.reading() as connection:
        stored = sorted(connection.execute(select(cases.c.number)).scalars())
    assert [int(number[-4:]) for number in stored] == list(range(1, 28))
    assert verify(database) == []
    database.close()


def test_several_programs_make_the_same_file_at_once(programs: Programs, tmp_path: Path) -> None:
    path = tmp_path / "street.db"
    start = programs.context.Event()
    for _ in range(4):
        programs.start(child.make_first, str(path), start)
    start.set()
    assert [one.acknowledged for one in programs.wait()] == [[{"made": str(path)}]] * 4
    database = open_database(str(path))
    assert verify(database) == []
    database.close()


def test_a_writer_waits_for_another_and_is_told_when_it_takes_too_long(
    programs: Programs, street: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.embedded.connection.BUSY_MILLISECONDS", 300)
    database = open_database(str(street), clock=lambda: MONDAY)
    story = Story(database)
    held, release = programs.context.Event(), programs.context.Event()
    programs.start(child.hold, str(street), held, release)
    assert held.wait(30)
    with pytest.raises(DatabaseAway) as caught:
        story.registered()
    assert caught.value.code == "busy" and "数据库正忙" in sentence(caught.value)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM cases").scalar() == 1
    release.set()
    assert programs.wait()[0].acknowledged == [{"released": True}]
    story.registered()
    assert verify(database) == []
    database.close()


def test_a_writer_gets_its_turn_when_the_other_is_done(programs: Programs, street: Path) -> None:
    database = open_database(str(street), clock=lambda: MONDAY)
    held, release = programs.context.Event(), programs.context.Event()
    programs.start(child.hold, str(street), held, release)
    assert held.wait(30)
    done: list[int] = []
    story = Story(database)
    waiting = Thread(target=lambda: done.append(story.registered()), name="waiting")
    waiting.start()
    release.set()
    waiting.join(30)
    assert len(done) == 1 and verify(database) == []
    programs.wait()
    database.close()


@pytest.mark.parametrize("how", ["copied over", "moved away", "deleted"])
def test_a_file_replaced_while_it_is_open_is_noticed(
    story: Story, founded: Path, tmp_path: Path, how: str
) -> None:
    path = story.database.path
    other = Path(shutil.copyfile(founded, tmp_path / "other.db"))
    kept = path.with_name("kept.db")
    path.rename(kept)
    if how == "copied over":
        other.replace(path)
    elif how == "deleted":
        kept.unlink()
    with pytest.raises(DatabaseAway) as caught:
        story.registered()
    assert caught.value.code == "file_replaced" and "没有保存" in sentence(caught.value)
    with pytest.raises(DatabaseAway, match="file_replaced"), story.database.reading():
        pass
    assert path.exists() == (how == "copied over"), "nothing is made in its place"


def test_a_file_replaced_during_a_command_takes_nothing_with_it(
    story: Story, founded: Path, tmp_path: Path
) -> None:
    path = story.database.path
    other = Path(shutil.copyfile(founded, tmp_path / "other.db"))
    with pytest.raises(DatabaseAway, match="file_replaced"):  # noqa: SIM117
        with story.database.writing(None) as connection:
            connection.exec_driver_sql("UPDATE app_meta SET last_time = NULL")
            path.rename(tmp_path / "kept.db")
            other.replace(path)


def test_a_clock_that_goes_back_keeps_the_order(
    street: Path, opened: Callable[[Path], Database]
) -> None:
    database = opened(street)
    story = Story(database)
    times = [MONDAY + timedelta(hours=hours) for hours in (3, 1, -24, 2, 4)]
    ids = []
    for time in times:
        database.clock = lambda time=time: time  # type: ignore[misc]
        command = child.RegisterCase(facts=child.facts(database))
        answer = execute(database, command, by=story.account("operator"))
        ids.append(answer["case_id"])
    with database.reading() as connection:
        told = connection.execute(select(audit.c.at).order_by(audit.c.seq)).scalars().all()
        registered = connection.execute(
            select(cases.c.registered_at).where(cases.c.id.in_(ids)).order_by(cases.c.id)
        ).scalars()
        assert list(told) == sorted(told)
        assert list(registered) == [MONDAY + timedelta(hours=h) for h in (3, 3, 3, 3, 4)]
    assert ids == sorted(ids) and verify(database) == []

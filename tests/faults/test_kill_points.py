"""``kill -9`` at any point loses nothing that was acknowledged and leaves nothing half done (F21).

A kill by the fault point is the signal itself, sent by the program to itself at a known place:
before a certain statement, before the audit, before and after the commit, between two files.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.commands import execute
from db.commands.imports import ImportCases
from db.commands.intake import RegisterCase
from db.engine import Database, open_database
from db.errors import OpeningError
from db.model.case import cases
from db.model.setting import counter
from db.verify import verify
from tests.faults import child
from tests.faults.material import facts, import_row
from tests.faults.programs import Ended, Programs
from tests.faults.revisions import SECOND, second_revision
from tests.story import MONDAY, Story

OPENING_LIMIT_S = 5.0
REGISTERED, BATCHES, ROWS = 3, 3, 12


def spread(points: int, passages: int) -> list[int]:
    """Return so many passages out of all, the first and the last among them."""
    return sorted({round(1 + step * (passages - 1) / (points - 1)) for step in range(points)})


def reopened(path: Path) -> Database:
    """Open a file after a kill, in time, and find it clean."""
    begin = time.monotonic()
    database = open_database(str(path), clock=lambda: MONDAY)
    assert time.monotonic() - begin < OPENING_LIMIT_S
    assert verify(database) == []
    return database


def counted(database: Database) -> int:
    """Return how many cases there are."""
    with database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(cases)).scalar_one())


def numbers(database: Database) -> list[str]:
    """Return the numbers of all cases in their order."""
    with database.reading() as connection:
        return list(connection.execute(select(cases.c.number).order_by(cases.c.number)).scalars())


def kill_at(
    programs: Programs, street: Path, points: Iterable[str], job: child.Job, *arguments: Any
) -> Iterable[tuple[Path, Ended]]:
    """Run a job once for each point, each time on a fresh copy of the street."""
    for point in points:
        path = Path(shutil.copyfile(street, street.with_name(f"{point.replace(':', '-')}.db")))
        ended = programs.run(job, str(path), *arguments, fault=point)
        assert ended.was_killed, f"{point} was not reached"
        yield path, ended


def check_registered(path: Path, ended: Ended) -> None:
    """Nothing acknowledged is lost, at most one more is there, and its repeat adds no row."""
    database = reopened(path)
    told = {one["number"] for one in ended.acknowledged}
    stored = set(numbers(database))
    assert told <= stored
    assert len(stored) in (1 + len(told), 2 + len(told))
    # The answer of the last one was lost; its form sends the same command again.
    nth = len(told)
    command = RegisterCase(facts=facts(database), command_id=f"register-{nth}")
    operator = Story(database).account("operator")
    answer = execute(database, command, by=operator)
    assert answer["number"] not in told
    after = numbers(database)
    assert set(after) == stored | {answer["number"]} and len(after) == 2 + nth
    # Numbers have no gap: what was rolled back gave its number back.
    assert [int(one[-4:]) for one in after] == list(range(1, len(after) + 1))
    assert execute(database, command, by=operator) == answer
    assert len(numbers(database)) == 2 + nth and verify(database) == []
    database.close()


def test_a_kill_while_cases_are_registered(programs: Programs, street: Path) -> None:
    whole = Path(shutil.copyfile(street, street.with_name("whole.db")))
    passages = programs.run(child.register, str(whole), REGISTERED, fault="statement:0").passages
    assert passages > 20
    points = [f"statement:{nth}" for nth in spread(9, passages)]
    for name in ("begin", "after_change_before_audit", "before_commit", "after_commit"):
        points += [f"{name}:{nth}" for nth in (1, REGISTERED)]
    assert len(points) == 17
    for path, ended in kill_at(programs, street, points, child.register, REGISTERED):
        check_registered(path, ended)


@pytest.mark.parametrize("acknowledged", [1, 4, 9])
def test_a_kill_from_outside_at_any_moment(
    programs: Programs, street: Path, acknowledged: int
) -> None:
    programs.start(child.register, str(street), 10_000)
    answers = programs.answers()
    while len(answers.all()) < acknowledged:
        assert programs.processes()[0].is_alive()
        time.sleep(0.001)  # the moment is meant to be any
    os.kill(programs.processes()[0].pid, signal.SIGKILL)
    (ended,) = programs.wait()
    assert ended.was_killed and len(ended.acknowledged) >= acknowledged
    check_registered(street, ended)


def test_a_kill_while_a_list_is_imported(programs: Programs, street: Path) -> None:
    whole = Path(shutil.copyfile(street, street.with_name("whole.db")))
    run = programs.run(child.import_batches, str(whole), BATCHES, ROWS, fault="statement:0")
    points = [f"statement:{nth}" for nth in spread(7, run.passages)]
    for name in ("after_change_before_audit", "before_commit", "after_commit"):
        points += [f"{name}:{nth}" for nth in (1, BATCHES)]
    for path, ended in kill_at(programs, street, points, child.import_batches, BATCHES, ROWS):
        database = reopened(path)
        done, left = divmod(counted(database) - 1, ROWS)
        assert left == 0, "a batch is half done"
        assert done in (len(ended.acknowledged), len(ended.acknowledged) + 1)
        operator = Story(database).account("operator")
        for nth in range(BATCHES):
            rows = tuple(import_row(nth * ROWS + place) for place in range(ROWS))
            again = ImportCases(
                rows=rows, file_name="列表.xlsx", file_digest="0" * 64, command_id=f"import-{nth}"
            )
            execute(database, again, by=operator)
        assert counted(database) == 1 + BATCHES * ROWS and verify(database) == []
        database.close()


def test_a_kill_while_the_file_is_made(programs: Programs, tmp_path: Path) -> None:
    whole = programs.run(child.found, str(tmp_path / "whole.db"), fault="statement:0")
    assert whole.passages > 60
    for nth in spread(8, whole.passages):
        path = tmp_path / f"made-{nth}.db"
        ended = programs.run(child.found, str(path), fault=f"statement:{nth}")
        assert ended.was_killed and ended.acknowledged == []
        try:
            open_database(str(path)).close()
            is_made = True
        except OpeningError as error:
            assert error.code == "file_missing"
            is_made = False
        assert not is_made or nth == whole.passages
        database = open_database(str(path), create=True, clock=lambda: MONDAY)
        assert verify(database) == []
        database.close()


def test_a_kill_while_the_tables_are_upgraded(
    programs: Programs, street: Path, tmp_path: Path
) -> None:
    newer = second_revision(tmp_path, SECOND)
    whole = Path(shutil.copyfile(street, tmp_path / "whole.db"))
    run = programs.run(child.upgrade, str(whole), newer, fault="statement:0")
    points = [f"statement:{nth}" for nth in spread(8, run.passages)]
    points += ["backup_part:1", "backup_rename:1"]
    for path, ended in kill_at(programs, street, points, child.upgrade, newer):
        assert ended.acknowledged == []
        database = reopened_by_ours(path, newer)
        assert counted(database) == 1
        database.close()


def reopened_by_ours(path: Path, newer: Any) -> Database:
    """Open what a killed upgrade left: as before for this program, or whole for the newer."""
    try:
        database = open_database(str(path), clock=lambda: MONDAY)
        assert verify(database) == []
        database.close()
    except OpeningError as error:
        assert error.code == "file_newer", error
    begin = time.monotonic()
    database = open_database(str(path), clock=lambda: MONDAY, revisions=newer)
    assert time.monotonic() - begin < OPENING_LIMIT_S and verify(database) == []
    with database.reading() as connection:
        notes = connection.exec_driver_sql("SELECT count(*) FROM synthetic_note").scalar_one()
    assert notes == 1
    return database


@pytest.mark.parametrize("point", ["backup_part", "backup_rename"])
def test_a_kill_while_a_backup_is_made(
    programs: Programs, street: Path, tmp_path: Path, point: str
) -> None:
    target = tmp_path / "copy.db"
    assert programs.run(child.back_up, str(street), str(target)).acknowledged
    before = target.read_bytes()
    database = reopened(street)
    story = Story(database)
    story.registered()
    database.close()
    ended = programs.run(child.back_up, str(street), str(target), fault=f"{point}:1")
    assert ended.was_killed and target.read_bytes() == before
    # What the kill left lying about does not stand in the way of the next one.
    assert programs.run(child.back_up, str(street), str(target)).acknowledged
    assert target.read_bytes() != before
    database = reopened(street)
    assert counted(database) == 2
    database.close()


def test_the_environment_arms_a_point_of_the_real_program(
    street: Path, run_program: Callable[..., int]
) -> None:
    words = ["-m", "desktop", "verify", "--database", str(street)]
    assert run_program(words, FAULT_AT="statement:1") == -signal.SIGKILL
    assert run_program(words) == 0


def test_counters_stand_where_the_numbers_are(programs: Programs, street: Path) -> None:
    programs.run(child.register, str(street), 2, fault="before_commit:2")
    database = reopened(street)
    with database.reading() as connection:
        last = connection.execute(select(counter.c.last).where(counter.c.kind == "case")).scalar()
    assert last == 2 == counted(database)
    database.close()

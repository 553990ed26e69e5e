"""The process of a task: a real one, on a real file; stopped, killed, starved and orphaned."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from db.commands import execute
from db.commands.intake import RegisterCase
from db.engine import Database, open_database
from db.queries.page import EVERYTHING, case_count
from db.seed import FirstAccount, found_street
from db.verify import verify
from desktop.errors import sentence
from desktop.founding import street_plan
from desktop.tasks.centre import TaskCentre
from desktop.tasks.exporting import export_wish
from desktop.tasks.importing import import_wish, imported, look_wish, looked
from desktop.tasks.order import STOP, Order, TaskState, Wish, line
from desktop.tasks.task import Task
from tests.exchange.test_hostile_files import SHEET, remade, sheet_xml
from tests.faults.material import facts
from tests.screens.test_exchange import EXPECTED, REAL, SMALL
from tests.story import MONDAY, Story

PATIENCE_MS = 60_000
KEY = "ab" * 32


@pytest.fixture
def centre(qapp: object) -> Iterator[TaskCentre]:
    """The task centre; no process outlives the test."""
    made = TaskCentre()
    yield made
    made.close()


def begin(centre: TaskCentre, story: Story, wish: Wish) -> Task:
    """Start a task as the operator."""
    return centre.start(wish, story.database, story.account("operator"))


def wait(task: Task, until: Callable[[], bool] | None = None) -> None:
    """Wait until a task has come so far, or has ended."""
    loop = QEventLoop()

    def look() -> None:
        if not task.is_running() or (until is not None and until()):
            loop.quit()

    task.moved.connect(look)
    task.ended.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    if task.is_running() and not (until is not None and until()):
        loop.exec()
    task.moved.disconnect(look)
    task.ended.disconnect(loop.quit)
    assert not task.is_running() or (until is not None and until()), "the task stands still"


def import_real(centre: TaskCentre, story: Story) -> Task:
    """Begin to import the street's real list and wait until some of it is in."""
    task = begin(centre, story, import_wish(REAL, story.database.path))
    wait(task, lambda: bool(task.kept))
    return task


def count(story: Story) -> int:
    return int(story.ask(case_count, EVERYTHING, bound=None))


def test_an_encrypted_record_is_worked_on_and_its_key_is_nowhere_to_be_read(
    centre: TaskCentre, tmp_path: Path
) -> None:
    path = tmp_path / "street.db"
    database = open_database(str(path), create=True, key=lambda: KEY, clock=lambda: MONDAY)
    account = found_street(
        database, street_plan("永中街道", FirstAccount("director", "", "主任甲"))
    ).account_id
    small = tmp_path / "小表.csv"
    small.write_text(SMALL, encoding="utf-8")
    task = centre.start(import_wish(small, path), database, account)
    wait(task, lambda: bool(task.stage))
    process = Path(f"/proc/{task.process_id()}")
    told = process.joinpath("cmdline").read_bytes() + process.joinpath("environ").read_bytes()
    assert told and KEY.encode() not in told
    wait(task)
    assert imported(task).imported == 2
    assert verify(database) == []
    database.close()


def test_a_try_leaves_nothing_and_finds_what_an_import_would(
    centre: TaskCentre, story: Story
) -> None:
    task = begin(centre, story, look_wish(REAL))
    wait(task)
    found = looked(task)
    assert {name: found.found.figures()[name] for name in EXPECTED} == EXPECTED
    assert (len(found.first), len(found.refused)) == (20, 73)
    assert count(story) == 0
    done = begin(centre, story, import_wish(REAL, story.database.path))
    wait(done)
    assert imported(done).figures()["new_grids"] == found.found.figures()["new_grids"]


def test_a_bomb_is_refused_with_one_clear_sentence(
    centre: TaskCentre, story: Story, tmp_path: Path
) -> None:
    bomb = tmp_path / "bomb.xlsx"
    bomb.write_bytes(remade({SHEET: sheet_xml(b" " * 90_000_000)}))
    task = begin(centre, story, look_wish(bomb))
    wait(task)
    assert task.state is TaskState.FAILED
    assert sentence(task.error) == (
        "表格的内部结构异常，为了安全没有打开。请重新导出，或在表格软件中另存一份。"
    )
    assert count(story) == 0


def test_a_process_without_memory_is_told_in_words_and_keeps_whole_batches(
    centre: TaskCentre, story: Story
) -> None:
    task = import_real(centre, story)
    pages = int(Path(f"/proc/{task.process_id()}/statm").read_text().split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE")
    resource.prlimit(task.process_id(), resource.RLIMIT_AS, (most, most))
    resource.prlimit(task.process_id(), resource.RLIMIT_DATA, (1, 1))
    wait(task)
    assert task.state is TaskState.FAILED
    assert task.error is not None
    assert task.error.code in ("task_out_of_memory", "task_died")
    assert sentence(task.error).startswith(("内存不够，任务停了", "任务中途停了"))
    assert count(story) == task.kept["imported"] < EXPECTED["imported"]
    assert verify(story.database) == []


def test_a_process_that_does_not_listen_is_ended_within_two_seconds(
    centre: TaskCentre, story: Story, tmp_path: Path
) -> None:
    wait(import_real(centre, story))
    path = tmp_path / "out" / "台账.xlsx"
    path.parent.mkdir()
    path.write_text("the file of last week", encoding="utf-8")
    wish = export_wish(path, EVERYTHING, in_clear=False, purpose="")
    task = begin(centre, story, wish)
    wait(task, lambda: task.done > 0)
    os.kill(task.process_id(), signal.SIGSTOP)
    assert path.with_name("台账.xlsx.part").exists()
    begun = time.monotonic()
    task.stop()
    wait(task)
    assert time.monotonic() - begun < 2.0
    assert task.state is TaskState.STOPPED
    assert [one.name for one in path.parent.iterdir()] == ["台账.xlsx"]
    assert path.read_text(encoding="utf-8") == "the file of last week"


def test_an_import_cancelled_before_its_first_batch_leaves_the_record_as_it_was(
    centre: TaskCentre, story: Story
) -> None:
    before = Path(story.database.path).read_bytes()
    task = begin(centre, story, import_wish(REAL, story.database.path))
    wait(task, lambda: task.stage == "reading")
    task.stop()
    wait(task)
    assert task.state is TaskState.STOPPED
    assert count(story) == 0
    assert Path(story.database.path).read_bytes() == before
    assert verify(story.database) == []


def test_a_killed_batch_is_rolled_back_and_the_next_import_makes_no_doubles(
    centre: TaskCentre, story: Story
) -> None:
    task = import_real(centre, story)
    os.kill(task.process_id(), signal.SIGKILL)
    wait(task)
    kept = count(story)
    assert task.state is TaskState.FAILED
    assert 0 < kept < EXPECTED["imported"]
    assert verify(story.database) == []
    again = begin(centre, story, import_wish(REAL, story.database.path))
    wait(again)
    assert imported(again).imported == EXPECTED["imported"] - kept
    assert count(story) == EXPECTED["imported"]
    assert verify(story.database) == []


def test_others_register_while_an_import_runs(centre: TaskCentre, story: Story) -> None:
    task = import_real(centre, story)
    operator = story.account("operator")
    took = []
    while task.is_running():
        begun = time.monotonic()
        execute(story.database, RegisterCase(facts=facts(story.database)), by=operator)
        took.append(time.monotonic() - begun)
        QTimer.singleShot(20, task, task.moved.emit)
        wait(task, lambda: True)
        QEventLoop().processEvents()
    assert took
    print(f"registered {len(took)} meanwhile, the slowest took {max(took):.2f} s")
    assert max(took) < 5.0
    assert count(story) == EXPECTED["imported"] + len(took)


def test_a_process_ends_when_its_window_is_gone(story: Story, tmp_path: Path) -> None:
    folder = tmp_path / "task"
    folder.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "task"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(order_of(story, import_wish(REAL, story.database.path), folder).line())
    process.stdin.flush()
    for told in process.stdout:
        if "kept" in json.loads(told):
            break
    process.stdin.close()
    process.stdout.read()
    process.stdout.close()
    process.wait(PATIENCE_MS / 1000)
    assert not folder.exists()
    assert 0 < count(story) < EXPECTED["imported"]
    assert verify(story.database) == []


def order_of(story: Story, wish: Wish, folder: Path) -> Order:
    """Return the order that a window would give."""
    database: Database = story.database
    return Order(
        kind=wish.kind,
        facts=wish.facts,
        path=str(database.path),
        key=None,
        place=database.place,
        read_only=False,
        is_practice=False,
        account_id=story.account("operator"),
        now=(MONDAY + timedelta(minutes=1)).isoformat(),
        folder=str(folder),
    )


def test_an_order_arrives_as_it_was_given(story: Story, tmp_path: Path) -> None:
    order = order_of(story, look_wish(REAL), tmp_path)
    assert Order.read(order.line()) == order
    assert line({"path": tmp_path}).count(b"\n") == 1 and STOP.endswith(b"\n")

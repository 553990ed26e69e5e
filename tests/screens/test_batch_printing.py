"""A batch of notices: one task, kept sheet by sheet, going on where it ended."""

from __future__ import annotations

import hashlib
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer

from db.queries.notice_detail import notice_detail
from db.queries.papers import papers
from db.verify import verify
from desktop.dialogs.notice_print import PrintDialog
from desktop.documents.preview import page_texts
from desktop.exchange.sheets import read_tables
from desktop.pages.file_field import SaveDialog
from desktop.print_wish import Sides
from desktop.tasks.task import Task
from tests.flows.notice_steps import issued
from tests.printers import Queue, no_queue, queue_on
from tests.screens.conftest import TASK_PATIENCE_MS, Desk
from tests.screens.test_supervision import agree, arrive, as_other, fill
from tests.screens.test_tasks import open_list

SHEETS = 4
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def notices(desk: Desk) -> list[int]:
    """Numbered notices that wait to be printed, in the order of their numbers."""
    arrive(desk)
    return [issued(desk.story, desk.story.signed("SFS")) for _ in range(SHEETS)]


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No printer, whatever the computer has on which the tests run."""
    no_queue(monkeypatch, tmp_path)


@pytest.fixture
def queue(nowhere: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Queue:
    """A queue that keeps what it is given."""
    return queue_on(monkeypatch, tmp_path, "二楼打印室", "一楼激光")


def begin(desk: Desk, folder: Path, copies: str = "2", **chosen: Any) -> Task:
    """Let the clerk print all of them by key."""
    page = as_other(desk, "clerk")
    desk.press(page.register().table(), Qt.Key.Key_P, KEYS)
    dialog = desk.find(PrintDialog)
    assert f"{SHEETS} 份已签发、未打印的通知单" in dialog.text()
    desk.settled()
    fill(desk, dialog, folder=str(folder), copies=copies)
    for name, value in chosen.items():
        dialog.field(name).set_value(value)
    desk.press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [task] = desk.services.tasks.running()
    return task


def wait_for_sheet(task: Task, count: int) -> None:
    """Wait until so many sheets were printed."""
    loop = QEventLoop()

    def look() -> None:
        if task.kept.get("done", 0) >= count or not task.is_running():
            loop.quit()

    task.moved.connect(look)
    QTimer.singleShot(TASK_PATIENCE_MS, loop, loop.quit)
    loop.exec()
    task.moved.disconnect(look)


def prints(desk: Desk, notice: int) -> list[int]:
    """Return how often each kept paper of a notice was printed."""
    return [len(row.prints) for row in desk.story.ask(papers, "notice", notice)]


def test_all_waiting_notices_are_printed_in_one_go(
    desk: Desk, notices: list[int], tmp_path: Path
) -> None:
    begin(desk, tmp_path / "papers")
    desk.settled()
    assert len(list((tmp_path / "papers").glob("*.pdf"))) == 2 * SHEETS
    assert all(desk.story.ask(notice_detail, one).printed_at for one in notices)
    assert [prints(desk, one) for one in notices] == [[1, 1]] * SHEETS
    assert open_list(desk).rows()[0].words() == f"成功 {SHEETS}，失败 0"
    assert verify(desk.story.database) == []


def test_a_batch_that_was_cancelled_goes_on_with_the_next_sheet(
    desk: Desk, notices: list[int], tmp_path: Path
) -> None:
    task = begin(desk, tmp_path / "papers")
    wait_for_sheet(task, 1)
    task.stop()
    desk.settled()
    done = task.kept["done"]
    assert 1 <= done < SHEETS
    assert [prints(desk, one) for one in notices[done:]] == [[]] * (SHEETS - done)
    row = open_list(desk).rows()[0]
    assert row.button("rest").words() == f"从第 {done + 1} 张继续"
    desk.press(row, Qt.Key.Key_R)
    desk.settled()
    assert [prints(desk, one) for one in notices] == [[1, 1]] * SHEETS


def test_a_sheet_that_ends_the_process_is_listed_and_the_others_go_on(
    desk: Desk, notices: list[int], tmp_path: Path
) -> None:
    task = begin(desk, tmp_path / "papers")
    wait_for_sheet(task, 1)
    os.kill(task.process_id(), signal.SIGKILL)
    desk.settled()
    done = task.kept["done"]
    assert list((tmp_path / "papers").glob("*.part")) == []
    dialog = open_list(desk)
    row = dialog.rows()[0]
    assert row.words().startswith("任务中途停了")
    desk.press(row, Qt.Key.Key_S)
    saving = desk.find(SaveDialog, dialog)
    path = tmp_path / "失败.xlsx"
    saving.path.set_value(path)
    agree(desk, saving)
    rows = read_tables(path)[0].rows
    assert [(one[0], one[2]) for one in rows[1:]] == [
        (float(done + 1), desk.story.ask(notice_detail, notices[done]).number)
    ]
    assert "任务中途停了" in str(rows[1][1])
    if done + 1 < SHEETS:
        desk.press(row, Qt.Key.Key_R)
        desk.settled()
    left: list[Any] = [prints(desk, one) for one in notices[done + 1 :]]
    assert left == [[1, 1]] * (SHEETS - done - 1)


def test_a_folder_that_cannot_be_written_fails_each_sheet_with_its_reason(
    desk: Desk, notices: list[int], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("a file, not a folder", encoding="utf-8")
    task = begin(desk, tmp_path / "file" / "papers")
    desk.settled()
    assert open_list(desk).rows()[0].words() == f"成功 0，失败 {SHEETS}"
    assert all("写不进去" in one["reason"] for one in task.answer["failed"])
    assert [desk.story.ask(notice_detail, one).printed_at for one in notices] == [None] * SHEETS


def test_every_paper_goes_to_the_printer_and_only_then_counts_as_printed(
    desk: Desk, notices: list[int], queue: Queue, tmp_path: Path
) -> None:
    queue.refuse("lp: Out of paper, not accepting jobs.")
    begin(desk, tmp_path / "papers")
    desk.settled()
    assert open_list(desk).rows()[0].words() == f"成功 0，失败 {SHEETS}"
    task = desk.services.tasks.tasks()[0]
    assert all("not accepting jobs" in one["reason"] for one in task.answer["failed"])
    assert [desk.story.ask(notice_detail, one).printed_at for one in notices] == [None] * SHEETS
    assert [prints(desk, one) for one in notices] == [[0, 0]] * SHEETS, "kept, but not printed"
    queue.take_again()
    begin(desk, tmp_path / "papers", sides=Sides.LONG_EDGE, copies="3")
    desk.settled()
    jobs = queue.jobs()
    kept = [row for one in notices for row in reversed(desk.story.ask(papers, "notice", one))]
    assert [hashlib.sha256(job.data).hexdigest() for job in jobs] == [row.sha256 for row in kept]
    assert {(job.after("-d"), job.after("-n")) for job in jobs} == {("二楼打印室", "3")}
    assert all("sides=two-sided-long-edge" in job.words for job in jobs)
    assert {(one.printer, one.copies, one.nth) for row in kept for one in row.prints} == {
        ("二楼打印室", 3, 1)
    }


def test_a_merged_batch_is_one_file_and_one_job(
    desk: Desk, notices: list[int], queue: Queue, tmp_path: Path
) -> None:
    begin(desk, tmp_path / "papers", files=True, sides=Sides.LONG_EDGE)
    desk.settled()
    assert open_list(desk).rows()[0].words() == f"成功 {SHEETS}，失败 0"
    (path,) = (tmp_path / "papers").glob("*.pdf")
    (job,) = queue.jobs()
    assert job.data == path.read_bytes()
    told = [text for text in page_texts(job.data) if text.strip()]
    numbers = [desk.story.ask(notice_detail, one).number for one in notices]
    found = [next(number for number in numbers if number in text) for text in told]
    assert found == [number for number in numbers for _ in range(len(told) // SHEETS)]
    assert [prints(desk, one) for one in notices] == [[1, 1]] * SHEETS
    assert verify(desk.story.database) == []


def test_a_merged_batch_that_the_printer_refuses_counts_nothing_and_goes_in_as_kept(
    desk: Desk, notices: list[int], queue: Queue, tmp_path: Path
) -> None:
    queue.refuse("lp: off")
    begin(desk, tmp_path / "papers", files=True)
    desk.settled()
    assert open_list(desk).rows()[0].words() == f"成功 0，失败 {SHEETS}"
    assert [prints(desk, one) for one in notices] == [[0, 0]] * SHEETS
    queue.take_again()
    begin(desk, tmp_path / "again", files=True)
    desk.settled()
    assert [prints(desk, one) for one in notices] == [[1, 1]] * SHEETS
    assert len(queue.jobs()) == 1

"""The task centre: what works, how far it is, what is left of it, by keys and words."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.queries.page import EVERYTHING, case_count
from db.verify import verify
from desktop.dialogs.tasks import TasksDialog
from desktop.exchange.sheets import read_tables
from desktop.pages.file_field import SaveDialog
from desktop.tasks.task import Task
from desktop.widgets.basic_dialog import QuestionDialog
from desktop.widgets.status_bar import StatusBar
from tests.screens.conftest import TASK_PATIENCE_MS, Desk
from tests.screens.test_exchange import EXPECTED, REAL, SMALL, look
from tests.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk: Desk) -> Any:
    return desk.page("exchange")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "小表.csv"
    path.write_text(SMALL, encoding="utf-8")
    return path


def begin_import(desk: Desk, page: Any, path: Path = REAL) -> Task:
    """Try a file and begin to bring it in."""
    look(desk, page, path)
    page.coming.import_button.click()
    [task] = desk.services.tasks.running()
    return task


def open_list(desk: Desk) -> TasksDialog:
    """Open the task centre by its key; its first row has the focus."""
    # No window manager gives the focus back when a dialog before this one was closed.
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)
    desk.press(desk.window, Qt.Key.Key_F12)
    dialog = desk.find(TasksDialog)
    desk.qtbot.waitUntil(lambda: desk.focused() is dialog.rows()[0])
    return dialog


def wait_until_some_are_in(task: Task) -> None:
    """Wait until the first batch of an import is in for good."""
    loop = QEventLoop()

    def look_at_it() -> None:
        if task.kept or not task.is_running():
            loop.quit()

    task.moved.connect(look_at_it)
    QTimer.singleShot(TASK_PATIENCE_MS, loop, loop.quit)
    loop.exec()
    task.moved.disconnect(look_at_it)
    assert task.kept


def count(story: Story) -> int:
    return int(story.ask(case_count, EVERYTHING, bound=None))


def test_a_task_is_seen_in_the_status_bar_and_by_its_key(
    desk: Desk, page: Any, small: Path
) -> None:
    task = begin_import(desk, page, small)
    assert "任务 1 · 0% F12" in desk.find(StatusBar).words()
    dialog = open_list(desk)
    row = dialog.rows()[0]
    assert QApplication.focusWidget() is row
    assert "1 项进行中，共 2 项" in desk.words(dialog)
    desk.settled()
    assert not task.is_running()
    assert row.words() == "成功 2，失败 2"
    assert dialog.rows()[1].words() == "可以导入 2，不能导入 2"
    assert "任务已结束 F12" in desk.find(StatusBar).words()


def test_the_failures_of_an_import_are_saved_from_the_list_by_key(
    desk: Desk, page: Any, small: Path, tmp_path: Path
) -> None:
    begin_import(desk, page, small)
    desk.settled()
    dialog = open_list(desk)
    desk.press(desk.focused(), Qt.Key.Key_S)
    saving = desk.find(SaveDialog, dialog)
    path = tmp_path / "失败.xlsx"
    saving.path.set_value(path)
    desk.press(saving, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    rows = read_tables(path)[0].rows
    assert rows[0][-2:] == ("行号", "原因")
    assert [(row[0], row[-2]) for row in rows[1:]] == [("A3", 4.0), ("A4", 5.0)]


def test_a_task_is_cancelled_by_key_and_the_record_is_sound(
    desk: Desk, page: Any, story: Story
) -> None:
    task = begin_import(desk, page)
    wait_until_some_are_in(task)
    row = open_list(desk).rows()[0]
    desk.press(desk.focused(), Qt.Key.Key_Delete)
    assert row.words() == "正在停止……"
    desk.settled()
    kept = count(story)
    assert 0 < kept < EXPECTED["imported"]
    assert row.words() == f"已停止：完成的 {kept:,} 件都在，其余没有改动。"
    assert verify(story.database) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_an_import_that_was_killed_goes_on_without_doubles(
    desk: Desk, page: Any, story: Story
) -> None:
    task = begin_import(desk, page)
    wait_until_some_are_in(task)
    os.kill(task.process_id(), signal.SIGKILL)
    desk.settled()
    kept = count(story)
    assert 0 < kept < EXPECTED["imported"]
    assert page.coming.result().startswith("任务中途停了")
    assert f"停止前导入的 {kept:,} 件保留在台账里" in desk.words(page)
    assert verify(story.database) == []
    page.coming.import_button.click()
    desk.settled()
    assert count(story) == EXPECTED["imported"]
    assert verify(story.database) == []


def test_a_cancelled_export_leaves_no_file(
    desk: Desk, page: Any, story: Story, tmp_path: Path
) -> None:
    begin_import(desk, page)
    desk.settled()
    path = tmp_path / "out" / "台账.xlsx"
    path.parent.mkdir()
    page.going.path.set_value(path)
    page.going.button.click()
    [task] = desk.services.tasks.running()
    task.moved.connect(lambda: task.stop() if task.done else None)
    desk.settled()
    assert page.going.result() == "已停止导出，没有留下文件。"
    assert list(path.parent.iterdir()) == []


def test_quitting_asks_while_a_task_works(desk: Desk, page: Any, story: Story) -> None:
    task = begin_import(desk, page)
    wait_until_some_are_in(task)
    desk.window.close()
    question = desk.find(QuestionDialog)
    assert "导入 yongzhong_2026H1.xlsx" in question.text()
    assert desk.window.isVisible()
    # Enter stays: what is cancelled by leaving is not one careless key away.
    desk.press(question.button(False), Qt.Key.Key_Return)
    assert desk.window.isVisible() and task.is_running()
    desk.window.close()
    question = desk.find(QuestionDialog)
    desk.press(question.button(True), Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=TASK_PATIENCE_MS)
    assert not task.is_running()
    assert verify(story.database) == []

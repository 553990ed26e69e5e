"""A mistake of ours in a slot is logged once, told in the error bar, and stops nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import build
from desktop.widgets.buttons import ActionButton
from desktop.widgets.notices import ErrorBar
from tests.screens.conftest import Desk

WORDS = "程序出错"


class Faulty(QObject):
    """Something of the window with a slot that was written wrong."""

    @Slot()
    def slip(self) -> None:
        """Fail as no slot should."""
        raise ZeroDivisionError("a slot was written wrong")


class FaultyThread(QThread):
    """A thread whose work was written wrong."""

    def run(self) -> None:
        """Fail beside the window."""
        raise ZeroDivisionError("a job was written wrong")


class FaultyCell(QWidget):
    """Something painted that fails with every frame."""

    def paintEvent(self, event: QPaintEvent) -> None:
        raise LookupError("a cell was written wrong")


@contextmanager
def own_hook(desk: Desk) -> Iterator[None]:
    """Let the program's own hook take mistakes; a test's hook would fail the test by them."""
    before = sys.excepthook
    sys.excepthook = desk.mistakes().take
    yield
    sys.excepthook = before


def fail_in_a_slot(desk: Desk, times: int = 1) -> None:
    """Let a timer call the slot that was written wrong."""
    faulty, timer = Faulty(desk.window), QTimer(desk.window)
    timer.timeout.connect(faulty.slip)
    timer.start(0)
    for _ in range(times):
        desk.qtbot.wait(1)
    timer.stop()
    desk.settled()


def paint_wrongly(desk: Desk, times: int = 1) -> None:
    """Show something that fails when it is painted."""
    cell = FaultyCell(desk.window)
    cell.resize(20, 20)
    cell.show()
    for _ in range(times):
        cell.update()
        desk.qtbot.wait(1)
    cell.hide()
    desk.settled()


def test_a_mistake_in_a_slot_is_logged_once_and_told_with_its_details(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with own_hook(desk):
        fail_in_a_slot(desk, times=5)
    bar = desk.find(ErrorBar)
    assert WORDS in desk.words(bar) and "ZeroDivisionError" not in desk.words(bar)
    assert caplog.text.count("ZeroDivisionError: a slot was written wrong") == 1
    (copy,) = [one for one in bar.findChildren(ActionButton) if one.words() == "复制详情"]
    copy.click()
    assert "a slot was written wrong" in QGuiApplication.clipboard().text()
    assert desk.page("register").isVisible(), "the window goes on"


def test_a_mistake_of_every_frame_is_logged_once(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with own_hook(desk):
        paint_wrongly(desk, times=10)
    assert [record.levelname for record in caplog.records] == ["CRITICAL"]
    assert "a cell was written wrong" in caplog.text
    assert WORDS in desk.words(desk.find(ErrorBar))


def test_a_mistake_on_another_thread_is_told_in_the_window(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with own_hook(desk):
        thread = FaultyThread()
        with desk.qtbot.waitSignal(thread.finished):
            thread.start()
        assert thread.wait(5_000)
        desk.settled()
    assert WORDS in desk.words(desk.find(ErrorBar))
    assert caplog.text.count("ZeroDivisionError: a job was written wrong") == 1


def test_two_mistakes_are_logged_twice(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with own_hook(desk):
        fail_in_a_slot(desk)
        paint_wrongly(desk)
    found = [record.levelname for record in caplog.records if record.name == "desktop"]
    assert found == ["CRITICAL", "CRITICAL"]


def test_the_program_itself_hangs_up_the_hook(qtbot: QtBot) -> None:
    before = sys.excepthook
    program = build(remembers=False)
    qtbot.addWidget(program.window)
    hook, sys.excepthook = sys.excepthook, before
    assert hook == program.mistakes.take
    assert program.close()
    program.services.deleteLater()


def test_a_mistake_in_a_slot_fails_the_test_that_it_happens_in(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        fail_in_a_slot(desk)
    assert ZeroDivisionError in [kind for kind, *_ in caught]

"""A started program on a street of its own, driven as a person would: by keys and words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.engine import Database, open_database
from desktop.app import Program, build
from desktop.dialogs.command_palette import CommandPalette
from desktop.dialogs.key_sheet import KeySheet
from desktop.jobs import Job, Worker
from desktop.pages.page import Page
from desktop.pages.sign_on import SignOnPage
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from tests.founded import disk_not_waited_for, founded_file, story
from tests.story import Story

__all__ = ["disk_not_waited_for", "founded_file", "story"]
PATIENCE_MS = 20_000
TASK_PATIENCE_MS = 60_000
LONGEST_DEBOUNCE_MS = 1000
"""A single-shot timer up to this long is part of what is going on; a longer one is a rhythm."""
OWN_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
"""What one test leaves on the disk, such as a draft, is not met by the next."""
RHYTHMS = ("changes", "reach")
"""Keys of the jobs that look for changes, and for a server that is away."""
OPENED_AGAIN = (CommandPalette, KeySheet)
"""One of each is made for a window, and opened every time."""
PLAIN = Qt.KeyboardModifier.NoModifier
_Widget = TypeVar("_Widget", bound=QWidget)


@pytest.fixture
def desk(
    qtbot: QtBot, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """The program on the story's street, signed on through the first page as the operator.

    It starts when it is first looked at, so that who signs on as another does not start it twice.
    """
    for name in OWN_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    desk = Desk(qtbot, story, tmp_path / "street.db", first="operator")
    yield desk
    desk.close()


class Desk:
    """A window with a person before it; nothing is reached but by what a person has."""

    def __init__(
        self,
        qtbot: QtBot,
        story: Story,
        path: Path | str,
        *,
        make: Callable[[], Program] = build,
        size: tuple[int, int] = (1600, 900),
        first: str = "",
        address: str = "",
    ) -> None:
        self.qtbot = qtbot
        self._make = make
        self.story = story
        self.now: datetime | None = None
        self._address = address or str(path)
        self._program: Program | None = None
        self._puts = 0
        self._size = size
        self._first = first

    # The program ---------------------------------------------------------------------------

    @property
    def window(self) -> Any:
        """The window."""
        return self._started().window

    @property
    def services(self) -> Any:
        """What the pages ask."""
        return self._started().services

    def mistakes(self) -> Any:
        """Return what the program does with exceptions that nobody caught."""
        return self._started().mistakes

    def screen_lock(self) -> Any:
        """Return what locks the screen of a desk that nobody touches."""
        return self._started().screen_lock

    def sign_on_as(self, login: str, password: str = "") -> Desk:
        """Close the window and start the program anew as another person."""
        self.open()
        page = self.window.findChild(SignOnPage)
        name = self.find(Picker, page)
        self.type(name, login)
        self.press(name, Qt.Key.Key_Return)
        if password:
            self.keys(password)
        else:
            self.press(name, Qt.Key.Key_Return)
        self.press(None, Qt.Key.Key_Return)

        def is_gone() -> bool:
            # Who likes another language gets another window with the sign-on.
            return not isValid(page) or not page.isVisible()

        self.qtbot.waitUntil(is_gone, timeout=PATIENCE_MS)
        self.settled()
        return self

    def open(self) -> None:
        """Start the program and stop at the sign-on page."""
        self.close()
        self._first = ""
        # The program's own hook would show a mistake of a slot; a test must fail by it.
        hook = sys.excepthook
        self._program = self._make()
        sys.excepthook = hook
        self._watch_workers()
        window = self.window
        window.resize(*self._size)
        page = window.findChild(SignOnPage)
        with self.qtbot.waitSignal(window.first_painted, timeout=PATIENCE_MS):
            window.show()
        with self.qtbot.waitSignal(self.services.opened, timeout=PATIENCE_MS):
            self.services.open(partial(_open, self._address, self._clock), page.show_fault)
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        self.settled()

    def close(self) -> None:
        """Close the window and end its workers."""
        if self._program is None:
            return
        program, self._program = self._program, None
        left = closed_dialogs(program.window)
        program.window.close()
        assert program.close(), "a worker did not end in time"
        program.window.hide()
        program.window.deleteLater()
        program.services.deleteLater()
        assert not left, f"a closed dialog lives on under the window: {left}"

    def page(self, page_id: str) -> Any:
        """Go to a page and return it."""
        self.window.show_page(page_id)
        self.settled()
        page = self.window.page(page_id)
        assert isinstance(page, Page)
        return page

    def settled(self) -> None:
        """Wait until nothing is under way: no job, no debounced wish, no change unheard."""
        left = QElapsedTimer()
        left.start()
        while True:
            before = self._puts
            # Each round asks anew: what a long job wrote since the last look is still unheard.
            if self.services._poll.isActive():
                self.services._look_for_changes()
            # A look of the clock would take this one's place behind what is waited for.
            self.services._poll.blockSignals(True)
            self._pass_through_workers(PATIENCE_MS)
            self.services._poll.blockSignals(False)
            if self._wait_for_tasks():
                left.restart()
            if self._puts == before and not self._wait_for_a_debounce():
                break
            assert left.elapsed() < PATIENCE_MS, "the window does not come to rest"
        QCoreApplication.processEvents()

    # What a person does --------------------------------------------------------------------

    def type(self, widget: QWidget, words: str) -> None:
        """Commit words through the input method, as Chinese is typed."""
        if not widget.hasFocus():
            widget.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(words)
        QCoreApplication.sendEvent(widget, event)

    def press(
        self,
        widget: QWidget | None,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = PLAIN,
    ) -> None:
        """Press a key in a widget, or in the one that has the focus."""
        target = widget or self.focused() or self.window
        QTest.keyClick(target, key, modifiers)

    def keys(self, letters: str, widget: QWidget | None = None) -> None:
        """Type ASCII letters as keys into a widget, or into the one that has the focus."""
        target = widget or self.focused()
        assert target is not None
        QTest.keyClicks(target, letters)

    # What a person sees --------------------------------------------------------------------

    def focused(self) -> QWidget | None:
        """Return the widget that has the focus."""
        return QApplication.focusWidget()

    def find(
        self, kind: type[_Widget], within: QWidget | None = None, *, name: str = ""
    ) -> _Widget:
        """Return the one visible widget of a kind, by its accessible name if one is given."""
        found = [
            widget
            for widget in (within or self.window).findChildren(kind)
            if widget.isVisible() and (not name or widget.accessibleName() == name)
        ]
        assert found, f"no visible {kind.__name__} {name}"
        return found[0]

    def words(self, within: QWidget | None = None) -> str:
        """Return every word that labels show, one label a line."""
        root = within or self.window
        labels = [*root.findChildren(PlainLabel), *root.findChildren(QLabel)]
        return "\n".join(dict.fromkeys(one.text() for one in labels if one.isVisible()))

    # Inside --------------------------------------------------------------------------------

    def _started(self) -> Program:
        if self._program is None and self._first:
            self.sign_on_as(self._first)
        assert self._program is not None
        return self._program

    def _clock(self) -> datetime:
        return self.now or self.story.now

    def _workers(self) -> tuple[Worker, ...]:
        services = self.services
        return (services._reads, services._writes, services._others, services._follows)

    def _watch_workers(self) -> None:
        for worker in self._workers():
            worker.put = partial(self._counted, worker.put)  # type: ignore[method-assign]

    def _counted(self, put: Callable[[Job], None], job: Job) -> None:
        # What is asked in a rhythm goes on for ever; it is not what a test waits for.
        if not (isinstance(job.key, tuple) and job.key[-1] in RHYTHMS):
            self._puts += 1
        put(job)

    def _pass_through_workers(self, patience: int) -> None:
        """Wait until everything that was queued before has been answered."""
        loop = QEventLoop()
        awaited = set(range(len(self._workers())))

        def arrive(place: int) -> None:
            awaited.discard(place)
            if not awaited:
                loop.quit()

        for place, worker in enumerate(self._workers()):
            Worker.put(worker, Job(partial(int, place), arrive, _raise))
        QTimer.singleShot(patience, loop, loop.quit)
        loop.exec()
        assert not awaited, "a worker does not answer"

    def _wait_for_tasks(self) -> bool:
        """Wait until no task works; tell whether there was one, whose end may begin more."""
        running = self.services.tasks.running()
        for task in running:
            loop = QEventLoop()
            task.ended.connect(loop.quit)
            QTimer.singleShot(TASK_PATIENCE_MS, loop, loop.quit)
            if task.is_running():
                loop.exec()
            assert not task.is_running(), "a task does not end"
            self._puts += 1
        return bool(running)

    def _wait_for_a_debounce(self) -> bool:
        """Wait for a running short timer of the window; tell whether there was one."""
        for timer in self.window.findChildren(QTimer):
            if (
                timer.isActive()
                and timer.isSingleShot()
                and timer.interval() <= LONGEST_DEBOUNCE_MS
            ):
                loop = QEventLoop()
                timer.timeout.connect(loop.quit)
                QTimer.singleShot(timer.remainingTime() + 50, loop, loop.quit)
                loop.exec()
                return True
        return False


def closed_dialogs(window: QWidget) -> list[QDialog]:
    """Return what was opened over a window, is closed, and is still there."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [
        dialog
        for dialog in window.findChildren(QDialog)
        if not dialog.isVisible() and not isinstance(dialog, OPENED_AGAIN)
    ]


def _open(path: Path | str, clock: Callable[[], datetime]) -> Database:
    return open_database(str(path), clock=clock)


def _raise(error: Exception) -> None:
    raise error

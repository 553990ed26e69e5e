"""The wall display over a working day: how much of one core it takes while it rolls and refreshes.

The times are milliseconds of processor time in a second of the clock, of all threads of the
program: 150 are 15 % of a core. Nothing is sent to a screen: what a display server does with the
picture comes on top.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from unittest import mock

from db.engine import open_database
from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet

SECONDS, ROUNDS = 3.0, 5
MOST = 150.0
SIZE, LARGE = (1920, 1080), (3840, 2160)
CHANGES_EVERY_MS = 250
"""As often as the change log is looked at: something happens all the time."""
PATIENCE_MS = 60_000


def run(street: BenchStreet, seconds: float = SECONDS, rounds: int = ROUNDS) -> Iterator[Measured]:
    """Measure the display at rest and under a stream of changes, beside an empty window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication.instance() or QApplication([])
    assert application is not None
    empty = QWidget()
    empty.resize(*SIZE)
    empty.show()
    taken = [processor_ms(seconds) for _ in range(rounds)]
    floor = ("an empty window", max(0.01, statistics.median(taken)))
    empty.close()
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.dict(os.environ, XDG_CONFIG_HOME=folder),
    ):
        # What is set for the screen of this computer neither counts nor is changed.
        yield from _of_wall(street, floor, seconds, rounds)


def _of_wall(
    street: BenchStreet, floor: tuple[str, float], seconds: float, rounds: int
) -> Iterator[Measured]:
    wall = Wall(street)
    try:
        yield _measured("wall: the overdue roll, nothing changes", floor, seconds, rounds)
        with wall.changes():
            yield _measured("wall: rolls while cases keep coming in", floor, seconds, rounds)
        wall.resize(LARGE)
        yield _measured("wall: the overdue roll, 3840 × 2160", floor, seconds, rounds)
        wall.stand_still()
        yield _measured("wall: turns pages, 3840 × 2160", floor, seconds, rounds)
    finally:
        wall.close()


def _measured(name: str, floor: tuple[str, float], seconds: float, rounds: int) -> Measured:
    processor_ms(seconds)
    taken = [processor_ms(seconds) for _ in range(rounds)]
    median = statistics.median(taken)
    p95 = statistics.quantiles(taken, n=20, method="inclusive")[-1]
    return Measured(
        name, median, p95, floor[1], floor[0], f"≤ {MOST:g} ms a second", median <= MOST
    )


def processor_ms(seconds: float) -> float:
    """Let the program run so long; return its processor time in a second of the clock."""
    clock, used = time.perf_counter(), time.process_time()
    _pass(round(seconds * 1000))
    used, clock = time.process_time() - used, time.perf_counter() - clock
    return used / clock * 1000


class Wall:
    """The program on the bench's street with the wall display up; the operator is in the ledger."""

    def __init__(self, street: BenchStreet) -> None:
        from desktop.app import build
        from desktop.pages.sign_on import SignOnPage
        from desktop.screen.stage import stage_of

        self._program = build()
        window: Any = self._program.window
        services = self._program.services
        page = window.findChild(SignOnPage)
        page.sign_on_as("director")
        window.show()
        opener = partial(open_database, str(street.path), clock=lambda: street.story.now)
        _await(services.signed_on, lambda: services.open(opener, _raise))
        self._page = window.page("wall")
        _await(self._page.figures.changed, self._page.switch)
        self._stage = stage_of(window)
        self.resize(SIZE)
        assert self._page.view().late.roll.is_moving(), "nothing rolls: too few are overdue"

    def changes(self) -> _Changes:
        """Tell the page of changes as long as the context lasts."""
        return _Changes(self._page.follow)

    def resize(self, size: tuple[int, int]) -> None:
        """Put it on a screen of another size."""
        shown = self._stage.window()
        assert shown is not None
        shown.resize(*size)

    def stand_still(self) -> None:
        """Reduce motion."""
        from dataclasses import replace

        self._stage.change_settings(replace(self._stage.settings(), still=True))

    def close(self) -> None:
        """End the program."""
        self._stage.take_back()
        self._program.window.hide()
        self._program.close()
        self._program.window.deleteLater()
        self._program.services.deleteLater()


class _Changes:
    """A rhythm in which the change log tells of a case."""

    def __init__(self, follow: Callable[[tuple[Any, ...]], None]) -> None:
        from PySide6.QtCore import QTimer

        from db.feed import Change

        change = Change(**dict.fromkeys(Change.__slots__, 0) | {"kind": "case"})
        self._timer = QTimer()
        self._timer.setInterval(CHANGES_EVERY_MS)
        self._timer.timeout.connect(partial(follow, (change,)))

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()


def _pass(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def _await(signal: Any, begin: Callable[[], None]) -> None:
    """Begin something and wait for its signal."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    arrived: list[bool] = []
    signal.connect(lambda *_: (arrived.append(True), loop.quit()))
    begin()
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    assert arrived, "the program does not come so far"


def _raise(error: Exception) -> None:
    raise error

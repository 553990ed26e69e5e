"""The ledger over a million cases in the real window: open, wheel, jump, type (interface.md §11).

Where the window's thread is watched, its longest silence by the clock stands beside the processor
time of its longest stretch of work: on a busy machine the clock says more of the others.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from db.engine import open_database
from tests.bench.beats import Gaps, gaps_while, later, rest, until
from tests.bench.large_street import make_large
from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet

CASES = 1_000_000
TYPED = "夜间装修噪声扰民西路"
LETTER_MS = 170
NOWHERE = "恐龙"
BEGINNINGS = 5
WHEEL_STEPS, JUMPS, IDLE_MS = 120, 40, 4_000
NOTCH = 120
MOST_FIRST_MS, MOST_COUNT_MS, MOST_FRAME_MS, MOST_GAP_MS, MOST_JUMP_MS = 200, 500, 12, 60, 50
MOST_MAKING_MS, MOST_ANSWER_MS = 600_000, 1_000


def run(street: BenchStreet, size: int = CASES) -> Iterator[Measured]:
    """Make the file and go through it as a person does."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.dict(os.environ, XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder),
    ):
        path = Path(folder) / "large.db"
        begun = time.perf_counter()
        make_large(street, path, size)
        making = (time.perf_counter() - begun) * 1000
        yield _once("the file made", making, ("a second", 1000.0), MOST_MAKING_MS, size)
        yield from _of_window(path, size)


def _of_window(path: Path, size: int) -> Iterator[Measured]:
    large = LargeLedger(path, size)
    try:
        bare = ("100 rows by key", max(0.01, large.bare_ms()))
        large.open()
        firsts, counts = large.begin()
        yield _of("first rows of all", firsts, bare, MOST_FIRST_MS, size)
        yield _of("their exact count", counts, bare, MOST_COUNT_MS, size)
        assert large.is_listed(), "the list is not whole"
        idle = gaps_while(partial(later, milliseconds=IDLE_MS))
        frames: list[float] = []
        wheeled = gaps_while(partial(large.wheel, frames=frames))
        yield _of("a frame of the wheel", frames, bare, MOST_FRAME_MS, size)
        yield from _gaps("the wheel goes on", wheeled, idle, size)
        yield _of("jump to a random row", large.jumps(), bare, MOST_JUMP_MS, size)
        typed = gaps_while(large.type)
        yield from _gaps("10 letters are typed", typed, idle, size)
        answer = large.answer_ms()
        yield _once("the answer after the last letter", answer, bare, MOST_ANSWER_MS, size)
    finally:
        large.close()


class LargeLedger:
    """The program with the ledger in front."""

    def __init__(self, path: Path, size: int) -> None:
        from desktop.app import build
        from desktop.pages.sign_on import SignOnPage

        self._size = size
        self._program = build()
        self._opener = partial(open_database, str(path))
        window: Any = self._program.window
        window.resize(1600, 900)
        window.findChild(SignOnPage).sign_on_as("director")
        window.show()
        self._signed_on = False
        self._program.services.signed_on.connect(self._note)
        self._last = 0.0

    def _note(self, _session: object) -> None:
        self._signed_on = True

    def bare_ms(self) -> float:
        """Return how long a plain read of a hundred rows takes in this file."""
        from sqlalchemy import select

        from db.model.case import cases

        database = self._opener()
        query = select(cases).order_by(cases.c.id.desc()).limit(100)
        taken = []
        for _ in range(5):
            begun = time.perf_counter()
            with database.reading() as connection:
                connection.execute(query).all()
            taken.append((time.perf_counter() - begun) * 1000)
        database.close()
        return statistics.median(taken)

    def open(self) -> None:
        """Sign on and come to rest in the ledger."""
        self._program.services.open(self._opener, _raise)
        until(lambda: self._signed_on)
        self._settle()

    def begin(self) -> tuple[list[float], list[float]]:
        """Ask for all cases in an empty list; return the times to first rows and to their count."""
        page, firsts, counts = self._page(), [], []
        rows, foot = page.table().rows(), page._foot
        for _ in range(BEGINNINGS):
            page.search(NOWHERE)
            until(lambda: not rows.rowCount())
            self._settle()
            begun = time.perf_counter()
            page.search("")
            until(lambda: rows.rowCount() > 0 and _is_known(rows, 0))
            page.table().viewport().repaint()
            firsts.append((time.perf_counter() - begun) * 1000)
            until(lambda: str(self._size) in foot.count().replace(",", ""))
            counts.append((time.perf_counter() - begun) * 1000)
        return firsts, counts

    def is_listed(self) -> bool:
        """Tell whether the whole list is there, once nothing else is under way."""
        self._settle()
        page = self._page()
        return bool(page.table().rows().rowCount() == self._size)

    def _settle(self) -> None:
        for _ in range(2):
            asked: list[object] = []
            self._program.services.ask(_nothing, parent=self._program.window, done=asked.append)
            until(lambda found=asked: bool(found))
            rest(500)

    def wheel(self, loop: Any, frames: list[float]) -> None:
        """Turn the wheel notch by notch, as fast as frames follow each other."""
        from PySide6.QtCore import QTimer

        table = self._page().table()
        timer = QTimer(loop)
        left = [WHEEL_STEPS]

        def turn() -> None:
            left[0] -= 1
            if left[0] < 0:
                timer.stop()
                loop.quit()
                return
            begun = time.perf_counter()
            _turn_wheel(table.viewport())
            table.viewport().repaint()
            frames.append((time.perf_counter() - begun) * 1000)

        timer.timeout.connect(turn)
        timer.start(16)

    def jumps(self) -> list[float]:
        """Jump to random rows; return the milliseconds until the data of each is there."""
        table, chance = self._page().table(), random.Random(4)
        rows = table.rows()
        height, taken = table.rowHeight(0), []
        for _ in range(JUMPS):
            place = chance.randrange(rows.rowCount())
            begun = time.perf_counter()
            table.verticalScrollBar().setValue(place * height)
            seen = table.rowAt(1)
            until(partial(_is_known, rows, seen))
            table.viewport().repaint()
            taken.append((time.perf_counter() - begun) * 1000)
            rest(20)
        return taken

    def type(self, loop: Any) -> None:
        """Type letter by letter into the line of the search."""
        from PySide6.QtCore import QTimer

        from desktop.widgets.search_box import SearchBox

        box = self._program.window.findChild(SearchBox)
        timer = QTimer(loop)
        left = list(TYPED)

        def letter() -> None:
            if not left:
                timer.stop()
                later(loop, 1_500)
                return
            _commit(box, left.pop(0))
            self._last = time.perf_counter()

        answered = self._page()._reading.listed
        answered.connect(self._note_answer)
        self._answered = 0.0
        timer.timeout.connect(letter)
        timer.start(LETTER_MS)

    def answer_ms(self) -> float:
        """Return when the last answer came, which must be that to the last text."""
        from db.queries.dealing import listed_ids
        from db.queries.page import EVERYTHING, Order

        page, asked = self._page(), []
        until(lambda: self._answered > self._last)
        shown = EVERYTHING.replace(search=TYPED)
        self._program.services.ask(
            listed_ids, shown, Order.NEWEST, parent=self._program.window, done=asked.append
        )
        until(lambda: bool(asked))
        assert page.case_filter().search == TYPED
        assert list(page.table().rows().ids()) == list(asked[0]), "an older answer is shown"
        return (self._answered - self._last) * 1000

    def close(self) -> None:
        """End the program."""
        self._program.window.hide()
        self._program.close()
        self._program.window.deleteLater()
        self._program.services.deleteLater()

    def _note_answer(self, _ids: object) -> None:
        self._answered = time.perf_counter()

    def _page(self) -> Any:
        return self._program.window.page("ledger")


def _is_known(rows: Any, place: int) -> bool:
    return rows.known_row(place) is not None


def _turn_wheel(viewport: Any) -> None:
    from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(viewport.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(viewport, event)


def _commit(box: Any, letter: str) -> None:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QInputMethodEvent

    event = QInputMethodEvent()
    event.setCommitString(letter)
    QCoreApplication.sendEvent(box, event)


def _once(name: str, taken: float, floor: tuple[str, float], most: float, size: int) -> Measured:
    return _of(name, [taken], floor, most, size)


def _of(
    name: str, taken: list[float], floor: tuple[str, float], most: float, size: int
) -> Measured:
    median, p95 = statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)]
    words = f"{size:,} cases: {name}"
    return Measured(words, median, p95, floor[1], floor[0], f"p95 ≤ {most:g} ms", p95 <= most)


def _gaps(name: str, seen: Gaps, idle: Gaps, size: int) -> Iterator[Measured]:
    for which, gaps, floor in (
        ("longest silence of the window", seen.wall, idle.wall),
        ("longest work of its thread in one stretch", seen.busy, idle.busy),
    ):
        yield Measured(
            f"{size:,} cases: {which} while {name} ({len(gaps)} beats)",
            gaps[-1],
            gaps[int(len(gaps) * 0.95)],
            floor[-1],
            "idle window",
            f"≤ {MOST_GAP_MS} ms",
            gaps[-1] <= MOST_GAP_MS,
        )


def _nothing(_reader: object) -> None:
    """Ask nothing; the answer comes after all that was asked before."""


def _raise(error: Exception) -> None:
    raise error

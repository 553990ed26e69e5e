"""Watch the window's thread by the beats of a quick timer: what comes late was held up."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

BEAT_MS = 4


@dataclass(frozen=True)
class Gaps:
    """Milliseconds between beats, in rising order: by the clock, and those that were worked."""

    wall: list[float]
    busy: list[float]


def gaps_while(work: Callable[[Any], None]) -> Gaps:
    """Watch the beats while something is done that ends the event loop it is given."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop, timer = QEventLoop(), QTimer()
    beats: list[tuple[float, float]] = []
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))
    timer.start(BEAT_MS)
    work(loop)
    loop.exec()
    timer.stop()
    pairs = list(pairwise(beats))
    return Gaps(
        sorted((end[0] - start[0]) * 1000 for start, end in pairs),
        sorted((end[1] - start[1]) * 1000 for start, end in pairs),
    )


def later(loop: Any, milliseconds: int) -> None:
    """End an event loop after some time."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(milliseconds, loop, loop.quit)


def rest(milliseconds: int) -> None:
    """Let the program run for some time."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    later(loop, milliseconds)
    loop.exec()


def until(is_so: Callable[[], bool], patience_ms: int = 60_000) -> float:
    """Let the program run until something is so; return how many milliseconds it took."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    begun = time.perf_counter()
    while not is_so():
        taken = (time.perf_counter() - begun) * 1000
        assert taken < patience_ms, "the program does not come so far"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    return (time.perf_counter() - begun) * 1000

"""One task as the window sees it: its process, how far it is, how it ended."""

from __future__ import annotations

import json
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

import desktop
from desktop.tasks.order import CANCELLED, STOP, Order, TaskError, TaskState, Wish, revived
from desktop.tasks.pace import Pace

PATIENCE_MS = 1500
"""A process that was asked to stop is ended after this long; a stop takes at most 2 s."""

_PROGRAM = Path(desktop.__file__).resolve().parent.parent
_LOG = logging.getLogger(__name__)


class Task(QObject):
    """Starts its process when made. ``moved`` tells of every step, ``ended`` once of the end."""

    moved = Signal()
    ended = Signal()

    def __init__(self, wish: Wish, order: Order, parent: QObject) -> None:
        super().__init__(parent)
        self.wish = wish
        self.state = TaskState.RUNNING
        self.stage = ""
        self.done = self.total = 0
        self.kept: dict[str, Any] = {}
        self.answer: dict[str, Any] | None = None
        self.error: TaskError | None = None
        self.pace = Pace()
        self._started = time.monotonic()
        self._ended: float | None = None
        self._receiver: Callable[[Task], None] | None = None
        self._rest = b""
        self._folder = tempfile.TemporaryDirectory(prefix="command-room-")
        self._order = replace(order, folder=self._folder.name)
        self._patience = self._timer(self._end_process)
        self._limit = self._timer(self._end_late)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._tell_unstarted)
        self._start()

    # What others call ---------------------------------------------------------------------

    def told_to(self, receiver: Callable[[Task], None]) -> None:
        """Tell this receiver of the end, too."""
        self._receiver = receiver

    def is_running(self) -> bool:
        """Tell whether its process still works."""
        return self.state in (TaskState.RUNNING, TaskState.STOPPING)

    def seconds(self) -> float:
        """Return for how long it has been running, or ran."""
        return (self._ended or time.monotonic()) - self._started

    def can_be_stopped(self) -> bool:
        """Tell whether asking it to stop would be something new."""
        return self.state is TaskState.RUNNING

    def folder(self) -> Path | None:
        """Return the folder of what it has written; None when there is nothing to see."""
        if self.state is not TaskState.DONE or not self.wish.shows_folder:
            return None
        path = self.wish.writes[0]
        return path if path.is_dir() else path.parent

    @Slot()
    def stop(self) -> None:
        """Ask it to stop; what does not listen is ended."""
        if self.state is TaskState.RUNNING:
            self.state = TaskState.STOPPING
            self._process.write(STOP)
            self._patience.start(PATIENCE_MS)
            self.moved.emit()

    def end_now(self) -> None:
        """End its process and wait for that; the window is closing."""
        if self.is_running():
            self.state = TaskState.STOPPING
            self._end_process()
            self._process.waitForFinished(PATIENCE_MS)

    def process_id(self) -> int:
        """Return the id of its process."""
        return int(self._process.processId())

    # The process --------------------------------------------------------------------------

    def _start(self) -> None:
        environment = QProcessEnvironment.systemEnvironment()
        known = environment.value("PYTHONPATH")
        path = str(_PROGRAM)
        separator = ";" if sys.platform == "win32" else ":"
        environment.insert("PYTHONPATH", separator.join([path, *([known] if known else [])]))
        environment.insert("PYTHONIOENCODING", "utf-8")
        self._process.setProcessEnvironment(environment)
        self._process.start(sys.executable, ["-m", "desktop", "task"])
        self._process.write(self._order.line())

    @Slot()
    def _hear(self) -> None:
        data = self._rest + self._process.readAllStandardOutput().data()
        *lines, self._rest = data.split(b"\n")
        for one in lines:
            self._take(json.loads(one))
        if lines:
            self.moved.emit()

    def _take(self, told: dict[str, Any]) -> None:
        if "stage" in told:
            self.stage, self.done, self.total = told["stage"], 0, 0
            self.pace.begin()
            self._limit.stop()
        elif "limit" in told:
            self._limit.stop()
            if told["limit"]:
                self._limit.start(told["limit"] * 1000)
        elif "done" in told:
            self.done, self.total = told["done"], told["total"]
            self.pace.take(time.monotonic(), self.done, self.total)
        elif "kept" in told:
            self.kept = told["kept"]
        elif "answer" in told:
            self.answer = told["answer"]
        elif "refused" in told:
            self.error = revived(told["refused"])

    @Slot()
    def _finish(self) -> None:
        """Judge how the process ended, tidy up what it left and tell."""
        self._patience.stop()
        self._limit.stop()
        self._hear()
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        if said:
            _LOG.info("process of task %s said: %s", self.wish.kind, said)
        if self.answer is None and self.error is None:
            code = CANCELLED if self.state is TaskState.STOPPING else "task_died"
            self.error = TaskError(code)
            self.error.add_note(said)
        if self.error is None:
            self.state = TaskState.DONE
        elif self.error.code == CANCELLED:
            self.state = TaskState.STOPPED
        else:
            self.state = TaskState.FAILED
        self._ended = time.monotonic()
        self._tidy_up()
        self.ended.emit()
        if self._receiver is not None:
            self._receiver(self)

    @Slot(QProcess.ProcessError)
    def _tell_unstarted(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.error = TaskError("task_not_started", detail=self._process.errorString())
            self._finish()

    @Slot()
    def _end_process(self) -> None:
        self._process.kill()

    @Slot()
    def _end_late(self) -> None:
        """End a process that takes too long for one stage."""
        self.error = TaskError("task_too_slow", seconds=self._limit.interval() // 1000)
        self._process.kill()

    def _tidy_up(self) -> None:
        """Delete what a process that was ended could not delete itself."""
        self._folder.cleanup()
        if self.answer is not None:
            return
        for path in self.wish.writes:
            parts = path.glob("*.part") if path.is_dir() else (path.with_name(path.name + ".part"),)
            for part in parts:
                part.unlink(missing_ok=True)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

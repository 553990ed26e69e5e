"""Threads for work that must not stop the window: one queue each, answers through one bridge.

Only :class:`desktop.services.Services` uses this. Work is a plain function; its answer or its
error comes back on the UI thread through a bound method of a QObject, which proved to lose
nothing (interface.md §2).
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


@dataclass(frozen=True)
class Job:
    """A function to be called on a worker, and where its answer goes on the UI thread.

    Of several waiting jobs with the same ``key`` only the newest is done.
    """

    function: Callable[[], Any]
    answered: Callable[[Any], None]
    failed: Callable[[Exception], None]
    key: object = None


class Worker:
    """A thread with a queue; jobs are done in order, newer ones replace waiting ones by key."""

    def __init__(self, name: str, bridge: Bridge) -> None:
        self._jobs: deque[Job] = deque()
        self._wakes = threading.Condition()
        self._ends = False
        self._bridge = bridge
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        """Queue a job."""
        with self._wakes:
            if job.key is not None:
                kept = [waiting for waiting in self._jobs if waiting.key != job.key]
                self._jobs = deque(kept)
            self._jobs.append(job)
            self._wakes.notify()

    def leave_off(self) -> None:
        """Drop the waiting jobs and begin no other."""
        with self._wakes:
            self._ends = True
            self._jobs.clear()
            self._wakes.notify()

    def end(self, seconds: float = 5.0) -> bool:
        """Let the running job finish, drop the waiting ones and end; tell whether it ended."""
        self.leave_off()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            with self._wakes:
                while not self._jobs and not self._ends:
                    self._wakes.wait()
                if self._ends:
                    return
                job = self._jobs.popleft()
            self._do(job)

    def _do(self, job: Job) -> None:
        try:
            answer = job.function()
        except Exception as error:  # the edge of the thread: every error goes to the UI thread
            self._bridge.send(job.failed, error)
        else:
            self._bridge.send(job.answered, answer)


class Bridge(QObject):
    """Carries answers from the workers to the UI thread, where it was made."""

    _sent = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._sent.connect(self._deliver)

    def send(self, receiver: Callable[[Any], None], answer: Any) -> None:
        """Send an answer; called on a worker."""
        if self._open:
            self._sent.emit((receiver, answer))

    def close(self) -> None:
        """Deliver nothing any more."""
        self._open = False

    @Slot(object)
    def _deliver(self, sent: tuple[Callable[[Any], None], Any]) -> None:
        receiver, answer = sent
        if self._open:
            receiver(answer)

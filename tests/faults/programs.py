"""Processes of the program that are killed, or that work at the same time."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

from tests.faults import child

PATIENCE_S = 60


@dataclass(frozen=True)
class Ended:
    """How a process ended and what was acknowledged to it before."""

    was_killed: bool
    code: int
    answers: list[dict[str, Any]]

    @property
    def acknowledged(self) -> list[dict[str, Any]]:
        """The answers of commands, without the note of an orderly end."""
        return [one for one in self.answers if "end" not in one]

    @property
    def passages(self) -> int:
        """How often an orderly process passed its fault point."""
        return int(self.answers[-1]["end"])


class Programs:
    """Processes forked from one that has the program loaded but no file open."""

    def __init__(self, context: ForkServerContext, folder: Path) -> None:
        self.context = context
        self._folder = folder
        self._count = 0
        self._running: list[tuple[Any, child.Answers]] = []

    def start(self, job: child.Job, *arguments: Any, fault: str = "") -> None:
        """Start a process that does a job."""
        self._count += 1
        path = self._folder / f"answers-{self._count}"
        process = self.context.Process(
            target=child.run, args=(job, fault, str(path), *arguments), daemon=True
        )
        process.start()
        self._running.append((process, child.Answers(path)))

    def processes(self) -> list[Any]:
        """Return the processes that were started and not waited for."""
        return [process for process, _ in self._running]

    def answers(self) -> child.Answers:
        """Return where the last started process writes its answers."""
        return self._running[-1][1]

    def wait(self) -> list[Ended]:
        """Wait for all processes and return how each ended."""
        ended = []
        for process, answers in self._running:
            process.join(PATIENCE_S)
            assert process.exitcode is not None, "the process hangs"
            killed = process.exitcode == -signal.SIGKILL
            assert killed or process.exitcode == 0, f"the process ended with {process.exitcode}"
            ended.append(Ended(killed, process.exitcode, answers.all()))
            process.close()
        self._running.clear()
        return ended

    def run(self, job: child.Job, *arguments: Any, fault: str = "") -> Ended:
        """Do a job in a process of its own and wait for its end."""
        self.start(job, *arguments, fault=fault)
        return self.wait()[-1]

    def end(self) -> None:
        """Kill what still runs, after a failed test."""
        for process, _ in self._running:
            process.kill()
            process.join(PATIENCE_S)

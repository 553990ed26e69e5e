"""What a piece of work has in its process: the record, a person, a voice and an open ear."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.engine import Database

EVERY_SECONDS = 0.05
"""The window is told no more often: a line for each row would be slower than the work."""


@dataclass
class Hands:
    """Handed to the work; everything it tells goes to the window at once."""

    database: Database
    account_id: int
    say: Callable[[Mapping[str, Any]], None]
    stop: threading.Event = field(default_factory=threading.Event)
    _told: float = 0.0

    def begin(self, stage: str) -> None:
        """Tell that a stage begins, and may take as long as it takes."""
        self._told = 0.0
        self.say({"stage": stage})

    def allow(self, seconds: int) -> None:
        """Let the window end this process unless a stage begins or more is allowed within the
        time; 0: never.

        A parser that was led astray hears nothing; somebody outside has to watch the clock.
        """
        self.say({"limit": seconds})

    def tell(self, done: int, total: int) -> None:
        """Tell how far the stage is; a total of 0 means not known."""
        now = time.monotonic()
        if now - self._told >= EVERY_SECONDS or (total and done >= total):
            self._told = now
            self.say({"done": done, "total": total})

    def keep(self, **kept: Any) -> None:
        """Tell what is done for good and stays, whatever ends the work from here on."""
        self.say({"kept": kept})

    def is_stopped(self) -> bool:
        """Tell whether the person asked to stop."""
        return self.stop.is_set()

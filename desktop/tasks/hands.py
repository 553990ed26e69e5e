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

    def begin(self, stage: str, seconds: int = 0) -> None:
        """Tell that a stage begins; one that takes longer than ``seconds`` is ended (0: never)."""
        self._told = 0.0
        self.say({"stage": stage, "seconds": seconds})

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

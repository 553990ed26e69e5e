"""What a workstation is woken by, when an engine can wake it."""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol


class Wake(Enum):
    """Why a workstation is woken; it then looks for itself what happened."""

    CHANGES = auto()
    """The change log grew."""
    OPENING = auto()
    """Somebody opened a case or left it; its id is told along."""
    LISTENING = auto()
    """From now on it will be woken."""
    DEAF = auto()
    """Until further notice it will not be woken."""


class Listening(Protocol):
    """What wakes a workstation until it is closed."""

    def show_open(self, case_id: int | None) -> None:
        """Let the other desks know which case is open here; None for none."""
        ...

    def close(self, seconds: float = 5.0) -> bool:
        """End; tell whether it ended in time."""
        ...

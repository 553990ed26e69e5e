"""What a workstation is woken by, when an engine can wake it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Wake:
    """Why a workstation is woken; it then looks for itself what happened.

    ``changes``: the change log grew. ``opening``: somebody opened the told case or left it.
    ``listening`` and ``deaf``: from now on it will be woken, or until further notice will not.
    """

    why: Literal["changes", "opening", "listening", "deaf"]
    case_id: int | None = None


class Listening(Protocol):
    """What wakes a workstation until it is closed."""

    def show_open(self, case_id: int | None) -> None:
        """Let the other desks know which case is open here; None for none."""
        ...

    def close(self, seconds: float = 5.0) -> bool:
        """End; tell whether it ended in time."""
        ...

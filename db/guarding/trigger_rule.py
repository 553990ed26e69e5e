"""One rule that the database keeps: what is refused around a row, what follows by itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TriggerRule:
    """What is checked or done around each row that a statement writes."""

    name: str
    when: str
    """``BEFORE INSERT``, ``AFTER UPDATE`` …"""
    table: str
    refused: tuple[tuple[str, str], ...] = ()
    """Code and the SQL condition under which the row is refused, in order."""
    then: tuple[str, ...] = ()
    """The statements that follow by themselves."""
    only_if: str = ""
    """A condition without which nothing of this is looked at."""

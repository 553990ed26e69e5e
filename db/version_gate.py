"""Stop a program that was left open while a newer one changed the record's tables (F38)."""

from __future__ import annotations

from db.errors import DatabaseAway
from db.migrations.runner import SCHEMA_EPOCH


def refuse_newer(epoch: int) -> None:
    """Let nothing be read or written by rules that do not hold any more.

    :raises DatabaseAway: ``program_too_old``.
    """
    if epoch > SCHEMA_EPOCH:
        raise DatabaseAway("program_too_old", ours=SCHEMA_EPOCH, theirs=epoch)

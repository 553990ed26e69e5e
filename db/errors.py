"""What can go wrong in the record, as codes and facts; sentences are made elsewhere."""

from __future__ import annotations

from typing import Any


class RecordError(Exception):
    """Base of all errors that a person is told about."""

    def __init__(self, code: str, /, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Return the code and the facts, for logs only."""
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code}({facts})"


class RuleError(RecordError):
    """A rule of the field is broken; nothing was changed."""


class NotAllowed(RecordError):
    """The person lacks the right; nothing was changed."""


class Conflict(RecordError):
    """Someone was faster: the object moved on since it was read; nothing was changed.

    Facts: ``kind``, ``id``, ``expected``, ``actual`` versions, ``since``: the steps taken in
    between as dictionaries with ``who``, ``kind``, ``at`` and ``columns``.
    """


class NotFound(RecordError):
    """The object does not exist, or this person may not know that it does."""


class DatabaseAway(RecordError):
    """The database cannot be reached or written now; what was typed is kept by the caller."""


class TryAgain(DatabaseAway):
    """What may be gone in a moment: no answer, a server that starts again, a lost race for a lock.

    Whether the change was made is not known; the same command, by its id, may be sent again.
    """


class OpeningError(RecordError):
    """The database file cannot be opened as asked; the file was not touched.

    Codes: ``file_missing``, ``not_a_file``, ``folder_missing``, ``folder_not_writable``,
    ``file_on_network``, ``file_not_readable``, ``file_foreign``, ``file_damaged``,
    ``file_newer``, ``file_older``, ``file_locked``, ``file_unfinished``, ``key_missing``,
    ``wrong_key``, ``setting_refused``, ``disk_full``, ``backup_failed``, ``migration_failed``,
    ``restore_failed``, ``target_exists``, ``tables_differ``.
    """

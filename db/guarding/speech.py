"""What the engines say differently when they check a rule."""

from __future__ import annotations

from typing import Any, Protocol

from sqlalchemy import Column


class Speech(Protocol):
    """The words of one engine; the arguments are SQL expressions, names of columns or of keys."""

    times_kept: str
    """The condition on ``app_meta`` under which the time of the last command is kept there."""

    def has(self, document: str, key: str) -> str:
        """Return the condition that a JSON document has a key, be it empty."""
        ...

    def value(self, document: str, key: str, column: str) -> str:
        """Return the value of a key as a column of ``cases`` holds it."""
        ...

    def keys(self, document: str) -> str:
        """Return the source of rows with the column ``key``, aliased ``j``."""
        ...

    def is_document(self, expression: str) -> str:
        """Return the condition that a value is a JSON document."""
        ...

    def comparable(self, expression: str, column: Column[Any]) -> str:
        """Return a value of a column so that it can be compared with another."""
        ...

    def contains(self, text: str, part: str) -> str:
        """Return the condition that a text contains another."""
        ...

    def all_but_last(self, text: str, count: int) -> str:
        """Return a text without its last characters."""
        ...

    def number_behind(self, text: str, prefix: str) -> str:
        """Return the number that stands behind a prefix, empty where there is none."""
        ...

    def seconds(self, moment: str) -> str:
        """Return a moment as seconds."""
        ...

    def fresh_mark(self) -> str:
        """Return a text that was never there before."""
        ...

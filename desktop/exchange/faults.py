"""The two ways in which reading or writing a sheet ends early.

Codes and facts only; ``desktop/texts.py`` makes sentences of them.
"""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how many rows are done and how many there are; a total of 0 means not known."""

Stage = Callable[[str], None]
"""Is told which part of the work begins; its progress counts from 0 again."""

Cancelled = Callable[[], bool]
"""Says whether the person has asked to stop."""


class ExchangeError(Exception):
    """A file that cannot be used as a whole, by code and facts.

    ``file_missing``, ``file_unreadable``, ``file_empty``, ``file_too_large`` (limit),
    ``unknown_format``, ``web_page``, ``encrypted``, ``damaged``, ``unsafe_archive`` (why),
    ``too_many_rows`` (limit), ``too_many_columns`` (limit), ``bad_encoding``,
    ``bad_quotes`` (line), ``no_header``, ``missing_columns`` (fields), ``cannot_write``;
    of map files ``not_geojson``, ``map_broken`` (line, column), ``map_encoding``,
    ``map_without_features``, ``map_too_many_features`` (limit, count).
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class ExchangeCancelled(Exception):
    """The person asked to stop; nothing of the result is left behind."""


def never_cancelled() -> bool:
    """Answer for callers that offer no way to stop."""
    return False


def no_progress(_done: int, _total: int) -> None:
    """Take the figures for callers that show none."""


def no_stage(_name: str) -> None:
    """Take the stages for callers that show none."""

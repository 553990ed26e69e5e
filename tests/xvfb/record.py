"""What stands in the record, read beside the running program."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from db.engine import Database, join_database
from db.model.account import account
from db.model.case import cases
from db.queries.door import ask
from db.rules.terms import CaseState
from tests.xvfb.sitting import LOOK_S, PATIENCE_S


class Record:
    """The record through a connection of its own."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def of_file(cls, file: Path) -> Record:
        """Return the record of a file, on a connection that can only read."""
        return cls(join_database(file, lambda: None, place=None, read_only=True, is_practice=True))

    def ask(self, query: Callable[..., Any], *words: Any, by: str = "operator") -> Any:
        """Ask a query as a person."""
        return ask(self.database, query, self._one(select(account.c.id).where(_is(by))), *words)

    def newest(self) -> int:
        """Return the id of the newest case."""
        return int(self._one(select(func.max(cases.c.id))) or 0)

    def number(self, case_id: int) -> str:
        """Return the number of a case."""
        return str(self._one(select(cases.c.number).where(cases.c.id == case_id)))

    def state(self, case_id: int) -> CaseState:
        """Return where a case stands."""
        return CaseState(self._one(select(cases.c.state).where(cases.c.id == case_id)))

    def until(self, what: str, holds: Callable[[], Any]) -> Any:
        """Read until something holds in the record, and return it."""
        end = time.monotonic() + PATIENCE_S
        while not (found := holds()):
            assert time.monotonic() < end, f"{what}: not in the record within {PATIENCE_S} s"
            time.sleep(LOOK_S)
        return found

    def _one(self, query: Any) -> Any:
        with self.database.reading() as connection:
            return connection.execute(query).scalar()


def _is(login: str) -> Any:
    return account.c.login == login

"""How the embedded file goes about a transaction."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Text,
    bindparam,
    cast,
    func,
    select,
)
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from db.embedded import search
from db.errors import DatabaseAway, NotAllowed, RecordError, RuleError
from db.feed import Feed
from db.model.audit import change_log
from db.wake import Wake
from db.ways import Opening

_RULE = re.compile(r"rule:([a-z_0-9]+)")
_LATER = change_log.alias("later")
_SEEN: BindParameter[str] = bindparam("seen", type_=Text)


@dataclass(frozen=True)
class FileWays:
    """The ways of one file, known again by its place."""

    path: Path
    place: tuple[int, int] | None
    """Device and inode of the file as it was opened."""
    shares_the_chain = False
    speaks_for = ""
    # Of a file all writers wait for each other, so its changes are numbered as they are committed.
    feed = Feed(
        cast(select(func.coalesce(func.max(_LATER.c.seq), 0)).scalar_subquery(), Text),
        change_log.c.seq > cast(_SEEN, Integer),
    )

    def check(self) -> None:
        """Refuse when the file was moved, deleted or replaced while it was open (F25).

        Connections of before and after would otherwise see two different records.
        """
        if self.place is not None and place_of(self.path) != self.place:
            raise DatabaseAway("file_replaced", path=str(self.path))

    def ready(self, plain: Connection, *, writes: bool) -> Connection:
        """Return a connection that begins by taking the right to write, or does not."""
        return plain.execution_options(writes=writes)

    def act_as(self, connection: Connection, account_id: int | None) -> None:
        """Say in whose name the transaction goes on; the triggers ask for it."""
        connection.connection.info["actor"].account_id = account_id

    def leave(self, connection: Connection) -> None:
        """Forget in whose name the transaction was; others use the connection next."""
        connection.connection.info["actor"].account_id = None

    def interrupt(self, raw: Any) -> None:
        """Break off what one of the driver's connections is doing, from another thread."""
        raw.interrupt()

    def password_form(self, connection: Connection, login: str, password: str) -> str:
        """Return the Argon2id hash of a password."""
        # It takes a while to load, and few commands set a password.
        from db.embedded.passwords import hash_password

        return hash_password(password)

    def keep_watch(self, connection: Connection, *, signed_on: bool = False) -> None:
        """Do nothing: the file counts at the sign-on itself."""

    def take_password(self, password: str) -> None:
        """Do nothing: a file is asked for no password again."""

    def proves(self, login: str, password: str) -> bool | None:
        """Return None: the passwords are in the record itself."""
        return None

    def search_condition(self, words: str) -> ColumnElement[bool] | None:
        """Return the condition by which the index of grams narrows a search."""
        return search.condition(words)

    def is_of_same_log(self, seen: str, here: str) -> bool:
        """Tell whether a log has grown, or is another; a replaced file is noticed before."""
        return int(seen) <= int(here)

    def ready_to_glance(self, plain: Connection) -> Connection:
        """Return a connection that only reads."""
        return plain.execution_options(writes=False)

    def listen(self, engine: Engine, woken: Callable[[Wake], None]) -> None:
        """Return None: a file wakes nobody."""

    def openings(self, connection: Connection, case_id: int) -> tuple[Opening, ...]:
        """Return nobody: a file is open in one window."""
        return ()

    def count_indexed(self, connection: Connection) -> int:
        """Return how many cases the search index holds."""
        return search.count(connection)

    def translated(self, error: DBAPIError) -> RecordError:
        """Turn an error of the driver into one of ours."""
        return translated(error, self.path)


def place_of(path: Path) -> tuple[int, int] | None:
    """Return device and inode of a file, or None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def translated(error: DBAPIError, path: Path) -> RecordError:
    """Turn an error of the driver into one of ours; rules raise ``rule:<code>``."""
    message = str(error.orig)
    found = _RULE.search(message)
    if found:
        code = found.group(1)
        return NotAllowed(code) if code == "step_not_for_role" else RuleError(code)
    if isinstance(error, IntegrityError):
        return RuleError("not_unique" if "UNIQUE" in message else "not_consistent", detail=message)
    if isinstance(error, OperationalError):
        for mark, code in (
            ("full", "disk_full"),
            ("locked", "busy"),
            ("busy", "busy"),
            ("readonly", "read_only"),
            ("read-only", "read_only"),
            ("I/O", "io_error"),
            ("unable to open", "io_error"),
            ("interrupted", "interrupted"),
        ):
            if mark in message:
                return DatabaseAway(code, path=str(path), detail=message)
    if "malformed" in message or "not a database" in message:
        return DatabaseAway("record_damaged", path=str(path), detail=message)
    return DatabaseAway("database_error", path=str(path), detail=message)

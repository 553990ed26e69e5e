"""How the shared server goes about a transaction."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg
from sqlalchemy import ColumnElement, Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from db.errors import DatabaseAway, NotAllowed, RecordError, RuleError, TryAgain
from db.model.case import cases
from db.server import live, lockout, openings, passwords, refusals, search
from db.server.connection import LOGIN_PREFIX, Secret, make_engine
from db.server.listening import Listener
from db.server.patience import READING_SECONDS, WRITING_SECONDS
from db.wake import Wake
from db.ways import Opening

_RULE = re.compile(r"rule:([a-z_0-9]+)")
_STATES = {
    "23505": ("not_unique", RuleError),
    "40001": ("busy", TryAgain),
    "40P01": ("busy", TryAgain),
    "55P03": ("busy", DatabaseAway),
    "57014": ("interrupted", DatabaseAway),
    "53100": ("disk_full", DatabaseAway),
    "42501": ("server_refused", NotAllowed),
    "25006": ("read_only", DatabaseAway),
}
"""SQLSTATE → our code and kind of error."""
_DONE_TWICE = "pk_command_done"
"""What refuses a command whose first sending was carried out while the second waited for it."""


INTERRUPT_SECONDS = 2.0
"""How long to try to reach the server in order to break off a query."""


@dataclass
class ServerWays:
    """The ways of one server, seen by one login role."""

    label: str
    """Where it is, without a password."""
    assumes: bool
    """Whether the connection may take on each person's role: a superuser's, for tests and the
    demo street alone. A person's connection speaks for that person only."""
    speaks_for: str = ""
    """The login of that person; empty where the connection is nobody's or takes on any role."""
    logins: dict[int, str] = field(default_factory=dict)
    """Account → login, as far as they were asked for."""
    address: str = ""
    secret: Secret = field(default_factory=Secret)
    """What the connections are made with."""
    shares_the_chain = True
    feed = live.FEED

    def check(self) -> None:
        """Do nothing: a server is not replaced behind a connection."""

    def ready(self, plain: Connection, *, writes: bool) -> Connection:
        """Return a connection that reads one state, or writes what is newest."""
        raw: Any = plain.connection.dbapi_connection
        raw.answer_seconds = WRITING_SECONDS if writes else READING_SECONDS
        if writes:
            return plain.execution_options(isolation_level="READ COMMITTED")
        return plain.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def act_as(self, connection: Connection, account_id: int | None) -> None:
        """Take on the role of a person where the connection may, or see that it is his own.

        The server asks the session who speaks; this only says so before anything is typed in vain.
        """
        if self.assumes:
            self._ask(connection, "RESET SESSION AUTHORIZATION")
        if account_id is None:
            return
        login = self._login_of(connection, account_id)
        if self.assumes:
            role = f"{LOGIN_PREFIX}{login}"
            self._ask(connection, "SELECT set_config('session_authorization', %s, true)", role)
        elif login != self.speaks_for:
            raise NotAllowed("account_of_another", login=self.speaks_for)

    def _login_of(self, connection: Connection, account_id: int) -> str:
        if account_id not in self.logins:
            found = self._ask(connection, "SELECT login FROM account WHERE id = %s", account_id)
            if not found:
                raise NotAllowed("account_off", account=account_id)
            self.logins[account_id] = found[0][0]
        return self.logins[account_id]

    def _ask(self, connection: Connection, statement: str, *values: Any) -> list[Any]:
        """Run a statement by the driver itself: it is none of what a command or query sends."""
        try:
            cursor = connection.connection.cursor()
            cursor.execute(statement, values)
            return list(cursor.fetchall()) if cursor.description else []
        except psycopg.Error as error:
            raise self._meaning(error) from error

    def leave(self, connection: Connection) -> None:
        """Do nothing: the role was taken on for the transaction alone."""

    def interrupt(self, raw: Any) -> None:
        """Break off what one of the driver's connections is doing, from another thread."""
        raw.cancel_safe(timeout=INTERRUPT_SECONDS)

    def search_condition(self, words: str) -> ColumnElement[bool] | None:
        """Return the condition by which the index of grams narrows a search."""
        return search.condition(words)

    def is_of_same_log(self, seen: str, here: str) -> bool:
        """Tell whether two places count the same transactions."""
        return live.is_of_same_log(seen, here)

    def ready_to_glance(self, plain: Connection) -> Connection:
        """Return a connection whose every statement stands alone."""
        raw: Any = plain.connection.dbapi_connection
        raw.answer_seconds = READING_SECONDS
        return plain.execution_options(isolation_level="AUTOCOMMIT")

    def listen(self, engine: Engine, woken: Callable[[Wake], None]) -> Listener:
        """Begin to listen in a thread."""
        return Listener(engine, woken)

    def openings(self, connection: Connection, case_id: int) -> tuple[Opening, ...]:
        """Return who has a case open on which other desk."""
        here = (self.speaks_for, openings.desk_name())
        rows = connection.execute(openings.NAMES, {"case": case_id})
        found = (Opening(row.login, row.desk, row.since) for row in rows)
        return tuple(one for one in found if (one.login, one.desk) != here)

    def count_indexed(self, connection: Connection) -> int:
        """Return how many cases the index holds: it is one over all of them."""
        return int(
            connection.execute(
                select(func.count()).select_from(cases).where(cases.c.search_text != "")
            ).scalar_one()
        )

    def password_form(self, connection: Connection, login: str, password: str) -> str:
        """Return the verifier of a password: neither the wire nor the log ever sees its text."""
        return passwords.verifier(connection, login, password)

    def keep_watch(self, connection: Connection, *, signed_on: bool = False) -> None:
        """Let the server count the wrong passwords that it logged."""
        lockout.watch(connection, signed_on=signed_on)

    def take_password(self, password: str) -> None:
        """Make the connections that follow with another password."""
        self.secret.password = password

    def proves(self, login: str, password: str) -> bool | None:
        """Tell whether the server takes a password of the person that it lets in here.

        :raises DatabaseAway: it cannot be asked.
        """
        if login != self.speaks_for:
            return None
        engine = make_engine(self.address, Secret(password))
        try:
            with engine.connect():
                return True
        except DBAPIError as error:
            code = refusals.code_of(str(error.orig))
            if code == "server_login_wrong":
                return False
            raise DatabaseAway(code, path=self.label, detail=str(error.orig)) from error
        finally:
            engine.dispose()

    def translated(self, error: DBAPIError) -> RecordError:
        """Turn an error of the driver into one of ours."""
        return self._meaning(error.orig)

    def _meaning(self, error: BaseException | None) -> RecordError:
        message = str(error)
        found = _RULE.search(message)
        if found:
            code = found.group(1)
            return NotAllowed(code) if code == "step_not_for_role" else RuleError(code)
        state = getattr(error, "sqlstate", None) or ""
        if isinstance(error, psycopg.Error) and error.diag.constraint_name == _DONE_TWICE:
            return TryAgain("busy", path=self.label, detail=message)
        if state in _STATES:
            code, kind = _STATES[state]
            return kind(code, path=self.label, detail=message)
        if isinstance(error, psycopg.IntegrityError):
            return RuleError("not_consistent", detail=message)
        is_gone = state.startswith(("08", "57P")) or (
            isinstance(error, psycopg.OperationalError) and not state
        )
        if is_gone:
            return TryAgain("server_lost", path=self.label, detail=message)
        return DatabaseAway("database_error", path=self.label, detail=message)

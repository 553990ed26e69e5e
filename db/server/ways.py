"""How the shared server goes about a transaction."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from db.errors import DatabaseAway, NotAllowed, RecordError, RuleError
from db.model.case import cases
from db.server import search
from db.server.people import LOGIN_PREFIX

_RULE = re.compile(r"rule:([a-z_0-9]+)")
_STATES = {
    "23505": ("not_unique", RuleError),
    "40001": ("busy", DatabaseAway),
    "40P01": ("busy", DatabaseAway),
    "55P03": ("busy", DatabaseAway),
    "57014": ("interrupted", DatabaseAway),
    "53100": ("disk_full", DatabaseAway),
    "42501": ("server_refused", NotAllowed),
    "25006": ("read_only", DatabaseAway),
}
"""SQLSTATE → our code and kind of error."""


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
    logins: dict[int, str] = field(default_factory=dict)
    """Account → login, as far as they were asked for."""
    shares_the_chain = True

    def check(self) -> None:
        """Do nothing: a server is not replaced behind a connection."""

    def ready(self, plain: Connection, *, writes: bool) -> Connection:
        """Return a connection that reads one state, or writes what is newest."""
        if writes:
            return plain.execution_options(isolation_level="READ COMMITTED")
        return plain.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    def act_as(self, connection: Connection, account_id: int | None) -> None:
        """Take on the role of a person where the connection may; the server checks who speaks."""
        if not self.assumes:
            return
        # By the driver itself: what the tests count is what a person's connection would send.
        cursor = connection.connection.cursor()
        cursor.execute("RESET SESSION AUTHORIZATION")
        if account_id is None:
            return
        if account_id not in self.logins:
            cursor.execute("SELECT login FROM account WHERE id = %s", (account_id,))
            found = cursor.fetchone()
            if found is None:
                raise NotAllowed("account_off", account=account_id)
            self.logins[account_id] = found[0]
        role = f"{LOGIN_PREFIX}{self.logins[account_id]}"
        cursor.execute("SELECT set_config('session_authorization', %s, true)", (role,))

    def leave(self, connection: Connection) -> None:
        """Do nothing: the role was taken on for the transaction alone."""

    def interrupt(self, raw: Any) -> None:
        """Break off what one of the driver's connections is doing, from another thread."""
        raw.cancel_safe(timeout=INTERRUPT_SECONDS)

    def search_condition(self, words: str) -> ColumnElement[bool] | None:
        """Return the condition by which the index of grams narrows a search."""
        return search.condition(words)

    def count_indexed(self, connection: Connection) -> int:
        """Return how many cases the index holds: it is one over all of them."""
        return int(
            connection.execute(
                select(func.count()).select_from(cases).where(cases.c.search_text != "")
            ).scalar_one()
        )

    def translated(self, error: DBAPIError) -> RecordError:
        """Turn an error of the driver into one of ours."""
        message = str(error.orig)
        found = _RULE.search(message)
        if found:
            code = found.group(1)
            return NotAllowed(code) if code == "step_not_for_role" else RuleError(code)
        state = getattr(error.orig, "sqlstate", None) or ""
        if state in _STATES:
            code, kind = _STATES[state]
            return kind(code, path=self.label, detail=message)
        if isinstance(error, IntegrityError):
            return RuleError("not_consistent", detail=message)
        if error.connection_invalidated or state.startswith(("08", "57P")):
            return DatabaseAway("server_away", path=self.label, detail=message)
        if isinstance(error, OperationalError) and not state:
            return DatabaseAway("server_away", path=self.label, detail=message)
        return DatabaseAway("database_error", path=self.label, detail=message)

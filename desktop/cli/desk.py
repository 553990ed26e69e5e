"""Open the database for a call and find out as whom it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop import paths
from desktop.cli.options import Options

if TYPE_CHECKING:
    from db.commands import Command, Result
    from db.engine import Database

CLIENT = "command-line"


@dataclass(frozen=True)
class Desk:
    """An open database and the account that acts."""

    database: Database
    account_id: int
    login: str

    def ask(self, query: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Ask a query as the account."""
        from db.queries.door import ask

        return ask(self.database, query, self.account_id, *arguments, **named)

    def do(self, command: Command) -> Result:
        """Give a command as the account."""
        from db.commands import execute

        return execute(self.database, command, by=self.account_id, client=CLIENT)


@contextmanager
def opened(options: Options) -> Iterator[Desk]:
    """Open the database of a call and sign the person on.

    :raises OpeningError: the file cannot be opened.
    :raises NotAllowed: nobody of that name, or no account at all.
    """
    with database_of(options) as database:
        account_id, login = account_of(database, options.person)
        yield Desk(database, account_id, login)


@contextmanager
def database_of(
    options: Options, *, create: bool = False, practice: bool = False
) -> Iterator[Database]:
    """Open the database of a call and close it again."""
    from desktop.opening import open_record

    address = paths.database_of(options.database)
    database = open_record(address, create=create, practice=practice)
    try:
        yield database
    finally:
        database.close()


def account_of(database: Database, person: str | None) -> tuple[int, str]:
    """Return id and login of the account that a login or a person's name means.

    Without a name it is who signed on to a server, of a file the street's first director.

    :raises NotAllowed: ``login_unknown``, ``person_ambiguous``, ``no_account``.
    """
    from db.errors import NotAllowed
    from db.queries.accounts import sign_on_accounts
    from db.rules.terms import Role

    accounts = sign_on_accounts(database)
    person = person or database.ways.speaks_for or None
    if person is None:
        directors = [one for one in accounts if one.role is Role.DIRECTOR]
        if not directors:
            raise NotAllowed("no_account")
        first = min(directors, key=lambda one: one.account_id)
        return first.account_id, first.login
    found = [one for one in accounts if one.login == person.lower()]
    found = found or [one for one in accounts if one.name == person]
    if not found:
        raise NotAllowed("login_unknown", login=person)
    if len(found) > 1:
        logins = [one.login for one in found]
        raise NotAllowed("person_ambiguous", name=person, logins=logins)
    return found[0].account_id, found[0].login

"""Passwords of local accounts and signing on to the embedded file (design.md §4)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from db.embedded.passwords import matches
from db.engine import Database
from db.errors import NotAllowed
from db.model.account import account
from db.rules.passwords import GRACE_DAYS, LOCK_MINUTES, MAX_FAILURES
from db.work import Actor, load_actor


def sign_on(database: Database, login: str, password: str) -> Actor:
    """Return the actor of a login, counting failures and locking after five.

    :raises NotAllowed: ``login_wrong`` (unknown name or wrong password, told alike),
        ``account_locked`` with ``until``, ``account_off``,
        ``password_expired``: not even a change is possible any more.
    """
    now = database.clock()
    with database.reading() as connection:
        row = connection.execute(
            select(
                account.c.id,
                account.c.password_hash,
                account.c.locked_until,
                account.c.password_until,
                account.c.failures,
            ).where(account.c.login == login)
        ).one_or_none()
    if row is None:
        raise NotAllowed("login_wrong")
    if row.locked_until and row.locked_until > now:
        raise NotAllowed("account_locked", until=row.locked_until)
    right = matches(row.password_hash, password)
    if not database.read_only and (not right or row.failures):
        with database.writing(row.id) as connection:
            _count(connection, row.id, 0 if right else row.failures + 1, now)
    if not right:
        raise NotAllowed("login_wrong", left=max(0, MAX_FAILURES - row.failures - 1))
    if row.password_until and row.password_until + timedelta(days=GRACE_DAYS) < now:
        raise NotAllowed("password_expired")
    return actor_of(database, row.id)


def actor_of(database: Database, account_id: int) -> Actor:
    """Return the actor of an account without asking for its password (command line, tests)."""
    with database.reading() as connection:
        return load_actor(connection, account_id, database.clock())


def account_id_of(database: Database, login: str) -> int:
    """Return the id of a login.

    :raises NotAllowed: ``login_unknown``.
    """
    with database.reading() as connection:
        found = connection.execute(select(account.c.id).where(account.c.login == login)).scalar()
    if found is None:
        raise NotAllowed("login_unknown", login=login)
    return int(found)


def _count(connection: Connection, account_id: int, failures: int, now: datetime) -> None:
    until = now + timedelta(minutes=LOCK_MINUTES) if failures >= MAX_FAILURES else None
    connection.execute(
        update(account)
        .where(account.c.id == account_id)
        .values(failures=0 if until else failures, locked_until=until)
    )

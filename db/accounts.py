"""Passwords of local accounts and signing on to the embedded file (design.md §4)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Connection, select, update

from db.engine import Database
from db.errors import NotAllowed, RuleError
from db.model.account import account
from db.work import Actor, load_actor

MIN_LENGTH = 10
MAX_FAILURES = 5
LOCK_MINUTES = 30
_CLASSES = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9]")


def check_strength(password: str, login: str) -> None:
    """Refuse a weak password: at least ten characters of three kinds, without the login in it.

    Source: reliability.md §1.1, 身份鉴别 a.

    :raises RuleError: ``password_weak``.
    """
    kinds = sum(bool(re.search(pattern, password)) for pattern in _CLASSES)
    if len(password) < MIN_LENGTH or kinds < 3 or login.lower() in password.lower():
        raise RuleError("password_weak", minimum=MIN_LENGTH)


def hash_password(password: str) -> str:
    """Return the Argon2id hash of a password."""
    return PasswordHasher().hash(password)


def sign_on(database: Database, login: str, password: str) -> Actor:
    """Return the actor of a login, counting failures and locking after five.

    :raises NotAllowed: ``login_wrong`` (unknown name or wrong password, told alike),
        ``account_locked`` with ``until``, ``account_off``.
    """
    now = database.clock()
    with database.reading() as connection:
        row = connection.execute(
            select(
                account.c.id, account.c.password_hash, account.c.locked_until, account.c.failures
            ).where(account.c.login == login)
        ).one_or_none()
    if row is None:
        raise NotAllowed("login_wrong")
    if row.locked_until and row.locked_until > now:
        raise NotAllowed("account_locked", until=row.locked_until)
    right = _matches(row.password_hash, password)
    if not database.read_only and (not right or row.failures):
        with database.writing(row.id) as connection:
            _count(connection, row.id, 0 if right else row.failures + 1, now)
    if not right:
        raise NotAllowed("login_wrong", left=max(0, MAX_FAILURES - row.failures - 1))
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


def _matches(stored: str, password: str) -> bool:
    if not stored:
        return False
    try:
        return PasswordHasher().verify(stored, password)
    except VerificationError:
        return False


def _count(connection: Connection, account_id: int, failures: int, now: datetime) -> None:
    until = now + timedelta(minutes=LOCK_MINUTES) if failures >= MAX_FAILURES else None
    connection.execute(
        update(account)
        .where(account.c.id == account_id)
        .values(failures=0 if until else failures, locked_until=until)
    )

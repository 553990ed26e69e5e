"""Who may sign on, for the page that comes before everything else, and the list of accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, select

from db.engine import Database
from db.model.account import account, person
from db.model.organisation import street, unit
from db.queries.door import Reader
from db.rules.permissions import Permission
from db.rules.terms import Role, UnitKind


@dataclass(frozen=True, slots=True)
class SignOnAccount:
    """An account as the sign-on page offers it."""

    account_id: int
    login: str
    name: str
    initials: str
    role: Role
    unit_id: int
    unit: str
    unit_kind: UnitKind
    street: str
    active: bool
    has_password: bool
    must_change: bool
    password_until: datetime | None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as its administrator sees it."""

    sign_on: SignOnAccount
    person_id: int
    post: str
    failures: int
    locked_until: datetime | None
    valid_until: datetime | None


def sign_on_accounts(database: Database) -> tuple[SignOnAccount, ...]:
    """Return the accounts that are on, the room's first; nobody needs to be signed on to ask."""
    with database.reading() as connection:
        rows = connection.execute(_accounts().where(account.c.active)).all()
        found = [_sign_on(row) for row in rows]
    order = list(Role)
    return tuple(sorted(found, key=lambda one: (order.index(one.role), one.unit, one.login)))


def is_founded(database: Database) -> bool:
    """Tell whether a street was made; a founding that was killed leaves a file without one."""
    with database.reading() as connection:
        return bool(connection.execute(select(exists().select_from(street))).scalar_one())


def myself(reader: Reader) -> SignOnAccount:
    """Return the reader's own account."""
    query = _accounts().where(account.c.id == reader.actor.account_id)
    return _sign_on(reader.connection.execute(query).one())


def accounts(reader: Reader) -> tuple[AccountRow, ...]:
    """Return every account of the street by login, also those that are off.

    :raises NotAllowed: ``permission_missing``.
    """
    reader.demand(Permission.ACCOUNTS)
    rows = reader.connection.execute(
        _accounts().where(account.c.street_id == reader.actor.street_id).order_by(account.c.login)
    )
    return tuple(
        AccountRow(
            _sign_on(row),
            row.person_id,
            row.post,
            row.failures,
            row.locked_until,
            row.valid_until,
        )
        for row in rows
    )


def _accounts() -> Select[Any]:
    return (
        select(
            account.c.id,
            account.c.login,
            account.c.role,
            account.c.active,
            account.c.must_change,
            account.c.failures,
            account.c.locked_until,
            account.c.valid_until,
            account.c.password_until,
            account.c.person_id,
            account.c.unit_id,
            (account.c.password_hash != "").label("has_password"),
            person.c.name,
            person.c.initials,
            person.c.post,
            unit.c.name.label("unit"),
            unit.c.kind,
            street.c.name.label("street"),
        )
        .join(person, person.c.id == account.c.person_id)
        .join(unit, unit.c.id == account.c.unit_id)
        .join(street, street.c.id == account.c.street_id)
    )


def _sign_on(row: Any) -> SignOnAccount:
    return SignOnAccount(
        row.id,
        row.login,
        row.name,
        row.initials,
        Role(row.role),
        row.unit_id,
        row.unit,
        UnitKind(row.kind),
        row.street,
        bool(row.active),
        bool(row.has_password),
        bool(row.must_change),
        row.password_until,
    )

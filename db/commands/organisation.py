"""Units, people and the accounts they sign on with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import Table, func, insert, select, update

from db.commands.door import Command, Result, handles
from db.commands.intake import needed
from db.errors import RuleError
from db.model.account import account, person
from db.model.case import cases
from db.model.organisation import unit
from db.rules.checks import clean_name, clean_phone
from db.rules.passwords import PASSWORD_DAYS, check_strength
from db.rules.permissions import Permission
from db.rules.pinyin import full, initials
from db.rules.terms import OPEN_STATES, Role, UnitKind
from db.work import Work

_LOGIN_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_.-")
_LOGIN_LEAST, _LOGIN_MOST = 2, 40
_PERSONAL = frozenset({"phone", "head_phone", "password_hash"})
"""Columns of which the audit tells that they changed, not to what."""


@dataclass(frozen=True, kw_only=True)
class AddUnit(Command):
    """Add a station, an office, a community or a grid; a grid names its community as parent."""

    permission: ClassVar = Permission.SETTINGS
    kind: UnitKind
    code: str
    name: str
    short_name: str = ""
    parent_id: int | None = None
    department: str = ""
    phone: str = ""
    head_name: str = ""
    head_phone: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangeUnit(Command):
    """Change what is given of a unit; ``active=False`` closes it for new cases."""

    permission: ClassVar = Permission.SETTINGS
    unit_id: int
    name: str | None = None
    short_name: str | None = None
    department: str | None = None
    phone: str | None = None
    head_name: str | None = None
    head_phone: str | None = None
    duty_name: str | None = None
    active: bool | None = None


@dataclass(frozen=True, kw_only=True)
class AddPerson(Command):
    """Add a person to a unit."""

    permission: ClassVar = Permission.ACCOUNTS
    unit_id: int
    name: str
    post: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class AddAccount(Command):
    """Give a person an account; a password given here must be changed at the first sign-on."""

    permission: ClassVar = Permission.ACCOUNTS
    person_id: int
    login: str
    role: Role
    unit_id: int | None = None
    """The unit for which the account acts; the person's own without it."""
    password: str = ""
    valid_until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class SetPassword(Command):
    """Set a password: everyone their own, who keeps the accounts also that of others."""

    permission: ClassVar = None
    account_id: int
    password: str
    must_change: bool = False


@dataclass(frozen=True, kw_only=True)
class SwitchAccount(Command):
    """Switch an account on or off; the last director who can sign on stays."""

    permission: ClassVar = Permission.ACCOUNTS
    account_id: int
    active: bool
    valid_until: datetime | None = None


@handles(AddUnit)
def add_unit(work: Work, command: AddUnit) -> Result:
    name = needed_name(command.name, "name")
    code = needed_name(command.code, "code")
    _refuse_wrong_parent(work, command.kind, command.parent_id)
    _refuse_known_unit(work, command.kind, code)
    unit_id = add_row(
        work,
        unit,
        _PERSONAL,
        street_id=work.actor.street_id,
        kind=command.kind.value,
        code=code,
        name=name,
        short_name=clean_name(command.short_name, field="short_name") or name,
        parent_id=command.parent_id,
        department=clean_name(command.department, field="department"),
        phone=clean_phone(command.phone),
        head_name=clean_name(command.head_name, field="head_name"),
        head_phone=clean_phone(command.head_phone, field="head_phone"),
        initials=initials(name),
        full_pinyin=full(name),
        created_at=work.now,
    )
    work.changed("unit", unit_id, unit_id)
    return {"unit_id": unit_id}


@handles(ChangeUnit)
def change_unit(work: Work, command: ChangeUnit) -> Result:
    before = work.unit_row(command.unit_id)
    changes: dict[str, Any] = {}
    for field in ("short_name", "department", "head_name", "duty_name"):
        value = getattr(command, field)
        if value is not None:
            changes[field] = clean_name(value, field=field)
    for field in ("phone", "head_phone"):
        value = getattr(command, field)
        if value is not None:
            changes[field] = clean_phone(value, field=field)
    if command.name is not None:
        name = needed_name(command.name, "name")
        changes |= {"name": name, "initials": initials(name), "full_pinyin": full(name)}
    if command.active is not None:
        if not command.active:
            _refuse_unit_at_work(work, before)
        changes["active"] = command.active
    change_row(work, unit, before, _PERSONAL, changes)
    work.changed("unit", command.unit_id, command.unit_id)
    return {"unit_id": command.unit_id}


@handles(AddPerson)
def add_person(work: Work, command: AddPerson) -> Result:
    home = work.unit_row(command.unit_id)
    name = needed_name(command.name, "name")
    person_id = add_row(
        work,
        person,
        _PERSONAL,
        street_id=work.actor.street_id,
        unit_id=home["id"],
        name=name,
        post=clean_name(command.post, field="post"),
        phone=clean_phone(command.phone),
        initials=initials(name),
    )
    work.changed("person", person_id, home["id"])
    return {"person_id": person_id}


@handles(AddAccount)
def add_account(work: Work, command: AddAccount) -> Result:
    owner = work.row(person, command.person_id)
    unit_id = work.unit_row(command.unit_id or owner["unit_id"])["id"]
    login = _clean_login(work, command.login)
    if command.password:
        check_strength(command.password, login)
    account_id = add_row(
        work,
        account,
        _PERSONAL,
        street_id=work.actor.street_id,
        person_id=owner["id"],
        unit_id=unit_id,
        login=login,
        role=command.role.value,
        **_password(work, login, command.password, bool(command.password)),
        valid_until=command.valid_until,
    )
    work.changed("account", account_id, unit_id)
    return {"account_id": account_id, "login": login}


@handles(SetPassword)
def set_password(work: Work, command: SetPassword) -> Result:
    own = command.account_id == work.actor.account_id
    if not own:
        work.demand(Permission.ACCOUNTS)
    before = work.row(account, command.account_id)
    check_strength(command.password, before["login"])
    changes = {
        **_password(work, before["login"], command.password, command.must_change or not own),
        "failures": 0,
        "locked_until": None,
    }
    change_row(work, account, before, _PERSONAL, changes)
    work.changed("account", command.account_id, before["unit_id"])
    return {"account_id": command.account_id}


@handles(SwitchAccount)
def switch_account(work: Work, command: SwitchAccount) -> Result:
    before = work.row(account, command.account_id)
    if not command.active:
        if command.account_id == work.actor.account_id:
            raise RuleError("own_account")
        _refuse_last_director(work, before)
    change_row(
        work,
        account,
        before,
        _PERSONAL,
        {"active": command.active, "valid_until": command.valid_until},
    )
    work.changed("account", command.account_id, before["unit_id"])
    return {"account_id": command.account_id, "active": command.active}


def _password(work: Work, login: str, password: str, must_change: bool) -> dict[str, Any]:
    """Return the columns that a password fills; without one they stay empty."""
    if not password:
        return {"must_change": must_change}
    return {
        "password_hash": work.ways.password_form(work.connection, login, password),
        "password_until": work.now + timedelta(days=PASSWORD_DAYS),
        "must_change": must_change,
    }


def needed_name(text: str, field: str) -> str:
    """Return a cleaned name of one line that must not be empty.

    :raises RuleError: ``field_missing``.
    """
    return clean_name(needed(text, field), field=field)


def add_row(work: Work, table: Table, hidden: Collection[str], /, **values: Any) -> int:
    """Add a row; of the hidden columns the audit tells only that they were filled."""
    id_ = work.new_id()
    work.connection.execute(insert(table).values(id=id_, **values))
    _tell(work, table, id_, hidden, {name: (None, value) for name, value in values.items()})
    return id_


def change_row(
    work: Work,
    table: Table,
    before: Mapping[str, Any],
    hidden: Collection[str],
    changes: Mapping[str, Any],
) -> None:
    """Change a row; of the hidden columns the audit tells only that they changed.

    :raises RuleError: ``nothing_changed``.
    """
    changed = {name: value for name, value in changes.items() if before[name] != value}
    if not changed:
        raise RuleError("nothing_changed")
    work.connection.execute(update(table).where(table.c.id == before["id"]).values(**changed))
    told = {name: (before[name], value) for name, value in changed.items()}
    _tell(work, table, int(before["id"]), hidden, told)


def _tell(
    work: Work,
    table: Table,
    id_: int,
    hidden: Collection[str],
    columns: Mapping[str, tuple[Any, Any]],
) -> None:
    work.record(table.name, id_, {n: pair for n, pair in columns.items() if n not in hidden})
    private = {n: pair for n, pair in columns.items() if n in hidden and any(pair)}
    if private:
        work.record_private(table.name, id_, private)


def _refuse_wrong_parent(work: Work, kind: UnitKind, parent_id: int | None) -> None:
    """A grid lies in a community; the street has one room, made with it."""
    if kind is UnitKind.ROOM:
        raise RuleError("room_exists")
    parent = None if parent_id is None else work.unit_row(parent_id)
    if kind is UnitKind.GRID and (parent is None or parent["kind"] != UnitKind.COMMUNITY):
        raise RuleError("grid_without_community")
    if kind is not UnitKind.GRID and parent is not None:
        raise RuleError("parent_for_grids_only", unit=parent["name"])


def _refuse_known_unit(work: Work, kind: UnitKind, code: str) -> None:
    known = select(unit.c.name).where(
        unit.c.street_id == work.actor.street_id, unit.c.kind == kind.value, unit.c.code == code
    )
    name = work.connection.execute(known).scalar()
    if name is not None:
        raise RuleError("unit_exists", code=code, unit=name)


def _refuse_unit_at_work(work: Work, row: Mapping[str, Any]) -> None:
    """A unit that holds open cases cannot be closed; somebody must have them first."""
    if row["kind"] == UnitKind.ROOM:
        raise RuleError("room_exists")
    held = select(func.count()).where(
        cases.c.holder_id == row["id"], cases.c.state.in_(sorted(map(int, OPEN_STATES)))
    )
    count = int(work.connection.execute(held).scalar_one())
    if count:
        raise RuleError("unit_holds_cases", unit=row["name"], count=count)


def _clean_login(work: Work, text: str) -> str:
    login = text.strip().lower()
    if not _LOGIN_LEAST <= len(login) <= _LOGIN_MOST or not set(login) <= _LOGIN_SIGNS:
        raise RuleError("login_bad", login=text.strip())
    known = select(account.c.id).where(account.c.login == login)
    if work.connection.execute(known).scalar() is not None:
        raise RuleError("login_taken", login=login)
    return login


def _refuse_last_director(work: Work, row: Mapping[str, Any]) -> None:
    if row["role"] != Role.DIRECTOR:
        return
    others = select(func.count()).where(
        account.c.street_id == work.actor.street_id,
        account.c.role == Role.DIRECTOR.value,
        account.c.active,
        account.c.id != row["id"],
    )
    if not work.connection.execute(others).scalar_one():
        raise RuleError("last_director")

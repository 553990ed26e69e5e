"""The people of the demo street, all invented, and their accounts without passwords."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from importlib.resources import files
from random import Random
from typing import TYPE_CHECKING

from db.commands.organisation import AddAccount, AddPerson, ChangeUnit
from db.queries.accounts import sign_on_accounts
from db.rules.terms import Role, UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.commands import Command, Result
    from db.engine import Database
    from db.queries.lookup import UnitRow

ROOM = (
    (Role.SHIFT_LEAD, "shift_lead", "值班长"),
    (Role.SHIFT_LEAD, "shift_lead2", "值班长"),
    (Role.OPERATOR, "operator", "值班员"),
    (Role.OPERATOR, "operator2", "值班员"),
    (Role.OPERATOR, "operator3", "值班员"),
    (Role.OPERATOR, "operator4", "值班员"),
    (Role.CLERK, "clerk", "打印员"),
    (Role.AUDITOR, "auditor", "审计员"),
)


@dataclass
class People:
    """Accounts by login, and which logins work for which unit."""

    accounts: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    handlers: dict[int, str] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    grids: dict[int, str] = field(default_factory=dict)


class Names:
    """Invented names, never the same twice."""

    def __init__(self, random: Random) -> None:
        text = (files("resources.seed") / "demo_names.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(text.splitlines()))
        pairs = [(a["surname"], b["given"]) for a in rows for b in rows]
        random.shuffle(pairs)
        self._pairs = pairs

    def take(self) -> str:
        """Return the next name."""
        return "".join(self._pairs.pop())


def add_people(
    do: Callable[[Command], Result], units: tuple[UnitRow, ...], random: Random
) -> People:
    """Make the people of every unit by commands of the director."""
    people, names = People(), Names(random)
    phone = 13805770100
    for unit in units:
        for role, login, post in _posts(unit):
            phone += 1
            name = names.take()
            person = do(AddPerson(unit_id=unit.id, name=name, post=post, phone=str(phone)))
            made = do(AddAccount(person_id=person["person_id"], login=login, role=role))
            people.accounts[login] = made["account_id"]
            people.names[login] = name
            if role is Role.HANDLER:
                people.handlers[unit.id] = login
            elif role is Role.STATION_HEAD:
                people.heads[unit.id] = login
                do(ChangeUnit(unit_id=unit.id, head_name=name, head_phone=str(phone)))
            elif role is Role.GRID:
                people.grids[unit.id] = people.handlers[unit.id] = login
                people.heads[unit.id] = login
    return people


def known_people(database: Database) -> People:
    """Return the people of a street that was made before, as :func:`add_people` made them."""
    people = People()
    for one in sign_on_accounts(database):
        people.accounts[one.login] = one.account_id
        people.names[one.login] = one.name
        if one.role is Role.HANDLER:
            people.handlers[one.unit_id] = one.login
        elif one.role is Role.STATION_HEAD:
            people.heads[one.unit_id] = one.login
        elif one.role is Role.GRID:
            people.grids[one.unit_id] = people.handlers[one.unit_id] = one.login
            people.heads[one.unit_id] = one.login
    return people


def _posts(unit: UnitRow) -> list[tuple[Role, str, str]]:
    code = unit.code.lower()
    if unit.kind is UnitKind.ROOM:
        return list(ROOM)
    if unit.kind is UnitKind.LEADERSHIP:
        return [
            (Role.LEADER, "leader", "街道党工委副书记"),
            (Role.LEADER, "leader2", "街道办副主任"),
        ]
    if unit.kind is UnitKind.DISTRICT:
        return [(Role.DISTRICT, "district", "区值班员")]
    if unit.kind in (UnitKind.COMMUNITY, UnitKind.GRID):
        post = "网格员" if unit.kind is UnitKind.GRID else "村社书记"
        return [(Role.GRID, f"g{code}", post)]
    return [
        (Role.STATION_HEAD, f"{code}_head", "负责人"),
        (Role.HANDLER, code, "承办人"),
    ]

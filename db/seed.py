"""Found a street in an empty database: units, items, platforms, its first account.

Founding is the one change without an actor: nobody has an account yet. It leaves an audit entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, func, insert, select

from db import audit as audit_chain
from db.engine import Database
from db.errors import RuleError
from db.model.account import account, person
from db.model.item import item, suggestion_rule
from db.model.organisation import platform, street, unit
from db.model.setting import counter
from db.rules.pinyin import full, initials
from db.rules.suggestions import usual_weight, words_of
from db.rules.terms import Role, UnitKind


@dataclass(frozen=True)
class UnitSeed:
    """A unit to be made."""

    kind: UnitKind
    code: str
    name: str
    short_name: str = ""
    department: str = ""
    parent_code: str = ""


@dataclass(frozen=True)
class ItemSeed:
    """An item of the admission list to be made; ``limit_hours`` by the rule of domain.md §1.6."""

    code: str
    class_name: str
    name: str
    platform: str
    limit_hours: int
    urgency: int
    initials: str
    lead_code: str = ""
    assist_codes: str = ""
    valid_to: date | None = None


@dataclass(frozen=True)
class SuggestionSeed:
    """Words that speak for an item, told by its code."""

    item_code: str
    words: str


@dataclass(frozen=True)
class FirstAccount:
    """The account that the founding makes: the director of the room."""

    login: str
    password: str
    name: str


@dataclass(frozen=True)
class StreetPlan:
    """Everything that a new street starts with."""

    code: str
    name: str
    letters: str
    organ_code: str
    district_name: str
    room_name: str
    units: Sequence[UnitSeed]
    items: Sequence[ItemSeed]
    platforms: Mapping[str, str]
    first_account: FirstAccount
    suggestions: Sequence[SuggestionSeed] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Founded:
    """What a founding made."""

    street_id: int
    account_id: int
    units: int
    items: int


def found_street(database: Database, plan: StreetPlan) -> Founded:
    """Make the street of a plan.

    :raises RuleError: ``street_exists`` when the database already has this street.
    """
    now = database.clock()
    with database.writing(None) as connection:
        known = select(func.count()).select_from(street).where(street.c.name == plan.name)
        if connection.execute(known).scalar_one():
            raise RuleError("street_exists", name=plan.name)
        ids = _Ids(connection, int(now.timestamp()))
        street_id = ids.take()
        connection.execute(
            insert(street).values(
                id=street_id,
                code=plan.code,
                name=plan.name,
                letters=plan.letters,
                organ_code=plan.organ_code,
                district_name=plan.district_name,
                room_name=plan.room_name,
            )
        )
        connection.execute(
            insert(platform),
            [{"street_id": street_id, "code": c, "name": n} for c, n in plan.platforms.items()],
        )
        unit_ids = _add_units(connection, ids, street_id, plan.units)
        item_ids = _add_items(connection, ids, street_id, plan.items)
        _add_suggestions(connection, ids, street_id, item_ids, plan.suggestions)
        room_id = next(unit_ids[u.code] for u in plan.units if u.kind is UnitKind.ROOM)
        first = plan.first_account
        form = ""
        if first.password:
            form = database.ways.password_form(connection, first.login, first.password)
        account_id = _add_first_account(connection, ids, street_id, room_id, first, form)
        audit_chain.append(
            connection,
            street_id,
            {
                "at": now,
                "actor_id": None,
                "role": "",
                "command": "FoundStreet",
                "object_kind": "street",
                "object_id": street_id,
                "client": "",
                "diff": audit_chain.canonical(
                    {"name": plan.name, "units": len(plan.units), "items": len(plan.items)}
                ),
            },
        )
    return Founded(street_id, account_id, len(plan.units), len(plan.items))


class _Ids:
    """Ids for the founding, from the same counter that commands use."""

    def __init__(self, connection: Connection, seconds: int) -> None:
        self._connection = connection
        self._seconds = seconds
        last = connection.execute(
            select(counter.c.last).where(counter.c.kind == "id", counter.c.name == "all")
        ).scalar()
        self._serial = int(last or 0)
        self._known = last is not None

    def take(self) -> int:
        """Return the next id."""
        self._serial += 1
        values = {"last": self._serial}
        if self._known:
            self._connection.execute(
                counter.update()
                .where(counter.c.kind == "id", counter.c.name == "all")
                .values(**values)
            )
        else:
            self._connection.execute(insert(counter).values(kind="id", name="all", **values))
            self._known = True
        return self._seconds << 20 | self._serial & 0xFFFFF


def _add_units(
    connection: Connection, ids: _Ids, street_id: int, units: Sequence[UnitSeed]
) -> dict[str, int]:
    made: dict[str, int] = {}
    for seed in units:
        made[seed.code] = ids.take()
        connection.execute(
            insert(unit).values(
                id=made[seed.code],
                street_id=street_id,
                kind=seed.kind.value,
                code=seed.code,
                name=seed.name,
                short_name=seed.short_name or seed.name,
                department=seed.department,
                parent_id=made.get(seed.parent_code),
                initials=initials(seed.name),
                full_pinyin=full(seed.name),
            )
        )
    return made


def _add_items(
    connection: Connection, ids: _Ids, street_id: int, items: Sequence[ItemSeed]
) -> dict[str, int]:
    made: dict[str, int] = {}
    for seed in items:
        made[seed.code] = ids.take()
        connection.execute(
            insert(item).values(
                id=made[seed.code],
                street_id=street_id,
                code=seed.code,
                class_name=seed.class_name,
                name=seed.name,
                platform=seed.platform,
                limit_hours=seed.limit_hours,
                urgency=seed.urgency,
                lead_code=seed.lead_code,
                assist_codes=seed.assist_codes,
                initials=seed.initials,
                full_pinyin=full(seed.name),
                valid_to=seed.valid_to,
            )
        )
    return made


def _add_suggestions(
    connection: Connection,
    ids: _Ids,
    street_id: int,
    item_ids: Mapping[str, int],
    suggestions: Sequence[SuggestionSeed],
) -> None:
    rows = []
    for seed in suggestions:
        words = words_of(seed.words)
        rows.append(
            {
                "id": ids.take(),
                "street_id": street_id,
                "words": " ".join(words),
                "item_id": item_ids[seed.item_code],
                "weight": usual_weight(words),
            }
        )
    if rows:
        connection.execute(insert(suggestion_rule), rows)


def _add_first_account(
    connection: Connection,
    ids: _Ids,
    street_id: int,
    room_id: int,
    first: FirstAccount,
    password_form: str,
) -> int:
    person_id, account_id = ids.take(), ids.take()
    connection.execute(
        insert(person).values(
            id=person_id,
            street_id=street_id,
            unit_id=room_id,
            name=first.name,
            initials=initials(first.name),
        )
    )
    connection.execute(
        insert(account).values(
            id=account_id,
            street_id=street_id,
            person_id=person_id,
            unit_id=room_id,
            login=first.login,
            role=Role.DIRECTOR.value,
            password_hash=password_form,
        )
    )
    return account_id

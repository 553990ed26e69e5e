"""The unit of work: one command's transaction, its clock, its actor and what it leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    case,
    insert,
    or_,
    select,
    text,
    tuple_,
    update,
)

from db import circumstances
from db.audit import HIDDEN, plain
from db.case_record import CaseRecord
from db.errors import Conflict, NotAllowed, NotFound
from db.ids import NO_IDS, IdBlock, IdShelf
from db.model.account import account, person
from db.model.audit import change_log
from db.model.case import case_step, cases
from db.model.item import item
from db.model.organisation import street, unit
from db.model.setting import counter
from db.office import Office
from db.queries.scope import visible
from db.reference import KINDS, Reference, office_of
from db.rules.permissions import Permission, may
from db.rules.terms import UNIT_ROLES, Role, UnitKind
from db.ways import IS_PREPARED, ONLY_WRITES, Ways

_ID_BLOCK = 64
_ID_BITS = 20

# Statements of the hot path are made once: building one costs more than running it.
ACTOR = (
    select(
        account.c.id,
        account.c.login,
        account.c.role,
        account.c.active,
        account.c.valid_until,
        account.c.street_id,
        account.c.unit_id,
        person.c.name,
        unit.c.kind,
    )
    .join(person, person.c.id == account.c.person_id)
    .join(unit, unit.c.id == account.c.unit_id)
    .where(account.c.id == bindparam("account"))
    .execution_options(**{IS_PREPARED: True})
)
"""Asks for what :func:`actor_of` needs, by the parameter ``account``."""

# Locked where several write at once: who comes second sees what the first did to it.
_CASE = (
    select(cases, *circumstances.COLUMNS)
    .where(cases.c.id == bindparam("case"), cases.c.street_id == bindparam("street"))
    .with_for_update(of=cases)
    .execution_options(**{IS_PREPARED: True})
)
_COUNTED = and_(counter.c.kind == bindparam("its_kind"), counter.c.name == bindparam("its_name"))
_COUNT_UP = (
    update(counter)
    .where(_COUNTED)
    .values(last=counter.c.last + bindparam("more"))
    .returning(counter.c.last)
    .execution_options(**{IS_PREPARED: True})
)
# Two may begin a counter at once; the second then counts on.
_COUNT_START = text(
    "INSERT INTO counter (kind, name, last) VALUES (:kind, :name, :last)"
    " ON CONFLICT (kind, name) DO UPDATE SET last = counter.last + excluded.last RETURNING last"
)
_IDS = ("id", "all")
"""The counter of which ids are made."""
_both = counter.alias()
# Locked in one order, or two would each hold what the other waits for: the ids first, which are
# always there; the first number of a day finds no row of its own yet.
_BOTH = (
    select(_both.c.kind, _both.c.name)
    .where(
        or_(
            and_(_both.c.kind == bindparam("its_kind"), _both.c.name == bindparam("its_name")),
            and_(_both.c.kind == bindparam("id_kind"), _both.c.name == bindparam("id_name")),
        )
    )
    .order_by(case((_both.c.kind == bindparam("id_kind"), 0), else_=1))
    .with_for_update()
)
_COUNT_UP_WITH_IDS = (
    update(counter)
    .where(tuple_(counter.c.kind, counter.c.name).in_(_BOTH))
    .values(
        last=counter.c.last + case((counter.c.kind == bindparam("id_kind"), _ID_BLOCK), else_=1)
    )
    .returning(counter.c.kind, counter.c.last)
    .execution_options(**{IS_PREPARED: True})
)
# Nothing is given back: who tells of a change need not be one who hears of it.
_CHANGE = insert(change_log).inline().execution_options(**ONLY_WRITES)
_UNIT_OF_KIND = select(unit.c.id).where(
    unit.c.street_id == bindparam("street"), unit.c.kind == bindparam("kind")
)
_ROOM = unit.alias("room")
_STREET = (
    select(street, _ROOM.c.id.label("room_id"))
    .join(_ROOM, and_(_ROOM.c.street_id == street.c.id, _ROOM.c.kind == UnitKind.ROOM.value))
    .where(street.c.id == bindparam("street"))
)


@cache
def _row_of(table: Table) -> Select[Any]:
    """Return the query for one row, in a table of streets for one of the actor's street."""
    query = select(table).where(table.c.id == bindparam("its_id"))
    if "street_id" in table.c:
        return query.where(table.c.street_id == bindparam("its_street"))
    return query


@cache
def _insert_into(table: Table) -> Insert:
    """Return the statement that adds one row whose columns come as parameters."""
    return insert(table).execution_options(**ONLY_WRITES)


@dataclass(frozen=True)
class Actor:
    """Who gives a command: an account with its role, its unit and its street."""

    account_id: int
    login: str
    name: str
    role: Role
    unit_id: int
    unit_kind: str
    street_id: int


@dataclass(frozen=True)
class Diff:
    """What a command changed in one object: column → (before, after)."""

    kind: str
    id: int | None
    columns: Mapping[str, tuple[Any, Any]]


def load_actor(connection: Connection, account_id: int, now: datetime) -> Actor:
    """Return the actor of an account.

    :raises NotAllowed: ``account_off`` when it is switched off or expired.
    """
    return actor_of(
        connection.execute(ACTOR, {"account": account_id}).one_or_none(), account_id, now
    )


def actor_of(row: Row[*tuple[Any, ...]] | None, account_id: int, now: datetime) -> Actor:
    """Return the actor told by a row of :data:`ACTOR`.

    :raises NotAllowed: ``account_off`` when it is unknown, switched off or expired.
    """
    if row is None or not row.active or (row.valid_until and row.valid_until < now):
        raise NotAllowed("account_off", account=account_id)
    return Actor(row.id, row.login, row.name, Role(row.role), row.unit_id, row.kind, row.street_id)


class Work:
    """What a handler works with. It lives as long as one transaction."""

    def __init__(
        self,
        connection: Connection,
        actor: Actor,
        now: datetime,
        reference: Reference,
        ways: Ways,
        ids: IdShelf,
    ) -> None:
        self.connection = connection
        self.ways = ways
        self.actor = actor
        self.now = now
        self.diffs: list[Diff] = []
        self._shelf = ids
        self._ids = NO_IDS
        self._ids_are_newest = False
        self._reference = reference

    # What a handler asks -----------------------------------------------------------

    @property
    def office(self) -> Office:
        """The street's settings: calendar, limits, supervision rules."""
        street_id, day = self.actor.street_id, self.now.date()
        return office_of(self._reference, self.connection, street_id, day)

    def demand(self, permission: Permission) -> None:
        """Refuse unless the actor has the right.

        :raises NotAllowed: ``permission_missing``.
        """
        if not may(self.actor.role, permission):
            raise NotAllowed("permission_missing", permission=permission.value)

    def case(self, case_id: int, version: int | None) -> CaseRecord:
        """Return a case to be moved on, if it still is as the actor saw it.

        ``version=None`` takes it as it is (for work without a screen in between).

        :raises NotFound: it does not exist, belongs to another street or is none that the actor's
            unit may see.
        :raises Conflict: it moved on; the facts tell by whom and how.
        """
        actor = self.actor
        which = {"case": case_id, "street": actor.street_id, "own_unit": actor.unit_id}
        query = _CASE.where(visible(self)) if actor.role in UNIT_ROLES else _CASE
        row = self.connection.execute(query, which).mappings().one_or_none()
        if row is None:
            raise NotFound("case_unknown", id=case_id)
        if version is not None and row["version"] != version:
            raise Conflict(
                "case_moved_on",
                kind="case",
                id=case_id,
                number=row["number"],
                expected=version,
                actual=row["version"],
                since=self._steps_since(case_id, version),
            )
        columns = dict(row)
        around = circumstances.taken_from(columns)
        return CaseRecord(self, columns, around)

    def row(self, table: Table, id_: int, version: int | None = None) -> dict[str, Any]:
        """Return a row of a table of this street.

        :raises NotFound: no such row in this street.
        :raises Conflict: its version is another one.
        """
        which = {"its_id": id_, "its_street": self.actor.street_id}
        found = self.connection.execute(_row_of(table), which).mappings().one_or_none()
        if found is None:
            raise NotFound(f"{table.name}_unknown", id=id_)
        if version is not None and found["version"] != version:
            raise Conflict(
                f"{table.name}_moved_on",
                kind=table.name,
                id=id_,
                expected=version,
                actual=found["version"],
                since=[],
            )
        return dict(found)

    @property
    def room_id(self) -> int:
        """The street's command room."""
        return int(self.street_row["room_id"])

    def unit_of_kind(self, kind: str) -> int:
        """Return the street's one unit of a kind, such as the district's centre."""
        which = {"street": self.actor.street_id, "kind": str(kind)}
        return int(self.connection.execute(_UNIT_OF_KIND, which).scalar_one())

    def unit_row(self, unit_id: int) -> dict[str, Any]:
        """Return a unit of this street.

        :raises NotFound: ``unit_unknown``.
        """
        kept = self._reference.units
        if unit_id not in kept:
            kept[unit_id] = self.row(unit, unit_id)
        return dict(kept[unit_id])

    def item_row(self, item_id: int) -> dict[str, Any]:
        """Return an item of this street's list.

        :raises NotFound: ``item_unknown``.
        """
        kept = self._reference.items
        if item_id not in kept:
            kept[item_id] = self.row(item, item_id)
        return dict(kept[item_id])

    # What a handler does -------------------------------------------------------------

    def new_id(self, at: datetime | None = None) -> int:
        """Return a new 64-bit id, greater than all before it in the record."""
        if not self._ids_are_newest or not self._ids.left:
            self._take_ids(self.allocate(*_IDS, _ID_BLOCK))
        return self._next_id(at)

    def new_step_id(self) -> int:
        """Return the id of a step; its version tells its place, so it may come from what is left.

        Within one second another workstation may have given greater ones before.
        """
        if not self._ids.left:
            self._ids = self._shelf.take()
        return self._next_id(None) if self._ids.left else self.new_id()

    def _next_id(self, at: datetime | None) -> int:
        serial, left = self._ids
        self._ids = IdBlock(serial + 1, left - 1)
        seconds = int((at or self.now).timestamp())
        return seconds << _ID_BITS | serial & ((1 << _ID_BITS) - 1)

    def allocate(self, kind: str, name: str, count: int = 1) -> int:
        """Take the next ``count`` numbers of a counter and return the last one."""
        which = {"its_kind": kind, "its_name": name}
        last = self.connection.execute(_COUNT_UP, {**which, "more": count}).scalar()
        if last is None:
            start = {"kind": kind, "name": name, "last": count}
            last = self.connection.execute(_COUNT_START, start).scalar_one()
        return int(last)

    def allocate_with_ids(self, kind: str, name: str) -> int:
        """Take the next number of a counter, and the ids for what is to have it, in one go."""
        which = {"its_kind": kind, "its_name": name, "id_kind": _IDS[0], "id_name": _IDS[1]}
        last = {row.kind: row.last for row in self.connection.execute(_COUNT_UP_WITH_IDS, which)}
        if _IDS[0] in last:
            self._take_ids(last[_IDS[0]])
        return int(last[kind]) if kind in last else self.allocate(kind, name)

    def _take_ids(self, last: int) -> None:
        self._ids = IdBlock(last - _ID_BLOCK + 1, _ID_BLOCK)
        self._ids_are_newest = True

    @property
    def ids_left(self) -> IdBlock:
        """The ids that were taken and not needed."""
        return self._ids

    def insert(self, table: Table, /, **values: Any) -> int:
        """Add a row with a new id, record it for the audit and return the id."""
        id_ = int(values.pop("id", 0)) or self.new_id()
        self.connection.execute(_insert_into(table), {"id": id_, **values})
        self.record(table.name, id_, {name: (None, value) for name, value in values.items()})
        return id_

    def update(self, table: Table, before: Mapping[str, Any], /, **values: Any) -> None:
        """Change a row that was read, one version on, and record the difference.

        :raises Conflict: somebody else changed it in between.
        """
        where = table.c.id == before["id"]
        if "version" in table.c:
            where = and_(where, table.c.version == before["version"])
            values["version"] = before["version"] + 1
        done = self.connection.execute(update(table).where(where).values(**values))
        if done.rowcount != 1:
            raise Conflict(
                f"{table.name}_moved_on",
                kind=table.name,
                id=before["id"],
                expected=before.get("version"),
                actual=None,
                since=[],
            )
        changed = {
            name: (before.get(name), value)
            for name, value in values.items()
            if name != "version" and before.get(name) != value
        }
        self.record(table.name, int(before["id"]), changed)

    def record(self, kind: str, id_: int | None, columns: Mapping[str, tuple[Any, Any]]) -> None:
        """Note for the audit what changed in an object."""
        self.diffs.append(Diff(kind, id_, columns))
        if kind in KINDS:
            # From here on this transaction sees more than the mark stands for.
            self._reference = Reference()

    def record_private(self, kind: str, id_: int, columns: Mapping[str, tuple[Any, Any]]) -> None:
        """Note for the audit that private columns changed, without telling to what."""
        hidden = {
            name: (HIDDEN if before else before, HIDDEN if after else after)
            for name, (before, after) in columns.items()
        }
        self.record(kind, id_, hidden)

    def changed(self, kind: str, id_: int, unit_id: int | None = None) -> None:
        """Tell the other workstations that an object changed (cases do so by themselves)."""
        self.connection.execute(
            _CHANGE,
            {
                "at": self.now,
                "kind": kind,
                "object_id": id_,
                "street_id": self.actor.street_id,
                "unit_id": unit_id,
            },
        )

    def item_name(self, item_id: int | None) -> str:
        """Return the name of an item, or an empty text."""
        if item_id is None:
            return ""
        return str(self.item_row(item_id)["name"])

    @property
    def street_row(self) -> dict[str, Any]:
        """The street itself, with its ``room_id``."""
        kept = self._reference
        if kept.street is None:
            which = {"street": self.actor.street_id}
            kept.street = dict(self.connection.execute(_STREET, which).mappings().one())
        return kept.street

    def _steps_since(self, case_id: int, version: int) -> list[dict[str, Any]]:
        rows = self.connection.execute(
            select(case_step.c.kind, case_step.c.at, case_step.c.changes, person.c.name)
            .join(account, account.c.id == case_step.c.actor_id)
            .join(person, person.c.id == account.c.person_id)
            .where(case_step.c.case_id == case_id, case_step.c.version > version)
            .order_by(case_step.c.version)
        )
        return [
            {
                "who": row.name,
                "kind": row.kind,
                "at": plain(row.at),
                "columns": sorted(row.changes or {}),
            }
            for row in rows
        ]

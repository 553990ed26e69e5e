"""The admission list is kept: items added, changed, retired; temporary ones with a validity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import select

from db.commands.door import Command, Result, handles
from db.commands.meanwhile import OnSeen, refuse_moved
from db.commands.organisation import needed_name
from db.errors import RuleError
from db.model.item import item
from db.model.organisation import platform, unit
from db.rules.checks import clean_name
from db.rules.permissions import Permission
from db.rules.pinyin import full, initials
from db.rules.terms import ItemStatus, UnitKind, Urgency
from db.work import Work

MOST_HOURS = 24 * 366
_HANDLING_KINDS = (UnitKind.STATION, UnitKind.OFFICE, UnitKind.COMMUNITY)


@dataclass(frozen=True, kw_only=True)
class AddItem(Command):
    """Add an item to the admission list; with ``temporary`` it expires after ``valid_to``."""

    permission: ClassVar = Permission.SETTINGS
    code: str
    name: str
    class_name: str
    platform: str
    limit_hours: int
    urgency: Urgency = Urgency.NORMAL
    lead_code: str = ""
    assist_codes: str = ""
    temporary: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    approval_number: str = ""
    synonyms: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangeItem(OnSeen):
    """Change what is given of an item; cases that use it keep their own limit."""

    permission: ClassVar = Permission.SETTINGS
    item_id: int
    name: str | None = None
    class_name: str | None = None
    platform: str | None = None
    limit_hours: int | None = None
    urgency: Urgency | None = None
    lead_code: str | None = None
    assist_codes: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    approval_number: str | None = None
    synonyms: str | None = None


@dataclass(frozen=True, kw_only=True)
class RetireItem(OnSeen):
    """Take an item off the list from a day on; new cases under it are refused then."""

    permission: ClassVar = Permission.SETTINGS
    item_id: int
    last_day: date | None = None
    """Its last day; without one it is off at once."""


@handles(AddItem)
def add_item(work: Work, command: AddItem) -> Result:
    code = needed_name(command.code, "code").upper()
    name = needed_name(command.name, "name")
    _refuse_known(work, code, name)
    if command.temporary and command.valid_to is None:
        raise RuleError("temporary_without_end", name=name)
    columns: dict[str, Any] = {
        "class_name": needed_name(command.class_name, "class_name"),
        "platform": command.platform,
        "limit_hours": command.limit_hours,
        "urgency": int(command.urgency),
        "lead_code": command.lead_code,
        "assist_codes": command.assist_codes,
        "valid_from": command.valid_from,
        "valid_to": command.valid_to,
        "approval_number": clean_name(command.approval_number, field="approval_number"),
        "synonyms": clean_name(command.synonyms, field="synonyms", limit=200),
    }
    _refuse_unsound(work, columns)
    item_id = work.insert(
        item,
        street_id=work.actor.street_id,
        code=code,
        name=name,
        initials=initials(name),
        full_pinyin=full(name),
        status=(ItemStatus.TEMPORARY if command.temporary else ItemStatus.ACTIVE).value,
        **columns,
    )
    work.changed("item", item_id)
    return {"item_id": item_id, "code": code}


@handles(ChangeItem)
def change_item(work: Work, command: ChangeItem) -> Result:
    before = work.row(item, command.item_id)
    changes: dict[str, Any] = {}
    for field in ("platform", "limit_hours", "lead_code", "assist_codes", "valid_from", "valid_to"):
        value = getattr(command, field)
        if value is not None:
            changes[field] = value
    if command.urgency is not None:
        changes["urgency"] = int(command.urgency)
    for field in ("approval_number", "synonyms"):
        value = getattr(command, field)
        if value is not None:
            changes[field] = clean_name(value, field=field, limit=200)
    if command.class_name is not None:
        changes["class_name"] = needed_name(command.class_name, "class_name")
    if command.name is not None:
        name = needed_name(command.name, "name")
        if name != before["name"]:
            _refuse_known(work, "", name)
        changes |= {"name": name, "initials": initials(name), "full_pinyin": full(name)}
    _refuse_moved(work, before, changes, command.seen)
    _refuse_unsound(work, {**before, **changes})
    _refuse_no_change(before, changes)
    work.update(item, before, **changes)
    work.changed("item", command.item_id)
    return {"item_id": command.item_id, "code": before["code"]}


@handles(RetireItem)
def retire_item(work: Work, command: RetireItem) -> Result:
    before = work.row(item, command.item_id)
    if before["status"] == ItemStatus.RETIRED:
        raise RuleError("item_retired", name=before["name"], code=before["code"])
    last_day = command.last_day
    if last_day is not None and last_day >= work.now.date():
        changes: dict[str, Any] = {"valid_to": last_day}
    else:
        changes = {"status": ItemStatus.RETIRED.value, "valid_to": last_day or work.now.date()}
    _refuse_moved(work, before, changes, command.seen)
    _refuse_unsound(work, {**before, **changes})
    _refuse_no_change(before, changes)
    work.update(item, before, **changes)
    work.changed("item", command.item_id)
    return {"item_id": command.item_id, "code": before["code"]}


def _refuse_moved(
    work: Work, before: dict[str, Any], changes: dict[str, Any], seen: Mapping[str, Any] | None
) -> None:
    now = {name: before[name] for name in changes}
    refuse_moved(work, "item", int(before["id"]), now, seen)


def _refuse_no_change(before: dict[str, Any], changes: dict[str, Any]) -> None:
    if all(before[name] == value for name, value in changes.items()):
        raise RuleError("nothing_changed")


def _refuse_known(work: Work, code: str, name: str) -> None:
    """An item's code and name mean one item, also after it was retired."""
    rows = work.connection.execute(
        select(item.c.code, item.c.name).where(item.c.street_id == work.actor.street_id)
    )
    for row in rows:
        if code in (row.code, row.name) or name in (row.code, row.name):
            raise RuleError("item_exists", code=row.code, name=row.name)


def _refuse_unsound(work: Work, columns: dict[str, Any]) -> None:
    """Refuse a limit, a platform, a validity or a unit that no case could use."""
    if not 0 < columns["limit_hours"] <= MOST_HOURS:
        raise RuleError("limit_hours_bad", hours=columns["limit_hours"], most=MOST_HOURS)
    street = work.actor.street_id
    known = select(platform.c.code).where(platform.c.street_id == street)
    platforms = list(work.connection.execute(known).scalars())
    if columns["platform"] not in platforms:
        raise RuleError("platform_unknown", platform=columns["platform"], known=platforms)
    start, end = columns["valid_from"], columns["valid_to"]
    if start is not None and end is not None and end < start:
        raise RuleError("validity_backwards", start=start, end=end)
    wanted = {columns["lead_code"], *columns["assist_codes"].replace(",", " ").split()} - {""}
    if not wanted:
        return
    found = select(unit.c.code).where(
        unit.c.street_id == street,
        unit.c.code.in_(sorted(wanted)),
        unit.c.kind.in_([kind.value for kind in _HANDLING_KINDS]),
    )
    missing = wanted - set(work.connection.execute(found).scalars())
    if missing:
        raise RuleError("unit_code_unknown", codes=sorted(missing))

"""The office's rules are data: limits, supervision and the texts of papers change by command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from sqlalchemy import delete, insert, select, update

from db.commands.door import Command, Result, handles
from db.commands.meanwhile import OnSeen, refuse_moved
from db.errors import NotFound, RuleError
from db.model.setting import setting
from db.rules.checks import clean_text
from db.rules.notice_templates import template_fault
from db.rules.permissions import Permission
from db.rules.setting_fields import (
    SETTINGS,
    OutOfReach,
    SettingField,
    SettingUnit,
    fields_of,
    laid_over,
    out_of_order,
    out_of_reach,
    plain_number,
    value_of,
)
from db.work import Work

FURTHEST_DAYS = 731
"""So far ahead a change may be planned."""

Patches = dict[date, Any]
"""What is said of one setting, by the day from which it holds."""


@dataclass(frozen=True, kw_only=True)
class ChangeSetting(OnSeen):
    """Change one setting of the street; of a group such as ``limits`` only the named fields.

    ``value=None``, also for a field, gives the default back. ``valid_from=None`` means from now;
    a later day plans the change, and an earlier one is refused. ``seen`` tells by the key of
    a field what would hold on that day.
    """

    permission: ClassVar = Permission.SETTINGS
    name: str
    value: Any
    valid_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class DropPlannedSetting(Command):
    """Take back a planned change of one setting before its day has come."""

    permission: ClassVar = Permission.SETTINGS
    name: str
    valid_from: date


@handles(ChangeSetting)
def change_setting(work: Work, command: ChangeSetting) -> Result:
    fields = fields_of(command.name)
    if not fields:
        known = list(dict.fromkeys(one.name for one in SETTINGS))
        raise RuleError("setting_unknown", name=command.name, known=known)
    wanted = _wanted(fields, command)
    day = _day(work, command.valid_from)
    patches = _patches(work, command.name)
    before = _held(command.name, patches, day)
    said = {**(patches.get(day) or {}), **wanted} if fields[0].field else wanted[command.name]
    after = _held(command.name, {**patches, day: said}, day)
    changed = {
        one.key: (value_of(before, one), value_of(after, one))
        for one in fields
        if value_of(before, one) != value_of(after, one)
    }
    if not changed:
        raise RuleError("nothing_changed")
    now = {key: was for key, (was, _) in changed.items()}
    refuse_moved(work, "setting", work.actor.street_id, now, command.seen)
    _refuse_disorder(command.name, {**patches, day: said}, day)
    _store(work, command.name, day, said, known=day in patches)
    if day > work.now.date():
        changed["valid_from"] = (None, day)
    work.record("setting", work.actor.street_id, changed)
    work.changed("setting", work.actor.street_id)
    return {"name": command.name, "value": after.get(command.name), "valid_from": day.isoformat()}


@handles(DropPlannedSetting)
def drop_planned_setting(work: Work, command: DropPlannedSetting) -> Result:
    patches = _patches(work, command.name)
    day = command.valid_from
    if day not in patches or day <= work.now.date():
        raise NotFound("planned_setting_unknown", day=day)
    left = {other: said for other, said in patches.items() if other != day}
    before, after = _held(command.name, patches, day), _held(command.name, left, day)
    later = [other for other in left if other > day]
    _refuse_disorder(command.name, left, min(later, default=day))
    work.connection.execute(delete(setting).where(_where(work, command.name, day)))
    changed: dict[str, tuple[Any, Any]] = {
        one.key: (value_of(before, one), value_of(after, one))
        for one in fields_of(command.name)
        if value_of(before, one) != value_of(after, one)
    }
    work.record("setting", work.actor.street_id, {**changed, "valid_from": (day, None)})
    work.changed("setting", work.actor.street_id)
    return {"name": command.name}


def _wanted(fields: tuple[SettingField, ...], command: ChangeSetting) -> dict[str, Any]:
    """Return the checked values by field; for a setting of one value under its own name."""
    if not fields[0].field:
        return {command.name: _checked(fields[0], command.value)}
    known = {one.field: one for one in fields}
    if command.value is None:
        return dict.fromkeys(known)
    if not isinstance(command.value, Mapping):
        raise RuleError("setting_fields_missing", name=command.name, known=sorted(known))
    strange = sorted(str(name) for name in command.value if name not in known)
    if strange:
        raise RuleError("setting_fields_unknown", fields=strange, known=sorted(known))
    return {name: _checked(known[name], value) for name, value in command.value.items()}


def _checked(one: SettingField, value: Any) -> Any:
    fault = out_of_reach(one, value)
    if fault is not None:
        raise _refusal(fault)
    if value is None:
        return None
    if one.unit is SettingUnit.POINTS:
        return plain_number(value)
    if one.unit is SettingUnit.TEMPLATE:
        return _checked_template(one, value)
    if one.unit is SettingUnit.DAY_HOURS:
        return " ".join(value.split())
    return clean_text(value, field=one.key, limit=one.most) if isinstance(value, str) else value


def _checked_template(one: SettingField, value: str) -> str | None:
    """Return a template that can be filled; an empty one gives the built-in text back."""
    fault = template_fault(one.field, value)
    if fault is not None and fault.why == "unknown":
        raise RuleError(
            "place_unknown",
            field=one.key,
            place=fault.place,
            nearest=[f"〔{one}〕" for one in fault.nearest],
        )
    if fault is not None and fault.why == "brackets":
        raise RuleError("place_brackets", field=one.key)
    return clean_text(value, field=one.key, limit=one.most) or None


def _refusal(fault: OutOfReach) -> RuleError:
    one = fault.field
    facts = {"field": one.key, "setting": one.key}
    if fault.why == "order" and fault.other is not None:
        return RuleError("setting_order", **facts, higher=fault.other.key)
    if fault.why == "bounds":
        return RuleError(
            "setting_out_of_bounds", **facts, least=one.least, most=one.most, unit=one.unit
        )
    return RuleError("setting_bad", **facts, unit=one.unit)


def _refuse_disorder(name: str, patches: Patches, first: date) -> None:
    """Refuse what would hold no longer together, on the day itself or with a later plan."""
    for day in sorted({first, *(other for other in patches if other > first)}):
        fault = out_of_order(_held(name, patches, day))
        if fault is not None:
            raise _refusal(fault)


def _day(work: Work, wanted: date | None) -> date:
    today = work.now.date()
    if wanted is None:
        return today
    if wanted < today:
        raise RuleError("setting_from_past", field="valid_from", day=wanted)
    if wanted > today + timedelta(FURTHEST_DAYS):
        raise RuleError("setting_from_far", field="valid_from", day=wanted)
    return wanted


def _held(name: str, patches: Patches, day: date) -> dict[str, Any]:
    """Return what is said of a setting on a day."""
    return laid_over((name, patches[other]) for other in sorted(patches) if other <= day)


def _patches(work: Work, name: str) -> Patches:
    found = work.connection.execute(
        select(setting.c.valid_from, setting.c.value).where(
            setting.c.street_id == work.actor.street_id, setting.c.name == name
        )
    )
    return {row.valid_from: row.value for row in found}


def _store(work: Work, name: str, day: date, said: Any, *, known: bool) -> None:
    if known:
        work.connection.execute(update(setting).where(_where(work, name, day)).values(value=said))
        return
    work.connection.execute(
        insert(setting).values(
            street_id=work.actor.street_id, name=name, valid_from=day, value=said
        )
    )


def _where(work: Work, name: str, day: date) -> Any:
    return (
        (setting.c.street_id == work.actor.street_id)
        & (setting.c.name == name)
        & (setting.c.valid_from == day)
    )

"""The office's rules are data: limits, supervision and the working calendar change by command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import delete, insert, select, update

from db.commands.door import Command, Result, handles
from db.errors import RuleError
from db.model.setting import calendar_day, setting
from db.rules.checks import clean_name, clean_text
from db.rules.limits import Limits
from db.rules.permissions import Permission
from db.rules.supervision import SupervisionRules
from db.work import Work

Checked = Callable[[Any, Any], Any]
"""Takes the value so far and the wanted one, and returns what is to be stored."""

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_DAYS = 800


@dataclass(frozen=True, kw_only=True)
class ChangeSetting(Command):
    """Change one setting of the street; of ``limits`` and ``supervision`` only the named fields.

    ``value=None`` gives the setting back its default.
    """

    permission: ClassVar = Permission.SETTINGS
    name: str
    value: Any


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """What the office says of one day; ``is_workday=None`` leaves it to the announced calendar."""

    day: date
    is_workday: bool | None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class SetCalendarDays(Command):
    """Lay the office's own days over the announced calendar; deadlines set before stay."""

    permission: ClassVar = Permission.SETTINGS
    days: tuple[CalendarDay, ...]


@handles(ChangeSetting)
def change_setting(work: Work, command: ChangeSetting) -> Result:
    check = KNOWN.get(command.name)
    if check is None:
        raise RuleError("setting_unknown", name=command.name, known=sorted(KNOWN))
    where = (setting.c.street_id == work.actor.street_id) & (setting.c.name == command.name)
    row = work.connection.execute(select(setting.c.value).where(where)).one_or_none()
    before = None if row is None else row.value
    after = None if command.value is None else check(before, command.value)
    if before == after:
        raise RuleError("nothing_changed")
    if after is None:
        work.connection.execute(delete(setting).where(where))
    elif row is None:
        work.connection.execute(
            insert(setting).values(street_id=work.actor.street_id, name=command.name, value=after)
        )
    else:
        work.connection.execute(update(setting).where(where).values(value=after))
    work.record("setting", work.actor.street_id, {command.name: (before, after)})
    work.changed("setting", work.actor.street_id)
    return {"name": command.name, "value": after}


@handles(SetCalendarDays)
def set_calendar_days(work: Work, command: SetCalendarDays) -> Result:
    if not 0 < len(command.days) <= MOST_DAYS:
        raise RuleError("calendar_days_count", most=MOST_DAYS)
    changed: dict[str, tuple[Any, Any]] = {}
    for wanted in command.days:
        if not FIRST_YEAR <= wanted.day.year <= LAST_YEAR:
            raise RuleError("calendar_day_bad", day=wanted.day)
        before = _own_day(work, wanted.day)
        _set_day(work, wanted, before is not None)
        if before != wanted.is_workday:
            changed[wanted.day.isoformat()] = (before, wanted.is_workday)
    work.record("calendar", work.actor.street_id, changed)
    work.changed("calendar", work.actor.street_id)
    return {"days": len(command.days), "changed": len(changed)}


def _own_day(work: Work, day: date) -> bool | None:
    found = work.connection.execute(
        select(calendar_day.c.is_workday).where(
            calendar_day.c.street_id == work.actor.street_id, calendar_day.c.day == day
        )
    ).scalar()
    return None if found is None else bool(found)


def _set_day(work: Work, wanted: CalendarDay, known: bool) -> None:
    where = (calendar_day.c.street_id == work.actor.street_id) & (calendar_day.c.day == wanted.day)
    if wanted.is_workday is None:
        work.connection.execute(delete(calendar_day).where(where))
        return
    note = clean_name(wanted.note, field="note")
    if known:
        work.connection.execute(
            update(calendar_day).where(where).values(is_workday=wanted.is_workday, note=note)
        )
        return
    work.connection.execute(
        insert(calendar_day).values(
            street_id=work.actor.street_id,
            day=wanted.day,
            is_workday=wanted.is_workday,
            note=note,
        )
    )


def _fields_of(kind: type[Any]) -> Checked:
    """Return the check of a setting that is a group of named fields."""
    names = {one.name for one in fields(kind)}

    def check(before: Any, wanted: Any) -> dict[str, Any]:
        if not isinstance(wanted, Mapping) or not wanted.keys() <= names:
            unknown = sorted(set(wanted) - names) if isinstance(wanted, Mapping) else []
            raise RuleError("setting_fields_unknown", fields=unknown, known=sorted(names))
        after = {**(before or {}), **wanted}
        try:
            problems = kind(**after).problems()
        except (TypeError, ValueError, ArithmeticError) as error:
            raise RuleError("setting_bad", fields=sorted(wanted)) from error
        if problems:
            raise RuleError("setting_bad", fields=sorted(problems))
        return after

    return check


def _yes_or_no(before: Any, wanted: Any) -> bool:
    if not isinstance(wanted, bool):
        raise RuleError("setting_bad", fields=["value"])
    return wanted


def _percent(before: Any, wanted: Any) -> int:
    if type(wanted) is not int or not 0 <= wanted <= 100:
        raise RuleError("setting_bad", fields=["value"])
    return wanted


def _words(before: Any, wanted: Any) -> str:
    if not isinstance(wanted, str):
        raise RuleError("setting_bad", fields=["value"])
    return clean_text(wanted, field="value", limit=500)


KNOWN: dict[str, Checked] = {
    "limits": _fields_of(Limits),
    "supervision": _fields_of(SupervisionRules),
    "fair_is_satisfied": _yes_or_no,
    "spot_check_percent": _percent,
    "contact_phone": _words,
    "report_to": _words,
    "minutes_copy_to": _words,
}
"""Every setting by name, with what checks it."""

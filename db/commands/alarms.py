"""A person has seen alarms, puts them off, or says how loud they may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from sqlalchemy import select

from db.commands.door import Command, Result, handles
from db.commands.shape import refuse_misshapen
from db.errors import NotFound, RuleError
from db.model.case import cases
from db.model.desk import alarm_acknowledged, alarm_volume
from db.queries.deadlines import LIGHT_COLUMNS, running
from db.rules.alarms import AlarmKind
from db.rules.permissions import Permission
from db.rules.terms import UNIT_ROLES
from db.work import Work

MOST_ALARMS = 500
LONGEST_SNOOZE = 8 * 60
LOUDEST = 100


@dataclass(frozen=True, kw_only=True)
class SeenAlarm:
    """An alarm as the person saw it."""

    case_id: int
    kind: AlarmKind
    deadline_at: datetime


@dataclass(frozen=True, kw_only=True)
class AcknowledgeAlarms(Command):
    """Make alarms quiet for this person: for some minutes, or while their deadline stands."""

    permission: ClassVar = Permission.CASE_SEE
    alarms: tuple[SeenAlarm, ...]
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class SetAlarmVolume(Command):
    """Say how loud the alarms of this person are, in per cent; 0 is silent."""

    permission: ClassVar = Permission.CASE_SEE
    volume: int


@handles(AcknowledgeAlarms)
def acknowledge_alarms(work: Work, command: AcknowledgeAlarms) -> Result:
    if not 0 < len(command.alarms) <= MOST_ALARMS:
        raise RuleError("not_consistent", field="alarms")
    if command.minutes is not None and not 0 < command.minutes <= LONGEST_SNOOZE:
        raise RuleError("not_consistent", field="minutes")
    until = None if command.minutes is None else work.now + timedelta(minutes=command.minutes)
    kept = 0
    for alarm in command.alarms:
        refuse_misshapen(alarm)
        # A deadline that moved in between is another alarm, and it is to be heard.
        if _deadline(work, alarm.case_id) == alarm.deadline_at:
            _keep(work, alarm, until)
            kept += 1
    return {"acknowledged": kept}


@handles(SetAlarmVolume)
def set_alarm_volume(work: Work, command: SetAlarmVolume) -> Result:
    if not 0 <= command.volume <= LOUDEST:
        raise RuleError("not_consistent", field="volume")
    before = (
        work.connection.execute(
            select(alarm_volume).where(alarm_volume.c.account_id == work.actor.account_id)
        )
        .mappings()
        .one_or_none()
    )
    if before is not None:
        work.update(alarm_volume, dict(before), volume=command.volume)
    else:
        work.insert(
            alarm_volume,
            street_id=work.actor.street_id,
            account_id=work.actor.account_id,
            volume=command.volume,
        )
    return {"volume": command.volume}


def _deadline(work: Work, case_id: int) -> datetime | None:
    """Return the deadline that runs on a case of the actor's own.

    :raises NotFound: ``case_unknown``.
    """
    query = select(cases.c.id, cases.c.holder_id, *LIGHT_COLUMNS).where(
        cases.c.id == case_id, cases.c.street_id == work.actor.street_id
    )
    row = work.connection.execute(query).one_or_none()
    is_others = work.actor.role in UNIT_ROLES and row and row.holder_id != work.actor.unit_id
    if row is None or is_others:
        raise NotFound("case_unknown", id=case_id)
    return running(row)[0]


def _keep(work: Work, alarm: SeenAlarm, until: datetime | None) -> None:
    work.insert(
        alarm_acknowledged,
        street_id=work.actor.street_id,
        account_id=work.actor.account_id,
        case_id=alarm.case_id,
        kind=alarm.kind.value,
        deadline_at=alarm.deadline_at,
        at=work.now,
        quiet_until=until,
    )

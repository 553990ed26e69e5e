"""Alarms: what calls a person, what an acknowledgement silences, and for how long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, event, select, update

from db.commands.alarms import AcknowledgeAlarms, SeenAlarm, SetAlarmVolume
from db.errors import NotAllowed, NotFound, RecordError, RuleError
from db.model.audit import audit
from db.model.desk import alarm_acknowledged
from db.queries.alarms import USUAL_VOLUME, AlarmView, alarms
from db.rules.alarms import AlarmClock, AlarmKind
from db.rules.terms import Urgency
from tests.story import Story


def view(story: Story, by: str = "operator", **later: float) -> AlarmView:
    """Return a person's alarms, after some time if asked."""
    if later:
        # A command of somebody is what moves the clock of a practice street.
        story.do(SetAlarmVolume(volume=USUAL_VOLUME), by="zzd", at=story.later(**later))
    found: AlarmView = story.ask(alarms, by=by)
    return found


def kinds(found: AlarmView) -> dict[int, AlarmKind]:
    """Return which case calls why."""
    return {one.key.case_id: one.key.kind for one in found.alarms}


def seen(found: AlarmView) -> tuple[SeenAlarm, ...]:
    """Return all alarms as a person acknowledges them."""
    return tuple(
        SeenAlarm(case_id=one.case_id, kind=one.kind, deadline_at=one.deadline_at)
        for one in found.loud
    )


def test_an_urgent_case_calls_the_room_until_it_is_accepted(story: Story) -> None:
    story.registered()
    case = story.registered(urgency=Urgency.URGENT)
    found = view(story)
    assert kinds(found)[case] is AlarmKind.URGENT_WAITING
    (alarm,) = [one for one in found.alarms if one.row.id == case]
    assert (alarm.clock, alarm.since) == (AlarmClock.ACCEPTANCE, story.now)
    assert kinds(view(story, "sfs")) == {}
    story.accept(case)
    story.assign(case, "SFS")
    assert case not in kinds(view(story))


def test_a_deadline_calls_its_unit_when_near_and_the_room_when_passed(story: Story) -> None:
    case = story.signed("SFS")
    assert kinds(view(story, "sfs")) == {}
    due = story.column(case, "due_at")
    near = view(story, "sfs", seconds=(due - story.now).total_seconds() - 3600)
    assert kinds(near) == {case: AlarmKind.NEARLY_DUE}
    assert near.alarms[0].since < story.now
    assert kinds(view(story)) == {}
    late = view(story, hours=2)
    assert kinds(late) == {case: AlarmKind.OVERDUE}
    assert late.alarms[0].since == due
    assert kinds(view(story, "sfs")) == {case: AlarmKind.OVERDUE}
    assert kinds(view(story, "pcs")) == {}
    assert view(story, "leader").count == 0


def test_what_was_acknowledged_is_quiet_until_the_next_threshold(story: Story) -> None:
    case = story.signed("SFS")
    due = story.column(case, "due_at")
    near = view(story, "sfs", seconds=(due - story.now).total_seconds() - 3600)
    story.do(AcknowledgeAlarms(alarms=seen(near)), by="sfs")
    quiet = view(story, "sfs")
    assert (quiet.count, quiet.loud, quiet.alarms[0].is_quiet) == (1, frozenset(), True)
    assert len(view(story, "sfs_head").loud) == 1
    assert {one.kind for one in view(story, "sfs", hours=2).loud} == {AlarmKind.OVERDUE}


def test_another_deadline_is_another_alarm(story: Story) -> None:
    case = story.signed("SFS")
    due = story.column(case, "due_at")
    view(story, "sfs", seconds=(due - story.now).total_seconds() - 3600)
    story.do(AcknowledgeAlarms(alarms=seen(view(story, "sfs"))), by="sfs")
    assert not view(story, "sfs").loud
    story.extend(case, 1)
    (again,) = view(story, "sfs").loud
    assert again.deadline_at == story.column(case, "due_at") > due


def test_an_acknowledgement_of_a_deadline_that_moved_silences_nothing(story: Story) -> None:
    case = story.signed("SFS")
    due = story.column(case, "due_at")
    old = SeenAlarm(case_id=case, kind=AlarmKind.OVERDUE, deadline_at=due - timedelta(days=1))
    assert story.do(AcknowledgeAlarms(alarms=(old,)), by="sfs")["acknowledged"] == 0


def test_a_snoozed_alarm_calls_again(story: Story) -> None:
    story.registered(urgency=Urgency.URGENT)
    story.do(AcknowledgeAlarms(alarms=seen(view(story)), minutes=5))
    found = view(story)
    assert not found.loud
    assert found.alarms[0].quiet_until == story.now + timedelta(minutes=5)
    assert len(view(story, minutes=6).loud) == 1


def test_an_acknowledgement_stands_in_the_audit_and_stays(story: Story) -> None:
    story.registered(urgency=Urgency.URGENT)
    story.do(AcknowledgeAlarms(alarms=seen(view(story))))
    with story.database.reading() as connection:
        entry: Any = connection.execute(select(audit).order_by(audit.c.seq.desc())).first()
    assert entry.command == "AcknowledgeAlarms"
    for statement in (update(alarm_acknowledged).values(kind="x"), delete(alarm_acknowledged)):
        with (
            pytest.raises(RecordError, match=r"append_only|server_refused"),
            story.database.writing(story.account("operator")) as connection,
        ):
            connection.execute(statement)


def test_nobody_acknowledges_what_is_not_his(story: Story) -> None:
    case = story.signed("SFS")
    other = SeenAlarm(
        case_id=case, kind=AlarmKind.OVERDUE, deadline_at=story.column(case, "due_at")
    )
    with pytest.raises(NotFound):
        story.do(AcknowledgeAlarms(alarms=(other,)), by="pcs")
    with pytest.raises(NotAllowed):
        story.do(AcknowledgeAlarms(alarms=(other,)), by="auditor")
    for wrong in (
        AcknowledgeAlarms(alarms=()),
        AcknowledgeAlarms(alarms=(other,), minutes=0),
        SetAlarmVolume(volume=101),
    ):
        with pytest.raises(RuleError):
            story.do(wrong, by="sfs")


def test_the_volume_is_of_the_person(story: Story) -> None:
    assert view(story).volume == USUAL_VOLUME
    story.do(SetAlarmVolume(volume=0))
    story.do(SetAlarmVolume(volume=30))
    assert (view(story).volume, view(story, "operator2").volume) == (30, USUAL_VOLUME)


def test_alarms_take_few_statements_whatever_their_number(story: Story) -> None:
    sent: list[str] = []

    def note(*told: Any) -> None:
        sent.append(told[2])

    def counted() -> int:
        sent.clear()
        view(story)
        return len(sent)

    story.registered(urgency=Urgency.URGENT)
    event.listen(story.database.engine, "before_cursor_execute", note)
    try:
        one = counted()
        for _ in range(5):
            story.registered(urgency=Urgency.URGENT)
        assert counted() == one <= 12
    finally:
        event.remove(story.database.engine, "before_cursor_execute", note)

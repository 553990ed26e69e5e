"""A shift hands over: counts of the moment, matters by name, two signatures, then nothing moves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from db.commands.handovers import (
    HandedMatter,
    HandOver,
    SettleMatter,
    TakeOver,
    WithdrawHandover,
)
from db.errors import Conflict, NotAllowed, NotFound, RecordError, RuleError
from db.model.audit import audit
from db.model.handover import handover, handover_item
from db.queries.desk import Duty, desk
from db.queries.handovers import (
    NO_SHIFT,
    ShiftView,
    handover_draft,
    handover_of,
    handovers,
    shift_view,
)
from db.rules.shifts import Shift, ShiftCount, began_at, shift_at, shift_to_hand_over
from db.rules.terms import Urgency
from tests.story import MONDAY, Story


def hand_over(story: Story, *case_ids: int, by: str = "operator", to: str = "operator2") -> int:
    """Hand over with these cases by name; return the id of the record."""
    command = HandOver(
        taker_id=story.account(to),
        shift=Shift.DAY,
        note="台风蓝色预警，注意低洼处。",
        matters=tuple(HandedMatter(case_id=id_, remark="盯紧") for id_ in case_ids),
    )
    return int(story.do(command, by=by)["handover_id"])


def view(story: Story, by: str = "operator2") -> ShiftView:
    """Return what of the handovers concerns a person."""
    found: ShiftView = story.ask(shift_view, by=by)
    return found


@pytest.mark.parametrize(
    ("moment", "on_duty", "handed_over"),
    [
        (datetime(2026, 11, 16, 8, 29), Shift.NIGHT, Shift.NIGHT),
        (datetime(2026, 11, 16, 8, 35), Shift.DAY, Shift.NIGHT),
        (datetime(2026, 11, 16, 10, 0), Shift.DAY, Shift.DAY),
        (datetime(2026, 11, 16, 17, 45), Shift.NIGHT, Shift.DAY),
        (datetime(2026, 11, 16, 20, 0), Shift.NIGHT, Shift.NIGHT),
    ],
)
def test_the_shift_that_has_just_ended_is_handed_over(
    moment: datetime, on_duty: Shift, handed_over: Shift
) -> None:
    assert shift_at(moment) is on_duty
    assert shift_to_hand_over(moment) is handed_over


def test_a_night_began_on_the_evening_before() -> None:
    assert began_at(Shift.NIGHT, MONDAY) == datetime(2026, 11, 15, 17, 30)
    assert began_at(Shift.DAY, MONDAY) == datetime(2026, 11, 15, 8, 30)
    assert began_at(Shift.DAY, MONDAY + timedelta(minutes=1)) == MONDAY


def test_the_counts_are_those_that_the_desk_shows_at_that_moment(story: Story) -> None:
    story.registered()
    story.registered(urgency=Urgency.URGENT)
    accepted = story.registered()
    story.accept(accepted)
    story.assigned("SFS")
    reported = story.signed("SFS")
    story.report(reported)
    story.signed("SFS", at=story.later(days=20))
    story.later(minutes=5)
    handover_id = hand_over(story)
    counts = story.ask(handover_of, handover_id).counts
    columns = {column.duty: column.count for column in story.ask(desk).columns}
    assert counts[ShiftCount.WAITING_ACCEPTANCE] == columns[Duty.WAITING_ACCEPTANCE] == 2
    assert counts[ShiftCount.TO_ASSIGN] == columns[Duty.TO_ASSIGN] + columns[Duty.RETURNED] == 1
    assert counts[ShiftCount.TO_VERIFY] == columns[Duty.TO_VERIFY] == 1
    assert (counts[ShiftCount.TO_SIGN], counts[ShiftCount.URGENT_OPEN]) == (1, 1)
    assert counts[ShiftCount.OVERDUE] == 5
    story.accept(next(iter(story.ask(desk).columns[1].ids)))
    assert story.ask(handover_of, handover_id).counts == counts


def test_the_next_one_signs_and_only_then_the_matters_are_theirs(story: Story) -> None:
    case = story.assigned("SFS")
    handover_id = hand_over(story, case)
    before = view(story)
    assert before.to_take is not None and before.to_take.id == handover_id
    assert [one.remark for one in before.to_take.matters] == ["盯紧"]
    assert before.matters == () and before.last is None
    assert view(story, "operator").given == before.to_take
    signed_at = story.later(minutes=9)
    story.do(TakeOver(handover_id=handover_id, version=1), by="operator2", at=signed_at)
    after = view(story)
    assert after.to_take is None and after.last is not None
    assert (after.last.giver, after.last.taker) == ("值班员甲", "值班员乙")
    assert after.last.taken_at == story.now
    assert [(one.case_id, one.giver, one.is_open) for one in after.matters] == [
        (case, "值班员甲", True)
    ]
    assert view(story, "shift_lead").matters == after.matters
    assert [one.id for one in story.ask(handovers)] == [handover_id]
    assert view(story, "sfs") == NO_SHIFT


def test_a_matter_is_settled_by_a_word_or_with_its_case(story: Story) -> None:
    first, second = story.signed("SFS"), story.signed("SFS")
    handover_id = hand_over(story, first, second)
    matters = story.ask(handover_of, handover_id).matters
    with pytest.raises(RuleError, match="handover_not_taken"):
        story.do(SettleMatter(matter_id=matters[0].id), by="operator2")
    story.do(TakeOver(handover_id=handover_id), by="operator2")
    story.do(SettleMatter(matter_id=matters[0].id, note="已电话联系"), by="operator2")
    assert [one.case_id for one in view(story).matters] == [second]
    with pytest.raises(RuleError, match="matter_settled"):
        story.do(SettleMatter(matter_id=matters[0].id))
    story.report(second)
    story.verify(second)
    assert view(story).matters == ()
    told = story.ask(handover_of, handover_id).matters
    assert [(one.settled_by, one.settled_note) for one in told] == [
        ("值班员乙", "已电话联系"),
        ("", ""),
    ]


def test_an_unsigned_handover_is_taken_back_by_who_gave_it_and_leaves_no_trace_on_desks(
    story: Story,
) -> None:
    handover_id = hand_over(story)
    with pytest.raises(RuleError, match="handover_open"):
        hand_over(story)
    with pytest.raises(RuleError, match="handover_of_another"):
        story.do(WithdrawHandover(handover_id=handover_id), by="operator2")
    story.do(WithdrawHandover(handover_id=handover_id))
    assert view(story) == ShiftView(None, None, None, ())
    with pytest.raises(NotFound, match="handover_unknown"):
        story.do(TakeOver(handover_id=handover_id), by="operator2")
    hand_over(story)


def test_who_may_not_hand_or_take_over_is_refused(story: Story) -> None:
    for login, code in (
        ("operator", "handover_to_oneself"),
        ("clerk", "handover_to_outsider"),
        ("sfs", "handover_to_outsider"),
    ):
        with pytest.raises(RuleError, match=code):
            hand_over(story, to=login)
    with pytest.raises(NotAllowed):
        hand_over(story, by="sfs")
    with pytest.raises(NotAllowed):
        story.ask(handover_draft, by="leader")
    handover_id = hand_over(story)
    with pytest.raises(RuleError, match="handover_of_another"):
        story.do(TakeOver(handover_id=handover_id), by="shift_lead")
    with pytest.raises(Conflict):
        story.do(TakeOver(handover_id=handover_id, version=7), by="operator2")


def test_a_closed_or_doubled_case_is_not_handed_over(story: Story) -> None:
    closed, case = story.signed("SFS"), story.registered()
    story.report(closed)
    story.verify(closed)
    with pytest.raises(RuleError, match="handover_case_closed"):
        hand_over(story, closed)
    with pytest.raises(RuleError, match="not_consistent"):
        hand_over(story, case, case)
    with pytest.raises(NotFound, match="case_unknown"):
        hand_over(story, 7)
    assert view(story).to_take is None


def test_what_both_signed_is_changed_by_nobody(story: Story) -> None:
    handover_id = hand_over(story, story.registered())
    story.do(TakeOver(handover_id=handover_id), by="operator2")
    case = story.registered()
    line: dict[str, Any] = {"id": 1, "handover_id": handover_id, "case_id": case}
    for statement in (
        update(handover).values(note="改"),
        update(handover).values(taken_at=None),
        delete(handover),
        update(handover_item).values(remark="改"),
        delete(handover_item),
        insert(handover_item).values(**line),
    ):
        with (
            pytest.raises(RecordError, match=r"append_only|server_refused"),
            story.database.writing(story.account("operator2")) as connection,
        ):
            connection.execute(statement)


def test_nobody_signs_for_another_even_past_the_commands(story: Story) -> None:
    hand_over(story)
    with (
        pytest.raises(RuleError, match="actor"),
        story.database.writing(story.account("operator")) as connection,
    ):
        connection.execute(update(handover).values(taken_at=story.now))


def test_both_signatures_stand_in_the_audit(story: Story) -> None:
    handover_id = hand_over(story, story.registered())
    story.do(TakeOver(handover_id=handover_id), by="operator2")
    with story.database.reading() as connection:
        rows = connection.execute(
            select(audit.c.command, audit.c.actor_id).order_by(audit.c.seq.desc()).limit(2)
        ).all()
    assert [tuple(row) for row in rows] == [
        ("TakeOver", story.account("operator2")),
        ("HandOver", story.account("operator")),
    ]


def test_a_draft_offers_the_colleagues_and_the_gravest_cases_first(story: Story) -> None:
    story.registered()
    urgent = story.registered(urgency=Urgency.URGENT)
    major = story.registered(urgency=Urgency.MAJOR)
    draft = story.ask(handover_draft)
    assert [one.id for one in draft.cases] == [major, urgent]
    assert {one.name for one in draft.colleagues} == {"值班员乙", "值班长甲", "主任甲"}
    assert draft.shift is Shift.NIGHT

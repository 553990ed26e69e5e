"""What 改派, 延期 and 督办 do to the case in the same transaction (domain.md §4.4, §1.4, §1.7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from db.commands.carry_out import CODE
from db.commands.decisions import ChangeDecision, WithdrawDecision
from db.commands.exceptions import RequestExtension, SuspendCase
from db.commands.flow import AssignCase
from db.commands.notices import CheckNotice, DraftNotice, IssueNotice, NoticeTexts
from db.errors import Conflict, NotAllowed, RecordError, RuleError
from db.model.case import case_step, extension_request
from db.queries.case_detail import case_detail
from db.queries.decisions import decisions
from db.queries.meetings import meeting_detail
from db.queries.notice_detail import notice_detail
from db.queries.outlook import outlook
from db.rules.agenda import DecisionKind, DecisionState, Section
from db.rules.decided import EffectKind
from db.rules.notice_states import NoticeState
from db.rules.steps import StepKind
from db.rules.terms import CaseState, SupervisionLevel, Urgency
from db.verify import verify
from tests.meeting_story import (
    FRIDAY,
    NEXT_MONDAY,
    adjourn,
    agree,
    decision_order,
    decision_row,
    far,
    meet,
    returned_twice,
    reviewed,
)
from tests.story import MONDAY, Story

WEDNESDAY = datetime(2026, 11, 25, 17, 30)
CHAIRS = ("shift_lead", "director", "leader")
REASSIGN = {"kind": DecisionKind.REASSIGN, "assist_ids": ()}
EXTEND = {"kind": DecisionKind.EXTEND}
SUPERVISE = {"kind": DecisionKind.SUPERVISE}


def decide(
    story: Story, meeting_id: int, case: int, by: str = "shift_lead", **facts: Any
) -> dict[str, Any]:
    """Decide on a case as a person who may chair."""
    answer: dict[str, Any] = story.do(
        decision_order(story, meeting_id, case_id=case, **facts), by=by
    )
    return answer


def due_on_wednesday(story: Story, **facts: Any) -> int:
    """Make a case that its unit has in hand and that is due on Wednesday of the meeting's week."""
    case = story.registered(item_id=story.item("MD03"), **facts)
    story.accept(case)
    story.do(AssignCase(case_id=case, lead_id=story.unit("SFS"), due_at=WEDNESDAY))
    story.sign(case)
    return case


def steps_of(story: Story, case: int) -> list[Any]:
    """Return the steps of a case, oldest first."""
    with story.database.reading() as connection:
        query = select(case_step).where(case_step.c.case_id == case).order_by(case_step.c.version)
        return list(connection.execute(query))


def requests_of(story: Story, case: int) -> list[Any]:
    """Return the requests for more time on a case."""
    with story.database.reading() as connection:
        query = select(extension_request).where(extension_request.c.case_id == case)
        return list(connection.execute(query))


def refused(
    story: Story, meeting_id: int, case: int, by: str = "shift_lead", **facts: Any
) -> RecordError:
    """Try a decision that is refused; nothing of it may stay, and the outlook said so before."""
    version, known = story.column(case, "version"), story.ask(decisions)
    order = decision_order(story, meeting_id, case_id=case, **facts)
    foreseen = story.ask(
        outlook, case, order.kind, order.lead_id, order.assist_ids, order.due_at, by=by
    ).refusal
    with pytest.raises(RecordError) as caught:
        story.do(order, by=by)
    assert story.column(case, "version") == version
    assert story.ask(decisions) == known
    assert foreseen is not None and foreseen.code == caught.value.code
    return caught.value


# 改派 ------------------------------------------------------------------------------------


def _waiting_for_a_unit(story: Story) -> int:
    case = story.registered()
    story.accept(case)
    return case


def _returned_once(story: Story) -> int:
    case = story.assigned()
    story.give_back(case)
    return case


STANDINGS: dict[str, tuple[Callable[[Story], int], StepKind]] = {
    "待交办": (_waiting_for_a_unit, StepKind.ASSIGN),
    "待签收": (Story.assigned, StepKind.REASSIGN),
    "处置中": (Story.signed, StepKind.REASSIGN),
    "退回一次": (_returned_once, StepKind.REASSIGN),
    "退回两次": (returned_twice, StepKind.FORCE_ASSIGN),
}
BY_HAND: dict[str, set[str]] = {
    "operator": {"待交办", "待签收", "处置中", "退回一次"},
    "shift_lead": {"待交办", "待签收", "处置中", "退回一次"},
    "director": set(STANDINGS),
    "leader": set(STANDINGS),
}
"""Who may have a case in which standing reassigned by the meeting."""


@pytest.mark.parametrize("standing", STANDINGS)
@pytest.mark.parametrize("by", BY_HAND)
def test_a_case_goes_to_the_unit_of_the_decision_where_the_chair_may_say_so(
    story: Story, standing: str, by: str
) -> None:
    make, kind = STANDINGS[standing]
    case = make(story)
    meeting_id = meet(story)
    facts = {**REASSIGN, "lead_id": story.unit("ZZD"), "assist_ids": (story.unit("PCS"),)}
    if standing not in BY_HAND[by]:
        code = "decision_by_director" if kind is StepKind.FORCE_ASSIGN else "decision_by_chair"
        assert refused(story, meeting_id, case, by, **facts).code == code
        return
    answer = decide(story, meeting_id, case, by, **facts)
    decided, given = steps_of(story, case)[-2:]
    assert (decided.kind, given.kind) == (StepKind.DECIDE, kind)
    assert (given.note, given.target_id) == (answer["code"], story.unit("ZZD"))
    assert story.state_of(case) is CaseState.WAITING_SIGNATURE
    assert story.column(case, "holder_id") == story.column(case, "lead_id") == story.unit("ZZD")
    # The new unit gets the clock that the ordinary command gives: one working day.
    assert story.column(case, "sign_due_at") == datetime(2026, 11, 24, 17, 30)
    units = {one.unit_id: one.part.value for one in story.ask(case_detail, case).units}
    assert units[story.unit("PCS")] == "assist"
    assert answer["case_version"] == story.column(case, "version")
    [effect] = decision_row(story, answer["decision_id"]).effects
    assert (effect.kind, effect.step) == (EffectKind.REASSIGNED, kind)
    assert (effect.unit_name, effect.signed_at) == ("综合行政执法中队", None)
    assert verify(story.database) == []


def test_a_reassigned_case_keeps_its_limit_and_shows_who_signed_for_it(story: Story) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    answer = decide(story, meeting_id, case, **REASSIGN, lead_id=story.unit("PCS"))
    assert story.column(case, "due_at") == WEDNESDAY
    story.sign(case, by="pcs", at=NEXT_MONDAY + timedelta(hours=2))
    [effect] = decision_row(story, answer["decision_id"]).effects
    assert effect.signed_at == story.now


def test_a_leader_reassigns_only_by_the_meeting(story: Story) -> None:
    case = story.signed()
    with pytest.raises(NotAllowed):
        story.do(AssignCase(case_id=case, lead_id=story.unit("PCS")), by="leader")
    assert StepKind.REASSIGN not in story.ask(case_detail, case, by="leader").possible
    meeting_id = meet(story)
    decide(story, meeting_id, case, "leader", kind=DecisionKind.CONTINUE)
    leader = story.account("leader")
    with (
        pytest.raises(RecordError, match="guard_just_decided"),
        story.database.writing(leader) as connection,
    ):
        connection.execute(
            text(
                "INSERT INTO case_step (id, case_id, version, kind, from_state, to_state, actor_id,"
                " role, unit_id, at, changes) SELECT 1, id, version + 1, 'reassign', state, 40,"
                " :leader, 'leader', :unit, '2026-11-23 12:00:00.000000', '{}' FROM cases"
                " WHERE id = :case"
            ),
            {"leader": leader, "unit": story.unit("LD"), "case": case},
        )


def test_a_case_stays_where_the_same_unit_is_named_again(story: Story) -> None:
    case = story.signed()
    meeting_id = meet(story)
    error = refused(story, meeting_id, case, **REASSIGN, lead_id=story.unit("SFS"))
    assert (error.code, error.facts["field"]) == ("decision_same_unit", "lead_id")
    decide(story, meeting_id, case, kind=DecisionKind.REASSIGN, assist_ids=(story.unit("PCS"),))
    assert story.state_of(case) is CaseState.WAITING_SIGNATURE


def test_a_suspended_case_is_not_reassigned(story: Story) -> None:
    case = story.signed()
    story.do(SuspendCase(case_id=case, reason="当事人外出", review_on=FRIDAY), by="director")
    meeting_id = meet(story)
    error = refused(story, meeting_id, case, **REASSIGN, lead_id=story.unit("PCS"))
    assert error.code == "decision_cannot_reassign"
    assert error.facts["case_state"] == CaseState.SUSPENDED


# 延期 ------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", CHAIRS)
def test_the_deadline_moves_to_the_day_of_the_decision(story: Story, by: str) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    answer = decide(story, meeting_id, case, by, **EXTEND)
    assert story.column(case, "due_at") == FRIDAY
    assert story.column(case, "original_due_at") == WEDNESDAY
    assert (story.column(case, "extension_count"), story.column(case, "extended_days")) == (1, 2)
    [request] = requests_of(story, case)
    assert (request.state, request.days, request.new_due_at) == ("granted", 2, FRIDAY)
    assert request.unit_id == story.unit("SFS")
    [effect] = decision_row(story, answer["decision_id"]).effects
    assert (effect.kind, effect.days) == (EffectKind.EXTENDED, 2)
    assert (effect.old_due_at, effect.new_due_at) == (WEDNESDAY, FRIDAY)
    assert steps_of(story, case)[-1].note == answer["code"]


def test_an_open_request_is_answered_by_the_decision(story: Story) -> None:
    case = due_on_wednesday(story)
    ask = RequestExtension(case_id=case, days=1, reason="当事人外出", progress="已约谈一方")
    story.do(ask, by="sfs")
    meeting_id = meet(story)
    facts = (case, DecisionKind.EXTEND, story.unit("SFS"), (), FRIDAY)
    assert story.ask(outlook, *facts, by="director").asked_days == 1
    answer = decide(story, meeting_id, case, **EXTEND)
    [request] = requests_of(story, case)
    assert (request.state, request.reason, request.answer) == (
        "granted",
        "当事人外出",
        answer["code"],
    )
    assert request.new_due_at == story.column(case, "due_at") == FRIDAY


def test_what_the_rules_of_extension_forbid_is_refused_with_its_reason(story: Story) -> None:
    case = due_on_wednesday(story)
    late, unsigned = story.signed(at=MONDAY), story.assigned()
    meeting_id = meet(story)
    for facts, code, field in (
        ({"due_at": datetime(2026, 11, 28, 17, 30)}, "decision_on_day_off", "due_at"),
        ({"due_at": WEDNESDAY}, "decision_extends_nothing", "due_at"),
        ({"due_at": datetime(2026, 12, 31, 17, 30)}, "decision_extends_too_far", "due_at"),
    ):
        error = refused(story, meeting_id, case, **{**EXTEND, **facts})
        assert (error.code, error.facts["field"]) == (code, field)
    assert refused(story, meeting_id, late, **EXTEND).code == "decision_extends_too_late"
    assert refused(story, meeting_id, unsigned, **EXTEND).code == "decision_cannot_extend"
    assert refused(story, meeting_id, case, "operator", **EXTEND).code == "decision_by_chair"


def test_a_second_extension_is_the_directors_and_a_third_nobodys(story: Story) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    days = [datetime(2026, 11, day, 17, 30) for day in (26, 27, 30)]
    decide(story, meeting_id, case, **EXTEND, due_at=days[0])
    error = refused(story, meeting_id, case, **EXTEND, due_at=days[1])
    assert error.code == "extension_by_director"
    decide(story, meeting_id, case, "director", **EXTEND, due_at=days[1])
    error = refused(story, meeting_id, case, "director", **EXTEND, due_at=days[2])
    assert error.code == "guard_extensions_left"
    assert story.column(case, "due_at") == days[1]


def test_a_major_case_is_extended_by_a_leader_in_natural_days(story: Story) -> None:
    case = due_on_wednesday(story, urgency=Urgency.MAJOR)
    meeting_id = meet(story)
    facts: dict[str, Any] = {**EXTEND, "due_at": datetime(2026, 11, 26, 12, 0)}
    error = refused(story, meeting_id, case, "director", **facts)
    assert error.code == "extension_by_leader"
    decide(story, meeting_id, case, "leader", **facts)
    assert story.column(case, "due_at") == WEDNESDAY + timedelta(days=1)


# 督办 ------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["operator", *CHAIRS])
def test_a_notice_is_drafted_with_the_decision_as_its_basis(story: Story, by: str) -> None:
    case = story.signed(at=MONDAY)
    meeting_id = meet(story)
    notice = NoticeTexts(basis=f"例会议定事项{CODE}。", demands=("三日内办结",))
    answer = decide(story, meeting_id, case, by, **SUPERVISE, notice=notice)
    [effect] = decision_row(story, answer["decision_id"]).effects
    assert (effect.kind, effect.level) == (EffectKind.DRAFTED, SupervisionLevel.ORDINARY)
    drafted = story.ask(notice_detail, effect.notice_id)
    assert drafted.state is NoticeState.DRAFT
    assert drafted.basis == f"例会议定事项{answer['code']}。"
    assert (drafted.unit.name, drafted.finish_by) == ("司法所", FRIDAY)
    assert drafted.case is not None and drafted.case.id == case
    assert drafted.agreed is not None and drafted.agreed.code == answer["code"]
    assert story.column(case, "supervision_level") == SupervisionLevel.NONE


def test_an_issued_notice_is_what_became_of_the_decision(story: Story) -> None:
    case = story.signed(at=MONDAY)
    meeting_id = meet(story)
    notice = NoticeTexts(demands=("三日内办结",))
    answer = decide(story, meeting_id, case, **SUPERVISE, notice=notice)
    notice_id = answer["effects"][0]["notice_id"]
    for command in (CheckNotice(notice_id=notice_id), IssueNotice(notice_id=notice_id)):
        story.do(command, by="shift_lead")
    shown = decision_row(story, answer["decision_id"])
    assert shown.state is DecisionState.SUPERVISED
    assert shown.effects[0].notice_state is NoticeState.ISSUED
    assert shown.effects[0].notice_number.endswith("〔2026〕1号")
    adjourn(story, meeting_id)
    following = meet(story, 1)
    rows = story.ask(meeting_detail, following).of(Section.SUPERVISION)
    told = [one.decision.effects for one in rows if one.decision is not None]
    assert told == [shown.effects]
    # Supervision only rises: the next meeting drafts the next card.
    again = decide(story, following, case, **SUPERVISE, due_at=FRIDAY + timedelta(weeks=1))
    assert again["effects"][0]["level"] == SupervisionLevel.YELLOW


def test_a_supervision_that_cannot_rise_or_is_under_way_is_refused(story: Story) -> None:
    red, drafted = story.signed(at=MONDAY), story.signed(at=MONDAY)
    story.do(DraftNotice(case_id=drafted))
    made = story.do(
        DraftNotice(case_id=red, level=SupervisionLevel.RED, texts=NoticeTexts(demands=("办结",)))
    )
    story.do(CheckNotice(notice_id=made["notice_id"]), by="director")
    story.do(IssueNotice(notice_id=made["notice_id"]), by="leader")
    meeting_id = meet(story)
    assert refused(story, meeting_id, red, **SUPERVISE).code == "decision_above_red"
    assert refused(story, meeting_id, drafted, **SUPERVISE).code == "decision_drafted_before"
    closed = story.self_handled()
    assert refused(story, meeting_id, closed, **SUPERVISE).code == "decision_cannot_supervise"


# Changed and taken back --------------------------------------------------------------------


def test_a_withdrawn_decision_leaves_what_it_did_and_says_so(story: Story) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    made = decide(story, meeting_id, case, **EXTEND)
    answer = story.do(
        WithdrawDecision(decision_id=made["decision_id"], reason="会上改了主意"), by="shift_lead"
    )
    assert answer["stays"] == [EffectKind.EXTENDED]
    assert story.column(case, "due_at") == FRIDAY
    shown = decision_row(story, made["decision_id"])
    assert shown.stored_state is DecisionState.WITHDRAWN
    assert [one.kind for one in shown.effects] == [EffectKind.EXTENDED]
    plain = agree(story, meeting_id)
    assert story.do(WithdrawDecision(decision_id=plain))["stays"] == []


def test_a_decision_put_right_does_what_it_has_not_done_yet(story: Story) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    made = decide(story, meeting_id, case, kind=DecisionKind.CONTINUE, assist_ids=())
    assert made["effects"] == []

    def change(**facts: Any) -> dict[str, Any]:
        command = ChangeDecision(decision_id=made["decision_id"], **facts)
        answer: dict[str, Any] = story.do(command, by="shift_lead")
        return answer

    first = change(kind=DecisionKind.REASSIGN, lead_id=story.unit("PCS"))
    assert [one["unit_id"] for one in first["effects"]] == [story.unit("PCS")]
    assert first["stays"] == []
    version = story.column(case, "version")
    assert change(text="只改文字")["effects"] == []
    assert [one.kind for one in steps_of(story, case)[version:]] == [StepKind.DECIDE]
    second = change(lead_id=story.unit("ZZD"))
    assert story.column(case, "lead_id") == story.unit("ZZD")
    assert (len(second["effects"]), second["stays"]) == (1, [])
    third = change(kind=DecisionKind.CONTINUE)
    assert (third["effects"], third["stays"]) == ([], [EffectKind.REASSIGNED])
    assert story.column(case, "lead_id") == story.unit("ZZD")
    shown = decision_row(story, made["decision_id"]).effects
    assert [one.unit_id for one in shown] == [story.unit("PCS"), story.unit("ZZD")]


def test_another_date_does_not_extend_a_second_time(story: Story) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    made = decide(story, meeting_id, case, **EXTEND)
    later = datetime(2026, 11, 30, 17, 30)
    command = ChangeDecision(decision_id=made["decision_id"], due_at=later)
    answer = story.do(command, by="shift_lead")
    assert (answer["effects"], answer["stays"]) == ([], [EffectKind.EXTENDED])
    assert story.column(case, "due_at") == FRIDAY
    assert story.column(case, "extension_count") == 1


def test_another_unit_does_not_change_the_drafted_notice(story: Story) -> None:
    case = story.signed(at=MONDAY)
    meeting_id = meet(story)
    made = decide(story, meeting_id, case, **SUPERVISE)
    command = ChangeDecision(
        decision_id=made["decision_id"], lead_id=story.unit("ZZD"), assist_ids=()
    )
    assert story.do(command, by="shift_lead")["stays"] == [EffectKind.DRAFTED]
    drafted = story.ask(notice_detail, made["effects"][0]["notice_id"])
    assert drafted.unit.name == "司法所"


def test_a_change_that_the_rules_forbid_leaves_the_decision_as_it_was(story: Story) -> None:
    case = story.signed(at=MONDAY)
    meeting_id = meet(story)
    made = decide(story, meeting_id, case, kind=DecisionKind.CONTINUE)
    before = decision_row(story, made["decision_id"])
    change = ChangeDecision(decision_id=made["decision_id"], kind=DecisionKind.EXTEND)
    with pytest.raises(RuleError) as caught:
        story.do(change, by="shift_lead")
    assert caught.value.code == "decision_extends_too_late"
    assert decision_row(story, made["decision_id"]) == before
    with pytest.raises(Conflict):
        story.do(
            ChangeDecision(decision_id=made["decision_id"], case_version=1, text="别的"),
            by="shift_lead",
        )


# The rest ----------------------------------------------------------------------------------


def test_the_other_kinds_and_agreements_in_general_do_nothing_to_a_case(story: Story) -> None:
    case = far(story)
    meeting_id = meet(story)
    for kind in (DecisionKind.CONTINUE, DecisionKind.CLOSE, DecisionKind.OTHER):
        version = story.column(case, "version")
        assert decide(story, meeting_id, case, "operator", kind=kind)["effects"] == []
        assert story.column(case, "version") == version + 1
        facts = (case, kind, story.unit("SFS"), (), FRIDAY)
        assert story.ask(outlook, *facts).refusal is None
    general = agree(story, meeting_id, kind=DecisionKind.EXTEND)
    assert decision_row(story, general).effects == ()


def test_a_repeated_order_acts_once(story: Story) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    order = decision_order(story, meeting_id, case_id=case, **EXTEND)
    first = story.do(order, by="shift_lead")
    assert story.do(order, by="shift_lead") == first
    assert story.column(case, "extension_count") == 1
    assert verify(story.database) == []


def test_a_kept_promise_shows_its_effect_on_the_next_agenda(story: Story) -> None:
    case = due_on_wednesday(story)
    meeting_id = meet(story)
    made = decide(story, meeting_id, case, **REASSIGN, lead_id=story.unit("PCS"))
    adjourn(story, meeting_id)
    row = reviewed(story, meet(story, 1))[made["decision_id"]]
    assert row.decision is not None
    assert [one.unit_name for one in row.decision.effects] == ["派出所"]


def test_who_holds_no_meetings_is_not_told_what_one_would_do(story: Story) -> None:
    case = story.signed()
    with pytest.raises(NotAllowed):
        story.ask(outlook, case, DecisionKind.EXTEND, story.unit("SFS"), (), FRIDAY, by="sfs_head")
    with pytest.raises(RecordError):
        story.ask(outlook, 1, DecisionKind.EXTEND, story.unit("SFS"), (), FRIDAY)

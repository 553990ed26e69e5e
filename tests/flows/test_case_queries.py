"""Lists, tabs, rows, the panel of a case, the desk: what people read, as they may read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from db.commands.attachments import AttachFile
from db.commands.exceptions import GrantExtension, RequestExtension, SuspendCase
from db.commands.flow import AssignCase
from db.commands.intake import SaveDraft, VoidCase
from db.commands.marks import InstructCase, LinkDuplicate, UrgeCase
from db.errors import NotFound, RuleError
from db.model.attachment import attachment_chunk
from db.queries.case_detail import attachment_bytes, case_detail
from db.queries.cases import case_id_of, case_rows, tab_counts
from db.queries.page import CaseFilter, Order, Tab, case_count, case_ids
from db.rules.clock import FactCode
from db.rules.steps import StepKind
from db.rules.terms import (
    CaseState,
    Level,
    Light,
    Source,
    UnitPart,
    Urgency,
)
from db.sync import drop_rules, sync_rules
from tests.story import MONDAY, Story

TODAY = MONDAY.date()
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 300_000


def statements(story: Story, work: Callable[[], Any]) -> list[str]:
    """Return the statements on cases that some work sends."""
    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if "FROM cases" in statement:
            sent.append(statement)

    event.listen(story.database.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(story.database.engine, "before_cursor_execute", note)
    return sent


def ids(story: Story, by: str = "operator", order: Order = Order.NEWEST, **wish: Any) -> list[int]:
    """Return the ids of a filter's cases."""
    return list(story.ask(case_ids, CaseFilter(**wish), order, by=by))


# Lists ---------------------------------------------------------------------------------


def test_lists_are_in_the_order_asked_for(story: Story) -> None:
    late = story.signed("SFS")
    story.later(hours=1)
    urgent = story.assigned("PCS", urgency=Urgency.URGENT)
    story.later(hours=1)
    new = story.registered()
    closed = story.self_handled()
    assert ids(story) == [closed, new, urgent, late]
    assert ids(story, order=Order.OLDEST) == [late, urgent, new, closed]
    assert story.column(urgent, "due_at") != story.column(late, "due_at")
    by_due = sorted((late, urgent), key=lambda case: story.column(case, "due_at"))
    assert ids(story, order=Order.DEADLINE) == [new, *by_due, closed]


def test_a_list_goes_on_behind_an_id_and_stops_at_its_limit(story: Story) -> None:
    made = [story.registered() for _ in range(5)]
    assert list(story.ask(case_ids, CaseFilter(), Order.NEWEST, 2)) == [made[4], made[3]]
    assert list(story.ask(case_ids, CaseFilter(), Order.NEWEST, 2, made[3])) == [made[2], made[1]]
    assert list(story.ask(case_ids, CaseFilter(), Order.OLDEST, 9, made[3])) == [made[4]]
    assert story.ask(case_count, CaseFilter(), 3) == 3
    assert story.ask(case_count, CaseFilter(), None) == 5


def test_each_filter_narrows_to_its_cases(story: Story) -> None:
    plain = story.registered()
    other = story.signed("PCS", item_id=story.item("ZA01"), source=Source.POLICE_110)
    story.do(UrgeCase(case_id=plain, reason="领导关注"), by="shift_lead")
    grid = story.self_handled(grid_id=story.unit("33030300100401"))
    wanted: tuple[tuple[dict[str, Any], set[int]], ...] = (
        ({"states": (CaseState.WAITING_ACCEPTANCE,)}, {plain}),
        ({"open_only": True}, {plain, other}),
        ({"item_ids": (story.item("ZA01"),)}, {other}),
        ({"class_names": ("治安安全隐患类",)}, {other}),
        ({"sources": (Source.POLICE_110,)}, {other}),
        ({"unit_ids": (story.unit("PCS"),)}, {other}),
        ({"lead_ids": (story.unit("PCS"),)}, {other}),
        ({"holder_ids": (story.unit("ZHS"),)}, {plain}),
        ({"grid_ids": (story.unit("33030300100401"),)}, {grid}),
        ({"community_ids": (story.unit("330303001004"),)}, {plain, other, grid}),
        ({"urged": True}, {plain}),
        ({"urged": False}, {other, grid}),
        ({"transferred": True}, {other}),
        ({"self_handled": True}, {grid}),
        ({"supervised": True}, set()),
        ({"legacy": False}, {plain, other, grid}),
        ({"public": True}, set()),
        ({"is_duplicate": True}, set()),
        ({"ids": (plain, grid)}, {plain, grid}),
        ({"ids": ()}, set()),
        ({"urgencies": (Urgency.NORMAL, Urgency.URGENT)}, {plain, other, grid}),
        ({"urgencies": (Urgency.MAJOR,)}, set()),
        ({"levels": (Level.GRID,)}, {plain, grid}),
        ({"registered_from": TODAY, "registered_to": TODAY}, {plain, other, grid}),
        ({"registered_to": TODAY - timedelta(days=1)}, set()),
        ({"due_to": TODAY}, {plain}),
        ({"closed_from": TODAY, "closed_to": TODAY}, {grid}),
        ({"reporter_phone": "13805770001"}, {plain, other, grid}),
        ({"overdue": True}, set()),
        ({"overdue": False}, {plain, other, grid}),
        ({"platforms": ("zz",), "supervision_levels": (-1,)}, {plain, other, grid}),
    )
    for wish, expected in wanted:
        found = set(ids(story, **wish))
        assert found == expected, wish
        assert story.ask(case_count, CaseFilter(**wish)) == len(expected), wish


def test_mine_is_what_my_unit_has_a_part_in(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS",))
    own = story.registered(by="pcs")
    assert set(ids(story, by="pcs", mine=True)) == {case, own}
    assert ids(story, by="pcs", held_by_me=True) == []
    assert ids(story, by="sfs", held_by_me=True) == [case]
    assert ids(story, by="zzd", mine=True) == []


def test_nobody_lists_what_is_not_theirs_to_see(story: Story) -> None:
    case = story.assigned("SFS")
    assert ids(story, by="zzd") == []
    assert story.ask(case_rows, [case], by="zzd") == {}
    assert ids(story, by="auditor") == []
    with pytest.raises(NotFound):
        story.ask(case_detail, case, by="zzd")
    with pytest.raises(NotFound):
        story.ask(case_id_of, "YZH202611160001", by="zzd")


def test_a_case_is_found_by_its_number(story: Story) -> None:
    case = story.registered()
    assert story.ask(case_id_of, " yzh202611160001 ") == case


# Tabs ----------------------------------------------------------------------------------


def test_the_tabs_count_what_their_lists_hold(story: Story) -> None:
    story.registered()
    story.assigned("SFS")
    returned = story.assigned("SFS")
    story.give_back(returned)
    reported = story.signed("SFS")
    story.report(reported)
    waiting = story.signed("SFS", wants_call_back=True)
    story.report(waiting)
    story.verify(waiting)
    story.self_handled()
    void = story.registered()
    story.do(VoidCase(case_id=void, version=None, reason="误报"), by="shift_lead")
    story.do(SaveDraft(facts=story.facts(item_id=None)))
    late = story.signed("PCS")
    story.later(days=20)
    story.registered()
    for wish in (CaseFilter(), CaseFilter(search="噪声"), CaseFilter(platforms=("zz",))):
        numbers = story.ask(tab_counts, wish)
        for tab in Tab:
            listed = story.ask(case_ids, wish.replace(tab=tab))
            assert numbers[tab] == len(listed), tab
        assert numbers[Tab.ALL] == 9
        # A draft without an item belongs to no platform.
        assert numbers[Tab.DRAFTS] == int(not wish.platforms)
        assert numbers[Tab.VOID] == 1
        assert numbers[Tab.TO_ASSIGN] == numbers[Tab.TO_CALL_BACK] == 1
        assert numbers[Tab.CLOSED] == 2
        assert numbers[Tab.CLOSED_TODAY] == 0
    assert late in ids(story, tab=Tab.OVERDUE)


def test_the_red_rows_are_the_overdue_list_and_the_yellow_ones_nearly_due(story: Story) -> None:
    suspended = story.signed("SFS")
    story.do(
        SuspendCase(case_id=suspended, reason="待鉴定", review_on=MONDAY + timedelta(days=60)),
        by="director",
    )
    for hours in (0, 1, 20, 30, 60, 100):
        story.later(hours=hours)
        story.signed("SFS")
        story.registered()
        story.assigned("PCS", urgency=Urgency.URGENT)
        reported = story.signed("ZZD")
        story.report(reported, by="zzd")
    rows = story.ask(case_rows, ids(story))
    red = {id_ for id_, row in rows.items() if row.light is Light.RED}
    yellow = {id_ for id_, row in rows.items() if row.light is Light.YELLOW}
    assert set(ids(story, tab=Tab.OVERDUE)) == red
    assert set(ids(story, nearly_due=True)) == yellow
    assert red and yellow
    assert rows[suspended].light is Light.GREY
    assert rows[suspended].remaining is None


# Rows ----------------------------------------------------------------------------------


def test_a_row_tells_names_and_the_running_deadline(story: Story) -> None:
    case = story.assigned("SFS", grid_id=story.unit("33030300100401"))
    row = story.ask(case_rows, [case])[case]
    assert (row.number, row.item, row.platform_name) == ("YZH202611160001", "邻里纠纷", "综治工作")
    assert (row.community, row.holder, row.lead) == ("永上居委会", "司法所", "司法所")
    assert row.grid.startswith("永上")
    assert row.deadline_at == row.due_at
    assert row.remaining is not None and not row.remaining.is_overdue
    assert (row.light, row.overdue_workdays) == (Light.GREEN, 0)
    story.later(days=10)
    late = story.ask(case_rows, [story.registered(), case])[case]
    assert (late.light, late.was_late) == (Light.RED, True)
    assert late.overdue_workdays > 0


def test_the_room_has_its_own_clock_while_it_verifies(story: Story) -> None:
    case = story.signed("SFS")
    story.report(case)
    row = story.ask(case_rows, [case])[case]
    assert row.deadline_at == story.column(case, "verify_due_at")
    assert row.was_late is False


def test_rows_take_one_statement_whatever_their_number(story: Story) -> None:
    made = [story.registered() for _ in range(12)]
    sent = statements(story, lambda: story.ask(case_rows, made))
    assert len(sent) == 1


@pytest.mark.parametrize("by", ["leader", "clerk", "district"])
def test_private_facts_are_masked_for_who_may_not_see_them(story: Story, by: str) -> None:
    case = story.registered(content="请回电13805770001，门牌29号。", title="来电13805770001")
    row = story.ask(case_rows, [case], by=by)[case]
    assert (row.reporter_name, row.reporter_phone) == ("林**", "138****0001")
    detail = story.ask(case_detail, case, by=by)
    shown = repr(detail)
    assert "13805770001" not in shown
    assert "林大明" not in shown
    assert "13805770001" in repr(story.ask(case_detail, case))


# The panel -----------------------------------------------------------------------------


def test_the_panel_tells_the_whole_story_of_a_case(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    story.assign(case, "SFS", assist=("PCS",), inform=("ZZD",))
    story.sign(case)
    story.do(InstructCase(case_id=case, text="请限期办结"), by="leader")
    asked = story.do(
        RequestExtension(case_id=case, days=2, reason="当事人外出", progress="已约谈"), by="sfs"
    )
    story.do(GrantExtension(case_id=case, request_id=asked["request_id"]), by="shift_lead")
    detail = story.ask(case_detail, case)
    assert [step.kind for step in detail.steps] == [
        StepKind.REGISTER,
        StepKind.ACCEPT,
        StepKind.ASSIGN,
        StepKind.SIGN_FOR,
        StepKind.INSTRUCT,
        StepKind.REQUEST_EXTENSION,
        StepKind.GRANT_EXTENSION,
    ]
    assert detail.steps[2].target == "司法所"
    assert (detail.steps[3].actor, detail.steps[3].unit) == ("司法员甲", "司法所")
    assert detail.steps[3].to_state is CaseState.IN_PROGRESS
    assert "search_text" not in detail.steps[0].changes
    assert [(one.unit, one.part) for one in detail.units] == [
        ("司法所", UnitPart.LEAD),
        ("派出所", UnitPart.ASSIST),
        ("综合行政执法中队", UnitPart.INFORM),
    ]
    assert [(one.days, one.state, one.decided_by) for one in detail.extensions] == [
        (2, "granted", "值班长甲")
    ]
    assert detail.instruction == "请限期办结"
    assert detail.row.is_urged
    assert (detail.number, detail.version) == ("YZH202611160001", 7)
    assert detail.created_by_name == "值班员甲"


def test_the_deadline_is_explained_up_to_the_moment_that_is_shown(story: Story) -> None:
    case = story.registered()
    facts = story.ask(case_detail, case).deadline_facts
    assert facts[-1].moment == story.column(case, "accept_due_at")
    story.accept(case)
    story.assign(case, "SFS")
    facts = story.ask(case_detail, case).deadline_facts
    assert facts[0].code is FactCode.STARTS
    assert (facts[-1].code, facts[-1].moment) == (FactCode.DUE, story.column(case, "due_at"))
    story.sign(case)
    story.extend(case, 2)
    facts = story.ask(case_detail, case).deadline_facts
    assert FactCode.EXTENDED_WORKDAYS in {fact.code for fact in facts}
    assert facts[-1].moment == story.column(case, "due_at")
    story.report(case)
    facts = story.ask(case_detail, case).deadline_facts
    assert facts[-1].moment == story.column(case, "verify_due_at")


def test_a_deadline_set_by_hand_is_not_explained_away(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    due = MONDAY + timedelta(days=1, hours=3)
    story.do(AssignCase(case_id=case, lead_id=story.unit("SFS"), due_at=due))
    detail = story.ask(case_detail, case)
    assert detail.row.deadline_at == due
    assert detail.deadline_facts == ()


def test_the_panel_offers_just_the_steps_that_the_command_would_take(story: Story) -> None:
    case = story.assigned("SFS")
    assert StepKind.SIGN_FOR in story.ask(case_detail, case, by="sfs").possible
    assert StepKind.SIGN_FOR not in story.ask(case_detail, case).possible
    assert StepKind.RETURN in story.ask(case_detail, case, by="sfs_head").possible
    assert StepKind.RETURN not in story.ask(case_detail, case, by="sfs").possible
    assert StepKind.REASSIGN in story.ask(case_detail, case, by="director").possible


def test_duplicates_are_told_on_both_sides(story: Story) -> None:
    main, double = story.registered(), story.registered()
    story.do(LinkDuplicate(case_id=double, main_id=main))
    assert [one.id for one in story.ask(case_detail, main).duplicates] == [double]
    linked = story.ask(case_detail, double).main
    assert linked is not None and linked.id == main
    assert ids(story, duplicate_of=main) == [double]


def test_a_file_comes_back_as_it_was_given_and_only_to_who_sees_the_case(story: Story) -> None:
    case = story.registered()
    done = story.do(AttachFile(case_id=case, name="现场.png", data=PNG))
    (listed,) = story.ask(case_detail, case).attachments
    assert (listed.name, listed.size, listed.media_type) == ("现场.png", len(PNG), "image/png")
    assert story.ask(attachment_bytes, listed.id) == PNG
    with pytest.raises(NotFound):
        story.ask(attachment_bytes, done["attachment_id"], by="zzd")


def test_a_file_that_was_touched_is_not_handed_out(story: Story) -> None:
    case = story.registered()
    done = story.do(AttachFile(case_id=case, name="现场.png", data=PNG))
    with story.database.writing(None) as connection:
        drop_rules(connection)
        connection.execute(
            attachment_chunk.update().where(attachment_chunk.c.n == 1).values(bytes=b"else")
        )
        sync_rules(connection)
    with pytest.raises(RuleError) as refused:
        story.ask(attachment_bytes, done["attachment_id"])
    assert refused.value.code == "attachment_damaged"

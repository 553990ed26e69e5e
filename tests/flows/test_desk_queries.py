"""The desk, like cases, lists to pick from, history and accounts, as people may read them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from db.commands.exceptions import RequestExtension, SuspendCase
from db.commands.marks import LinkDuplicate
from db.errors import NotAllowed, NotFound
from db.feed import read_on
from db.model.meeting import decision, meeting
from db.model.supervision import notice
from db.queries import accounts, history, lookup
from db.queries.breakdowns import station_ranking
from db.queries.desk import Duty, desk, my_day, registered_today
from db.queries.duplicates import Likeness, calls_from, similar_cases
from db.queries.statistics import FigureScope, GroupBy, indicators
from db.rules.terms import (
    Role,
    Satisfaction,
    UnitKind,
    Urgency,
)
from db.sync import drop_rules, sync_rules
from tests.story import MONDAY, Story

TODAY = MONDAY.date()


# The desk ------------------------------------------------------------------------------


def columns(story: Story, by: str) -> dict[Duty, list[int]]:
    """Return the columns of a person's desk that hold something."""
    return {
        column.duty: list(column.ids) for column in story.ask(desk, by=by).columns if column.ids
    }


def test_a_case_wanders_from_desk_to_desk(story: Story) -> None:
    case = story.registered(wants_call_back=True)
    assert columns(story, "operator") == {Duty.WAITING_ACCEPTANCE: [case]}
    story.accept(case)
    assert columns(story, "operator") == {Duty.TO_ASSIGN: [case]}
    story.assign(case, "SFS", assist=("PCS",), inform=("ZZD",))
    assert columns(story, "sfs") == {Duty.TO_SIGN: [case]}
    assert columns(story, "pcs") == {Duty.TO_ASSIST: [case]}
    assert columns(story, "zzd") == {Duty.TO_READ: [case]}
    assert columns(story, "operator") == {}
    story.sign(case)
    assert columns(story, "sfs") == {Duty.TO_HANDLE: [case]}
    story.do(
        RequestExtension(case_id=case, days=1, reason="当事人外出", progress="已约谈"), by="sfs"
    )
    assert columns(story, "shift_lead") == {Duty.EXTENSIONS: [case]}
    story.later(days=10)
    story.registered()
    assert columns(story, "sfs")[Duty.OVERDUE] == [case]
    assert columns(story, "operator")[Duty.OVERDUE] == [case]


def test_a_report_waits_for_the_room_and_then_for_the_call(story: Story) -> None:
    case = story.signed("SFS", wants_call_back=True)
    story.report(case)
    assert columns(story, "operator")[Duty.TO_VERIFY] == [case]
    story.verify(case)
    assert columns(story, "operator") == {Duty.TO_CALL_BACK: [case]}
    story.call_back(case, Satisfaction.SATISFIED)
    assert story.ask(desk).waiting == 0


def test_a_suspended_case_comes_back_to_the_director_on_its_day(story: Story) -> None:
    case = story.signed("SFS")
    review = MONDAY + timedelta(days=3)
    story.do(SuspendCase(case_id=case, reason="待鉴定", review_on=review), by="director")
    assert columns(story, "director") == {}
    story.later(days=4)
    story.self_handled()
    assert columns(story, "director") == {Duty.REVIEW_SUSPENDED: [case]}


def test_my_day_counts_my_steps_of_today(story: Story) -> None:
    story.signed("SFS")
    story.later(days=1)
    case = story.signed("SFS")
    story.report(case)
    story.verify(case)
    story.self_handled()
    day = story.ask(my_day)
    assert (day.registered, day.accepted, day.assigned, day.verified) == (1, 1, 1, 1)
    assert (day.signed, day.all_registered, day.all_closed) == (0, 2, 2)
    assert story.ask(my_day, by="sfs").signed == 1
    assert len(story.ask(registered_today)) == 2


# Likeness ------------------------------------------------------------------------------


def test_a_like_case_is_told_with_its_reasons(story: Story) -> None:
    same = story.registered()
    story.registered(
        title="河道垃圾",
        content="镇中路桥下河道漂浮大量垃圾。",
        address="镇中路桥",
        item_id=story.item("MS04"),
        reporter_phone="",
    )
    (first,) = story.ask(
        similar_cases,
        content="中心街29号楼上装修噪声很大",
        address="中心街29号",
        phone="13805770001",
        item_id=story.item("MD02"),
    )
    assert first.id == same
    assert first.score > 80
    assert set(first.reasons) >= {Likeness.PHONE, Likeness.PLACE, Likeness.ITEM}
    assert story.ask(similar_cases, content="树木倒伏压住车辆", address="万顺路5号") == ()
    assert story.ask(similar_cases, phone="13805770001", except_id=same) == ()


def test_of_two_cases_alike_the_one_of_the_last_day_is_the_likelier(story: Story) -> None:
    older = story.registered()
    newer = story.registered(at=story.later(hours=25))
    story.database.clock = lambda: story.now
    first, second = story.ask(similar_cases, content="中心街29号楼上装修噪声很大")
    assert (first.id, second.id) == (newer, older)
    assert first.score > second.score
    assert Likeness.TIME in first.reasons and Likeness.TIME not in second.reasons


def test_an_old_case_is_no_duplicate_and_a_linked_one_is_told_by_its_main(story: Story) -> None:
    main, double = story.registered(), story.registered()
    story.do(LinkDuplicate(case_id=double, main_id=main))
    like = {"content": "中心街29号三楼夜间装修", "address": "永上社区中心街29号"}
    assert [one.id for one in story.ask(similar_cases, **like)] == [main]
    story.later(days=40)
    story.registered(title="路灯不亮", content="路灯不亮。", address="上京路", reporter_phone="")
    assert story.ask(similar_cases, **like) == ()


def test_a_caller_is_known_by_the_phone(story: Story) -> None:
    story.registered()
    last = story.registered(title="再次来电")
    known = story.ask(calls_from, "13805770001")
    assert (known.count, known.last_id, known.last_title) == (2, last, "再次来电")
    assert story.ask(calls_from, "13800000000").count == 0
    assert story.ask(calls_from, "110").count == 0


# Lists to pick from, history, accounts -----------------------------------------------------


def test_what_is_picked_from_lists_is_the_streets_own(story: Story) -> None:
    assert story.ask(lookup.street).name == "永中街道"
    items = story.ask(lookup.items, TODAY)
    assert len(items) == 61
    assert items[0].initials and items[0].platform_name
    assert {one.platform for one in story.ask(lookup.items, None, "sc")} == {"sc"}
    assert len(story.ask(lookup.class_names)) == 5
    assert len(story.ask(lookup.platforms)) == 4
    stations = story.ask(lookup.units, (UnitKind.STATION,))
    assert {one.kind for one in stations} == {UnitKind.STATION}
    kinds = {one.kind for one in story.ask(lookup.handling_units)}
    assert UnitKind.ROOM not in kinds and UnitKind.DISTRICT not in kinds
    places = story.ask(lookup.places)
    assert sum(len(place.grids) for place in places) == 60
    assert all(grid.parent_id == place.id for place in places for grid in place.grids)
    assert story.ask(lookup.unit_names)[story.unit("SFS")] == "司法所"
    assert [one.name for one in story.ask(lookup.people, story.unit("QZX"))] == ["区值班员"]
    suggested = story.ask(lookup.suggested_units, story.item("MD02"))
    assert suggested.lead_id == story.unit("SFS")
    assert story.unit("PCS") in suggested.assist_ids
    with pytest.raises(NotFound):
        story.ask(lookup.suggested_units, 1)


def test_expired_items_are_not_offered(story: Story) -> None:
    assert len(story.ask(lookup.items, date(1990, 1, 1))) <= 61
    assert len(story.ask(lookup.items)) == 61


def test_the_audit_is_read_by_the_auditor_alone(story: Story) -> None:
    case = story.registered()
    story.accept(case)
    with pytest.raises(NotAllowed):
        story.ask(history.audit_entries)
    entries = story.ask(history.audit_entries, by="auditor")
    assert [entry.command for entry in entries] == ["AcceptCase", "RegisterCase", "FoundStreet"]
    assert entries[0].actor == "值班员甲"
    assert entries[0].diff[0]["columns"]["state"] == [20, 30]
    older = story.ask(history.audit_entries, before=entries[0].seq, limit=1, by="auditor")
    assert [entry.command for entry in older] == ["RegisterCase"]
    by_command = story.ask(history.audit_entries, command="AcceptCase", by="auditor")
    assert len(by_command) == 1
    assert len(story.ask(history.audit_entries, object_kind="case", object_id=case, by="auditor"))


def test_the_log_is_read_on_from_where_it_was_read_to(story: Story) -> None:
    street = story.street_id()
    begin = read_on(story.database, street, None).place
    case = story.registered()
    seen = read_on(story.database, street, None).place
    story.accept(case)
    heard = read_on(story.database, street, seen)
    (change,) = heard.changes
    assert (change.kind, change.object_id) == ("case", case)
    assert read_on(story.database, street, heard.place).changes == ()
    registered, accepted = read_on(story.database, street, begin).changes
    assert (registered.object_id, accepted) == (case, change)
    assert read_on(story.database, street + 1, begin).changes == ()


def test_the_sign_on_page_knows_the_accounts_before_anyone_has_signed_on(story: Story) -> None:
    offered = accounts.sign_on_accounts(story.database)
    assert offered[0].role is Role.OPERATOR
    assert {one.login for one in offered} >= {"operator", "director", "sfs", "leader"}
    assert story.ask(accounts.myself, by="sfs").unit == "司法所"
    with pytest.raises(NotAllowed):
        story.ask(accounts.accounts)
    rows = story.ask(accounts.accounts, by="director")
    assert len(rows) == len(offered)
    assert not rows[0].sign_on.has_password


def test_notices_and_agreed_tasks_count_for_the_unit_that_owes_them(story: Story) -> None:
    sfs = story.unit("SFS")
    account = story.account("director")
    street_id = story.ask(lookup.street).id
    due = MONDAY + timedelta(days=2)
    common = {
        "street_id": street_id,
        "state": "struck_off",
        "unit_id": sfs,
        "drafted_by": account,
        "drafted_at": MONDAY,
        "issued_at": MONDAY,
        "finish_by": due,
    }
    rows = [
        {"id": 1, "level": 100, "struck_off_at": due, "struck_off_in_time": True},
        {"id": 2, "level": 200, "struck_off_at": None, "struck_off_in_time": None},
        {"id": 3, "level": 1, "struck_off_at": due, "struck_off_in_time": False},
    ]
    with story.database.writing(None) as connection:
        # Written as they would stand after weeks; the rules let nobody begin at the end.
        drop_rules(connection)
        connection.execute(insert(notice), [common | row for row in rows])
        withdrawn = common | rows[1] | {"id": 4, "withdrawn_reason": "误发"}
        connection.execute(insert(notice), withdrawn)
        connection.execute(
            insert(meeting).values(
                id=1,
                street_id=street_id,
                kind="weekly",
                year=2026,
                week=47,
                starts_at=MONDAY,
                state="closed",
            )
        )
        connection.execute(
            insert(decision).values(
                id=1,
                street_id=street_id,
                meeting_id=1,
                code="1",
                serial=1,
                kind="handle",
                lead_id=sfs,
                due_at=due,
                state="done",
                done_at=MONDAY,
                in_time=True,
            )
        )
        sync_rules(connection)
    scope = FigureScope(TODAY, due.date(), cutoff=due + timedelta(days=1))
    result = story.ask(indicators, scope, GroupBy.STATION)
    (group,) = result.groups
    assert group.key == sfs
    assert group.counters == result.total
    assert (result.total.strike_off_due, result.total.struck_off_on_time) == (3, 1)
    assert (result.total.agreed_due, result.total.agreed_on_time) == (1, 1)
    assert story.ask(indicators, scope, by="zzd").total.strike_off_due == 0
    place = next(one for one in story.ask(station_ranking, scope) if one.unit_id == sfs)
    assert (place.yellow_cards, place.red_cards) == (1, 1)


def test_a_leader_decides_the_extension_of_a_major_case(story: Story) -> None:
    case = story.signed("SFS", urgency=Urgency.MAJOR)
    story.do(
        RequestExtension(case_id=case, days=1, reason="当事人外出", progress="已约谈"), by="sfs"
    )
    assert columns(story, "leader").get(Duty.EXTENSIONS) == [case]
    assert Duty.EXTENSIONS not in columns(story, "shift_lead")
    assert Duty.EXTENSIONS not in columns(story, "director")

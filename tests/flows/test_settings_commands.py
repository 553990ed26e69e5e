"""The office's own data change by command: units, people, accounts, items, limits, calendar."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from db.accounts import actor_of
from db.commands.calendar import CalendarDay, SetCalendarDays
from db.commands.exceptions import RequestExtension
from db.commands.intake import RegisterCase, SelfHandleCase
from db.commands.items import AddItem, ChangeItem, RetireItem
from db.commands.organisation import (
    AddAccount,
    AddPerson,
    AddUnit,
    ChangeUnit,
    SetPassword,
    SwitchAccount,
)
from db.commands.privacy import ExportPrivate, SeePrivate
from db.commands.settings import ChangeSetting
from db.errors import NotAllowed, NotFound, RuleError
from db.model.account import account
from db.model.audit import audit
from db.model.organisation import unit
from db.rules.terms import CaseState, Role, Source, UnitKind
from db.verify import verify
from tests.story import MONDAY, Story

GOOD = "Lantern-2026-x"


def last_entry(story: Story) -> Any:
    """Return the newest audit entry."""
    with story.database.reading() as connection:
        return connection.execute(select(audit).order_by(audit.c.seq.desc())).first()


def account_row(story: Story, login: str) -> Any:
    """Return an account as it is stored."""
    with story.database.reading() as connection:
        return connection.execute(select(account).where(account.c.login == login)).one()


def test_a_new_grid_belongs_to_its_community_and_can_hold_cases(story: Story) -> None:
    parent = story.unit("330303001004")
    made = story.do(
        AddUnit(kind=UnitKind.GRID, code="G99", name="永上社区99网格", parent_id=parent),
        by="director",
    )
    case_id = story.registered(grid_id=made["unit_id"])
    assert story.column(case_id, "community_id") == parent


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"kind": UnitKind.GRID, "code": "G1", "name": "某网格"}, "grid_without_community"),
        ({"kind": UnitKind.ROOM, "code": "R2", "name": "另一个指挥室"}, "room_exists"),
        ({"kind": UnitKind.STATION, "code": "SFS", "name": "另一个司法所"}, "unit_exists"),
        ({"kind": UnitKind.STATION, "code": "X1", "name": " "}, "field_missing"),
    ],
)
def test_a_unit_that_does_not_fit_is_refused(
    story: Story, facts: dict[str, Any], code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        story.do(AddUnit(**facts), by="director")


def test_only_grids_have_a_unit_above_them(story: Story) -> None:
    parent = story.unit("330303001004")
    with pytest.raises(RuleError, match="parent_for_grids_only"):
        story.do(
            AddUnit(kind=UnitKind.OFFICE, code="O1", name="某办", parent_id=parent), by="director"
        )


def test_a_unit_is_changed_and_its_phone_stays_out_of_the_audit(story: Story) -> None:
    story.do(
        ChangeUnit(
            unit_id=story.unit("SFS"), name="永中司法所", short_name="司法所",
            department="区司法局", phone="0577-86000001", head_phone="13805770009",
            head_name="所长乙", duty_name="乙",
        ),
        by="director",
    )  # fmt: skip
    with story.database.reading() as connection:
        row = connection.execute(select(unit).where(unit.c.code == "SFS")).one()
    assert (row.name, row.initials, row.phone) == ("永中司法所", "yzsfs", "0577-86000001")
    assert "13805770009" not in last_entry(story).diff and "所长乙" in last_entry(story).diff
    with pytest.raises(RuleError, match="nothing_changed"):
        story.do(ChangeUnit(unit_id=row.id, name="永中司法所"), by="director")


def test_a_unit_with_open_cases_is_not_closed(story: Story) -> None:
    story.signed()
    close = ChangeUnit(unit_id=story.unit("SFS"), active=False)
    with pytest.raises(RuleError, match="unit_holds_cases") as refused:
        story.do(close, by="director")
    assert refused.value.facts["count"] == 1
    story.do(ChangeUnit(unit_id=story.unit("DJB"), active=False), by="director")
    with pytest.raises(RuleError, match="room_exists"):
        story.do(ChangeUnit(unit_id=story.unit("ZHS"), active=False), by="director")


def test_a_new_person_signs_on_and_is_told_to_change_the_password(story: Story) -> None:
    person = story.do(
        AddPerson(unit_id=story.unit("SFS"), name="司法员乙", phone="13805770011"), by="director"
    )
    made = story.do(
        AddAccount(person_id=person["person_id"], login="SFS2", role=Role.HANDLER, password=GOOD),
        by="director",
    )
    assert made["login"] == "sfs2"
    assert actor_of(story.database, made["account_id"]).role is Role.HANDLER
    row = account_row(story, "sfs2")
    assert row.must_change and GOOD not in row.password_hash
    assert row.password_hash not in last_entry(story).diff


@pytest.mark.parametrize(
    ("login", "password", "code"),
    [
        ("operator", "", "login_taken"),
        ("甲", "", "login_bad"),
        ("a", "", "login_bad"),
        ("sfs9", "short", "password_weak"),
        ("sfs9", "Sfs9-Sfs9-Sfs9", "password_weak"),
    ],
)
def test_an_account_that_does_not_fit_is_refused(
    story: Story, login: str, password: str, code: str
) -> None:
    command = AddAccount(person_id=1, login=login, role=Role.OPERATOR, password=password)
    with pytest.raises(RuleError, match=code):
        story.do(command, by="director")


def test_everyone_sets_the_own_password_and_only_who_keeps_accounts_that_of_others(
    story: Story,
) -> None:
    operator = story.account("operator")
    story.do(SetPassword(account_id=operator, password=GOOD), by="operator")
    assert not account_row(story, "operator").must_change
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(SetPassword(account_id=story.account("sfs"), password=GOOD), by="operator")
    story.do(SetPassword(account_id=operator, password=GOOD + "9"), by="director")
    assert account_row(story, "operator").must_change


def test_an_account_that_is_off_gives_no_command(story: Story) -> None:
    story.do(SwitchAccount(account_id=story.account("sfs"), active=False), by="director")
    with pytest.raises(NotAllowed, match="account_off"):
        story.do(RequestExtension(case_id=1, days=1, reason="x", progress="x"), by="sfs")
    story.do(SwitchAccount(account_id=story.account("sfs"), active=True), by="director")
    assert account_row(story, "sfs").active


def test_the_last_director_stays(story: Story) -> None:
    director = story.account("director")
    with pytest.raises(RuleError, match="own_account"):
        story.do(SwitchAccount(account_id=director, active=False), by="director")
    made = story.do(
        AddAccount(person_id=1, login="security", role=Role.SECURITY_ADMIN), by="director"
    )
    off = SwitchAccount(account_id=director, active=False)
    with pytest.raises(RuleError, match="last_director"):
        story.do(off, by="security")
    second = AddAccount(person_id=2, login="director2", role=Role.DIRECTOR)
    story.do(second, by="director")
    story.do(off, by="security")
    assert made["account_id"] and not account_row(story, "director").active


def item(**changes: Any) -> AddItem:
    """Return a new item of the list."""
    given: dict[str, Any] = {
        "code": "LS01",
        "name": "防汛临时排查",
        "class_name": "其他中心工作",
        "platform": "zz",
        "limit_hours": 24,
        "lead_code": "YJZ",
        "assist_codes": "ZZD PCS",
    }
    return AddItem(**{**given, **changes})


def test_a_temporary_item_expires(story: Story) -> None:
    story.do(
        item(temporary=True, valid_from=MONDAY.date(), valid_to=date(2026, 11, 20)), by="director"
    )
    story.registered(item_id=None, item_text="防汛临时排查")
    with pytest.raises(RuleError, match="item_expired"):
        story.registered(item_id=None, item_text="LS01", at=datetime(2026, 11, 21, 9, 0))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "MD02"}, "item_exists"),
        ({"name": "邻里纠纷"}, "item_exists"),
        ({"temporary": True}, "temporary_without_end"),
        ({"limit_hours": 0}, "limit_hours_bad"),
        ({"platform": "xx"}, "platform_unknown"),
        ({"lead_code": "NIX"}, "unit_code_unknown"),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 1)}, "validity_backwards"),
        ({"class_name": ""}, "field_missing"),
    ],
)
def test_an_item_that_does_not_fit_is_refused(
    story: Story, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(RuleError, match=code):
        story.do(item(**changes), by="director")


def test_an_item_is_changed_and_retired(story: Story) -> None:
    item_id = story.item("MD02")
    story.do(
        ChangeItem(
            item_id=item_id, name="邻里矛盾", limit_hours=48, synonyms="邻居吵架",
            class_name="矛盾纠纷类", approval_number="永街〔2026〕1号",
        ),
        by="director",
    )  # fmt: skip
    with pytest.raises(RuleError, match="nothing_changed"):
        story.do(ChangeItem(item_id=item_id, name="邻里矛盾"), by="director")
    story.do(RetireItem(item_id=item_id, last_day=date(2026, 11, 18)), by="director")
    story.registered()
    story.do(RetireItem(item_id=item_id), by="director")
    with pytest.raises(RuleError, match="item_retired"):
        story.registered()
    with pytest.raises(RuleError, match="item_retired"):
        story.do(RetireItem(item_id=item_id), by="director")


@pytest.mark.parametrize(
    ("percent", "state"),
    [(0, CaseState.CLOSED), (100, CaseState.WAITING_VERIFICATION)],
)
def test_the_share_of_spot_checks_is_the_offices_own(
    story: Story, percent: int, state: CaseState
) -> None:
    story.do(ChangeSetting(name="spot_check_percent", value=percent), by="director")
    settled = SelfHandleCase(facts=story.facts(source=Source.GRID_REPORT), result="已当场处置")
    states = {story.do(settled, by="grid")["state"] for _ in range(4)}
    assert states == {int(state)}


def test_a_day_off_moves_the_deadlines_set_after_it(story: Story) -> None:
    days = (CalendarDay(day=date(2026, 11, 17), is_workday=False, note="停电"),)
    assert story.do(SetCalendarDays(days=days), by="director")["changed"] == 1
    case_id = story.assigned(at=datetime(2026, 11, 16, 9, 0))
    assert story.column(case_id, "sign_due_at") == datetime(2026, 11, 18, 17, 30)
    again = (CalendarDay(day=date(2026, 11, 17), is_workday=True),)
    story.do(SetCalendarDays(days=again), by="director")
    back = (CalendarDay(day=date(2026, 11, 17), is_workday=None),)
    assert story.do(SetCalendarDays(days=back), by="director")["changed"] == 1


def test_a_calendar_without_days_or_out_of_time_is_refused(story: Story) -> None:
    with pytest.raises(RuleError, match="calendar_days_count"):
        story.do(SetCalendarDays(days=()), by="director")
    far = (CalendarDay(day=date(1900, 1, 1), is_workday=True),)
    with pytest.raises(RuleError, match="calendar_day_bad"):
        story.do(SetCalendarDays(days=far), by="director")


def test_looking_at_a_reporter_leaves_an_entry_without_the_name(story: Story) -> None:
    case_id = story.registered()
    story.do(SeePrivate(case_id=case_id, purpose="回访"))
    entry = last_entry(story)
    assert (entry.command, entry.object_id) == ("SeePrivate", case_id)
    assert "回访" in entry.diff and "林大明" not in entry.diff
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(SeePrivate(case_id=case_id), by="leader")
    with pytest.raises(NotFound, match="case_unknown"):
        story.do(SeePrivate(case_id=5))


def test_a_list_in_clear_leaves_an_entry_and_needs_both_rights(story: Story) -> None:
    told = ExportPrivate(kind="cases", rows=3, file_name="列表.xlsx")
    assert story.do(told) == {"rows": 3}
    again = ExportPrivate(kind="cases", rows=3, file_name="列表.xlsx")
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(again, by="leader")


def test_all_of_it_leaves_a_clean_record(story: Story) -> None:
    story.do(item(), by="director")
    story.do(AddPerson(unit_id=story.unit("SFS"), name="司法员丙"), by="director")
    story.do(RegisterCase(facts=story.facts()))
    assert verify(story.database) == []

"""People, accounts, items, calendar and limits of the street."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.queries.accounts import sign_on_accounts
from db.queries.lookup import items, people, units
from db.rules.calendar import DayKind
from db.rules.terms import ItemStatus
from tests.screens.conftest import Desk
from tests.story import Story


@pytest.fixture
def office(desk: Desk) -> Any:
    desk.sign_on_as("director")
    return desk.page("office")


def shown(desk: Desk, office: Any, view: str) -> Any:
    """Go to a list as its tab does."""
    office.tabs.changed.emit(view)
    desk.settled()
    return office


def test_units_and_people_are_those_of_the_street(desk: Desk, office: Any, story: Story) -> None:
    assert len(office.people.units.all_rows()) == len(story.ask(units, (), False))
    assert len(office.people.people.all_rows()) == len(story.ask(people))


def test_a_chosen_unit_shows_its_own_people(desk: Desk, office: Any, story: Story) -> None:
    rows = office.people.units.all_rows()
    place = next(i for i, row in enumerate(rows) if row.code == "SFS")
    office.people.units.choose_place(place)
    assert {one.name for one in office.people.people.all_rows()} == {"司法员甲", "司法所长甲"}


def test_a_search_by_initials_narrows_the_units(desk: Desk, office: Any) -> None:
    office.search("sfs")
    assert {row.code for row in office.people.units.all_rows()} >= {"SFS"}
    assert all("sfs" in (row.initials + row.code).lower() for row in office.people.units.all_rows())


def test_only_who_keeps_the_accounts_sees_them(desk: Desk) -> None:
    page = desk.page("office")
    assert page.accounts is None


def test_an_account_is_switched_off_and_on_again(desk: Desk, office: Any, story: Story) -> None:
    shown(desk, office, "accounts")
    table = office.accounts.table
    place = next(i for i, r in enumerate(table.all_rows()) if r.sign_on.login == "clerk")
    for words, active in (("停用账号", False), ("启用账号", True)):
        table.choose_place(place)
        assert office.accounts.switch.words() == words
        office.accounts.switch.click()
        office.accounts.dialog().button(True).click()
        desk.settled()
        logins = {one.login for one in sign_on_accounts(story.database)}
        assert ("clerk" in logins) is active


def test_the_own_account_is_not_switched_off(desk: Desk, office: Any) -> None:
    shown(desk, office, "accounts")
    table = office.accounts.table
    place = next(i for i, r in enumerate(table.all_rows()) if r.sign_on.login == "director")
    table.choose_place(place)
    office.accounts.switch.click()
    with desk.qtbot.waitSignal(office.told) as told:
        office.accounts.dialog().button(True).click()
    assert told.args[1] == "danger"
    assert table.all_rows()[place].sign_on.active


def test_the_list_shows_the_sixty_one_items(desk: Desk, office: Any, story: Story) -> None:
    shown(desk, office, "items")
    assert len(office.items.table.all_rows()) == len(story.ask(items)) == 61
    assert "共 61 项，可以登记 61 项" in desk.words(office)


def test_a_temporary_item_is_added_with_its_end(desk: Desk, office: Any, story: Story) -> None:
    shown(desk, office, "items")
    office.items.add.click()
    dialog = office.items.dialog()
    desk.type(dialog.name, "台风灾后隐患排查")
    desk.type(dialog.code, "LS01")
    dialog.class_name.set_value("公共安全类", "公共安全类")
    dialog.lead.set_value("SFS")
    dialog.last.set_value(datetime(2026, 12, 31))
    dialog.button("yes").click()
    desk.settled()
    added = next(row for row in story.ask(items) if row.code == "LS01")
    assert (added.status, added.valid_to) == (ItemStatus.TEMPORARY, date(2026, 12, 31))
    assert (added.limit_hours, added.lead_code) == (120, "SFS")
    assert len(office.items.table.all_rows()) == 62


def test_a_name_that_is_known_stays_typed_and_is_refused(
    desk: Desk, office: Any, story: Story
) -> None:
    shown(desk, office, "items")
    known = story.ask(items)[0]
    office.items.add.click()
    dialog = office.items.dialog()
    desk.type(dialog.name, known.name)
    desk.type(dialog.code, "LS02")
    dialog.class_name.set_value(known.class_name, known.class_name)
    dialog.button("yes").click()
    desk.settled()
    assert dialog.isVisible()
    assert known.name in dialog._error.text()
    assert dialog.name.value() == known.name
    dialog.reject()


def test_what_is_missing_is_said_beside_its_field(desk: Desk, office: Any) -> None:
    shown(desk, office, "items")
    office.items.add.click()
    dialog = office.items.dialog()
    dialog.button("yes").click()
    assert dialog._rows["name"].error() == "请填写"
    assert dialog._rows["code"].error() == "请填写"
    dialog.reject()


def test_a_retired_item_is_off_at_once(desk: Desk, office: Any, story: Story) -> None:
    shown(desk, office, "items")
    office.items.table.choose_place(0)
    row = office.items.table.all_rows()[0]
    office.items.retire.click()
    office.items.dialog().button("yes").click()
    desk.settled()
    after = next(one for one in story.ask(items) if one.id == row.id)
    assert after.status is ItemStatus.RETIRED
    office.items.table.choose_place(0)
    assert not office.items.retire.isEnabled()


def test_an_operator_sees_the_items_without_buttons(desk: Desk) -> None:
    page = shown(desk, desk.page("office"), "items")
    assert not page.items.add.isVisible()
    assert not page.items.retire.isVisible()
    assert len(page.items.table.all_rows()) == 61


def test_the_calendar_shows_holidays_and_make_up_days(desk: Desk, office: Any) -> None:
    shown(desk, office, "calendar")
    seen = office.calendar.seen()
    assert seen.year == 2026
    assert seen.days[date(2026, 10, 1)].kind is DayKind.HOLIDAY
    assert seen.days[date(2026, 2, 14)].kind is DayKind.MAKE_UP
    assert not office.calendar.warning.isVisible()
    assert "2026 年工作日历" in desk.words(office)


def test_a_year_that_is_not_announced_warns(desk: Desk, office: Any) -> None:
    shown(desk, office, "calendar")
    while office.calendar.seen().announced:
        office.calendar.go_forth()
        desk.settled()
    year = office.calendar.seen().year
    assert year > 2026
    assert office.calendar.warning.isVisible()


def test_the_office_makes_a_workday_a_day_off_by_keys(
    desk: Desk, office: Any, story: Story
) -> None:
    shown(desk, office, "calendar")
    board = office.calendar.board
    assert board.current() == date(2026, 11, 16)
    desk.press(board, Qt.Key.Key_Right)
    desk.press(board, Qt.Key.Key_Return)
    dialog = office.calendar.dialog()
    desk.press(dialog.choice, Qt.Key.Key_3)
    dialog.button("yes").click()
    desk.settled()
    day = office.calendar.seen().days[date(2026, 11, 17)]
    assert day.kind is DayKind.HOLIDAY


def test_a_day_tells_which_deadlines_it_moves_before_it_is_saved(
    desk: Desk, office: Any, story: Story
) -> None:
    case_id = story.assigned()
    before = story.column(case_id, "due_at")
    shown(desk, office, "calendar")
    desk.press(office.calendar.board, Qt.Key.Key_Right)
    desk.press(office.calendar.board, Qt.Key.Key_Return)
    dialog = office.calendar.dialog()
    desk.press(dialog.choice, Qt.Key.Key_3)
    desk.settled()
    assert {row.case_id for row in dialog.moved()} == {case_id}
    assert "1 件在办事件的 3 个时限会变" in desk.words(dialog)
    assert story.column(case_id, "due_at") == before
    desk.type(dialog.note, "台风停工")
    with desk.qtbot.waitSignal(office.told) as told:
        dialog.button("yes").click()
        desk.settled()
    assert "重算了 1 件" in told.args[0]
    assert story.column(case_id, "due_at") > before
    day = office.calendar.seen().days[date(2026, 11, 17)]
    assert (day.is_own, day.note) == (True, "台风停工")


def test_deadlines_may_be_kept_as_they_are(desk: Desk, office: Any, story: Story) -> None:
    case_id = story.assigned()
    before = story.column(case_id, "due_at")
    shown(desk, office, "calendar")
    office.calendar.board.go_to(date(2026, 11, 17))
    desk.press(office.calendar.board, Qt.Key.Key_Return)
    dialog = office.calendar.dialog()
    desk.press(dialog.choice, Qt.Key.Key_3)
    desk.settled()
    desk.press(dialog.recalculate, Qt.Key.Key_2)
    assert dialog.button("yes").words() == "保存"
    dialog.button("yes").click()
    desk.settled()
    assert story.column(case_id, "due_at") == before


def test_several_days_in_a_row_are_set_at_once(desk: Desk, office: Any) -> None:
    shown(desk, office, "calendar")
    office.calendar.board.go_to(date(2026, 12, 1))
    desk.press(office.calendar.board, Qt.Key.Key_Return)
    dialog = office.calendar.dialog()
    desk.press(dialog.choice, Qt.Key.Key_3)
    desk.type(dialog.last, "2026-11-30")
    dialog.button("yes").click()
    assert "请填这一天以后的日期" in desk.words(dialog)
    dialog.last.clear()
    desk.type(dialog.last, "2026-12-03")
    dialog.button("yes").click()
    desk.settled()
    days = office.calendar.seen().days
    kinds = [days[date(2026, 12, day)].kind for day in (1, 2, 3, 4)]
    assert kinds == [DayKind.HOLIDAY] * 3 + [DayKind.WORKDAY]


def test_an_operator_cannot_change_a_day(desk: Desk) -> None:
    page = shown(desk, desk.page("office"), "calendar")
    desk.press(page.calendar.board, Qt.Key.Key_Return)
    assert page.calendar.dialog() is None

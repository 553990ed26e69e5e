"""How the ledger is shown: saved views, columns, order and groups, all of it by keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from db.commands.items import RetireItem
from db.commands.views import DeleteView, SaveView
from db.queries.list_views import ListView, plain_view, saved_views
from db.queries.page import EVERYTHING, Order, Tab
from db.rules.terms import Urgency
from desktop.dialogs.columns import ColumnsDialog
from desktop.dialogs.view_name import ViewNameDialog
from desktop.pages.ledger import LedgerPage
from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.line_field import LineField
from tests.screens.conftest import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ids(desk: Desk) -> list[int]:
    """Cases of three units, two of them urgent."""
    story = desk.story
    return [
        story.registered(title="占道经营", urgency=Urgency.URGENT),
        story.assigned("SFS", title="楼上装修噪声"),
        story.signed("PCS", title="电瓶被盗线索", urgency=Urgency.URGENT),
        story.assigned("PCS", title="夜间喧哗"),
    ]


@pytest.fixture
def page(desk: Desk, ids: list[int]) -> LedgerPage:
    """The ledger over these cases."""
    found: LedgerPage = desk.page("ledger")
    desk.settled()
    return found


def give_the_focus_back(desk: Desk) -> None:
    """Do what a window manager does when a menu or a dialog was closed."""
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)


def take(desk: Desk, page: LedgerPage, menu_name: str, words: str) -> None:
    """Open one of the two menus by its key, go down to an entry and press Enter."""
    give_the_focus_back(desk)
    modifiers = CTRL if menu_name == "视图" else CTRL | SHIFT
    desk.press(page.table(), Key.Key_L, modifiers)
    menu = desk.find(QMenu, page, name=menu_name)
    for _ in menu.actions():
        active = menu.activeAction()
        if active is not None and words in active.text():
            desk.press(menu, Key.Key_Return)
            desk.settled()
            return
        desk.press(menu, Key.Key_Down)
    raise AssertionError(words)


def save(desk: Desk, page: LedgerPage, name: str) -> None:
    """Save the list as it is under a name."""
    take(desk, page, "视图", "保存为新视图")
    dialog = desk.find(ViewNameDialog)
    desk.type(desk.find(LineField, dialog), name)
    desk.press(dialog, Key.Key_Return, CTRL)
    desk.settled()


def narrow(desk: Desk, page: LedgerPage, label: str, steps: int) -> None:
    """Turn a filter to its nth value by keys."""
    pill = next(one for one in page.findChildren(FilterPill) if label in one.words())
    desk.press(pill, Key.Key_Space)
    menu = desk.find(QMenu, pill)
    for _ in range(steps):
        desk.press(menu, Key.Key_Down)
    desk.press(menu, Key.Key_Return)
    desk.settled()


def listed(page: LedgerPage) -> list[int]:
    """Return the cases of the list, without headings."""
    return [id_ for id_ in page.table().rows().ids() if id_ >= 0]


def headings(page: LedgerPage) -> list[tuple[str, str, bool]]:
    """Return the headings of the groups: name, count, open."""
    rows = page.table().rows()
    lines = [rows.row(n) for n, id_ in enumerate(rows.ids()) if id_ < 0]
    return [(line.name, line.count, line.is_open) for line in lines]


# Views --------------------------------------------------------------------------------------


def test_a_saved_view_brings_filter_order_and_columns_back_after_a_restart(
    desk: Desk, page: LedgerPage, ids: list[int]
) -> None:
    narrow(desk, page, "紧急程度", 2)
    assert set(listed(page)) == {ids[0], ids[2]}
    page.table().sort_wanted.emit(("unit", True))
    desk.settled()
    save(desk, page, "急件")
    assert "已保存视图“急件”" in desk.words()
    desk.sign_on_as("operator")
    again: LedgerPage = desk.page("ledger")
    assert set(listed(again)) == set(ids)
    give_the_focus_back(desk)
    desk.press(again.table(), Key.Key_L, CTRL)
    desk.press(desk.find(QMenu, again, name="视图"), Key.Key_1)
    desk.settled()
    assert set(listed(again)) == {ids[0], ids[2]}
    assert (again.list_view().order, again.list_view().descending) == (Order.UNIT, True)
    pill = next(one for one in again.findChildren(FilterPill) if "紧急程度" in one.words())
    assert pill.words() == "紧急程度：紧急"
    take(desk, again, "视图", "默认列表")
    assert set(listed(again)) == set(ids)


def test_a_view_is_overwritten_renamed_and_deleted_by_keys(
    desk: Desk, page: LedgerPage, ids: list[int]
) -> None:
    save(desk, page, "全部")
    narrow(desk, page, "紧急程度", 2)
    take(desk, page, "视图", "用当前列表更新")
    assert desk.story.ask(saved_views)[0].view.filter.urgencies == (Urgency.URGENT,)
    take(desk, page, "视图", "改名“全部”")
    dialog = desk.find(ViewNameDialog)
    field = desk.find(LineField, dialog)
    field.selectAll()
    desk.type(field, "急件")
    assert not [one for one in dialog.findChildren(CheckField) if one.isVisible()]
    desk.press(dialog, Key.Key_Return, CTRL)
    desk.settled()
    assert [row.name for row in desk.story.ask(saved_views)] == ["急件"]
    take(desk, page, "视图", "删除“急件”")
    desk.press(None, Key.Key_Tab)
    desk.press(None, Key.Key_Space)
    desk.settled()
    assert desk.story.ask(saved_views) == ()
    # The cases that it held stay in the list.
    assert set(listed(page)) == {ids[0], ids[2]}


def test_a_name_that_is_taken_is_told_and_what_was_typed_stays(
    desk: Desk, page: LedgerPage
) -> None:
    save(desk, page, "早会")
    save(desk, page, "早会")
    dialog = desk.find(ViewNameDialog)
    assert "已有名为“早会”的视图" in desk.words(dialog)
    assert dialog.name() == "早会"
    desk.press(dialog, Key.Key_Escape)


def test_a_shared_view_appears_for_others_and_only_leads_share(
    desk: Desk, page: LedgerPage, ids: list[int]
) -> None:
    narrowed = ListView(filter=EVERYTHING.replace(tab=Tab.WAITING_ACCEPTANCE))
    command = SaveView(name="晨会用", content=plain_view(narrowed), is_shared=True)
    view = desk.story.do(command, by="shift_lead")["view_id"]
    desk.settled()
    take(desk, page, "视图", "晨会用（值班长甲）")
    assert listed(page) == [ids[0]]
    give_the_focus_back(desk)
    desk.press(page.table(), Key.Key_L, CTRL)
    menu = desk.find(QMenu, page, name="视图")
    assert not [one for one in menu.actions() if "删除" in one.text()]
    desk.press(menu, Key.Key_Escape)
    desk.story.do(DeleteView(view_id=view), by="shift_lead")
    desk.settled()
    assert "视图“晨会用”已被删除，列表保持现在的筛选。" in desk.words()
    assert listed(page) == [ids[0]]


def test_a_view_of_something_retired_explains_itself(desk: Desk, page: LedgerPage) -> None:
    item = desk.story.item("MD02")
    narrowed = ListView(filter=EVERYTHING.replace(item_ids=(item,)))
    desk.story.do(SaveView(name="纠纷", content=plain_view(narrowed)))
    desk.story.do(RetireItem(item_id=item), by="director")
    page.follow(())
    desk.sign_on_as("operator")
    again: LedgerPage = desk.page("ledger")
    take(desk, again, "视图", "纠纷")
    assert "视图“纠纷”筛选的邻里纠纷已停用" in desk.words(again)
    assert len(listed(again)) == 4


# Columns ------------------------------------------------------------------------------------


def titles(page: LedgerPage) -> list[str]:
    """Return the headings of the shown columns from the left."""
    header = page.table().horizontalHeader()
    rows = page.table().rows()
    places = sorted(range(rows.columnCount()), key=header.visualIndex)
    return [rows.columns[n].title for n in places if not header.isSectionHidden(n)]


def test_columns_are_chosen_moved_and_widened_by_keys_and_found_again(
    desk: Desk, page: LedgerPage
) -> None:
    take(desk, page, "显示方式", "显示哪些列")
    dialog = desk.find(ColumnsDialog)
    boxes = {one.accessibleName(): one for one in dialog.findChildren(CheckField)}
    desk.press(boxes["类别"], Key.Key_Space)
    desk.press(boxes["电话"], Key.Key_Space)
    boxes["状态"].setFocus()
    for _ in range(3):
        desk.press(boxes["状态"], Key.Key_Up, ALT)
    field = desk.find(LineField, dialog, name="状态的宽度")
    field.setFocus()
    desk.keys("20", field)
    desk.press(dialog, Key.Key_Return, CTRL)
    assert "宽度请填 40 到 1200 的整数，或不填。" in desk.words(dialog)
    field.selectAll()
    desk.keys("130", field)
    desk.press(dialog, Key.Key_Return, CTRL)
    desk.settled()
    wanted = ["状态", "编号 / 时间", "事项与地点", "承办单位", "处置时限", "电话"]
    assert titles(page) == wanted
    table = page.table()
    assert table.columnWidth(table.horizontalHeader().logicalIndex(0)) == 130
    desk.sign_on_as("operator")
    again: LedgerPage = desk.page("ledger")
    assert titles(again) == wanted
    desk.sign_on_as("director")
    other: LedgerPage = desk.page("ledger")
    assert titles(other)[0] == "编号 / 时间"


def test_what_the_mouse_does_to_a_heading_is_kept(desk: Desk, page: LedgerPage) -> None:
    header = page.table().horizontalHeader()
    header.moveSection(header.visualIndex(4), 0)
    header.resizeSection(4, 180)
    desk.settled()
    assert titles(page)[0] == "承办单位"
    desk.sign_on_as("operator")
    again: LedgerPage = desk.page("ledger")
    assert titles(again)[0] == "承办单位"
    assert again.table().columnWidth(4) == 180


def test_columns_for_which_there_is_no_room_are_left_out_from_the_last(
    desk: Desk, page: LedgerPage
) -> None:
    everything = [column.key for column in page.table().rows().columns]
    page.table().columns().arrange(everything, {})
    shown = titles(page)
    assert shown[:3] == ["编号 / 时间", "事项与地点", "类别"]
    assert "电话" not in shown
    table = page.table()
    assert sum(table.columnWidth(n) for n in range(13)) <= table.viewport().width()
    assert page.table().columns().shown() == tuple(everything)


# Order --------------------------------------------------------------------------------------


def test_a_heading_sorts_and_a_second_click_turns_the_order(
    desk: Desk, page: LedgerPage, ids: list[int]
) -> None:
    header = page.table().horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, 10)
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settled()
    assert listed(page) == ids
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settled()
    assert listed(page) == ids[::-1]


def test_the_list_is_sorted_by_keys_too(desk: Desk, page: LedgerPage, ids: list[int]) -> None:
    box = desk.find(ChoiceBox, page, name="排序")
    while box.currentText() != "按承办单位":
        desk.press(box, Key.Key_Down)
    desk.settled()
    holders = [desk.story.column(one, "holder_id") for one in listed(page)]
    assert len([1 for a, b in pairwise(holders) if a != b]) == 2
    assert page.table().horizontalHeader().sortIndicatorSection() == 4


# Groups -------------------------------------------------------------------------------------


def test_the_list_is_parted_and_its_groups_are_opened_and_closed_by_keys(
    desk: Desk, page: LedgerPage, ids: list[int]
) -> None:
    take(desk, page, "显示方式", "按承办单位分组")
    assert listed(page) == []
    assert set(headings(page)) == {
        ("综合信息指挥室", "1 件", False), ("司法所", "1 件", False), ("派出所", "2 件", False),
    }  # fmt: skip
    assert "共 4 件，分 3 组" in desk.words(page)
    table = page.table()
    place = [name for name, _, _ in headings(page)].index("派出所")
    table.choose_place(place)
    desk.press(table, Key.Key_Right)
    desk.settled()
    assert set(listed(page)) == {ids[2], ids[3]}
    desk.press(table, Key.Key_Down)
    desk.settled()
    assert page.panel().detail().id in (ids[2], ids[3])
    desk.press(table, Key.Key_Left)
    desk.settled()
    assert table.currentIndex().row() == place
    desk.press(table, Key.Key_Left)
    desk.settled()
    assert listed(page) == []
    desk.press(table, Key.Key_Return)
    desk.settled()
    assert len(listed(page)) == 2
    take(desk, page, "显示方式", "全部展开")
    assert set(listed(page)) == set(ids)
    take(desk, page, "显示方式", "全部折叠")
    assert listed(page) == []


def test_headings_are_not_among_the_chosen_cases(
    desk: Desk, page: LedgerPage, ids: list[int]
) -> None:
    take(desk, page, "显示方式", "按状态分组")
    take(desk, page, "显示方式", "全部展开")
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    assert sorted(page.table().chosen_ids()) == sorted(ids)
    assert "已选 4 件" in desk.words(page)


def test_a_case_that_moves_on_changes_the_counts_of_its_groups(
    desk: Desk, page: LedgerPage, ids: list[int]
) -> None:
    take(desk, page, "显示方式", "按状态分组")
    assert ("待签收", "2 件", False) in headings(page)
    desk.story.sign(ids[1])
    desk.qtbot.waitUntil(lambda: ("待签收", "1 件", False) in headings(page), timeout=5_000)
    assert ("处置中", "2 件", False) in headings(page)

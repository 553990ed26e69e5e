"""The ledger: list, search, tabs, the case beside it and what can be done with it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.marks import LinkDuplicate
from db.queries.page import Tab
from db.rules.terms import CaseState, Urgency
from desktop.dialogs.case_action import CaseActionDialog
from desktop.pages.ledger import LedgerPage
from desktop.widgets.buttons import ActionButton
from desktop.widgets.deadline import DeadlineCard
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.status_tabs import StatusTabs
from tests.screens.conftest import Desk


@pytest.fixture
def ledger(desk: Desk) -> LedgerPage:
    """The ledger over three cases in different states."""
    desk.story.registered(title="水果店占道经营")
    desk.story.assigned("SFS", title="楼上装修噪声")
    desk.story.signed("PCS", title="电瓶被盗线索", item_id=desk.story.item("ZA01"))
    page: LedgerPage = desk.page("ledger")
    page.reload()
    desk.settled()
    return page


def _choose(desk: Desk, page: LedgerPage, title: str) -> int:
    desk.settled()
    for place, case_id in enumerate(page.table().model().ids()):
        page.table().choose_place(place)
        desk.settled()
        detail = page.panel().detail()
        if detail is not None and detail.row.title == title:
            return int(case_id)
    raise AssertionError(f"not in the list: {title}")


def _dialog(desk: Desk) -> CaseActionDialog:
    found = [dialog for dialog in desk.window.findChildren(CaseActionDialog) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def _press(panel: Any, action: str) -> None:
    panel.findChild(ActionButton, f"action_{action}").click()


def test_every_case_stands_in_the_list_with_the_most_pressing_first(
    desk: Desk, ledger: LedgerPage
) -> None:
    assert len(ledger.table().model().ids()) == 3


def test_a_two_character_search_finds_the_case(desk: Desk, ledger: LedgerPage) -> None:
    ledger.search("噪声")
    desk.settled()
    ledger.search("占道")
    desk.settled()
    assert [ledger.panel().detail().row.title] == ["水果店占道经营"]


def test_nothing_found_says_the_next_action(desk: Desk, ledger: LedgerPage) -> None:
    ledger.search("恐龙")
    desk.settled()
    assert not ledger.table().isVisible()
    assert "没有符合条件" in ledger._empty.sentence()


def test_accepting_moves_the_case_and_offers_the_next_step(desk: Desk, ledger: LedgerPage) -> None:
    case_id = _choose(desk, ledger, "水果店占道经营")
    _press(ledger.panel(), "accept")
    desk.settled()
    assert desk.story.state_of(case_id) is CaseState.WAITING_ASSIGNMENT
    assert ledger.panel().actions()[0].id == "assign"


def test_assigning_proposes_the_units_of_the_item(desk: Desk, ledger: LedgerPage) -> None:
    case_id = _choose(desk, ledger, "水果店占道经营")
    _press(ledger.panel(), "accept")
    desk.settled()
    ledger.panel().start_by_key("F6")
    desk.settled()
    dialog = _dialog(desk)
    assert dialog.given()["lead_id"] == desk.story.unit("SFS")
    desk.press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert desk.story.state_of(case_id) is CaseState.WAITING_SIGNATURE
    assert desk.story.column(case_id, "holder_id") == desk.story.unit("SFS")


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_question_that_is_cancelled_changes_nothing(
    desk: Desk, ledger: LedgerPage, way: str
) -> None:
    case_id = _choose(desk, ledger, "电瓶被盗线索")
    version = desk.story.column(case_id, "version")
    ledger.panel().start("note")
    dialog = _dialog(desk)
    desk.type(dialog._fields["text"][1], "只是试试")
    if way == "button":
        dialog.button(None).click()
    else:
        desk.press(dialog, Qt.Key.Key_Escape)
    desk.settled()
    assert desk.window.findChildren(CaseActionDialog) == []
    assert desk.story.column(case_id, "version") == version


def test_a_missing_answer_is_told_and_nothing_is_sent(desk: Desk, ledger: LedgerPage) -> None:
    case_id = _choose(desk, ledger, "电瓶被盗线索")
    version = desk.story.column(case_id, "version")
    ledger.panel().start("note")
    dialog = _dialog(desk)
    dialog.button("yes").click()
    desk.settled()
    assert dialog.isVisible()
    assert dialog._fields["text"][0].error() == "请填写"
    assert desk.story.column(case_id, "version") == version
    dialog.reject()


def test_somebody_faster_is_told_and_the_typed_text_stays(desk: Desk, ledger: LedgerPage) -> None:
    from db.commands.flow import NoteProgress

    case_id = _choose(desk, ledger, "电瓶被盗线索")
    ledger.panel().start("note")
    dialog = _dialog(desk)
    desk.type(dialog._fields["text"][1], "我写了很久的记录")
    desk.story.do(NoteProgress(case_id=case_id, text="已调取监控"), by="pcs")
    dialog.button("yes").click()
    desk.settled()
    assert dialog.isVisible()
    assert dialog._fields["text"][1].value() == "我写了很久的记录"
    assert "民警甲 办理记录 已调取监控" in desk.words(dialog)
    dialog.reject()


def test_a_second_press_is_the_same_wish(desk: Desk, ledger: LedgerPage) -> None:
    case_id = _choose(desk, ledger, "水果店占道经营")
    told: list[tuple[str, str]] = []
    ledger.panel().told.connect(lambda words, tone: told.append((words, tone)))
    ledger.panel().start("accept")
    ledger.panel().start("accept")
    desk.settled()
    assert told == [(f"{desk.story.column(case_id, 'number')} 已受理", "ok")]
    ledger.panel().start("note")
    assert _dialog(desk).isVisible()
    _dialog(desk).reject()


def test_a_change_of_somebody_else_appears_by_itself(desk: Desk, ledger: LedgerPage) -> None:
    _choose(desk, ledger, "水果店占道经营")
    desk.story.registered(title="新来的一件")
    desk.qtbot.waitUntil(lambda: len(ledger.table().model().ids()) == 4, timeout=5_000)


def test_a_station_sees_its_own_cases_only(desk: Desk, ledger: LedgerPage) -> None:
    station = desk.sign_on_as("sfs")
    station.settled()
    page: LedgerPage = station.page("ledger")
    assert len(page.table().model().ids()) == 1
    assert page.panel().actions()[0].id == "sign"


def test_a_returned_case_tells_by_when_the_room_answers_and_why(
    desk: Desk, ledger: LedgerPage
) -> None:
    desk.story.give_back(_choose(desk, ledger, "楼上装修噪声"))
    desk.settled()
    ledger.reload()
    _choose(desk, ledger, "楼上装修噪声")
    told = desk.find(DeadlineCard, ledger.panel()).accessibleName()
    assert told.startswith("剩 2 小时 退回审核：从")
    assert "时限120分钟（工作时间）" in told


def test_a_major_case_tells_by_when_the_next_word_is_owed(desk: Desk, ledger: LedgerPage) -> None:
    desk.story.signed("PCS", title="管道燃气泄漏", urgency=Urgency.MAJOR)
    desk.settled()
    ledger.reload()
    _choose(desk, ledger, "管道燃气泄漏")
    words = desk.words(ledger.panel())
    assert "下次续报" in words
    assert "2026年11月16日 09:00 前，续报剩 30 分" in words


def test_a_duplicate_leaves_the_work_tabs_and_is_found_by_its_filter(
    desk: Desk, ledger: LedgerPage
) -> None:
    main = _choose(desk, ledger, "楼上装修噪声")
    double = _choose(desk, ledger, "水果店占道经营")
    desk.story.do(LinkDuplicate(case_id=double, main_id=main))
    desk.settled()
    ledger.reload()
    _choose(desk, ledger, "楼上装修噪声")
    assert "重复件、同一来电、同一地点 · 待受理 · 水果店占道经营" in desk.words(ledger.panel())
    assert ledger.panel().detail().duplicates[0].id == double
    tabs = desk.find(StatusTabs)
    tabs.set_value(Tab.WAITING_ACCEPTANCE)
    tabs.changed.emit(Tab.WAITING_ACCEPTANCE)
    desk.settled()
    assert list(ledger.table().model().ids()) == []
    pill = next(one for one in ledger.findChildren(FilterPill) if "重复件" in one.words())
    pill.click()
    desk.settled()
    assert list(ledger.table().model().ids()) == [double]
    assert desk.find(DeadlineCard, ledger.panel()).accessibleName() == "随主件办理"

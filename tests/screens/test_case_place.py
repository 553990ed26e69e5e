"""The case beside the list or over it, the way to its neighbours and to related cases, by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from db.commands.supervision import RemindCase
from desktop.dialogs.case_action import CaseActionDialog
from desktop.pages.case_buttons import CaseButtons
from desktop.pages.case_panel import CasePanel
from desktop.pages.case_related import CaseRelated
from desktop.pages.ledger import LedgerPage
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import ScrollColumn
from desktop.widgets.deadline import DeadlineCard
from desktop.widgets.text_area import TextArea
from desktop.widgets.timeline import Timeline
from tests.screens.conftest import Desk

ALT = Qt.KeyboardModifier.AltModifier
NARROW = (1366, 768)


@pytest.fixture
def ledger(desk: Desk) -> LedgerPage:
    """The ledger over four cases: two of one caller, one at their place, one alone."""
    story = desk.story
    story.registered(title="水果店占道经营", address="永上社区中心街29号")
    story.assigned("SFS", title="楼上装修噪声", address="永下社区新街3号")
    story.signed(
        "PCS",
        title="同一地点另一人反映",
        address="永上社区中心街29号",
        reporter_phone="13805779999",
    )
    story.registered(title="无关的一件", address="前街村8号", reporter_phone="13805778888")
    return _arrive(desk)


def _arrive(desk: Desk) -> LedgerPage:
    page: LedgerPage = desk.page("ledger")
    page.reload()
    desk.settled()
    return page


def _narrow(desk: Desk, size: tuple[int, int] = NARROW) -> None:
    desk.window.resize(*size)
    desk.settled()


def _title(page: LedgerPage) -> str:
    detail = page.panel().detail()
    assert detail is not None
    return detail.row.title


def _choose(desk: Desk, page: LedgerPage, title: str) -> None:
    for place in range(len(page.table().model().ids())):
        page.table().choose_place(place)
        desk.settled()
        if _title(page) == title:
            return
    raise AssertionError(f"not in the list: {title}")


def _related(desk: Desk, page: LedgerPage) -> dict[str, ActionButton]:
    """Return the related cases that are shown, by their words."""
    desk.settled()
    shown = page.panel().findChild(CaseRelated)
    if not shown.isVisible():
        return {}
    words = [one for one in desk.words(shown).splitlines() if " · " in one]
    buttons = [one for one in shown.findChildren(ActionButton) if one.isVisible()]
    return dict(zip(words, buttons, strict=True))


# Beside and over ----------------------------------------------------------------------------


def test_in_a_wide_window_list_and_case_stand_beside_each_other(
    desk: Desk, ledger: LedgerPage
) -> None:
    panel, table = ledger.panel(), ledger.table()
    assert panel.isVisible()
    assert panel.x() >= table.mapTo(ledger, table.rect().topRight()).x()


@pytest.mark.parametrize("size", [NARROW, (1440, 900), (1499, 900)])
def test_in_a_narrow_window_the_list_has_the_width_until_a_case_is_opened(
    desk: Desk, ledger: LedgerPage, size: tuple[int, int]
) -> None:
    _narrow(desk, size)
    table = ledger.table()
    assert not ledger.panel().isVisible()
    assert table.width() > ledger.width() * 0.9
    desk.press(table, Qt.Key.Key_Return)
    desk.settled()
    panel = ledger.panel()
    assert panel.isVisible() and panel.hasFocus()
    assert ledger.rect().contains(panel.geometry())
    assert table.width() > ledger.width() * 0.9, "the list stays as it is below"


def test_escape_closes_the_case_and_gives_the_keys_back_to_the_row(
    desk: Desk, ledger: LedgerPage
) -> None:
    _narrow(desk)
    ledger.table().choose_place(2)
    desk.press(ledger.table(), Qt.Key.Key_Return)
    desk.settled()
    desk.press(ledger.panel(), Qt.Key.Key_Escape)
    assert not ledger.panel().isVisible()
    assert ledger.table().hasFocus()
    assert ledger.table().currentIndex().row() == 2


def test_an_action_by_its_key_needs_no_open_case(desk: Desk, ledger: LedgerPage) -> None:
    _narrow(desk)
    _choose(desk, ledger, "楼上装修噪声")
    assert not ledger.panel().isVisible()
    assert ledger.panel().actions()


def test_a_wider_window_puts_the_case_beside_the_list_again(desk: Desk, ledger: LedgerPage) -> None:
    _narrow(desk)
    _narrow(desk, (1600, 900))
    panel, table = ledger.panel(), ledger.table()
    assert panel.isVisible()
    assert panel.x() >= table.mapTo(ledger, table.rect().topRight()).x()
    assert abs(panel.height() - (ledger.height() - 32)) <= 1


def test_a_case_wanted_from_elsewhere_is_shown_also_in_a_narrow_window(
    desk: Desk, ledger: LedgerPage
) -> None:
    _narrow(desk)
    desk.window.show_case(ledger.table().model().ids()[1])
    desk.settled()
    assert ledger.panel().isVisible()


# Neighbours ---------------------------------------------------------------------------------


def test_alt_up_and_down_go_through_the_list_while_the_case_has_the_keys(
    desk: Desk, ledger: LedgerPage
) -> None:
    ledger.table().choose_place(0)
    desk.press(ledger.table(), Qt.Key.Key_Return)
    desk.settled()
    first = _title(ledger)
    panel: CasePanel = ledger.panel()
    desk.press(panel, Qt.Key.Key_Down, ALT)
    desk.settled()
    assert ledger.table().currentIndex().row() == 1
    assert _title(ledger) != first
    assert panel.hasFocus()
    desk.press(panel, Qt.Key.Key_Up, ALT)
    desk.press(panel, Qt.Key.Key_Up, ALT)
    desk.settled()
    assert _title(ledger) == first


# Related cases ------------------------------------------------------------------------------


def test_related_cases_tell_why_and_open_their_case(desk: Desk, ledger: LedgerPage) -> None:
    _choose(desk, ledger, "水果店占道经营")
    related = _related(desk, ledger)
    assert list(related) == [
        "同一地点 · 处置中 · 同一地点另一人反映",
        "同一来电 · 待签收 · 楼上装修噪声",
    ]
    desk.press(related["同一来电 · 待签收 · 楼上装修噪声"], Qt.Key.Key_Space)
    desk.settled()
    assert _title(ledger) == "楼上装修噪声"
    assert list(_related(desk, ledger)) == ["同一来电 · 待受理 · 水果店占道经营"]


def test_alt_left_leads_back_the_whole_way(desk: Desk, ledger: LedgerPage) -> None:
    _choose(desk, ledger, "同一地点另一人反映")
    for words in (
        "同一地点 · 待受理 · 水果店占道经营",
        "同一来电 · 待签收 · 楼上装修噪声",
    ):
        desk.press(_related(desk, ledger)[words], Qt.Key.Key_Space)
        desk.settled()
    for title in ("水果店占道经营", "同一地点另一人反映", "同一地点另一人反映"):
        desk.press(ledger.panel(), Qt.Key.Key_Left, ALT)
        desk.settled()
        assert _title(ledger) == title


def test_a_case_chosen_in_the_list_begins_a_new_way(desk: Desk, ledger: LedgerPage) -> None:
    _choose(desk, ledger, "水果店占道经营")
    desk.press(next(iter(_related(desk, ledger).values())), Qt.Key.Key_Space)
    desk.settled()
    _choose(desk, ledger, "无关的一件")
    assert _related(desk, ledger) == {}
    desk.press(ledger.panel(), Qt.Key.Key_Left, ALT)
    desk.settled()
    assert _title(ledger) == "无关的一件"


def test_a_leader_is_not_told_who_called_twice(desk: Desk, ledger: LedgerPage) -> None:
    page = _arrive(desk.sign_on_as("leader"))
    _choose(desk, page, "水果店占道经营")
    assert list(_related(desk, page)) == ["同一地点 · 处置中 · 同一地点另一人反映"]


def test_an_answer_goes_to_the_case_that_was_asked_about(desk: Desk, ledger: LedgerPage) -> None:
    _choose(desk, ledger, "同一地点另一人反映")
    asked = ledger.panel().detail()
    assert asked is not None
    ledger.panel().start("note")
    dialog = desk.find(CaseActionDialog)
    desk.type(desk.find(TextArea, dialog), "已到现场")
    _choose(desk, ledger, "楼上装修噪声")
    other = ledger.panel().detail()
    assert other is not None
    desk.press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert desk.story.column(asked.id, "version") == asked.version + 1
    assert desk.story.column(other.id, "version") == other.version


# What the case tells ------------------------------------------------------------------------


def test_a_passed_deadline_is_marked_where_it_was_passed(desk: Desk, ledger: LedgerPage) -> None:
    case_id = desk.story.signed("SFS", title="拖了很久的一件")
    due = desk.story.column(case_id, "due_at")
    version = desk.story.column(case_id, "version")
    late = due + timedelta(days=1)
    desk.story.do(RemindCase(case_id=case_id, version=version, note="请尽快"), at=late)
    desk.now = desk.story.now
    page = _arrive(desk)
    page.show_case(case_id)
    desk.settled()
    panel = page.panel()
    steps = panel.findChild(Timeline).words().splitlines()
    passed = next(n for n, line in enumerate(steps) if "超过时限 系统" in line)
    assert f"{due:%H:%M}" in steps[passed]
    assert "催办" in steps[passed - 1] and "签收" in steps[passed + 1]
    assert "共 5 步 · 用时 4 天" in desk.words(panel)
    assert desk.find(DeadlineCard, panel).accessibleName().endswith("已催办 1 次")


def test_the_panel_scrolls_by_the_keys_of_a_list(desk: Desk, ledger: LedgerPage) -> None:
    _narrow(desk, (1366, 680))
    desk.press(ledger.table(), Qt.Key.Key_Return)
    desk.settled()
    bar = ledger.panel().findChild(ScrollColumn).verticalScrollBar()
    assert bar.maximum() > 0
    desk.press(ledger.panel(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    desk.press(ledger.panel(), Qt.Key.Key_Home)
    assert bar.value() == 0


def test_no_more_buttons_than_the_panel_has_room_for(desk: Desk, ledger: LedgerPage) -> None:
    _choose(desk, ledger, "楼上装修噪声")
    shown = desk.find(CaseButtons)
    buttons = [one for one in shown.findChildren(ActionButton) if one.isVisible()]
    assert len(ledger.panel().actions()) > 4
    assert len(buttons) == 4
    assert buttons[-1].words() == "更多"

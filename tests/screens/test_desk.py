"""The desk: what waits for a person, and each step of it by one key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from db.commands.flow import NoteProgress
from db.queries.desk import Duty
from db.rules.terms import CaseState, SupervisionLevel, Urgency
from desktop.pages.alarm_bell import AlarmBell
from desktop.pages.desk_cards import DutyCard
from desktop.pages.desk_view import NOTICES, SHOWN
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import Chip
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.kpi_tile import KpiTile
from desktop.widgets.notices import Toast
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.text_area import TextArea
from tests.flows.notice_steps import checked
from tests.screens.conftest import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def column(page: Any, duty: Duty) -> Any:
    """Return the column of a duty."""
    return next(one for one in page.columns() if one.duty is duty)


def shown(page: Any, duty: Duty) -> list[int]:
    """Return the cases on the cards of a duty."""
    return [card.look().id for card in column(page, duty).cards()]


def chosen(desk: Desk) -> Any:
    """Return what the card with the focus shows."""
    card = desk.focused()
    assert isinstance(card, DutyCard)
    return card.look()


def test_a_person_signs_on_by_keys_and_another_one_in_a_new_window(desk: Desk) -> None:
    assert desk.services.session.login == "operator"
    first = desk.window
    desk.sign_on_as("sfs")
    assert desk.window is not first
    assert desk.services.session.login == "sfs"


def test_an_operator_sees_what_waits_in_the_columns_of_the_room(desk: Desk) -> None:
    new = desk.story.registered()
    accepted = desk.story.registered()
    desk.story.accept(accepted)
    page = desk.page("desk")
    assert shown(page, Duty.WAITING_ACCEPTANCE) == [new]
    assert shown(page, Duty.TO_ASSIGN) == [accepted]
    assert column(page, Duty.WAITING_ACCEPTANCE).count_words() == "1"
    assert "等我处理 2 件" in desk.words(page)
    look = column(page, Duty.TO_ASSIGN).cards()[0].look()
    assert look.hint == "建议 → 司法所"


def test_a_station_sees_its_own_duties_only(desk: Desk) -> None:
    case_id = desk.story.assigned("SFS")
    desk.story.assigned("PCS")
    desk.sign_on_as("sfs")
    page = desk.page("desk")
    assert [one.duty for one in page.columns() if one.isVisible()][:2] == [
        Duty.TO_SIGN,
        Duty.TO_HANDLE,
    ]
    assert shown(page, Duty.TO_SIGN) == [case_id]


def test_space_accepts_and_the_case_moves_to_the_next_column(desk: Desk) -> None:
    case_id = desk.story.registered()
    page = desk.page("desk")
    assert chosen(desk).id == case_id
    desk.press(None, Key.Key_Space)
    desk.settled()
    assert desk.story.state_of(case_id) is CaseState.WAITING_ASSIGNMENT
    assert shown(page, Duty.WAITING_ACCEPTANCE) == []
    assert shown(page, Duty.TO_ASSIGN) == [case_id]
    assert "已受理" in desk.find(Toast).words()
    assert chosen(desk).id == case_id


def test_space_assigns_to_the_suggested_unit_after_asking(desk: Desk) -> None:
    case_id = desk.story.registered()
    desk.story.accept(case_id)
    page = desk.page("desk")
    desk.press(None, Key.Key_Space)
    desk.settled()
    dialog = page.steps().dialog()
    lead = desk.find(Picker, dialog)
    assert lead.text() == "司法所"
    desk.press(lead, Key.Key_Return, CONTROL)
    desk.settled()
    assert desk.story.state_of(case_id) is CaseState.WAITING_SIGNATURE
    assert page.steps().dialog() is None


def test_a_second_press_is_the_same_wish(desk: Desk) -> None:
    case_id = desk.story.registered()
    page = desk.page("desk")
    told: list[str] = []
    page.steps().told.connect(lambda words, _tone: told.append(words))
    desk.press(None, Key.Key_Space)
    desk.press(None, Key.Key_Space)
    desk.settled()
    assert told == [f"{desk.story.column(case_id, 'number')} 已受理"]


def test_who_was_faster_is_shown_before_more_is_typed_and_mine_is_kept(desk: Desk) -> None:
    case_id = desk.story.signed("SFS")
    desk.sign_on_as("sfs")
    page = desk.page("desk")
    desk.press(None, Key.Key_Space)
    desk.settled()
    dialog = page.steps().dialog()
    text = desk.find(TextArea, dialog)
    desk.type(text, "已调解，双方签订协议。")
    desk.story.do(NoteProgress(case_id=case_id, text="所长已到场"), by="sfs_head")
    desk.settled()
    desk.settled()
    assert "司法所长甲 办理记录 所长已到场" in desk.words(dialog)
    desk.press(text, Key.Key_Return, CONTROL)
    desk.settled()
    assert desk.story.state_of(case_id) is CaseState.IN_PROGRESS, "nothing is sent blindly"
    dialog.button("take_over").click()
    desk.press(text, Key.Key_Return, CONTROL)
    desk.settled()
    assert desk.story.state_of(case_id) is CaseState.WAITING_VERIFICATION
    assert desk.story.column(case_id, "result") == "已调解，双方签订协议。"


def test_a_question_given_up_changes_nothing(desk: Desk) -> None:
    case_id = desk.story.registered()
    desk.story.accept(case_id)
    page = desk.page("desk")
    desk.press(None, Key.Key_Space)
    desk.settled()
    desk.press(desk.find(Picker, page.steps().dialog()), Key.Key_Escape)
    desk.settled()
    assert page.steps().dialog() is None
    assert desk.story.state_of(case_id) is CaseState.WAITING_ASSIGNMENT


def test_a_station_signs_and_reports_by_keys(desk: Desk) -> None:
    case_id = desk.story.assigned("SFS")
    desk.sign_on_as("sfs")
    page = desk.page("desk")
    desk.press(None, Key.Key_Space)
    desk.settled()
    assert shown(page, Duty.TO_HANDLE) == [case_id]
    desk.press(None, Key.Key_Space)
    desk.settled()
    text = desk.find(TextArea, page.steps().dialog())
    desk.type(text, "已调解，双方签订协议。")
    desk.press(text, Key.Key_Return, CONTROL)
    desk.settled()
    assert desk.story.state_of(case_id) is CaseState.WAITING_VERIFICATION


def test_arrows_and_digits_move_between_cards_and_columns(desk: Desk) -> None:
    first, second = desk.story.registered(), desk.story.registered()
    accepted = desk.story.registered()
    desk.story.accept(accepted)
    desk.page("desk")
    assert chosen(desk).id == first
    desk.press(None, Key.Key_Down)
    assert chosen(desk).id == second
    desk.press(None, Key.Key_2)
    assert chosen(desk).id == accepted
    desk.press(None, Key.Key_Left)
    assert chosen(desk).id == first
    desk.press(None, Key.Key_Right)
    assert chosen(desk).id == accepted


def test_enter_opens_the_case_in_the_ledger(desk: Desk) -> None:
    case_id = desk.story.registered()
    page = desk.page("desk")
    desk.press(None, Key.Key_Return)
    desk.settled()
    assert not page.isVisible()
    assert desk.window.page("ledger").panel().detail().id == case_id


def test_a_change_by_somebody_else_arrives_by_itself(desk: Desk) -> None:
    page = desk.page("desk")
    assert "没有等您处理的事" in desk.find(EmptyState, page).sentence()
    case_id = desk.story.registered(by="operator2")
    desk.settled()
    desk.settled()
    assert shown(page, Duty.WAITING_ACCEPTANCE) == [case_id]
    assert "没有待交办的。\n受理后排到这里。" in desk.words(page)


def test_an_empty_desk_leads_to_what_can_be_done_next(desk: Desk) -> None:
    page = desk.page("desk")
    button = [one for one in page.findChildren(ActionButton) if one.words() == "登记事件 F2"]
    button[0].click()
    desk.settled()
    assert desk.window.page("register").isVisible()


def test_my_day_counts_what_was_done_today(desk: Desk) -> None:
    desk.story.assigned("SFS")
    page = desk.page("desk")
    names = [tile.accessibleName() for tile in page.findChildren(KpiTile)]
    assert names[:4] == ["今日录入 1件", "今日办结 0件", "我受理 1件", "我交办 1件"]


def test_an_overdue_case_is_told_in_words_with_its_sign(desk: Desk) -> None:
    case_id = desk.story.assigned("SFS")
    desk.story.registered(at=desk.story.later(days=14))
    page = desk.page("desk")
    assert shown(page, Duty.OVERDUE) == [case_id]
    look = column(page, Duty.OVERDUE).cards()[0].look()
    assert look.deadline.words.startswith("超 ")
    assert look.deadline.tone == "bad"


def test_a_word_owed_on_a_major_case_comes_first_and_is_given_by_keys(desk: Desk) -> None:
    grave = desk.story.signed("SFS", urgency=Urgency.MAJOR)
    desk.story.registered()
    page = desk.page("desk")
    band = column(page, Duty.TO_FOLLOW_UP)
    assert shown(page, Duty.TO_FOLLOW_UP) == [grave]
    assert page.columns()[0] is band and band.isVisible()
    assert band.cards()[0].look().deadline.words == "续报剩 30 分"
    desk.press(None, Key.Key_1)
    assert chosen(desk).id != grave
    desk.press(None, Key.Key_0)
    assert chosen(desk).id == grave
    desk.press(None, Key.Key_Space)
    desk.settled()
    text = desk.find(TextArea, page.steps().dialog())
    desk.type(text, "已电话报区，现场仍在处置。")
    desk.press(text, Key.Key_Return, CONTROL)
    desk.settled()
    later = desk.story.column(grave, "follow_up_due_at")
    assert later > desk.story.now.replace(hour=9, minute=0)
    desk.story.registered(at=later)
    desk.settled()
    desk.story.do(NoteProgress(case_id=grave, text="书面已报区"), by="sfs")
    desk.settled()
    desk.settled()
    assert not band.isVisible()


def test_the_chosen_card_offers_its_step_and_the_others_do_not(desk: Desk) -> None:
    first, second = desk.story.registered(), desk.story.registered()
    page = desk.page("desk")
    cards = {card.look().id: card for card in column(page, Duty.WAITING_ACCEPTANCE).cards()}
    assert cards[first].button().words() == "受理"
    assert cards[first].button().isVisible() and cards[second].button() is None
    assert cards[first].height() > cards[second].height()
    desk.press(None, Key.Key_Down)
    assert not cards[first].button().isVisible() and cards[second].button().isVisible()
    cards[second].button().click()
    desk.settled()
    assert desk.story.state_of(second) is CaseState.WAITING_ASSIGNMENT


def test_no_step_is_offered_to_who_may_only_look(desk: Desk) -> None:
    desk.story.assigned("SFS")
    desk.story.registered(at=desk.story.later(days=14))
    desk.sign_on_as("clerk")
    page = desk.page("desk")
    (card,) = column(page, Duty.OVERDUE).cards()
    assert card.hasFocus() and card.button() is None
    assert "空格" not in desk.words(page)


def test_what_calls_stands_over_the_desk_until_it_is_acknowledged_by_keys(desk: Desk) -> None:
    case_id = desk.story.registered(urgency=Urgency.URGENT, title="燃气泄漏")
    page = desk.page("desk")
    assert page.strip().isVisible()
    assert page.strip().alarm().key.case_id == case_id
    assert "紧急待受理 · 等待确认" in desk.find(Chip, page.strip()).text()
    assert "燃气泄漏" in desk.words(page.strip())
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert not page.strip().isVisible()
    assert desk.find(AlarmBell).accessibleName() == "到期报警（Ctrl+B）"


def test_no_head_of_a_column_is_cut_on_a_small_screen(desk: Desk) -> None:
    for _ in range(11):
        case_id = desk.story.signed("SFS")
        desk.story.report(case_id)
    page = desk.page("desk")
    desk.window.resize(1366, 768)
    desk.settled()
    assert column(page, Duty.TO_VERIFY).count_words() == "11"
    visible = [one for one in page.columns() if one.isVisible()]
    for one in visible:
        (title,) = [
            label for label in one.findChildren(PlainLabel) if label.text() == one.show_title()
        ]
        assert title.width() >= title.sizeHint().width(), one.show_title()
    right = visible[-1].mapTo(page, visible[-1].rect().topRight()).x()
    assert right <= page.width()


def test_the_rest_of_a_duty_without_a_filter_is_listed_too(desk: Desk) -> None:
    asked = []
    for nth in range(SHOWN + 2):
        case_id = desk.story.registered(title=f"协办{nth}")
        desk.story.accept(case_id)
        desk.story.assign(case_id, "SFS", assist=("PCS",))
        asked.append(case_id)
    desk.sign_on_as("pcs")
    page = desk.page("desk")
    band = column(page, Duty.TO_ASSIST)
    more = [one for one in band.findChildren(ActionButton) if one.words() == "还有 2 件"]
    more[0].click()
    desk.settled()
    ledger = desk.window.page("ledger")
    assert ledger.isVisible()
    assert "我的待办：待协办" in desk.words(ledger)
    assert f"{SHOWN + 2}" in desk.words(ledger)


def test_a_notice_to_be_issued_waits_on_the_leader_s_desk_and_opens_by_space(desk: Desk) -> None:
    notice = checked(desk.story, desk.story.signed("SFS"), SupervisionLevel.RED)
    desk.sign_on_as("leader")
    page = desk.page("desk")
    (papers,) = [one for one in page.columns() if one.duty == NOTICES]
    (card,) = papers.cards()
    assert card.look().id == notice
    assert (card.look().number, card.button().words()) == ("未编号", "签发")
    desk.press(None, Key.Key_Space)
    desk.settled()
    assert desk.window.page("supervision").isVisible()

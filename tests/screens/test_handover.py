"""The change of shift on the desk: handed over, signed and settled by keys, in two sessions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.handovers import HandedMatter, HandOver, TakeOver, WithdrawHandover
from db.queries.handovers import ShiftView, shift_view
from db.queries.papers import paper_file, papers
from db.rules.shifts import Shift
from db.rules.terms import Urgency
from desktop.documents.preview import page_texts
from desktop.pages.desk_cards import DutyCard
from desktop.pages.desk_strip import ShiftStrip
from desktop.pages.desk_view import HANDED
from desktop.widgets.buttons import ActionButton
from desktop.widgets.notices import Toast
from desktop.widgets.picker import Picker
from desktop.widgets.text_area import TextArea
from tests.printers import queue_on
from tests.screens.conftest import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def handed(page: Any) -> Any:
    """Return the column of what the shift before named."""
    return next(one for one in page.columns() if one.duty == HANDED)


def view(desk: Desk, by: str) -> ShiftView:
    """Return what of the handovers concerns a person."""
    found: ShiftView = desk.story.ask(shift_view, by=by)
    return found


def given(desk: Desk, *case_ids: int, to: str = "operator") -> int:
    """Let operator2 hand over; return the id of the record."""
    command = HandOver(
        taker_id=desk.story.account(to),
        shift=Shift.NIGHT,
        note="夜里下雨",
        matters=tuple(HandedMatter(case_id=id_, remark="先打电话") for id_ in case_ids),
    )
    return int(desk.story.do(command, by="operator2")["handover_id"])


def test_a_shift_is_handed_over_by_keys_and_signed_in_the_other_session(desk: Desk) -> None:
    urgent = desk.story.registered(urgency=Urgency.URGENT, title="燃气泄漏")
    page = desk.page("desk")
    desk.press(None, Key.Key_J, CONTROL)
    desk.settled()
    dialog = page.handover().dialog()
    taker = desk.find(Picker, dialog)
    assert taker.hasFocus()
    desk.type(taker, "值班员乙")
    desk.press(taker, Key.Key_Return)
    note = desk.find(TextArea, dialog)
    desk.type(note, "燃气公司二十分钟内到。")
    assert [tick.value() for tick in dialog.ticks()] == [True]
    desk.press(note, Key.Key_Return, CONTROL)
    desk.settled()
    assert page.handover().dialog() is None
    assert "已交班" in desk.find(Toast).words()
    assert "等值班员乙签字接班" in desk.words(desk.find(ShiftStrip))

    desk.sign_on_as("operator2")
    page = desk.page("desk")
    strip = desk.find(ShiftStrip)
    assert "值班员甲交夜班给您，等您签字接班" in desk.words(strip)
    assert "待受理 1" in desk.words(strip) and "点名 1 件" in desk.words(strip)
    assert not handed(page).isVisible()
    desk.press(None, Key.Key_J, CONTROL)
    desk.settled()
    record = page.handover().dialog()
    assert "燃气公司二十分钟内到。" in desk.words(record)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert "已签字接班" in desk.find(Toast).words()
    assert not strip.isVisible()
    assert [card.look().title for card in handed(page).cards()] == ["燃气泄漏"]
    assert [one.case_id for one in view(desk, "operator2").matters] == [urgent]


def test_who_comes_is_asked_for_before_anything_is_sent(desk: Desk) -> None:
    page = desk.page("desk")
    desk.press(None, Key.Key_J, CONTROL)
    desk.settled()
    dialog = page.handover().dialog()
    desk.press(dialog, Key.Key_Return, CONTROL)
    desk.settled()
    assert "请选接班人" in desk.words(dialog)
    desk.press(dialog, Key.Key_Escape)
    desk.settled()
    assert page.handover().dialog() is None
    assert view(desk, "operator").given is None


def test_a_matter_of_the_shift_before_is_settled_by_keys_and_leaves_the_desk(desk: Desk) -> None:
    case_id = desk.story.assigned("SFS", title="井盖缺失")
    desk.story.do(TakeOver(handover_id=given(desk, case_id)), by="operator")
    page = desk.page("desk")
    column = handed(page)
    assert column.isVisible() and column.show_title() == "上一班交来"
    card = desk.focused()
    assert isinstance(card, DutyCard)
    assert (card.look().hint, card.button().words()) == ("先打电话", "了结")
    desk.press(None, Key.Key_Space)
    desk.settled()
    text = desk.find(TextArea, page.handover().dialog())
    desk.type(text, "已打电话，下午三点前装好。")
    desk.press(text, Key.Key_Return, CONTROL)
    desk.settled()
    assert not column.isVisible()
    assert view(desk, "operator").matters == ()


def test_enter_opens_the_case_that_was_handed_over(desk: Desk) -> None:
    case_id = desk.story.assigned("SFS")
    desk.story.do(TakeOver(handover_id=given(desk, case_id)), by="operator")
    desk.page("desk")
    desk.press(None, Key.Key_Return)
    desk.settled()
    assert desk.window.page("ledger").panel().detail().id == case_id


def test_an_unsigned_handover_is_taken_back(desk: Desk) -> None:
    given(desk, to="shift_lead")
    desk.sign_on_as("operator2")
    page = desk.page("desk")
    desk.press(None, Key.Key_J, CONTROL)
    desk.settled()
    desk.press(page.handover().dialog(), Key.Key_Return, CONTROL)
    desk.settled()
    assert "已撤回交班" in desk.find(Toast).words()
    assert view(desk, "operator2").given is None


def test_a_handover_that_was_taken_back_meanwhile_is_told(desk: Desk) -> None:
    handover_id = given(desk)
    page = desk.page("desk")
    desk.press(None, Key.Key_J, CONTROL)
    desk.settled()
    desk.story.do(WithdrawHandover(handover_id=handover_id), by="operator2")
    desk.press(page.handover().dialog(), Key.Key_Return, CONTROL)
    desk.settled()
    assert "这次交班刚被改动，没有签字。" in desk.words(page.handover().dialog())


def test_the_last_record_is_shown_and_printed(desk: Desk) -> None:
    case_id = desk.story.assigned("SFS", title="井盖缺失")
    desk.story.do(TakeOver(handover_id=given(desk, case_id)), by="operator")
    page = desk.page("desk")
    last = [one for one in page.findChildren(ActionButton) if one.words() == "上次交接"]
    last[0].click()
    desk.settled()
    words = desk.words(page.handover().dialog())
    assert "值班员乙" in words and "签字接班" in words and "井盖缺失：先打电话" in words
    desk.press(page.handover().dialog(), Key.Key_Return, CONTROL)
    desk.settled()
    paper = page.handover().preview().paper()
    assert paper.pages == 1
    printed = "".join("".join(page_texts(paper.data)).split())
    assert "交接班记录（2026年11月15日夜班）" in printed
    assert "先打电话" in printed and "交班人：值班员乙" in printed
    page.handover().preview().dialog().reject()


def test_a_printed_record_is_kept_and_its_prints_are_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    queue = queue_on(monkeypatch, tmp_path, "一楼激光")
    record = given(desk, desk.story.assigned("SFS", title="井盖缺失"))
    desk.story.do(TakeOver(handover_id=record), by="operator")
    page = desk.page("desk")
    for nth in (1, 2):
        last = [one for one in page.findChildren(ActionButton) if one.words() == "上次交接"]
        last[0].click()
        desk.settled()
        desk.press(page.handover().dialog(), Key.Key_Return, CONTROL)
        desk.settled()
        desk.press(page.handover().preview().dialog(), Key.Key_P, CONTROL)
        desk.settled()
        (kept,) = desk.story.ask(papers, "handover", record)
        assert [one.nth for one in kept.prints] == list(range(1, nth + 1))
        desk.press(page.handover().dialog(), Key.Key_Escape)
        desk.settled()
    assert {one.data for one in queue.jobs()} == {desk.story.ask(paper_file, kept.id).data}


def test_a_station_knows_no_change_of_shift(desk: Desk) -> None:
    desk.sign_on_as("sfs")
    page = desk.page("desk")
    assert HANDED not in [one.duty for one in page.columns()]
    words = [one.words() for one in page.findChildren(ActionButton) if one.isVisible()]
    assert "交接班" not in words

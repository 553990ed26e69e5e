"""A weekly meeting held by keys: planned, called, decided, read back, printed, remembered."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.commands.decisions import ConfirmDecision, FinishDecision
from db.commands.meetings import NoteDiscussion
from db.queries.meetings import meeting_detail, meetings
from db.queries.papers import paper_file, papers
from db.rules.agenda import (
    AgendaState,
    AttendanceStatus,
    DecisionKind,
    DecisionState,
    MeetingState,
    Section,
)
from desktop.dialogs.meeting_closing import ClosingDialog
from desktop.documents.preview import page_texts
from desktop.widgets.basic_dialog import ReasonDialog
from tests.meeting_story import FRIDAY, NEXT_MONDAY, far, overdue_case, planned
from tests.printers import queue_on
from tests.screens.conftest import Desk
from tests.story import Story

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def bundled_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print with the faces of the product, whatever the machine has."""
    monkeypatch.setenv("COMMAND_ROOM_FONTS", "bundled")


@pytest.fixture
def page(desk: Desk, story: Story) -> Any:
    """The meetings page on the Monday on which three cases are overdue."""
    for days, title in ((0, "夜间装修噪声"), (1, "路口占道经营"), (1, "楼道堆物")):
        overdue_case(story, days, title=title)
    # A practice street's own time is that of its last command.
    story.registered(at=NEXT_MONDAY)
    return desk.page("meetings")


def plan(desk: Desk, page: Any) -> Any:
    """Plan the meeting of the week through its dialog and return the console."""
    desk.press(page.list.table, Key.Key_N, CONTROL)
    desk.settled()
    dialog = page.plan_dialog()
    desk.type(dialog.chair, "王主任")
    desk.press(dialog.chair, Key.Key_Return, CONTROL)
    come_back(desk)
    assert page.is_in_console()
    return page.console


def come_back(desk: Desk) -> None:
    """Let the window be in front again after a dialog, as a window manager does."""
    desk.settled()
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.settled()


def start(desk: Desk, console: Any) -> None:
    """Open the meeting by its button."""
    console.head.start_wanted.emit()
    desk.settled()


def held(desk: Desk, page: Any) -> Any:
    """Plan and open the meeting; the console stands at the roll call."""
    console = plan(desk, page)
    start(desk, console)
    return console


def detail(desk: Desk, console: Any) -> Any:
    """Return the meeting as the record has it."""
    return desk.story.ask(meeting_detail, console.meeting_id())


def go_to(desk: Desk, console: Any, section: Section) -> Any:
    """Call the first row of a section by Alt+PgDown."""
    for _ in Section:
        if console.current().section is section:
            return console.current()
        desk.press(None, Key.Key_PageDown, ALT)
        desk.settled()
    raise AssertionError(section)


def decide(desk: Desk, console: Any, digit: Qt.Key, note: str = "") -> None:
    """Note what was said, choose by Alt and a digit, and confirm."""
    if note:
        desk.type(console.matter.note.area, note)
    desk.press(console.matter.note.area, digit, ALT)
    if not console.matter.form.person.value():
        desk.type(console.matter.form.person, "司法所长甲")
    desk.press(console.matter.note.area, Key.Key_Return, CONTROL)
    desk.settled()


def close(desk: Desk, console: Any, opinion: str = "") -> None:
    """Read everything back and close the meeting by keys."""
    desk.press(None, Key.Key_M, CONTROL)
    desk.settled()
    dialog = console.acts.dialog()
    assert isinstance(dialog, ClosingDialog)
    if opinion:
        desk.type(dialog.opinion, opinion)
    dialog.read_all()
    desk.press(dialog.opinion, Key.Key_Return, CONTROL)
    come_back(desk)


def test_a_planned_meeting_keeps_the_figures_of_its_week(desk: Desk, page: Any) -> None:
    console = plan(desk, page)
    found = detail(desk, console)
    assert (found.row.year, found.row.week) == (2026, 47)
    assert found.row.state is MeetingState.PLANNED
    assert found.row.chair_name == "王主任"
    assert found.figures["current"]["registered"] == "3"
    assert [row.case.title for row in found.of(Section.OVERDUE)] == [
        "夜间装修噪声",
        "路口占道经营",
        "楼道堆物",
    ]


def test_a_second_meeting_of_the_week_is_the_one_that_is_planned(desk: Desk, page: Any) -> None:
    first = plan(desk, page).meeting_id()
    page.show_list()
    desk.settled()
    desk.press(page.list.table, Key.Key_N, CONTROL)
    desk.settled()
    assert page.console.meeting_id() == first
    assert len(desk.story.ask(meetings)) == 1


def test_a_case_is_put_on_the_agenda_by_its_number_and_taken_off(desk: Desk, page: Any) -> None:
    asked = far(desk.story, title="出租房消防隐患")
    number = desk.story.column(asked, "number")
    console = plan(desk, page)
    console.acts.add_case()
    dialog = console.acts.dialog()
    desk.type(dialog.field, "YZW209901010001")
    desk.press(dialog.field, Key.Key_Return, CONTROL)
    desk.settled()
    assert dialog.isVisible() and "找不到" in desk.words(dialog)
    dialog.field.clear()
    desk.type(dialog.field, number)
    desk.press(dialog.field, Key.Key_Return, CONTROL)
    come_back(desk)
    assert [row.case.number for row in detail(desk, console).of(Section.DIFFICULT)] == [number]
    console.go_to(detail(desk, console).of(Section.DIFFICULT)[0].id)
    console.agenda.list.setFocus()
    desk.press(console.agenda.list, Key.Key_Delete)
    desk.settled()
    assert detail(desk, console).of(Section.DIFFICULT) == ()


def test_the_roll_call_is_taken_by_digits(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    roll = console.matter.topic.roll
    assert console.current().section is Section.ATTENDANCE
    for code, name, digit in (
        ("SFS", "司法所长甲", Key.Key_1),
        ("PCS", "所长甲", Key.Key_2),
        ("ZZD", "中队长甲", Key.Key_3),
    ):
        unit = desk.story.unit(code)
        desk.type(roll.name_of(unit), name)
        desk.press(roll.status_of(unit), digit)
    desk.settled()
    came = {one.name: one.status for one in detail(desk, console).attendance}
    assert came == {
        "司法所长甲": AttendanceStatus.PRESENT,
        "所长甲": AttendanceStatus.LEAVE,
        "中队长甲": AttendanceStatus.ABSENT,
    }
    shown = desk.words(console.people)
    assert "中队长甲" not in shown and "缺席" in shown and "司法所长甲" in shown


def test_three_cases_are_decided_by_keys_one_after_the_other(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    go_to(desk, console, Section.OVERDUE)
    for digit in (Key.Key_1, Key.Key_3, Key.Key_5):
        decide(desk, console, digit, "司法所说明了进展。")
    found = detail(desk, console)
    assert [row.kind for row in found.decisions] == [
        DecisionKind.CONTINUE,
        DecisionKind.SUPERVISE,
        DecisionKind.CLOSE,
    ]
    assert {row.lead_name for row in found.decisions} == {"司法所"}
    assert {row.due_at for row in found.decisions} == {FRIDAY}
    assert all("11月27日17:30前" in row.text for row in found.decisions)
    overdue = found.of(Section.OVERDUE)
    assert {row.state for row in overdue} == {AgendaState.DECIDED}
    assert {row.discussion for row in overdue} == {"司法所说明了进展。"}
    assert console.current().section is not Section.OVERDUE


def test_an_agreement_without_a_kind_or_a_person_says_what_is_missing(
    desk: Desk, page: Any
) -> None:
    console = held(desk, page)
    go_to(desk, console, Section.OVERDUE)
    console.matter.form.person.set_value("")
    desk.press(console.matter.note.area, Key.Key_Return, CONTROL)
    desk.settled()
    assert "请选一种处理意见" in desk.words(console.matter)
    assert "请填写" in desk.words(console.matter)
    assert detail(desk, console).decisions == ()


def test_own_words_are_not_overwritten_by_the_proposal(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    go_to(desk, console, Section.OVERDUE)
    form = console.matter.form
    desk.press(console.matter.note.area, Key.Key_1, ALT)
    assert "由司法所牵头" in form.words.value()
    form.words.selectAll()
    desk.type(form.words, "三日内装好隔音门。")
    desk.press(form.words, Key.Key_4, ALT)
    assert form.words.value() == "三日内装好隔音门。"
    assert form.kind.value() is DecisionKind.EXTEND


def test_assisting_units_are_found_by_initials_and_stand_in_the_proposal(
    desk: Desk, page: Any
) -> None:
    console = held(desk, page)
    go_to(desk, console, Section.OVERDUE)
    form = console.matter.form
    desk.press(console.matter.note.area, Key.Key_1, ALT)
    form.assist.picker.setFocus()
    desk.keys("pcs", form.assist.picker)
    desk.press(form.assist.picker, Key.Key_Return)
    assert form.assist.value() == (desk.story.unit("PCS"),)
    assert "派出所协办" in form.words.value()
    desk.press(form.assist.picker, Key.Key_Backspace)
    assert form.assist.value() == ()


def test_a_deferred_case_waits_for_the_next_meeting(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    first = go_to(desk, console, Section.OVERDUE)
    desk.press(None, Key.Key_L, CONTROL)
    desk.settled()
    rows = detail(desk, console).of(Section.OVERDUE)
    assert rows[0].state is AgendaState.DEFERRED
    assert console.current().id != first.id
    desk.press(None, Key.Key_Up, ALT)
    desk.settled()
    assert console.current().id == first.id


def test_what_is_written_is_saved_while_it_is_written(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    row = go_to(desk, console, Section.OVERDUE)
    desk.type(console.matter.note.area, "夜间人手不足。")
    desk.settled()
    saved = next(one for one in detail(desk, console).agenda if one.id == row.id)
    assert saved.discussion == "夜间人手不足。"
    assert "自动保存" in desk.words(console.matter)


def test_a_note_that_another_desk_changed_is_kept_until_the_person_chooses(
    desk: Desk, page: Any
) -> None:
    console = held(desk, page)
    row = go_to(desk, console, Section.OVERDUE)
    desk.type(console.matter.note.area, "我写的。")
    theirs = NoteDiscussion(agenda_case_id=row.id, text="别人写的。")
    desk.story.do(theirs, by="shift_lead")
    desk.settled()
    assert "新的记录：别人写的。" in desk.words(console.matter)
    assert console.matter.note.text() == "我写的。"
    console.matter.note._mine.click()
    desk.settled()
    saved = next(one for one in detail(desk, console).agenda if one.id == row.id)
    assert saved.discussion == "我写的。"


def test_a_decision_is_changed_and_taken_back_with_a_reason(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    row = go_to(desk, console, Section.OVERDUE)
    decide(desk, console, Key.Key_1)
    desk.press(None, Key.Key_Up, ALT)
    desk.settled()
    desk.press(console.matter.note.area, Key.Key_3, ALT)
    desk.press(console.matter.note.area, Key.Key_Return, CONTROL)
    desk.settled()
    assert [one.kind for one in detail(desk, console).decisions] == [DecisionKind.SUPERVISE]
    table = console.agreed.table
    table.choose_place(0)
    desk.press(table, Key.Key_Delete)
    dialog = console.acts.dialog()
    assert isinstance(dialog, ReasonDialog)
    desk.type(dialog.field, "会上改了主意")
    desk.press(dialog.field, Key.Key_Return, CONTROL)
    desk.settled()
    found = detail(desk, console)
    assert found.decisions[0].stored_state is DecisionState.WITHDRAWN
    assert next(one for one in found.agenda if one.id == row.id).state is AgendaState.WAITING


def test_a_meeting_is_not_closed_before_everything_was_read_back(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    go_to(desk, console, Section.OVERDUE)
    decide(desk, console, Key.Key_1)
    desk.press(None, Key.Key_M, CONTROL)
    desk.settled()
    dialog = console.acts.dialog()
    desk.press(dialog.opinion, Key.Key_Return, CONTROL)
    desk.settled()
    assert "还有 1 项没有宣读" in desk.words(dialog)
    assert detail(desk, console).row.state is MeetingState.OPEN
    desk.press(dialog.checks()[0], Key.Key_Space)
    desk.press(dialog.checks()[0], Key.Key_Return, CONTROL)
    desk.settled()
    desk.settled()
    assert detail(desk, console).row.state is MeetingState.CLOSED


def test_the_minutes_hold_what_was_agreed_and_are_filed(
    desk: Desk, page: Any, tmp_path: Path
) -> None:
    console = held(desk, page)
    go_to(desk, console, Section.OVERDUE)
    for digit in (Key.Key_1, Key.Key_3, Key.Key_5):
        decide(desk, console, digit)
    assert len(detail(desk, console).decisions) == 3
    close(desk, console, "超期件当周清零。")
    dialog, paper = page.preview.dialog(), page.preview.paper()
    assert dialog is not None and dialog.isVisible()
    words = "".join("".join(page_texts(paper.data)).split())
    for row in detail(desk, console).decisions:
        assert row.code in words
        assert "".join(row.text.split()).rstrip("。") in words
    assert "超期件当周清零" in words and "王主任" in words
    kept = desk.story.ask(papers, "meeting", console.meeting_id())
    assert [(one.kind, one.number) for one in kept] == [("minutes", "〔2026〕第1期")]
    target = tmp_path / "纪要.pdf"
    page.preview.save(str(target))
    desk.settled()
    assert target.read_bytes() == paper.data
    dialog.close()


def test_kept_minutes_are_shown_again_as_they_were_filed(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    close(desk, console)
    first = page.preview.paper().data
    page.preview.dialog().close()
    console.head.minutes_wanted.emit()
    desk.settled()
    desk.settled()
    paper = page.preview.paper()
    assert paper.kept and paper.data == first
    page.preview.dialog().close()


def test_printed_minutes_are_the_kept_ones_and_their_prints_are_counted(
    desk: Desk, page: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    queue = queue_on(monkeypatch, tmp_path, "一楼激光")
    console = held(desk, page)
    close(desk, console)
    desk.press(page.preview.dialog(), Key.Key_P, CONTROL)
    desk.settled()
    (kept,) = desk.story.ask(papers, "meeting", console.meeting_id())
    assert queue.jobs()[0].data == desk.story.ask(paper_file, kept.id).data
    assert [(one.nth, one.printer) for one in kept.prints] == [(1, "一楼激光")]


def test_the_next_meeting_opens_with_the_promises_of_this_one(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    go_to(desk, console, Section.OVERDUE)
    decide(desk, console, Key.Key_1)
    decide(desk, console, Key.Key_3)
    close(desk, console)
    page.preview.dialog().close()
    kept, broken = (row.id for row in detail(desk, console).decisions)
    done = datetime(2026, 11, 26, 10)
    desk.story.do(FinishDecision(decision_id=kept, text="已装好隔音门"), at=done)
    desk.story.do(ConfirmDecision(decision_id=kept), at=done + timedelta(hours=1))
    following = planned(desk.story, 1)
    page.show_list()
    desk.settled()
    page.open_meeting(following)
    desk.settled()
    start(desk, console)
    row = go_to(desk, console, Section.LAST_DECISIONS)
    assert {row.decision.id for row in detail(desk, console).of(Section.LAST_DECISIONS)} == {
        kept,
        broken,
    }
    lines = "\n".join(console.agenda.list.words())
    assert "已兑现" in lines and "未兑现" in lines
    shown = desk.words(console.matter)
    assert row.decision.text in shown and row.decision.code in shown
    desk.press(console.matter.note.area, Key.Key_Return, CONTROL)
    desk.settled()
    noted = next(one for one in detail(desk, console).agenda if one.id == row.id)
    assert noted.state is AgendaState.DISCUSSED
    assert row.decision.code in noted.discussion


def test_a_case_with_a_broken_promise_shows_it_beside_its_state(desk: Desk, page: Any) -> None:
    console = held(desk, page)
    first = go_to(desk, console, Section.OVERDUE)
    decide(desk, console, Key.Key_1)
    text = detail(desk, console).decisions[0].text
    close(desk, console)
    page.preview.dialog().close()
    following = planned(desk.story, 1)
    page.open_meeting(following)
    desk.settled()
    start(desk, console)
    go_to(desk, console, Section.OVERDUE)
    here = next(
        row
        for row in detail(desk, console).of(Section.OVERDUE)
        if row.case.case_id == first.case.case_id
    )
    console.go_to(here.id)
    desk.settled()
    shown = desk.words(console.matter)
    assert "上周承诺" in shown and text in shown and "今日状态" in shown

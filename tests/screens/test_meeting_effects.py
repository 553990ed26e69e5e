"""What a decision will do, what it did and what stays of it, read from the meeting's console."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.flow import AssignCase
from db.commands.meetings import AddAgendaCase
from db.queries.lookup import street
from db.queries.meetings import meeting_detail
from db.queries.notice_detail import notice_detail
from db.queries.supervision import suggestions
from db.rules.agenda import DecisionKind, Section
from db.rules.notice_states import NoticeState
from db.rules.terms import CaseState
from desktop.pages.supervision_queue import SuggestionItem
from desktop.paper_words import notice_contents
from desktop.widgets.basic_dialog import ReasonDialog
from tests.meeting_story import NEXT_MONDAY, adjourn, agree, meet, overdue_case
from tests.screens.conftest import Desk
from tests.story import Story

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
WEDNESDAY = datetime(2026, 11, 25, 17, 30)


@pytest.fixture
def cases(story: Story) -> dict[str, int]:
    """One case that is overdue, one that is due on Wednesday."""
    late = overdue_case(story, title="夜间装修噪声")
    soon = story.registered(at=NEXT_MONDAY, item_id=story.item("MD03"), title="电梯停运")
    story.accept(soon)
    story.do(AssignCase(case_id=soon, lead_id=story.unit("SFS"), due_at=WEDNESDAY))
    story.sign(soon)
    return {"late": late, "soon": soon}


@pytest.fixture
def console(desk: Desk, story: Story, cases: dict[str, int]) -> Any:
    """The console of the open meeting before the shift lead, with both cases on its agenda."""
    meeting_id = meet(story)
    story.do(AddAgendaCase(meeting_id=meeting_id, case_id=cases["soon"]))
    return opened(desk, meeting_id, "shift_lead")


def opened(desk: Desk, meeting_id: int, by: str) -> Any:
    """Sign on as a person and open a meeting."""
    desk.sign_on_as(by)
    page = desk.page("meetings")
    page.open_meeting(meeting_id)
    desk.settled()
    return page.console


def call(desk: Desk, console: Any, case_id: int) -> Any:
    """Call a case and return the note, where the keys go."""
    rows = desk.story.ask(meeting_detail, console.meeting_id()).agenda
    console.go_to(next(row.id for row in rows if row.case and row.case.case_id == case_id))
    desk.settled()
    if not console.matter.form.person.value():
        desk.type(console.matter.form.person, "司法所长甲")
    return console.matter.note.area


def agreed_words(console: Any) -> str:
    """Return what the list of this meeting's decisions tells."""
    model = console.agreed.table.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return "\n".join(
        str(model.data(model.index(place, 0), spoken)) for place in range(model.rowCount())
    )


def confirm(desk: Desk, console: Any) -> None:
    """Confirm what is on the form."""
    desk.press(console.matter.note.area, Key.Key_Return, CONTROL)
    desk.settled()


def reassign_to_the_police(desk: Desk, console: Any, case_id: int) -> None:
    """Fill the form for 改派 by keys: Alt 2, letters of the unit, its person."""
    desk.press(call(desk, console, case_id), Key.Key_2, ALT)
    assert desk.focused() is console.matter.form.lead
    desk.keys("pcs")
    desk.press(None, Key.Key_Return)
    if not console.matter.form.person.value():
        desk.type(console.matter.form.person, "所长甲")
    desk.settled()


def test_a_reassignment_is_foretold_done_and_shown(
    desk: Desk, console: Any, cases: dict[str, int]
) -> None:
    reassign_to_the_police(desk, console, cases["soon"])
    told = "将改派给派出所，签收时限 11-24 周二 17:30，办结时限 11-25 周三 17:30 不变"
    assert told in desk.words(console.matter)
    confirm(desk, console)
    assert desk.story.column(cases["soon"], "lead_id") == desk.story.unit("PCS")
    assert desk.story.state_of(cases["soon"]) is CaseState.WAITING_SIGNATURE
    assert "已改派" in console.head.said()
    call(desk, console, cases["soon"])
    assert "已改派给派出所，应于 11-24 周二 17:30 前签收" in desk.words(console.matter)
    assert "已改派派出所" in agreed_words(console)


def test_an_extension_shows_the_old_and_the_new_deadline(
    desk: Desk, console: Any, cases: dict[str, int]
) -> None:
    desk.press(call(desk, console, cases["soon"]), Key.Key_4, ALT)
    desk.settled()
    told = "原时限 11-25 周三 17:30 → 新时限 11-27 周五 17:30，延 2 天"
    assert told in desk.words(console.matter)
    confirm(desk, console)
    assert desk.story.column(cases["soon"], "due_at") == datetime(2026, 11, 27, 17, 30)
    assert "时限延至 11-27" in agreed_words(console)


def test_a_forbidden_extension_says_why_and_keeps_what_was_typed(
    desk: Desk, console: Any, cases: dict[str, int]
) -> None:
    area = call(desk, console, cases["late"])
    form = console.matter.form
    desk.type(form.words, "再给三天。")
    desk.press(area, Key.Key_4, ALT)
    desk.settled()
    why = "已过，到期后不能再延期，没有议定"
    assert why in desk.words(form)
    confirm(desk, console)
    assert desk.words(console.matter).count("到期后不能再延期") >= 1
    assert form.words.value() == "再给三天。"
    assert form.kind.value() is DecisionKind.EXTEND
    assert desk.story.ask(meeting_detail, console.meeting_id()).decisions == ()
    desk.press(area, Key.Key_1, ALT)
    desk.settled()
    assert why not in desk.words(form)
    confirm(desk, console)
    [made] = desk.story.ask(meeting_detail, console.meeting_id()).decisions
    assert made.text == "再给三天。"


def test_a_supervision_drafts_the_notice_that_a_link_opens(
    desk: Desk, console: Any, cases: dict[str, int]
) -> None:
    desk.press(call(desk, console, cases["late"]), Key.Key_3, ALT)
    desk.settled()
    assert "将起草普通督办通知单" in desk.words(console.matter)
    assert "实行普通督办" in console.matter.form.words.value()
    confirm(desk, console)
    [made] = desk.story.ask(meeting_detail, console.meeting_id()).decisions
    drafted = desk.story.ask(notice_detail, made.effects[0].notice_id)
    assert f"例会议定事项{made.code}" in drafted.basis
    assert drafted.state is NoticeState.DRAFT and drafted.demands and drafted.background
    assert notice_contents(drafted, desk.story.ask(street)).item_code == "MD02"
    assert drafted.problem and drafted.consequence and drafted.contact_name
    console.agreed.table.choose_place(0)
    desk.settled()
    assert "督办单拟稿" in agreed_words(console)
    console.agreed.notice.click()
    desk.settled()
    page = desk.window.page("supervision")
    assert page.isVisible()
    assert page.panel().seen().detail.id == drafted.id


def test_the_recorder_alone_is_told_who_has_to_decide(
    desk: Desk, story: Story, cases: dict[str, int]
) -> None:
    meeting_id = meet(story)
    story.do(AddAgendaCase(meeting_id=meeting_id, case_id=cases["soon"]))
    console = opened(desk, meeting_id, "operator")
    area = call(desk, console, cases["soon"])
    desk.type(console.matter.form.words, "再给两天。")
    desk.press(area, Key.Key_4, ALT)
    desk.settled()
    confirm(desk, console)
    assert "由值班长、指挥室主任或街道领导议定" in desk.words(console.matter)
    assert story.column(cases["soon"], "due_at") == WEDNESDAY
    assert "再给两天。" in console.matter.form.words.value()


def test_a_leader_in_the_chair_supervises_and_reassigns(
    desk: Desk, story: Story, cases: dict[str, int]
) -> None:
    console = opened(desk, meet(story), "leader")
    desk.press(call(desk, console, cases["late"]), Key.Key_3, ALT)
    desk.settled()
    confirm(desk, console)
    [made] = story.ask(meeting_detail, console.meeting_id()).decisions
    assert story.ask(notice_detail, made.effects[0].notice_id).state is NoticeState.DRAFT
    reassign_to_the_police(desk, console, cases["late"])
    confirm(desk, console)
    assert story.column(cases["late"], "lead_id") == story.unit("PCS")
    toast = desk.words()
    assert "已起草的督办通知单还在" in toast


def test_taking_a_decision_back_tells_first_what_stays(
    desk: Desk, console: Any, cases: dict[str, int]
) -> None:
    reassign_to_the_police(desk, console, cases["soon"])
    confirm(desk, console)
    table = console.agreed.table
    table.choose_place(0)
    desk.press(table, Key.Key_Delete)
    dialog = console.acts.dialog()
    assert isinstance(dialog, ReasonDialog)
    assert "事件已改派给派出所，不会自动改回" in desk.words(dialog)
    desk.type(dialog.field, "会上改了主意")
    desk.press(dialog.field, Key.Key_Return, CONTROL)
    desk.settled()
    assert desk.story.column(cases["soon"], "lead_id") == desk.story.unit("PCS")
    assert "事件已改派给派出所，不会自动改回" in desk.words()


def test_next_weeks_agenda_shows_what_became_of_it(
    desk: Desk, console: Any, cases: dict[str, int]
) -> None:
    reassign_to_the_police(desk, console, cases["soon"])
    confirm(desk, console)
    story = desk.story
    adjourn(story, console.meeting_id())
    story.sign(cases["soon"], by="pcs", at=NEXT_MONDAY + timedelta(hours=3))
    console = opened(desk, meet(story, 1), "shift_lead")
    rows = story.ask(meeting_detail, console.meeting_id()).of(Section.LAST_DECISIONS)
    console.go_to(rows[0].id)
    desk.settled()
    shown = desk.words(console.matter)
    assert "已改派给派出所，11-23 周一 12:00 签收" in shown
    confirm(desk, console)
    noted = story.ask(meeting_detail, console.meeting_id()).of(Section.LAST_DECISIONS)[0]
    assert "事件已改派派出所并签收" in noted.discussion


def test_two_missed_meetings_propose_a_supervision_that_is_drafted(
    desk: Desk, story: Story
) -> None:
    first = meet(story)
    decision_id = agree(story, first)
    adjourn(story, first)
    adjourn(story, meet(story, 1))
    assert story.ask(suggestions) == ()
    adjourn(story, meet(story, 2))
    desk.sign_on_as("operator")
    page = desk.page("supervision")
    assert [row.decision_id for row in page.queue().rows()] == [decision_id]
    [item] = page.queue().findChildren(SuggestionItem)
    assert "例会 2 次未落实" in item.words()
    desk.press(item, Key.Key_Return)
    desk.settled()
    dialog = page.drafting().dialog()
    assert dialog is not None and dialog.isVisible()
    desk.press(dialog, Key.Key_Return, CONTROL)
    desk.settled()
    drafted = page.panel().seen().detail
    assert drafted.agreed is not None and drafted.agreed.id == decision_id
    assert "例会议定事项议〔2026〕第47周-1" in drafted.basis
    assert "连续2次未按时限落实" in drafted.problem
    assert page.queue().rows() == ()

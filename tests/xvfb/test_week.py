"""A week of the street through the window's own widgets (issue 2, shown by 5)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from db.model.case import cases
from db.queries.case_detail import case_detail
from db.queries.meetings import meeting_detail
from db.queries.notices import notices
from db.rules.agenda import DecisionKind, MeetingState, Section
from db.rules.notice_states import NoticeState
from db.rules.steps import StepKind
from db.rules.terms import CaseState
from db.verify import verify
from desktop.dialogs.notice_draft import NoticeDraftDialog
from desktop.dialogs.notice_move import NoticeMoveDialog
from desktop.dialogs.notice_print import PrintDialog
from desktop.documents.preview import page_texts
from desktop.pages.supervision_queue import SuggestionItem
from desktop.widgets.buttons import ActionButton
from tests.screens.conftest import Desk
from tests.xvfb.week_desk import CONTROL, Key, WeekDesk

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(300)]

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def bundled_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print with the faces of the product, whatever the machine has."""
    monkeypatch.setenv("COMMAND_ROOM_FONTS", "bundled")


def november(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of November 2026; the 16th is a Monday."""
    return datetime(2026, 11, day, hour, minute)


def newest(desk: Desk) -> int:
    """Return the id of the newest case."""
    with desk.story.database.reading() as connection:
        found = connection.execute(select(cases.c.id).order_by(cases.c.id.desc()).limit(1))
        return int(found.scalar_one())


def text_of(pdf: bytes) -> str:
    """Return the words of a document without the blanks that spread them."""
    return "".join("".join(page_texts(pdf)).split())


def test_a_week_is_worked_through_the_window(desk: Desk, tmp_path: Path) -> None:
    week = WeekDesk(desk, tmp_path)
    good, late = _monday(week)
    _tuesday_to_friday(week, good, late)
    notice = _supervision(week, late, tmp_path / "papers")
    decision = _meeting(week, late)
    _next_week(week, decision)
    steps = [step.kind for step in desk.story.ask(case_detail, late).steps]
    assert steps[:6] == [
        *(StepKind.REGISTER, StepKind.ACCEPT, StepKind.ASSIGN, StepKind.RETURN),
        *(StepKind.REASSIGN, StepKind.SIGN_FOR),
    ]
    assert StepKind.GRANT_EXTENSION in steps and StepKind.SUPERVISE_ORDINARY in steps
    assert "龙永督〔2026〕1号" in notice
    assert len(list(tmp_path.glob("*.png"))) > 12
    assert verify(desk.story.database) == []


def _monday(week: WeekDesk) -> tuple[int, int]:
    """Two calls are taken down and given to stations; one station gives its case back."""
    desk = week.desk
    week.sit_down("operator", november(16, 8, 42))
    week.register("永上社区中心街29号三楼夜间装修，邻居多次交涉无果。", "lljf")
    late = newest(desk)
    week.register("菜场门口每天早上流动摊占用人行道，学生只能走机动车道。", "zdjyhdwjy")
    good = newest(desk)
    for case_id in (late, good):
        week.act(case_id, "accept")
        week.act(case_id, "assign", 交办要求="请按时限办理并反馈处置前后照片。")
    assert desk.story.state_of(late) is CaseState.WAITING_SIGNATURE
    week.sit_down("zzd", november(16, 9, 20))
    week.act(good, "sign")
    week.sit_down("sfs_head", november(16, 9, 40))
    week.act(late, "return", 退回理由="key:Down", 说明="夜间施工噪声由派出所先行处置")
    assert desk.story.state_of(late) is CaseState.RETURNED
    week.sit_down("operator", november(16, 10, 5))
    week.act(late, "reassign", 牵头单位="pcs", 协办单位="", 交办要求="请今晚到场。")
    week.sit_down("pcs", november(16, 11, 0))
    week.act(late, "sign")
    week.act(late, "note", 进展情况="已约谈施工负责人。")
    assert desk.story.state_of(late) is CaseState.IN_PROGRESS
    return good, late


def _tuesday_to_friday(week: WeekDesk, good: int, late: int) -> None:
    """One case is reported, sent back, reported again and settled; the other gets more time."""
    desk = week.desk
    week.sit_down("zzd", november(17, 9, 30))
    week.act(good, "report", 处置经过与结果="已劝离流动摊七户，现场恢复通行。")
    week.sit_down("operator", november(17, 10, 15))
    week.act(good, "send_back", 哪里没有办好="次日早高峰仍有三户占道")
    week.sit_down("zzd", november(17, 14, 0))
    week.act(good, "report", 处置经过与结果="安排两人定点值守，摊贩已引导入场内。")
    week.sit_down("pcs", november(17, 15, 0))
    week.act(
        late,
        "ask_extension",
        延期天数="1",
        延期理由="当事人外出",
        目前进展和预计完成时间="已约谈，周五前调解",
    )
    week.sit_down("shift_lead", november(17, 16, 0))
    week.act(late, "grant_extension")
    week.sit_down("operator", november(18, 9, 0))
    week.act(good, "verify", 核查意见="网格员现场核查属实")
    assert desk.story.state_of(good) is CaseState.WAITING_CALL_BACK
    # The last word of the week: a practice street's clock stands where its last command left it.
    desk.now = november(23, 9, 0)
    week.act(good, "call_back", 群众怎么说="key:2", 群众意见="早上能走了")
    assert desk.story.state_of(good) is CaseState.CLOSED
    assert desk.story.column(late, "extended_days") == 1


def _supervision(week: WeekDesk, late: int, folder: Path) -> str:
    """The late case is supervised: drafted, checked, issued with its number, printed to files."""
    desk = week.desk
    page = desk.page("supervision")
    desk.press(desk.find(SuggestionItem), Key.Key_Return)
    desk.settled()
    _agree(week, desk.find(NoticeDraftDialog))
    week.picture("督办")
    week.sit_down("shift_lead", november(23, 9, 10))
    page = desk.page("supervision")
    for _ in ("check", "issue"):
        desk.press(page.register().table(), Key.Key_Return)
        _agree(week, desk.find(NoticeMoveDialog))
    [issued] = desk.story.ask(notices)
    assert (issued.state, issued.case_id) == (NoticeState.ISSUED, late)
    week.sit_down("clerk", november(23, 9, 20))
    page = desk.page("supervision")
    week.come_back()
    desk.press(page.register().table(), Key.Key_P, CONTROL)
    dialog = desk.find(PrintDialog)
    field = dialog.field("folder")
    field.clear()
    desk.type(field, str(folder))
    desk.press(dialog.opening(), Key.Key_Space)
    _agree(week, dialog)
    desk.settled()
    week.picture("督办已打印")
    return "".join(text_of(path.read_bytes()) for path in sorted(folder.iterdir()))


def _meeting(week: WeekDesk, late: int) -> int:
    """The Monday's meeting decides on the late case; its minutes are read and kept."""
    desk = week.desk
    week.sit_down("operator", november(23, 9, 30))
    page = desk.page("meetings")
    week.come_back()
    desk.press(page.list.table, Key.Key_N, CONTROL)
    desk.settled()
    dialog = page.plan_dialog()
    desk.type(dialog.chair, "王主任")
    desk.press(dialog.chair, Key.Key_Return, CONTROL)
    week.come_back()
    console = page.console
    _start(week, console)
    _go_to(week, console, Section.OVERDUE)
    assert console.current().case.case_id == late
    matter = console.matter
    desk.type(matter.note.area, "派出所说明了进展，当事人周三返回。")
    desk.press(matter.note.area, Key.Key_1, ALT)
    if not matter.form.person.value():
        desk.type(matter.form.person, "所长甲")
    week.picture("例会")
    desk.press(matter.note.area, Key.Key_Return, CONTROL)
    desk.settled()
    desk.press(None, Key.Key_M, CONTROL)
    desk.settled()
    closing = console.acts.dialog()
    desk.type(closing.opinion, "超期件当周清零。")
    closing.read_all()
    desk.press(closing.opinion, Key.Key_Return, CONTROL)
    week.come_back()
    paper = page.preview.paper()
    assert "超期件当周清零" in text_of(paper.data)
    page.preview.dialog().close()
    week.come_back()
    held = desk.story.ask(meeting_detail, console.meeting_id())
    assert held.row.state is MeetingState.CLOSED
    [agreed] = held.decisions
    assert (agreed.case_id, agreed.kind) == (late, DecisionKind.CONTINUE)
    assert agreed.code in text_of(paper.data)
    page.show_list()
    desk.settled()
    week.picture("例会已结束")
    return int(agreed.id)


def _next_week(week: WeekDesk, decision: int) -> None:
    """The next agenda opens with what was agreed."""
    desk = week.desk
    desk.now = november(30, 9, 0)
    desk.story.registered(title="新的一周", at=november(30, 8, 55))
    week.sit_down("operator", november(30, 9, 0))
    page = desk.page("meetings")
    page.reload()
    desk.settled()
    week.come_back()
    desk.press(page.list.table, Key.Key_N, CONTROL)
    desk.settled()
    dialog = page.plan_dialog()
    desk.press(dialog.chair, Key.Key_Return, CONTROL)
    week.come_back()
    console = page.console
    _start(week, console)
    row = _go_to(week, console, Section.LAST_DECISIONS)
    assert row.decision.id == decision
    assert row.decision.text in desk.words(console.matter)
    week.picture("下周例会")


def _agree(week: WeekDesk, dialog: Any) -> None:
    week.desk.press(dialog, Key.Key_Return, CONTROL)
    week.come_back()


def _start(week: WeekDesk, console: Any) -> None:
    [button] = [one for one in console.findChildren(ActionButton) if one.text() == "宣布开会"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    week.desk.settled()


def _go_to(week: WeekDesk, console: Any, section: Section) -> Any:
    for _ in Section:
        if console.current().section is section:
            return console.current()
        week.desk.press(None, Key.Key_PageDown, ALT)
        week.desk.settled()
    raise AssertionError(section)

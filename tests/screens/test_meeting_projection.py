"""The meeting on the second screen: driven by keys from its console, read by the whole room."""

from __future__ import annotations

import gc
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.commands.attachments import AttachFile
from db.commands.decisions import ReportDecisionProgress
from db.commands.flow import NoteProgress
from db.commands.meetings import AddAgendaCase, StartMeeting
from db.queries.meetings import meeting_detail
from db.rules.agenda import AgendaState, DecisionKind, Section
from desktop.screen.meeting_view import MeetingView
from desktop.screen.stage_window import StageWindow
from desktop.widgets.chips import Chip
from tests.meeting_story import (
    FRIDAY,
    NEXT_MONDAY,
    adjourn,
    agree,
    far,
    meet,
    overdue_case,
    planned,
    row_of,
)
from tests.screens.conftest import Desk
from tests.story import MONDAY, Story

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
REPORTER, PHONE = "林大明", "13805770001"
RED, GREEN = QColor("#d01020"), QColor("#10a040")


class Room:
    """A meeting that is held: the operator before the console, everybody before the screen."""

    def __init__(self, desk: Desk, meeting_id: int) -> None:
        self.desk = desk
        page = desk.page("meetings")
        page.open_meeting(meeting_id)
        desk.settled()
        self.console = page.console
        self.meeting_id = meeting_id

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press a key on the operator's side."""
        self.desk.press(None, key, modifiers or Qt.KeyboardModifier.NoModifier)
        self.desk.settled()

    def remote(self, key: Qt.Key) -> None:
        """Press a key on the projected page itself, as a presenter's remote control does."""
        QTest.keyClick(self.window(), key)
        self.desk.settled()

    def call(self, case_id: int) -> None:
        """Call a case, as a click on the agenda does."""
        self.console.go_to(row_of(self.desk.story, self.meeting_id, case_id).id)
        self.desk.settled()

    def window(self) -> StageWindow:
        """Return the window that the room sees."""
        found = self.console.projection.stage().window()
        assert found is not None
        return found

    def shown(self) -> str:
        """Return every word that the room can read; nothing once the page was taken back."""
        view = self.console.projection.view()
        return view.words() if view is not None and view.isVisible() else ""

    def lines(self) -> list[str]:
        """Return what the room can read, line by line."""
        return self.shown().splitlines()

    def picture(self) -> QImage:
        """Return the page as it is drawn."""
        return self.console.projection.view().grab().toImage()

    def operator_reads(self) -> str:
        """Return every word on the operator's side."""
        return self.desk.words(self.console)

    def detail(self) -> Any:
        """Return the meeting as the record has it."""
        return self.desk.story.ask(meeting_detail, self.meeting_id)


@pytest.fixture
def late(story: Story) -> list[int]:
    """Three overdue cases, the oldest first."""
    told = ((0, "夜间装修噪声"), (1, "路口占道经营"), (1, "楼道堆物"))
    return [overdue_case(story, days, title=title) for days, title in told]


@pytest.fixture
def room(desk: Desk, story: Story, late: list[int]) -> Room:
    """The open meeting, projected by its key; the first overdue case is called."""
    made = Room(desk, meet(story))
    made.press(Key.Key_F11)
    made.call(late[0])
    return made


def test_the_key_projects_the_meeting_and_takes_it_back(
    desk: Desk, story: Story, late: list[int]
) -> None:
    room = Room(desk, meet(story))
    room.call(late[0])
    assert room.shown() == ""
    room.press(Key.Key_F11)
    assert "夜间装修噪声" in room.lines()
    assert "窗口投放中" in chips(room)
    room.press(Key.Key_F11)
    assert room.shown() == ""
    assert "投放中" not in chips(room)


def chips(room: Room) -> str:
    """Return what the chips of the line over the console say."""
    found = room.console.head.findChildren(Chip)
    return "\n".join(one.text() for one in found if one.isVisible())


def test_one_case_a_page_and_the_keys_turn_both_sides(room: Room) -> None:
    assert room.lines()[3] == "1 / 3"
    turns = (
        (Key.Key_PageDown, "路口占道经营", "2 / 3"),
        (Key.Key_PageDown, "楼道堆物", "3 / 3"),
        (Key.Key_PageUp, "路口占道经营", "2 / 3"),
    )
    for key, title, place in turns:
        room.press(key)
        assert title in room.lines() and place in room.lines()
        assert room.console.current().case.title == title
        others = {"夜间装修噪声", "路口占道经营", "楼道堆物"} - {title}
        assert not others & set(room.lines())


def test_a_remote_control_turns_and_decides_too(room: Room) -> None:
    room.remote(Key.Key_Right)
    assert "路口占道经营" in room.lines()
    room.remote(Key.Key_Left)
    assert "夜间装修噪声" in room.lines()
    room.remote(Key.Key_3)
    assert room.console.matter.form.kind.value() is DecisionKind.SUPERVISE
    assert chosen(room).startswith("✓ 督办 拟议 司法所")
    room.remote(Key.Key_Escape)
    assert room.shown() == ""


def chosen(room: Room) -> str:
    """Return the decision that the page shows as the chosen one."""
    return next((line for line in room.lines() if line.startswith("✓")), "")


def test_a_digit_chooses_on_the_page_what_it_chooses_in_the_console(room: Room) -> None:
    assert chosen(room) == ""
    for digit, kind, name in (
        (Key.Key_1, DecisionKind.CONTINUE, "继续办理"),
        (Key.Key_2, DecisionKind.REASSIGN, "改派"),
        (Key.Key_3, DecisionKind.SUPERVISE, "督办"),
        (Key.Key_4, DecisionKind.EXTEND, "延期"),
        (Key.Key_5, DecisionKind.CLOSE, "办结"),
    ):
        room.press(digit, ALT)
        assert room.console.matter.form.kind.value() is kind
        assert chosen(room).startswith(f"✓ {name} 拟议")


def test_what_is_decided_from_the_page_is_decided_as_in_the_console(room: Room) -> None:
    room.remote(Key.Key_1)
    if not room.console.matter.form.person.value():
        room.desk.type(room.console.matter.form.person, "司法所长甲")
    room.remote(Key.Key_Return)
    [agreed] = room.detail().decisions
    assert (agreed.kind, agreed.lead_name, agreed.due_at) == (
        DecisionKind.CONTINUE,
        "司法所",
        FRIDAY,
    )
    assert room.detail().of(Section.OVERDUE)[0].state is AgendaState.DECIDED
    assert "路口占道经营" in room.lines(), "the next case is called"
    room.press(Key.Key_PageUp)
    assert chosen(room) == "✓ 继续办理 已议定 司法所 11-27 周五 17:30 前"


def test_a_digit_typed_into_the_note_is_a_word_and_no_decision(room: Room) -> None:
    room.console.matter.note.area.setFocus()
    room.desk.keys("3", room.console.matter.note.area)
    room.desk.settled()
    assert chosen(room) == ""
    assert room.console.matter.note.area.value() == "3"


def test_the_stamp_tells_of_when_the_figures_are(room: Room) -> None:
    held = room.detail().row
    assert f"数据截至 {held.frozen_at:%m-%d %H:%M}" in room.lines()
    room.desk.story.do(
        NoteProgress(case_id=room.console.current().case.case_id, text="刚刚到场。"),
        by="sfs",
        at=NEXT_MONDAY + timedelta(hours=1),
    )
    room.desk.settled()
    assert f"数据截至 {held.frozen_at:%m-%d %H:%M}" in room.lines()
    assert "刚刚到场。" not in room.shown(), "what came after the stamp is not under it"
    assert "11 月 23 日 周一" in room.shown()


def test_nobody_who_reported_can_be_read_on_the_wall(desk: Desk, story: Story) -> None:
    case_id = overdue_case(story, title=f"{REPORTER}反映夜间噪声")
    words = f"已联系{REPORTER}，电话{PHONE}，约定周五上门。"
    story.do(NoteProgress(case_id=case_id, text=words), by="sfs")
    room = Room(desk, meet(story))
    room.press(Key.Key_F11)
    room.call(case_id)
    assert REPORTER in room.operator_reads() and PHONE in room.operator_reads()
    assert REPORTER not in room.shown() and PHONE not in room.shown()
    assert "林**反映夜间噪声" in room.lines()
    assert "个人信息已脱敏" in room.lines()
    for _ in range(40):
        before = room.shown()
        room.press(Key.Key_PageDown)
        assert REPORTER not in room.shown() and PHONE not in room.shown()
        if room.shown() == before:
            break


def test_last_weeks_promise_stands_beside_todays_state(desk: Desk, story: Story) -> None:
    room = Room(desk, second_meeting(story))
    room.press(Key.Key_F11)
    overdue = next(row for row in room.detail().of(Section.OVERDUE) if row.case.promise)
    room.console.go_to(overdue.id)
    desk.settled()
    lines = room.lines()
    promise, today = lines.index("上周承诺"), lines.index("今日状态")
    assert promise < today
    assert lines[promise + 1 : promise + 3] == [
        "11月27日前完成清运并加装限高杆",
        "第 47 周例会 · 11-27 前",
    ]
    assert lines[today + 1 : today + 3] == ["未兑现", "限高杆还没有到货。"]
    page = room.console.projection.view().case
    left, right = (box.geometry() for box in page.said)
    assert left.right() < right.left() and left.top() == right.top()


def second_meeting(story: Story) -> int:
    """Hold the meeting a week after one that agreed on a case, which was not done since."""
    case_id = overdue_case(story, title="建筑垃圾偷倒")
    first = meet(story)
    row = row_of(story, first, case_id)
    agree(
        story,
        first,
        agenda_case_id=row.id,
        kind=DecisionKind.CONTINUE,
        case_version=story.column(case_id, "version"),
    )
    adjourn(story, first)
    decision = story.ask(meeting_detail, first).decisions[0]
    story.do(
        ReportDecisionProgress(
            decision_id=decision.id, version=decision.version, text="限高杆还没有到货。"
        ),
        by="sfs_head",
        at=FRIDAY + timedelta(hours=1),
    )
    second = planned(story, 1)
    story.do(StartMeeting(meeting_id=second))
    return second


def test_before_and_now_hang_side_by_side(desk: Desk, story: Story) -> None:
    case_id = overdue_case(story, title="路面坑洼")
    for purpose, colour, day in (("before", RED, 1), ("after", GREEN, 4)):
        story.do(
            AttachFile(
                case_id=case_id,
                name=f"{REPORTER}拍摄.png",
                data=painted(colour),
                purpose=purpose,
            ),
            by="sfs",
            at=MONDAY + timedelta(days=day),
        )
    room = Room(desk, meet(story))
    room.press(Key.Key_F11)
    room.call(case_id)
    assert "11-17 处置前" in room.lines() and "11-20 现状" in room.lines()
    assert REPORTER not in room.shown(), "the name of a file is not for the wall"
    red, green = columns(room.picture(), RED), columns(room.picture(), GREEN)
    assert len(red) > 60 and len(green) > 60
    assert max(red) < min(green), "before is at the left, now at the right, nothing overlaps"
    room.press(Key.Key_PageDown)
    assert columns(room.picture(), RED) == columns(room.picture(), GREEN) == []


def painted(colour: QColor) -> bytes:
    """Return a picture of one colour, as a file."""
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def columns(picture: QImage, colour: QColor) -> list[int]:
    """Return where, from left to right, a colour stands anywhere in the upper two thirds."""
    rows = range(0, picture.height() * 2 // 3, 8)
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).rgb() == colour.rgb() for y in rows)
    ]


def test_the_time_to_speak_begins_anew_with_each_case(room: Room) -> None:
    assert any(line.startswith("发言剩余 0") for line in room.lines())
    room.press(Key.Key_T, CONTROL)
    paused = speech(room)
    room.press(Key.Key_PageDown)
    assert speech(room) == "发言剩余 03:00"
    assert paused.startswith("发言剩余 0")
    room.press(Key.Key_PageDown, ALT)
    assert speech(room) == "", "nobody's time is counted on a topic"


def speech(room: Room) -> str:
    """Return the clock of the page in words."""
    return next((line for line in room.lines() if line.startswith("发言")), "")


def test_who_speaks_too_long_is_told_by_how_much(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    clock = SimpleNamespace(monotonic=lambda: began)
    monkeypatch.setattr("desktop.pages.meeting_head.time", clock)
    room.press(Key.Key_PageDown)
    for seconds, words in ((150, "发言剩余 00:30"), (200, "发言超时 00:20")):
        clock.monotonic = partial(float, began + seconds)
        room.desk.qtbot.waitUntil(lambda words=words: speech(room) == words, timeout=5000)


def test_notes_and_what_comes_next_stay_on_the_operators_side(room: Room) -> None:
    room.desk.type(room.console.matter.note.area, "司法所说人手不足。")
    room.desk.settled()
    assert room.console.matter.note.area.value() == "司法所说人手不足。"
    assert "路口占道经营" in room.operator_reads()
    assert "下一件" in room.operator_reads()
    room.desk.window.resize(1366, 768)
    room.desk.settled()
    assert "下一件" in room.operator_reads(), "on a small screen too while the room looks on"
    assert "人手不足" not in room.shown()
    assert "路口占道经营" not in room.shown() and "下一件" not in room.shown()
    room.press(Key.Key_PageDown)
    assert "人手不足" not in room.shown()
    room.press(Key.Key_PageUp)
    assert room.console.matter.note.area.value() == "司法所说人手不足。"
    assert "人手不足" not in room.shown(), "saved notes are not for the wall either"


def test_the_overdue_cases_are_listed_before_the_first_of_them(room: Room) -> None:
    room.press(Key.Key_PageUp)
    assert "超期清单" in room.lines()
    titles = ["夜间装修噪声", "路口占道经营", "楼道堆物"]
    listed = [line.split()[0] for line in room.lines() if "超期 " in line]
    assert listed == titles
    room.press(Key.Key_PageDown)
    assert "超期清单" not in room.lines() and "夜间装修噪声" in room.lines()


def test_the_keyboard_stays_with_the_operator(room: Room) -> None:
    assert room.window().isVisible()
    assert room.desk.window.isActiveWindow()
    assert not room.window().isActiveWindow()


def test_a_case_that_joins_the_agenda_is_shown_without_projecting_anew(
    room: Room, story: Story
) -> None:
    asked = far(story, title="出租房消防隐患")
    story.do(AddAgendaCase(meeting_id=room.meeting_id, case_id=asked))
    room.console.reload()
    room.desk.settled()
    room.call(asked)
    assert "出租房消防隐患" in room.lines()


def test_fifty_projections_leave_nothing_behind(room: Room) -> None:
    projection = room.console.projection
    counts = []
    for nth in range(50):
        QTest.keyClick(room.desk.window, Key.Key_F11)
        assert projection.view() is None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if nth % 10 == 9:
            gc.collect()
            views = sum(type(one) is MeetingView for one in gc.get_objects())
            counts.append((len(QApplication.allWidgets()), views))
        QTest.keyClick(room.desk.window, Key.Key_F11)
        room.desk.qtbot.waitUntil(lambda: "夜间装修噪声" in room.lines(), timeout=5000)
    assert len(set(counts)) == 1
    assert counts[0][1] == 0


def test_the_page_stays_with_its_stamp_while_the_record_is_away(room: Room, story: Story) -> None:
    path = Path(story.database.path)
    elsewhere = path.with_name("elsewhere.db")
    before = room.lines()
    path.rename(elsewhere)
    room.console.reload()
    room.desk.settled()
    room.remote(Key.Key_Right)
    away = room.lines()
    elsewhere.rename(path)
    stamp = next(line for line in before if line.startswith("数据截至"))
    assert "夜间装修噪声" in before and stamp in away
    assert "路口占道经营" in away, "what was read before can be gone through"


def test_leaving_the_window_takes_the_page_from_the_wall(room: Room) -> None:
    window = room.window()
    room.desk.close()
    assert not window.isVisible()

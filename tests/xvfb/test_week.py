"""One week of the street by key presses only, in the real program under a window manager.

Each person starts the program, works with keys that come from the X server, and leaves it by its
key. The test reads the record and looks at the screen; it touches nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from db.engine import open_database
from db.queries.case_detail import case_detail
from db.queries.meetings import MeetingDetail, meeting_detail, meetings
from db.queries.notices import notices
from db.rules.agenda import DecisionKind, MeetingState, Section
from db.rules.notice_states import NoticeState
from db.rules.steps import StepKind
from db.rules.terms import CaseState
from db.verify import verify
from desktop.documents.preview import page_texts
from tests.xvfb import monitors
from tests.xvfb.office import HAND, Desk, Office
from tests.xvfb.record import Record
from tests.xvfb.sitting import Seen

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(900)]

MOST_SECONDS = 45
NOISE, STALLS, FRUIT = range(3)
CALLS = (
    ("永上社区中心街29号三楼夜间装修，邻居多次交涉无果。", "ys", "lljf"),
    ("菜场门口每天早上流动摊占用人行道，学生只能走机动车道。", "ys", "zdjyhdwjy"),
    ("永昌路口水果摊摆到盲道上，劝过两次又摆出来。", "ys", "zdjyhdwjy"),
    ("六幢楼下车棚里两家为车位争吵，快要动手了。", "ys", "lljf"),
    ("楼上漏水到我家厨房，邻居不开门，已经等了两个星期。", "ys", "lljf"),
)
NOTE = "执法中队说明了进展，摊主已约谈。"
MEANWHILE = "投屏断开时照常记录。"
OPINION = "超期件当周清零。"
COMPLAINTS = (" WARNING ", " ERROR ", " CRITICAL ", "Traceback")


def november(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of November 2026; the 16th is a Monday."""
    return datetime(2026, 11, day, hour, minute)


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Iterator[Office]:
    """A founded street before its first Monday, on the desk's monitor."""
    file, state = tmp_path / "street.db", tmp_path / "state"
    shutil.copyfile(founded_file, file)
    state.mkdir()
    record = Record.of_file(file)
    with monitors.desk_monitor():
        yield Office(file, state, record)
    record.database.close()


def test_a_week_is_worked_by_key_presses_alone(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = _monday(office)
    _during_the_week(office, calls)
    notice = _supervision(office, calls[NOISE], tmp_path / "papers")
    minutes = _meeting(office, calls, tmp_path / "minutes.pdf")
    agreed = _held(office.record).decisions
    _next_week(office, [one.text for one in agreed])

    assert [one.kind for one in agreed] == [DecisionKind.SUPERVISE, DecisionKind.CONTINUE]
    assert "龙永督〔2026〕1号" in notice
    assert OPINION in minutes and all(one.code in minutes for one in agreed)
    steps = [step.kind for step in office.record.ask(case_detail, calls[NOISE]).steps]
    assert steps[:6] == [
        *(StepKind.REGISTER, StepKind.ACCEPT, StepKind.ASSIGN, StepKind.RETURN),
        *(StepKind.REASSIGN, StepKind.SIGN_FOR),
    ]
    assert StepKind.GRANT_EXTENSION in steps and StepKind.SUPERVISE_ORDINARY in steps
    _nothing_is_wrong(office)
    with capsys.disabled():
        _tell_figures(office)
    slowest = max(max(one.seconds, one.by_hand) for one in office.taken)
    assert len(office.taken) >= 5 and slowest <= MOST_SECONDS


def _monday(office: Office) -> list[int]:
    """Five calls are taken down, three given to stations; one gives its case back."""
    with office.desk("operator", "值班员甲", november(16, 8, 40)) as desk:
        calls = [desk.register(*call) for call in CALLS]
        for case_id in calls:
            desk.act(case_id, "F3 受理", CaseState.WAITING_ASSIGNMENT)
        for case_id in calls[:3]:
            asked = "请按时限办理并反馈处置前后照片。"
            desk.act(case_id, "F6 交办", CaseState.WAITING_SIGNATURE, 交办要求=asked)
    with office.desk("zzd", "队员甲", november(16, 9, 20)) as desk:
        for case_id in (calls[STALLS], calls[FRUIT]):
            desk.act(case_id, "F3 签收", CaseState.IN_PROGRESS)
    with office.desk("sfs_head", "司法所长甲", november(16, 9, 40)) as desk:
        reason = {"退回理由": "press Down", "说明": "夜间施工噪声由派出所先行处置"}
        desk.act(calls[NOISE], "palette 退回", CaseState.RETURNED, **reason)
    with office.desk("operator", "值班员甲", november(16, 10, 5)) as desk:
        wish = {"牵头单位": "pcs", "协办单位": "", "交办要求": "请今晚到场。"}
        desk.act(calls[NOISE], "F6 改派", CaseState.WAITING_SIGNATURE, **wish)
    return calls


def _during_the_week(office: Office, calls: list[int]) -> None:
    """One case is reported, verified and called back; one gets more time; one is left lying."""
    with office.desk("pcs", "民警甲", november(16, 11)) as desk:
        noise, here = calls[NOISE], CaseState.IN_PROGRESS
        desk.act(noise, "F3 签收", here)
        desk.act(noise, "palette 办理记录", here, 进展情况="已约谈施工负责人。")
        wish = {"延期天数": "1", "延期理由": "当事人外出", "目前进展": "已约谈，周五前调解"}
        desk.act(noise, "palette 申请延期", here, **wish)
    with office.desk("zzd", "队员甲", november(17, 9, 30)) as desk:
        done = "已劝离流动摊七户，安排两人定点值守。"
        waits = CaseState.WAITING_VERIFICATION
        desk.act(calls[STALLS], "F9 反馈办结", waits, 处置经过与结果=done)
    with office.desk("shift_lead", "值班长甲", november(17, 16)) as desk:
        desk.act(noise, "palette 同意延期", CaseState.IN_PROGRESS, **{"": ""})
    with office.desk("operator", "值班员甲", november(18, 9)) as desk:
        seen = {"核查意见": "网格员现场核查属实"}
        desk.act(calls[STALLS], "F9 核查通过", CaseState.WAITING_CALL_BACK, **seen)
        said = {"群众怎么说": "press 1", "群众意见": "早上能走了"}
        desk.act(calls[STALLS], "palette 回访", CaseState.CLOSED, **said)


def _supervision(office: Office, late: int, folder: Path) -> str:
    """The late case is supervised: drafted, checked, issued with its number, printed to files."""
    record = office.record
    with office.desk("operator", "值班员甲", november(23, 8, 50)) as desk:
        # A practice street's clock goes on with what is done in it.
        desk.register("小区门口又有人占道摆摊，公交车进不了站。", "ys", "zdjyhdwjy")
        desk.call("督办超时")
        desk.shows("督办建议", CALLS[NOISE][0][:10])
        desk.walk("SuggestionItem")
        desk.down_to(CALLS[NOISE][0][:10])
        desk.press("Return")
        desk.answer("NoticeDraftDialog")
        [drafted] = record.until("a notice", lambda: record.ask(notices))
        assert drafted.case_id == late
    with office.desk("shift_lead", "值班长甲", november(23, 9, 10)) as desk:
        desk.call("督办超时")
        for button, state in (("审核", NoticeState.CHECKED), ("签发编号", NoticeState.ISSUED)):
            desk.button(button)
            desk.walk("VirtualTable")
            desk.press("Return")
            desk.answer("NoticeMoveDialog")
            record.until(button, lambda wanted=state: record.ask(notices)[0].state is wanted)
    with office.desk("clerk", "打印员甲", november(23, 9, 20)) as desk:
        desk.call("督办超时")
        desk.shows("龙永督")
        desk.walk("VirtualTable")
        desk.press("Ctrl+P")
        desk.answer("PrintDialog", 写入文件夹=str(folder), 写好后打开="press space")
        record.until("notice and receipt", lambda: len(list(folder.glob("*.pdf"))) >= 2)
        desk.button("登记送达")
    return "".join(_text_of(path) for path in sorted(folder.glob("*.pdf")))


def _meeting(office: Office, calls: list[int], paper: Path) -> str:
    """The Monday's meeting goes through the late cases; its monitor is lost in the middle."""
    record = office.record
    with office.desk("operator", "值班员甲", november(23, 9, 30)) as desk:
        _open_meeting(desk, record, 主持人="王主任")
        late = [row.case.case_id for row in _held(record).of(Section.OVERDUE)]
        assert late == [calls[FRUIT], calls[NOISE]], "one was left lying, one got more time"
        desk.until_section("处理意见", "第 1 / 2 件")
        _project_and_lose_the_screen(desk, record)
        _decide(desk, record, "3", "中队长甲", done=1)
        desk.shows("第 2 / 2 件")
        desk.at("处理意见")
        _decide(desk, record, "1", "所长甲", done=2)
        desk.press("Ctrl+M")
        desk.sitting.front("ClosingDialog")
        desk.press("Alt+A")
        desk.sitting.tab_to("会议意见")
        desk.type(OPINION)
        desk.press("Ctrl+Return")
        desk.sitting.front("MeetingPaperDialog")
        assert _held(record).row.state is MeetingState.CLOSED
        desk.press("Ctrl+Return")
        desk.save_as(paper)
        desk.shows(f"已保存到 {paper}")
        desk.press("Escape")
        desk.sitting.front("MainWindow")
        desk.press("F11")
        desk.sitting.until("the page away", lambda seen: "StageWindow" not in seen.windows)
        monitors.unplug()
    return _text_of(paper)


def _project_and_lose_the_screen(desk: Desk, record: Record) -> None:
    """The page goes with its monitor, the operator's window stays as it is, the page comes back."""
    sitting = desk.sitting
    sitting.tab_to("会议记录")
    desk.type(NOTE)
    monitors.plug()
    sitting.until("two monitors", lambda seen: len(seen.screens) == 2)
    desk.press("F11")
    sitting.until("the page on the wall", _is_on_the_wall)
    before = sitting.front("MainWindow")

    monitors.unplug()
    lost = sitting.until(
        "the page away", lambda seen: len(seen.screens) == 1 and "StageWindow" not in seen.windows
    )
    _is_as_before(lost, before)
    desk.shows("第二块屏幕断开了")
    desk.type(MEANWHILE)
    record.until(
        "the note", lambda: any(MEANWHILE in row.discussion for row in _held(record).agenda)
    )

    monitors.plug()
    sitting.until("the page back on the wall", _is_on_the_wall)
    # The window manager hands the keyboard to each new window; the page gives it back at once.
    back = sitting.front("MainWindow")
    _is_as_before(back, before, MEANWHILE)
    sitting.until("the notice away", lambda seen: not seen.shows("第二块屏幕"))


def _is_on_the_wall(seen: Seen) -> bool:
    return tuple(seen.windows.get("StageWindow", ())) == monitors.WALL_BOX


def _is_as_before(now: Seen, before: Seen, added: str = "") -> None:
    """The operator's window stands where it stood, with the same work and the cursor in it."""
    assert now.windows["MainWindow"] == before.windows["MainWindow"]
    assert (now.window, now.field) == ("MainWindow", "会议记录")
    assert now.value == before.value + added
    assert now.shows("处理意见", "第 1 / 2 件")


def _decide(desk: Desk, record: Record, digit: str, person: str, *, done: int) -> None:
    """Agree on the case in hand: the kind by its digit, the person by name."""
    desk.sitting.tab_to("处理意见")
    desk.press(digit)
    desk.sitting.tab_to("责任人")
    desk.put(person)
    desk.press("Ctrl+Return")
    record.until("a decision", lambda: len(_held(record).decisions) == done)


def _next_week(office: Office, agreed: list[str]) -> None:
    """The next agenda opens with what was agreed."""
    with office.desk("operator", "值班员甲", november(30, 8, 50)) as desk:
        desk.register("新的一周，广场舞音响开到夜里十点。", "ys", "lljf")
        _open_meeting(desk, office.record)
        desk.until_section("第 1 / 2 件", agreed[0])
        desk.press("Alt+Down")
        desk.shows("第 2 / 2 件", agreed[1])


def _open_meeting(desk: Desk, record: Record, **said: str) -> None:
    desk.call("例会研判")
    desk.button("准备本周例会")
    desk.press("Ctrl+N")
    desk.answer("PlanDialog", **said)
    desk.button("宣布开会")
    desk.press("Ctrl+O")
    desk.shows("会议进行中")
    assert _held(record).row.state is MeetingState.OPEN


def _held(record: Record) -> MeetingDetail:
    """Return the newest meeting."""
    found: Any = record.ask(meetings)
    detail = record.ask(meeting_detail, found[0].id)
    assert isinstance(detail, MeetingDetail)
    return detail


def _text_of(paper: Path) -> str:
    """Return the words of a document without the blanks that spread them."""
    return "".join("".join(page_texts(paper.read_bytes())).split())


def _nothing_is_wrong(office: Office) -> None:
    database = open_database(str(office.file))
    try:
        assert verify(database) == []
    finally:
        database.close()
    logs = list(office.state.rglob("window.log*"))
    told = [line for path in logs for line in path.read_text(encoding="utf-8").splitlines()]
    assert logs and not [line for line in told if any(one in line for one in COMPLAINTS)]


def _tell_figures(office: Office) -> None:
    """Print the seconds of each registration, as a machine and as a hand presses the keys."""
    print()
    for one in office.taken:
        print(
            f"{one.item:<12} {one.seconds:5.1f} s here, {one.keys:3} keys,"
            f" {one.by_hand:4.1f} s by a hand of {HAND:.0f} keys a second"
        )
    seconds = [one.seconds for one in office.taken]
    by_hand = [one.by_hand for one in office.taken]
    print(f"median {median(seconds):.1f} s here, {median(by_hand):.1f} s by hand")
    print(f"{office.keys} keys in {office.sittings} sittings, no mouse")

"""The server goes away while people register: nothing is lost, doubled or left unsaid."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.commands.items import RetireItem
from db.model.case import cases
from db.verify import verify
from desktop.dialogs.waiting import WaitingDialog
from desktop.pages.server_notice import ServerNotice
from desktop.widgets.notices import Toast
from tests.screens.conftest import OWN_FOLDERS, PATIENCE_MS, Desk
from tests.server.office_desk import OfficeDesk
from tests.server.proxy import Proxy
from tests.story import Story

ROOT = Path(__file__).resolve().parents[2]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TOLD = "永上社区中心街{n}号夜间装修，邻居多次交涉无果。"


@pytest.fixture
def desk(
    qtbot: QtBot, story: Story, proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """A window on the server behind the network; the operator sits before its form."""
    for name in OWN_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    # Quicker than in life, where a person would notice no difference.
    monkeypatch.setattr("desktop.connection.PROBE_MILLISECONDS", 100)
    monkeypatch.setattr("db.again.PAUSES", (0.0, 0.1, 0.2))
    desk = OfficeDesk(qtbot, story, proxy.url("street", "cr_operator"))
    desk.open()
    desk.enter("any: this cluster trusts its own machine")
    desk.press(None, Key.Key_F2)
    desk.settled()
    yield desk
    desk.close()


def fill(desk: Desk, content: str) -> None:
    """Type what is compulsory, by keys and the input method only."""
    for _ in ("number", "name", "salutation"):
        desk.press(None, Key.Key_Return)
    focused = desk.focused()
    assert focused is not None
    desk.type(focused, content)
    desk.press(None, Key.Key_Return)
    desk.keys("ys")
    desk.press(None, Key.Key_Return)
    desk.press(None, Key.Key_Return)
    desk.keys("lljf")
    desk.press(None, Key.Key_Return)


def register(desk: Desk, nth: int) -> None:
    """Take a call down and save it."""
    fill(desk, TOLD.format(n=nth))
    desk.press(None, Key.Key_Return, CONTROL)


def until(desk: Desk, is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    desk.qtbot.waitUntil(is_so, timeout=PATIENCE_MS)


def banner(desk: Desk) -> str:
    """Return what stands over the page, or nothing."""
    notice = desk.window.findChild(ServerNotice)
    return notice.words() if notice.isVisible() else ""


def toast(desk: Desk) -> str:
    """Return what the window says."""
    shown = desk.window.findChild(Toast)
    return shown.words() if shown.isVisible() else ""


@contextmanager
def beating() -> Iterator[list[float]]:
    """Let a heart beat in the window's own thread; the gaps between its beats are returned."""
    gaps: list[float] = []
    last = [time.monotonic()]
    heart = QTimer()

    def beat() -> None:
        now = time.monotonic()
        gaps.append(now - last[0])
        last[0] = now

    heart.timeout.connect(beat)
    heart.start(10)
    yield gaps
    heart.stop()


def stored(story: Story) -> list[Any]:
    """Return every case, the oldest first."""
    with story.database.reading() as connection:
        return list(connection.execute(select(cases).order_by(cases.c.number)).all())


def go_away(desk: Desk, proxy: Proxy) -> None:
    """Cut the network and wait until the window has noticed."""
    proxy.cut()
    until(desk, lambda: "连不上服务器" in banner(desk))


def test_three_cases_registered_while_the_server_is_away_are_sent_by_themselves(
    desk: Desk, proxy: Proxy, story: Story
) -> None:
    assert banner(desk) == ""
    go_away(desk, proxy)
    assert "可以继续登记" in banner(desk)
    for nth in (1, 2, 3):
        register(desk, nth)
        until(desk, lambda nth=nth: f"待发-00{nth}" in toast(desk))
        assert desk.window.page("register").form.is_empty()
        assert f"{nth} 件登记已存在本机" in banner(desk)
    desk.press(None, Key.Key_D, CONTROL | SHIFT)
    dialog = desk.find(WaitingDialog)
    assert [row.words() for row in dialog.rows()] == ["已存在本机，等服务器连上"] * 3
    assert stored(story) == []
    proxy.mend()
    until(desk, lambda: banner(desk) == "")
    found = stored(story)
    assert [case.content for case in found] == [TOLD.format(n=nth) for nth in (1, 2, 3)]
    assert [row.words() for row in dialog.rows()] == [
        f"已登记，正式编号 {case.number}" for case in found
    ]
    for nth, case in enumerate(found, start=1):
        assert f"待发-00{nth} 已登记，正式编号 {case.number}" in toast(desk)
    dialog.reject()


def test_the_numbers_of_the_day_go_on_after_what_was_sent(
    desk: Desk, proxy: Proxy, story: Story
) -> None:
    go_away(desk, proxy)
    register(desk, 1)
    until(desk, lambda: "待发-001" in toast(desk))
    proxy.mend()
    until(desk, lambda: banner(desk) == "")
    go_away(desk, proxy)
    register(desk, 2)
    until(desk, lambda: "待发-002" in toast(desk))


def test_an_answer_that_was_lost_once_is_nothing_that_a_person_notices(
    desk: Desk, proxy: Proxy, story: Story
) -> None:
    fill(desk, TOLD.format(n=1))
    desk.settled()
    proxy.swallow_after = 6
    desk.press(None, Key.Key_Return, CONTROL)
    until(desk, lambda: "已登记" in toast(desk))
    assert proxy.swallowed == 1
    (case,) = stored(story)
    assert case.number in toast(desk)


def test_a_server_that_takes_everything_and_says_nothing_leaves_the_form_free(
    desk: Desk, proxy: Proxy, story: Story
) -> None:
    fill(desk, TOLD.format(n=1))
    desk.settled()
    proxy.held = True
    with beating() as gaps:
        desk.press(None, Key.Key_Return, CONTROL)
        until(desk, lambda: "待发-001" in toast(desk))
    assert desk.window.page("register").form.is_empty()
    print(f"longest gap of the window {max(gaps):.3f} s")
    assert max(gaps) < 0.5  # three seconds and more went by without an answer
    proxy.mend()
    until(desk, lambda: "已登记，正式编号" in toast(desk))
    assert len(stored(story)) == 1


def test_what_the_server_refuses_later_is_given_back_whole_with_the_reason(
    desk: Desk, proxy: Proxy, story: Story
) -> None:
    go_away(desk, proxy)
    register(desk, 1)
    until(desk, lambda: "待发-001" in toast(desk))
    item = story.item("MD02")
    story.do(RetireItem(item_id=item), by="director")
    proxy.mend()
    until(desk, lambda: "服务器没有收下" in banner(desk))
    desk.press(None, Key.Key_D, CONTROL | SHIFT)
    (row,) = desk.find(WaitingDialog).rows()
    assert "邻里纠纷" in row.words()
    desk.press(row, Key.Key_R)
    desk.settled()
    assert desk.window.page("register").form.content.value() == TOLD.format(n=1)
    assert "邻里纠纷" in toast(desk) and "待发-001" in toast(desk)
    assert banner(desk) == ""
    assert stored(story) == []


def test_a_page_that_is_read_while_the_server_is_away_is_read_when_it_is_back(
    desk: Desk, proxy: Proxy, story: Story
) -> None:
    go_away(desk, proxy)
    story.registered(title="占道经营")
    ledger = desk.page("ledger")
    assert ledger.table().model().rowCount() == 0
    proxy.mend()
    until(desk, lambda: ledger.table().model().rowCount() == 1)


def test_three_cases_outlive_a_killed_window_and_are_there_once_with_final_numbers(
    story: Story, proxy: Proxy, tmp_path: Path
) -> None:
    folders = {name: str(tmp_path / name.lower()) for name in OWN_FOLDERS}
    with window(proxy, "register", folders) as first:
        assert lines_until(first, "ready") == ["ready"]
        proxy.cut()
        told = lines_until(first, "done")
        first.send_signal(signal.SIGKILL)
    assert first.returncode == -signal.SIGKILL
    assert [f"临时编号 待发-00{nth}" in words for nth, words in enumerate(told[:3], 1)] == [
        True
    ] * 3
    assert stored(story) == []
    with window(proxy, "send", folders) as second:
        told = lines_until(second, "refused")
        assert "本机存有 3 件待发登记" in told[0] and "连不上数据库服务器" in told[1]
        proxy.mend()
        last = lines_until(second, "")[-1]
    assert second.returncode == 0
    found = stored(story)
    assert [case.content for case in found] == [TOLD.format(n=nth) for nth in (1, 2, 3)]
    assert last == "；".join(
        f"待发-00{nth} 已登记，正式编号 {case.number}" for nth, case in enumerate(found, start=1)
    )
    assert verify(story.database) == []


def window(proxy: Proxy, what: str, folders: dict[str, str]) -> subprocess.Popen[str]:
    """Start a window in a process of its own."""
    address = proxy.url("street", "cr_operator")
    words = [sys.executable, "-m", "tests.server.away_child", address, what]
    return subprocess.Popen(
        words, cwd=ROOT, env={**os.environ, **folders}, stdout=subprocess.PIPE, text=True
    )


def lines_until(program: subprocess.Popen[str], last: str) -> list[str]:
    """Return what a program says up to a line; up to its end where none is named."""
    assert program.stdout is not None
    found = []
    for line in program.stdout:
        found.append(line.rstrip("\n"))
        if found[-1] == last:
            break
    assert not last or found[-1:] == [last], found
    return found

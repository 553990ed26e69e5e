"""A computer that lacks things: the program starts, works and says in Chinese what is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.app import build, start
from desktop.pages.sign_on import SignOnPage
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.status_bar import StatusBar
from tests.screens.conftest import Desk
from tests.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier
CHINESE = re.compile("[\u4e00-\u9fff]{6,}")


@pytest.fixture
def bare(desk: Desk, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk without sound tool, printer, tray and second screen."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    assert len(QGuiApplication.screens()) == 1
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    story.registered()
    return desk.sign_on_as("director")


def test_what_is_missing_is_said_where_it_would_be_used(bare: Desk) -> None:
    assert "没有播放工具，报警只响提示音" in bare.find(StatusBar).words()
    wall = bare.page("wall")
    assert "没有第二块屏幕：将在一个可以移动的窗口里显示。" in bare.words(wall)
    ledger = bare.page("ledger")
    bare.press(ledger.table(), Qt.Key.Key_P, CONTROL)
    bare.settled()
    dialog = ledger.printing().dialog()
    assert "未发现打印机，可导出 PDF" in bare.words(dialog)
    dialog.reject()
    bare.settled()


def test_the_wall_opens_in_a_window_that_can_be_closed(bare: Desk) -> None:
    wall = bare.page("wall")
    bare.press(wall, Qt.Key.Key_F11)
    bare.settled()
    shown = wall.view().window()
    assert shown.isVisible() and not shown.isFullScreen()
    assert bare.window.isVisible()
    bare.press(shown, Qt.Key.Key_Escape)
    bare.settled()
    assert wall.view() is None


def test_a_closed_window_does_not_hide_in_a_tray(bare: Desk) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.quitOnLastWindowClosed()
    bare.window.close()
    assert not [one for one in application.topLevelWidgets() if one.isVisible()]
    assert not application.findChildren(QSystemTrayIcon)


@pytest.mark.parametrize("lack", ["a foreign file", "a folder", "a cut file"])
def test_without_a_usable_record_it_says_so_and_tries_again(
    qtbot: QtBot, founded_file: Path, tmp_path: Path, lack: str
) -> None:
    path = tmp_path / "street.db"
    if lack == "a foreign file":
        path.write_bytes(b"GIF89a" + bytes(9000))
    elif lack == "a folder":
        path.mkdir()
    else:
        path.write_bytes(founded_file.read_bytes()[:20_000])
    program = build(str(path), remembers=False)
    qtbot.addWidget(program.window)
    start(program, str(path))
    program.window.show()
    page = program.window.findChild(SignOnPage)
    assert page is not None

    def told() -> list[str]:
        words = [one.text() for one in page.findChildren(PlainLabel) if one.isVisible()]
        return [one for one in words if CHINESE.search(one) and "正在打开" not in one]

    (again,) = [one for one in page.findChildren(ActionButton) if one.words() == "重新打开"]
    qtbot.waitUntil(again.isVisible, timeout=10_000)
    assert told()
    if lack == "a folder":
        path.rmdir()
    shutil.copyfile(founded_file, path)
    with qtbot.waitSignal(program.services.opened, timeout=10_000):
        again.click()
    program.window.close()
    assert program.close()
    program.services.deleteLater()

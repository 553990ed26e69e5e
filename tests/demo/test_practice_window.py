"""The practice window: made with progress, marked on every page, followed by its tasks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.commands.intake import RegisterCase
from db.errors import OpeningError
from desktop import languages
from desktop.app import Program, build
from desktop.dialogs.practice_tasks import PracticeTasks
from desktop.main_window import PAGES
from desktop.one_window import WindowLock
from desktop.pages.sign_on import SignOnPage
from desktop.practice import launch, street
from desktop.practice.window import Practice
from desktop.widgets.basic_dialog import QuestionDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel
from tests.demo.test_practice import Trainee

PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of this module's own; the street is made in them by the first test that needs it."""
    patch = pytest.MonkeyPatch()
    folder = tmp_path_factory.mktemp("practice-window")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        patch.setenv(name, str(folder / name.lower()))
    patch.setattr(street, "FIRST_DAY", datetime(2026, 11, 17))
    yield folder
    patch.undo()


@pytest.fixture
def opened(folders: Path, qtbot: QtBot) -> Iterator[tuple[Program, Practice]]:
    """The practice window, signed on."""
    # The program's own hook would show a mistake of a slot; a test must fail by it.
    hook = sys.excepthook
    program = build()
    sys.excepthook = hook
    practice = Practice(program)
    program.window.resize(1366, 768)
    with qtbot.waitSignal(program.services.signed_on, timeout=PATIENCE_MS):
        program.window.show()
    qtbot.waitUntil(lambda: bool(practice.desk and practice.desk.tasks()), timeout=PATIENCE_MS)
    yield program, practice
    program.window.close()
    assert program.close()
    program.window.deleteLater()
    program.services.deleteLater()


def at_rest(program: Program, qtbot: QtBot) -> None:
    """Wait until what the page asked for before was answered."""
    arrived: list[object] = []
    program.services.work(int, parent=program.window, done=arrived.append)
    qtbot.waitUntil(lambda: bool(arrived), timeout=PATIENCE_MS)


def words(program: Program) -> str:
    labels = program.window.findChildren(PlainLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def test_the_window_is_marked_on_every_page(opened: tuple[Program, Practice], qtbot: QtBot) -> None:
    program, practice = opened
    assert practice.desk is not None
    for page_id in PAGES:
        program.window.show_page(page_id)
        at_rest(program, qtbot)
        assert practice.desk.strip.isVisible() and practice.desk.strip.height() > 40
        assert "练习模式" in program.window.windowTitle()
        assert "数据全是虚构的" in words(program)
    assert "任务 1 / 14：登记第一个来电" in practice.desk.strip.words()
    assert "13805770811" in practice.desk.strip.words()


def test_the_real_file_is_not_in_the_folder_of_practice(folders: Path) -> None:
    from desktop import paths

    assert street.folder() not in paths.default_database().parents
    assert street.current_file() != paths.default_database()


def test_a_registration_is_ticked_with_its_seconds(
    opened: tuple[Program, Practice], qtbot: QtBot
) -> None:
    program, practice = opened
    desk = practice.desk
    assert desk is not None
    trainee = Trainee(program.services.database, street.day())
    made: list[dict[str, int]] = []
    program.services.run(
        RegisterCase(facts=trainee.facts("register")), parent=program.window, done=made.append
    )
    qtbot.waitUntil(lambda: bool(made), timeout=PATIENCE_MS)
    program.window.page("register").registered.emit(made[0]["case_id"], 38.2)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: desk.tasks()[0].is_done, timeout=PATIENCE_MS)
    assert "任务 2 / 14" in desk.strip.words()
    button = next(one for one in desk.strip.findChildren(ActionButton) if one.words() == "任务清单")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    [tasks] = program.window.findChildren(PracticeTasks)
    assert tasks.row_words()[0] == "1. 登记第一个来电 已完成 38 秒"
    assert "已完成 1 / 14，登记平均 38 秒，目标 45 秒" in tasks.text()
    assert not tasks.isModal()


def test_starting_over_is_asked_once_and_ends_this_window(
    opened: tuple[Program, Practice], qtbot: QtBot
) -> None:
    program, practice = opened
    assert practice.desk is not None
    buttons = practice.desk.strip.findChildren(ActionButton)
    next(one for one in buttons if one.words() == "重新开始").click()
    [question] = program.window.findChildren(QuestionDialog)
    question.button(True).click()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=PATIENCE_MS)
    assert practice.starts_over


def test_a_second_practice_window_is_told_where_the_first_is(
    opened: tuple[Program, Practice],
) -> None:
    with pytest.raises(OpeningError, match="file_in_use"):
        WindowLock().take(street.current_file())


def test_practice_does_not_offer_practice_and_the_real_window_does(
    opened: tuple[Program, Practice],
) -> None:
    program, _ = opened
    offered = [choice.text for choice in program.window._destinations()]
    assert not [one for one in offered if one.startswith("练习模式")]


def test_a_window_in_another_language_is_marked_again(
    opened: tuple[Program, Practice], qtbot: QtBot
) -> None:
    program, practice = opened
    first, strip = program.window, practice.desk.strip
    practice.desk.keep_seconds(7, 21.0)
    settings = first.page("settings").personal
    settings.choice("language").setFocus()
    qtbot.keyClick(settings.choice("language"), Qt.Key.Key_2)
    qtbot.waitUntil(lambda: program.window is not first, timeout=PATIENCE_MS)
    try:
        qtbot.waitUntil(lambda: bool(practice.desk.tasks()), timeout=PATIENCE_MS)
        assert practice.desk.strip is not strip and practice.desk.strip.isVisible()
        assert practice.desk.strip.window() is program.window
        assert program.window.windowTitle().startswith("Practice")
        assert practice.desk.seconds() == {7: 21.0}
    finally:
        languages.install(program.application, "zh_CN")


def test_the_call_opens_a_process_of_its_own() -> None:
    program, *arguments = launch.command()
    assert Path(program).is_file()
    assert arguments == ["-m", "desktop", "practice"]


def test_the_sign_on_page_starts_practice(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(
        launch.QProcess, "startDetached", lambda *call: calls.append(list(call)) or (True, 1)
    )
    hook = sys.excepthook
    program = build(str(tmp_path / "none.db"))
    sys.excepthook = hook
    qtbot.addWidget(program.window)
    program.window.show()
    page = program.window.findChild(SignOnPage)
    assert page is not None
    next(one for one in page.findChildren(ActionButton) if one.words() == "练习模式").click()
    assert len(calls) == 1 and "practice" in calls[0][1]
    assert program.close()

"""The bell: it counts and sounds, its list is answered by keys, and what is answered is quiet."""

from __future__ import annotations

import stat
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.rules.terms import Urgency
from desktop.alarm_sound import LOUDEST, PLAYERS, samples, sound_file
from desktop.dialogs.alarms import AlarmsDialog
from desktop.pages.alarm_bell import AlarmBell
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.status_bar import StatusBar
from tests.screens.conftest import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Player:
    """A program in front of all others that plays nothing and writes down what it was given."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, *, code: int = 0) -> None:
        self.played = folder / "played"
        programs = folder / "programs"
        programs.mkdir()
        script = programs / "pw-play"
        script.write_text(f'#!/bin/sh\necho "$1" >> "{self.played}"\nexit {code}\n')
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")

    def sounds(self) -> list[str]:
        """Return the names of the files it was given, in order."""
        if not self.played.exists():
            return []
        return [Path(line).name for line in self.played.read_text().split()]


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """A player that tells what it was given."""
    return Player(tmp_path, monkeypatch)


def bell(desk: Desk) -> AlarmBell:
    """Return the bell of the window."""
    return desk.find(AlarmBell)


def listed(desk: Desk) -> AlarmsDialog:
    """Open the list by its key and return it."""
    desk.press(None, Key.Key_B, CONTROL)
    desk.settled()
    dialog = bell(desk).dialog()
    assert dialog is not None
    return dialog


def test_the_bell_counts_what_calls_and_a_new_case_rings_it(desk: Desk, player: Player) -> None:
    desk.sign_on_as("operator")
    assert bell(desk).accessibleName() == "到期报警（Ctrl+B）"
    assert "报警声 开" in desk.find(StatusBar).words()
    assert player.sounds() == []
    desk.story.registered(urgency=Urgency.URGENT, by="operator2")
    desk.qtbot.waitUntil(lambda: len(player.sounds()) == 1, timeout=10_000)
    assert bell(desk).accessibleName() == "到期报警（Ctrl+B） 1"


def test_space_acknowledges_one_and_control_enter_all(desk: Desk, player: Player) -> None:
    for _ in range(3):
        desk.story.registered(urgency=Urgency.URGENT)
    desk.sign_on_as("operator")
    dialog = listed(desk)
    assert dialog.text() == "3 件等待确认，共 3 件临期或超期"
    desk.press(dialog.table(), Key.Key_Space)
    desk.settled()
    assert dialog.text() == "2 件等待确认，共 3 件临期或超期"
    desk.press(dialog.table(), Key.Key_Return, CONTROL)
    desk.settled()
    assert dialog.text() == "0 件等待确认，共 3 件临期或超期"
    assert dialog.isVisible()
    assert bell(desk).accessibleName() == "到期报警（Ctrl+B）"
    assert not dialog.button("all").isEnabled()


def test_an_alarm_put_off_comes_back(desk: Desk, player: Player) -> None:
    desk.story.registered(urgency=Urgency.URGENT)
    desk.sign_on_as("operator")
    dialog = listed(desk)
    desk.press(dialog.table(), Key.Key_F4)
    desk.settled()
    assert dialog.text().startswith("0 件等待确认")
    desk.story.registered(at=desk.story.later(minutes=11))
    bell(desk).reload()
    desk.settled()
    assert dialog.text().startswith("1 件等待确认")


def test_enter_opens_the_case_of_an_alarm(desk: Desk, player: Player) -> None:
    case_id = desk.story.registered(urgency=Urgency.URGENT)
    desk.sign_on_as("operator")
    dialog = listed(desk)
    desk.press(dialog.table(), Key.Key_Return)
    desk.settled()
    assert bell(desk).dialog() is None
    assert desk.window.page("ledger").panel().detail().id == case_id


def test_a_silent_person_hears_nothing_and_sees_all(desk: Desk, player: Player) -> None:
    desk.sign_on_as("operator")
    dialog = listed(desk)
    assert "没有临期和超期的事件" in desk.words(dialog)
    volume = desk.find(SegmentedChoice, dialog, name="报警音量")
    volume.setFocus()
    desk.press(volume, Key.Key_1)
    desk.settled()
    assert "报警声 关" in desk.find(StatusBar).words()
    desk.press(volume, Key.Key_Escape)
    desk.story.registered(urgency=Urgency.URGENT, by="operator2")
    desk.qtbot.waitUntil(lambda: bell(desk).accessibleName().endswith(" 1"), timeout=10_000)
    desk.settled()
    assert player.sounds() == []


def test_a_chosen_volume_is_heard_at_once(desk: Desk, player: Player) -> None:
    desk.sign_on_as("operator")
    volume = desk.find(SegmentedChoice, listed(desk), name="报警音量")
    volume.setFocus()
    desk.press(volume, Key.Key_4)
    desk.qtbot.waitUntil(lambda: player.sounds() == ["alarm-100.wav"], timeout=10_000)


def test_without_a_sound_tool_the_status_line_says_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    desk.story.registered(urgency=Urgency.URGENT)
    desk.sign_on_as("operator")
    assert bell(desk).accessibleName().endswith(" 1")
    assert "没有播放工具，报警只响提示音" in desk.find(StatusBar).words()


def test_a_player_without_a_sound_device_is_given_up(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Player(tmp_path, monkeypatch, code=1)
    desk.story.registered(urgency=Urgency.URGENT)
    desk.sign_on_as("operator")
    status = desk.find(StatusBar)
    desk.qtbot.waitUntil(lambda: "没有播放工具" in status.words(), timeout=10_000)


def test_who_sees_no_case_has_no_bell(desk: Desk) -> None:
    desk.sign_on_as("auditor")
    assert not desk.window.findChildren(AlarmBell)


def test_the_sound_is_short_and_never_cut_off(desk: Desk) -> None:
    with wave.open(str(sound_file(LOUDEST)), "rb") as file:
        seconds = file.getnframes() / file.getframerate()
    assert 0.3 < seconds < 1.5
    loud, soft = samples(LOUDEST), samples(30)
    assert max(loud) < 2**15
    assert max(soft) < max(loud) / 3
    assert loud[0] == 0
    assert PLAYERS == ("pw-play", "paplay", "aplay")

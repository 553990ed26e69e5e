"""How a person likes the screens holds at once and is there again on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from desktop.personal import Personal, PersonalBook, book_of_this_machine
from desktop.theme import DARK, LIGHT, active_theme, apply
from desktop.widgets.status_bar import StatusBar
from desktop.widgets.virtual_table import VirtualTable
from tests.screens.conftest import Desk
from tests.story import Story


def settings(desk: Desk) -> Any:
    """Go to the page of settings and return its part for the person."""
    return desk.page("settings").personal


def chosen(desk: Desk, view: Any, name: str, key: Qt.Key) -> None:
    """Take one of a few by its digit."""
    desk.press(view.choice(name), key)
    desk.settled()


def test_theme_and_size_hold_at_once_and_come_back_at_the_next_sign_on(
    desk: Desk, qapp: Any
) -> None:
    view = settings(desk)
    chosen(desk, view, "theme", Qt.Key.Key_2)
    chosen(desk, view, "factor", Qt.Key.Key_3)
    assert (active_theme().tokens, active_theme().factor) == (DARK, 1.5)
    apply(qapp, "light", 1.0)
    desk.sign_on_as("operator")
    assert (active_theme().tokens, active_theme().factor) == (DARK, 1.5)
    settings(desk).back.click()
    assert (active_theme().tokens, active_theme().factor) == (LIGHT, 1.0)


def test_each_person_has_settings_of_the_own(desk: Desk, qapp: Any) -> None:
    chosen(desk, settings(desk), "theme", Qt.Key.Key_2)
    apply(qapp, "light", 1.0)
    desk.sign_on_as("director")
    assert active_theme().tokens == LIGHT
    assert settings(desk).choice("theme").value() == "light"
    desk.sign_on_as("operator")
    assert active_theme().tokens == DARK
    apply(qapp, "light", 1.0)


def test_the_ledger_opens_with_the_chosen_density(desk: Desk, story: Story) -> None:
    story.registered()
    chosen(desk, settings(desk), "density", Qt.Key.Key_3)
    desk.sign_on_as("operator")
    table = desk.find(VirtualTable, desk.page("ledger"))
    assert table.density() == "compact"


def test_less_motion_lets_lists_go_on_by_rows(desk: Desk, story: Story) -> None:
    story.registered()
    table = desk.find(VirtualTable, desk.page("ledger"))
    assert table.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerPixel
    chosen(desk, settings(desk), "calm", Qt.Key.Key_2)
    assert table.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerItem
    active_theme().set_calm(False)


def test_an_alarm_is_shown_without_a_sound(desk: Desk) -> None:
    chosen(desk, settings(desk), "sound", Qt.Key.Key_2)
    assert "报警声 关" in desk.find(StatusBar).words()
    assert book_of_this_machine().last().sound is False


def test_a_broken_file_gives_the_defaults_and_is_mended_by_the_next_choice(tmp_path: Path) -> None:
    path = tmp_path / "personal.json"
    path.write_text("{ not json", encoding="utf-8")
    book = PersonalBook(path)
    assert book.last() == Personal()
    book.keep("1/operator", Personal(theme="dark"))
    assert PersonalBook(path).last() == Personal(theme="dark")


def test_a_value_nobody_offers_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "personal.json"
    people = '{"1/a": {"theme": "pink", "factor": 1.25, "colour": 1}}'
    path.write_text(f'{{"last": "1/a", "people": {people}}}', encoding="utf-8")
    assert PersonalBook(path).last() == Personal(factor=1.25)

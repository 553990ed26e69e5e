"""The help: a page per screen in both languages, true to the screens, found from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.dialogs.command_palette import CommandPalette
from desktop.dialogs.key_sheet import KeySheet
from desktop.help.key_list import TellsKeys
from desktop.help.library import ORDER, library, plain_lines
from desktop.main_window import PAGES
from desktop.pages.help_window import HelpWindow
from desktop.theme.tokens import LIGHT
from desktop.widgets.shortcut import Shortcut
from tests.screens.conftest import Desk

ROOT = Path(__file__).parents[2]
HELP = ROOT / "resources" / "help"
WORDS = ROOT / "resources" / "translations" / "command_room_en_US.ts"
LANGUAGES = ("zh_CN", "en_US")
KEY = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)]+)\)")
QUOTED = {"zh_CN": re.compile("「([^」]+)」"), "en_US": re.compile("“([^”]+)”")}
CHINESE = re.compile("[\u4e00-\u9fff]")
TYPED = {"lljf", "lxms"}
"""What a person may type stands in the type of keys too."""
Key = Qt.Key


def texts(language: str) -> Iterator[tuple[str, str]]:
    for page in library(language).pages():
        yield page.id, page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_has_its_page_and_every_page_is_in_the_list(language: str) -> None:
    assert {path.stem for path in (HELP / language).glob("*.md")} == set(ORDER)
    assert set(PAGES) <= set(ORDER)
    assert all(len(text) > 300 and text.startswith("# ") for _, text in texts(language))


def test_both_languages_say_the_same_in_the_same_order() -> None:
    shape = re.compile(r"^(#+|\||-|\d+\.)", re.MULTILINE)
    for (name, chinese), (_, english) in zip(texts("zh_CN"), texts("en_US"), strict=True):
        assert shape.findall(chinese) == shape.findall(english), name
        assert KEY.findall(chinese) == KEY.findall(english) or name == "practice", name
        assert LINK.findall(chinese) == LINK.findall(english), name
        assert not CHINESE.search(english), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_page(language: str) -> None:
    broken = [(name, to) for name, text in texts(language) for to in LINK.findall(text)]
    assert len(broken) > 30
    assert not [one for one in broken if one[1] not in ORDER]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quoted_button_stands_in_the_program(language: str) -> None:
    tag = "source" if language == "zh_CN" else "translation"
    known = {one.findtext(tag) for one in ElementTree.parse(WORDS).iter("message")}
    quoted = [
        (name, words) for name, text in texts(language) for words in QUOTED[language].findall(text)
    ]
    assert len(quoted) > 40
    assert not [one for one in quoted if one[1] not in known]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_colour_is_one_of_the_theme(language: str) -> None:
    tones = [tone for _, text in texts(language) for tone in re.findall(r"\{([a-z]+):", text)]
    assert len(tones) > 15 and set(tones) <= set(LIGHT.tones)


def test_every_named_key_works_on_its_page(desk: Desk) -> None:
    desk.story.accept(desk.story.registered())
    pages = {page_id: desk.page(page_id) for page_id in PAGES}
    shortcuts = desk.window.findChildren(Shortcut)
    of_window = {one.line().keys for one in shortcuts if one.parent() is desk.window}
    known = {page_id: of_window | _keys_below(page) for page_id, page in pages.items()}
    anywhere = set().union(*known.values(), {"Esc"})
    named = [(name, key) for name, text in texts("zh_CN") for key in KEY.findall(text)]
    assert len(named) > 90
    wrong = [one for one in named if one[1] not in known.get(one[0], anywhere) | TYPED]
    assert not wrong


def test_the_key_that_leads_to_a_page_is_its_own(desk: Desk) -> None:
    leads = {
        one.line().keys: one.property("page")
        for one in desk.window.findChildren(Shortcut)
        if one.property("page")
    }
    assert len(leads) == 9
    for language in LANGUAGES:
        for name, text in texts(language):
            if name in PAGES:
                assert {leads[key] for key in KEY.findall(text) if key in leads} <= {name}


def _keys_below(page: QWidget) -> set[str]:
    """Return every key of a page, also of what it shows only at times."""
    below = page.findChildren(QObject)
    tellers = [one for one in below if isinstance(one, TellsKeys)]
    told = {line.keys for one in tellers for line in one.told_keys()}
    return told | {one.line().keys for one in below if isinstance(one, Shortcut)}


def test_shift_f1_and_f1_twice_open_the_help_of_the_page(desk: Desk) -> None:
    desk.page("figures")
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(desk.window, Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    desk.settled()
    window = desk.find(HelpWindow)
    assert window.page().title == "统计分析"
    desk.press(window.text, Key.Key_Escape)
    assert not window.isVisible()
    desk.page("map")
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(desk.window, Key.Key_F1)
    desk.settled()
    sheet = desk.find(KeySheet)
    desk.press(sheet.search, Key.Key_F1)
    desk.settled()
    assert desk.find(HelpWindow).page().title == "网格地图"
    assert not sheet.isVisible()
    window.close()


def test_the_help_is_reached_from_the_command_palette(desk: Desk) -> None:
    desk.page("desk")
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(desk.window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    palette = desk.find(CommandPalette)
    desk.type(palette.line, "bybz")
    desk.settled()
    desk.press(palette.line, Key.Key_Return)
    desk.settled()
    window = desk.find(HelpWindow)
    assert window.page().id == "desk"
    window.close()


def test_links_search_and_the_way_back(desk: Desk) -> None:
    desk.page("desk")
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(desk.window, Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    window = desk.find(HelpWindow)
    window.show_page("start")
    desk.qtbot.waitUntil(window.isActiveWindow)
    window.text.anchorClicked.emit(QUrl("register"))
    assert window.page().id == "register"
    assert "存草稿" in window.text.toPlainText() and "`" not in window.text.toPlainText()
    desk.press(window.text, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page().id == "start"
    desk.press(window.text, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.page().id == "register"
    desk.type(window.search, "挂牌文件")
    desk.settled()
    assert [line.partition("\n")[0] for line in window.listed()] == ["督办超时"]
    assert "挂牌文件" in window.listed()[0].partition("\n")[2]
    desk.press(window.search, Key.Key_Return)
    assert window.page().id == "supervision"
    assert len(window.text.extraSelections()) == 1
    desk.type(window.search, "量子")
    desk.settled()
    assert window.listed() == [] and "没有找到" in desk.words(window)
    window.close()


def test_a_page_reads_without_marks() -> None:
    lines = plain_lines(
        "# 题\n\n- **好** 按 `F2` 到 [台账](ledger)\n| {red:超期} | 一 |\n|---|---|\n"
    )
    assert lines == ["题", "好 按 F2 到 台账", "超期 一"]

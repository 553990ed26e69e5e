"""The language of the screens changes at once, both ways, and nothing that was begun is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialogButtonBox
from sqlalchemy import func, select

from db.model.case import cases
from db.queries.page import Tab
from desktop import languages
from desktop.pages.register_drafts import DraftOffer
from desktop.personal import Personal, book_of_this_machine
from desktop.sections import PAGES
from desktop.widgets.buttons import ActionButton
from desktop.widgets.notices import Toast
from desktop.widgets.search_box import SearchBox
from tests.looks.fitting import loose_chinese
from tests.looks.street_words import words_of_the_street
from tests.screens.conftest import Desk
from tests.screens.test_register import fill
from tests.story import Story

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
CHINESE, ENGLISH = Key.Key_1, Key.Key_2
CONTENT = "永上社区三楼有人把电动车推进楼道充电"


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    """Let the next test find the language that it expects."""
    yield
    application = QCoreApplication.instance()
    assert application is not None
    languages.install(application, "zh_CN")


def choose(desk: Desk, digit: Qt.Key) -> None:
    """Choose a language on the page of settings, by its digit."""
    desk.press(desk.page("settings").personal.choice("language"), digit)
    desk.settled()


def cancel_word() -> str:
    """Return the word on a standard button of Qt."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    words = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    box.deleteLater()
    return words.replace("&", "")


def registered(desk: Desk) -> int:
    """Return how many cases are in the record."""
    with desk.story.database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(cases)).scalar_one())


def test_every_page_speaks_english_at_once_and_chinese_again(
    desk: Desk, story: Story, tmp_path: Path
) -> None:
    story.registered()
    first = desk.window
    chinese = {page_id: desk.page(page_id).title() for page_id in PAGES}
    choose(desk, ENGLISH)
    assert desk.window is not first and desk.window.isVisible()
    assert desk.focused() is desk.page("settings").personal.choice("language")
    assert book_of_this_machine().last().language == "en_US"
    assert cancel_word() == "Cancel"
    data = words_of_the_street(tmp_path / "street.db")
    wrong = []
    for page_id in PAGES:
        desk.page(page_id)
        wrong += [f"{page_id}: {one}" for one in loose_chinese(desk.window, data)]
    assert not wrong, "\n".join(wrong)
    choose(desk, CHINESE)
    assert {page_id: desk.page(page_id).title() for page_id in PAGES} == chinese
    assert book_of_this_machine().last().language == "zh_CN"
    assert cancel_word() == "取消"


def test_the_window_before_is_gone(desk: Desk) -> None:
    first = desk.window
    choose(desk, ENGLISH)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(first)


def test_a_registration_goes_on_where_it_was_and_is_saved_once(desk: Desk) -> None:
    page = desk.page("register")
    desk.keys("13805770001")
    fill(desk, content=CONTENT)
    page.form.files.add("楼道.png", b"picture")
    typed = page.form.fields()
    before = registered(desk)
    choose(desk, ENGLISH)
    choose(desk, CHINESE)
    choose(desk, ENGLISH)
    page = desk.page("register")
    assert page.form.fields() == typed
    assert [file.name for file in page.form.files.files()] == ["楼道.png"]
    assert not page.findChild(DraftOffer).isVisible(), "the form waits a second time as a draft"
    page.form.files.clear()
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert registered(desk) == before + 1
    assert page.form.is_empty()


def test_a_draft_set_aside_is_still_offered(desk: Desk) -> None:
    page = desk.page("register")
    desk.type(page.form.content, CONTENT)
    (clear,) = [one for one in page.findChildren(ActionButton) if one.words() == "清空"]
    clear.click()
    assert page.form.is_empty()
    choose(desk, ENGLISH)
    page = desk.page("register")
    assert CONTENT[:10] in desk.find(DraftOffer, page).words()
    desk.press(None, Key.Key_R, CONTROL)
    assert page.form.content.value() == CONTENT


def test_the_ledger_keeps_its_tab_its_search_and_its_case(desk: Desk, story: Story) -> None:
    for content in ("楼道堆放杂物甲", "楼道堆放杂物乙", "井盖松动"):
        story.registered(content=content)
    page = desk.page("ledger")
    search = desk.find(SearchBox)
    desk.type(search, "楼道")
    desk.settled()
    desk.press(page.table(), Key.Key_Down)
    desk.settled()
    chosen, view = page.table().current_id(), page.list_view()
    assert view.filter.search == "楼道"
    choose(desk, ENGLISH)
    page = desk.page("ledger")
    assert page.list_view() == view
    assert page.table().current_id() == chosen
    assert page.panel().detail().id == chosen
    assert desk.find(SearchBox).text() == "楼道"
    assert view.filter.tab is Tab.ALL


def test_who_likes_english_gets_it_with_the_sign_on(desk: Desk) -> None:
    session = desk.services.session
    book = book_of_this_machine()
    book.keep(f"{session.street_id}/director", Personal(language="en_US"))
    book.sign_on(f"{session.street_id}/operator")
    desk.sign_on_as("director")
    assert languages.current() == "en_US"
    assert desk.page("ledger").title() == "Case ledger"
    desk.sign_on_as("operator")
    assert languages.current() == "zh_CN"
    assert desk.page("ledger").title() == "事件台账"


def test_the_wall_on_the_second_screen_is_not_taken_away(desk: Desk) -> None:
    wall: Any = desk.page("wall")
    desk.press(wall, Key.Key_F11)
    desk.settled()
    assert wall.view() is not None
    window = desk.window
    choose(desk, ENGLISH)
    assert desk.window is window and wall.view() is not None
    assert "大屏正在投放：收回以后再换界面语言。" in desk.find(Toast).words()
    assert desk.page("settings").personal.choice("language").value() == "zh_CN"
    desk.page("wall").switch()
    choose(desk, ENGLISH)
    assert desk.window is not window

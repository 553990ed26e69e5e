"""The texts of notices: edited with their places, checked while typing, drawn as they print."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.settings import ChangeSetting
from db.queries.settings import setting_rows
from db.rules.setting_fields import SettingTopic
from desktop.documents.preview import page_texts
from desktop.widgets.buttons import ActionButton
from tests.screens.conftest import Desk
from tests.screens.test_office_settings import cells, shown
from tests.story import Story


@pytest.fixture
def papers(desk: Desk) -> Any:
    desk.sign_on_as("director")
    return shown(desk, "papers")


def choose(desk: Desk, view: Any, code: str) -> None:
    """Go to a text."""
    fields = [row.field.field or row.field.name for row in view.table.all_rows()]
    view.table.choose_place(fields.index(code))
    desk.settled()


def typed(desk: Desk, view: Any, words: str) -> None:
    """Type a text over the old one."""
    view.text.selectAll()
    desk.type(view.text, words)
    desk.settled()


def printed(view: Any) -> str:
    """Return the words of the paper that is shown, without its line breaks."""
    paper = view.paper()
    assert paper is not None
    return "".join("".join(page_texts(paper)).split())


def own(story: Story) -> dict[str, str]:
    """Return the texts that the office says itself."""
    rows = story.ask(setting_rows, SettingTopic.PAPERS)
    return {row.field.field or row.field.name: row.value for row in rows if not row.is_default}


def test_the_built_in_text_is_shown_with_its_places_and_its_paper(desk: Desk, papers: Any) -> None:
    choose(desk, papers, "demands_red")
    assert papers.text.value().startswith("单位主要负责人直接办理")
    offered = [one.words() for one in papers.findChildren(ActionButton) if one.isVisible()]
    assert "〔被督办单位〕" in offered and "〔扣分〕" not in offered
    assert "单位主要负责人直接办理" in printed(papers)
    assert "中心街路面破损积水" in printed(papers)


def test_what_is_typed_is_on_the_paper_before_it_is_saved(
    desk: Desk, papers: Any, story: Story
) -> None:
    choose(desk, papers, "consequence_yellow")
    typed(desk, papers, "［扣〔扣分〕分，］由〔单位负责人〕到会说明。")
    assert "扣5分，由示例负责人到会说明。" in printed(papers)
    assert own(story) == {}
    papers.save.click()
    desk.settled()
    assert own(story) == {"consequence_yellow": "［扣〔扣分〕分，］由〔单位负责人〕到会说明。"}


def test_a_place_is_put_in_at_the_cursor_by_its_button(desk: Desk, papers: Any) -> None:
    choose(desk, papers, "demands_ordinary")
    typed(desk, papers, "请")
    place = next(
        one for one in papers.findChildren(ActionButton) if one.words() == "〔被督办单位〕"
    )
    place.click()
    assert papers.text.value() == "请〔被督办单位〕"


def test_a_text_of_a_reminder_is_tried_on_a_reminder(desk: Desk, papers: Any, story: Story) -> None:
    choose(desk, papers, "reminder_request")
    assert "催办通知书（第2次）" in printed(papers) and "现予催办" in printed(papers)
    typed(desk, papers, "请〔被督办单位〕今日回复。")
    assert "请示例站所今日回复。" in printed(papers)
    papers.save.click()
    desk.settled()
    assert own(story) == {"reminder_request": "请〔被督办单位〕今日回复。"}


def test_an_unknown_place_is_said_while_typing_and_the_paper_stays(
    desk: Desk, papers: Any, story: Story
) -> None:
    choose(desk, papers, "basis")
    before = printed(papers)
    typed(desk, papers, "按〔领导指示〕办理")
    assert "〔领导指示〕" in papers.fault() and "〔领导批示〕" in papers.fault()
    assert printed(papers) == before
    papers.save.click()
    desk.settled()
    assert own(story) == {} and papers.text.value() == "按〔领导指示〕办理"


def test_a_text_that_is_not_saved_waits_while_another_is_looked_at(desk: Desk, papers: Any) -> None:
    choose(desk, papers, "basis")
    typed(desk, papers, "依据街道规定。")
    choose(desk, papers, "demands_red")
    choose(desk, papers, "basis")
    assert papers.text.value() == "依据街道规定。"


def test_the_built_in_text_comes_back_with_one_button(
    desk: Desk, papers: Any, story: Story
) -> None:
    story.do(ChangeSetting(name="notice_texts", value={"basis": "依据规定。"}), by="director")
    papers.reload()
    desk.settled()
    choose(desk, papers, "basis")
    assert papers.text.value() == "依据规定。"
    papers.back.click()
    desk.settled()
    assert own(story) == {} and "〔督办级别〕" in papers.text.value()
    papers.show_history()
    desk.settled()
    assert cells(papers.history().table, 0)[3] == "依据规定。 → 内置用语"
    desk.press(papers.history(), Qt.Key.Key_Escape)


def test_an_older_wording_is_looked_at_and_taken_back(
    desk: Desk, papers: Any, story: Story
) -> None:
    for words in ("依据甲。", "依据乙。"):
        story.do(ChangeSetting(name="notice_texts", value={"basis": words}), by="director")
    papers.reload()
    desk.settled()
    assert "现行第 3 版" in desk.words(papers)
    choose(desk, papers, "basis")
    papers.versions.click()
    desk.settled()
    dialog = papers.older()
    assert [cells(dialog.table, row)[0] for row in range(3)] == ["第 3 版", "第 2 版", "第 1 版"]
    desk.press(dialog.table, Qt.Key.Key_Down)
    assert dialog.words.value() == "依据甲。"
    desk.press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert papers.text.value() == "依据甲。" and "依据甲。" in printed(papers)
    assert own(story) == {"basis": "依据乙。"}
    papers.save.click()
    desk.settled()
    assert own(story) == {"basis": "依据甲。"} and "现行第 4 版" in desk.words(papers)


def test_the_telephone_of_the_papers_is_kept_here_too(
    desk: Desk, papers: Any, story: Story
) -> None:
    choose(desk, papers, "contact_phone")
    typed(desk, papers, "0577-86000009")
    assert "0577-86000009" in printed(papers)
    papers.save.click()
    desk.settled()
    assert own(story) == {"contact_phone": "0577-86000009"}


def test_who_does_not_keep_the_settings_only_reads(desk: Desk) -> None:
    view = shown(desk, "papers")
    choose(desk, view, "basis")
    assert view.text.isReadOnly() and not view.save.isVisible()

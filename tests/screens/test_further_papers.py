"""The papers that follow from a notice or a listed matter, from the menu to the saved file."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtWidgets import QPushButton

from db.rules.notice_papers import FurtherPaper, ListedPaper
from desktop.dialogs.notice_move import NoticeMoveDialog
from desktop.documents.preview import page_texts
from tests.flows.notice_steps import RED, delivered
from tests.flows.test_listed import received
from tests.printers import Queue, no_queue, queue_on
from tests.screens.conftest import Desk
from tests.screens.test_supervision import CONTROL, RETURN, arrive, as_other


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No printer, whatever the computer has on which the tests run."""
    no_queue(monkeypatch, tmp_path)


def plain(pdf: bytes) -> str:
    return "".join("".join(page_texts(pdf)).split())


def choose(desk: Desk, panel: Any, button: str, words: str) -> None:
    """Choose an entry of the menu behind a button."""
    menu = panel.findChild(QPushButton, button).menu()
    entry = next(one for one in menu.actions() if one.text() == words)
    entry.trigger()
    desk.settled()


def test_a_reminder_is_chosen_from_the_menu_looked_at_and_saved_twice(
    desk: Desk, tmp_path: Path
) -> None:
    notice = delivered(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    page.show_notice(notice)
    desk.settled()
    choose(desk, page.panel(), "more", "催办通知书")
    preview = page.panel().further()
    assert "催办通知书（第1次）" in plain(preview.paper().data)
    for name in ("催办.pdf", "催办.docx"):
        preview.save(str(tmp_path / name))
        desk.settled()
    assert (tmp_path / "催办.pdf").read_bytes() == preview.paper().data
    copy = docx.Document(BytesIO((tmp_path / "催办.docx").read_bytes()))
    assert any("现予催办" in one.text for one in copy.paragraphs)


def test_what_a_level_does_not_allow_is_not_offered(desk: Desk) -> None:
    notice = delivered(desk.story, desk.story.signed("SFS"), RED)
    page = arrive(desk)
    page.show_notice(notice)
    desk.settled()
    offered = page.panel().further_papers()
    assert FurtherPaper.DEPARTMENT_LETTER in offered
    assert FurtherPaper.STRIKE_OFF not in offered
    page.panel().show_further(FurtherPaper.STRIKE_OFF)
    desk.settled()
    assert page.panel().further().paper() is None


def test_a_unit_is_offered_no_paper_of_the_room(desk: Desk) -> None:
    notice = delivered(desk.story, desk.story.signed("SFS"))
    page = as_other(desk, "sfs_head")
    page.show_notice(notice)
    desk.settled()
    assert page.panel().further_papers() == ()


def test_a_listed_matter_shows_its_order_and_its_registration(desk: Desk) -> None:
    listed = received(desk.story)
    page = arrive(desk)
    page.show_notice(listed)
    desk.settled()
    panel = page.listed_panel()
    choose(desk, panel, "listed_papers", "挂牌督办通知书")
    assert "永中街道办事处文件" in plain(panel.further().paper().data)
    panel.show_paper(ListedPaper.REGISTRATION)
    desk.settled()
    assert "挂牌督办登记表" in plain(panel.further().paper().data)


def test_a_bulletin_of_the_month_is_asked_for_by_its_days(desk: Desk) -> None:
    delivered(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    page.bulletin().begin()
    desk.settled()
    dialog = desk.find(NoticeMoveDialog)
    assert [dialog.field(name).value().day for name in ("first", "last")] == [1, 20]
    desk.press(dialog, RETURN, CONTROL)
    desk.settled()
    text = plain(page.bulletin().preview().paper().data)
    assert "共签发督办通知单1件，其中普通督办1件。" in text
    assert "附件1各单位督办情况统计表" in text


def test_a_bulletin_that_ends_before_it_begins_is_refused_and_the_days_stay(desk: Desk) -> None:
    page = arrive(desk)
    page.bulletin().begin()
    desk.settled()
    dialog = desk.find(NoticeMoveDialog)
    dialog.field("last").set_value(datetime(2026, 10, 1))
    desk.press(dialog, RETURN, CONTROL)
    desk.settled()
    assert dialog.isVisible()
    assert dialog.field("last").value() == datetime(2026, 10, 1)
    assert page.bulletin().preview().paper() is None

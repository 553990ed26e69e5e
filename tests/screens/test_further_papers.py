"""The papers that follow from a notice or a listed matter, from the menu to the saved file."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from db.queries.papers import paper_file, papers
from db.rules.notice_papers import FurtherPaper, ListedPaper
from desktop.dialogs.notice_move import NoticeMoveDialog
from desktop.documents import kinds
from desktop.documents.preview import page_texts
from tests.flows.notice_steps import RED, delivered
from tests.flows.test_listed import received
from tests.flows.test_paper_numbers import reminder
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


@pytest.fixture
def queue(nowhere: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Queue:
    """A queue that keeps what it is given."""
    return queue_on(monkeypatch, tmp_path, "一楼激光")


def reminded(desk: Desk) -> tuple[int, Any]:
    """Show the reminder of a notice; return the notice and the preview."""
    notice = delivered(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    page.show_notice(notice)
    desk.settled()
    choose(desk, page.panel(), "more", "催办通知书")
    return notice, page.panel().further()


def test_a_reminder_is_printed_with_its_number_kept_and_its_prints_counted(
    desk: Desk, queue: Queue
) -> None:
    notice, preview = reminded(desk)
    assert "催〔2026〕1号" not in plain(preview.paper().data)
    desk.press(preview.dialog(), Qt.Key.Key_P, CONTROL)
    desk.settled()
    (job,) = queue.jobs()
    assert "催〔2026〕1号" in plain(job.data)
    (row,) = desk.story.ask(papers, "notice", notice)
    assert (row.kind, row.number, len(row.prints)) == ("reminder", "催〔2026〕1号", 1)
    assert desk.story.ask(paper_file, row.id).data == job.data
    page = desk.page("supervision")
    choose(desk, page.panel(), "more", "催办通知书")
    assert "催〔2026〕1号，文书档案中保存的原件，已打印 1 次。" in desk.words(preview.dialog())
    desk.press(preview.dialog(), Qt.Key.Key_P, CONTROL)
    desk.settled()
    assert [one.data for one in queue.jobs()] == [job.data] * 2
    (row,) = desk.story.ask(papers, "notice", notice)
    assert [one.nth for one in row.prints] == [1, 2]


def test_a_printer_that_refuses_leaves_the_paper_kept_and_no_print_noted(
    desk: Desk, queue: Queue
) -> None:
    notice, preview = reminded(desk)
    queue.refuse("out of paper")
    desk.press(preview.dialog(), Qt.Key.Key_P, CONTROL)
    desk.settled()
    assert "out of paper" in desk.words(preview.dialog())
    (row,) = desk.story.ask(papers, "notice", notice)
    assert (row.number, row.prints) == ("催〔2026〕1号", ())
    queue.take_again()
    desk.press(preview.dialog(), Qt.Key.Key_P, CONTROL)
    desk.settled()
    (row,) = desk.story.ask(papers, "notice", notice)
    assert (row.number, len(row.prints)) == ("催〔2026〕1号", 1)


def test_a_paper_is_kept_without_a_printer_and_its_editable_copy_has_the_number(
    desk: Desk, tmp_path: Path
) -> None:
    notice, preview = reminded(desk)
    words = desk.words(preview.dialog())
    assert "草稿：存档或打印时取号。" in words and "未发现打印机" in words
    desk.press(preview.dialog().button("file"), Qt.Key.Key_Space)
    desk.settled()
    assert "催〔2026〕1号 已存入文书档案。" in desk.words(preview.dialog())
    preview.save(str(tmp_path / "催办.docx"))
    desk.settled()
    copy = docx.Document(BytesIO((tmp_path / "催办.docx").read_bytes()))
    assert any("催〔2026〕1号" in one.text for one in copy.paragraphs)
    assert len(desk.story.ask(papers, "notice", notice)) == 1


def test_a_number_that_somebody_takes_while_the_paper_is_made_is_followed_by_the_next(
    desk: Desk, queue: Queue, monkeypatch: pytest.MonkeyPatch
) -> None:
    _notice, preview = reminded(desk)
    other = delivered(desk.story, desk.story.signed("PCS"))
    build, made = kinds.build, []

    def slow_build(contents: Any, *given: Any, **named: Any) -> bytes:
        made.append(contents.number)
        if len(made) == 1:
            desk.story.do(reminder(desk.story, other, contents.number))
        return build(contents, *given, **named)

    monkeypatch.setattr(kinds, "build", slow_build)
    desk.press(preview.dialog(), Qt.Key.Key_P, CONTROL)
    desk.settled()
    desk.settled()
    assert made == ["催〔2026〕1号", "催〔2026〕2号"]
    assert "催〔2026〕2号" in plain(queue.jobs()[0].data)

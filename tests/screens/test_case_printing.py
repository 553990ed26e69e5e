"""Ctrl+P: the sheet of the case or the list, before a printer or a file gets it."""

from __future__ import annotations

import gc
import re
import weakref
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from db.queries.history import audit_entries
from desktop.dialogs.paper_preview import PaperPreviewDialog
from desktop.documents.preview import page_texts
from desktop.pages.case_printing import CasePrinting
from desktop.pages.ledger import LedgerPage
from desktop.print_wish import PrintWish, Sides
from tests.printers import Queue, no_queue, queue_on
from tests.screens.conftest import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
CLEAR = ("林大明", "13805770001")


@pytest.fixture
def ledger(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> LedgerPage:
    """The ledger over three cases; its papers use the bundled fonts."""
    monkeypatch.setenv("COMMAND_ROOM_FONTS", "bundled")
    desk.story.registered(title="水果店占道经营")
    desk.story.assigned("SFS", title="楼上装修噪声")
    desk.story.signed("PCS", title="电瓶被盗线索")
    page: LedgerPage = desk.page("ledger")
    page.reload()
    desk.settled()
    return page


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No printer, whatever the computer has on which the tests run."""
    no_queue(monkeypatch, tmp_path)


@pytest.fixture
def queue(nowhere: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Queue:
    """A queue that keeps what it is given."""
    return queue_on(monkeypatch, tmp_path, "一楼激光")


def _words(printing: CasePrinting) -> str:
    paper = printing.paper()
    assert paper is not None
    return re.sub(r"\s", "", "".join(page_texts(paper.data)))


def _print_case(desk: Desk, page: LedgerPage) -> PaperPreviewDialog:
    """Print the case by keys: Enter gives it the keys, Ctrl+P prints what has them."""
    desk.press(page.table(), Qt.Key.Key_Return)
    desk.settled()
    desk.press(page.panel(), Qt.Key.Key_P, CONTROL)
    desk.settled()
    dialog = page.printing().dialog()
    assert dialog is not None
    return dialog


def _private_entries(desk: Desk) -> list[Any]:
    entries = desk.story.ask(audit_entries, by="director", command="SeePrivate")
    return [entry.diff for entry in entries]


def test_the_list_has_the_keys_and_is_printed_as_it_is_filtered(
    desk: Desk, ledger: LedgerPage
) -> None:
    ledger.search("占道")
    desk.settled()
    desk.press(ledger.table(), Qt.Key.Key_P, CONTROL)
    desk.settled()
    words = _words(ledger.printing())
    assert "事件台账" in words and "水果店占道经营" in words
    assert "楼上装修噪声" not in words
    assert "搜索“占道”数据截至2026年11月16日" in words
    paper = ledger.printing().paper()
    assert paper is not None and paper.size[0] > paper.size[1]
    dialog = ledger.printing().dialog()
    assert dialog is not None and dialog.purpose is None, "there is nothing private in a list"


def test_the_case_that_has_the_keys_is_printed_masked(desk: Desk, ledger: LedgerPage) -> None:
    dialog = _print_case(desk, ledger)
    detail = ledger.panel().detail()
    assert detail is not None
    words = _words(ledger.printing())
    assert "事件办理单" in words and detail.number in words and detail.row.title in words
    assert not [part for part in CLEAR if part in words]
    assert dialog.view.page_count() == 1
    desk.settled()
    picture = dialog.view.picture(0)
    assert picture is not None and not picture.isNull()
    assert _private_entries(desk) == []


def test_names_come_in_clear_only_with_a_purpose_that_is_noted(
    desk: Desk, ledger: LedgerPage
) -> None:
    dialog = _print_case(desk, ledger)
    assert dialog.purpose is not None
    desk.press(dialog.purpose, Qt.Key.Key_Return)
    desk.settled()
    assert "请写明用途" in desk.words(dialog)
    assert _private_entries(desk) == []
    desk.type(dialog.purpose, "上门核实")
    desk.press(dialog.purpose, Qt.Key.Key_Return)
    desk.settled()
    assert all(part in _words(ledger.printing()) for part in CLEAR)
    assert "上门核实" in desk.words(dialog)
    (entry,) = _private_entries(desk)
    assert "上门核实" in str(entry)


def test_enter_behind_the_purpose_does_not_print_without_the_names(qtbot: QtBot) -> None:
    dialog = PaperPreviewDialog("打印办理单", ("一楼打印机",), may_clear=True)
    qtbot.addWidget(dialog)
    printed: list[object] = []
    dialog.print_wanted.connect(lambda *wish: printed.append(wish))
    dialog.show()
    assert dialog.purpose is not None
    dialog.purpose.setFocus()
    with qtbot.waitSignal(dialog.clear_wanted):
        qtbot.keyClicks(dialog.purpose, "visit")
        qtbot.keyClick(dialog.purpose, Qt.Key.Key_Return)
    assert printed == []
    qtbot.keyClick(dialog.purpose, Qt.Key.Key_Return, CONTROL)
    assert printed == [(PrintWish("一楼打印机"),)]


def test_who_may_not_see_names_is_not_asked_for_a_purpose(desk: Desk, ledger: LedgerPage) -> None:
    desk.sign_on_as("leader")
    page: LedgerPage = desk.page("ledger")
    dialog = _print_case(desk, page)
    assert dialog.purpose is None
    assert not [part for part in CLEAR if part in _words(page.printing())]


def test_the_printers_of_this_computer_are_offered_or_their_lack_is_told(
    desk: Desk, ledger: LedgerPage
) -> None:
    dialog = _print_case(desk, ledger)
    assert dialog.fields is None
    assert "未发现打印机，可导出 PDF" in desk.words(dialog)


def test_the_paper_itself_goes_to_the_queue_with_sides_range_and_copies(
    desk: Desk, ledger: LedgerPage, queue: Queue
) -> None:
    dialog = _print_case(desk, ledger)
    assert dialog.fields is not None
    desk.type(dialog.fields.pages, "1")
    dialog.fields.copies.set_value("3")
    dialog.fields.sides.set_value(Sides.LONG_EDGE)
    paper = ledger.printing().paper()
    assert paper is not None
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    (job,) = queue.jobs()
    assert job.data == paper.data
    assert job.after("-d") == "一楼激光" and job.after("-n") == "3" and job.after("-P") == "1"
    assert "sides=two-sided-long-edge" in job.words and "print-scaling=none" in job.words
    assert not [one for one in job.words if "fit" in one]
    assert ledger.printing().dialog() is None, "the preview closes when it was taken"


def test_what_the_queue_refuses_is_told_with_its_reason(
    desk: Desk, ledger: LedgerPage, queue: Queue
) -> None:
    dialog = _print_case(desk, ledger)
    queue.refuse("lp: Destination is not accepting jobs.")
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert "没有接收" in desk.words(dialog) and "not accepting jobs" in desk.words(dialog)
    assert dialog.isVisible()


def test_a_page_that_the_paper_has_not_is_said(
    desk: Desk, ledger: LedgerPage, queue: Queue
) -> None:
    dialog = _print_case(desk, ledger)
    assert dialog.fields is not None
    dialog.fields.pages.set_value("1-9")
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert "没有第9页" in desk.words(dialog) and queue.jobs() == []


def test_a_paper_is_exported_by_keys(desk: Desk, ledger: LedgerPage, tmp_path: Path) -> None:
    dialog = _print_case(desk, ledger)
    desk.press(dialog, Qt.Key.Key_S, CONTROL)
    question = ledger.printing().save_dialog()
    assert question is not None
    asked = question.path.value()
    assert asked is not None and asked.name.startswith("办理单_")
    target = tmp_path / "sheet.pdf"
    question.path.set_value(target)
    desk.press(question, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert target.read_bytes().startswith(b"%PDF")
    assert str(target) in desk.words(dialog)
    paper = ledger.printing().paper()
    assert paper is not None and target.read_bytes() == paper.data


def test_a_printer_that_is_gone_is_told_and_the_paper_stays(desk: Desk, ledger: LedgerPage) -> None:
    dialog = _print_case(desk, ledger)
    dialog.print_wanted.emit(PrintWish("昨天拔掉的打印机"))
    desk.settled()
    assert dialog.isVisible()
    assert "打印机昨天拔掉的打印机现在不能用" in desk.words(dialog)


def test_printers_are_chosen_by_keys_and_copies_are_checked(desk: Desk) -> None:
    dialog = PaperPreviewDialog(
        "打印", ["一楼激光", "二楼彩色"], may_clear=False, parent=desk.window
    )
    wishes: list[PrintWish] = []
    dialog.print_wanted.connect(wishes.append)
    dialog.open()
    fields = dialog.fields
    assert fields is not None
    desk.press(fields.printer, Qt.Key.Key_Down)
    fields.copies.set_value("0")
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    assert wishes == [] and "份数请填" in desk.words(dialog)
    fields.copies.set_value("3")
    fields.pages.set_value("3-1")
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    assert wishes == [] and "页码范围请写成" in desk.words(dialog)
    fields.pages.set_value("2、4－5")
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    assert wishes == [PrintWish("二楼彩色", 3, Sides.ONE, (2, 4, 5))]
    dialog.reject()
    dialog.deleteLater()


def test_the_palette_prints_too(desk: Desk, ledger: LedgerPage) -> None:
    assert {"print_case", "print_list"} <= {one.id for one in ledger.commands()}
    ledger.start("print_case")
    desk.settled()
    assert "事件办理单" in _words(ledger.printing())


def test_nothing_is_left_of_a_closed_preview(desk: Desk, ledger: LedgerPage) -> None:
    kept = []
    for _ in range(3):
        dialog = _print_case(desk, ledger)
        kept += [weakref.ref(dialog), weakref.ref(dialog.view)]
        desk.press(dialog, Qt.Key.Key_Escape)
        del dialog
        # No window manager gives the keys back when a dialog was closed.
        desk.window.activateWindow()
        desk.settled()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [one() for one in kept if one() is not None] == []

"""One notice on a printer: the kept file goes to the queue, and only then counts as printed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.queries.papers import papers
from desktop.dialogs.notice_print import PrintDialog
from desktop.print_wish import Sides
from tests.flows.notice_steps import issued
from tests.printers import queue_on
from tests.screens.conftest import Desk
from tests.screens.test_supervision import agree, arrive, as_other, detail_of, fill


def test_a_notice_goes_to_the_printer_and_a_reprint_is_the_kept_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    queue = queue_on(monkeypatch, tmp_path, "一楼激光")
    notice = issued(desk.story, desk.story.signed("SFS"))
    arrive(desk)
    page = as_other(desk, "clerk")

    def print_it(copies: str) -> None:
        # No window manager gives the focus back when a dialog before this one was closed.
        desk.window.activateWindow()
        QTest.qWaitForWindowActive(desk.window)
        desk.press(page.register().table(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        dialog = desk.find(PrintDialog)
        desk.settled()
        fill(desk, dialog, folder=str(tmp_path / "papers"), copies=copies)
        dialog.archives.set_value(True)
        dialog.field("sides").set_value(Sides.LONG_EDGE)
        agree(desk, dialog)

    queue.refuse("lp: off")
    print_it("2")
    assert detail_of(desk, notice).printed_at is None
    assert [row.prints for row in desk.story.ask(papers, "notice", notice)] == [(), ()]
    queue.take_again()
    print_it("2")
    print_it("1")
    kept = {row.sha256 for row in desk.story.ask(papers, "notice", notice)}
    jobs = queue.jobs()
    assert len(jobs) == 4 and {hashlib.sha256(job.data).hexdigest() for job in jobs} == kept
    copies = sorted((tmp_path / "papers").glob("*_归档副本.pdf"))
    assert len(copies) == 2
    files = {job.data for job in jobs}
    assert all(any(one.read_bytes().startswith(file) for file in files) for one in copies)
    assert [job.after("-n") for job in jobs] == ["2", "2", "1", "1"]
    told = [one for row in desk.story.ask(papers, "notice", notice) for one in row.prints]
    assert {(one.printer, one.copies, one.nth) for one in told} == {
        ("一楼激光", 2, 1),
        ("一楼激光", 1, 2),
    }

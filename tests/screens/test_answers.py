"""Answers come back: all of them, the last one last, and none is waited for at the end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from db.queries.dealing import listed_ids
from db.queries.page import EVERYTHING, Order
from desktop.widgets.search_box import SearchBox
from tests.screens.conftest import Desk
from tests.story import Story

ROOT = Path(__file__).resolve().parents[2]
MANY = 3_000
TYPED = "夜间装修噪声扰民西路"
LETTER_MS = 170
MOST_SECONDS = 2.0
CLOSED_WHILE_ASKING = """
import sys, time
from functools import partial
from desktop.app import build
from desktop.pages.sign_on import SignOnPage
def opener():
    from db.engine import open_database
    return open_database(sys.argv[1])
def endless(reader):
    told.append("asked")
    from sqlalchemy import text
    query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    reader.connection.execute(text(query)).all()
told = []
program = build(remembers=False)
program.window.findChild(SignOnPage).sign_on_as("operator")
def ask(_session):
    program.services.ask(endless, parent=program.window, done=print, failed=print)
    timer.start(10)
def close_soon():
    if told and not sent:
        sent.append(time.perf_counter())
        program.window.close()
from PySide6.QtCore import QTimer
sent, timer = [], QTimer()
timer.timeout.connect(close_soon)
program.services.signed_on.connect(ask)
program.window.first_painted.connect(partial(program.services.open, opener, print))
program.window.show()
program.application.exec()
ended = program.close()
print(f"{time.perf_counter() - sent[0]:.3f}")
sys.exit(0 if ended else 1)
"""


class Receiver(QObject):
    """Keeps what it is told, in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.told: list[int] = []

    @Slot(object)
    def take(self, answer: Any) -> None:
        """Keep an answer."""
        self.told.append(answer)


def test_three_thousand_jobs_have_three_thousand_answers(desk: Desk) -> None:
    receiver = Receiver(desk.window)
    for nth in range(MANY):
        desk.services.work(int, nth, parent=receiver, done=receiver.take)
    desk.qtbot.waitUntil(lambda: len(receiver.told) >= MANY, timeout=20_000)
    desk.settled()
    assert receiver.told == list(range(MANY))


def test_the_last_answer_belongs_to_the_last_text(desk: Desk, story: Story) -> None:
    for place in ("西路1号", "西路2号", "东路3号"):
        story.registered(content=f"夜间装修噪声扰民{place}。")
    page = desk.page("ledger")
    box = desk.find(SearchBox)
    shown: list[list[int]] = []
    page.table().rows().modelReset.connect(lambda: shown.append(list(page.table().rows().ids())))
    for end in range(len(TYPED)):
        desk.type(box, TYPED[end])
        desk.qtbot.wait(LETTER_MS)
    desk.settled()
    wanted = list(story.ask(listed_ids, EVERYTHING.replace(search=TYPED), Order.DEADLINE))
    assert box.text() == page.case_filter().search == TYPED
    assert len(shown) > 2, "nothing was looked for while it was typed"
    assert shown[-1] == wanted == list(page.table().rows().ids())
    assert len(wanted) == 2


def test_a_window_closed_in_the_middle_of_a_query_ends_at_once(
    founded_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "street.db"
    path.write_bytes(founded_file.read_bytes())
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CLOSED_WHILE_ASKING, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), f"after {time.perf_counter() - begun:.0f} s"
    assert float(done.stdout.splitlines()[-1]) < MOST_SECONDS

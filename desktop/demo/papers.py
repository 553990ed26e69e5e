"""The papers of the demo street's week as PDF files, made as the window makes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.queries.cases import case_rows
from db.queries.door import ask
from db.queries.lookup import street
from db.queries.meetings import minutes_facts
from db.queries.notice_detail import notice_detail
from db.queries.notices import notice_book, notices
from db.queries.page import CaseFilter, Order, case_ids
from db.queries.week_material import week_material
from db.rules.numbering import IsoWeek
from desktop import paths
from desktop.documents import case_list, minutes, notice, receipt, weekly
from desktop.documents.fonts import Fonts
from desktop.exchange.part_file import part_file
from desktop.minutes_texts import minutes_of
from desktop.notice_texts import book_contents, receipt_contents
from desktop.paper_words import case_list_contents, notice_contents
from desktop.weekly_words import weekly_contents

if TYPE_CHECKING:
    from db.engine import Database

PERIOD = (datetime(2026, 1, 1), datetime(2027, 1, 1))


def write_papers(
    database: Database, account_id: int, folder: Path, case_id: int, meeting_id: int, week: IsoWeek
) -> Iterator[Path]:
    """Write the papers into a folder and yield each file when it is there."""
    asked = _Asking(database, account_id)
    fonts = Fonts()
    for title, data in _papers(asked, fonts, case_id, meeting_id, week):
        path = folder / f"{paths.file_title(title)}.pdf"
        with part_file(path) as stream:
            stream.write(data)
        yield path


class _Asking:
    """Asks as one account."""

    def __init__(self, database: Database, account_id: int) -> None:
        self._database = database
        self._account_id = account_id

    def __call__(self, query: Any, *args: Any) -> Any:
        return ask(self._database, query, self._account_id, *args)


def _papers(
    asked: _Asking, fonts: Fonts, case_id: int, meeting_id: int, week: IsoWeek
) -> Iterator[tuple[str, bytes]]:
    home = asked(street)
    own = [row for row in asked(notices) if row.case_id == case_id and row.number]
    for row in own:
        detail = asked(notice_detail, row.id)
        yield f"督办通知单 {detail.number}", notice.build(notice_contents(detail, home), fonts)
        yield f"督办回执 {detail.number}", receipt.build(receipt_contents(detail, home), fonts)
    facts = asked(minutes_facts, meeting_id)
    yield f"会议纪要 {week}", minutes.build(minutes_of(facts, home), fonts)
    yield (
        f"例会材料 {week}",
        weekly.build(weekly_contents(asked(week_material, week.year, week.week)), fonts),
    )
    late = asked(case_ids, CaseFilter(open_only=True, overdue=True), Order.DEADLINE)
    found = asked(case_rows, late)
    rows = [found[id_] for id_ in late if id_ in found]
    yield "超期事件清单", case_list.build(case_list_contents("超期事件清单", home, rows), fonts)
    book = asked(notice_book, *PERIOD)
    yield "督办台账", case_list.build(book_contents(book, home, "2026年"), fonts)
